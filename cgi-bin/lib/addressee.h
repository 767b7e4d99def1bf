/*
 * addressee.h - for whom, on a form: boxes of the kinds of unit and clusters of an issuer
 * (plan_choices()), and codes of single units.
 */
#ifndef ADDRESSEE_H
#define ADDRESSEE_H

#include "cgi-bin/lib/page.h"
#include "db/plan.h"

struct addressee_ask {
	int64_t issuer;
	const struct plan_choice *choices;
	const char *to, *code;		/* names of the boxes and of the field of codes */
	const char *label;		/* what a fault is of, in the reader's language */
	const char *outside_vi;		/* why a unit that is not the issuer's is refused; {1} its code */
};

/* What it is called, with the document that defines it, if one does. */
const char *addressee_label(struct req *, const struct plan_choice *);
/* True if that box was ticked in what was sent. */
bool addressee_ticked(struct req *, const char *to, const char *value);
/* What was ticked, then what was typed ("SNV, XAN"); a code that is none of the issuer's is
 * a fault of the field of codes, which names it and the way out. */
struct plan_addressee *addressee_read(struct req *, const struct addressee_ask *);

#endif
