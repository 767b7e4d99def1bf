/*
 * province.c - made-up provinces, as large as one likes, by the functions of db/: keys,
 * closures, chains and copies are what they are in life.
 *
 * usage: province add DIR PROVINCES UNITS OPEN [SEED]
 *		into the databases of a folder, which hold the sample.  Each province is UNITS
 *		units (communes, and villages under them), each with an officer and a leader; a
 *		plan that went to the communes; a form of 40 fields, 38 of them figures, and two
 *		quarters that all answered.  In the first OPEN provinces two more quarters wait:
 *		each tenth unit is still filling in, at the others the leader may send.
 *	  province tickets DIR FILE
 *		a line for each report that waits in the first province, at most 400, with a
 *		session of its leader: "id cookie csrf once edition".  Those that were sent wait
 *		again.
 *
 * The sign-ins of the first province are bench.specialist, and bench.officer of a unit that
 * is filling in; the sample's password is theirs.
 */

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cgi-bin/lib/file.h"
#include "cgi-bin/lib/markdown.h"
#include "cgi-bin/lib/plan_text.h"
#include "cgi-bin/lib/reply.h"
#include "db/account.h"
#include "db/audit.h"
#include "db/credential.h"
#include "db/flow.h"
#include "db/indicator.h"
#include "db/mandate.h"
#include "db/plan.h"
#include "db/report.h"
#include "db/report_form.h"
#include "db/text.h"
#include "db/unit.h"
#include "db/unit_contact.h"

enum { FIGURES = 38, SECTION = 10, PERIODS = 4, CLOSED = 2, BELOW = 10, PLAN_MAX = 1 << 20 };

static const char password[] = "lua nep thom ban Pa Sang", since[] = "2020-01-01";
static const char form_name[] = "Báo cáo tổng hợp bốn mươi ô";

static const struct grant grants[] = {
	{ "account", READ | ADD | CHANGE }, { "session", READ | ADD | CHANGE },
	{ "mandate", READ | ADD }, { "role", READ }, { "ability", READ },
	{ "unit", READ | ADD | CHANGE | REMOVE }, { "flow", READ | ADD | CHANGE },
	{ "plan", READ | ADD | CHANGE | REMOVE }, { "indicator", READ | ADD },
	{ "holiday", READ }, { "report", READ | ADD | CHANGE | REMOVE }, { "json_each", READ },
	{ "evaluation", READ },
	{ "setting", READ }, { "audit", READ | ADD }, { 0 }
}, secret_grants[] = {
	{ "credential", READ | ADD | CHANGE }, { "halfway", READ | REMOVE }, { "device", READ | REMOVE }, { 0 }
};

struct making {
	struct db *db, *secret;
	struct mem *mem, *unit_mem;	/* of the whole, of one unit */
	const char *today, *plan_text, *hash;
	int64_t now, seed;
	int64_t indicators[FIGURES];
	int64_t reports;
};

/* Of one province. */
struct land {
	int64_t n, root, specialist, text_section;
	int64_t periods[PERIODS];
	bool open;
};

static int64_t
chance(struct making *m, int64_t n)
{
	uint64_t x = (uint64_t)m->seed;

	x ^= x << 13, x ^= x >> 7, x ^= x << 17;
	m->seed = (int64_t)x;
	return (int64_t)(x % (uint64_t)n);
}

static int64_t
person(struct making *m, const char *login, const char *name, int64_t unit, const char *role)
{
	int64_t id = account_add(m->db, &(struct account){ .login = login, .name = name,
	    .phone = "0217 385 0000", .name_key = text_name_key(m->unit_mem, name),
	    .name_plain = text_plain(m->unit_mem, name) }, m->now);

	mandate_add(m->db, &(struct mandate){ .account = id, .unit = unit, .role = role,
	    .post = "", .valid_from = since, .valid_to = UNIT_OPEN, .document = "" });
	return id;
}

static int64_t
unit(struct making *m, const char *code, const char *name, const char *kind, int64_t parent)
{
	return unit_add(m->db, &(struct unit){ .code = code, .name = name,
	    .name_key = text_key(m->unit_mem, name), .name_plain = text_plain(m->unit_mem, name),
	    .short_name = "", .kind = kind, .region = "", .address = "", .parent = parent,
	    .valid_from = since, .document = "" });
}

