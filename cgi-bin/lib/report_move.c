/* report_move.c - one report as it stands: its checks and its moves. */

#include <stdlib.h>

#include "cgi-bin/lib/report_page.h"

/* A box of words, and what is wrong with it. */
static void
show_box(struct req *r, struct view *v, const char *name, const char *text)
{
	const char *fault = form_fault(r->form, name);

	view_text(v, name, text);
	if (fault)
		view_text(view_add(v, "BOX_FAULTY"), "why", fault);
}

/* The buttons of those moves that this person may make. */
static void
show_moves(struct req *r, const struct report *p, const char *wanted, bool odd)
{
	struct view *include = NULL;
	const char *action = report_path(r, p->id, "/move");

	for (struct flow_move *m = flow_moves(r->db, r->mem, p->flow_case, r->who.id,
	    r->today, r->lang); m; m = m->next) {
		if (!strstr(wanted, m->move))
			continue;
		if (!include)
			include = view_include(r->view, "MOVES", "moves");
		struct view *v = view_add(include, "MOVE");
		bool forward = !m->reason;
		form_open(r, v, action);
		view_text(v, "move", m->move);
		view_text(v, "label", m->label);
		view_text(v, "class", m->risk ? "btn risk" : "btn");
		show_edition(r, v, m->move, p->edition);
		if (m->reason) {
			struct view *why = view_add(v, "REASON");
			view_text(why, "move", m->move);
			show_box(r, why, "reason", form_get(r->form, "reason"));
		}
		if (forward && odd) {
			struct view *why = view_add(v, "ODD");
			view_text(why, "move", m->move);
			show_box(r, why, "odd", form_typed(r->form, "odd", p->odd));
		}
	}
}

/* What stands: for those who cannot, or can no longer, write in it. */
int
report_show_case(struct req *r, int status, const struct report *p)
{
	struct report_sight sight = report_sight_of(r, p);
	bool ours = sight.writes || sight.sends;
	bool back = (!strcmp(p->state, "returned") && (ours || sight.reviews))
	    || (!strcmp(p->state, "signing") && ours);

	struct report shown = *p;
	if (!back)	/* the remarks stand until it is sent again */
		shown.returned_step = 0;
	struct report_section *all = back || sight.values
	    ? report_sections(r->db, r->mem, &shown) : NULL;

	report_show_head(r, r->view, p, back ? all : NULL);
	form_show_faults(r->form, r->view, r->lang, NULL);
	if (sight.values)
		report_show_values(r, r->view, all, false, false, "");
	else
		view_add(r->view, "HIDDEN");
	if (sight.values && *p->odd)
		view_text(view_add(r->view, "WHY_ODD"), "odd", p->odd);
	if (sight.reviews && !strcmp(p->state, "sent"))
		view_text(view_add(r->view, "REVIEW"), "path", report_path(r, p->id, "/review"));
	if (sight.sends && !strcmp(p->state, "signing"))
		view_text(view_add(r->view, "CHECK"), "path", report_path(r, p->id, "/check"));
	if (*p->receipt)
		view_text(view_add(r->view, "RECEIPT"), "path", report_path(r, p->id, "/receipt"));
	show_moves(r, p, "reopen", false);
	report_show_history(r, r->view, p, sight.writes || sight.sends || sight.reviews);
	return show(r, status, "report_case");
}

/* What is wrong, what the limit is, and the way out: never by what is carried over. */
static const char *
why_one(struct req *r, const struct report_sum *s)
{
	const struct report_term *other = s->terms;

	if (!s->at_most)
		return tr_with(r->mem, r->lang, "{1}: {2}, nhưng đang ghi {3}. Sửa ô này"
		    " hoặc các ô trong phép tính", s->text, report_sum_text(r, s),
		    number(r, s->last->value, 2));
	while (other && (other->sign > 0 || other->line == s->last || other->line->carried))
		other = other->next;
	return tr_with(r->mem, r->lang, other ? "{1}: đang là {2}. Sửa ô này hoặc ô “{3}”"
	    : "{1}: đang là {2}. Sửa ô này", s->text, report_sum_text(r, s),
	    other ? other->line->name : NULL);
}

/* With what the sums after it find wrong with the same figure, for that is told once. */
static const char *
why_wrong(struct req *r, const struct report_sum *s)
{
	const char *why = why_one(r, s);

	for (const struct report_sum *n = s->next; n; n = n->next)
		if (n->last == s->last && !report_sum_is_right(n))
			why = mem_printf(r->mem, "%s. %s", why, why_one(r, n));
	return why;
}

