/* us_biblio.c -- numbers, dates and relations of USPTO v4.x documents.
 *
 * Every number stands in a document-id; the element around it says whose it is, so a
 * document-id fills state->id and the closing of that element takes it.
 */
#include "us.h"

static struct us_state *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

void np_us_open_id(struct np_walk *walk)
{
    memset(&state_of(walk)->id, 0, sizeof state_of(walk)->id);
}

void np_us_id_country(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->id.country = text;
}

void np_us_id_number(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->id.number = text;
}

void np_us_id_kind(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->id.kind = text;
}

void np_us_id_date(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->id.date = np_date_parse(text);
}

void np_us_publication(struct np_walk *walk, struct np_slice text)
{
    struct np_record *record = np_walk_record(walk);
    const struct us_id *id = &state_of(walk)->id;

    (void)text;
    record->office = id->country;
    record->number = np_publication_number(np_walk_arena(walk), id->country, id->number);
    record->kind = id->kind;
    record->date = record->stated = id->date;
}

static const struct {
    const char *word;
    enum np_type type;
} application_types[] = {
    { "utility", NP_INVENTION }, { "design", NP_DESIGN }, { "plant", NP_PLANT },
    { "reissue", NP_REISSUE },   { "sir", NP_SIR },
};

void np_us_application_type(struct np_walk *walk)
{
    state_of(walk)->application_type = np_walk_attribute(walk, "appl-type");
    np_us_open_id(walk);
}

/* By the word, else by the first letter of the kind (formats/uspto.md, "Number and date
 * shapes": B1 B2 S1 P2 P3 E1 H1, A1 A2 A9, P1 P4).                                     */
static enum np_type type_of(struct np_slice word, struct np_slice kind)
{
    for (size_t i = 0; i < sizeof application_types / sizeof application_types[0]; i++)
        if (np_slice_is(word, application_types[i].word))
            return application_types[i].type;
    switch (kind.n ? kind.p[0] : 0) {
    case 'A':
    case 'B': return NP_INVENTION;
    case 'S': return NP_DESIGN;
    case 'P': return NP_PLANT;
    case 'E': return NP_REISSUE;
    case 'H': return NP_SIR;
    default: return NP_OTHER_TYPE;
    }
}

enum np_stage np_us_application_stage(struct np_slice kind)
{
    return np_slice_is(kind, "A9") || np_slice_is(kind, "P9") ? NP_CORRECTION : NP_APPLICATION;
}

/* An international application is known by its receiving office: "PCT/EP2004/012345",
 * "PCTDE9901234" (formats/record.md, application.number).                             */
struct np_slice np_us_receiving_office(struct np_slice number, struct np_slice country)
{
    size_t at = 3;

    if (!np_slice_starts(number, "PCT"))
        return country;
    while (at < number.n && (number.p[at] == '/' || number.p[at] == ' '))
        at++;
    for (size_t i = at; i < at + 2; i++)
        if (i >= number.n || number.p[i] < 'A' || number.p[i] > 'Z')
            return country;
    return np_slice_sub(number, at, 2);
}

static struct np_docref application_ref(struct np_walk *walk)
{
    const struct us_id *id = &state_of(walk)->id;
    struct np_docref ref = { 0 };

    ref.office = np_us_receiving_office(id->number, id->country);
    ref.number = np_application_number(np_walk_arena(walk), ref.office, id->number);
    ref.date = id->date;
    return ref;
}

void np_us_application(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    np_walk_record(walk)->application = application_ref(walk);
}

void np_us_priority(struct np_walk *walk, struct np_slice text)
{
    struct np_record *record = np_walk_record(walk);
    struct np_docref ref = application_ref(walk);

    (void)text;
    /* As printed, check digit and all (formats/record.md, settled details). */
    ref.number = np_priority_number(np_walk_arena(walk), ref.office, state_of(walk)->id.number);
    if (!ref.number.n)
        return;
    for (size_t i = 0; i < record->priorities.n; i++)
        if (np_slice_eq(record->priorities.v[i].office, ref.office) &&
            np_slice_eq(record->priorities.v[i].number, ref.number))
            return;
    *np_list_add(np_walk_arena(walk), &record->priorities) = ref;
}

