/* score_world.h -- a small made-up world whose families, owners and citations come from a fixed sequence
 * of numbers, and ways into its rows. */
#ifndef SCORE_WORLD_H
#define SCORE_WORLD_H

#include "score_case.h"

static const char *const codes[] = { "1.1", "1.2", "2.1" };
enum { NCODES = 3, FAMILIES = 240, OWNERS = 9, AS_OF = 20231231 };

static const char *const symbols[] = { "C01B32/182", "C01B32/194", "B82Y30/00", "H01L29/16",
                                       "A61K9/51",   "H01M4/36",   "C09K11/06" };
static const char *const owners[] = {
    "甲科技有限公司", "乙材料有限公司", "苏州大学",        "丙光电有限公司", "丁生物有限公司",
    "戊纳米有限公司", "Acme Inc.",      "Bolt Co., Ltd.", "己能源有限公司",
};
static const char *const cities[] = { "苏州市", "苏州市", "苏州市", "无锡市", "苏州市",
                                      "南京市", "",       "",       "苏州市" };

static inline unsigned next_number(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16 & 0x7FFF;
}

static inline void describe(struct np_facts *facts, struct np_fact_publication *p, unsigned i,
                     const char *number, np_date filing)
{
    unsigned seed = i * 977 + 5;

    p->application.number = p->number;
    p->application.date = filing;
    p->family_given = np_arena_copy(facts->arena, text(number));
    p->lang = text("zh");
    p->claim_count = 3 + (int)(next_number(&seed) % 15);
    p->independent_claims = 1 + (int)(next_number(&seed) % 3);
    p->first_claim_len = 40 + (int)(next_number(&seed) % 200);
    p->claim_types = 1 + (int)(next_number(&seed) % 15);
    p->npl_count = (int)(next_number(&seed) % 5);
    p->has_citations = true;
    for (unsigned k = 0; k <= next_number(&seed) % 3; k++)
        np_symbols_add(facts->arena, &p->ipc, text(symbols[(i + k * 3) % 7]));
    add_hit(facts, p, (int)(i % NCODES), 5);
    if (i % 4 == 0)
        add_hit(facts, p, (int)((i + 1) % NCODES), 2);
    for (unsigned k = 0; k <= next_number(&seed) % 2; k++)
        add_party(facts, p, owners[(i * 5 + k * 2) % OWNERS], cities[(i * 5 + k * 2) % OWNERS]);
}

static inline void add_family(struct np_facts *facts, unsigned i)
{
    unsigned seed = i * 7919 + 1;
    int year = 2010 + (int)(i % 5);
    struct np_fact_publication *p;
    char number[16], cited[16];

    snprintf(number, sizeof number, "%u", 100000 + i);
    p = add_publication(facts, "CN", number, "A", (year + 1) * 10000 + 615);
    describe(facts, p, i, number, year * 10000 + 101 + (np_date)(i % 9) * 100);
    for (unsigned k = 0; i > 10 && k < next_number(&seed) % 6; k++) {
        snprintf(cited, sizeof cited, "%u", 100000 + next_number(&seed) % (i - 5));
        add_citation(facts, p, "CN", cited, "AXY\0"[next_number(&seed) % 4]);
    }
    if (i % 3) {
        p = add_publication(facts, "CN", number, "B", (year + 3) * 10000 + 615);
        describe(facts, p, i, number, year * 10000 + 101 + (np_date)(i % 9) * 100);
    }
    if (i % 5 == 0) {
        p = add_publication(facts, "US", number, "B2", (year + 4) * 10000 + 101);
        describe(facts, p, i, number, (year + 1) * 10000 + 101);
    }
}

static inline struct np_facts *make_world(void)
{
    struct np_facts *facts = np_facts_new();

    facts->nsubfields = NCODES;
    for (unsigned i = 0; i < FAMILIES; i++)
        add_family(facts, i);
    return facts;
}

static inline double measure(const struct rows *rows, const char *family, const char *score,
                             const char *name)
{
    char place[256];

    snprintf(place, sizeof place, "measures/%s/%s/%s/value", family, score, name);
    return cell_real(rows, place);
}

static inline void family_name(char *name, size_t size, unsigned i)
{
    snprintf(name, size, "%u", 100000 + i);
}

static inline void assert_between(double x, double low, double high)
{
    assert_true(isnan(x) || (x >= low && x <= high));
}

/* ---- rows of portfolios: wholes and their parts ---- */

enum { PARTS = 40, ROWS_MAX = 4000 };

/* The place of a row with a '/' behind it, or of one of its parts; false if there is no such row. */
static inline bool portfolio_place(const struct rows *rows, const struct np_facts *facts, size_t e,
                                   int s, int part, char place[256])
{
    char suffix[16] = "", at[288];

    if (part == PARTS)
        snprintf(suffix, sizeof suffix, "#rest");
    else if (part)
        snprintf(suffix, sizeof suffix, "#%d", part);
    snprintf(place, 256, "portfolios/%.*s|%s%s/", NP_ARG(facts->enterprises.v[e].key), codes[s],
             suffix);
    snprintf(at, sizeof at, "%srank", place);
    return np_map_get(rows->places, np_slice_of(at)) != NULL;
}

static inline double in_row(const struct rows *rows, const char *place, const char *column)
{
    char at[320];

    snprintf(at, sizeof at, "%s%s", place, column);
    return cell_real(rows, at);
}

#endif
