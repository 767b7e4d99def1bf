// alive.mjs - every page in Chromium with scripts on and its policy of content off, over a
// database in which every text that people type breaks out of HTML: nothing of it runs, asks
// for anything, or is an element, an attribute or a comment of the page (T-20).  And a file is
// saved under the name that the portal has kept for it, whatever that is (T-18).
//
// The database is left by tests/shown.c, eight of the corpus in each column, others each time;
// half of the addresses and names are asked, with CORPUS=all every one.
//
// usage: [SEED=N] [CORPUS=all] node tests/alive.mjs, from the root of a built tree

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launch } from './lib/person.mjs';
import { Portal } from './lib/portal.mjs';

const began = Date.now();
const whole = process.env.CORPUS === 'all';
const seed = process.env.SEED ?? String(Math.floor(Math.random() * 1000));
let passed = 0, failed = 0;
function check(ok, what) {
	if (ok) {
		passed++;
	} else {
		failed++;
		console.error(`alive.mjs: ${what} (SEED=${seed})`);
	}
	return ok;
}

const dir = mkdtempSync(path.join(os.tmpdir(), 'portal-alive-'));
execFileSync('make', ['-s', 'build/test.portal.db', 'build/test.secret.db', 'build/test.files.db', 'build/tests/shown-evaluation']);
execFileSync('build/tests/shown-evaluation', { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, LEAVE: dir, SEED: seed,
	TEST_PORTAL_DB: 'build/test.portal.db', TEST_SECRET_DB: 'build/test.secret.db', TEST_FILES_DB: 'build/test.files.db' } });
