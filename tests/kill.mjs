// kill.mjs - what was acknowledged is there, once, whatever program is killed meanwhile.
//
// First eight people save at once, each on a page of his own, while workers of every program
// of the tree, and the maintenance program, are killed (SIGKILL) ten times a second.  Who
// gets no answer sends the same form again.  Each save that was answered 303 must stand in
// the trail exactly once afterwards (reliability T-01), and the logs stay short (T-08).
// Then files of up to 5 MB are attached, taken back and removed while the programs of files
// and of sign-in are killed: no record names a file that is not there, each is what was sent,
// and everybody still signs in (T-02).  Over a minute it also stops `maintain` and waits for
// the alarm.
//
// usage: node tests/kill.mjs [SECONDS], from the root of a built tree; SECONDS for each half

import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Client, formsOf, spell, withFile } from './lib/client.mjs';
import { Portal, sleep, until } from './lib/portal.mjs';

const seconds = Number(process.argv[2] ?? 10);
const LOG_MAX = 64 << 20;
let passed = 0, failed = 0;
function check(ok, what) {
	if (ok) { passed++; return; }
	failed++;
	console.error(`kill.mjs: ${what}`);
}

const portal = await Portal.start(1);
let longest = 0;	// of the three logs, in bytes
const measure = () => ['portal', 'files', 'secret'].forEach((name) => {
	try {
		longest = Math.max(longest, statSync(path.join(portal.dir, `${name}.db-wal`)).size);
	} catch { /* there is none yet */ }
});

// The programs that somebody waits for at this moment.
const asked = new Map();
async function waitingFor(program, what) {
	asked.set(program, (asked.get(program) ?? 0) + 1);
	const answer = await what();
	asked.set(program, asked.get(program) - 1);
	return answer;
}

// Every page program of the tree, and who tends the files.
const everyone = [...readdirSync('cgi-bin').filter((f) => f.endsWith('.c')).map((f) => f.slice(0, -2)), 'maintain'];

const one = (list) => list[Math.floor(Math.random() * list.length)];

// Kills a worker ten to twelve times a second until then, two times of three of a program that
// is at work, else of any of these, each of them once at the least; answers how many.
async function killer(names, end) {
	const spared = new Set(names);
	let kills = 0;
	for (let next = Date.now(); Date.now() < end;) {
		next += 83 + Math.random() * 17;
		await sleep(Math.max(0, next - Date.now()));
		measure();
		const busy = names.filter((name) => asked.get(name));
		const name = Math.random() < 2 / 3 ? one(busy.length ? busy : names) : one(spared.size ? [...spared] : names);
		try {
			process.kill(one(portal.workers(name)), 'SIGKILL');
			kills++;
			spared.delete(name);
		} catch { /* it has just ended, or none has started yet */ }
	}
	check(spared.size === 0, `never killed: ${[...spared].join(' ')}`);
	return kills;
}

// Both workers of each page program are shut in; who begins them serves nobody.
async function jailed() {
	const shut = (pid) => {
		try {
			const text = readFileSync(`/proc/${pid}/status`, 'utf8');
			return /^Seccomp:\t2$/m.test(text) && /^NoNewPrivs:\t1$/m.test(text);
		} catch {
			return false;	// it has just ended
		}
	};
	for (const name of everyone.filter((n) => n !== 'maintain')) {
		const count = () => portal.workers(name).map(shut);
		check(await until(async () => count().filter((is) => is).length >= 2 && count().filter((is) => !is).length <= 1),
			`${name} is in no jail: ${count()}`);
	}
}

async function signedIn(login) {
	const client = new Client(portal.url, login);
	check(await client.signIn(20), `${login} signs in`);
	return client;
}

const first = async (client, list, pattern) =>
	pattern.exec((await client.page(list)).body)?.[1] ?? '/none';
const lastFigure = (fields) => [...fields.keys()].filter((name) => /^v\d+$/.test(name)).at(-1);

// What each of the eight saves: the page of the form, the form's address, and how a mark that
// stands nowhere else gets into it.  The mark is a number of seven digits.
let marks = 5000000, repeated = 0;
const people = [
	['huyen.ltt', async (c) => {
		const page = await first(c, '/report', /href="(\/report\/\d+)"/);
		return [page, page, (f, n) => f.set(lastFigure(f), n)];
	}],
	['ngoc.dt', async () => ['/feedback/plan/2/add', '/feedback/plan/2/add',
		(f, n) => f.set('text', `Góp ý lần ${n}`)]],
	['khanh.vv', async () => ['/unit/2/contact', '/unit/2/contact',
		(f, n) => f.set('name', `Lò Thử ${n}`).set('phone', '0217 385 1111')]],
	['thang.nd', async () => ['/report/indicator', '/report/indicator',
		(f, n) => f.set('code', `k${n}`).set('name', `Chỉ số ${n}`).set('measure', 'hộ')]],
	['thu.pt', async (c) => {
		const page = await first(c, '/evaluation', /href="(\/evaluation\/\d+)"/);
		return [page, page, (f, n) => f.set('note', `Ghi chú ${n}`)];
	}],
	['khanh.vv', async () => ['/account/people/3/edit', '/account/people/3/edit',
		(f, n) => f.set('phone', `0${n}99`)]],
	['huyen.ltt', async (c) => {
		const page = await first(c, '/signup', /href="(\/signup\/plan\/\d+\/unit\/\d+)"/);
		return [page, page, (f, n) => f.set('t1_value', n)];
	}],
	['do.ta', async () => ['/award/nomination/add?subject=person&plan=', '/award/nomination/add',
		(f, n, lists) => f.set('name', `Lò Khen ${n}`).set('award_form', lists.get('award_form').at(-1))
			.set('achieved_from', '01/01/2026').set('achieved_to', '30/06/2026')]],
];

