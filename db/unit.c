/* unit.c - the SQL of units in time. */

#include "db/unit.h"

#include <string.h>

#include <string.h>

/* ?1 is the day asked and ?2 the language throughout; of a unit that does not live on
 * that day its own nearest day counts. */
#define NEAREST(u) "max(" u ".valid_from, min(?1, " u ".valid_to))"

#define UNIT \
	"u.id, u.code, n.name, n.name_key, n.name_plain, n.short_name, n.kind," \
	" CASE WHEN ?2 = 'en' THEN k.label_en ELSE k.label_vi END, k.level, k.area," \
	" n.region, n.address, coalesce(p.parent, 0), coalesce(pn.name, '')," \
	" u.valid_from, u.valid_to, n.valid_from, n.document," \
	" ?1 BETWEEN u.valid_from AND u.valid_to"
enum { UNIT_COLUMNS = 19 };

#define FROM_UNIT \
	" FROM unit u" \
	" JOIN unit_name n ON n.unit = u.id" \
	"  AND " NEAREST("u") " BETWEEN n.valid_from AND n.valid_to" \
	" JOIN unit_kind k ON k.kind = n.kind" \
	" LEFT JOIN unit_parent p ON p.unit = u.id AND p.tree = 'manage'" \
	"  AND " NEAREST("u") " BETWEEN p.valid_from AND p.valid_to" \
	" LEFT JOIN unit_name pn ON pn.unit = p.parent" \
	"  AND " NEAREST("u") " BETWEEN pn.valid_from AND pn.valid_to "

#define LIVES "?1 BETWEEN u.valid_from AND u.valid_to"
#define BY_RANK "k.level, k.kind, n.name_key, u.id"

static struct sql by_id = SQL("SELECT " UNIT FROM_UNIT "WHERE u.id = ?3");

static struct sql by_code = SQL("SELECT " UNIT FROM_UNIT "WHERE u.code = ?3");

static struct sql under_one = SQL("SELECT " UNIT FROM_UNIT
	"WHERE p.parent = ?3 AND " LIVES " ORDER BY " BY_RANK);

static struct sql under_none = SQL("SELECT " UNIT FROM_UNIT
	"WHERE p.parent IS NULL AND " LIVES " ORDER BY " BY_RANK);

static struct sql tree = SQL("SELECT " UNIT ", t.depth,"
	" (SELECT count(*) FROM unit_parent c WHERE c.parent = u.id AND c.tree = 'manage'"
	"  AND ?1 BETWEEN c.valid_from AND c.valid_to),"
	" (SELECT count(*) FROM unit_under b WHERE b.ancestor = u.id AND b.depth > 0"
	"  AND ?1 BETWEEN b.valid_from AND b.valid_to)"
	FROM_UNIT
	"JOIN (SELECT unit, max(depth) AS depth FROM unit_under"
	"  WHERE ?1 BETWEEN valid_from AND valid_to GROUP BY unit HAVING max(depth) <= ?3) t"
	"  ON t.unit = u.id"
	" WHERE " LIVES " ORDER BY t.depth, " BY_RANK);

static struct sql path = SQL("SELECT " UNIT ", x.depth" FROM_UNIT
	"JOIN unit_under x ON x.ancestor = u.id AND x.unit = ?3 AND x.depth > 0"
	" JOIN unit v ON v.id = ?3 AND " NEAREST("v") " BETWEEN x.valid_from AND x.valid_to"
	" ORDER BY x.depth DESC");

static struct sql heirs = SQL(
	"WITH RECURSIVE s (unit) AS (SELECT ?3 UNION"
	" SELECT c.successor FROM s JOIN unit v ON v.id = s.unit AND v.valid_to < ?1"
	" JOIN unit_succession c ON c.unit = s.unit"
	" JOIN unit_event e ON e.id = c.event AND e.kind IN ('merge', 'split'))"
	" SELECT " UNIT FROM_UNIT "JOIN s ON s.unit = u.id WHERE " LIVES " ORDER BY " BY_RANK);

#define CONTACT_OF_LIST(column) \
	" CASE WHEN ?8 THEN coalesce((SELECT c." column " FROM unit_contact c WHERE c.unit = u.id" \
	"  AND ?1 BETWEEN c.valid_from AND c.valid_to ORDER BY c.valid_from, c.id LIMIT 1), '')" \
	" ELSE '' END"

