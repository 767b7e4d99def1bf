/* beside.h - a program that lies beside this very one, run while this one goes on. */
#ifndef BESIDE_H
#define BESIDE_H

#include <sys/types.h>

/* argv[0] is its name.  It finds PORTAL_VAR set to var, hears every signal, and ends with its
 * parent.  Its id, or less than 0; it ends with 127 if there is no such program. */
pid_t beside_start(const char *var, char *const argv[]);

#endif