async function save(client, where, end, kept, odd) {
	const [page, action, put] = await where(client), { login } = client;
	while (Date.now() < end) {
		const shown = await client.page(page), n = String(++marks);
		const form = formsOf(shown.body).find((f) => f.action === action);
		if (!form) {
			odd.push(`${login} ${page}: ${shown.status}, no form in ${shown.body.length} bytes: ${shown.body.slice(-60)}`);
			return client;
		}
		put(form.fields, n, form.lists);
		form.fields.set('do', 'save');
		const post = () => waitingFor(action.split('/')[1], () => client.send(action, spell(form.fields)));
		let r = await post();
		if (r.status === 303 && !r.to.includes('sign-in')) {
			kept.push(n);
			if (Math.random() < 0.2)	// as if the answer had been lost on its way
				r = await post(), repeated++;
		}
		if (r.status !== 303 || r.to.includes('sign-in'))
			odd.push(`${login} ${action}: ${r.status} ${r.to} after ${r.tries}`);
		await client.ask('GET', '/');
	}
	return client;
}

async function wellAgain(when) {
	let health = {};
	await until(async () => (health = await new Client(portal.url).ask('GET', '/health')).status === 200, 20000);
	check(health.status === 200, `it is not well again ${when}: ${health.status} ${health.body}`);
}

async function saves() {
	const clients = [], kept = [], odd = [];
	for (const [login] of people)
		clients.push(await signedIn(login));
	const end = Date.now() + seconds * 1000;
	await jailed();
	const [kills] = await Promise.all([killer(everyone, end),
		...people.map(([, where], i) => save(clients[i], where, end, kept, odd))]);
	check(odd.length === 0, `${odd.length} were answered otherwise: ${odd.slice(0, 5).join('; ')}`);
	check(kills > 3 * seconds, `only ${kills} kills`);
	check(kept.length > 5 * seconds && repeated > 0, `only ${kept.length} saves were acknowledged, ${repeated} repeated`);
	await wellAgain('after the saves');

	const auditor = await signedIn('tuyet.nt');
	return { kills, kept, trail: (await auditor.page('/account/trail.csv')).body,
		again: repeated + clients.reduce((n, c) => n + c.again, 0) };
}

// A text by whose lines each mark is counted once a line: a field that goes from one mark to
// the next names both, and an added record names its own in several fields.
function linesOf(trail) {
	const seen = new Map();
	for (const line of trail.split(/\r?\n(?="\d\d:\d\d, )/)) {
		const plain = line.replaceAll(/(?<=\d)\.(?=\d{3})/g, '');
		for (const change of plain.split(/[;\n]/)) {
			const to = change.split('→').at(-1);
			for (const mark of new Set(to.match(/5\d{6}/g) ?? []))
				seen.set(mark, (seen.get(mark) ?? new Set()).add(line));
		}
	}
	return seen;
}

// A sheet to which this one may attach.
async function ownSheet(client) {
	for (const [, page] of (await client.page('/evaluation')).body.matchAll(/href="(\/evaluation\/\d+)"/g))
		if (formsOf((await client.page(page)).body).some((f) => f.action === `${page}/file`))
			return page;
	return '/none';
}

// One who attaches, reads back and removes.
async function attach(client, page, end, kept, read, odd) {
	const { login } = client;
	const names = new Map();	// of the files that stand there: their digests
	for (let n = 0; Date.now() < end; n++) {
		const shown = await client.page(page);
		const form = formsOf(shown.body).find((f) => f.action === `${page}/file`);
		if (!form) {
			odd.push(`${login} ${page}: ${shown.status}, no form for files`);
			return client;
		}
		const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'),
			randomBytes(n % 4 ? 1 << 16 : Math.floor((1 + 4 * Math.random()) * (1 << 20)) - 100)]);
		const name = `tep-${login}-${n}.pdf`, { body, type } = withFile(form.fields, name, bytes);
		const r = await waitingFor('evaluation', () => client.send(form.action, body, type));
		if (r.status !== 303 || r.to.includes('again=file') || r.to.includes('sign-in')) {
			odd.push(`${login} ${form.action}: ${r.status} ${r.to} after ${r.tries}`);
			continue;
		}
		kept.push({ client, page, name });
		names.set(name, createHash('sha256').update(bytes).digest('hex'));
		if (names.size > 5) {
			const old = names.keys().next().value, html = (await client.page(page)).body;
			const href = linkOf(html, old);
			read.push(await isWhole(client, html, old, names.get(old)));
			const drop = formsOf(html).find((f) => href && f.action === `${href}/remove`);
			if (drop && (await client.send(drop.action, spell(drop.fields))).status < 500)
				names.delete(old);
		}
	}
	client.names = names;
	client.page_ = page;
	return client;
}

