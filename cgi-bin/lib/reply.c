/* reply.c - the ends of a handler, and the head of a reply. */

#include "cgi-bin/lib/reply.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cgi-bin/lib/room.h"
#include "db/inbox.h"

const char *
digest_of(struct mem *mem, const char *bytes, size_t n)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	char *text = mem_take(mem, sizeof(digest) * 2 + 1);

	crypto_hash_sha256(digest, (const unsigned char *)bytes, n);
	return sodium_bin2hex(text, sizeof(digest) * 2 + 1, digest, sizeof(digest));
}

const char *
random_hex(struct mem *mem, size_t n)
{
	unsigned char *bytes = mem_take(mem, n);
	char *text = mem_take(mem, n * 2 + 1);

	randombytes_buf(bytes, n);
	return sodium_bin2hex(text, n * 2 + 1, bytes, n);
}

void
serve_ready(void)
{
	setenv("TZ", "<+07>-7", 0);
	tzset();
}

const char *
session_cookie(bool https)
{
	return https ? "__Host-s" : "s";
}

static const char *
bound(struct req *r, const char *name)
{
	return mem_printf(r->mem, "%s%s", r->https ? "__Host-" : "", name);
}

const char *
cookie_get(struct req *r, const char *name)
{
	return cookie(r->mem, r->cookies, bound(r, name));
}

void
cookie_add(struct req *r, const char *text)
{
	r->set_cookie = mem_printf(r->mem, "%sSet-Cookie: %s%s\r\n",
	    r->set_cookie ? r->set_cookie : "", text, r->https ? "; Secure" : "");
}

void
cookie_set(struct req *r, const char *name, const char *value, int64_t seconds)
{
	cookie_add(r, mem_printf(r->mem, "%s=%s; Path=/%s; HttpOnly; SameSite=Lax",
	    bound(r, name), value, seconds < 0 ? "; Max-Age=0"
	    : seconds ? mem_printf(r->mem, "; Max-Age=%lld", (long long)seconds) : ""));
}

const char *
token(struct mem *mem, const char *secret, const char *path)
{
	unsigned char key[crypto_auth_hmacsha256_KEYBYTES], mac[crypto_auth_hmacsha256_BYTES];
	char *text = mem_take(mem, sizeof(mac) + 1);

	crypto_hash_sha256(key, (const unsigned char *)secret, strlen(secret));
	crypto_auth_hmacsha256(mac, (const unsigned char *)path, strlen(path), key);
	return sodium_bin2hex(text, sizeof(mac) + 1, mac, sizeof(mac) / 2);
}

bool
may(const struct req *r, const char *ability)
{
	for (const struct ability *a = r->abilities; a; a = a->next)
		if (!strcmp(a->ability, ability))
			return true;
	return false;
}

bool
may_here(struct req *r, const char *ability, int64_t unit)
{
	int64_t mandate = r->who.id
	    ? mandate_for(r->db, r->who.id, ability, unit, r->today) : 0;

	if (mandate)
		r->mandate = mandate;
	return mandate;
}

void
title(struct req *r, const char *text)
{
	r->title = text;
}

void
crumb(struct req *r, const char *text, const char *path)
{
	struct view *v = view_add_around(r->view, "CRUMB");

	view_text(v, "label", text);
	view_text(v, "path", path);
	r->crumbs = true;
}

void
form_open(struct req *r, struct view *v, const char *action)
{
	int64_t at = 0;
	const char *kept = r->who.id && !r->audited
	    ? draft_get(r->db, r->mem, r->who.id, action, &at) : NULL;

	view_text(v, "action", action);
	view_text(v, "csrf", token(r->mem, r->session.secret, action));
	view_text(v, "once", random_hex(r->mem, 12));
	if (kept && r->reading) {
		r->form = form_of_draft(r->mem, r->lang, kept);
		view_text(view_add_around(r->view, "KEPT"), "kept_at", moment(r, at));
	}
}

void
show_edition(struct req *r, struct view *v, const char *move, int64_t edition)
{
	const char *typed = form_is_draft(r->form) && !strcmp(form_get(r->form, "move"), move)
	    ? form_get(r->form, "edition") : "";

	if (*typed)
		view_text(v, "edition", typed);
	else
		view_int(v, "edition", edition);
}

void
wrong_old(struct req *r, const char *why_ready)
{
	form_wrong_away(r->form, "edition", tr(r->lang, "Trang đã cũ"), why_ready);
}

