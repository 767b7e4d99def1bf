// evaluation.mjs - a round of the plan: its points, the sheets of two units, the review,
// ranks that nobody else sees until they are published.

import { check, guide, same } from './person.mjs';
import { day } from './portal.mjs';

const at = (w, rest = '') => `/evaluation/round/${w.round}${rest}`;
const unit = (w, code) => w.seed.units.find(([c]) => c === code)[1];
// The class of the two that report: communes.
const judged = (w) => w.seed.classes.findIndex((kinds) =>
	kinds.includes('Xã, phường, thị trấn, đặc khu'));
const reason = 'Biên bản họp mới có ở hai bản, trừ nửa điểm';

// Points for every class, shared out; a formula; the grades.
export async function round(w) {
	const { specialist, officer } = w;
	const page = specialist.page;

	await officer.go('/evaluation');
	await officer.see('evaluations-none');
	await specialist.go('/evaluation');
	await specialist.follow('Lập đợt đánh giá');
	await specialist.choose('Kế hoạch', String(w.plan));
	await specialist.see('evaluation-add', { key: true });
	await specialist.fill('Hạn gửi phiếu', '31/02/2026');
	await specialist.press('Lập đợt đánh giá');
	await specialist.see('evaluation-add-refused', { status: 422 });
	for (const [label, n] of [['Đánh giá từ ngày', -200], ['Đến ngày', 10],
		['Số đầu kỳ lấy đến ngày', -150], ['Hạn gửi phiếu', 20]])
		await specialist.fill(label, day(n));
	await specialist.press('Lập đợt đánh giá');
	w.round = Number(/^\/evaluation\/round\/(\d+)$/.exec(specialist.where)?.[1]);
	check(w.round > 0, `the round is begun: ${specialist.where}`);
	await specialist.see('evaluation-round-new');
	const classes = await page.locator('#classes th a').evaluateAll((all) =>
		all.map((a) => a.getAttribute('href')));
	same(classes.length, w.seed.classes.length, 'a scale for each class of the plan');
	await specialist.press('Mở đợt đánh giá');
	await specialist.see('evaluation-open-refused', { status: 422 });
	for (const [n, path] of classes.entries()) {
		await specialist.go(path);
		await specialist.press('Chia đều 100 điểm');
		if (n === 0)
			await specialist.see('evaluation-class', { key: true });
	}
	await specialist.picture('evaluation-points');
	const { classes: made } = await specialist.json(at(w, '.json'));
	same(made.map(({ criteria }) => criteria.length).join(), w.seed.counts.join(),
		'a line for each criterion of the plan');
	for (const { name, criteria } of made)
		same(criteria.reduce((n, { points }) => n + Math.round(points * 100), 0), 10000,
			`points of ${name}`);
	// the first criterion of those who are judged fills itself
	await specialist.go(classes[judged(w)]);
	await specialist.follow('Đặt cách tính', false);
	await specialist.choose('Công thức', 'F7');
	await specialist.press('Chọn công thức');
	await specialist.see('evaluation-item', { key: true });
	await specialist.press('Lưu cách tính');
	await specialist.go(classes[judged(w)]);
	await specialist.has('F7', 'how the criterion is computed');
	await specialist.go(`${classes[judged(w)]}/print`);
	await specialist.see('evaluation-blank', { key: true });
	await specialist.picture('evaluation-blank', '.vb');
	await specialist.go(at(w, '/grades'));
	for (const [n, [name, least]] of [['Hoàn thành xuất sắc', '90'], ['Hoàn thành tốt', '80'],
		['Hoàn thành', '50'], ['Chưa hoàn thành', '0']].entries()) {
		await specialist.fill(`Tên mức ${n + 1}`, name);
		await specialist.fill(`Từ % điểm tối đa, ${n + 1}`, least);
	}
	await specialist.see('evaluation-grades', { key: true });
	await specialist.press('Lưu mức xếp loại');
	await specialist.go(at(w));
	// what is opened knowingly is named, each with its link, and said to have been seen
	const seen = page.getByLabel(/^Đã xem các điều nêu/);
	if (await seen.count()) {
		check(await page.locator('#lacks li a').count() > 0, 'what it lacks, with links');
		await specialist.see('evaluation-lacks', { key: true });
		await seen.check();
	}
	await specialist.press('Mở đợt đánh giá');
	await specialist.see('evaluation-round', { key: true });
	await specialist.picture('evaluation-round');
	same((await specialist.json(at(w, '.json'))).state, 'open', 'the round is open');
}

