/* outline_head.c - what stands before the body: head, subject, bases. */

#include "cgi-bin/lib/outline_part.h"

#include <string.h>

#include "db/text.h"

/* The named types of Decree 30/2020, and what else is cited. */
static const char *const kinds[] = { "nghi quyet", "quyet dinh", "chi thi", "quy che",
	"quy dinh", "thong cao", "thong bao", "huong dan", "chuong trinh", "ke hoach",
	"phuong an", "de an", "du an", "bao cao", "bien ban", "to trinh", "cong dien",
	"thong tu", "nghi dinh", "thong tu lien tich", NULL };
static const char *const cited[] = { "hien phap", "bo luat", "luat", "phap lenh",
	"ket luan", "cong van", "van ban", "dieu le", "lenh", "quy hoach", "chien luoc",
	NULL };
/* The words with which the name of a body begins. */
static const char *const bodies[] = { "uy ban", "ubnd", "hoi dong", "hdnd", "so", "phong",
	"ban", "bo", "van phong", "trung tam", "truong", "cuc", "chi cuc", "tong cuc", "vu",
	"cong an", "tinh uy", "huyen uy", "thanh uy", "dang uy", "thi uy", "mat tran", "hoi",
	"lien doan", "lien hiep", "doan", "benh vien", "toa an", "vien", "kho bac",
	"bao hiem", "thanh tra", "cong ty", "tong cong ty", "ngan hang", "chinh phu",
	"thu tuong", "thuong truc", "chi bo", "cum", "khoi", NULL };

