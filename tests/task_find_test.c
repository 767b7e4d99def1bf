/* task_find_test.c - papers of tasks are found by whom they are shown to. */

#include "tests/finding.h"
#include "tests/test.h"

#define ABC "'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'a.txt', 'text/plain', 3, 0, 901"

int
main(void)
{
	finding_agrees("task_unit", "/task/unit", "task",
	    "INSERT INTO attachment (id, kind, record, part, hash, name, type, size, at, account) VALUES"
	    " (5001, 'task_unit', 902, '', " ABC "), (5002, 'task_unit', 903, 'x', " ABC "),"
	    " (5003, 'task_unit', 991, '', " ABC "), (5004, 'task_unit', 903, '', " ABC ");"
	    "UPDATE attachment SET removed = 5, removed_by = 901 WHERE id = 5004");
	return done();
}
