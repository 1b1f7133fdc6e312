/* block.c -- which subfields the rules that follow count for. */
#include "rulefile.h"

#include <math.h>

enum np_status find_subfield(const struct np_rules *rules, struct word word, int *index,
                             struct np_err *err)
{
    *index = np_rules_find(rules, word.text);
    if (*index < 0)
        return fail_spot(err, word.spot, "no subfield '%.*s'; did you mean '%s'?",
                         NP_ARG(word.text), nearest_subfield(rules, word.text));
    return NP_OK;
}

/* subfield SLUG [threshold N] */
enum np_status read_subfield(struct np_rules *rules, struct statement *s,
                             struct block *block, struct np_err *err)
{
    struct subfield_state *state;
    enum np_status status;
    int index;

    if (s->words.n != 2 && (s->words.n != 4 || !np_slice_is(s->words.v[2].text, "threshold")))
        return missing(s, "a slug, or a slug, 'threshold' and a number", err);
    status = find_subfield(rules, s->words.v[1], &index, err);
    if (status != NP_OK)
        return status;
    *block = (struct block){ .rule = -1 };
    *np_list_add(rules->arena, &block->targets) = index;
    if (s->words.n == 2)
        return NP_OK;
    state = &rules->subfields.v[index];
    if (!isnan(state->threshold))
        return fail_spot(err, s->words.v[1].spot, "threshold given before at %s:%d",
                         state->spot.source->name, state->spot.line);
    state->spot = s->spot;
    return take_number(s->words.v[3], 0.01, WEIGHT_MAX, &state->threshold, err);
}

static bool slug_fits(const char *slug, struct np_slice glob)
{
    if (np_slice_ends(glob, "*"))
        return strncmp(slug, glob.p, glob.n - 1) == 0;
    return np_slice_is(glob, slug);
}

static enum np_status mark(const struct np_rules *rules, struct word glob, bool *on,
                           struct np_err *err)
{
    bool minus = glob.text.p[0] == '-', any = false;

    if (minus)
        glob.text = np_slice_sub(glob.text, 1, glob.text.n);
    for (size_t i = 0; i < rules->subfields.n; i++)
        if (slug_fits(rules->subfields.v[i].public.slug, glob.text)) {
            on[i] = !minus;
            any = true;
        }
    if (!any)
        return fail_spot(err, glob.spot, "no subfield '%.*s'; did you mean '%s'?",
                         NP_ARG(glob.text), nearest_subfield(rules, glob.text));
    return NP_OK;
}

enum np_status mark_subfields(const struct np_rules *rules, struct word glob,
                              const struct block *block, bool *on, struct np_err *err)
{
    int index = np_rules_find(rules, glob.text); /* a code is as good as a slug */
    enum np_status status;

    if (index >= 0) {
        on[index] = true;
        return NP_OK;
    }
    status = mark(rules, glob, on, err);
    for (size_t i = 0; np_slice_ends(glob.text, "*") && i < block->targets.n; i++)
        on[block->targets.v[i]] = false;
    return status;
}

/* every SLUG|FIELD/...|-SLUG: what follows counts for all of these; '*' ends a prefix. */
enum np_status read_every(struct np_rules *rules, struct statement *s, struct block *block,
                          struct np_err *err)
{
    bool *on = np_arena_zalloc(rules->arena, rules->subfields.n);

    *block = (struct block){ .rule = -1, .general = true };
    for (size_t w = 1; w < s->words.n; w++) {
        enum np_status status = mark(rules, s->words.v[w], on, err);

        if (status != NP_OK)
            return status;
    }
    for (size_t i = 0; i < rules->subfields.n; i++)
        if (on[i])
            *np_list_add(rules->arena, &block->targets) = (int)i;
    return block->targets.n ? NP_OK : missing(s, "at least one subfield", err);
}
