/* us_citations.c -- what USPTO v4.x grants cite: citation (to v4.2), us-citation (from v4.3). */
#include "us.h"

static struct us_state *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

void np_us_open_citation(struct np_walk *walk)
{
    struct us_state *state = state_of(walk);

    state->is_patent = false;
    state->npl = NP_EMPTY;
    state->by = NP_BY_UNKNOWN;
    np_us_open_id(walk);
}

void np_us_patcit(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    state_of(walk)->is_patent = true;
}

void np_us_nplcit(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->npl = text;
}

/* To v4.2 "cited by other" stands for the applicant and everybody else: not known. */
void np_us_cited_by(struct np_walk *walk, struct np_slice text)
{
    struct us_state *state = state_of(walk);

    if (np_slice_is(text, "cited by examiner"))
        state->by = NP_BY_EXAMINER;
    else if (np_slice_is(text, "cited by applicant"))
        state->by = NP_BY_APPLICANT;
    else if (np_slice_is(text, "cited by third party"))
        state->by = NP_BY_THIRD_PARTY;
}

static bool is_cited(const struct np_record *record, const struct np_docref *doc, enum np_by by)
{
    for (size_t i = 0; i < record->citations.n; i++) {
        const struct np_citation *other = &record->citations.v[i];

        if (other->by == by && np_slice_eq(other->doc.number, doc->number) &&
            np_slice_eq(other->doc.office, doc->office) &&
            np_slice_eq(other->doc.kind, doc->kind))
            return true;
    }
    return false;
}

static void add_patent(struct np_walk *walk)
{
    struct np_record *record = np_walk_record(walk);
    const struct us_state *state = state_of(walk);
    struct np_docref doc = { state->id.country, NP_EMPTY, state->id.kind, state->id.date };
    struct np_citation *citation;

    doc.number = np_cited_number(np_walk_arena(walk), doc.office, state->id.number);
    if (!doc.number.n || is_cited(record, &doc, state->by))
        return;
    citation = np_list_add(np_walk_arena(walk), &record->citations);
    citation->doc = doc;
    citation->by = state->by;
}

void np_us_close_citation(struct np_walk *walk, struct np_slice text)
{
    struct np_record *record = np_walk_record(walk);
    const struct us_state *state = state_of(walk);

    (void)text;
    if (state->is_patent) {
        add_patent(walk);
    } else if (state->npl.n) {
        struct np_npl *npl = np_list_add(np_walk_arena(walk), &record->npl);

        npl->text = state->npl;
        npl->by = state->by;
    }
}
