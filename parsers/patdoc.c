/* patdoc.c -- dialects `patdoc` and `patdoc-sgml`: USPTO grants of 2001 to 2004, PATDOC XML 2.5 and
 * SGML 2.4 (formats/uspto.md section 3).
 *
 *     PATDOC @DTD
 *       SDOBI   B100 publication, B200 application, B300 priorities, B500 symbols, title, citations,
 *               B600 relations, B700 parties, B800 PCT      numbers are INID codes
 *       SDOAB, SDODE, SDOCL                                 abstract, description, claims
 *
 * All text stands in PDAT. Where a country is left out it is the US, of numbers as of parties
 * (formats/record.md, "Settled details"). The handlers are those of the later documents (us.h),
 * with the few here where 2.x differs. A document without XML declaration is SGML (sgml.h).
 */
#include "dialects.h"
#include "sgml.h"
#include "us.h"

struct patdoc {
    struct us_state us; /* first: its handlers see it as their state */
    struct np_slice series;
    NP_LIST(struct np_slice) ipc; /* as printed: what they are depends on the kind */
};

static struct patdoc *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

static void default_country(struct np_walk *walk)
{
    struct us_id *id = &state_of(walk)->us.id;

    if (!id->country.n)
        id->country = NP_S("US");
}

/* ---- numbers ---- */

static void publication(struct np_walk *walk, struct np_slice text)
{
    default_country(walk);
    np_us_publication(walk, text);
}

static void series(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->series = text;
}

/* B210 is series and serial number; should the serial number stand alone, B211US has the series. */
static void application(struct np_walk *walk, struct np_slice text)
{
    struct us_id *id = &state_of(walk)->us.id;

    default_country(walk);
    if (id->number.n && id->number.n <= 6)
        id->number = np_arena_printf(np_walk_arena(walk), "%.*s%.*s",
                                     NP_ARG(state_of(walk)->series), NP_ARG(id->number));
    np_us_application(walk, text);
}

static const struct np_us_relation relations[] = {
    { "B610", "addition" },
    { "B620", "division" },
    { "B631", "continuation" },
    { "B632", "continuation_in_part" },
    { "B633", "reissue" },   /* continuing reissue */
    { "B640", "reissue" },
    { "B641US", "reissue" }, /* divisional reissue */
    { "B645", "reexamination" },
    { "B646US", "reexamination" },
    { "B660", "substitution" },
    { NULL, NULL },
};

static void open_relation(struct np_walk *walk)
{
    struct us_state *us = &state_of(walk)->us;

    us->relation = np_us_relation_of(walk, relations);
}

static void parent(struct np_walk *walk, struct np_slice text)
{
    default_country(walk);
    np_us_parent(walk, text);
}

static void provisional(struct np_walk *walk, struct np_slice text)
{
    default_country(walk);
    np_us_provisional(walk, text);
}

/* ---- symbols: their columns count, so the text of PDAT itself ---- */

static void ipc(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    *np_list_add(np_walk_arena(walk), &state_of(walk)->ipc) = np_walk_raw(walk);
}

/* Designs have the Locarno class where the IPC stands: "0201". */
static void take_symbols(struct np_walk *walk, const struct patdoc *patdoc)
{
    struct np_record *record = np_walk_record(walk);
    struct np_arena *arena = np_walk_arena(walk);

    for (size_t i = 0; i < patdoc->ipc.n; i++)
        if (np_slice_starts(record->kind, "S"))
            np_symbols_add(arena, &record->locarno,
                           np_locarno_parse(arena, np_slice_trim(patdoc->ipc.v[i])));
        else
            np_symbols_add(arena, &record->ipc, np_symbol_parse(arena, patdoc->ipc.v[i]));
}

/* ---- citations ---- */

static void cited_patent(struct np_walk *walk, struct np_slice text)
{
    default_country(walk);
    np_us_patcit(walk, text);
}

/* CITED-BY-OTHER stands for the applicant and everybody else: not known. */
static void cited_by_examiner(struct np_walk *walk)
{
    state_of(walk)->us.by = NP_BY_EXAMINER;
}

