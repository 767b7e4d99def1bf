// bench.mjs - how fast the portal is, by ratios to yardsticks of the same run: a file of
// nginx, a bare FastCGI program that sends the same bytes, one that runs the same SQL.
// Every figure is the median of rounds in which the two sides take turns; docs/bench.md
// says what each means.  On loopback, bounded in time, on a disk and not in memory.
//
// usage: node tests/bench/bench.mjs, from the root of a built tree (make bench)
//	ROUNDS=5 SECONDS=1	of each measurement; of a ratio to a yardstick at least nine
//	COUNTRY=1		also a country: 93,000 units, 7 million values (takes many minutes)

import { execFile, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, statfsSync,
	writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Portal, freePort, until } from '../lib/portal.mjs';
import { largestPlan } from './large.mjs';

const run = promisify(execFile);
const rounds = Math.max(5, Number(process.env.ROUNDS ?? 5));
const seconds = Number(process.env.SECONDS ?? 1);
const password = 'lua nep thom ban Pa Sang';
const SAMPLE = { provinces: 1, units: 270, open: 1 };	// beside the sample itself
const TENFOLD = { provinces: 10, units: 270, open: 10 };
const LARGE = { provinces: 1, units: 2700, open: 1 };	// ten times what one person follows
const COUNTRY = { provinces: 34, units: 2736, open: 1 };
const TMPFS = 0x01021994;

mkdirSync('build/bench', { recursive: true });
const dir = mkdtempSync(path.resolve('build/bench/run-'));
if (statfsSync(dir).type === TMPFS)
	throw new Error(`${dir} is in memory: nothing durable can be measured there`);

let missed = 0;
const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];
const short = (x) => x.toFixed(x < 0.1 ? 4 : 2);
const spread = (all) => `${short(Math.min(...all))} to ${short(Math.max(...all))}`;

// A line of the table: what, how much, how it varied, the target, whether it is met.
function tell(what, value, unit, target, ok, note = '') {
	missed += !ok;
	console.log(`${ok ? 'met   ' : 'MISSED'}  ${what}: ${value}${unit}  (target ${target})`
		+ (note ? `  [${note}]` : ''));
}

// What has no target, and tells where the rest comes from.
function told(what, text) {
	console.log(`told    ${what}: ${text}`);
}

// ---- asking ----

function ask(portal, method, target, { cookie, body, gzip } = {}) {
	return new Promise((done, no) => {
		const headers = { Host: new URL(portal.url).host };
		if (cookie)
			headers.Cookie = cookie;
		if (gzip)
			headers['Accept-Encoding'] = 'gzip';
		if (body !== undefined)
			Object.assign(headers, { Origin: portal.url, 'Sec-Fetch-Site': 'same-origin',
				'Content-Type': 'application/x-www-form-urlencoded',
				'Content-Length': Buffer.byteLength(body) });
		const r = http.request(portal.url + target, { method, headers, agent: false }, (reply) => {
			const parts = [];
			reply.on('data', (part) => parts.push(part));
			reply.on('end', () => done({ status: reply.statusCode, headers: reply.headers,
				raw: reply.rawHeaders, bytes: Buffer.concat(parts) }));
		});
		r.on('error', no);
		r.end(body);
	});
}

async function signIn(portal, login) {
	const r = await ask(portal, 'POST', '/account/sign-in',
		{ body: new URLSearchParams({ login, password, then: '/' }).toString() });
	if (r.status !== 303)
		throw new Error(`${login} cannot sign in: ${r.status}`);
	return r.headers['set-cookie'][0].split(';')[0];
}

// The page itself; a session that was not seen for a while is led by /account/seen first.
async function page(portal, target, cookie) {
	let r = await ask(portal, 'GET', target, { cookie });
	for (let to = target; r.status === 303 && to !== undefined;) {
		to = r.headers.location;
		r = await ask(portal, 'GET', to, { cookie });
	}
	if (r.status !== 200)
		throw new Error(`${target}: ${r.status}`);
	return r;
}