static struct sql list = SQL("SELECT " UNIT "," CONTACT_OF_LIST("name") ","
	CONTACT_OF_LIST("phone") ", count(*) OVER ()" FROM_UNIT
	"WHERE u.valid_from <= ?1 AND (?7 OR u.valid_to >= ?1)"
	" AND (?3 = '' OR instr(lower(u.code), ?3) OR EXISTS (SELECT 1 FROM unit_name o"
	"  WHERE o.unit = u.id AND o.valid_from <= ?1 AND instr(o.name_plain, ?3)))"
	" AND (?4 = '' OR n.kind = ?4)"
	" AND (?5 = 0 OR EXISTS (SELECT 1 FROM unit_under x WHERE x.ancestor = ?5"
	"  AND x.unit = u.id AND " NEAREST("u") " BETWEEN x.valid_from AND x.valid_to))"
	" AND (?6 = 0 OR EXISTS (SELECT 1 FROM unit_member m WHERE m.unit_group = ?6"
	"  AND m.unit = u.id AND " NEAREST("u") " BETWEEN m.valid_from AND m.valid_to))"
	" ORDER BY CASE ?9 WHEN 2 THEN u.code WHEN 4 THEN pn.name_key END,"
	" CASE ?9 WHEN -2 THEN u.code WHEN -4 THEN pn.name_key END DESC,"
	" CASE ?9 WHEN 3 THEN k.level WHEN -3 THEN -k.level END,"
	" CASE ?9 WHEN -1 THEN n.name_key END DESC, n.name_key, u.id LIMIT ?10 OFFSET ?11");

static struct sql kinds = SQL(
	"SELECT kind, CASE WHEN ?1 = 'en' THEN label_en ELSE label_vi END, level, area"
	" FROM unit_kind ORDER BY level, area, kind");

static struct unit *
take(struct sql *q, struct mem *mem)
{
	struct unit *u = mem_take(mem, sizeof(*u));

	*u = (struct unit){
		.id          = col_int(q, 0),
		.code        = col_text(q, 1, mem),
		.name        = col_text(q, 2, mem),
		.name_key    = col_text(q, 3, mem),
		.name_plain  = col_text(q, 4, mem),
		.short_name  = col_text(q, 5, mem),
		.kind        = col_text(q, 6, mem),
		.kind_label  = col_text(q, 7, mem),
		.level       = col_int(q, 8),
		.area        = col_int(q, 9),
		.region      = col_text(q, 10, mem),
		.address     = col_text(q, 11, mem),
		.parent      = col_int(q, 12),
		.parent_name = col_text(q, 13, mem),
		.valid_from  = col_text(q, 14, mem),
		.valid_to    = col_text(q, 15, mem),
		.name_from   = col_text(q, 16, mem),
		.document    = col_text(q, 17, mem),
		.live        = col_int(q, 18),
		.contact     = "",
		.phone       = "",
	};
	return u;
}

static struct unit *
all(struct db *db, struct sql *q, struct mem *mem)
{
	struct unit *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = take(q, mem);
		tail = &(*tail)->next;
	}
	return first;
}

bool
unit_code_fits(const char *code)
{
	size_t n = strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	    "0123456789.-_/");

	return n && n <= 20 && !code[n];
}

bool
unit_phone_fits(const char *phone)
{
	return !phone[strspn(phone, "0123456789 +.-()")];
}

struct unit_kind *
unit_kinds(struct db *db, struct mem *mem, const char *lang)
{
	struct unit_kind *first = NULL, **tail = &first;

	db_query(db, &kinds, TEXT(lang));
	while (db_next(db, &kinds)) {
		*tail = mem_take(mem, sizeof(**tail));
		(*tail)->kind  = col_text(&kinds, 0, mem);
		(*tail)->label = col_text(&kinds, 1, mem);
		(*tail)->level = col_int(&kinds, 2);
		(*tail)->area  = col_int(&kinds, 3);
		tail = &(*tail)->next;
	}
	return first;
}

struct unit *
unit_get(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang)
{
	return db_row(db, &by_id, TEXT(day), TEXT(lang), INT(id)) ? take(&by_id, mem) : NULL;
}

struct unit *
unit_by_code(struct db *db, struct mem *mem, const char *code, const char *day,
    const char *lang)
{
	return db_row(db, &by_code, TEXT(day), TEXT(lang), TEXT(code))
	    ? take(&by_code, mem) : NULL;
}

