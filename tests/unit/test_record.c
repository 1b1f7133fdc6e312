#include "unit.h"

#include <nanopat/record.h>
#include <stdlib.h>

static struct np_docref docref(const char *office, const char *number, const char *kind,
                               np_date date)
{
    return (struct np_docref){ np_slice_of(office), np_slice_of(number), np_slice_of(kind), date };
}

static void add_text(struct np_arena *arena, struct np_record *record, const char *lang,
                     const char *title, const char *abstract)
{
    *np_list_add(arena, &record->title) =
        (struct np_text){ np_slice_of(lang), np_slice_of(title) };
    *np_list_add(arena, &record->abstract) =
        (struct np_text){ np_slice_of(lang), np_slice_of(abstract) };
}

static void add_claims(struct np_arena *arena, struct np_record *record)
{
    struct np_claims *claims = np_list_add(arena, &record->claims);
    struct np_claim *claim;

    claims->lang = NP_S("en");
    claim = np_list_add(arena, &claims->claims);
    claim->num = 1;
    claim->text = NP_S("1. A film.");
    claim = np_list_add(arena, &claims->claims);
    claim->num = 2;
    claim->text = NP_S("2. The film of claim 1.");
    *np_list_add(arena, &claim->depends) = 1;
    claim = np_list_add(arena, &claims->claims);
    claim->text = NP_S("3. (canceled)");
    record->claim_count = 2;
}

static void add_parties(struct np_arena *arena, struct np_record *record)
{
    *np_list_add(arena, &record->applicants) = (struct np_party){
        .name = NP_S("苏州纳米科技有限公司"), .role = NP_ROLE_ASSIGNEE, .country = NP_S("CN"),
        .region = NP_S("江苏省"), .city = NP_S("苏州市"), .postcode = NP_S("215123"),
    };
    *np_list_add(arena, &record->inventors) =
        (struct np_inventor){ NP_S("Doe, Jane"), NP_EMPTY };
}

static void add_citations(struct np_arena *arena, struct np_record *record)
{
    struct np_citation *citation = np_list_add(arena, &record->citations);
    struct np_npl *npl;

    citation->doc = docref("US", "2010012345", "A1", 20100100);
    *np_list_add(arena, &citation->category) = NP_S("X");
    *np_list_add(arena, &citation->category) = NP_S("P");
    citation->by = NP_BY_EXAMINER;
    citation->phase = NP_PHASE_SEARCH;
    np_list_add(arena, &record->citations)->doc = docref("JP", "H0512345", "", 0);
    npl = np_list_add(arena, &record->npl);
    npl->text = NP_S("Nature, \"Carbon\", 2001");
    npl->by = NP_BY_THIRD_PARTY;
}

/* A record in which every member says something. */
static struct np_record *full_record(struct np_arena *arena)
{
    struct np_record *record = np_record_new(arena);

    record->office = NP_S("US");
    record->number = NP_S("10123456");
    record->kind = NP_S("B2");
    record->date = 20181113;
    record->type = NP_REISSUE;
    record->stage = NP_GRANT;
    record->action = NP_VOID;
    record->lang = NP_S("en");
    record->application = docref("US", "15123456", "A", 20160301);
    record->pct_application = NP_S("WO2015EP60001");
    record->pct_publication = NP_S("WO2016012345");
    record->family = NP_S("54321");
    *np_list_add(arena, &record->priorities) = docref("DE", "102015000001", "A", 20150302);
    *np_list_add(arena, &record->parents) = (struct np_parent){
        NP_S("continuation"), docref("US", "14000001", "", 20130000)
    };
    add_text(arena, record, "en", "Film", "A film.");
    add_text(arena, record, "zh", "薄膜", "一种薄膜。");
    add_claims(arena, record);
    add_parties(arena, record);
    np_symbols_add(arena, &record->ipc, NP_S("C01B32/182"));
    np_symbols_add(arena, &record->ipc, NP_S("B82Y40/00"));
    np_symbols_add(arena, &record->cpc, NP_S("C01B32/186"));
    np_symbols_add(arena, &record->uspc, NP_S("423/448"));
    np_symbols_add(arena, &record->locarno, NP_S("02-01"));
    add_citations(arena, record);
    *np_list_add(arena, &record->standards) =
        (struct np_standard_ref){ NP_S("ISO/TS 80004-1:2015"), NP_S("description") };
    *np_list_add(arena, &record->events) =
        (struct np_event){ .office = NP_S("CN"), .code = NP_S("PE01"), .date = 20210504,
                           .text = NP_S("pledge") };
    np_symbols_add(arena, &record->designated, NP_S("DE"));
    record->dialect = NP_S("us-patent-grant");
    record->source.file = NP_S("ipg181113.zip");
    record->source.member = NP_S("ipg181113.xml");
    record->source.document = 17;
    record->source.offset = INT64_C(5000000000);
    record->source.length = 90211;
    record->stated = 20181113;
    record->sequence = 3;
    record->parts = NP_PART_BIBLIO | NP_PART_TEXT;
    record->unknown_entities = 4;
    *np_list_add(arena, &record->notes) =
        (struct np_note){ NP_S("NP-NOT-001"), NP_S("check digit"), INT64_C(5000000001) };
    return record;
}

