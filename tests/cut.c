/*
 * cut.c - the power goes in the midst of units of work (T-05); the log is hurt (T-06c);
 * and the disk, or SQLite's memory, fails while what is left is recovered (T-06b).
 *
 * The units follow each other, with a checkpoint by `maintain` now and then.  What is left
 * must be one of the states that were committed, and none older than the last that was
 * answered as done.  A disk that only says that it has synced, as with synchronous = OFF,
 * must not stand this: else the cuts cut nothing.
 */

#include "tests/cut.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/disk.h"
#include "tests/memory.h"
#include "tests/upkeep.h"

enum { EACH = 3, FOLDERS = 3 };		/* a checkpoint after each so many */

/* When a unit was answered as done. */
struct answers {
	int64_t *at, n;
};

static char folders[FOLDERS][64];

/* ---- states ---- */

void
states_of(struct states *s, const char *spare)
{
	char state[STATE];

	*s = (struct states){ calloc((size_t)disk_noted() + 1, sizeof(*s->list)), 0 };
	if (!s->list)
		exit(1);
	for (int64_t i = 0; i <= disk_noted(); i++) {
		if (i && !disk_synced(i - 1))
			continue;
		disk_replay(spare, i);
		work_state(spare, state);
		if (s->n && !strcmp(s->list[s->n - 1].state, state))
			continue;
		struct one_state *one = &s->list[s->n++];
		snprintf(one->state, STATE, "%s", state);
		one->at = i;
	}
}

void
states_free(struct states *s)
{
	free(s->list);
	*s = (struct states){ 0 };
}

int64_t
states_find(const struct states *s, const char *state, int64_t from)
{
	for (int64_t i = from; i < s->n; i++)
		if (!strcmp(s->list[i].state, state))
			return i;
	return -1;
}

/* The last that stood before so many notes. */
static int64_t
states_before(const struct states *s, int64_t at)
{
	int64_t i = 0;

	while (i + 1 < s->n && s->list[i + 1].at <= at)
		i++;
	return i;
}

/* ---- folders ---- */

static void
remove_folders(void)
{
	static const char *const names[] = { "portal", "secret", "files" };
	static const char *const ends[] = { "", "-wal", "-shm" };
	char path[256];

	for (int i = 0; i < FOLDERS; i++) {
		for (int k = 0; *folders[i] && k < 9; k++) {
			snprintf(path, sizeof(path), "%s/%s.db%s", folders[i], names[k / 3], ends[k % 3]);
			unlink(path);
		}
		rmdir(folders[i]);
	}
}

