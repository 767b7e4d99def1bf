/* attach_words_test.c - attached files are read, each once, and found no longer than they are there. */

#include "tests/scene.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/attach_words.h"
#include "cgi-bin/lib/docx_out.h"
#include "cgi-bin/lib/reader.h"
#include "cgi-bin/lib/reading.h"
#include "cgi-bin/lib/sheet.h"
#include "db/attached.h"
#include "db/attachment.h"
#include "db/file.h"
#include "tests/craft.h"
#include "tests/paper.h"

static const struct grant portal_grants[] = {
	{ "attachment", READ | ADD }, { "attached_text", READ | ADD | CHANGE },
	{ "attached_word", READ | ADD | CHANGE | REMOVE }, { "account", READ }, { 0 }
};
static const struct grant file_grants[] = { { "file", READ | ADD | CHANGE | REMOVE }, { 0 } };
static struct db *portal, *files;

/* Of the statements begun, those of files.db alone if `of_files`, the nth fails. */
static struct { int nth, seen; bool of_files, fired; } arm;
/* So many readings are stopped from here on; how many were asked for. */
static int stops, asked;

int __real_sqlite3_step(sqlite3_stmt *);
int __wrap_sqlite3_step(sqlite3_stmt *);
struct reading *__real_reader_words(struct mem *, const char *, size_t);
struct reading *__wrap_reader_words(struct mem *, const char *, size_t);

/* The linker puts both in the place of those that are called. */
int
__wrap_sqlite3_step(sqlite3_stmt *s)
{
	const char *text = sqlite3_sql(s);

	if (arm.nth && !sqlite3_stmt_busy(s) && strncmp(text, "BEGIN", 5) && strcmp(text, "COMMIT")
	    && strcmp(text, "ROLLBACK") && (!arm.of_files || strstr(text, "FROM file")) && ++arm.seen == arm.nth) {
		arm.fired = true;
		return SQLITE_IOERR;
	}
	return __real_sqlite3_step(s);
}

struct reading *
__wrap_reader_words(struct mem *mem, const char *bytes, size_t n)
{
	struct reading *r = reading_new(mem);

	asked++;
	if (stops < 1)
		return __real_reader_words(mem, bytes, n);
	stops--;
	reading_refuse(r, reading_stopped);
	return r;
}

#define TXT "text/plain"
#define PDF "application/pdf"
#define DOCX "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#define XLSX "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

static void
lay(void)
{
	scene_lay();
	portal = scene_open(portal_grants, NULL, file_grants);
	files = scene_files();
	scene("INSERT INTO account (id, login, name, name_key, name_plain, created)"
	    " VALUES (801, 'xx', 'X', '', 'x', 0)");
}

/* Attached by that name; answers its id. */
static int64_t
attach(const char *name, const char *type, const char *bytes, size_t n)
{
	struct file_in *in = file_open(files, scene_mem(), NOW);
	int64_t id;

	file_add(in, bytes, n);
	const char *hash = file_keep(in);
	CHECK(hash != NULL);
	db_begin(portal, DB_WRITE);
	id = attachment_add(portal, &(struct attachment){ .kind = "x", .record = 1, .part = "",
	    .hash = hash, .name = name, .type = type, .size = (int64_t)n, .at = NOW, .account = 801 });
	CHECK(db_commit(portal));
	return id;
}

static int64_t
attach_text(const char *name, const char *text)
{
	return attach(name, TXT, text, strlen(text));
}

static int
read_all(void)
{
	return attach_words(portal, files, NOW, 100);
}

static bool
finds(const char *words, int64_t id)
{
	return look(mem_printf(scene_mem(), "SELECT count(*) FROM attached_word"
	    " WHERE attached_word MATCH '%s' AND rowid = %lld", text_match(scene_mem(), words),
	    (long long)id)) == 1;
}

static const char *
state(int64_t id)
{
	return look_text(mem_printf(scene_mem(), "SELECT state || ' ' || tries || ' ' || why"
	    " FROM attached_text WHERE attachment = %lld", (long long)id));
}

