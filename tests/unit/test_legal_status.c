/* Legal events folded to a status (formats/legal.md, sections 4 and 5), with made-up events and the
 * project's own table of codes. */
#include "unit.h"

#include "../../engine/scoring/legal.h"

#include <nanopat/date.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { EVENTS_MAX = 16, TODAY = 20240101 };

static struct np_arena *arena;
static struct legal_codes codes;

struct made { const char *code; np_date date, effective; const char *state, *text; };

static struct np_fact_event event_of(const char *office, const struct made *made)
{
    return (struct np_fact_event){ .office = np_slice_of(office), .code = np_slice_of(made->code),
                                   .date = made->date, .effective = made->effective,
                                   .state = np_slice_of(made->state),
                                   .text = np_slice_of(made->text) };
}

/* Filed early in 2010, granted 2012-06-01 unless the events say so. */
static const struct legal_status *fold(const char *office, np_date granted, np_date as_of,
                                       const struct made *made, size_t n)
{
    struct np_fact_event *events = np_arena_zalloc(arena, (n + 1) * sizeof *events);
    struct legal_case known = { .office = np_slice_of(office), .granted = granted,
                                .expiry = 20300110, .as_of = as_of, .read_to = as_of,
                                .events = events, .nevents = n };

    for (size_t i = 0; i < n; i++)
        events[i] = event_of(office, &made[i]);
    return read_status(&codes, &known, arena);
}

#define FOLD(office, granted, as_of, ...)                                                \
    fold(office, granted, as_of, (const struct made[]){ __VA_ARGS__ },                   \
         sizeof((const struct made[]){ __VA_ARGS__ }) / sizeof(struct made))

static void assert_dead(const struct legal_status *status, const char *reason, np_date since)
{
    assert_int_equal(status->standing, RIGHT_DEAD);
    assert_string_equal(status->reason->name, reason);
    assert_int_equal(status->since, since);
}

static const struct state_status *state_in(const struct legal_status *status, const char *state)
{
    for (size_t i = 0; i < status->states.n; i++)
        if (np_slice_is(status->states.v[i].state, state))
            return &status->states.v[i];
    fail_msg("no state '%s'", state);
    return NULL;
}

/* ---- one effect per code ---- */

