/* award_nomination.c - the form of a nomination: first of whom, then what may go to him. */

#include <stdlib.h>

#include "cgi-bin/lib/award_page.h"

enum { REPORT_MAX = 20000 };

static const struct field fields[] = {
	FIELD(nomination, unit,          "Đơn vị đề nghị", NUMBER, true, .max = INT32_MAX),
	FIELD(nomination, subject,       "Đối tượng", LINE, .max = 20),
	FIELD(nomination, name,          "Họ tên, tên tập thể, tên hộ", LINE, .min = 2, .max = 300),
	FIELD(nomination, birth_year,    "Năm sinh", NUMBER, true, .min = 1900, .max = 2100, .bare = true),
	FIELD(nomination, post,          "Chức vụ, nghề nghiệp", LINE, true, .max = 200),
	FIELD(nomination, of_code,       "Thuộc đơn vị", LINE, true, .max = 200),
	FIELD(nomination, outside,       "Ngoài địa bàn", TICK, true),
	FIELD(nomination, place,         "Nơi ở, địa chỉ", LINE, true, .max = 200),
	FIELD(nomination, award_form,    "Danh hiệu, hình thức", NUMBER, true, .max = INT32_MAX),
	FIELD(nomination, award_type,    "Loại hình", LINE, .max = 20),
	FIELD(nomination, award_group,   "Nhóm đối tượng", LINE, .max = 20),
	FIELD(nomination, plan,          "Phong trào", NUMBER, true, .max = INT32_MAX),
	FIELD(nomination, achieved_from, "Thành tích từ ngày", DAY, true),
	FIELD(nomination, achieved_to,   "Đến ngày", DAY, true),
	FIELD(nomination, report,        "Báo cáo thành tích", LINES, true, .max = REPORT_MAX),
	{ 0 }
};

static bool
goes_to(const struct award_form *f, const char *subject)
{
	return !strcmp(subject, "collective") ? f->collective
	    : !strcmp(subject, "person") ? f->person : f->household;
}

static void
show_plans(struct req *r, int64_t chosen)
{
	form_option(r->view, "PLAN", "", tr(r->lang, "không theo phong trào nào trên cổng"),
	    award_id(r, chosen));
	for (struct nomination_choice *c = nomination_plans(r->db, r->mem); c; c = c->next)
		form_option(r->view, "PLAN", award_id(r, c->id), mem_printf(r->mem, "%s %s", c->code,
		    c->label), award_id(r, chosen));
}

/* Only what may go to that subject; and what was chosen before, though it ended since. */
static void
show_choices(struct req *r, const struct nomination *n, const char *subject)
{
	int64_t form = award_id_typed(r, "award_form", n->award_form);
	bool there = !form;

	form_option(r->view, "FORM", "", tr(r->lang, "chọn danh hiệu, hình thức"), award_id(r, form));
	for (struct award_form *f = award_forms(r->db, r->mem, r->today, subject, r->lang); f;
	    f = f->next) {
		form_option(r->view, "FORM", award_id(r, f->id), f->name, award_id(r, form));
		there |= f->id == form;
	}
	if (!there && form == n->award_form && !strcmp(subject, n->subject))
		form_option(r->view, "FORM", award_id(r, form), n->form_name, award_id(r, form));
	for (struct award_choice *c = award_types(r->db, r->mem, r->lang, r->today); c; c = c->next)
		form_option(r->view, "TYPE", c->value, c->label, form_typed(r->form, "award_type", n->award_type));
	for (struct award_choice *c = award_groups(r->db, r->mem, r->lang, r->today); c; c = c->next)
		if (!strcmp(c->subject, subject))
			form_option(r->view, "GROUP_OF", c->value, c->label,
			    form_typed(r->form, "award_group", n->award_group));
	show_plans(r, award_id_typed(r, "plan", n->plan));
}

const char *
nomination_name_label(const char *subject)
{
	return !strcmp(subject, "person") ? "Họ và tên"
	    : !strcmp(subject, "collective") ? "Tên tập thể" : "Tên hộ gia đình";
}

