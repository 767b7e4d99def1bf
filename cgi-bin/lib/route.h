/* route.h - which of a page's routes an address is; it is any bytes. */
#ifndef ROUTE_H
#define ROUTE_H

#include "cgi-bin/lib/page.h"

/* Takes ".csv" and its like off the path, if it ends so. */
enum face route_face(struct mem *, const char **path);

/* The route, or NULL with *status 404 (no such path) or 405 (not that way); the numbers in
 * the path, from 1 and of at most 18 digits, in id[]. */
const struct route *route_find(const struct route *, const char *method, const char *path,
	enum face, int64_t id[2], int *status);

/* The methods by which that address may be asked, as a head has them (RFC 9110, 10.2.1):
 * "GET, HEAD, POST"; those of a page of none. */
const char *route_allow(const struct route *, const char *path, enum face);

/* The page whose form posts here: that address itself, or the nearest one above. */
const char *route_above(const struct route *, struct mem *, const char *path);

#endif
