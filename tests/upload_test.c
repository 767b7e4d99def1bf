/*
 * upload_test.c - files that were made to do harm: what the portal says of each, as a file of
 * a record and as a sheet to be read.  Each is looked at by a process of its own, with 64 MB
 * and 20 s of a processor to live on, of which it may take 2; the worst is told at the end.
 *
 * A file of a record is never unpacked, decoded or shown here, and is given out as an
 * attachment in a sandbox: of what could only harm its reader's own program, that is what
 * there is ("taken" below).
 */

#include "tests/scene.h"

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cgi-bin/lib/attach.h"
#include "cgi-bin/lib/kind.h"
#include "cgi-bin/lib/sheet.h"
#include "tests/craft.h"
#include "tests/upload_item.h"

static int
files_may(struct req *r, int64_t record, const char *part, enum attach_want want)
{
	(void)part, (void)want;
	return record == 5 && may_here(r, "report.write", A) ? 0 : 404;
}

static const struct attach files = { .kind = "x", .may = files_may };
static int files_give(struct req *r) { return attach_give(r, &files); }
static int files_add(struct req *r)  { return attach_add(r, &files); }

const struct page page = {
	.name = "x",
	.views = "plan attach",
	.grants = (const struct grant[]){ SIGNED_IN, POSTING, ATTACHING, { 0 } },
	.files = ATTACH_FILES,
	.routes = (const struct route[]){
		{ GET,  "/x/#/file/#", SIGNED, files_give, 0 },
		{ POST, "/x/#/file",   SIGNED, files_add, SINK },
		{ 0 }
	},
};

enum { MEMORY = 64 << 20, SECONDS = 20 };	/* after which it is ended */
#ifdef __SANITIZE_ADDRESS__	/* which takes ten times as long */
enum { MOST_MS = 10 * 2000 };
#else
enum { MOST_MS = 2000 };
#endif

/* 0: as it should be; 1 the file, 2 the sheet is not. */
static int
judge(const struct item *i)
{
	struct reply r = ask_raw(ask_file("/x/5/file", "", i->name, craft, craft_n));
	struct mem *mem = mem_new();
	struct sheet *s = sheet_read(mem, craft, craft_n);
	int bad = 0;

	if (*i->file ? !(r.status >= 400 && r.status < 500 && says(r, i->file)) : r.status != 303) {
		const char *why = strstr(r.body, "id=\"faults\"");
		fprintf(stderr, "%s: as a file: %d: %.300s\n", i->what, r.status, why ? why : "");
		bad |= 1;
	}
	if (*i->sheet ? !s->wrong || !strstr(s->wrong, i->sheet) : s->wrong != NULL) {
		fprintf(stderr, "%s: as a sheet: %s\n", i->what, s->wrong ? s->wrong : "read");
		bad |= 2;
	}
	mem_free(mem);
	return bad;
}

static void
try_item(const struct item *i, long *most, long *longest)
{
	struct rusage u;
	int status;

	craft_begin();
	i->make(i);
	fresh();
	as(person("unit_officer", A));
	pid_t child = fork();
	if (!child) {
#ifndef __SANITIZE_ADDRESS__
		setrlimit(RLIMIT_DATA, &(struct rlimit){ MEMORY, MEMORY });
#endif
		setrlimit(RLIMIT_CPU, &(struct rlimit){ SECONDS, SECONDS });
		_exit(judge(i));
	}
	wait4(child, &status, 0, &u);
	if (!WIFEXITED(status))
		fprintf(stderr, "%s: ended by signal %d\n", i->what, WTERMSIG(status));
	CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
#ifndef __SANITIZE_ADDRESS__
	CHECK(u.ru_maxrss <= MEMORY / 1024);
#endif
	long ms = u.ru_utime.tv_sec * 1000 + u.ru_utime.tv_usec / 1000
	    + u.ru_stime.tv_sec * 1000 + u.ru_stime.tv_usec / 1000;
	if (ms > MOST_MS)
		fprintf(stderr, "%s: %ld ms of a processor\n", i->what, ms);
	CHECK(ms <= MOST_MS);
	*most = u.ru_maxrss > *most ? u.ru_maxrss : *most;
	*longest = ms > *longest ? ms : *longest;
}

/* Of so many bytes of one letter; `told` is what the head of the request says there are. */
struct stream {
	const char *head, *tail;
	size_t at, length;
};

static size_t
next(void *of, char *to, size_t max)
{
	struct stream *s = of;
	size_t h = strlen(s->head), n = 0, t = strlen(s->tail);

	for (; n < max && s->at < s->length; n++, s->at++)
		to[n] = s->at < h ? s->head[s->at] : s->at < s->length - t ? 'a' : s->tail[s->at - (s->length - t)];
	return n;
}

static struct reply
stream_of(const char *name, size_t size, size_t told)
{
	struct ask a = ask_file("/x/5/file", "", name, "", 0);
	static struct stream s;

	s = (struct stream){ .tail = "\r\n--b0--\r\n" };
	s.head = mem_copy(scene_mem(), a.body, a.length - strlen(s.tail));
	s.length = strlen(s.head) + size + strlen(s.tail);
	a.body = NULL, a.more = next, a.from = &s, a.length = told ? told : s.length;
	return ask_raw(a);
}

static void
a_hundred_megabytes_of_one_letter(void)
{
	enum { HUNDRED = 100 << 20 };

	fresh();
	as(person("unit_officer", A));
	CHECK(stream_of("a.txt", HUNDRED, 0).status == 413);
	/* whoever says that it is less is believed no longer than that */
	CHECK(stream_of("a.txt", HUNDRED, 1 << 20).status == 413);
	CHECK(stream_of("a.txt", 3 << 20, 0).status == 413);
	CHECK(stream_of("a.pdf", 24 << 20, 0).status == 422);	/* it is no PDF, and not read on */
	CHECK(!look("SELECT count(*) FROM attachment") && !look_file("SELECT count(*) FROM file_piece"));
	CHECK(stream_of("a.txt", 1 << 20, 0).status == 303);
}

/* What was taken and may be a page to a browser leaves as a download in a sandbox. */
static void
what_is_taken_is_never_a_page(void)
{
	for (size_t k = 0; k < items_n; k++) {
		if (*items[k].file)
			continue;
		craft_begin();
		items[k].make(&items[k]);
		fresh();
		as(person("unit_officer", A));
		if (ask_raw(ask_file("/x/5/file", "", items[k].name, craft, craft_n)).status != 303)
			continue;	/* told by its item */
		struct reply r = ask_get("/x/5/file/1");
		bool safe = r.status == 200 && strstr(r.head, "\r\nContent-Disposition: attachment;")
		    && strstr(r.head, "\r\nX-Content-Type-Options: nosniff\r\n")
		    && strstr(r.head, "; sandbox\r\n") && !strstr(r.head, "text/html")
		    && !strstr(r.head, "svg") && r.length == craft_n && !memcmp(r.body, craft, craft_n);
		if (!safe)
			fprintf(stderr, "%s: %s\n", items[k].what, r.head);
		CHECK(safe);
	}
}

int
main(void)
{
	long most = 0, longest = 0;

	CHECK(kind_ready() && items_n >= 120);
	for (size_t k = 0; k < items_n; k++)
		try_item(&items[k], &most, &longest);
	fprintf(stderr, "upload: %zu files, at most %ld KiB and %ld ms of a processor\n", items_n, most, longest);
	what_is_taken_is_never_a_page();
	a_hundred_megabytes_of_one_letter();
	return done();
}
