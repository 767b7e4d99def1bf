/* sample.c - see sample.h. */

#include "cgi-bin/lib/sample_part.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cgi-bin/lib/file.h"
#include "db/account.h"
#include "db/attachment.h"
#include "db/file.h"
#include "db/holiday.h"
#include "db/text.h"
#include "db/unit.h"

enum { MINUTE = 60, OPENS = 8 };

struct sample_sheet {
	const char *name;
	struct sheet *is;
	struct sample_sheet *next;
};

bool
sample_fail(struct sample *s, const char *why, const char *what)
{
	if (!s->wrong)
		s->wrong = mem_printf(s->mem, "%s: %s", why, what);
	return false;
}

struct sheet *
sample_sheet(struct sample *s, const char *name)
{
	struct sample_sheet *known = s->sheets;
	size_t n;

	if (s->wrong)
		return NULL;
	while (known && strcmp(known->name, name))
		known = known->next;
	if (known)
		return known->is;
	const char *bytes = file_read(s->mem, mem_printf(s->mem, "%s/%s", s->dir, name),
	    SAMPLE_FILE_MAX, &n);
	struct sheet *is = bytes ? sheet_read(s->mem, bytes, n) : NULL;
	if (!bytes || is->wrong) {
		sample_fail(s, name, bytes ? is->wrong : "cannot be read");
		return NULL;
	}
	known = mem_take(s->mem, sizeof(*known));
	*known = (struct sample_sheet){ name, is, s->sheets };
	s->sheets = known;
	return is;
}

struct sheet_row *
sample_rows(const struct sheet *t)
{
	return t && t->rows ? t->rows->next : NULL;
}

const char *
sample_cell(struct sample *s, const struct sheet *of, const struct sheet_row *row,
    const char *column)
{
	return sheet_cell(row, sheet_column(s->mem, of, column));
}

int64_t
sample_unit(struct sample *s, const char *code)
{
	struct unit *u = unit_by_code(s->db, s->mem, code, s->today, "vi");

	if (!u)
		sample_fail(s, "no such unit", code);
	return u ? u->id : 0;
}

/* ---- time ---- */

static const char *
workday(struct sample *s, const char *day, int64_t n)
{
	int64_t step = n < 0 ? -1 : 1;

	if (!n && day_is_off(s->db, day))
		n = 1;
	for (n *= step; n; n -= !day_is_off(s->db, day))
		if (!(day = text_day_add(s->mem, day, step)))
			return NULL;
	return day;
}

int64_t
sample_office(struct sample *s, const char *day, int64_t n, int64_t minutes)
{
	struct tm tm = { 0 };
	const char *then = s->wrong || !day || !text_is_day(day) ? NULL : workday(s, day, n);

	if (!then || !strptime(then, "%Y-%m-%d", &tm)) {
		sample_fail(s, "no day", day ? day : "");
		return s->now;
	}
	tm.tm_hour = OPENS, tm.tm_isdst = -1;
	return mktime(&tm) + minutes * MINUTE;
}

int64_t
sample_when(struct sample *s, const char *said, int64_t minutes)
{
	return *said == '-' ? sample_office(s, s->today, strtoll(said, NULL, 10), minutes)
	    : sample_office(s, said, 0, minutes);
}

const char *
sample_day(const struct sample *s, int64_t at)
{
	time_t t = (time_t)at;
	struct tm tm;
	char day[11];

	strftime(day, sizeof(day), "%F", localtime_r(&t, &tm));
	return mem_text(s->mem, day);
}

/* ---- what is done leaves its traces ---- */

void
sample_trail(struct sample *s, const struct audit_line *l)
{
	struct audit_line line = *l;

	line.address = "portalctl";
	audit_add(s->db, s->mem, &line);
}

void
sample_note(struct sample *s, int64_t at, int64_t account, const char *action, int64_t entity)
{
	if (!s->wrong)
		sample_trail(s, &(struct audit_line){ .at = at, .account = account,
		    .action = action, .entity = entity });
}

static const char *
nothing(const void *record, const char *field)
{
	(void)record; (void)field;
	return "";
}

void
sample_attach(struct sample *s, const struct attachment *to, const char *bytes, size_t n)
{
	struct file_in *in = file_open(s->files, s->mem, to->at);
	struct attachment a = *to;

	file_add(in, bytes, n);
	a.hash = file_keep(in);
	a.size = (int64_t)n;
	if (!a.hash)
		sample_fail(s, "files.db", "a file was not kept");
	else
		sample_note(s, a.at, a.account, "attachment.add", attachment_add(s->db, &a));
}

int64_t
sample_move(struct sample *s, const struct sample_move *m)
{
	const char *reason = m->reason ? m->reason : "";
	struct flow_ask ask = { .flow_case = m->flow_case, .account = m->by, .now = m->at,
	    .move = m->move, .day = sample_day(s, m->at), .reason = reason,
	    .value = m->value ? m->value : nothing, .record = m->record };
	enum flow_answer a;

	if (s->wrong)
		return 0;
	if ((a = flow_move(s->db, s->mem, &ask)) != FLOW_DONE) {
		sample_fail(s, m->action, mem_printf(s->mem, "%s of %lld on %s is refused (%d)",
		    m->move, (long long)m->entity, ask.day, (int)a));
		return 0;
	}
	struct change said = { "reason", "", reason, m->changes };
	struct change state = { "state", ask.from_state, ask.to_state, *reason ? &said : m->changes };
	sample_trail(s, &(struct audit_line){ .at = m->at, .account = m->by,
	    .mandate = ask.mandate, .action = m->action, .entity = m->entity, .changes = &state });
	return ask.step;
}

const char *
sample_load(struct db *db, struct db *secret, struct db *files, struct mem *mem,
    const char *dir, int64_t now, const char *today, FILE *out)
{
	static const char since[] = "2020-01-01";
	struct sample s = { .db = db, .secret = secret, .files = files, .mem = mem, .dir = dir,
	    .now = now, .today = today, .out = out };

	setting_put(db, "office", "tỉnh Hà Lâm", since, "");
	setting_put(db, "standing_body", "Cơ quan thường trực: Sở Nội vụ", since, "");
	setting_put(db, "support_phone", "0217 385 0115", since, "");
	if (!sample_people(&s) || !sample_plan(&s) || !sample_dictionary(&s))
		return s.wrong;
	sample_date(&s);
	sample_change(&s);
	sample_sign_up(&s);
	sample_report(&s);
	sample_evaluation(&s);
	sample_award(&s);
	sample_feedback(&s);
	sample_draft(&s);
	sample_task(&s);
	sample_document(&s);
	sample_child(&s);
	return s.wrong;
}