static void assert_json(const struct np_record *record, const char *expected)
{
    struct np_buf b = { 0 };

    np_record_json(&b, record);
    assert_slice(np_buf_slice(&b), expected);
    np_buf_release(&b);
}

static void full_record_is_printed_in_order_of_the_contract(void **state)
{
    struct np_arena *arena = np_arena_new();

    (void)state;
    assert_json(full_record(arena),
        "{\"id\":\"US10123456B2\",\"office\":\"US\",\"number\":\"10123456\",\"kind\":\"B2\","
        "\"date\":\"2018-11-13\",\"type\":\"reissue\",\"stage\":\"grant\",\"action\":\"void\","
        "\"lang\":\"en\","
        "\"application\":{\"office\":\"US\",\"number\":\"15123456\",\"date\":\"2016-03-01\"},"
        "\"pct\":{\"application\":\"WO2015EP60001\",\"publication\":\"WO2016012345\"},"
        "\"family\":\"54321\","
        "\"priorities\":[{\"office\":\"DE\",\"number\":\"102015000001\",\"date\":\"2015-03-02\"}],"
        "\"parents\":[{\"relation\":\"continuation\",\"office\":\"US\",\"number\":\"14000001\","
        "\"date\":\"2013\"}],"
        "\"title\":{\"en\":\"Film\",\"zh\":\"薄膜\"},"
        "\"abstract\":{\"en\":\"A film.\",\"zh\":\"一种薄膜。\"},"
        "\"claims\":{\"en\":[{\"num\":1,\"text\":\"1. A film.\",\"depends\":[]},"
        "{\"num\":2,\"text\":\"2. The film of claim 1.\",\"depends\":[1]},"
        "{\"num\":null,\"text\":\"3. (canceled)\",\"depends\":[]}]},"
        "\"claim_count\":2,"
        "\"applicants\":[{\"name\":\"苏州纳米科技有限公司\",\"role\":\"assignee\","
        "\"country\":\"CN\",\"region\":\"江苏省\",\"city\":\"苏州市\",\"address\":null,"
        "\"postcode\":\"215123\"}],"
        "\"inventors\":[{\"name\":\"Doe, Jane\",\"country\":null}],"
        "\"ipc\":[\"C01B32/182\",\"B82Y40/00\"],\"cpc\":[\"C01B32/186\"],"
        "\"uspc\":[\"423/448\"],\"locarno\":[\"02-01\"],"
        "\"citations\":[{\"office\":\"US\",\"number\":\"2010012345\",\"kind\":\"A1\","
        "\"date\":\"2010-01\",\"category\":[\"X\",\"P\"],\"by\":\"examiner\","
        "\"phase\":\"search\"},"
        "{\"office\":\"JP\",\"number\":\"H0512345\",\"kind\":null,\"date\":null,"
        "\"category\":[],\"by\":null,\"phase\":null}],"
        "\"npl\":[{\"text\":\"Nature, \\\"Carbon\\\", 2001\",\"category\":[],"
        "\"by\":\"third_party\"}],"
        "\"standards\":[{\"ref\":\"ISO/TS 80004-1:2015\",\"where\":\"description\"}],"
        "\"events\":[{\"office\":\"CN\",\"code\":\"PE01\",\"date\":\"2021-05-04\","
        "\"state\":null,\"text\":\"pledge\"}],"
        "\"designated\":[\"DE\"],"
        "\"dialect\":\"us-patent-grant\",\"source\":{\"file\":\"ipg181113.zip\","
        "\"member\":\"ipg181113.xml\",\"document\":17,\"offset\":5000000000,"
        "\"length\":90211}}");
    np_arena_free(arena);
}

