// paper.mjs - what a page is on A4: nothing beyond the edge, nothing printed that only a
// screen is good for, the title and whose it is, no page left empty.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

// As @page has them, in px: the sheet, the room between its margins.
const shapes = {
	sheet: { paper: 794, width: 624, height: 971 },
	wide: { paper: 1123, width: 1009, height: 680 },
	plain: { paper: 794, width: 661, height: 1009 },
};

// What is of use on a screen alone.
const idle = 'nav, .foot, .crumb, .find, .skip, .pager, .who, .btn, button, form[method=get], '
	+ 'input[type=search], input[type=file], input[type=submit], input[type=hidden] ~ button';

// Links that say but where to go on.
const ways = '^(Xem (từng|tất cả|đơn vị:|biên nhận|tiêu chí)|Ký nhận bản giấy)';

// Laid out as for the printer; media queries ask for the sheet, the text has its margins.
// What is wrong, in words, and how high it is in pages; the window stays as wide as the sheet.
export async function faultsOnPaper(page, whose) {
	const kind = await page.evaluate(() =>
		['sheet', 'wide'].find((name) => document.body.classList.contains(name)) ?? 'plain');
	const shape = shapes[kind];

	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: shape.paper, height: 1123 });
	const found = await page.evaluate(({ shape, idle, ways, whose }) => {
		const root = document.documentElement, faults = [];
		const seen = (el) => el.getClientRects().length > 0
			&& getComputedStyle(el).visibility !== 'hidden' && !el.closest('.vh');
		const name = (el) => `<${el.localName}${el.className.length ? ` class="${el.className}"` : ''}> `
			+ el.textContent.trim().replace(/\s+/g, ' ').slice(0, 50);

		root.style.width = `${shape.width}px`;
		const wide = [...document.body.querySelectorAll('*')].filter((el) =>
			!el.closest('.vh, svg *') && el.getBoundingClientRect().right > shape.width + 1);
		if (wide.length)
			faults.push(`${Math.round(Math.max(...wide.map((el) => el.getBoundingClientRect().right))
				- shape.width)} px beyond the paper: ${name(wide.at(-1))}`);
		for (const el of document.querySelectorAll(idle))
			if (seen(el))
				faults.push(`printed: ${name(el)}`);
		for (const el of document.querySelectorAll('main a'))
			if (seen(el) && new RegExp(ways).test(el.innerText))
				faults.push(`a way to nowhere: ${name(el)}`);
		const text = document.body.innerText.toUpperCase(), h1 = document.querySelector('h1');
		// a letter has none of its own
		const titled = h1 && !h1.matches('.vh');
		if (!h1 || (titled && (!seen(h1) || !h1.innerText.trim())))
			faults.push('no title');
		if (!whose.some((unit) => text.includes(unit.toUpperCase())))
			faults.push('not said whose it is');
		const high = document.body.getBoundingClientRect().height;
		// but for those over lines to write on, which are no words, and those whose words a
		// cell says, too: in the file they look alike
		const cells = new Set([...document.querySelectorAll('td, td *')].map((el) => el.innerText?.trim()));
		const headings = [...document.querySelectorAll('h2, h3, h4, caption')].filter((el) =>
			seen(el) && !el.nextElementSibling?.matches('.ruled')).map((el) => el.innerText.trim().split('\n')[0])
			.filter((words) => !cells.has(words));
		const heads = [...document.querySelectorAll('thead')].filter(seen).map((el) => el.innerText);
		root.style.width = '';
		return { faults, pages: high / shape.height, headings, heads, title: titled ? h1.innerText : '' };
	}, { shape, idle, ways, whose });
	await page.emulateMedia({ media: null });
	return found;
}

const letters = (text) => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

// What is wrong with the file that the printer would get.
export async function faultsInPdf(file, { pages, headings, heads, title }) {
	const { stdout } = await run('pdftotext', ['-bbox-layout', file, '-'], { maxBuffer: 64 << 20 });
	const faults = [], sheets = stdout.split('<page ').slice(1);
	const text = (part) => [...part.matchAll(/<word [^>]*>([^<]*)</g)].map(([, word]) => word
		.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')).join(' ');
	const known = new Set(headings.map(letters));
	const bag = (words) => words.map(letters).filter(Boolean).sort().join(' ');

	if (sheets.length > Math.ceil(pages * 1.25) + 1)
		faults.push(`${sheets.length} pages for ${pages.toFixed(1)} of text`);
	if (sheets.length && !letters(text(sheets[0])).includes(letters(title)))
		faults.push(`its first page lacks the title "${title}"`);
	for (const [n, sheet] of sheets.entries()) {
		const [, width, height] = /^width="([\d.]+)" height="([\d.]+)"/.exec(sheet);
		const words = [...sheet.matchAll(/<word xMin="([-\d.]+)" yMin="[-\d.]+" xMax="([-\d.]+)" yMax="([-\d.]+)"/g)];
		const lines = [...sheet.matchAll(/<line xMin="[-\d.]+" yMin="[-\d.]+" xMax="[-\d.]+" yMax="([-\d.]+)">([^]*?)<\/line>/g)]
			.sort((a, b) => a[1] - b[1]);
		if (words.some(([, left, right]) => left < 28 || right > width - 28))
			faults.push(`page ${n + 1}: words in its margin`);
		if (!words.length)
			faults.push(`page ${n + 1} is empty`);
		else if (n && /^In từ Cổng/.test(text(sheet)))
			faults.push(`page ${n + 1} says but where it was printed`);
		else if (n < sheets.length - 1 && Math.max(...words.map(([, , , low]) => low)) < height * .45)
			faults.push(`page ${n + 1} is half empty`);
		if (n < sheets.length - 1 && lines.length && known.has(letters(text(lines.at(-1)[0]))))
			faults.push(`page ${n + 1} ends with the heading "${text(lines.at(-1)[0])}"`);
		// a table's head is several lines, side by side: the lowest words
		const low = [...sheet.matchAll(/<word [^>]*yMax="([\d.]+)">([^<]*)</g)]
			.sort((a, b) => a[1] - b[1]).map(([, , word]) => word);
		for (const head of n < sheets.length - 1 ? heads : []) {
			const own = head.split(/\s+/).filter(letters);
			if (own.length && bag(low.slice(-own.length)) === bag(own))
				faults.push(`page ${n + 1} ends with the head of a table "${own.join(' ')}"`);
		}
	}
	return faults;
}