/*
 * What stands in the way of sending: figures that are missing and sums that are not
 * right are faults; what is odd is answered in words.  True if nothing does: what else the
 * form is at fault for is mended on the page that says so, with the buttons it had.
 */
static bool
check(struct req *r, struct report_section *all, bool *odd)
{
	bool sound = true;

	*odd = false;
	for (struct report_section *s = all; s; s = s->next)
		for (struct report_line *l = s->lines; l; l = l->next) {
			*odd |= report_is_odd(l);
			if (l->has || !strcmp(l->rule, "rate"))
				continue;
			sound = false;
			form_wrong_at(r->form, report_field_of(r, l), l->name,
			    tr(r->lang, "Chưa có số: ghi số, không phát sinh thì ghi 0"));
		}
	for (struct report_sum *s = report_sums(r->db, r->mem, all); s; s = s->next)
		if (!report_sum_is_right(s)) {
			sound = false;
			form_wrong_at(r->form, report_field_of(r, s->last), s->last->name,
			    why_wrong(r, s));
		}
	return sound;
}

static int
show_check(struct req *r, int status, const struct report *p, struct report_section *all)
{
	bool odd, sound = check(r, all, &odd);
	struct report_sight sight = report_sight_of(r, p);

	report_show_head(r, r->view, p, all);
	crumb(r, p->period_name, report_path(r, p->id, ""));
	form_show_faults(r->form, r->view, r->lang, NULL);
	report_show_values(r, r->view, all, false, true, sight.edits ? report_path(r, p->id, "")
	    : "");
	if (odd)
		view_add(r->view, "ODD");
	report_show_unmended(r, r->view, all, false);
	view_add(r->view, sound ? "SOUND" : sight.edits ? "UNSOUND" : "UNSOUND_TO_RETURN");
	if (sight.edits)
		view_text(view_add(r->view, "EDIT"), "path", report_path(r, p->id, ""));
	/* What cannot go on has no button that says it could. */
	show_moves(r, p, sound ? "submit send back" : "back", odd);
	return show(r, status, "report_check");
}

static bool
is_before_sending(const struct report *p)
{
	return strcmp(p->state, "sent") && strcmp(p->state, "accepted");
}

int
report_check(struct req *r)
{
	struct report *p = report_seen(r, r->id);

	if (!p)
		return 404;
	struct report_sight sight = report_sight_of(r, p);
	if (!sight.writes && !sight.sends)
		return 404;
	if (!is_before_sending(p))
		return go(r, report_path(r, p->id, ""));
	return show_check(r, 200, p, report_sections(r->db, r->mem, p));
}

static int
show_review(struct req *r, int status, const struct report *p)
{
	struct report_section *all = report_sections(r->db, r->mem, p);
	bool any = false;

	report_show_head(r, r->view, p, all);
	crumb(r, p->unit_name, report_path(r, p->id, ""));
	form_open(r, r->view, report_path(r, p->id, "/move"));
	view_text(r->view, "receipt", p->receipt);
	form_show_faults(r->form, r->view, r->lang, NULL);
	show_box(r, r->view, "reason", form_get(r->form, "reason"));
	report_show_values(r, r->view, all, true, true, "");
	for (struct report_sum *s = report_sums(r->db, r->mem, all); s; s = s->next, any = true) {
		struct view *v = view_add(r->view, "SUM");
		view_text(v, "rule", s->text);
		view_text(v, "sum", report_sum_text(r, s));
		view_add(v, report_sum_is_right(s) ? "RIGHT" : "WRONG");
	}
	if (any)
		view_add(r->view, "SUMS");
	if (*p->odd)
		view_text(view_add(r->view, "WHY_ODD"), "odd", p->odd);
	for (struct flow_move *m = flow_moves(r->db, r->mem, p->flow_case, r->who.id,
	    r->today, r->lang); m; m = m->next) {
		struct view *v = view_add(r->view, "MOVE");
		view_text(v, "move", m->move);
		view_text(v, "label", m->label);
		view_text(v, "class", m->risk ? "btn risk" : "btn");
	}
	if (!flow_moves(r->db, r->mem, p->flow_case, r->who.id, r->today, r->lang))
		view_add(r->view, "OWN");
	report_show_history(r, r->view, p, true);
	return show(r, status, "report_review");
}

