// feedback.mjs - opinions on a clause: sent, grouped, submitted, decided, and the sender
// reads the answer.

import { check, same } from './person.mjs';

const at = (w, rest = '') => `/feedback/plan/${w.plan}${rest}`;
const opinions = ['Hộ nghèo không còn khả năng lao động thì tiêu chí này khó đạt.',
	'Thôn tái định cư chưa có số liệu đầu kỳ.'];
const answer = 'Bổ sung hướng dẫn riêng với hộ không còn khả năng lao động; thôn tái định cư lấy số của năm đầu.';

export async function sendOpinions(w) {
	const { officer, officer2, seed } = w;

	await officer.go('/feedback');
	await officer.see('feedback-none');
	await officer.go(`/plan/${w.plan}`);
	await officer.click(officer.page.locator(`[id="${seed.clause}"]`).getByRole('link',
		{ name: /^Góp ý điểm này/ }));
	await officer.see('feedback-add', { key: true });
	await officer.fill('Nội dung góp ý', opinions[0]);
	await officer.fill('Kiến nghị', 'Không tính các hộ này vào mẫu số.');
	await officer.picture('feedback-add', 'main .box');
	await officer.fill('Nội dung góp ý', '');
	await officer.press('Gửi góp ý');
	await officer.see('feedback-add-refused', { status: 422 });
	await officer.fill('Nội dung góp ý', opinions[0]);
	await officer.press('Gửi góp ý');
	w.opinion = officer.where;
	check(/^\/feedback\/\d+$/.test(w.opinion), `the opinion is sent: ${w.opinion}`);
	await officer.see('feedback-sent', { key: true });
	await officer2.go(at(w, `/add?clause=${encodeURIComponent(seed.clause)}`));
	await officer2.fill('Nội dung góp ý', opinions[1]);
	await officer2.press('Gửi góp ý');
	same((await officer2.fetch(w.opinion)).status, 404, 'a sibling\'s opinion');
	same((await officer2.json('/search.json?q=lao+dong+kho+dat&in=answer')).total, 0,
		'nor is it found');
}

export async function groupOpinions(w) {
	const { specialist } = w;

	await specialist.go('/feedback');
	await specialist.see('feedback-all', { key: true });
	await specialist.go(at(w));
	await specialist.follow('Tổng hợp góp ý của kế hoạch này');
	await specialist.press('Đưa vào nhóm');
	await specialist.see('feedback-group-refused', { status: 422 });
	await specialist.go(at(w, '/group'));
	const boxes = specialist.page.locator('main').getByRole('checkbox');
	same(await boxes.count(), 2, 'two opinions wait');
	for (let i = 0; i < 2; i++)
		await boxes.nth(i).check();
	await specialist.fill('Tên nhóm góp ý', 'Hộ không còn khả năng lao động, thôn tái định cư');
	await specialist.see('feedback-group', { key: true });
	await specialist.picture('feedback-group', 'main form');
	await specialist.press('Đưa vào nhóm');
	w.topic = specialist.where;
	check(/^\/feedback\/topic\/\d+$/.test(w.topic), `the topic is made: ${w.topic}`);
	await specialist.press('Trình lãnh đạo quyết định');
	await specialist.see('feedback-topic-refused', { status: 422 });
	await specialist.fill('Dự kiến trả lời', answer);
	await specialist.press('Lưu');
	await specialist.see('feedback-topic', { key: true });
	await specialist.press('Trình lãnh đạo quyết định');
	await specialist.go('/feedback/topic');
	await specialist.see('feedback-topics');
}

export async function answerOpinions(w) {
	const { signer, officer, specialist } = w;

	await signer.go(w.topic);
	await signer.see('feedback-decide', { key: true });
	const part = signer.page.locator('details', { has: signer.page.locator('summary',
		{ hasText: 'Tiếp thu một phần' }) });
	await part.locator('summary').click();
	await part.getByRole('textbox').fill(answer);
	await signer.picture('feedback-decide', 'main');
	await signer.click(part.getByRole('button'));
	await signer.has('Tiếp thu một phần');
	await officer.go('/');
	await officer.go(w.opinion);
	await officer.has(answer, 'the sender reads the answer');
	await officer.see('feedback-answered', { key: true });
	await officer.picture('feedback-answered');
	await specialist.go(at(w));
	await specialist.see('feedback-table', { key: true });
	await specialist.has(answer, 'the table has the answer');
	for (const face of ['csv', 'xlsx'])
		same((await specialist.fetch(`${at(w)}.${face}`)).status, 200, `opinions as .${face}`);
}
