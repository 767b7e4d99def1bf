// full.mjs - a full disk: nothing that was acknowledged is lost, people are told what to do and
// keep what they typed, reading goes on, and it recovers without a restart (reliability T-04).
//
// In turn the disk of portal.db, that of files.db and that of nginx's temporary files is a
// tiny one, filled to the last byte by somebody else; then there is room again.  It needs a
// name space of its own for those disks (unshare); where the machine gives none it says so
// and is skipped.
//
// usage: node tests/full.mjs, from the root of a built tree

import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync,
	rmSync, statfsSync, symlinkSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, formsOf, spell, withFile } from './lib/client.mjs';
import { Portal, sleep, until } from './lib/portal.mjs';

let passed = 0, failed = 0;
function check(ok, what) {
	if (ok) { passed++; return; }
	failed++;
	console.error(`full.mjs: ${what}`);
}
function finish() {
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed ? 1 : 0);
}

// Disks are mounted as root of a name space, where nginx could not become another user: hence
// the second, in which nobody is root.
const disks = [8, 64, 8];	// MB: of nginx's files, portal.db with the sample, files.db
if (!process.env.FULL_AT) {
	const at = mkdtempSync(path.join(os.tmpdir(), 'portal-full-'));
	const names = ['spool', 'portal', 'files'].map((name) => path.join(at, name));
	names.forEach((name) => mkdirSync(name));
	const mounts = names.map((name, i) => `mount -t tmpfs -o size=${disks[i]}m,mode=777 none '${name}'`);
	const inner = `exec unshare -U --map-user=1000 --map-group=1000 -- '${process.execPath}' '${fileURLToPath(import.meta.url)}'`;
	const probe = spawnSync('unshare', ['-Urm', 'sh', '-c', `${mounts[0]} && unshare -U --map-user=1000 --map-group=1000 true`]);
	if (probe.status !== 0) {
		console.log('full.mjs: skipped, this machine gives no name space for a tiny disk');
		console.log('0 passed, 0 failed, 1 skipped');
		rmSync(at, { recursive: true });
		process.exit(0);
	}
	const r = spawnSync('unshare', ['-Urm', 'sh', '-c', `${mounts.join(' && ')}; ${inner}`],
		{ stdio: 'inherit', env: { ...process.env, FULL_AT: at } });
	rmSync(at, { recursive: true });
	process.exit(r.status ?? 1);
}

const at = process.env.FULL_AT, dir = path.join(at, 'var'), run = path.join(dir, 'run');
const [spool, portalDisk, filesDisk] = ['spool', 'portal', 'files'].map((name) => path.join(at, name));
const room = (disk) => { const s = statfsSync(disk); return s.bavail * s.bsize; };

// Leaves that many bytes, by a file of nobody's.
function fill(disk, left = 0) {
	const fd = openSync(path.join(disk, 'filler'), 'a'), some = Buffer.alloc(4096, 1);
	try {
		while (room(disk) > left)
			writeSync(fd, some, 0, Math.min(some.length, left ? some.length : 4096));
	} catch { /* it is full */ }
	closeSync(fd);
}
const clear = (disk) => rmSync(path.join(disk, 'filler'), { force: true });

const health = async () => {
	const r = await new Client(portal.url).ask('GET', '/health');
	return { status: r.status, says: /"status": "([^"]*)"/.exec(r.body)?.[1] ?? r.body.slice(0, 60) };
};
const main = (html) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;

mkdirSync(run, { recursive: true });
['tmp-client_body', 'tmp-fastcgi'].forEach((name) => {
	mkdirSync(path.join(spool, name));
	symlinkSync(path.join(spool, name), path.join(run, name));
});
mkdirSync(path.join(portalDisk, 'cache'));	// as where one disk holds all
symlinkSync(path.join(portalDisk, 'cache'), path.join(run, 'cache'));
symlinkSync(path.join(portalDisk, 'portal.db'), path.join(dir, 'portal.db'));
symlinkSync(path.join(filesDisk, 'files.db'), path.join(dir, 'files.db'));
const portal = await Portal.start(1, dir);

