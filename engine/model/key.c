/* key.c -- a publication as one positive 64-bit integer.
 *
 *   62 61 | 60 ........ 51 | 50 ............ 9 | 8 .... 0
 *   mode  | office         | number            | kind
 *
 *   mode 0  digits alone, below 2^42, as the office writes them (EP: 7 digits, else without
 *           leading zeros): keys of one office are in the order of its numbers
 *   mode 1  at most two letters, then one to nine digits, zeros in front and all: the letters
 *           to base 27 above 10^count + digits, so that "H05123" and "H5123" differ
 *   mode 2  anything else, hashed; the kind keeps its 9 bits where it has a code
 */
#include <nanopat/docid.h>

#include "letters.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { MODE_DIGITS = 0, MODE_LETTERS = 1, MODE_HASH = 2 };
enum { NUMBER_BITS = 42, KIND_BITS = 9, OFFICE_SHIFT = 51, MODE_SHIFT = 61 };
enum { KIND_CODES = 1 + 26 * 11, EP_DIGITS = 7, MOST_DIGITS = 9 };

static const uint64_t number_limit = (uint64_t)1 << NUMBER_BITS;

/* 1 to 676, or 0 for what is no office code. */
static uint64_t office_code(struct np_slice office)
{
    if (office.n != 2 || count_letters(office) != 2)
        return 0;
    return 1 + (uint64_t)(office.p[0] - 'A') * 26 + (uint64_t)(office.p[1] - 'A');
}

/* Empty, a letter, or a letter and a digit. */
static bool kind_code(struct np_slice kind, uint64_t *code)
{
    *code = 0;
    if (kind.n == 0)
        return true;
    if (kind.n > 2 || !is_upper(kind.p[0]) || (kind.n == 2 && !is_digit(kind.p[1])))
        return false;
    *code = 1 + (uint64_t)(kind.p[0] - 'A') * 11;
    if (kind.n == 2)
        *code += 1 + (uint64_t)(kind.p[1] - '0');
    return true;
}

static uint64_t digits_wide(struct np_slice digits)
{
    uint64_t value = 0;

    for (size_t i = 0; i < digits.n; i++)
        value = value * 10 + (uint64_t)(digits.p[i] - '0');
    return value;
}

static bool is_plain(struct np_slice office, struct np_slice number)
{
    if (!is_all_digits(number) || number.n > 13)
        return false;
    if (np_slice_is(office, "EP") && number.n <= EP_DIGITS)
        return number.n == EP_DIGITS;
    return number.p[0] != '0';
}

static bool code_digits(struct np_slice office, struct np_slice number, uint64_t *code)
{
    if (!is_plain(office, number))
        return false;
    *code = digits_wide(number);
    return *code < number_limit;
}

static bool code_letters(struct np_slice number, uint64_t *code)
{
    size_t letters = count_letters(number);
    struct np_slice digits = np_slice_sub(number, letters, number.n);
    uint64_t head = 0, sentinel = 1;

    if (letters > 2 || !is_all_digits(digits) || digits.n > MOST_DIGITS)
        return false;
    for (size_t i = 0; i < letters; i++)
        head = head * 27 + (uint64_t)(number.p[i] - 'A') + 1;
    for (size_t i = 0; i < digits.n; i++)
        sentinel *= 10;
    *code = head << 31 | (sentinel + digits_wide(digits));
    return true;
}

static uint64_t hash_parts(const struct np_slice *part, size_t count, uint64_t seed)
{
    uint64_t hash = seed;

    for (size_t i = 0; i < count; i++)
        hash = XXH3_64bits_withSeed(part[i].n ? part[i].p : "", part[i].n, hash + part[i].n);
    return hash;
}

int64_t np_publication_key(struct np_slice office, struct np_slice number, struct np_slice kind)
{
    const struct np_slice parts[] = { office, number, kind };
    uint64_t mode = MODE_HASH, code = 0, packed = 0, office_bits = office_code(office);
    bool known_kind = kind_code(kind, &packed);

    if (office_bits && known_kind && code_digits(office, number, &code))
        mode = MODE_DIGITS;
    else if (office_bits && known_kind && code_letters(number, &code))
        mode = MODE_LETTERS;
    else
        code = hash_parts(parts, 3, 0) >> (64 - NUMBER_BITS);
    if (!known_kind)
        packed = KIND_CODES + hash_parts(&kind, 1, 1) % ((1 << KIND_BITS) - KIND_CODES);
    return (int64_t)(mode << MODE_SHIFT | office_bits << OFFICE_SHIFT | code << KIND_BITS | packed);
}

bool np_key_is_hash(int64_t key)
{
    return (uint64_t)key >> MODE_SHIFT == MODE_HASH;
}
