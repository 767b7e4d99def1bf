// feedback.mjs - opinions on a clause: sent, grouped, submitted, decided, and the sender
// reads the answer.

import { check, same } from './person.mjs';
import { day } from './portal.mjs';

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

const draft = `ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH THỬ Độc lập - Tự do - Hạnh phúc

KẾ HOẠCH
Phong trào thi đua bản làng sạch, nước trong

I. YÊU CẦU
1. Mỗi bản có chỗ để rác, có người trông coi.
II. TỔ CHỨC THỰC HIỆN
1. Các xã báo cáo kết quả trước ngày 10/12 hằng năm./.
`;
const said = 'Bản ở xa chưa có xe chở rác.';

// A draft goes to units for their words on it: one comments, one agrees, and it is filed.
export async function askAboutDraft(w) {
	const { specialist, officer, officer2 } = w;

	await officer.go('/feedback/draft');
	await officer.see('draft-none');
	await specialist.go('/plan/add');
	await specialist.fill('Văn bản', draft);
	await specialist.press('Đọc văn bản');
	const plan = /^\/plan\/\d+/.exec(specialist.where)?.[0];
	await specialist.go(plan);
	await specialist.follow('Lấy ý kiến về dự thảo');
	await specialist.see('draft-ask', { key: true });
	await specialist.press('Lấy ý kiến');
	await specialist.see('draft-ask-refused', { status: 422 });
	await specialist.fill('Nội dung xin ý kiến', 'Đề nghị xem kỹ mục I.');
	await specialist.fill('Lấy ý kiến đến hết ngày', day(10));
	await specialist.page.getByRole('checkbox', { name: 'Xã, phường, thị trấn, đặc khu' }).check();
	await specialist.press('Lấy ý kiến');
	const asked = specialist.where;
	check(/^\/feedback\/draft\/\d+$/.test(asked), `units are asked: ${asked}`);
	await specialist.see('draft-kept', { key: true });

	await officer.go('/');
	await officer.has('Cho ý kiến về dự thảo: Phong trào thi đua bản làng sạch');
	same((await officer.fetch(plan)).status, 404, 'the draft itself stays closed');
	await officer.go(asked);
	await officer.see('draft-read', { key: true });
	await officer.click(officer.page.locator('[id="I.1"]').getByRole('link',
		{ name: /^Góp ý điểm này/ }));
	await officer.see('draft-comment', { key: true });
	await officer.press('Gửi góp ý');
	await officer.see('draft-comment-refused', { status: 422 });
	await officer.fill('Nội dung góp ý', said);
	await officer.press('Gửi góp ý');
	await officer.has(said);
	await officer.see('draft-commented', { key: true });
	await officer2.go(asked);
	await officer2.press('Nhất trí với dự thảo');
	await officer2.has('Đã nhất trí lúc');
	await officer2.hasNot(said, 'what another unit said');

	await specialist.go(`${asked}/units`);
	await specialist.see('draft-units', { key: true });
	await specialist.go(`${asked}/table`);
	await specialist.has(said, 'the table has what was said');
	await specialist.see('draft-table', { key: true });
	for (const face of ['csv', 'xlsx', 'json'])
		same((await specialist.fetch(`${asked}/table.${face}`)).status, 200, `it is filed as .${face}`);
	await specialist.go(plan);
	await specialist.has('Còn 1 ý kiến về dự thảo chưa có quyết định');
	await specialist.see('draft-plan');
}
