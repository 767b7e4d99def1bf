/* plan_movement.c - a plan's movement: its short names, the movements to which it is tied, and
 * the plans that are tied to it; entered as the office files them, before and after the issue. */

#include "cgi-bin/lib/plan_change_page.h"

#include <stdlib.h>

#include "cgi-bin/lib/plan_text.h"
#include "db/plan_tie.h"

enum { TIES_MAX = 50, TIES_MORE = 2, NAME_MAX = 300, SHORT_MAX = 200, SHORTS_MAX = 400, TIED_SHOWN = 20 };

struct movement {
	const char *short_names;
};

static const struct field fields[] = {
	FIELD(movement, short_names, "Tên gọi tắt của phong trào", LINE, true, .max = 1000),
	{ 0 }
};

/* ---- as it is read ---- */

/* Who drafts for its unit files it, too: a draft that may be changed, or what stands. */
static bool
keeps(struct req *r, const struct plan *p)
{
	return r->who.id && plan_is_own(p) && (p->edits || p->stands) && may_here(r, "plan.write", p->unit);
}

static void
show_tie(struct req *r, struct view *in, const struct plan_tie *t)
{
	struct view *v = view_add(in, "TIE");
	struct view *named = view_add(v, t->other ? "TIE_HELD" : "TIE_WORDS");

	view_text(v, "relation", plan_capital(r->mem, t->label));
	view_text(named, "tie_name", t->name);
	if (t->other)
		view_text(named, "tie_path", plan_path(r, t->other, ""));
	if (t->other && *t->end && strcmp(t->end_day, r->today) <= 0)
		view_text(view_add(named, "TIE_ENDED"), "ended", plan_ended_text(r,
		    &(struct plan){ .end = t->end, .end_day = t->end_day }));
	if (t->short_names)
		view_text(view_add(v, "TIE_SHORT"), "short_name", plan_names_text(r->mem, t->short_names));
	if (t->said) {
		struct view *said = view_add(v, "SAID");
		view_text(said, "anchor", t->anchor);
		view_text(said, "cited", cited(r, t->anchor));
	}
}

/* What other plans say of it: each says where. */
static void
show_tied(struct req *r, const struct plan *p)
{
	struct plan_tied *t = plan_tied(r->db, r->mem, p->id, r->who.id, r->today, r->lang);
	struct view *all = t ? view_add(r->view, "TIED") : NULL;
	int n = 0, more = 0;

	for (; t; t = t->next) {
		if (n++ >= TIED_SHOWN) {
			more++;
			continue;
		}
		struct view *v = view_add(all, "TIED_PLAN");
		view_text(v, "tied_path", mem_printf(r->mem, "%s%s%s", plan_path(r, t->plan, ""),
		    t->said ? "#" : "", t->said ? t->anchor : ""));
		view_text(v, "number", *t->number ? t->number : tr(r->lang, "chưa có số"));
		view_text(v, "subject", t->subject);
		view_text(v, "relation", t->label);
		if (!t->stands)
			view_add(v, "DRAFT");
	}
	if (more)
		view_text(view_add(all, "MORE"), "n", number(r, more, 0));
}

void
plan_show_movement(struct req *r, const struct plan *p)
{
	struct plan_short_name *names = plan_short_names(r->db, r->mem, p->id);
	struct plan_tie *t = plan_ties(r->db, r->mem, p->id, r->lang);
	struct view *keep = keeps(r, p) ? view_add(r->view, "KEEP_MOVEMENT") : NULL, *all;

	if (names)
		view_text(view_add(r->view, "SHORT"), "short_name", plan_names_text(r->mem, names));
	else if (keep)
		view_add(keep, "NO_SHORT");
	if (keep && !t)
		view_add(keep, "NO_TIE");
	for (all = t ? view_add(r->view, "TIES") : NULL; t; t = t->next)
		show_tie(r, all, t);
	show_tied(r, p);
}

static void
names_json(struct json *in, const struct plan_short_name *n)
{
	struct json *all = json_list(in, "short_names");

	for (; n; n = n->next)
		json_text(all, NULL, n->name);
}

