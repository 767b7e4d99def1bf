/* lang_test.c - a text, its English, and what it is given. */

#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cgi-bin/lib/lang.h"
#include "db/mem.h"

static const char texts[] =
	"msgid \"Đơn vị\"\nmsgstr \"Unit\"\n\n"
	"msgid \"mục::Đơn vị\"\nmsgstr \"Units\"\n\n"
	"msgid \"Gửi {2} phiếu: {1}\"\nmsgstr \"Send {2} {2?sheet|sheets}: {1}\"\n\n"
	"msgid \"{1} đơn vị\"\nmsgstr \"{1} {1?unit|units}\"\n\n"
	"msgid \"lạ {1}\"\nmsgstr \"odd {1} {1?no bar} {4?a|b} {1?open\"\n";

static struct mem *mem;

static void
open_texts(void)
{
	char dir[] = "/tmp/lang-XXXXXX";
	const char *file;
	FILE *f;

	mem = mem_new();
	CHECK(mkdtemp(dir) != NULL);
	file = mem_printf(mem, "%s/a.po", dir);
	CHECK((f = fopen(file, "w")) && fputs(texts, f) >= 0 && !fclose(f));
	CHECK(lang_load(dir));
	CHECK(!unlink(file) && !rmdir(dir));
	CHECK(!lang_load(dir));
}

static void
one_word_has_two_englishes_by_a_mark_that_is_not_shown(void)
{
	SAME(tr("en", "Đơn vị"), "Unit");
	SAME(tr("en", "mục::Đơn vị"), "Units");
	SAME(tr("vi", "mục::Đơn vị"), "Đơn vị");
	SAME(tr("en", "mục::Chưa dịch"), "Chưa dịch");
	SAME(tr("vi", "a::b"), "a::b");		/* what somebody wrote */
}

static void
english_counts(void)
{
	SAME(tr_with(mem, "en", "{1} đơn vị", "1", NULL, NULL), "1 unit");
	SAME(tr_with(mem, "en", "{1} đơn vị", "0", NULL, NULL), "0 units");
	SAME(tr_with(mem, "en", "{1} đơn vị", "11", NULL, NULL), "11 units");
	SAME(tr_with(mem, "en", "Gửi {2} phiếu: {1}", "{2?x|y}", "1", NULL), "Send 1 sheet: {2?x|y}");
	SAME(tr_with(mem, "vi", "{1} đơn vị", "1", NULL, NULL), "1 đơn vị");
	/* neither a value that there is not, nor what is half written */
	SAME(tr_with(mem, "en", "{1} đơn vị", NULL, NULL, NULL), "{1} {1?unit|units}");
	SAME(tr_with(mem, "en", "lạ {1}", "1", NULL, NULL), "odd 1 {1?no bar} {4?a|b} {1?open");
}

int
main(void)
{
	open_texts();
	one_word_has_two_englishes_by_a_mark_that_is_not_shown();
	english_counts();
	mem_free(mem);
	return done();
}