int
report_review(struct req *r)
{
	struct report *p = report_get(r->db, r->mem, r->id, r->lang);

	if (!p || !may_here(r, "report.review", p->unit))
		return 404;
	if (strcmp(p->state, "sent"))
		return go(r, report_path(r, p->id, ""));
	return show_review(r, 200, p);
}

static bool
is_one_of(const char *move, const char *a, const char *b)
{
	return !strcmp(move, a) || !strcmp(move, b);
}

static bool
is_offered(struct req *r, const struct report *p, const char *move)
{
	for (struct flow_move *m = flow_moves(r->db, r->mem, p->flow_case, r->who.id,
	    r->today, r->lang); m; m = m->next)
		if (!strcmp(m->move, move))
			return true;
	return false;
}

/* Towards the reader: what is carried is brought up to date, what was odd explained. */
static bool
prepare(struct req *r, const struct report *p, struct report_section *all, const char *typed)
{
	bool odd, sound = check(r, all, &odd);
	const char *why = form_sent(r->form, "odd") ? typed : p->odd;

	if (odd && !*why)
		form_wrong_at(r->form, "odd", tr(r->lang, "Giải trình số liệu bất thường"),
		    tr(r->lang, "Có số gấp hơn 10 lần hoặc chưa bằng một phần mười kỳ trước:"
		    " giải trình rồi vẫn gửi được"));
	if (!sound || form_faults(r->form))
		return false;
	report_carry(r->db, p->id, all);
	changed(r, "odd", p->odd, odd ? why : "");
	report_odd_put(r->db, p->id, odd ? why : "");
	return true;
}

/* The reasons beside single fields, r_v12 and r_s3. */
struct why {
	const char *field, *reason;
	struct why *next;
};

static bool
is_in(const struct why *list, const char *field)
{
	while (list && strcmp(list->field, field))
		list = list->next;
	return list;
}

/* What the trail calls that field of the form; NULL if the form has none of the name. */
static const char *
told(struct req *r, struct report_section *all, const char *field)
{
	char *end;
	int64_t id = *field && field[1] >= '1' && field[1] <= '9'
	    ? strtoll(field + 1, &end, 10) : 0;

	if (!id || *end)
		return NULL;
	if (*field == 'v') {
		struct report_line *l = report_line_of(all, id);
		return l ? l->code : NULL;
	}
	for (struct report_section *s = *field == 's' ? all : NULL; s; s = s->next)
		if (s->id == id)
			return mem_printf(r->mem, "“%s”", report_text_told(r, all, s) + strlen("text "));
	return NULL;
}

static struct why *
read_reasons(struct req *r, struct report_section *all)
{
	struct why *first = NULL, **tail = &first;

	for (const struct sent *s = form_all(r->form); s; s = s->next) {
		const char *field = s->name + 2, *of;
		struct one { const char *text; } one;
		struct field fields[] = {
			{ .name = s->name, .label = "Lý do của ô", .kind = LINES,
			    .optional = true, .max = 1000 },
			{ 0 }
		};
		if (strncmp(s->name, "r_", 2) || !(of = told(r, all, field)) || is_in(first, field)
		    || (form_read(r->form, r->mem, fields, &one), !*one.text))
			continue;
		*tail = mem_take(r->mem, sizeof(**tail));
		**tail = (struct why){ field, one.text, NULL };
		changed(r, mem_printf(r->mem, "reason %s", of), "", one.text);
		tail = &(*tail)->next;
	}
	return first;
}

static int
faulty(struct req *r, const struct report *p, struct report_section *all, const char *move)
{
	if (is_one_of(move, "accept", "return"))
		return show_review(r, 422, p);
	if (is_before_sending(p))
		return show_check(r, 422, p, all);
	return report_show_case(r, 422, p);
}

struct moved {
	const char *move, *reason, *odd;
	int64_t edition;
};

static const struct field move_fields[] = {
	FIELD(moved, move, "Việc", .max = 40),
	FIELD(moved, reason, "Lý do", .kind = LINES, .optional = true, .max = 4000),
	FIELD(moved, odd, "Giải trình số liệu bất thường", .kind = LINES, .optional = true, .max = 2000),
	FIELD(moved, edition, "Lần lưu", .kind = NUMBER, .optional = true, .max = INT32_MAX),
	{ 0 }
};

