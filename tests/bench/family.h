/* family.h -- what members.c does for family.c. */
#ifndef WORLD_FAMILY_H
#define WORLD_FAMILY_H

#include "world.h"

/* Number of the first filing; needs first, priority_day and utility_model. */
void family_set_priority(struct family *f);
/* One more publication, with the number that its office gives it. again: of a second application. */
struct member *family_publish(const struct world *world, struct family *f, enum office office,
                              const char *kind, int filed, int published, bool again);
/* Symbols of its own: coined.c. */
void coined_symbols(struct family *f);
/* Its members at all offices, with numbers and dates. */
void family_file_abroad(const struct world *world, struct family *f, struct rng *r);

#endif
