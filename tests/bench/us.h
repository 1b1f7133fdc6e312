/* us.h -- what the two halves of the US writer share: bibliography (us_writer.c) and texts
 * (us_texts.c).                                                                            */
#ifndef WORLD_US_H
#define WORLD_US_H

#include "world.h"

struct us {
    const struct world *world;
    const struct family *f;
    const struct member *m;
    struct np_buf *out;
    struct np_buf text;
    const char *version;  /* "45" */
    bool parties_of_2013; /* v4.3 and later: us-parties, us-references-cited */
};

static inline void us_put(struct us *us, const char *s)
{
    np_buf_puts(us->out, s);
}

/* Writes and empties us->text. */
static inline void us_flush_text(struct us *us)
{
    put_text(us->out, us->text.p, us->text.n, MARKUP_US);
    np_buf_reset(&us->text);
}

void us_put_description(struct us *us);
void us_put_claims(struct us *us);

#endif
