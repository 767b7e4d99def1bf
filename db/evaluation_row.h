/* evaluation_row.h - what the parts of db/evaluation share; of db/evaluation*.c alone. */
#ifndef EVALUATION_ROW_H
#define EVALUATION_ROW_H

#include "db/evaluation.h"

/* The rows of a query of an id, a value and a label, which has been started. */
struct evaluation_choice *evaluation_choices(struct db *, struct sql *, struct mem *);

#endif
