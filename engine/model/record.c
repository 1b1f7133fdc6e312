/* record.c -- the one table that describes struct np_record and its parts. */
#include "shape.h"

_Static_assert(sizeof(enum np_type) == sizeof(int), "enumerations are copied as int");
_Static_assert(sizeof(NP_LIST(int)) == sizeof(struct np_any_list), "lists look alike");
_Static_assert(sizeof(struct np_symbols) == sizeof(struct np_any_list), "lists look alike");

#define COUNT_OF(a) (sizeof(a) / sizeof *(a))
#define FIELD(key, KIND, owner, member) \
    { .name = (key), .kind = NP_FIELD_##KIND, .at = offsetof(struct owner, member) }
#define WORD(key, owner, member, list)                                                   \
    { .name = (key), .kind = NP_FIELD_WORD, .at = offsetof(struct owner, member),          \
      .words = (list), .word_count = COUNT_OF(list) }
#define OF(key, KIND, owner, member, of) \
    { .name = (key), .kind = NP_FIELD_##KIND, .at = offsetof(struct owner, member), .shape = &(of) }
#define SHAPE(owner, rows) { (rows), COUNT_OF(rows), sizeof(struct owner) }

/* ---- words, in the order of the enumerations ---- */

static const char *const types[] = {
    [NP_INVENTION] = "invention", [NP_UTILITY_MODEL] = "utility_model", [NP_DESIGN] = "design",
    [NP_PLANT] = "plant",         [NP_REISSUE] = "reissue",             [NP_SIR] = "sir",
    [NP_OTHER_TYPE] = "other",
};
static const char *const stages[] = {
    [NP_APPLICATION] = "application",     [NP_EXAMINED] = "examined",
    [NP_GRANT] = "grant",                 [NP_CORRECTION] = "correction",
    [NP_SEARCH_REPORT] = "search_report", [NP_TRANSLATION] = "translation",
    [NP_OTHER_STAGE] = "other",
};
static const char *const actions[] = {
    [NP_PUT] = "put", [NP_DELETE] = "delete", [NP_VOID] = "void",
};
static const char *const roles[] = {
    [NP_ROLE_APPLICANT] = "applicant",
    [NP_ROLE_ASSIGNEE] = "assignee",
    [NP_ROLE_APPLICANT_INVENTOR] = "applicant-inventor",
    [NP_ROLE_PROPRIETOR] = "proprietor",
};
static const char *const bys[] = {
    [NP_BY_UNKNOWN] = NULL,           [NP_BY_EXAMINER] = "examiner",
    [NP_BY_APPLICANT] = "applicant",  [NP_BY_OPPONENT] = "opponent",
    [NP_BY_THIRD_PARTY] = "third_party",
};
static const char *const phases[] = {
    [NP_PHASE_UNKNOWN] = NULL,
    [NP_PHASE_SEARCH] = "search",
    [NP_PHASE_EXAMINATION] = "examination",
    [NP_PHASE_INTERNATIONAL_SEARCH] = "international_search",
    [NP_PHASE_OPPOSITION] = "opposition",
    [NP_PHASE_FILING] = "filing",
};

/* ---- parts ---- */

static const struct np_field filing_rows[] = { /* application and priority: kind not printed */
    FIELD("office", TEXT, np_docref, office),
    FIELD("number", TEXT, np_docref, number),
    FIELD(NULL, TEXT, np_docref, kind),
    FIELD("date", DATE, np_docref, date),
};
static const struct np_shape filing_shape = SHAPE(np_docref, filing_rows);

static const struct np_field parent_rows[] = {
    FIELD("relation", TEXT, np_parent, relation),
    FIELD("office", TEXT, np_parent, doc.office),
    FIELD("number", TEXT, np_parent, doc.number),
    FIELD(NULL, TEXT, np_parent, doc.kind),
    FIELD("date", DATE, np_parent, doc.date),
};
static const struct np_shape parent_shape = SHAPE(np_parent, parent_rows);

static const struct np_field text_rows[] = {
    FIELD("lang", TEXT, np_text, lang),
    FIELD("text", TEXT, np_text, text),
};
static const struct np_shape text_shape = SHAPE(np_text, text_rows);

static const struct np_field claim_rows[] = {
    FIELD("num", COUNT, np_claim, num),
    FIELD("text", TEXT, np_claim, text),
    FIELD("depends", INTS, np_claim, depends),
};
static const struct np_shape claim_shape = SHAPE(np_claim, claim_rows);

static const struct np_field claims_rows[] = {
    FIELD("lang", TEXT, np_claims, lang),
    OF("claims", LIST, np_claims, claims, claim_shape),
};
static const struct np_shape claims_shape = SHAPE(np_claims, claims_rows);

static const struct np_field party_rows[] = {
    FIELD("name", TEXT, np_party, name),
    WORD("role", np_party, role, roles),
    FIELD("country", TEXT, np_party, country),
    FIELD("region", TEXT, np_party, region),
    FIELD("city", TEXT, np_party, city),
    FIELD("address", TEXT, np_party, address),
    FIELD("postcode", TEXT, np_party, postcode),
};
static const struct np_shape party_shape = SHAPE(np_party, party_rows);

static const struct np_field inventor_rows[] = {
    FIELD("name", TEXT, np_inventor, name),
    FIELD("country", TEXT, np_inventor, country),
};
static const struct np_shape inventor_shape = SHAPE(np_inventor, inventor_rows);

static const struct np_field citation_rows[] = {
    FIELD("office", TEXT, np_citation, doc.office),
    FIELD("number", TEXT, np_citation, doc.number),
    FIELD("kind", TEXT, np_citation, doc.kind),
    FIELD("date", DATE, np_citation, doc.date),
    FIELD("category", TEXTS, np_citation, category),
    WORD("by", np_citation, by, bys),
    WORD("phase", np_citation, phase, phases),
};
static const struct np_shape citation_shape = SHAPE(np_citation, citation_rows);

static const struct np_field npl_rows[] = {
    FIELD("text", TEXT, np_npl, text),
    FIELD("category", TEXTS, np_npl, category),
    WORD("by", np_npl, by, bys),
};
static const struct np_shape npl_shape = SHAPE(np_npl, npl_rows);

static const struct np_field standard_rows[] = {
    FIELD("ref", TEXT, np_standard_ref, ref),
    FIELD("where", TEXT, np_standard_ref, where),
};
static const struct np_shape standard_shape = SHAPE(np_standard_ref, standard_rows);

static const struct np_field event_rows[] = {
    FIELD("office", TEXT, np_event, office),
    FIELD("code", TEXT, np_event, code),
    FIELD("date", DATE, np_event, date),
    FIELD("state", TEXT, np_event, state),
    FIELD("text", TEXT, np_event, text),
    FIELD(NULL, TEXT, np_event, national),
    FIELD(NULL, TEXT, np_event, class),
    FIELD(NULL, TEXT, np_event, influence),
    FIELD(NULL, DATE, np_event, effective),
    FIELD(NULL, TEXT, np_event, key),
};
static const struct np_shape event_shape = SHAPE(np_event, event_rows);

static const struct np_field note_rows[] = {
    FIELD("code", TEXT, np_note, code),
    FIELD("what", TEXT, np_note, what),
    FIELD("byte", INT64, np_note, byte),
};
static const struct np_shape note_shape = SHAPE(np_note, note_rows);

/* Two members of the record itself that are printed as one object. */
static const struct np_field pct_rows[] = {
    FIELD("application", TEXT, np_record, pct_application),
    FIELD("publication", TEXT, np_record, pct_publication),
};
static const struct np_shape pct_shape = SHAPE(np_record, pct_rows);

static const struct np_field source_rows[] = {
    FIELD("file", BYTES, np_record, source.file),
    FIELD("member", BYTES, np_record, source.member),
    FIELD("document", INT64, np_record, source.document),
    FIELD("offset", INT64, np_record, source.offset),
    FIELD("length", INT64, np_record, source.length),
};
static const struct np_shape source_shape = SHAPE(np_record, source_rows);

/* ---- the record; order of formats/record.md ---- */

static const struct np_field record_rows[] = {
    { .name = "id", .kind = NP_FIELD_ID },
    FIELD("office", TEXT, np_record, office),
    FIELD("number", TEXT, np_record, number),
    FIELD("kind", TEXT, np_record, kind),
    FIELD("date", DATE, np_record, date),
    WORD("type", np_record, type, types),
    WORD("stage", np_record, stage, stages),
    WORD("action", np_record, action, actions),
    FIELD("lang", TEXT, np_record, lang),
    OF("application", PART, np_record, application, filing_shape),
    { .name = "pct", .kind = NP_FIELD_PART, .shape = &pct_shape },
    FIELD("family", TEXT, np_record, family),
    OF("priorities", LIST, np_record, priorities, filing_shape),
    OF("parents", LIST, np_record, parents, parent_shape),
    OF("title", MAP, np_record, title, text_shape),
    OF("abstract", MAP, np_record, abstract, text_shape),
    OF("claims", MAP, np_record, claims, claims_shape),
    FIELD("claim_count", COUNT, np_record, claim_count),
    OF("applicants", LIST, np_record, applicants, party_shape),
    OF("inventors", LIST, np_record, inventors, inventor_shape),
    FIELD("ipc", TEXTS, np_record, ipc),
    FIELD("cpc", TEXTS, np_record, cpc),
    FIELD("uspc", TEXTS, np_record, uspc),
    FIELD("locarno", TEXTS, np_record, locarno),
    OF("citations", LIST, np_record, citations, citation_shape),
    OF("npl", LIST, np_record, npl, npl_shape),
    OF("standards", LIST, np_record, standards, standard_shape),
    OF("events", LIST, np_record, events, event_shape),
    FIELD("designated", TEXTS, np_record, designated),
    FIELD("dialect", TEXT, np_record, dialect),
    { .name = "source", .kind = NP_FIELD_PART, .shape = &source_shape, .outside_hash = true },
    FIELD(NULL, DATE, np_record, stated),
    FIELD(NULL, COUNT, np_record, sequence),
    FIELD(NULL, COUNT, np_record, parts),
    FIELD(NULL, COUNT, np_record, unknown_entities),
    OF(NULL, LIST, np_record, withdrawn, event_shape),
    { .kind = NP_FIELD_LIST, .at = offsetof(struct np_record, notes), .shape = &note_shape,
      .outside_hash = true },
};
const struct np_shape np_record_shape = SHAPE(np_record, record_rows);

/* ---- */

struct np_record *np_record_new(struct np_arena *arena)
{
    return np_arena_zalloc(arena, sizeof(struct np_record));
}

const char *np_type_name(enum np_type type)
{
    return (size_t)type < COUNT_OF(types) ? types[type] : "other";
}

const char *np_stage_name(enum np_stage stage)
{
    return (size_t)stage < COUNT_OF(stages) ? stages[stage] : "other";
}

static const struct np_text *find_text(const struct np_text *v, size_t n, const char *lang)
{
    for (size_t i = 0; i < n; i++)
        if (np_slice_is(v[i].lang, lang) && v[i].text.n)
            return &v[i];
    return NULL;
}

struct np_slice np_text_in(const struct np_text *v, size_t n, const char *lang)
{
    const char *const order[] = { lang ? lang : "en", "en", "zh" };

    for (size_t i = 0; i < COUNT_OF(order); i++) {
        const struct np_text *found = find_text(v, n, order[i]);

        if (found)
            return found->text;
    }
    return n ? v[0].text : NP_EMPTY;
}
