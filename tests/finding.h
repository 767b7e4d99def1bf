/*
 * finding.h - who may open a file that hangs on a record of this page program finds it by the
 * search, and nobody else does: asked of both, for every role at every unit, in every state.
 */
#ifndef FINDING_H
#define FINDING_H

/*
 * Records of that kind (attachment.kind) have their pages at `page` and a case of that flow, whose
 * states are all tried.  `sql` lays out more on top of tests/policy.sql.
 */
void finding_agrees(const char *kind, const char *page, const char *flow, const char *sql);

#endif
