// run.mjs - `make run` as a person meets it: it starts, minds its programs,
// refuses what it must, and leaves nothing behind.
//
// usage: node tests/run.mjs, from the root of a built tree

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync,
	statSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

let passed = 0, failed = 0;
function check(ok, what) {
	if (ok) {
		passed++;
	} else {
		failed++;
		console.error(`run.mjs: ${what}`);
	}
}

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
async function until(ok, ms = 5000) {
	for (const end = Date.now() + ms; Date.now() < end; await sleep(25))
		if (await ok())
			return true;
	return false;
}

function freePort() {
	return new Promise((done) => {
		const s = net.createServer().listen(0, '127.0.0.1', () => {
			const { port } = s.address();
			s.close(() => done(port));
		});
	});
}

function ask(port, target, options = {}) {
	return new Promise((done) => {
		const r = http.request({ host: '127.0.0.1', port, path: target, agent: false,
			...options }, (reply) => {
			let body = '';
			reply.setEncoding('utf8');
			reply.on('data', (text) => body += text);
			reply.on('end', () => done({ status: reply.statusCode,
				headers: reply.headers, body }));
		});
		r.on('error', () => done({ status: 0, headers: {}, body: '' }));
		r.end(options.body);
	});
}

// What stands in /proc of each living process that works in this VAR.
function processes(dir) {
	const all = [];
	for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
		try {
			const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
			const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
			const environ = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
			const ours = environ.includes(`PORTAL_VAR=${dir}`)
				|| readlinkSync(`/proc/${pid}/cwd`) === path.join(dir, 'run');
			if (ours && state !== 'Z')
				all.push({ pid: Number(pid), parent: Number(parent), environ,
					command: readFileSync(`/proc/${pid}/cmdline`, 'utf8')
						.split('\0').slice(0, -1) });
		} catch {
			// it has just ended, or is another's
		}
	}
	return all;
}
const workers = (dir, page) => processes(dir).filter(({ command }) =>
	command[0].endsWith(`/bin/${page}`));
const gone = async (dir, what, ms = 5000) => check(await until(() => processes(dir).length === 0, ms),
	`${what}: ${processes(dir).map(({ pid, parent, command }) => `${pid} of ${parent}: ${command.join(' ')}`).join('; ')}`);

const vars = [];
function newVar(name = 'var') {
	const top = mkdtempSync(path.join(os.tmpdir(), 'portal run '));
	vars.push(top);
	return path.join(top, name);
}