const officer = new Client(portal.url, 'huyen.ltt'), nobody = new Client(portal.url);
const kept = [];	// figures that were acknowledged
let figure = 7000000;

async function reportForm() {
	const page = /href="(\/report\/\d+)"/.exec((await officer.page('/report')).body)?.[1];
	const form = formsOf((await officer.page(page)).body).find((f) => f.action === page);
	form.fields.set([...form.fields.keys()].filter((name) => /^v\d+$/.test(name)).at(-1), String(++figure));
	form.fields.set('do', 'save');
	return form;
}
async function save() {
	const form = await reportForm(), r = await officer.ask('POST', form.action, spell(form.fields));
	if (r.status === 303)
		kept.push(figure);
	return r;
}

// What was typed is on the page, and goes again by its button.
async function sendAgain(r) {
	const form = formsOf(main(r.body)).find((f) => f.action.startsWith('/report/'));
	check(form && [...form.fields.values()].includes(String(figure)), 'what was typed is on the page of the 503');
	if (form && (await officer.ask('POST', form.action, spell(form.fields))).status === 303)
		kept.push(figure);
	else
		check(false, 'the form of the 503 is not taken when there is room');
}
function refused(r, what) {
	check(r.status === 503 && r.body.includes('lang="vi"') && /đã đầy|hết chỗ/.test(r.body)
		&& /báo người quản trị máy chủ/.test(r.body), `${what}: ${r.status}, and what to do`);
}
async function readable(what) {
	check((await nobody.ask('GET', `/plan?again=${figure}`)).status === 200, `${what}: a plan's list is read by anybody`);
	check((await nobody.ask('GET', '/css/portal.css')).status === 200, `${what}: so is the style sheet`);
	for (const page of ['/', '/report', '/evaluation', '/unit'])
		check((await officer.ask('GET', page)).status === 200, `${what}: ${page} is read`);
}

async function sheet() {
	for (const [, page] of (await officer.page('/evaluation')).body.matchAll(/href="(\/evaluation\/\d+)"/g)) {
		const form = formsOf((await officer.page(page)).body).find((f) => f.action === `${page}/file`);
		if (form)
			return { page, form };
	}
	throw new Error('no sheet takes files');
}
const sent = new Map();	// names of files that were acknowledged, and their digests
async function attach(size) {
	const { form } = await sheet(), bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(size - 9)]);
	const name = `day-${sent.size}-${randomBytes(3).toString('hex')}.pdf`, { body, type } = withFile(form.fields, name, bytes);
	const r = await officer.ask('POST', form.action, body, type);
	if (r.status === 303 && !r.to.includes('again'))
		sent.set(name, createHash('sha256').update(bytes).digest('hex'));
	return r;
}
async function filesAreWhole(what) {
	const { page } = await sheet(), html = (await officer.page(page)).body;
	for (const [name, digest] of sent) {
		const href = [...html.slice(0, html.indexOf(`${name}</a>`)).matchAll(/href="([^"]*\/file\/\d+)"/g)].at(-1)?.[1];
		const got = href ? await officer.page(href) : { bytes: Buffer.alloc(0) };
		check(createHash('sha256').update(got.bytes).digest('hex') === digest, `${what}: ${name} is what was sent`);
	}
}

