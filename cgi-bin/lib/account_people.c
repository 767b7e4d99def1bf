/* account_people.c - whom an administrator looks after: found, shown, locked, let in. */

#include "cgi-bin/lib/account_page.h"
#include "db/credential.h"

static const char *
last_day(struct req *r, const char *iso)
{
	return strcmp(iso, FOREVER) ? text_of_day(r->mem, iso)
	    : tr(r->lang, "không thời hạn");
}

bool
account_withdrawn(const struct mandate *m)
{
	return strcmp(m->valid_to, m->valid_from) < 0;
}

struct view *
account_put_mandate(struct req *r, const char *section, const struct mandate *m)
{
	struct view *v = view_add(r->view, section);

	view_text(v, "role", m->role_label);
	view_text(v, "unit", m->unit_name);
	view_text(v, "post", *m->post ? m->post : tr(r->lang, "chưa ghi"));
	view_text(v, "document", *m->document ? m->document : tr(r->lang, "chưa ghi"));
	view_date(v, "valid_from", m->valid_from);
	view_text(v, "valid_to", account_withdrawn(m) ? tr(r->lang, "đã thu hồi")
	    : last_day(r, m->valid_to));
	return v;
}

static const struct column people_columns[] = {
	{ "name",  "Họ và tên",        CELL_TEXT, true },
	{ "login", "Tên đăng nhập",    CELL_TEXT, true },
	{ "phone", "Điện thoại",       CELL_CODE, false },
	{ "roles", "Vai trò hôm nay",  CELL_TEXT, false },
	{ "seen",  "Dùng gần nhất",    CELL_TEXT, true },
	{ "state", "Tình trạng",       CELL_TAG,  false },
	{ 0 }
};

int
account_people_page(struct req *r)
{
	const char *q = form_get(r->form, "q"), *unit = form_get(r->form, "unit");
	const char *state = form_get(r->form, "state"), *chosen = "selected";
	static const char *const states[][2] = { { "on", "state_on" }, { "off", "state_off" },
	    { "bare", "state_bare" } };
	int64_t total;
	struct person_ask ask = { .admin = r->who.id, .day = r->today, .lang = r->lang,
	    .q = text_plain(r->mem, q), .unit = text_plain(r->mem, unit), .state = state,
	    .sort = table_sort(r, people_columns, 1),
	    .limit = table_limit(r), .skip = table_skip(r) };
	struct table *t = table_new(r, "Người dùng", people_columns);

	for (struct person *p = people(r->db, r->mem, &ask, &total); p; p = p->next) {
		table_row(t, mem_printf(r->mem, "/account/people/%lld", (long long)p->id));
		table_text(t, p->name);
		table_text(t, p->login);
		*p->phone ? table_text(t, p->phone) : table_nothing(t, "chưa có");
		*p->roles ? table_text(t, p->roles) : table_nothing(t, "chưa được giao");
		p->seen ? table_text(t, moment(r, p->seen)) : table_nothing(t, "chưa dùng");
		table_tag(t, p->disabled ? "none" : "done",
		    tr(r->lang, p->disabled ? "Đã khóa" : "Đang dùng"));
	}
	title(r, tr(r->lang, "Người dùng"));
	view_text(r->view, "q", q);
	view_text(r->view, "unit", unit);
	if (person_root(r->db, r->who.id, r->today))
		view_add(r->view, "TOP");
	if (may(r, "audit.erase"))
		view_add(r->view, "ERASES");
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		if (!strcmp(state, states[i][0]))
			view_text(r->view, states[i][1], chosen);
	return table_show(r, 200, "account_people", t, total, *q || *unit || *state
	    ? "Không có người nào như vậy trong phạm vi bạn quản lý: hãy bớt điều kiện lọc"
	    : "Bạn chưa quản lý ai: hãy thêm người dùng đầu tiên");
}

struct account *
account_mine(struct req *r)
{
	return person_mine(r->db, r->who.id, r->id, r->today)
	    ? account_get(r->db, r->mem, r->id) : NULL;
}

struct account *
account_whole(struct req *r)
{
	return r->id != r->who.id && person_whole(r->db, r->who.id, r->id, r->today)
	    ? account_get(r->db, r->mem, r->id) : NULL;
}

bool
account_may_end(struct req *r, const struct mandate *m)
{
	return may_here(r, "account.manage", m->unit)
	    || (mandate_is_left(r->db, m->id, r->today) && account_whole(r));
}

const char *
account_address(struct req *r, const char *end)
{
	return mem_printf(r->mem, "/account/people/%lld%s", (long long)r->id, end);
}

void
account_act_for(struct req *r)
{
	for (struct mandate *m = mandates_of(r->db, r->mem, r->id, "", r->lang); m; m = m->next)
		if (may_here(r, "account.manage", m->unit))
			return;
}

void
account_act_as(struct req *r, const char *ability)
{
	for (struct mandate *m = mandates_of(r->db, r->mem, r->who.id, r->today, r->lang); m;
	    m = m->next)
		if (may_here(r, ability, m->unit))
			return;
}

void
account_under(struct req *r, const struct account *a, const char *text)
{
	title(r, text);
	crumb(r, tr(r->lang, "Người dùng"), "/account/people");
	crumb(r, a->name, account_address(r, ""));
}

int
account_show_temporary(struct req *r, const struct account *a, const char *word)
{
	title(r, tr(r->lang, "Mật khẩu tạm"));
	crumb(r, tr(r->lang, "Người dùng"), "/account/people");
	crumb(r, a->name, mem_printf(r->mem, "/account/people/%lld", (long long)a->id));
	view_text(r->view, "person", a->name);
	view_text(r->view, "login", a->login);
	view_text(r->view, "word", word);
	view_int(r->view, "id", a->id);
	return show(r, 200, "account_temporary");
}

