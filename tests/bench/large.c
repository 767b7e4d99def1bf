/*
 * large.c - a plan as large as the portal takes one: 5,000 clauses, 300 pages on paper; and
 * amendments that put other words into every one of them since yesterday.
 *
 * usage: large DIR
 *		into the databases of a folder, which hold the sample; prints the plan's number,
 *		its words, its day and that of the amendments: "7 104000 2026-01-05 2026-11-26".
 */

#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "cgi-bin/lib/plan_change_text.h"
#include "cgi-bin/lib/plan_text.h"
#include "cgi-bin/lib/reply.h"
#include "db/flow.h"
#include "db/text.h"

enum { CLAUSES = 5000, PARTS = 50, EACH = 500, TEXT_MAX = 4 << 20 };

static const struct grant grants[] = {
	{ "account", READ }, { "flow", READ | ADD | CHANGE }, { "plan", READ | ADD | CHANGE | REMOVE },
	{ "unit", READ }, { "holiday", READ }, { "evaluation", READ }, { "report", READ | CHANGE },
	{ "mandate", READ }, { "role", READ }, { "ability", READ }, { 0 }
};

struct making {
	struct db *db;
	struct mem *mem;
	const char *today;
	int64_t now, unit;
	uint64_t seed;
};

static const char *
word(struct making *m)
{
	static const char *const words[] = { "xã", "hộ", "nghèo", "vốn", "rừng", "chăn nuôi", "hỗ trợ", "đường",
		"trường", "thôn", "nước sạch", "cán bộ", "việc làm", "năm", "tỉnh", "kế hoạch", "báo cáo",
		"chỉ tiêu", "giảm", "thu nhập", "đào tạo", "nghề", "y tế", "nhà ở", "ruộng", "chợ" };

	m->seed ^= m->seed << 13, m->seed ^= m->seed >> 7, m->seed ^= m->seed << 17;
	return words[m->seed % (sizeof(words) / sizeof(*words))];
}

static size_t
sentence(struct making *m, char *to)
{
	size_t n = 0;

	for (int i = 0; i < 16; i++) {
		const char *w = word(m);
		memcpy(to + n, w, strlen(w));
		n += strlen(w);
		to[n++] = i < 15 ? ' ' : '.';
	}
	return n;
}

/* Parts of a hundred clauses: a heading, ten points, letters under each. */
static const char *
text(struct making *m)
{
	static const char head[] = "ỦY BAN NHÂN DÂN\nTỈNH THỬ LỚN\n\nKẾ HOẠCH\nMột kế hoạch dài giai đoạn 2026 - 2030\n\n";
	static const char *const units[] = { "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX" },
	    *const tens[] = { "", "X", "XX", "XXX", "XL", "L" };
	char *all = mem_take(m->mem, TEXT_MAX);
	size_t n = sizeof(head) - 1;

	memcpy(all, head, n);
	for (int part = 1, clause = 0; part <= PARTS; part++) {
		n += (size_t)snprintf(all + n, 100, "%s%s. NỘI DUNG PHẦN THỨ %d\n\n", tens[part / 10], units[part % 10], part);
		for (int in = 1; in < CLAUSES / PARTS; in++, clause++) {
			const char *const letters[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i" };
			if (in % 10 == 1)
				n += (size_t)snprintf(all + n, 20, "%d. ", in / 10 + 1);
			else
				n += (size_t)snprintf(all + n, 20, "%s) ", letters[(in + 8) % 10]);
			n += sentence(m, all + n);
			memcpy(all + n, "\n\n", 2);
			n += 2;
		}
	}
	all[n] = '\0';
	return all;
}

/* It stands by that number and day. */
static void
record(struct making *m, int64_t id, const char *number, const char *day)
{
	struct plan *p = plan_get(m->db, m->mem, id, "vi");

	p->number = number;
	p->date = day;
	if (!*p->issuer)
		p->issuer = "UBND tỉnh Thử Lớn";
	plan_change(m->db, p);
	struct flow_ask ask = { .flow_case = p->flow_case, .now = m->now, .move = "record", .day = m->today,
	    .reason = "", .value = plan_value, .record = p };
	if (flow_force(m->db, m->mem, &ask) != FLOW_DONE)
		fprintf(stderr, "large: plan %lld cannot be recorded\n", (long long)id);
	plan_settle(m->db, m->mem, id, m->today, m->now);
}

/* Other words in two places of the clause. */
static const char *
mended(struct making *m, const char *markdown)
{
	const char *space = strchr(markdown + strlen(markdown) / 3, ' ');

	return space ? mem_printf(m->mem, "%.*s %s %s%s", (int)(space - markdown), markdown, word(m), word(m), space)
	    : markdown;
}

static void
amend(struct making *m, const struct plan *target, const char *day)
{
	int n = EACH, documents = 0;
	struct plan_change g = { 0 };

	for (struct plan_clause *c = plan_clauses_marked(m->db, m->mem, target, day, 0); c; c = c->next, n++) {
		if (n == EACH) {
			if (documents)
				record(m, g.plan, mem_printf(m->mem, "%d/KH-SĐ", documents), day);
			g = (struct plan_change){ .kind = "amend", .holds = "" };
			plan_change_begin(m->db, m->mem, target, &g, 0, m->today, m->now);
			documents++, n = 0;
		}
		struct plan_change_clause k = { .act = "replace", .anchor = c->anchor, .beside = "", .parent = "",
		    .label = c->label };
		if (!plan_change_read(m->db, m->mem, target, &g, day, mended(m, c->markdown), &k))
			plan_change_put(m->db, g.plan, &k);
	}
	record(m, g.plan, mem_printf(m->mem, "%d/KH-SĐ", documents), day);
}

static struct sql unit = SQL("SELECT min(id) FROM unit");

int
main(int argc, char **argv)
{
	struct making m = { .mem = mem_new(), .now = time(NULL), .seed = 20260101 };

	if (argc != 2) {
		fputs("usage: large DIR\n", stderr);
		return 2;
	}
	serve_ready();
	m.today = plan_day(m.mem, m.now);
	if (sodium_init() < 0 || !text_ready() || !(m.db = db_open(DB_PORTAL, argv[1], grants)))
		return 1;
	db_begin(m.db, DB_WRITE);
	m.unit = db_row(m.db, &unit) ? col_int(&unit, 0) : 0;
	const char *all = text(&m), *first = text_day_add(m.mem, m.today, -300), *last = text_day_add(m.mem, m.today, -1);
	int64_t id = plan_take_in(m.db, m.mem, all, m.unit, 0, m.now), words = 0;
	record(&m, id, "999/KH-UBND", first);
	amend(&m, plan_get(m.db, m.mem, id, "vi"), last);
	for (const char *s = all; (s = strchr(s, ' ')); s++)
		words++;
	if (!db_commit(m.db))
		return 1;
	printf("%lld %lld %s %s\n", (long long)id, (long long)words, first, last);
	db_close(m.db);
	return 0;
}
