#include "unit.h"

#include <nanopat/docid.h>
#include <stdio.h>
#include <stdlib.h>

static int64_t key_of(const char *office, const char *number, const char *kind)
{
    return np_publication_key(np_slice_of(office), np_slice_of(number), np_slice_of(kind));
}

static void keys_are_positive_and_always_the_same(void **state)
{
    static const char *const rows[][3] = {
        { "US", "10123456", "B2" }, { "US", "D651432", "S1" },  { "ZZ", "9999999999999", "Z9" },
        { "AA", "1", "" },          { "IT", "MI2000A001234", "A1" }, { "", "", "" },
        { "X", "1", "A" },          { "ZZ", "ZZ999999999", "Z9" },   { "CN", "1", "石" },
        { "EP", "0000001", "A1" },  { "US", "99999999999999999999", "A" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t key = key_of(rows[i][0], rows[i][1], rows[i][2]);

        assert_true(key >= 0);
        assert_true(key == key_of(rows[i][0], rows[i][1], rows[i][2]));
    }
}

/* Stores outlive the program: the layout of key.c may not change. */
static void keys_do_not_change_between_versions(void **state)
{
    const int64_t us = (int64_t)(1 + 20 * 26 + 18) << 51;

    (void)state;
    assert_true(key_of("US", "10123456", "B2") ==
                (us | (int64_t)10123456 << 9 | (1 + 11 + 3)));
    assert_true(key_of("US", "10123456", "") == (us | (int64_t)10123456 << 9));
    assert_true(key_of("US", "RE45678", "E") ==
                ((int64_t)1 << 61 | us |
                 ((int64_t)(18 * 27 + 5) << 31 | (100000 + 45678)) << 9 | (1 + 4 * 11)));
    assert_true(key_of("EP", "0444678", "B1") ==
                ((int64_t)(1 + 4 * 26 + 15) << 51 | (int64_t)444678 << 9 | (1 + 11 + 2)));
    assert_true(key_of("IT", "MI2000A001234", "A1") == INT64_C(0x4722f904e1fb2203));
    assert_true(key_of("DE", "1", "A22") == INT64_C(0x429e384b7754bd84));
}

static void only_odd_numbers_are_hashed(void **state)
{
    (void)state;
    assert_false(np_key_is_hash(key_of("US", "10123456", "B2")));
    assert_false(np_key_is_hash(key_of("US", "PP34694", "P2")));
    assert_false(np_key_is_hash(key_of("JP", "H0512345", "A")));
    assert_false(np_key_is_hash(key_of("KR", "1020160063019", "A")));
    assert_false(np_key_is_hash(key_of("EP", "0000001", "A1")));
    assert_false(np_key_is_hash(key_of("LV", "000156", "B")));
    assert_true(np_key_is_hash(key_of("IT", "MI2000A001234", "A1")));
    assert_true(np_key_is_hash(key_of("US", "ABC123", "A")));
    assert_true(np_key_is_hash(key_of("US", "9999999999999", "A")));
    assert_true(np_key_is_hash(key_of("US", "10123456", "b2")));
    assert_true(np_key_is_hash(key_of("US", "10123456", "B22")));
    assert_true(np_key_is_hash(key_of("us", "10123456", "B2")));
    assert_true(np_key_is_hash(key_of("", "", "")));
}

static void look_alikes_have_different_keys(void **state)
{
    static const char *const rows[][3] = {
        { "JP", "H0512345", "A" },  { "JP", "H512345", "A" },   { "JP", "H00512345", "A" },
        { "EP", "0444678", "A1" },  { "EP", "444678", "A1" },   { "EP", "00444678", "A1" },
        { "US", "1", "A" },         { "US", "01", "A" },        { "US", "A1", "" },
        { "US", "1", "A1" },        { "US", "1", "" },          { "US", "A1", "A" },
        { "US", "AA1", "A" },       { "US", "0", "A" },         { "US", "", "A" },
        { "", "US1", "A" },         { "USA", "1", "A" },        { "us", "1", "A" },
        { "US", "1", "B" },         { "US", "1", "A0" },        { "US", "1", "a" },
    };
    const size_t count = sizeof rows / sizeof *rows;

    (void)state;
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++)
            if (key_of(rows[i][0], rows[i][1], rows[i][2]) ==
                key_of(rows[k][0], rows[k][1], rows[k][2]))
                fail_msg("%s%s%s and %s%s%s share a key", rows[i][0], rows[i][1], rows[i][2],
                         rows[k][0], rows[k][1], rows[k][2]);
}

static void keys_of_an_office_are_in_order_of_its_numbers(void **state)
{
    static const char *const numbers[] = { "0000001", "0444678", "0999999", "1000000", "3999999" };

    (void)state;
    for (size_t i = 1; i < sizeof numbers / sizeof *numbers; i++)
        assert_true(key_of("EP", numbers[i - 1], "B9") < key_of("EP", numbers[i], "A1"));
    assert_true(key_of("US", "9999999", "B2") < key_of("US", "10000000", "A1"));
    assert_true(key_of("US", "10000000", "B2") < key_of("US", "2020123456", "A1"));
}

static int by_value(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

/* The i-th of many different triples of modes 0 and 1. */
static int64_t generated_key(uint32_t i)
{
    static const char *const offices[] = { "US", "CN", "EP", "WO", "JP" };
    static const char *const kinds[] = { "", "A", "A1", "B2", "U", "Z9" };
    static const char *const letters[] = { "", "D", "RE", "ZZ", "0" };
    const char *prefix = letters[i / 30 % 5];
    char number[24];

    /* 7919 is prime to 10^8: numbers of one prefix never repeat */
    snprintf(number, sizeof number, "%s%u", prefix,
             (unsigned)(1 + (uint64_t)(i / 150) * 7919 % 100000000));
    return key_of(offices[i % 5], number, kinds[i / 5 % 6]);
}

static void a_million_numbers_have_a_million_keys(void **state)
{
    const uint32_t count = 1200000;
    int64_t *keys = np_malloc(count * sizeof *keys);

    (void)state;
    for (uint32_t i = 0; i < count; i++) {
        keys[i] = generated_key(i);
        assert_false(np_key_is_hash(keys[i]));
    }
    qsort(keys, count, sizeof *keys, by_value);
    for (uint32_t i = 1; i < count; i++)
        assert_true(keys[i - 1] < keys[i]);
    free(keys);
}

static void hashed_keys_spread(void **state)
{
    const uint32_t count = 100000;
    int64_t *keys = np_malloc(count * sizeof *keys);
    uint32_t same = 0;

    (void)state;
    for (uint32_t i = 0; i < count; i++) {
        char number[24];

        snprintf(number, sizeof number, "MI%uA%06u", 1980 + i % 40, i);
        keys[i] = key_of("IT", number, "A1");
        assert_true(np_key_is_hash(keys[i]));
    }
    qsort(keys, count, sizeof *keys, by_value);
    for (uint32_t i = 1; i < count; i++)
        same += keys[i - 1] == keys[i];
    assert_int_equal(same, 0);
    free(keys);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_positive_and_always_the_same),
        cmocka_unit_test(keys_do_not_change_between_versions),
        cmocka_unit_test(only_odd_numbers_are_hashed),
        cmocka_unit_test(look_alikes_have_different_keys),
        cmocka_unit_test(keys_of_an_office_are_in_order_of_its_numbers),
        cmocka_unit_test(a_million_numbers_have_a_million_keys),
        cmocka_unit_test(hashed_keys_spread),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
