// kill.mjs - what was acknowledged is there, whatever program is killed meanwhile.
//
// An officer saves a report again and again while workers and the maintenance program
// are killed (SIGKILL) at random; each save that was answered 303 must stand in the trail
// afterwards, and the database must be sound.
//
// usage: node tests/kill.mjs [SECONDS], from the root of a built tree

import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const seconds = Number(process.argv[2] ?? 12);
const password = 'lua nep thom ban Pa Sang';
let passed = 0, failed = 0;
function check(ok, what) {
  if (ok) { passed++; return; }
  failed++;
  console.error(`kill.mjs: ${what}`);
}
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

const port = await new Promise((done) => {
  const s = net.createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = s.address();
    s.close(() => done(free));
  });
});
const dir = mkdtempSync(path.join(os.tmpdir(), 'portal-kill-'));

let cookie = '';
function ask(method, target, body) {
  return new Promise((done) => {
    const headers = { Host: `127.0.0.1:${port}`, Cookie: cookie };
    if (body !== undefined)
      Object.assign(headers, { Origin: `http://127.0.0.1:${port}`, 'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': Buffer.byteLength(body) });
    const r = http.request({ host: '127.0.0.1', port, path: target, method, agent: false, headers },
      (reply) => {
        let text = '';
        reply.setEncoding('utf8');
        reply.on('data', (part) => text += part);
        reply.on('end', () => {
          if (reply.headers['set-cookie'])
            cookie = reply.headers['set-cookie'].map((line) => line.split(';')[0]).join('; ');
          done({ status: reply.statusCode, to: reply.headers.location ?? '', body: text });
        });
      });
    r.on('error', () => done({ status: 0, to: '', body: '' }));
    r.end(body);
  });
}

async function signIn(login) {
  cookie = '';
  const r = await ask('POST', '/account/sign-in',
    new URLSearchParams({ login, password, then: '/' }).toString());
  check(r.status === 303, `${login} signs in (${r.status})`);
}

const unescape = (s) => s.replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(n))
  .replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

// The fields of the form as a browser would send them.
function fieldsOf(html) {
  const form = html.slice(html.indexOf('<form method="post" action="/report/'));
  const fields = new Map();
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name)
      fields.set(name, unescape(/value="([^"]*)"/.exec(tag)?.[1] ?? ''));
  }
  for (const [, name, text] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    fields.set(name, unescape(text));
  return fields;
}

// Processes of this copy whose program is one of these.
function pids(names) {
  const found = [];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      if (readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`PORTAL_VAR=${dir}\0`)
          && names.some((name) => command[0].endsWith(name)))
        found.push(Number(pid));
    } catch { /* it has just ended */ }
  return found;
}

const portal = spawn('make', ['-s', 'run', `PORT=${port}`, `VAR=${dir}`, 'SAMPLE=1'],
  { stdio: ['ignore', 'pipe', 'inherit'] });
await new Promise((done, no) => {
  let text = '';
  portal.stdout.on('data', (part) => { text += part; if (text.includes('ready ')) done(); });
  portal.on('exit', () => no(new Error('the portal ended')));
});

let kills = 0;
try {
  await signIn('huyen.ltt');
  const list = (await ask('GET', '/report')).body;
  const report = /href="(\/report\/\d+)"/.exec(list)?.[1];
  check(report, 'a report to mend is listed');

  const kept = [], end = Date.now() + seconds * 1000;
  let n = 5000000, refused = 0;	// unlike any other number in the trail
  const killer = (async () => {
    while (Date.now() < end) {
      await sleep(60 + Math.random() * 120);
      const victims = pids(['/bin/report', '/bin/maintain']);
      if (victims.length) {
        try {
          process.kill(victims[Math.floor(Math.random() * victims.length)], 'SIGKILL');
          kills++;
        } catch { /* it has just ended */ }
      }
    }
  })();
  while (Date.now() < end) {
    let page = await ask('GET', report);
    if (page.status === 303)	// the session is renewed every few minutes, by way of its own page
      page = await ask('GET', (await ask('GET', page.to)).to);
    if (page.status !== 200) { refused++; await sleep(20); continue; }
    const fields = fieldsOf(page.body), figure = [...fields.keys()].filter((k) => /^v\d+$/.test(k)).at(-1);
    fields.set(figure, String(++n));
    fields.set('do', 'save');
    const r = await ask('POST', report, new URLSearchParams([...fields]).toString());
    if (r.status === 303 && !r.to.includes('sign-in'))
      kept.push(n);
    else
      refused++;
  }
  await killer;
  check(kills > 1.5 * seconds, `only ${kills} kills`);
  check(kept.length > 1.5 * seconds, `only ${kept.length} saves were acknowledged`);

  // the supervisors have put all in place again
  let health = {};
  for (let i = 0; i < 100 && health.status !== 200; i++, await sleep(100))
    health = await ask('GET', '/health');
  check(health.status === 200, `it is not well again: ${health.status} ${health.body}`);
  await signIn('tuyet.nt');
  const trail = (await ask('GET', '/account/trail.csv?action=report.')).body;
  const told = new Set((trail.match(/\d[\d.]*/g) ?? []).map((x) => Number(x.replaceAll('.', ''))));
  const lost = kept.filter((x) => !told.has(x));
  check(lost.length === 0, `${lost.length} of ${kept.length} acknowledged saves are not in the trail: ${lost.slice(0, 5)}`);
  console.log(`${kills} kills, ${kept.length} saves acknowledged, ${refused} answered otherwise, ${lost.length} lost`);
} finally {
  portal.kill('SIGTERM');
  await new Promise((done) => portal.exitCode !== null ? done() : portal.on('exit', done));
}
try {
  const said = execFileSync('build/bin/portalctl', ['check'], { env: { ...process.env, PORTAL_VAR: dir } }).toString();
  check(said.includes('trail: ok'), said);
} catch (e) {
  check(false, `portalctl check: ${e.stdout}`);
}
rmSync(dir, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