/* What is wrong with a name is said by the label that stands at its field. */
static void
show_typed(struct req *r, const struct nomination *n, const char *subject)
{
	struct field own[sizeof(fields) / sizeof(*fields)];

	memcpy(own, fields, sizeof(own));
	for (struct field *f = own; f->name; f++)
		if (!strcmp(f->name, "name"))
			f->label = nomination_name_label(subject);
	form_show(r->form, r->view, r->lang, own, n);
}

/* What the form asks of a subject, by its own words. */
static void
show_subject(struct req *r, const char *subject, int64_t form)
{
	bool person = !strcmp(subject, "person"), body = !strcmp(subject, "collective");

	view_text(r->view, "subject_key", subject);
	view_text(r->view, "form_asked", award_id(r, award_id_typed(r, "award_form", form)));
	view_text(r->view, "subject_label", award_subject(r, subject));
	view_text(r->view, "name_label", tr(r->lang, nomination_name_label(subject)));
	view_text(r->view, "name_hint", tr(r->lang, person
	    ? "Không ghi học hàm, học vị, chức vụ trước tên" : body ? "Tên đầy đủ, như sẽ ghi trên bằng"
	    : "Như: Hộ ông Giàng A Páo và bà Sùng Thị Mỷ"));
	if (person)
		view_add(r->view, "OF_PERSON");
	if (!body)
		view_add(r->view, "WITH_POST");
	for (size_t i = 0; i < 3; i++)
		if (strcmp(award_subjects[i][0], subject)) {
			struct view *v = view_add(r->view, "OTHER_SUBJECT");
			view_text(v, "value", award_subjects[i][0]);
			view_text(v, "other_label", text_lower(r->mem, tr(r->lang, award_subjects[i][1])));
		}
}

/* The subject to which the form is narrowed: "" if none was chosen yet. */
static const char *
subject_asked(struct req *r, const char *or_else)
{
	const char *as = form_get(r->form, "as");
	const char *subject = *as ? as : form_typed(r->form, "subject", or_else);

	return *award_subject(r, subject) ? subject : or_else;
}

/* What the page asks of that subject: of the rest nothing is read, for there is no box in
 * which it could be mended. */
static const struct field *
fields_of(struct req *r, const char *subject)
{
	struct field *own = mem_take(r->mem, sizeof(fields)), *to = own;

	for (const struct field *f = fields; f->name; f++)
		if (strcmp(f->name, "birth_year") ? strcmp(f->name, "post") || strcmp(subject, "collective")
		    : !strcmp(subject, "person"))
			*to++ = *f;
	return own;
}

/* The button by which what was typed goes on as of another subject: nothing is kept. */
static bool
turning(struct req *r)
{
	return *award_subject(r, form_get(r->form, "as"));
}

static int
show_begin(struct req *r)
{
	for (size_t i = 0; i < 3; i++) {
		struct view *v = view_add(r->view, "SUBJECT");
		view_text(v, "value", award_subjects[i][0]);
		view_text(v, "label", tr(r->lang, award_subjects[i][1]));
		if (!strcmp(award_subjects[i][0], "person"))
			view_add(v, "CHOSEN");
		if (i)
			view_add(v, "NEXT");
	}
	show_plans(r, award_id_typed(r, "plan", 0));
	nomination_crumbs(r, NULL, tr(r->lang, "Lập đề nghị khen thưởng"));
	return show(r, 200, "nomination_begin");
}