/* ---- parties ---- */

static void default_residence(struct np_walk *walk)
{
    struct us_person *person = &state_of(walk)->us.person;

    if (!person->country.n)
        person->country = person->residence.n ? person->residence : NP_S("US");
}

static void inventor(struct np_walk *walk, struct np_slice text)
{
    default_residence(walk);
    np_us_inventor(walk, text);
}

static void assignee(struct np_walk *walk, struct np_slice text)
{
    default_residence(walk);
    np_us_assignee(walk, text);
}

/* ---- the table ---- */

#define B(path) "SDOBI/" path

/* A DOC and its parts. */
#define DOC_ROWS(path)                                    \
    { B(path "/DOC/DNUM"), NULL, np_us_id_number },       \
    { B(path "/DOC/DATE"), NULL, np_us_id_date },         \
    { B(path "/DOC/CTRY"), NULL, np_us_id_country },      \
    { B(path "/DOC/KIND"), NULL, np_us_id_kind }

/* The relation is told by the element around PARENT-US, its number stands in PDOC. */
#define PARENT_ROWS(path)                                                    \
    { B(path), open_relation, NULL },                                        \
    { B(path "/PARENT-US/PDOC/DOC/"), np_us_open_id, parent },               \
    DOC_ROWS(path "/PARENT-US/PDOC")

#define PARTY_ROWS(path, close)                                              \
    { B(path "/PARTY-US/"), np_us_open_person, close },                      \
    { B(path "/PARTY-US/NAM/ONM|SNM|FNM|SFX"), NULL, np_us_person_part },    \
    { B(path "/PARTY-US/ADR/OMC|STR|CITY|STATE|CTRY|PCODE"), NULL,           \
      np_us_person_part },                                                   \
    { B(path "/PARTY-US/RESIDENCE/CTRY"), NULL, np_us_person_residence },    \
    { B(path "/PARTY-US/RCTRY"), NULL, np_us_person_residence }

static const struct np_path paths[] = {
    { B("B100/"), np_us_open_id, publication },
    { B("B100/B110/DNUM"), NULL, np_us_id_number },
    { B("B100/B130"), NULL, np_us_id_kind },
    { B("B100/B140/DATE"), NULL, np_us_id_date },
    { B("B100/B190"), NULL, np_us_id_country },
    { B("B200/"), np_us_open_id, application },
    { B("B200/B210/DNUM"), NULL, np_us_id_number },
    { B("B200/B211US"), NULL, series },
    { B("B200/B220/DATE"), NULL, np_us_id_date },
    { B("B300/"), np_us_open_id, np_us_priority },
    { B("B300/B310/DNUM"), NULL, np_us_id_number },
    { B("B300/B320/DATE"), NULL, np_us_id_date },
    { B("B300/B330/CTRY"), NULL, np_us_id_country },

    { B("B500/B510/B511|B512/PDAT"), NULL, ipc },
    { B("B500/B520/B521|B522|B522US/PDAT"), NULL, np_us_uspc },
    { B("B500/B540"), NULL, np_us_title },
    { B("B500/B560/B561|B562/"), np_us_open_citation, np_us_close_citation },
    { B("B500/B560/B561/PCIT/"), NULL, cited_patent },
    DOC_ROWS("B500/B560/B561/PCIT"),
    { B("B500/B560/B562/NCIT"), NULL, np_us_nplcit },
    { B("B500/B560/B561|B562/CITED-BY-EXAMINER"), cited_by_examiner, NULL },
    { B("B500/B570/B577"), NULL, np_us_claim_count },

    PARENT_ROWS("B600/B610|B620|B640|B641US|B645|B646US|B660"),
    PARENT_ROWS("B600/B630/B631|B632|B633"),
    { B("B600/B680US/DOC/"), np_us_open_id, provisional },
    DOC_ROWS("B600/B680US"),

    PARTY_ROWS("B700/B720/B721", inventor),
    PARTY_ROWS("B700/B730/B731", assignee),
    { B("B800/B860/B861/DOC/"), np_us_open_id, np_us_pct_filing },
    DOC_ROWS("B800/B860/B861"),
    { B("B800/B870/B871/DOC/"), np_us_open_id, np_us_pct_publishing },
    DOC_ROWS("B800/B870/B871"),

    { "SDOAB", NULL, np_us_abstract },
    { "SDOCL", np_us_open_claims, NULL },
    { "SDODE", np_walk_describe, NULL },
    { "SDOCL/CL/CLM", np_us_open_claim, np_us_close_claim },
    { "SDOCL/CL/CLM//CLREF", NULL, np_us_claim_ref },
    { 0 }
};

