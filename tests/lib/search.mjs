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
	await anyone.page.locator('.find button').click();
	await anyone.page.waitForLoadState('load');
	await anyone.see('search', { key: true });
	await anyone.picture('search');
	await anyone.go('/search?q=ngan+van+buong');
	await anyone.has('Ngần Văn Bương', 'who agreed to be named');
	await anyone.see('search-award');
	await anyone.go(`/search?q=${encodeURIComponent(idle)}`);
	await anyone.has(idle, 'a unit');
	await anyone.go('/search?q=khongcotunay');
	await anyone.see('search-nothing', { key: true });
	// an opinion is its unit's, and whose who look after it
	const found = async (who) => (await who.json('/search.json?q=kha+nang+lao+dong&in=feedback')).total;
	same(await found(anyone), 0, 'opinions of nobody signed in');
	same(await found(officer) > 0, true, 'one\'s own opinion');
	await officer2.go('/search?q=mau+so&in=feedback');
	await officer2.hasNot('Không tính các hộ này', 'a sibling\'s words');
	await anyone.context.close();
}
