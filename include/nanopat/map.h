/* map.h -- bytes to a number.
 *
 * Open addressing; keys are copied into the map. Iteration is in the order of
 * insertion, so nothing that is printed depends on hash values.
 *
 *     struct np_map *m = np_map_new();
 *     int64_t *n = np_map_put(m, key, 0);     the value that is there, or 0 put now
 *     ++*n;
 */
#ifndef NANOPAT_MAP_H
#define NANOPAT_MAP_H

#include <nanopat/slice.h>

struct np_map;

struct np_map *np_map_new(void);
void np_map_free(struct np_map *m);

/* The value's place; `value` is stored if the key is new. Good until the next put. */
int64_t *np_map_put(struct np_map *m, struct np_slice key, int64_t value);
/* NULL if absent. */
int64_t *np_map_get(const struct np_map *m, struct np_slice key);
size_t np_map_count(const struct np_map *m);
/* i-th pair in order of insertion; the key is borrowed until the map is freed. */
struct np_slice np_map_key(const struct np_map *m, size_t i);
int64_t *np_map_value(const struct np_map *m, size_t i);

#endif
