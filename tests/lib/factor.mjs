// factor.mjs - the second factor: turned on with an app, asked for at sign-in, lost with
// the phone, and demanded of a role.

import { createHmac } from 'node:crypto';
import { Person, check, same } from './person.mjs';
import { day } from './portal.mjs';

// What an app shows that many steps from now (RFC 6238).
export function code(key, ahead = 0) {
	const bits = [...key.replaceAll(' ', '')].map((c) =>
		'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
	const bytes = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
	const step = Buffer.alloc(8);
	step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + ahead));
	const mac = createHmac('sha1', bytes).update(step).digest();
	const at = mac[19] & 15;
	return String((mac.readUInt32BE(at) & 0x7fffffff) % 1e6).padStart(6, '0');
}

// From his page to the eight codes: their texts.
async function turnOn(who, pictures) {
	await who.fill('Mật khẩu đang dùng', 'không phải thế này');
	await who.press('Bắt đầu bật');
	if (pictures)
		await who.see('factor-refused', { status: 422 });
	await who.fill('Mật khẩu đang dùng', who.password);
	await who.press('Bắt đầu bật');
	same(who.where, '/account/factor/key', 'the key is shown');
	const key = await who.text('dd.code');
	if (pictures) {
		await who.see('factor-key', { key: true });
		await who.picture('factor-key', 'h1');
		await who.fill('Mã xác minh', '000000');
		await who.press('Bật xác minh hai bước');
		await who.see('factor-key-refused', { status: 422 });
	}
	const used = code(key);
	await who.fill('Mã xác minh', used);
	await who.press('Bật xác minh hai bước');
	if (pictures) {
		await who.see('factor-codes', { key: true });
		await who.picture('factor-codes');
	}
	const paper = await who.page.locator('p.code').allInnerTexts();
	same(new Set(paper).size, 8, 'eight codes on paper');
	return { key, paper, used };
}

export async function secondFactor(w) {
	const { council, admin } = w;
	const button = council.page.locator('main').getByRole('button', { name: 'Đăng nhập' });

	await council.wake();
	await council.go('/account');
	await council.follow('Xác minh hai bước');
	await council.see('factor-off', { key: true });
	const { key, paper, used } = await turnOn(council, true);
	await council.follow('Đã in hoặc chép, làm việc tiếp');
	await council.go('/account/factor');
	await council.see('factor-on');
	await council.press('Đăng xuất');
	await council.signIn();
	same(council.where, '/account/sign-in/code', 'after the password comes the code');
	await council.see('sign-in-code', { key: true });
	await council.picture('sign-in-code');
	same((await council.fetch('/account')).status, 303, 'half a sign-in opens nothing');
	await council.fill('Mã xác minh', used);
	await council.click(button);
	await council.see('sign-in-code-refused', { status: 422 });
	await council.fill('Mã xác minh', code(key, 1));
	await council.click(button);
	same(council.where, '/', 'the next code opens');
	await council.press('Đăng xuất');
	await council.signIn();
	await council.page.locator('summary', { hasText: 'Không có điện thoại' }).click();
	await council.fill('Mã dự phòng', paper[0].toUpperCase());
	await council.click(button);
	same(council.where, '/', 'a code on paper opens');
	await council.go('/account/factor');
	await council.has('7 trên 8', 'and is spent');
	await council.go('/account/factor/off');
	await council.see('factor-turn-off');
	await council.go('/account/factor/codes');
	await council.see('factor-new-codes');

	// the phone is lost: an administrator takes it off, and he is told
	await admin.wake();
	const { rows } = await admin.json('/account/people.json?q=hoi.dong');
	const person = `/account/people/${/\d+$/.exec(rows[0].path ?? rows[0].link)?.[0] ?? rows[0].id}`;
	await admin.go(person);
	await admin.follow('Đặt lại xác minh hai bước');
	await admin.see('factor-lost', { key: true });
	await admin.fill('Lý do', 'Mất điện thoại, đã gặp mặt');
	await admin.picture('factor-lost');
	await admin.fill('Lý do', 'mất');
	await admin.press('Đặt lại xác minh hai bước');
	await admin.see('factor-lost-refused', { status: 422 });
	await admin.fill('Lý do', 'Mất điện thoại, đã gặp mặt');
	await admin.press('Đặt lại xác minh hai bước');
	same(admin.where, person, 'back at the person');
	await admin.has('Đã đặt lại xác minh hai bước', 'said');
	await council.go('/account');
	check(council.where.startsWith('/account/sign-in'), 'his sessions have ended');
	await council.signIn();
	await council.go('/inbox');
	await council.has('Người quản trị đã đặt lại xác minh hai bước của bạn', 'he is told');
	await council.see('inbox-factor-reset');

	// a role that needs it
	await admin.go('/account/setting');
	await admin.follow('Vai trò phải dùng xác minh hai bước');
	await admin.see('setting-factor', { key: true });
	await admin.page.getByLabel('Thành viên Hội đồng Thi đua - Khen thưởng').check();
	await admin.fill('Từ ngày', day(0));
	await admin.fill('Theo văn bản', '12/KH-UBND');
	await admin.press('Đổi cài đặt');
	same(admin.where, '/account/setting', 'set');
	await admin.has('Thành viên Hội đồng Thi đua - Khen thưởng', 'in words');
	for (const target of ['/', '/plan', '/report', '/account', '/search?q=a']) {
		await council.go(target);
		same(council.where, '/account/factor', `${target} leads there`);
	}
	await council.see('factor-owed', { key: true });
	await turnOn(council, false);
	same(await council.go('/report'), 200, 'then all is open again');
	await council.go('/account/factor');
	await council.hasNot('Tắt xác minh hai bước', 'it stays on');

	// another browser of his has nothing of this one
	const other = await Person.come(w.theatre, council.login, council.name, council.password);
	await other.signIn();
	same(other.where, '/account/sign-in/code', 'a new browser is asked');
	await other.context.close();
}
