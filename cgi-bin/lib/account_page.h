/*
 * account_page.h - the rooms of the page program account: who it is (account_sign.c), the
 * second step of a sign-in (account_code.c), the second factor turned on and off
 * (account_factor.c), whom an administrator looks after (account_people.c), new people and roles
 * (account_give.c), what the office chooses (account_setting.c), the audit trail
 * (account_trail.c), what is erased of it (account_erase.c), what was taken out
 * (account_export.c).  The addresses stand in cgi-bin/account.c.
 */
#ifndef ACCOUNT_PAGE_H
#define ACCOUNT_PAGE_H

#include "cgi-bin/lib/page.h"

#define FOREVER "9999-12-31"	/* the last day of a mandate that has none */

/* account_sign.c */
handler account_sign_in_page, account_sign_in, account_sign_out, account_password_page,
	account_password_save;
/* Seconds after which a session that nobody uses ends. */
int64_t account_idle(struct req *);

/*
 * A password is checked between two transactions: it takes a tenth of a second, and
 * nobody waits for that in the writers' queue.  aside() keeps what was written to
 * secret.db (false: it was not, or what was read before is not sound), and drops the rest;
 * after back() all is to be read again.  What is asked in between ends with 500 if it cannot
 * be told, for back() begins anew: false, and a hash of NULL.
 */
bool account_aside(struct req *);
void account_back(struct req *);
bool account_right_password(struct req *, int64_t account, const char *password, bool *right);
/* The key under which tries of that kind are counted: "code:7", of a browser from which he
 * has signed in before "code:7@..." and its digest. */
const char *account_tries(struct req *, const char *kind, const char *whom, int64_t account);
/* His session begins, by that action; factor: since when he has a second one, or 0. */
int account_enter(struct req *, struct account *, int64_t factor, const char *action);
/* Back at the beginning, and why. */
int account_sign_in_anew(struct req *, const char *why_vi);

/* account_code.c */
handler account_code_page, account_code_save;
/* The password was right: to the page that asks for the code. */
int account_half(struct req *, const struct account *);
/* A code as it was typed, of the app or of the paper. */
struct code {
	const char *code, *paper;
};
extern const struct field account_code_fields[];
/*
 * It is checked and then taken, once; between the two may lie audit_first().  hash: of the
 * code on paper, made between account_aside() and account_back() by account_code_hash().
 */
struct proof {
	const char *hash;	/* "": the app's code counts */
	int64_t step;
};
const char *account_code_hash(struct req *, int64_t account, const struct code *);
bool account_code_right(struct req *, int64_t account, const struct code *, struct proof *);
bool account_code_take(struct req *, int64_t account, const struct proof *);
/* What is wrong beside its box, and a line in the trail. */
void account_code_wrong(struct req *, const struct account *, const struct code *);

/* account_factor.c */
handler account_factor_page, account_factor_begin, account_key_page, account_key_save,
	account_off_page, account_off_save, account_codes_page, account_codes_save,
	account_factor_lost_page, account_factor_lost_save;

/* account_mail.c */
handler account_mail_page, account_mail_save;

/* account_people.c */
handler account_people_page, account_person_page, account_state_save, account_reset_save,
	account_sessions_end;

/* account_give.c */
handler account_add_page, account_add_save, account_edit_page, account_edit_save,
	account_give_page, account_give_save, account_end_page, account_end_save;

/* account_setting.c */
handler account_settings_page, account_setting_page, account_setting_save;

/* account_trail.c */
handler account_trail_page;
/* Days that were asked for, by the fields "from" and "to": the last 30 unless they were. */
void account_days(struct req *, const char **from, const char **to);

/* "đã xóa lúc ..., theo ...", of a line whose values were erased. */
const char *account_erased(struct req *, const struct audit_line *);

/* account_erase.c */
handler account_erase_find, account_erase_page, account_erase_save;

/* account_export.c */
handler account_export_page;

/* Of account_people.c too: the person of the address, or NULL if he is not this
 * administrator's. */
struct account *account_mine(struct req *);
/* The same, whose password and sign-in are this administrator's to give and take; and
 * who is not himself. */
struct account *account_whole(struct req *);
/* May he end that mandate of the person: in his reach, or left at an ended unit by one
 * who is wholly in it. */
bool account_may_end(struct req *, const struct mandate *);
/* Sets for whom the administrator acts on that person: the trail's line is then read
 * by the auditors of that unit. */
void account_act_for(struct req *);
/* The same of a change that is about no person: by the first of his mandates that lets him. */
void account_act_as(struct req *, const char *ability);

/* "/account/people/7" with a tail, of the address; title and crumbs under that person. */
const char *account_address(struct req *, const char *end);
void account_under(struct req *, const struct account *, const char *text);
/* Was it ended before its first day? */
bool account_withdrawn(const struct mandate *);
/* A mandate's markers in a new section; answers the section. */
struct view *account_put_mandate(struct req *, const char *section, const struct mandate *);
/* A temporary password: shown this once, and kept nowhere. */
int account_show_temporary(struct req *, const struct account *, const char *word);

#endif
