/* disk_part.h - what disk.c tells disk_log.c. */
#ifndef DISK_PART_H
#define DISK_PART_H

#include <stdint.h>

enum disk_note { NOTE_WRITE, NOTE_TRUNCATE, NOTE_SYNC };
void disk_note(const char *file, enum disk_note, int64_t at, const void *bytes, int n);

#endif
