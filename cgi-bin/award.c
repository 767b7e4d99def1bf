/*
 * award.c - awards (khen thưởng), from the nomination to the list that anybody may read.
 *
 *	GET  /award			decisions
 *	GET  /award/#			the award list of one; a draft to those who prepare it
 *	GET  /award/check		is a certificate true
 *	GET  /award/count		how many, by type, form and group
 *	GET  /award/form[/#]		the catalogue as of a day, and one of it
 *	/award/form/add, /end, /right, /paper	changed by whoever keeps it for all
 *	GET  /award/nomination[/#]	nominations, and one
 *	/award/nomination/add, /edit	written by its unit
 *	GET  /award/nomination/print	?subject=, &award_form=: blank, to be filled in by pen
 *	/award/nomination/#/...		sent, moved, referred, opinion, consent, hold; its papers
 *	/award/add, /award/#/edit	a decision made of nominations
 *	POST /award/#/move		signed, returned, dropped
 *	/award/#/issue			numbered, and entered in the register
 *	GET  /award/register		the register
 *	/award/#/revoke/#		a row of it, and its revocation
 */

#include "cgi-bin/lib/award_page.h"

static int file_give(struct req *r)   { return attach_give(r, &nomination_files); }

/* Papers are of what is sent: a page that was opened before them is old. */
static int
touched(struct req *r, int status)
{
	if (status == 303 && !r->arriving)
		nomination_touch(r->db, r->id);
	return status;
}

static int file_add(struct req *r)    { return touched(r, attach_add(r, &nomination_files)); }
static int file_remove(struct req *r) { return touched(r, attach_remove(r, &nomination_files)); }

static const struct column columns[] = {
	{ "number", "Số, ký hiệu",   CELL_CODE,  true },
	{ "date",   "Ngày",          CELL_DAY,   true },
	{ "title",  "Trích yếu",     CELL_TEXT,  true },
	{ "issuer", "Người quyết định", CELL_TEXT, true },
	{ "collectives", "Tập thể",  CELL_COUNT, false },
	{ "persons",     "Cá nhân",  CELL_COUNT, false },
	{ "households",  "Hộ gia đình", CELL_COUNT, false },
	{ "state",  "Tình trạng",    CELL_TAG,   false },
	{ 0 }
};

static int
list(struct req *r)
{
	int64_t total;
	const char *q = form_get(r->form, "q");
	struct award_ask ask = {
		.account = r->who.id, .day = r->today, .lang = r->lang,
		.words = text_plain(r->mem, q), .number = text_plain_number(r->mem, q),
		.year = award_year_asked(r), .sort = table_sort(r, columns, -2),
		.limit = table_limit(r), .skip = table_skip(r),
	};
	struct table *t = table_new(r, "Quyết định khen thưởng", columns);

	for (struct award_decision *d = award_list(r->db, r->mem, &ask, &total); d; d = d->next) {
		table_row(t, award_path(r, d->id, ""));
		table_text(t, *d->number ? d->number : tr(r->lang, "chưa có số"));
		table_day(t, d->date);
		table_text(t, d->title);
		table_text(t, d->issuer);
		table_count(t, d->collectives);
		table_count(t, d->persons);
		table_count(t, d->households);
		table_tag(t, d->tag, d->state_label);
	}
	title(r, tr(r->lang, "Khen thưởng"));
	view_text(r->view, "q", q);
	award_offer_years(r, award_id(r, ask.year));
	if (r->abilities)
		view_add(r->view, "NOMINATIONS");
	if (may(r, "award.view"))
		view_add(r->view, "REGISTER");
	if (may(r, "award.review"))
		view_add(r->view, "MAY_DECIDE");
	view_add_around(r->view, "WIDE");
	return table_show(r, 200, "award_list", t, total, *ask.words || ask.year
	    ? "Không có quyết định nào như bạn tìm, và không có tên nào được nêu công khai như vậy. Thử ít chữ hơn; không cần gõ dấu."
	    : "Chưa có quyết định khen thưởng nào được ban hành trên cổng.");
}