/* ---- what is asked ---- */

static void
dictionary(struct making *m)
{
	for (int i = 0; i < FIGURES; i++) {
		const char *code = mem_printf(m->mem, "bench_%02d", i + 1);
		m->indicators[i] = indicator_id(m->db, code);
		if (!m->indicators[i])
			m->indicators[i] = indicator_add(m->db, &(struct indicator){ .code = code,
			    .name = mem_printf(m->mem, "Chỉ số tổng hợp số %d", i + 1),
			    .measure = "hộ", .rule = "sum" });
	}
}

/* The last four quarters whose windows have ended: two that are over, then two that wait. */
static void
periods(struct making *m, struct land *p, int64_t form)
{
	struct report_window w;
	int64_t year = strtoll(m->today, NULL, 10), quarter = 4;

	for (int i = PERIODS; i;) {
		if (report_window(m->mem, "quarter", year, quarter, &w)
		    && text_days(w.to, m->today) > 0) {
			p->periods[--i] = report_period_add(m->db, &(struct report_period){
			    .form = form, .name = w.name, .window_from = w.from, .window_to = w.to,
			    .opens = w.opens, .source = i < CLOSED ? "Quyết định công bố" : "" });
			report_due_put(m->db, p->periods[i], "commune", w.due);
			report_due_put(m->db, p->periods[i], "village", w.due);
		}
		if (!--quarter)
			year--, quarter = 4;
	}
}

static void
form(struct making *m, struct land *p)
{
	int64_t id = report_form_add(m->db, &(struct report_form){ .unit = p->root,
	    .name = form_name, .kind = "periodic", .document = "" }), section = 0;

	for (int i = 0; i < FIGURES; i++) {
		if (i % SECTION == 0)
			section = report_section_add(m->db, m->mem, &(struct report_section_form){
			    .form = id, .kind = "figures", .kinds = "", .hint = "",
			    .title = mem_printf(m->mem, "%d. Số liệu", i / SECTION + 1) });
		report_line_add(m->db, section, i % SECTION + 1, m->indicators[i], 0);
	}
	for (int i = 0; i < 2; i++)
		p->text_section = report_section_add(m->db, m->mem, &(struct report_section_form){
		    .form = id, .kind = "text", .kinds = "", .hint = "",
		    .title = i ? "Khó khăn, kiến nghị" : "Kết quả và cách làm" });
	periods(m, p, id);
}

/* The sample's plan, issued by this province to its communes. */
static void
plan(struct making *m, struct land *p)
{
	static const char *const moves[] = { "submit", "approve", "issue" };
	int64_t id = plan_take_in(m->db, m->mem, m->plan_text, p->root, p->specialist, m->now);
	struct plan *made = plan_get(m->db, m->mem, id, "vi");

	plan_put_recipients(m->db, id, &(struct plan_recipient){ .text = "UBND các xã",
	    .purpose = "act", .to = &(struct plan_addressee){ .kind = "commune" } });
	for (size_t i = 0; made && i < sizeof(moves) / sizeof(*moves); i++) {
		struct flow_ask ask = { .flow_case = made->flow_case, .now = m->now,
		    .move = moves[i], .day = m->today, .value = plan_value, .record = made };
		if (flow_force(m->db, m->mem, &ask) != FLOW_DONE)
			fprintf(stderr, "province: a plan cannot %s\n", moves[i]);
		audit_add(m->db, m->mem, &(struct audit_line){ .at = m->now, .entity = id,
		    .address = "bench", .action = mem_printf(m->mem, "plan.%s", moves[i]) });
	}
	plan_settle(m->db, m->mem, id, m->today, m->now);
}

/* ---- what is answered ---- */

static void
step(struct making *m, const struct report *r, const char *move, int64_t by)
{
	struct flow_ask ask = { .flow_case = r->flow_case, .account = by, .now = m->now,
	    .move = move, .day = m->today, .reason = strcmp(move, "return") ? "" : "Gửi lại." };

	if (flow_force(m->db, m->unit_mem, &ask) != FLOW_DONE)
		fprintf(stderr, "province: report %lld cannot %s\n", (long long)r->id, move);
	audit_add(m->db, m->unit_mem, &(struct audit_line){ .at = m->now, .account = by,
	    .address = "bench", .action = mem_printf(m->unit_mem, "report.%s", move),
	    .entity = r->id, .changes = &(struct change){ "state", ask.from_state,
	    ask.to_state, NULL } });
}

