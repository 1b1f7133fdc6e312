/* st36_claims.c -- claim sets of MAREC, wo-ocr and ST.36 documents, one for each language.
 *
 *   EP   three sets, <claim num="xx"> or "0001", references by words alone
 *   US   <claim-ref idref="CLM-00001"> or "US-20030000483-A1-CLM-00001"
 *   WO   all claims in one <claim> of many <claim-text>: cut by wo_claims.c
 */
#include "st36.h"

#include "docdb.h"

static struct st36 *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

static struct st36_claims *open_set(struct np_walk *walk)
{
    struct st36 *st36 = state_of(walk);

    return &st36->claims.v[st36->claims.n - 1];
}

/* The number that all of s is; 0 if it is something else ("xx", "01-18"). */
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

/* ---- while walking ---- */

void np_st36_open_claims(struct np_walk *walk)
{
    struct st36_claims *set = np_list_add(np_walk_arena(walk), &state_of(walk)->claims);

    set->lang = np_docdb_lang(np_walk_arena(walk), np_walk_attribute(walk, "lang"));
}

void np_st36_open_claim(struct np_walk *walk)
{
    struct st36_claims *set = open_set(walk);
    struct np_claim *claim = np_list_add(np_walk_arena(walk), &set->claims);

    claim->num = whole_number(np_slice_trim(np_walk_attribute(walk, "num")));
    *np_list_add(np_walk_arena(walk), &set->ids) = np_walk_attribute(walk, "id");
}

void np_st36_close_claim(struct np_walk *walk, struct np_slice text)
{
    struct st36_claims *set = open_set(walk);
    struct np_claim *claim = &set->claims.v[set->claims.n - 1];

    claim->text = text;
    if (np_claim_is_cancelled(text))
        claim->num = 0;
    else if (claim->num == 0)
        claim->num = (int)set->claims.n; /* its position (formats/record.md) */
    if (set->claims.n == 1 && !set->paragraphs.n)
        *np_list_add(np_walk_arena(walk), &set->paragraphs) = np_walk_raw(walk);
}

void np_st36_paragraph(struct np_walk *walk, struct np_slice text)
{
    struct st36_claims *set = open_set(walk);

    (void)text;
    if (set->claims.n == 1)
        *np_list_add(np_walk_arena(walk), &set->paragraphs) = np_walk_raw(walk);
}

void np_st36_claim_ref(struct np_walk *walk, struct np_slice text)
{
    struct st36_claims *set = open_set(walk);

    *np_list_add(np_walk_arena(walk), &set->references) = (struct st36_reference){
        set->claims.n - 1, np_walk_attribute(walk, "idref"), text
    };
}

/* ---- when the document is over ---- */

/* The digits that end an id ("CLM-00001", "c-en-01-0002"). */
static int number_behind(struct np_slice id)
{
    size_t from = id.n;

    while (from > 0 && id.p[from - 1] >= '0' && id.p[from - 1] <= '9')
        from--;
    return whole_number(np_slice_sub(id, from, id.n));
}

static void resolve_references(struct np_arena *arena, struct st36_claims *set)
{
    struct np_map *numbers = np_map_new();

    for (size_t i = 0; i < set->claims.n; i++)
        np_map_put(numbers, set->ids.v[i], set->claims.v[i].num);
    for (size_t i = 0; i < set->references.n; i++) {
        const struct st36_reference *reference = &set->references.v[i];
        struct np_claim *claim = &set->claims.v[reference->claim];
        const int64_t *number = np_map_get(numbers, reference->idref);

        np_claim_dependence_add(arena, claim,
                                number ? (int)*number : number_behind(reference->idref));
        np_claim_dependence_list(arena, claim, reference->text);
    }
    np_map_free(numbers);
}

/* In one element: cut, if the number of a claim stands in it; else as they are. */
static void take_set(struct np_walk *walk, struct st36_claims *set, bool cut,
                     struct np_claims *out)
{
    struct np_arena *arena = np_walk_arena(walk);

    if (cut && set->claims.n == 1) {
        if (!np_wo_cut_claims(arena, set->paragraphs.v, set->paragraphs.n, out))
            np_walk_note(walk, "NP-NOT-004", "claims in one element: a number is missing");
    } else {
        resolve_references(arena, set);
        for (size_t i = 0; i < set->claims.n; i++)
            *np_list_add(arena, &out->claims) = set->claims.v[i];
    }
    /* Also where references are marked: the mark ends before "or 2" and "to 8". */
    for (size_t i = 0; i < out->claims.n; i++)
        if (out->claims.v[i].num)
            np_claim_dependence(arena, &out->claims.v[i], out->lang);
}

static bool has_lang(const struct np_record *record, struct np_slice lang)
{
    for (size_t i = 0; i < record->claims.n; i++)
        if (np_slice_eq(record->claims.v[i].lang, lang))
            return true;
    return false;
}

/* Claims of the document's own language; where it is not known and there is one set, of that. */
static void count_claims(struct np_record *record)
{
    for (size_t i = 0; i < record->claims.n; i++) {
        const struct np_claims *set = &record->claims.v[i];

        if (!np_slice_eq(set->lang, record->lang) && (record->lang.n || record->claims.n > 1))
            continue;
        for (size_t k = 0; k < set->claims.n; k++)
            record->claim_count += set->claims.v[k].num > 0;
    }
}

void np_st36_take_claims(struct np_walk *walk, struct st36 *st36, bool cut)
{
    struct np_record *record = np_walk_record(walk);

    for (size_t i = 0; i < st36->claims.n; i++) {
        struct st36_claims *set = &st36->claims.v[i];
        struct np_claims *out;

        if (!set->lang.n)
            set->lang = record->lang.n ? record->lang : NP_S("und");
        if (!set->claims.n)
            continue;
        if (has_lang(record, set->lang)) {
            np_walk_note(walk, "NP-NOT-005", "more than one set of claims in '%.*s'",
                         NP_ARG(set->lang));
            continue;
        }
        out = np_list_add(np_walk_arena(walk), &record->claims);
        out->lang = set->lang;
        take_set(walk, set, cut, out);
    }
    count_claims(record);
}
