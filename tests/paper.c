/* paper.c - see paper.h. */

#include "tests/paper.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "cgi-bin/lib/outline_part.h"

/* -------------------------------------------------------------- .docx */

const char *
paper_zip(struct mem *mem, const char *const *parts, size_t *n)
{
	zip_source_t *out = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = zip_open_from_source(out, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	zip_stat_t s;

	zip_source_keep(out);
	for (; *parts; parts += 2)
		zip_file_add(zip, parts[0], zip_source_buffer(zip, parts[1], strlen(parts[1]), 0), 0);
	if (zip_close(zip) || zip_source_open(out) || zip_source_stat(out, &s))
		exit(1);
	char *bytes = mem_take(mem, s.size + 1);
	zip_source_read(out, bytes, s.size);
	zip_source_close(out);
	zip_source_free(out);
	*n = s.size;
	return bytes;
}

static const char numbering[] = "<w:numbering xmlns:w='w'>"
	"<w:abstractNum w:abstractNumId='1'>"
	"<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='Điều %1.'/></w:lvl>"
	"<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%2.'/></w:lvl>"
	"<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%3)'/></w:lvl>"
	"</w:abstractNum><w:abstractNum w:abstractNumId='2'>"
	"<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl>"
	"<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%2.'/></w:lvl>"
	"<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%3)'/></w:lvl>"
	"<w:lvl w:ilvl='3'><w:numFmt w:val='bullet'/><w:lvlText w:val='\xef\x82\xb7'/></w:lvl>"
	"</w:abstractNum><w:abstractNum w:abstractNumId='3'>"
	"<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
	"<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2.'/></w:lvl>"
	"</w:abstractNum>"
	"<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
	"<w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num>"
	"<w:num w:numId='3'><w:abstractNumId w:val='3'/></w:num>"
	"<w:num w:numId='4'><w:abstractNumId w:val='3'/><w:lvlOverride w:ilvl='0'>"
	"<w:startOverride w:val='1'/></w:lvlOverride></w:num></w:numbering>";

static const char styles[] = "<w:styles xmlns:w='w'><w:docDefaults><w:rPrDefault><w:rPr>"
	"<w:rFonts w:ascii='Times New Roman'/></w:rPr></w:rPrDefault></w:docDefaults>"
	"<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>"
	"<w:style w:type='paragraph' w:styleId='L'><w:name w:val='List'/><w:basedOn w:val='N'/>"
	"<w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>"
	"<w:style w:type='paragraph' w:styleId='Abc'><w:name w:val='Abc'/><w:rPr>"
	"<w:rFonts w:ascii='.VnTime'/></w:rPr></w:style>"
	"<w:style w:type='paragraph' w:styleId='T1'><w:name w:val='toc 1'/></w:style></w:styles>";

static void
add_escaped(struct buf *b, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] == '&')
			buf_text(b, "&amp;");
		else if (s[i] == '<')
			buf_text(b, "&lt;");
		else
			buf_add(b, s + i, 1);
}

/* In two runs, as Word likes to break them. */
static void
add_p(struct buf *b, const char *properties, const char *s, size_t n)
{
	size_t half = n / 2;

	while (half && half < n && ((unsigned char)s[half] & 0xc0) == 0x80)
		half++;
	buf_text(b, "<w:p><w:pPr>");
	buf_text(b, properties);
	buf_text(b, "</w:pPr><w:r><w:t xml:space='preserve'>");
	add_escaped(b, s, half);
	buf_text(b, "</w:t></w:r><w:r><w:rPr><w:lang w:val='vi-VN'/></w:rPr><w:t xml:space='preserve'>");
	add_escaped(b, s + half, n - half);
	buf_text(b, "</w:t></w:r></w:p>");
}

