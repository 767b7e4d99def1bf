/* sink.h - the files of a SINK, from the socket into files.db; for serve.c. */
#ifndef SINK_H
#define SINK_H

#include "cgi-bin/lib/serve.h"

struct sink;

/* Fills r->form with the fields that stand before the first file. */
struct sink *sink_open(struct req *, const struct ask *);
/* Asks the handler, then takes the files into r->uploads: 0, or the status that ends this.
 * Sink NULL: of a body that can hold no files. */
int sink_take(struct req *, const struct route *, struct sink *);

#endif