void
plan_movement_json(struct req *r, struct json *j, const struct plan *p)
{
	struct json *all, *one;

	names_json(j, plan_short_names(r->db, r->mem, p->id));
	struct plan_tie *t = plan_ties(r->db, r->mem, p->id, r->lang);
	for (all = json_list(j, "ties"); t; t = t->next) {
		one = json_record(all, NULL);
		json_text(one, "relation", t->relation);
		json_text(one, "label", t->label);
		json_text(one, "name", t->name);
		names_json(one, t->short_names);
		json_text(one, "anchor", t->said ? t->anchor : NULL);
		if (t->other)
			json_int(one, "plan", t->other);
	}
	struct plan_tied *from = plan_tied(r->db, r->mem, p->id, r->who.id, r->today, r->lang);
	for (all = json_list(j, "tied_by"); from; from = from->next) {
		one = json_record(all, NULL);
		json_int(one, "plan", from->plan);
		json_text(one, "relation", from->relation);
		json_text(one, "anchor", from->said ? from->anchor : NULL);
	}
}

/* ---- as it is entered ---- */

static const char *
key(struct req *r, int n, const char *member)
{
	return mem_printf(r->mem, "t%d_%s", n, member);
}

static const char *
typed(struct req *r, int n, const char *member)
{
	return plan_one_line(r->mem, form_get(r->form, key(r, n, member)));
}

/* What is wrong with one box of a row. */
static void
put_fault(struct req *r, struct view *row, int n, const char *member)
{
	const char *fault = form_fault(r->form, key(r, n, member));

	view_text(row, mem_printf(r->mem, "%s%s", "wrong_", member), fault ? "true" : "false");
	if (fault)
		view_text(view_add(row, mem_printf(r->mem, "%s%s", "WHY_", member)), "why", fault);
}

/* As it was typed, as far as it was; else as it is kept. */
static void
show_row(struct req *r, int n, const struct plan_tie *t, const struct plan_choice *relations,
    const struct plan_choice *others)
{
	struct view *v = view_add(r->view, "TIE");
	const char *kept = t->other ? mem_printf(r->mem, "%lld", (long long)t->other) : "";
	const char *chosen = form_typed(r->form, key(r, n, "other"), kept);
	bool listed = false;

	view_int(v, "n", n);
	for (const struct plan_choice *c = relations; c; c = c->next)
		form_option(v, "RELATION", c->value, c->label,
		    form_typed(r->form, key(r, n, "relation"), t->relation));
	view_text(v, "tie_name", form_typed(r->form, key(r, n, "name"), t->name));
	view_text(v, "tie_short", form_typed(r->form, key(r, n, "short"), plan_names_text(r->mem, t->short_names)));
	view_text(v, "tie_anchor", form_typed(r->form, key(r, n, "anchor"), cited(r, t->anchor)));
	form_option(v, "OTHER", "", tr(r->lang, "không có trên cổng"), chosen);
	for (const struct plan_choice *c = others; c; c = c->next) {
		listed |= !strcmp(c->value, kept);
		form_option(v, "OTHER", c->value, mem_printf(r->mem, "%s (%s)",
		    plan_brief(r->mem, c->label, 80), c->document), chosen);
	}
	if (t->other && !listed)
		form_option(v, "OTHER", kept, plan_brief(r->mem, t->other_name, 80), chosen);
	put_fault(r, v, n, "relation");
	put_fault(r, v, n, "name");
	put_fault(r, v, n, "short");
	put_fault(r, v, n, "anchor");
	put_fault(r, v, n, "other");
}

static void
lack(struct req *r, struct view **all, const char *field, const char *text)
{
	*all = *all ? *all : view_add(r->view, "LACKING");
	struct view *v = view_add(*all, "LACK");
	view_text(v, "field", field);
	view_text(v, "text", text);
}

static void
show_lacks(struct req *r, const struct plan_short_name *names, const struct plan_tie *t)
{
	struct view *all = NULL;
	int n = 1;

	if (!names)
		lack(r, &all, "short_names", tr(r->lang, "Tên gọi tắt của phong trào: chưa ghi"));
	if (!t)
		lack(r, &all, "t1_name", tr(r->lang, "Phong trào liên quan: chưa ghi"));
	for (; t; t = t->next, n++)
		if (!t->said)
			lack(r, &all, key(r, n, "anchor"), tr_with(r->mem, r->lang, *t->anchor
			    ? "{1}: điểm {2} không còn trong văn bản" : "{1}: chưa ghi nêu ở điểm nào",
			    t->name, cited(r, t->anchor), NULL));
}

