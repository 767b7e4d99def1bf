/* evaluation_subject.c - a sheet for those who have no account: begun by their unit. */

#include <stdlib.h>

#include "cgi-bin/lib/evaluation_page.h"

struct subject {
	const char *subject, *name, *place, *exit_day;
	int64_t unit, judged, plan_class;
};

static const struct field subject_fields[] = {
	FIELD(subject, unit, "Đơn vị quản lý", .kind = NUMBER, .max = INT32_MAX),
	FIELD(subject, judged, "Đơn vị chưa có tài khoản", .kind = NUMBER, .optional = true,
	    .max = INT32_MAX),
	FIELD(subject, subject, "Loại đối tượng", .optional = true, .max = 20),
	FIELD(subject, plan_class, "Nhóm đối tượng của kế hoạch", .kind = NUMBER, .optional = true,
	    .max = INT32_MAX),
	FIELD(subject, name, "Tên", .optional = true, .max = 200),
	FIELD(subject, place, "Nơi ở, địa chỉ", .optional = true, .max = 200),
	FIELD(subject, exit_day, "Ngày được công nhận thoát nghèo", .kind = DAY, .optional = true),
	{ 0 }
};

static const char *const subjects[] = { "village", "household", "cadre", "enterprise", NULL };

static const char *
id_text(struct req *r, int64_t id)
{
	return mem_printf(r->mem, "%lld", (long long)id);
}

static int
show_subject(struct req *r, int status, const struct evaluation_round *d,
    const struct evaluation_choice *units, const struct subject *s)
{
	title(r, tr(r->lang, "Nhập phiếu cho đối tượng không có tài khoản"));
	crumb(r, tr(r->lang, "Đánh giá"), "/evaluation");
	form_open(r, r->view, evaluation_round_path(r, d->id, "/subject"));
	form_show(r->form, r->view, r->lang, subject_fields, s);
	view_text(r->view, "round_name", d->name);
	for (const struct evaluation_choice *u = units; u; u = u->next) {
		form_option(r->view, "UNIT", id_text(r, u->id), u->label, id_text(r, s->unit));
		for (struct evaluation_choice *x = evaluation_under(r->db, r->mem, d->id, u->id,
		    r->today); x; x = x->next)
			form_option(r->view, "JUDGED", id_text(r, x->id), x->label, id_text(r, s->judged));
	}
	for (int i = 0; subjects[i]; i++)
		form_option(r->view, "SUBJECT", subjects[i], evaluation_subject_word(r, subjects[i]),
		    s->subject);
	for (struct evaluation_class *c = evaluation_classes(r->db, r->mem, d->id, r->lang); c;
	    c = c->next)
		form_option(r->view, "CLASS", id_text(r, c->id), c->name, id_text(r, s->plan_class));
	return show(r, status, "evaluation_subject");
}

/* The round, if it is open and he may score for a unit that it reaches. */
static struct evaluation_round *
round_for(struct req *r, struct evaluation_choice **units)
{
	struct evaluation_round *d = evaluation_round_get(r->db, r->mem, r->id, r->lang);

	if (!d || !d->stands)
		return NULL;
	*units = evaluation_units(r->db, r->mem, d->id, r->who.id, r->today);
	return *units ? d : NULL;
}

int
evaluation_subject(struct req *r)
{
	struct evaluation_choice *units;
	struct evaluation_round *d = round_for(r, &units);

	if (!d || strcmp(d->state, "open"))
		return 404;
	return show_subject(r, 200, d, units, &(struct subject){ .subject = "household",
	    .name = "", .place = "", .exit_day = "", .unit = units->id });
}

/* The class of a unit that stands in the tree; -1 if it is not one of those offered. */
static int64_t
class_of_judged(struct req *r, const struct evaluation_round *d, const struct subject *s)
{
	for (struct evaluation_choice *x = evaluation_under(r->db, r->mem, d->id, s->unit,
	    r->today); x; x = x->next)
		if (x->id == s->judged)
			return strtoll(x->value, NULL, 10);
	return -1;
}

static void
check_named(struct req *r, const struct evaluation_round *d, const struct subject *s)
{
	struct evaluation_class *c = evaluation_classes(r->db, r->mem, d->id, r->lang);
	int i = 0;

	while (subjects[i] && strcmp(subjects[i], s->subject))
		i++;
	if (!subjects[i])
		form_wrong(r->form, "subject", "Chọn một loại trong danh sách");
	if (!*s->name)
		form_wrong(r->form, "name", "Ghi tên đối tượng, hoặc chọn một đơn vị ở ô trên");
	while (c && c->id != s->plan_class)
		c = c->next;
	if (!c)
		form_wrong(r->form, "plan_class", "Chọn nhóm đối tượng để biết chấm theo tiêu chí nào");
}

int
evaluation_subject_save(struct req *r)
{
	struct evaluation_choice *units;
	struct evaluation_round *d = round_for(r, &units);
	struct subject s;

	if (!d)
		return 404;
	if (strcmp(d->state, "open"))
		return 409;
	form_read(r->form, r->mem, subject_fields, &s);
	if (!evaluation_among(units, s.unit))
		form_wrong(r->form, "unit", "Chọn một đơn vị trong danh sách");
	if (s.judged && (s.plan_class = class_of_judged(r, d, &s)) < 0)
		form_wrong(r->form, "judged",
		    "Đơn vị này đã có phiếu, đã có tài khoản hoặc không thuộc đơn vị quản lý: chọn đơn vị khác");
	if (!s.judged)
		check_named(r, d, &s);
	struct evaluation e = { .round = d->id, .plan_class = s.plan_class, .unit = s.unit,
	    .judged = s.judged, .subject = s.subject, .name = s.name,
	    .name_key = text_key(r->mem, s.name), .name_plain = text_plain(r->mem, s.name),
	    .place = s.judged ? "" : s.place, .exit_day = s.judged ? "" : s.exit_day,
	    .back_day = "" };
	if (!s.judged && !form_faults(r->form) && evaluation_taken(r->db, &e))
		form_wrong(r->form, "name",
		    "Đã có phiếu của đối tượng cùng tên, cùng nơi ở trong nhóm này: mở phiếu ấy, hoặc ghi rõ hơn nơi ở");
	if (form_faults(r->form))
		return show_subject(r, 422, d, units, &s);
	may_here(r, "evaluation.write", s.unit);
	e.flow_case = flow_open(r->db, "evaluation", e.unit, r->who.id, r->now);
	e.id = evaluation_add(r->db, &e, r->who.id, r->now);
	changed(r, "name", "", e.name);
	changed(r, "place", "", e.place);
	changed(r, "exit_day", "", e.exit_day);
	audit(r, "evaluation.begin", e.id);
	said(r, "Đã lập phiếu, bắt đầu chấm được");
	return go(r, evaluation_path(r, e.id, ""));
}
