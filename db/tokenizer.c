/*
 * tokenizer.c - wraps unicode61, which takes every mark off but the stroke of đ:
 * that is a letter of its own, and people type d for it.  See tokenizer.h.
 */

#include "db/tokenizer.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

enum { TOKEN_MAX = 256 };	/* longer words are cut: nobody types them */

static fts5_tokenizer unicode61;
static void *unicode61_context;

/* The same words in the same places, without marks and with them. */
struct both {
	Fts5Tokenizer *bare, *marked;
};

struct word {
	char s[TOKEN_MAX];
	int n;
};

struct sink {
	Fts5Tokenizer *marked;
	const char *text;
	bool document, only_marked;
	void *context;
	int (*token)(void *, int, const char *, int, int, int);
};

/* 07 is 7. */
static void
drop_zeros(struct word *w)
{
	int zeros = 0;

	for (int i = 0; i < w->n; i++)
		if (w->s[i] < '0' || w->s[i] > '9')
			return;
	while (zeros < w->n - 1 && w->s[zeros] == '0')
		zeros++;
	memmove(w->s, w->s + zeros, (size_t)(w->n -= zeros));
}

static int
keep(void *arg, int flags, const char *text, int n, int from, int to)
{
	struct word *w = arg;

	(void)flags; (void)from; (void)to;
	if (!w->n)
		memcpy(w->s, text, (size_t)(w->n = n < TOKEN_MAX ? n : TOKEN_MAX));
	return SQLITE_OK;
}

static int
fold(void *arg, int flags, const char *text, int n, int from, int to)
{
	const struct sink *sink = arg;
	struct word bare, marked;
	int rc = SQLITE_OK;

	bare.n = marked.n = 0;
	for (int i = 0; i < n && bare.n < TOKEN_MAX; i++)
		if (i + 1 < n && (unsigned char)text[i] == 0xc4
		    && ((unsigned char)text[i + 1] | 1) == 0x91)
			bare.s[bare.n++] = 'd', i++;
		else
			bare.s[bare.n++] = text[i];
	if (sink->document || sink->only_marked)
		rc = unicode61.xTokenize(sink->marked, &marked, 0, sink->text + from, to - from, keep);
	drop_zeros(&bare);
	drop_zeros(&marked);
	bool other = marked.n && (marked.n != bare.n || memcmp(marked.s, bare.s, (size_t)bare.n));
	if (sink->only_marked && other)
		return rc ? rc : sink->token(sink->context, flags, marked.s, marked.n, from, to);
	if (!rc)
		rc = sink->token(sink->context, flags, bare.s, bare.n, from, to);
	if (!rc && other)
		rc = sink->token(sink->context, flags | FTS5_TOKEN_COLOCATED, marked.s, marked.n, from,
		    to);
	return rc;
}

static void
drop(Fts5Tokenizer *t)
{
	struct both *b = (struct both *)t;

	if (b->bare)
		unicode61.xDelete(b->bare);
	if (b->marked)
		unicode61.xDelete(b->marked);
	sqlite3_free(b);
}

static int
make(void *context, const char **args, int n, Fts5Tokenizer **out)
{
	static const char *without[] = { "remove_diacritics", "2" };
	static const char *with[] = { "remove_diacritics", "0" };
	struct both *b = sqlite3_malloc(sizeof(*b));
	int rc;

	(void)context; (void)args; (void)n;
	if (!b)
		return SQLITE_NOMEM;
	*b = (struct both){ 0 };
	rc = unicode61.xCreate(unicode61_context, without, 2, &b->bare);
	if (!rc)
		rc = unicode61.xCreate(unicode61_context, with, 2, &b->marked);
	if (rc)
		drop((Fts5Tokenizer *)b);
	else
		*out = (Fts5Tokenizer *)b;
	return rc;
}

static int
split(Fts5Tokenizer *t, void *context, int flags, const char *text, int n,
    int (*token)(void *, int, const char *, int, int, int))
{
	const struct both *b = (const struct both *)t;
	struct sink sink = { .marked = b->marked, .text = text, .context = context, .token = token,
	    .document = flags & FTS5_TOKENIZE_DOCUMENT };

	sink.only_marked = (flags & FTS5_TOKENIZE_QUERY) && n && *text == *TOKEN_MARKED;
	return unicode61.xTokenize(b->bare, &sink, flags, text, n, fold);
}

/* What a string of the question has in the row. */
struct found {
	int times;
	bool at_number, above;	/* the number begins with it; in number or subject */
};

static struct found
find(const Fts5ExtensionApi *api, Fts5Context *row, int phrase, int number, int subject)
{
	enum { ENOUGH = 1000 };
	struct found f = { 0 };
	Fts5PhraseIter at;
	int column, offset;

	for (int rc = api->xPhraseFirst(row, phrase, &at, &column, &offset);
	    !rc && column >= 0 && f.times < ENOUGH;
	    api->xPhraseNext(row, &at, &column, &offset)) {
		f.times++;
		f.at_number |= column == number && !offset;
		f.above |= column == number || column == subject;
	}
	return f;
}

static void
rank(const Fts5ExtensionApi *api, Fts5Context *row, sqlite3_context *out, int n,
    sqlite3_value **args)
{
	const char *mask = n == 3 ? (const char *)sqlite3_value_text(args[0]) : NULL;
	int number, subject, length = 0, rc, strings = api->xPhraseCount(row);
	bool at_number = false, above = true, same = mask && strchr(mask, 'm');
	double sum = 0;

	if (!mask || (int)strlen(mask) != strings) {
		sqlite3_result_error(out, "vi_rank: mask, number, subject", -1);
		return;
	}
	number = sqlite3_value_int(args[1]);
	subject = sqlite3_value_int(args[2]);
	if ((rc = api->xColumnSize(row, -1, &length))) {
		sqlite3_result_error_code(out, rc);
		return;
	}
	for (int i = 0; i < strings; i++) {
		struct found f = find(api, row, i, number, subject);
		if (mask[i] == 'm') {
			same = same && f.times;
			continue;
		}
		at_number |= f.at_number;
		above = above && f.above;
		sum += f.times * 2.2 / (f.times + 1.2 * (0.25 + 0.75 * length / 100));
	}
	sqlite3_result_double(out, 8 * at_number + 4 * same + 2 * above + sum / (sum + 1));
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
	    && api->xCreateTokenizer(api, "vi", NULL, &ours, NULL) == SQLITE_OK
	    && api->xCreateFunction(api, "vi_rank", NULL, rank, NULL) == SQLITE_OK;
}
