/* evaluation_find_test.c - evidence on score sheets is found by whom it is shown to. */

#include "tests/finding.h"
#include "tests/test.h"

#define ABC "'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'a.txt', 'text/plain', 3, 0, 901"
#define MORE \
	"UPDATE evaluation SET unit = 4 WHERE id = 901;" \
	"INSERT INTO attachment (id, kind, record, part, hash, name, type, size, at, account) VALUES" \
	" (5001, 'evaluation', 901, '', " ABC "), (5002, 'evaluation', 902, '902', " ABC ")," \
	" (5003, 'evaluation', 902, '903', " ABC "), (5004, 'evaluation', 902, '0903', " ABC ");" \
	"UPDATE attachment SET removed = 5, removed_by = 901 WHERE id = 5003"

int
main(void)
{
	finding_agrees("evaluation", "/evaluation", "evaluation", MORE);
	finding_agrees("evaluation", "/evaluation", "round", MORE);
	return done();
}