static const char *
skip_blank(const char *s)
{
	for (;;) {
		if (*s == ' ' || *s == '.' || *s == '_')
			s++;
		else if (!strncmp(s, "…", 3))
			s += 3;
		else
			return s;
	}
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t
kind_at(struct mem *mem, const char *s)
{
	size_t a = phrase_of(mem, s, kinds), b = phrase_of(mem, s, cited);

	return a > b ? a : b;
}

/* 165 /KH-UBND, up to what belongs to it no more; "" without a number.  Spaces
 * around a hyphen are taken only before capitals: "KH - UBND", not "TU - Ban". */
static const char *
symbol(struct mem *mem, const char *s, const char **end)
{
	struct buf b = { .mem = mem };
	const char *p = skip_blank(s);
	int bytes;

	for (size_t n = strspn(p, "0123456789"); n; n = 0) {
		buf_add(&b, p, n);
		p += n;
	}
	bool numbered = b.n;
	*end = p;
	for (;;) {
		p += strspn(p, " ");
		if (*p != '/' && *p != '-')
			break;
		const char *q = p + 1 + strspn(p + 1, " "), *from = q;
		bool apart = *p == '-' && (p[-1] == ' ' || p[1] == ' ');
		while (*q && (is_word(code_at(q, &bytes)) || *q == '&'))
			q += bytes;
		const char *part = mem_copy(mem, from, (size_t)(q - from));
		if (q == from || (apart && !in_capitals(part)))
			break;
		buf_add(&b, p, 1);
		buf_text(&b, part);
		*end = p = q;
	}
	return numbered ? b.s : "";
}

/* "ngày 26 tháng 9 năm 2017", with figures or with blanks for them; the ISO day
 * into iso, "" if one is blank.  The bytes it takes, 0 if it is something else. */
static size_t
long_day(struct mem *mem, const char *s, const char **iso)
{
	static const char *const words[] = { "ngay", "thang", "nam" };
	static const int most[] = { 2, 2, 4 };
	int v[3] = { 0 };
	const char *p = s;

	for (int i = 0; i < 3; i++) {
		size_t n = phrase(mem, p, words[i]);
		if (!n)
			return 0;
		p = skip_blank(p + n);
		int places = 0;
		for (; is_digit(*p) && places < most[i]; places++)
			v[i] = v[i] * 10 + (*p++ - '0');
		if (i < 2)
			p = skip_blank(p);
		else if (places != 4)
			v[i] = 0;
	}
	*iso = mem_printf(mem, "%04d-%02d-%02d", v[2], v[1], v[0]);
	if (!v[0] || !v[1] || !v[2] || !text_is_day(*iso))
		*iso = "";
	return (size_t)(p - s);
}

/* The day after the word "ngày": in figures or in words. */
static const char *
day_at(struct mem *mem, const char *s)
{
	const char *iso = "";

	if (long_day(mem, s, &iso))
		return iso;
	s += phrase(mem, s, "ngay");
	s += strspn(s, " ");
	size_t n = strspn(s, "0123456789/-.");
	while (n && !is_digit(s[n - 1]))
		n--;
	if (n < 8 || n > 10)
		return "";
	char *copy = mem_copy(mem, s, n);
	for (char *p = copy; *p; p++)
		if (*p == '.')
			*p = '/';
	iso = text_day(mem, copy);
	return iso ? iso : "";
}

/* s without the words, which stand somewhere in it. */
static const char *
cut(struct mem *mem, const char *s, const char *words, bool *found)
{
	size_t n;
	const char *at = phrase_in(mem, s, words, &n);

	if (!at)
		return s;
	*found = true;
	const char *both = mem_printf(mem, "%.*s %s", (int)(at - s), s, at + n);
	return squeeze(mem, both, strlen(both));
}

static void
read_place(struct mem *mem, const char *s, struct outline *o)
{
	size_t n;
	const char *day = phrase_in(mem, s, "ngay", &n), *iso;

	if (!day || !(n = long_day(mem, day, &iso)))
		return;
	if (!*o->date)
		o->date = iso;
	size_t len = (size_t)(day - s);
	while (len && strchr(" ,.", s[len - 1]))
		len--;
	while (len && strchr(" .,_", *s))
		s++, len--;
	const char *place = mem_copy(mem, s, len);
	if (!*o->place && starts_upper(place) && count_words(place) <= 6)
		o->place = place;
}

/* A line of the left column: the name of a body may take two; a second body is
 * the one that issues, the first stands above it. */
static void
add_issuer(struct mem *mem, const char *s, struct outline *o)
{
	if (*o->issuer && !hangs(o->issuer) && count_words(o->issuer) > 2 &&
	    phrase_of(mem, s, bodies))
		o->issuer = s;
	else
		o->issuer = *o->issuer ? mem_printf(mem, "%s %s", o->issuer, s) : s;
}

/* "Số: 165/KH-UBND", with or without what stands beside it. */
static bool
read_number(struct mem *mem, const char *s, struct outline *o)
{
	const char *p = s, *at, *end;
	size_t n;

	for (;; p += n) {
		if (!(at = phrase_in(mem, p, "so", &n)))
			return false;
		p = at + n + strspn(at + n, " ");
		if (*p == ':' || (at == s && (is_digit(*p) || *p == '/')))
			break;
		n = 0;
	}
	const char *number = symbol(mem, p + (*p == ':'), &end);
	if (!*o->number)
		o->number = number;
	const char *before = squeeze(mem, s, (size_t)(at - s));
	if (in_capitals(before))
		add_issuer(mem, before, o);
	else
		read_place(mem, before, o);
	read_place(mem, end, o);
	return true;
}

static bool
read_head_row(struct mem *mem, const char *s, struct outline *o, bool *numbered)
{
	bool frame = false;
	const char *iso;
	size_t n;

	if (strlen(s) > 400)
		return false;
	s = cut(mem, s, "cong hoa xa hoi chu nghia viet nam", &frame);
	s = cut(mem, s, "doc lap tu do hanh phuc", &frame);
	s = cut(mem, s, "dang cong san viet nam", &frame);
	if (read_number(mem, s, o)) {
		*numbered = true;
		return true;
	}
	const char *day = phrase_in(mem, s, "ngay", &n);
	if (day && long_day(mem, day, &iso) && (size_t)(day - s) < 60) {
		read_place(mem, s, o);
		return true;
	}
	if (!*numbered && in_capitals(s))
		add_issuer(mem, s, o);
	return frame;
}

/* The type of the document, in capitals; what stands after it on the line is the
 * beginning of the subject. */
static int
find_kind(struct mem *mem, const struct page *page, int end, size_t *length)
{
	int numbered = -1;

	for (int i = 0; i < end && i < 40; i++) {
		size_t n = phrase_of(mem, page->rows[i].s, kinds);
		if (n && !page->rows[i].s[n] && in_capitals(page->rows[i].s)) {
			*length = n;
			return i;
		}
	}
	for (int i = 0; i < end && i < 40; i++) {
		const char *s = page->rows[i].s;
		size_t n = phrase_of(mem, s, kinds);
		if (phrase(mem, s, "so"))
			numbered = i;
		if (n && s[n] == ' ' && in_capitals(mem_copy(mem, s, n)) &&
		    (!i || numbered >= 0 || !in_capitals(s + n))) {
			*length = n;
			return i;
		}
	}
	return -1;
}

static int
quotes_open(const char *s)
{
	int open = 0;

	for (; *s; s++)
		open += !strncmp(s, "“", 3) - !strncmp(s, "”", 3);
	return open;
}

enum { FULL_LINE = 29000, SUBJECT_LINES = 8 };

static bool
goes_on(struct mem *mem, const struct page *page, int first, int i)
{
	const struct row *before = &page->rows[i - 1], *row = &page->rows[i];
	struct tree none = { .mem = mem };
	struct label l;

	if (is_base(mem, row->s) || phrase(mem, row->s, "kinh gui") ||
	    (label_read(mem, row->s, &l) && label_fits(&none, &l) == NEXT &&
	    (l.kind < DASH || !hangs(before->s))))
		return false;
	if (i == first)
		return true;
	if (ended(before->s) || !strncmp(row->s, "(", 1) || i - first >= SUBJECT_LINES ||
	    (in_capitals(row->s) && !in_capitals(page->rows[first].s)))
		return false;
	if (!starts_upper(row->s) || hangs(before->s))
		return true;
	for (int k = first, open = 0; k < i; k++)
		if ((open += quotes_open(page->rows[k].s)) > 0 && k == i - 1)
			return true;
	return row->gap <= page->rows[first].gap && row->width < FULL_LINE && !ended(row->s);
}

/* "2016 - 2020", "từ năm 2021 đến năm 2025", "năm 2026", two days. */
static bool
year_at(const char *s, const char *from, int *year)
{
	int bytes;

	for (int i = 0; i < 4; i++)
		if (!is_digit(s[i]))
			return false;
	if ((*s != '1' && *s != '2') || is_digit(s[4]) ||
	    (s > from && (strchr("/.-,", s[-1]) || is_digit(s[-1]))) ||
	    s[4] == '/' || (s[4] && is_word(code_at(s + 4, &bytes))))
		return false;
	*year = (s[0] - '0') * 1000 + (s[1] - '0') * 100 + (s[2] - '0') * 10 + (s[3] - '0');
	return *year >= 1900 && *year < 2200;
}

static const char *
skip_to(struct mem *mem, const char *s)
{
	s += strspn(s, " ");
	size_t n = phrase(mem, s, "den het nam");
	if (!n)
		n = phrase(mem, s, "den nam");
	if (!n)
		n = phrase(mem, s, "den");
	if (!n && *s == '-')
		n = 1;
	if (!n && !strncmp(s, "–", 3))
		n = 3;
	return n ? s + n + strspn(s + n, " ") : NULL;
}

static void
read_period(struct mem *mem, const char *s, bool single, struct outline *o)
{
	int from, to;
	size_t n;

	for (const char *p = s; (p = phrase_in(mem, p, "ngay", &n)); p += n) {
		const char *a = day_at(mem, p), *next = p + n;
		if (!*a)
			continue;
		const char *q = phrase_in(mem, next, "den", &n);
		size_t skip = q ? strcspn(q, "0123456789") : 0;
		const char *second = q && q - next < 40 && skip < 24
		    ? phrase_in(mem, q, "ngay", &n) : NULL;
		if (second && second - q < 16 && *day_at(mem, second) &&
		    strcmp(a, day_at(mem, second)) <= 0) {
			o->period_from = a;
			o->period_to = day_at(mem, second);
			return;
		}
		n = 4;
	}
	for (const char *p = s; *p; p++) {
		if (!year_at(p, s, &from))
			continue;
		const char *q = skip_to(mem, p + 4);
		if (q && year_at(q, q, &to) && to >= from) {
			o->period_from = mem_printf(mem, "%d", from);
			o->period_to = mem_printf(mem, "%d", to);
			return;
		}
	}
	for (const char *p = s; single && (p = phrase_in(mem, p, "nam", &n)); p += n) {
		const char *y = p + n + strspn(p + n, " ");
		if (!year_at(y, y, &from))
			continue;
		bool until = (p - s >= 7 && phrase(mem, p - 7, "den")) ||
		    (p - s >= 13 && phrase(mem, p - 13, "den het"));
		o->period_to = mem_printf(mem, "%d", from);
		if (!until)
			o->period_from = o->period_to;
		return;
	}
}

int
read_head(struct mem *mem, const struct page *page, int end, struct outline *o)
{
	size_t length = 0;
	int kind = find_kind(mem, page, end, &length), body = 0;
	bool numbered = false;
	struct buf subject = { .mem = mem };

	for (int i = 0; i < (kind < 0 ? end : kind) && i < 40; i++) {
		const char *s = page->rows[i].s;
		if (kind < 0 && (is_base(mem, s) || i >= 15))
			break;
		if (kind < 0 && numbered && phrase(mem, s, "v v") == 3 + (s[1] == '/')) {
			body = i;
			break;
		}
		if (read_head_row(mem, s, o, &numbered))
			body = i + 1;
	}
	if (kind < 0) {
		if (!body)
			o->issuer = "";		/* capitals alone are no head */
		return body;
	}
	o->kind = mem_copy(mem, page->rows[kind].s, length);
	if (page->rows[kind].s[length])
		join(&subject, page->rows[kind].s + length + 1);
	for (body = kind + 1; body < end; body++) {
		if (subject.n && body == kind + 1 ? starts_upper(page->rows[body].s) ||
		    is_base(mem, page->rows[body].s)
		    : !goes_on(mem, page, kind + 1, body))
			break;
		join(&subject, page->rows[body].s);
	}
	o->subject = subject.n ? subject.s : "";
	read_period(mem, o->subject, true, o);
	return body;
}

static const struct relation {
	const char *words, *name;
	bool alone;			/* needs no kind of document after it */
} relations[] = {
	{ "can cu", "căn cứ", true },
	{ "theo de nghi", "căn cứ", true },
	{ "xet de nghi", "căn cứ", true },
	{ "xet", "căn cứ", false },
	{ "tiep tuc thuc hien", "thực hiện", false },
	{ "trien khai thuc hien", "thực hiện", false },
	{ "trien khai", "thực hiện", false },
	{ "thuc hien", "thực hiện", false },
	{ "thi hanh", "thực hiện", false },
	{ "chap hanh", "thực hiện", false },
	{ "theo", "theo hướng dẫn", false },
	{ "thay the", "thay thế", false },
	{ "sua doi bo sung", "sửa đổi", false },
	{ "sua doi", "sửa đổi", false },
};

/* The relation that s begins with; the kind of document after it, if any. */
static const struct relation *
relation_of(struct mem *mem, const char *s, const char **kind, size_t *length)
{
	for (size_t i = 0; i < sizeof(relations) / sizeof(*relations); i++) {
		size_t n = phrase(mem, s, relations[i].words);
		if (!n)
			continue;
		const char *p = s + n + strspn(s + n, " :");
		size_t some = phrase(mem, p, "cac");
		if (some)
			p += some + strspn(p + some, " ");
		*kind = p;
		*length = kind_at(mem, p);
		if (*length || relations[i].alone)
			return &relations[i];
	}
	return NULL;
}

bool
is_base(struct mem *mem, const char *s)
{
	const char *kind;
	size_t n;
	struct label l;

	if (label_read(mem, s, &l) && l.kind == DASH)
		s = l.rest;
	return starts_upper(s) && relation_of(mem, s, &kind, &n);
}

static void
read_citation(struct mem *mem, struct basis *b, const char *rest)
{
	const char *end = rest;
	size_t n;

	for (const char *p = rest; (p = phrase_in(mem, p, "so", &n)); p += n) {
		const char *q = p + n + strspn(p + n, " :");
		const char *number = is_digit(*q) ? symbol(mem, q, &end) : "";
		if (strpbrk(number, "/-")) {
			b->number = number;
			break;
		}
	}
	if (!*b->number)
		end = rest;
	const char *day = phrase_in(mem, end, "ngay", &n);
	if (day)
		b->date = day_at(mem, day);
}

/* Where the body that issues begins, if this is "<body> ban hành Kế hoạch". */
static const char *
issuing(struct mem *mem, const char *s, size_t *length)
{
	static const char *const acts[] = { "ban hanh", "xay dung", NULL };

	for (int i = 0; acts[i]; i++) {
		size_t n;
		for (const char *p = s; (p = phrase_in(mem, p, acts[i], &n)); p += n) {
			const char *what = p + n + strspn(p + n, " ");
			if (p == s || !phrase_of(mem, what, kinds))
				continue;
			const char *from = p;
			while (from > s && p - from < 200 && !strchr(".,;:", from[-1]))
				from--;
			from += strspn(from, " ");
			size_t len = (size_t)(p - from);
			while (len && from[len - 1] == ' ')
				len--;
			if (!len || !starts_upper(from) || !phrase_of(mem, from, bodies) ||
			    count_words(mem_copy(mem, from, len)) > 15)
				continue;
			*length = len;
			return from;
		}
	}
	return NULL;
}

/* The end of the citation: before the next one, the next sentence, or the body
 * that issues. */
static const char *
citation_end(struct mem *mem, const char *s, const char *issuer, bool *another)
{
	const char *kind;
	size_t n;

	*another = false;
	for (const char *p = s; *p; p++) {
		if (issuer && p == issuer)
			return p;
		if ((*p != ';' && *p != '.') || p[1] != ' ')
			continue;
		if (*p == ';' && starts_upper(p + 2) &&
		    (relation_of(mem, p + 2, &kind, &n) ||
		    ((n = kind_at(mem, p + 2)) && phrase(mem, p + 2 + n +
		    strspn(p + 2 + n, " "), "so")))) {
			*another = true;
			return p + 2;
		}
		/* ended() knows "TP." */
		const char *word = p;
		while (word > s && word[-1] != ' ' && p - word < 8)
			word--;
		if (*p == '.' && starts_upper(p + 2) &&
		    ended(mem_copy(mem, word, (size_t)(p + 1 - word))))
			return p + 2;
	}
	return NULL;
}

void
read_preamble(struct mem *mem, struct line *paragraphs, struct outline *o)
{
	struct buf rest = { .mem = mem };
	struct basis **end = &o->bases;

	for (struct line *p = paragraphs; p; p = p->next) {
		const char *s = p->text, *relation = NULL, *kind;
		struct label l;
		size_t n;

		if (label_read(mem, s, &l) && l.kind == DASH)
			s = l.rest;
		if (!is_base(mem, s))
			s = p->text;
		bool base = is_base(mem, s);
		const char *issuer = base ? issuing(mem, s, &n) : NULL;
		while (base) {
			const struct relation *r = relation_of(mem, s, &kind, &n);
			struct basis *b = mem_take(mem, sizeof(*b));
			if (r) {
				relation = r->name;
			} else {
				kind = s;
				n = kind_at(mem, s);
			}
			const char *next = citation_end(mem, s, issuer, &base);
			size_t len = next ? (size_t)(next - s) : strlen(s);
			while (len && s[len - 1] == ' ')
				len--;
			b->relation = relation;
			b->kind = mem_copy(mem, kind, n);
			b->number = b->date = "";
			b->text = mem_copy(mem, s, len);
			/* kind lies in s, and so in the citation */
			read_citation(mem, b, b->text + (kind + n - s > (ptrdiff_t)len
			    ? (ptrdiff_t)len : kind + n - s));
			*end = b;
			end = &b->next;
			s = next ? next : "";
		}
		if (!*s)
			continue;
		if (rest.n)
			buf_text(&rest, "\n\n");
		buf_text(&rest, s);
	}
	o->preamble = rest.n ? rest.s : "";

	size_t n;
	const char *at;
	if (!*o->period_from && !*o->period_to)
		read_period(mem, o->preamble, false, o);
	if (!*o->issuer && (at = issuing(mem, o->preamble, &n)))
		o->issuer = mem_copy(mem, at, n);
	if ((at = phrase_in(mem, o->preamble, "goi tat la", &n)) ||
	    (at = phrase_in(mem, o->preamble, "sau day goi la", &n))) {
		at += n + strspn(at + n, " :");
		n = strcspn(at, ");\n");
		o->short_name = squeeze(mem, at, n);
		if (!strncmp(o->short_name, "“", 3) && strstr(o->short_name, "”"))
			o->short_name = mem_copy(mem, o->short_name + 3,
			    (size_t)(strstr(o->short_name, "”") - o->short_name - 3));
	}
}
