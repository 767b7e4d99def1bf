/* document_one.c - the record of a document: who may see what of it, and its page. */

#include "cgi-bin/lib/document_page.h"

#include "cgi-bin/lib/attach.h"
#include "cgi-bin/lib/plan_text.h"

enum { WORDED = 60 };		/* answers whose first words stand on the page of the document */

static bool
works_at(struct req *r, int64_t unit)
{
	return may_here(r, "document.write", unit) || may_here(r, "document.conclude", unit)
	    || may_here(r, "document.send", unit) || may_here(r, "document.judge", unit);
}

/* One of those that were asked is where he works or looks after. */
static bool
is_asked(struct req *r, int64_t id)
{
	struct document_answer *a = document_answers(r->db, r->mem, id, r->today, r->lang);

	while (a && !works_at(r, a->acts) && !may_here(r, "document.follow", a->acts))
		a = a->next;
	return a;
}

struct document *
document_seen(struct req *r, int64_t id, struct document_sight *s)
{
	struct document *d = document_get(r->db, r->mem, id, r->today, r->lang);

	if (!d)
		return NULL;
	s->writes = may_here(r, d->is.ability, d->acts);
	s->sends = may_here(r, "document.send", d->acts);
	s->judges = may_here(r, "document.judge", d->acts);
	s->ours = works_at(r, d->acts);
	s->follows = s->ours || may_here(r, "document.follow", d->acts);
	s->edits = s->writes && d->edits;
	return s->ours || (d->sent && (s->follows || is_asked(r, id))) ? d : NULL;
}

bool
document_answer_sees(struct req *r, const struct document *d, const struct document_sight *of,
    const struct document_answer *a, struct document_answer_sight *s)
{
	s->writes = may_here(r, "document.write", a->acts);
	s->sends = may_here(r, "document.send", a->acts);
	s->judges = of->judges;
	s->withdraws = of->sends;
	s->edits = s->writes && a->edits && d->stands;
	s->content = s->writes || s->sends || a->stands;
	return of->follows || works_at(r, a->acts) || may_here(r, "document.follow", a->acts);
}

const char *
document_told_state(const struct document_answer *a, const struct document_answer_sight *s)
{
	bool within = !strcmp(a->state, "signing") || (!strcmp(a->state, "returned") && !*a->first_day);

	return within && !s->writes && !s->sends ? "waiting" : a->state;
}

/* ---- the page ---- */

static void
show_fact(struct req *r, const char *section, const char *name, const char *value)
{
	if (*value)
		view_text(view_add(r->view, section), name, value);
}

static void
show_facts(struct req *r, const struct document *d)
{
	view_text(r->view, "number", document_number(r, d));
	view_text(r->view, "dated", *d->date ? text_of_day(r->mem, d->date) : tr(r->lang, "chưa có"));
	show_fact(r, "PLACE", "place", d->place);
	view_text(r->view, "unit_name", d->unit_name);
	view_text(r->view, "asked", *d->asked ? d->asked : tr(r->lang, "chưa chọn"));
	view_text(r->view, "due", *d->due_date ? due_words(r, d->due_date, d->last_day, d->holiday)
	    : tr(r->lang, "chưa có"));
	show_fact(r, "PARTIES", "parties", d->parties);
	show_fact(r, "CONCERNS", "concerns", d->concerns);
	show_fact(r, "SIGNER", "signer_name", d->signer_name);
	if (d->plan) {
		struct view *v = view_add(r->view, "PLAN");
		view_text(v, "plan_path", mem_printf(r->mem, "/plan/%lld", (long long)d->plan));
		view_text(v, "plan", mem_printf(r->mem, "%s %s", d->plan_number,
		    plan_brief(r->mem, d->plan_subject, 100)));
	}
}

/* What was said last, where it still holds. */
static void
show_reason(struct req *r, const struct document *d, const struct document_sight *s)
{
	bool back = !strcmp(d->state, "returned");

	if (!*d->reason || (!back && strcmp(d->state, "withdrawn")) || (back && !s->ours))
		return;
	struct view *v = view_add(r->view, back ? "RETURNED" : "WITHDRAWN");
	view_text(v, "reason", d->reason);
	view_text(v, "name", d->by);
}

