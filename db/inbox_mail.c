/* inbox_mail.c - who wants notices by mail, and what became of it. */

#include "db/inbox.h"

const struct grant mail_sends[] = {
	{ "notice", READ | ADD | CHANGE },
	{ "upkeep", READ | ADD | CHANGE },
	{ "account", READ }, { "mandate", READ }, { "role", READ }, { "unit", READ },
	{ "setting", READ },
	{ 0 }
};

enum { EVERY = 3600, TRIES = 8, FIRST_WAIT = 60, WAIT_MAX = 6 * 3600, SHOWN = 50, ALIVE = 600 };

static struct sql get = SQL("SELECT email, mail FROM account WHERE id = ?1");
static struct sql put = SQL("UPDATE account SET email = ?2, mail = ?3 WHERE id = ?1");

/* Begins with the notices made from now on: what is old was read, or not, without mail. */
static struct sql begin = SQL(
	"INSERT INTO notice_mail (account, upto) VALUES (?1,"
	" coalesce((SELECT max(id) FROM notice), 0)) ON CONFLICT DO NOTHING");

static struct sql who = SQL(
	"SELECT a.id, a.email, m.upto, m.tries FROM account a JOIN notice_mail m ON m.account = a.id"
	" WHERE a.mail = 1 AND a.email <> '' AND a.disabled IS NULL AND m.again <= ?1"
	" AND m.sent + ?2 <= ?1 ORDER BY a.id");

static struct sql note = SQL(
	"UPDATE notice_mail SET upto = CASE WHEN ?2 > 0 THEN ?2 ELSE upto END,"
	" sent = CASE WHEN ?3 > 0 THEN ?3 ELSE sent END, tries = ?4, again = ?5 WHERE account = ?1");

static struct sql alive = SQL(
	"INSERT INTO upkeep (name, at, detail) VALUES ('mailer', ?1, '')"
	" ON CONFLICT (name) DO UPDATE SET at = excluded.at");
static struct sql lived = SQL("SELECT at FROM upkeep WHERE name = 'mailer'");

struct mail *
mail_get(struct db *db, struct mem *mem, int64_t account)
{
	struct mail *m = mem_take(mem, sizeof(*m));

	*m = (struct mail){ .account = account, .email = "" };
	if (db_row(db, &get, INT(account))) {
		m->email = col_text(&get, 0, mem);
		m->wanted = col_int(&get, 1);
	}
	return m;
}

void
mail_put(struct db *db, const struct mail *m)
{
	db_run(db, &put, INT(m->account), TEXT(m->email), INT(m->wanted));
	if (m->wanted)
		db_run(db, &begin, INT(m->account));
}

void
mail_beat(struct db *db, int64_t now)
{
	db_run(db, &alive, INT(now));
}

bool
mail_alive(struct db *db, int64_t now)
{
	return db_row(db, &lived) && col_int(&lived, 0) + ALIVE > now;
}

struct mail *
mail_list(struct db *db, struct mem *mem, const char *day, int64_t now)
{
	struct mail *first = NULL, **tail = &first, *m;

	db_query(db, &who, INT(now), INT(EVERY));
	while (db_next(db, &who)) {
		m = *tail = mem_take(mem, sizeof(*m));
		*m = (struct mail){ .account = col_int(&who, 0), .email = col_text(&who, 1, mem),
		    .wanted = true, .upto = col_int(&who, 2),
		    .tries = (int)col_int(&who, 3) };
		tail = &m->next;
	}
	for (tail = &first; (m = *tail);) {
		m->notices = notice_list(db, mem, &(struct notice_ask){ .account = m->account,
		    .day = day, .lang = "vi", .after = m->upto, .limit = SHOWN }, &m->count);
		for (struct notice *n = m->notices; n; n = n->next)
			m->upto = n->id > m->upto ? n->id : m->upto;
		if (m->notices)
			tail = &m->next;
		else
			*tail = m->next;
	}
	return first;
}

void
mail_note(struct db *db, const struct mail *m, bool sent, int64_t now)
{
	int tries = sent ? 0 : m->tries + 1;
	int64_t wait = (int64_t)FIRST_WAIT << tries;

	if (sent || tries == TRIES)
		db_run(db, &note, INT(m->account), INT(m->upto), INT(now), INT(0), INT(0));
	else
		db_run(db, &note, INT(m->account), INT(0), INT(0), INT(tries),
		    INT(now + (wait < WAIT_MAX ? wait : WAIT_MAX)));
}