static const char *
word(const char *text, size_t *n)
{
	struct docx_out *d = docx_out_new(scene_mem());

	docx_paragraph(d, text, 28, DOCX_TEXT);
	return docx_out(d, n);
}

static const char *
sheet(const char *text, size_t *n)
{
	static const char *const heads[] = { "Tên", "Số" };
	static const enum sheet_kind kinds[] = { SHEET_TEXT, SHEET_NUMBER };
	struct sheet_out *s = sheet_new(scene_mem(), "Bảng", 2, heads, kinds);
	const char *cells[] = { text, "12" };

	sheet_add(s, cells);
	return sheet_xlsx(s, n);
}

static void
words_of_each_kind_are_found(void)
{
	size_t n;
	const char *bytes;

	lay();
	int64_t txt = attach_text("bien-ban.txt", "Họp bản Pá Sang, 12 hộ thoát nghèo");
	int64_t csv = attach_text("danh-sach.csv", "\xef\xbb\xbfTên;Bản\r\nLò Văn Inh;Nà Lốc\r\n");
	bytes = word("Biên bản kiểm tra lúa nếp thơm", &n);
	int64_t docx = attach("kiem-tra.docx", DOCX, bytes, n);
	bytes = sheet("Bò cái sinh sản", &n);
	int64_t xlsx = attach("ho-tro.xlsx", XLSX, bytes, n);
	bytes = paper_pdf(scene_mem(), "P Tờ trình về đường điện", "", &n);
	int64_t pdf = attach("to-trinh.pdf", PDF, bytes, n);
	int64_t jpg = attach("anh-ban-lang.jpg", "image/jpeg", "\xff\xd8\xff", 3);

	CHECK(!finds("pa sang", txt));
	CHECK(read_all() == 6);
	CHECK(finds("pa sang", txt) && finds("ngheo \"ho thoat\"", txt) && finds("bien ban", txt));
	CHECK(finds("lò văn inh", csv) && finds("nà lốc", csv));
	CHECK(finds("lúa nếp", docx) && finds("kiem tra docx", docx));
	CHECK(finds("bò cái", xlsx) && finds("ten", xlsx));
	CHECK(finds("duong dien", pdf));
	CHECK(finds("ban lang", jpg));		/* its name at least */
	SAME(state(jpg), "unread 1 ");
	SAME(state(pdf), "read 1 ");
	CHECK(read_all() == 0);
	CHECK(!finds("lang ban nghèo", jpg) && !finds("12", xlsx));
}

static void
each_is_read_once_and_so_many_at_a_time(void)
{
	lay();
	int64_t first = attach_text("a.txt", "mot"), id = first;
	for (int i = 0; i < 4; i++)
		id = attach_text("b.txt", mem_printf(scene_mem(), "so %d", i));
	CHECK(attach_words(portal, files, NOW, 3) == 3);
	CHECK(finds("mot", first) && !finds("so 3", id));
	CHECK(attach_words(portal, files, NOW, 3) == 2);
	CHECK(finds("so 3", id));
	scene("DELETE FROM attached_word");
	CHECK(read_all() == 0);			/* none anew */
}

static void
what_cannot_be_read_is_noted_once(void)
{
	lay();
	char *big = mem_take(scene_mem(), 1 << 21);
	memset(big, 'a', (1 << 21) - 1);
	for (size_t i = 50; i < (1 << 21) - 1; i += 50)
		big[i] = ' ';
	int64_t broken = attach("hong.pdf", PDF, "%PDF-1.4\nxx", 11);
	int64_t zip = attach("hong.docx", DOCX, "PK\3\4xxxxxxxxxxxx", 16);
	int64_t latin = attach("latin.txt", TXT, "L\xf4 V\xe3n", 7);
	int64_t nul = attach("nul.txt", TXT, "ab\0cd", 5);
	int64_t lengthy = attach("dai.txt", TXT, big, (1 << 21) - 1);
	int64_t locked = attach("khoa.docx", DOCX, "\xd0\xcf\x11\xe0xxxxxxxxx", 13);
	int64_t empty = attach_text("rong.txt", "\n\n  ");
	CHECK(read_all() == 7);
	CHECK(!strncmp(state(broken), "unread 1 Tệp PDF", 12));
	CHECK(!strncmp(state(zip), "unread 1 Tệp .docx", 12));
	CHECK(strstr(state(latin), "unread 1 Nội dung tệp không phải chữ"));
	CHECK(strstr(state(nul), "unread 1 Nội dung"));
	CHECK(strstr(state(lengthy), "hơn 1 MB chữ"));
	CHECK(strstr(state(locked), "unread 1 "));
	CHECK(strstr(state(empty), "unread 1 Tệp không có chữ"));
	CHECK(finds("hong pdf", broken) && finds("dai", lengthy) && !finds("aaa", lengthy));
	CHECK(read_all() == 0);
}