static void
answer(struct making *m, struct land *p, int which, int64_t unit_, int64_t officer,
    int64_t leader, bool waits)
{
	static const char text[] = "Trong kỳ đơn vị đã:\n\n- giúp các hộ thoát nghèo;\n- làm mới,"
	    " sửa chữa nhà ở;\n- giới thiệu việc làm.";
	int64_t id = report_open(m->db, flow_open(m->db, "report", unit_, officer, m->now),
	    p->periods[which], unit_, officer, m->now);

	for (int i = 0; i < FIGURES; i++)
		report_value_put(m->db, id, m->indicators[i], (200 + i * 10 + chance(m, 50)) * 100);
	report_text_put(m->db, id, p->text_section, text, markdown(m->unit_mem, text).text);
	report_saved(m->db, id, officer, m->now);
	audit_add(m->db, m->unit_mem, &(struct audit_line){ .at = m->now, .account = officer,
	    .address = "bench", .action = "report.save", .entity = id });
	m->reports++;
	struct report *r = report_get(m->db, m->unit_mem, id, "vi");
	if (!r || (which >= CLOSED && !waits))
		return;
	step(m, r, "submit", officer);
	if (which >= CLOSED)
		return;
	step(m, r, "send", leader);
	report_send_copy(m->db, m->unit_mem, id, leader, m->now, m->today);
	step(m, r, "accept", p->specialist);
}

/* ---- one province ---- */

static void
settle(struct making *m, struct land *p, int64_t parent, int64_t i, int64_t *commune)
{
	const char *code = mem_printf(m->unit_mem, "B%lld.%lld", (long long)p->n, (long long)i);
	bool is_commune = i % BELOW == 0, first_to_fill = p->open && i == 1;
	int64_t id = unit(m, code, mem_printf(m->unit_mem, "%s số %lld", is_commune ? "Xã" : "Thôn",
	    (long long)i), is_commune ? "commune" : "village", parent);

	if (is_commune)
		*commune = id;
	unit_contact_add(m->db, &(struct unit_contact){ .unit = id, .name = "Nguyễn Văn Mẫu",
	    .post = "Cán bộ", .phone = "0217 385 0000", .valid_from = since });
	int64_t officer = person(m, first_to_fill && p->n == 1 ? "bench.officer"
	    : mem_printf(m->unit_mem, "o%s", code), "Lò Thị Mẫu", id, "unit_officer");
	int64_t leader = person(m, mem_printf(m->unit_mem, "l%s", code), "Giàng A Mẫu", id,
	    "unit_leader");
	if (first_to_fill && p->n == 1)
		credential_set(m->secret, officer, m->hash, m->now);
	for (int which = 0; which < (p->open ? PERIODS : CLOSED); which++)
		answer(m, p, which, id, officer, leader, i % BELOW != 1);
	mem_empty(m->unit_mem);
}

static void
province(struct making *m, int64_t n, int64_t units, bool open)
{
	struct land p = { .n = n, .open = open };
	int64_t commune = 0;

	p.root = unit(m, mem_printf(m->mem, "B%lld", (long long)n),
	    mem_printf(m->mem, "UBND tỉnh Mẫu số %lld", (long long)n), "province", 0);
	p.specialist = person(m, n == 1 ? "bench.specialist" : mem_printf(m->mem, "sB%lld",
	    (long long)n), "Lê Thị Mẫu", p.root, "specialist");
	if (n == 1)
		credential_set(m->secret, p.specialist, m->hash, m->now);
	form(m, &p);
	for (int64_t i = 0; i < units - 1; i++)
		settle(m, &p, i % BELOW ? commune : p.root, i, &commune);
	plan(m, &p);
}

