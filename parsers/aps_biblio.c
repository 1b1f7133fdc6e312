/* aps_biblio.c -- numbers, dates, symbols and citations of Green Book text.
 *
 * Fields of a section fill aps->id; the end of the section takes them.
 */
#include "aps.h"

#include "us.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* ---- PATN ---- */

/* "057006474": eight columns of number and a check digit. */
static void set_number(struct aps *aps, struct np_slice value)
{
    struct np_slice printed = np_slice_sub(np_slice_trim(value), 0, 8);

    aps->record->number = np_publication_number(aps->arena, NP_S("US"), printed);
}

static void set_series(struct aps *aps, struct np_slice value)
{
    aps->series = np_slice_trim(value);
}

static void set_serial(struct aps *aps, struct np_slice value)
{
    aps->serial = np_slice_trim(value);
}

static void set_type(struct aps *aps, struct np_slice value)
{
    aps->type = np_slice_trim(value);
}

static void set_filed(struct aps *aps, struct np_slice value)
{
    aps->filed = np_date_parse(np_slice_trim(value));
}

static void set_issued(struct aps *aps, struct np_slice value)
{
    aps->record->date = aps->record->stated = np_date_parse(np_slice_trim(value));
}

static void set_title(struct aps *aps, struct np_slice value)
{
    struct np_slice text = np_aps_text(aps, value);

    if (text.n && !aps->record->title.n)
        *np_list_add(aps->arena, &aps->record->title) = (struct np_text){ NP_S("en"), text };
}

/* The first one; a damaged file may repeat the line. */
static void set_claim_count(struct aps *aps, struct np_slice value)
{
    if (aps->stated_claims)
        return;
    value = np_slice_trim(value);
    for (size_t i = 0; i < value.n && i < 6 && is_digit(value.p[i]); i++)
        aps->stated_claims = aps->stated_claims * 10 + (value.p[i] - '0');
}

/* ---- numbers of others ---- */

void np_aps_open_id(struct aps *aps)
{
    memset(&aps->id, 0, sizeof aps->id);
}

static void set_id_number(struct aps *aps, struct np_slice value)
{
    aps->id.number = np_slice_trim(value);
}

static void set_id_country(struct aps *aps, struct np_slice value)
{
    aps->id.country = np_aps_country(aps, value);
}

static void set_id_date(struct aps *aps, struct np_slice value)
{
    aps->id.date = np_date_parse(np_slice_trim(value));
}

static void set_id_code(struct aps *aps, struct np_slice value)
{
    aps->id.code = np_slice_trim(value);
}

static void set_id_series(struct aps *aps, struct np_slice value)
{
    aps->id.series = np_slice_trim(value);
}

void np_aps_close_priority(struct aps *aps)
{
    struct np_docref ref = { aps->id.country, NP_EMPTY, NP_EMPTY, aps->id.date };

    ref.number = np_priority_number(aps->arena, ref.office, aps->id.number);
    if (ref.number.n)
        *np_list_add(aps->arena, &aps->record->priorities) = ref;
}

static bool are_digits(struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!is_digit(s.p[i]))
            return false;
    return s.n > 0;
}

/* Series and serial in eight digits, as later documents print them; series D are the designs. */
static struct np_slice us_application(struct aps *aps, struct np_slice series,
                                      struct np_slice serial)
{
    if (np_slice_is(series, "D"))
        series = NP_S("29");
    if (series.n > 2 || !are_digits(series) || !are_digits(serial))
        return np_application_number(aps->arena, NP_S("US"), serial);
    return np_arena_printf(aps->arena, "%s%.*s%.*s%.*s", series.n < 2 ? "0" : "", NP_ARG(series),
                           serial.n < 6 ? (int)(6 - serial.n) : 0, "000000", NP_ARG(serial));
}

static void add_parent(struct aps *aps, const char *relation)
{
    struct np_parent parent = { np_slice_of(relation), { .date = aps->id.date } };

    parent.doc.office = np_us_receiving_office(aps->id.number, NP_S("US"));
    parent.doc.number = us_application(aps, aps->id.series, aps->id.number);
    if (aps->id.number.n)
        *np_list_add(aps->arena, &aps->record->parents) = parent;
}

