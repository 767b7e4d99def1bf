/* docx_out.c - see docx_out.h. */

#include "cgi-bin/lib/docx_out.h"

#include <string.h>

#include "cgi-bin/lib/archive.h"
#include "cgi-bin/lib/outline_part.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char types[] = XML
	"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
	"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
	"<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
	"<Override PartName=\"/word/document.xml\" ContentType=\"" TYPE "document.main+xml\"/>"
	"<Override PartName=\"/word/styles.xml\" ContentType=\"" TYPE "styles+xml\"/>"
	"<Override PartName=\"/word/header1.xml\" ContentType=\"" TYPE "header+xml\"/></Types>";
static const char relations[] = XML
	"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
	"<Relationship Id=\"r1\" Type=\"" R "/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
static const char document_relations[] = XML
	"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
	"<Relationship Id=\"r1\" Type=\"" R "/styles\" Target=\"styles.xml\"/>"
	"<Relationship Id=\"r2\" Type=\"" R "/header\" Target=\"header1.xml\"/></Relationships>";
static const char styles[] = XML "<w:styles " W "><w:docDefaults><w:rPrDefault><w:rPr>"
	"<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
	"<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang w:val=\"vi-VN\"/></w:rPr></w:rPrDefault>"
	"<w:pPrDefault><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>"
	"</w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"Body\"><w:name w:val=\"Body Text\"/><w:basedOn w:val=\"Normal\"/>"
	"<w:pPr><w:widowControl/><w:spacing w:before=\"120\" w:after=\"0\" w:line=\"264\" w:lineRule=\"auto\"/>"
	"<w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/></w:pPr></w:style></w:styles>";
static const char header[] = XML "<w:hdr " W "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
	"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
	"<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>";
static const char section[] = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r2\"/>"
	"<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
	"<w:pgMar w:top=\"1134\" w:right=\"851\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
	"<w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>";

struct docx_out {
	struct mem *mem;
	struct buf body;
};

struct docx_out *
docx_out_new(struct mem *mem)
{
	struct docx_out *d = mem_take(mem, sizeof(*d));

	d->mem = d->body.mem = mem;
	return d;
}

static void
add_escaped(struct buf *b, const char *s)
{
	for (size_t n; *s; s += n) {
		n = strcspn(s, "&<>");
		buf_add(b, s, n);
		if (s[n]) {
			buf_text(b, s[n] == '&' ? "&amp;" : s[n] == '<' ? "&lt;" : "&gt;");
			n++;
		}
	}
}

void
docx_pieces(struct docx_out *d, const struct piece *p, int size, int how)
{
	struct buf *b = &d->body;

	buf_text(b, "<w:p><w:pPr>");
	buf_text(b, how & DOCX_TEXT ? "<w:pStyle w:val=\"Body\"/>" : "");
	buf_text(b, how & DOCX_KEEP ? "<w:keepNext/><w:keepLines/>" : "");
	buf_text(b, how & DOCX_CENTRE ? "<w:jc w:val=\"center\"/>" : how & DOCX_RIGHT ? "<w:jc w:val=\"right\"/>" : "");
	buf_text(b, "</w:pPr>");
	for (const struct piece empty = { .text = "" }, *at = p ? p : &empty; at; at = at->next) {
		buf_text(b, "<w:r><w:rPr>");
		buf_text(b, how & DOCX_BOLD || at->bold ? "<w:b/>" : "");
		buf_text(b, how & DOCX_ITALIC || at->italic ? "<w:i/>" : "");
		buf_text(b, mem_printf(b->mem, "<w:sz w:val=\"%d\"/></w:rPr><w:t xml:space=\"preserve\">", size));
		add_escaped(b, at->text);
		buf_text(b, "</w:t></w:r>");
	}
	buf_text(b, "</w:p>");
}

void
docx_paragraph(struct docx_out *d, const char *s, int size, int how)
{
	docx_pieces(d, &(struct piece){ .text = s }, size, how);
}

/* The border of an empty line. */
void
docx_rule(struct docx_out *d, int indent)
{
	struct buf *b = &d->body;

	buf_text(b, mem_printf(b->mem, "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>"
	    "<w:spacing w:before=\"40\" w:line=\"120\" w:lineRule=\"exact\"/><w:ind w:left=\"%d\" w:right=\"%d\"/>"
	    "<w:jc w:val=\"center\"/></w:pPr></w:p>", indent, indent));
}

