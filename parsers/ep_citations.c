/* ep_citations.c -- what EPO documents cite.
 *
 *   B documents, B561   "EP-A1- 3 109 871"   office-kind-number, blanks anywhere
 *                       "GB- - 1 466 799"    no kind
 *                       "US-E- R E36 154"    reissue 36154
 *                       "DE-A1-102009 041 527"
 *   A documents         search-report-data/.../citation with parts and categories
 *
 * A B document's list says neither by whom nor why (formats/ep-fulltext.md, section 4).
 */
#include "ep.h"

static struct ep_state *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The numbers of US applications in these lists have lost a zero in front of the serial
 * ("2008 197 955"): what is left is the DOCDB form.                                     */
static bool read_printed(struct np_walk *walk, struct np_slice text, struct np_docref *doc)
{
    size_t first = np_slice_find(text, NP_S("-")), second;
    struct np_slice rest;

    if (first != 2 || !is_capital(text.p[0]) || !is_capital(text.p[1]))
        return false;
    rest = np_slice_sub(text, 3, text.n);
    second = np_slice_find(rest, NP_S("-"));
    if (second == (size_t)-1 || second > 3)
        return false;
    doc->office = np_slice_sub(text, 0, 2);
    doc->kind = np_slice_trim(np_slice_sub(rest, 0, second));
    rest = np_slice_trim(np_slice_sub(rest, second + 1, rest.n));
    if (!rest.n || !is_digit(rest.p[rest.n - 1]))
        return false;
    doc->number = np_cited_number(np_walk_arena(walk), doc->office, rest);
    return doc->number.n > 0;
}

static void add_category(struct np_walk *walk, struct np_citation *to,
                         const struct ep_citation *from)
{
    for (size_t i = 0; i < from->category.n; i++) {
        bool known = false;

        for (size_t k = 0; k < to->category.n; k++)
            known |= np_slice_eq(to->category.v[k], from->category.v[i]);
        if (!known)
            *np_list_add(np_walk_arena(walk), &to->category) = from->category.v[i];
    }
}

/* A publication that is listed twice stands once, with the categories of both. */
static struct np_citation *place_for(struct np_walk *walk, const struct np_docref *doc,
                                     enum np_by by)
{
    struct np_record *record = np_walk_record(walk);
    struct np_citation *made;

    for (size_t i = 0; i < record->citations.n; i++) {
        struct np_citation *other = &record->citations.v[i];

        if (other->by == by && np_slice_eq(other->doc.office, doc->office) &&
            np_slice_eq(other->doc.number, doc->number) &&
            np_slice_eq(other->doc.kind, doc->kind))
            return other;
    }
    made = np_list_add(np_walk_arena(walk), &record->citations);
    made->doc = *doc;
    made->by = by;
    return made;
}

/* ---- B documents ---- */

static void add_npl(struct np_walk *walk, struct np_slice text, enum np_by by)
{
    struct np_npl *npl;

    if (!text.n)
        return;
    npl = np_list_add(np_walk_arena(walk), &np_walk_record(walk)->npl);
    npl->text = text;
    npl->by = by;
}

void np_ep_cited_literature(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->speaks_citations = true;
    add_npl(walk, text, NP_BY_UNKNOWN);
}

/* What cannot be read as a publication is kept as it is printed. */
void np_ep_cited_patent(struct np_walk *walk, struct np_slice text)
{
    struct np_docref doc = { 0 };

    state_of(walk)->speaks_citations = true;
    if (read_printed(walk, text, &doc))
        place_for(walk, &doc, NP_BY_UNKNOWN);
    else
        add_npl(walk, text, NP_BY_UNKNOWN);
}

/* ---- search reports ---- */

void np_ep_open_citation(struct np_walk *walk)
{
    memset(&state_of(walk)->citation, 0, sizeof state_of(walk)->citation);
    state_of(walk)->speaks_citations = true;
}

void np_ep_open_patcit(struct np_walk *walk)
{
    state_of(walk)->citation.printed = np_walk_attribute(walk, "dnum");
}

void np_ep_patcit_part(struct np_walk *walk, struct np_slice text)
{
    struct ep_citation *citation = &state_of(walk)->citation;
    struct np_slice element = np_walk_element(walk);

    if (np_slice_is(element, "country"))
        citation->doc.office = text;
    else if (np_slice_is(element, "doc-number"))
        citation->doc.number = text;
    else if (np_slice_is(element, "kind"))
        citation->doc.kind = text;
    else if (np_slice_is(element, "date"))
        citation->doc.date = np_date_parse(text);
    else if (!citation->printed.n)
        citation->printed = text;
}

void np_ep_nplcit(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->citation.npl = text;
}

/* "X,D": letter by letter; "&", a member of the same family, is no category. */
void np_ep_category(struct np_walk *walk, struct np_slice text)
{
    struct ep_citation *citation = &state_of(walk)->citation;

    for (size_t i = 0; i < text.n; i++) {
        bool known = !is_capital(text.p[i]);

        for (size_t k = 0; k < citation->category.n; k++)
            known |= citation->category.v[k].p[0] == text.p[i];
        if (!known)
            *np_list_add(np_walk_arena(walk), &citation->category) = np_slice_sub(text, i, 1);
    }
}

static bool settle_doc(struct np_walk *walk, struct ep_citation *citation)
{
    struct np_docref doc = { 0 };

    if (citation->doc.office.n && citation->doc.number.n) {
        citation->doc.number = np_cited_number(np_walk_arena(walk), citation->doc.office,
                                               citation->doc.number);
        return citation->doc.number.n > 0;
    }
    if (!citation->printed.n || (!read_printed(walk, citation->printed, &doc) &&
                                 !np_publication_split(np_walk_arena(walk), citation->printed,
                                                       &doc)))
        return false;
    doc.date = citation->doc.date;
    citation->doc = doc;
    return true;
}

void np_ep_citation(struct np_walk *walk, struct np_slice text)
{
    struct ep_citation *citation = &state_of(walk)->citation;
    struct np_record *record = np_walk_record(walk);
    size_t before = record->npl.n;

    (void)text;
    if (settle_doc(walk, citation)) {
        struct np_citation *place = place_for(walk, &citation->doc, NP_BY_EXAMINER);

        place->phase = NP_PHASE_SEARCH;
        add_category(walk, place, citation);
        return;
    }
    add_npl(walk, citation->npl.n ? citation->npl : citation->printed, NP_BY_EXAMINER);
    for (size_t i = 0; record->npl.n > before && i < citation->category.n; i++)
        *np_list_add(np_walk_arena(walk), &record->npl.v[before].category) =
            citation->category.v[i];
}
