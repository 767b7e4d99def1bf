/*
 * filename_test.c - names of files that were made to do harm, as the bytes of a form's head:
 * each is refused with a sentence, or kept under a safe name, which comes out the same
 * wherever a name appears: on the page, in what is said of it, in the trail, as the name it
 * is saved under, in a list's .csv, .xlsx and .json.
 */

#include "tests/scene.h"

#include <dirent.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "cgi-bin/lib/attach.h"
#include "cgi-bin/lib/kind.h"
#include "cgi-bin/lib/reply.h"
#include "cgi-bin/lib/sheet.h"
#include "db/attachment.h"
#include "tests/filename_item.h"
#include "tests/payload.h"

static int
files_may(struct req *r, int64_t record, const char *part, enum attach_want want)
{
	(void)part, (void)want;
	return record == 5 && may_here(r, "report.write", A) ? 0 : 404;
}

static const struct attach files = { .kind = "x", .may = files_may };
static int files_give(struct req *r)   { return attach_give(r, &files); }
static int files_add(struct req *r)    { return attach_add(r, &files); }
static int files_remove(struct req *r) { return attach_remove(r, &files); }

static int
record(struct req *r)
{
	view_text(r->view, "record_path", "/x/5");
	attach_show(r, r->view, &files, r->id, "", "Giấy tờ", true);
	return show(r, 200, "attach_wrong");
}

/* As any list shows names, that of the trail for one. */
static int
list(struct req *r)
{
	static const struct column columns[] = { { "name", "Tên tệp", CELL_TEXT, true }, { 0 } };
	struct table *t = table_new(r, "Tệp", columns);
	int64_t n = 0;

	for (struct attachment *a = attachments(r->db, r->mem, "x", 5, NULL, r->lang); a; a = a->next, n++) {
		table_row(t, NULL);
		table_text(t, a->name);
	}
	return table_show(r, 200, "plan_list", t, n, "Chưa có.");
}

const struct page page = {
	.name = "x",
	.views = "plan attach",
	.grants = (const struct grant[]){ SIGNED_IN, POSTING, ATTACHING, { 0 } },
	.files = ATTACH_FILES,
	.routes = (const struct route[]){
		{ GET,  "/x/#",               SIGNED, record,       0 },
		{ GET,  "/x/#/list",          SIGNED, list,         LIST },
		{ GET,  "/x/#/file/#",        SIGNED, files_give,   0 },
		{ POST, "/x/#/file",          SIGNED, files_add,    SINK },
		{ POST, "/x/#/file/#/remove", SIGNED, files_remove, PRIVATE },
		{ 0 }
	},
};

#define PDF "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
static struct reply
send(const struct filename *i, const char *bytes)
{
	struct mem *mem = scene_mem();
	struct ask a = ask_file("/x/5/file", "", "THE NAME", bytes, strlen(bytes));
	static const char mark[] = "filename=\"THE NAME\"";
	const char *at = memmem(a.body, a.length, mark, strlen(mark));
	size_t head = (size_t)(at - a.body), rest = a.length - head - strlen(mark);
	char *body = mem_take(mem, head + i->n + rest);

	memcpy(body, a.body, head);
	memcpy(body + head, i->sent, i->n);
	memcpy(body + head + i->n, at + strlen(mark), rest);
	a.body = body, a.length = head + i->n + rest;
	return ask_raw(a);
}

static bool
tell(const struct filename *i, const char *where, bool good)
{
	if (!good)
		fprintf(stderr, "%s: %s\n", i->what, where);
	return good;
}

/* As a page shows it. */
static const char *
escaped(const char *text)
{
	char *out = mem_take(scene_mem(), strlen(text) * 6 + 1), *at = out;

	for (; *text; text++) {
		const char *by = *text == '&' ? "&amp;" : *text == '<' ? "&lt;" : *text == '>' ? "&gt;"
		    : *text == '"' ? "&quot;" : *text == '\'' ? "&#39;" : NULL;
		if (by)
			at = stpcpy(at, by);
		else
			*at++ = *text;
	}
	*at = '\0';
	return out;
}

