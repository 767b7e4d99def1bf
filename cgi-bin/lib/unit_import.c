/* unit_import.c - see unit_import.h. */

#include "cgi-bin/lib/unit_import.h"

#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/lang.h"
#include "db/mandate.h"
#include "db/text.h"
#include "db/unit.h"
#include "db/unit_contact.h"

enum column { CODE, NAME, KIND, PARENT, REGION, FROM, CONTACT, POST, PHONE, ADDRESS, SHORT,
	DOCUMENT, COLUMNS };
enum { DEEPEST = 50, VALUE_SHOWN = 60 };

static const struct {
	const char *label, *names;
	int64_t max;
} columns[COLUMNS] = {
	[CODE]     = { "Mã",            "ma|ma don vi|ma dvhc|code", 20 },
	[NAME]     = { "Tên",           "ten|ten don vi|don vi|name", 200 },
	[KIND]     = { "Loại",          "loai|loai don vi|loai hinh|kind", 0 },
	[PARENT]   = { "Mã cấp trên",   "ma cap tren|ma don vi cap tren|cap tren|truc thuoc|parent", 20 },
	[REGION]   = { "Khu vực",       "khu vuc|vung|region", 0 },
	[FROM]     = { "Từ ngày",       "tu ngay|hieu luc tu|ngay hieu luc|from", 0 },
	[CONTACT]  = { "Người liên hệ", "nguoi lien he|lien he|ho va ten|ho ten|contact", 120 },
	[POST]     = { "Chức vụ",       "chuc vu|chuc danh|post", 120 },
	[PHONE]    = { "Điện thoại",    "dien thoai|so dien thoai|phone", 30 },
	[ADDRESS]  = { "Địa chỉ",       "dia chi|address", 300 },
	[SHORT]    = { "Tên viết tắt",  "ten viet tat|viet tat|short_name", 20 },
	[DOCUMENT] = { "Văn bản",       "van ban|so van ban|document", 100 },
};

/* What a row becomes on its way: cells, the unit that was, the parent. */
struct import_line {
	struct import_row *row;
	const char *cells[COLUMNS];
	const char *kind, *region;
	struct unit *was;		/* NULL: a new unit */
	struct import_line *up;		/* the parent, if it stands in the sheet */
	struct unit *above;		/* else the parent in the tree; NULL: none */
	struct unit_contact *contact;	/* of the same name, to be corrected */
	bool moves, renames, calls;
	bool bad;
	int depth;
};

struct import {
	struct db *db;
	struct mem *mem;
	struct unit_import *out;
	struct import_fault **end;
	struct import_line *lines, **by_code;
	int n, codes;
	struct unit_kind *kinds, *kinds_else;	/* in the reader's language, and the other */
	const char *day;
	int64_t account;
};

static const char *
say(struct import *m, const char *vi, const char *one, const char *two)
{
	return tr_with(m->mem, m->out->lang, vi, one, two, NULL);
}

/* The first characters of a cell. */
static const char *
brief(struct mem *mem, const char *cell)
{
	size_t n = 0, shown = 0;

	for (; cell[n] && shown <= VALUE_SHOWN; n++)
		shown += (cell[n] & 0xc0) != 0x80;
	return shown <= VALUE_SHOWN ? cell : mem_printf(mem, "%.*s...", (int)n - 1, cell);
}

static void
blame(struct import *m, struct import_line *l, enum column column, const char *why)
{
	struct import_fault *f = mem_take(m->mem, sizeof(*f));

	*f = (struct import_fault){ l->row->number, tr(m->out->lang, columns[column].label),
	    brief(m->mem, l->cells[column]), why, NULL };
	*m->end = f, m->end = &f->next;
	m->out->bad_rows += !l->bad;
	l->bad = true;
}

static int
compare(const void *a, const void *b)
{
	const struct import_line *x = *(struct import_line *const *)a,
	    *y = *(struct import_line *const *)b;
	int d = strcmp(x->cells[CODE], y->cells[CODE]);

	return d ? d : x->row->number - y->row->number;
}

