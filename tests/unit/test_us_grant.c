/* USPTO grants v4.x: the samples field by field, broken ones, and the shared real documents. */
#include <nanopat/parse.h>

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#define SAMPLES "tests/samples/us-patent-grant/"
#define REAL "../shared/real/uspto-grant/"

typedef void (*take_record)(const struct np_record *record, const struct np_document *document,
                            void *context);

/* Reads every document of a file; returns how many records it gave. */
static int read_file(const char *path, take_record take, void *context, struct np_err *last)
{
    struct np_parser *parser = np_parser_new();
    struct np_arena *arena = np_arena_new();
    struct np_source *source = np_source_new(open(path, O_RDONLY), path, &np_limits_default);
    struct np_member member;
    struct np_document document;
    struct np_err err;
    int records = 0;

    memset(last, 0, sizeof *last);
    while (np_source_member(source, &member, &err) == NP_OK) {
        struct np_framer *framer =
            np_framer_new(source, np_dialect_framings(), &np_limits_default);
        enum np_status status;

        while ((status = np_framer_next(framer, &document, &err)) != NP_END) {
            struct np_record *record;

            if (status == NP_OK)
                status = np_parser_read(parser, &document, np_slice_of(path), member.name, arena,
                                        &record, &err);
            if (status == NP_OK) {
                records++;
                take(record, &document, context);
            } else if (status != NP_PASS) {
                *last = err;
            }
            np_arena_reset(arena);
            if (status == NP_FAIL)
                break;
        }
        np_framer_free(framer);
    }
    np_source_free(source);
    np_arena_free(arena);
    np_parser_free(parser);
    return records;
}

/* The JSON line of each record. */
static void keep_json(const struct np_record *record, const struct np_document *document,
                      void *context)
{
    (void)document;
    np_record_json(context, record);
    np_buf_putc(context, '\n');
}

static void expect_parts(const char *sample, const char *const *parts)
{
    struct np_buf json = { 0 };
    struct np_err err;

    read_file(sample, keep_json, &json, &err);
    assert_string_equal(err.what, "");
    for (; *parts; parts++)
        if (!strstr(np_buf_cstr(&json), *parts))
            fail_msg("%s lacks %s\n%s", sample, *parts, np_buf_cstr(&json));
    np_buf_release(&json);
}

static void expect_rejected(const char *sample, const char *code, const char *what)
{
    struct np_buf json = { 0 };
    struct np_err err;

    assert_int_equal(read_file(sample, keep_json, &json, &err), 0);
    assert_string_equal(err.code, code);
    assert_string_equal(err.what, what);
    np_buf_release(&json);
}

/* ---- samples ---- */

static void applicants_of_v40_are_the_inventors(void **state)
{
    (void)state;
    expect_parts(SAMPLES "grant-v40.xml", (const char *const[]){
        "\"inventors\":[{\"name\":\"Muster, Maria A.\",\"country\":\"DE\"},"
        "{\"name\":\"Sample, John, Jr.\",\"country\":\"US\"}]",
        "{\"name\":\"Tubes of Jena GmbH\",\"role\":\"assignee\",\"country\":null",
        "{\"name\":\"Half & Half, Inc.\",\"role\":\"assignee\",\"country\":\"US\"",
        "{\"name\":\"Muster, Maria A.\",\"role\":\"applicant-inventor\"",
        "{\"name\":\"Heir, Harriet\",\"role\":\"applicant\"", NULL });
}

static void packed_and_fixed_width_symbols_are_read(void **state)
{
    (void)state;
    expect_parts(SAMPLES "grant-v40.xml", (const char *const[]){
        "\"ipc\":[\"C01B31/02\",\"A45F5/04\",\"G06F15/00\"]",
        "\"uspc\":[\"423/445.1\",\"2/52\",\"74/471XY\",\"977/742\"]", NULL });
    expect_parts(SAMPLES "weekly-v42-v45.xml", (const char *const[]){
        "\"uspc\":[\"D2/741\"],\"locarno\":[\"02-01\"]", NULL });
}

static void numbers_are_in_docdb_form(void **state)
{
    (void)state;
    expect_parts(SAMPLES "grant-v40.xml", (const char *const[]){
        "\"id\":\"US6999001B2\"",
        "\"pct\":{\"application\":\"WO2001DE04678\",\"publication\":\"WO2002045999\"}",
        "\"priorities\":[{\"office\":\"DE\",\"number\":\"10151999\",\"date\":\"2001-10-20\"},"
        "{\"office\":\"JP\",\"number\":\"P2001345999\",\"date\":\"2001-11-09\"}]",
        "{\"relation\":\"continuation_in_part\",\"office\":\"DE\",\"number\":\"PCTDE0001999\"",
        "{\"relation\":\"division\",\"office\":\"US\",\"number\":\"09722461\"",
        "{\"relation\":\"provisional\",\"office\":\"US\",\"number\":\"60195933\"",
        "\"number\":\"2002145999\",\"kind\":\"A1\",\"date\":\"2002-10\"",
        "\"office\":\"JP\",\"number\":\"02146999\"", NULL });
}

