/* us_pap.c -- USPTO applications of 2001 to 2004, patent-application-publication 1.5 and 1.6
 * (formats/uspto.md section 4).
 *
 * Where a country is left out it is the US, of numbers as of parties (formats/record.md, "Settled
 * details"). The inventors are no applicants of the record; the assignee is.
 */
#include "dialects.h"
#include "us.h"

static struct us_state *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

static void default_country(struct np_slice *country)
{
    if (!country->n)
        *country = NP_S("US");
}

/* ---- numbers and relations ---- */

void np_us_pap_publication(struct np_walk *walk, struct np_slice text)
{
    default_country(&state_of(walk)->id.country);
    np_us_publication(walk, text);
}

void np_us_pap_application(struct np_walk *walk, struct np_slice text)
{
    default_country(&state_of(walk)->id.country);
    np_us_application(walk, text);
}

static const struct np_us_relation relations[] = {
    { "continuation-of", "continuation" },
    { "continuation-in-part-of", "continuation_in_part" },
    { "continuing-reissue-of", "reissue" },
    { "division-of", "division" },
    { "a-371-of-international", "national_stage" },
    { "substitution-for", "substitution" },
    { "reissue-of", "reissue" },
    { NULL, NULL },
};

void np_us_pap_open_relation(struct np_walk *walk)
{
    struct us_state *state = state_of(walk);

    state->child = NP_EMPTY;

    state->relation = np_us_relation_of(walk, relations);
}

void np_us_pap_child(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->child = np_application_number(np_walk_arena(walk), NP_S("US"), text);
}

/* A chain of relations names parents of parents too; only the national stage that is this
 * application itself makes the PCT application its own.                                   */
void np_us_pap_parent(struct np_walk *walk, struct np_slice text)
{
    const struct us_state *state = state_of(walk);

    default_country(&state_of(walk)->id.country);
    np_us_parent(walk, text);
    if (np_slice_is(state->relation, "national_stage") &&
        np_slice_eq(state->child, np_walk_record(walk)->application.number))
        np_us_pct_filing(walk, text);
}

void np_us_pap_provisional(struct np_walk *walk, struct np_slice text)
{
    default_country(&state_of(walk)->id.country);
    np_us_provisional(walk, text);
}

void np_us_pap_patcit(struct np_walk *walk, struct np_slice text)
{
    default_country(&state_of(walk)->id.country);
    np_us_patcit(walk, text);
}

/* ---- symbols ---- */

/* Class and subclass in the columns that one string would have: "002" "006400", "D02" "741000". */
void np_us_pap_uspc(struct np_walk *walk, struct np_slice text)
{
    struct np_arena *arena = np_walk_arena(walk);
    const struct us_symbol *symbol = &state_of(walk)->symbol;

    (void)text;
    np_symbols_add(arena, &np_walk_record(walk)->uspc,
                   np_uspc_parse(arena, np_arena_printf(arena, "%3.*s%3.*s",
                                                        NP_ARG(symbol->class_),
                                                        NP_ARG(symbol->subclass))));
}

void np_us_pap_uspc_freeform(struct np_walk *walk, struct np_slice text)
{
    np_symbols_add(np_walk_arena(walk), &np_walk_record(walk)->uspc,
                   np_uspc_parse(np_walk_arena(walk), text));
}

/* ---- parties ---- */

void np_us_pap_inventor(struct np_walk *walk, struct np_slice text)
{
    struct us_person *person = &state_of(walk)->person;

    if (!person->country.n)
        person->country = person->residence;
    default_country(&person->country);
    np_us_inventor(walk, text);
}

void np_us_pap_assignee(struct np_walk *walk, struct np_slice text)
{
    default_country(&state_of(walk)->person.country);
    np_us_assignee(walk, text);
}

/* ---- texts ---- */

void np_us_pap_abstract(struct np_walk *walk, struct np_slice text)
{
    struct np_slice *abstract = &state_of(walk)->abstract;

    if (!text.n)
        return;
    *abstract = abstract->n ? np_arena_printf(np_walk_arena(walk), "%.*s %.*s",
                                              NP_ARG(*abstract), NP_ARG(text))
                            : text;
}

/* ---- the dialect ---- */

static int fits(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(root, "patent-application-publication") ? 100 : 0;
}

static enum np_status read_application(struct np_walk *walk, struct np_record *record,
                                       struct np_err *err)
{
    struct us_state state;
    enum np_status status;

    memset(&state, 0, sizeof state);
    status = np_walk_run(walk, np_us_pap_paths, &state, err);
    if (status != NP_OK)
        return status;
    np_us_abstract(walk, state.abstract);
    np_us_finish(walk, &state);
    record->stage = np_us_application_stage(record->kind);
    record->parts = NP_PART_BIBLIO | NP_PART_TEXT;
    if (state.has_claims)
        record->parts |= NP_PART_CLAIMS;
    if (record->citations.n || record->npl.n)
        record->parts |= NP_PART_CITATIONS;
    return NP_OK;
}

const struct np_dialect np_dialect_us_pap = {
    .name = "patent-application-publication",
    .says = "USPTO published applications of 2001 to 2004 (PAP 1.5 and 1.6), weekly",
    .sources = "USPTO: paYYMMDD.zip",
    .framing = { .root = "patent-application-publication" },
    .fits = fits,
    .read = read_application,
};