struct unit *
unit_children(struct db *db, struct mem *mem, int64_t parent, const char *day,
    const char *lang)
{
	if (!parent) {
		db_query(db, &under_none, TEXT(day), TEXT(lang));
		return all(db, &under_none, mem);
	}
	db_query(db, &under_one, TEXT(day), TEXT(lang), INT(parent));
	return all(db, &under_one, mem);
}

struct unit *
unit_tree(struct db *db, struct mem *mem, int64_t depth, const char *day, const char *lang)
{
	struct unit *first = NULL, **tail = &first;

	db_query(db, &tree, TEXT(day), TEXT(lang), INT(depth));
	while (db_next(db, &tree)) {
		*tail = take(&tree, mem);
		(*tail)->depth    = col_int(&tree, UNIT_COLUMNS);
		(*tail)->children = col_int(&tree, UNIT_COLUMNS + 1);
		(*tail)->below    = col_int(&tree, UNIT_COLUMNS + 2);
		tail = &(*tail)->next;
	}
	return first;
}

struct unit *
unit_path(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang)
{
	struct unit *first = NULL, **tail = &first;
	int64_t depth = 0;

	db_query(db, &path, TEXT(day), TEXT(lang), INT(id));
	while (db_next(db, &path)) {
		*tail = take(&path, mem);
		(*tail)->depth = depth++;
		tail = &(*tail)->next;
	}
	return first;
}

struct unit *
unit_successors(struct db *db, struct mem *mem, int64_t id, const char *day,
    const char *lang)
{
	db_query(db, &heirs, TEXT(day), TEXT(lang), INT(id));
	return all(db, &heirs, mem);
}

struct unit *
unit_list(struct db *db, struct mem *mem, const struct unit_ask *a, int64_t *total)
{
	struct unit *first = NULL, **tail = &first;

	*total = 0;
	db_query(db, &list, TEXT(a->day), TEXT(a->lang), TEXT(a->words ? a->words : ""),
	    TEXT(a->kind ? a->kind : ""), INT(a->under), INT(a->group), INT(a->ended),
	    INT(a->contacts), INT(a->sort), INT(a->limit), INT(a->skip));
	while (db_next(db, &list)) {
		*tail = take(&list, mem);
		(*tail)->contact = col_text(&list, UNIT_COLUMNS, mem);
		(*tail)->phone   = col_text(&list, UNIT_COLUMNS + 1, mem);
		*total           = col_int(&list, UNIT_COLUMNS + 2);
		tail = &(*tail)->next;
	}
	return first;
}

/* The closure of one unit and of all that ever was under it; and of all units. */
#define EVER_BELOW \
	"WITH RECURSIVE down (unit) AS (SELECT ?1 UNION" \
	" SELECT p.unit FROM down d JOIN unit_parent p ON p.parent = d.unit AND p.tree = 'manage')"
#define CLOSE(which) \
	" up (ancestor, unit, depth, f, t) AS (" \
	" SELECT id, id, 0, valid_from, valid_to FROM unit " which \
	" UNION ALL" \
	" SELECT p.parent, up.unit, up.depth + 1, max(up.f, p.valid_from), min(up.t, p.valid_to)" \
	" FROM up JOIN unit_parent p ON p.unit = up.ancestor AND p.tree = 'manage'" \
	"  AND p.valid_from <= up.t AND p.valid_to >= up.f WHERE up.depth < 50)" \
	" INSERT INTO unit_under (ancestor, unit, depth, valid_from, valid_to)" \
	" SELECT ancestor, unit, depth, f, t FROM up"

static struct sql open_below = SQL(EVER_BELOW
	" DELETE FROM unit_under WHERE unit IN (SELECT unit FROM down)");
static struct sql close_below = SQL(EVER_BELOW ","
	CLOSE("WHERE id IN (SELECT unit FROM down)"));
static struct sql open_all = SQL("DELETE FROM unit_under");
static struct sql close_all = SQL("WITH RECURSIVE" CLOSE(""));

static void
close_tree(struct db *db, int64_t id)
{
	db_run(db, &open_below, INT(id));
	db_run(db, &close_below, INT(id));
}

void
unit_close_tree(struct db *db)
{
	db_run(db, &open_all);
	db_run(db, &close_all);
}

static struct sql add = SQL(
	"INSERT INTO unit (code, valid_from, valid_to) VALUES (?1, ?2, ?3)");

static struct sql cut_name = SQL(
	"UPDATE unit_name SET valid_to = date(?2, '-1 day')"
	" WHERE unit = ?1 AND valid_from < ?2 AND valid_to >= ?2");
