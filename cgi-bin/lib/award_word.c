/* award_word.c - what the rooms of the page program award share: see award_page.h. */

#include <stdlib.h>

#include "cgi-bin/lib/award_page.h"

const char *
award_path(struct req *r, int64_t id, const char *rest)
{
	return mem_printf(r->mem, "/award/%lld%s", (long long)id, rest);
}

const char *
nomination_path(struct req *r, int64_t id, const char *rest)
{
	return mem_printf(r->mem, "/award/nomination/%lld%s", (long long)id, rest);
}

const char *
award_name(struct req *r, const struct award_decision *d)
{
	return *d->number ? mem_printf(r->mem, "%s %s", tr(r->lang, "Quyết định"), d->number)
	    : tr(r->lang, "Quyết định chưa có số");
}

const char *const award_subjects[3][2] = {
	{ "collective", "Tập thể" },
	{ "person",     "Cá nhân" },
	{ "household",  "Hộ gia đình" },
};

const char *
award_subject(struct req *r, const char *subject)
{
	for (size_t i = 0; i < 3; i++)
		if (!strcmp(award_subjects[i][0], subject))
			return tr(r->lang, award_subjects[i][1]);
	return "";
}

int64_t
award_id_typed(struct req *r, const char *name, int64_t or_else)
{
	int64_t n = 0;

	if (!form_sent(r->form, name))
		return or_else;
	text_number(form_get(r->form, name), 0, &n);
	return n > 0 ? n : 0;
}

const char *
award_id(struct req *r, int64_t id)
{
	return id ? mem_printf(r->mem, "%lld", (long long)id) : "";
}

int64_t
award_year_asked(struct req *r)
{
	int64_t year = 0;

	text_number(form_get(r->form, "year"), 0, &year);
	return year > 0 && year < 10000 ? year : 0;
}

void
award_offer_years(struct req *r, const char *chosen)
{
	enum { FIRST = 2024 };		/* of the law by which the catalogue begins */

	for (int64_t y = strtoll(r->today, NULL, 10); y >= FIRST; y--)
		form_option(r->view, "YEAR", award_id(r, y), award_id(r, y), chosen);
}

static bool
word_in(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (; *words; words += strcspn(words, " "), words += strspn(words, " "))
		if (!strncmp(words, word, n) && (!words[n] || words[n] == ' '))
			return true;
	return false;
}

void
award_show_moves(struct req *r, int64_t flow_case, const char *action, const char *apart)
{
	const char *sent = form_get(r->form, "move");
	int plain = 0;		/* one plain button a screen */

	for (struct flow_move *m = flow_moves(r->db, r->mem, flow_case, r->who.id, r->today,
	    r->lang); m; m = m->next) {
		if (word_in(apart, m->move))
			continue;
		bool wrong_here = form_fault(r->form, "reason") && !strcmp(sent, m->move);
		struct view *v = view_add(r->view, m->reason ? "MOVE_REASON" : "MOVE");
		form_open(r, v, action);
		view_text(v, "move", m->move);
		view_text(v, "label", m->label);
		/* who has passed it on only waits: to take it back is not what the page is for */
		view_text(v, "face", m->risk ? "risk" : !strcmp(m->move, "recall") || plain++ ? "alt" : "");
		if (!m->reason)
			continue;
		view_text(v, "reason_id", wrong_here ? "reason"
		    : mem_printf(r->mem, "reason-%s", m->move));
		view_text(v, "reason_text", !strcmp(sent, m->move) ? form_get(r->form, "reason") : "");
		view_text(v, "reason_invalid", wrong_here ? "true" : "false");
		if (!strcmp(sent, m->move))
			view_add(v, "OPEN");
	}
}

bool
award_offers(struct req *r, int64_t flow_case, const char *move)
{
	for (struct flow_move *m = flow_moves(r->db, r->mem, flow_case, r->who.id, r->today,
	    r->lang); m; m = m->next)
		if (!strcmp(m->move, move))
			return true;
	return false;
}

void
award_refuse_own(struct req *r)
{
	form_wrong_away(r->form, "move", tr(r->lang, "Việc của chính bạn"), tr(r->lang,
	    "Bạn đã soạn hoặc trình việc này nên không được tự quyết định: đề nghị người khác cùng vai trò"));
}

void
award_show_steps(struct req *r, int64_t flow_case)
{
	struct flow_step *p = steps_of(r, flow_case);
	struct view *all = p ? view_add(r->view, "STEPS") : NULL;

	for (; p; p = p->next) {
		struct view *v = view_add(all, "STEP");
		view_text(v, "at", moment(r, p->at));
		view_text(v, "label", p->label);
		view_text(v, "name", *p->name ? p->name : tr(r->lang, "người vận hành"));
		view_text(v, "unit", p->unit);
		if (*p->reason)
			view_text(view_add(v, "REASON"), "reason", p->reason);
	}
}

void
nomination_crumbs(struct req *r, const struct nomination *n, const char *title_ready)
{
	title(r, title_ready);
	crumb(r, tr(r->lang, "Khen thưởng"), "/award");
	crumb(r, tr(r->lang, "Đề nghị"), "/award/nomination");
	if (n)
		crumb(r, n->name, nomination_path(r, n->id, ""));
}
