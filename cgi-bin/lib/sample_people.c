/* sample_people.c - the province of the sample: its units, clusters and blocs, and who
 * holds which role. */

#include "cgi-bin/lib/sample_part.h"

#include <string.h>

#include "cgi-bin/lib/unit_import.h"
#include "db/account.h"
#include "db/credential.h"
#include "db/mandate.h"
#include "db/text.h"
#include "db/unit_group.h"

static const char password[] = "lua nep thom ban Pa Sang";
static const char since[] = "2020-01-01";

struct sample_person {
	const char *role, *unit;
	int64_t id;
	struct sample_person *next;
};

static bool
units(struct sample *s)
{
	struct sheet *t = sample_sheet(s, "units.csv");
	struct unit_import *in = t
	    ? unit_import_check(s->db, s->mem, t, s->today, 0, "vi") : NULL;

	if (!in)
		return false;
	if (in->wrong || in->faults)
		return sample_fail(s, "units.csv", in->wrong ? in->wrong : mem_printf(s->mem,
		    "row %d, %s: %s", in->faults->row, in->faults->column, in->faults->why));
	if (!unit_import_apply(s->db, s->mem, in))
		return sample_fail(s, "units.csv", "cannot be applied");
	for (struct import_row *r = in->rows; r; r = r->next)
		sample_trail(s, &(struct audit_line){ .at = s->now, .action = "unit.import",
		    .entity = r->id, .changes = r->changes });
	return true;
}

/* Drawn when the communes of today were formed; rows of one group stand together. */
static bool
groups(struct sample *s)
{
	static const char from[] = "2025-07-01";
	struct sheet *t = sample_sheet(s, "groups.csv");
	int64_t root = sample_unit(s, "31"), id = 0;
	const char *last = "";

	for (struct sheet_row *r = sample_rows(t); r && !s->wrong; r = r->next) {
		const char *name = sample_cell(s, t, r, "group"), *head = sample_cell(s, t, r, "head");
		bool is_list = !strcmp(sample_cell(s, t, r, "kind"), "list");
		if (strcmp(name, last))
			id = unit_group_add(s->db, &(struct unit_group){
			    .kind = sample_cell(s, t, r, "kind"), .name = name, .unit = root,
			    .valid_from = from, .document = is_list ? "1120/QĐ-UBND" : "12/TB-UBND",
			    .document_date = is_list ? "2025-07-08" : from, .document_text = is_list
			    ? "về việc kiện toàn Hội đồng Thi đua - Khen thưởng tỉnh"
			    : "về việc chia cụm, khối thi đua của tỉnh" });
		last = name;
		unit_member_add(s->db, id, sample_unit(s, sample_cell(s, t, r, "unit")),
		    *head ? *head - '0' : 0, from);
		struct account *sits = account_by_login(s->db, s->mem, sample_cell(s, t, r, "seat"));
		if (sits)
			unit_seat_add(s->db, &(struct unit_seat){ .group = id, .account = sits->id,
			    .valid_from = from, .document = "1120/QĐ-UBND" });
	}
	return !s->wrong;
}

static int64_t
account_of(struct sample *s, const char *login, const char *name, const char *phone,
    const char *hash, bool *known)
{
	struct account *a = account_by_login(s->db, s->mem, login);
	int64_t id;

	*known = a;
	if (a)
		return a->id;
	id = account_add(s->db, &(struct account){ .login = login, .name = name, .phone = phone,
	    .name_key = text_name_key(s->mem, name), .name_plain = text_plain(s->mem, name) },
	    s->now);
	credential_set(s->secret, id, hash, s->now);
	return id;
}

static bool
settle(struct sample *s)
{
	struct sheet *t = sample_sheet(s, "people.csv");
	const char *hash = credential_hash(s->mem, password);
	struct sample_person **end = &s->people;

	if (!t || !hash)
		return sample_fail(s, "people", "no hash");
	fprintf(s->out, "Mật khẩu chung của các tài khoản mẫu: %s\n", password);
	for (struct sheet_row *r = sample_rows(t); r; r = r->next) {
		const char *login = sample_cell(s, t, r, "login"), *name = sample_cell(s, t, r, "name");
		const char *role = sample_cell(s, t, r, "role"), *unit = sample_cell(s, t, r, "unit");
		int64_t at = sample_unit(s, unit);
		bool known;
		if (!at)
			return false;
		int64_t id = account_of(s, login, name, sample_cell(s, t, r, "phone"), hash, &known);
		mandate_add(s->db, &(struct mandate){ .account = id, .unit = at,
		    .role = role, .post = sample_cell(s, t, r, "post"), .valid_from = since,
		    .valid_to = "9999-12-31", .document = "" });
		struct change does = { "role", "", role, NULL }, called = { "name", "", name, &does };
		sample_trail(s, &(struct audit_line){ .at = s->now, .entity = id,
		    .action = known ? "account.give" : "account.add",
		    .changes = known ? &does : &called });
		*end = mem_take(s->mem, sizeof(**end));
		**end = (struct sample_person){ role, unit, id, NULL };
		end = &(*end)->next;
		if (*sample_cell(s, t, r, "shown"))
			fprintf(s->out, "  %-12s %-14s %s (%s)\n", login, role, name, unit);
	}
	return !s->wrong;
}

bool
sample_people(struct sample *s)
{
	return units(s) && settle(s) && groups(s);
}

static const struct sample_person *
holder(const struct sample *s, const char *role, const char *unit)
{
	const struct sample_person *p = s->people;

	while (p && (strcmp(p->role, role) || strcmp(p->unit, unit)))
		p = p->next;
	return p;
}

bool
sample_has(const struct sample *s, const char *role, const char *unit)
{
	return holder(s, role, unit);
}

int64_t
sample_who(struct sample *s, const char *role, const char *unit)
{
	const struct sample_person *p = holder(s, role, unit);

	if (!p)
		sample_fail(s, mem_printf(s->mem, "people.csv: nobody is %s of", role), unit);
	return p ? p->id : 0;
}

int64_t
sample_reviewer(struct sample *s, int64_t but)
{
	for (const struct sample_person *p = s->people; p; p = p->next)
		if (!strcmp(p->role, "specialist") && p->id != but)
			return p->id;
	sample_fail(s, "people.csv", "one specialist alone");
	return 0;
}
