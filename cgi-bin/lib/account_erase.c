/* account_erase.c - the values of a line in the trail, emptied on somebody's request. */

#include "cgi-bin/lib/account_page.h"

struct sought {
	int64_t line;
};

static const struct field sought_fields[] = {
	FIELD(sought, line, "Dòng nhật ký", NUMBER, .min = 1, .max = INT64_MAX),
	{ 0 }
};

struct erasure {
	const char *reason, *document;
	int64_t typed;
};

static const struct field erasure_fields[] = {
	FIELD(erasure, reason,   "Lý do", LINES, .min = 5, .max = 1000),
	FIELD(erasure, document, "Theo văn bản", LINE, .max = 200),
	FIELD(erasure, typed,    "Gõ lại số dòng", NUMBER, .max = INT64_MAX),
	{ 0 }
};

int
account_erase_find(struct req *r)
{
	struct sought s = { 0 };
	bool asked = *r->query;

	if (asked && form_read(r->form, r->mem, sought_fields, &s)) {
		if (audit_get(r->db, r->mem, s.line, r->who.id, r->today, r->lang))
			return go(r, mem_printf(r->mem, "/account/trail/%lld/erase", (long long)s.line));
		form_wrong(r->form, "line", "Không có dòng này trong phạm vi bạn quản lý: hỏi lại người giữ nhật ký số ở cột “Dòng nhật ký”");
	}
	title(r, tr(r->lang, "Xóa giá trị trong nhật ký"));
	crumb(r, tr(r->lang, "Người dùng"), "/account/people");
	form_show(r->form, r->view, r->lang, sought_fields, &s);
	if (!form_sent(r->form, "line"))
		view_text(r->view, "line", "");
	return show(r, asked ? 422 : 200, "account_erase_find");
}

/* NULL with *status if there is nothing for him to erase. */
static struct audit_line *
line_asked(struct req *r, int *status)
{
	struct audit_line *l = audit_get(r->db, r->mem, r->id, r->who.id, r->today, r->lang);

	*status = l ? 409 : 404;
	return l && l->changes && !l->erased && strcmp(l->action, "audit.erase")
	    && l->account != r->who.id ? l : NULL;
}

static void
put_line(struct req *r, const struct audit_line *l)
{
	view_text(r->view, "at", moment(r, l->at));
	view_text(r->view, "who", l->account ? l->name : tr(r->lang, "người vận hành"));
	view_text(r->view, "what", *l->label ? l->label : l->action);
	view_int(r->view, "entity", l->entity);
	view_int(r->view, "id", l->id);
	const struct change *c = l->erased ? NULL : l->changes;
	struct view *all = c ? view_add(r->view, "VALUES") : NULL;
	/* Who empties a line need not be one who reads the trail. */
	bool reads = may(r, "audit.read");
	if (all && !reads)
		view_add(all, "UNREAD");
	for (; c; c = c->next) {
		struct view *v = view_add(all, "VALUE");
		view_text(v, "field", c->field);
		view_text(v, "old", !*c->old ? tr(r->lang, "(trống)")
		    : reads ? c->old : tr(r->lang, "(có giá trị)"));
		view_text(v, "new", !*c->new ? tr(r->lang, "(trống)")
		    : reads ? c->new : tr(r->lang, "(có giá trị)"));
	}
	if (l->erased)
		view_text(view_add(r->view, "ERASED"), "why", account_erased(r, l));
	else if (!l->changes)
		view_add(r->view, "BARE");
	else if (!strcmp(l->action, "audit.erase"))
		view_add(r->view, "KEPT_LINE");
	else if (l->account == r->who.id)
		view_add(r->view, "OWN");
}

static int
show_erase(struct req *r, int status, const struct audit_line *l, const struct erasure *e)
{
	int unused;

	title(r, tr_with(r->mem, r->lang, "Xóa giá trị ở dòng nhật ký {1}",
	    mem_printf(r->mem, "%lld", (long long)l->id), NULL, NULL));
	crumb(r, tr(r->lang, "Người dùng"), "/account/people");
	crumb(r, tr(r->lang, "Xóa giá trị trong nhật ký"), "/account/trail/erase");
	put_line(r, l);
	if (line_asked(r, &unused)) {
		struct view *v = view_add(r->view, "ERASE");
		form_open(r, v, mem_printf(r->mem, "/account/trail/%lld/erase", (long long)l->id));
		form_show(r->form, v, r->lang, erasure_fields, e);
		view_int(v, "id", l->id);
		if (!form_sent(r->form, "typed"))
			view_text(v, "typed", "");
	}
	return show(r, status, "account_erase");
}

int
account_erase_page(struct req *r)
{
	struct audit_line *l = audit_get(r->db, r->mem, r->id, r->who.id, r->today, r->lang);

	return l ? show_erase(r, 200, l, &(struct erasure){ "", "", 0 }) : 404;
}

int
account_erase_save(struct req *r)
{
	int status;
	struct audit_line *l = line_asked(r, &status);
	struct erasure e;

	if (!l)
		return status;
	form_read(r->form, r->mem, erasure_fields, &e);
	if (e.typed != l->id)
		form_wrong(r->form, "typed", "Không phải số của dòng này: gõ lại số ở tên trang để chắc chắn xóa đúng dòng");
	if (form_faults(r->form))
		return show_erase(r, 422, l, &e);
	audit_erase(r->db, l->id);
	changed(r, "reason", "", e.reason);
	changed(r, "document", "", e.document);
	account_act_as(r, "audit.erase");
	audit(r, "audit.erase", l->id);
	said_with(r, "Đã xóa giá trị ở dòng {1}; dòng và việc xóa vẫn ghi trong nhật ký",
	    mem_printf(r->mem, "%lld", (long long)l->id), NULL);
	return go(r, r->path);
}
