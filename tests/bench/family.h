/* family.h -- what members.c does for family.c. */
#ifndef WORLD_FAMILY_H
#define WORLD_FAMILY_H

#include "world.h"

/* Number of the first filing; needs first, priority_day and utility_model. */
void family_set_priority(struct family *f);
/* Its members at all offices, with numbers and dates. */
void family_file_abroad(const struct world *world, struct family *f, struct rng *r);

#endif