static void silent_record_leaves_out_no_key(void **state)
{
    struct np_arena *arena = np_arena_new();

    (void)state;
    assert_json(np_record_new(arena),
        "{\"id\":null,\"office\":null,\"number\":null,\"kind\":null,\"date\":null,"
        "\"type\":\"invention\",\"stage\":\"application\",\"action\":\"put\",\"lang\":null,"
        "\"application\":{\"office\":null,\"number\":null,\"date\":null},"
        "\"pct\":{\"application\":null,\"publication\":null},\"family\":null,"
        "\"priorities\":[],\"parents\":[],\"title\":{},\"abstract\":{},\"claims\":{},"
        "\"claim_count\":null,\"applicants\":[],\"inventors\":[],\"ipc\":[],\"cpc\":[],"
        "\"uspc\":[],\"locarno\":[],\"citations\":[],\"npl\":[],\"standards\":[],"
        "\"events\":[],\"designated\":[],\"dialect\":null,"
        "\"source\":{\"file\":null,\"member\":null,\"document\":0,\"offset\":0,\"length\":0}}");
    np_arena_free(arena);
}

static void first_text_of_a_language_is_printed(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_record *record = np_record_new(arena);
    struct np_buf b = { 0 };

    (void)state;
    add_text(arena, record, "en", "First", "a");
    add_text(arena, record, "en", "Second", "b");
    np_record_json(&b, record);
    assert_true(np_slice_find(np_buf_slice(&b), NP_S("\"title\":{\"en\":\"First\"}")) !=
                (size_t)-1);
    np_buf_release(&b);
    np_arena_free(arena);
}

static void decoded_record_is_the_encoded_one(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_record *record = full_record(arena), *again;
    struct np_buf bytes = { 0 }, twice = { 0 }, before = { 0 }, after = { 0 };
    struct np_err err;

    (void)state;
    np_record_encode(&bytes, record);
    assert_int_equal(np_record_decode(np_buf_slice(&bytes), arena, &again, &err), NP_OK);
    np_record_encode(&twice, again);
    assert_true(np_slice_eq(np_buf_slice(&bytes), np_buf_slice(&twice)));
    np_record_json(&before, record);
    np_record_json(&after, again);
    assert_true(np_slice_eq(np_buf_slice(&before), np_buf_slice(&after)));
    assert_int_equal(again->stated, 20181113);
    assert_int_equal(again->sequence, 3);
    assert_int_equal(again->parts, NP_PART_BIBLIO | NP_PART_TEXT);
    assert_int_equal(again->unknown_entities, 4);
    assert_int_equal(again->notes.n, 1);
    assert_slice(again->notes.v[0].what, "check digit");
    assert_int_equal(again->notes.v[0].byte, INT64_C(5000000001));
    assert_slice(again->application.kind, "A");
    assert_true(np_record_hash(again) == np_record_hash(record));
    np_buf_release(&bytes);
    np_buf_release(&twice);
    np_buf_release(&before);
    np_buf_release(&after);
    np_arena_free(arena);
}