/* ---- the dialects ---- */

/* Declared EMPTY by ST32-US-Grant-024.sgml.dtd, its tables (CALS) and its formulae (MathML). */
static const char *const empty[] = {
    "B221US", "B473US", "B597US", "CHEMCDX", "CHEMMOL", "CITED-BY-EXAMINER", "CITED-BY-OTHER",
    "CLREF", "CRF", "CUSTOM-CHARACTER", "DEL-E", "DEL-S", "DFREF", "EMI", "EMR", "FOR", "INS-E",
    "INS-S", "LSTREF", "MATHEMATICA", "PAREF", "TBLREF", "SEQREF",
    "COLSPEC", "SPANSPEC",
    "maligngroup", "malignmark", "mprescripts", "mspace", "none", "sep",
    NULL
};

static int fits(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(root, "PATDOC") ? 100 : 0;
}

/* XML begins with 2.5; a document that does not say is told by its DOCTYPE. */
static bool is_sgml(struct np_slice start_tag)
{
    return np_slice_starts(np_start_tag_attribute(start_tag, "DTD"), "2.4");
}

static bool is_xml(struct np_slice start_tag)
{
    return !is_sgml(start_tag);
}

static bool names_sgml_doctype(struct np_slice document)
{
    size_t root = np_slice_find(document, NP_S("<PATDOC"));

    return np_slice_find(np_slice_sub(document, 0, root), NP_S("PATENT GRANT V2.4")) !=
           (size_t)-1;
}

static void read_as_xml(struct np_walk *walk)
{
    struct np_slice bytes = np_walk_document(walk)->bytes;
    struct np_shifts shifts;

    if (np_slice_starts(bytes, "<?xml"))
        return;
    bytes = np_sgml_to_xml(bytes, empty, np_walk_arena(walk), &shifts);
    np_walk_read_instead(walk, bytes, &shifts);
}

static enum np_status read_grant(struct np_walk *walk, struct np_record *record,
                                 struct np_err *err)
{
    struct patdoc patdoc;
    enum np_status status;

    memset(&patdoc, 0, sizeof patdoc);
    read_as_xml(walk);
    status = np_walk_run(walk, paths, &patdoc, err);
    if (status != NP_OK)
        return status;
    if (!np_walk_root_attribute(walk, "DTD").n &&
        names_sgml_doctype(np_walk_document(walk)->bytes))
        record->dialect = NP_S("patdoc-sgml");
    take_symbols(walk, &patdoc);
    np_us_finish(walk, &patdoc.us);
    record->stage = NP_GRANT;
    record->parts = NP_PART_BIBLIO | NP_PART_TEXT | NP_PART_CITATIONS;
    if (patdoc.us.has_claims)
        record->parts |= NP_PART_CLAIMS;
    return NP_OK;
}

const struct np_dialect np_dialect_patdoc = {
    .name = "patdoc",
    .says = "USPTO grants of 2002 to 2004 (PATDOC XML 2.5), weekly",
    .sources = "USPTO: pgYYMMDD.zip",
    .framing = { .root = "PATDOC" },
    .fits = fits,
    .takes = is_xml,
    .read = read_grant,
};

const struct np_dialect np_dialect_patdoc_sgml = {
    .name = "patdoc-sgml",
    .says = "USPTO grants of 2001 (PATDOC SGML 2.4), weekly",
    .sources = "USPTO: pgYYMMDD.zip",
    .framing = { .root = "PATDOC" },
    .fits = fits,
    .takes = is_sgml,
    .read = read_grant,
};