static void
put_answer(struct req *r, struct view *list, const struct document *d,
    const struct document_answer *a, const struct document_answer_sight *s, bool words)
{
	const char *tag, *word = document_standing(r, d, a, s->writes || s->sends, &tag);
	struct view *v = view_add(list, "ANSWER");

	view_text(v, "path", document_answer_path(r, a->id, ""));
	view_text(v, "answer_unit", a->unit_name);
	if (*a->heir_name)
		view_text(view_add(v, "HEIR"), "heir", a->heir_name);
	view_text(v, "tag", tag);
	view_text(v, "state_label", word);
	if (s->content && *a->result_label) {
		struct view *one = view_add(v, "RESULT");
		view_text(one, "result_tag", a->result_tag);
		view_text(one, "result", a->result_label);
	}
	if (words && s->content && *a->answer)
		view_text(view_add(v, "WORDS"), "words", plan_brief(r->mem, a->answer, 200));
	if (s->content && (*a->number || *a->date))
		view_text(view_add(v, "PAPER"), "paper", mem_printf(r->mem, "%s%s%s", a->number,
		    *a->number && *a->date ? ", " : "", text_of_day(r->mem, a->date)));
	if (*a->first_day)
		view_date(view_add(v, "SENT"), "first_day", a->first_day);
	if (*a->contact || *a->phone)
		view_text(view_add(v, "CONTACT"), "contact", mem_printf(r->mem, "%s%s%s", a->contact,
		    *a->contact && *a->phone ? ", " : "", a->phone));
}

struct tally {
	int64_t units, answered, accepted, late;
};

static void
count_in(struct tally *t, const struct document_answer *a)
{
	if (!strcmp(a->state, "withdrawn"))
		return;
	t->units++;
	t->answered += a->stands;
	t->accepted += !strcmp(a->state, "accepted");
	t->late += !strcmp(a->late, "late") || !strcmp(a->late, "missing");
}

/* Those that he may see, and counted are these alone. */
static void
show_answers(struct req *r, const struct document *d, const struct document_sight *of)
{
	struct tally t = { 0 };
	struct view *list = NULL;
	/* Of all communes of a province each page has room for how they stand, not for what they say. */
	bool words = d->units <= WORDED;

	for (struct document_answer *a = document_answers(r->db, r->mem, d->id, r->today, r->lang); a;
	    a = a->next) {
		struct document_answer_sight s;
		if (!document_answer_sees(r, d, of, a, &s))
			continue;
		list = list ? list : view_add(r->view, "ANSWERS");
		put_answer(r, list, d, a, &s, words);
		count_in(&t, a);
	}
	if (!list)
		return;
	struct view *v = view_add(r->view, "TALLY");
	view_text(v, "now", moment(r, r->now));
	view_text(v, "units", number(r, t.units, 0));
	view_text(v, "answered", number(r, t.answered, 0));
	view_text(v, "accepted", number(r, t.accepted, 0));
	view_text(v, "late", number(r, t.late, 0));
}

/* Before it is sent: what is lacking, and whom it would ask today. */
static void
show_draft(struct req *r, const struct document *d, const struct document_sight *s)
{
	int64_t all, mute;
	const char *names = document_mute(r, document_whom(r, d), &all, &mute);

	if (!form_faults(r->form))	/* they say it, of who wanted to send it */
		document_is_whole(r, d, true);
	if (s->edits)
		view_text(view_add(r->view, "EDIT"), "edit_path", document_path(r, d->id, "/edit"));
	if (!all)
		return;
	struct view *v = view_add(r->view, "WOULD_ASK");
	view_text(v, "units", number(r, all, 0));
	if (!mute)
		return;
	v = view_add(v, "MUTE");
	view_text(v, "mute", number(r, mute, 0));
	view_text(v, "names", names);
}

static void
show_moves(struct req *r, const struct document *d, const struct document_sight *s)
{
	int plain = 0;

	for (struct flow_move *m = flow_moves(r->db, r->mem, d->flow_case, r->who.id, r->today, r->lang);
	    m; m = m->next)
		if (document_offers(s, m->move)
		    && (strcmp(m->move, "submit") || !s->sends))	/* who sends it himself passes it to nobody */
			document_show_move(r, document_path(r, d->id, "/move"), d->edition, m, &plain);
}

struct extension {
	const char *due_date, *why;
};

static const struct field extension_fields[] = {
	FIELD(extension, due_date, "Hạn mới", DAY),
	FIELD(extension, why, "Lý do lùi hạn", LINES, .max = 2000),
	{ 0 }
};

