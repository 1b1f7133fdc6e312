/* jp_gazette.c -- gazettes of the Japan Patent Office, `jp-official-gazette` (2004 to 2021).
 *
 * ST.36 names with additions in a namespace of its own. What is peculiar:
 *   - the kind is words ("公開特許公報(A)"), its code an attribute of the root;
 *   - Japanese numbers have no country, and emperors' years before 2000 (jp.h);
 *   - an applicant has an address book in Japanese and, if foreign, another in English that may
 *     hold an address without a name;
 *   - amendments filed later repeat claims and description below jp:written-amendment-group: they
 *     are not what was published, and number-of-claims counts them;
 *   - jp:overflow repeats the front page as text.
 * FI and F-terms are classifications of their own and have no place in the record.
 */
#include "dialects.h"
#include "jp.h"
#include "narrow.h"

#include <nanopat/text.h>

static struct jp_state *state_of(struct np_walk *walk) { return np_walk_state(walk); }

/* ---- numbers ---- */

static void open_id(struct np_walk *walk)
{
    state_of(walk)->id = (struct np_docref){ .office = NP_EMPTY };
}

static void take_id(struct np_walk *walk, struct np_slice text)
{
    struct np_docref *id = &state_of(walk)->id;
    struct np_slice element = np_walk_element(walk);

    if (np_slice_is(element, "country"))
        id->office = text;
    else if (np_slice_is(element, "doc-number"))
        id->number = text;
    else if (np_slice_is(element, "kind"))
        id->kind = text;
    else
        id->date = np_date_parse(text);
}

/* A number without country is the office's own. */
static struct np_docref own_ref(struct np_walk *walk)
{
    struct np_docref ref = state_of(walk)->id;

    if (!ref.office.n)
        ref.office = NP_S("JP");
    ref.kind = NP_EMPTY;
    if (np_slice_is(ref.office, "JP"))
        ref.number = np_jp_number(np_walk_arena(walk), ref.number);
    else
        ref.number = np_priority_number(np_walk_arena(walk), ref.office, ref.number);
    return ref;
}

static void take_publication(struct np_walk *walk, struct np_slice text)
{
    struct np_record *record = np_walk_record(walk);
    struct np_docref ref = own_ref(walk);

    (void)text;
    record->office = ref.office;
    record->number = ref.number;
    record->date = record->stated = ref.date;
    state_of(walk)->kind_words = state_of(walk)->id.kind;
}

static void take_application(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    np_walk_record(walk)->application = own_ref(walk);
    if (!np_walk_record(walk)->application.number.n)
        np_walk_record(walk)->application.office = NP_EMPTY;
}

static void take_priority(struct np_walk *walk, struct np_slice text)
{
    struct np_record *record = np_walk_record(walk);
    struct np_docref ref = own_ref(walk);

    (void)text;
    for (size_t i = 0; i < record->priorities.n; i++)
        if (np_slice_eq(record->priorities.v[i].office, ref.office) &&
            np_slice_eq(record->priorities.v[i].number, ref.number))
            return;
    if (ref.number.n)
        *np_list_add(np_walk_arena(walk), &record->priorities) = ref;
}

static void take_pct_filing(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    np_walk_record(walk)->pct_application =
        np_pct_number(np_walk_arena(walk), state_of(walk)->id.number);
}

static void take_pct_publishing(struct np_walk *walk, struct np_slice text)
{
    struct np_arena *arena = np_walk_arena(walk);
    struct np_slice number =
        np_publication_number(arena, NP_S("WO"), state_of(walk)->id.number);

    (void)text;
    if (number.n)
        np_walk_record(walk)->pct_publication = np_arena_printf(arena, "WO%.*s", NP_ARG(number));
}

static const struct { const char *element, *relation; } relations[] = {
    { "division", "division" },
    { "addition", "addition" },
    { "continuation", "continuation" },
    { "continuation-in-part", "continuation_in_part" },
    { "substitution", "substitution" },
};

static void open_relation(struct np_walk *walk)
{
    state_of(walk)->relation = NP_EMPTY;
    for (size_t i = 0; i < sizeof relations / sizeof relations[0]; i++)
        if (np_slice_is(np_walk_element(walk), relations[i].element))
            state_of(walk)->relation = np_slice_of(relations[i].relation);
}

static void take_parent(struct np_walk *walk, struct np_slice text)
{
    struct np_parent parent = { state_of(walk)->relation, own_ref(walk) };

    (void)text;
    if (parent.relation.n && parent.doc.number.n)
        *np_list_add(np_walk_arena(walk), &np_walk_record(walk)->parents) = parent;
}

/* ---- symbols and texts ---- */