static void hash_knows_everything_but_the_source(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_record *record = full_record(arena);
    uint64_t hash = np_record_hash(record);

    (void)state;
    record->source.document = 99;
    record->source.file = NP_S("other.zip");
    assert_true(np_record_hash(record) == hash);
    record->claims.v[0].claims.v[1].depends.v[0] = 2;
    assert_true(np_record_hash(record) != hash);
    record->claims.v[0].claims.v[1].depends.v[0] = 1;
    assert_true(np_record_hash(record) == hash);
    record->designated.v[0] = NP_S("FR");
    assert_true(np_record_hash(record) != hash);
    np_arena_free(arena);
}

/* Decodes a copy of exactly n bytes, so that a sanitizer sees a read one byte too far. What
 * is accepted must encode to the same bytes again: nothing else can have been written.      */
static enum np_status decode_copy(const char *bytes, size_t n, struct np_arena *arena)
{
    char *copy = np_malloc(n);
    struct np_record *record;
    struct np_err err = { 0 };
    enum np_status status;

    memcpy(copy, bytes, n);
    status = np_record_decode(np_slice_make(copy, n), arena, &record, &err);
    if (status == NP_OK) {
        struct np_buf b = { 0 };

        np_record_encode(&b, record);
        assert_int_equal(b.n, n);
        assert_memory_equal(b.p, copy, n);
        np_buf_reset(&b);
        np_record_json(&b, record);
        np_buf_release(&b);
    } else {
        assert_int_equal(status, NP_SKIP);
        assert_null(record);
        assert_true(err.what[0] != '\0');
    }
    free(copy);
    np_arena_reset(arena);
    return status;
}

static struct np_buf full_bytes(void)
{
    struct np_arena *arena = np_arena_new();
    struct np_buf bytes = { 0 };

    np_record_encode(&bytes, full_record(arena));
    np_arena_free(arena);
    return bytes;
}

static void cut_bytes_are_refused(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_buf bytes = full_bytes();

    (void)state;
    for (size_t n = 0; n < bytes.n; n++)
        assert_int_equal(decode_copy(bytes.p, n, arena), NP_SKIP);
    assert_int_equal(decode_copy(bytes.p, bytes.n, arena), NP_OK);
    np_buf_putc(&bytes, '\0');
    assert_int_equal(decode_copy(bytes.p, bytes.n, arena), NP_SKIP);
    np_buf_release(&bytes);
    np_arena_free(arena);
}

static void flipped_bytes_do_no_harm(void **state)
{
    static const unsigned char flips[] = { 0x01, 0x80, 0xFF, 0x7F };
    struct np_arena *arena = np_arena_new();
    struct np_buf bytes = full_bytes();
    size_t refused = 0;

    (void)state;
    for (size_t i = 0; i < bytes.n; i++)
        for (size_t f = 0; f < sizeof flips; f++) {
            bytes.p[i] = (char)(bytes.p[i] ^ flips[f]);
            refused += decode_copy(bytes.p, bytes.n, arena) == NP_SKIP;
            bytes.p[i] = (char)(bytes.p[i] ^ flips[f]);
        }
    assert_true(refused > bytes.n);
    np_buf_release(&bytes);
    np_arena_free(arena);
}

static void random_damage_does_no_harm(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_buf bytes = full_bytes();
    char *work = np_malloc(bytes.n);
    uint32_t seed = 42;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        memcpy(work, bytes.p, bytes.n);
        for (int k = 0; k < 1 + round % 4; k++) {
            seed = seed * 1664525 + 1013904223;
            work[(seed >> 8) % bytes.n] = (char)(seed >> 3);
        }
        decode_copy(work, bytes.n, arena);
    }
    free(work);
    np_buf_release(&bytes);
    np_arena_free(arena);
}

/* A count of four thousand million must not take memory before it is believed. */
static void counts_beyond_the_bytes_are_refused(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_buf bytes = { 0 };
    struct np_record *record;
    struct np_err err;

    (void)state;
    np_record_encode(&bytes, np_record_new(arena));
    /* priorities: behind magic, 3 texts, date, 3 words, text, filing of 3 texts and a date, 3 texts */
    memset(bytes.p + 4 * (1 + 3 + 1 + 3 + 1 + 4 + 3), 0xFF, 4);
    np_arena_reset(arena);
    assert_int_equal(np_record_decode(np_buf_slice(&bytes), arena, &record, &err), NP_SKIP);
    assert_string_equal(err.what, "encoded record: 'priorities' has more items than bytes");
    assert_true(np_arena_used(arena) < 10000);
    np_buf_release(&bytes);
    np_arena_free(arena);
}