static void markup_and_quirks_of_text_are_flattened(void **state)
{
    (void)state;
    expect_parts(SAMPLES "grant-v40.xml", (const char *const[]){
        "Carbon tubes made of C60 and H2O, and their in situ use",
        "Tubes of 1 nm to 10 μm2 are grown on plates. The plates are of iron.",
        "(a) a wall of C60; and (b) a filling, wherein a=2.\"",
        "\"num\":3,\"text\":\"3. The tube of claims 1 or 2, of iron.\",\"depends\":[1,2]",
        "“Tubes of C60”, J. Made Up & Co., pp. 1-9, <URL>.", NULL });
    expect_parts(SAMPLES "weekly-v42-v45.xml", (const char *const[]){
        "Graphene at 5 °C < 10 °C", "are x-rayed.\"}", "heating methane above copper",
        "in this table: T 1000", NULL });
    expect_parts(SAMPLES "unknown-entity.xml", (const char *const[]){
        "h“2” &nosuchname; αΔ α R&D", NULL });
}

static void one_company_is_one_owner(void **state)
{
    (void)state;
    expect_parts(SAMPLES "weekly-v42-v45.xml", (const char *const[]){
        "\"applicants\":[{\"name\":\"Flake Example Co. Ltd.\",\"role\":\"assignee\","
        "\"country\":\"CN\",\"region\":null,\"city\":\"Suzhou\",\"address\":\"1 Example Road\","
        "\"postcode\":\"215123\"},{\"name\":\"Li, Si\",\"role\":\"applicant-inventor\"", NULL });
}

static void combination_sets_are_left_out_of_cpc(void **state)
{
    (void)state;
    expect_parts(SAMPLES "weekly-v42-v45.xml", (const char *const[]){
        "\"ipc\":[\"C01B32/182\",\"B82Y40/00\"],\"cpc\":[\"C01B31/0446\",\"Y10T428/30\"]",
        NULL });
}

static void reissues_lose_what_is_struck_out(void **state)
{
    (void)state;
    expect_parts(SAMPLES "reissue-v43.xml", (const char *const[]){
        "\"id\":\"USRE49999E1\"", "\"type\":\"reissue\"", "A square wafer.",
        "19. A wafer of silicon.", NULL });
}

static void cancelled_claims_are_kept_and_not_counted(void **state)
{
    (void)state;
    expect_parts(SAMPLES "reissue-v43.xml", (const char *const[]){
        "{\"num\":null,\"text\":\"1-18. (canceled)\",\"depends\":[]}",
        "{\"num\":null,\"text\":\"20. (Cancelled).\",\"depends\":[]}",
        "\"num\":22,\"text\":\"22. The wafer of any one of claims 19 to 21, polished.\","
        "\"depends\":[19,20,21]",
        "\"claim_count\":3", NULL });
}

static void keep_first_parts(const struct np_record *record, const struct np_document *document,
                             void *context)
{
    (void)document;
    *(int *)context = record->parts;
}

static void a_bibliographic_grant_says_nothing_of_claims(void **state)
{
    int parts = 0;
    struct np_err err;

    (void)state;
    expect_parts(SAMPLES "biblio-v47.xml", (const char *const[]){
        "\"id\":\"USPP39999P3\"", "\"type\":\"plant\"", "\"claims\":{},\"claim_count\":1", NULL });
    read_file(SAMPLES "biblio-v47.xml", keep_first_parts, &parts, &err);
    assert_int_equal(parts, NP_PART_BIBLIO | NP_PART_TEXT | NP_PART_CITATIONS);
    read_file(SAMPLES "grant-v40.xml", keep_first_parts, &parts, &err);
    assert_int_equal(parts,
                     NP_PART_BIBLIO | NP_PART_TEXT | NP_PART_CITATIONS | NP_PART_CLAIMS);
}

static void sequence_listings_between_documents_are_passed_over(void **state)
{
    struct np_buf json = { 0 };
    struct np_err err;

    (void)state;
    assert_int_equal(read_file(SAMPLES "weekly-v42-v45.xml", keep_json, &json, &err), 2);
    assert_non_null(strstr(np_buf_cstr(&json), "\"document\":3,"));
    assert_string_equal(err.what, "");
    np_buf_release(&json);
}

