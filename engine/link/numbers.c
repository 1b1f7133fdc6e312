/* numbers.c -- the application of a publication, in the one spelling of engine/model. */
#include "parts.h"

#include <nanopat/docid.h>

struct np_slice application_key(struct np_arena *arena, const struct np_docref *application)
{
    return np_application_form(arena, application);
}

struct np_slice own_application_key(struct np_arena *arena, const struct np_facts *facts,
                                    int64_t publication)
{
    const struct np_gathered_names *names = &facts->gathered->names[publication];
    struct np_docref own = np_gathered_docref(facts, names->application);

    if (names->pct) {
        struct np_slice number = np_gathered_docref(facts, names->pct).number;
        struct np_slice pct = np_pct_number(arena, number);

        if (pct.n)
            return np_arena_printf(arena, "WO %.*s", NP_ARG(np_slice_sub(pct, 2, pct.n)));
    }
    if (np_slice_is(facts->words.v[facts->light[publication].office], "WO"))
        own.kind = NP_S("W");
    return application_key(arena, &own);
}