const rows = (name) => readFileSync(path.join(dir, name), 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
const payloads = JSON.parse(readFileSync(path.join(dir, 'payloads.json'), 'utf8')).payloads;

// What the templates have, and what comes of Markdown.
const known = ['html', 'head', 'body', 'tbody', 'p', 'em', 'strong', 'ul', 'ol', 'li', 'a', 'href', 'title', 'img', 'src',
	'alt', 'code', 'pre', 'blockquote', 'hr', 'br', 'class', 'start', 'table', 'thead', 'tr', 'th', 'td', 'scope'];
for (const file of readdirSync('cgi-bin/tpl'))
	for (const [, tag, rest] of readFileSync(`cgi-bin/tpl/${file}`, 'utf8').matchAll(/<([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/gi))
		known.push(tag.toLowerCase(), ...rest.replace(/"[^"]*"/g, '""').replace(/\{\{[^}]*\}\}/g, ' ').toLowerCase()
			.split(/[\s=/"]+/).filter((word) => /^[a-z][a-z:-]*$/.test(word)));
for (let i = 1; i <= 6; i++)
	known.push(`h${i}`);

// In the page: what is there that no template made.
function strange(names) {
	const marks = [...new Set(document.documentElement.innerHTML.match(/zq\d+z/g))];
	const mine = new Set(names), mark = /zq\d+z/, found = [];
	const tell = (what) => found.length < 5 && found.push(what);
	for (const e of document.querySelectorAll('*')) {
		const tag = e.localName.toLowerCase();
		if (!mine.has(tag))
			tell(`<${tag}>`);
		if (/^(script|style|template)$/.test(tag) && mark.test(e.innerHTML))
			tell(`text of <${tag}>`);
		for (const { name, value } of e.attributes) {
			const is = name.toLowerCase();
			if (!mine.has(is) && !/^(aria|data)-[a-z-]+$/.test(is))
				tell(`<${tag} ${is}>`);
			else if (/^on|^srcdoc$|^http-equiv$/.test(is) || (is === 'style' && mark.test(value)))
				tell(`<${tag} ${is}="${value}">`);
			else if (/^(href|src|action|formaction|data|poster|srcset|cite|xlink:href)$/.test(is)
			    && new URL(value, location.href).origin !== location.origin)
				tell(`<${tag} ${is}="${value}">`);
		}
	}
	const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
	while (comments.nextNode())
		if (mark.test(comments.currentNode.data))
			tell('a comment');
	return { found, marks };
}

const portal = await Portal.start(0, dir);
const browser = await launch('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
// A page, and what ran, asked or opened a window since it was last emptied.
async function eye() {
	const alive = [];
	const context = await browser.newContext({ bypassCSP: true, locale: 'vi-VN', baseURL: portal.url });
	await context.exposeBinding('zqRan', (_, name) => { alive.push(`${name} ran`); });
	await context.addInitScript(() => {
		for (let i = 0; i < 400; i++)
			Object.defineProperty(window, `zq${i}z`, { get() { window.zqRan(`zq${i}z`); return ''; } });
	});
	context.on('request', (r) => {
		if (new URL(r.url()).origin !== portal.url && !r.url().startsWith('data:'))
			alive.push(`a request to ${r.url().slice(0, 80)}`);
	});
	context.setDefaultTimeout(300000);	// of a machine that has other things to do
	const page = Object.assign(await context.newPage(), { alive });
	page.on('dialog', (d) => { alive.push(`a dialog: ${d.message()}`); d.dismiss().catch(() => {}); });
	page.on('console', (m) => /zq\d+z/.test(m.text()) && !/Failed to load resource/.test(m.text()) && alive.push(`the console: ${m.text().slice(0, 80)}`));
	page.on('pageerror', (e) => /zq\d/.test(String(e)) && alive.push(`an error: ${e}`));
	context.on('page', (other) => other !== page && alive.push('a window'));
	return { context, page };
}
async function looked(page, address) {
	page.alive.length = 0;
	const r = await page.goto(address, { waitUntil: 'load' });
	// a page that leads away by itself takes the look along
	const { found, marks } = await page.evaluate(strange, known).catch((e) => {
		if (!/context was destroyed|navigation/.test(e.message))
			throw e;
		return { found: ['it led away'], marks: [] };
	});
	return { status: r?.status() ?? 0, marks, wrong: [...found, ...page.alive] };
}

// The eye, on a page that escapes nothing: text, value, the tag itself.
async function control() {
	let it, html = '', seen = 0, ran = 0, asked = 0;
	const anew = async () => {
		await it?.context.close();
		it = await eye();
		await it.context.route('**/control', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
	};
	const show = async (text) => {
		html = `<!doctype html><title>a</title><body>${text}`;
		// one that leads elsewhere again and again lets no other page in
		return (await looked(it.page, '/control').catch(async (e) => {
			if (!/interrupted by another navigation/.test(e.message))
				throw e;
			await anew();
			return looked(it.page, '/control');
		})).wrong;
	};
	await anew();
	check(!(await show('<p title="a">zq1z</p>')).length, 'a sound page is found strange');
	check((await show('<script>alert(1)</script>')).some((w) => w.startsWith('a dialog')), 'a dialog is not seen');
	check((await show('<img src="//zq1z.example/a.png">')).some((w) => w.startsWith('a request')), 'a request is not seen');
	check((await show('<script>console.log("zq" + 1 + "z")</script>')).some((w) => w.startsWith('the console')), 'the console is not seen');
	const each = whole ? payloads : payloads.filter((_, i) => i % 8 === Number(seed) % 8);
	for (const p of each) {
		const wrong = [...await show(`<p>${p}</p>`), ...await show(`<input value="${p}">`), ...await show(`<input ${p}>`)];
		seen += wrong.length > 0;
		ran += wrong.some((w) => w.endsWith(' ran'));
		asked += wrong.some((w) => w.startsWith('a request'));
	}
	console.error(`alive: of ${each.length} payloads as they are ${seen} are seen, ${ran} run, ${asked} ask`);
	check(seen >= each.length * 0.6 && ran > 0, `of ${each.length} payloads as they are only ${seen} are seen, ${ran} run`);
	await it.context.close();
}

async function become({ context }, cookie) {
	await context.clearCookies();
	if (cookie)
		await context.addCookies([{ name: 's', value: cookie.slice(2), url: portal.url }]);
}

let pages = 0;
const columns = new Set();
async function look(it, lines) {
	let who;
	for (const [address, cookie] of lines) {
		if (who !== cookie)
			await become(it, who = cookie);
		const { status, marks, wrong } = await looked(it.page, address);
		// 409: what the payloads have made of a plan cannot be issued
		check([200, 404, 409, 422].includes(status), `${address} as ${cookie}: ${status}`);
		check(!wrong.length, `${address}: ${wrong.join('; ')}`);
		pages += status === 200;
		marks.forEach((mark) => columns.add(mark));
	}
}

async function names(it, lines) {
	const { page } = it;
	await become(it, rows('pages.tsv').find(([at]) => at === '/evaluation/902/file/903')[1]);
	await page.goto('/account');
	for (const [address, name] of lines) {
		// it is no page: to go there fails
		const [download] = await Promise.all([page.waitForEvent('download'), page.goto(address).catch(() => {})]);
		check(download.suggestedFilename() === name, `${address}: saved as ${download.suggestedFilename()}, kept as ${name}`);
		await download.cancel();
	}
}

try {
	// Each address once, as the first who may; neither files nor feeds.
	const addresses = rows('pages.tsv').filter(([at], i, of) => !/\/file\/|\.(docx|atom|ics|csv|xlsx)/.test(at)
		&& of.findIndex(([other]) => other === at) === i).sort(([, a], [, b]) => a < b ? -1 : a > b);
	check(addresses.length > 100, `only ${addresses.length} addresses`);
	const some = (list) => whole ? list : list.filter((_, i) => i % 2 === Number(seed) % 2);
	const mine = some(addresses), files = some(rows('names.tsv')), half = mine.length >> 1;
	const [one, two] = [await eye(), await eye()], start = Date.now();
	await Promise.all([look(one, mine.slice(0, half)), look(two, mine.slice(half))]);
	console.error(`alive: ${pages} pages of ${mine.length} addresses, ${columns.size} columns, ${Date.now() - start} ms`);
	check(pages > mine.length * 0.8 && columns.size > 60, `only ${pages} pages, ${columns.size} columns`);
	await Promise.all([control(), names(two, files)]);
	console.error(`alive: ${files.length} names`);
	// a case tells the address too, and a payload may be that
	const odd = portal.log().split('\n').filter((line) => /^case|error|abort|signal/i.test(line) && !/^case \S+: 4\d\d /.test(line));
	check(!odd.length, `its log: ${odd.slice(-5).join(' | ')}`);
} catch (e) {
	check(false, e.stack);
} finally {
	await browser.close();
	portal.stays = false;
	await portal.stop();
}
console.error(`alive: ${Math.round((Date.now() - began) / 1000)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
