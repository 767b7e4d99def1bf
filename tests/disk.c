/* disk.c - see disk.h: the VFS that fails.  What it notes is disk_log.c's. */

#include "tests/disk.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/disk_part.h"

struct file {
	sqlite3_file base;
	sqlite3_file *real;
	const char *name;		/* without its folder */
	bool main;
};

static sqlite3_vfs *real, ours;
static enum disk_way way;
static int64_t nth, count, moved, refused;
static bool sticky, armed, fired;
static char what[96];
static struct hook {
	void (*call)(void);
	const char *file;
} between, before_write;

#define R(f) (((struct file *)(f))->real)
#define M(f) (R(f)->pMethods)

/* Shall this one fail?  Only what needs room fails on a full disk. */
static bool
fails(const char *op, const char *name, bool needs_room)
{
	if (!armed || (way == DISK_FULL && !needs_room))
		return false;
	count++;
	if (count != nth && !(sticky && nth && count > nth))
		return false;
	if (!fired)
		snprintf(what, sizeof(what), "%s %s", op, name);
	fired = true;
	return true;
}

static bool
file_fails(const char *op, sqlite3_file *f, bool needs_room)
{
	return fails(op, ((struct file *)f)->name, needs_room);
}

static void
call(struct hook *h, sqlite3_file *f)
{
	void (*hook)(void) = h->call;

	if (!hook || !((struct file *)f)->main || strcmp(((struct file *)f)->name, h->file))
		return;
	h->call = NULL;
	hook();
}

static int
on_close(sqlite3_file *f)
{
	int rc = M(f) ? M(f)->xClose(R(f)) : SQLITE_OK;

	free(R(f));
	return rc;
}

static int
on_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
	return file_fails("read", f, false) ? SQLITE_IOERR_READ : M(f)->xRead(R(f), to, n, at);
}

static int
on_write(sqlite3_file *f, const void *bytes, int n, sqlite3_int64 at)
{
	moved += ((struct file *)f)->main;
	if (file_fails("write", f, true)) {
		M(f)->xWrite(R(f), bytes, n / 2, at);
		return way == DISK_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
	}
	disk_note(((struct file *)f)->name, NOTE_WRITE, at, bytes, n);
	return M(f)->xWrite(R(f), bytes, n, at);
}

static int
on_truncate(sqlite3_file *f, sqlite3_int64 n)
{
	if (file_fails("truncate", f, true))
		return SQLITE_IOERR_TRUNCATE;
	disk_note(((struct file *)f)->name, NOTE_TRUNCATE, n, NULL, 0);
	return M(f)->xTruncate(R(f), n);
}

static int
on_sync(sqlite3_file *f, int flags)
{
	if (file_fails("sync", f, true))
		return SQLITE_IOERR_FSYNC;
	disk_note(((struct file *)f)->name, NOTE_SYNC, 0, NULL, 0);
	return M(f)->xSync(R(f), flags);
}

static int
on_size(sqlite3_file *f, sqlite3_int64 *n)
{
	return M(f)->xFileSize(R(f), n);
}

static int
on_lock(sqlite3_file *f, int level)
{
	return file_fails("lock", f, false) ? SQLITE_IOERR_LOCK : M(f)->xLock(R(f), level);
}

static int
on_unlock(sqlite3_file *f, int level)
{
	return M(f)->xUnlock(R(f), level);
}

static int
on_reserved(sqlite3_file *f, int *out)
{
	return M(f)->xCheckReservedLock(R(f), out);
}

static int
on_control(sqlite3_file *f, int op, void *arg)
{
	return M(f)->xFileControl(R(f), op, arg);
}

static int
on_sector(sqlite3_file *f)
{
	return M(f)->xSectorSize(R(f));
}

static int
on_device(sqlite3_file *f)
{
	return M(f)->xDeviceCharacteristics(R(f));
}

static int
on_map(sqlite3_file *f, int page, int size, int extend, void volatile **p)
{
	return file_fails("map", f, extend) ? SQLITE_IOERR_SHMMAP
	    : M(f)->xShmMap(R(f), page, size, extend, p);
}