const char *
cut_folder(int i)
{
	static bool once;

	if (!once)
		atexit(remove_folders);
	once = true;
	if (!*folders[i]) {
		snprintf(folders[i], sizeof(folders[i]), "%s/portal-cut-XXXXXX",
		    access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
		if (!mkdtemp(folders[i]))
			exit(1);
	}
	return folders[i];
}

/* ---- the power ---- */

static void
checkpoint_all(void)
{
	static const char *const names[] = { "portal", "secret", "files" };
	char path[256];

	for (int i = 0; i < 3; i++) {
		snprintf(path, sizeof(path), "%s/%s.db", scene_dir(), names[i]);
		if (access(path, F_OK))
			continue;
		struct upkeep *u = upkeep_open(scene_dir(), names[i]);
		upkeep_checkpoint(u);
		upkeep_close(u);
	}
}

/* All units, noted; when each was answered as done. */
static void
work_all(const struct work *list, bool lie, bool checkpoints, struct answers *done_)
{
	int64_t n = 0;

	disk_replay(scene_dir(), 0);
	disk_watch(scene_dir(), lie);
	if (!scene_again())
		exit(1);
	for (const struct work *w = list; w->path; w++)
		n++;
	*done_ = (struct answers){ calloc((size_t)n + 1, sizeof(*done_->at)), 0 };
	for (int64_t i = 0; i < n; i++) {
		if (work_ask(&list[i]).status < 400)
			done_->at[done_->n++] = disk_noted();
		if (checkpoints && i % EACH == EACH - 1)
			checkpoint_all();
	}
	scene_shut();
	disk_unwatch();
}

/* What is wrong with what is left after so many notes, or NULL. */
static const char *
left(const struct states *s, const struct answers *a, int64_t at, const char *state)
{
	int64_t last = 0;

	for (int64_t i = 0; i < a->n && a->at[i] <= at; i++)
		last = a->at[i];
	if (!strncmp(state, "broken", 6))
		return state;
	if (states_find(s, state, 0) < 0)
		return "a state that never was";
	if (states_find(s, state, states_before(s, last)) < 0)
		return "what was answered as done is lost";
	return NULL;
}

static int64_t
cut(const struct states *s, const struct answers *a, int64_t times, bool must_stand)
{
	char state[STATE];
	int64_t bad = 0;

	for (int64_t i = 0; i < times; i++) {
		int64_t at = 1 + disk_chance(disk_noted());
		disk_cut(cut_folder(0), at);
		work_state(cut_folder(0), state);
		const char *wrong = left(s, a, at, state);
		bad += wrong != NULL;
		if (wrong && must_stand)
			fprintf(stderr, "fault-%s: power cut after %lld of %lld: %s\n", page.name,
			    (long long)at, (long long)disk_noted(), wrong);
		if (must_stand)
			CHECK(!wrong);
	}
	return bad;
}

/* Each of these states by itself: is the trail whole, and each named file there? */
static void
sound(const struct states *s)
{
	for (int64_t i = 0; i < s->n; i++) {
		disk_replay(cut_folder(0), s->list[i].at);
		CHECK(work_chain(cut_folder(0)));
		CHECK(!page.files || work_files(cut_folder(0)));
	}
}

/* Of one log that was hurt the others know nothing: each database by itself. */
static bool
each_was(const struct states *s, const char *state)
{
	size_t from = 0, n = strlen(state);

	if (!strncmp(state, "broken", 6))
		return false;
	for (size_t end; from < n; from = end + 1) {
		int64_t i = 0;
		end = from + strcspn(state + from, " ");
		while (i < s->n && strncmp(s->list[i].state + from, state + from, end - from))
			i++;
		if (i == s->n)
			return false;
	}
	return true;
}

static void
tear(const struct states *s, int64_t times)
{
	char state[STATE];

	for (int64_t i = 0; i < times; i++) {
		const char *how = disk_tear(cut_folder(0), disk_noted());
		work_state(cut_folder(0), state);
		bool ok = each_was(s, state);
		if (!ok)
			fprintf(stderr, "fault-%s: a log %s: %s\n", page.name, how, state);
		CHECK(ok);
	}
}

/* ---- while it is recovered ---- */

struct outcome {
	bool over, fired;
	int64_t count;
	int get, post;
	char state[STATE];
};

static void
recover(struct outcome *o, const struct work *w, int way, int64_t n, bool sticky)
{
	if (way < 2)
		disk_fail(way ? DISK_FULL : DISK_IO, n, sticky);
	else
		memory_fail(MEMORY_SQLITE, n, sticky);
	bool open = scene_again();
	if (open)
		o->get = ask_get(w->path).status;
	o->count = way < 2 ? disk_well() : memory_well();
	o->fired = way < 2 ? disk_failed() : memory_failed();
	if (!open) {
		scene_shut();
		open = scene_again();
	}
	work_state(scene_dir(), o->state);
	o->post = open ? work_ask(w).status : 500;
	scene_shut();
	o->over = true;
	_exit(0);
}

static bool
recovers(struct outcome *o, const struct work *w, int way, int64_t n, bool sticky, const char *state)
{
	int status;
	pid_t pid;

	memset(o, 0, sizeof(*o));
	disk_copy(cut_folder(1), scene_dir());
	fflush(NULL);
	if (!(pid = fork()))
		recover(o, w, way, n, sticky);
	waitpid(pid, &status, 0);
	/* Out of memory it ends by itself, and has done nothing. */
	if (way == 2 && !o->over && WIFEXITED(status) && WEXITSTATUS(status) == 1) {
		o->over = o->fired = true;
		work_state(scene_dir(), o->state);
	}
	bool ok = o->over && !strcmp(o->state, state) && o->post < 500;
	if (!ok)
		fprintf(stderr, "fault-%s: recovery, way %d at %lld%s: %s, %d, %d, %s\n", page.name, way,
		    (long long)n, sticky ? " and after" : "", o->over ? "ended well" : "died", o->get,
		    o->post, o->state);
	CHECK(ok);
	return o->fired;
}

/* So many of the disk's operations, 0 each, and so many of the pieces of memory, of which to open the
 * databases alone takes some 17,600; answers how many faults. */
static int64_t
recoveries(const struct work *list, const struct states *s, int64_t images, int64_t of_disk,
    int64_t of_memory)
{
	struct outcome *o = mmap(NULL, sizeof(*o), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	char state[STATE];
	int64_t faults = 0;

	if (o == MAP_FAILED)
		exit(1);
	for (int64_t i = 0; i < images; i++) {
		disk_cut(cut_folder(1), disk_noted() / 2 + disk_chance(disk_noted() / 2 + 1));
		disk_copy(cut_folder(1), cut_folder(0));
		work_state(cut_folder(0), state);
		CHECK(states_find(s, state, 0) >= 0);
		for (int way = 0; way < 3; way++) {
			recovers(o, list, way, 0, false, state);
			int64_t share = way < 2 ? of_disk : of_memory;
			int64_t step = share ? o->count / share + 1 : 1;
			for (int sticky = 0; sticky < 2; sticky++)
				for (int64_t n = 1 + disk_chance(step);
				    recovers(o, list, way, n, sticky, state); n += step)
					faults++;
		}
	}
	munmap(o, sizeof(*o));
	return faults;
}

void
cut_try(const struct work *list, bool all)
{
	int64_t cuts = all ? 250 : 16, tears = all ? 100 : 10, control = 0, faults = 0;
	struct answers a;
	struct states s;

	work_all(list, false, true, &a);
	if (!a.n) {	/* this program only reads */
		free(a.at);
		return;
	}
	states_of(&s, cut_folder(0));
	sound(&s);
	cut(&s, &a, cuts, true);
	int64_t commits = s.n;
	free(a.at);
	states_free(&s);

	work_all(list, false, false, &a);
	states_of(&s, cut_folder(0));
	tear(&s, tears);
	faults = recoveries(list, &s, all ? 4 : 1, all ? 0 : 3, all ? 250 : 3);
	free(a.at);
	states_free(&s);

	work_all(list, true, true, &a);
	states_of(&s, cut_folder(0));
	/* Of few commits, sixteen cuts may by chance hurt none: as many more, until one does. */
	for (int rounds = 0; !control && rounds < 25; rounds++)
		control = cut(&s, &a, cuts, false);
	CHECK(control);
	fprintf(stderr, "fault-%s: %lld commits; %lld power cuts (%lld of as many were bad on a disk that lies),"
	    " %lld logs hurt, %lld faults in recovery\n", page.name, (long long)commits, (long long)cuts,
	    (long long)control, (long long)tears, (long long)faults);
	free(a.at);
	states_free(&s);
}
