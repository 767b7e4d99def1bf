/*
 * signup.c - a unit signs up to a plan and states its targets (đăng ký tham gia).
 *
 *	GET  /signup			my units' plans, or those that I follow
 *	GET  /signup/plan/#		leads to the form of my unit
 *	GET  /signup/plan/#/unit/#	that unit's form		POST saves
 *	GET  /signup/plan/#/unit/#/check	what it says, before it counts	POST registers
 *	GET  /signup/plan/#/unit/#/print	the form, blank, to be filled in by pen
 *	GET  /signup/plan/#/units	who has, who has not, whom to call; the totals
 *	GET  /signup/#			what was registered
 *	POST /signup/#/move		a step of its case (db/flow.h)
 */

#include "cgi-bin/lib/signup_page.h"

const struct page page = {
	.name = "signup",
	.grants = (const struct grant[]){
		SIGNED_IN, POSTING,
		{ "signup", READ | ADD | CHANGE },
		{ "signup_target", REMOVE },
		{ "flow_case", READ | ADD | CHANGE },
		{ "flow_step", READ | ADD },
		{ "report_duty", READ },	/* by the trigger that tells it how a case stands */
		{ "plan", READ }, { "holiday", READ },
		{ "indicator", READ },
		{ "report", READ },	/* the unit's last values */
		{ 0 }
	},
	.routes = (const struct route[]){
		{ GET,  "/signup",               SIGNED,          signup_list, LIST },
		{ GET,  "/signup/plan/#",        "signup.write",  signup_lead, 0 },
		{ GET,  "/signup/plan/#/unit/#", "signup.write",  signup_form_page, 0 },
		{ POST, "/signup/plan/#/unit/#", "signup.write",  signup_form_save, 0 },
		{ GET,  "/signup/plan/#/unit/#/check", "signup.write", signup_check_page, 0 },
		{ POST, "/signup/plan/#/unit/#/check", "signup.write", signup_register, 0 },
		{ GET,  "/signup/plan/#/unit/#/print", "signup.write", signup_blank, 0 },
		{ GET,  "/signup/plan/#/units",  "signup.follow", signup_units_page, LIST },
		{ GET,  "/signup/#",             SIGNED,          signup_one, RECORD },
		{ POST, "/signup/#/move",        SIGNED,          signup_move, 0 },
		{ 0 }
	},
};
