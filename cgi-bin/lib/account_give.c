/* account_give.c - a new person, his name, and his roles from when to when. */

#include "cgi-bin/lib/account_page.h"
#include "db/credential.h"
#include "db/unit.h"

enum { PLACES_MAX = 300 };	/* offered beside the field; others are typed */

/* A person, and what he may do from when to when. */
struct given {
	const char *login, *name, *phone;
	const char *unit, *role, *post, *valid_from, *valid_to, *document;
};

#define PERSON \
	FIELD(given, name, "Họ và tên", LINE, .max = 120), \
	FIELD(given, phone, "Điện thoại", LINE, .optional = true, .max = 40)
#define ROLE \
	FIELD(given, unit, "Đơn vị", LINE, .max = 200), \
	FIELD(given, role, "Vai trò", LINE, .max = 40), \
	FIELD(given, post, "Chức vụ", LINE, .optional = true, .max = 120), \
	FIELD(given, valid_from, "Từ ngày", DAY), \
	FIELD(given, valid_to, "Đến hết ngày", DAY, .optional = true), \
	FIELD(given, document, "Văn bản giao", LINE, .max = 200)

static const struct field person_fields[] = {
	PERSON,
	{ 0 }
};

static const struct field role_fields[] = {
	ROLE,
	{ 0 }
};

static const struct field new_fields[] = {
	FIELD(given, login, "Tên đăng nhập", LINE, .min = 2, .max = 60),
	PERSON,
	ROLE,
	{ 0 }
};

static void
put_choices(struct req *r, const struct given *g)
{
	const char *chosen = form_typed(r->form, "role", g->role);

	for (struct role *role = roles(r->db, r->mem, r->today, r->lang); role; role = role->next) {
		struct view *v = view_add(r->view, "CHOICE");
		view_text(v, "value", role->role);
		view_text(v, "label", role->label);
		if (!strcmp(role->role, chosen))
			view_text(v, "chosen", "selected");
	}
	for (struct place *p = places_of(r->db, r->mem, r->who.id, r->today, PLACES_MAX); p;
	    p = p->next) {
		struct view *v = view_add(r->view, "PLACE");
		view_text(v, "code", p->code);
		view_text(v, "place", p->name);
	}
}

/* The mandate that is asked for, or a fault beside the field. */
static struct mandate
judge(struct req *r, const struct given *g)
{
	struct place *p = place_find(r->db, r->mem, r->who.id, r->today, g->unit,
	    text_plain(r->mem, g->unit));
	struct role *role = roles(r->db, r->mem, text_is_day(g->valid_from) ? g->valid_from
	    : r->today, r->lang);
	struct mandate m = { .role = g->role, .post = g->post, .document = g->document,
	    .valid_from = g->valid_from, .valid_to = *g->valid_to ? g->valid_to : FOREVER };

	while (role && strcmp(role->role, g->role))
		role = role->next;
	if (!role)
		form_wrong(r->form, "role", "Chưa chọn vai trò, hoặc vai trò không dùng vào ngày bắt đầu: hãy chọn trong danh sách");
	if (p)
		m.unit = p->id, m.unit_name = p->name;
	else
		form_wrong(r->form, "unit", "Không có đơn vị này trong phạm vi bạn quản lý, hoặc có hai đơn vị trùng tên: hãy ghi mã đơn vị");
	if (text_is_day(m.valid_from) && text_is_day(m.valid_to)
	    && strcmp(m.valid_to, m.valid_from) < 0)
		form_wrong(r->form, "valid_to", "Sớm hơn ngày bắt đầu: hãy ghi ngày từ ngày bắt đầu trở đi, hoặc bỏ trống nếu không có thời hạn");
	return m;
}

static void
log_mandate(struct req *r, const char *unit, const struct mandate *m)
{
	changed(r, "unit", "", unit);
	changed(r, "role", "", m->role);
	changed(r, "post", "", m->post);
	changed(r, "valid_from", "", m->valid_from);
	changed(r, "valid_to", "", m->valid_to);
	changed(r, "document", "", m->document);
}

static int
show_add(struct req *r, int status, const struct given *g)
{
	title(r, tr(r->lang, "Thêm người dùng"));
	crumb(r, tr(r->lang, "Người dùng"), "/account/people");
	form_open(r, r->view, "/account/people/add");
	view_add(r->view, "PERSON");
	form_show(r->form, r->view, r->lang, new_fields, g);
	put_choices(r, g);
	return show(r, status, "account_give");
}

