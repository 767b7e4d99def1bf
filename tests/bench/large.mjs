// large.mjs - how long a plan of 5,000 clauses (large.c) takes to open, and the difference of two
// versions of which every clause differs: one who asks alone, the page made anew.
//
// usage: node tests/bench/large.mjs, from the root of a built tree (bench.mjs asks too)
//	ROUNDS=21	requests of each; the middle one is told, with the smallest and the largest
//
// Beside what passed, the processor's time of the page program for one request: what it would be
// on a machine with nothing else at work.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { Portal } from '../lib/portal.mjs';

const rounds = Math.max(5, Number(process.env.ROUNDS ?? 21));
const TICK = 10;	// ms, of /proc/PID/stat

function get(url, cookie) {
	return new Promise((done, no) => {
		const r = http.request(url, { headers: { Cookie: cookie }, agent: false }, (reply) => {
			let n = 0;
			reply.on('data', (part) => n += part.length);
			reply.on('end', () => done({ status: reply.statusCode, n }));
		});
		r.on('error', no);
		r.end();
	});
}

const processor = (portal) => portal.workers('plan').reduce((sum, pid) => {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
	return sum + (Number(stat[11]) + Number(stat[12])) * TICK;
}, 0);

async function timed(portal, target) {
	const all = [];
	let bytes;
	await get(portal.url + target, 's=none');
	const before = processor(portal);
	for (let i = 0; i < rounds; i++) {
		const from = performance.now(), r = await get(portal.url + target, 's=none');
		if (r.status !== 200)
			throw new Error(`${target}: ${r.status}`);
		bytes = r.n;
		all.push(performance.now() - from);
	}
	const spent = (processor(portal) - before) / rounds;
	all.sort((a, b) => a - b);
	return { middle: all[rounds >> 1], bytes, note: `${all[0].toFixed(0)} to ${all.at(-1).toFixed(0)} ms,`
		+ ` ${spent.toFixed(0)} ms of the processor, ${(bytes / 1e6).toFixed(1)} MB` };
}

// In a folder of its own; `tell` as in bench.mjs.
export async function largestPlan(dir, tell) {
	mkdirSync(dir, { recursive: true });
	let portal = await Portal.start(1, dir);
	await portal.stop();
	const [id, words, first, last] = execFileSync('build/bench/large', [dir], { encoding: 'utf8' }).trim().split(' ');
	portal = await Portal.start(1, dir);
	try {
		const lines = [
			['plan of 5,000 clauses, as issued', `/plan/${id}?on=${first}`, 50],
			['... each of them amended', `/plan/${id}`, 50],
			['difference of these two', `/plan/${id}/difference?from=${first}&to=${last}`, 500],
		];
		const sizes = [];
		for (const [what, target, limit] of lines) {
			const r = await timed(portal, target);
			tell(what, r.middle.toFixed(0), ' ms', `< ${limit} ms`, r.middle < limit, `${words} words; ${r.note}`);
			sizes.push([r.bytes, target]);
		}
		const print = await get(`${portal.url}/plan/${id}/print`, 's=none');
		if (print.status !== 200)
			throw new Error(`the print: ${print.status}`);
		sizes.push([print.n, `/plan/${id}/print`]);
		const largest = Math.max(...sizes.map(([n]) => n));
		tell('largest page of a plan of 5,000 clauses', (largest / 1000).toFixed(1), ' kB', '<= 100 kB', largest <= 100e3,
			sizes.map(([n, target]) => `${target} ${(n / 1000).toFixed(1)}`).join(', '));
	} finally {
		await portal.stop();
	}
}

if (process.argv[1].endsWith('large.mjs')) {
	mkdirSync('build/bench', { recursive: true });
	const dir = mkdtempSync(path.resolve('build/bench/large-'));
	try {
		await largestPlan(path.join(dir, 'var'), (what, value, unit, target, ok, note) =>
			console.log(`${ok ? 'met   ' : 'MISSED'}  ${what}: ${value}${unit}  (target ${target})  [${note}]`));
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}
