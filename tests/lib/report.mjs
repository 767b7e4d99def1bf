// report.mjs - what is asked, what units answer, what becomes of it: sent, returned,
// accepted, added up, and who is late.

import { check, same } from './person.mjs';
import { day } from './portal.mjs';

// code, name, measure, decimals; the rate is of two of them
const indicators = [
	['ho', 'Tổng số hộ', 'hộ', 0], ['dau', 'Hộ nghèo đầu kỳ', 'hộ', 0],
	['thoat', 'Hộ thoát nghèo', 'hộ', 0], ['tai', 'Hộ tái nghèo', 'hộ', 0],
	['moi', 'Hộ nghèo phát sinh', 'hộ', 0], ['cuoi', 'Hộ nghèo cuối kỳ', 'hộ', 0],
	['tien', 'Nguồn lực huy động', 'triệu đồng', 1],
];
const rate = ['ty_le', 'Tỷ lệ hộ nghèo', '%', 2, 'cuoi', 'ho'];
const answers = [
	{ ho: '812', dau: '97', thoat: '21', tai: '2', moi: '4', cuoi: '82', tien: '1.234,5' },
	{ ho: '640', dau: '120', thoat: '35', tai: '1', moi: '6', cuoi: '92', tien: '865,7' },
];
const of = (code) => indicators.find(([c]) => c === code)[1];
const number = (text) => Number(text.replaceAll('.', '').replace(',', '.'));
const total = (code, list = answers) =>
	Math.round(list.reduce((n, a) => n + number(a[code]), 0) * 100) / 100;
const percent = (list = answers) => Math.round(total('cuoi', list) / total('ho', list) * 10000) / 100;

export async function dictionary(w) {
	const { specialist } = w;

	await specialist.go('/report');
	await specialist.see('reports-none');
	await specialist.follow('Mẫu và kỳ báo cáo');
	await specialist.see('report-forms-none');
	await specialist.follow('Danh mục chỉ số');
	await specialist.see('indicators-none');
	await specialist.fill('Mã', 'hộ nghèo');
	await specialist.press('Thêm vào danh mục');
	await specialist.see('indicators-refused', { status: 422 });
	for (const [code, name, measure, decimals, numerator, denominator] of [...indicators, rate]) {
		await specialist.go('/report/indicator');
		await specialist.fill('Mã', code);
		await specialist.fill('Tên chỉ số', name);
		await specialist.fill('Đơn vị tính', measure);
		await specialist.fill('Số chữ số lẻ', String(decimals));
		if (numerator) {
			await specialist.choose('Cách cộng', { label: 'Tỷ lệ, tính từ hai chỉ số' });
			await specialist.fill('Tử số', numerator);
			await specialist.fill('Mẫu số', denominator);
		}
		await specialist.press('Thêm vào danh mục');
	}
	await specialist.see('indicators', { key: true });
	await specialist.picture('indicators');
	await specialist.go('/report/check');
	await specialist.see('checks-none');
	await specialist.fill('Phép tính', 'dau - thoat + chua_co = cuoi');
	await specialist.fill('Diễn giải', 'Thử');
	await specialist.press('Thêm phép kiểm tra');
	await specialist.see('checks-refused', { status: 422 });
	await specialist.fill('Phép tính', 'dau - thoat + tai + moi = cuoi');
	await specialist.fill('Diễn giải',
		'Cuối kỳ phải bằng đầu kỳ trừ thoát nghèo cộng tái nghèo cộng phát sinh');
	await specialist.press('Thêm phép kiểm tra');
	await specialist.see('checks');
}