static void
show_extension(struct req *r, const struct document *d)
{
	struct view *v = view_add(r->view, "EXTEND");

	form_open(r, v, document_path(r, d->id, "/extend"));
	show_edition(r, v, "extend", d->edition);
	form_show(r->form, v, r->lang, extension_fields, &(struct extension){ "", "" });
	if (form_fault(r->form, "due_date") || form_fault(r->form, "why"))
		view_add(v, "OPEN");
}

int
document_show(struct req *r, int status, const struct document *d, const struct document_sight *s)
{
	bool puts_off = s->sends && d->stands && d->answered < d->units;

	view_text(r->view, "kind_label", d->is.label);
	view_text(r->view, "tag", d->tag);
	view_text(r->view, "state_label", s->ours ? d->inside : d->outside);
	show_facts(r, d);
	if (*text_plain(r->mem, d->text)) {
		struct view *v = view_add(r->view, "TEXT");
		document_show_text(r, v, "CLAUSE", d->text);
		if (d->sent)		/* below its answers */
			view_add(v, "BELOW");
	}
	show_reason(r, d, s);
	if (d->sent)
		show_answers(r, d, s);
	else if (strcmp(d->state, "dropped"))
		show_draft(r, d, s);
	attach_show(r, r->view, &document_files, d->id, "", tr(r->lang, "Văn bản đã ký, tài liệu kèm theo"),
	    !document_files.may(r, d->id, "", ATTACH_ADD));
	show_moves(r, d, s);
	if (puts_off)
		show_extension(r, d);
	form_show_faults(r->form, r->view, r->lang, extension_fields);
	view_text(r->view, "print_path", document_path(r, d->id, "/print"));
	view_text(r->view, "docx_path", document_path(r, d->id, "/print.docx"));
	if (s->ours)
		show_history(r, view_include(r->view, "HISTORY", "history"), d->flow_case);
	title(r, document_brief(r, d->subject));
	crumb(r, tr(r->lang, "Kiến nghị, kết luận"), "/document");
	return show(r, status, "document_one");
}

static void
answers_json(struct req *r, struct json *j, const struct document *d, const struct document_sight *of)
{
	struct json *list = json_list(j, "answers");

	for (struct document_answer *a = document_answers(r->db, r->mem, d->id, r->today, r->lang); a;
	    a = a->next) {
		struct document_answer_sight s;
		if (!document_answer_sees(r, d, of, a, &s))
			continue;
		struct json *one = json_record(list, NULL);
		json_int(one, "id", a->id);
		json_int(one, "unit", a->unit);
		json_text(one, "unit_name", a->unit_name);
		json_text(one, "state", document_told_state(a, &s));
		json_text(one, "late", *a->late ? a->late : NULL);
		json_text(one, "first_day", *a->first_day ? a->first_day : NULL);
		json_text(one, "result", s.content && *a->result ? a->result : NULL);
	}
}

static int
as_json(struct req *r, const struct document *d, const struct document_sight *s)
{
	struct json *j = json_new(r);

	json_int(j, "id", d->id);
	json_text(j, "kind", d->kind);
	json_int(j, "unit", d->unit);
	json_text(j, "unit_name", d->unit_name);
	json_text(j, "number", *d->number ? d->number : NULL);
	json_text(j, "date", *d->date ? d->date : NULL);
	json_text(j, "issuer", *d->issuer ? d->issuer : NULL);
	json_text(j, "signer", *d->signer_name ? d->signer_name : NULL);
	json_text(j, "subject", d->subject);
	json_text(j, "parties", *d->parties ? d->parties : NULL);
	json_text(j, "concerns", *d->concerns ? d->concerns : NULL);
	json_text(j, "plan", *d->plan_number ? d->plan_number : NULL);
	json_text(j, "to", *d->asked ? d->asked : NULL);
	json_text(j, "due", *d->due_date ? d->due_date : NULL);
	json_text(j, "last_day", *d->last_day ? d->last_day : NULL);
	json_text(j, "state", d->state);
	json_text(j, "text", d->text);
	answers_json(r, j, d, s);
	return json_show(r, j);
}

int
document_page(struct req *r)
{
	struct document_sight s;
	struct document *d = document_seen(r, r->id, &s);

	if (!d)
		return 404;
	return r->face ? as_json(r, d, &s) : document_show(r, 200, d, &s);
}