static const struct {
    const char *code, *relation;
} relations[] = {
    { "71", "continuation" },
    { "72", "continuation_in_part" },
    { "74", "division" },
};

void np_aps_close_parent(struct aps *aps)
{
    for (size_t i = 0; i < sizeof relations / sizeof relations[0]; i++)
        if (np_slice_is(aps->id.code, relations[i].code)) {
            add_parent(aps, relations[i].relation);
            return;
        }
    np_walk_note(aps->walk, "NP-NOT-007", "relation '%.*s' to application %.*s is not known",
                 NP_ARG(np_aps_text(aps, aps->id.code)),
                 NP_ARG(np_aps_text(aps, aps->id.number)));
}

void np_aps_close_reissue(struct aps *aps)
{
    add_parent(aps, "reissue");
}

static void add_citation(struct aps *aps, struct np_slice office)
{
    struct np_docref doc = { office, NP_EMPTY, NP_EMPTY, aps->id.date };

    doc.number = np_cited_number(aps->arena, office, aps->id.number);
    for (size_t i = 0; i < aps->record->citations.n; i++)
        if (np_slice_eq(aps->record->citations.v[i].doc.number, doc.number) &&
            np_slice_eq(aps->record->citations.v[i].doc.office, office))
            return;
    if (doc.number.n)
        np_list_add(aps->arena, &aps->record->citations)->doc = doc;
}

void np_aps_close_us_citation(struct aps *aps)
{
    add_citation(aps, NP_S("US"));
}

void np_aps_close_foreign_citation(struct aps *aps)
{
    add_citation(aps, aps->id.country);
}

static void add_npl(struct aps *aps, struct np_slice value)
{
    struct np_slice text = np_aps_text(aps, value);

    if (text.n)
        np_list_add(aps->arena, &aps->record->npl)->text = text;
}

/* ---- symbols ---- */

/* The fixed columns matter: "435  6", "D 2741". */
static void add_uspc(struct aps *aps, struct np_slice value)
{
    np_symbols_add(aps->arena, &aps->record->uspc, np_uspc_parse(aps->arena, value));
}

static void add_icl(struct aps *aps, struct np_slice value)
{
    np_symbols_add(aps->arena, &aps->icl, np_arena_copy(aps->arena, value));
}

/* Designs have the Locarno class there. */
static void add_symbol(struct aps *aps, struct np_slice printed)
{
    struct np_slice s = np_slice_trim(printed);

    np_symbols_add(aps->arena, &aps->record->ipc, np_symbol_parse(aps->arena, printed));
    if (aps->record->type != NP_DESIGN)
        return;
    s = np_slice_starts(s, "D") ? np_slice_sub(s, 1, s.n) : s;
    np_symbols_add(aps->arena, &aps->record->locarno, np_locarno_parse(aps->arena, s));
}

/* ---- PCT ---- */

static void set_pct_filing(struct aps *aps, struct np_slice value)
{
    aps->record->pct_application = np_pct_number(aps->arena, np_slice_trim(value));
}

static void set_pct_publishing(struct aps *aps, struct np_slice value)
{
    struct np_slice number =
        np_publication_number(aps->arena, NP_S("WO"), np_slice_trim(value));

    if (number.n)
        aps->record->pct_publication =
            np_arena_printf(aps->arena, "WO%.*s", NP_ARG(number));
}

/* ---- the whole document ---- */

static const struct {
    const char *code, *letters; /* APT; the letters of the number, where it is missing */
    enum np_type type;
} types[] = {
    { "1", "", NP_INVENTION }, { "2", "RE", NP_REISSUE }, { "4", "D", NP_DESIGN },
    { "6", "PP", NP_PLANT },   { "7", "H", NP_SIR },
};

static enum np_type type_of(const struct aps *aps)
{
    struct np_slice number = aps->record->number;
    size_t letters = 0;

