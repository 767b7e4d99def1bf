// limits.mjs - what must not happen: doors that stay shut, words that get lost, work
// that a dying program takes with it.

import { rmSync } from 'node:fs';
import path from 'node:path';
import { faultsInPdf, faultsOnPaper } from './paper.mjs';
import { Person, check, same } from './person.mjs';
import { until } from './portal.mjs';

export async function refusals(w) {
	const { officer, officer2, auditor, specialist } = w;
	const anyone = await Person.come(w.theatre, 'nhap.lieu.1', 'Nguyễn Thị Bích', officer.password);

	for (const who of [auditor, w.admin, w.council])
		await who.wake();
	same(await officer.go('/account/people'), 403, 'an officer looks after nobody');
	await officer.see('forbidden-people', { status: 403 });
	same((await officer.fetch('/account/trail')).status, 403, 'nor reads the trail');
	same((await officer.fetch('/report/form')).status, 403, 'nor designs forms');
	for (const target of [`/report/${w.report[1]}`, `/report/${w.report[1]}.json`])
		same((await officer.fetch(target)).status, 404, `a sibling's ${target}`);
	// but for the case number, the form's token and the address itself
	const bare = ({ text }) => text.replace(/\b\d{4}-\d{4}-[0-9a-z]+/g, '')
		.replace(/(name="csrf" value=")[^"]*/g, '$1').replace(/(then=[^"]*report[^"]*?)\d+/g, '$1');
	const nothing = await officer.fetch('/report/999999'),
		theirs = await officer.fetch(`/report/${w.report[1]}`);
	same(bare(theirs), bare(nothing), 'what is not yours looks like what does not exist');
	for (const target of ['/report', '/account', '/account/trail', `/report/${w.report[0]}`,
		'/plan/add', `/signup/plan/${w.plan}`])
		same((await anyone.fetch(target)).status, 303, `nobody signed in: ${target}`);
	// led to sign in, and back to the page that was asked for
	await anyone.go(`/report/${w.report[0]}`);
	check(anyone.where.startsWith('/account/sign-in?then='), 'led to sign in');
	await anyone.signIn();
	same(anyone.where, `/report/${w.report[0]}`, 'and back');
	// a form from elsewhere
	const forged = await officer2.context.request.post(
		`${w.portal.url}/report/${w.report[1]}/move`, { form: { move: 'reopen', reason: 'x' },
			headers: { origin: 'http://elsewhere.example', 'sec-fetch-site': 'cross-site' },
			maxRedirects: 0 });
	same(forged.status(), 403, 'a form from elsewhere is refused');
	same((await auditor.fetch(`/plan/${w.plan}/edit`)).status, 403, 'an auditor writes nothing');
	same((await specialist.fetch('/account/people/add')).status, 403, 'a specialist adds nobody');
	await anyone.context.close();
}

export async function trail(w) {
	const { auditor, admin } = w;

	await auditor.go('/account/trail');
	await auditor.see('trail', { key: true });
	const { rows } = await auditor.json('/account/trail.json');
	check(JSON.stringify(rows).includes('plan.issue'), 'the issue stands in the trail');
	await auditor.go('/account/trail?action=plan.issue');
	await auditor.has('plan.issue');
	await auditor.go('/account/trail?action=khong.co');
	await auditor.see('trail-none');
	for (const id of w.report) {
		same(await auditor.go(`/report/${id}`), 200, 'the auditor reads every report');
		if (id === w.report[0])
			await auditor.see('report-auditor');
	}
	same(await auditor.go(`/plan/${w.plan}/delivery`), 200, 'and who has the plan');
	same((await admin.fetch('/account/trail')).status, 403, 'the administrator does not read it');
}

// The session ends while a report is typed: signing in brings back every word.
export async function lostSession(w) {
	const { officer } = w;
	const elsewhere = await Person.come(w.theatre, officer.login, officer.name, officer.password);
	const text = 'Đoạn này gõ khi phiên đã hết: ễ, ậ, đ, “ngoặc”, 100%, a & b.';
	const at = officer.where;

	await officer.fill('Hộ thoát nghèo', '17');
	await officer.fill('Cách làm hay, vướng mắc', text);
	await elsewhere.signIn();
	await elsewhere.go('/account');
	await elsewhere.see('account-sessions', { key: true });
	await elsewhere.press('Kết thúc mọi phiên khác');
	await officer.press('Lưu nháp');
	check(officer.where.startsWith('/account/sign-in'), `the session has ended: ${officer.where}`);
	await officer.has('Phiên làm việc đã hết', 'the reader is told why');
	await officer.see('sign-in-again');
	await officer.signIn();
	same(officer.where.split('?')[0], at, 'back at the form');
	await officer.see('report-restored', { key: true });
	same(await officer.page.getByLabel('Hộ thoát nghèo', { exact: true }).inputValue(), '17',
		'the figure is back');
	same(await officer.page.getByLabel('Cách làm hay, vướng mắc', { exact: true }).inputValue(),
		text, 'the words are back');
	await officer.press('Lưu nháp');
	check(/^\/report\/\d+/.test(officer.where), 'and can be saved');
	w.third = officer.where.split('?')[0];
	await elsewhere.context.close();
}