static void every_code_has_the_effect_of_the_table(void **state)
{
    static const struct { const char *office, *code, *text, *effect; } cases[] = {
        { "CN", "PE01", "", "pledged" }, { "CN", "PC01", "", "pledge_released" },
        { "CN", "PP01", "", "preserved" }, { "CN", "PD01", "", "preservation_lifted" },
        { "CN", "C06", "", "published" }, { "CN", "C10", "", "examination" },
        { "CN", "C25", "", "abandoned_for_twin" }, { "CN", "RGAV", "", "abandoned_for_twin" },
        { "CN", "CP01", "", "renamed" }, { "CN", "TR01", "", "transferred" },
        { "EP", "18D", "", "deemed_withdrawn" }, { "EP", "27W", "", "revoked" },
        { "EP", "26N", "", "unopposed" }, { "EP", "GRAA", "", "allowed" },
        { "US", "FP", "", "lapsed" }, { "US", "EXP.", "", "lapsed" },
        { "US", "M1552", "", "fee_paid" }, { "US", "EXPX", "", "restored" },
        { "KR", "E902", "", "examination" }, { "KR", "LAPS", "", "lapsed" },
        { "JP", "R150", "", "granted" }, { "JP", "RVTR", "", "invalidated" },
        { "DE", "R119", "", "lapsed" }, { "DE", "R001", "", "none" },
        { "WO", "WA", "", "withdrawn" }, { "WO", "NENP", "", "none" },
        { "FR", "ST", "", "lapsed" }, { "GB", "PCNP", "", "lapsed" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct made made = { cases[i].code, 20200101, 0, "", cases[i].text };
        struct np_fact_event event = event_of(cases[i].office, &made);
        struct meaning meaning = legal_meaning(&codes, &event);

        if (strcmp(meaning.effect->name, cases[i].effect) != 0)
            fail_msg("%s %s is '%s'", cases[i].office, cases[i].code, meaning.effect->name);
    }
}

static void open_codes_are_decided_by_the_text_or_not_at_all(void **state)
{
    static const struct { const char *office, *code, *text, *effect; } cases[] = {
        { "CN", "C35", "Partial Or Whole Invalidation; 宣告专利权全部无效", "invalidated" },
        { "CN", "C35", "Partial Or Whole Invalidation; 宣告专利权部分无效", "narrowed" },
        { "CN", "C35", "Partial Or Whole Invalidation; 在权利要求1-3基础上维持有效", "narrowed" },
        { "CN", "C35", "Partial Or Whole Invalidation Of Patent", "unclear" },
        { "CN", "PLDC", "Pledge; 登记号:2014990000123;解除日:20150630", "pledge_released" },
        { "CN", "PLDC", "Pledge; 登记号:2014990000123 质权人:某某银行", "pledged" },
        { "CN", "PLDC", "Pledge; 变更日:20150101", "pledge_changed" },
        { "CN", "PLDC", "Pledge", "unclear" },
        { "CN", "LICC", "Licence; 合同备案号:2013320000123;让与人:某某大学", "licensed" },
        { "CN", "LICC", "Licence; 合同备案的注销", "licence_ended" },
        { "CN", "RINS", "Preservation; 保全的解除", "preservation_lifted" },
        { "CN", "C17", "Cessation; 专利权有效期届满", "expired" },
        { "CN", "C17", "Cessation; 未缴年费", "lapsed" },
        { "CN", "C17", "Cessation", "ended" },
        { "EP", "STAA", "INFORMATION; STATUS: THE APPLICATION IS DEEMED TO BE WITHDRAWN",
          "deemed_withdrawn" },
        { "EP", "STAA", "INFORMATION; STATUS: SOMETHING NEW", "none" },
        { "US", "STCH", "PATENT DISCONTINUATION; PATENT EXPIRED DUE TO NONPAYMENT OF FEES",
          "lapsed" },
        { "US", "AS", "ASSIGNMENT; SECURITY INTEREST;ASSIGNOR:ACME", "pledged" },
        { "US", "AS", "ASSIGNMENT; CHANGE OF NAME;ASSIGNOR:ACME", "renamed" },
        { "US", "AS", "ASSIGNMENT; ASSIGNMENT OF ASSIGNORS INTEREST;ASSIGNORS:A;B",
          "transferred" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct made made = { cases[i].code, 20200101, 0, "", cases[i].text };
        struct np_fact_event event = event_of(cases[i].office, &made);
        struct meaning meaning = legal_meaning(&codes, &event);

        if (strcmp(meaning.effect->name, cases[i].effect) != 0)
            fail_msg("%s '%s' is '%s'", cases[i].code, cases[i].text, meaning.effect->name);
    }
}

static void cnipa_names_do_where_there_is_no_code(void **state)
{
    static const struct { const char *text, *effect; } cases[] = {
        { "未缴年费专利权终止; 终止日期:20190412", "lapsed" },
        { "专利权质押合同登记的生效", "pledged" },
        { "专利权质押登记的注销", "pledge_released" }, /* not in the table as it stands */
        { "发明专利申请公布后的视为撤回", "deemed_withdrawn" },
        { "著录事项变更", "none" },
        { "某种新的事项", "unclear" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct made made = { "", 20200101, 0, "", cases[i].text };
        struct np_fact_event event = event_of("CN", &made);
        struct meaning meaning = legal_meaning(&codes, &event);

        if (strcmp(meaning.effect->name, cases[i].effect) != 0)
            fail_msg("'%s' is '%s'", cases[i].text, meaning.effect->name);
    }
}

static void unknown_codes_go_by_class_and_without_one_say_nothing(void **state)
{
    struct np_fact_event event = { .office = NP_S("XX"), .code = NP_S("NEW1"),
                                   .class = NP_S("H"), .date = 20200101 };

    (void)state;
    assert_string_equal(legal_meaning(&codes, &event).effect->name, "ended");
    event.class = NP_S("K");
    assert_string_equal(legal_meaning(&codes, &event).effect->name, "restored");
    event.influence = NP_S("-"); /* a request that failed */
    assert_string_equal(legal_meaning(&codes, &event).effect->name, "none");
    event.class = NP_EMPTY;
    assert_string_equal(legal_meaning(&codes, &event).effect->name, "unclear");
    assert_int_equal(legal_meaning(&codes, &event).basis, UNKNOWN_CODE);
}

/* ---- alive or dead ---- */

static void an_end_counts_from_its_day_of_effect(void **state)
{
    const struct legal_status *s = FOLD("CN", 20120601, TODAY,
                                        { "CF01", 20200626, 20190610, "", "" });

    (void)state;
    assert_dead(s, "lapsed", 20190610);
    assert_dead(FOLD("CN", 20120601, TODAY,
                     { "CF01", 20200626, 0, "", "Termination; 终止日期:20190610" }),
                "lapsed", 20190610);
    assert_dead(FOLD("CN", 20120601, TODAY, { "CF01", 20200626, 0, "", "" }), "lapsed", 20200626);
}

static void later_events_do_not_count(void **state)
{
    const struct legal_status *s = FOLD("CN", 20120601, 20180101,
                                        { "GR01", 20120601, 0, "", "" },
                                        { "CF01", 20200626, 20190610, "", "" });

    (void)state;
    assert_int_equal(s->standing, RIGHT_IN_FORCE);
    assert_int_equal(s->nevents, 1);
    assert_true(s->told.v[1].later);
}

static void a_revival_undoes_the_end_before_it(void **state)
{
    const struct legal_status *s =
        FOLD("CN", 20120601, TODAY, { "CF01", 20150101, 0, "", "" },
             { "RR01", 20150701, 0, "", "" });

    (void)state;
    assert_int_equal(s->standing, RIGHT_IN_FORCE);
    assert_int_equal(s->since, 20150701);
    assert_dead(FOLD("CN", 20120601, TODAY, { "RR01", 20150701, 0, "", "" },
                     { "CF01", 20150101, 0, "", "" }, { "CF01", 20180101, 0, "", "" }),
                "lapsed", 20180101);
}

static void applications_are_pending_until_they_end(void **state)
{
    const struct legal_status *s = FOLD("CN", 0, TODAY, { "PB01", 20110801, 0, "", "" },
                                        { "SE01", 20111201, 0, "", "" });

    (void)state;
    assert_int_equal(s->standing, RIGHT_PENDING);
    assert_false(s->presumed);
    assert_dead(FOLD("CN", 0, TODAY, { "SE01", 20111201, 0, "", "" },
                     { "RJ01", 20140101, 0, "", "" }), "refused", 20140101);
    assert_dead(FOLD("CN", 0, TODAY, { "WD01", 20130101, 0, "", "" }), "deemed_withdrawn",
                20130101);
    assert_int_equal(FOLD("CN", 0, TODAY, { "GR01", 20120601, 0, "", "" })->granted, 20120601);
}

static void a_grant_after_a_refusal_says_it_was_not_the_last_word(void **state)
{
    (void)state;
    assert_int_equal(FOLD("KR", 20120601, TODAY, { "E601", 20110101, 0, "", "" })->standing,
                     RIGHT_IN_FORCE);
}

static void the_twin_lives_on(void **state)
{
    (void)state;
    assert_dead(FOLD("CN", 20120601, TODAY, { "AR01", 20140101, 0, "", "" }),
                "abandoned_for_twin", 20140101);
}

static void two_generations_of_codes_are_one_fact(void **state)
{
    const struct legal_status *s =
        FOLD("CN", 0, TODAY, { "C06", 20110801, 0, "", "" }, { "PB01", 20110801, 0, "", "" },
             { "C14", 20120601, 0, "", "" }, { "GR01", 20120606, 0, "", "" },
             { "C41", 20140101, 0, "", "" }, { "TR01", 20140115, 0, "", "" });

    (void)state;
    assert_int_equal(s->granted, 20120601);
    assert_int_equal(s->transfers, 1);
    assert_false(s->told.v[0].repeated);
    assert_true(s->told.v[1].repeated);
    assert_true(s->told.v[3].repeated);
}

static void terms_end_by_law_unless_they_were_extended(void **state)
{
    (void)state;
    assert_dead(FOLD("CN", 20120601, 20300110, { "GR01", 20120601, 0, "", "" }), "expired",
                20300110);
    assert_int_equal(FOLD("CN", 20120601, 20310101, { "TG01", 20240101, 0, "", "" })->standing,
                     RIGHT_UNKNOWN);
}

static void in_force_needs_a_source_that_speaks_of_the_right(void **state)
{
    const struct legal_status *s = FOLD("CN", 20120601, TODAY, { "SE01", 20110101, 0, "", "" });

    (void)state;
    assert_int_equal(s->standing, RIGHT_IN_FORCE);
    assert_true(s->presumed); /* nothing since the grant */
    assert_false(FOLD("CN", 20120601, TODAY, { "GR01", 20120601, 0, "", "" })->presumed);
}

static void a_paid_fee_confirms_for_its_months(void **state)
{
    (void)state;
    assert_int_equal(FOLD("US", 20120601, TODAY, { "M1552", 20200101, 0, "", "" })->paid_to,
                     20240101);
    assert_dead(FOLD("US", 20120601, TODAY, { "M1551", 20151201, 0, "", "" },
                     { "EXP.", 20200706, 20200601, "", "" }), "lapsed", 20200601);
    assert_int_equal(FOLD("US", 20120601, TODAY, { "EXP.", 20200706, 0, "", "" },
                          { "REIN", 20210101, 0, "", "" })->standing, RIGHT_IN_FORCE);
}

static void fewer_claims_are_no_end(void **state)
{
    const struct legal_status *s = FOLD("CN", 20120601, TODAY, { "IP01", 20150101, 0, "", "" });

    (void)state;
    assert_int_equal(s->standing, RIGHT_IN_FORCE);
    assert_int_equal(s->narrowed, 20150101);
    assert_int_equal(s->survived, 20150101);
    assert_int_equal(FOLD("CN", 20120601, TODAY, { "AV02", 20150101, 0, "", "" })->survived, 0);
    assert_dead(FOLD("CN", 20120601, TODAY, { "IW01", 20150101, 0, "", "" }), "invalidated",
                20150101);
}

/* ---- pledges and the like ---- */

static void pledges_are_told_apart_by_their_number(void **state)
{
    const struct legal_status *s = FOLD(
        "CN", 20120601, TODAY,
        { "PE01", 20150101, 0, "", "Pledge; 登记号:A1 登记生效日:20141220 质权人:甲银行" },
        { "PE01", 20160101, 0, "", "Pledge; 登记号：B2；质权人：乙银行" },
        { "PC01", 20170101, 0, "", "Release; 登记号:A1解除日:20161201" });

    (void)state;
    assert_int_equal(count_burdens(s, PLEDGE), 1);
    assert_int_equal(s->burdens.v[0].since, 20141220);
    assert_int_equal(s->burdens.v[0].until, 20161201);
    assert_slice(s->burdens.v[1].number, "B2");
    assert_slice(s->burdens.v[1].party, "乙银行");
}

static void a_change_of_a_pledge_tells_the_new_holder(void **state)
{
    const struct legal_status *s = FOLD(
        "CN", 20120601, TODAY, { "PE01", 20150101, 0, "", "Pledge; 登记号:A1; 质权人:甲银行" },
        { "PM01", 20160101, 0, "", "Change; 登记号:A1 变更事项:质权人 变更前:甲银行 变更后:乙银行" },
        { "PM01", 20170101, 0, "", "Change; 登记号:A1; 变更事项:地址; 变更后:某路一号" },
        { "TR01", 20180101, 0, "", "Transfer; 变更事项:地址; 变更前:某路一号; 变更后:某路二号" });

    (void)state;
    assert_int_equal(count_burdens(s, PLEDGE), 1);
    assert_slice(s->burdens.v[0].party, "乙银行");
    assert_slice(s->owner, "");
}

static void a_release_without_a_number_ends_the_only_pledge(void **state)
{
    (void)state;
    assert_int_equal(count_burdens(FOLD("CN", 20120601, TODAY, { "PE01", 20150101, 0, "", "" },
                                        { "PC01", 20160101, 0, "", "" }), PLEDGE), 0);
    assert_int_equal(
        count_burdens(FOLD("CN", 20120601, TODAY, { "PE01", 20150101, 0, "", "" },
                           { "PE01", 20150801, 0, "", "" }, { "PC01", 20160101, 0, "", "" }),
                      PLEDGE), 2); /* which one cannot be said */
}

static void a_pledge_on_a_dead_patent_is_over(void **state)
{
    const struct legal_status *s = FOLD("CN", 20120601, TODAY, { "PE01", 20150101, 0, "", "" },
                                        { "CF01", 20160101, 0, "", "" });

    (void)state;
    assert_int_equal(count_burdens(s, PLEDGE), 0);
    assert_int_equal(s->burdens.v[0].until, 20160101);
}

static void licences_and_court_orders_likewise(void **state)
{
    const struct legal_status *s = FOLD(
        "CN", 20120601, TODAY,
        { "EE01", 20150101, 0, "", "Licence; Assignee: ACME NANO CO., LTD.; Contract record no.: "
                                   "X2015320000012; License type: Common License" },
        { "PP01", 20150301, 0, "", "" }, { "PP01", 20170301, 0, "", "" },
        { "PD01", 20160301, 0, "", "" }, { "OL01", 20220101, 0, "", "" },
        { "OL02", 20230101, 0, "", "" });

    (void)state;
    assert_int_equal(count_burdens(s, LICENCE), 1);
    assert_slice(s->burdens.v[0].party, "ACME NANO CO., LTD.");
    assert_slice(s->burdens.v[0].number, "X2015320000012");
    assert_int_equal(count_burdens(s, PRESERVATION), 1);
    assert_int_equal(count_burdens(s, OPEN_LICENCE), 0);
}

static void the_owner_is_the_last_receiver(void **state)
{
    const struct legal_status *s = FOLD(
        "CN", 20120601, TODAY,
        { "TA01", 20110101, 0, "", "Transfer; 变更事项:申请人 变更前权利人:甲 变更后权利人:乙 登记生效日:20101220" },
        { "TR01", 20160101, 0, "", "Transfer; Patentee after: ACME; Patentee before: 乙" },
        { "CP01", 20170101, 0, "", "Name; 变更前:ACME 变更后:ACME NEW" });

    (void)state;
    assert_slice(s->owner, "ACME");
    assert_int_equal(s->transferred, 20160101);
    assert_int_equal(s->transfers, 2);
    assert_slice(FOLD("US", 20120601, TODAY,
                      { "AS", 20150101, 0, "", "ASSIGNMENT; ASSIGNMENT OF ASSIGNORS INTEREST;"
                                               "ASSIGNORS:A;B; OWNER ACME INC, FINLAND; x" })->owner,
                 "ACME INC, FINLAND");
}

/* ---- state by state ---- */

static void a_lapse_in_one_state_leaves_the_others(void **state)
{
    const struct legal_status *s = FOLD(
        "EP", 20120601, TODAY, { "PG25", 20130901, 20120601, "AT", "L; FAILURE TO SUBMIT A TRANSLATION" },
        { "PG25", 20160501, 20150630, "FR", "L; NON-PAYMENT OF DUE FEES" },
        { "PGFP", 20230701, 0, "DE", "" }, { "PGFP", 20190701, 0, "GB", "" },
        { "PG25", 20160501, 20150630, "IT", "" }, { "PGRI", 20170101, 0, "IT", "" });

    (void)state;
    assert_int_equal(s->standing, RIGHT_IN_FORCE);
    assert_string_equal(state_in(s, "AT")->reason->name, "not_validated");
    assert_string_equal(state_in(s, "FR")->reason->name, "lapsed");
    assert_int_equal(state_in(s, "FR")->since, 20150630);
    assert_int_equal(state_in(s, "DE")->standing, RIGHT_IN_FORCE);
    assert_false(state_in(s, "DE")->presumed);
    assert_true(state_in(s, "GB")->presumed); /* paid for some year that is over */
    assert_int_equal(state_in(s, "IT")->standing, RIGHT_IN_FORCE);
}

static void national_codes_behind_reg_concern_their_state(void **state)
{
    struct np_fact_event events[] = {
        { .office = NP_S("EP"), .code = NP_S("REG"), .national = NP_S("FG4D"),
          .state = NP_S("GB"), .date = 20120601 },
        { .office = NP_S("EP"), .code = NP_S("REG"), .national = NP_S("MM"), .state = NP_S("BE"),
          .date = 20150101, .effective = 20140630 },
    };
    struct np_symbols designated = { 0 };
    struct legal_case known = { .office = NP_S("EP"), .granted = 20120601, .expiry = 20300110,
                                .as_of = TODAY, .read_to = TODAY, .designated = &designated,
                                .events = events, .nevents = 2 };
    const struct legal_status *s;

    (void)state;
    np_symbols_add(arena, &designated, NP_S("BE"));
    np_symbols_add(arena, &designated, NP_S("HU"));
    s = read_status(&codes, &known, arena);
    assert_int_equal(s->standing, RIGHT_IN_FORCE);
    assert_true(state_in(s, "GB")->presumed);
    assert_string_equal(state_in(s, "BE")->reason->name, "lapsed");
    assert_int_equal(state_in(s, "HU")->standing, RIGHT_UNKNOWN); /* no source speaks */
}

static void what_ends_the_whole_ends_every_state(void **state)
{
    const struct legal_status *s = FOLD("EP", 20120601, TODAY, { "PGFP", 20230701, 0, "DE", "" },
                                        { "27W", 20230901, 20230801, "", "" });

    (void)state;
    assert_dead(s, "revoked", 20230801);
    assert_string_equal(state_in(s, "DE")->reason->name, "revoked");
    assert_dead(FOLD("EP", 20120601, TODAY, { "PG25", 20160501, 20150630, "FR", "" },
                     { "PG25", 20160501, 20160630, "DE", "" }), "ended", 20160630);
}

static void a_state_that_is_not_named_ends_nothing(void **state)
{
    (void)state;
    assert_int_equal(FOLD("EP", 20120601, TODAY, { "PG25", 20130901, 0, "", "" })->standing,
                     RIGHT_IN_FORCE);
}

/* ---- the table ---- */

static void faults_of_the_table_are_told_with_their_line(void **state)
{
    static const char *const bad[] = {
        "CN\tXX01\tH\t-\t\t\tgone\n", "CN\tXX01\tH\t-\t\t\t?luck\n",
        "CN\tXX01\tH\t-\tgb\t\tlapsed\n", "CN\tXX01\tU\t+\t\tten\tfee_paid\n",
        "CHINA\tXX01\tH\t-\t\t\tlapsed\n",
        "CN\tXX01\tH\t-\t\t\tlapsed\nCN\tXX01\tH\t-\t\t\texpired\n",
    };
    char folder[] = "/tmp/nanopat-legal-XXXXXX", path[64];

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/legal_events.tsv", folder);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct legal_codes loaded = { 0 };
        struct np_err err = { 0 };
        FILE *f = fopen(path, "wb");

        assert_non_null(f);
        fprintf(f, "office\tcode\tclass\tinfluence\tstate\tmonths\teffect\n%s", bad[i]);
        fclose(f);
        assert_int_equal(load_legal_codes(&loaded, arena, folder, &err), NP_STOP);
        assert_non_null(strstr(err.what, strchr(bad[i], '\n')[1] ? "legal_events.tsv:3"
                                                                 : "legal_events.tsv:2"));
        release_legal_codes(&loaded);
    }
    unlink(path);
    rmdir(folder);
}

static int open_codes(void **state)
{
    struct np_err err = { 0 };

    (void)state;
    arena = np_arena_new();
    return load_legal_codes(&codes, arena, "rules", &err) == NP_OK ? 0 : -1;
}

static int close_codes(void **state)
{
    (void)state;
    release_legal_codes(&codes);
    np_arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_has_the_effect_of_the_table),
        cmocka_unit_test(open_codes_are_decided_by_the_text_or_not_at_all),
        cmocka_unit_test(cnipa_names_do_where_there_is_no_code),
        cmocka_unit_test(unknown_codes_go_by_class_and_without_one_say_nothing),
        cmocka_unit_test(an_end_counts_from_its_day_of_effect),
        cmocka_unit_test(later_events_do_not_count),
        cmocka_unit_test(a_revival_undoes_the_end_before_it),
        cmocka_unit_test(applications_are_pending_until_they_end),
        cmocka_unit_test(a_grant_after_a_refusal_says_it_was_not_the_last_word),
        cmocka_unit_test(the_twin_lives_on),
        cmocka_unit_test(two_generations_of_codes_are_one_fact),
        cmocka_unit_test(terms_end_by_law_unless_they_were_extended),
        cmocka_unit_test(in_force_needs_a_source_that_speaks_of_the_right),
        cmocka_unit_test(a_paid_fee_confirms_for_its_months),
        cmocka_unit_test(fewer_claims_are_no_end),
        cmocka_unit_test(pledges_are_told_apart_by_their_number),
        cmocka_unit_test(a_change_of_a_pledge_tells_the_new_holder),
        cmocka_unit_test(a_release_without_a_number_ends_the_only_pledge),
        cmocka_unit_test(a_pledge_on_a_dead_patent_is_over),
        cmocka_unit_test(licences_and_court_orders_likewise),
        cmocka_unit_test(the_owner_is_the_last_receiver),
        cmocka_unit_test(a_lapse_in_one_state_leaves_the_others),
        cmocka_unit_test(national_codes_behind_reg_concern_their_state),
        cmocka_unit_test(what_ends_the_whole_ends_every_state),
        cmocka_unit_test(a_state_that_is_not_named_ends_nothing),
        cmocka_unit_test(faults_of_the_table_are_told_with_their_line),
    };

    return cmocka_run_group_tests(tests, open_codes, close_codes);
}