static struct sql drop_name = SQL("DELETE FROM unit_name WHERE unit = ?1 AND valid_from = ?2");
static struct sql add_name = SQL(
	"INSERT INTO unit_name (unit, name, name_key, name_plain, short_name, kind, region,"
	" address, valid_from, valid_to, document)"
	" VALUES (?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?2, coalesce("
	" (SELECT date(min(valid_from), '-1 day') FROM unit_name WHERE unit = ?1 AND valid_from > ?2),"
	" (SELECT valid_to FROM unit WHERE id = ?1)), ?10)");

#define NEXT_PARENT "coalesce((SELECT date(min(valid_from), '-1 day') FROM unit_parent" \
	" WHERE unit = ?1 AND tree = 'manage' AND valid_from > ?2)," \
	" (SELECT valid_to FROM unit WHERE id = ?1))"

static struct sql circle = SQL(
	"SELECT 1 FROM unit_under WHERE ancestor = ?1 AND unit = ?3 AND valid_to >= ?2"
	" AND valid_from <= " NEXT_PARENT);
static struct sql cut_parent = SQL(
	"UPDATE unit_parent SET valid_to = date(?2, '-1 day')"
	" WHERE unit = ?1 AND tree = 'manage' AND valid_from < ?2 AND valid_to >= ?2");
static struct sql drop_parent = SQL(
	"DELETE FROM unit_parent WHERE unit = ?1 AND tree = 'manage' AND valid_from = ?2");
static struct sql add_parent = SQL(
	"INSERT INTO unit_parent (unit, parent, valid_from, valid_to, document)"
	" VALUES (?1, ?3, ?2, " NEXT_PARENT ", ?4)");

static void
put_name(struct db *db, int64_t id, const struct unit *u, const char *from)
{
	db_run(db, &cut_name, INT(id), TEXT(from));
	db_run(db, &drop_name, INT(id), TEXT(from));
	db_run(db, &add_name, INT(id), TEXT(from), TEXT(u->name), TEXT(u->name_key),
	    TEXT(u->name_plain), TEXT(u->short_name), TEXT(u->kind), TEXT(u->region),
	    TEXT(u->address), TEXT(u->document));
}

int64_t
unit_add(struct db *db, const struct unit *u)
{
	db_run(db, &add, TEXT(u->code), TEXT(u->valid_from), TEXT(UNIT_OPEN));
	int64_t id = db_new_id(db);
	put_name(db, id, u, u->valid_from);
	if (u->parent)
		db_run(db, &add_parent, INT(id), TEXT(u->valid_from), INT(u->parent),
		    TEXT(u->document));
	close_tree(db, id);
	return id;
}

void
unit_change_name(struct db *db, const struct unit *u, const char *from)
{
	put_name(db, u->id, u, from);
}

bool
unit_move(struct db *db, int64_t id, int64_t parent, const char *from, const char *document)
{
	if (parent && db_row(db, &circle, INT(id), TEXT(from), INT(parent)))
		return false;
	db_run(db, &cut_parent, INT(id), TEXT(from));
	db_run(db, &drop_parent, INT(id), TEXT(from));
	if (parent)
		db_run(db, &add_parent, INT(id), TEXT(from), INT(parent), TEXT(document));
	close_tree(db, id);
	return true;
}

/* All that is dated of a unit, cut at its last day. */
static struct sql ends[] = {
	SQL("DELETE FROM unit_name WHERE unit = ?1 AND valid_from > ?2"),
	SQL("UPDATE unit_name SET valid_to = ?2 WHERE unit = ?1 AND valid_to > ?2"),
	SQL("DELETE FROM unit_parent WHERE unit = ?1 AND valid_from > ?2"),
	SQL("UPDATE unit_parent SET valid_to = ?2 WHERE unit = ?1 AND valid_to > ?2"),
	SQL("DELETE FROM unit_contact WHERE unit = ?1 AND valid_from > ?2"),
	SQL("UPDATE unit_contact SET valid_to = ?2 WHERE unit = ?1 AND valid_to > ?2"),
	SQL("DELETE FROM unit_member WHERE unit = ?1 AND valid_from > ?2"),
	SQL("UPDATE unit_member SET valid_to = ?2 WHERE unit = ?1 AND valid_to > ?2"),
	SQL("UPDATE unit SET valid_to = ?2 WHERE id = ?1"),
};

void
unit_end(struct db *db, int64_t id, const char *day)
{
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		db_run(db, &ends[i], INT(id), TEXT(day));
	close_tree(db, id);
}