static int
person_json(struct req *r, const struct account *a, struct mandate *m)
{
	struct json *j = json_new(r), *list;

	json_int(j, "id", a->id);
	json_text(j, "login", a->login);
	json_text(j, "name", a->name);
	json_text(j, "phone", a->phone);
	json_text(j, "state", a->disabled ? "off" : "on");
	list = json_list(j, "mandates");
	for (; m; m = m->next) {
		struct json *o = json_record(list, NULL);
		json_text(o, "role", m->role);
		json_text(o, "unit", m->unit_name);
		json_text(o, "valid_from", m->valid_from);
		json_text(o, "valid_to", m->valid_to);
		json_text(o, "document", m->document);
	}
	return json_show(r, j);
}

static void
put_mandates(struct req *r, struct mandate *m, bool self)
{
	if (!m)
		view_add(r->view, "NO_MANDATE");
	else
		view_add(r->view, "MANDATES");
	for (; m; m = m->next) {
		struct view *v = account_put_mandate(r, "MANDATE", m);
		bool past = strcmp(m->valid_to, r->today) < 0;
		bool coming = strcmp(m->valid_from, r->today) > 0;
		view_text(v, "tag", past ? "none" : coming ? "soon" : "done");
		view_text(v, "when", tr(r->lang, account_withdrawn(m) ? "Đã thu hồi" : past ? "Đã hết" : coming ? "Chưa tới" : "Đang giữ"));
		if (past || self || !account_may_end(r, m))
			continue;
		view_text(view_add(v, "END"), "end_path", account_address(r,
		    mem_printf(r->mem, "/mandate/%lld", (long long)m->id)));
	}
}

/* Of a mandate beyond this administrator's reach the role is enough. */
static void
veil(struct req *r, struct mandate *m)
{
	for (; m; m = m->next) {
		if (mandate_told(r->db, r->who.id, m->id, r->today))
			continue;
		m->unit_name = tr(r->lang, "đơn vị khác");
		m->post = m->document = tr(r->lang, "ngoài phạm vi bạn quản lý");
	}
}

int
account_person_page(struct req *r)
{
	struct account *a = account_mine(r);
	bool self = r->id == r->who.id;

	if (!a)
		return 404;
	struct mandate *m = mandates_of(r->db, r->mem, a->id, "", r->lang);
	veil(r, m);
	if (r->face == JSON)
		return person_json(r, a, m);
	title(r, a->name);
	crumb(r, tr(r->lang, "Người dùng"), "/account/people");
	view_text(r->view, "login", a->login);
	view_text(r->view, "phone", *a->phone ? a->phone : tr(r->lang, "chưa có"));
	view_text(r->view, "created", moment(r, a->created));
	view_text(r->view, "state", tr(r->lang, a->disabled ? "Đã khóa" : "Đang dùng"));
	view_text(r->view, "face", a->disabled ? "none" : "done");
	view_text(r->view, "factor", a->factor ? tr_with(r->mem, r->lang, "đang bật, từ {1}",
	    moment(r, a->factor), NULL, NULL) : tr(r->lang, "chưa bật"));
	view_int(r->view, "id", a->id);
	put_mandates(r, m, self);
	if (self) {
		view_add(r->view, "SELF");
	} else {
		view_add(r->view, "GIVE");
		if (!account_whole(r)) {
			view_add(r->view, "PARTLY");
		} else {
			view_add(r->view, "WHOLE");
			struct view *v = view_add(r->view, a->disabled ? "ON" : "OFF");
			form_open(r, v, account_address(r, "/state"));
			form_open(r, view_add(r->view, "RESET"), account_address(r, "/password"));
			if (a->factor)
				view_add(r->view, "FACTOR");
			form_open(r, view_add(r->view, "SESSIONS"), account_address(r, "/sessions"));
		}
	}
	return show(r, 200, "account_person");
}

int
account_state_save(struct req *r)
{
	struct account *a = account_whole(r);
	bool off = !strcmp(form_get(r->form, "off"), "1");

	if (!a)
		return 404;
	account_act_for(r);
	changed(r, "state", a->disabled ? "off" : "on", off ? "off" : "on");
	a->disabled = off ? r->now : 0;
	account_change(r->db, a);
	if (off)
		session_end(r->db, a->id, 0, 0, r->now);
	audit(r, "account.state", a->id);
	said(r, off ? "Đã khóa tài khoản; mọi phiên đang mở đã kết thúc" : "Đã mở khóa tài khoản");
	return go(r, account_address(r, ""));
}

int
account_reset_save(struct req *r)
{
	struct account *a = account_whole(r);
	const char *word = credential_temporary(r->mem), *hash;

	if (!a)
		return 404;
	if (!(hash = credential_hash(r->mem, word)))
		return 500;
	account_act_for(r);
	if (!audit_first(r, "account.reset_begun", a->id))
		return 500;
	if (!(a = account_whole(r)))
		return 404;
	credential_set(r->secret, a->id, hash, r->now);
	a->must_change = true;
	account_change(r->db, a);
	session_end(r->db, a->id, 0, 0, r->now);
	audit(r, "account.reset", a->id);
	return account_show_temporary(r, a, word);
}

int
account_sessions_end(struct req *r)
{
	struct account *a = account_whole(r);

	if (!a)
		return 404;
	account_act_for(r);
	session_end(r->db, a->id, 0, 0, r->now);
	audit(r, "account.end_session", a->id);
	said(r, "Đã kết thúc mọi phiên của người này");
	return go(r, account_address(r, ""));
}