void
docx_halves(struct docx_out *d, int left, int right)
{
	struct buf *b = &d->body;

	buf_text(b, mem_printf(b->mem, "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
	    "<w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
	    "<w:tblGrid><w:gridCol w:w=\"%d\"/><w:gridCol w:w=\"%d\"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>"
	    "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr>", left + right, left, right, left));
}

void
docx_other_half(struct docx_out *d, int right)
{
	struct buf *b = &d->body;

	buf_text(b, mem_printf(b->mem, "</w:tc><w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr>", right));
}

void
docx_next_halves(struct docx_out *d, int left)
{
	struct buf *b = &d->body;

	buf_text(b, mem_printf(b->mem, "</w:tc></w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr>"
	    "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr>", left));
}

void
docx_halves_end(struct docx_out *d)
{
	buf_text(&d->body, "</w:tc></w:tr></w:tbl>");
}

/* By the rule under the heads: "---:", ":---:"; of the rest as usual. */
static int
align_of(const char *rules, int column)
{
	for (; *rules && column; column--)
		rules += strcspn(rules, "|"), rules += *rules == '|';
	rules += strspn(rules, " ");
	size_t n = strcspn(rules, "|\n");
	while (n && rules[n - 1] == ' ')
		n--;
	return n < 2 || rules[n - 1] != ':' ? 0 : *rules == ':' ? DOCX_CENTRE : DOCX_RIGHT;
}

void
docx_table(struct docx_out *d, const char *rows, int size)
{
	struct buf *b = &d->body;
	const char *rules = strchr(rows, '\n');

	rules = rules && rules[1] == '|' ? rules + 2 : "";

	buf_text(b, "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>");
	static const char *const sides[] = { "top", "left", "bottom", "right", "insideH", "insideV" };
	for (size_t i = 0; i < sizeof(sides) / sizeof(*sides); i++)
		buf_text(b, mem_printf(b->mem, "<w:%s w:val=\"single\" w:sz=\"4\" w:color=\"000000\"/>", sides[i]));
	buf_text(b, "</w:tblBorders></w:tblPr>");
	char *all = mem_text(b->mem, rows), *row, *cell;
	for (int n = 0; (row = strsep(&all, "\n")); n++) {
		size_t length = strlen(row);
		if (length < 2 || n == 1)	/* the rule under the heads */
			continue;
		row[length - 1] = '\0';
		row++;
		buf_text(b, n ? "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
		    : "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
		for (int column = 0; (cell = strsep(&row, "|")); column++) {
			char *to = cell;
			for (const char *s = cell; *s; s++)
				if (*s != '\\' || !s[1] || !strchr("\\`*_[]<>&#~!", s[1]))
					*to++ = *s;
			*to = '\0';
			buf_text(b, "<w:tc>");
			docx_paragraph(d, squeeze(b->mem, cell, strlen(cell)), size,
			    n ? align_of(rules, column) : DOCX_BOLD | DOCX_CENTRE);
			buf_text(b, "</w:tc>");
		}
		buf_text(b, "</w:tr>");
	}
	buf_text(b, "</w:tbl>");
}

/* Its sheet is said by the last paragraph of a part, here one that nobody sees. */
void
docx_part(struct docx_out *d)
{
	struct buf *b = &d->body;

	buf_text(b, "<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>");
	buf_text(b, section);
	buf_text(b, "</w:pPr></w:p>");
}

const char *
docx_out(struct docx_out *d, size_t *length)
{
	const char *document = mem_printf(d->mem, "%s%s%s</w:body></w:document>", XML
	    "<w:document " W " xmlns:r=\"" R "\"><w:body>", d->body.n ? d->body.s : "", section);

	return archive_of(d->mem, (const struct archive_part[]){
		{ "[Content_Types].xml", types, sizeof(types) - 1 },
		{ "_rels/.rels", relations, sizeof(relations) - 1 },
		{ "word/document.xml", document, strlen(document) },
		{ "word/_rels/document.xml.rels", document_relations, sizeof(document_relations) - 1 },
		{ "word/styles.xml", styles, sizeof(styles) - 1 },
		{ "word/header1.xml", header, sizeof(header) - 1 },
		{ 0 }
	}, length);
}