/* ST.8 columns: the white space matters. */
static void take_ipc(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    np_symbols_add(np_walk_arena(walk), &np_walk_record(walk)->ipc,
                   np_symbol_parse(np_walk_arena(walk), np_walk_raw(walk)));
}

static void take_locarno(struct np_walk *walk, struct np_slice text)
{
    np_symbols_add(np_walk_arena(walk), &np_walk_record(walk)->locarno,
                   np_locarno_parse(np_walk_arena(walk), text));
}

static struct np_slice lang_from(struct np_slice lang)
{
    return np_slice_is(lang, "en") || np_slice_is(lang, "EN") ? NP_S("en") : NP_S("ja");
}

/* Of the element whose handler runs, else of the gazette. */
static struct np_slice lang_of(struct np_walk *walk)
{
    struct np_slice lang = np_walk_attribute(walk, "lang");

    return lang_from(lang.n ? lang : np_walk_root_attribute(walk, "lang"));
}

#define ADD_TEXT(walk, list, text)                                                     \
    do {                                                                               \
        struct np_text made_ = { lang_of(walk), (text) };                              \
        bool known_ = !made_.text.n;                                                   \
        for (size_t i = 0; i < (list)->n; i++)                                         \
            known_ |= np_slice_eq((list)->v[i].lang, made_.lang);                      \
        if (!known_)                                                                   \
            *np_list_add(np_walk_arena(walk), (list)) = made_;                         \
    } while (0)

static void take_title(struct np_walk *walk, struct np_slice text)
{
    ADD_TEXT(walk, &np_walk_record(walk)->title, text);
}

static void take_abstract(struct np_walk *walk, struct np_slice text)
{
    ADD_TEXT(walk, &np_walk_record(walk)->abstract, text);
}

/* Digits alone, of any width; 0 if it is something else. */
static int whole_number(struct np_walk *walk, struct np_slice text)
{
    struct np_slice s = np_narrow(np_walk_arena(walk), text);
    int value = 0;

    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || i > 5)
            return 0;
        value = value * 10 + (s.p[i] - '0');
    }
    return value;
}

static void take_claim_count(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->stated_claims = whole_number(walk, text);
}

static void open_claims(struct np_walk *walk)
{
    struct np_record *record = np_walk_record(walk);

    if (!record->claims.n)
        np_list_add(np_walk_arena(walk), &record->claims)->lang = NP_S("ja");
}

static void take_claim(struct np_walk *walk, struct np_slice text)
{
    struct np_claims *claims = &np_walk_record(walk)->claims.v[0];
    struct np_claim *claim = np_list_add(np_walk_arena(walk), &claims->claims);

    claim->num = whole_number(walk, np_walk_attribute(walk, "num"));
    if (!claim->num)
        claim->num = (int)claims->claims.n;
    claim->text = text;
    np_claim_dependence(np_walk_arena(walk), claim, NP_S("ja"));
}

/* ---- prior art ---- */

/* What the description lists is the applicant's choice (INID 56 does not say whose it is). */
static void open_prior_art(struct np_walk *walk)
{
    state_of(walk)->by = NP_BY_APPLICANT;
    state_of(walk)->phase = NP_PHASE_FILING;
}

static void open_references(struct np_walk *walk)
{
    state_of(walk)->by = NP_BY_UNKNOWN;
    state_of(walk)->phase = NP_PHASE_UNKNOWN;
}

static void add_literature(struct np_walk *walk, struct np_slice text)
{
    if (text.n)
        *np_list_add(np_walk_arena(walk), &np_walk_record(walk)->npl) =
            (struct np_npl){ .text = text, .by = state_of(walk)->by };
}

static void add_cited(struct np_walk *walk, struct np_docref ref)
{
    struct np_record *record = np_walk_record(walk);
    struct np_citation cited = { .doc = ref };

    cited.by = state_of(walk)->by;
    cited.phase = state_of(walk)->phase;
    for (size_t i = 0; i < record->citations.n; i++) {
        const struct np_citation *other = &record->citations.v[i];

        if (other->by == cited.by && np_slice_eq(other->doc.office, ref.office) &&
            np_slice_eq(other->doc.number, ref.number) &&
            np_slice_eq(other->doc.kind, ref.kind))
            return;
    }
    *np_list_add(np_walk_arena(walk), &record->citations) = cited;
}

/* A document-id, else words; words that name no publication are kept as they stand. */
static void take_patcit(struct np_walk *walk, struct np_slice text)
{
    struct np_docref ref = state_of(walk)->id;

    if (ref.number.n) {
        struct np_slice kind = np_utf8_prefix(np_narrow(np_walk_arena(walk), ref.kind), 2);

        ref = own_ref(walk);
        ref.kind = kind;
        add_cited(walk, ref);
    } else if (np_jp_cited(np_walk_arena(walk), text, &ref)) {
        add_cited(walk, ref);
    } else {
        add_literature(walk, text);
    }
}

