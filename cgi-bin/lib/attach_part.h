/* attach_part.h - what the two halves of attach.h share. */
#ifndef ATTACH_PART_H
#define ATTACH_PART_H

#include "cgi-bin/lib/attach.h"

/* "1,8 MB", "12 KB". */
const char *attach_size(struct req *, int64_t bytes);
/* What is taken, in words, and for the field. */
void attach_limits_show(struct req *, struct view *);
/* From here on what comes is looked at. */
void attach_sift(struct req *);
/* True if a file was refused for its size. */
bool attach_too_long(const struct req *);
/* A fault of that field if a record with so many files and bytes had too many. */
void attach_quota(struct req *, const char *field, int64_t n, int64_t bytes);
/* Its name as it is kept: safe on every system, with the ending of its type. */
const char *attach_name(struct req *, const struct upload *);

#endif
