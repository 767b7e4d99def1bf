// portal.mjs - the portal as `make run` starts it, in a VAR of its own, and what an
// operator does beside it.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

export async function until(ok, ms = 5000) {
	for (const end = Date.now() + ms; Date.now() < end; await sleep(25))
		if (await ok())
			return true;
	return false;
}

export function freePort() {
	return new Promise((done) => {
		const s = net.createServer().listen(0, '127.0.0.1', () => {
			const { port } = s.address();
			s.close(() => done(port));
		});
	});
}

export class Portal {
	// In a folder that goes with it, or in one that stays.
	static async start(sample = 0, stays = undefined) {
		const it = new Portal();
		const port = await freePort();
		it.dir = stays ?? mkdtempSync(path.join(os.tmpdir(), 'portal-browser-'));
		it.stays = stays !== undefined;
		it.url = `http://127.0.0.1:${port}`;
		it.out = it.err = '';
		it.child = spawn('make', ['run', `PORT=${port}`, `VAR=${it.dir}`, `SAMPLE=${sample}`],
			{ detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
		it.child.stdout.on('data', (text) => it.out += text);
		it.child.stderr.on('data', (text) => it.err += text);
		it.ended = new Promise((done) => it.child.on('close', (code, signal) =>
			done(it.code = signal ?? code)));
		await until(() => it.out.includes('ready ') || it.code !== undefined, 120000);
		if (!it.out.includes('ready '))
			throw new Error(`make run: ${it.err}`);
		return it;
	}

	ctl(...words) {
		return execFileSync('build/bin/portalctl', words, { encoding: 'utf8',
			env: { ...process.env, PORTAL_VAR: this.dir } });
	}

	// The ids of the workers of a page program that work in this VAR.
	workers(page) {
		return readdirSync('/proc').filter((pid) => {
			try {
				return /^\d+$/.test(pid)
					&& readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
						.includes(`PORTAL_VAR=${this.dir}`)
					&& readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]
						.endsWith(`/bin/${page}`);
			} catch {
				return false;	// it has just ended, or is another's
			}
		}).map(Number);
	}

	// Lines that a program wrote because something went wrong inside.
	log() {
		return readFileSync(path.join(this.dir, 'run', 'portal.log'), 'utf8');
	}

	async stop() {
		if (this.code === undefined) {
			process.kill(-this.child.pid, 'SIGTERM');
			await Promise.race([this.ended, sleep(8000)]);
		}
		if (!this.stays)
			rmSync(this.dir, { recursive: true, force: true });
	}
}

// Days where the portal is (+07), as its pages write them: from that on which the run
// began, so that those of two periods meet even if midnight lies between.
const began = Date.now();
export function day(ahead = 0) {
	const at = new Date(began + 7 * 3600e3 + ahead * 86400e3);
	const two = (n) => String(n).padStart(2, '0');
	return `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
}
