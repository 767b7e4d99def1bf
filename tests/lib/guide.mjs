// guide.mjs - what no other step of the run does, done for the pictures of the guide
// alone (make pictures): filled in as an office would, and looked at before it is sent.

import { check, guide } from './person.mjs';
import { day } from './portal.mjs';

// A unit that merges, one that is divided, one that gives up some of its households.
async function units({ admin, seed, units: id }) {
	const [first, second] = seed.begun, act = '1690/NQ-UBTVQH15', at = `/unit/${id[seed.idle]}`;

	await admin.wake();
	await admin.go(`${at}/end`);
	await admin.fill('Ngày hoạt động cuối cùng', day(30));
	await admin.fill('Đơn vị kế thừa', first);
	await admin.fill('Theo văn bản', act);
	await admin.picture('unit-end');
	await admin.go(`${at}/split`);
	await admin.fill('Từ ngày', day(31));
	await admin.fill('Theo văn bản', act);
	for (const [n, code, share] of [[1, first, '62,5'], [2, second, '37,5']]) {
		await admin.fill(`Đơn vị nhận thứ ${n}`, code);
		await admin.fill(`Tỷ lệ của đơn vị thứ ${n}`, share);
	}
	await admin.press('Xem trước');
	await admin.has('Xem trước: chưa ghi gì', 'what dividing would do');
	await admin.picture('unit-split');
	await admin.go(`${at}/part`);
	await admin.fill('Đơn vị nhận', second);
	await admin.fill('Tỷ lệ số hộ chuyển đi (%)', '18,5');
	await admin.fill('Từ ngày', day(31));
	await admin.fill('Theo văn bản', act);
	await admin.press('Xem trước');
	await admin.has('Xem trước: chưa ghi gì', 'what giving up a part would do');
	await admin.picture('unit-part');
	await admin.go('/unit/group/add');
	await admin.fill('Tên cụm, khối', 'Cụm thi đua số 1');
	await admin.fill('Theo văn bản', '21/QĐ-HĐTĐKT', false);
	await admin.picture('group-add');
}

async function settings({ admin, auditor }) {
	await admin.go('/account/setting');
	await admin.picture('settings');
	await admin.follow(/giúp đỡ/);
	await admin.fill('Giá trị', '0217 333 2001');
	await admin.fill('Từ ngày', day());
	await admin.fill('Theo văn bản', 'Chánh Văn phòng, ngày 02/3/2026');
	await admin.picture('setting');
	await admin.go('/report/holiday');
	await admin.picture('holidays');
	await admin.fill('Ngày', '06/02/2027', true);
	await admin.fill('Đến ngày', '12/02/2027');
	await admin.fill('Tên', 'Tết Nguyên đán Đinh Mùi', false);
	await admin.picture('holiday-add', 'main h2');

	await auditor.wake();
	await auditor.go('/account/trail');
	await auditor.picture('trail');
	const { rows } = await auditor.json('/account/trail.json');
	for (const { line } of rows) {		// the first of which something is left to erase
		const page = `/account/trail/${line}/erase`;
		if (!(await admin.fetch(page)).text.includes('Xóa mọi giá trị trên'))
			continue;
		await admin.go(page);
		await admin.fill('Lý do', 'Người được nêu yêu cầu xóa dữ liệu cá nhân của mình.');
		await admin.fill('Theo văn bản', 'Đơn ngày 02/11/2026, số đến 214');
		await admin.fill('Gõ lại số dòng để xác nhận', line, false);
		await admin.picture('trail-erase', 'main table');
		return;
	}
	check(false, 'no line of the trail can be erased');
}

async function notices({ specialist, officer }) {
	await officer.wake();
	await officer.go('/inbox?show=all');
	await officer.picture('inbox');
	await officer.go('/inbox/link');
	await officer.press('Tạo liên kết riêng');
	await officer.picture('inbox-link');
	await officer.go('/report/form/1/print');
	await officer.picture('report-blank');
	await specialist.wake();
	await specialist.go('/inbox/letter');
	await specialist.picture('letters');
	await specialist.click(specialist.page.locator('main tbody a').first());
	await specialist.picture('letter', '.vb');
}

// The plan as a file of Word, taken in again.
async function intake({ specialist, plan, portal }) {
	const file = await specialist.context.request.get(`${portal.url}/plan/${plan}/print.docx`);

	await specialist.go('/intake');
	await specialist.page.getByLabel('Tệp Word hoặc PDF').setInputFiles({ name: 'ke-hoach.docx',
		mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		buffer: await file.body() });
	await specialist.picture('intake-choose');
	await specialist.press('Đọc tệp');
	await specialist.picture('intake-read', 'main');
}

export async function guidePictures(w) {
	if (!guide)
		return;
	for (const part of [units, settings, notices, intake])
		await part(w);
}
