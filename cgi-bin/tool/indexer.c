/*
 * indexer - attached files read, so that they are found by what stands in them.
 *
 * usage: indexer [DIR]
 *
 * `maintain` starts it where there is a file that was not read yet, and each hour.  It reads a
 * hundred at most, in the order in which they came, drops the words of those that were taken
 * off or erased, and ends.  Strangers wrote the files: they are read by a process that has
 * nothing (cgi-bin/lib/reader.h), and this one, which has words to write, is jailed as a page
 * program is and knows no other table.  With little room left on the disk it waits.  SIGTERM
 * ends it at once, and what it was reading is read anew.
 */

#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#include "cgi-bin/lib/attach_words.h"
#include "cgi-bin/lib/jail.h"
#include "cgi-bin/lib/reader.h"
#include "cgi-bin/lib/room.h"
#include "db/text.h"

enum { MOST = 100 };

static void
give_up(int sig)
{
	(void)sig;
	reader_give_up();
}

int
main(int argc, char **argv)
{
	const char *dir = argc > 1 ? argv[1] : getenv("PORTAL_VAR");
	struct db *portal, *files;

	if (argc > 2 || !dir || strlen(dir) > 4000) {
		fprintf(stderr, "usage: indexer [DIR]\n");
		return 2;
	}
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (nice(10) < 0)
		fprintf(stderr, "indexer: not nice\n");
	/* The reader first: of what is opened after it, it has nothing. */
	if (sodium_init() < 0 || !text_ready() || !reader_start())
		return 1;
	sigaction(SIGTERM, &(struct sigaction){ .sa_handler = give_up, .sa_flags = SA_RESTART }, NULL);
	room_ready(dir);
	if (!(portal = db_open(DB_PORTAL, dir, ATTACH_WORDS_GRANTS))
	    || !(files = db_open(DB_FILES, dir, ATTACH_WORDS_FILES)) || !jail())
		return 1;
	if (room_left(DB_PORTAL) != ROOM)
		return 0;
	if (attach_words(portal, files, time(NULL), MOST) < 0)
		return 1;
	return !reader_given_up() && !attach_words_sweep(portal, files, time(NULL));
}