// A form of sections, each of a plan.
export async function design(w) {
	const { specialist } = w;

	await specialist.go('/report/form');
	await specialist.fill('Tên mẫu báo cáo', 'Kết quả phong trào thi đua vì người nghèo');
	await specialist.choose('Loại báo cáo', { label: 'Định kỳ' });
	await specialist.fill('Văn bản quy định', 'Mục V.1 của kế hoạch');
	await specialist.press('Lập mẫu báo cáo');
	w.form = specialist.where;
	check(/^\/report\/form\/\d+$/.test(w.form), `the form is made: ${w.form}`);
	await specialist.see('report-form-empty');
	await specialist.follow('Thêm phần');
	await specialist.fill('Tên phần', 'Hộ nghèo và nguồn lực');
	await specialist.choose('Loại phần', { label: 'Số liệu' });
	await specialist.page.getByLabel('Kế hoạch', { exact: true }).selectOption(String(w.plan));
	await specialist.fill('Chỉ số, mỗi dòng một mã', 'ho\nkhong_co');
	await specialist.press('Lưu phần này');
	await specialist.see('report-section-refused', { status: 422 });
	await specialist.fill('Chỉ số, mỗi dòng một mã',
		'ho\ndau < cuoi\nthoat\ntai\nmoi\ncuoi\nty_le\ntien');
	await specialist.see('report-section', { status: 422, key: true });
	await specialist.press('Lưu phần này');
	await specialist.go(w.form);
	await specialist.follow('Thêm phần');
	await specialist.fill('Tên phần', 'Cách làm hay, vướng mắc');
	await specialist.choose('Loại phần', { label: 'Thuyết minh' });
	await specialist.page.getByLabel('Kế hoạch', { exact: true }).selectOption(String(w.plan));
	await specialist.press('Lưu phần này');
	await specialist.go(w.form);
	await specialist.see('report-form', { key: true });
	await specialist.picture('report-design');
	await specialist.has(specialist.where && 'Hộ nghèo và nguồn lực');
}

async function addPeriod(w, name, days) {
	const { specialist } = w;
	const [from, to, opens, due, later] = days.map((n) => day(n));

	await specialist.go(`${w.form}/period`);
	await specialist.fill('Tên kỳ', name);
	await specialist.fill('Số liệu từ ngày', from);
	await specialist.fill('Số liệu đến ngày', to);
	await specialist.fill('Mở nhập từ ngày', opens);
	await specialist.fill('Xã, phường, thị trấn, đặc khu', due);
	await specialist.picture('period-add');
	if (later)
		await specialist.fill('Mặt trận Tổ quốc, đoàn thể', later);
	await specialist.press('Lưu kỳ báo cáo');
	same(specialist.where, w.form, `the period ${name} is made`);
	return Number(/\/report\/period\/(\d+)/.exec(await specialist.page
		.getByRole('link', { name, exact: true }).getAttribute('href'))[1]);
}

export async function period(w) {
	const { specialist } = w;

	await specialist.go(`${w.form}/period`);
	await specialist.see('period-add', { key: true });
	await specialist.choose('Đề xuất theo Nghị định 09/2019/NĐ-CP', { index: 1 });
	await specialist.press('Điền ngày đề xuất');
	check((await specialist.page.getByLabel('Số liệu từ ngày').inputValue()) !== '',
		'days are proposed');
	await specialist.fill('Xã, phường, thị trấn, đặc khu', '31/02/2026');
	await specialist.press('Lưu kỳ báo cáo');
	await specialist.see('period-refused', { status: 422 });
	// late even where the due date falls on a weekend and is moved
	w.period = await addPeriod(w, 'Kỳ đầu', [-110, -20, -19, -8, 6]);
	await specialist.go(`/report/period/${w.period}/late`);
	await specialist.see('late-all', { key: true });
}

async function type(who, answer, text) {
	for (const [code, value] of Object.entries(answer))
		await who.fill(of(code), value);
	if (text)
		await who.fill('Cách làm hay, vướng mắc', text);
}

async function begin(w, who) {
	await who.go('/report');
	await who.click(who.page.locator('.tasks a', { hasText: 'Bắt đầu nhập' }).first());
	check(who.where.startsWith(`/report/period/${w.period}/unit/`), `the form: ${who.where}`);
}

