/* upkeep.h - what `maintain` does each second, in this process. */
#ifndef UPKEEP_H
#define UPKEEP_H

/* From the log into the file, of each database in that folder. */
void upkeep_checkpoint(const char *dir);

#endif