bool
is_old(struct req *r, int64_t edition, const char *why_ready)
{
	bool old = strtoll(form_get(r->form, "edition"), NULL, 10) != edition;

	if (old)
		wrong_old(r, why_ready);
	return old;
}

/* That ability, or with "report." any of them. */
static bool
may_some(const struct req *r, const char *ability)
{
	size_t n = strlen(ability);

	for (const struct ability *a = r->abilities; a; a = a->next)
		if (!strcmp(a->ability, ability)
		    || (ability[n - 1] == '.' && !strncmp(a->ability, ability, n)))
			return true;
	return false;
}

/* The items of the navigation, eight to most people; what one may not use is not shown. */
static void
navigate(struct req *r)
{
	static const struct {
		const char *label, *path, *may;
	} items[] = {
		{ "Trang đầu",    "/",               NULL },
		{ "Việc của tôi", "/",               SIGNED },
		{ "Theo dõi",     "/board",          "signup.follow" },
		{ "Kế hoạch",     "/plan",           ANYONE },
		{ "Nhiệm vụ",     "/task",           "task." },
		{ "Báo cáo",      "/report",         "report." },
		{ "Đánh giá",     "/evaluation",     "evaluation." },
		{ "Khen thưởng",  "/award",          ANYONE },
		{ "Góp ý",        "/feedback",       "feedback." },
		{ "Đơn vị",       "/unit",           ANYONE },
		{ "Người dùng",   "/account/people", "account.manage" },
		{ "Nhật ký",      "/account/trail",  "audit.read" },
	};

	for (size_t i = 0; i < sizeof(items) / sizeof(*items); i++) {
		const char *who = items[i].may, *path = items[i].path;
		size_t n = strlen(path);
		if (!who ? r->who.id != 0 : !strcmp(who, SIGNED) ? !r->who.id
		    : strcmp(who, ANYONE) && !may_some(r, who))
			continue;
		struct view *v = view_add_around(r->view, "NAV");
		view_text(v, "label", tr(r->lang, items[i].label));
		view_text(v, "path", path);
		if (n == 1 ? !strcmp(r->path, "/") : !strncmp(r->path, path, n)
		    && (!r->path[n] || r->path[n] == '/'))
			view_add(v, "CURRENT");
	}
}

/* The page of the form that is shown may not be asked for by GET: leave out what a
 * POST has no query for. */
static void
offer_language(struct req *r)
{
	struct view *v = view_add_around(r->view,
	    !strcmp(r->lang, "en") ? "TO_VI" : "TO_EN");

	view_text(v, "then", r->reading && *r->query
	    ? mem_printf(r->mem, "%s?%s", r->path, r->query) : r->path);
}

/* What was done on the way to this page, to whoever did it. */
static void
tell_done(struct req *r)
{
	int64_t at;
	const char *text = r->who.id && *r->done
	    ? posted_said(r->db, r->mem, r->done, r->who.id, &at) : "";

	if (!*text)
		return;
	struct view *v = view_add_around(r->view, "SAID");
	view_text(v, "said", text);
	view_text(v, "said_at", moment(r, at));
}

static const char *
acting_for(struct req *r)
{
	struct mandate *m = mandates_of(r->db, r->mem, r->who.id, r->today, r->lang);

	return m ? m->unit_name : "";
}

/* "Thông báo (3)": how many wait. */
static const char *
inbox_link(struct req *r)
{
	int64_t n = notice_unread(r->db, r->who.id, r->today);

	return n ? tr_with(r->mem, r->lang, "Thông báo ({1})", number(r, n, 0), NULL, NULL)
	    : tr(r->lang, "Thông báo");
}

int
show(struct req *r, int status, const char *template_name)
{
	const char *name = r->title ? r->title : tr(r->lang, "Cổng Thi đua");

	view_all(r->view, "title", name);
	view_all(r->view, "lang", r->lang);
	view_all(r->view, "office", r->office);
	view_all(r->view, "standing_body", r->standing);
	view_all(r->view, "support_phone", r->support);
	view_all(r->view, "printed_at", moment(r, r->now));
	view_all(r->view, "who", r->who.name);
	if (status == 422)
		view_add_around(r->view, "WRONG");
	if (*r->support)
		view_add_around(r->view, "SUPPORT");
	if (r->who.id) {
		struct view *v = view_add_around(r->view, "IN");
		view_text(v, "for_unit", acting_for(r));
		view_text(v, "inbox", inbox_link(r));
		view_text(v, "out_csrf", token(r->mem, r->session.secret, "/account/sign-out"));
	} else {
		view_add_around(r->view, "OUT");
	}
	tell_done(r);
	navigate(r);
	offer_language(r);
	r->body = view_render(r->view, r->lang, template_name, &r->length);
	r->type = "text/html; charset=utf-8";
	return r->body ? status : 500;
}