async function diskOfThePortal() {
	check((await save()).status === 303, 'a report is saved while there is room');
	// nearly full: files first, then forms, are refused, and /health tells it
	const total = statfsSync(portalDisk).blocks * statfsSync(portalDisk).bsize;
	fill(portalDisk, total / 20);
	check((await health()).says.includes('portal.db is nearly full'), `/health: ${(await health()).says}`);
	check((await save()).status === 303, 'a report is saved still');
	fill(portalDisk, total / 80);
	check((await health()).says.includes('forms'), `/health: ${(await health()).says}`);
	const log = () => readFileSync(path.join(run, 'portal.log'), 'utf8');
	const faults = log().split('\n').filter((line) => line.startsWith('db:')).length;
	refused(await save(), 'a form on a nearly full disk');
	check(log().split('\n').filter((line) => line.startsWith('db:')).length === faults, 'it was refused before the disk was tried');
	check(await new Client(portal.url, 'mai.lt').signIn(), 'somebody signs in with what was held back');
	await readable('nearly full');

	// to the last byte, and nobody checkpoints meanwhile
	const ballast = path.join(portalDisk, 'ballast'), [maintain] = portal.workers('maintain');
	clear(portalDisk);
	// the nearly full disk may have taken it already: each minute it is made again
	check(await until(() => existsSync(ballast), 70000), 'there is a ballast');
	process.kill(maintain, 'SIGSTOP');
	for (let i = 0; i < 25; i++)
		check((await save()).status === 303, 'with room it is saved');
	fill(portalDisk);
	const r = await save();
	refused(r, 'a form on a full disk');
	await readable('full');
	check((await health()).says.includes('forms'), '/health says so');
	// the log goes into the file by the room of the ballast
	process.kill(maintain, 'SIGCONT');
	check(await until(() => !existsSync(ballast), 5000), 'the ballast was let go of');
	clear(portalDisk);
	await sendAgain(r);
	check((await save()).status === 303, 'with room again it is saved without a restart');
	check(await until(async () => (await health()).status === 200, 20000), `/health: ${(await health()).says}`);
}

async function diskOfTheFiles() {
	check((await attach(300000)).status === 303, 'a file is attached while there is room');
	let r = { status: 303 };
	fill(filesDisk, 2500000);
	refused(await attach(5000000), 'a file that is longer than what is left');
	for (let i = 0; i < 12 && r.status === 303; i++)
		r = await attach(400000);
	refused(r, 'a file that finds no room');
	fill(filesDisk);
	refused(await attach(200000), 'a file on a full disk');
	check((await save()).status === 303, 'files full: a report is saved');
	await readable('files full');
	await filesAreWhole('files full');
	check((await health()).says.includes('files are refused'), `/health: ${(await health()).says}`);
	clear(filesDisk);
	check(await until(async () => (await attach(200000)).status === 303, 5000), 'with room again a file is taken');
	check(await until(async () => (await health()).status === 200, 20000), `/health: ${(await health()).says}`);
}

async function diskOfNginx() {
	fill(spool);
	refused(await attach(3000000), 'a large form that nginx cannot put down');
	check((await save()).status === 303, 'a small one is saved');
	await readable('spool full');
	clear(spool);
	check((await attach(1000000)).status === 303, 'with room again a large one is taken');
}

// In the file alone, without its log: what was committed went from the log into it.  The trail
// writes 7.000.001, in one piece.
function notInTheFile() {
	const bytes = readFileSync(path.join(portalDisk, 'portal.db'));
	return kept.filter((n) => !bytes.includes(String(n).replace(/(\d)(\d{3})(\d{3})$/, '$1.$2.$3')));
}

try {
	check(await officer.signIn(), 'the officer signs in');
	const auditor = new Client(portal.url, 'tuyet.nt');
	check(await auditor.signIn(), 'so does the auditor');
	await diskOfThePortal();
	await diskOfTheFiles();
	await diskOfNginx();
	await filesAreWhole('at the end');
	const trail = (await auditor.page('/account/trail.csv?action=report.')).body.replaceAll(/(?<=\d)\.(?=\d{3})/g, '');
	const lost = kept.filter((n) => !trail.includes(String(n)));
	check(kept.length > 5 && lost.length === 0, `${lost.length} of ${kept.length} acknowledged saves are lost`);
	console.log(`${kept.length} saves and ${sent.size} files acknowledged, ${lost.length} lost`);
	await sleep(3000);	// maintain copies each second
	const left = notInTheFile();
	check(left.length === 0, `${left.length} of ${kept.length} saves are in the log alone: ${left.slice(0, 5)}`);
} catch (e) {
	check(false, e.stack);
} finally {
	await portal.stop();
	if (failed)
		console.error(readFileSync(path.join(run, 'portal.log'), 'utf8').split('\n').slice(-25).join('\n'));
}
finish();
