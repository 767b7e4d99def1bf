/* room.c - see room.h. */

#include "cgi-bin/lib/room.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>

static int folders[] = { [DB_PORTAL] = -1, [DB_SECRET] = -1, [DB_FILES] = -1 };

/* A database may be a link to another disk.  The folder is opened, never the file: closing
 * that would let go of SQLite's locks. */
static int
folder_of(const char *dir, enum db_file which)
{
	char file[4096], real[4096], *slash;

	snprintf(file, sizeof(file), "%s/%s", dir, db_name(which));
	if (!realpath(file, real) || !(slash = strrchr(real, '/')))
		return -1;
	slash[slash == real] = '\0';
	return open(real, O_PATH | O_DIRECTORY | O_CLOEXEC);
}

void
room_ready(const char *dir)
{
	for (enum db_file f = DB_PORTAL; f <= DB_FILES; f++)
		folders[f] = folder_of(dir, f);
}

int64_t
room_free(enum db_file which, int64_t *total)
{
	struct statfs s;

	*total = 0;
	if (folders[which] < 0 || fstatfs(folders[which], &s))
		return 0;
	/* f_bsize is how much is read well at once, which some take for more than a block */
	int64_t block = s.f_frsize ? s.f_frsize : s.f_bsize;
	*total = (int64_t)s.f_blocks * block;
	return (int64_t)s.f_bavail * block;
}

static int64_t
least(int64_t part, int64_t most)
{
	return part < most ? part : most;
}

enum room
room_left(enum db_file which)
{
	int64_t total, left = room_free(which, &total);

	if (!total)	/* some file systems do not say */
		return ROOM;
	return left < least(total / 50, (int64_t)200 << 20) ? ROOM_OUT
	    : left < least(total / 10, (int64_t)1 << 30) ? ROOM_TIGHT : ROOM;
}