int
look_only(struct req *r, int status, const char *template_name)
{
	r->looked = true;
	return show(r, status, template_name);
}

int
go(struct req *r, const char *path)
{
	/* A line end would begin another header. */
	for (const char *c = path; *c; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7f) {
			fprintf(stderr, "reply: a control character in the address to go to\n");
			return 500;
		}
	r->location = path;
	return 303;
}

void
again(struct req *r, const char *path)
{
	r->again = path;
}

void
said(struct req *r, const char *text_vi)
{
	r->said = tr(r->lang, text_vi);
}

void
said_with(struct req *r, const char *text_vi, const char *one, const char *two)
{
	r->said = tr_with(r->mem, r->lang, text_vi, one, two, NULL);
}

int
give(struct req *r, const char *type, const char *file_name, const char *bytes,
    size_t length)
{
	r->type = type;
	r->file_name = file_name;
	r->body = bytes;
	r->length = length;
	return bytes ? 200 : 500;
}

int
stream(struct req *r, const char *type, const char *file_name, int64_t size, feeder *next,
    void *of)
{
	r->type = type;
	r->file_name = file_name;
	r->length = (size_t)size;
	r->source = next;
	r->source_of = of;
	return 200;
}

int
too_soon(struct req *r, int64_t until)
{
	r->retry = until;
	return 429;
}

int
keep(struct req *r, int status)
{
	r->kept = true;
	return status;
}

void
changed(struct req *r, const char *field, const char *old, const char *new)
{
	struct change *c;

	if (!strcmp(old, new))
		return;
	for (c = r->changes; c; c = c->next)
		if (!strcmp(c->field, field))
			return;
	c = mem_take(r->mem, sizeof(*c));
	*c = (struct change){ field, old, new, r->changes };
	r->changes = c;
}

void
changed_form(struct req *r, const struct field *fields, const void *old, const void *new)
{
	for (const struct field *d = fields; d->name; d++) {
		const char *was = (const char *)old + d->at, *is = (const char *)new + d->at;

		if (d->kind == NUMBER || d->kind == DECIMAL || d->kind == TICK)
			changed(r, d->name,
			    mem_printf(r->mem, "%lld", (long long)*(const int64_t *)(const void *)was),
			    mem_printf(r->mem, "%lld", (long long)*(const int64_t *)(const void *)is));
		else
			changed(r, d->name, *(const char *const *)(const void *)was,
			    *(const char *const *)(const void *)is);
	}
}

void
audit(struct req *r, const char *action, int64_t entity)
{
	audit_add(r->db, r->mem, &(struct audit_line){
		.at = r->now, .account = r->who.id, .mandate = r->mandate,
		.address = r->address, .action = action, .entity = entity,
		.changes = r->changes,
	});
	r->changes = NULL;
	r->audited = true;
}

bool
audit_first(struct req *r, const char *action, int64_t entity)
{
	audit(r, action, entity);
	r->audited = false;	/* of what begins; what is done has a line of its own */
	bool kept = db_commit(r->db);
	db_rollback(r->secret);
	db_begin(r->db, DB_WRITE);
	db_begin(r->secret, DB_WRITE);
	return kept && !db_failed(r->db) && !db_failed(r->secret);
}

/* A button's words within a sentence: "Gửi báo cáo" to "gửi báo cáo". */
static const char *
within(struct mem *mem, const char *label)
{
	size_t n = *label ? 1 : 0;

	while ((label[n] & 0xc0) == 0x80)
		n++;
	return mem_printf(mem, "%s%s", text_lower(mem, mem_copy(mem, label, n)), label + n);
}