/* A book of many strings, packed small: bombs are refused, and the next one is read. */
static void
a_bomb_costs_no_more_than_it_may(void)
{
	lay();
	craft_begin();
	craft_entry((struct craft_entry){ .name = "xl/workbook.xml", .bytes = "<w/>" });
	craft_entry((struct craft_entry){ .name = "xl/sharedStrings.xml", .spaces = 60 << 20, .method = 8 });
	craft_end(-1);
	int64_t bomb = attach("bom.xlsx", XLSX, craft, craft_n);
	craft_begin();
	craft_entry((struct craft_entry){ .name = "xl/workbook.xml", .bytes = "<w/>" });
	craft_entry((struct craft_entry){ .name = "xl/worksheets/sheet1.xml", .bytes =
	    "<!DOCTYPE a [<!ENTITY b \"bí mật\">]><r><c t=\"str\"><v>&b;</v></c></r>" });
	craft_end(-1);
	int64_t entity = attach("xml.xlsx", XLSX, craft, craft_n);
	craft_begin();
	craft_entry((struct craft_entry){ .name = "xl/workbook.xml", .bytes = "<w/>" });
	craft_entry((struct craft_entry){ .name = "xl/worksheets/sheet2.xml", .bytes =
	    "<r><row><c t=\"inlineStr\"><is><t>một</t></is></c><c t=\"str\"><v>hai</v></c>"
	    "<c><v>333</v></c><c t=\"s\"><v>444</v></c></row></r>" });
	craft_entry((struct craft_entry){ .name = "xl/worksheets/_rels/a.xml", .bytes = "<r><t>nam</t></r>" });
	craft_end(-1);
	int64_t second = attach("hai.xlsx", XLSX, craft, craft_n);
	CHECK(read_all() == 3);
	CHECK(strstr(state(bomb), "unread 1 Tệp .xlsx") && strstr(state(entity), "unread 1 Tệp .xlsx"));
	CHECK(!finds("bí mật", entity));
	CHECK(finds("mot hai", second) && !finds("333", second) && !finds("444", second)
	    && !finds("nam", second));
}

/* What ended the reader, or the program itself, is there as begun. */
static void
what_ends_its_reader_is_tried_twice(void)
{
	struct attached_due d;

	lay();
	int64_t id = attach_text("a.txt", "mot");
	int64_t after = attach_text("b.txt", "hai");
	for (int i = 1; i <= ATTACHED_TRIES; i++) {
		db_begin(portal, DB_WRITE);
		CHECK(attached_begin(portal, scene_mem(), NOW, &d) && d.id == id && d.tries == i);
		CHECK(db_commit(portal));
	}
	CHECK(read_all() == 2);
	CHECK(strstr(state(id), "unread 3 Đọc tệp này quá"));
	CHECK(finds("a txt", id) && !finds("mot", id) && finds("hai", after));
	CHECK(read_all() == 0);
	/* once begun only, it is read to its end */
	id = attach_text("c.txt", "ba");
	db_begin(portal, DB_WRITE);
	CHECK(attached_begin(portal, scene_mem(), NOW, &d) && d.id == id);
	CHECK(db_commit(portal));
	CHECK(read_all() == 1 && finds("ba", id));
	SAME(state(id), "read 2 ");
}

