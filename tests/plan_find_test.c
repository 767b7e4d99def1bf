/* plan_find_test.c - a plan's signed copies are found by everybody once it stands. */

#include "tests/finding.h"
#include "tests/test.h"

#define ABC "'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'a.txt', 'text/plain', 3, 0, 901"

int
main(void)
{
	finding_agrees("plan", "/plan", "plan",
	    "INSERT INTO attachment (id, kind, record, part, hash, name, type, size, at, account) VALUES"
	    " (5001, 'plan', 2, '', " ABC "), (5002, 'plan', 1, 'x', " ABC "), (5003, 'plan', 1, '', " ABC ");"
	    "UPDATE attachment SET removed = 5, removed_by = 901 WHERE id = 5003");
	return done();
}
