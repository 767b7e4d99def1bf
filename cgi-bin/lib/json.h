/*
 * json.h - a tree of values, written out as JSON at the end.  Decimals are exact: no
 * floating point stands between a figure and its digits.
 */
#ifndef JSON_H
#define JSON_H

#include <stddef.h>
#include <stdint.h>

#include "db/mem.h"

struct json;

struct json *json_root(struct mem *);	/* an object */
/* Members, in the order added; in a list their name is NULL. */
void json_text(struct json *, const char *name, const char *);	/* NULL is null */
void json_int(struct json *, const char *name, int64_t);
void json_decimal(struct json *, const char *name, int64_t hundredths);
void json_bare(struct json *, const char *name, const char *number);	/* "12.5", as it is */
struct json *json_record(struct json *, const char *name);
struct json *json_list(struct json *, const char *name);

const char *json_spell(const struct json *, size_t *length);

#endif