static void broken_members_are_named(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_record *record = full_record(arena), *again;
    struct np_buf bytes = { 0 };
    struct np_err err;

    (void)state;
    record->title.v[0].text = NP_S("\xFF");
    np_record_encode(&bytes, record);
    assert_int_equal(np_record_decode(np_buf_slice(&bytes), arena, &again, &err), NP_SKIP);
    assert_string_equal(err.what, "encoded record: 'text' is not UTF-8");
    record = full_record(arena);
    record->type = (enum np_type)99;
    np_buf_reset(&bytes);
    np_record_encode(&bytes, record);
    assert_int_equal(np_record_decode(np_buf_slice(&bytes), arena, &again, &err), NP_SKIP);
    assert_string_equal(err.what, "encoded record: 'type' is no known word");
    record = full_record(arena);
    record->events.v[0].date = 20230230;
    np_buf_reset(&bytes);
    np_record_encode(&bytes, record);
    assert_int_equal(np_record_decode(np_buf_slice(&bytes), arena, &again, &err), NP_SKIP);
    assert_string_equal(err.what, "encoded record: 'date' is no date");
    np_buf_release(&bytes);
    np_arena_free(arena);
}

static void file_names_may_be_any_bytes(void **state)
{
    struct np_arena *arena = np_arena_new();
    struct np_record *record = full_record(arena), *again;
    struct np_buf bytes = { 0 };

    (void)state;
    record->source.file = NP_S("\xFF\xFE.zip");
    np_record_encode(&bytes, record);
    assert_int_equal(np_record_decode(np_buf_slice(&bytes), arena, &again, NULL), NP_OK);
    assert_slice(again->source.file, "\xFF\xFE.zip");
    np_buf_release(&bytes);
    np_arena_free(arena);
}

static void text_falls_back_to_english_then_chinese_then_first(void **state)
{
    const struct np_text v[] = {
        { NP_S("de"), NP_S("Folie") }, { NP_S("zh"), NP_S("薄膜") }, { NP_S("en"), NP_S("film") },
    };

    (void)state;
    assert_slice(np_text_in(v, 3, "zh"), "薄膜");
    assert_slice(np_text_in(v, 3, "fr"), "film");
    assert_slice(np_text_in(v, 2, "fr"), "薄膜");
    assert_slice(np_text_in(v, 1, "fr"), "Folie");
    assert_slice(np_text_in(v, 3, NULL), "film");
    assert_slice(np_text_in(NULL, 0, "en"), "");
}

static void names_of_enumerations_are_those_printed(void **state)
{
    (void)state;
    assert_string_equal(np_type_name(NP_UTILITY_MODEL), "utility_model");
    assert_string_equal(np_type_name((enum np_type)77), "other");
    assert_string_equal(np_stage_name(NP_SEARCH_REPORT), "search_report");
    assert_string_equal(np_stage_name((enum np_stage)-1), "other");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(full_record_is_printed_in_order_of_the_contract),
        cmocka_unit_test(silent_record_leaves_out_no_key),
        cmocka_unit_test(first_text_of_a_language_is_printed),
        cmocka_unit_test(decoded_record_is_the_encoded_one),
        cmocka_unit_test(hash_knows_everything_but_the_source),
        cmocka_unit_test(cut_bytes_are_refused),
        cmocka_unit_test(flipped_bytes_do_no_harm),
        cmocka_unit_test(random_damage_does_no_harm),
        cmocka_unit_test(counts_beyond_the_bytes_are_refused),
        cmocka_unit_test(broken_members_are_named),
        cmocka_unit_test(file_names_may_be_any_bytes),
        cmocka_unit_test(text_falls_back_to_english_then_chinese_then_first),
        cmocka_unit_test(names_of_enumerations_are_those_printed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
