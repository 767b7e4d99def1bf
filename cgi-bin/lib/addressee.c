/* addressee.c - see addressee.h. */

#include "cgi-bin/lib/addressee.h"

#include <stdlib.h>

enum { CODE_MAX = 20 };

const char *
addressee_label(struct req *r, const struct plan_choice *c)
{
	return c->document && *c->document ? tr_with(r->mem, r->lang, "{1} (theo {2})", c->label,
	    c->document, NULL) : c->label;
}

bool
addressee_ticked(struct req *r, const char *to, const char *value)
{
	for (const struct sent *s = NULL; (s = form_next(r->form, s, to)); )
		if (!strcmp(s->value, value))
			return true;
	return false;
}

static struct plan_addressee **
read_units(struct req *r, const struct addressee_ask *ask, struct plan_addressee **end)
{
	const char *at = form_get(r->form, ask->code), *why = NULL, *code;

	for (; !why && *(at += strspn(at, " ,;")); at += strlen(code)) {
		code = mem_copy(r->mem, at, strcspn(at, " ,;"));
		int64_t unit = strlen(code) > CODE_MAX ? 0
		    : plan_unit_by_code(r->db, code, r->today);
		if (!unit)
			why = "Không có đơn vị đang hoạt động mang mã {1}: xem mã ở trang Đơn vị, hoặc bỏ mã này";
		else if (!plan_reaches(r->db, ask->issuer, unit, r->today))
			why = ask->outside_vi;
		if (why) {
			form_wrong_at(r->form, ask->code, ask->label,
			    tr_with(r->mem, r->lang, why, code, NULL, NULL));
			break;
		}
		*end = mem_take(r->mem, sizeof(**end));
		**end = (struct plan_addressee){ .kind = "", .unit = unit, .code = code };
		end = &(*end)->next;
	}
	return end;
}

struct plan_addressee *
addressee_read(struct req *r, const struct addressee_ask *ask)
{
	struct plan_addressee *first = NULL, **end = &first;

	for (const struct plan_choice *c = ask->choices; c; c = c->next) {
		if (!addressee_ticked(r, ask->to, c->value))
			continue;
		*end = mem_take(r->mem, sizeof(**end));
		**end = (struct plan_addressee){ .kind = "" };
		if (!strncmp(c->value, "kind:", 5))
			(*end)->kind = c->value + 5;
		else
			(*end)->unit_group = strtoll(c->value + 6, NULL, 10);
		end = &(*end)->next;
	}
	read_units(r, ask, end);
	return first;
}