static void
add_half(struct buf *b, const char *s, const char *end)
{
	buf_text(b, "<w:tc>");
	for (size_t n; s < end; s += n + 1) {
		const char *slash = memmem(s, (size_t)(end - s), " / ", 3);
		n = slash ? (size_t)(slash - s) + 2 : (size_t)(end - s);
		add_p(b, "<w:jc w:val='center'/>", s + (*s == ' '), (slash ? n - 2 : n) - (*s == ' '));
	}
	buf_text(b, "</w:tc>");
}

const char *
paper_docx(struct mem *mem, const char *lines, const char *body, size_t *n)
{
	struct buf b = { .mem = mem };
	char *all = mem_text(mem, lines ? lines : ""), *line;
	bool table = false;

	buf_text(&b, "<w:document xmlns:w='w'><w:body>");
	while (!body && (line = strsep(&all, "\n"))) {
		const char *s = line + (line[0] ? line[1] ? 2 : 1 : 0), *bar = strchr(s, '|');
		if (table && *line != 'T')
			buf_text(&b, "</w:tbl>");
		if (!table && *line == 'T')
			buf_text(&b, "<w:tbl>");
		table = *line == 'T';
		if (*line == 'H' || *line == 'F') {
			const char *mid = strstr(s, " // ");
			buf_text(&b, "<w:tbl><w:tr>");
			add_half(&b, s, mid);
			add_half(&b, mid + 4, s + strlen(s));
			buf_text(&b, "</w:tr></w:tbl>");
		} else if (*line == 'C') {
			add_p(&b, "<w:jc w:val='center'/>", s, strlen(s));
		} else if (*line == 'P') {
			add_p(&b, "", s, strlen(s));
		} else if (*line == 'N') {
			add_p(&b, mem_printf(mem, "<w:numPr><w:ilvl w:val='%c'/><w:numId w:val='%c'/></w:numPr>",
			    s[2], s[0]), bar + 1, strlen(bar + 1));
		} else if (*line == 'T') {
			buf_text(&b, "<w:tr>");
			for (char *cells = line + 2, *cell; (cell = strsep(&cells, "|")); ) {
				buf_text(&b, "<w:tc>");
				add_p(&b, "", cell, strlen(cell));
				buf_text(&b, "</w:tc>");
			}
			buf_text(&b, "</w:tr>");
		} else if (*line == 'B') {
			buf_text(&b, "<w:p><w:r><w:br w:type='page'/></w:r></w:p>");
		}
	}
	buf_text(&b, table ? "</w:tbl>" : "");
	buf_text(&b, body ? body : "");
	buf_text(&b, "</w:body></w:document>");
	const char *parts[] = { "word/document.xml", b.s, "word/styles.xml", styles,
		"word/numbering.xml", numbering, NULL };
	return paper_zip(mem, parts, n);
}

/* --------------------------------------------------------------- .pdf */

enum { LEFT = 8500, RIGHT = 55300, TOP = 7000, BOTTOM = 78000, HEIGHT = 84200, SIZE = 1400,
	LEAD = 1800 };

struct pdf {
	struct mem *mem;
	struct buf all, page;
	int offsets[400], objects, pages, kids[200], y;
	const char *running;
};

static int
width_of(uint32_t c)
{
	return c < 128 && strchr("ijltI.,;:|'()-/ ", (int)c) ? 300 : c == 'm' || c == 'M' || c == 'W' ? 850 : 520;
}

static int
text_width(const char *s, size_t n)
{
	int bytes, sum = 0;

	for (const char *end = s + n; s < end; s += bytes)
		sum += width_of(code_at(s, &bytes)) * SIZE / 1000;
	return sum;
}

static void
begin(struct pdf *p)
{
	p->offsets[++p->objects] = (int)p->all.n;
	buf_text(&p->all, mem_printf(p->mem, "%d 0 obj\n", p->objects));
}

static void
put_stream(struct pdf *p, const char *s, size_t n)
{
	begin(p);
	buf_text(&p->all, mem_printf(p->mem, "<</Length %zu>>stream\n", n));
	buf_add(&p->all, s, n);
	buf_text(&p->all, "\nendstream endobj\n");
}