/* `fill`: the report is the handler's, not what was typed. */
static int
show_form_page(struct req *r, int status, const struct nomination *n, bool fill)
{
	const char *subject;

	if (n->id || !r->reading)	/* else nomination_add_page() has opened it */
		form_open(r, r->view, n->id ? nomination_path(r, n->id, "/edit") : "/award/nomination/add");
	subject = subject_asked(r, n->subject);
	show_typed(r, n, subject);
	if (!form_sent(r->form, "birth_year"))
		view_text(r->view, "birth_year", award_id(r, n->birth_year));
	if (fill)
		view_text(r->view, "report", n->report);
	show_edition(r, r->view, "", n->edition);
	show_subject(r, subject, n->award_form);
	show_choices(r, n, subject);
	if (n->id) {
		view_text(view_add(r->view, "OF_UNIT"), "unit_name", n->unit_name);
	} else {
		struct view *v = view_add(r->view, "CHOOSE_UNIT");
		for (struct nomination_choice *c = nomination_units(r->db, r->mem, r->who.id, r->today);
		    c; c = c->next)
			form_option(v, "UNIT", award_id(r, c->id), c->label,
			    form_typed(r->form, "unit", award_id(r, n->unit)));
	}
	nomination_crumbs(r, n->id ? n : NULL, tr(r->lang, n->id ? "Sửa đề nghị khen thưởng"
	    : "Lập đề nghị khen thưởng"));
	return fill || (turning(r) && !r->reading) ? look_only(r, status, "nomination_form")
	    : show(r, status, "nomination_form");
}

static const struct nomination nobody = {
	.subject = "person", .name = "", .name_key = "", .person_key = "", .name_plain = "",
	.post = "", .place = "", .award_type = "movement", .award_group = "worker",
	.achieved_from = "", .achieved_to = "", .report = "", .html = "", .of_code = "",
};

int
nomination_add_page(struct req *r)
{
	struct nomination n = nobody;

	form_open(r, r->view, "/award/nomination/add");		/* what was typed says of whom it is */
	if (!*award_subject(r, form_get(r->form, "subject")))
		return show_begin(r);
	n.subject = form_get(r->form, "subject");
	n.plan = award_id_typed(r, "plan", 0);
	if (!n.plan)
		n.award_type = "merit";
	return show_form_page(r, 200, &n, false);
}

/* The unit that was typed: by code, or by a name that one unit bears; with none the one
 * that nominates.  0 of who is outside, and of what is wrong. */
static int64_t
read_of(struct req *r, const struct nomination *n)
{
	const char *typed = form_get(r->form, "of_code"), *plain = text_plain(r->mem, typed);
	struct nomination_choice *c = *plain ? nomination_of(r->db, r->mem, typed, plain,
	    r->today) : NULL;
	const char *codes = "";

	if (n->outside && *plain)
		form_wrong(r->form, "outside", "Đã ghi đơn vị thì không phải ngoài địa bàn: bỏ dấu ở ô này hoặc xóa đơn vị");
	if (!*plain)
		return n->outside ? 0 : n->unit;
	if (!c) {
		form_wrong(r->form, "of_code", "Không có đơn vị này: ghi đúng mã hoặc tên đầy đủ như ở trang Đơn vị; người ngoài địa bàn thì để trống và đánh dấu ô “Ngoài địa bàn”");
		return 0;
	}
	if (!c->next || !strcmp(c->code, typed))
		return c->id;
	for (struct nomination_choice *x = c; x; x = x->next)
		codes = mem_printf(r->mem, "%s%s%s", codes, *codes ? ", " : "", x->code);
	form_wrong_at(r->form, "of_code", tr(r->lang, "Thuộc đơn vị"),
	    tr_with(r->mem, r->lang, "Nhiều đơn vị cùng tên: ghi một trong các mã {1}", codes,
	    NULL, NULL));
	return 0;
}

static bool
among(const struct award_choice *c, const char *value, const char *subject)
{
	for (; c; c = c->next)
		if (!strcmp(c->value, value) && (!*subject || !strcmp(c->subject, subject)))
			return true;
	return false;
}

/* The form may go to that subject, and is granted these days or stands on it already; a
 * draft may have none yet. */
