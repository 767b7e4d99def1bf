/*
 * outline.h - the text of a Vietnamese plan, as it comes out of a PDF or a Word
 * file, read into structure.
 *
 * Lines broken by the page are joined; every legal label (Phần, Chương, Mục,
 * Điều 1., I., 1., 2.1., a), đ), -) is content and stays in front of its text;
 * the fused two-column head is split.  What is not there is listed in `missing`,
 * never invented.  No name, number or sentence of any one document stands in the
 * code: only the forms of Decree 30/2020/NĐ-CP and the words that introduce them.
 */
#ifndef OUTLINE_H
#define OUTLINE_H

#include <stdbool.h>

#include "db/mem.h"

/* Anything unknown is "" in the structs below, and a list without members NULL. */

struct basis {
	const char *relation;	/* căn cứ, thực hiện, theo hướng dẫn, thay thế, sửa đổi */
	const char *kind;	/* Quyết định */
	const char *number;	/* 1258/QĐ-TTg, or "" (laws are cited by name) */
	const char *date;	/* 2017-08-21 */
	const char *text;	/* the whole citation, joined */
	struct basis *next;
};

struct line {
	const char *text;
	struct line *next;
};

struct section {
	const char *anchor;	/* III.2.4, III.5.b, III.2~4: see below */
	const char *parent;	/* anchor of the section above; "" at the top */
	const char *label;	/* "III.", "2.1.", "đ)", "-", "Điều 1.", or "" */
	const char *text;	/* without the label, in one line, without marks */
	int depth;		/* 1 for what stands under nothing: I. in a plan, Điều
				   or the Chương above it; one more for each below */
	const char *markdown;	/* label and text as they stood in the Markdown, lines and
				   all; of outline_read() only a table's (lines that
				   begin and end with "|", as long as no line is empty) */
	const char *rich;	/* of outline_read(): label and text with their stars, if
				   something in them is **bold** or *italic*, else NULL */
	struct section *next;
};

struct criteria_item {
	const char *anchor, *text;
	struct criteria_item *next;
};

/* One class of subjects (nhóm đối tượng) and its criteria, in order. */
struct criteria {
	const char *class;	/* "các doanh nghiệp, hợp tác xã": after "Đối với",
				   under a heading of "tiêu chuẩn" or "tiêu chí" */
	const char *anchor;	/* of the section that names the class; its groups
				   (a, b) show in the anchors of the items */
	struct criteria_item *items;
	struct criteria *next;
};

struct outline {
	const char *number;	/* 165/KH-UBND, spaces taken out, case kept */
	const char *date;	/* 2017-09-26 */
	const char *place;	/* Lạng Sơn */
	const char *issuer;	/* ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN, as printed; without a
				   head, who "ban hành Kế hoạch" in the preamble */
	const char *kind;	/* KẾ HOẠCH, as printed */
	const char *subject;	/* trích yếu, joined */
	const char *period_from, *period_to;	/* years or days as ISO: 2016, 2020; of
				   the subject, else of the preamble */
	const char *short_name;	/* (gọi tắt là ...) */
	struct basis *bases;
	const char *preamble;	/* what stands before the first label and is no basis;
				   paragraphs are divided by an empty line */
	struct section *sections;
	struct line *recipients;	/* without the dash and the
				   ";" or "." that closes it */
	struct line *authority;	/* TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH */
	const char *title;	/* the last of them: the signer's own post */
	const char *signer;	/* Hồ Tiến Thiệu */
	struct criteria *criteria;
	struct line *missing;	/* number, date, place, issuer, kind, subject, period,
				   bases, recipients, signer.authority, signer.name,
				   criteria: the names of what was not found */
	int words_in, words_out;	/* of the original; of all that is above, each
				   counted once: what is less was in none of it (the
				   national title, "Nơi nhận", numbers of pages) */
};

/*
 * Anchors: labels make them (III.2.4 for "4." under "2." under "III."; III.5.b
 * for "b)"; "2.1." under "III." with "2." above is III.2.1); a dash or a bare
 * paragraph gets ~n, counted within the section above it (III.2~4).  Phần I is PI,
 * Chương II CII, Mục 1 M1, Tiểu mục 1 TM1, Phụ lục I PLI; Điều 5 is D5 wherever it
 * stands, for articles count through all chapters.  Two that would be equal
 * (numbering that restarts) get +2, +3 at the end.
 */

/* text: NFC, UTF-8, LF.  Never NULL; a text without any structure is one whose
 * `missing` is long.  Linear in the length of the text. */
struct outline *outline_read(struct mem *, const char *text);

/*
 * The body as Markdown, one block per clause, labels escaped so that CommonMark
 * shows each as it stands ("1\." and "\- "): a title (a label, and a text that is
 * no sentence) of depth 1 is ##, of depth 2 ###; all else is a paragraph.  What stood
 * **bold** or *italic* in one line of the text stands so again.
 * outline_of_markdown() reads it back to the same sections, so that what a person
 * corrects there keeps its structure; by hand, labels may stand unescaped.
 */
const char *outline_markdown(struct mem *, const struct outline *);
struct section *outline_of_markdown(struct mem *, const char *markdown,
	struct criteria **criteria);

/* Label and text of a section of Markdown, by what is **bold**, *italic* and ***both***. */
struct piece {
	const char *text;
	bool bold, italic;
	struct piece *next;
};
struct piece *outline_pieces(struct mem *, const struct section *);

/* As JSON, with the keys: number date place issuer kind subject period{from,to}
 * bases[{relation,kind,number,date}] recipients[] signer{authority[],title,name}
 * sections[{anchor,label,text}] criteria[{class,anchor,items[{anchor,text}]}]
 * missing[].  Unknown values are null. */
const char *outline_json(struct mem *, const struct outline *);

/* The body with what an annex's head leaves open of this very document, which has its number and
 * date only at issue, as the head of the paper does: "(Kèm theo Kế hoạch số /KH-UBND ngày tháng 11
 * năm 2026 ...)".  A number of other letters or a day of another month or year is another
 * document's and stays.  The same pointer if there is nothing to fill in. */
const char *outline_annex_filled(struct mem *, const char *body, const char *number,
	const char *date);
/* The first line that waits for it, or "". */
const char *outline_annex_open(struct mem *, const char *body);

#endif
