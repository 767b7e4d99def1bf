// rivals.mjs - two act on one case at once, each on a page made before the other acted:
// exactly one wins; the other is told what was done and by whom, what he wanted, and what
// he wrote is on the page (reliability T-26).
//
// On a report (accept it, or return it), a nomination (to the council) and a decision (sign
// it, or return it), round after round on the portal as it runs.
//
// usage: node tests/rivals.mjs [ROUNDS], from the root of a built tree

import { readFileSync } from 'node:fs';
import { Client, formsOf, spell } from './lib/client.mjs';
import { Portal } from './lib/portal.mjs';

const rounds = Number(process.argv[2] ?? 50);
let passed = 0, failed = 0;
function check(ok, what) {
	if (ok) { passed++; return; }
	failed++;
	console.error(`rivals.mjs: ${what}`);
}

const portal = await Portal.start(1);
async function signedIn(login) {
	const client = new Client(portal.url, login);
	check(await client.signIn(3), `${login} signs in`);
	return client;
}

// The form of that move on a page; one whose button names the move stands for all of them.
async function formOf(client, page, action, move) {
	const r = await client.page(page);
	const form = formsOf(r.body).find((f) => f.action === action && (f.fields.get('move') ?? move) === move);
	if (!form)
		throw new Error(`${client.login} ${page}: ${r.status}, no form for ${move}`);
	form.fields.set('move', move);
	return form;
}
async function act(client, page, action, move, fields = {}) {
	const form = await formOf(client, page, action, move);
	Object.entries(fields).forEach(([name, value]) => form.fields.set(name, value));
	const r = await client.ask('POST', form.action, spell(form.fields));
	if (r.status !== 303)
		throw new Error(`${client.login} ${action} ${move}: ${r.status}`);
}

// Both have the page, then both act.  Answers the move that won.
const won = {};
async function race(page, action, sides) {
	const forms = [];
	for (const s of sides) {
		forms.push(await formOf(s.client, page, action, s.move));
		if (s.reason)
			forms.at(-1).fields.set('reason', s.reason);
	}
	const order = Math.random() < 0.5 ? [0, 1] : [1, 0], answers = [];
	await Promise.all(order.map(async (i) => {
		answers[i] = await sides[i].client.ask('POST', action, spell(forms[i].fields));
	}));
	const winner = answers.findIndex((r) => r.status === 303), loser = 1 - winner;
	const statuses = answers.map((r) => r.status).join(' and ');
	check(answers.filter((r) => r.status === 303).length === 1, `${action}: ${statuses}, one should win`);
	if (winner < 0)
		throw new Error(`${action}: nobody won`);
	const { status, body } = answers[loser], text = body.replace(/<[^>]*>/g, ' ');
	check(status === 409, `${action}: ${statuses}`);
	check(text.includes('Bước đã ghi gần nhất') && text.includes(sides[winner].name),
		`${action}: the other is not told what was done by ${sides[winner].name}`);
	check(text.includes('Việc bạn định làm'), `${action}: nor what he wanted`);
	if (sides[winner].reason)
		check(text.includes(sides[winner].reason), `${action}: nor the reason of who won`);
	if (sides[loser].reason)
		check(body.includes(`>${sides[loser].reason}</textarea>`), `${action}: what he wrote is lost`);
	won[sides[winner].move] = (won[sides[winner].move] ?? 0) + 1;
	return sides[winner].move;
}

const csv = (file) => readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(','));
const leaderOf = (html) => {
	const unit = csv('db/sample/units.csv').find((u) => u.some((cell) => cell && html.includes(`>${cell}</a>`)))?.[0];
	return csv('db/sample/people.csv').find((p) => p[2] === 'unit_leader' && p[3] === unit)?.[0];
};
const shift = (n) => `Lần ${n}: số liệu chưa khớp`;

async function reports(first, second, n) {
	const review = /href="(\/report\/\d+)\/review"/.exec((await first.page('/report')).body)[1];
	const page = `${review}/review`, action = `${review}/move`;
	const leader = await signedIn(leaderOf((await first.page(page)).body));
	for (let i = 0; i < n; i++) {
		const winner = await race(page, action, [
			{ client: first, name: 'Lê Thị Mai', move: 'return', reason: shift(i) },
			{ client: second, name: 'Nguyễn Đức Thắng', move: 'accept' }]);
		if (winner === 'accept')
			await act(first, review, action, 'reopen', { reason: shift(i) });
		await act(leader, `${review}/check`, action, 'send', { odd: 'Đã đối chiếu với sổ' });
	}
	return [action, ['report.return', 'report.accept']];
}

async function nominations(first, second, n) {
	const list = (await first.page('/award/nomination')).body;
	for (const [, one] of list.matchAll(/href="(\/award\/nomination\/\d+)"/g)) {
		const action = `${one}/move`;
		if (!formsOf((await first.page(one)).body).some((f) => f.action === action && f.fields.get('move') === 'council'))
			continue;
		for (let i = 0; i < n; i++) {
			await race(one, action, [
				{ client: first, name: 'Lê Thị Mai', move: 'council' },
				{ client: second, name: 'Nguyễn Đức Thắng', move: 'council' }]);
			await act(first, `${one}/opinion`, `${one}/opinion`, 'opinion', { day: '01/11/2026', document: '',
				members: '9', present: '9', agreed: '8', text: 'Nhất trí' });
		}
		return;
	}
	throw new Error('no nomination goes to the council');
}

// Two tabs of the one who signs; then the number is not given, and it is drafted again.
async function decisions(specialist, n) {
	const [first, second] = [await signedIn('ngan.vt'), await signedIn('ngan.vt')], clerk = await signedIn('hoa.pt');
	for (const [, one] of (await first.page('/award')).body.matchAll(/href="(\/award\/\d+)"/g)) {
		const action = `${one}/move`;
		if (!formsOf((await first.page(one)).body).some((f) => f.action === action && f.fields.get('move') === 'approve'))
			continue;
		for (let i = 0; i < n; i++) {
			const winner = await race(one, action, [
				{ client: first, name: 'Vi Thị Ngân', move: 'approve' },
				{ client: second, name: 'Vi Thị Ngân', move: 'return', reason: shift(i) }]);
			if (winner === 'approve')
				await act(clerk, one, action, 'return', { reason: shift(i) });
			await act(specialist, one, action, 'submit');
		}
		return;
	}
	throw new Error('no decision waits to be signed');
}

try {
	const mai = await signedIn('mai.lt'), thang = await signedIn('thang.nd');
	const third = Math.floor(rounds / 3);
	await reports(mai, thang, rounds - 2 * third);
	await nominations(mai, thang, third);
	await decisions(thang, third);
	console.log(`${rounds} races: ${Object.entries(won).map(([move, n]) => `${move} won ${n}`).join(', ')}`);
} catch (e) {
	check(false, e.stack);
} finally {
	await portal.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
