/* award_list.c - the nominations that a person may see. */

#include "cgi-bin/lib/award_page.h"

static const struct column columns[] = {
	{ "name",    "Được đề nghị",         CELL_TEXT, true },
	{ "subject", "Đối tượng",            CELL_TEXT, true },
	{ "form",    "Danh hiệu, hình thức", CELL_TEXT, true },
	{ "unit",    "Đơn vị đề nghị",       CELL_TEXT, true },
	{ "state",   "Tình trạng",           CELL_TAG,  true },
	{ "saved",   "Lưu lần cuối",         CELL_TEXT, true },
	{ 0 }
};

static const char *const states[] = { "draft", "signing", "submitted", "received", "council", "listed",
	"returned", "decided", "refused", "withdrawn" };
static const char *const state_words[] = { "Đang lập", "Chờ lãnh đạo gửi", "Đã gửi, chờ tiếp nhận",
	"Đang thẩm định", "Chờ ý kiến Hội đồng", "Trong dự thảo quyết định", "Trả lại để bổ sung",
	"Đã khen thưởng", "Không khen thưởng", "Đã rút" };

int
nomination_list_page(struct req *r)
{
	int64_t total;
	struct nomination_ask ask = {
		.account = r->who.id, .day = r->today, .lang = r->lang,
		.words = text_plain(r->mem, form_get(r->form, "q")),
		.state = form_get(r->form, "state"), .sort = table_sort(r, columns, 0),
		.limit = table_limit(r), .skip = table_skip(r),
	};
	struct table *t = table_new(r, "mục::Đề nghị khen thưởng", columns);

	for (struct nomination *n = nomination_list(r->db, r->mem, &ask, &total); n; n = n->next) {
		table_row(t, nomination_path(r, n->id, ""));
		table_text(t, n->birth_year ? mem_printf(r->mem, "%s (%s %lld)", n->name,
		    tr(r->lang, "sinh"), (long long)n->birth_year) : n->name);
		table_text(t, award_subject(r, n->subject));
		if (*n->form_name)
			table_text(t, n->form_name);
		else
			table_nothing(t, "chưa chọn");
		table_text(t, n->unit_name);
		if (n->held && strcmp(n->kind, "end"))
			table_tag(t, "back", tr(r->lang, "Tạm dừng xét"));
		else
			table_tag(t, n->tag, n->state_label);
		table_text(t, moment(r, n->saved));
	}
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		form_option(r->view, "STATE", states[i], tr(r->lang, state_words[i]), ask.state);
	view_text(r->view, "q", form_get(r->form, "q"));
	title(r, tr(r->lang, "mục::Đề nghị khen thưởng"));
	crumb(r, tr(r->lang, "Khen thưởng"), "/award");
	if (may(r, "award.nominate"))
		view_add(r->view, "MAY_ADD");
	if (may(r, "award.review"))
		view_add(r->view, "MAY_DECIDE");
	return table_show(r, 200, "nomination_list", t, total, *ask.words || *ask.state
	    ? "Không có đề nghị nào khớp điều kiện lọc. Chọn “tất cả” và bỏ trống tên rồi lọc lại."
	    : may(r, "award.nominate") ? "Đơn vị bạn chưa có đề nghị nào. Bấm “Lập đề nghị” để bắt đầu; lưu nháp được bất cứ lúc nào."
	    : "Chưa có đề nghị nào trong phạm vi của bạn. Đề nghị hiện ở đây khi đơn vị gửi lên.");
}
