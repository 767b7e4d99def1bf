/* backup_place.c - the folders of backups. */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cgi-bin/lib/backup_part.h"

static const char *
why_not(struct mem *mem, const char *what)
{
	return mem_printf(mem, "%s: %s", what, strerror(errno));
}

/* Let go by whoever ends, however he does. */
const char *
place_lock(struct mem *mem, const char *dir, int *held)
{
	const char *file = mem_printf(mem, "%s/backup.lock", dir);

	*held = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (*held < 0)
		return why_not(mem, file);
	if (!flock(*held, LOCK_EX | LOCK_NB))
		return NULL;
	const char *wrong = errno == EWOULDBLOCK
	    ? mem_printf(mem, "%s: another backup is running", dir) : why_not(mem, file);
	close(*held);
	*held = -1;
	return wrong;
}

const char *
place_make(struct mem *mem, const char *dir)
{
	return mkdir(dir, 0700) ? why_not(mem, dir) : NULL;
}

void
place_remove(const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *d = fd < 0 ? NULL : fdopendir(fd);

	for (struct dirent *e; d && (e = readdir(d)); )
		unlinkat(fd, e->d_name, 0);
	if (d)
		closedir(d);
	rmdir(dir);
}

const char *
place_keep(struct mem *mem, const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	const char *wrong = fd < 0 || fsync(fd) ? why_not(mem, dir) : NULL;

	if (fd >= 0)
		close(fd);
	return wrong;
}

const char *
place_parent(struct mem *mem, const char *path)
{
	const char *end = strrchr(path, '/');

	return !end ? "." : end == path ? "/" : mem_copy(mem, path, (size_t)(end - path));
}

bool
is_backup(const char *name, bool unfinished)
{
	const char *form = "portal-########-######";

	for (; *form; form++, name++)
		if (*form == '#' ? *name < '0' || *name > '9' : *name != *form)
			return false;
	if (*name == '-')	/* the second of that second */
		name += 1 + strspn(name + 1, "0123456789");
	return !strcmp(name, unfinished ? ".part" : "");
}