const struct page page = {
	.name = "award",
	.views = "nomination attach",
	.body_max = 512 << 10,
	.grants = (const struct grant[]){
		SIGNED_IN, POSTING, ATTACHING,
		{ "award", READ | ADD | CHANGE },
		{ "nomination", READ | ADD | CHANGE },
		{ "flow_case", READ | ADD | CHANGE },
		{ "flow_step", READ | ADD },
		{ "report_duty", READ },	/* by the trigger that tells it how a case stands */
		{ "plan", READ },	/* the movement */
		{ "report", READ },	/* what the unit's reports say */
		{ "indicator", READ },
		{ "evaluation", READ },	/* and its published scores */
		{ 0 }
	},
	.files = ATTACH_FILES,
	.routes = (const struct route[]){
		{ GET,  "/award",                    ANYONE,            list, LIST },
		{ GET,  "/award/#",                  ANYONE,            award_one_page, LIST },
		{ GET,  "/award/check",              ANYONE,            award_check_page, 0 },
		{ GET,  "/award/count",              ANYONE,            award_count_page, LIST },
		{ GET,  "/award/form",               ANYONE,            award_forms_page, LIST },
		{ GET,  "/award/form/#",             ANYONE,            award_form_page, RECORD },
		{ GET,  "/award/form/add",           "award.catalogue", award_form_add_page, 0 },
		{ POST, "/award/form/add",           "award.catalogue", award_form_add_save, 0 },
		{ POST, "/award/form/#/end",         "award.catalogue", award_form_end_save, 0 },
		{ GET,  "/award/form/#/right",       "award.catalogue", award_right_add_page, 0 },
		{ POST, "/award/form/#/right",       "award.catalogue", award_right_add_save, 0 },
		{ POST, "/award/form/#/right/#/end", "award.catalogue", award_right_end_save, 0 },
		{ GET,  "/award/form/#/paper",       "award.catalogue", award_paper_add_page, 0 },
		{ POST, "/award/form/#/paper",       "award.catalogue", award_paper_add_save, 0 },
		{ POST, "/award/form/#/paper/#/end", "award.catalogue", award_paper_end_save, 0 },
		{ GET,  "/award/nomination",         SIGNED,            nomination_list_page, LIST },
		{ GET,  "/award/nomination/add",     "award.nominate",  nomination_add_page, 0 },
		{ POST, "/award/nomination/add",     "award.nominate",  nomination_add_save, 0 },
		{ GET,  "/award/nomination/print",   "award.nominate",  nomination_blank, 0 },
		{ GET,  "/award/nomination/#",       SIGNED,            nomination_page, RECORD },
		{ GET,  "/award/nomination/#/edit",  "award.nominate",  nomination_edit_page, 0 },
		{ POST, "/award/nomination/#/edit",  "award.nominate",  nomination_edit_save, 0 },
		{ POST, "/award/nomination/#/move",  SIGNED,            nomination_move_save, 0 },
		{ GET,  "/award/nomination/#/send",  "award.send",      nomination_send_page, 0 },
		{ POST, "/award/nomination/#/send",  "award.send",      nomination_send_save, 0 },
		{ GET,  "/award/nomination/#/refer", "award.review",    nomination_refer_page, 0 },
		{ POST, "/award/nomination/#/refer", "award.review",    nomination_refer_save, 0 },
		{ GET,  "/award/nomination/#/opinion", "award.review",  nomination_opinion_page, 0 },
		{ POST, "/award/nomination/#/opinion", "award.review",  nomination_opinion_save, 0 },
		{ GET,  "/award/nomination/#/consent", SIGNED,          nomination_consent_page, 0 },
		{ POST, "/award/nomination/#/consent", SIGNED,          nomination_consent_save, 0 },
		{ POST, "/award/nomination/#/consent/#/withdraw", SIGNED, nomination_consent_end_save, 0 },
		{ GET,  "/award/nomination/#/hold",  "award.review",    nomination_hold_page, 0 },
		{ POST, "/award/nomination/#/hold",  "award.review",    nomination_hold_save, 0 },
		{ POST, "/award/nomination/#/hold/#/end", "award.review", nomination_hold_end_save, 0 },
		{ GET,  "/award/nomination/#/file/#", SIGNED,           file_give, 0 },
		{ POST, "/award/nomination/#/file",  SIGNED,            file_add, SINK },
		{ POST, "/award/nomination/#/file/#/remove", SIGNED,    file_remove, PRIVATE },
		{ GET,  "/award/add",                "award.review",    award_add_page, 0 },
		{ POST, "/award/add",                "award.review",    award_add_save, 0 },
		{ GET,  "/award/#/edit",             "award.review",    award_edit_page, 0 },
		{ POST, "/award/#/edit",             "award.review",    award_edit_save, 0 },
		{ POST, "/award/#/move",             SIGNED,            award_move_save, 0 },
		{ GET,  "/award/#/issue",            "award.record",    award_issue_page, 0 },
		{ POST, "/award/#/issue",            "award.record",    award_issue_save, 0 },
		{ GET,  "/award/register",           "award.view",      award_register_page, LIST },
		{ GET,  "/award/#/revoke/#",         "award.view",      award_revoke_page, 0 },
		{ POST, "/award/#/revoke/#",         "award.record",    award_revoke_save, 0 },
		{ 0 }
	},
};