/* ---- PCT ---- */

void np_us_pct_filing(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    np_walk_record(walk)->pct_application =
        np_pct_number(np_walk_arena(walk), state_of(walk)->id.number);
}

void np_us_pct_publishing(struct np_walk *walk, struct np_slice text)
{
    struct np_arena *arena = np_walk_arena(walk);
    struct np_slice number = state_of(walk)->id.number;

    (void)text;
    if (!np_slice_is(state_of(walk)->id.country, "WO") && !np_slice_starts(number, "WO"))
        return;
    number = np_publication_number(arena, NP_S("WO"), number);
    if (number.n)
        np_walk_record(walk)->pct_publication = np_arena_printf(arena, "WO%.*s", NP_ARG(number));
}

/* ---- related documents ---- */

/* Elements of us-related-documents with a parent-doc, and the relation of the child to it. A
 * continuing or divisional reissue is a reissue in the first place: its claims are amended ones
 * of a grant. A correction names the same document and a utility model basis no parent.       */
static const struct np_us_relation relations[] = {
    { "continuation", "continuation" },
    { "continuation-in-part", "continuation_in_part" },
    { "division", "division" },
    { "reissue", "reissue" },
    { "continuing-reissue", "reissue" },
    { "us-divisional-reissue", "reissue" },
    { "reexamination", "reexamination" },
    { "us-reexamination-reissue-merger", "reexamination" },
    { "addition", "addition" },
    { "substitution", "substitution" },
    { NULL, NULL },
};

struct np_slice np_us_relation_of(struct np_walk *walk, const struct np_us_relation *table)
{
    for (; table->element; table++)
        if (np_slice_is(np_walk_element(walk), table->element))
            return np_slice_of(table->relation);
    return NP_EMPTY;
}

void np_us_open_relation(struct np_walk *walk)
{
    struct us_state *state = state_of(walk);

    state->relation = np_us_relation_of(walk, relations);
}

static void add_parent(struct np_walk *walk, struct np_slice relation)
{
    struct np_record *record = np_walk_record(walk);
    struct np_parent parent = { relation, application_ref(walk) };

    if (!relation.n || !parent.doc.number.n)
        return;
    for (size_t i = 0; i < record->parents.n; i++)
        if (np_slice_eq(record->parents.v[i].relation, relation) &&
            np_slice_eq(record->parents.v[i].doc.office, parent.doc.office) &&
            np_slice_eq(record->parents.v[i].doc.number, parent.doc.number))
            return;
    *np_list_add(np_walk_arena(walk), &record->parents) = parent;
}

void np_us_parent(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    add_parent(walk, state_of(walk)->relation);
}

void np_us_provisional(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    add_parent(walk, NP_S("provisional"));
}

/* ---- texts ---- */

void np_us_title(struct np_walk *walk, struct np_slice text)
{
    struct np_record *record = np_walk_record(walk);

    if (text.n && !record->title.n)
        *np_list_add(np_walk_arena(walk), &record->title) = (struct np_text){ NP_S("en"), text };
}

void np_us_abstract(struct np_walk *walk, struct np_slice text)
{
    struct np_record *record = np_walk_record(walk);

    if (text.n && !record->abstract.n)
        *np_list_add(np_walk_arena(walk), &record->abstract) =
            (struct np_text){ NP_S("en"), text };
}

void np_us_finish(struct np_walk *walk, struct us_state *state)
{
    struct np_record *record = np_walk_record(walk);

    for (size_t i = 0; i < state->old_ipc.n; i++)
        np_symbols_add(np_walk_arena(walk), &record->ipc, state->old_ipc.v[i]);
    np_us_finish_parties(walk, state);
    np_us_finish_claims(walk, state);
    record->type = type_of(state->application_type, record->kind);
    record->lang = NP_S("en");
}
