/* The fold alone: statements in, picture out, no store. */
#include "../../engine/store/fold.h"
#include "../../engine/store/trust.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct np_arena *arena;

static int begin(void **state)
{
    (void)state;
    arena = np_arena_new();
    return 0;
}

static int end(void **state)
{
    (void)state;
    np_arena_free(arena);
    return 0;
}

static struct np_record *record_of(const char *dialect, np_date stated, int parts)
{
    struct np_record *record = np_record_new(arena);

    record->office = NP_S("CN");
    record->number = NP_S("108100001");
    record->kind = NP_S("A");
    record->dialect = np_slice_of(dialect);
    record->stated = stated;
    record->parts = parts;
    return record;
}

static void title(struct np_record *record, const char *lang, const char *text)
{
    *np_list_add(arena, &record->title) = (struct np_text){ np_slice_of(lang), np_slice_of(text) };
}

static void applicant(struct np_record *record, const char *name)
{
    np_list_add(arena, &record->applicants)->name = np_slice_of(name);
}

static struct np_picture fold(struct np_said *said, size_t n)
{
    struct np_picture picture;

    np_fold(said, n, arena, &picture);
    return picture;
}

/* The table as text: a change of trust is a change that somebody decides. */
static void order_of_trust_is_the_one_of_the_design(void **state)
{
    static const char *const golden =
        "texts: full text > office > collection > docdb > other > events\n"
        "parties: full text > office > collection > docdb > other > events\n"
        "biblio: full text > office > collection > docdb > other > events\n"
        "numbers: docdb > full text > office > collection > other > events\n"
        "family: docdb > full text > office > collection > other > events\n";
    static const char *const classes[] = { "full text", "office", "collection",
                                           "docdb",     "events", "other" };
    struct np_buf b = { 0 };

    (void)state;
    for (int aspect = 0; np_trust[aspect].name; aspect++) {
        assert_int_equal(np_trust[aspect].aspect, aspect);
        np_buf_printf(&b, "%s: ", np_trust[aspect].name);
        for (int rank = 0; rank < NP_CLASSES; rank++)
            for (int c = 0; c < NP_CLASSES; c++)
                if (np_trust[aspect].rank[c] == rank)
                    np_buf_printf(&b, "%s%s", rank ? " > " : "", classes[c]);
        np_buf_putc(&b, '\n');
    }
    assert_string_equal(np_buf_cstr(&b), golden);
    np_buf_release(&b);
}

static void numbers_of_sources_are_frozen_and_differ(void **state)
{
    int64_t seen = 0;

    (void)state;
    for (const struct np_source_row *row = np_sources; row->dialect; row++) {
        assert_in_range(row->source, 1, 62);
        assert_false(seen >> row->source & 1);
        seen |= (int64_t)1 << row->source;
        assert_int_equal(np_source_of(np_slice_of(row->dialect)), row->source);
    }
    assert_int_equal(np_source_of(NP_S("us-patent-grant")), 1);
    assert_int_equal(np_source_of(NP_S("cn-business")), 11);
    assert_int_equal(np_source_of(NP_S("exchange-documents")), 15);
    assert_int_equal(np_source_of(NP_S("aps")), 21);
    assert_int_equal(np_source_of(NP_S("no such")), 0);
    assert_int_equal(np_source_class_of(11, NP_PART_BIBLIO), NP_CLASS_OFFICE);
    assert_int_equal(np_source_class_of(11, NP_PART_CLAIMS), NP_CLASS_FULL_TEXT);
    assert_int_equal(np_source_class_of(15, NP_PART_CLAIMS), NP_CLASS_DOCDB);
}

static void texts_come_from_the_office_and_numbers_from_docdb(void **state)
{
    struct np_record *office = record_of("cn-patent-document", 20200101,
                                         NP_PART_BIBLIO | NP_PART_TEXT | NP_PART_CLAIMS);
    struct np_record *docdb = record_of("exchange-documents", 20210101,
                                        NP_PART_BIBLIO | NP_PART_TEXT | NP_PART_FAMILY);
    struct np_said said[2];
    struct np_picture picture;

    (void)state;
    title(office, "zh", "石墨烯");
    applicant(office, "苏州公司");
    office->application = (struct np_docref){ NP_S("CN"), NP_S("2019100000017"), NP_EMPTY, 20191201 };
    title(docdb, "zh", "另一题目");
    title(docdb, "en", "Graphene");
    applicant(docdb, "SUZHOU CO LTD");
    docdb->family = NP_S("70000001");
    docdb->application = (struct np_docref){ NP_S("CN"), NP_S("201910000001"), NP_EMPTY, 0 };
    np_symbols_add(arena, &docdb->cpc, NP_S("C01B32/182"));
    said[0] = np_said_of(docdb);
    said[1] = np_said_of(office);
    picture = fold(said, 2);
    assert_true(np_slice_is(np_text_in(picture.record.title.v, picture.record.title.n, "zh"),
                            "石墨烯"));
    assert_true(np_slice_is(np_text_in(picture.record.title.v, picture.record.title.n, "en"),
                            "Graphene"));
    assert_int_equal(picture.record.applicants.n, 1);
    assert_true(np_slice_is(picture.record.applicants.v[0].name, "苏州公司"));
    assert_true(np_slice_is(picture.record.family, "70000001"));
    assert_true(np_slice_is(picture.record.application.number, "201910000001"));
    assert_int_equal(picture.record.application.date, 20191201);
    assert_int_equal(picture.record.cpc.n, 1); /* not said is not denied */
    assert_int_equal(picture.sources, 1 << 12 | 1 << 15);
}