function linkOf(html, name) {
	const at = html.indexOf(`${name}</a>`);
	return at < 0 ? undefined : [...html.slice(0, at).matchAll(/href="([^"]*\/file\/\d+)"/g)].at(-1)?.[1];
}

async function isWhole(client, html, name, digest) {
	const href = linkOf(html, name), copies = html.split(`${name}</a>`).length - 1;
	const got = href ? await client.page(href) : { bytes: Buffer.alloc(0) };
	return copies === 1 && createHash('sha256').update(got.bytes).digest('hex') === digest;
}

async function signInAgain(login, end) {
	let n = 0;
	for (const client = new Client(portal.url, login); Date.now() < end; await sleep(500))
		n += await client.signIn(5);
	return n;
}

async function attachments() {
	const clients = [], sheets = [], kept = [], read = [], odd = [];
	for (const login of ['huyen.ltt', 'thu.pt', 'cb.04225']) {
		clients.push(await signedIn(login));
		sheets.push(await ownSheet(clients.at(-1)));
	}
	const end = Date.now() + seconds * 1000;
	const [kills, signs] = await Promise.all([
		killer(['evaluation', 'account', 'maintain'], end), signInAgain('mai.lt', end),
		...clients.map((client, i) => attach(client, sheets[i], end, kept, read, odd))]);
	check(odd.length === 0, `${odd.length} files were answered otherwise: ${odd.slice(0, 5).join('; ')}`);
	check(kills > 3 * seconds, `only ${kills} kills while files came`);
	check(kept.length > seconds, `only ${kept.length} files were taken`);
	await wellAgain('after the files');

	for (const client of clients) {
		const html = (await client.page(client.page_)).body;
		for (const [name, digest] of client.names ?? [])
			read.push(await isWhole(client, html, name, digest));
	}
	const wrong = read.filter((whole) => !whole).length;
	check(read.length >= kept.length && wrong === 0,
		`${wrong} of ${kept.length} files, ${read.length} read, are missing, doubled or not what was sent`);
	for (const login of ['huyen.ltt', 'mai.lt', 'khanh.vv'])
		// whose tries were killed for minutes has to wait as one who guesses: five minutes at most
	check(await new Client(portal.url, login).signIn(3, 310), `${login} signs in afterwards`);
	return { kills, files: kept.length, read: read.length, wrong, signs };
}

// Whoever minds the portal hears of it when nobody checkpoints any more.
async function alarm() {
	const [pid] = portal.workers('maintain');
	process.kill(pid, 'SIGSTOP');
	let health = {};
	await until(async () => (health = await new Client(portal.url).ask('GET', '/health')).status === 503, 80000);
	process.kill(pid, 'SIGCONT');
	check(health.status === 503 && health.body.includes('maintenance is not running'),
		`with maintain stopped /health says ${health.status} ${health.body}`);
	await wellAgain('after maintain goes on');
}

try {
	const s = await saves(), seen = linesOf(s.trail);
	const lost = s.kept.filter((n) => !seen.has(n)), doubled = s.kept.filter((n) => seen.get(n)?.size > 1);
	check(lost.length === 0, `${lost.length} of ${s.kept.length} acknowledged saves are not in the trail: ${lost.slice(0, 5)}`);
	check(doubled.length === 0, `${doubled.length} saves are there twice: ${doubled.slice(0, 5)}`);
	console.log(`${s.kills} kills, ${s.kept.length} saves acknowledged, ${s.again} sent again, ${lost.length} lost, ${doubled.length} doubled`);
	const a = await attachments();
	console.log(`${a.kills} kills, ${a.files} files taken, ${a.read} read back, ${a.wrong} wrong, ${a.signs} sign-ins`);
	check(Client.cut === 0, `${Client.cut} pages broke off and passed for whole`);
	check(longest > 0 && longest <= LOG_MAX, `a log grew to ${longest >> 20} MB`);
	console.log(`longest log ${(longest / 1048576).toFixed(1)} MB`);
	if (seconds > 60)
		await alarm();
} finally {
	process.kill(-portal.child.pid, 'SIGTERM');
	await portal.ended;
}
try {
	const said = portal.ctl('check');
	check(said.includes('trail: ok'), said);
} catch (e) {
	check(false, `portalctl check: ${e.stdout}`);
}
await portal.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
