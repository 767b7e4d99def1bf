/* upkeep.h - what `maintain` does each second, in this process. */
#ifndef UPKEEP_H
#define UPKEEP_H

struct upkeep;

/* "portal" of that folder, as `maintain` opens it. */
struct upkeep *upkeep_open(const char *dir, const char *name);
/* From the log into the file. */
void           upkeep_checkpoint(struct upkeep *);
void           upkeep_close(struct upkeep *);

#endif
