// person.mjs - people at the portal: each has a browser context with JavaScript off.
// What they look at is kept as a picture and held against the rules for every page.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { faultsInPdf, faultsOnPaper } from './paper.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const out = 'tests/out';
export const guide = process.env.PICTURES === 'docs';	// only those of the guide (make pictures)
const quick = guide || process.env.PICTURES === '0';	// neither pictures nor axe
const faces = process.env.FACES === 'all';	// each page of each portal thrice: wide, narrow, on paper
const desk = { width: 1366, height: 768 }, phone = { width: 390, height: 844 };

export const sum = { passed: 0, failed: 0, skipped: 0 };
export function check(ok, what) {
	if (ok) {
		sum.passed++;
	} else {
		sum.failed++;
		console.error(`browser.mjs: ${what}`);
	}
	return ok;
}
export function same(got, wanted, what) {
	return check(got === wanted, `${what}: ${JSON.stringify(got)}, wanted ${JSON.stringify(wanted)}`);
}

// The browser that all share: Debian's, without the window that nobody sees here.
export const launch = (...more) => chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell',
	args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
		'--disable-background-networking', '--disable-component-update', '--disable-sync', ...more] });

const judged = new Set();	// by axe: a page of that name, on whichever portal

// Addresses that were looked at, their records' numbers apart, on whichever portal.
export const looked = new Set();
export const shape = (target) => target.replace(/[?#].*/, '').replace(/\/\d+/g, '/0');

// Where a portal is looked at: its row of pictures, and the page that axe runs in.
export class Theatre {
	static async open(browser, portal, name) {
		const it = Object.assign(new Theatre(), { browser, portal, name, pictures: 0,
			whose: ['Cổng Thi đua'] });	// until there is an office
		mkdirSync(out, { recursive: true });
		for (const old of readdirSync(out).filter((file) => file.startsWith(`${name}-`)))
			rmSync(path.join(out, old));
		// any page of this portal: its tree gives way to that of the page to be judged
		it.axe = await (await browser.newContext({ viewport: desk, locale: 'vi-VN',
			bypassCSP: true })).newPage();
		await it.axe.goto(portal.url, { waitUntil: 'load' });
		await it.axe.evaluate(axe);
		return it;
	}

	picture(what) {
		return path.join(out, `${this.name}-${String(++this.pictures).padStart(3, '0')}-${what}.png`);
	}

	// axe on the bytes that somebody was served, with scripts on, and with its style.
	async judge(html, what) {
		const found = await this.axe.evaluate(async (html) => {
			const { documentElement } = new DOMParser().parseFromString(html, 'text/html');
			const styles = [...documentElement.querySelectorAll('link[rel=stylesheet]')];
			const styled = styles.map((link) => new Promise((done, fail) => {
				link.onload = done;
				link.onerror = fail;
			}));
			document.replaceChild(documentElement, document.documentElement);
			await Promise.all(styled);
			const { violations } = await window.axe.run(document, {
				resultTypes: ['violations'],
				runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] });
			return { violations, styles: styles.length };
		}, html);
		check(found.styles > 0, `axe, ${what}: it has no style sheet`);
		check(found.violations.length === 0, `axe, ${what}: ${found.violations.map((v) =>
			`${v.id} (${v.nodes.map((n) => n.html.slice(0, 120)).slice(0, 3).join(' | ')})`)
			.join('; ')}`);
	}
}

export class Person {
	constructor(theatre, login, name, password) {
		Object.assign(this, { theatre, login, name, password });
	}

	static async come(theatre, login, name, password) {
		const it = new Person(theatre, login, name, password);
		await it.anew();
		return it;
	}

	// A browser without cookies: the one at home, or a borrowed one.
	async anew() {
		await this.context?.close();
		this.context = await this.theatre.browser.newContext({ viewport: desk,
			javaScriptEnabled: false, locale: 'vi-VN', acceptDownloads: true });
		this.page = await this.context.newPage();
		this.tools = null;
		this.page.setDefaultTimeout(20000);
		this.page.on('response', (reply) => {
			if (reply.request().isNavigationRequest() && reply.status() >= 200
			    && (reply.status() < 300 || reply.status() >= 400))
				this.reply = reply;
		});
		return this;
	}

	async go(target) {
		await this.page.goto(this.theatre.portal.url + target, { waitUntil: 'load' });
		return this.reply?.status();
	}
	// Without the mark by which the page says what was done.
	get where() {
		return this.page.url().slice(this.theatre.portal.url.length)
			.replace(/[?&]done=[0-9a-f]+/, '');
	}
	get status() {
		return this.reply.status();
	}

	async fill(label, text, exact = true) {
		await this.page.getByLabel(label, { exact }).first().fill(text);
	}
	async choose(label, option, exact = true) {
		await this.page.getByLabel(label, { exact }).first().selectOption(option);
	}
	// A click that leads to a page: the page is awaited, however slow the machine.
	async click(what) {
		await Promise.all([this.page.waitForNavigation({ waitUntil: 'load' }), what.click()]);
	}
	async press(name, exact = true) {
		await this.click(this.page.getByRole('button', { name, exact }).first());
	}
	async follow(name, exact = true) {
		await this.click(this.page.getByRole('link', { name, exact }).first());
	}
	async text(selector = 'main') {
		return (await this.page.locator(selector).first().innerText()).replace(/\s+/g, ' ');
	}
	async has(words, what) {
		const text = await this.text('body');
		return check(text.includes(words), `${what ?? this.where}: "${words}" is not on the page: `
			+ `${(await this.text()).slice(0, 300)}`);
	}
	async hasNot(words, what) {
		return check(!(await this.text('body')).includes(words),
			`${what ?? this.where}: "${words}" should not be on the page`);
	}

	// What an ordinary program would get with this person's cookies.
	async fetch(target) {
		const get = (path) => this.context.request.get(this.theatre.portal.url + path,
			{ maxRedirects: 0 });
		let reply = await get(target);
		const to = reply.headers().location ?? '';
		if (to.startsWith('/account/seen')) {	// the session is renewed on the way
			await get(to);
			reply = await get(target);
		}
		return { status: reply.status(), text: await reply.text(), headers: reply.headers() };
	}
	async json(target) {
		const { status, text } = await this.fetch(target);
		return check(status === 200, `${target} is ${status}`) ? JSON.parse(text) : {};
	}

	// The rules for every page; those for narrow screens and paper where it is new or a key
	// page.  A picture of what is new as the window shows it; of what breaks a rule, and with
	// FACES=all of each, as a whole.
	async see(what, { key = false, status = 200, quiet = false } = {}) {
		const { theatre, page, reply } = this;
		same(reply.status(), status, `${what} (${this.where})`);
		if (status === 200)
			looked.add(shape(this.where));
		const body = await reply.body().catch(() => Buffer.from(''));
		if (quick)
			return;
		const fresh = !judged.has(what), file = theatre.picture(what), before = sum.failed;
		judged.add(what);
		await this.rules(what, body.toString(), { key, quiet, fresh, file });
		await page.setViewportSize(desk);
		if (faces || sum.failed > before)
			await this.draw(file, desk);
		else if (fresh)
			await this.shoot(file);
		await page.setViewportSize(desk);
	}

	async rules(what, body, { key, quiet, fresh, file }) {
		const { theatre, page } = this;
		const bytes = Buffer.byteLength(body);
		check(bytes > 0 && bytes < 100000, `${what}: ${bytes} bytes of HTML`);
		same(await page.locator('h1').count(), 1, `${what}: headings of the first rank`);
		await this.fits(what, desk);
		if (!quiet && fresh)
			await theatre.judge(body, what);
		if (!key && !fresh && !faces)
			return;
		const paper = await faultsOnPaper(page, theatre.whose);
		await page.setViewportSize(phone);
		await this.fits(what, phone);
		if (faces)
			await this.draw(file.replace('.png', '-narrow.png'), phone);
		if (faces || (key && fresh)) {
			const pdf = file.replace('.png', '.pdf');
			await page.pdf({ path: pdf, format: 'A4', preferCSSPageSize: true });
			paper.faults.push(...await faultsInPdf(pdf, paper));
			if (faces)
				execFileSync('pdftoppm', ['-r', '60', '-png', pdf, pdf.replace('.pdf', '-paper')]);
		}
		check(!paper.faults.length, `${what}, on paper (${this.where}): ${paper.faults.join('; ')}`);
	}

	async fits(what, { width }) {
		const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		check(wide <= 0, `${what}: ${wide} px too wide at ${width}`);
	}

	// On a phone still, where the portal says more than it does now.
	async fitsLong(selector, words) {
		await this.page.setViewportSize(phone);
		await this.page.locator(selector).first().evaluate((el, words) => el.textContent = words, words);
		await this.fits(`${this.where}, with "${words}"`, phone);
		await this.page.setViewportSize(desk);
	}

	// In a window (of that size) as high as the page (of a very long one, its beginning),
	// so that what sticks to the window's foot stands at the page's.
	async draw(file, { width, height }) {
		const high = await this.page.evaluate(() => document.documentElement.scrollHeight);
		await this.page.setViewportSize({ width, height: Math.min(6000, Math.max(height, high)) });
		await this.shoot(file);
	}

	async shoot(file) {
		this.tools ??= await this.context.newCDPSession(this.page);
		const { data } = await this.tools.send('Page.captureScreenshot',
			{ format: 'png', optimizeForSpeed: true });
		writeFileSync(file, Buffer.from(data, 'base64'));
	}

	// The window as the guide shows it, from that part of the page on: docs/pictures.
	async picture(name, from = 'body') {
		if (!guide)
			return;
		await this.page.locator(from).first().evaluate((part) => part.scrollIntoView());
		for (let quality = 75, jpeg; quality >= 35 && !(jpeg?.length <= 80000); quality -= 10) {
			jpeg = await this.page.screenshot({ type: 'jpeg', quality });
			writeFileSync(`docs/pictures/${name}.jpg`, jpeg);
		}
	}

	// Signs in where he stands, or at the sign-in page.
	async signIn() {
		if (!this.where.startsWith('/account/sign-in'))
			await this.go('/account/sign-in');
		await this.fill('Tên đăng nhập', this.login);
		await this.fill('Mật khẩu', this.password);
		await this.click(this.page.locator('main').getByRole('button', { name: 'Đăng nhập' }));
	}

	// One who has waited long may have to sign in again.
	async wake() {
		await this.go('/account');
		if (this.where.startsWith('/account/sign-in'))
			await this.signIn();
	}

	// The temporary password is good for one thing: choosing one's own.
	async choosePassword(word) {
		await this.fill('Mật khẩu đang dùng', this.password);
		await this.fill('Mật khẩu mới', word);
		await this.fill('Mật khẩu mới, gõ lại', word);
		await this.press('Đổi mật khẩu');
		this.password = word;
	}
}
