/*
 * room.h - is there room left where the databases lie?
 *
 * Before a disk is really full the portal stops taking in: first files, then forms, so that
 * what remains is for sign-in, the seals and the checkpoint, without which nothing could be
 * put in order.  Reading needs no room.  The room is asked of the folder in which a database
 * really lies; where it cannot be asked there is always some.
 */
#ifndef ROOM_H
#define ROOM_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"

enum room {
	ROOM,
	ROOM_TIGHT,	/* less than 1 GiB, or on a small disk than a tenth: no files */
	ROOM_OUT	/* less than 200 MiB, or than a fiftieth: no forms either */
};

/* Before the jail is shut: after it no folder is opened any more. */
void room_ready(const char *dir);

enum room room_left(enum db_file);

/* Bytes that are free there, and all there are; 0 and 0 if it cannot be asked. */
int64_t room_free(enum db_file, int64_t *total);

#endif
