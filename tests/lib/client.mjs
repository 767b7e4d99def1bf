// client.mjs - a person's browser without a window: his session, the forms of a page, and
// the patience to send the same form again when no answer came.

import http from 'node:http';

export const password = 'lua nep thom ban Pa Sang';	// of everybody in the sample

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const unescape = (s) => s.replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(n))
	.replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
const attr = (tag, name) => unescape(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

// The forms of a page: address, fields as a browser would send them, and the values of lists.
export function formsOf(html) {
	return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head, body]) => {
		const fields = new Map(), lists = new Map(), add = (name, value) => name && !fields.has(name) && fields.set(name, value);
		for (const [tag, , inner] of body.matchAll(
			/<input\b[^>]*>|<(textarea|select)\b[^>]*>([\s\S]*?)<\/\1>/g)) {
			const open = /^<[^>]*>/.exec(tag)[0], name = attr(open, 'name'), type = attr(open, 'type');
			if (open.startsWith('<textarea')) {
				add(name, unescape(inner.replace(/^\n/, '')).replace(/\r?\n/g, '\r\n'));
			} else if (open.startsWith('<select')) {
				const options = [...inner.matchAll(/<option\b[^>]*>/g)].map(([o]) => o);
				const chosen = options.find((o) => /\sselected/.test(o)) ?? options[0];
				lists.set(name, options.map((o) => attr(o, 'value')));
				add(name, chosen ? attr(chosen, 'value') : '');
			} else if (!['submit', 'button', 'file'].includes(type)
				&& (!['checkbox', 'radio'].includes(type) || /\schecked/.test(open))) {
				add(name, attr(open, 'value'));
			}
		}
		return { action: attr(head, 'action'), fields, lists };
	});
}

export class Client {
	static cut = 0;		// pages that passed for whole and were not

	constructor(url, login) {
		const at = new URL(url);
		Object.assign(this, { host: at.hostname, port: Number(at.port), login, cookie: '',
			sent: 0, again: 0 });
	}

	// status 0: no answer.
	ask(method, path, body, type = 'application/x-www-form-urlencoded') {
		return new Promise((done) => {
			const headers = { Host: `${this.host}:${this.port}`, Cookie: this.cookie };
			if (body !== undefined)
				Object.assign(headers, { Origin: `http://${this.host}:${this.port}`,
					'Sec-Fetch-Site': 'same-origin', 'Content-Type': type,
					'Content-Length': Buffer.byteLength(body) });
			const r = http.request({ host: this.host, port: this.port, path, method, agent: false,
				headers }, (reply) => {
				const parts = [];
				reply.on('data', (part) => parts.push(part));
				reply.on('error', () => done({ status: 0, to: '', body: '', bytes: Buffer.alloc(0) }));
				reply.on('end', () => {
					if (reply.headers['set-cookie'])
						this.cookie = reply.headers['set-cookie'].map((line) => line.split(';')[0]).join('; ');
					const bytes = Buffer.concat(parts);
					if (reply.complete && /html/.test(reply.headers['content-type']) && bytes.length
						&& !/<\/html>\s*$/.test(bytes.subarray(-40).toString()))
						Client.cut++;
					done({ status: reply.complete ? reply.statusCode : 0, bytes,
						to: reply.headers.location ?? '',
						wait: Number(reply.headers['retry-after'] ?? 1), body: bytes.toString('utf8') });
				});
			});
			r.on('error', () => done({ status: 0, to: '', body: '', bytes: Buffer.alloc(0) }));
			r.end(body);
		});
	}

	enter() {
		this.cookie = '';
		return this.ask('POST', '/account/sign-in',
			new URLSearchParams({ login: this.login, password, then: '/' }).toString());
	}

	// Who has to wait waits, at most so many seconds a try.
	async signIn(tries = 1, patience = 60) {
		for (let r; tries--; await sleep(200)) {
			r = await this.enter();
			if (r.status === 303)
				return true;
			// a try whose program was killed was counted as a wrong password
			if (r.status === 429)
				await sleep(1000 * Math.min(r.wait, patience));
		}
		return false;
	}

	// A page, by way of the renewal of the session where that is due; asked again while
	// no program answers.
	async page(path, tries = 100) {
		let r;
		for (let to = path; tries--;) {
			r = await this.ask('GET', to);
			if (r.status === 303 && r.to.startsWith('/account/sign-in')) {
				await this.signIn();
				to = path;
			} else if (r.status === 303)
				to = r.to;
			else if (r.status === 0 || r.status >= 500)
				await sleep(30);
			else
				break;
		}
		return r;
	}

	// Sends the same form until somebody answers what is no fault of a program that died.
	// Answers { status, to, tries }.
	async send(path, body, type, tries = 60) {
		let r, n = 0;
		do {
			if (n++)
				await sleep(20 + Math.random() * 40);
			r = await this.ask('POST', path, body, type);
		} while ((r.status === 0 || r.status === 502 || r.status === 504) && n < tries);
		this.sent++;
		this.again += n - 1;
		return { ...r, tries: n };
	}
}

export const spell = (fields) => new URLSearchParams([...fields]).toString();

// A form with one file, as a browser sends it.
export function withFile(fields, name, bytes) {
	const mark = 'b' + Math.random().toString(36).slice(2), parts = [];
	for (const [field, value] of fields)
		parts.push(Buffer.from(`--${mark}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`));
	parts.push(Buffer.from(`--${mark}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n`
		+ 'Content-Type: application/octet-stream\r\n\r\n'), bytes, Buffer.from(`\r\n--${mark}--\r\n`));
	return { body: Buffer.concat(parts), type: `multipart/form-data; boundary=${mark}` };
}
