/* explain_beside.c -- two families beside each other: their independent claims and the citations
 * between them, whoever cites.
 */
#include "explaining.h"

#include <nanopat/record.h>

/* ---- claims ---- */

static const struct np_column claim_columns[] = {
    { "no", NP_CELL_INT, "", "Our claim", "本方权利要求号", "" },
    { "ours", NP_CELL_TEXT, "", "Ours", "本方独立权利要求", "" },
    { "their_no", NP_CELL_INT, "", "Their claim", "对方权利要求号", "" },
    { "theirs", NP_CELL_TEXT, "", "Theirs", "对方独立权利要求", "" },
    { 0 }
};

struct side { struct np_slice members, publication; const struct np_claim **claims; size_t n; };

/* Independent claims in the document's own language, else in the first. */
static bool take_claims(struct explaining *e, const struct np_record *record, struct side *side)
{
    const struct np_claims *own = record->claims.n ? &record->claims.v[0] : NULL;

    for (size_t i = 0; i < record->claims.n; i++)
        if (np_slice_eq(record->claims.v[i].lang, record->lang) && record->claims.v[i].claims.n)
            own = &record->claims.v[i];
    if (!own)
        return false;
    side->claims = np_arena_zalloc(e->arena, (own->claims.n + 1) * sizeof *side->claims);
    for (size_t i = 0; i < own->claims.n; i++)
        if (own->claims.v[i].num && !own->claims.v[i].depends.n)
            side->claims[side->n++] = &own->claims.v[i];
    return side->n > 0;
}

static bool read_claims(struct explaining *e, struct np_slice id, struct side *side)
{
    struct np_record *record;
    struct np_err here = { 0 };

    if (e->status != NP_OK || np_store_record(e->store, id, e->arena, &record, &here) != NP_OK ||
        !take_claims(e, record, side))
        return false;
    side->publication = id;
    return true;
}

/* The next word of a list with blanks between; false behind the last. */
static bool next_word(struct np_slice *list, struct np_slice *word)
{
    size_t end = np_slice_find(*list, NP_S(" "));

    if (!list->n)
        return false;
    *word = np_slice_sub(*list, 0, end);
    *list = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(*list, end + 1, list->n);
    return true;
}

/* Of the right in the market: a grant's claims before an application's; else of any member. */
static void find_claims(struct explaining *e, struct np_slice right, struct side *side)
{
    struct np_slice left, id;

    for (int pass = 0; pass < 2; pass++)
        for (left = side->members; next_word(&left, &id);)
            if (np_slice_starts(id, np_arena_copy(e->arena, np_slice_sub(right, 0, 2)).p) &&
                (np_slice_find(np_slice_sub(id, id.n - 2, 2), NP_S("B")) != (size_t)-1) == !pass &&
                read_claims(e, id, side))
                return;
    if (read_claims(e, right, side))
        return;
    for (left = side->members; next_word(&left, &id);)
        if (read_claims(e, id, side))
            return;
}

static void set_claim(struct np_result *r, struct np_cell *row, int at, const struct side *side,
                      size_t i)
{
    if (i >= side->n)
        return;
    np_cell_int(&row[at], side->claims[i]->num);
    np_cell_text(r, &row[at + 1], side->claims[i]->text);
}

static struct np_slice publication_of(const struct side *side)
{
    return side->publication.n ? side->publication : NP_S("?");
}

static void add_claims(struct explaining *e, const struct side *ours, const struct side *theirs)
{
    struct np_result *r = np_result_new("explain_claims", claim_columns);
    const char *en, *zh;

    for (size_t i = 0; i < ours->n || i < theirs->n; i++) {
        struct np_cell *row = np_result_row(r);

        set_claim(r, row, 0, ours, i);
        set_claim(r, row, 2, theirs, i);
    }
    if (!r->rows.n) {
        np_result_free(r);
        return;
    }
    en = np_arena_printf(r->arena, "Independent claims side by side: %.*s and %.*s",
                         NP_ARG(publication_of(ours)), NP_ARG(publication_of(theirs))).p;
    zh = np_arena_printf(r->arena, "独立权利要求对照: %.*s 与 %.*s", NP_ARG(publication_of(ours)),
                         NP_ARG(publication_of(theirs))).p;
    add_table(e, r, en, zh);
}