// wrk's own words and ours; a figure of wrong answers is none.
async function wrk(url, connections, { cookie, tickets, length } = {}) {
	const words = ['-t1', `-c${connections}`, `-d${tickets ? 60 : seconds}`, '--timeout', '10s',
		'-s', 'tests/bench/load.lua'];
	if (cookie)
		words.push('-H', `Cookie: ${cookie}`);
	words.push(url);
	if (tickets)
		words.push('--', tickets);
	const { stdout } = await run('wrk', words);
	const r = JSON.parse(stdout.trim().split('\n').at(-1));
	if (r.errors || r.wrong || (length && Math.abs(r.bytes / r.n / length - 1) > 0.2))
		throw new Error(`${url}: not the answers that were asked for: ${stdout}`);
	return r;
}

// ---- the portal and its data ----

async function portalOf(name, size) {
	const at = path.join(dir, name);
	mkdirSync(at);
	let portal = await Portal.start(1, at);
	await portal.stop();
	if (size) {
		const from = Date.now();
		const said = execFileSync('build/bench/province', ['add', at, size.provinces, size.units,
			size.open].map(String), { encoding: 'utf8' }).trim();
		console.log(`${name}: the sample and ${said}, made in ${((Date.now() - from) / 1000).toFixed(0)} s`);
	}
	const began = Date.now();
	portal = await Portal.start(1, at);
	portal.ready = Date.now();
	open.push(portal);
	// maintain first brings what was just made out of the log into the file
	await until(() => {
		const { mtimeMs } = statSync(path.join(at, 'portal.db'));
		return mtimeMs > began && Date.now() - mtimeMs > 1000;
	}, 600000);
	if (size === COUNTRY)
		told(`${name}, the first start after that`, `${((portal.ready - began) / 1000).toFixed(1)} s`);
	portal.list = '/report';
	portal.specialist = await signIn(portal, 'bench.specialist');
	portal.officer = await signIn(portal, 'bench.officer');
	const mine = (await page(portal, '/report', portal.officer)).bytes.toString();
	portal.form = /href="(\/report\/\d+)"/.exec(mine)[1];
	return portal;
}

const open = [];
let yard;
async function stopAll() {
	await yard?.stop();
	await Promise.all(open.map((p) => p.stop()));
	rmSync(dir, { recursive: true, force: true });
}
for (const signal of ['SIGINT', 'SIGTERM'])
	process.on(signal, () => stopAll().then(() => process.exit(1)));

let ticketNumber = 0;
function ticketsOf(portal) {
	const file = path.join(dir, `tickets${ticketNumber++}`);
	execFileSync('build/bench/province', ['tickets', portal.dir, file]);
	return file;
}

// ---- the yardsticks: an nginx of their own, with the portal's settings ----

class Yardstick {
	static async start(portal, answers) {
		const it = new Yardstick();
		it.dir = path.join(dir, 'yard');
		mkdirSync(path.join(it.dir, 'www/file'), { recursive: true });
		const port = Number(new URL(portal.url).port), own = await freePort();
		it.url = `http://127.0.0.1:${own}`;
		const files = answers.map((r, i) => {
			const file = path.join(it.dir, `answer${i}`);
			const keep = ['content-type', 'content-security-policy', 'cache-control'];
			const head = keep.map((h) => `${h}: ${r.headers[h]}\r\n`).join('');
			writeFileSync(file, Buffer.concat([Buffer.from(`Status: 200\r\n${head}\r\n`), r.bytes]));
			writeFileSync(path.join(it.dir, `www/file/${i}.html`), r.bytes);
			return file;
		});
		writeFileSync(path.join(it.dir, 'www/robots.txt'), '');	// what load.lua asks for at the end
		writeFileSync(path.join(it.dir, 'locations.conf'), 'location /file/ { }\n'
			+ 'location /bare/ { fastcgi_pass unix:bare.sock; }\n'
			+ 'location /report/ { fastcgi_pass unix:submit.sock; }\n');
		copyFileSync(path.join(portal.dir, 'run/limits.conf'), path.join(it.dir, 'limits.conf'));
		writeFileSync(path.join(it.dir, 'nginx.conf'),
			readFileSync(path.join(portal.dir, 'run/nginx.conf'), 'utf8')
				.replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${own}`));
		it.children = [];
		it.serve('bare', [path.resolve('build/bench/bare'), ...files]);
		it.serve('submit', [path.resolve('build/bench/submit'), portal.dir]);
		execFileSync('chmod', ['-R', 'a+rX', it.dir]);
		it.launch('nginx', ['-p', './', '-e', 'nginx.log', '-c', 'nginx.conf']);
		if (!await until(async () => {
			try {
				return (await ask(it, 'GET', '/bare/0')).status === 200;
			} catch {
				return false;
			}
		}))
			throw new Error('the yardsticks do not answer');
		return it;
	}

	launch(command, words) {
		this.children.push(spawn(command, words, { cwd: this.dir, stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin`, TZ: '<+07>-7' } }));
	}

	// As the portal's own programs are: two workers on one socket.
	serve(name, command) {
		const multiwatch = execFileSync('sh', ['-c', 'command -v multiwatch'], { encoding: 'utf8' }).trim();
		this.launch('spawn-fcgi', ['-n', '-b', '1024', '-s', `${name}.sock`, '-M', '0666', '--',
			multiwatch, '-f', '2', '-r', '100000', '-s', 'TERM', '--', ...command]);
	}

	async stop() {
		const ended = this.children.map((c) => new Promise((done) =>
			c.exitCode !== null || c.signalCode ? done() : c.on('exit', done)));
		this.children.forEach((c) => c.kill('SIGTERM'));
		await Promise.all(ended);
	}
}