/* A page of sound text, on which nothing lives and nothing turns the direction. */
static bool
quiet(struct reply r)
{
	struct mem *mem = mem_new();
	const char *same = text_nfc(mem, r.body, r.length), *why = alive(mem, r.body);
	bool good = same && strlen(r.body) == r.length && !why && !strstr(r.body, "\u202e");

	if (!good)
		fprintf(stderr, "%s\n", why ? why : "no sound text");
	for (const char *c = r.body; *c; c++)
		good = good && ((unsigned char)*c >= ' ' || strchr("\t\n\r", *c));
	mem_free(mem);
	return good;
}

/* The one line of the head that says under what name it is saved, read as RFC 6266 says. */
static const char *
saved_as(struct reply r)
{
	static const char star[] = "; filename*=UTF-8''", plain[] = "attachment; filename=\"";
	const char *line = strstr(r.head, "\r\nContent-Disposition: "), *at;
	char *out = mem_take(scene_mem(), strlen(r.head) + 1), *to = out, hex[3] = "";

	if (!line || strstr(line + 2, "\r\nContent-Disposition"))
		return "";
	line += strlen("\r\nContent-Disposition: ");
	const char *end = strstr(line, "\r\n");
	for (const char *c = line; c < end; c++)
		if (*c < ' ' || *c > '~')
			return "";
	if (strncmp(line, plain, strlen(plain)))
		return "";
	if (!(at = memmem(line, (size_t)(end - line), star, strlen(star))))
		return mem_copy(scene_mem(), line + strlen(plain), (size_t)(end - line) - strlen(plain) - 1);
	for (at += strlen(star); at < end; at++)
		if (*at == '%')
			memcpy(hex, at + 1, 2), *to++ = (char)strtol(hex, NULL, 16), at += 2;
		else
			*to++ = *at;
	return out;
}

/* No two lines of the head from one; each of them the portal's own. */
static bool
head_is_ours(struct reply r)
{
	static const char *const ours[] = { "Status: ", "Content-", "X-Content-Type-Options: ",
	    "Cross-Origin-Resource-Policy: ", "Cache-Control: ", "X-Frame-Options: ", "Referrer-Policy: ",
	    "Permissions-Policy: ", "Cross-Origin-Opener-Policy: ", "Vary: ", "Location: " };

	for (const char *line = r.head; strncmp(line, "\r\n", 2); line = strstr(line, "\r\n") + 2) {
		size_t i = 0;
		while (i < sizeof(ours) / sizeof(*ours) && strncmp(line, ours[i], strlen(ours[i])))
			i++;
		if (i == sizeof(ours) / sizeof(*ours)) {
			fprintf(stderr, "%.40s\n", line);
			return false;
		}
	}
	return true;
}

static void
try_lists(const struct filename *i, const char *name)
{
	struct mem *mem = scene_mem();
	struct reply r = ask_get("/x/5/list");
	CHECK(tell(i, "in a list", r.status == 200 && quiet(r) && says(r, escaped(name))));
	r = ask_get("/x/5/list.csv");
	struct sheet *s = sheet_read(mem, r.body, r.length);
	const char *csv = mem_copy(mem, r.body, r.length), *cell = strstr(csv, "\r\n");
	CHECK(tell(i, "in .csv", head_is_ours(r) && s->rows && s->rows->next
	    && !strcmp(sheet_cell(s->rows->next, 0), name)));
	CHECK(tell(i, "a formula", cell && !strchr("=+-@\t\r", cell[2 + (cell[2] == '"')])));
	r = ask_get("/x/5/list.xlsx");
	s = sheet_read(mem, r.body, r.length);
	CHECK(tell(i, "in .xlsx", s->rows && s->rows->next && !strcmp(sheet_cell(s->rows->next, 0), name)));
	r = ask_get("/x/5/list.json");
	json_t *j = json_loadb(r.body, r.length, 0, NULL), *rows = NULL, *row;
	const char *key;
	json_t *value;
	json_object_foreach(j, key, value)
		rows = json_is_array(value) ? value : rows;
	row = json_array_get(rows, 0);
	const char *said = json_string_value(json_object_get(row, "name"));
	CHECK(tell(i, "in .json", said && !strcmp(said, name)));
	json_decref(j);
}

