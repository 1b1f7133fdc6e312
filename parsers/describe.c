/* describe.c -- text of descriptions: most of a dump's bytes, kept for one document only, so that
 * standards can be looked for in it.
 */
#include "sax.h"

enum {
    DESCRIBED_MOST = 64 << 20, /* what is longer is looked through as far as this */
    DESCRIBED_KEPT = 4 << 20
};

void np_describe_begin(struct np_walk *walk)
{
    if (walk->described.cap > DESCRIBED_KEPT)
        np_buf_release(&walk->described);
    np_buf_reset(&walk->described);
    walk->describing = 0;
    memset(walk->flats, 0, sizeof walk->flats);
}

void np_walk_describe(struct np_walk *walk)
{
    walk->describing = walk->depth;
    np_buf_putc(&walk->described, '\n');
}

void np_walk_describe_text(struct np_walk *walk, struct np_slice text)
{
    if (walk->described.n + text.n <= DESCRIBED_MOST)
        np_buf_put(&walk->described, text.p, text.n);
    else if (walk->described.n < DESCRIBED_MOST) {
        np_walk_note(walk, "NP-NOT-009", "description looked through for standards to %d MiB",
                     DESCRIBED_MOST >> 20);
        np_buf_put(&walk->described, text.p, DESCRIBED_MOST - walk->described.n);
    }
}

/* A tag stands every 35 bytes; names live in libxml2's dictionary, so that their place tells them. */
static enum np_flat flat_of(struct np_walk *walk, struct np_slice name)
{
    size_t at = ((uintptr_t)name.p >> 2 ^ (uintptr_t)name.p >> 8) % NP_FLATS_MOST;

    if (walk->flats[at].name != name.p) {
        walk->flats[at].name = name.p;
        walk->flats[at].flat = np_flat_of(name);
    }
    return walk->flats[at].flat;
}

/* Paragraphs part words, inline markup does not. Called for every tag of a description. */
void np_describe_tag(struct np_walk *walk, struct np_slice name)
{
    if (flat_of(walk, name) == NP_FLAT_BLOCK && walk->described.n < DESCRIBED_MOST)
        np_buf_putc(&walk->described, ' ');
}
