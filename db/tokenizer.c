/*
 * tokenizer.c - wraps unicode61, which takes every mark off but the stroke of đ:
 * that is a letter of its own, and people type d for it.
 */

#include "db/tokenizer.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

enum { TOKEN_MAX = 256 };	/* longer words are cut: nobody types them */

static fts5_tokenizer unicode61;
static void *unicode61_context;

struct sink {
	void *context;
	int (*token)(void *, int, const char *, int, int, int);
};

static int
fold(void *arg, int flags, const char *text, int n, int from, int to)
{
	struct sink *sink = arg;
	char word[TOKEN_MAX];
	int out = 0;

	for (int i = 0; i < n && out < TOKEN_MAX; i++)
		if (i + 1 < n && (unsigned char)text[i] == 0xc4
		    && ((unsigned char)text[i + 1] | 1) == 0x91)
			word[out++] = 'd', i++;
		else
			word[out++] = text[i];
	return sink->token(sink->context, flags, word, out, from, to);
}

static int
make(void *context, const char **args, int n, Fts5Tokenizer **out)
{
	static const char *ours[] = { "remove_diacritics", "2" };

	(void)context; (void)args; (void)n;
	return unicode61.xCreate(unicode61_context, ours, 2, out);
}

static void
drop(Fts5Tokenizer *t)
{
	unicode61.xDelete(t);
}

static int
split(Fts5Tokenizer *t, void *context, int flags, const char *text, int n,
    int (*token)(void *, int, const char *, int, int, int))
{
	struct sink sink = { context, token };

	return unicode61.xTokenize(t, &sink, flags, text, n, fold);
}

bool
tokenizer_add(struct sqlite3 *db)
{
	fts5_tokenizer ours = { make, drop, split };
	sqlite3_stmt *s = NULL;
	fts5_api *api = NULL;

	if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &s, NULL) == SQLITE_OK) {
		sqlite3_bind_pointer(s, 1, &api, "fts5_api_ptr", NULL);
		sqlite3_step(s);
	}
	sqlite3_finalize(s);
	return api
	    && api->xFindTokenizer(api, "unicode61", &unicode61_context, &unicode61) == SQLITE_OK
	    && api->xCreateTokenizer(api, "vi", NULL, &ours, NULL) == SQLITE_OK;
}
