/* route.c - see route.h. */

#include "cgi-bin/lib/route.h"

#include <stdlib.h>
#include <string.h>

/* Does the path fit the pattern?  Each # takes a number from 1, into id[]. */
static bool
fits(const char *pattern, const char *path, int64_t id[2])
{
	int n = 0;

	for (; *pattern; pattern++) {
		if (*pattern != '#') {
			if (*path++ != *pattern)
				return false;
			continue;
		}
		char *end;
		if (*path < '1' || *path > '9')
			return false;
		long long number = strtoll(path, &end, 10);
		if (end - path > 18)
			return false;
		path = end;
		if (n < 2)
			id[n++] = number;
	}
	return !*path;
}

enum face
route_face(struct mem *mem, const char **path)
{
	static const struct {
		const char *ending;
		enum face face;
	} faces[] = { { ".csv", CSV }, { ".xlsx", XLSX }, { ".json", JSON } };
	size_t n = strlen(*path);

	for (size_t i = 0; i < sizeof(faces) / sizeof(*faces); i++) {
		size_t end = strlen(faces[i].ending);
		if (n > end && !strcmp(*path + n - end, faces[i].ending)) {
			*path = mem_copy(mem, *path, n - end);
			return faces[i].face;
		}
	}
	return HTML;
}

const struct route *
route_find(const struct route *r, const char *method, const char *path, enum face face, int64_t id[2], int *status)
{
	bool post = !strcmp(method, "POST");

	*status = 404;
	if (!post && strcmp(method, "GET") && strcmp(method, "HEAD")) {
		*status = 405;
		return NULL;
	}
	for (; r->path; r++) {
		if (!fits(r->path, path, id) || (face && !(r->flags & (int)face)))
			continue;
		if ((r->method == POST) == post)
			return r;
		*status = 405;
	}
	return NULL;
}

const char *
route_allow(const struct route *r, const char *path, enum face face)
{
	bool get = false, post = false;
	int64_t id[2];

	for (; r->path; r++)
		if (fits(r->path, path, id) && (!face || r->flags & (int)face))
			*(r->method == POST ? &post : &get) = true;
	return !post ? "GET, HEAD" : get ? "GET, HEAD, POST" : "POST";
}

const char *
route_above(const struct route *routes, struct mem *mem, const char *path)
{
	char *at = mem_text(mem, path), *slash;
	int64_t id[2];
	int status;

	while (!route_find(routes, "GET", at, HTML, id, &status) && (slash = strrchr(at, '/')) && slash > at)
		*slash = '\0';
	return at;
}
