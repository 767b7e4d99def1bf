/* memory.c - see memory.h. */

#include "tests/memory.h"

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <sqlite3.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static sqlite3_mem_methods real;
static enum memory_way way;
static int64_t nth, count, held;
static bool sticky, armed, fired, *unlooked;

static bool
refuses(enum memory_way of)
{
	if (!armed || of != way)
		return false;
	count++;
	if (count != nth && !(sticky && nth && count > nth))
		return false;
	fired = true;
	return true;
}

static void *
take(int n)
{
	return refuses(MEMORY_SQLITE) ? NULL : real.xMalloc(n);
}

static void *
take_more(void *p, int n)
{
	return refuses(MEMORY_SQLITE) ? NULL : real.xRealloc(p, n);
}

void
memory_add(void)
{
	sqlite3_mem_methods mine;

	if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real) != SQLITE_OK)
		exit(1);
	mine = real;
	mine.xMalloc = take;
	mine.xRealloc = take_more;
	if (sqlite3_config(SQLITE_CONFIG_MALLOC, &mine) != SQLITE_OK)
		exit(1);
}

void
memory_fail(enum memory_way how, int64_t n, bool sticks)
{
	way = how, nth = n, sticky = sticks;
	count = 0;
	fired = false, armed = true;
}

int64_t
memory_well(void)
{
	armed = false;
	return count;
}

int64_t
memory_asked(void)
{
	return count;
}

bool
memory_failed(void)
{
	return fired;
}

void
memory_tell(bool *where)
{
	void *first[1];

	backtrace(first, 1);	/* which asks for memory once, and not when there is none */
	unlooked = where;
}

int64_t
memory_held(void)
{
	return held;
}

int64_t
memory_of_sqlite(void)
{
	return sqlite3_memory_used();
}

#ifdef __SANITIZE_ADDRESS__

bool
memory_has_all(void)
{
	return false;
}

#else

/* The C library's own, which ours stand before: for this program and for each library. */
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void  __libc_free(void *);

bool
memory_has_all(void)
{
	return true;
}

static void *
counted(void *p)
{
	held += p != NULL;
	return p;
}

/* Does one of these ask, be it by way of the C library (vasprintf)? */
static bool
one_that_does_not_look(void)
{
	void *callers[8];
	int n = backtrace(callers, 8);
	Dl_info own, of;

	if (!dladdr((void *)memory_tell, &own))
		return false;
	for (int i = 0; i < n && dladdr(callers[i], &of) && of.dli_fname; i++)
		if (of.dli_fbase != own.dli_fbase && !strstr(of.dli_fname, "/libc.so"))
			return strstr(of.dli_fname, "/libctemplate") || strstr(of.dli_fname, "/libmagic");
	return false;
}

/* What has no answer. */
static void *
none(void)
{
	if (unlooked && one_that_does_not_look())
		*unlooked = true;
	errno = ENOMEM;
	return NULL;
}

void *
malloc(size_t n)
{
	return refuses(MEMORY_ALL) ? none() : counted(__libc_malloc(n));
}

void *
calloc(size_t n, size_t size)
{
	return refuses(MEMORY_ALL) ? none() : counted(__libc_calloc(n, size));
}

void *
realloc(void *p, size_t n)
{
	if (refuses(MEMORY_ALL))
		return none();
	void *q = __libc_realloc(p, n);
	if (!p)
		held += q != NULL;
	else if (!n)
		held--;
	return q;
}

void
free(void *p)
{
	held -= p != NULL;
	__libc_free(p);
}

#endif