/* ---- the table ---- */

#define BIB "bibliographic-data/"
#define ID(path) { path "/country|doc-number|kind|date", NULL, take_id }

#define PERSON(path, close)                                                       \
    { path "/", np_jp_open_person, close },                                             \
    { path "/addressbook/", np_jp_open_book, NULL },                                    \
    { path "/addressbook/name|orgname|last-name|first-name", NULL, np_jp_person_part },   \
    { path "/addressbook/address/text|state|city|country|postcode", NULL, np_jp_person_part }

#define PARTIES BIB "parties/applicants-agents-article/applicants-agents/"
#define PRIOR "description/citation-list"
#define CITED BIB "references-cited/citation"

static const struct np_path paths[] = {
    { BIB "publication-reference/document-id/", open_id, take_publication },
    ID(BIB "publication-reference/document-id"),
    { BIB "application-reference/document-id/", open_id, take_application },
    ID(BIB "application-reference/document-id"),
    { BIB "priority-claims/priority-claim/", open_id, take_priority },
    ID(BIB "priority-claims/priority-claim"),
    { BIB "pct-or-regional-filing-data/document-id/", open_id, take_pct_filing },
    ID(BIB "pct-or-regional-filing-data/document-id"),
    { BIB "pct-or-regional-publishing-data/document-id/", open_id, take_pct_publishing },
    ID(BIB "pct-or-regional-publishing-data/document-id"),
    { BIB "related-documents/*", open_relation, NULL },
    { BIB "related-documents/*/relation/parent-doc/document-id/", open_id, take_parent },
    ID(BIB "related-documents/*/relation/parent-doc/document-id"),

    PERSON(PARTIES "applicant", np_jp_applicant),
    PERSON(BIB "parties/applicants/applicant", np_jp_applicant),
    PERSON(BIB "parties/inventors/inventor", np_jp_inventor),
    PERSON(BIB "parties/assignees/assignee", np_jp_owner),
    PERSON(BIB "assignees/assignee", np_jp_owner),

    { BIB "classification-ipc/main-clsf|further-clsf", NULL, take_ipc },
    { BIB "classification-locarno/main-clsf|further-clsf", NULL, take_locarno },
    { BIB "invention-title", NULL, take_title },
    { BIB "number-of-claims", NULL, take_claim_count },
    { "abstract", NULL, take_abstract },
    { "claims", open_claims, NULL },
    { "description", np_walk_describe, NULL },
    { "claims/claim", NULL, take_claim },

    { PRIOR, open_prior_art, NULL },
    { PRIOR "//patcit", open_id, take_patcit },
    { PRIOR "//nplcit", NULL, add_literature },
    { BIB "references-cited", open_references, NULL },
    { CITED "/patcit", open_id, take_patcit },
    ID(CITED "/patcit/document-id"),
    { CITED "/nplcit", NULL, add_literature },
    { 0 }
};

/* ---- the whole document ---- */

static void settle(struct np_walk *walk, struct jp_state *state)
{
    struct np_record *record = np_walk_record(walk);

    record->kind = np_walk_root_attribute(walk, "kind-of-st16");
    if (!record->kind.n)
        record->kind = np_jp_kind(np_walk_arena(walk), state->kind_words);
    record->type = np_jp_type(state->kind_words, record->kind);
    record->stage = np_jp_stage(state->kind_words, record->kind);
    record->lang = lang_from(np_walk_root_attribute(walk, "lang"));
    record->claim_count =
        record->claims.n ? (int)record->claims.v[0].claims.n : state->stated_claims;
    np_jp_finish_parties(walk, state);
    record->parts = NP_PART_BIBLIO | NP_PART_TEXT | NP_PART_CITATIONS;
    if (record->claims.n) {
        record->parts |= NP_PART_CLAIMS;
        np_walk_note_claims(walk, &record->claims.v[0], 0); /* stated are the amended ones */
    }
}

static int fits(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(root, "jp-official-gazette") ? 100 : 0;
}

static enum np_status read(struct np_walk *walk, struct np_record *record, struct np_err *err)
{
    struct jp_state state;
    enum np_status status;

    (void)record;
    memset(&state, 0, sizeof state);
    state.book = state.books;
    status = np_walk_run(walk, paths, &state, err);
    if (status == NP_OK)
        settle(walk, &state);
    return status;
}

const struct np_dialect np_dialect_jp_gazette = {
    .name = "jp-official-gazette",
    .says = "gazettes of the Japan Patent Office; FI and F-terms are left out",
    .sources = "JPO gazettes in ST.36 (to 2021): 公開, 公表, 再公表, 特許, 実用新案",
    .framing = { .root = "jp-official-gazette" },
    .fits = fits,
    .read = read,
};