// kill -9 in the middle of saving: what was acknowledged is there.
export async function killed(w) {
	const { officer } = w;
	let acknowledged = 0;

	for (let n = 1; n <= 12; n++) {
		await officer.go(w.third);
		await officer.fill('Hộ thoát nghèo', String(100 + n));
		if (n % 3 === 0)
			for (const pid of w.portal.workers('report'))
				try {
					process.kill(pid, 'SIGKILL');
				} catch {
					// it has just been started anew
				}
		await officer.press('Lưu nháp').catch(() => {});
		if (officer.status < 400)
			acknowledged = 100 + n;
		await until(() => w.portal.workers('report').length === 2, 3000);
	}
	await officer.go(w.third);
	const kept = Number(await officer.page.getByLabel('Hộ thoát nghèo', { exact: true }).inputValue());
	check(kept >= acknowledged && acknowledged > 100, `kept ${kept}, acknowledged ${acknowledged}`);
	const health = await officer.fetch('/health');
	same(health.status, 200, `/health: ${health.text}`);
	const sound = w.portal.ctl('check');
	check(!/BAD/.test(sound), `portalctl check: ${sound}`);
}

// In English no Vietnamese is left in what the portal itself says.
export async function english(w) {
	const { specialist } = w;
	const marked = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

	const given = [...w.seed.units.map(([, name]) => name), w.seed.office, 'Kỳ đầu', 'Kỳ hai',
		'Kết quả phong trào thi đua vì người nghèo'];

	await specialist.go('/');
	await specialist.click(specialist.page.getByRole('link', { name: 'English' }));
	for (const [target, what] of [['/', 'home-en'], ['/plan', 'plans-en'],
		[`/plan/${w.plan}`, 'plan-en'], ['/report', 'reports-en'], ['/unit', 'units-en'],
		['/report/form', 'report-forms-en'], [`/signup/plan/${w.plan}/units`, 'signup-units-en'],
		['/account', 'account-en'], [`/report/period/1/late`, 'late-en'],
		['/report/indicator', 'indicators-en'], ['/plan/add', 'plan-paste-en']]) {
		await specialist.go(target);
		same(await specialist.page.locator('html').getAttribute('lang'), 'en', `${target} in English`);
		await specialist.see(what);
		for (const words of await specialist.page.locator(
			'.nav a, label, button, h2, thead th, caption, legend, .hint, .steps li').allInnerTexts())
			check(!marked.test(words) || /million đồng|“hộ nghèo”/.test(words) || given.some((name) => words.includes(name)),
				`${target} in English says "${words}"`);
	}
	await specialist.click(specialist.page.getByRole('link', { name: 'Tiếng Việt' }));
	same(await specialist.page.locator('html').getAttribute('lang'), 'vi', 'and back');
}

export async function signOut(w) {
	const { council } = w;

	await council.go('/');
	await council.press('Đăng xuất');
	same((await council.fetch('/report')).status, 303, 'signed out');
	await council.see('signed-out');
}

export async function weights(w) {
	const css = await w.admin.fetch('/css/portal.css');
	check(Buffer.byteLength(css.text) <= 24 << 10, 'the style sheet has at most 24 kB');
}

// A page as none may be: what the rules of paper are for is seen by them.
export async function badPaper({ theatre, portal }) {
	const page = await theatre.browser.newPage(), pdf = path.join(portal.dir, 'bad.pdf');
	const bad = async (html, ...words) => {
		await page.setContent(`<!doctype html><style>@page {margin:15mm}</style>${html}`);
		const found = await faultsOnPaper(page, ['Xã Nậm Khao']);
		await page.pdf({ path: pdf, format: 'A4' });
		const text = [...found.faults, ...await faultsInPdf(pdf, found)].join('; ');
		for (const word of words)
			check(text.includes(word), `a bad page on paper: "${word}" is not said: ${text}`);
		return text;
	};

	await bad('<nav>Trang đầu</nav><main><table><tr><td><div style="width:900px">a</div></td></tr>'
		+ '</table><button>Lưu</button></main>', 'beyond the paper', 'printed: <nav>',
	'printed: <button>', 'no title', 'not said whose it is');
	await bad('<h1>Một</h1><p>Xã Nậm Khao</p><h2>Hai</h2><p style="break-before:page">Ba</p>'
		+ '<p style="break-before:page; break-after:page">&nbsp;</p>', 'page 1 is half empty',
	'page 1 ends with the heading "Hai"', 'page 3 is empty', 'pages for');
	await bad('<h1>Một</h1><p>Xã Nậm Khao</p><table><thead><tr><th>Hai ba<th>Bốn</thead></table>'
		+ '<p style="break-before:page">Năm</p>', 'page 1 ends with the head of a table "Hai ba Bốn"');
	same(await bad('<h1>Một</h1><p>Xã Nậm Khao</p>'), '', 'a good one');
	rmSync(pdf);
	await page.close();
}
