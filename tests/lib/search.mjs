// search.mjs - one box for everything: what one may see is found, without marks.

import { Person, check, same } from './person.mjs';

export async function search(w) {
	const { officer, officer2, seed } = w;
	const anyone = await Person.come(w.theatre);
	const [, idle] = seed.units.find(([code]) => code === seed.idle);

	await anyone.go('/search');
	await anyone.see('search-empty');
	await anyone.go('/');
	await anyone.page.getByRole('searchbox').first().fill(seed.found);
	await anyone.click(anyone.page.locator('.find button'));
	await anyone.see('search', { key: true });
	await anyone.picture('search');
	await anyone.go('/search?q=ngan+van+buong');
	await anyone.has('Ngần Văn Bương', 'who agreed to be named');
	await anyone.see('search-award');
	await anyone.go(`/search?q=${encodeURIComponent(idle)}`);
	await anyone.has(idle, 'a unit');
	await anyone.go('/search?q=khongcotunay');
	await anyone.see('search-nothing', { key: true });
	// an opinion is its unit's until it is answered; then all who signed in may find it
	const found = async (who) => (await who.json('/search.json?q=lao+dong+kho+dat&in=answer')).total;
	same(await found(anyone), 0, 'opinions of nobody signed in');
	same(await found(officer), 1, 'one\'s own opinion');
	same(await found(officer2), 1, 'another\'s, once it is answered');
	// a phrase is found as it stands, with or without marks
	const total = async (who, query) => (await who.json(`/search.json?q=${encodeURIComponent(query)}`)).total;
	check(await total(anyone, `"${seed.found}"`) > 0, 'a phrase');
	same(await total(anyone, `"${seed.found.split(' ').reverse().join(' ')} "khongcotunay`), 0, 'no phrase');
	// what stands in a file, by whom the file is shown to; who reads files comes by within seconds
	const file = async (who) => (await who.json('/search.json?q=nha+van+hoa+%22huoi+tong%22&in=file')).total;
	for (let i = 0; i < 100 && !await file(officer); i++)
		await new Promise((done) => setTimeout(done, 200));
	same(await file(officer), 1, 'a file of one\'s own');
	same(await file(w.specialist), 1, 'a file that was sent');
	same(await file(officer2), 0, 'a sibling\'s file');
	same(await file(anyone), 0, 'a file of nobody signed in');
	await officer.go('/search?q=huoi+tong&in=file');
	await officer.has('danh-sach.txt');
	await officer.see('search-file', { key: true });
	await anyone.context.close();
}
