/* timing.c -- hard texts made from a pattern, and what it takes to run it on them
 * (reference/reliability.md, section 3.3: at most 40 texts, at most 10 ms each).
 *
 * A repeat is fed what it repeats until the text is long, then what ends it badly; an alternative
 * is fed to the pattern over and over, whole and cut short. What cannot be decided on a text as
 * short as a sentence is a fault; on one as long as an abstract, that no abstract looks like, it is
 * a warning.
 */
#include "check.h"

#include <nanopat/text.h>

#include <time.h>

enum { HARD_TEXTS = 40, SLOW_MS = 10, BODY_WORDS = 2, ALTERNATIVES = 6,
       SENTENCE = 300, LONG = 1500, LONGEST_WORD = 200 };

struct hard {
    struct checking *c;
    const struct looked_at *look;
    struct np_buf text;
    int texts;
    bool told;
};

static double milliseconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t); /* not the time of other processes */
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* The least of three: caches fill, the machine is interrupted. */
static double time_of(struct hard *h, enum found *found)
{
    double least = 1e9;

    for (int i = 0; i < 3 && least > SLOW_MS; i++) {
        double begin = milliseconds(), took;

        *found = pattern_occurs(h->c->matcher, h->look->rule->pattern, np_buf_slice(&h->text));
        took = milliseconds() - begin;
        least = took < least ? took : least;
    }
    return least;
}

static void run(struct hard *h, const struct shape *part)
{
    static const char undecided[] =
        "rule '%.*s' cannot be decided within the match limit on a text of %d bytes made from it";
    struct spot spot = h->look->spots[part->at];
    struct np_slice id = h->look->rule->id;
    enum found found = ABSENT;
    double took = time_of(h, &found);
    int bytes = (int)h->text.n;

    h->told = found == UNDECIDED || took > SLOW_MS;
    if (found == UNDECIDED && bytes <= SENTENCE + LONGEST_WORD)
        add_fault(h->c->faults, spot, undecided, NP_ARG(id), SENTENCE);
    else if (found == UNDECIDED)
        add_warning(h->c->faults, spot, undecided, NP_ARG(id), LONG);
    else if (took > SLOW_MS)
        add_warning(h->c->faults, spot,
                    "rule '%.*s' takes more than %d ms on a text of %d bytes made from it",
                    NP_ARG(id), SLOW_MS, LONG);
}

/* `before`, then `body` until the text is long, then `behind`. */
static void try_text(struct hard *h, const struct shape *part, struct np_slice before,
                     struct np_slice body, const char *behind)
{
    static const size_t lengths[] = { SENTENCE, LONG };

    if (!body.n || before.n + body.n > LONGEST_WORD || h->texts++ >= HARD_TEXTS)
        return;
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths && !h->told; i++) {
        np_buf_reset(&h->text);
        np_buf_puts_slice(&h->text, before);
        while (h->text.n < lengths[i])
            np_buf_puts_slice(&h->text, body);
        np_buf_puts(&h->text, behind);
        run(h, part);
    }
}

static struct np_slice without_last(struct np_slice word)
{
    while (word.n && ((unsigned char)word.p[--word.n] & 0xC0) == 0x80)
        ;
    return word;
}

static struct np_slice joined(struct hard *h, struct np_slice a, struct np_slice b)
{
    return np_arena_printf(h->c->arena, "%.*s%.*s", NP_ARG(a), NP_ARG(b));
}

static struct np_slice first_word(struct hard *h, const struct shape *shape)
{
    struct words w = words_of(shape, h->c->arena, 1);

    return w.list.n ? w.list.v[0] : NP_EMPTY;
}

/* Every repeat, behind what stands before it. */
static void try_repeats(struct hard *h, const struct shape *shape, struct np_slice before)
{
    if (h->told || h->texts >= HARD_TEXTS)
        return;
    if (shape->kind == SHAPE_REPEAT && (shape->max < 0 || shape->max > 1)) {
        struct words w = words_of(shape->kids.v[0], h->c->arena, BODY_WORDS);

        for (size_t i = 0; i < w.list.n; i++) {
            try_text(h, shape, before, w.list.v[i], "!");
            try_text(h, shape, NP_EMPTY, joined(h, before, w.list.v[i]), "!");
        }
    }
    for (size_t i = 0; i < shape->kids.n; i++) {
        try_repeats(h, shape->kids.v[i], before);
        if (shape->kind == SHAPE_SEQ)
            before = joined(h, before, first_word(h, shape->kids.v[i]));
    }
}

void check_time(struct checking *c, const struct looked_at *look)
{
    struct hard h = { .c = c, .look = look };
    size_t step = look->alternatives.n / ALTERNATIVES + 1;

    try_repeats(&h, look->shape.root, NP_EMPTY);
    for (size_t i = 0; i < look->alternatives.n; i += step) {
        const struct alternative *one = &look->alternatives.v[i];
        struct np_slice word = one->words.list.n ? one->words.list.v[0] : NP_EMPTY;

        try_text(&h, one->shape, NP_EMPTY, word, "!");
        try_text(&h, one->shape, NP_EMPTY, without_last(word), "!");
        try_text(&h, one->shape, NP_EMPTY, joined(&h, word, NP_S(" ")), "");
    }
    np_buf_release(&h.text);
}
