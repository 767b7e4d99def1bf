// search.mjs - one box for everything: what one may see is found, without marks.

import { Person, same } from './person.mjs';

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
	await anyone.context.close();
}
