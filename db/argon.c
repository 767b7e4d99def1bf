/* argon.c - see argon.h. */

#include "db/argon.h"

struct argon argon = { .passes = 2, .memory = 64 << 20 };
