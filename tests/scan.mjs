// scan.mjs - the portal under the scanners that strangers use: sqlmap on ten addresses with
// queries, wapiti on what it comes to by itself; each signed out and as a specialist who sees
// most.  On loopback; neither may find anything, and each must come to its end.
//
// A small server that puts what it is asked into its SQL and its page goes first: a scanner that
// finds nothing there finds nothing here either.
//
// usage: node tests/scan.mjs, from the root of a built tree (make soak-scan: it installs them)
//	CRAWL=60 ATTACK=30	seconds that wapiti may look around, and that each of its modules may ask

import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from './lib/client.mjs';
import { Portal } from './lib/portal.mjs';

const run = promisify(execFile);
const crawl = Number(process.env.CRAWL ?? 60), attack = Number(process.env.ATTACK ?? 30);
const modules = 'sql,xss,permanentxss,file,exec,crlf,redirect';
const targets = [
	'/plan?q=ngheo&year=2026&state=force&sort=date',
	'/plan/1?on=2026-11-01',
	'/plan/1/difference?from=2026-01-05&to=2026-11-01',
	'/search?q=ngheo&in=plan&year=2026&state=force&sort=day',
	'/unit?q=xa&day=2026-11-01&kind=commune',
	'/award?q=a&year=2026&sort=name',
	'/report?q=xa&state=sent&period=1&sort=-period&page=1',
	'/account/trail?q=plan&from=2026-01-01&to=2026-12-31&account=1&record=1',
	'/task?q=a&state=given&sort=due',
	'/document?q=a&year=2026&sort=date',
];

let passed = 0, failed = 0;
function check(ok, what) {
	if (ok) { passed++; return; }
	failed++;
	console.error(`scan.mjs: ${what}`);
}

const dir = mkdtempSync(path.join(os.tmpdir(), 'portal-scan-'));

// What they must find: every fault of these in one page.
const base = path.join(dir, 'naive.db');
execFileSync('sqlite3', [base, "CREATE TABLE plan (id INTEGER, name TEXT); INSERT INTO plan VALUES (1, 'a'), (2, 'b')"]);
const naive = http.createServer(async (question, answer) => {
	const id = new URL(question.url, 'http://x').searchParams.get('id') ?? '1';
	let rows = '';
	try {
		rows = (await run('sqlite3', [base, `SELECT id, name FROM plan WHERE id = ${id}`])).stdout;
	} catch (e) {
		rows = `SQLite error 1: ${e.stderr}`;
	}
	answer.setHeader('Content-Type', 'text/html');
	answer.end(`<!DOCTYPE html><title>Plans</title><a href="/?id=1">one</a><p>Asked for ${id}</p><pre>${rows}</pre>`);
});
await new Promise((done) => naive.listen(0, '127.0.0.1', done));
const bad = `http://127.0.0.1:${naive.address().port}`;

// What stands between wapiti and the portal: it counts what was asked, and lets nobody sign out
// (wapiti's own way to leave an address out ends it under Python 3.11).
let asked = 0, answered = 0;
const between = http.createServer((question, answer) => {
	asked++;
	if (question.url.startsWith('/account/sign-out')) {
		answer.writeHead(404).end();
		return;
	}
	const own = `127.0.0.1:${between.address().port}`, to = new URL(portal.url).host;
	const headers = Object.fromEntries(Object.entries(question.headers).map(([name, value]) =>
		[name, String(value).replaceAll(own, to)]));
	const r = http.request(portal.url + question.url, { method: question.method, headers, agent: false }, (reply) => {
		answered += reply.statusCode === 200;
		const back = { ...reply.headers };
		if (back.location)
			back.location = back.location.replaceAll(to, own);
		answer.writeHead(reply.statusCode, back);
		reply.pipe(answer);
	});
	r.on('error', () => answer.destroy());
	question.pipe(r);
});
await new Promise((done) => between.listen(0, '127.0.0.1', done));

// true: it found something; false: it came to its end and found nothing.
async function sqlmap(url, cookie) {
	const words = ['-u', url, '--batch', '--flush-session', '--level=1', '--technique=BEU', '--threads=4',
		'--disable-coloring', '--ignore-code=*', `--output-dir=${path.join(dir, 'sqlmap')}`];
	if (cookie)
		words.push(`--cookie=${cookie}`);
	const { stdout } = await run('sqlmap', words, { maxBuffer: 1 << 26 }).catch((e) => e);
	if (stdout.includes('identified the following injection point'))
		return true;
	if (!stdout.includes('do not appear to be injectable'))
		throw new Error(`sqlmap ${url} did not come to its end: ${stdout.slice(-1500)}`);
	return false;
}

// What it found.
async function wapiti(url, cookie) {
	const file = path.join(dir, 'wapiti.json');
	const words = ['-u', url, '-m', modules, '--flush-session', '--store-session', path.join(dir, 'wapiti'),
		'--max-scan-time', String(crawl), '--max-attack-time', String(attack), '-f', 'json', '-o', file,
		'--no-bugreport'];
	if (cookie)
		words.push('-H', `Cookie: ${cookie}`);
	await run('wapiti', words, { maxBuffer: 1 << 26 });
	return Object.entries(JSON.parse(readFileSync(file, 'utf8')).vulnerabilities).filter(([, all]) => all.length)
		.map(([name, all]) => `${name}: ${all.map((v) => `${v.method} ${v.path} ${v.parameter}`).slice(0, 5).join('; ')}`);
}

const portal = await Portal.start(1);
try {
	check(await sqlmap(`${bad}/?id=1`), 'sqlmap finds the control');
	const there = (await wapiti(`${bad}/`)).join();
	check(/SQL/.test(there) && /Cross Site/.test(there), `wapiti finds the control: ${there}`);
	const client = new Client(portal.url, 'mai.lt');
	check(await client.signIn(3), 'the specialist signs in');
	for (const [who, cookie] of [['signed out', undefined], ['the specialist', client.cookie]]) {
		let n = 0;
		for (const target of targets) {
			const clean = !await sqlmap(portal.url + target, cookie);
			check(clean, `sqlmap, ${who}: ${target}`);
			n += clean;
		}
		asked = answered = 0;
		const found = await wapiti(`http://127.0.0.1:${between.address().port}/`, cookie);
		check(!found.length, `wapiti, ${who}: ${found.join('\n')}`);
		check(!cookie || (await client.page('/account')).status === 200, `${who} is signed in to the end`);
		console.log(`${who}: sqlmap on ${targets.length} addresses, ${n} of them clean; wapiti asked ${asked} times,`
			+ ` ${answered} with a page, and found ${found.length}`);
	}
} finally {
	naive.close();
	between.close();
	await portal.stop();
	rmSync(dir, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