/* The clock may have run out, or there was no memory for a child: it need not be so again. */
static void
what_is_stopped_once_is_read_later(void)
{
	lay();
	int64_t id = attach_text("a.txt", "mot"), after = attach_text("b.txt", "hai");
	asked = 0, stops = 1;
	CHECK(read_all() == 0 && asked == 1);	/* not at once again */
	SAME(state(id), "reading 1 ");
	CHECK(!finds("a txt", id) && !finds("hai", after));
	CHECK(read_all() == 2 && finds("mot", id) && finds("hai", after));
	SAME(state(id), "read 2 ");
	/* and one that is stopped twice is not in the way of those after it */
	id = attach_text("c.txt", "ba"), after = attach_text("d.txt", "bon");
	stops = 2;
	CHECK(read_all() == 0 && read_all() == 2);
	CHECK(strstr(state(id), "unread 2 Đọc tệp này quá"));
	CHECK(finds("c txt", id) && !finds("ba", id) && finds("bon", after));
}

/* Each statement in turn, of files.db and of both: what could not be read is no file that is
 * gone, nor one without words, and it was no try either. */
static void
a_database_that_fails_takes_no_file_out(void)
{
	int of_files = 0;

	for (int both = 0; both < 2; both++)
		for (int n = 1; ; n++) {
			lay();
			int64_t id = attach_text("a.txt", mem_printf(scene_mem(), "%s%*s", "dau tep",
			    FILE_PIECE, "cuoi tep")), after = attach_text("b.txt", "hai");
			arm.of_files = !both, arm.nth = n, arm.seen = 0, arm.fired = false;
			int did = read_all();
			arm.nth = 0;
			if (!arm.fired)
				break;
			of_files += !both;
			CHECK(did == -1);
			if (!both && look("SELECT count(*) FROM attached_text WHERE state = 'reading'")) {
				SAME(look_text("SELECT tries FROM attached_text WHERE state = 'reading'"), "0");
				CHECK(look("SELECT count(*) FROM attached_text WHERE state <> 'reading'")
				    == finds("cuoi", id));
			}
			CHECK(read_all() > 0 || (finds("dau tep", id) && finds("hai", after)));
			CHECK(finds("dau cuoi", id) && finds("hai", after));
		}
	CHECK(of_files >= 4);	/* before, two pieces, and after */
}

/* A run of it, as long as the fault lasts. */
static void
a_fault_that_lasts_is_outlived(void)
{
	lay();
	int64_t id = attach_text("a.txt", "mot");
	scene_file("ALTER TABLE file_piece RENAME TO hidden");
	for (int i = 0; i < 2 * ATTACHED_TRIES; i++)
		CHECK(read_all() == -1);
	SAME(state(id), "reading 0 ");
	scene_file("ALTER TABLE hidden RENAME TO file_piece");
	CHECK(read_all() == 1);
	SAME(state(id), "read 1 ");
	CHECK(finds("mot", id));
}

static void
what_is_taken_off_is_not_found(void)
{
	lay();
	int64_t first = attach_text("a.txt", "mot"), gone = attach_text("b.txt", "hai");
	scene(mem_printf(scene_mem(), "UPDATE attachment SET removed = 5, removed_by = 801 WHERE id = %lld",
	    (long long)gone));
	CHECK(read_all() == 2);
	SAME(state(gone), "gone 1 ");
	CHECK(!finds("hai", gone) && finds("mot", first));
	scene("UPDATE attachment SET removed = 5, removed_by = 801 WHERE removed IS NULL");
	CHECK(attach_words_sweep(portal, files, NOW));
	CHECK(look("SELECT count(*) FROM attached_word") == 0);
	SAME(state(first), "gone 1 ");
}

static int64_t
stands_in_index(const char *text)
{
	return look(mem_printf(scene_mem(), "SELECT count(*) FROM attached_word_data"
	    " WHERE instr(block, CAST('%s' AS BLOB))", text));
}

