/*
 * memory.h - memory that runs out: the n-th piece that is asked for is not there.
 *
 * MEMORY_SQLITE is what SQLite asks for itself; MEMORY_ALL what anything in this process
 * asks the C library for, be it ours, a library's or C++'s.
 */
#ifndef MEMORY_H
#define MEMORY_H

#include <stdbool.h>
#include <stdint.h>

/* Before SQLite is used at all. */
void memory_add(void);
/* False in a build whose sanitizer has a malloc of its own: MEMORY_ALL is not to be had. */
bool memory_has_all(void);

enum memory_way { MEMORY_SQLITE, MEMORY_ALL };
/* From now on piece n is refused, from 1, and with sticky all after it; 0: none. */
void    memory_fail(enum memory_way, int64_t n, bool sticky);
/* All is well again; answers how many were asked for. */
int64_t memory_well(void);
bool    memory_failed(void);
int64_t memory_asked(void);		/* so far */
/* How many pieces are held; 0 where memory_has_all() is false. */
int64_t memory_held(void);
/* Where it is told, from then on, that ctemplate or libmagic was refused a piece: these do not
 * look, or not everywhere, whether they got what they ask the C library for. */
void    memory_tell(bool *unlooked);
/* Bytes that SQLite holds. */
int64_t memory_of_sqlite(void);

#endif
