// raw.mjs - what no client would send, byte by byte, and a FastCGI program that says
// whatever it is asked to.

import net from 'node:net';
import { rmSync, chmodSync } from 'node:fs';

// All that comes back until the other side closes, or says nothing more for a while.
export function send(port, bytes, quiet = 400) {
	return new Promise((done) => {
		let text = '', timer;
		const s = net.connect(port, '127.0.0.1', () => s.write(bytes, 'latin1'));
		const end = () => {
			clearTimeout(timer);
			s.destroy();
			done(text);
		};
		const wait = () => {
			clearTimeout(timer);
			timer = setTimeout(end, quiet);
		};
		s.setEncoding('latin1');
		s.on('data', (part) => {
			text += part;
			wait();
		});
		s.on('error', end);
		s.on('close', end);
		wait();
	});
}

// The status of each answer in it, in order.
export const statuses = (text) => [...text.matchAll(/^HTTP\/1\.[01] (\d{3})\b/gm)].map((m) => Number(m[1]));

function pairs(bytes) {
	const all = {};
	let at = 0;
	const length = () => bytes[at] < 128 ? bytes[at++]
		: (at += 4, bytes.readUInt32BE(at - 4) & 0x7fffffff);
	while (at < bytes.length) {
		const n = length(), v = length();
		all[bytes.toString('utf8', at, at + n)] = bytes.toString('utf8', at + n, at + n + v);
		at += n + v;
	}
	return all;
}

function record(type, id, body) {
	const head = Buffer.from([1, type, id >> 8, id & 255, body.length >> 8, body.length & 255, 0, 0]);
	return Buffer.concat([head, body]);
}

// In the place of a page program: answers what answer(params) says, "" hangs up.
export function program(socket, answer) {
	rmSync(socket, { force: true });
	return new Promise((ready) => {
		const server = net.createServer((s) => {
			let bytes = Buffer.alloc(0), params = Buffer.alloc(0);
			s.on('error', () => {});
			s.on('data', (part) => {
				bytes = Buffer.concat([bytes, part]);
				while (bytes.length >= 8) {
					const n = bytes.readUInt16BE(4), whole = 8 + n + bytes[6];
					if (bytes.length < whole)
						return;
					const type = bytes[1], id = bytes.readUInt16BE(2), body = bytes.subarray(8, 8 + n);
					bytes = bytes.subarray(whole);
					if (type === 4)
						params = Buffer.concat([params, body]);
					if (type !== 5 || n)
						continue;
					const text = answer(pairs(params));
					if (text)
						s.write(Buffer.concat([record(6, id, Buffer.from(text)), record(6, id, Buffer.alloc(0)),
							record(3, id, Buffer.alloc(8))]));
					s.end();
				}
			});
		}).listen(socket, () => {
			chmodSync(socket, 0o666);
			ready(server);
		});
	});
}
