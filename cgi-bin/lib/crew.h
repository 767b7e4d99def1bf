/*
 * crew.h - a program that has loaded what all of it share, and its workers.
 *
 * Templates, texts and libraries are loaded once and then shared by the forks, as long as
 * nobody writes to them.  What must not be shared (databases, the socket's requests) the
 * worker opens itself.
 */
#ifndef CREW_H
#define CREW_H

/* A worker's status if it could not begin. */
enum { CREW_CANNOT = 3 };

/*
 * Forks n workers that each end with work(), and another for each that ends, until SIGTERM;
 * then they get it too, and the crew ends with its last worker.  For one that cannot be
 * forked it tries again every second.  One that ends by itself before any has stayed for a
 * second ends the crew as well: 0 if it found nothing to do, 1 if it could not begin
 * (CREW_CANNOT).
 *
 * A worker gets SIGTERM also if the crew dies.  Forks have the addresses of their parent, so
 * whoever could make one fail again and again might guess them: after a crash all begins
 * anew, by exec.  The crew shows itself as "NAME: crew" among the processes, its workers as
 * they were started.
 */
int crew(int n, char **argv, const char *name, int (*work)(void));

#endif
