/* unit.c - the SQL of units in time. */

#include "db/unit.h"

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
	" SELECT h.heir FROM s JOIN unit_heir h ON h.unit = s.unit AND h.ended < ?1)"
	" SELECT " UNIT FROM_UNIT "JOIN s ON s.unit = u.id WHERE " LIVES " ORDER BY " BY_RANK);

static struct sql issuer = SQL(
	"SELECT i.name FROM unit u JOIN unit_issuer i ON i.unit = u.id"
	" AND " NEAREST("u") " BETWEEN i.valid_from AND i.valid_to WHERE u.id = ?2");

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
	"SELECT kind, CASE WHEN ?1 = 'en' THEN label_en ELSE label_vi END, level, area,"
	" valid_from, valid_to, document FROM unit_kind"
	" WHERE ?2 = '' OR ?2 BETWEEN valid_from AND valid_to ORDER BY level, area, kind");

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
unit_kinds(struct db *db, struct mem *mem, const char *day, const char *lang)
{
	struct unit_kind *first = NULL, **tail = &first;

	db_query(db, &kinds, TEXT(lang), TEXT(day));
	while (db_next(db, &kinds)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct unit_kind){
			.kind       = col_text(&kinds, 0, mem),
			.label      = col_text(&kinds, 1, mem),
			.level      = col_int(&kinds, 2),
			.area       = col_int(&kinds, 3),
			.valid_from = col_text(&kinds, 4, mem),
			.valid_to   = col_text(&kinds, 5, mem),
			.document   = col_text(&kinds, 6, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct unit *
unit_get(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang)
{
	return db_row(db, &by_id, TEXT(day), TEXT(lang), INT(id)) ? take(&by_id, mem) : NULL;
}

const char *
unit_issuer(struct db *db, struct mem *mem, int64_t id, const char *day)
{
	return db_row(db, &issuer, TEXT(day), INT(id)) ? col_text(&issuer, 0, mem) : "";
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

/* The closure of one unit and of all that ever was under it. */
#define EVER_BELOW \
	"WITH RECURSIVE down (unit) AS (SELECT ?1 UNION" \
	" SELECT p.unit FROM down d JOIN unit_parent p ON p.parent = d.unit AND p.tree = 'manage')"
static struct sql open_below = SQL(EVER_BELOW
	" DELETE FROM unit_under WHERE unit IN (SELECT unit FROM down)");
static struct sql close_below = SQL(EVER_BELOW ","
	" up (ancestor, unit, depth, f, t) AS ("
	" SELECT id, id, 0, valid_from, valid_to FROM unit WHERE id IN (SELECT unit FROM down)"
	" UNION ALL"
	" SELECT p.parent, up.unit, up.depth + 1, max(up.f, p.valid_from), min(up.t, p.valid_to)"
	" FROM up JOIN unit_parent p ON p.unit = up.ancestor AND p.tree = 'manage'"
	"  AND p.valid_from <= up.t AND p.valid_to >= up.f WHERE up.depth < 50)"
	" INSERT INTO unit_under (ancestor, unit, depth, valid_from, valid_to)"
	" SELECT ancestor, unit, depth, f, t FROM up");

static void
close_tree(struct db *db, int64_t id)
{
	db_run(db, &open_below, INT(id));
	db_run(db, &close_below, INT(id));
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

static struct sql parted = SQL(
	"SELECT coalesce(sum(s.share), 0) FROM unit_succession s JOIN unit_event e ON e.id = s.event"
	" WHERE e.kind = 'part' AND s.unit = ?1 AND ?2 IN (0, s.successor) AND e.day = ?3");
static struct sql last_part = SQL(
	"SELECT coalesce(max(e.day), '') FROM unit_succession s JOIN unit_event e ON e.id = s.event"
	" WHERE e.kind = 'part' AND ?1 IN (s.unit, s.successor)");

int64_t
unit_parted(struct db *db, int64_t id, int64_t successor, const char *day)
{
	return db_row(db, &parted, INT(id), INT(successor), TEXT(day)) ? col_int(&parted, 0) : 0;
}

const char *
unit_last_part(struct db *db, struct mem *mem, int64_t id)
{
	return db_row(db, &last_part, INT(id)) ? col_text(&last_part, 0, mem) : "";
}

static struct sql history = SQL(
	"SELECT 0, n.valid_from, n.valid_to, '', n.name,"
	"  CASE WHEN ?2 = 'en' THEN k.label_en ELSE k.label_vi END,"
	"  n.region, n.document, '', 0, 0, 0"
	" FROM unit_name n JOIN unit_kind k ON k.kind = n.kind WHERE n.unit = ?1"
	" UNION ALL SELECT 1, p.valid_from, p.valid_to, '', " UNIT_CALLED("p.parent", "p.valid_from")
	", '', '', p.document, '', p.parent, 0, 0"
	" FROM unit_parent p WHERE p.unit = ?1 AND p.tree = 'manage'"
	" UNION ALL SELECT CASE WHEN s.unit = s.successor THEN 4 WHEN s.unit = ?1 THEN 3 ELSE 2 END,"
	"  e.day, '', e.kind,"
	"  CASE WHEN s.unit = ?1 THEN " UNIT_CALLED("s.successor", "e.day")
	"  ELSE " UNIT_CALLED("s.unit", "e.day") " END, '', '', e.document, e.note,"
	"  CASE WHEN s.unit = ?1 THEN s.successor ELSE s.unit END, s.share,"
	"  CASE e.kind WHEN 'part' THEN"
	"   sum(s.share) OVER (PARTITION BY e.kind, e.day, s.unit, s.successor) ELSE s.share END"
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
			.together   = col_int(&history, 11),
		};
		tail = &(*tail)->next;
	}
	return first;
}
