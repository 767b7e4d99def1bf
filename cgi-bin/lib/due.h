/*
 * due.h - due dates as they are read: a day off is due on the next working day, of whatever
 * it is.  A page needs READ on "holiday".
 */
#ifndef DUE_H
#define DUE_H

struct req;

/* Its last day: by it what is late is judged.  "" stays "". */
const char *due_last(struct req *, const char *due);
/* "22/11/2026 (Chủ nhật, lùi đến 23/11/2026)", or the day alone. */
const char *due_text(struct req *, const char *due);
/* The same, of what was read with it. */
const char *due_words(struct req *, const char *due, const char *last_day, const char *holiday);
const char *weekday(struct req *, const char *day);

#endif
