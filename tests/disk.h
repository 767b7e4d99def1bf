/*
 * disk.h - a disk of which each operation can fail, and whose power can be cut: a VFS
 * between SQLite and the real one, for every database that this process opens.
 */
#ifndef DISK_H
#define DISK_H

#include <stdbool.h>
#include <stdint.h>

/* Before any database is opened.  disk_plain() is the name of the VFS below it. */
void        disk_add(void);
const char *disk_plain(void);

/*
 * From now on operation n fails, from 1, and with sticky all after it.  By DISK_IO: open,
 * read, write, sync, truncate, delete, lock, map; by DISK_FULL what needs room: write,
 * truncate, sync.  A write that fails has written its first half.
 */
enum disk_way { DISK_IO, DISK_FULL };
void        disk_fail(enum disk_way, int64_t n, bool sticky);
/* All is well again; answers how many operations could have failed. */
int64_t     disk_well(void);
bool        disk_failed(void);		/* did one, since disk_fail()? */
const char *disk_what(void);		/* the first that did: "write portal.db-wal" */

/* How many times a database file itself, not its log, was written: none but by a checkpoint. */
int64_t     disk_moved(void);

/*
 * Called once: when a checkpoint finds that file's log longer, or anew, and has not yet begun
 * to copy; when the writer's place of that file is about to be taken.
 */
void        disk_between(const char *file, void (*hook)(void));
void        disk_before_write(const char *file, void (*hook)(void));
/* How many times a lock of a log was refused. */
int64_t     disk_refused(void);

/*
 * What is written is noted from here on, over what the folder's files hold now; nothing of
 * this process may have them open.  `lie`: a sync is told to be done and does nothing.
 */
void    disk_watch(const char *dir, bool lie);
void    disk_unwatch(void);		/* no more is noted; what was stays */
int64_t disk_noted(void);		/* how many writes, truncations and syncs */
bool    disk_synced(int64_t i);		/* is that one a sync of a log? */
/* The files as they were after the first n, into a folder, over what is there: nobody may have
 * it open, here and below. */
void    disk_replay(const char *to, int64_t n);
/*
 * The files as a power cut after the first n could leave them: of what was not synced any
 * part, by sectors, and a sector half.
 */
void    disk_cut(const char *to, int64_t n);
/* Those of disk_replay() with one log hurt: cut off, written over, or a sector zeroed.  Answers what was done, in words. */
const char *disk_tear(const char *to, int64_t n);

/* Does the folder hold, byte for byte, what it did when disk_watch() looked? */
bool    disk_same(const char *dir);
/* The files of one folder into another, without their indices. */
void    disk_copy(const char *from, const char *to);

/* For the choices above; from the environment's SEED, else from the clock.  Printed by
 * whoever reports. */
uint64_t disk_seed(void);
int64_t  disk_chance(int64_t n);	/* 0 .. n - 1 */

#endif
