/* store_case.h -- a fresh store and records to put into it, for the tests of the store. */
#ifndef UNIT_STORE_CASE_H
#define UNIT_STORE_CASE_H

#include <nanopat/store.h>

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* PATH: the store of the test that includes this. */

static inline void remove_store(void)
{
    unlink(PATH);
    unlink(PATH "-wal");
    unlink(PATH "-shm");
    unlink(PATH "-lock");
}

static inline struct np_store *fresh(void)
{
    struct np_store *store;
    struct np_err err = { 0 };

    mkdir("build", 0755);
    remove_store();
    if (np_store_open(PATH, NP_STORE_WRITE, &store, &err) != NP_OK)
        fail_msg("%s", err.what);
    return store;
}

static inline void done(struct np_store *store)
{
    np_store_close(store);
    remove_store();
}

/* ---- records ---- */

static inline struct np_record *record_of(struct np_arena *arena, const char *number, const char *dialect,
                                   np_date stated)
{
    struct np_record *record = np_record_new(arena);

    record->office = NP_S("CN");
    record->number = np_slice_of(number);
    record->kind = NP_S("A");
    record->date = 20200110;
    record->stage = NP_APPLICATION;
    record->lang = NP_S("zh");
    record->dialect = np_slice_of(dialect);
    record->stated = stated;
    record->parts = NP_PART_BIBLIO | NP_PART_TEXT;
    return record;
}

static inline void add_title(struct np_arena *arena, struct np_record *record, const char *lang,
                      const char *text)
{
    *np_list_add(arena, &record->title) =
        (struct np_text){ np_slice_of(lang), np_slice_of(text) };
}

static inline struct np_record *rich(struct np_arena *arena)
{
    struct np_record *r = record_of(arena, "108100001", "cn-patent-document", 20200110);
    struct np_claims *claims;
    struct np_claim *claim;

    r->parts |= NP_PART_CLAIMS | NP_PART_CITATIONS;
    add_title(arena, r, "zh", "一种石墨烯薄膜的制备方法");
    add_title(arena, r, "en", "Method for making a graphene film");
    r->application = (struct np_docref){ NP_S("CN"), NP_S("201910000001"), NP_EMPTY, 20191201 };
    *np_list_add(arena, &r->priorities) =
        (struct np_docref){ NP_S("CN"), NP_S("201810000009"), NP_EMPTY, 20181201 };
    *np_list_add(arena, &r->parents) = (struct np_parent){
        NP_S("division"), { NP_S("CN"), NP_S("201710000003"), NP_EMPTY, 20170301 } };
    *np_list_add(arena, &r->applicants) = (struct np_party){
        .name = NP_S("苏州某某纳米科技有限公司"), .role = NP_ROLE_APPLICANT, .country = NP_S("CN"),
        .city = NP_S("苏州市") };
    *np_list_add(arena, &r->inventors) = (struct np_inventor){ NP_S("甲"), NP_S("CN") };
    *np_list_add(arena, &r->inventors) = (struct np_inventor){ NP_S("乙"), NP_S("CN") };
    np_symbols_add(arena, &r->ipc, NP_S("C01B32/182"));
    np_symbols_add(arena, &r->ipc, NP_S("B82Y30/00"));
    np_list_add(arena, &r->citations)->doc =
        (struct np_docref){ NP_S("US"), NP_S("2010012345"), NP_S("A1"), 20100114 };
    *np_list_add(arena, &r->citations.v[0].category) = NP_S("Y");
    *np_list_add(arena, &r->citations.v[0].category) = NP_S("X");
    r->citations.v[0].by = NP_BY_EXAMINER;
    np_list_add(arena, &r->npl)->text = NP_S("A paper, 2009");
    claims = np_list_add(arena, &r->claims);
    claims->lang = NP_S("zh");
    claim = np_list_add(arena, &claims->claims);
    claim->num = 1;
    claim->text = NP_S("1. 一种石墨烯薄膜的制备方法，其特征在于，加热。");
    return r;
}

static const struct np_evidence_row graphene[] = {
    { 3, 2.5, { "graphene", 8 }, { "title", 5 }, { "石墨烯", 9 }, 6, 1.5, 0.8 },
    { 3, 2.5, { "c01b32", 6 }, { "codes", 5 }, { "C01B32/182", 10 }, 0, 1.0, 0.8 },
    { 7, 1.0, { "film", 4 }, { "title", 5 }, { "薄膜", 6 }, 15, 1.0, 0.5 },
};

static inline enum np_outcome put(struct np_store *store, const struct np_record *record,
                           const struct np_evidence_row *rows, size_t n, enum np_keep keep)
{
    enum np_outcome outcome;
    struct np_err err = { 0 };

    if (np_store_put(store, record, rows, n, 1, keep, &outcome, &err) != NP_OK)
        fail_msg("%s", err.what);
    return outcome;
}

static inline struct np_facts *facts_of(struct np_store *store)
{
    struct np_facts *facts = np_facts_new();
    struct np_err err = { 0 };

    if (np_store_facts(store, facts, &err) != NP_OK ||
        np_store_details(store, facts, true, &err) != NP_OK)
        fail_msg("%s", err.what);
    return facts;
}

static inline void problem(void *ctx, const char *text)
{
    ++*(int *)ctx;
    fprintf(stderr, "problem: %s\n", text);
}

static inline int problems_of(struct np_store *store)
{
    struct np_err err = { 0 };
    int n = 0;

    if (np_store_check(store, problem, &n, &err) != NP_OK)
        fail_msg("%s", err.what);
    return n;
}

static inline void put_input(struct np_store *store)
{
    struct np_input_row row = { .signature = -1 };

    snprintf(row.name, sizeof row.name, "a.xml");
    assert_int_equal(np_store_input_put(store, &row, NULL), NP_OK);
    assert_int_equal(row.id, 1);
}

#endif
