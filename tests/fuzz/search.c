/*
 * search.c - whatever is typed into the search box is a question that FTS5 understands, asked
 * of an index with the portal's own tokenizer.
 * rooms: db/mem.c db/text.c db/text_query.c db/tokenizer.c
 */

#include <sqlite3.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "db/text.h"
#include "db/tokenizer.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static sqlite3_stmt *ask, *each;
	struct mem *mem = mem_new();
	const char *text = mem_copy(mem, (const char *)data, size), *match = text_match(mem, text);
	int rc = SQLITE_DONE;

	if (!ask) {
		sqlite3 *db;
		if (sqlite3_open(":memory:", &db))
			abort();
		tokenizer_add(db);
		if (sqlite3_exec(db, "CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'vi');"
		    "INSERT INTO t VALUES ('Kế hoạch thi đua'), ('Đắk Lắk a b c'), ('')", 0, 0, 0)
		    || sqlite3_prepare_v2(db, "SELECT vi_rank(t, ?2, -1, 0) FROM t WHERE t MATCH ?1", -1, &ask, 0)
		    || sqlite3_prepare_v2(db, "SELECT 1 FROM t WHERE " EACH_WORD("text", "?1"), -1, &each, 0))
			abort();
	}
	if (*match) {
		sqlite3_bind_text(ask, 1, match, -1, SQLITE_STATIC);
		sqlite3_bind_text(ask, 2, text_mask(mem, text), -1, SQLITE_STATIC);
		while ((rc = sqlite3_step(ask)) == SQLITE_ROW)
			;
		sqlite3_reset(ask);
	}
	if (rc != SQLITE_DONE)
		abort();
	const char *page = "Kế hoạch thi đua, Đắk Lắk a b c";
	text_excerpt(mem, page, strlen(page), text_words(mem, text));
	text_excerpt(mem, text, size, text_words(mem, "a b c"));
	text_marked(mem, page, text_words(mem, text), true);
	text_marked(mem, text, text_words(mem, "a \"b c\""), size % 2);
	sqlite3_bind_text(each, 1, text_each(mem, text), -1, SQLITE_STATIC);
	while ((rc = sqlite3_step(each)) == SQLITE_ROW)
		;
	sqlite3_reset(each);
	if (rc != SQLITE_DONE)
		abort();
	mem_free(mem);
	return 0;
}
