/* EP B documents say their claims in three languages: what is read from the words of one must be
 * read from those of the others. Where they differ, one language is misprinted or mistranslated:
 * the bounds below are the claims of the shared documents of which that is true.
 */
#include "docdb_read.h"

#include <nanopat/claim_facts.h>

#include <dirent.h>
#include <stdio.h>

#define REAL "../shared/real/ep-fulltext/"

struct tally { int documents, claims, agree; };

static const struct np_claims *set_of(const struct np_record *record, const char *lang)
{
    for (size_t i = 0; i < record->claims.n; i++)
        if (np_slice_is(record->claims.v[i].lang, lang))
            return &record->claims.v[i];
    return NULL;
}

static bool same_parents(const struct np_claim *a, const struct np_claim *b)
{
    return a->depends.n == b->depends.n &&
           (!a->depends.n ||
            memcmp(a->depends.v, b->depends.v, a->depends.n * sizeof *a->depends.v) == 0);
}

typedef void (*compare)(const struct np_claim *en, const struct np_claim *de,
                        const struct np_claim *fr, const char *path, struct tally *tally);

static void compare_parents(const struct np_claim *en, const struct np_claim *de,
                            const struct np_claim *fr, const char *path, struct tally *tally)
{
    bool agree = same_parents(en, de) && same_parents(en, fr);

    tally->claims++;
    tally->agree += agree;
    if (!agree)
        print_message("%s claim %d: parents differ\n", path, en->num);
}

/* Of claims that are independent in all three. */
static void compare_types(const struct np_claim *en, const struct np_claim *de,
                          const struct np_claim *fr, const char *path, struct tally *tally)
{
    enum np_claim_type type = np_claim_type_of(en->text);
    bool agree = np_claim_type_of(de->text) == type && np_claim_type_of(fr->text) == type;

    if (en->depends.n || de->depends.n || fr->depends.n)
        return;
    tally->claims++;
    tally->agree += agree;
    if (!agree)
        print_message("%s claim %d: types differ\n", path, en->num);
}

static void take_record(const struct np_record *record, const char *path, compare each,
                        struct tally *tally)
{
    const struct np_claims *en = set_of(record, "en"), *de = set_of(record, "de"),
                           *fr = set_of(record, "fr");

    if (!en || !de || !fr)
        return;
    assert_int_equal(en->claims.n, de->claims.n);
    assert_int_equal(en->claims.n, fr->claims.n);
    tally->documents++;
    for (size_t i = 0; i < en->claims.n; i++)
        each(&en->claims.v[i], &de->claims.v[i], &fr->claims.v[i], path, tally);
}

static struct tally tally_folder(const char *folder, compare each)
{
    DIR *directory = opendir(folder);
    struct tally tally = { 0 };
    struct dirent *entry;

    if (!directory) {
        print_message("absent: %s\n", folder);
        skip();
    }
    while ((entry = readdir(directory)) != NULL) {
        char path[600];
        struct reading *reading;

        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        reading = read_file(path);
        for (size_t i = 0; i < reading->n; i++)
            if (reading->v[i].record)
                take_record(reading->v[i].record, entry->d_name, each, &tally);
        forget(reading);
    }
    closedir(directory);
    print_message("%s: %d of %d claims agree, %d documents\n", folder, tally.agree, tally.claims,
                  tally.documents);
    return tally;
}

/* EP1442058B1, claim 3, in French: "selon la revendication et son vehicule". */
static void three_languages_name_the_same_parents(void **state)
{
    struct tally tally = tally_folder(REAL "single", compare_parents);

    (void)state;
    assert_int_equal(tally.documents, 22);
    assert_true(tally.claims - tally.agree <= 1);
}

/* Claims that name another claim in one language than in the two others: EP1122613B1 15,
 * EP1123788B1 4, EP1124292B1 6, EP1127549B1 9, EP1130000B1 4, EP1133937B1 6.            */
static void three_languages_name_the_same_parents_in_vendor_documents(void **state)
{
    struct tally tally = tally_folder(REAL "patent-document", compare_parents);

    (void)state;
    if (!tally.documents)
        skip(); /* no reader of that dialect */
    assert_true(tally.documents >= 77);
    assert_true(tally.claims - tally.agree <= 6);
}

static void three_languages_are_of_the_same_type(void **state)
{
    struct tally tally = tally_folder(REAL "single", compare_types);

    (void)state;
    assert_true(tally.claims >= 44);
    assert_int_equal(tally.agree, tally.claims);
}

/* Words that say another type: EP1132790B1 1, a controller, Steuereinrichtung, dispositif de
 * commande; EP1134690B1 1, a terminal, Anschlussvorrichtung, borne.                         */
static void three_languages_are_of_the_same_type_in_vendor_documents(void **state)
{
    struct tally tally = tally_folder(REAL "patent-document", compare_types);

    (void)state;
    if (!tally.documents)
        skip();
    assert_true(tally.claims >= 127);
    assert_true(tally.claims - tally.agree <= 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_languages_name_the_same_parents),
        cmocka_unit_test(three_languages_name_the_same_parents_in_vendor_documents),
        cmocka_unit_test(three_languages_are_of_the_same_type),
        cmocka_unit_test(three_languages_are_of_the_same_type_in_vendor_documents),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