// ---- what is measured ----

const rate = (r) => r.n / r.seconds;

// A against B, in turns: the median of the ratios of neighbours.
async function against(what, target, a, b) {
	const ratios = [], as = [], bs = [];
	await a(), await b();	// warm
	for (let i = 0; i < Math.max(9, rounds); i++) {
		const x = await a(), y = await b();
		as.push(x), bs.push(y), ratios.push(x / y);
	}
	tell(what, short(median(ratios)), '', `>= ${target}`, median(ratios) >= target,
		`${spread(ratios)}; ${median(as).toFixed(0)} against ${median(bs).toFixed(0)} a second`);
}

async function submissions(portal, url, connections) {
	const tickets = ticketsOf(portal);
	const r = await wrk(url, connections, { tickets });
	return { rate: r.answered / r.took, middle: r.middle, n: r.answered };
}

// The middle latency of one who asks alone, in microseconds, and how many answers he had.
const alone = async (portal, target, cookie) => {
	const r = await wrk(portal.url + target, 1, { cookie });
	return { middle: r.p50, n: r.n };
};
const kinds = {
	'plan page, from the cache': (p) => alone(p, '/plan/1'),
	'plan page, made anew': (p) => alone(p, '/plan/1', 's=none'),
	'list of 100': (p) => alone(p, p.list, p.specialist),
	'form of 40 fields': (p) => alone(p, p.form, p.officer),
	'submission': (p) => submissions(p, p.url, 1),
};

async function latency(base, others) {
	for (const [kind, measure] of Object.entries(kinds)) {
		const all = [base, ...others.map((o) => o.portal)].map((portal) => ({ portal, middles: [], n: 0, ms: 0 }));
		for (let i = 0; i < rounds; i++)
			for (const it of all) {
				const p = it.portal;
				await Promise.all([page(p, p.list, p.specialist), page(p, p.form, p.officer)]);
				const began = processor(p);
				const r = await measure(p);
				it.middles.push(r.middle);
				it.n += r.n, it.ms += processor(p) - began;
			}
		const [before, ...after] = all, each = (it) => `${(it.ms / it.n).toFixed(it.ms < it.n ? 2 : 1)} ms`;
		others.forEach(({ name }, j) => {
			const ratios = after[j].middles.map((x, i) => x / before.middles[i]), m = median(ratios);
			tell(`latency, ${name}: ${kind}`, m.toFixed(2), '', '<= 1.20', m <= 1.2,
				`${spread(ratios)}; ${(median(before.middles) / 1000).toFixed(2)} ms before,`
				+ ` ${(median(after[j].middles) / 1000).toFixed(2)} ms after;`
				+ ` the processor's time ${each(before)}, ${each(after[j])}`);
		});
	}
}

// By the specialist: what grows with the whole.
async function slowest(name, portal, targets) {
	for (const target of targets) {
		await page(portal, target, portal.specialist);
		const all = [];
		for (let i = 0; i < rounds; i++) {
			const from = performance.now();
			await page(portal, target, portal.specialist);
			all.push(performance.now() - from);
		}
		told(`${name}, ${target}`, `${median(all).toFixed(0)} ms (${Math.min(...all).toFixed(0)} to ${Math.max(...all).toFixed(0)})`);
	}
}