static void
put_word(struct pdf *p, int x, int y, const char *s, size_t n)
{
	int bytes;

	buf_text(&p->page, mem_printf(p->mem, "BT /F 14 Tf %d.%02d %d.%02d Td <", x / 100, x % 100,
	    (HEIGHT - y) / 100, (HEIGHT - y) % 100));
	for (const char *end = s + n; s < end; s += bytes)
		buf_text(&p->page, mem_printf(p->mem, "%04x", (unsigned)code_at(s, &bytes)));
	buf_text(&p->page, "> Tj ET\n");
}

static void
put_line(struct pdf *p, int x, int y, const char *s, size_t n, int extra)
{
	for (size_t k; n; s += k, n -= k) {
		for (k = 0; k < n && s[k] != ' '; k++)
			;
		put_word(p, x, y, s, k);
		x += text_width(s, k) + 420 + extra;
		while (k < n && s[k] == ' ')
			k++;
	}
}

static void
end_page(struct pdf *p)
{
	const char *number = mem_printf(p->mem, "%d", p->pages + 1);

	if (p->pages)	/* from the second page, as Decree 30 has it */
		put_line(p, 31800, 4500, number, strlen(number), 0);
	put_line(p, LEFT, 81000, p->running, strlen(p->running), 0);
	put_stream(p, p->page.n ? p->page.s : " ", p->page.n ? p->page.n : 1);
	p->kids[p->pages++] = p->objects;
	p->page = (struct buf){ .mem = p->mem };
	p->y = TOP;
}

static void
need(struct pdf *p, int room)
{
	if (p->y + room > BOTTOM)
		end_page(p);
}

/* The bytes that fit. */
static size_t
fit(const char *s, int room, int *words)
{
	size_t n = 0;
	int used = 0;

	for (*words = 0; s[n]; ++*words) {
		size_t k = strcspn(s + n, " ");
		int w = text_width(s + n, k) + (n ? 420 : 0);
		if (n && used + w > room)
			break;
		used += w;
		n += k;
		n += s[n] == ' ';
	}
	return n;
}

static void
put_paragraph(struct pdf *p, const char *s, int left, int right, int first)
{
	p->y += 600;
	for (size_t n; *s; s += n, first = 0) {
		int words, room = right - left - first;
		n = fit(s, room, &words);
		size_t k = n - (n && s[n - 1] == ' ');
		int spare = room - text_width(s, k);
		for (size_t i = 0; i < k; i++)
			spare -= s[i] == ' ' ? 420 - width_of(' ') * SIZE / 1000 : 0;
		need(p, LEAD);
		put_line(p, left + first, p->y, s, k, s[n] && words > 1 ? spare / (words - 1) : 0);
		p->y += LEAD;
	}
}

static void
put_centred(struct pdf *p, const char *s, size_t n, int left, int right, int y)
{
	int w = text_width(s, n), blanks = 0;

	for (size_t i = 0; i < n; i++)
		blanks += s[i] == ' ';
	w += blanks * (420 - width_of(' ') * SIZE / 1000);
	put_line(p, left + (right - left - w) / 2, y, s, n, 0);
}

static int
put_half(struct pdf *p, const char *s, const char *end, int left, int right)
{
	int y = p->y;

	for (size_t n; s < end; s += n, y += LEAD) {
		const char *slash = memmem(s, (size_t)(end - s), " / ", 3);
		n = slash ? (size_t)(slash - s) : (size_t)(end - s);
		put_centred(p, s, n, left, right, y);
		n += slash ? 3 : 0;
	}
	return y;
}

static void
put_rule(struct pdf *p, int x0, int y0, int x1, int y1)
{
	buf_text(&p->page, mem_printf(p->mem, "%d.%02d %d.%02d m %d.%02d %d.%02d l S\n", x0 / 100,
	    x0 % 100, (HEIGHT - y0) / 100, (HEIGHT - y0) % 100, x1 / 100, x1 % 100,
	    (HEIGHT - y1) / 100, (HEIGHT - y1) % 100));
}