static const char *
hash_of(int64_t id)
{
	return look_text(mem_printf(scene_mem(), "SELECT hash FROM attachment WHERE id = %lld", (long long)id));
}

static void
erase(int64_t id)
{
	const char *hash = hash_of(id);

	db_begin(files, DB_WRITE);
	file_erase(files, file_find(files, scene_mem(), hash)->id, NOW, "QĐ 1");
	CHECK(db_commit(files));
}

static void
what_is_erased_leaves_no_word(void)
{
	lay();
	int64_t id = attach_text("a.txt", "bimatthunhat"), other = attach_text("b.txt", "conlai");
	int64_t twice = attach_text("c.txt", "bimatthunhat");	/* the same bytes */
	CHECK(read_all() == 3);
	CHECK(stands_in_index("bimatthunhat") > 0);
	erase(id);
	CHECK(attach_words_sweep(portal, files, NOW));
	CHECK(!finds("bimatthunhat", id) && !finds("bimatthunhat", twice) && finds("conlai", other));
	CHECK(!stands_in_index("bimatthunhat") && stands_in_index("conlai"));
	CHECK(!look("SELECT count(*) FROM attached_word_content WHERE c1 LIKE '%bimat%'"));
	SAME(state(id), "gone 1 ");
	/* erased before it was read, or of another record later */
	int64_t late = attach_text("d.txt", "bimatthuhai");
	erase(late);
	CHECK(read_all() == 1);
	SAME(state(late), "gone 1 ");
	CHECK(!stands_in_index("bimatthuhai"));
	/* without bytes */
	scene(mem_printf(scene_mem(), "INSERT INTO attachment (kind, record, hash, name, type, size, at, account)"
	    " VALUES ('x', 1, replace('%s', 'a', 'b'), 'e.txt', 'text/plain', 3, 5, 801)", hash_of(other)));
	CHECK(read_all() == 1);
}

/* Who reads a file while it is erased writes nothing afterwards. */
static void
what_is_erased_while_it_is_read_is_not_kept(void)
{
	struct attached_due d;

	lay();
	int64_t id = attach_text("a.txt", "bimatthunhat");
	db_begin(portal, DB_WRITE);
	CHECK(attached_begin(portal, scene_mem(), NOW, &d) && d.id == id);
	CHECK(db_commit(portal));
	erase(id);
	CHECK(read_all() == 1);
	SAME(state(id), "gone 2 ");
	CHECK(!stands_in_index("bimatthunhat"));
}

static void
plain_text_is_read_as_it_is(void)
{
	struct mem *mem = scene_mem();

	SAME(reading_words(mem, "a\r\nb", 4)->text, "a\nb\n");
	SAME(reading_words(mem, "\xef\xbb\xbfxã", 6)->text, "xã\n");
	CHECK(reading_words(mem, "", 0)->wrong != NULL);
	CHECK(reading_words(mem, "\xff\xfe" "a\0", 4)->wrong == reading_other);
	CHECK(reading_of(mem, "a", 1)->wrong != NULL);	/* no document to be taken in */
}

static void
once_given_up_nothing_is_begun(void)
{
	lay();
	int64_t id = attach_text("a.txt", "mot");
	reader_give_up();
	CHECK(read_all() == 0 && !*state(id));
	CHECK(reader_words(scene_mem(), "a", 1)->wrong == reading_stopped);
}

int
main(void)
{
	if (!reader_start())
		return 1;
	words_of_each_kind_are_found();
	each_is_read_once_and_so_many_at_a_time();
	what_cannot_be_read_is_noted_once();
	a_bomb_costs_no_more_than_it_may();
	what_ends_its_reader_is_tried_twice();
	what_is_stopped_once_is_read_later();
	a_database_that_fails_takes_no_file_out();
	a_fault_that_lasts_is_outlived();
	what_is_taken_off_is_not_found();
	what_is_erased_leaves_no_word();
	what_is_erased_while_it_is_read_is_not_kept();
	plain_text_is_read_as_it_is();
	once_given_up_nothing_is_begun();	/* the last: for good */
	return done();
}
