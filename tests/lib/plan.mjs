// plan.mjs - a plan, from the pasted text to the units that acknowledge it.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { faultsByDecree } from './decree.mjs';
import { Person, check, guide, same } from './person.mjs';
import { day } from './portal.mjs';

const plan = (w, rest = '') => `/plan/${w.plan}${rest}`;

/* A page of text, as short as poppler takes it. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 58>>stream
BT /F 14 Tf 90 700 Td (Ke hoach thi dua nam 2026) Tj ET   
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
`;

async function intake({ specialist }) {
	await specialist.follow('Tải tệp Word, PDF');
	await specialist.see('intake-choose');
	await specialist.press('Đọc tệp');
	await specialist.see('intake-refused', { status: 422 });
	await specialist.page.getByLabel('Tệp Word hoặc PDF').setInputFiles({ name: 'a.pdf',
		mimeType: 'application/pdf', buffer: Buffer.from(pdf) });
	await specialist.press('Đọc tệp');
	await specialist.see('intake-read');
	same(await specialist.page.getByLabel('Văn bản', { exact: true }).inputValue(),
		'Ke hoach thi dua nam 2026\n', 'a PDF is read, in the jail');
	await specialist.go('/plan/add');
}

export async function paste(w) {
	const { specialist, seed } = w;

	await specialist.go('/plan');
	await specialist.follow('Đưa văn bản vào');
	await intake(w);
	await specialist.see('plan-paste', { key: true });
	await specialist.fill('Văn bản', seed.text);
	await specialist.picture('plan-paste', 'main form');
	await specialist.fill('Văn bản', 'ngắn');
	await specialist.press('Đọc văn bản');
	await specialist.see('plan-paste-refused', { status: 422 });
	await specialist.fill('Văn bản', seed.text);
	await specialist.press('Đọc văn bản');
	w.plan = Number(/^\/plan\/(\d+)\/edit$/.exec(specialist.where)?.[1]);
	check(w.plan > 0, `the text is read: ${specialist.where}`);
	await specialist.see('plan-result', { key: true });
	await specialist.picture('plan-read', '.half');

	const is = await specialist.json(plan(w, '.json'));
	for (const [name, value] of Object.entries(seed.head))
		same(is[name], value, `${name} of the text`);
	same(is.classes.map(({ criteria }) => criteria.length).join(), seed.counts.join(),
		'criteria of each class');
	await specialist.has(`Đối tượng: ${seed.counts.length}; tiêu chí: `
		+ seed.counts.reduce((a, b) => a + b), 'classes and criteria are counted');
	for (const name of seed.missing)
		await specialist.has(`${name}: chưa có, xem lại`,
			'what is missing is listed');
	check(seed.missing.length > 0 || !(await specialist.text()).includes('chưa có, xem lại'),
		'nothing is missing where all is there');
	check(is.clauses.some(({ anchor }) => anchor === seed.clause), `clause ${seed.clause} is there`);
}

export async function correct(w) {
	const { specialist, seed } = w;

	await specialist.fill('Ngày ban hành', '31/02/2022');
	await specialist.press('Lưu nháp');
	await specialist.see('plan-result-refused', { status: 422 });
	same(await specialist.page.getByLabel('Ngày ban hành', { exact: true }).inputValue(),
		'31/02/2022', 'a wrong day stays as typed');
	await specialist.go(plan(w, '/edit'));
	for (const [label, value] of Object.entries(seed.correct ?? {}))
		await specialist.fill(label, value);
	await specialist.fill('Hạn đăng ký tham gia', w.signupDue);
	await specialist.press('Lưu và sang tiêu chí');
	same(specialist.where, plan(w, '/criteria'), 'the next step is criteria');
}

export async function criteria(w) {
	const { specialist, seed } = w;
	const page = specialist.page;

	await specialist.see('plan-criteria', { key: true });
	await specialist.picture('plan-criteria');
	const classes = page.locator('main section');
	same(await classes.count(), seed.classes.length, 'a table for each class');
	for (const [i, kinds] of seed.classes.entries()) {
		const boxes = classes.nth(i).getByRole('checkbox');
		for (let b = 0; b < await boxes.count(); b++)
			await boxes.nth(b).uncheck();
		for (const kind of kinds)
			await classes.nth(i).getByLabel(kind, { exact: true }).check();
	}
	await classes.nth(0).getByLabel('Điểm tối đa', { exact: false }).first().fill('mười');
	await specialist.press('Lưu tiêu chí');
	await specialist.see('plan-criteria-refused', { status: 422 });
	await classes.nth(0).getByLabel('Điểm tối đa', { exact: false }).first().fill('10,5');
	await specialist.press('Lưu và sang nơi nhận');
	same(specialist.where, plan(w, '/recipients'), 'the next step is recipients');
	const is = await specialist.json(plan(w, '.json'));
	same(is.classes[0].criteria[0].points, 10.5, 'points are kept');
	same(is.classes.map(({ kinds }) => kinds.split(' ').filter(Boolean).length).join(),
		seed.classes.map((kinds) => kinds.length).join(), 'kinds of each class are kept');
}

export async function recipients(w) {
	const { specialist, seed } = w;
	const rows = specialist.page.locator('main tbody tr');
	const [text, kind] = seed.added, last = seed.recipients;	// the archive's has its own boxes

	same(await rows.count(), seed.recipients + 1, 'a line for each recipient but the archive, and two more');
	const tie = async (n, purpose, to) => {
		const row = rows.nth(n - 1);
		await specialist.choose(`Để ${n}`, { label: purpose });
		await row.locator('summary').click();
		await row.getByLabel(to, { exact: true }).check();
	};
	for (const [n, purpose, to] of seed.bound)
		await tie(n, purpose, to);
	await specialist.fill(`Dòng nơi nhận ${last}`, text);
	await tie(last, 'Thực hiện', kind);
	await specialist.see('plan-recipients', { key: true });
	await specialist.picture('plan-recipients', 'main table');
	await specialist.fill('và mã đơn vị 1', 'KHONG');
	await specialist.press('Lưu nơi nhận');
	await specialist.see('plan-recipients-refused', { status: 422 });
	await specialist.fill('và mã đơn vị 1', '');
	await specialist.press('Lưu và xem toàn văn');
	same(specialist.where, plan(w), 'then the whole is shown');
	await specialist.see('plan-draft', { key: true });
}

// Communes are asked for plans of their own; it carries out none that the portal holds.
export async function tree(w) {
	const { specialist } = w;

	await specialist.follow('Kế hoạch cấp trên, kế hoạch của đơn vị');
	await specialist.see('plan-tree', { key: true });
	await specialist.fill('Hạn ban hành kế hoạch của đơn vị', day(30));
	await specialist.press('Lưu');
	await specialist.see('plan-tree-refused', { status: 422 });
	await specialist.page.getByRole('checkbox', { name: 'Xã, phường, thị trấn, đặc khu' }).check();
	await specialist.press('Lưu');
	same(specialist.where, plan(w), 'it is kept');
	await specialist.has('Đơn vị phải ban hành kế hoạch của mình');
}

// Submitted, returned once with a reason, submitted again, approved, numbered.
export async function sign(w) {
	const { specialist, signer, clerk, officer, seed } = w;
	const reason = 'Mục II.3: ghi rõ tổ dân phố ở phường. Sửa xong trình lại.';

	same(await officer.go(plan(w)), 404, 'a draft is nobody else\'s');
	await officer.see('not-found', { status: 404, key: true });
	await specialist.press('Trình lãnh đạo duyệt');
	await specialist.has('Đã trình, chờ duyệt');
	await signer.go('/');
	await signer.see('home-signer', { key: true });
	await signer.picture('home-signer');
	await signer.go(plan(w));
	const back = signer.page.locator('details', { hasText: 'Trả lại dự thảo' });
	await back.locator('summary').click();
	await signer.click(back.getByRole('button', { name: 'Trả lại dự thảo' }));
	await signer.see('plan-return-without-reason', { status: 422 });
	await back.getByLabel('Lý do').fill(reason);
	await signer.click(back.getByRole('button', { name: 'Trả lại dự thảo' }));
	await signer.has('Bị trả lại');
	await specialist.go('/');
	await specialist.see('home-returned', { key: true });
	await specialist.has(reason, 'the reason stands on top of the task');
	await specialist.go(plan(w));
	await specialist.see('plan-returned');
	await specialist.press('Trình lại');
	await signer.go(plan(w));
	await signer.picture('plan-approve');
	await signer.press('Duyệt kế hoạch');
	await signer.has('Đã duyệt, chờ cấp số');
	await clerk.go(plan(w));
	await clerk.follow('Cấp số và ban hành');
	await clerk.fill('Số, ký hiệu', '');
	await clerk.press('Cấp số và ban hành');
	await clerk.see('plan-issue-refused', { status: 422 });
	await clerk.go(plan(w, '/issue'));
	await clerk.see('plan-issue', { key: true });
	if (!await clerk.page.getByLabel('Số, ký hiệu', { exact: true }).inputValue())
		await clerk.fill('Số, ký hiệu', seed.correct['Số, ký hiệu']);
	await clerk.picture('plan-issue');
	await clerk.press('Cấp số và ban hành');
	await clerk.see('plan-issue-too-early', { status: 422 });
	await clerk.fill('Ngày ban hành', day());
	await clerk.press('Cấp số và ban hành');
	await clerk.see('plan-issued', { key: true });
	same((await specialist.json(plan(w, '.json'))).state, 'issued', 'the plan is issued');
	same(await specialist.go(plan(w, '/edit')), 409, 'an issued plan is not edited');
	await specialist.see('conflict', { status: 409 });
}

// As printed, and as the file for Word that an office opens and prints: by the decree.
export async function onPaper(w, anyone, at, annexes = 0) {
	if (guide)
		return;
	const is = await anyone.json(`${at}.json`), of = { number: is.number || '..........', signer: is.signer_name ?? is.signer, annexes };
	const dir = mkdtempSync(path.join(os.tmpdir(), 'portal-paper-'));
	of.issuer = is.issuer ?? is.unit_name ?? w.seed.issuer;
	try {
		await anyone.page.pdf({ path: path.join(dir, 'print.pdf'), format: 'A4', preferCSSPageSize: true });
		const word = await anyone.context.request.get(`${w.portal.url}${at}/print.docx`);
		writeFileSync(path.join(dir, 'word.docx'), await word.body());
		await promisify(execFile)('soffice', [`-env:UserInstallation=file://${dir}/office`, '--headless',
			'--convert-to', 'pdf', '--outdir', dir, path.join(dir, 'word.docx')], { timeout: 120000 });
		for (const paper of ['print', 'word']) {
			const faults = await faultsByDecree(path.join(dir, `${paper}.pdf`), of);
			check(!faults.length, `${w.seed.name}, ${paper}, by the decree: ${faults.join('; ')}`);
		}
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}

export async function publish(w) {
	const { seed } = w;
	const anyone = await Person.come(w.theatre);

	await anyone.go('/');
	await anyone.see('home', { key: true });
	await anyone.go(`/plan?q=${encodeURIComponent(seed.found)}`);
	await anyone.see('plans-found', { key: true });
	await anyone.click(anyone.page.getByRole('link', { name: /KH-UBND/ }).first());
	same(anyone.where, plan(w), 'the plan is found by its words');
	await anyone.go('/plan?q=khongcotunay');
	await anyone.see('plans-not-found');
	await anyone.go(plan(w));
	await anyone.see('plan-public', { key: true });
	check(await anyone.page.locator(`[id="${seed.clause}"]`).count() === 1,
		'a clause has its anchor');
	await anyone.hasNot('0912 345 678', 'the public page');
	await anyone.go(plan(w, '/print'));
	await anyone.see('plan-print', { key: true });
	await anyone.picture('plan-print', '.vb');
	await onPaper(w, anyone, plan(w));
	for (const face of ['csv', 'xlsx', 'json'])
		same((await anyone.fetch(`/plan.${face}`)).status, 200, `/plan.${face}`);
	await anyone.context.close();
}

// Annexes stand after the signature, on pages of their own.
export async function annexes(w) {
	const { specialist } = w;
	const text = `ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH THỬ Độc lập - Tự do - Hạnh phúc

KẾ HOẠCH
Phong trào thi đua làm đường qua bản

Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:
I. YÊU CẦU
1. Mỗi xã làm thêm đường theo Phụ lục I, báo cáo theo mẫu ở Phụ lục II, trước ngày 10 tháng 12 hằng năm để tỉnh tổng hợp, xét khen thưởng.
2. Xã nào chưa có kế hoạch của mình thì ban hành trong quý I, gửi về tỉnh một bản để theo dõi, đôn đốc và giúp đỡ khi cần.
II. TỔ CHỨC THỰC HIỆN
1. Các xã thực hiện; nơi nào có khó khăn thì báo cáo ngay, không chờ đến kỳ báo cáo, để tỉnh giải quyết trong thẩm quyền của mình./.

Nơi nhận:
- Các xã;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Thử

PHỤ LỤC I
CHỈ TIÊU GIAO CÁC XÃ
(Kèm theo Kế hoạch của Ủy ban nhân dân tỉnh Thử)
${Array.from({ length: 40 }, (_, n) => `${n + 1}. Xã thứ ${n + 1}: làm thêm ${n + 2} km đường trong năm, mặt đường rộng từ 3 m trở lên, có rãnh thoát nước.`).join('\n')}
PHỤ LỤC II
MẪU BÁO CÁO
1. Số km đường đã làm.
2. Số ngày công đã góp.
`;

	await specialist.go('/plan/add');
	await specialist.fill('Văn bản', text);
	await specialist.press('Đọc văn bản');
	const at = /^\/plan\/\d+/.exec(specialist.where)?.[0];
	w.theatre.whose.push('Tỉnh Thử');
	await specialist.go(`${at}/print`);
	await specialist.see('plan-annexes', { key: true });
	await onPaper(w, specialist, at, 2);
}

export async function acknowledge(w) {
	for (const who of [w.officer, w.officer2]) {
		await who.go('/');
		await who.has('Ký nhận', 'what waits for the officer');
		if (who === w.officer) {
			await who.see('home-officer', { key: true });
			await who.picture('home-officer');
		}
		await who.go(plan(w));
		same(who.where, plan(w), 'opening is noted on the way');
		if (who === w.officer)
			await who.picture('plan-acknowledge');
		await who.press('Ký nhận kế hoạch');
		await who.has('đã ký nhận lúc');
	}
	await w.officer.see('plan-received');
	await w.officer.has('phải ban hành kế hoạch của mình');
	await w.specialist.go(plan(w, '/delivery'));
	await w.specialist.see('plan-delivery', { key: true });
	await w.specialist.picture('plan-delivery');
	await w.specialist.fitsLong('.tag', 'bản giấy, 10/04/2026, Lò Văn Sung, Trưởng bản');
	const list = await w.specialist.json(plan(w, '/delivery.json'));
	check(list.rows.length >= 3, 'the units that it was sent to');
	await w.specialist.go(plan(w, '/owed'));
	await w.specialist.see('plan-owed', { key: true });
	await w.specialist.go(plan(w, '/receipt'));
	await w.specialist.see('plan-receipt', { key: true });
	await w.specialist.follow('In danh sách ký nhận');
	await w.specialist.see('plan-receipt-print', { key: true });
	await w.council.go(plan(w, '/delivery'));
	same(w.council.status, 200, 'the council follows');
	same(await w.officer.go(plan(w, '/delivery')), 403, 'an officer does not');
	await w.officer.see('forbidden', { status: 403, key: true });
}
