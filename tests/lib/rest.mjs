// rest.mjs - the pages that no step came by: each person follows every link that he is
// given, and a page of an address that nobody has looked at yet is looked at.

import { check, looked, shape } from './person.mjs';

// Files, feeds, the other language, and what makes a note of being opened.
const apart = /\.(csv|xlsx|docx|json|atom|ics|css|svg)$|\/docx$|^\/lang|\/file\/\d+$|^\/inbox\/\d+$|\/open$|^\/account\/seen/;

export async function everyPage(w) {
	for (const who of [w.admin, w.specialist, w.officer, w.leader, w.signer, w.clerk, w.council,
		w.auditor]) {
		const tried = new Map(), queue = ['/'];
		await who.wake();
		for (let target; (target = queue.shift());) {
			const page = shape(target);
			// of one address two records, as one may be past that page
			if (apart.test(page) || (tried.get(page) ?? 0) > 1)
				continue;
			tried.set(page, (tried.get(page) ?? 0) + 1);
			const { status, text } = await who.fetch(target);
			check(status < 500, `${target} is ${status} to ${who.login}`);
			if (status !== 200)
				continue;
			queue.push(...[...text.matchAll(/ href="(\/[^"#]*)/g)].map(([, path]) =>
				path.replaceAll('&amp;', '&')));
			if (looked.has(page))
				continue;
			looked.add(page);
			await who.go(target);
			await who.see(`page${page.replaceAll('/', '-')}`, { key: true });
		}
	}
}
