/* unit_import_page.c - units from a sheet: tried first, then done. */

#include "cgi-bin/lib/unit_page.h"

#include <stdio.h>

#include "cgi-bin/lib/ending.h"
#include "cgi-bin/lib/unit_import.h"

enum { ROWS_MAX = 1 << 20, SHOWN = 50, FAULTS_SHOWN = 1000 };

static int
show_import(struct req *r, int status)
{
	form_open(r, r->view, "/unit/import");
	title(r, tr(r->lang, "Nhập đơn vị từ bảng tính"));
	crumb(r, tr(r->lang, "mục::Đơn vị"), "/unit");
	form_show_faults(r->form, r->view, r->lang, NULL);
	const char *why = form_fault(r->form, "file");
	view_text(r->view, "file_invalid", why ? "true" : "false");
	if (why)
		view_text(view_add(r->view, "file_error"), "why", tr(r->lang, why));
	return status < 400 ? look_only(r, status, "unit_import") : show(r, status, "unit_import");
}

int
unit_import_page(struct req *r)
{
	if (r->face == CSV) {
		size_t n;
		const char *bytes = unit_import_sample(r->mem, &n);
		return give(r, "text/csv; charset=utf-8", "mau-nhap-don-vi.csv", bytes, n);
	}
	return show_import(r, 200);
}

static int
refuse_file(struct req *r, const char *why_ready)
{
	form_wrong_at(r->form, "file", tr(r->lang, "Tệp bảng tính"), why_ready);
	return show_import(r, 422);
}

/* The numbers of the rows after that one in which these faults stand: "1002-1500, 1502". */
static const char *
rows_of(struct mem *mem, const struct import_fault *f, int after)
{
	size_t room = 1, n = 0;

	for (const struct import_fault *g = f; g; g = g->next)
		room += sizeof(", 1048576-1048576");
	char *text = mem_take(mem, room);
	while (f) {
		int first = f->row, last = first;
		for (; f && f->row <= last + 1; f = f->next)
			last = f->row;
		if (first <= after)
			first = after + 1;
		if (first <= last)
			n += (size_t)snprintf(text + n, room - n, "%s%d", n ? ", " : "", first);
		if (first < last)
			n += (size_t)snprintf(text + n, room - n, "-%d", last);
	}
	return text;
}

static int
show_bad_rows(struct req *r, const struct unit_import *in)
{
	struct view *v = view_add(r->view, "BAD");
	const struct import_fault *f = in->faults;
	int last = 0;

	form_wrong_at(r->form, "file", tr(r->lang, "Tệp bảng tính"), unit_say(r,
	    "Chưa nhập gì, số dòng có lỗi: {1}. Sửa các dòng có lỗi trong tệp rồi chọn lại tệp; khi mọi dòng đều đúng, cổng mới ghi, và ghi tất cả",
	    number(r, in->bad_rows, 0), NULL));
	for (int n = 0; f && n < FAULTS_SHOWN; f = f->next, n++) {
		struct view *one_ = view_add(v, "FAULTY");
		view_int(one_, "row", last = f->row);
		view_text(one_, "column", f->column);
		view_text(one_, "value", *f->value ? f->value : tr(r->lang, "để trống"));
		view_text(one_, "why", f->why);
	}
	if (f)
		view_text(view_add(v, "FAULTS_CUT"), "rest", rows_of(r->mem, f, last));
	return show_import(r, 422);
}

static void
show_changes(struct req *r, struct view *v, const struct import_row *row)
{
	for (const struct change *c = row->changes; c; c = c->next) {
		if (!strcmp(c->field, "valid_from"))
			continue;	/* has a column of its own */
		struct view *one_ = view_add(v, "DIFFERENCE");
		view_text(view_add(one_, "INSTEAD"), "difference_old", *c->old ? c->old
		    : tr(r->lang, "chưa có"));
		view_text(one_, "difference", c->new);
	}
}

/* What would be done; the rows travel in the form that confirms it. */
static int
show_trial(struct req *r, const struct unit_import *in, const struct sheet *s)
{
	struct view *v = view_add(r->view, "TRIAL");
	int n = 0;
	size_t length;
	const char *rows = unit_import_spell(r->mem, s, &length);

	if (length > ROWS_MAX)
		return refuse_file(r, tr(r->lang, "Bảng có quá nhiều chữ để nhập một lần: chia thành nhiều tệp, mỗi tệp tối đa 1 MB"));
	view_text(v, "added", number(r, in->added, 0));
	view_text(v, "changed", number(r, in->changed, 0));
	view_text(v, "unchanged", number(r, in->unchanged, 0));
	for (const struct import_row *row = in->rows; row; row = row->next) {
		if (row->what == ROW_SAME || n++ >= SHOWN)
			continue;
		struct view *one_ = view_add(v, "LINE");
		view_int(one_, "row", row->number);
		view_text(one_, "what", tr(r->lang, row->what == ROW_ADD ? "thêm" : "sửa"));
		view_text(one_, "line_code", row->code);
		view_text(one_, "line_name", row->name);
		view_date(one_, "line_from", row->from);
		if (row->what == ROW_ADD)
			view_text(view_add(one_, "DIFFERENCE"), "difference", unit_say(r, "{1}, trực thuộc mã {2}",
			    row->kind_label, row->parent_code));
		else
			show_changes(r, one_, row);
	}
	if (n > SHOWN)
		view_text(view_add(v, "LINES_CUT"), "rest", number(r, n - SHOWN, 0));
	if (in->added + in->changed) {
		struct view *go_on = view_add(v, "CONFIRM");
		form_open(r, go_on, "/unit/import");
		view_text(go_on, "rows", rows);
	} else {
		view_add(v, "NOTHING");
	}
	return show_import(r, 200);
}

int
unit_import_save(struct req *r)
{
	size_t length = 0;
	const char *name, *bytes = form_file(r->form, "file", &length, &name);
	bool confirmed = form_sent(r->form, "rows");

	if (confirmed)
		bytes = form_get(r->form, "rows"), length = strlen(bytes);
	if (!bytes || !length)
		return refuse_file(r, tr(r->lang, "Chưa chọn tệp: chọn tệp .xlsx hoặc .csv theo mẫu"));
	struct sheet *s = sheet_read(r->mem, bytes, length);
	if (!confirmed && !s->wrong && !ending_agrees(name, ".xlsx", ".csv", bytes, length))
		return refuse_file(r, tr(r->lang, "Đuôi tên tệp không hợp với nội dung: bảng Excel ghi .xlsx, bảng chữ ghi .csv; đặt lại tên rồi gửi lại"));
	struct unit_import *in = unit_import_check(r->db, r->mem, s, r->today, r->who.id, r->lang);
	if (in->wrong)
		return refuse_file(r, in->wrong);
	if (in->faults)
		return show_bad_rows(r, in);
	if (!confirmed || !(in->added + in->changed))
		return show_trial(r, in, s);
	if (!unit_import_apply(r->db, r->mem, in))
		return show_bad_rows(r, in);
	for (const struct import_row *row = in->rows; row; row = row->next) {
		if (row->what == ROW_SAME)
			continue;
		for (const struct change *c = row->changes; c; c = c->next)
			changed(r, c->field, c->old, c->new);
		may_here(r, "unit.change", row->id);
		audit(r, row->what == ROW_ADD ? "unit.add" : "unit.change", row->id);
	}
	said_with(r, "Đã nhập từ bảng tính: thêm {1} đơn vị, sửa {2} đơn vị.", number(r, in->added, 0),
	    number(r, in->changed, 0));
	return go(r, "/unit");
}
