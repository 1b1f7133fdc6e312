/* ep_claims.c -- claims of EPO full text: one set in A documents, three in B documents.
 *
 * No element marks a reference: dependence is read from the words of the set's language
 * (formats/ep-fulltext.md, section 2). amended-claims are no claims of the document.
 *
 * A language may have several sets, for different states. They are kept in reading order in the
 * list of their language; the count is that of the first set, because the others word the same
 * claims again.
 */
#include "docdb.h"
#include "ep.h"

static struct ep_state *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

void np_ep_open_claims(struct np_walk *walk)
{
    struct np_record *record = np_walk_record(walk);
    struct ep_state *state = state_of(walk);
    struct np_slice lang = np_docdb_lang(np_walk_arena(walk), np_walk_attribute(walk, "lang"));

    state->position = 0;
    state->out_of_sequence = false;
    state->counts = np_slice_eq(lang, record->lang);
    for (size_t i = 0; i < record->claims.n; i++)
        if (np_slice_eq(record->claims.v[i].lang, lang)) {
            state->claims = &record->claims.v[i];
            state->counts = false;
            state->several_sets = true;
            return;
        }
    state->claims = np_list_add(np_walk_arena(walk), &record->claims);
    state->claims->lang = lang;
}

/* "0001"; where it is no number, the claim's position. */
void np_ep_open_claim(struct np_walk *walk)
{
    struct np_slice printed = np_slice_trim(np_walk_attribute(walk, "num"));
    struct ep_state *state = state_of(walk);

    state->position++;
    state->number = 0;
    for (size_t i = 0; i < printed.n && printed.n <= 8; i++) {
        if (printed.p[i] < '0' || printed.p[i] > '9') {
            state->number = 0;
            break;
        }
        state->number = state->number * 10 + (printed.p[i] - '0');
    }
    if (!state->number)
        state->number = state->position;
}

void np_ep_claim(struct np_walk *walk, struct np_slice text)
{
    struct ep_state *state = state_of(walk);
    struct np_claim *claim = np_list_add(np_walk_arena(walk), &state->claims->claims);

    if (state->number != state->position && !state->out_of_sequence) {
        np_walk_note(walk, "NP-NOT-004", "claims in '%.*s': number %d in place %d",
                     NP_ARG(state->claims->lang), state->number, state->position);
        state->out_of_sequence = true;
    }

    claim->num = state->number;
    claim->text = text;
    np_claim_dependence(np_walk_arena(walk), claim, state->claims->lang);
    np_walk_record(walk)->claim_count += state->counts;
}

/* ---- the sets of a specification say the same in three languages ---- */

static bool same_parents(const struct np_claim *a, const struct np_claim *b)
{
    return a->depends.n == b->depends.n &&
           (!a->depends.n ||
            memcmp(a->depends.v, b->depends.v, a->depends.n * sizeof *a->depends.v) == 0);
}

/* A misprint in one of them ("selon la revendication et", "claim 1 to 4" for 1 to 5): what each
 * says is kept.                                                                              */
static void compare_sets(struct np_walk *walk, const struct np_claims *own,
                         const struct np_claims *other)
{
    if (own->claims.n != other->claims.n) {
        np_walk_note(walk, "NP-NOT-005", "%zu claims in '%.*s', %zu in '%.*s'", own->claims.n,
                     NP_ARG(own->lang), other->claims.n, NP_ARG(other->lang));
        return;
    }
    for (size_t i = 0; i < own->claims.n; i++)
        if (!same_parents(&own->claims.v[i], &other->claims.v[i]))
            np_walk_note(walk, "NP-NOT-005",
                         "claim %d refers to other claims in '%.*s' than in '%.*s'",
                         own->claims.v[i].num, NP_ARG(own->lang), NP_ARG(other->lang));
}

void np_ep_finish_claims(struct np_walk *walk)
{
    const struct np_record *record = np_walk_record(walk);
    const struct np_claims *own = NULL;

    for (size_t i = 0; i < record->claims.n && !own; i++)
        if (np_slice_eq(record->claims.v[i].lang, record->lang))
            own = &record->claims.v[i];
    if (state_of(walk)->several_sets)
        return;
    for (size_t i = 0; own && i < record->claims.n; i++)
        if (&record->claims.v[i] != own)
            compare_sets(walk, own, &record->claims.v[i]);
}
