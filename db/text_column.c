/* text_column.c - see text_column.h. */

#include "db/text_column.h"

#include "db/text.h"

const struct text_column text_columns[] = {
	{ "unit_name", "name", "name_key", text_key },
	{ "unit_name", "name", "name_plain", text_plain },
	{ "account", "name", "name_key", text_name_key },
	{ "account", "name", "name_plain", text_plain },
	{ "plan", "subject", "subject_plain", text_plain },
	{ "plan", "subject", "subject_key", text_key },
	{ "plan", "issuer", "issuer_key", text_key },
	{ "evaluation", "name", "name_key", text_key },
	{ "evaluation", "name", "name_plain", text_plain },
	{ "evaluation_left", "name", "name_key", text_key },
	{ "evaluation_left", "name", "name_plain", text_plain },
	{ "nomination", "name", "name_key", text_key },
	{ "nomination", "name", "person_key", text_name_key },
	{ "nomination", "name", "name_plain", text_plain },
	{ "award_decision", "title", "title_plain", text_plain },
	{ "award_decision", "number", "number_plain", text_plain_number },
	{ "feedback", "text", "text_plain", text_plain },
	{ "task", "text", "text_plain", text_plain },
	{ "document", "subject", "subject_plain", text_plain },
	{ 0 },
};
