/* forms.h - the forms of a page, and its links with a query, as a browser would send them. */
#ifndef FORMS_H
#define FORMS_H

#include <stdbool.h>

#include "db/mem.h"

struct input {
	const char *name, *value;	/* as it stands, or else a value of its kind */
	bool free;			/* any text may be typed into it */
	bool file;
	struct input *next;
};

struct sent_form {
	const char *action;		/* without its query, of which the fields are inputs */
	const char *id;
	bool post;
	struct input *inputs;
	int n;
	struct sent_form *next;
};

/* csrf and once are left out; `self` is the page's own path. */
struct sent_form *forms_of(struct mem *, const char *html, const char *self);

#endif
