/* sink.h - what a POST brings: its form, and a SINK's files into files.db; for serve.c. */
#ifndef SINK_H
#define SINK_H

#include "cgi-bin/lib/serve.h"

struct sink;

/* Reads the form into r->form; of a SINK with files those fields that stand before the
 * first, and sets the sink.  False: it is longer than the route takes, or cut. */
bool sink_form(struct req *, const struct ask *, const struct route *, struct sink **);
/* Asks the handler, then takes the files into r->uploads: 0, or the status that ends this.
 * Sink NULL: of a body that can hold no files. */
int sink_take(struct req *, const struct route *, struct sink *);

#endif