async function begin(who) {
	await who.go('/evaluation');
	await who.click(who.page.locator('.tasks a', { hasText: 'Bắt đầu chấm' }).first());
	await who.press(/^(Bắt đầu chấm|Lưu nháp)$/);
	return Number(/^\/evaluation\/(\d+)/.exec(who.where)?.[1]);
}

// Every criterion that a person scores, with words beside it.
async function score(who, off) {
	const fields = who.page.getByLabel(/^Điểm tự chấm/), words = who.page.getByLabel(/^Thuyết minh:/);
	const many = await fields.count();

	for (let i = 0; i < await words.count(); i++)
		await words.nth(i).fill('Biên bản bình xét số 04/BB, có danh sách kèm theo.');
	for (let i = 0; i < many; i++) {
		const most = await fields.nth(i).evaluate((field) =>
			field.closest('tr').querySelector('td:last-child').textContent.trim());
		const points = Math.floor(Number(most.replaceAll('.', '').replace(',', '.'))) - off;
		await fields.nth(i).fill(String(points));
	}
	return many;
}

export async function fillSheets(w) {
	const { officer, officer2, seed } = w;

	await officer.go('/evaluation');
	await officer.see('evaluations-officer', { key: true });
	w.sheets = [await begin(officer)];
	check(w.sheets[0] > 0, `the sheet is begun: ${officer.where}`);
	await officer.see('evaluation-empty', { key: true });
	await officer.has('Cổng tính', 'what fills itself');
	await officer.page.getByLabel(/^Điểm tự chấm/).first().fill('999');
	await officer.press('Lưu nháp');
	await officer.see('evaluation-refused', { status: 422 });
	check(await score(officer, 0) > 1, 'criteria that a person scores');
	if (guide)		// to be pictured without the fault
		await officer.press('Lưu nháp');
	await officer.picture('evaluation-sheet', 'main table');
	await officer.fill('Nhận xét chung của đơn vị', 'Chưa bao gồm kết quả tháng cuối năm.');
	await officer.press('Xem lại rồi gửi');
	await officer.see('evaluation-check', { key: true });
	await officer.picture('evaluation-check');
	await officer.press('Trình lãnh đạo gửi');
	w.sheets.push(await begin(officer2));
	await score(officer2, 2);
	await officer2.press('Xem lại rồi gửi');
	await officer2.press('Trình lãnh đạo gửi');
	for (const face of ['', '.json', '/print', '/receipt', '/check'])
		same((await officer.fetch(`/evaluation/${w.sheets[1]}${face}`)).status, 404,
			`${unit(w, seed.begun[1])}'s sheet${face}`);
}

export async function leadersSendSheets(w) {
	for (const [n, leader] of [w.leader, w.leader2].entries()) {
		await leader.go('/evaluation');
		await leader.click(leader.page.locator('.tasks a', { hasText: 'Kiểm tra và gửi' }).first());
		if (!n)
			await leader.see('evaluation-leader', { key: true });
		await leader.press('Gửi phiếu chấm');
		check(/\/receipt$/.test(leader.where), `the sheet is sent: ${leader.where}`);
	}
	await w.leader2.see('evaluation-receipt', { key: true });
	check(/^PC-\d{4}-\d+$/.test(await w.leader2.text('.code')), 'with a number of its own');
	await w.leader2.follow('Xem bản đã gửi');
	await w.leader2.see('evaluation-sent');
	await w.leader2.go(`/evaluation/${w.sheets[1]}/print`);
	await w.leader2.see('evaluation-print', { key: true });
}