static int
show_movement(struct req *r, int status, const struct plan *p)
{
	static const struct plan_tie none = { .relation = "", .name = "", .anchor = "", .other_name = "" };
	struct plan_short_name *names = plan_short_names(r->db, r->mem, p->id);
	struct plan_tie *t = plan_ties(r->db, r->mem, p->id, r->lang);
	struct plan_choice *relations = plan_relations(r->db, r->mem, r->lang);
	struct plan_choice *others = plan_tie_choices(r->db, r->mem, p->id, p->unit, r->today);
	int n = 1;

	form_open(r, r->view, plan_path(r, p->id, "/movement"));
	show_edition(r, r->view, "", p->edition);
	form_show(r->form, r->view, r->lang, fields, &(struct movement){ plan_names_text(r->mem, names) });
	show_lacks(r, names, t);
	for (; t; t = t->next)
		show_row(r, n++, t, relations, others);
	for (int more = TIES_MORE; n <= TIES_MAX && (more || form_sent(r->form, key(r, n, "name"))); more -= more > 0)
		show_row(r, n++, &none, relations, others);
	view_text(r->view, "plan_path", plan_path(r, p->id, ""));
	view_text(r->view, "subject", p->subject);
	title(r, tr(r->lang, "Tên gọi tắt, phong trào liên quan"));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, plan_name(r, p), plan_path(r, p->id, ""));
	return show(r, status, "plan_movement");
}

/* Of the address, if this person files it: else *status. */
static struct plan *
filed(struct req *r, int *status)
{
	struct plan *p = plan_get(r->db, r->mem, r->id, r->lang);

	*status = 404;
	if (!p || !may_here(r, "plan.write", p->unit) || !plan_is_own(p))
		return NULL;
	if (!keeps(r, p))
		*status = overtaken(r, p->flow_case, "");
	return keeps(r, p) ? p : NULL;
}

int
plan_movement_page(struct req *r)
{
	int status;
	struct plan *p = filed(r, &status);

	return p ? show_movement(r, 200, p) : status;
}

/* "Chung sức vì người nghèo; Vì người nghèo": each once. */
static struct plan_short_name *
read_names(struct req *r, const char *box, const char *label, const char *text)
{
	struct plan_short_name *first = NULL, **end;

	for (size_t n; *(text += strspn(text, "; ")); text += n) {
		n = strcspn(text, ";");
		const char *name = plan_one_line(r->mem, mem_copy(r->mem, text, n));
		if (text_length(name) > SHORT_MAX)
			form_wrong_at(r->form, box, label, tr(r->lang,
			    "Có tên gọi tắt dài quá 200 ký tự: rút ngắn, hoặc tách các tên bằng dấu chấm phẩy"));
		for (end = &first; *end && strcmp((*end)->name, name); end = &(*end)->next)
			;
		if (*end)
			continue;
		*end = mem_take(r->mem, sizeof(**end));
		**end = (struct plan_short_name){ name, NULL };
	}
	return first;
}

/* "III.2~4", or as people cite it: "điểm III.2, ý 4". */
static const char *
anchor_of(struct mem *mem, const char *text)
{
	const char *comma, *word = strchr(text, ' ');

	if (word && !strcmp(text_plain(mem, mem_copy(mem, text, (size_t)(word - text))), "diem"))
		text = word + 1;
	while ((comma = strrchr(text, ',')) && comma[1] == ' ' && (word = strchr(comma + 2, ' '))
	    && word[1] && strspn(word + 1, "0123456789~") == strlen(word + 1))
		text = mem_printf(mem, "%.*s~%s", (int)(comma - text), text, word + 1);
	return text;
}

static void
wrong(struct req *r, int n, const char *member, const char *why)
{
	form_wrong_at(r->form, key(r, n, member), tr_with(r->mem, r->lang, "Phong trào liên quan, dòng {1}",
	    number(r, n, 0), NULL, NULL), tr(r->lang, why));
}

static bool
is_known(const struct plan_choice *c, const char *value)
{
	while (c && strcmp(c->value, value))
		c = c->next;
	return c;
}

/* Without a name it is called as the plan chosen is; with neither there is no tie: of a row that was
 * there that takes it away, in a `fresh` one nothing else may have been typed. */
