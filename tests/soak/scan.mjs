// scan.mjs - the portal under the scanners that strangers use: sqlmap on addresses with queries, to
// its end; wapiti on what it comes to by itself, as long as it may (CRAWL, ATTACK); each signed out
// and as one who sees most.  On loopback; neither may find anything, and nothing answers 500.
//
// A small server that puts what it is asked into its SQL and its page goes first: both must find
// what is wrong there (wapiti the SQL and the script; its other modules have no control).
//
// usage: node tests/soak/scan.mjs, from the root of a built tree (make soak-scan: it installs them)
//	CRAWL=60 ATTACK=30	seconds that wapiti may look around, and that each of its modules may ask

import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from '../lib/client.mjs';
import { Portal } from '../lib/portal.mjs';

const run = promisify(execFile);
const crawl = Number(process.env.CRAWL ?? 60), attack = Number(process.env.ATTACK ?? 30);
const modules = 'sql,xss,permanentxss,file,exec,crlf,redirect';
// Each is a page of rows for who asks: true and false must differ.
const open = ['/plan?q=ngheo&year=2026&sort=date', '/plan/1?on=2026-11-01', '/search?q=ngheo&in=plan&year=2026&sort=day',
	'/plan/1/difference?from=2026-01-05&to=2026-11-01', '/unit?q=xa&day=2026-11-01', '/award?q=a&year=2026&sort=name'];
const readers = [
	['signed out', undefined, open],
	['the specialist', 'mai.lt', [...open, '/report?q=xa&state=sent&sort=-period&page=1', '/task/given?q=a&sort=due',
		'/document?q=a&year=2026&sort=date']],
	['the auditor', 'tuyet.nt', ['/account/trail?q=plan&from=2026-01-01&to=2026-12-31&account=1&record=1']],
];
const few = 1000;	// pages that wapiti must have come by, or it has seen nothing

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
let asked = 0, answered = 0, broken = 0, to;
const between = http.createServer((question, answer) => {
	asked++;
	if (question.url.startsWith('/account/sign-out')) {
		answer.writeHead(404).end();
		return;
	}
	const own = `127.0.0.1:${between.address().port}`, theirs = new URL(to).host;
	const headers = Object.fromEntries(Object.entries(question.headers).map(([name, value]) =>
		[name, String(value).replaceAll(own, theirs)]));
	const r = http.request(to + question.url, { method: question.method, headers, agent: false }, (reply) => {
		answered += reply.statusCode === 200;
		broken += reply.statusCode >= 500;
		const back = { ...reply.headers };
		if (back.location)
			back.location = back.location.replaceAll(theirs, own);
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
		'--disable-coloring', `--output-dir=${path.join(dir, 'sqlmap')}`];
	if (cookie)
		words.push(`--cookie=${cookie}`);
	const { stdout } = await run('sqlmap', words, { maxBuffer: 1 << 26 }).catch((e) => e);
	if (stdout.includes('identified the following injection point'))
		return true;
	if (!stdout.includes('do not appear to be injectable'))
		throw new Error(`sqlmap ${url} did not come to its end: ${stdout.slice(-1500)}`);
	return false;
}

// What it found at that portal.
async function wapiti(portal, cookie) {
	const file = path.join(dir, 'wapiti.json');
	const words = ['-u', `http://127.0.0.1:${between.address().port}/`, '-m', modules, '--flush-session',
		'--store-session', path.join(dir, 'wapiti'), '--max-scan-time', String(crawl),
		'--max-attack-time', String(attack), '-f', 'json', '-o', file, '--no-bugreport'];
	if (cookie)
		words.push('-H', `Cookie: ${cookie}`);
	to = portal;
	asked = answered = broken = 0;
	await run('wapiti', words, { maxBuffer: 1 << 26 });
	return Object.entries(JSON.parse(readFileSync(file, 'utf8')).vulnerabilities).filter(([, all]) => all.length)
		.map(([name, all]) => `${name}: ${all.map((v) => `${v.method} ${v.path} ${v.parameter}`).slice(0, 5).join('; ')}`);
}

// The status of a page; a session that was not seen for a while is led by /account/seen first.
async function reads(client, target) {
	let r = await client.ask('GET', target);
	if (r.status === 303 && r.to.startsWith('/account/seen'))
		await client.ask('GET', r.to), r = await client.ask('GET', target);
	return r.status;
}

const portal = await Portal.start(1);
try {
	check(await sqlmap(`${bad}/?id=1`), 'sqlmap finds the control');
	const there = (await wapiti(bad)).join();
	check(/SQL/.test(there) && /Cross Site/.test(there), `wapiti finds the control: ${there}`);
	for (const [who, login, targets] of readers) {
		const client = new Client(portal.url, login);
		if (login)
			check(await client.signIn(3), `${login} signs in`);
		const { cookie } = client;
		let n = 0;
		for (const target of targets) {
			const status = await reads(client, target);
			check(status === 200, `${who} reads ${target}: ${status}`);
			const clean = !await sqlmap(portal.url + target, cookie);
			check(clean, `sqlmap, ${who}: ${target}`);
			n += clean;
		}
		const found = await wapiti(portal.url, cookie);
		check(!found.length, `wapiti, ${who}: ${found.join('\n')}`);
		check(answered > few, `wapiti, ${who}: it has seen ${answered} pages`);
		check(!broken, `wapiti, ${who}: ${broken} answers of 500 and more`);
		check(!login || (await reads(client, '/account') === 200 && client.cookie === cookie),
			`${who} is signed in to the end`);
		console.log(`${who}: sqlmap on ${targets.length} addresses, ${n} of them clean; wapiti asked ${asked} times,`
			+ ` ${answered} with a page, and found ${found.length}`);
	}
	const wrong = portal.log().split('\n').filter((line) => /: 500 /.test(line));
	check(!wrong.length, `the log: ${wrong.slice(0, 3).join('\n')}`);
} finally {
	naive.close();
	between.close();
	await portal.stop();
	rmSync(dir, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
