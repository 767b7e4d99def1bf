// signup.mjs - units sign up to the plan with targets of their own; who has not is
// known, with the phone.

import { check, same } from './person.mjs';

const year = String(new Date(Date.now() + 7 * 3600e3).getUTCFullYear());
const form = (w) => `/signup/plan/${w.plan}`;

// The number of the first line that names an indicator, or offers it.
const lineOf = async (who, words) => 1 + (await who.page.locator('main tbody tr')
	.evaluateAll((rows, text) => rows.findIndex((row) => row.cells[0].textContent.includes(text)),
		words));

// Targets in figures and in words; a wrong one is named.
export async function signUp(w) {
	const { officer, officer2 } = w;

	await officer.go('/signup');
	await officer.see('signups', { key: true });
	await officer.go(`/plan/${w.plan}`);
	await officer.follow('Đăng ký tham gia, chỉ tiêu');
	await officer.see('signup', { key: true });
	const asked = await lineOf(officer, 'Hộ thoát nghèo'), words = await lineOf(officer, 'khác, bằng lời');
	await officer.choose(`Chỉ số, dòng ${words}`, { label: 'khác, bằng lời' });
	await officer.fill(`Ghi bằng lời, diễn giải, dòng ${words}`, 'Mỗi thôn có một mô hình giảm nghèo');
	await officer.fill(`Chỉ tiêu, dòng ${asked}`, '25');
	await officer.picture('signup', 'main table');
	await officer.fill(`Chỉ tiêu, dòng ${asked}`, 'nhiều');
	await officer.press('Lưu và xem lại');
	await officer.see('signup-refused', { status: 422 });
	same(await officer.page.getByLabel(`Chỉ tiêu, dòng ${asked}`, { exact: true }).inputValue(), 'nhiều',
		'a wrong target stays as typed');
	await officer.fill(`Chỉ tiêu, dòng ${asked}`, '25');
	await officer.choose(`Năm, dòng ${asked}`, year);
	await officer.fill('Ghi chú', 'Điều chỉnh sau khi có kết quả rà soát cuối năm.');
	await officer.press('Lưu và xem lại');
	await officer.see('signup-check', { key: true });
	await officer.picture('signup-check');
	await officer.has('25', 'what is about to be signed up');
	await officer.press('Đăng ký tham gia');
	check(/^\/signup\/\d+$/.test(officer.where), `signed up: ${officer.where}`);
	w.signup = officer.where;
	await officer.see('signup-receipt', { key: true });
	await officer.has('25');
	await officer2.go(form(w));
	await officer2.fill('Ghi chú', 'Tham gia; chỉ tiêu đặt sau hội nghị.');
	await officer2.press('Lưu và xem lại');
	await officer2.press('Đăng ký tham gia');
	check(/^\/signup\/\d+$/.test(officer2.where), `the second signed up: ${officer2.where}`);
	same(await officer2.go(w.signup), 404, 'a sibling\'s sign-up is not shown');
}

export async function whoHasNot(w) {
	const { specialist, council, seed } = w;
	const [, name, , , , phone] = seed.units.find(([code]) => code === seed.idle);

	await specialist.go(`${form(w)}/units`);
	await specialist.see('signup-units', { key: true });
	await specialist.has(name, 'who has not signed up');
	await specialist.has(phone, 'whom to call');
	await specialist.has('25', 'the total of the targets');
	await specialist.go(`${form(w)}/units?state=missing`);
	await specialist.has(name, 'who has not, alone');
	await specialist.hasNot(seed.units.find(([code]) => code === seed.begun[0])[1],
		'who has not, alone');
	await specialist.see('signup-missing', { key: true });
	await specialist.picture('signup-missing', 'main .asof');
	await specialist.go(w.signup);
	const back = specialist.page.locator('details', { hasText: 'Trả lại bản đăng ký' });
	await back.locator('summary').click();
	await back.getByLabel('Lý do').fill('Chỉ tiêu thấp hơn kế hoạch giao.');
	await specialist.click(back.getByRole('button', { name: 'Trả lại bản đăng ký' }));
	await w.officer.go(form(w));
	await w.officer.see('signup-returned');
	await w.officer.has('Chỉ tiêu thấp hơn kế hoạch giao.', 'the reason stands on top');
	await w.officer.fill(`Chỉ tiêu, dòng ${await lineOf(w.officer, 'Hộ thoát nghèo')}`, '30');
	await w.officer.press('Lưu và xem lại');
	await w.officer.press('Đăng ký tham gia');
	await w.officer.has('30');
	same(await council.go(`${form(w)}/units`), 200, 'the council follows sign-ups');
	same((await w.officer.fetch(`${form(w)}/units`)).status, 403, 'an officer does not');
}
