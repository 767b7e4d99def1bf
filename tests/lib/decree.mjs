// decree.mjs - a document on paper, measured in mm and pt against Decree 30/2020/NĐ-CP,
// Annex I: sheet and margins, fonts and sizes, the head with its rules, the body, the
// signature.  Of a PDF, whoever made it.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = async (...words) => (await promisify(execFile)(words[0], words.slice(1), { maxBuffer: 64 << 20 })).stdout;

const MM = 72 / 25.4;
const near = (a, b, by) => Math.abs(a - b) <= by;
const within = (n, low, high) => n >= low - 0.26 && n <= high + 0.26;	// a quarter of a point: what is seen is in thirds
const middle = (line) => (line.left + line.right) / 2;

// Lines of text from above, in points: words, sizes, whether bold or italic as a whole.
async function linesOf(file) {
	const xml = await run('pdftohtml', '-xml', '-zoom', '3', '-i', '-stdout', file), fonts = new Map();
	const pages = [];
	for (const [, font, size, , colour] of xml.matchAll(/<fontspec id="(\d+)" size="(\d+)" family="([^"]*)" color="([^"]*)"/g))
		fonts.set(font, { size: size / 3, colour });
	for (const part of xml.split('<page ').slice(1)) {
		const lines = [];
		for (const [, top, left, width, height, font, inner] of part.matchAll(
			/<text top="(-?\d+)" left="(-?\d+)" width="(-?\d+)" height="(-?\d+)" font="(\d+)">(.*?)<\/text>/g)) {
			const text = inner.replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
				.replaceAll('&#34;', '"').replace(/\s+/g, ' ').trim();
			if (!text)
				continue;
			const it = { text, top: top / 3, low: (+top + +height) / 3, left: left / 3, right: (+left + +width) / 3,
				...fonts.get(font), bold: inner.startsWith('<b>') || inner.startsWith('<i><b>'), italic: /^(<b>)?<i>/.test(inner) };
			// what stands beside it in the same line and looks the same
			const before = lines.at(-1);
			if (before && near(before.top, it.top, 2) && it.left >= before.right - 1 && it.left - before.right < 12)
				Object.assign(before, { text: `${before.text} ${text}`, right: it.right, mixed: before.bold !== it.bold || before.italic !== it.italic });
			else
				lines.push(it);
		}
		pages.push(lines);
	}
	return pages;
}

// Rules of the first page: bars filled, or strokes, wider than high.
async function rulesOf(file) {
	const svg = await run('pdftocairo', '-svg', '-f', '1', '-l', '1', file, '-'), rules = [];
	for (const [, style, d, more] of svg.matchAll(/<path style="([^"]*)" d="([^"]*)"([^>]*)>/g)) {
		const [, a = 1, , , b = 1, e = 0, f = 0] = (/matrix\(([^)]*)\)/.exec(more)?.[1].split(',') ?? []).reduce((m, n, i) =>
			(m[i + 1] = Number(n), m), []);
		const at = [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [x * a + e, y * b + f]);
		const xs = at.map(([x]) => x), ys = at.map(([, y]) => y);
		const it = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), low: Math.max(...ys) };
		if (!/fill:none.*stroke:none/.test(style) && it.right - it.left > 20 && it.low - it.top < 3)
			rules.push(it);
	}
	return rules;
}