int
account_add_page(struct req *r)
{
	return show_add(r, 200, &(struct given){ "", "", "", "", "", "", r->today, "", "" });
}

static bool
plain_login(const char *login)
{
	return strspn(login, "abcdefghijklmnopqrstuvwxyz0123456789._-") == strlen(login);
}

/* One that stands already, from before it was asked, keeps nobody from changing the name. */
static void
phone_fits(struct req *r, const struct given *g, const char *before)
{
	if (!unit_phone_fits(g->phone) && strcmp(g->phone, before))
		form_wrong(r->form, "phone", "Số điện thoại chỉ gồm chữ số, dấu cách và + . - ( )");
}

int
account_add_save(struct req *r)
{
	const char *word = credential_temporary(r->mem), *hash;
	struct given g;

	form_read(r->form, r->mem, new_fields, &g);
	g.login = text_lower(r->mem, g.login);
	struct mandate m = judge(r, &g);
	phone_fits(r, &g, "");
	if (!plain_login(g.login))
		form_wrong(r->form, "login", "Chỉ gồm chữ cái không dấu, chữ số, dấu chấm, gạch nối và gạch dưới: hãy viết lại");
	else if (*g.login && account_by_login(r->db, r->mem, g.login))
		form_wrong(r->form, "login", "Đã có người dùng tên này: hãy thêm tên đơn vị vào sau, thí dụ huyen.ltt.namkhao");
	if (form_faults(r->form))
		return show_add(r, 422, &g);
	/* Here and at a reset other writers wait its 90 ms: a rare act, and of two clicks
	 * the second has the first one's answer. */
	if (!(hash = credential_hash(r->mem, word)))
		return 500;
	struct account a = { .login = g.login, .name = g.name, .phone = g.phone,
	    .name_key = text_name_key(r->mem, g.name),
	    .name_plain = text_plain(r->mem, g.name), .must_change = true };
	a.id = m.account = account_add(r->db, &a, r->now);
	credential_set(r->secret, a.id, hash, r->now);
	mandate_add(r->db, &m);
	may_here(r, "account.manage", m.unit);
	changed(r, "login", "", a.login);
	changed(r, "name", "", a.name);
	changed(r, "phone", "", a.phone);
	log_mandate(r, m.unit_name, &m);
	audit(r, "account.add", a.id);
	again(r, mem_printf(r->mem, "/account/people/%lld", (long long)a.id));
	said(r, "Đã thêm người này. Mật khẩu tạm đã hiện một lần và không xem lại được: nếu chưa kịp ghi, hãy bấm “Cấp mật khẩu tạm” ở dưới");
	return account_show_temporary(r, &a, word);
}

static int
show_edit(struct req *r, int status, const struct account *a, const struct given *g)
{
	account_under(r, a, tr(r->lang, "Sửa họ tên, điện thoại"));
	form_open(r, r->view, account_address(r, "/edit"));
	form_show(r->form, r->view, r->lang, person_fields, g);
	return show(r, status, "account_edit");
}

int
account_edit_page(struct req *r)
{
	struct account *a = account_whole(r);

	return a ? show_edit(r, 200, a, &(struct given){ .name = a->name, .phone = a->phone })
	    : 404;
}

int
account_edit_save(struct req *r)
{
	struct account *a = account_whole(r);
	struct given g;

	if (!a)
		return 404;
	form_read(r->form, r->mem, person_fields, &g);
	phone_fits(r, &g, a->phone);
	if (form_faults(r->form))
		return show_edit(r, 422, a, &g);
	account_act_for(r);
	changed_form(r, person_fields, &(struct given){ .name = a->name, .phone = a->phone }, &g);
	a->name = g.name;
	a->phone = g.phone;
	a->name_key = text_name_key(r->mem, g.name);
	a->name_plain = text_plain(r->mem, g.name);
	account_change(r->db, a);
	audit(r, "account.change", a->id);
	said(r, "Đã lưu họ tên, điện thoại");
	return go(r, account_address(r, ""));
}

static int
show_give(struct req *r, int status, const struct account *a, const struct given *g)
{
	account_under(r, a, tr(r->lang, "Giao thêm vai trò"));
	form_open(r, r->view, account_address(r, "/mandate"));
	form_show(r->form, r->view, r->lang, role_fields, g);
	put_choices(r, g);
	return show(r, status, "account_give");
}