// Half-filled, then at odds with itself, then right.
export async function fillIn(w) {
	const { officer, officer2 } = w;

	await officer.go('/report');
	await officer.see('reports-officer', { key: true });
	await begin(w, officer);
	await officer.see('report-empty', { key: true });
	await officer.fill(of('ho'), '8l2');
	await officer.press('Lưu nháp');
	await officer.see('report-refused', { status: 422 });
	same(await officer.page.getByLabel(of('ho'), { exact: true }).inputValue(), '8l2',
		'a wrong number stays as typed');
	await officer.fill(of('ho'), '812');
	await officer.press('Lưu nháp');
	w.report = [Number(/^\/report\/(\d+)/.exec(officer.where)?.[1])];
	check(w.report[0] > 0, `a half-filled draft is kept: ${officer.where}`);
	await officer.see('report-half');
	await officer.press('Lưu và kiểm tra');
	await officer.see('report-check-lacking', { status: officer.status });
	await officer.go(`/report/${w.report[0]}`);
	await type(officer, { ...answers[0], cuoi: '83' },
		'Vận động *mỗi tổ chức* nhận giúp một hộ:\n\n- cho vay giống\n- dạy nghề\n\nVướng: vốn về chậm.');
	await officer.press('Lưu và kiểm tra');
	await officer.see('report-check-fault', { status: officer.status, key: true });
	await officer.picture('report-check');
	await officer.has('nhưng đang ghi', 'the identity does not hold');
	await officer.hasNot('Trình lãnh đạo gửi');
	await officer.follow(new RegExp(`^Sửa ô này ?: ${of('cuoi')}$`));
	await officer.fill(of('cuoi'), answers[0].cuoi);
	await officer.press('Lưu và kiểm tra');
	await officer.hasNot('nhưng đang ghi');
	await officer.see('report-check', { status: officer.status, key: true });
	await officer.press('Trình lãnh đạo gửi');
	await officer.see('report-signing');
	await begin(w, officer2);
	await type(officer2, answers[1], 'Ba bản có tổ vay vốn.');
	await officer2.press('Lưu và kiểm tra');
	w.report.push(Number(/^\/report\/(\d+)/.exec(officer2.where)?.[1]));
	await officer2.press('Trình lãnh đạo gửi');
	// what is a sibling's is not there, in any face
	for (const face of ['', '.json', '/check', '/receipt'])
		same((await officer.fetch(`/report/${w.report[1]}${face}`)).status, 404,
			`a sibling's report${face}`);
}

async function send(w, who) {
	await who.go('/report/sign');
	await who.press('Gửi báo cáo');
	check(/\/receipt$/.test(who.where), `sent: ${who.where}`);
	return who.text('.code');
}

export async function leadersSend(w) {
	const { leader, leader2, officer } = w;

	same(await officer.go('/report/sign'), 403, 'an officer does not send');
	await leader.go('/');
	await leader.see('home-leader', { key: true });
	await leader.go('/report/sign');
	await leader.see('report-sign', { key: true });
	await leader.picture('report-send');
	const receipt = await send(w, leader);
	check(/^BC-\d{4}-\d+$/.test(receipt), `a receipt: ${receipt}`);
	await leader.see('report-receipt', { key: true });
	await leader.picture('report-receipt');
	await leader.follow('Xem bản đã gửi');
	await leader.see('report-sent', { key: true });
	check(await send(w, leader2) !== receipt, 'each receipt has a number of its own');
	await leader2.go('/report/sign');
	await leader2.see('report-sign-none');
}