/* The first line of that code, or NULL. */
static struct import_line *
line_of(struct import *m, const char *code)
{
	int low = 0, high = m->codes;

	while (low < high) {
		int mid = (low + high) / 2;
		if (strcmp(m->by_code[mid]->cells[CODE], code) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low < m->codes && !strcmp(m->by_code[low]->cells[CODE], code) ? m->by_code[low] : NULL;
}

/* "Xã, phường, thị trấn" is meant by all of it and by each of its parts. */
static bool
label_fits(struct mem *mem, const char *label, const char *plain)
{
	char *text = mem_text(mem, text_plain(mem, label)), *part;

	if (!strcmp(text, plain))
		return true;
	text[strcspn(text, "(")] = '\0';
	while ((part = strsep(&text, ","))) {
		const char *word = text_plain(mem, part);
		if (*word && !strcmp(word, plain))
			return true;
	}
	return false;
}

static const struct unit_kind *
kind_of(struct import *m, const char *cell)
{
	const char *plain = text_plain(m->mem, cell);

	for (const struct unit_kind *k = m->kinds; k; k = k->next)
		if (!strcmp(k->kind, plain))
			return k;
	for (const struct unit_kind *k = m->kinds; k; k = k->next)
		if (label_fits(m->mem, k->label, plain))
			return k;
	for (const struct unit_kind *k = m->kinds_else, *same = m->kinds; k; k = k->next, same = same->next)
		if (label_fits(m->mem, k->label, plain))
			return same;
	return NULL;
}

static const char *
all_kinds(struct import *m)
{
	const char *list = "";

	for (const struct unit_kind *k = unit_kinds(m->db, m->mem, m->day, m->out->lang); k; k = k->next)
		list = mem_printf(m->mem, "%s%s%s", list, *list ? "; " : "", k->label);
	return list;
}

/* "Khu vực III", "KV3", "III", "3"; NULL if it is none of these. */
static const char *
region_of(struct mem *mem, const char *cell)
{
	static const char *const regions[] = { "I", "II", "III" }, *const plains[] = { "i", "ii", "iii" };
	const char *plain = text_plain(mem, cell);

	if (!*plain)
		return "";
	plain += !strncmp(plain, "khu vuc", 7) ? 7 : !strncmp(plain, "kv", 2) ? 2 : 0;
	plain += strspn(plain, " ");
	for (int i = 0; i < 3; i++)
		if (!strcmp(plain, plains[i]) || (*plain == '1' + i && !plain[1]))
			return regions[i];
	return NULL;
}

/* What one line can be blamed for alone. */
static void
check_cells(struct import *m, struct import_line *l)
{
	const struct unit_kind *kind;
	const char *day;

	for (int c = 0; c < COLUMNS; c++)
		if (columns[c].max && c != CODE && text_length(l->cells[c]) > columns[c].max)
			blame(m, l, (enum column)c, say(m,
			    "Dài {1} ký tự, quá giới hạn {2}: hãy rút ngắn",
			    mem_printf(m->mem, "%lld", (long long)text_length(l->cells[c])),
			    mem_printf(m->mem, "%lld", (long long)columns[c].max)));
	if (!*l->cells[CODE])
		blame(m, l, CODE, say(m, "Thiếu mã: ghi mã của đơn vị, tối đa 20 ký tự", NULL, NULL));
	else if (!unit_code_fits(l->cells[CODE]))
		blame(m, l, CODE, say(m, "Mã {1} không dùng được: tối đa 20 ký tự, chỉ gồm chữ cái"
		    " không dấu, chữ số và . - _ /", l->cells[CODE], NULL));
	if (!*l->cells[NAME])
		blame(m, l, NAME, say(m, "Thiếu tên: ghi tên đầy đủ của đơn vị", NULL, NULL));
	kind = kind_of(m, l->cells[KIND]);
	if (kind) {
		l->kind = kind->kind;
		l->row->kind_label = kind->label;
	} else if (*l->cells[KIND]) {
		blame(m, l, KIND, say(m, "Không có loại {1}: ghi một trong các loại {2}",
		    l->cells[KIND], all_kinds(m)));
	}
	if (!(l->region = region_of(m->mem, l->cells[REGION])))
		blame(m, l, REGION, say(m, "Khu vực {1} không có: ghi I, II, III hoặc để trống",
		    l->cells[REGION], NULL));
	if (*l->cells[FROM]) {
		if ((day = text_day(m->mem, l->cells[FROM])))
			l->row->from = day;
		else
			blame(m, l, FROM, say(m, "Ngày {1} không hợp lệ: viết như 01/7/2025",
			    l->cells[FROM], NULL));
	}
	if (!unit_phone_fits(l->cells[PHONE]))
		blame(m, l, PHONE, say(m, "Số {1} không đọc được: chỉ dùng chữ số, dấu cách và + . - ( )",
		    l->cells[PHONE], NULL));
	if (!*l->cells[CONTACT] && (*l->cells[PHONE] || *l->cells[POST]))
		blame(m, l, CONTACT, say(m, "Có chức vụ hoặc điện thoại mà thiếu tên người: ghi tên,"
		    " hoặc bỏ trống cả ba ô", NULL, NULL));
}

static bool
reaches(struct import *m, const struct unit *u)
{
	return !m->account
	    || mandate_for(m->db, m->account, "unit.change", u->id, m->day);
}

/* The unit that the code names, and whether it may be changed from that day. */
static void
check_unit(struct import *m, struct import_line *l)
{
	struct import_row *row = l->row;
	const char *given = row->from;
	struct unit *u = unit_by_code(m->db, m->mem, row->code, given ? given : m->day, m->out->lang);

	row->from = given ? given : m->day;
	if (!u) {
		if (!l->kind && !*l->cells[KIND])
			blame(m, l, KIND, say(m, "Thiếu loại: ghi một trong các loại {1}",
			    all_kinds(m), NULL));
		return;
	}
	if (strcmp(u->valid_to, UNIT_OPEN)) {
		blame(m, l, CODE, say(m, "Mã này là của đơn vị thôi hoạt động sau ngày {1}; mã không"
		    " dùng lại: hãy cấp mã mới", text_of_day(m->mem, u->valid_to), NULL));
		return;
	}
	if (strcmp(row->from, u->valid_from) < 0) {
		if (given) {
			blame(m, l, FROM, say(m, "Đơn vị có từ ngày {1}: ghi ngày từ đó trở đi",
			    text_of_day(m->mem, u->valid_from), NULL));
			return;
		}
		row->from = u->valid_from;
	}
	l->was = u;
	row->id = u->id;
	if (!l->kind) {
		l->kind = u->kind;
		row->kind_label = u->kind_label;
	}
}

/* A new kind must hold on the line's day. */
static void
check_kind_day(struct import *m, struct import_line *l)
{
	const struct unit_kind *k = m->kinds;
	const char *from = l->row->from;

	if (!l->kind || (l->was && !strcmp(l->kind, l->was->kind)))
		return;
	while (strcmp(k->kind, l->kind))
		k = k->next;
	if (strcmp(from, k->valid_to) > 0)
		blame(m, l, KIND, say(m, "Loại {1} chỉ dùng đến hết ngày {2}: ghi loại khác hoặc ghi"
		    " ngày sớm hơn ở cột Từ ngày", l->cells[KIND], text_of_day(m->mem, k->valid_to)));
	else if (strcmp(from, k->valid_from) < 0)
		blame(m, l, KIND, say(m, "Loại {1} chỉ dùng từ ngày {2}: ghi loại khác hoặc ghi ngày"
		    " muộn hơn ở cột Từ ngày", l->cells[KIND], text_of_day(m->mem, k->valid_from)));
}

static void
check_parent(struct import *m, struct import_line *l)
{
	const char *code = l->cells[PARENT], *from = l->row->from;

	if (!*code) {
		if (!l->was && m->account)
			blame(m, l, PARENT, say(m, "Thiếu mã cấp trên: ghi mã của đơn vị mà đơn vị"
			    " này trực thuộc", NULL, NULL));
		if (l->was && l->was->parent)
			l->above = unit_get(m->db, m->mem, l->was->parent, from, m->out->lang);
		return;
	}
	l->up = line_of(m, code);
	if (l->up && !l->up->was) {
		if (l->up->row->from && strcmp(l->up->row->from, from) > 0 && !l->up->bad)
			blame(m, l, FROM, say(m, "Cấp trên {1} chỉ có từ ngày {2}: ghi từ ngày đó"
			    " trở đi hoặc sửa mã cấp trên", code,
			    text_of_day(m->mem, l->up->row->from)));
		return;
	}
	l->above = unit_by_code(m->db, m->mem, code, from, m->out->lang);
	if (!l->above)
		blame(m, l, PARENT, say(m, "Không có đơn vị mã {1} trong cổng hay trong tệp: sửa mã"
		    " hoặc thêm dòng cho đơn vị đó", code, NULL));
	else if (strcmp(l->above->valid_to, UNIT_OPEN))
		blame(m, l, PARENT, say(m, "Cấp trên {1} thôi hoạt động sau ngày {2}: ghi mã của đơn"
		    " vị kế thừa", code, text_of_day(m->mem, l->above->valid_to)));
	else if (strcmp(l->above->valid_from, from) > 0)
		blame(m, l, FROM, say(m, "Cấp trên {1} chỉ có từ ngày {2}: ghi từ ngày đó trở đi hoặc"
		    " sửa mã cấp trên", code, text_of_day(m->mem, l->above->valid_from)));
	else if ((!l->was || l->was->parent != l->above->id) && !reaches(m, l->above))
		blame(m, l, PARENT, say(m, "Đơn vị mã {1} ngoài phạm vi bạn được sửa: bỏ dòng này"
		    " hoặc nhờ quản trị cấp trên nhập", code, NULL));
}

/* Adds a change to the row's list, in the order of the calls. */
static void
note(struct import *m, struct import_line *l, const char *field, const char *old, const char *new)
{
	struct change **end = &l->row->changes, *c;

	if (!strcmp(old, new))
		return;
	while (*end)
		end = &(*end)->next;
	c = mem_take(m->mem, sizeof(*c));
	*c = (struct change){ field, old, new, NULL };
	*end = c;
}

static const char *
or_else(const char *cell, const char *was)
{
	return *cell ? cell : was;
}

static void
compare_contact(struct import *m, struct import_line *l)
{
	struct unit_contact *c = l->was
	    ? unit_contacts(m->db, m->mem, l->was->id, l->row->from) : NULL;

	if (!*l->cells[CONTACT])
		return;
	while (c && strcmp(c->name, l->cells[CONTACT]))
		c = c->next;
	if (c && !strcmp(c->post, or_else(l->cells[POST], c->post))
	    && !strcmp(c->phone, or_else(l->cells[PHONE], c->phone)))
		return;
	l->calls = true;
	l->contact = c;
	note(m, l, "contact", c ? c->name : "", l->cells[CONTACT]);
	note(m, l, "post", c ? c->post : "", or_else(l->cells[POST], c ? c->post : ""));
	note(m, l, "phone", c ? c->phone : "", or_else(l->cells[PHONE], c ? c->phone : ""));
}

/* What would be done with a line that has no fault. */
static void
weigh(struct import *m, struct import_line *l)
{
	static const struct unit none = { .name = "", .short_name = "", .kind = "", .region = "",
	    .address = "", .parent_name = "" };
	const struct unit *was = l->was ? l->was : &none;
	struct import_row *row = l->row;

	if (!l->was)
		note(m, l, "code", "", row->code);
	note(m, l, "name", was->name, row->name);
	note(m, l, "short_name", was->short_name, or_else(l->cells[SHORT], was->short_name));
	note(m, l, "kind", was->kind, l->kind);
	note(m, l, "region", was->region, or_else(l->region, was->region));
	note(m, l, "address", was->address, or_else(l->cells[ADDRESS], was->address));
	l->renames = row->changes;
	if (*l->cells[PARENT] && (!l->was || !l->above || l->above->id != l->was->parent)) {
		l->moves = true;
		note(m, l, "parent", was->parent_name, row->parent_code);
	} else if (!*row->parent_code && l->above) {
		row->parent_code = l->above->code;
	}
	compare_contact(m, l);
	if (row->changes)
		note(m, l, "valid_from", "", row->from);
	row->what = !l->was ? ROW_ADD : row->changes ? ROW_CHANGE : ROW_SAME;
	if (row->what == ROW_CHANGE && !reaches(m, l->was)) {
		blame(m, l, CODE, say(m, "Đơn vị mã {1} ngoài phạm vi bạn được sửa: bỏ dòng này hoặc"
		    " nhờ quản trị cấp trên nhập", row->code, NULL));
		return;
	}
	m->out->added += row->what == ROW_ADD;
	m->out->changed += row->what == ROW_CHANGE;
	m->out->unchanged += row->what == ROW_SAME;
}

/*
 * How deep a line will stand when all is done, through lines and through the tree as
 * it is; a line that meets itself on the way up is at fault.
 */
static void
find_depth(struct import *m, struct import_line *l)
{
	struct import_line *at = l;
	const struct unit *above = NULL;

	for (l->depth = 0; l->depth < DEEPEST; l->depth++) {
		if (at)
			above = at->up ? NULL : at->above, at = at->up;
		else
			above = above->parent ? unit_get(m->db, m->mem, above->parent, l->row->from,
			    m->out->lang) : NULL;
		if (above && (at = line_of(m, above->code)))
			above = NULL;
		if (at == l)
			break;
		if (!at && !above)
			return;
	}
	blame(m, l, PARENT, say(m, at == l
	    ? "Đơn vị thành cấp trên của chính mình qua mã {1}: sửa mã cấp trên"
	    : "Trên mã {1} có hơn 50 cấp hoặc có vòng: sửa mã cấp trên", l->row->parent_code, NULL));
}

static void
read_lines(struct import *m, const struct sheet *s, const int *at)
{
	struct import_row **end = &m->out->rows;
	int n = 0;

	for (const struct sheet_row *r = s->rows->next; r; r = r->next)
		n++;
	m->lines = mem_take(m->mem, sizeof(*m->lines) * (size_t)(n + 1));
	m->by_code = mem_take(m->mem, sizeof(*m->by_code) * (size_t)(n + 1));
	for (const struct sheet_row *r = s->rows->next; r; r = r->next) {
		struct import_line *l = &m->lines[m->n++];
		for (int c = 0; c < COLUMNS; c++)
			l->cells[c] = sheet_cell(r, at[c]);
		l->row = mem_take(m->mem, sizeof(*l->row));
		*l->row = (struct import_row){ .number = r->number, .code = l->cells[CODE],
		    .name = l->cells[NAME], .kind_label = "", .parent_code = l->cells[PARENT], .line = l };
		*end = l->row, end = &l->row->next;
		if (*l->cells[CODE])
			m->by_code[m->codes++] = l;
	}
	qsort(m->by_code, (size_t)m->codes, sizeof(*m->by_code), compare);
}

static void
check_doubles(struct import *m)
{
	for (int i = 1; i < m->codes; i++) {
		struct import_line *l = m->by_code[i], *first = line_of(m, l->cells[CODE]);
		if (first != l)
			blame(m, l, CODE, say(m, "Mã {1} đã có ở dòng {2}: mỗi đơn vị chỉ một dòng",
			    l->cells[CODE], mem_printf(m->mem, "%d", first->row->number)));
	}
}

/* Faults were found check by check; people mend row by row. */
static void
sort_faults(struct import *m)
{
	struct import_fault *sorted = NULL, **end = &sorted, *f;
	int n = m->n ? m->lines[m->n - 1].row->number : 0;
	struct import_fault **first = mem_take(m->mem, sizeof(*first) * (size_t)(n + 1)),
	    **last = mem_take(m->mem, sizeof(*last) * (size_t)(n + 1));

	for (f = m->out->faults; f; f = f->next) {
		struct import_fault *copy = mem_take(m->mem, sizeof(*copy));
		*copy = *f;
		copy->next = NULL;
		if (last[f->row])
			last[f->row]->next = copy;
		else
			first[f->row] = copy;
		last[f->row] = copy;
	}
	for (int i = 0; i <= n; i++)
		if (first[i])
			*end = first[i], end = &last[i]->next;
	m->out->faults = sorted;
}

static bool
find_columns(struct import *m, const struct sheet *s, int *at)
{
	const char *lacking = "";

	for (int c = 0; c < COLUMNS; c++) {
		at[c] = sheet_column(m->mem, s, columns[c].names);
		if (at[c] < 0 && c <= PARENT)
			lacking = mem_printf(m->mem, "%s%s%s", lacking, *lacking ? ", " : "",
			    tr(m->out->lang, columns[c].label));
	}
	if (*lacking)
		m->out->wrong = say(m, "Dòng đầu thiếu cột {1}: ghi tên cột như trong tệp mẫu", lacking, NULL);
	else if (!s->rows->next)
		m->out->wrong = say(m, "Tệp chỉ có dòng tiêu đề: ghi mỗi đơn vị một dòng", NULL, NULL);
	return !m->out->wrong;
}

struct unit_import *
unit_import_check(struct db *db, struct mem *mem, const struct sheet *s, const char *day,
    int64_t account, const char *lang)
{
	struct unit_import *out = mem_take(mem, sizeof(*out));
	struct import m = { .db = db, .mem = mem, .out = out, .end = &out->faults, .day = day,
	    .account = account };
	int at[COLUMNS];

	out->lang = lang;
	if (s->wrong) {
		out->wrong = s->wrong_row ? say(&m, "Dòng {1}: {2}", mem_printf(mem, "%d", s->wrong_row),
		    tr(lang, s->wrong_key)) : tr(lang, s->wrong_key);
		return out;
	}
	if (!find_columns(&m, s, at))
		return out;
	m.kinds = unit_kinds(db, mem, "", lang);
	m.kinds_else = unit_kinds(db, mem, "", strcmp(lang, "en") ? "en" : "vi");
	read_lines(&m, s, at);
	for (int i = 0; i < m.n; i++)
		check_cells(&m, &m.lines[i]);
	check_doubles(&m);
	for (int i = 0; i < m.n; i++)
		if (*m.lines[i].row->code)
			check_unit(&m, &m.lines[i]);
	for (int i = 0; i < m.n; i++)
		if (m.lines[i].row->from) {
			check_kind_day(&m, &m.lines[i]);
			check_parent(&m, &m.lines[i]);
		}
	for (int i = 0; i < m.n; i++)
		if (!m.lines[i].bad)
			find_depth(&m, &m.lines[i]);
	for (int i = 0; i < m.n; i++)
		if (!m.lines[i].bad)
			weigh(&m, &m.lines[i]);
	sort_faults(&m);
	return out;
}

static bool
do_line(struct db *db, struct mem *mem, struct import_line *l)
{
	struct import_row *row = l->row;
	struct unit u = l->was ? *l->was : (struct unit){ .short_name = "", .address = "", .region = "" };

	u.code = row->code;
	u.name = row->name;
	u.name_key = text_key(mem, row->name);
	u.name_plain = text_plain(mem, row->name);
	u.short_name = or_else(l->cells[SHORT], u.short_name);
	u.kind = l->kind;
	u.region = or_else(l->region, u.region);
	u.address = or_else(l->cells[ADDRESS], u.address);
	u.document = l->cells[DOCUMENT];
	int64_t parent = l->up ? l->up->row->id : l->above ? l->above->id : 0;
	if (row->what == ROW_ADD) {
		u.parent = parent;
		u.valid_from = row->from;
		row->id = unit_add(db, &u);
	} else {
		if (l->renames)
			unit_change_name(db, &u, row->from);
		if (l->moves && !unit_move(db, row->id, parent, row->from, u.document))
			return false;
	}
	if (l->calls && l->contact) {
		l->contact->post = or_else(l->cells[POST], l->contact->post);
		l->contact->phone = or_else(l->cells[PHONE], l->contact->phone);
		unit_contact_change(db, l->contact);
	} else if (l->calls) {
		unit_contact_add(db, &(struct unit_contact){ .unit = row->id, .name = l->cells[CONTACT],
		    .post = l->cells[POST], .phone = l->cells[PHONE], .valid_from = row->from });
	}
	return true;
}

/* Parents go first, so that no line waits for its own parent and none is above itself
 * on the way. */
bool
unit_import_apply(struct db *db, struct mem *mem, struct unit_import *in)
{
	int left = 0;

	for (struct import_row *row = in->rows; row; row = row->next)
		left += row->what != ROW_SAME;
	for (int depth = 0; left && depth <= DEEPEST; depth++)
		for (struct import_row *row = in->rows; row; row = row->next) {
			if (row->what == ROW_SAME || row->line->depth != depth)
				continue;
			if (!do_line(db, mem, row->line)) {
				struct import_fault *f = mem_take(mem, sizeof(*f));
				*f = (struct import_fault){ row->number, tr(in->lang, columns[PARENT].label),
				    row->line->cells[PARENT], tr(in->lang, "Vào ngày đó đơn vị sẽ là cấp trên của chính mình:"
				    " sửa mã cấp trên hoặc sửa ngày"), in->faults };
				in->faults = f;
				in->bad_rows++;
				return false;
			}
			left--;
		}
	return !left;
}

static struct sheet_out *
headed(struct mem *mem)
{
	const char *headers[COLUMNS];
	enum sheet_kind kinds[COLUMNS];

	for (int c = 0; c < COLUMNS; c++)
		headers[c] = columns[c].label, kinds[c] = SHEET_TEXT;
	return sheet_new(mem, "Đơn vị", COLUMNS, headers, kinds);
}

const char *
unit_import_spell(struct mem *mem, const struct sheet *s, size_t *length)
{
	struct sheet_out *out = headed(mem);
	const char *cells[COLUMNS];
	int at[COLUMNS];

	for (int c = 0; c < COLUMNS; c++)
		at[c] = sheet_column(mem, s, columns[c].names);
	for (const struct sheet_row *r = s->rows->next; r; r = r->next) {
		for (int c = 0; c < COLUMNS; c++)
			cells[c] = sheet_cell(r, at[c]);
		sheet_add(out, cells);
	}
	return sheet_csv(out, length);
}

const char *
unit_import_sample(struct mem *mem, size_t *length)
{
	static const char *const rows[][COLUMNS] = {
		{ "04217", "Xã Nậm Khao", "Xã", "H01", "III", "01/7/2025", "Lò Thị Thanh Huyền",
		    "Công chức Văn hóa - Xã hội", "0217 385 2204", "Bản Pá Sang", "NK", "1690/NQ-UBTVQH15" },
		{ "04217.01", "Bản Pá Sang", "Bản", "04217", "III", "01/7/2025", "", "", "", "", "", "" },
	};
	struct sheet_out *out = headed(mem);

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		sheet_add(out, rows[i]);
	return sheet_csv(out, length);
}