static struct sql has_children = SQL(
	"SELECT 1 FROM unit_parent WHERE parent = ?1 AND valid_to >= ?2");

bool
unit_has_children(struct db *db, int64_t id, const char *day)
{
	return db_row(db, &has_children, INT(id), TEXT(day));
}

static struct sql add_event = SQL(
	"INSERT INTO unit_event (kind, day, document, note) VALUES (?1, ?2, ?3, ?4)");
static struct sql succeed = SQL(
	"INSERT INTO unit_succession (event, unit, successor, share) VALUES (?1, ?2, ?3, ?4)");

int64_t
unit_event_add(struct db *db, const char *kind, const char *day, const char *document,
    const char *note)
{
	db_run(db, &add_event, TEXT(kind), TEXT(day), TEXT(document), TEXT(note));
	return db_new_id(db);
}

void
unit_succeed(struct db *db, int64_t event, int64_t unit, int64_t successor, int64_t share)
{
	db_run(db, &succeed, INT(event), INT(unit), INT(successor), INT(share));
}

/* What the other unit was called when it happened, or first was called. */
#define CALLED(unit_, day_) \
	"coalesce((SELECT o.name FROM unit_name o WHERE o.unit = " unit_ \
	"  AND o.valid_from <= " day_ " ORDER BY o.valid_from DESC LIMIT 1)," \
	" (SELECT o.name FROM unit_name o WHERE o.unit = " unit_ " ORDER BY o.valid_from LIMIT 1), '')"

static struct sql history = SQL(
	"SELECT 0, n.valid_from, n.valid_to, '', n.name,"
	"  CASE WHEN ?2 = 'en' THEN k.label_en ELSE k.label_vi END,"
	"  n.region, n.document, '', 0, 0"
	" FROM unit_name n JOIN unit_kind k ON k.kind = n.kind WHERE n.unit = ?1"
	" UNION ALL SELECT 1, p.valid_from, p.valid_to, '', " CALLED("p.parent", "p.valid_from")
	", '', '', p.document, '', p.parent, 0"
	" FROM unit_parent p WHERE p.unit = ?1 AND p.tree = 'manage'"
	" UNION ALL SELECT CASE WHEN s.unit = s.successor THEN 4 WHEN s.unit = ?1 THEN 3 ELSE 2 END,"
	"  e.day, '', e.kind,"
	"  CASE WHEN s.unit = ?1 THEN " CALLED("s.successor", "e.day")
	"  ELSE " CALLED("s.unit", "e.day") " END, '', '', e.document, e.note,"
	"  CASE WHEN s.unit = ?1 THEN s.successor ELSE s.unit END, s.share"
	" FROM unit_succession s JOIN unit_event e ON e.id = s.event"
	" WHERE s.unit = ?1 OR s.successor = ?1"
	" ORDER BY 2 DESC, 1, 10");

struct unit_past *
unit_history(struct db *db, struct mem *mem, int64_t id, const char *lang)
{
	struct unit_past *first = NULL, **tail = &first;

	db_query(db, &history, INT(id), TEXT(lang));
	while (db_next(db, &history)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct unit_past){
			.what       = (int)col_int(&history, 0),
			.day        = col_text(&history, 1, mem),
			.to         = col_text(&history, 2, mem),
			.event      = col_text(&history, 3, mem),
			.name       = col_text(&history, 4, mem),
			.kind_label = col_text(&history, 5, mem),
			.region     = col_text(&history, 6, mem),
			.document   = col_text(&history, 7, mem),
			.note       = col_text(&history, 8, mem),
			.other      = col_int(&history, 9),
			.share      = col_int(&history, 10),
		};
		tail = &(*tail)->next;
	}
	return first;
}

#define CONTACT "SELECT id, unit, name, post, phone, valid_from, valid_to FROM unit_contact"
static struct sql contacts = SQL(CONTACT
	" WHERE unit = ?1 AND (?2 = '' OR ?2 BETWEEN valid_from AND valid_to)"
	" ORDER BY valid_from, id");