// One is returned with a reason at a field, and comes again; all are accepted.
export async function review(w) {
	const { specialist, officer2, leader2 } = w;
	const [first, second] = w.report;
	const reason = 'Chưa tính phần doanh nghiệp ủng hộ';

	await specialist.go('/');
	await specialist.see('home-specialist', { key: true });
	await specialist.go('/report');
	await specialist.see('reports-specialist', { key: true });
	await specialist.go(`/report/${second}/review`);
	await specialist.see('report-review', { key: true });
	await specialist.picture('report-review');
	await specialist.press('Trả lại báo cáo');
	await specialist.see('report-review-refused', { status: 422 });
	await specialist.page.getByLabel(`Lý do trả lại ô này: ${of('tien')}`).fill(reason);
	await specialist.press('Trả lại báo cáo');
	await officer2.go('/report');
	await officer2.see('reports-returned');
	await officer2.click(officer2.page.locator('.tasks a', { hasText: 'Sửa và gửi lại' }).first());
	await officer2.has(reason, 'the reason stands at its field');
	await officer2.see('report-returned', { key: true });
	await officer2.picture('report-returned');
	w.before = number(answers[1].tien);
	answers[1].tien = '901,2';
	await officer2.fill(of('tien'), answers[1].tien);
	await officer2.press('Lưu và kiểm tra');
	await officer2.press('Trình lãnh đạo gửi lại');
	await leader2.go('/report/sign');
	await leader2.press('Gửi báo cáo');
	check(/\/receipt$/.test(leader2.where), `sent again: ${leader2.where}`);
	for (const id of [first, second]) {
		await specialist.go(`/report/${id}/review`);
		await specialist.press('Tiếp nhận báo cáo');
		await specialist.has('Đã tiếp nhận');
	}
	await specialist.see('report-accepted', { key: true });
	const copies = await officer2.page.context().request
		.get(`${w.portal.url}/report/${second}.json`).then((reply) => reply.json());
	check(JSON.stringify(copies).includes('901.2'), 'the corrected figure is the report\'s');
}

export async function totals(w) {
	const { specialist, seed } = w;
	const page = `/report/period/${w.period}/totals`;

	await specialist.go(page);
	await specialist.see('totals', { key: true });
	await specialist.picture('totals');
	const { rows } = await specialist.json(`${page}.json`);
	const row = (name) => rows.find(({ unit }) => unit === name || unit.endsWith(name)) ?? {};
	const own = (list, at, name) => {
		for (const [code] of indicators)
			same(at[code], total(code, list), `${of(code)} of ${name}`);
		same(at.ty_le, percent(list), `the rate of ${name} comes from its counts`);
	};
	own(answers, row(seed.office), seed.office);
	for (const [code, below] of seed.summed) {
		const name = seed.units.find(([c]) => c === code)[1];
		own(below.map((unit) => answers[seed.begun.indexOf(unit)]), row(name), name);
	}
	await specialist.has(percent().toFixed(2).replace('.', ','), 'the rate is shown');
	for (const face of ['csv', 'xlsx'])
		same((await specialist.fetch(`${page}.${face}`)).status, 200, `totals as .${face}`);
}

export async function late(w) {
	const { specialist, council, seed } = w;
	const page = `/report/period/${w.period}/late`;
	const [, name, , , contact, phone] = seed.units.find(([code]) => code === seed.idle);

	await specialist.go(`${page}?what=missing`);
	await specialist.has(name, 'who has not sent');
	await specialist.has(contact, 'whom to call');
	await specialist.has(phone, 'the phone');
	await specialist.press(`Ghi đã nhắc ${name}`);
	await specialist.has('1 lần', 'the reminder is noted');
	await specialist.go(page);
	await specialist.see('late', { key: true });
	await specialist.picture('report-late');
	await specialist.go('/board');
	await specialist.see('board', { key: true });
	await specialist.picture('board');
	const all = (await specialist.json(`${page}.json`)).rows;
	same(all.length, 3, 'late: two that sent late, one that did not');
	same(all.filter(({ unit }) => unit === name).length, 1, 'the missing one is among them');
	for (const target of ['/report', page, `/report/period/${w.period}/totals`])
		same(await council.go(target), 200, `the council sees ${target}`);
	await council.see('totals-council');
}

// The next period brings the last one's end as its own beginning.
export async function nextPeriod(w) {
	const { officer } = w;

	w.period = await addPeriod(w, 'Kỳ hai', [-19, -8, -7, 12]);
	await begin(w, officer);
	await officer.see('report-next', { key: true });
	const start = officer.page.getByLabel(of('dau'), { exact: true });
	same(await start.inputValue(), answers[0].cuoi, 'the last period\'s end is carried over');
	check(await start.getAttribute('readonly') !== null, 'and is not typed again');
	await officer.has('1.234,5', 'the last value stands beside the field');
	await officer.picture('report-form', 'main table');
}