static void latest_word_of_one_source_comes_first(void **state)
{
    struct np_record *early = record_of("exchange-documents", 20200101,
                                        NP_PART_BIBLIO | NP_PART_FAMILY);
    struct np_record *late = record_of("exchange-documents", 20200301,
                                       NP_PART_BIBLIO | NP_PART_FAMILY | NP_PART_CITATIONS);
    struct np_said said[2];

    (void)state;
    early->family = NP_S("1");
    early->date = 20200101;
    late->family = NP_S("2");
    said[0] = np_said_of(early);
    said[1] = np_said_of(late);
    assert_true(np_slice_is(fold(said, 2).record.family, "2"));
    assert_int_equal(fold(said, 2).record.date, 20200101);
}

static void withdrawal_takes_back_what_was_said_until_then(void **state)
{
    struct np_record *put = record_of("exchange-documents", 20200101, NP_PART_BIBLIO);
    struct np_record *gone = record_of("exchange-documents", 20200101, 0);
    struct np_record *other = record_of("cn-business", 20190101, NP_PART_BIBLIO);
    struct np_said said[3];

    (void)state;
    put->sequence = 3;
    gone->sequence = 1;
    gone->action = NP_DELETE;
    said[0] = np_said_of(put);
    said[1] = np_said_of(gone);
    assert_true(fold(said, 2).exists); /* deleted, then made again on the same day */
    gone->sequence = 3;
    said[1] = np_said_of(gone);
    assert_false(fold(said, 2).exists);
    gone->sequence = 1;
    gone->stated = 20200201;
    said[1] = np_said_of(gone);
    assert_false(fold(said, 2).exists);
    said[2] = np_said_of(other);
    assert_true(fold(said, 3).exists); /* another source still says it */
    assert_int_equal(fold(said, 3).sources, 1 << 11);
}

static void evidence_comes_from_the_first_source_that_has_some(void **state)
{
    static const struct np_evidence_row row = { .subfield = 4, .score = 1 };
    struct np_record *office = record_of("cn-patent-document", 20200101,
                                         NP_PART_BIBLIO | NP_PART_TEXT | NP_PART_CLAIMS);
    struct np_record *docdb = record_of("exchange-documents", 20200101,
                                        NP_PART_BIBLIO | NP_PART_TEXT);
    struct np_said said[2] = { np_said_of(office), np_said_of(docdb) };

    (void)state;
    said[0].light = true;
    said[1].evidence = &row;
    said[1].nevidence = 1;
    assert_int_equal(fold(said, 2).nevidence, 1);
    assert_false(fold(said, 2).light);
    said[1].nevidence = 0;
    said[1].light = true;
    assert_true(fold(said, 2).light);
}

static void events_are_a_set_and_the_latest_word_on_one_wins(void **state)
{
    struct np_record *a = record_of("legal-events", 20200101, NP_PART_EVENTS);
    struct np_record *b = record_of("cn-prs", 20200601, NP_PART_EVENTS);
    struct np_said said[2];
    struct np_picture picture;

    (void)state;
    *np_list_add(arena, &a->events) =
        (struct np_event){ .office = NP_S("CN"), .code = NP_S("PA01"), .date = 20200105,
                           .text = NP_S("old"), .key = NP_S("7") };
    *np_list_add(arena, &a->events) =
        (struct np_event){ .office = NP_S("CN"), .code = NP_S("SE01"), .date = 20190105,
                           .text = NP_S("entry") };
    *np_list_add(arena, &b->events) =
        (struct np_event){ .office = NP_S("CN"), .code = NP_S("PA01"), .date = 20200105,
                           .text = NP_S("new"), .key = NP_S("7") };
    said[0] = np_said_of(b);
    said[1] = np_said_of(a);
    assert_true(said[0].facet != said[1].facet);
    picture = fold(said, 2);
    assert_int_equal(picture.record.events.n, 2);
    assert_true(np_slice_is(picture.record.events.v[0].text, "entry"));
    assert_true(np_slice_is(picture.record.events.v[1].text, "new"));
    assert_false(picture.exists); /* events alone make no publication */
}

static void nothing_said_is_nothing(void **state)
{
    struct np_picture picture;

    (void)state;
    np_fold(NULL, 0, arena, &picture);
    assert_false(picture.exists);
    assert_null(picture.texts);
    assert_int_equal(picture.npl_count, -1);
}

int main(void)
{
    const struct CMUnitTest all[] = {
        cmocka_unit_test(order_of_trust_is_the_one_of_the_design),
        cmocka_unit_test(numbers_of_sources_are_frozen_and_differ),
        cmocka_unit_test_setup_teardown(texts_come_from_the_office_and_numbers_from_docdb, begin, end),
        cmocka_unit_test_setup_teardown(latest_word_of_one_source_comes_first, begin, end),
        cmocka_unit_test_setup_teardown(withdrawal_takes_back_what_was_said_until_then, begin, end),
        cmocka_unit_test_setup_teardown(evidence_comes_from_the_first_source_that_has_some, begin, end),
        cmocka_unit_test_setup_teardown(events_are_a_set_and_the_latest_word_on_one_wins, begin, end),
        cmocka_unit_test_setup_teardown(nothing_said_is_nothing, begin, end),
    };

    return cmocka_run_group_tests(all, NULL, NULL);
}