int
act(struct req *r, struct flow_ask *ask, const char *action, int64_t entity)
{
	ask->account = r->who.id;
	ask->day = r->today;
	ask->lang = r->lang;
	ask->now = r->now;
	switch (flow_move(r->db, r->mem, ask)) {
	case FLOW_DONE:
		break;
	case FLOW_STALE:
		return overtaken(r, ask->flow_case, ask->label);
	case FLOW_NO:
		return 404;
	case FLOW_OWN:
		form_wrong_away(r->form, "move", ask->label, tr(r->lang,
		    "Bạn đã soạn hoặc trình việc này nên không được tự quyết định: đề nghị người khác cùng vai trò"));
		return -1;
	case FLOW_REASON:
		form_wrong_at(r->form, "reason", tr(r->lang, "Lý do"), tr(r->lang,
		    "Cần ghi lý do để người nhận biết phải sửa gì"));
		return -1;
	case FLOW_FIELD:
		form_wrong_away(r->form, ask->field, "", tr(r->lang,
		    "Cần có trước khi làm bước này: bấm sửa, nhập rồi làm lại"));
		return -1;
	}
	r->mandate = ask->mandate;
	changed(r, "state", ask->from_state, ask->to_state);
	if (ask->reason && *ask->reason)
		changed(r, "reason", "", ask->reason);
	audit(r, action, entity);
	/* "Gửi báo cáo" was the button: "Đã gửi báo cáo" is what was done. */
	said_with(r, "Đã {1}", within(r->mem, ask->label), NULL);
	return 0;
}

void
show_history(struct req *r, struct view *v, int64_t flow_case)
{
	struct flow_step *s = flow_steps(r->db, r->mem, flow_case, r->lang);
	struct view *list = s ? view_add(v, "STEPS") : NULL;

	for (; s; s = s->next) {
		struct view *one = view_add(list, "STEP");
		view_text(one, "at", moment(r, s->at));
		view_text(one, "label", s->label);
		view_text(one, "name", s->name);
		if (*s->reason)
			view_text(view_add(one, "WHY"), "why", s->reason);
	}
}

const char *
moment(const struct req *r, int64_t seconds)
{
	time_t at = (time_t)seconds;
	struct tm tm;
	char text[32];

	strftime(text, sizeof(text), "%H:%M, %d/%m/%Y", localtime_r(&at, &tm));
	return mem_text(r->mem, text);
}

const char *
number(const struct req *r, int64_t n, int decimals)
{
	return text_of_number(r->mem, n, decimals, false, r->lang);
}

const char *
cited(const struct req *r, const char *anchor)
{
	const char *loose = strrchr(anchor, '~');

	return loose ? tr_with(r->mem, r->lang, "{1}, ý {2}", cited(r, mem_copy(r->mem, anchor,
	    (size_t)(loose - anchor))), loose + 1, NULL) : anchor;
}

const char *
how_far(const struct req *r, const char *iso)
{
	int64_t n = text_days(r->today, iso);

	if (!*iso)
		return "";
	if (!n)
		return tr(r->lang, "hôm nay");
	return tr_with(r->mem, r->lang, n > 0 ? "còn {1} ngày" : "quá hạn {1} ngày",
	    number(r, llabs(n), 0), NULL, NULL);
}

static const char *
title_of(int status)
{
	switch (status) {
	case 400: return "Cổng không đọc được biểu mẫu bạn gửi";
	case 403: return "Bạn chưa được làm việc này";
	case 404: return "Không có trang này";
	case 405: return "Trang này không nhận cách gửi đó";
	case 409: return "Việc này đã được làm rồi";
	case 413: return "Nội dung gửi lên quá lớn";
	case 429: return "Bạn thử quá nhiều lần";
	case 503: return "Máy chủ hết chỗ lưu, chưa ghi được nội dung bạn gửi";
	default:  return "Cổng gặp trục trặc, chưa làm được việc bạn yêu cầu";
	}
}

/* Of a 409: the step that was taken before, and the one that was not. */
static void
show_overtaken(struct req *r)
{
	struct flow_step *s = r->overtaken ? flow_steps(r->db, r->mem, r->overtaken, r->lang) : NULL;
	struct view *v;

	if (!s)
		return;
	v = view_add(r->view, "OVERTAKEN");
	view_text(v, "at", moment(r, s->at));
	view_text(v, "label", s->label);
	view_text(v, "name", s->name);
	if (*s->reason)
		view_text(view_add(v, "WHY"), "why", s->reason);
	if (*r->wanted)
		view_text(view_add(v, "WANTED"), "wanted", r->wanted);
}

int
overtaken(struct req *r, int64_t flow_case, const char *wanted)
{
	r->overtaken = flow_case;
	r->wanted = wanted;
	return 409;
}