static int
add(struct making *m, const char *dir, int64_t provinces, int64_t units, int64_t open)
{
	size_t n;
	const char *bytes = file_read(m->mem, "db/sample/plan.txt", PLAN_MAX, &n);

	m->plan_text = bytes ? text_nfc(m->mem, bytes, n) : NULL;
	m->secret = db_open(DB_SECRET, dir, secret_grants);
	m->hash = credential_hash(m->mem, password);
	if (!m->plan_text || !m->secret || !m->hash || provinces < 1 || units < 2)
		return 1;
	for (int64_t i = 1; i <= provinces; i++) {
		db_begin(m->db, DB_WRITE);
		db_begin(m->secret, DB_WRITE);
		if (i == 1)
			dictionary(m);
		province(m, i, units, i <= open);
		if (!db_commit(m->secret) || !db_commit(m->db))
			return 1;
	}
	printf("%lld units, %lld reports, %lld values\n", (long long)(provinces * units),
	    (long long)m->reports, (long long)(m->reports * FIGURES));
	return 0;
}

/* ---- tickets ---- */

static struct sql waiting = SQL(
	"SELECT r.id, c.state, r.edition, t.account FROM report r"
	" JOIN flow_case c ON c.id = r.flow_case AND c.state IN ('signing', 'sent')"
	" JOIN report_period p ON p.id = r.report_period"
	" JOIN report_form f ON f.id = p.report_form"
	" JOIN unit u ON u.id = f.unit AND u.code = 'B1'"
	" JOIN mandate t ON t.unit = r.unit AND t.role = 'unit_leader'"
	" ORDER BY t.account, r.id LIMIT 400");

static const char *
sign_in(struct making *m, int64_t account, const char *secret)
{
	const char *key = random_hex(m->mem, 32);

	session_add(m->db, &(struct session){ .who.id = account, .secret = secret,
	    .created = m->now, .seen = m->now, .expires = m->now + 12 * 3600,
	    .address = "127.0.0.1", .agent = "bench" }, digest_of(m->mem, key, strlen(key)));
	return key;
}

struct ticket {
	int64_t id, edition, account;
	bool sent;
	struct ticket *next;
};

static int
tickets(struct making *m, const char *file)
{
	FILE *out = fopen(file, "w");
	struct ticket *first = NULL, **tail = &first;
	const char *key = "", *secret = "";
	int64_t last = 0;

	if (!out)
		return 1;
	db_begin(m->db, DB_WRITE);
	db_query(m->db, &waiting);
	while (db_next(m->db, &waiting)) {
		*tail = mem_take(m->mem, sizeof(**tail));
		**tail = (struct ticket){ col_int(&waiting, 0), col_int(&waiting, 2),
		    col_int(&waiting, 3), !strcmp(col_text(&waiting, 1, m->mem), "sent"), NULL };
		tail = &(*tail)->next;
	}
	for (struct ticket *t = first; t; t = t->next) {
		if (t->account != last)
			key = sign_in(m, last = t->account, secret = random_hex(m->mem, 16));
		if (t->sent) {
			struct report *r = report_get(m->db, m->unit_mem, t->id, "vi");
			step(m, r, "return", 0);
			step(m, r, "submit", 0);
		}
		const char *path = mem_printf(m->mem, "/report/%lld/move", (long long)t->id);
		fprintf(out, "%lld %s %s %s %lld\n", (long long)t->id, key,
		    token(m->mem, secret, path), random_hex(m->mem, 12), (long long)t->edition);
		mem_empty(m->unit_mem);
	}
	return !db_commit(m->db) || fclose(out) || !first;
}

int
main(int argc, char **argv)
{
	struct making m = { .mem = mem_new(), .unit_mem = mem_new(), .now = time(NULL),
	    .seed = argc > 6 ? strtoll(argv[6], NULL, 10) : 20260101 };
	bool adds = argc >= 6 && !strcmp(argv[1], "add");

	if (!adds && (argc != 4 || strcmp(argv[1], "tickets"))) {
		fputs("usage: province add DIR PROVINCES UNITS OPEN [SEED] | tickets DIR FILE\n", stderr);
		return 2;
	}
	serve_ready();
	m.today = plan_day(m.mem, m.now);
	if (sodium_init() < 0 || !text_ready() || !(m.db = db_open(DB_PORTAL, argv[2], grants)))
		return 1;
	return adds ? add(&m, argv[2], strtoll(argv[3], NULL, 10), strtoll(argv[4], NULL, 10),
	    strtoll(argv[5], NULL, 10)) : tickets(&m, argv[3]);
}