static void
try_kept(const struct filename *i, struct reply sent)
{
	const char *name = look_text("SELECT name FROM attachment");
	char hash[65] = "";

	SAME(name, i->kept);
	strncpy(hash, look_text("SELECT hash FROM attachment"), 64);
	CHECK(tell(i, "nothing but that", look("SELECT count(*) FROM attachment") == 1
	    && !strcmp(hash, digest_of(scene_mem(), PDF, strlen(PDF)))));
	CHECK(tell(i, "in the trail", look(mem_printf(scene_mem(),
	    "SELECT count(*) FROM audit_value WHERE field = 'name' AND new = '%s'",
	    strchr(name, '\'') ? "" : name)) == (strchr(name, '\'') ? 0 : 1)));
	/* where the form leads it is said */
	const char *to = location(sent);
	struct reply r = ask_get(mem_copy(scene_mem(), to, strcspn(to, "#")));
	CHECK(tell(i, "on the page", r.status == 200 && quiet(r) && says(r, escaped(name))
	    && says(r, mem_printf(scene_mem(), "Đã nhận tệp %s", escaped(name)))));
	r = ask_get("/x/5/file/1");
	CHECK(tell(i, "as it is given out", r.status == 200 && head_is_ours(r) && !strcmp(saved_as(r), name)
	    && strstr(r.head, "; sandbox\r\n") && strstr(r.head, ": nosniff\r\n")
	    && r.length == strlen(PDF) && !memcmp(r.body, PDF, r.length)));
	try_lists(i, name);
	r = ask_post("/x/5/file/1/remove", "");
	to = location(r);
	r = ask_get(mem_copy(scene_mem(), to, strcspn(to, "#")));
	CHECK(tell(i, "when it goes", r.status == 200 && quiet(r) && says(r, escaped(name))));
}

/* Names lie in rows: beside the databases nothing appears. */
static int
in_the_directory(void)
{
	DIR *d = opendir(scene_dir());
	int n = 0;

	for (struct dirent *e; d && (e = readdir(d)); )
		n += !strstr(e->d_name, ".db") && *e->d_name != '.';
	if (d)
		closedir(d);
	return d ? n : -1;
}

static void
try_item(const struct filename *i)
{
	fresh();
	as(person("unit_officer", A));
	int beside = in_the_directory();
	struct reply r = send(i, PDF);
	if (i->kept && tell(i, "is not taken", r.status == 303)) {
		try_kept(i, r);
	} else {
		CHECK(tell(i, "is no refusal", i->refused && r.status >= 400 && r.status < 500));
		CHECK(tell(i, "why", i->refused && says(r, i->refused)));
		CHECK(tell(i, "on the error page", quiet(r)));
		CHECK(tell(i, "something stayed", !look("SELECT count(*) FROM attachment")
		    && !look_file("SELECT count(*) FROM file_piece") && !look("SELECT count(*) FROM audit")));
	}
	/* the name of a file that is refused for what it is stands on the page, too */
	fresh();
	as(person("unit_officer", A));
	r = send(i, "GIF89a\1\1\1\1\1\1\1");
	CHECK(tell(i, "refused with its name", r.status >= 400 && r.status < 500 && quiet(r) && head_is_ours(r)));
	CHECK(tell(i, "a file beside the databases", beside >= 0 && in_the_directory() == beside));
}

int
main(void)
{
	int kept = 0;

	CHECK(kind_ready() && filenames_n >= 60);
	for (size_t k = 0; k < filenames_n; k++) {
		try_item(&filenames[k]);
		kept += filenames[k].kept != NULL;
	}
	fprintf(stderr, "names: %zu, %d kept, %zu refused\n", filenames_n, kept, filenames_n - (size_t)kept);
	return done();
}