// A score that differs has its reason; one click takes the rest.
export async function reviewSheets(w) {
	const { specialist, officer } = w;
	const [first, second] = w.sheets;

	await specialist.go('/evaluation');
	await specialist.see('evaluations-specialist', { key: true });
	await specialist.go(`/evaluation/${second}/review`);
	await specialist.see('evaluation-review', { key: true });
	const field = specialist.page.getByLabel(/^Điểm thẩm định:/).last();
	const why = specialist.page.getByLabel(/^Lý do:/).last();
	await field.fill('1,5');
	await why.fill(reason);
	await specialist.picture('evaluation-review', 'main table');
	await why.fill('');
	await specialist.press('Xong thẩm định');
	await specialist.see('evaluation-review-refused', { status: 422 });
	await why.fill(reason);
	await specialist.page.locator('summary', { hasText: 'Chấp nhận nhanh' }).click();
	await specialist.press('Chấp nhận cả phiếu');
	same(specialist.where, at(w, '/units'), 'the second is reviewed');
	await specialist.press(new RegExp(`^Chấp nhận ${unit(w, w.seed.begun[0])}$`));
	await specialist.see('evaluation-sheets', { key: true });
	for (const id of [first, second]) {
		await specialist.go(`/evaluation/${id}`);
		await specialist.has('Đã thẩm định');
	}
	await specialist.see('evaluation-reviewed', { key: true });
	await w.officer2.go(`/evaluation/${second}`);
	await w.officer2.has(reason, 'the unit reads the reason');
	await officer.go(`/evaluation/${first}`);
	await officer.hasNot(reason, 'the other\'s sheet');
}

// Until it is published a unit sees its own result, in no face another's.
export async function publishRanks(w) {
	const { specialist, officer, officer2, seed } = w;
	const page = at(w, '/results'), [one, other] = seed.begun.map((code) => unit(w, code));
	const hidden = async (who, what) => {
		for (const face of ['', '.json', '.csv', `?q=${encodeURIComponent(other)}`, '?sort=rank'])
			check(!(await who.fetch(face.startsWith('.') ? page + face : page + face)).text
				.replace(/<option[^>]*>|value="[^"]*"/g, '').includes(other), `${what}${face}`);
	};

	await hidden(officer, 'the other\'s hidden result at results');
	await officer.go(page);
	await officer.has(one, 'one\'s own result');
	await officer.see('evaluation-own-result', { key: true });
	await specialist.go(at(w));
	await specialist.press('Thôi nhận phiếu');
	await hidden(officer, 'the other\'s result after the round is closed, at results');
	await specialist.go(page);
	await specialist.see('evaluation-ranking', { key: true });
	const { rows } = await specialist.json(`${page}.json`);
	same(rows.length, 2, 'two sheets are ranked');
	check(rows.every(({ rank }) => rank >= 1), 'each has its rank');
	await specialist.follow('Công bố kết quả');
	const decision = async (words) => {
		await specialist.fill('Số, ký hiệu quyết định', '45/QĐ-UBND');
		await specialist.fill('Ngày quyết định', day());
		await specialist.fill('Gõ lại để công bố', words);
	};
	await decision('đồng ý');
	await specialist.press('Công bố kết quả');
	await specialist.see('evaluation-publish-refused', { status: 422 });
	await specialist.go(at(w, '/publish'));
	await decision('công bố');
	// of other units no sheet came: that is said, and not passed over
	await specialist.press('Công bố kết quả');
	await specialist.see('evaluation-publish-lacking', { status: 422 });
	await specialist.go(at(w, '/publish'));
	await decision('công bố');
	await specialist.page.getByLabel(/^Công bố dù thiếu/).check();
	await specialist.fill('Lý do công bố thiếu phiếu', 'Quá hạn, đã đôn đốc hai lần mà không gửi.');
	await specialist.see('evaluation-publish', { key: true });
	await specialist.picture('evaluation-publish');
	await specialist.press('Công bố kết quả');
	same(specialist.where, page, 'the results are published');
	await officer2.go(page);
	await officer2.has('45/QĐ-UBND');
	await officer2.see('evaluation-results', { key: true });
	await officer2.picture('evaluation-results');
	same((await officer2.fetch(`/evaluation/${w.sheets[0]}`)).status, 404,
		'ranks are open, sheets stay their units\'');
	for (const face of ['csv', 'xlsx'])
		same((await officer2.fetch(`${page}.${face}`)).status, 200, `results as .${face}`);
	// of one cluster or none: whoever is ranked with another sees it now
	const seen = (await officer2.json(`${page}.json`)).rows;
	check(seen.some(({ rank }) => rank >= 1), 'one\'s own rank');
}
