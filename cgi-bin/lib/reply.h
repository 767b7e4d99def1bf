/* reply.h - what serve.c needs of the ends of a request; pages use page.h. */
#ifndef REPLY_H
#define REPLY_H

#include "cgi-bin/lib/header.h"
#include "cgi-bin/lib/serve.h"

/* The name of the session's cookie: with https it is bound to this host. */
const char *session_cookie(bool https);

/* The token of a form: of the session's secret and the address it posts to. */
const char *token(struct mem *, const char *secret, const char *path);

/* For a line of the log: "from 10.1.2.3 at 2026-11-20T10:00:00+0700". */
const char *whence(const struct req *);

/* The error page, with a case number that stands in the log too; answers status.  back: the
 * page whose form was posted, "" if it was none.  What was typed is on the page of a 409,
 * and of a 403 for an old token, to be read, and on that of a 503 to be sent once more, as far
 * as `kept` lets it. */
enum kept { KEPT_NONE, KEPT_TO_READ, KEPT_TO_SEND };
int show_error(struct req *, int status, const char *method, const char *back, enum kept);

/* fresh: nobody may keep it, as of whoever had a session. */
struct reply reply(struct req *, int status, bool fresh);

#endif