static int
on_shared_lock(sqlite3_file *f, int at, int n, int flags)
{
	if (!at && flags == (SQLITE_SHM_LOCK | SQLITE_SHM_EXCLUSIVE))
		call(&before_write, f);
	if (flags & SQLITE_SHM_LOCK && file_fails("lock the log of", f, false))
		return SQLITE_IOERR_SHMLOCK;
	int rc = M(f)->xShmLock(R(f), at, n, flags);
	if (rc == SQLITE_BUSY)
		__atomic_add_fetch(&refused, 1, __ATOMIC_SEQ_CST);
	return rc;
}

static void
on_barrier(sqlite3_file *f)
{
	M(f)->xShmBarrier(R(f));
}

static int
on_unmap(sqlite3_file *f, int drop)
{
	return M(f)->xShmUnmap(R(f), drop);
}

static int
on_fetch(sqlite3_file *f, sqlite3_int64 at, int n, void **p)
{
	return M(f)->xFetch(R(f), at, n, p);
}

/* With nothing to give back it is called just where a checkpoint has read how long the log
 * is, and before it copies. */
static int
on_unfetch(sqlite3_file *f, sqlite3_int64 at, void *p)
{
	if (!at && !p)
		call(&between, f);
	return M(f)->xUnfetch(R(f), at, p);
}

static const sqlite3_io_methods methods = {
	3, on_close, on_read, on_write, on_truncate, on_sync, on_size, on_lock, on_unlock,
	on_reserved, on_control, on_sector, on_device, on_map, on_shared_lock, on_barrier,
	on_unmap, on_fetch, on_unfetch,
};

static const char *
last_of(const char *path)
{
	const char *slash = path ? strrchr(path, '/') : NULL;

	return slash ? slash + 1 : path ? path : "";
}

static int
on_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *to, int flags, int *out)
{
	struct file *f = (struct file *)to;
	int rc;

	(void)vfs;
	*f = (struct file){ .name = last_of(path), .main = flags & SQLITE_OPEN_MAIN_DB };
	if (fails("open", f->name, false))
		return SQLITE_CANTOPEN;
	if (!(f->real = calloc(1, (size_t)real->szOsFile)))
		return SQLITE_NOMEM;
	rc = real->xOpen(real, path, f->real, flags, out);
	if (f->real->pMethods) {
		f->base.pMethods = &methods;
	} else {
		free(f->real);
		f->real = NULL;
	}
	return rc;
}

static int
on_delete(sqlite3_vfs *vfs, const char *path, int sync)
{
	(void)vfs;
	return fails("delete", last_of(path), false) ? SQLITE_IOERR_DELETE
	    : real->xDelete(real, path, sync);
}

void
disk_add(void)
{
	sqlite3_initialize();
	real = sqlite3_vfs_find(NULL);
	ours = *real;
	ours.zName = "disk";
	ours.pNext = NULL;
	ours.szOsFile = (int)sizeof(struct file);
	ours.xOpen = on_open;
	ours.xDelete = on_delete;
	if (sqlite3_vfs_register(&ours, 1) != SQLITE_OK)
		exit(1);
}

const char *
disk_plain(void)
{
	return real->zName;
}

void
disk_fail(enum disk_way how, int64_t n, bool sticks)
{
	way = how, nth = n, sticky = sticks;
	count = moved = 0;
	fired = false, armed = true;
	*what = '\0';
}

int64_t
disk_well(void)
{
	armed = false;
	return count;
}

bool
disk_failed(void)
{
	return fired;
}

const char *
disk_what(void)
{
	return what;
}

int64_t
disk_moved(void)
{
	return moved;
}

void
disk_between(const char *file, void (*hook)(void))
{
	between = (struct hook){ hook, file };
}

void
disk_before_write(const char *file, void (*hook)(void))
{
	before_write = (struct hook){ hook, file };
}

int64_t
disk_refused(void)
{
	return __atomic_load_n(&refused, __ATOMIC_SEQ_CST);
}