/* A side whose claims are not in the data says so; what is absent is not an empty claim. */
static void tell_absent(struct explaining *e, const char *item, const struct side *side)
{
    struct np_cell *row;

    if (side->n)
        return;
    row = add_row(e, "because", "", np_slice_of(item));
    set_text(e, row, X_TEXT, NP_S("no claims to compare"));
    set_form(e, row, FORM_WORDS);
    set_text(e, row, X_REASON, NP_S("no_data"));
}

/* ---- citations ---- */

static const struct np_column cited_columns[] = {
    { "id", NP_CELL_TEXT, "", "Citing", "引用文献", "" },
    { "cited", NP_CELL_TEXT, "", "Cited", "被引文献", "" },
    { "cited_office", NP_CELL_TEXT, "", "Office", "国家/地区", "" },
    { "cited_number", NP_CELL_TEXT, "", "Number", "号码", "" },
    { "category", NP_CELL_TEXT, "", "Category", "类别", "" },
    { "said_by", NP_CELL_TEXT, "", "Said by", "引用者", "" },
    { "phase", NP_CELL_TEXT, "", "Phase", "阶段", "" },
    { 0 }
};

static const struct np_column between_columns[] = {
    { "citing_side", NP_CELL_TEXT, "", "Who cites", "引用方", "" },
    { "id", NP_CELL_TEXT, "", "Citing", "引用文献", "" },
    { "cited", NP_CELL_TEXT, "", "Cited", "被引文献", "" },
    { "category", NP_CELL_TEXT, "", "Category", "类别", "" },
    { "said_by", NP_CELL_TEXT, "", "Said by", "引用者", "" },
    { "phase", NP_CELL_TEXT, "", "Phase", "阶段", "" },
    { 0 }
};

/* Is it one of the members, whatever its kind? "US2012345678" of "US2012345678A1". */
static bool names_member(struct explaining *e, struct np_slice members, struct np_slice office,
                         struct np_slice number)
{
    struct np_slice id = np_publication_id(e->arena, office, number, NP_EMPTY), member;

    while (id.n && next_word(&members, &member))
        if (member.n >= id.n && np_slice_eq(np_slice_sub(member, 0, id.n), id) &&
            (member.n == id.n || !(member.p[id.n] >= '0' && member.p[id.n] <= '9')))
            return true;
    return false;
}

static void take_citations(struct explaining *e, struct np_result *r, const char *side,
                           struct np_slice citing, struct np_slice cited)
{
    struct np_condition is = { "id", NP_AMONG, citing };
    struct np_result *all = select_rows(e, "explain_citations", "v_citations", cited_columns, &is, 1,
                                        "id seq", -1);

    for (size_t i = 0; all && i < all->rows.n; i++) {
        struct np_cell *row;

        if (!names_member(e, cited, cell_text(all, i, "cited_office"), cell_text(all, i, "cited_number")))
            continue;
        row = np_result_row(r);
        np_cell_text(r, &row[0], np_slice_of(side));
        for (int c = 1; between_columns[c].name; c++) {
            struct np_slice text = cell_text(all, i, between_columns[c].name);

            if (text.n)
                np_cell_text(r, &row[c], text);
        }
    }
    np_result_free(all);
}

static void add_citations(struct explaining *e, struct np_slice ours, struct np_slice theirs)
{
    struct np_result *r = np_result_new("explain_between", between_columns);

    take_citations(e, r, "theirs", theirs, ours);
    take_citations(e, r, "ours", ours, theirs);
    if (r->rows.n)
        add_table(e, r, "Citations between the two", "双方之间的引用");
    else
        np_result_free(r);
}

/* ---- both ---- */

static struct np_slice members_of(struct explaining *e, struct np_slice family)
{
    struct np_result *r = ask_one(e, "families", "key", NP_IS, family);
    struct np_slice members = r ? np_arena_copy(e->arena, cell_text(r, 0, "members")) : NP_EMPTY;

    np_result_free(r);
    return members;
}

void explain_beside(struct explaining *e, const struct np_result *lead)
{
    struct side ours = { .members = members_of(e, cell_text(lead, 0, "family")) };
    struct side theirs = { .members = members_of(e, cell_text(lead, 0, "their_family")) };

    find_claims(e, cell_text(lead, 0, "publication"), &ours);
    find_claims(e, cell_text(lead, 0, "their_publication"), &theirs);
    tell_absent(e, "because_our_claims", &ours);
    tell_absent(e, "because_their_claims", &theirs);
    add_claims(e, &ours, &theirs);
    add_citations(e, ours.members, theirs.members);
}
