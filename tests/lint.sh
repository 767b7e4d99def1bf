#!/bin/sh
# lint.sh - the rules' own test: a small tree that floors.sh and names.sh pass, with what looks
# like a fault and is none; and one in which each of their rules is broken, in a file of its
# own, which must be named by that rule.  A rule for which nothing is planted here fails.
set -eu
cd "$(dirname "$0")"
here=$PWD
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT
good=$t/good bad=$t/bad
mkdir -p "$t/out/bin"
rc=0
fail() {
	echo "lint: $*"
	rc=1
}

# put TREE FILE: its lines from standard input.
put() {
	[ -d "$1/${2%/*}" ] || mkdir -p "$1/${2%/*}"
	cat >"$1/$2"
}

# ---- what both pass
put "$good" db/db.c <<'E'
#include <sqlite3.h>
#include "db/db.h"
static const char *const controls[] = { "BEGIN", "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK" };
static void touch(void) { sqlite3_mprintf("SELECT 1 FROM %Q", t); }
static void close_it(void) { sqlite3_open_v2(a); config(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE); }
static void set(void) { say("PRAGMA wal_autocheckpoint = 0"); void *p = malloc(1); }
E
put "$good" db/db.h <<'E'
struct sql {
	const char *text;
};
#define SQL(literal) { "" literal "", 0, 0 }
E
put "$good" db/plan.c <<'E'
#include "db/db.h"
#include "db/plan.h"
#include "db/mandate.h"
static struct sql get = SQL("SELECT 1 FROM plan"
    " WHERE id = ?1");
