/* award_check.c - what stands in the way of a decision, while it is made and to the end. */

#include <stdlib.h>

#include "cgi-bin/lib/award_page.h"

const char *
award_value(const void *record, const char *field)
{
	const struct award_record *x = record;

	if (!strcmp(field, "list"))
		return x->any ? "x" : "";
	if (!strcmp(field, "number"))
		return x->d->number;
	if (!strcmp(field, "date"))
		return x->d->date;
	return !strcmp(field, "signer_name") ? x->d->signer_name : "";
}

const char *
award_hindered(const struct award_item *i)
{
	if (i->held)
		return "đang tạm dừng xét";
	if (i->gone)
		return "đơn vị không còn hoạt động vào ngày quyết định";
	if (i->no_right)
		return "người ký không có thẩm quyền với hình thức này vào ngày quyết định";
	return i->own ? "bạn đã lập hoặc gửi đề nghị này nên không được tự quyết định" : NULL;
}

void
award_check_items(struct req *r, const struct award_item *i, const char *field, const char *label)
{
	const char *all = "";

	for (; i; i = i->next)
		if (i->listed && award_hindered(i))
			all = mem_printf(r->mem, "%s%s%s (%s)", all, *all ? "; " : "", i->name,
			    tr(r->lang, award_hindered(i)));
	if (*all)
		form_wrong_at(r->form, field, tr(r->lang, label), tr_with(r->mem, r->lang,
		    "Không quyết định được với: {1}. Đưa ra khỏi danh sách hoặc xử lý trước", all,
		    NULL, NULL));
}

bool
award_find_twice(struct req *r, struct award_item *all)
{
	bool any = false;

	for (struct award_item *i = all; i; i = i->next) {
		if (!i->listed)
			continue;
		for (struct nomination_other *o = nomination_others(r->db, r->mem, i->nomination); o;
		    o = o->next) {
			i->twice |= o->rewarded;
			for (struct award_item *k = all; k; k = k->next)
				i->twice |= k->listed && k->nomination == o->id;
		}
		any |= i->twice;
	}
	return any;
}

void
award_check_twice(struct req *r, struct award_item *i, const char *field, const char *label)
{
	const char *all = "";

	if (strcmp(setting_get(r->db, r->mem, "award_duplicate", r->today, "warn"), "stop")
	    || !award_find_twice(r, i))
		return;
	for (; i; i = i->next)
		if (i->twice)
			all = mem_printf(r->mem, "%s%s%s", all, *all ? "; " : "", i->name);
	form_wrong_at(r->form, field, tr(r->lang, label), tr_with(r->mem, r->lang,
	    "Thành tích đã được khen, hoặc có hai lần trong danh sách này: {1}. Đưa ra khỏi danh sách, hoặc xem lại đề nghị",
	    all, NULL, NULL));
}

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* As whole words, both in plain form. */
static bool
names(const char *text, const char *name)
{
	size_t n = strlen(name);

	for (const char *at = text; (at = strstr(at, name)); at++)
		if ((at == text || !letter(at[-1])) && !letter(at[n]))
			return true;
	return false;
}

/* Words that say what one is, not who: "Hộ ông A và bà B". */
static bool
says_what(const char *word)
{
	static const char *const what[] = { "ho", "gia", "dinh", "ong", "ba", "va" };

	for (size_t i = 0; i < sizeof(what) / sizeof(*what); i++)
		if (!strcmp(word, what[i]))
			return true;
	return false;
}

/* The words of a plain name, each ended; at most `max`. */
static size_t
split(char *name, char **words, size_t max)
{
	size_t n = 0;
	char *word;

	while (n < max && (word = strsep(&name, " ,.;:-()/&")))
		if (*word)
			words[n++] = word;
	return n;
}

/* Does the title hold two or more words of the name, from one after such a word to one
 * before such a word?  "le ba an" is one of them: its middle is a name here. */
static bool
names_part(struct req *r, const char *title_plain, const char *name_plain)
{
	enum { MOST = 64 };
	char *words[MOST];
	size_t n = split(mem_text(r->mem, name_plain), words, MOST);

	for (size_t from = 0; from < n; from++) {
		const char *part = words[from];
		if (says_what(part) || (from && !says_what(words[from - 1])))
			continue;
		for (size_t to = from + 1; to < n; to++) {
			part = mem_printf(r->mem, "%s %s", part, words[to]);
			if (!says_what(words[to]) && (to + 1 == n || says_what(words[to + 1]))
			    && names(title_plain, part))
				return true;
		}
	}
	return names(title_plain, name_plain);
}

void
award_check_title(struct req *r, const struct award_item *i, const char *title_plain)
{
	for (; i; i = i->next)
		if (i->listed && strcmp(i->subject, "collective")
		    && names_part(r, title_plain, i->name_plain))
			form_wrong(r->form, "title", "Trích yếu không nêu tên người, hộ: danh sách nêu tên theo sự đồng ý của từng người");
}

void
award_check_edition(struct req *r, const struct award_decision *d)
{
	if (strtoll(form_get(r->form, "edition"), NULL, 10) != d->edition)
		form_wrong_at(r->form, "list", tr(r->lang, "Danh sách"), tr(r->lang,
		    "Dự thảo đã đổi sau khi bạn mở trang: xem lại danh sách, nội dung hiện tại rồi làm lại"));
}

void
award_show_head(struct req *r, const struct award_decision *d)
{
	view_text(r->view, "issuer", d->issuer);
	view_text(r->view, "decision_title", d->title);
	view_text(r->view, "unit_name", d->unit_name);
	view_int(r->view, "edition", d->edition);
	view_text(r->view, "state_label", d->state_label);
	view_text(r->view, "tag", d->tag);
	view_text(r->view, "self", award_path(r, d->id, ""));
}