    while (letters < number.n && is_upper(number.p[letters]))
        letters++;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (aps->type.n ? np_slice_is(aps->type, types[i].code)
                        : np_slice_is(np_slice_sub(number, 0, letters), types[i].letters))
            return types[i].type;
    return NP_OTHER_TYPE;
}

/* "5686806": six digits and a check digit, '&' for ten. */
static void finish_application(struct aps *aps)
{
    struct np_docref *application = &aps->record->application;

    if (aps->serial.n)
        application->number =
            us_application(aps, aps->series, np_slice_sub(aps->serial, 0, 6));
    if (aps->serial.n || aps->filed)
        application->office = NP_S("US");
    application->date = aps->filed;
}

void np_aps_finish_biblio(struct aps *aps)
{
    aps->record->type = type_of(aps);
    finish_application(aps);
    for (size_t i = 0; i < aps->icl.n; i++)
        add_symbol(aps, aps->icl.v[i]);
}

const struct aps_field np_aps_fields[] = {
    { "PATN", "WKU", set_number },
    { "PATN", "SRC", set_series },
    { "PATN", "APN", set_serial },
    { "PATN", "APT", set_type },
    { "PATN", "APD", set_filed },
    { "PATN", "TTL", set_title },
    { "PATN", "ISD", set_issued },
    { "PATN", "NCL", set_claim_count },
    { "INVT", "NAM", np_aps_name },
    { "INVT", "CNT", np_aps_party_country },
    { "ASSG", "NAM", np_aps_name },
    { "ASSG", "STR", np_aps_street },
    { "ASSG", "CTY", np_aps_city },
    { "ASSG", "STA", np_aps_region },
    { "ASSG", "CNT", np_aps_party_country },
    { "ASSG", "ZIP", np_aps_postcode },
    { "PRIR", "CNT", set_id_country },
    { "PRIR", "APD", set_id_date },
    { "PRIR", "APN", set_id_number },
    { "REIS", "APN", set_id_number },
    { "REIS", "APD", set_id_date },
    { "REIS", "SRC", set_id_series },
    { "RLAP", "COD", set_id_code },
    { "RLAP", "APN", set_id_number },
    { "RLAP", "APD", set_id_date },
    { "RLAP", "SRC", set_id_series },
    { "CLAS", "OCL", add_uspc },
    { "CLAS", "XCL", add_uspc },
    { "CLAS", "ICL", add_icl },
    { "UREF", "PNO", set_id_number },
    { "UREF", "ISD", set_id_date },
    { "FREF", "PNO", set_id_number },
    { "FREF", "ISD", set_id_date },
    { "FREF", "CNT", set_id_country },
    { "OREF", "PAL", add_npl },
    { "OREF", "PAR", add_npl },
    { "PCTA", "PCN", set_pct_filing },
    { "PCTA", "PCP", set_pct_publishing },
    { "ABST", "PAL", np_aps_abstract },
    { "ABST", "PAR", np_aps_abstract },
    { "ABST", "PA1", np_aps_abstract },
    { "ABST", "PA2", np_aps_abstract },
    { "ABST", "PA3", np_aps_abstract },
    { "ABST", "EQU", np_aps_abstract },
    { "ABST", "TBL", np_aps_abstract },
    { "CLMS", "NUM", np_aps_claim_number },
    { "CLMS", "PAR", np_aps_claim_text },
    { "CLMS", "PAL", np_aps_claim_text },
    { "CLMS", "PA0", np_aps_claim_text },
    { "CLMS", "PA1", np_aps_claim_text },
    { "CLMS", "PA2", np_aps_claim_text },
    { "CLMS", "PA3", np_aps_claim_text },
    { "CLMS", "PA4", np_aps_claim_text },
    { "CLMS", "PA5", np_aps_claim_text },
    { "CLMS", "EQU", np_aps_claim_text },
    { "CLMS", "TBL", np_aps_claim_text },
    { "CLMS", "TBL3", np_aps_claim_text },
    { "DCLM", "NUM", np_aps_claim_number },
    { "DCLM", "PAR", np_aps_claim_text },
    { "DCLM", "PAL", np_aps_claim_text },
    { "DCLM", "PA1", np_aps_claim_text },
    { NULL, NULL, NULL }
};