static void
check_form(struct req *r, const struct nomination *n, int64_t old)
{
	if (!n->award_form && !*form_get(r->form, "award_form"))
		return;
	for (struct award_form *f = award_forms(r->db, r->mem, r->today, "", r->lang); f; f = f->next)
		if (f->id == n->award_form) {
			if (!goes_to(f, n->subject))
				form_wrong(r->form, "award_form", "Danh hiệu, hình thức này không dành cho đối tượng đã chọn: xem danh mục");
			return;
		}
	if (!old || n->award_form != old)
		form_wrong(r->form, "award_form", "Cần chọn một danh hiệu, hình thức trong danh sách");
}

static void
check_rest(struct req *r, struct nomination *n)
{
	bool plan_known = !n->plan;

	if (!*award_subject(r, n->subject))
		form_wrong(r->form, "subject", "Cần chọn tập thể, cá nhân hoặc hộ gia đình");
	if (!among(award_types(r->db, r->mem, r->lang, r->today), n->award_type, ""))
		form_wrong(r->form, "award_type", "Cần chọn một loại hình trong danh sách");
	if (!among(award_groups(r->db, r->mem, r->lang, r->today), n->award_group, n->subject))
		form_wrong(r->form, "award_group", "Nhóm này không thuộc đối tượng đã chọn: chọn nhóm khác");
	for (struct nomination_choice *c = nomination_plans(r->db, r->mem); c; c = c->next)
		plan_known |= c->id == n->plan;
	if (!plan_known)
		form_wrong(r->form, "plan", "Không có phong trào này: chọn trong danh sách");
	if (text_is_day(n->achieved_from) && text_is_day(n->achieved_to)
	    && strcmp(n->achieved_to, n->achieved_from) < 0)
		form_wrong(r->form, "achieved_to", "Ngày cuối trước ngày đầu: xem lại hai ngày");
	if (text_is_day(n->achieved_to) && strcmp(n->achieved_to, r->today) > 0)
		form_wrong(r->form, "achieved_to", "Ngày này chưa đến: thành tích tính đến hôm nay hoặc trước đó");
}

/* From the form into *n, with all that can be wrong of it. */
static void
read_all(struct req *r, struct nomination *n, const struct nomination *old)
{
	n->birth_year = 0;
	n->post = "";
	form_read(r->form, r->mem, fields_of(r, form_get(r->form, "subject")), n);
	if (old)
		n->unit = old->unit;
	else if (!n->unit || !may_here(r, "award.nominate", n->unit))
		form_wrong(r->form, "unit", "Cần chọn một đơn vị mà bạn lập đề nghị");
	n->of_unit = read_of(r, n);
	check_form(r, n, old ? old->award_form : 0);
	check_rest(r, n);
	n->name_key = text_key(r->mem, n->name);
	n->person_key = text_name_key(r->mem, n->name);
	n->name_plain = text_plain(r->mem, n->name);
}

static bool
dated(const struct nomination *n)
{
	return *n->achieved_from && *n->achieved_to;
}

/* The button that puts headings and figures into the report: nothing is kept. */
static int
fill(struct req *r, struct nomination *n)
{
	const char *text;

	if (!*n->achieved_from)
		form_wrong(r->form, "achieved_from", "Cần ngày đầu của thời gian tính thành tích để lấy số liệu: ghi rồi bấm lại");
	if (!*n->achieved_to)
		form_wrong(r->form, "achieved_to", "Cần ngày cuối của thời gian tính thành tích để lấy số liệu: ghi rồi bấm lại");
	if (form_faults(r->form))
		return show_form_page(r, 422, n, false);
	text = nomination_outline(r, n);
	n->report = *n->report ? mem_printf(r->mem, "%s\n\n%s", n->report, text) : text;
	return show_form_page(r, 200, n, true);
}

static int
turn(struct req *r, struct nomination *n)
{
	n->outside = !strcmp(form_get(r->form, "outside"), "1");
	return show_form_page(r, 200, n, false);
}

static bool
filling(struct req *r)
{
	return !strcmp(form_get(r->form, "do"), "fill");
}

static void
tell(struct req *r, const struct nomination *old, const struct nomination *n)
{
	changed_form(r, fields, old, n);
	changed(r, "of_unit", award_id(r, old->of_unit), award_id(r, n->of_unit));
}