// `make run` in a group of its own, as a terminal would have it.
async function run(port, dir, env = {}) {
	const it = { out: '', err: '', port, dir };
	it.child = spawn('make', ['run', `PORT=${port}`, `VAR=${dir}`, 'SAMPLE=0'],
		{ detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
	it.child.stdout.on('data', (text) => it.out += text);
	it.child.stderr.on('data', (text) => it.err += text);
	it.ended = new Promise((done) => it.child.on('close',
		(code, signal) => done(it.code = signal ?? code)));
	await until(() => it.out.includes('ready ') || it.code !== undefined, 60000);
	it.ready = it.out.includes(`ready http://127.0.0.1:${port}/\n`);
	return it;
}
async function end(it, signal, group) {
	process.kill(group ? -it.child.pid : it.child.pid, signal);
	await Promise.race([it.ended, sleep(8000)]);
}

function sweep() {
	for (const top of vars) {
		for (const { pid } of processes(path.join(top, 'var')))
			try {
				process.kill(pid, 'SIGKILL');
			} catch { /* it has just ended */ }
		rmSync(top, { recursive: true, force: true });
	}
}
for (const signal of ['SIGINT', 'SIGTERM'])
	process.on(signal, () => { sweep(); process.exit(1); });

const a = newVar(), b = newVar(), portA = await freePort(), portB = await freePort();
try {
	const first = await run(portA, a);
	check(first.ready, `the first copy is ready: ${first.err}`);
	check(await until(() => first.out.includes('portalctl account add')),
		'without an account it says how the first one is made');
	check((await ask(portA, '/health')).status === 200, '/health answers');
	check((statSync(path.join(a, 'portal.db')).mode & 0o077) === 0
		&& (statSync(path.join(a, 'secret.db')).mode & 0o077) === 0,
		'the databases are for their owner alone');
	const sockets = readdirSync(path.join(a, 'run')).filter((name) => name.endsWith('.sock'));
	check(sockets.length > 10 && sockets.every((name) => (statSync(path.join(a, 'run', name)).mode & 0o077) === 0),
		'and the programs for nginx alone');

	const outside = Object.values(os.networkInterfaces()).flat()
		.find(({ family, internal }) => family === 'IPv4' && !internal);
	if (outside)
		check((await ask(portA, '/health', { host: outside.address })).status === 0,
			'it does not listen beyond this machine');

	// one page a language in the cache, whatever cookies say
	const language = async (cookie) => /<html lang="(..)"/.exec((await ask(portA,
		'/?cached', { headers: { cookie } })).body)?.[1];
	for (const [cookie, lang] of [['LANG=en; lang=vi', 'vi'], ['lang=en', 'en'],
		['lang=vi; lang=en', 'vi'], ['lang=EN', 'vi'], ['a=b; lang=en; c=d', 'en'],
		['alang=en', 'vi'], ['lang=xx', 'vi']])
		check(await language(cookie) === lang, `with ${cookie} the page is in ${lang}`);
	const cached = () => readdirSync(path.join(a, 'run'), { recursive: true })
		.filter((name) => /cache.*\/[0-9a-f]{32}$/.test(name)).length;
	const entries = cached();
	for (let i = 0; i < 5; i++)
		await ask(portA, '/?cached', { headers: { cookie: `lang=x${i}` } });
	check(entries > 0 && cached() === entries, `made-up languages make no entry (${cached() - entries})`);

	// what nginx answers of itself
	const css = await ask(portA, '/css/portal.css');
	check(css.status === 200 && /max-age=3600/.test(css.headers['cache-control']),
		'the style sheet is served, and kept for an hour');
	for (const name of ['x-content-type-options', 'x-frame-options', 'referrer-policy',
		'cross-origin-opener-policy'])
		check(name in css.headers, `the style sheet carries ${name}`);
	check(!/\d/.test(css.headers.server), 'nginx does not tell its version');
	const large = await ask(portA, '/?key=of-a-feed', { method: 'POST', body: 'x'.repeat(30 << 20) });
	check(large.status === 413 && large.body.includes('lang="vi"')
		&& large.body.includes('lang="en"'), 'too much is 413, in two languages');
	check(large.headers['x-frame-options'] === 'DENY', 'the 413 carries the headers');
	check((large.body.match(/<b>256 KB<\/b>/g) ?? []).length === 2, 'the 413 tells the limit of the front page');
	for (const [target, most] of [['/award/add', '25 MB'], ['/report/1?a=b', '4 MB'], ['/search', '256 KB'],
		['/account/sign-in', '64 KB'], ['/account/sign-in?then=/', '64 KB'], ['/css/portal.css', '64 KB'], ['/account/password', '256 KB'],
		['/board', '256 KB'], ['/nowhere', '256 KB'], ['/planx', '25 MB']])
		check((await ask(portA, target, { method: 'POST', body: 'x'.repeat(30 << 20) })).body.includes(`<b>${most}</b>`),
			`the 413 tells that ${target} takes ${most}`);
	const case_ = /Số vụ việc <b>([0-9a-f]{8})<\/b>/.exec(large.body)?.[1];
	check(case_ && await until(() => readFileSync(path.join(a, 'run/portal-case.log'), 'utf8')
		.includes(`case ${case_}: 413 "POST /" `)), `the 413 tells its case (${case_}), and the log has it`);
	check(!readFileSync(path.join(a, 'run/portal-case.log'), 'utf8').includes('of-a-feed'),
		'but no key that stood in the address');
	check((await ask(portA, '/error/413.html')).status === 404,
		'the error pages are nobody\'s address');
	for (const target of ['/../tests/run.sh', '/css/../../portal.db', '/css/%2e%2e/%2e%2e/lock'])
		check([400, 404].includes((await ask(portA, target)).status), `${target} is refused`);

	const password = 'PORTAL_SMTP_PASSWORD=of the mail server';
	const second = await run(portB, b, { PORTAL_SMTP_URL: 'smtp://127.0.0.1:9', PORTAL_SMTP_FROM: 'a@b.example',
		PORTAL_URL: 'http://b.example', PORTAL_SMTP_USER: 'a', PORTAL_SMTP_PASSWORD: 'of the mail server' });
	check(second.ready && (await ask(portB, '/health')).status === 200,
		'a second copy runs beside it');
	check(await until(() => workers(b, 'mailer').some(({ environ }) => environ.includes(password))),
		'mailer is given the password of the mail server');
	const told = processes(b).filter(({ environ, command }) => environ.includes(password)
		&& !command.some((word) => word.endsWith('/mailer') || word === 'tests/run.sh'));
	check(!told.length, `and no other program is: ${told.map(({ command }) => command[0])}`);

	const tries = await Promise.all(Array.from({ length: 90 }, () => ask(portB,
		'/account/sign-in', { method: 'POST', body: 'login=a' })));
	const slowed = tries.filter(({ status }) => status === 429);
	check(slowed.length > 0 && slowed.length < 40, 'hasty sign-ins are slowed, not the first');
	check(slowed.every(({ body }) => body.includes('lang="vi"') && body.includes('lang="en"')),
		'the 429 is in two languages');
	check((await ask(portB, '/account/sign-in')).status !== 429, 'the form itself is free');

	// refusals
	const taken = await run(portA, newVar());
	check(!taken.ready && taken.code === 2 && taken.err.includes(`port ${portA} is taken`),
		'a port that is taken is refused');
	const same = await run(await freePort(), a);
	check(!same.ready && same.code === 2 && same.err.includes('another copy runs'),
		'a second copy in the same VAR is refused');
	const odd = await run('80a', newVar());
	check(!odd.ready && odd.code === 2 && odd.err.includes('no port'),
		'what is no port is refused');
	const nowhere = await run(await freePort(), '/proc/portal');
	check(!nowhere.ready && nowhere.code === 2 && nowhere.err.includes('cannot be written'),
		'a VAR that cannot be written to is refused');
	check((await ask(portA, '/health')).status === 200,
		'none of the refused disturbed who was there');

	// what dies comes back
	const before = workers(a, 'home').map(({ pid }) => pid);
	check(before.length === 2, 'two workers for a page program');
	for (const pid of before)
		process.kill(pid, 'SIGKILL');
	check(await until(() => workers(a, 'home').filter(({ pid }) =>
		!before.includes(pid)).length === 2), 'killed workers are back');
	check(await until(async () => (await ask(portA, '/health')).status === 200),
		'and they serve');
	// one that crashed is not begun again at the addresses that it had
	const place = (pid) => /^[0-9a-f]+/.exec(readFileSync(`/proc/${pid}/maps`, 'utf8'))[0];
	const killed = workers(a, 'home'), where = place(killed[0].pid);
	check(killed.every(({ pid }) => place(pid) === where), 'workers share what was loaded');
	process.kill(killed[0].pid, 'SIGKILL');
	const others = () => workers(a, 'home').filter(({ pid }) =>
		!killed.some((one) => one.pid === pid));
	check(await until(() => others().length === 1) && place(others()[0].pid) === where,
		'and who is killed is begun again from it');
	process.kill(others()[0].pid, 'SIGSEGV');
	check(await until(() => others().length === 2 && others().every(({ pid, parent }) =>
		parent === killed[0].parent && place(pid) !== where)),
		'after a crash all of the program is loaded anew');
	check(await until(async () => (await ask(portA, '/health')).status === 200),
		'and it serves');
	const alone = spawn('build/bin/home', { env: { ...process.env, PORTAL_VAR: '/proc' },
		stdio: 'ignore' });
	check(await Promise.race([new Promise((done) => alone.on('exit', done)), sleep(3000)]) === 1,
		'a program whose workers cannot begin ends');
	const keeper = workers(a, 'maintain')[0];
	process.kill(keeper.pid, 'SIGKILL');
	check(await until(() => workers(a, 'maintain').some(({ pid }) => pid !== keeper.pid)),
		'a killed maintain is back');

	// SIGTERM to make alone
	let started = Date.now();
	await end(first, 'SIGTERM');
	await gone(a, 'after SIGTERM to make no process is left', 1000);
	check(Date.now() - started < 4000, 'and that within four seconds');
	check(first.err.replace(/^make: .*(Terminated|Error).*\n/gm, '') === '',
		`it says nothing more: ${first.err}`);
	check((await ask(portB, '/health')).status === 200, 'the copy beside it goes on');

	// a page program out of reach: what is kept is shown to those without a session
	await sleep(2100);
	const kept = await ask(portB, '/');
	check(kept.status === 200 && /s-maxage/.test(kept.headers['cache-control']),
		'the front page may be kept');
	rmSync(path.join(b, 'run', 'home.sock'));
	check((await ask(portB, '/')).body === kept.body, 'and is, for a moment');
	for (const cookie of ['s=1', 'a=b; s=1', '__Host-s=1', 'lang=en'])
		check((await ask(portB, '/', { headers: { cookie } })).status === 502,
			`not for one who sends ${cookie}`);
	const broken = await ask(portB, '/health');
	check(broken.status === 502 && broken.body.includes('lang="vi"')
		&& broken.body.includes('lang="en"'), 'a dead program is 502, in two languages');

	// Ctrl-C goes to the whole group
	await end(second, 'SIGINT', true);
	await gone(b, 'after Ctrl-C no process is left', 1000);
	check(second.err.replace(/^make: .*Interrupt\n/gm, '') === '',
		`Ctrl-C prints nothing: ${second.err}`);

	// the same VAR again, and once built it is quick
	started = Date.now();
	let again = await run(portA, a);
	check(again.ready, `it starts again: ${again.err}`);
	console.error(`ready in ${Date.now() - started} ms`);
	check(Date.now() - started < 1000 * (process.env.CI ? 3 : 1), 'ready in under a second');

	// nobody is left alone by a death that runs no handler
	const script = processes(a).find(({ command }) => command.includes('tests/run.sh'));
	process.kill(script.pid, 'SIGKILL');
	await gone(a, 'run.sh killed: no process is left');
	await again.ended;

	again = await run(portA, a);
	check(again.ready, `after that it starts again: ${again.err}`);
	process.kill(again.child.pid, 'SIGKILL');
	await gone(a, 'make killed: no process is left');

	again = await run(portA, a);
	const parent = workers(a, 'home')[0].parent;
	process.kill(parent, 'SIGKILL');
	await gone(a, 'a supervisor killed: its workers end, and all else');
	await again.ended;
	check(again.code === 2 && again.err.includes('home has ended'), 'and it says so');

	again = await run(portA, a);
	process.kill(processes(a).find(({ command }) =>
		command[0].startsWith('nginx: master')).pid, 'SIGKILL');
	await gone(a, 'nginx killed: no process is left');
	await again.ended;

	// a sample that was cut short is begun again
	writeFileSync(path.join(a, 'loading'), '');
	writeFileSync(path.join(a, 'portal.db'), 'half');
	again = await run(portA, a);
	check(again.ready && !existsSync(path.join(a, 'loading'))
		&& await until(() => again.out.includes('portalctl account add')),
		`after a sample cut short it begins anew: ${again.err}`);
	await end(again, 'SIGTERM');
	await gone(a, 'and ends', 1000);
} finally {
	sweep();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
