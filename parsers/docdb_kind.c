/* docdb_kind.c -- what a kind code means, by office and period.
 *
 * DOCDB carries every office, but only few have their kinds written down in the
 * format notes; of the rest the first letter is all that is safe (WIPO ST.16), plus
 * the two dates of availability that name a grant (formats/docdb.md, pitfall 4).
 */
#include "docdb.h"

/* First match wins. Pattern: a capital or digit stands for itself, '?' for any character,
 * '*' at the end for any rest. `until`: only publications before that day.               */
struct kind {
    const char *office, *pattern;
    np_date until;
    enum np_type type;
    enum np_stage stage;
};

static const struct kind kinds[] = {
    /* formats/cnipa.md, section 6: B before 1993 is open to opposition, not granted. */
    { "CN", "U8", 0, NP_UTILITY_MODEL, NP_CORRECTION },
    { "CN", "U9", 0, NP_UTILITY_MODEL, NP_CORRECTION },
    { "CN", "Y8", 0, NP_UTILITY_MODEL, NP_CORRECTION },
    { "CN", "Y9", 0, NP_UTILITY_MODEL, NP_CORRECTION },
    { "CN", "S8", 0, NP_DESIGN, NP_CORRECTION },
    { "CN", "S9", 0, NP_DESIGN, NP_CORRECTION },
    { "CN", "D8", 0, NP_DESIGN, NP_CORRECTION },
    { "CN", "D9", 0, NP_DESIGN, NP_CORRECTION },
    { "CN", "?8", 0, NP_INVENTION, NP_CORRECTION },
    { "CN", "?9", 0, NP_INVENTION, NP_CORRECTION },
    { "CN", "A*", 0, NP_INVENTION, NP_APPLICATION },
    { "CN", "B*", 19930101, NP_INVENTION, NP_EXAMINED },
    { "CN", "B*", 0, NP_INVENTION, NP_GRANT },
    { "CN", "C*", 0, NP_INVENTION, NP_GRANT },
    { "CN", "U*", 19930101, NP_UTILITY_MODEL, NP_APPLICATION },
    { "CN", "U*", 0, NP_UTILITY_MODEL, NP_GRANT },
    { "CN", "Y*", 0, NP_UTILITY_MODEL, NP_GRANT },
    { "CN", "S*", 19930101, NP_DESIGN, NP_APPLICATION },
    { "CN", "S*", 0, NP_DESIGN, NP_GRANT },
    { "CN", "D*", 0, NP_DESIGN, NP_GRANT },
    /* formats/uspto.md, section 5; DOCDB gives patents granted before 2001 the kind A. */
    { "US", "A", 0, NP_INVENTION, NP_GRANT },
    { "US", "A9", 0, NP_INVENTION, NP_CORRECTION },
    { "US", "A*", 0, NP_INVENTION, NP_APPLICATION },
    { "US", "B*", 0, NP_INVENTION, NP_GRANT },
    { "US", "E*", 0, NP_REISSUE, NP_GRANT },
    { "US", "S*", 0, NP_DESIGN, NP_GRANT },
    { "US", "P9", 0, NP_PLANT, NP_CORRECTION },
    { "US", "P1", 0, NP_PLANT, NP_APPLICATION },
    { "US", "P4", 0, NP_PLANT, NP_APPLICATION },
    { "US", "P*", 0, NP_PLANT, NP_GRANT },
    { "US", "H*", 0, NP_SIR, NP_OTHER_STAGE },
    { "US", "*", 0, NP_INVENTION, NP_OTHER_STAGE },
    /* formats/ep-fulltext.md, section 3; formats/record.md, "stage". */
    { "EP", "A3", 0, NP_INVENTION, NP_SEARCH_REPORT },
    { "EP", "A4", 0, NP_INVENTION, NP_SEARCH_REPORT },
    { "EP", "?8", 0, NP_INVENTION, NP_CORRECTION },
    { "EP", "?9", 0, NP_INVENTION, NP_CORRECTION },
    { "EP", "A*", 0, NP_INVENTION, NP_APPLICATION },
    { "EP", "B*", 0, NP_INVENTION, NP_GRANT },
    { "EP", "*", 0, NP_INVENTION, NP_OTHER_STAGE },
    { "WO", "A3", 0, NP_INVENTION, NP_SEARCH_REPORT },
    { "WO", "A4", 0, NP_INVENTION, NP_SEARCH_REPORT },
    { "WO", "?8", 0, NP_INVENTION, NP_CORRECTION },
    { "WO", "?9", 0, NP_INVENTION, NP_CORRECTION },
    { "WO", "A*", 0, NP_INVENTION, NP_APPLICATION },
    { "WO", "*", 0, NP_INVENTION, NP_OTHER_STAGE },
    { NULL, NULL, 0, NP_OTHER_TYPE, NP_OTHER_STAGE }
};

static bool fits(const char *pattern, struct np_slice kind)
{
    size_t i = 0;
    for (; pattern[i] && pattern[i] != '*'; i++)
        if (i >= kind.n || (pattern[i] != '?' && pattern[i] != kind.p[i]))
            return false;
    return pattern[i] == '*' || i == kind.n;
}

static const struct kind *find_kind(const struct np_record *record)
{
    for (const struct kind *k = kinds; k->office; k++)
        if (np_slice_is(record->office, k->office) && fits(k->pattern, record->kind) &&
            (!k->until || (record->date && record->date < k->until)))
            return k;
    return NULL;
}

/* WIPO ST.16: U, Y, Z are utility models, S designs, P plants. The kind of the application
 * tells what an exotic kind of publication belongs to (formats/docdb.md, section 3).       */
static enum np_type type_by_letter(struct np_slice kind, struct np_slice application_kind)
{
    char letter = kind.n ? kind.p[0] : 0;
    char filed = application_kind.n ? application_kind.p[0] : 0;
    if (letter == 'U' || letter == 'Y' || letter == 'Z' || filed == 'U')
        return NP_UTILITY_MODEL;
    if (letter == 'S' || filed == 'F')
        return NP_DESIGN;
    if (letter == 'P')
        return NP_PLANT;
    return letter >= 'A' && letter <= 'Z' ? NP_INVENTION : NP_OTHER_TYPE;
}

void np_docdb_classify_kind(struct np_record *record, struct np_slice application_kind,
                            bool granted)
{
    const struct kind *known = record->kind.n ? find_kind(record) : NULL;
    if (known) {
        record->type = known->type;
        record->stage = known->stage;
        return;
    }
    record->type = type_by_letter(record->kind, application_kind);
    if (granted)
        record->stage = NP_GRANT;
    else
        record->stage = np_slice_starts(record->kind, "A") ? NP_APPLICATION : NP_OTHER_STAGE;
}
