// door.mjs - what stands before the programs: nginx as `make run` starts it.  The headers of
// every kind of answer on every address (T-23), and what must not come through it (T-24).
//
// The addresses are those of tests/policy.tsv, which names every route or the build fails.
// First the programs answer themselves; then a stub in their place says each status.
//
// usage: node tests/door.mjs, from the root of a built tree

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import tls from 'node:tls';
import { Portal, freePort, until } from './lib/portal.mjs';
import { program, send, statuses } from './lib/raw.mjs';

let passed = 0, failed = 0;
function check(ok, what) {
	if (ok) {
		passed++;
	} else {
		failed++;
		console.error(`door.mjs: ${what}`);
	}
	return ok;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
function ask(port, method, target, headers = {}, body = undefined, secure = undefined) {
	return new Promise((done) => {
		const r = (secure ? https : http).request({ host: '127.0.0.1', port, method, path: target,
			headers, agent: secure ? false : agent, ...secure }, (reply) => {
			let text = '';
			reply.setEncoding('utf8');
			reply.on('data', (part) => text += part);
			reply.on('end', () => done({ status: reply.statusCode, raw: reply.rawHeaders,
				headers: reply.headers, text }));
		});
		r.on('error', (e) => done({ status: 0, raw: [], headers: {}, text: '', error: e }));
		r.end(body);
	});
}

// The whole set, each once.
const must = {
	'x-content-type-options': /^nosniff$/,
	'x-frame-options': /^DENY$/,
	'referrer-policy': /^same-origin$/,
	'cross-origin-opener-policy': /^same-origin$/,
	'cross-origin-resource-policy': /^same-origin$/,
	'content-security-policy': /^default-src 'none';(?=.* frame-ancestors 'none')(?=.* base-uri 'none')/,
};
function whole(r, what) {
	const names = r.raw.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
	const wrong = [];

	for (const [name, value] of Object.entries(must)) {
		const n = names.filter((other) => other === name).length;
		if (n !== 1 || !value.test(r.headers[name]))
			wrong.push(`${name} ${n} times: ${r.headers[name]}`);
	}
	for (const name of new Set(names))
		if (name !== 'set-cookie' && names.filter((other) => other === name).length > 1)
			wrong.push(`${name} twice`);
	if (/\d/.test(r.headers.server ?? ''))
		wrong.push(`it tells ${r.headers.server}`);
	if ('x-powered-by' in r.headers)
		wrong.push('x-powered-by');
	if (r.text && !/charset=utf-8|^application\/|^image\//.test(r.headers['content-type'] ?? ''))
		wrong.push(`content-type ${r.headers['content-type']}`);
	for (const cookie of r.headers['set-cookie'] ?? [])
		if (!/; SameSite=/.test(cookie) || (!/^lang=/.test(cookie) && !/; HttpOnly/.test(cookie)))
			wrong.push(`cookie ${cookie}`);
	return check(!wrong.length, `${what}, ${r.status}: ${wrong.join('; ')}`);
}

const lines = readFileSync('tests/policy.tsv', 'utf8').split('\n')
	.filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
const addresses = [...new Set(lines.map(([, , target]) => target.split('?')[0]))];
const gets = new Set(lines.filter(([method]) => method !== 'POST').map(([, , target]) => target.split('?')[0]));
const posts = new Set(lines.filter(([method]) => method === 'POST').map(([, , target]) => target.split('?')[0]));
check(addresses.length > 150, `only ${addresses.length} addresses`);

const portal = await Portal.start(1);
const port = Number(new URL(portal.url).port), run = path.join(portal.dir, 'run');
const host = `127.0.0.1:${port}`, H = `Host: ${host}\r\n`;
const count = {};
function counted(r) {
	count[r.status] = (count[r.status] ?? 0) + 1;
	return r;
}

async function signIn(login, more = {}) {
	const r = await ask(port, 'POST', '/account/sign-in', { origin: portal.url, 'sec-fetch-site': 'same-origin',
		'content-type': 'application/x-www-form-urlencoded', ...more },
		`login=${login}&password=lua+nep+thom+ban+Pa+Sang`);
	check(r.status === 303, `${login} signs in: ${r.status}`);
	return (r.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
}

const who = {};
async function everybody() {
	Object.assign(who, { nobody: '', admin: await signIn('khanh.vv'), officer: await signIn('huyen.ltt'),
		specialist: await signIn('thang.nd') });
}

// T-23, as the programs answer: each address by each method, as nobody and as three people.
async function answersOfThePrograms() {

	for (const [name, cookie] of Object.entries(who))
		for (const target of addresses) {
			const headers = cookie ? { cookie } : {};
			if (gets.has(target))
				whole(counted(await ask(port, 'GET', target, headers)), `${name} GET ${target}`);
			if (posts.has(target)) {
				whole(counted(await ask(port, 'POST', target, { ...headers, origin: portal.url,
					'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
					'csrf=0')), `${name} POST ${target}`);
				const forged = counted(await ask(port, 'POST', target, { ...headers, origin: 'http://evil.example' }, ''));
				whole(forged, `${name} forged POST ${target}`);
				// who has not signed in is led there before he is asked whence he comes
				const led = !cookie && forged.status === 303
					&& /^\/account\/sign-in\?then=/.test(forged.headers.location ?? '');
				check(forged.status === 403 || led,
					`${name} forged POST ${target} is ${forged.status} to ${forged.headers.location}`);
			}
			if (cookie)
				continue;
			for (const method of ['DELETE', 'PUT', 'OPTIONS', 'PATCH', gets.has(target) ? 'PROPFIND' : 'GET']) {
				const r = counted(await ask(port, method, target, headers, ''));
				whole(r, `${method} ${target}`);
				// another route may have that address, for who has signed in
				check([405, 404].includes(r.status) || (method === 'GET' && r.status === 303),
					`${method} ${target} is ${r.status}`);
			}
		}
	// of each nginx lets go after a fifth of a second: many at once
	const tooLarge = async (target) => {
		const large = counted(await ask(port, 'POST', target, { 'content-length': 200 << 20, connection: 'close' }));
		whole(large, `too large ${target}`);
		check(large.status === 413, `200 MB to ${target} is ${large.status}`);
	};
	for (let n = 0; n < addresses.length; n += 16)
		await Promise.all(addresses.slice(n, n + 16).map(tooLarge));
	// broken forms, by a route that takes them signed out
	const broken = counted(await ask(port, 'POST', '/account/sign-in', { origin: portal.url,
		'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=x' }, '--x\r\nbroken'));
	check(broken.status === 400, `a broken form is ${broken.status}`);
	whole(broken, 'a broken form');
	// what nginx answers of itself
	const css = await ask(port, 'GET', '/css/portal.css');
	whole(counted(css), 'the style sheet');
	for (const headers of [{ 'if-none-match': css.headers.etag }, { 'if-modified-since': css.headers['last-modified'] }]) {
		const r = counted(await ask(port, 'GET', '/css/portal.css', headers));
		check(r.status === 304, `the style sheet again is ${r.status}`);
		whole(r, 'the style sheet again');
	}
	for (const [method, target] of [['GET', '/css/none.css'], ['POST', '/css/portal.css'], ['GET', '/css/'],
		['GET', '/img/icon.svg'], ['GET', '/robots.txt'], ['GET', '/js/none.js'], ['GET', '/.git/config'],
		['GET', '/error/413.html'], ['GET', '/css']])
		whole(counted(await ask(port, method, target)), `${method} ${target}`);
}

// What nginx refuses by itself, before a program or instead of one, has a page of ours: in both
// languages, with a way on and the number of its case.
async function ownPages() {
	const cookie = 'Cookie: a=' + 'b'.repeat(9000);
	const refused = {
		'an address without end': [414, `GET /search?q=${'a'.repeat(9000)} HTTP/1.1\r\n${H}\r\n`, 'Địa chỉ quá dài'],
		'a cookie without end': [431, `GET / HTTP/1.1\r\n${H}${cookie}\r\n\r\n`, 'Địa chỉ quá dài'],
		'a cookie before the name': [431, `GET / HTTP/1.1\r\n${cookie}\r\n${H}\r\n`, 'Địa chỉ quá dài'],
		'half a sign in the address': [400, `GET /plan%4 HTTP/1.1\r\n${H}\r\n`, 'Cổng không đọc được địa chỉ'],
		'a broken header': [400, `GET / HTTP/1.1\r\n${H}Content-Length: x\r\n\r\n`, 'Cổng không đọc được địa chỉ'],
		'a post to a file': [405, `POST /css/portal.css HTTP/1.1\r\n${H}Content-Length: 0\r\nConnection: close\r\n\r\n`, 'Không mở được trang theo cách này'],
		'TRACE': [405, `TRACE / HTTP/1.1\r\n${H}Connection: close\r\n\r\n`, 'Không mở được trang theo cách này'],
	};
	for (const [what, [status, bytes, words]] of Object.entries(refused)) {
		const all = Buffer.from(await send(port, bytes, 500), 'latin1').toString('utf8');
		const case_ = /Số vụ việc <b>([0-9a-f]{8})<\/b>/.exec(all)?.[1];
		check(statuses(all).join() === `${status}` && all.includes(`<h1>${words}`) && all.includes('<section lang="en">')
			&& all.includes('<a href="/">Về trang đầu</a>') && /^content-type: text\/html; charset=utf-8\r$/im.test(all)
			&& all.includes("style-src 'self'"), `${what}: ${all.slice(0, 300)}`);
		check(case_ && await until(() => readFileSync(path.join(run, 'portal-case.log'), 'utf8')
			.includes(`case ${case_}: ${status} `)), `${what}: its case (${case_}) stands in the log`);
	}
}

// Hasty sign-ins: last, for whoever comes after them is slowed too.
async function slowedDown() {
	// slowed by nginx, and by the program
	const tries = await Promise.all(Array.from({ length: 90 }, () => ask(port, 'POST', '/account/sign-in',
		{ origin: portal.url, 'sec-fetch-site': 'same-origin' }, 'login=a&password=b')));
	const slowed = tries.filter(({ status }) => status === 429);
	for (const r of slowed)
		whole(counted(r), 'slowed');
	check(slowed.some(({ text }) => text.includes('lang="en"')) && slowed.some(({ headers }) =>
		'retry-after' in headers), 'both nginx and the program slow down');
	// the second step is slowed like the first
	const codes = await Promise.all(Array.from({ length: 90 }, () => ask(port, 'POST', '/account/sign-in/code',
		{ origin: portal.url, 'sec-fetch-site': 'same-origin' }, 'code=1')));
	check(codes.some(({ status }) => status === 429), 'codes are slowed by address');
}

// T-23, each status on each address, whatever a program says of headers: as ours does, less,
// or more than its share.
const heads = {
	ours: "Content-Type: text/html; charset=utf-8\r\nContent-Security-Policy: default-src 'none'; style-src 'self';"
		+ " frame-ancestors 'none'; base-uri 'none'\r\nCache-Control: no-store\r\n",
	file: "Content-Type: application/pdf\r\nContent-Length: 1\r\nX-Content-Type-Options: nosniff\r\n"
		+ 'Cross-Origin-Resource-Policy: same-origin\r\n'
		+ "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox\r\n"
		+ 'Cache-Control: private, no-store\r\n',
	bare: 'Content-Type: text/html; charset=utf-8\r\n',
};
let seen = {};	// the parameters of the last request that came to a program
function stub(params) {
	seen = params;
	const [, status, head] = /want=(\d+)-(\w+)/.exec(params.HTTP_COOKIE ?? '') ?? [0, '200', 'ours'];
	if (status === '0')
		return '';
	return `Status: ${status}\r\n${heads[head]}${status === '303' ? 'Location: /x\r\n' : ''}\r\n${status === '304' ? '' : 'x'}`;
}

async function everyStatusEverywhere() {
	const all = [200, 303, 304, 400, 403, 404, 405, 413, 429, 500, 502, 503];
	const tried = new Set();

	for (const target of addresses)
		for (const head of Object.keys(heads))
			for (const status of all) {
				// each address with our head, and each location with every other
				const place = target.split('/').slice(0, 2).join('/');
				if (head !== 'ours' && tried.has(`${place} ${head} ${status}`))
					continue;
				tried.add(`${place} ${head} ${status}`);
				const r = counted(await ask(port, 'GET', target, { cookie: `s=1; want=${status}-${head}` }));
				if (r.status !== status)
					check(false, `${target} with ${status} is ${r.status}`);
				whole(r, `${target} (${head})`);
			}
	// it hangs up; it is not there
	for (const target of new Set(addresses.map((one) => one.split('/').slice(0, 2).join('/')))) {
		const r = counted(await ask(port, 'GET', target, { cookie: 's=1; want=0-ours' }));
		check(r.status === 502 && r.text.includes('lang="en"'), `a program that hangs up is ${r.status}`);
		whole(r, `${target}, hung up`);
	}
}

// T-24: to a program comes what is named in nginx.conf.example, and nothing by another way.
async function whatComesThrough() {
	const spoofed = ['X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'X-Forwarded-Port', 'X-Real-IP',
		'X-Client-IP', 'True-Client-IP', 'Forwarded', 'Via', 'Proxy', 'Remote-User', 'Remote-Addr', 'Remote-Ident',
		'Authorization', 'X-Remote-User', 'X-User', 'X-Account', 'X-Original-URL', 'X-Rewrite-URL',
		'X-HTTP-Method-Override', 'X-Method-Override', 'Script-Name', 'Script-Filename', 'Path-Info', 'Request-Method',
		'Request-URI', 'Query-String', 'Https', 'Server-Name', 'Document-Root', 'Gateway-Interface', 'Portal-Var',
		'Sec-Fetch-Mode', 'X-Csrf-Token', 'Ld-Preload', 'Redirect-Status'];
	const given = { 'Sec-Fetch-Site': 'same-origin', 'Sec-Purpose': 'prefetch', Purpose: 'prefetch', Origin: portal.url,
		Referer: `${portal.url}/`, 'User-Agent': 'test', Cookie: 'a=b' };

	await ask(port, 'GET', '/plan?q=a', Object.fromEntries([...spoofed.map((name) => [name, 'evil.example']),
		...Object.entries(given)]));
	const wanted = { REQUEST_METHOD: 'GET', REQUEST_URI: '/plan?q=a', PATH_INFO: '/plan', QUERY_STRING: 'q=a',
		CONTENT_TYPE: '', CONTENT_LENGTH: '', REMOTE_ADDR: '127.0.0.1', SERVER_PROTOCOL: 'HTTP/1.1', HTTP_HOST: host,
		HTTP_SEC_FETCH_SITE: 'same-origin', HTTP_SEC_PURPOSE: 'prefetch', HTTP_PURPOSE: 'prefetch',
		HTTP_ORIGIN: portal.url, HTTP_REFERER: `${portal.url}/`, HTTP_USER_AGENT: 'test', HTTP_COOKIE: 'a=b' };
	for (const name of new Set([...Object.keys(wanted), ...Object.keys(seen)]))
		check(seen[name] === wanted[name], `parameter ${name}: ${seen[name]}, wanted ${wanted[name]}`);
	// all that main.c reads is among them
	for (const [, name] of readFileSync('cgi-bin/lib/main.c', 'utf8').matchAll(/param\(f, "([A-Z_]+)"\)/g))
		check(name in wanted || name === 'HTTPS', `main.c reads ${name}, which nginx does not give`);
	// a header with an underscore, which would be the same parameter, is not there
	for (const name of ['Remote_Addr', 'HTTP_COOKIE', 'Content_Length', 'X_Forwarded_For', 'HTTPS', 'Sec_Fetch_Site',
		'Sec_Purpose', 'User_Agent', 'HTTP_HOST', 'Path_Info']) {
		seen = {};
		const text = await send(port, `GET /plan HTTP/1.1\r\n${H}${name}: evil\r\nConnection: close\r\n\r\n`);
		check(statuses(text)[0] === 200 && !Object.values(seen).includes('evil'), `a header ${name} comes through`);
	}
}

// T-24: more than one way to read a request: refused, and never taken for two.
async function desync() {
	const post = `POST /account/sign-in HTTP/1.1\r\n${H}`, hidden = `GET /hidden HTTP/1.1\r\n${H}\r\n`;
	const bad = {
		'length and chunked': `${post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
		'chunked and length': `${post}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n${hidden}`,
		'two lengths': `${post}Content-Length: 0\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
		'the same length twice': `${post}Content-Length: 0\r\nContent-Length: 0\r\n\r\n${hidden}`,
		'a list of lengths': `${post}Content-Length: 0, ${hidden.length}\r\n\r\n${hidden}`,
		'a signed length': `${post}Content-Length: +0\r\n\r\n${hidden}`,
		'a negative length': `${post}Content-Length: -1\r\n\r\n${hidden}`,
		'a hexadecimal length': `${post}Content-Length: 0x5\r\n\r\nabcde${hidden}`,
		'a length with a space before its colon': `${post}Content-Length : 0\r\n\r\n${hidden}`,
		'chunked with a space before its colon': `${post}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`,
		'another encoding': `${post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`,
		'two encodings': `${post}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${hidden}`,
		'chunked twice': `${post}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
		'chunked, then another': `${post}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n${hidden}`,
		'chunked behind a vertical tab': `${post}Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n${hidden}`,
		'chunked in HTTP/1.0': `POST /account/sign-in HTTP/1.0\r\n${H}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
		'a folded line': `${post}X-A: b\r\n c\r\nContent-Length: 0\r\n\r\n${hidden}`,
		'a folded encoding': `${post}Transfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n${hidden}`,
		'a folded first line': `${post.replace(H, '')} X: y\r\n${H}\r\n${hidden}`,
		'a line without a colon': `${post}Content-Length\r\n\r\n${hidden}`,
		'a name with a space': `${post}Content Length: 0\r\n\r\n${hidden}`,
		'a zero byte': `${post}X-A: b\0c\r\nContent-Length: 0\r\n\r\n${hidden}`,
		'a zero byte in a name': `${post}X\0A: b\r\nContent-Length: 0\r\n\r\n${hidden}`,
		'a bare CR in a name': `${post}X\rA: b\r\nContent-Length: 0\r\n\r\n${hidden}`,
		'a chunk of no number': `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n${hidden}`,
		'a chunk of a negative one': `${post}Transfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n${hidden}`,
		'a chunk of 0x3': `${post}Transfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n${hidden}`,
		'a chunk past all numbers': `${post}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc\r\n0\r\n\r\n${hidden}`,
		'a chunk longer than it says': `${post}Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n${hidden}`,
		'two hosts': `GET / HTTP/1.1\r\n${H}Host: evil.example\r\n\r\n`,
		'two hosts, ours last': `GET / HTTP/1.1\r\nHost: evil.example\r\n${H}\r\n`,
		'no host': 'GET / HTTP/1.1\r\n\r\n',
		'an empty host': 'GET / HTTP/1.1\r\nHost:\r\n\r\n',
		'a host with a path': `GET / HTTP/1.1\r\nHost: ${host}/evil\r\n\r\n`,
		'a host with a space': `GET / HTTP/1.1\r\nHost: ${host} evil\r\n\r\n`,
		'a host with two dots': 'GET / HTTP/1.1\r\nHost: 127..1\r\n\r\n',
		'a host with a zero byte': `GET / HTTP/1.1\r\nHost: 127.0.0.1\0.evil\r\n\r\n`,
		'no version': `GET /account/sign-in\r\n${H}\r\n`,
		'another version': `GET / HTTP/3.0\r\n${H}\r\n`,
		'the preface of HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
		'a method in small letters': `get / HTTP/1.1\r\n${H}\r\n`,
		'a tab in the first line': `GET\t/ HTTP/1.1\r\n${H}\r\n`,
		'a space in the address': `GET /a b HTTP/1.1\r\n${H}\r\n`,
		'a control sign in the address': `GET /a\x01b HTTP/1.1\r\n${H}\r\n`,
		'an address that begins nowhere': `GET plan HTTP/1.1\r\n${H}\r\n`,
		'a zero byte in the address': `GET /plan%00.css HTTP/1.1\r\n${H}\r\n`,
		'half a sign in the address': `GET /plan%4 HTTP/1.1\r\n${H}\r\n`,
		'above the top': `GET /../plan HTTP/1.1\r\n${H}\r\n`,
		'TRACE': `TRACE / HTTP/1.1\r\n${H}Cookie: s=secret\r\n\r\n`,
		'TRACE of a file': `TRACE /css/portal.css HTTP/1.1\r\n${H}\r\n`,
		'TRACK': `TRACK / HTTP/1.1\r\n${H}\r\n`,
		'DEBUG': `DEBUG / HTTP/1.1\r\n${H}\r\n`,
		'CONNECT': `CONNECT evil.example:80 HTTP/1.1\r\n${H}\r\n`,
		'an upgrade': `GET /.git HTTP/1.1\r\n${H}Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n`,
		'headers without end': `GET / HTTP/1.1\r\n${H}X-A: ${'b'.repeat(40000)}\r\n\r\n`,
		'an address without end': `GET /${'a'.repeat(9000)} HTTP/1.1\r\n${H}\r\n`,
	};
	for (const [what, bytes] of Object.entries(bad)) {
		const all = await send(port, bytes, 300), got = statuses(all);
		check(!all.includes('evil.example') && !all.includes('s=secret'), `${what}: it is echoed`);
		// HTTP/0.9 has no status: what comes is the refusal's text
		check(got.length === 1 ? got[0] >= 400 : !got.length && (!all || all.startsWith('This is not the name')),
			`${what}: ${got.length ? got : JSON.stringify(all.slice(0, 80))}`);
	}
	// a line that ends with LF alone is one to nginx, as RFC 9112 (2.2) lets it; so nothing
	// may hang on it: one request is one, and its body is its body
	const lf = { 'LF alone': `GET /plan HTTP/1.1\n${H}\n`,
		'LF in the head': `GET /plan HTTP/1.1\r\nX-A: b\n${H}\r\n`,
		'a hidden one in the body': `POST /account/sign-in HTTP/1.1\n${H}Content-Length: ${hidden.length}\n\n${hidden}` };
	for (const [what, bytes] of Object.entries(lf))
		check(statuses(await send(port, bytes, 300)).length === 1, `${what}: more than one answer, or none`);
	// the control: these are two requests, and two answers are seen
	check(statuses(await send(port, `GET /plan HTTP/1.1\r\n${H}\r\n${hidden}`, 300)).length === 2,
		'two requests are two');
}

// T-24: by whatever other name, 421 and nothing of the portal.
async function names() {
	for (const name of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', 'localhost.evil.example',
		'evil-localhost', '[::1]', '2130706433', '127.1', '0.0.0.0', 'LOCALHOST.', '_', 'thidua.example']) {
		const all = await send(port, `GET /account/sign-in HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`);
		const got = statuses(all)[0];
		if (name === 'LOCALHOST.')	// a full stop at the end and capitals change no name
			check(got === 200, `Host: ${name} is ${got}`);
		else
			check(got === 421 && !all.includes('Thi đua') && /nosniff/i.test(all)
				&& all.includes('text/plain; charset=utf-8') && all.includes("base-uri 'none'"), `Host: ${name} is ${got}`);
	}
	for (const rest of ['GET /error/400.html HTTP/1.1', 'GET /error/ HTTP/1.1', 'GET /css/portal.css HTTP/1.1',
		'POST /intake HTTP/1.1\r\nContent-Length: 2000000', 'TRACE / HTTP/1.1', 'PUT /error/400.html HTTP/1.1\r\nContent-Length: 0']) {
		const all = await send(port, `${rest}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`);
		check(statuses(all).join() === '421' && all.includes('text/plain; charset=utf-8')
			&& all.endsWith('This is not the name of the portal.\n'), `${rest}: ${all.slice(0, 300)}`);
	}
	for (const first of ['GET http://evil.example/plan HTTP/1.1', 'GET http://evil.example:80/ HTTP/1.0'])
		check(statuses(await send(port, `${first}\r\n${H}Connection: close\r\n\r\n`))[0] === 421, first);
	check(statuses(await send(port, 'GET / HTTP/1.0\r\n\r\n'))[0] === 421, 'HTTP/1.0 without a name');
	for (const name of [host, '127.0.0.1', 'localhost', `localhost:${port}`])
		check(statuses(await send(port, `GET /health HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`))[0] === 200,
			`Host: ${name} is ours`);
}

// T-24: files and addresses that nobody is to have, though they lie there; asked by one who
// may see the pages meant.
async function tricks() {
	const www = path.join(run, 'www'), secret = 'nobody may read this';
	mkdirSync(path.join(www, '.git'), { recursive: true });
	for (const name of ['.git/config', '.env', '.htaccess', 'css/.portal.css.swp', 'css/.git', 'img/.DS_Store', 'secret.txt', '413.html'])
		writeFileSync(path.join(www, name), secret, { mode: 0o644 });
	execFileSync('chmod', ['-R', 'a+rX', www]);
	const cookie = who.admin;
	check((await ask(port, 'GET', '/account/people', { cookie })).status === 200, 'the page itself is there');
	for (const target of ['/.git/config', '/.git/', '/.git', '/.env', '/.htaccess', '/.svn/entries', '/.well-known/x',
		'/css/.portal.css.swp', '/css/.git', '/img/.DS_Store', '/css/%2egit', '/%2egit/config', '/css/%2Eportal.css.swp',
		'/secret.txt', '/413.html', '/css/../secret.txt', '/css/%2e%2e/secret.txt', '/css/..%2fsecret.txt', '/css/..%2Fsecret.txt',
		'/css/%2e%2e%2fsecret.txt', '/css/%252e%252e/secret.txt', '/css/..%5csecret.txt', '/css/..\\secret.txt',
		'/css/..;/secret.txt', '/css/%c0%ae%c0%ae/secret.txt', '/css/..%c0%afsecret.txt', '/css/....//secret.txt',
		'/portal.db', '/css/../../portal.db', '/css/../../../portal.db', '/css/..%2f..%2f..%2fportal.db',
		'/css/..%2f..%2faccount.sock', '/nginx.conf', '/css/../nginx.conf', '/locations.conf', '/limits.conf', '/portal.log', '/run/portal.log',
		'/error/413.html', '/error/../error/413.html', '/error/', '/css/', '/css', '/img/', '/js/', '/www/css/portal.css',
		'/css/portal.css/', '/css/portal.css%00', '/css/portal.css%20', '//css/portal.css', '/CSS/portal.css',
		'//account/people', '/account//people', '/account/people/', '/account/people//', '/account/people%2f', '/account%2fpeople/',
		'/ACCOUNT/people', '/account/People', '/account/people.', '/account/people.html', '/account/people.json/', '/account/people;a=b',
		'/account/people%20', '/account/people%00', '/account/people%0a', '/account/people%3f', '/account/people%23', '/account/people\\',
		'/account/people/0', '/account/people/01', '/account/people/+1', '/account/people/-1', '/account/people/1e0', '/account/people/0x1',
		'/account/people/1%20', '/account/people/1.0', '/account/people/99999999999999999999', '/accountx', '/account.php', '/index.php',
		'/cgi-bin/account', '/account.sock', '/server-status', '/nginx_status', '/phpinfo.php', '/wp-login.php', '/admin', '/debug',
		'/.%2e/secret.txt', '/css/.%00./secret.txt', '/plan/../.git/config', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc/passwd']) {
		const all = await send(port, `GET ${target} HTTP/1.1\r\n${H}Cookie: ${cookie}\r\nConnection: close\r\n\r\n`, 1500);
		const [got] = statuses(all);
		check([400, 403, 404].includes(got) || (got === 301 && /\r\nLocation: http:\/\/127\.0\.0\.1:\d+\/css\/\r\n/.test(all)),
			`${target} is ${got}`);
		check(!all.includes(secret) && !all.includes('SQLite') && !all.includes('root:'), `${target} gives it away`);
	}
	// who he is and whence he comes is not what he says
	const spoof = { 'x-forwarded-for': '6.6.6.6', 'x-real-ip': '6.6.6.6', forwarded: 'for=6.6.6.6;proto=https',
		'x-forwarded-proto': 'https', https: 'on', 'remote-addr': '6.6.6.6', 'remote-user': 'khanh.vv' };
	const session = await signIn('thang.nd', spoof);
	check(/^s=/.test(session), `no cookie for TLS without it: ${session}`);
	const me = await ask(port, 'GET', '/account', { cookie: session, ...spoof });
	check(me.text.includes('127.0.0.1') && !me.text.includes('6.6.6.6'), 'the address is the one it came from');
	check((await ask(port, 'GET', '/account', spoof)).status === 303, 'a name in a header signs nobody in');
	const over = await ask(port, 'POST', '/account/sign-out', { cookie: session, 'x-http-method-override': 'GET', origin: portal.url });
	check(over.status === 403, `no other method by a header: ${over.status}`);
	const original = await ask(port, 'GET', '/plan', { 'x-original-url': '/account/people', 'x-rewrite-url': '/account/people' });
	check(original.status === 200, 'no other address by a header');
}

// The lines for TLS, as they stand in nginx.conf.example behind "With TLS instead".
async function withTls() {
	const own = await freePort(), dir = run;
	const cert = ['tls.crt', 'tls.key'].map((name) => path.join(portal.dir, name));
	execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
		'-subj', '/CN=localhost', '-days', '2', '-out', cert[0], '-keyout', cert[1]], { stdio: 'ignore' });
	const text = readFileSync(path.join(dir, 'nginx.conf'), 'utf8')
		.replace(/^\tlisten .*;\n((?:\tserver_name .*\n)?)\t# With TLS instead:\n((?:\t#   .*\n)+)/gm, (_, name, more) =>
			name + more.replaceAll('\t#   ', '\t'))
		.replaceAll('listen 443 ssl', `listen 127.0.0.1:${own} ssl`)
		.replace('/etc/portal/tls.crt', cert[0]).replace('/etc/portal/tls.key', cert[1])
		.replace('pid nginx.pid', 'pid tls.pid').replace('fastcgi_cache_path cache', 'fastcgi_cache_path cache-tls');
	writeFileSync(path.join(dir, 'tls.conf'), text);
	const nginx = spawn('nginx', ['-p', './', '-e', 'tls.log', '-c', 'tls.conf'], { cwd: dir, stdio: 'ignore',
		env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` } });
	const secure = { rejectUnauthorized: false, servername: 'localhost' };
	const headers = { host: `localhost:${own}` };
	try {
		check(await until(async () => (await ask(own, 'GET', '/health', headers, undefined, secure)).status === 200),
			'with TLS it answers');
		for (const target of ['/', '/account/sign-in', '/css/portal.css', '/none', '/account/people']) {
			const r = await ask(own, 'GET', target, headers, undefined, secure);
			whole(r, `with TLS ${target}`);
			check(r.headers['strict-transport-security'] === 'max-age=31536000; includeSubDomains', `${target}: for a year by TLS`);
		}
		const r = await ask(own, 'POST', '/account/sign-in', { ...headers, origin: `https://localhost:${own}`,
			'sec-fetch-site': 'same-origin' }, 'login=mai.lt&password=lua+nep+thom+ban+Pa+Sang', secure);
		const cookies = r.headers['set-cookie'] ?? [];
		check(r.status === 303 && cookies.length === 2 && cookies.every((one) => one.startsWith('__Host-')
			&& one.includes('; Secure') && one.includes('; HttpOnly') && one.includes('; Path=/')), `its cookies: ${cookies}`);
		const refused = (options) => new Promise((done) => {
			const s = tls.connect({ host: '127.0.0.1', port: own, rejectUnauthorized: false, ...options }, () => {
				s.destroy();
				done(false);
			});
			s.on('error', () => done(true));
		});
		check(!await refused({ servername: 'localhost' }), 'by its name it shakes hands');
		check(await refused({ servername: 'evil.example' }), 'by another name it does not');
		check(await refused({ servername: 'localhost', maxVersion: 'TLSv1.1', minVersion: 'TLSv1',
			ciphers: 'DEFAULT@SECLEVEL=0' }), 'nor by TLS 1.1');
		check(!await refused({ servername: 'localhost', minVersion: 'TLSv1.3' }), 'by TLS 1.3 it does');
		check(!await refused({ servername: 'localhost', maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES256-GCM-SHA384' }),
			'and by TLS 1.2');
		check(await refused({ servername: 'localhost', maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES256-SHA384' }),
			'but not by a suite that does not encrypt and prove at once');
		check((await ask(port, 'GET', '/')).headers['strict-transport-security'] === undefined, 'without TLS it says nothing of it');
	} finally {
		nginx.kill('SIGTERM');
		await new Promise((done) => nginx.exitCode !== null ? done() : nginx.on('exit', done));
	}
}

try {
	await everybody();
	await answersOfThePrograms();
	await ownPages();
	await tricks();
	await names();
	await desync();
	await withTls();
	await slowedDown();
	for (const status of [200, 303, 304, 400, 403, 404, 405, 413, 429])
		check(count[status] > 0, `no program was seen to answer ${status}`);
	const stubs = [];
	for (const name of readdirSync(run).filter((one) => one.endsWith('.sock')))
		stubs.push(await program(path.join(run, name), stub));
	check(stubs.length >= 10, `only ${stubs.length} programs`);
	await everyStatusEverywhere();
	await whatComesThrough();
	for (const one of stubs)
		one.close();
	console.error(`door: answers by status: ${JSON.stringify(count)}`);
} catch (e) {
	check(false, e.stack);
} finally {
	agent.destroy();
	await portal.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
