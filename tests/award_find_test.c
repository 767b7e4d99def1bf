/* award_find_test.c - papers of nominations are found by whom they are shown to. */

#include "tests/finding.h"
#include "tests/test.h"

#define ABC "'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'a.txt', 'text/plain', 3, 0, 901"

int
main(void)
{
	finding_agrees("nomination", "/award/nomination", "award",
	    "UPDATE nomination SET handler = 1 WHERE id = 903; UPDATE nomination SET unit = 4, handler = 2 WHERE id = 905;"
	    "INSERT INTO attachment (id, kind, record, part, hash, name, type, size, at, account) VALUES"
	    " (5001, 'nomination', 901, 'nothing', " ABC "), (5002, 'nomination', 903, '', " ABC "),"
	    " (5003, 'nomination', 905, '', " ABC "), (5004, 'nomination', 902, '', " ABC ");"
	    "UPDATE attachment SET removed = 5, removed_by = 901 WHERE id = 5004");
	return done();
}
