/* document_find_test.c - papers of documents and of their answers are found by whom they are shown to. */

#include "tests/finding.h"
#include "tests/test.h"

#define ABC "'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'a.txt', 'text/plain', 3, 0, 901"

/* A proposal of A's that D is asked to answer, one that nobody is asked yet, and a conclusion of P
 * for A and B. */
static const char laid[] =
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES (9901, 'document', 2, 'sent', 0),"
	" (9902, 'document', 2, 'sent', 0), (9903, 'document', 1, 'sent', 0), (9911, 'document_answer', 5, 'waiting', 0),"
	" (9912, 'document_answer', 5, 'new', 0), (9913, 'document_answer', 2, 'waiting', 0), (9914, 'document_answer', 3, 'waiting', 0);"
	"INSERT INTO document (id, flow_case, unit, kind, number, date, subject, due_date) VALUES"
	" (8001, 9901, 2, 'proposal', '1/KN', '2026-10-02', 'a', '2026-12-02'), (8002, 9902, 2, 'proposal', '2/KN', '2026-10-02', 'b', '2026-12-02'),"
	" (8003, 9903, 1, 'conclusion', '1/KL', '2026-10-02', 'c', '2026-12-02');"
	"INSERT INTO document_answer (id, document, unit, flow_case) VALUES (8001, 8001, 5, 9911), (8002, 8002, 5, 9912),"
	" (8003, 8003, 2, 9913), (8004, 8003, 3, 9914);"
	"INSERT INTO attachment (id, kind, record, part, hash, name, type, size, at, account) VALUES"
	" (5001, 'document', 8001, '', " ABC "), (5002, 'document', 8001, 'x', " ABC "), (5003, 'document', 8002, '', " ABC "),"
	" (5004, 'document', 8003, '', " ABC "), (5005, 'document', 8003, '', " ABC "), (5011, 'document_answer', 8001, '', " ABC "),"
	" (5012, 'document_answer', 8002, '', " ABC "), (5013, 'document_answer', 8003, '', " ABC "),"
	" (5014, 'document_answer', 8003, 'x', " ABC "), (5015, 'document_answer', 8004, '', " ABC ");"
	"UPDATE attachment SET removed = 5, removed_by = 901 WHERE id = 5005";

int
main(void)
{
	finding_agrees("document", "/document", "document", laid);
	finding_agrees("document_answer", "/document/answer", "document_answer", laid);
	return done();
}