int
report_move(struct req *r)
{
	struct report *p = report_get(r->db, r->mem, r->id, r->lang);
	struct moved m;
	struct why *whys = NULL;
	int status;

	if (!p)
		return 404;
	struct report_section *all = report_sections(r->db, r->mem, p);
	form_read(r->form, r->mem, move_fields, &m);
	bool forward = is_one_of(m.move, "submit", "send");
	if (!strcmp(m.move, "return"))
		whys = read_reasons(r, all);
	if (is_offered(r, p, m.move)) {
		/* A decision is on the copy that was read. */
		if (is_one_of(m.move, "accept", "return")
		    && strcmp(form_get(r->form, "receipt"), p->receipt))
			wrong_old(r, tr(r->lang, "Đơn vị đã gửi bản khác sau khi bạn mở trang: xem lại bản này rồi quyết định"));
		if (forward)
			is_old(r, p->edition, tr(r->lang,
			    "Báo cáo đã được lưu hoặc chuyển bước sau khi bạn mở trang: xem lại bản này rồi bấm lại"));
		if ((forward && !prepare(r, p, all, m.odd)) || form_faults(r->form))
			return faulty(r, p, all, m.move);
	}
	struct flow_ask ask = { .flow_case = p->flow_case, .move = m.move,
	    .reason = !*m.reason && whys ? "Xem lý do ghi ở từng ô." : m.reason };
	status = act(r, &ask, mem_printf(r->mem, "report.%s", m.move), p->id);
	if (status)
		return status == -1 ? faulty(r, p, all, m.move) : status;
	for (; whys; whys = whys->next)
		report_return_add(r->db, ask.step, whys->field, whys->reason);
	if (strcmp(m.move, "send"))
		return go(r, report_path(r, p->id, ""));
	said_with(r, "Đã gửi. Biên nhận {1}", report_send_copy(r->db, r->mem, p->id, r->who.id,
	    r->now, r->today), NULL);
	return go(r, report_path(r, p->id, "/receipt"));
}

/*
 * Of "7/BC-2026-00758": the report and the copy that was seen.  NULL if this person has
 * no such report to review; *why says why it cannot be accepted now, or is NULL.
 */
static struct report *
to_accept(struct req *r, const char *chosen, const char **why)
{
	struct report *p = report_get(r->db, r->mem, strtoll(chosen, NULL, 10), r->lang);
	const char *receipt = strchr(chosen, '/');

	if (!p || !may_here(r, "report.review", p->unit))
		return NULL;
	*why = strcmp(p->state, "sent") ? "không còn chờ tiếp nhận"
	    : !receipt || strcmp(receipt + 1, p->receipt) ? "đã gửi bản khác, hãy mở xem"
	    : !is_offered(r, p, "accept") ? "bạn đã lập hoặc gửi báo cáo này" : NULL;
	return p;
}

/* Each by itself: one that cannot be accepted does not hold up the others. */
int
report_accept_many(struct req *r)
{
	enum { MOST = 100 };
	const char *left = "", *why, *seen = " ";
	int64_t done = 0, known = 0, n = 0;

	for (const struct sent *s = NULL; n < MOST && (s = form_next(r->form, s, "report")); n++) {
		struct report *p = to_accept(r, s->value, &why);
		if (!p)
			continue;
		const char *key = mem_printf(r->mem, " %lld ", (long long)p->id);
		if (strstr(seen, key))
			continue;
		seen = mem_printf(r->mem, "%s%s", seen, key);
		known++;
		struct flow_ask ask = { .flow_case = p->flow_case, .move = "accept", .reason = "" };
		if (!why && !act(r, &ask, "report.accept", p->id))
			done++;
		else
			left = mem_printf(r->mem, "%s%s%s (%s)", left, *left ? "; " : "",
			    p->unit_name, tr(r->lang, why ? why : "không tiếp nhận được"));
	}
	if (n && !known)
		return 404;
	if (!done) {
		/* where nothing waits any more there is no box to lead to */
		bool waits = report_to_review(r->db, r->mem, &(struct report_ask){
		    .account = r->who.id, .day = r->today, .lang = r->lang });
		(waits ? form_wrong_at : form_wrong_away)(r->form, "report",
		    tr(r->lang, n ? "Chưa tiếp nhận được" : "Chờ tiếp nhận"), n ? left : tr(r->lang,
		    "Chưa chọn báo cáo nào: đánh dấu ít nhất một báo cáo rồi bấm lại"));
		return report_show_list(r, 422);
	}
	if (*left)
		said_with(r, "Đã tiếp nhận {1} báo cáo. Chưa tiếp nhận: {2}", number(r, done, 0), left);
	else
		said_with(r, "Đã tiếp nhận {1} báo cáo", number(r, done, 0), NULL);
	return go(r, "/report");
}