// What the decree asks and this paper does not have, in words.  `of`: number, issuer, signer,
// and how many annexes, 0 if not said.
export async function faultsByDecree(file, of) {
	const faults = [], pages = await linesOf(file), rules = await rulesOf(file);
	const need = (ok, what) => { if (!ok) faults.push(what); };
	const mm = (pt) => (pt / MM).toFixed(1);

	for (const [, width, height] of (await run('pdfinfo', '-f', '1', '-l', '999', file)).matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g))
		need(near(width, 210 * MM, 1.5) && near(height, 297 * MM, 1.5), `a sheet of ${mm(width)} x ${mm(height)} mm`);
	for (const font of (await run('pdffonts', file)).split('\n').slice(2).filter(Boolean)) {
		const [name] = font.split(/\s+/);
		need(/^([A-Z]{6}\+)?(LiberationSerif|TimesNewRoman)/.test(name), `the font ${name}`);
		need(/ yes (yes|no ) yes /.test(font), `${name} is not embedded, or its letters have no names`);
	}
	// what is not issued yet says so above all
	pages[0] = pages[0]?.filter(({ text }) => text.normalize('NFC') !== 'DỰ THẢO') ?? [];
	const all = pages.flat();
	need(all.every(({ colour }) => colour === '#000000'), 'text that is not black');

	// the page's number: none on the first, centred in the upper margin of the others; each
	// annex begins a page, and has numbers of its own
	const numbered = (line) => line.low < 20 * MM && /^\d+$/.test(line.text);
	const starts = pages.flatMap((lines, i) => /^PHỤ LỤC( [IVX]+)?$/.test(lines.find((l) =>
		!numbered(l))?.text.normalize('NFC') ?? '') ? [i] : []);
	need(starts.length === (of.annexes ?? 0), `annexes begin on ${starts.length} pages, not on ${of.annexes ?? 0}`);
	pages.forEach((lines, i) => {
		const number = lines.filter(numbered), n = i - (starts.findLast((one) => one <= i) ?? 0);
		if (!n)
			return need(!number.length, `page ${i + 1}: a number on a first page`);
		need(number.length === 1 && number[0].text === String(n + 1) && within(number[0].size, 13, 14)
		    && near(middle(number[0]), 112.5 * MM, 3), `page ${i + 1}: its number is ${JSON.stringify(number)}, not ${n + 1}`);
	});
	const whole = pages.map((lines) => lines.filter((l) => !numbered(l)));
	for (const i of starts) {
		const [label, ...rest] = whole[i], until = rest.findIndex(({ bold }) => !bold), title = rest.slice(0, until);
		need(label.bold && within(label.size, 14, 14) && near(middle(label), 112.5 * MM, 3), `the annex's number: ${JSON.stringify(label)}`);
		need(title.length && title.every((l) => l.text === l.text.toUpperCase() && within(l.size, 13, 14)
		    && near(middle(l), 112.5 * MM, 3)), `the annex's title: ${JSON.stringify(title)}`);
		const to = rest[until];
		need(!to?.text.startsWith('(') || (to.italic && within(to.size, 13, 14) && near(middle(to), 112.5 * MM, 3)),
			`what it is annexed to: ${JSON.stringify(to)}`);
	}
	for (const [i, lines] of whole.entries()) {
		const left = Math.min(...lines.map((l) => l.left)), right = Math.max(...lines.map((l) => l.right));
		const top = Math.min(...lines.map((l) => l.top)), low = Math.max(...lines.map((l) => l.low));
		need(left >= 29.5 * MM && right <= 195.7 * MM, `page ${i + 1}: from ${mm(left)} to ${mm(right)} mm across`);
		need(top >= 19.5 * MM && low <= 277.5 * MM, `page ${i + 1}: from ${mm(top)} to ${mm(low)} mm down`);
	}

	// the head, of the document itself
	const body = starts.length ? whole.slice(0, starts[0]) : whole;
	const first = body[0], find = (pattern) => first.find(({ text }) => pattern.test(text.normalize('NFC')));
	const state = find(/^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM$/), motto = find(/^Độc lập - Tự do - Hạnh phúc$/);
	const number = find(/^Số: /), date = find(/, ngày .* tháng .* năm /);
	for (const [what, line] of Object.entries({ state, motto, number, date }))
		need(line, `no ${what} in the head`);
	if (!state || !motto || !number || !date)
		return faults;
	need(state.bold && within(state.size, 12, 13), `Quốc hiệu: ${state.size} pt`);
	need(motto.bold && within(motto.size, 13, 14), `Tiêu ngữ: ${motto.size} pt`);
	need(near(middle(state), middle(motto), 2), 'Tiêu ngữ is not centred under Quốc hiệu');
	const head = first.filter(({ low, right }) => low < number.top + 1 && right < state.left), issuer = head.filter(({ bold }) => bold);
	need(issuer.length && issuer.every(({ size, text }) => within(size, 12, 13) && text === text.toUpperCase()), 'the issuer is not in bold capitals of 12 to 13 pt');
	need(head.every(({ size }) => within(size, 12, 13)), 'the body above is not of 12 to 13 pt');
	need(issuer.map(({ text }) => text).join(' ').normalize('NFC') === of.issuer.toUpperCase().normalize('NFC'), `the issuer is "${issuer.map(({ text }) => text).join(' ')}"`);
	need(number.text.normalize('NFC') === `Số: ${of.number}` && !number.bold && within(number.size, 13, 13), `"${number.text}" of ${number.size} pt`);
	need(near(middle(number), middle(issuer[0] ?? number), 3), 'the number is not centred under the issuer');
	need(near(number.low, date.low, 2), `number and date stand ${mm(Math.abs(number.low - date.low))} mm apart in height`);
	need(date.italic && within(date.size, 13, 14) && near(middle(date), middle(state), 3), `the date: ${date.size} pt, ${date.italic ? '' : 'not '}italic`);

	// its rules: one as long as the motto, the others a third to a half of the line above
	const under = (line) => rules.filter((r) => r.top > line.top && r.top < line.low + 10 && r.left < middle(line) && r.right > middle(line)
		&& near((r.left + r.right) / 2, middle(line), 3)).sort((a, b) => a.top - b.top)[0];
	const long = (r) => r.right - r.left;
	const ruled = under(motto), short = issuer.length && under(issuer.at(-1));
	need(ruled && near(long(ruled), motto.right - motto.left, 2 * MM), `the rule of Tiêu ngữ: ${ruled ? mm(long(ruled)) : 'none'}, its text ${mm(motto.right - motto.left)} mm`);
	const longest = Math.max(...issuer.map((l) => l.right - l.left));
	need(short && long(short) >= longest / 3 - 1 && long(short) <= longest / 2 + 1, `the rule of the issuer: ${short ? mm(long(short)) : 'none'}, its text ${mm(longest)} mm`);

	// kind, subject, its rule
	const next = first.filter(({ top }) => top > number.low), kind = next[0];
	need(kind?.bold && kind.text === kind.text.toUpperCase() && within(kind.size, 13, 14) && near(middle(kind), 112.5 * MM, 3), `the kind: ${JSON.stringify(kind)}`);
	const subject = next.slice(1, next.findIndex(({ bold }, i) => i && !bold));
	need(subject.length && subject.every((l) => within(l.size, 13, 14) && near(middle(l), 112.5 * MM, 3)), 'the subject is not centred');
	const last = subject.at(-1), its = last && under(last), widest = Math.max(...subject.map((l) => l.right - l.left));
	need(its && long(its) >= widest / 3 - 1 && long(its) <= widest / 2 + 1, `the rule of the subject: ${its ? mm(long(its)) : 'none'}, its text ${mm(widest)} mm`);

	// the signature: never alone, recipients level with the authority, names under it
	const end = body.findLastIndex((lines) => lines.some(({ text }) => text.normalize('NFC') === 'Nơi nhận:'));
	const sheet = body[end] ?? [], to = sheet.find(({ text }) => text.normalize('NFC') === 'Nơi nhận:');
	need(to?.bold && to.italic && within(to.size, 12, 12) && near(to.left, 30 * MM, 2), `Nơi nhận: ${JSON.stringify(to)}`);
	if (!to)
		return faults;
	const foot = sheet.filter(({ low }) => low > to.top), right = foot.filter(({ left }) => left > 90 * MM);
	need(right[0] && near(right[0].top, to.top, 5) && right[0].bold && within(right[0].size, 13, 14) && right[0].text === right[0].text.toUpperCase(),
		`the authority: ${JSON.stringify(right[0])}`);
	const signer = right.at(-1);
	need(!of.signer || (signer?.text.normalize('NFC') === of.signer && signer.bold && within(signer.size, 13, 14)
	    && near(middle(signer), middle(right[0]), 3)), `the signer: ${JSON.stringify(signer)}`);
	need(foot.filter(({ left, text }) => left < 90 * MM && text.startsWith('- ')).every(({ size, bold, italic }) => within(size, 11, 11) && !bold && !italic),
		'recipients are not upright of 11 pt');
	need(sheet.filter(({ low }) => low <= to.top).length >= 2, 'the signature stands alone on its page');

	// what lies between: 13 to 14 points, single to one and a half, indented by 1 to 1,27 cm
	const from = last?.low ?? kind.low;
	const text = body.flatMap((lines, i) => lines.filter((l) => (i || l.top > from) && (i < end || (i === end && l.low <= to.top))).map((l) => ({ ...l, page: i })));
	need(text.every(({ size, mixed }) => mixed || within(size, 13, 14)), `text of ${[...new Set(text.map(({ size }) => size.toFixed(1)))].join(', ')} pt`);
	const begins = text.filter(({ left }) => left > 31 * MM);
	need(begins.length > text.length / 5 && begins.every(({ left }) => left >= 39.8 * MM && left <= 43 * MM),
		`first lines drawn in by ${[...new Set(begins.map(({ left }) => mm(left - 30 * MM)))].join(', ')} mm`);
	const filled = text.filter((l, i) => text[i + 1]?.page === l.page && text[i + 1].left < 31 * MM && text[i + 1].top > l.top);
	need(filled.every(({ right }) => near(right, 195 * MM, 2)), `lines that are not justified: ${filled.filter(({ right }) => !near(right, 195 * MM, 2)).map((l) => l.text).slice(0, 2).join(' | ')}`);
	const steps = filled.map((l) => (text[text.indexOf(l) + 1].top - l.top) / l.size);
	need(steps.every((n) => n >= 1.1 && n <= 1.5 * 1.17), `lines ${Math.min(...steps).toFixed(2)} to ${Math.max(...steps).toFixed(2)} of their size apart`);
	const gaps = text.flatMap((l, i) => i && text[i - 1].page === l.page && l.left > 31 * MM ? [l.top - text[i - 1].low] : []);
	need(gaps.every((n) => n >= 5), `paragraphs ${Math.min(...gaps).toFixed(1)} pt apart`);
	need(!all.some(({ text }) => /https?:\/\//.test(text)), 'an address of the browser');
	return faults;
}