static void broken_documents_are_rejected_with_the_reason(void **state)
{
    (void)state;
    expect_rejected(SAMPLES "broken-tag.xml", "NP-XML-001",
                    "tag <claim-text> is not closed: </claim> follows");
    expect_rejected(SAMPLES "broken-number.xml", "NP-REC-002", "no publication number");
    expect_rejected(SAMPLES "broken-entity.xml", "NP-XML-006",
                    "parameter entity '%more;' declared: refused");
    expect_rejected(SAMPLES "broken-bomb.xml", "NP-XML-007",
                    "entity '&b;' is made of entities: refused");
}

/* ---- real documents ---- */

struct tally { int records, bad; };

static void complain(struct tally *tally, const struct np_record *record, const char *what)
{
    print_error("%.*s%.*s: %s\n", NP_ARG(record->number), NP_ARG(record->kind), what);
    tally->bad++;
}

static int depends_on_later(const struct np_record *record)
{
    const struct np_claims *claims = record->claims.n ? &record->claims.v[0] : NULL;

    for (size_t i = 0; claims && i < claims->claims.n; i++)
        for (size_t j = 0; j < claims->claims.v[i].depends.n; j++)
            if (claims->claims.v[i].depends.v[j] >= claims->claims.v[i].num)
                return 1;
    return 0;
}

static int stated_claims(const struct np_document *document)
{
    struct np_slice tag = NP_S("<number-of-claims>"), s = document->bytes;
    size_t at = np_slice_find(s, tag);
    int count = 0;

    if (at == (size_t)-1)
        return -1;
    for (at += tag.n; at < s.n && s.p[at] >= '0' && s.p[at] <= '9'; at++)
        count = count * 10 + (s.p[at] - '0');
    return count;
}

/* What holds for every grant in the shared documents. */
static void check_grant(const struct np_record *record, const struct np_document *document,
                        void *context)
{
    struct tally *tally = context;
    bool design = record->type == NP_DESIGN;
    bool full = (record->parts & NP_PART_CLAIMS) != 0;

    tally->records++;
    if (!np_slice_is(record->office, "US") || !record->number.n || !record->kind.n)
        complain(tally, record, "no id");
    if (!record->date || !record->application.date || !record->application.number.n)
        complain(tally, record, "a date or the application is missing");
    if (record->stage != NP_GRANT || record->stated != record->date)
        complain(tally, record, "stage or date of the statement");
    if (!record->title.n || (!design && !record->abstract.n))
        complain(tally, record, "no title or abstract");
    if (record->claim_count != stated_claims(document) || (full && !record->claims.n))
        complain(tally, record, "no claims");
    if (!record->inventors.n || !record->applicants.n)
        complain(tally, record, "no inventor or owner");
    if (design ? !record->locarno.n : !record->ipc.n)
        complain(tally, record, "no symbol");
    if (!record->citations.n && !record->npl.n)
        complain(tally, record, "no citation");
    if (depends_on_later(record) || record->unknown_entities)
        complain(tally, record, "claims that name later ones, or unknown entities");
}

static int check_folder(const char *folder, struct tally *tally)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    int files = 0;

    if (!dir)
        return 0;
    while ((entry = readdir(dir)) != NULL) {
        char path[512];
        struct np_err err;

        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s%s", folder, entry->d_name);
        read_file(path, check_grant, tally, &err);
        assert_string_equal(err.what, "");
        files++;
    }
    closedir(dir);
    return files;
}

static void all_shared_grants_are_read(void **state)
{
    struct tally tally = { 0, 0 };

    (void)state;
    if (!check_folder(REAL "weekly-excerpt/", &tally)) {
        print_message("%s is absent\n", REAL);
        skip();
    }
    check_folder(REAL "single/", &tally);
    check_folder(REAL "biblio-zip/", &tally);
    check_folder(REAL "sequence-listing/", &tally);
    assert_int_equal(tally.bad, 0);
    assert_int_equal(tally.records, 195);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(applicants_of_v40_are_the_inventors),
        cmocka_unit_test(packed_and_fixed_width_symbols_are_read),
        cmocka_unit_test(numbers_are_in_docdb_form),
        cmocka_unit_test(markup_and_quirks_of_text_are_flattened),
        cmocka_unit_test(one_company_is_one_owner),
        cmocka_unit_test(combination_sets_are_left_out_of_cpc),
        cmocka_unit_test(reissues_lose_what_is_struck_out),
        cmocka_unit_test(cancelled_claims_are_kept_and_not_counted),
        cmocka_unit_test(a_bibliographic_grant_says_nothing_of_claims),
        cmocka_unit_test(sequence_listings_between_documents_are_passed_over),
        cmocka_unit_test(broken_documents_are_rejected_with_the_reason),
        cmocka_unit_test(all_shared_grants_are_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