static struct sql ends[] = {
	SQL("UPDATE plan SET a = 1"),
};
static void ask(struct sql *q) { my_system(q); fgets(q); text_free(q); snprintf(q, "selected %s"); say("Begin_%s"); }
static void words(struct line *l) { l->text = "SELECT"; get.stmt = 0; if (get.text == l->text) say("begins"); }
static void other(void) { r->random_(1); u->forked(2); "BEGIN:VEVENT"; unexec(3); }
E
put "$good" db/plan_part.c <<'E'
#include "db/plan.h"
E
put "$good" db/text.c <<'E'
#include <unicode/uchar.h>
static int f(int c) { return u_charType(c); }
E
put "$good" cgi-bin/lib/tend.c <<'E'
#include <sqlite3.h>
static void f(void) { sqlite3_wal_checkpoint_v2(a, 0, SQLITE_CHECKPOINT_PASSIVE); }
E
put "$good" cgi-bin/tool/migrate.c <<'E'
static const char mode[] = "PRAGMA journal_mode = WAL";
E
put "$good" cgi-bin/lib/crew.c <<'E'
static void start(void) { if (fork()) execv("/proc/self/exe", argv); }
E
put "$good" cgi-bin/lib/markdown.c <<'E'
#include <cmark.h>
static void f(void) { cmark_render_html(a, CMARK_OPT_DEFAULT); }
E
put "$good" cgi-bin/plan.c <<'E'
#include "cgi-bin/lib/view.h"
static const struct field fields[] = {
	FIELD(plan, number, "Số", LINE),
};
static void show_it(struct view *v) { view_text(v, "name", a); view_add(v, "ROWS"); view_include(v, "PART", "part"); }
static void say(struct req *r) { said(r, "Đã lưu"); changed(r, "number", a, b); }
E
put "$good" cgi-bin/lib/view.cc <<'E'
static ctemplate::Template *t;
E
put "$good" cgi-bin/tpl/plan.tpl <<'E'
<h1>[[Kế hoạch]]</h1>{{>PART}}{{name}}{{#ROWS}}{{number}}{{number_error}}{{/ROWS}}
E
put "$good" cgi-bin/lang/plan.po <<'E'
msgid "Kế hoạch"
msgstr "Plan"
msgid "Số"
msgstr "Number"
msgid "Đã lưu"
msgstr "Saved"
E
put "$good" db/migrations/portal/0001_plan.sql <<'E'
INSERT INTO action_field (field, label) VALUES
 ('number', 'Số');
E
cp /bin/true "$t/out/bin/plan"

for rule in floors names; do
	O=$t/out sh "$here/$rule.sh" "$good" >"$t/said" 2>&1 ||
	    fail "$rule.sh refuses what is sound: $(cat "$t/said")"
done

# ---- what each rule refuses
: >"$t/planted"
n=0
# plant RULE FILE LINE: FILE "" is a room of its own.
plant() {
	n=$((n + 1))
	file=${2:-cgi-bin/lib/planted_$n.c}
	printf '%s\n' "$3" >"$bad/$file"
	printf '%s\t%s\n' "$file" "$1" >>"$t/planted"
}

# told NAME RULE: of names.sh, which says the name and not the file.
told() {
	printf '%s\t%s\n' "$1" "$2" >>"$t/planted"
}

# words_of RULE: the words of its list.
words_of() {
	grep -F "only \"$1\"" "$here/floors.sh" | sed -E 's/.*\(([a-z_|]+)\)\[.*/\1/' | tr '|' ' '
}

cp -r "$good" "$bad"
plant "SQLite is behind db.h" "" 'int a = sqlite3_exec(db, "SELECT 1", 0, 0, 0);'
plant "SQLite is behind db.h" cgi-bin/planted.c 'int a = sqlite3_prepare_v2(db, text, -1, &s, 0);'
plant "SQLite is behind db.h" db/planted.c '#include <sqlite3.h>'
plant "SQLite is behind db.h" "" 'int a = sqlite3_exec (db, "SELECT 1", 0, 0, 0);'
plant "none but maintain checkpoints" "" 'call(SQLITE_CHECKPOINT_FULL);'
plant "none but maintain checkpoints" "" 'say("PRAGMA wal_checkpoint");'
plant "who tends the files is maintain" "" '#include "cgi-bin/lib/tend.h"'
plant "how the log is kept is migrate's" "" 'say("PRAGMA journal_mode = DELETE");'
plant "no log is copied by itself" "" 'say("PRAGMA wal_autocheckpoint = 1000");'
plant "no log is copied by itself" "" 'hook_wal_autocheckpoint(db, 1);'
for verb in SELECT INSERT UPDATE DELETE REPLACE PRAGMA VACUUM ATTACH CREATE DROP ALTER WITH; do
	plant "only maintain and the copies choose their SQL while they run" "" \
	    "s = mem_printf(mem, \"$verb %s\", name);"
done
for line in ' DELETE FROM %s' 'delete FROM %s' 'Delete from %.*s'; do
	plant "only maintain and the copies choose their SQL while they run" "" "s = mem_printf(mem, \"$line\", name);"
	plant "only maintain and the copies choose their SQL while they run" "" "    \"$line\", name);"
done
plant "only maintain and the copies choose their SQL while they run" "" 's = mem_printf (mem, "DELETE FROM x" WHERE, name);'
plant "a transaction says what it is for" "" 'run("BEGIN");'
plant "a transaction says what it is for" "" 'run("BEGIN; SELECT 1");'
for line in 'BEGIN DEFERRED' 'BEGIN TRANSACTION' 'BEGIN EXCLUSIVE' begin ' BEGIN' 'begin transaction' 'BEGIN ;'; do
	plant "a transaction says what it is for" "" "run(\"$line\");"
done
plant "a statement is SQL(), of a literal" "" 'static struct sql q = { text, 0, 0 };'
plant "a statement is SQL(), of a literal" "" 'static struct sql q = made;'
plant "a statement is SQL(), of a literal" "" 'static struct sql q[] = MADE(text);'
plant "a statement is SQL(), of a literal" "" 'static struct sql q = SOME(text);'
plant "a statement is SQL(), of a literal" "" 'static struct sql q = SQLS(text);'
plant "a statement is SQL(), of a literal" "" 'static struct sql q;'
plant "a statement is SQL(), of a literal" "" 'static struct sql q, other;'
plant "a statement is SQL(), of a literal" "" 'static struct sql q ='
plant "a statement is SQL(), of a literal" "" 'static struct sql q[3];'
plant "a statement is SQL(), of a literal" "" 'static struct sql q[] = { { text } };'
plant "a statement is SQL(), of a literal" "" 'static struct sql q[] = { SOME(text) };'
plant "a statement is SQL(), of a literal" "" 'run(db, &(struct sql){ text });'
plant "a statement is SQL(), of a literal" "" 'run(db, (struct sql[]){ { text } });'
for line in 'q.text = t;' 'q[0].text = t;' 'q.text=t;'; do
	plant "a statement keeps its text" "" "static struct sql q[] = { SQL(\"SELECT 1\") }; static void f(void) { $line }"
done
plant "a statement keeps its text" "" 'static void f(struct sql *s) { (s)->text = t; }'
plant "a statement belongs to its file" "" 'struct sql q = SQL("SELECT 1");'
plant "a statement belongs to its file" "" '	struct sql q = SQL("SELECT 1");'
plant "FastCGI is behind main.c" "" 'FCGX_Finish_r(f);'
plant "the jail is behind jail.h" "" 'seccomp_load(c);'
plant "ctemplate is behind view.h" cgi-bin/lib/planted.cc 'ctemplate::Template *t;'
plant "cmark is behind markdown.h" "" 'cmark_parser_feed(p);'
plant "raw HTML stays out" cgi-bin/lib/markdown.c 'cmark_render_html(a, CMARK_OPT_UNSAFE);'
plant "raw HTML stays out" "" 'int o = CMARK_OPT_DEFAULT | 1 << 17;'
plant "ICU is behind text.h" "" ' unorm2_normalize(a);'
plant "zip and XML are behind zipped.h and archive.h" "" ' zip_open(a);'
plant "poppler is behind pdf_part.h" "" '#include <PDFDoc.h>'
plant "jansson is for tests" "" ' json_t *j;'
plant "libcurl is the mailer's" "" 'curl_easy_init();'
plant "liboath is behind totp.h" "" 'oath_init();'
plant "libqrencode is behind qr.h" "" 'QRcode *q;'
plant "the second factor is the program account's" "" '#include "cgi-bin/lib/totp.h"'
plant "libmagic is behind kind.h" "" 'magic_open(0);'
plant "libsodium is db's, the request's, the form's and the backup's" "" 'randombytes_buf(a, 1);'
for word in malloc calloc realloc reallocarray strdup strndup asprintf vasprintf aligned_alloc posix_memalign \
    getline open_memstream free; do
	plant "memory is the arena's" "" "	p = $word(q);"
	plant "memory is the arena's" "" "	p = $word (q);"
done
for word in strcpy strcat sprintf strtok gets atoi system popen localtime gmtime rand $(words_of banned); do
	plant banned "" "	x = $word(a);"
	plant banned "" "$word (a);"
done
for word in $(words_of "a program becomes no other"); do
	plant "a program becomes no other" "" "	$word(a);"
done
plant "a program becomes no other" "" '	syscall(SYS_execveat, fd, "", argv, 0, 0);'
for word in $(words_of "children are the crew's, the reader's and those beside"); do
	plant "children are the crew's, the reader's and those beside" "" "	if (!$word())"
done
plant "closing it may checkpoint" db/tokenizer.c 'sqlite3_open("a", &db);'
plant "db knows no page" db/planted_page.c '#include "cgi-bin/lib/view.h"'
plant "aggregates do not know each other" db/unit.c '#include "db/plan.h"'
plant "aggregates do not know each other" db/unit_part.c '#include "db/plan_part.h"'

plant - cgi-bin/tpl/planted.tpl '{{planted_marker}}[[Chữ trong mẫu]]<p id="faults">'
told planted_marker "markers that nothing fills"
told planted.tpl "fault boxes made by hand"
told "Chữ trong mẫu" "texts without English"
plant - cgi-bin/planted_names.c 'static const struct field fields[] = { FIELD(plan, planted_field, "Ô trồng", LINE) };
static void f(void) { view_text(v, "planted_name", a); changed(r, "planted_change", a, b); }'
told planted_name "names in no template"
told planted_field "names in no template"
told "Ô trồng" "texts without English"
told planted_change "fields of the trail without words"
plant - cgi-bin/lang/planted.po 'msgid "Chữ hai lần"
msgstr "Twice"
msgid "Chữ hai lần"
msgstr "Two times"
msgid "Chữ khác {1}"
msgstr "Another {2?one|ones}"
msgid "Chữ không ai nói"
msgstr "Said by nobody"'
told "Chữ hai lần" "texts with two entries of English"
told "Chữ khác {1}" "texts whose English is given other values"
told "Chữ không ai nói" "English of texts that nobody says"

# A program that carries what few need.
echo 'int main(void) { return 0; }' >"$t/a.c"
"${CC:-gcc}" -o "$t/out/bin/planted" "$t/a.c" -Wl,--no-as-needed -loath -lqrencode -lcurl-gnutls -lpoppler
for library in oath qrencode curl-gnutls poppler; do
	told bin/planted "carries lib$library"
done
grep -v '	-$' "$t/planted" >"$t/planted.new"
mv "$t/planted.new" "$t/planted"

for rule in floors names; do
	! O=$t/out sh "$here/$rule.sh" "$bad" >"$t/$rule" 2>&1 || fail "$rule.sh passes what is broken"
done
# names.sh says a rule once, above its names.
awk '/^[^ ].*:$/ { rule = substr($0, 1, length($0) - 1); next } { print substr($0, 3) "   <- " rule }' \
    "$t/names" >"$t/said"
cat "$t/floors" >>"$t/said"

awk -F '\t' 'NR == FNR { said[n++] = $0; next }
	{ for (i = 0; i < n && !(index(said[i], $1) && index(said[i], $2)); i++) ; if (i == n) print $1 " (" $2 ")" }' \
    "$t/said" "$t/planted" >"$t/missed"
[ ! -s "$t/missed" ] || fail "not found: $(cat "$t/missed")"

# Nothing else is said, and no rule lacks its fault.
cut -f 1 "$t/planted" | sort -u >"$t/files"
grep -vFf "$t/files" "$t/said" >"$t/more" || :
[ ! -s "$t/more" ] || fail "said, and not planted: $(cat "$t/more")"
{
	sed -nE 's/^only (-i )?"([^"]*)".*/\2/p; s/.*   <- ([a-z][^"$#]*)".*/\1/p' "$here/floors.sh"
	sed -nE 's/.*tell "([^"]*)".*/\1/p' "$here/names.sh"
	sed -nE 's/^carry ([a-z-]+) .*/carries lib\1/p' "$here/floors.sh"
} | sort -u >"$t/rules"
[ "$(wc -l <"$t/rules")" -ge 35 ] || fail "$(wc -l <"$t/rules") rules are seen: $(cat "$t/rules")"
cut -f 2 "$t/planted" | sort -u >"$t/tried"
comm -23 "$t/rules" "$t/tried" >"$t/untried"
[ ! -s "$t/untried" ] || fail "rules without a fault: $(cat "$t/untried")"
[ $rc -ne 0 ] || [ -z "${SAY:-}" ] || echo "lint: $(wc -l <"$t/planted") faults by $(wc -l <"$t/rules") rules"
exit $rc