// What a mapping is of: "heap", a library's or a program's file by its name, or "other".
const mapped = (name) => name === '[heap]' ? 'heap' : name.startsWith('/') ? path.basename(name) : 'other';

// All that came of those processes, without them; make itself, which starts the portal, is
// the builder's.
function came(roots) {
	const parent = new Map();
	for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
		try {
			parent.set(Number(pid), Number(readFileSync(`/proc/${pid}/stat`, 'utf8')
				.replace(/^.*\) /s, '').split(' ')[1]));
		} catch { /* it has just ended */ }
	const isOurs = (pid) => roots.includes(parent.get(pid))
		|| (parent.has(pid) && isOurs(parent.get(pid)));
	return [...parent.keys()].filter(isOurs);
}

function memory(portal) {
	const sum = { kB: 0, processes: 0, of: new Map() };
	for (const pid of came([portal.child.pid]))
		try {
			const maps = readFileSync(`/proc/${pid}/smaps`, 'utf8');
			for (const [, name, kB] of maps.matchAll(/^[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ \d+ *(.*)\n(?:.*\n)*?Pss: +(\d+)/gm)) {
				sum.kB += Number(kB);
				sum.of.set(mapped(name), (sum.of.get(mapped(name)) ?? 0) + Number(kB));
			}
			sum.processes++;
		} catch { /* it has just ended */ }
	return sum;
}

// What the processor did for them since they began, by their programs' names: in the programs
// and in the kernel for them, each in ms.
const TICK = 10;	// ms, of /proc/PID/stat
function worked(roots) {
	const sum = new Map();
	for (const pid of came(roots))
		try {
			const [, name, rest] = /\((.*)\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
			const [own, kernel] = rest.split(' ').slice(11, 13).map((n) => Number(n) * TICK);
			const before = sum.get(name) ?? { own: 0, kernel: 0 };
			sum.set(name, { own: before.own + own, kernel: before.kernel + kernel });
		} catch { /* it has just ended */ }
	return sum;
}

// Of a portal, all of it, in ms.
const processor = (portal) => [...worked([portal.child.pid]).values()]
	.reduce((sum, { own, kernel }) => sum + own + kernel, 0);

// In one sample, of one answer of those that `load` gets (it tells how many): "nginx 14 us, 10 of them the kernel's".
async function workOf(roots, load) {
	const before = worked(roots), n = await load(), after = worked(roots);
	return [...after].map(([name, { own, kernel }]) => {
		const was = before.get(name) ?? { own: 0, kernel: 0 };
		return { name, kernel: (kernel - was.kernel) * 1000 / n, all: (own - was.own + kernel - was.kernel) * 1000 / n };
	}).filter(({ all }) => all >= 5).toSorted((a, b) => b.all - a.all).slice(0, 2)
		.map(({ name, kernel, all }) => `${name} ${all.toFixed(0)} us, ${kernel.toFixed(0)} of them the kernel's`)
		.join('; ');
}

const toldOf = new Set();	// programs whose memory was told

// What an answer goes into, in one process by itself (part.c), and what that process takes.
async function parts(what, portal, program, target, cookie) {
	const us = (n) => n < 1000 ? `${n.toFixed(0)} us` : `${(n / 1000).toFixed(2)} ms`;
	const MB = (n) => `${(n / 1048576).toFixed(2)} MB`;
	const { stdout } = await run(`build/bench/part-${program}`, [portal.dir, 500, target, cookie].map(String));
	const r = JSON.parse(stdout), m = r.memory;
	told(`${what}, in one process`, `${us(r.us)}: SQL ${us(r.sql)} (${r.statements} statements, ${r.rows} rows;`
		+ ` the longest ${r.longest.map((s) => us(s.us)).join(', ')}), templates ${us(r.templates)},`
		+ ` the rest ${us(r.rest)}`);
	if (!toldOf.has(program))
		told(`memory of ${program}`, `loaded once: templates ${MB(m.templates)}, texts ${MB(m.texts)}, libmagic's rules`
		+ ` ${MB(m.kinds)}; a worker's SQLite after one address: schema ${MB(m.schema)}, statements ${MB(m.statements)}, pages ${MB(m.pages)}`);
	toldOf.add(program);
}

const local = (html) => [...html.matchAll(/(?:href|src)="(\/[^"#]*)/g)]
	.map(([, to]) => to.replaceAll('&amp;', '&'));

// The first page with all that it loads.
async function sizes(portal) {
	let plain = 0, gzipped = 0;
	const html = (await page(portal, '/')).bytes.toString();
	const parts = [...html.matchAll(/<(?:link|script|img)[^>]*(?:href|src)="(\/[^"]*)"/g)].map(([, to]) => to);
	for (const part of new Set(['/', ...parts])) {
		plain += (await ask(portal, 'GET', part)).bytes.length;
		gzipped += (await ask(portal, 'GET', part, { gzip: true })).bytes.length;
	}
	tell('first page, all of it', (plain / 1000).toFixed(1), ' kB', '<= 50 kB', plain <= 50e3);
	tell('first page, gzipped', (gzipped / 1000).toFixed(1), ' kB', '<= 15 kB', gzipped <= 15e3);
}

// The pages that a visitor, the specialist and the officer come to by links;
// of one shape (numbers apart) but a few, or a list's own pages would be all that is seen.
const PAGES = 150, OF_ONE_SHAPE = 3;
async function crawl(portal) {
	const found = { largest: 0, which: '', visited: 0, pages: [] };
	for (const cookie of [undefined, portal.specialist, portal.officer]) {
		const queue = ['/'], known = new Set(queue), shapes = new Map();
		await page(portal, '/', cookie);	// led by /account/seen, if it must be
		for (let at = 0; at < queue.length && at < PAGES; at++) {
			const r = await ask(portal, 'GET', queue[at], { cookie });
			const html = /^text\/html/.test(r.headers['content-type'] ?? '');
			if (html) {
				found.visited++;
				found.pages.push({ target: queue[at], cookie });
				if (r.bytes.length > found.largest)
					found.largest = r.bytes.length, found.which = queue[at];
			}
			for (const to of [...html ? local(r.bytes.toString()) : [], r.headers.location].filter(Boolean)) {
				const shape = to.replace(/\d+/g, '#'), n = shapes.get(shape) ?? 0;
				if (n < OF_ONE_SHAPE && !known.has(to) && !/^\/(lang|css|img|js)|done=/.test(to))
					known.add(to), queue.push(to), shapes.set(shape, n + 1);
			}
		}
	}
	return found;
}

async function largestPage(name, portal) {
	const { largest, which, visited } = await crawl(portal);
	tell(`largest of ${visited} pages, ${name}`, (largest / 1000).toFixed(1), ' kB', '<= 100 kB',
		largest <= 100e3, which);
}

// Every program has answered all its pages, in both of its workers, before its memory is read:
// one that was never asked has loaded nothing but its templates.
async function askAll(portal) {
	const { pages } = await crawl(portal);
	for (let i = 0; i < 3; i++)
		for (let at = 0; at < pages.length; at += 4)	// at once, or one worker would take them all
			await Promise.all(pages.slice(at, at + 4).flatMap(({ target, cookie }) =>
				[ask(portal, 'GET', target, { cookie }), ask(portal, 'GET', target, { cookie })]));
	return pages.length;
}

async function readiness(at) {
	const all = [];
	for (let i = 0; i < rounds; i++) {
		const began = performance.now(), portal = await Portal.start(1, at);
		all.push((performance.now() - began) / 1000);
		await portal.stop();
	}
	tell('ready', median(all).toFixed(2), ' s', '< 1 s', median(all) < 1, spread(all));
	const began = performance.now();
	await run('make', ['-s', '-j2', `O=${path.join(dir, 'fresh')}`, 'all'], { maxBuffer: 1 << 24 });
	const built = (performance.now() - began) / 1000;
	tell('build from nothing', built.toFixed(1), ' s', '< 30 s', built < 30, 'once');
}

try {
	console.log(`${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} x ${os.cpus()[0].model},`
		+ ` load ${os.loadavg()[0].toFixed(1)}, ${rounds} rounds of ${seconds} s, ${Math.max(9, rounds)} of a ratio to a yardstick`);
	const base = await portalOf('sample', SAMPLE);
	const anonymous = await page(base, '/plan/1', 's=none');
	const list = await page(base, base.list, base.specialist);
	const form = await page(base, base.form, base.officer);
	yard = await Yardstick.start(base, [anonymous, list, form]);
	const bare = (i) => async () => rate(await wrk(`${yard.url}/bare/${i}`, 4, { cookie: 's=none' }));
	const many = (url, cookie) => async () => {
		await Promise.all([page(base, base.list, base.specialist), page(base, base.form, base.officer)]);
		return (await wrk(url, 4, { cookie })).n;
	};
	const work = async (what, load, yardsticks) => told(`${what}, the processor for one`, `${await workOf([base.child.pid], load)}`
		+ ` [the yardstick: ${await workOf(yard.children.map((c) => c.pid), yardsticks)}]`);
	await against('plan page from the cache / the file by nginx', 0.8,
		async () => rate(await wrk(`${base.url}/plan/1`, 4)),
		async () => rate(await wrk(`${yard.url}/file/0.html`, 4)));
	await work('plan page from the cache', many(`${base.url}/plan/1`), many(`${yard.url}/file/0.html`));
	await against('plan page made anew / bare FastCGI', 0.6,
		async () => rate(await wrk(`${base.url}/plan/1`, 4, { cookie: 's=none' })), bare(0));
	await work('plan page made anew', many(`${base.url}/plan/1`, 's=none'), many(`${yard.url}/bare/0`));
	await parts('plan page made anew', base, 'plan', '/plan/1', 's=none');
	await against('list of 100 / bare FastCGI', 0.5, async () => {
		await page(base, base.list, base.specialist);
		return rate(await wrk(base.url + base.list, 4, { cookie: base.specialist, length: list.bytes.length }));
	}, bare(1));
	await work('list of 100', many(base.url + base.list, base.specialist), many(`${yard.url}/bare/1`));
	await parts('list of 100', base, 'report', base.list, base.specialist);
	await against('form of 40 fields / bare FastCGI', 0.5, async () => {
		await page(base, base.form, base.officer);
		return rate(await wrk(base.url + base.form, 4, { cookie: base.officer, length: form.bytes.length }));
	}, bare(2));
	await work('form of 40 fields', many(base.url + base.form, base.officer), many(`${yard.url}/bare/2`));
	await parts('form of 40 fields', base, 'report', base.form, base.officer);
	await against('submission / bare FastCGI with the same SQL', 0.6,
		async () => (await submissions(base, base.url, 4)).rate,
		async () => (await submissions(base, yard.url, 4)).rate);
	const asked = await askAll(base), pss = memory(base);
	tell('memory after load, PSS', (pss.kB / 1024).toFixed(1), ' MB', '<= 64 MB',
		pss.kB <= 64 * 1024, `${asked} pages asked; ${pss.processes} processes; ${[...pss.of].toSorted((a, b) => b[1] - a[1]).slice(0, 8)
			.map(([name, kB]) => `${name} ${(kB / 1024).toFixed(1)}`).join(', ')}`);
	await yard.stop();
	yard = undefined;
	await sizes(base);
	await largestPage('the small data', base);
	const others = [{ name: 'ten provinces for one', portal: await portalOf('tenfold', TENFOLD) },
		{ name: 'one ten times as large', portal: await portalOf('large', LARGE) }];
	await largestPage(others[1].name, others[1].portal);
	// not beside one whose reports have just been sent and returned dozens of times, here and below
	const calm = await portalOf('calm', SAMPLE);
	await latency(calm, others);
	for (const { name, portal } of others) {
		await slowest(name, portal, [`${portal.list}?sort=-period`, `${portal.list}?q=xa`]);
	}
	if (process.env.COUNTRY) {
		const country = await portalOf('country', COUNTRY);
		await latency(await portalOf('again', SAMPLE), [{ name: 'the country', portal: country }]);
		await slowest('the country', country, ['/', '/board', '/inbox/letter', '/unit', country.list]);
	}
	while (open.length)
		await open.pop().stop();
	await largestPlan(path.join(dir, 'plan'), tell);
	await readiness(base.dir);
} finally {
	await stopAll();
}
console.log(missed ? `${missed} missed` : 'all met');