int
show_error(struct req *r, int status, const char *method, const char *back, enum kept kept)
{
	time_t at = (time_t)r->now;
	struct tm tm;
	char when[16];
	const char *tail = random_hex(r->mem, 2);
	struct view *v;

	strftime(when, sizeof(when), "%d%m-%H%M", localtime_r(&at, &tm));
	const char *number_ = mem_printf(r->mem, "%s-%.3s", when, tail);
	fprintf(stderr, "case %s: %d %s %s account %lld\n", number_, status, method,
	    r->path, (long long)r->who.id);
	/* The handler's half-filled page goes; a fresh one is needed for the error. */
	v = view_add(r->view, mem_printf(r->mem, "E%d", status > 500 && status != 503 ? 500 : status));
	title(r, tr(r->lang, title_of(status)));
	view_text(r->view, "case_number", number_);
	view_int(r->view, "status", status);
	if (form_broken(r->form))
		view_text(v, "why", tr(r->lang, form_broken(r->form)));
	if (r->lacks && *r->lacks)
		view_text(view_add(v, "LACKS"), "ability", r->lacks);
	if (status == 429)
		view_text(v, "again", moment(r, r->retry));
	if (status == 503 && r->form && kept == KEPT_TO_READ)
		view_add(v, "FILES_AGAIN");
	if ((status == 409 || status == 503) && kept)
		show_typed(r, status == 503 && kept == KEPT_TO_SEND);
	if (*r->support)
		view_add(r->view, "SUPPORT_HERE");
	if (*back)
		view_text(view_add(r->view, "BACK"), "back", back);
	else if (!r->who.id)
		view_text(view_add(r->view, "WHO_IS_IT"), "here", r->path);
	r->location = NULL;
	r->file_name = NULL;
	r->source = NULL;
	db_begin(r->db, DB_READ);
	if (status == 409)
		show_overtaken(r);
	if (show(r, status, "error") != status || db_failed(r->db)) {
		r->body = "<!doctype html><title>500</title><p>Cổng gặp trục trặc.";
		r->length = strlen(r->body);
		r->type = "text/html; charset=utf-8";
		status = 500;
	}
	db_rollback(r->db);
	return status;
}

/* What came from outside runs nowhere and is nobody else's. */
static const char *
source_head(struct req *r)
{
	return mem_printf(r->mem, "Status: 200\r\n%s"
	    "Content-Type: %s%s\r\n"
	    "Content-Length: %zu\r\n"
	    "X-Content-Type-Options: nosniff\r\n"
	    "Cross-Origin-Resource-Policy: same-origin\r\n"
	    "Content-Security-Policy: default-src 'none'; sandbox\r\n"
	    "Cache-Control: private, no-store\r\n\r\n",
	    disposition(r->mem, r->file_name), r->type,
	    strncmp(r->type, "text/", 5) ? "" : "; charset=utf-8", r->length);
}

struct reply
reply(struct req *r, int status, bool fresh)
{
	/* On a full disk nginx cannot keep a page, and would not give it either. */
	bool common = status == 200 && !fresh && !r->set_cookie && r->reading
	    && room_left(DB_PORTAL) != ROOM_OUT;
	const char *extra = "";

	if (r->location)
		extra = mem_printf(r->mem, "Location: %s\r\n", r->location);
	if (r->set_cookie)
		extra = mem_printf(r->mem, "%s%s", extra, r->set_cookie);
	if (r->file_name)
		extra = mem_printf(r->mem, "%s%s", extra, disposition(r->mem, r->file_name));
	if (status == 429)
		extra = mem_printf(r->mem, "%sRetry-After: %lld\r\n", extra,
		    (long long)(r->retry - r->now));
	/* By its length nginx tells a page whose program died over it from a whole one: half a
	 * form, sent back, would empty its other half. */
	if (status != 204)
		extra = mem_printf(r->mem, "%sContent-Length: %zu\r\n", extra, r->body ? r->length : 0);
	if (r->source)
		return (struct reply){ .status = status, .head = source_head(r), .body = "",
		    .source = r->source, .source_of = r->source_of };
	return (struct reply){
		.status = status,
		.body = r->body ? r->body : "",
		.length = r->body ? r->length : 0,
		.head = mem_printf(r->mem, "Status: %d\r\n%s"
		    "Content-Type: %s\r\n"
		    "Content-Security-Policy: default-src 'none'; style-src 'self';"
		    " script-src 'self'; img-src 'self'; form-action 'self';"
		    " frame-ancestors 'none'; base-uri 'none'\r\n"
		    "Cache-Control: %s\r\n\r\n", status, extra,
		    r->type ? r->type : "text/html; charset=utf-8",
		    common ? "public, max-age=0, s-maxage=2" : "no-store"),
	};
}