/* Nobody decides on his own case. */
int
account_give_page(struct req *r)
{
	struct account *a = account_mine(r);

	return !a || r->id == r->who.id ? 404 : show_give(r, 200, a,
	    &(struct given){ "", "", "", "", "", "", r->today, "", "" });
}

int
account_give_save(struct req *r)
{
	struct account *a = account_mine(r);
	struct given g;

	if (!a || a->id == r->who.id)
		return 404;
	form_read(r->form, r->mem, role_fields, &g);
	struct mandate m = judge(r, &g);
	m.account = a->id;
	if (!form_faults(r->form) && mandate_taken(r->db, &m))
		form_wrong(r->form, "role", "Người này đã giữ vai trò này ở đơn vị này trong những ngày ấy: hãy chọn ngày khác hoặc kết thúc vai trò cũ trước");
	if (form_faults(r->form))
		return show_give(r, 422, a, &g);
	mandate_add(r->db, &m);
	may_here(r, "account.manage", m.unit);
	log_mandate(r, m.unit_name, &m);
	audit(r, "account.give", a->id);
	said_with(r, "Đã giao vai trò ở {1}, từ ngày {2}", m.unit_name,
	    text_of_day(r->mem, m.valid_from));
	return go(r, account_address(r, ""));
}

struct last {
	const char *valid_to;
};

static const struct field last_fields[] = {
	FIELD(last, valid_to, "Ngày cuối cùng", DAY),
	{ 0 }
};

/* A mandate of the address that goes on, in this administrator's reach, of another. */
static struct mandate *
going_on(struct req *r)
{
	struct mandate *m = mandate_get(r->db, r->mem, r->id2, r->lang);

	return m && m->account == r->id && m->account != r->who.id
	    && strcmp(m->valid_to, r->today) >= 0 && account_may_end(r, m) ? m : NULL;
}

static int
show_end(struct req *r, int status, const struct mandate *m, const struct last *last)
{
	struct account *a = account_get(r->db, r->mem, r->id);

	if (!a)
		return 404;
	account_under(r, a, tr(r->lang, "Kết thúc vai trò"));
	form_open(r, r->view, account_address(r, mem_printf(r->mem, "/mandate/%lld", (long long)m->id)));
	account_put_mandate(r, "MANDATE", m);
	form_show(r->form, r->view, r->lang, last_fields, last);
	return show(r, status, "account_end");
}

int
account_end_page(struct req *r)
{
	struct mandate *m = going_on(r);

	return m ? show_end(r, 200, m, &(struct last){ r->today }) : 404;
}

int
account_end_save(struct req *r)
{
	struct mandate *m = going_on(r);
	struct last last;

	if (!m)
		return 404;
	const char *yesterday = text_day_add(r->mem, r->today, -1);
	if (form_read(r->form, r->mem, last_fields, &last)) {
		/* Never in force before today: a mistake, which yesterday takes back. */
		bool mistaken = strcmp(m->valid_from, r->today) >= 0
		    && !strcmp(last.valid_to, yesterday);
		if (strcmp(last.valid_to, m->valid_from) < 0 && !mistaken)
			form_wrong(r->form, "valid_to", "Sớm hơn ngày bắt đầu của vai trò: hãy ghi ngày từ ngày bắt đầu trở đi; vai trò mới giao hôm nay hoặc chưa tới ngày thì ghi ngày hôm qua để thu hồi");
		else if (strcmp(last.valid_to, m->valid_to) > 0)
			form_wrong(r->form, "valid_to", "Muộn hơn ngày cuối cùng đã ghi: muốn kéo dài, hãy giao thêm vai trò bằng văn bản mới");
	}
	if (form_faults(r->form))
		return show_end(r, 422, m, &last);
	mandate_end(r->db, m->id, last.valid_to);
	changed(r, "unit", "", m->unit_name);
	changed(r, "role", "", m->role);
	changed(r, "valid_to", m->valid_to, last.valid_to);
	audit(r, "account.end", r->id);
	said_with(r, strcmp(last.valid_to, m->valid_from) < 0 ? "Đã thu hồi vai trò ở {1}"
	    : "Vai trò ở {1} kết thúc hết ngày {2}", m->unit_name,
	    text_of_day(r->mem, last.valid_to));
	return go(r, account_address(r, ""));
}