static void
put_row(struct pdf *p, const char *row, const char *head)
{
	const char *cells[12];
	int columns = 0, deep = 0, w;
	char *copy = mem_text(p->mem, row), *cell;

	while ((cell = strsep(&copy, "|")) && columns < 12)
		cells[columns++] = cell;
	w = (RIGHT - LEFT) / columns;
	for (int i = 0; i < columns; i++) {
		int lines = 0, words;
		for (const char *s = cells[i]; *s; lines++)
			s += fit(s, w - 800, &words);
		deep = lines > deep ? lines : deep;
	}
	if (p->y + deep * LEAD + 800 > BOTTOM) {
		end_page(p);
		if (head && head != row)
			put_row(p, head, NULL);
	}
	int top = p->y, end = top + deep * LEAD + 600;
	for (int i = 0; i < columns; i++) {
		int x = LEFT + i * w, y = top + LEAD, words;
		for (const char *s = cells[i]; *s; y += LEAD) {
			size_t n = fit(s, w - 800, &words);
			put_line(p, x + 400, y, s, n - (n && s[n - 1] == ' '), 0);
			s += n;
		}
		put_rule(p, x, top, x, end);
	}
	put_rule(p, LEFT + columns * w, top, LEFT + columns * w, end);
	put_rule(p, LEFT, top, LEFT + columns * w, top);
	put_rule(p, LEFT, end, LEFT + columns * w, end);
	p->y = end;
}

static const char *
finish(struct pdf *p, const char *font, const char *trailer, size_t *n)
{
	static const char map[] = "/CIDInit /ProcSet findresource begin begincmap\n"
	    "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
	    "1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end";
	bool simple = *font, pictured = memmem(p->all.s, p->all.n, "/P Do", 5);
	int catalog, picture = p->objects + 1;

	if (pictured) {
		begin(p);
		buf_text(&p->all, "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
		    "/BitsPerComponent 8/Length 1>>stream\nx\nendstream endobj\n");
	}
	put_stream(p, map, sizeof(map) - 1);
	begin(p);
	if (simple) {
		buf_text(&p->all, mem_printf(p->mem, "<</Type/Font/Subtype/TrueType/BaseFont/%s"
		    "/Encoding/WinAnsiEncoding>> endobj\n", font));
	} else {
		buf_text(&p->all, mem_printf(p->mem, "<</Type/Font/Subtype/Type0/BaseFont/Times"
		    "/Encoding/Identity-H/ToUnicode %d 0 R/DescendantFonts[<</Type/Font"
		    "/Subtype/CIDFontType2/BaseFont/Times/CIDSystemInfo<</Registry(Adobe)"
		    "/Ordering(Identity)/Supplement 0>>/DW 520/W[", p->objects - 1));
		for (unsigned c = 32; c < 128; c++)
			buf_text(&p->all, mem_printf(p->mem, "%u[%d]", c, width_of(c)));
		buf_text(&p->all, "]>>]>> endobj\n");
	}
#define STYLED(name) "<</Type/Font/Subtype/TrueType/BaseFont/" name "/Encoding/WinAnsiEncoding>>"
	int fonts = p->objects, tree = p->objects + p->pages + 1;
	for (int i = 0; i < p->pages; i++) {
		begin(p);
		buf_text(&p->all, mem_printf(p->mem, "<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]"
		    "/Contents %d 0 R/Resources<</Font<</F %d 0 R/B" STYLED("Times-Bold") "/I" STYLED("AAAAAA+Times,Italic")
		    ">>%s>>>> endobj\n", tree, p->kids[i], fonts, pictured
		    ? mem_printf(p->mem, "/XObject<</P %d 0 R>>", picture) : ""));
	}
	begin(p);
	buf_text(&p->all, "<</Type/Pages/Kids[");
	for (int i = 0; i < p->pages; i++)
		buf_text(&p->all, mem_printf(p->mem, "%d 0 R ", fonts + 1 + i));
	buf_text(&p->all, mem_printf(p->mem, "]/Count %d>> endobj\n", p->pages));
	begin(p);
	catalog = p->objects;
	buf_text(&p->all, mem_printf(p->mem, "<</Type/Catalog/Pages %d 0 R>> endobj\n", tree));
	size_t xref = p->all.n;
	buf_text(&p->all, mem_printf(p->mem, "xref\n0 %d\n0000000000 65535 f \n", p->objects + 1));
	for (int i = 1; i <= p->objects; i++)
		buf_text(&p->all, mem_printf(p->mem, "%010d 00000 n \n", p->offsets[i]));
	buf_text(&p->all, mem_printf(p->mem, "trailer<</Size %d/Root %d 0 R%s>>\nstartxref\n%zu\n%%%%EOF\n",
	    p->objects + 1, catalog, trailer, xref));
	*n = p->all.n;
	return p->all.s;
}

