/* us_claims.c -- claims of USPTO documents since 2001.
 *
 *   v4.x <claim id="CLM-00002" num="00002">
 *          ... of <claim-ref idref="CLM-00001">claim 1</claim-ref>
 *        <claim id="CLM-01-18" num="01-18"><claim-text>1-18. (canceled)</claim-text></claim>
 *   PAP  <claim id="CLM-00003"> 3. ... any one of
 *        <dependent-claim-reference depends_on="CLM-00001">claims 1</dependent-claim-reference> to ..
 *   PATDOC <CLM ID="CLM-00002"> 2. ... of <CLREF ID="CLM-00001"><PDAT>claim 1</PDAT></CLREF>; in SGML
 *        the reference is empty, or left out: then the words tell
 *
 * References are resolved at the end, when every id is known.
 */
#include "us.h"

static struct us_state *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

/* The number that all of s is; 0 if it is something else. */
static int whole_number(struct np_slice s)
{
    int value = 0;

    if (s.n == 0 || s.n > 9)
        return 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9')
            return 0;
        value = value * 10 + (s.p[i] - '0');
    }
    return value;
}

/* One of two spellings. */
static struct np_slice first_of(struct np_walk *walk, const char *name, const char *other)
{
    struct np_slice value = np_walk_attribute(walk, name);

    return value.n ? value : np_walk_attribute(walk, other);
}

void np_us_open_claims(struct np_walk *walk)
{
    state_of(walk)->has_claims = true;
}

void np_us_claim_count(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->stated_claims = whole_number(text);
}

void np_us_open_claim(struct np_walk *walk)
{
    struct us_state *state = state_of(walk);
    struct np_claim *claim = np_list_add(np_walk_arena(walk), &state->claims);

    claim->num = whole_number(np_walk_attribute(walk, "num"));
    *np_list_add(np_walk_arena(walk), &state->claim_ids) = first_of(walk, "id", "ID");
}

/* "12. A tube", "12 . A tube"; 0 if it does not begin so. */
static int number_in_front(struct np_slice text)
{
    size_t n = 0, at;

    while (n < text.n && text.p[n] >= '0' && text.p[n] <= '9')
        n++;
    at = n < text.n && text.p[n] == ' ' ? n + 1 : n;
    return at < text.n && text.p[at] == '.' ? whole_number(np_slice_sub(text, 0, n)) : 0;
}

void np_us_close_claim(struct np_walk *walk, struct np_slice text)
{
    struct us_state *state = state_of(walk);
    struct np_claim *claim = &state->claims.v[state->claims.n - 1];

    claim->text = text;
    if (np_claim_is_cancelled(text))
        claim->num = 0;
    else if (claim->num == 0 && !np_walk_attribute(walk, "num").n)
        claim->num = number_in_front(text); /* PAP and PATDOC have no num */
    if (claim->num == 0 && !np_claim_is_cancelled(text))
        claim->num = (int)state->claims.n; /* its position (formats/record.md) */
}

/* depends_on may name several claims, separated by blanks. */
void np_us_claim_ref(struct np_walk *walk, struct np_slice text)
{
    struct us_state *state = state_of(walk);
    struct np_slice ids = np_walk_attribute(walk, "idref");

    if (!state->claims.n)
        return;
    ids = ids.n ? ids : first_of(walk, "depends_on", "ID");
    do {
        size_t n = np_slice_find(ids, NP_S(" "));

        n = n < ids.n ? n : ids.n;
        *np_list_add(np_walk_arena(walk), &state->references) = (struct us_reference){
            state->claims.n - 1, np_slice_sub(ids, 0, n), text
        };
        ids = np_slice_trim(np_slice_sub(ids, n, ids.n));
    } while (ids.n);
}

/* The number of the claim with this id; else the digits at the id's end ("CLM-00001"). */
static int claim_number(const struct us_state *state, struct np_slice id)
{
    size_t from = id.n;

    for (size_t i = 0; i < state->claims.n; i++)
        if (np_slice_eq(state->claim_ids.v[i], id))
            return state->claims.v[i].num;
    while (from > 0 && id.p[from - 1] >= '0' && id.p[from - 1] <= '9')
        from--;
    return whole_number(np_slice_sub(id, from, id.n));
}

static void resolve_references(struct np_walk *walk, struct us_state *state)
{
    struct np_arena *arena = np_walk_arena(walk);

    for (size_t i = 0; i < state->references.n; i++) {
        const struct us_reference *reference = &state->references.v[i];
        struct np_claim *claim = &state->claims.v[reference->claim];

        np_claim_dependence_add(arena, claim, claim_number(state, reference->idref));
        np_claim_dependence_list(arena, claim, reference->text);
        /* "claims 1" alone is the beginning of a list, which the words behind it go on with:
         * the mark of its end does not say whether it is a range.                         */
        if (claim->num && np_slice_starts(reference->text, "claims"))
            np_claim_dependence(arena, claim, NP_S("en"));
    }
}

void np_us_finish_claims(struct np_walk *walk, struct us_state *state)
{
    struct np_record *record = np_walk_record(walk);
    struct np_arena *arena = np_walk_arena(walk);
    struct np_claims *claims;

    if (!state->has_claims || !state->claims.n) {
        record->claim_count = state->stated_claims;
        return;
    }
    resolve_references(walk, state);
    claims = np_list_add(arena, &record->claims);
    claims->lang = NP_S("en");
    for (size_t i = 0; i < state->claims.n; i++) {
        struct np_claim *claim = np_list_add(arena, &claims->claims);

        *claim = state->claims.v[i];
        if (claim->num && !claim->depends.n) /* 2 of 4,262 name their parents in words alone */
            np_claim_dependence(arena, claim, claims->lang);
        record->claim_count += claim->num > 0;
    }
}