int
nomination_add_save(struct req *r)
{
	struct nomination n = nobody;

	if (turning(r))
		return turn(r, &n);
	read_all(r, &n, NULL);
	if (filling(r))
		return fill(r, &n);
	if (form_faults(r->form))
		return show_form_page(r, 422, &n, false);
	if (!*n.report && dated(&n))	/* asked once, used again: what reports say need not be typed */
		n.report = nomination_outline(r, &n);
	n.html = markdown(r->mem, n.report).text;
	n.flow_case = flow_open(r->db, "award", n.unit, r->who.id, r->now);
	n.id = nomination_add(r->db, &n, r->now);
	nomination_write(r->db, n.id, r->who.id);
	tell(r, &(struct nomination){ .subject = "", .name = "", .post = "", .of_code = "", .place = "",
	    .award_type = "", .award_group = "", .achieved_from = "", .achieved_to = "",
	    .report = "" }, &n);
	audit(r, "nomination.add", n.id);
	said(r, "Đã lưu nháp đề nghị");
	return go(r, nomination_path(r, n.id, ""));
}

/* Who agreed to be named, agreed as he was called: by another name, year or unit it may be
 * somebody else.  True if a consent ended. */
static bool
end_consents(struct req *r, const struct nomination *old, const struct nomination *n)
{
	const char *why = tr("vi", "Đã sửa tên, đối tượng, năm sinh hoặc đơn vị của đề nghị");
	bool ended = false;

	if (!strcmp(old->name, n->name) && !strcmp(old->subject, n->subject)
	    && old->birth_year == n->birth_year && old->of_unit == n->of_unit)
		return false;
	for (struct nomination_consent *c = nomination_consents(r->db, r->mem, n->id); c; c = c->next) {
		if (*c->withdrawn)
			continue;
		nomination_consent_end(r->db, c->id, r->today, why);
		changed(r, "withdrawn", "", r->today);
		changed(r, "why", "", why);
		audit(r, "nomination.unconsent", n->id);
		ended = true;
	}
	return ended;
}

/* The nomination of the address, if this person may change it now: else *status is 404
 * or 409. */
static struct nomination *
editable(struct req *r, int *status)
{
	struct nomination *n = nomination_get(r->db, r->mem, r->id, r->today, r->lang);

	*status = 404;
	if (!n || !may_here(r, "award.nominate", n->unit))
		return NULL;
	*status = 409;
	return n->edits ? n : NULL;
}

int
nomination_edit_page(struct req *r)
{
	int status;
	struct nomination *n = editable(r, &status);

	if (!n)
		return status;
	n->outside = !n->of_unit;
	return show_form_page(r, 200, n, false);
}

int
nomination_edit_save(struct req *r)
{
	int status;
	struct nomination *old = editable(r, &status), n;

	if (!old)
		return status;
	old->outside = !old->of_unit;
	n = *old;
	if (turning(r))
		return turn(r, &n);
	read_all(r, &n, old);
	if (filling(r))
		return fill(r, &n);
	is_old(r, old->edition, tr_with(r->mem, r->lang,
	    "Đề nghị đã được lưu hoặc chuyển bước sau khi bạn mở trang, bản đang có lưu lúc {1}: lưu lần nữa để thay bằng bản này, hoặc mở lại trang để xem bản kia",
	    moment(r, old->saved), NULL, NULL));
	if (form_faults(r->form))
		return show_form_page(r, 422, &n, false);
	n.html = markdown(r->mem, n.report).text;
	nomination_change(r->db, &n, r->now);
	nomination_write(r->db, n.id, r->who.id);
	tell(r, old, &n);
	audit(r, "nomination.change", n.id);
	said(r, end_consents(r, old, &n)
	    ? "Đã lưu đề nghị; đồng ý nêu tên trước đây không còn dùng được: ghi lại khi người, hộ đồng ý"
	    : "Đã lưu đề nghị");
	return go(r, nomination_path(r, n.id, ""));
}