static void
open_pdf(struct pdf *p, struct mem *mem)
{
	*p = (struct pdf){ .mem = mem, .all = { .mem = mem }, .page = { .mem = mem }, .y = TOP,
		.running = "" };
	buf_text(&p->all, "%PDF-1.5\n");
}

const char *
paper_pdf(struct mem *mem, const char *lines, const char *running, size_t *n)
{
	struct pdf p;
	char *all = mem_text(mem, lines), *line;
	const char *head = NULL;

	open_pdf(&p, mem);
	p.running = running;
	while ((line = strsep(&all, "\n"))) {
		const char *s = line + (line[0] ? line[1] ? 2 : 1 : 0), *bar = strchr(s, '|');
		if (*line == 'T') {
			p.y += head ? 0 : 600;
			head = head ? head : s;
			put_row(&p, s, head);
			continue;
		}
		p.y += head ? 1200 : 0;
		head = NULL;
		if (*line == 'H' || *line == 'F') {
			const char *mid = strstr(s, " // ");
			need(&p, LEAD * 8);
			p.y += LEAD;
			int a = put_half(&p, s, mid, LEFT, 26500);
			int b = put_half(&p, mid + 4, s + strlen(s), 26500, RIGHT);
			p.y = a > b ? a : b;
		} else if (*line == 'C') {
			p.y += 600;
			for (size_t k; *s; s += k) {
				int words;
				k = fit(s, RIGHT - LEFT, &words);
				need(&p, LEAD);
				put_centred(&p, s, k - (s[k - 1] == ' '), LEFT, RIGHT, p.y);
				p.y += LEAD;
			}
		} else if (*line == 'P') {
			put_paragraph(&p, s, LEFT, RIGHT, 2835);
		} else if (*line == 'N') {
			const char *label = mem_copy(mem, s + 4, (size_t)(bar - s - 4));
			put_paragraph(&p, mem_printf(mem, "%s %s", label, bar + 1), LEFT, RIGHT, 2835);
		} else if (*line == 'B') {
			end_page(&p);
		}
	}
	end_page(&p);
	return finish(&p, "", "", n);
}

const char *
paper_pdf_of(struct mem *mem, const char *content, const char *font, const char *trailer, size_t *n)
{
	struct pdf p;

	open_pdf(&p, mem);
	put_stream(&p, content, strlen(content));
	p.kids[p.pages++] = p.objects;
	return finish(&p, font, trailer, n);
}

const char *
paper_pdf_again(struct mem *mem, const char *content, int pages, size_t *n)
{
	struct pdf p;

	open_pdf(&p, mem);
	put_stream(&p, content, strlen(content));
	while (p.pages < pages)
		p.kids[p.pages++] = p.objects;
	return finish(&p, "Times", "", n);
}
