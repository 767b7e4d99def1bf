// task.mjs - a clause is made a task: given, received, done, sent, returned, accepted.

import { day } from './portal.mjs';
import { check, same } from './person.mjs';

const result = 'Đã lập danh sách, niêm yết ở nhà văn hóa bảy ngày.';

export async function giveTask(w) {
	const { specialist, seed } = w;

	await specialist.go('/task/given');
	await specialist.see('task-given-none');
	await specialist.go(`/plan/${w.plan}`);
	await specialist.click(specialist.page.locator(`[id="${seed.clause}"]`).getByRole('link',
		{ name: /^Giao nhiệm vụ từ điểm này/ }));
	await specialist.see('task-give', { key: true });
	await specialist.fill('Việc phải làm', 'Lập danh sách hộ được giúp, niêm yết công khai.');
	await specialist.fill('Giấy tờ phải có', 'Danh sách có chữ ký của xã.');
	await specialist.fill('Hạn', day(14));
	await specialist.page.getByRole('checkbox', { name: 'Xã, phường, thị trấn, đặc khu' }).check();
	await specialist.picture('task-give', 'main form');
	await specialist.fill('Hạn', '');
	await specialist.press('Giao nhiệm vụ');
	await specialist.see('task-give-refused', { status: 422 });
	await specialist.fill('Hạn', day(14));
	await specialist.press('Giao nhiệm vụ');
	w.task = specialist.where;
	check(/^\/task\/\d+$/.test(w.task), `the task is given: ${w.task}`);
	await specialist.see('task-one', { key: true });
	await specialist.go('/task/given');
	await specialist.see('task-given', { key: true });
	await specialist.go(`/plan/${w.plan}`);
	await specialist.has('1 nhiệm vụ', 'the clause says so');
}

export async function doTask(w) {
	const { officer, officer2, leader } = w;

	await officer.go('/');
	await officer.has('Nhận nhiệm vụ: Lập danh sách hộ được giúp');
	await officer.go('/task');
	await officer.see('task-mine', { key: true });
	await officer.click(officer.page.locator('main tbody a').first());
	w.taskUnit = officer.where;
	await officer.see('task-unit-new');
	await officer.press('Nhận nhiệm vụ');
	await officer.see('task-unit', { key: true });
	await officer.page.getByLabel('Thêm tệp').setInputFiles({ name: 'danh-sach.txt',
		mimeType: 'text/plain', buffer: Buffer.from('Họp ở nhà văn hóa bản Huổi Tóng, 31 hộ dự.') });
	await officer.click(officer.page.getByRole('button', { name: /^Gửi tệp/ }));
	await officer.has('Đã nhận tệp danh-sach.txt');
	await officer.fill('hoặc ghi tên', 'Chị Mùa Thị Chá');
	await officer.fill('Kết quả thực hiện', result);
	await officer.picture('task-unit', 'main');
	await officer.fill('Kết quả thực hiện', '');
	await officer.press('Trình lãnh đạo gửi');
	await officer.see('task-unit-refused', { status: 422 });
	await officer.fill('Kết quả thực hiện', result);
	await officer.press('Trình lãnh đạo gửi');
	same((await officer2.fetch(w.taskUnit)).status, 404, 'a sibling\'s task');
	await leader.go('/');
	await leader.has('Gửi kết quả nhiệm vụ');
	await leader.go(w.taskUnit);
	await leader.see('task-unit-signing', { key: true });
	await leader.press('Gửi kết quả');
	await leader.see('task-unit-sent');
}

export async function acceptTask(w) {
	const { specialist, leader } = w;

	await specialist.go('/');
	await specialist.has('Tiếp nhận kết quả nhiệm vụ');
	await specialist.go(w.taskUnit);
	await specialist.has(result);
	const part = specialist.page.locator('details', { has: specialist.page.locator('summary',
		{ hasText: 'Trả lại kết quả' }) });
	await part.locator('summary').click();
	await part.getByRole('textbox').fill('Bổ sung danh sách có chữ ký.');
	await specialist.click(part.getByRole('button'));
	await leader.go(w.taskUnit);
	await leader.has('Bổ sung danh sách có chữ ký.');
	await leader.fill('Kết quả thực hiện', `${result} Đã bổ sung chữ ký.`);
	await leader.press('Gửi lại kết quả');
	await specialist.go(w.task);
	const first = specialist.page.locator('#unit').getByRole('checkbox').first();
	await first.check();
	await specialist.picture('task-one', 'main');
	await first.uncheck();
	await specialist.press('Tiếp nhận các đơn vị đã chọn');
	await specialist.see('task-one-refused', { status: 422 });
	await first.check();
	await specialist.press('Tiếp nhận các đơn vị đã chọn');
	await specialist.has('Đã tiếp nhận kết quả của 1 đơn vị');
	await specialist.see('task-accepted', { key: true });
	for (const face of ['csv', 'xlsx', 'json'])
		same((await specialist.fetch(`${w.task}.${face}`)).status, 200, `the task as .${face}`);
	const withdraw = specialist.page.locator('details', { hasText: 'Rút nhiệm vụ của mọi đơn vị' });
	await withdraw.locator('summary').click();
	await withdraw.getByRole('textbox').fill('Chỉ làm thử ở một xã.');
	await specialist.click(withdraw.getByRole('button'));
	await specialist.has('Đã rút', 'it is taken back from the others');
}