static struct plan_tie *
read_tie(struct req *r, const struct plan *p, int n, const struct plan_choice *relations, bool fresh)
{
	const char *name = typed(r, n, "name"), *chosen = form_get(r->form, key(r, n, "other"));
	const char *anchor = anchor_of(r->mem, typed(r, n, "anchor")), *names = typed(r, n, "short");
	int64_t other = strtoll(chosen, NULL, 10);
	struct plan_tie *t;

	if (!*name && !*chosen && !(fresh && (*anchor || *names)))
		return NULL;
	const char *subject = *chosen ? plan_tie_subject(r->db, r->mem, p->id, other) : "";
	t = mem_take(r->mem, sizeof(*t));
	*t = (struct plan_tie){ .relation = form_get(r->form, key(r, n, "relation")), .anchor = anchor,
	    .other = subject && *chosen ? other : 0,
	    .name = *name || !subject ? name : plan_brief(r->mem, subject, NAME_MAX - 3) };
	if (!subject)
		wrong(r, n, "other", "Kế hoạch đã chọn chưa ban hành, không phải một phong trào riêng, hoặc chính là kế hoạch này: chọn lại trong danh sách");
	else if (!*t->name)
		wrong(r, n, "name", "Cần ghi tên phong trào, cuộc vận động");
	if (text_length(t->name) > NAME_MAX)
		wrong(r, n, "name", "Dài quá 300 ký tự: chỉ ghi tên phong trào, cuộc vận động");
	if (!is_known(relations, t->relation))
		wrong(r, n, "relation", "Chọn quan hệ trong danh sách");
	if (*anchor && !plan_has_clause(r->db, p->id, anchor))
		wrong(r, n, "anchor", "Văn bản không có điểm này: ghi nhãn như ở Mục lục của kế hoạch, ví dụ II.3; chưa rõ thì để trống");
	if (text_length(names) > SHORTS_MAX)
		wrong(r, n, "short", "Các tên gọi tắt dài quá 400 ký tự: chỉ ghi những tên hay dùng");
	else
		t->short_names = read_names(r, key(r, n, "short"), tr_with(r->mem, r->lang,
		    "Phong trào liên quan, dòng {1}", number(r, n, 0), NULL, NULL), names);
	return t;
}

static struct plan_tie *
read_ties(struct req *r, const struct plan *p)
{
	struct plan_choice *relations = plan_relations(r->db, r->mem, r->lang);
	struct plan_tie *first = NULL, **end = &first;
	int kept = 0;

	for (struct plan_tie *t = plan_ties(r->db, r->mem, p->id, r->lang); t; t = t->next)
		kept++;
	for (int n = 1; n <= TIES_MAX; n++) {
		struct plan_tie *t = read_tie(r, p, n, relations, n > kept);
		if (!t)
			continue;
		for (const struct plan_tie *x = first; x; x = x->next)
			if (!strcmp(x->relation, t->relation) && !strcmp(x->name, t->name)) {
				wrong(r, n, "name", "Phong trào này đã ghi ở dòng trên với cùng quan hệ: bỏ một dòng");
				break;
			}
		*end = t;
		end = &t->next;
	}
	return first;
}

/* For the trail. */
static const char *
spelled(struct req *r, const struct plan_tie *t)
{
	const char *all = "";

	for (; t; t = t->next)
		all = mem_printf(r->mem, "%s%s | %s | %s | %s | %lld\n", all, t->relation, t->name,
		    plan_names_text(r->mem, t->short_names), t->anchor, (long long)t->other);
	return all;
}

int
plan_movement_save(struct req *r)
{
	int status;
	struct plan *p = filed(r, &status);
	struct movement m = { "" };

	if (!p)
		return status;
	form_read(r->form, r->mem, fields, &m);
	struct plan_short_name *names = read_names(r, "short_names", tr(r->lang, "Tên gọi tắt của phong trào"),
	    m.short_names);
	struct plan_tie *ties = read_ties(r, p);
	plan_overtaken(r, p);
	if (form_faults(r->form))
		return show_movement(r, 422, p);
	changed(r, "short_name", plan_names_text(r->mem, plan_short_names(r->db, r->mem, p->id)),
	    plan_names_text(r->mem, names));
	changed(r, "ties", spelled(r, plan_ties(r->db, r->mem, p->id, "vi")), spelled(r, ties));
	plan_put_movement(r->db, p->id, names, ties);
	plan_touch(r->db, p->id);
	plan_find_again(r->db, r->mem, p);
	audit(r, "plan.movement", p->id);
	said(r, "Đã lưu tên gọi tắt và phong trào liên quan");
	return go(r, plan_path(r, p->id, ""));
}
