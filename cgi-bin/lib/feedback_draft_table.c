/* feedback_draft_table.c - who has answered on a draft, and the table that is filed with it. */

#include "cgi-bin/lib/feedback_page.h"

/* The window, his to look after; else NULL. */
static struct feedback_draft *
kept(struct req *r)
{
	struct feedback_draft_unit *mine;
	bool looks;
	struct feedback_draft *d = feedback_draft_seen(r, &mine, &looks);

	return d && looks ? d : NULL;
}

static void
show_head(struct req *r, const struct feedback_draft *d)
{
	crumb(r, tr(r->lang, "Góp ý"), "/feedback");
	crumb(r, tr(r->lang, "Lấy ý kiến dự thảo"), "/feedback/draft");
	view_text(r->view, "draft_path", feedback_draft_path(r, d->id, ""));
	view_text(r->view, "subject", d->subject);
	view_text(r->view, "issuer", d->issuer_name);
	feedback_draft_show_until(r, d);
	view_add_around(r->view, "WIDE");
}

static const struct column unit_columns[] = {
	{ "unit",    "Đơn vị",        CELL_TEXT, true },
	{ "state",   "Trả lời",       CELL_TAG,  true },
	{ "at",      "Lúc",           CELL_TEXT, true },
	{ "contact", "Người liên hệ", CELL_TEXT, false },
	{ "phone",   "Điện thoại",    CELL_CODE, false },
	{ 0 }
};

int
feedback_draft_units_page(struct req *r)
{
	static const char *const states[][2] = {
		{ "", "tất cả" }, { "silent", "chưa trả lời" }, { "agreed", "nhất trí" },
		{ "said", "có ý kiến" },
	};
	struct feedback_draft *d = kept(r);
	int64_t total;

	if (!d)
		return 404;
	struct feedback_draft_ask ask = {
		.day = r->today, .lang = r->lang, .draft = d->id, .state = form_get(r->form, "state"),
		.sort = table_sort(r, unit_columns, 0), .limit = table_limit(r), .skip = table_skip(r),
	};
	struct table *t = table_new(r, "Đơn vị được hỏi ý kiến, chưa trả lời xếp trước", unit_columns);
	for (struct feedback_draft_unit *u = feedback_draft_units(r->db, r->mem, &ask, &total); u;
	    u = u->next) {
		table_row(t, mem_printf(r->mem, "/unit/%lld", (long long)u->unit));
		table_text(t, u->name);
		table_tag(t, u->last ? "done" : "none", u->agreed ? tr(r->lang, "Nhất trí") : u->comments
		    ? tr_with(r->mem, r->lang, "{1} ý kiến", number(r, u->comments, 0), NULL, NULL)
		    : tr(r->lang, "Chưa trả lời"));
		if (u->last)
			table_text(t, moment(r, u->last));
		else
			table_nothing(t, "chưa có");
		if (*u->contact)
			table_text(t, u->contact);
		else
			table_nothing(t, "chưa có");
		table_text(t, u->phone);
	}
	show_head(r, d);
	view_text(r->view, "self", feedback_draft_path(r, d->id, "/units"));
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		form_option(r->view, "STATE", states[i][0], tr(r->lang, states[i][1]), ask.state);
	title(r, tr(r->lang, "Ai đã trả lời về dự thảo"));
	return table_show(r, 200, "feedback_draft_units", t, total,
	    "Không có đơn vị nào như vậy. Chọn “tất cả” rồi lọc lại.");
}

static const struct column columns[] = {
	{ "clause",  "Điểm của dự thảo",    CELL_TEXT,  false },
	{ "unit",    "Đơn vị",              CELL_TEXT,  false },
	{ "text",    "Nội dung góp ý",      CELL_TEXT,  false },
	{ "wish",    "Kiến nghị",           CELL_TEXT,  false },
	{ "edition", "Bản số",              CELL_COUNT, false },
	{ "outcome", "Kết quả",             CELL_TAG,   false },
	{ "answer",  "Giải trình, trả lời", CELL_TEXT,  false },
	{ 0 }
};

static void
put_opinion(struct req *r, struct table *t, const struct feedback_draft_line *l)
{
	struct feedback f = { .anchor = l->anchor, .clause = l->clause };

	table_row(t, feedback_path(r, l->id));
	table_text(t, feedback_clause(r, &f));
	table_text(t, l->unit_name);
	table_text(t, l->text);
	if (*l->wish)
		table_text(t, l->wish);
	else
		table_nothing(t, "không có");
	table_count(t, l->edition);
	table_tag(t, *l->state ? l->tag : "soon", *l->state ? l->state
	    : tr(r->lang, "Mới nhận, chưa tổng hợp"));
	if (l->decided)
		table_text(t, l->answer);
	else
		table_nothing(t, "chưa trả lời");
}

/* A unit without an opinion: it agreed, or did not answer. */
static void
put_unit(struct req *r, struct table *t, const struct feedback_draft_line *l)
{
	table_row(t, NULL);
	table_text(t, tr(r->lang, "Toàn văn bản"));
	table_text(t, l->unit_name);
	table_text(t, tr(r->lang, l->part == DRAFT_AGREED ? "Nhất trí với dự thảo"
	    : "Không có ý kiến trả lời"));
	table_nothing(t, "không có");
	if (l->part == DRAFT_AGREED)
		table_count(t, l->edition);
	else
		table_nothing(t, "không có");
	table_tag(t, l->part == DRAFT_AGREED ? "done" : "none", tr(r->lang,
	    l->part == DRAFT_AGREED ? "Nhất trí" : "Chưa trả lời"));
	table_nothing(t, "không có");
}

int
feedback_draft_table(struct req *r)
{
	static const char *const headings[] = {
		[DRAFT_OPINION] = "Ý kiến góp ý",
		[DRAFT_AGREED] = "Đơn vị nhất trí với dự thảo",
		[DRAFT_SILENT] = "Đơn vị chưa có ý kiến trả lời",
	};
	struct feedback_draft *d = kept(r);
	int64_t total, part = 0;

	if (!d)
		return 404;
	struct feedback_draft_ask ask = {
		.day = r->today, .lang = r->lang, .draft = d->id, .limit = table_limit(r),
		.skip = table_skip(r),
	};
	struct table *t = table_new(r, "Theo thứ tự điểm của dự thảo, rồi đơn vị không góp ý", columns);
	for (struct feedback_draft_line *l = feedback_draft_lines(r->db, r->mem, &ask, &total); l;
	    l = l->next) {
		if (l->part != part)
			table_group(t, tr(r->lang, headings[part = l->part]));
		if (l->part == DRAFT_OPINION)
			put_opinion(r, t, l);
		else
			put_unit(r, t, l);
	}
	show_head(r, d);
	view_text(r->view, "counts", tr_with(r->mem, r->lang,
	    "{1} trên {2} đơn vị đã trả lời, {3} ý kiến", number(r, d->answered, 0),
	    number(r, d->asked, 0), number(r, d->comments, 0)));
	title(r, tr(r->lang, "Bảng tổng hợp ý kiến và tiếp thu, giải trình"));
	return table_show(r, 200, "feedback_draft_table", t, total,
	    "Chưa có đơn vị nào được hỏi ý kiến.");
}