static struct sql contact_by_id = SQL(CONTACT " WHERE id = ?1");
static struct sql add_contact = SQL(
	"INSERT INTO unit_contact (unit, name, post, phone, valid_from, valid_to)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
static struct sql change_contact = SQL(
	"UPDATE unit_contact SET post = ?2, phone = ?3 WHERE id = ?1");
static struct sql end_contact = SQL("UPDATE unit_contact SET valid_to = ?2 WHERE id = ?1");

static struct unit_contact *
take_contacts(struct db *db, struct sql *q, struct mem *mem)
{
	struct unit_contact *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct unit_contact){
			.id         = col_int(q, 0),
			.unit       = col_int(q, 1),
			.name       = col_text(q, 2, mem),
			.post       = col_text(q, 3, mem),
			.phone      = col_text(q, 4, mem),
			.valid_from = col_text(q, 5, mem),
			.valid_to   = col_text(q, 6, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct unit_contact *
unit_contacts(struct db *db, struct mem *mem, int64_t unit, const char *day)
{
	db_query(db, &contacts, INT(unit), TEXT(day));
	return take_contacts(db, &contacts, mem);
}

struct unit_contact *
unit_contact_get(struct db *db, struct mem *mem, int64_t id)
{
	db_query(db, &contact_by_id, INT(id));
	return take_contacts(db, &contact_by_id, mem);
}

int64_t
unit_contact_add(struct db *db, const struct unit_contact *c)
{
	db_run(db, &add_contact, INT(c->unit), TEXT(c->name), TEXT(c->post), TEXT(c->phone),
	    TEXT(c->valid_from), TEXT(UNIT_OPEN));
	return db_new_id(db);
}

void
unit_contact_change(struct db *db, const struct unit_contact *c)
{
	db_run(db, &change_contact, INT(c->id), TEXT(c->post), TEXT(c->phone));
}

void
unit_contact_end(struct db *db, int64_t id, const char *day)
{
	db_run(db, &end_contact, INT(id), TEXT(day));
}

#define GROUP \
	"SELECT g.id, g.kind, g.name, g.unit, " CALLED("g.unit", "?1") "," \
	" g.valid_from, g.valid_to, g.document," \
	" (SELECT count(*) FROM unit_member m WHERE m.unit_group = g.id" \
	"  AND ?1 BETWEEN m.valid_from AND m.valid_to)," \
	" coalesce((SELECT " CALLED("m.unit", "?1") " FROM unit_member m WHERE m.unit_group = g.id" \
	"  AND m.head = 1 AND ?1 BETWEEN m.valid_from AND m.valid_to LIMIT 1), '')" \
	" FROM unit_group g "
static struct sql groups = SQL(GROUP
	"WHERE ?1 BETWEEN g.valid_from AND g.valid_to ORDER BY g.kind DESC, g.name, g.id");
static struct sql group_by_id = SQL(GROUP "WHERE g.id = ?2");
static struct sql add_group = SQL(
	"INSERT INTO unit_group (kind, name, unit, valid_from, valid_to, document)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
static struct sql end_group[] = {
	SQL("DELETE FROM unit_member WHERE unit_group = ?1 AND valid_from > ?2"),
	SQL("UPDATE unit_member SET valid_to = ?2 WHERE unit_group = ?1 AND valid_to > ?2"),
	SQL("UPDATE unit_group SET valid_to = ?2 WHERE id = ?1"),
};

static struct unit_group *
take_groups(struct db *db, struct sql *q, struct mem *mem)
{
	struct unit_group *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct unit_group){
			.id         = col_int(q, 0),
			.kind       = col_text(q, 1, mem),
			.name       = col_text(q, 2, mem),
			.unit       = col_int(q, 3),
			.unit_name  = col_text(q, 4, mem),
			.valid_from = col_text(q, 5, mem),
			.valid_to   = col_text(q, 6, mem),
			.document   = col_text(q, 7, mem),
			.members    = col_int(q, 8),
			.head_name  = col_text(q, 9, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct unit_group *
unit_groups(struct db *db, struct mem *mem, const char *day)
{
	db_query(db, &groups, TEXT(day));
	return take_groups(db, &groups, mem);
}

struct unit_group *
unit_group_get(struct db *db, struct mem *mem, int64_t id, const char *day)
{
	db_query(db, &group_by_id, TEXT(day), INT(id));
	return take_groups(db, &group_by_id, mem);
}

int64_t
unit_group_add(struct db *db, const struct unit_group *g)
{
	db_run(db, &add_group, TEXT(g->kind), TEXT(g->name), INT(g->unit), TEXT(g->valid_from),
	    TEXT(UNIT_OPEN), TEXT(g->document));
	return db_new_id(db);
}

void
unit_group_end(struct db *db, int64_t id, const char *day)
{
	for (size_t i = 0; i < sizeof(end_group) / sizeof(*end_group); i++)
		db_run(db, &end_group[i], INT(id), TEXT(day));
}

#define MEMBER \
	"SELECT m.unit_group, m.unit, g.kind, g.name, " CALLED("m.unit", "?2") ", u.code," \
	" g.document, m.head, m.valid_from, m.valid_to" \
	" FROM unit_member m JOIN unit_group g ON g.id = m.unit_group JOIN unit u ON u.id = m.unit "
static struct sql members = SQL(MEMBER
	"JOIN unit_name n ON n.unit = m.unit AND ?2 BETWEEN n.valid_from AND n.valid_to"
	" WHERE m.unit_group = ?1 AND ?2 BETWEEN m.valid_from AND m.valid_to"
	" ORDER BY m.head = 0, m.head, n.name_key, m.unit");
static struct sql groups_of = SQL(MEMBER
	"WHERE m.unit = ?1 AND ?2 BETWEEN m.valid_from AND m.valid_to ORDER BY g.kind DESC, g.name");
static struct sql cut_member = SQL(
	"UPDATE unit_member SET valid_to = date(?3, '-1 day') WHERE unit_group = ?1 AND unit = ?2"
	" AND valid_from < ?3 AND valid_to >= ?3");
static struct sql drop_member = SQL(
	"DELETE FROM unit_member WHERE unit_group = ?1 AND unit = ?2 AND valid_from >= ?3");
static struct sql add_member = SQL(
	"INSERT INTO unit_member (unit_group, unit, head, valid_from, valid_to)"
	" SELECT ?1, ?2, ?4, ?3, min(g.valid_to, u.valid_to) FROM unit_group g, unit u"
	" WHERE g.id = ?1 AND u.id = ?2");
static struct sql end_member = SQL(
	"UPDATE unit_member SET valid_to = ?3 WHERE unit_group = ?1 AND unit = ?2"
	" AND ?3 BETWEEN valid_from AND valid_to");

static struct unit_member *
take_members(struct db *db, struct sql *q, struct mem *mem)
{
	struct unit_member *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct unit_member){
			.group      = col_int(q, 0),
			.unit       = col_int(q, 1),
			.group_kind = col_text(q, 2, mem),
			.group_name = col_text(q, 3, mem),
			.unit_name  = col_text(q, 4, mem),
			.unit_code  = col_text(q, 5, mem),
			.document   = col_text(q, 6, mem),
			.head       = col_int(q, 7),
			.valid_from = col_text(q, 8, mem),
			.valid_to   = col_text(q, 9, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct unit_member *
unit_members(struct db *db, struct mem *mem, int64_t group, const char *day)
{
	db_query(db, &members, INT(group), TEXT(day));
	return take_members(db, &members, mem);
}

struct unit_member *
unit_groups_of(struct db *db, struct mem *mem, int64_t unit, const char *day)
{
	db_query(db, &groups_of, INT(unit), TEXT(day));
	return take_members(db, &groups_of, mem);
}

void
unit_member_add(struct db *db, int64_t group, int64_t unit, int64_t head, const char *from)
{
	db_run(db, &cut_member, INT(group), INT(unit), TEXT(from));
	db_run(db, &drop_member, INT(group), INT(unit), TEXT(from));
	db_run(db, &add_member, INT(group), INT(unit), TEXT(from), INT(head));
}

void
unit_member_end(struct db *db, int64_t group, int64_t unit, const char *day)
{
	db_run(db, &end_member, INT(group), INT(unit), TEXT(day));
}

/* Here ?1 is the unit, ?2 the day, ?3 the language. */
#define OF_UNIT(column) "(SELECT n." column " FROM unit u JOIN unit_name n ON n.unit = u.id" \
	" AND max(u.valid_from, min(?2, u.valid_to)) BETWEEN n.valid_from AND n.valid_to" \
	" WHERE u.id = ?1)"

static struct sql plans = SQL(
	"SELECT p.id, p.number, coalesce(p.date, ''), p.subject, p.short_name, p.period_from,"
	" p.period_to, p.unit, n.name, CASE WHEN ?3 = 'en' THEN k.label_en ELSE k.label_vi END,"
	" coalesce(d.sent, 0), coalesce(d.acknowledged, 0), coalesce(p.signup_due, ''),"
	" coalesce(CASE WHEN ?3 = 'en' THEN t.outside_en ELSE t.outside_vi END, ''),"
	" coalesce(t.tag, '')"
	" FROM plan p JOIN flow_case c ON c.id = p.flow_case AND c.state = 'issued'"
	" JOIN unit i ON i.id = p.unit"
	" JOIN unit_name n ON n.unit = i.id"
	"  AND max(i.valid_from, min(?2, i.valid_to)) BETWEEN n.valid_from AND n.valid_to"
	" JOIN unit_kind k ON k.kind = n.kind"
	" LEFT JOIN plan_delivery d ON d.plan = p.id AND d.unit = ?1"
	" LEFT JOIN signup s ON s.plan = p.id AND s.unit = ?1"
	" LEFT JOIN flow_case f ON f.id = s.flow_case"
	" LEFT JOIN flow_state t ON t.flow = f.flow AND t.state = f.state"
	" WHERE (p.date IS NULL OR p.date <= ?2)"
	" AND (p.period_to = '' OR p.period_to >= substr(?2, 1, length(p.period_to)))"
	" AND (d.plan IS NOT NULL OR (EXISTS (SELECT 1 FROM plan_class a"
	"   JOIN plan_class_kind b ON b.plan_class = a.id"
	"   WHERE a.plan = p.id AND b.kind = " OF_UNIT("kind") ")"
	"  AND EXISTS (SELECT 1 FROM unit_under x WHERE x.ancestor = p.unit AND x.unit = ?1"
	"   AND x.depth > 0 AND ?2 BETWEEN x.valid_from AND x.valid_to)))"
	" ORDER BY k.level, p.unit, p.date DESC, p.id DESC");

struct unit_plan *
unit_plans(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang)
{
	struct unit_plan *first = NULL, **tail = &first;

	db_query(db, &plans, INT(id), TEXT(day), TEXT(lang));
	while (db_next(db, &plans)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct unit_plan){
			.id           = col_int(&plans, 0),
			.number       = col_text(&plans, 1, mem),
			.date         = col_text(&plans, 2, mem),
			.subject      = col_text(&plans, 3, mem),
			.short_name   = col_text(&plans, 4, mem),
			.period_from  = col_text(&plans, 5, mem),
			.period_to    = col_text(&plans, 6, mem),
			.issuer       = col_int(&plans, 7),
			.issuer_name  = col_text(&plans, 8, mem),
			.level_label  = col_text(&plans, 9, mem),
			.sent         = col_int(&plans, 10),
			.acknowledged = col_int(&plans, 11),
			.signup_due   = col_text(&plans, 12, mem),
			.signup       = col_text(&plans, 13, mem),
			.signup_tag   = col_text(&plans, 14, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}

static struct sql dues = SQL(
	"SELECT q.id, q.name, f.name, " CALLED("f.unit", "?2") ", e.last_day,"
	" coalesce((SELECT min(x.at) FROM report_sent x WHERE x.report = r.id), 0),"
	" coalesce(CASE WHEN ?3 = 'en' THEN t.outside_en ELSE t.outside_vi END, ''),"
	" coalesce(t.tag, '')"
	" FROM report_period q JOIN report_form f ON f.id = q.report_form"
	" JOIN report_deadline e ON e.report_period = q.id AND e.kind = " OF_UNIT("kind")
	" LEFT JOIN report r ON r.report_period = q.id AND r.unit = ?1"
	" LEFT JOIN flow_case c ON c.id = r.flow_case"
	" LEFT JOIN flow_state t ON t.flow = c.flow AND t.state = c.state"
	" WHERE q.opens <= ?2 AND EXISTS (SELECT 1 FROM unit_under x WHERE x.ancestor = f.unit"
	"  AND x.unit = ?1 AND x.depth > 0 AND ?2 BETWEEN x.valid_from AND x.valid_to)"
	" ORDER BY e.last_day DESC, q.id DESC LIMIT ?4");

struct unit_due *
unit_dues(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang,
    int64_t limit)
{
	struct unit_due *first = NULL, **tail = &first;

	db_query(db, &dues, INT(id), TEXT(day), TEXT(lang), INT(limit));
	while (db_next(db, &dues)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct unit_due){
			.period     = col_int(&dues, 0),
			.name       = col_text(&dues, 1, mem),
			.form       = col_text(&dues, 2, mem),
			.asker_name = col_text(&dues, 3, mem),
			.due_date   = col_text(&dues, 4, mem),
			.sent       = col_int(&dues, 5),
			.state      = col_text(&dues, 6, mem),
			.tag        = col_text(&dues, 7, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}
