/* attach_part.h - what the two halves of attach.h share. */
#ifndef ATTACH_PART_H
#define ATTACH_PART_H

#include "cgi-bin/lib/attach.h"
#include "db/attachment.h"

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

/* Names, of any bytes.  Without what Windows forbids, and without the points and spaces at
 * its end that it drops: "a.exe " there is "a.exe". */
const char *attach_name_clean(struct mem *, const char *raw);
/* What follows the last point, in small letters; "" if that is no ending. */
const char *attach_name_ending(struct mem *, const char *name);
/* That clean name of a file of that type, which is among those that are taken, as it is kept. */
const char *attach_name_kept(struct mem *, struct file_type *, const char *name, const char *type);
/* Of those that are taken the one of that ending, of that type; NULL. */
struct file_type *file_type_of_ending(struct file_type *, const char *extension);
struct file_type *file_type_of(struct file_type *, const char *type);

#endif
