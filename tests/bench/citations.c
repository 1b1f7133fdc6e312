/* citations.c -- whom a document cites: mostly earlier families of its own subfield, some of
 * them hubs, some of its own owner, and a few documents outside this world.                 */
#include "world.h"

/* Documents of one family cite from one common list, as search reports do; each office takes
 * its own number of them.                                                                   */
static int wanted_by(const struct member *m, struct rng *r)
{
    switch (m->office) {
    case OFFICE_US: return m->grant ? rng_between(r, 5, 24) : 0;
    case OFFICE_EP: return m->grant ? 0 : rng_between(r, 3, 7);
    case OFFICE_WO: return rng_between(r, 3, 7);
    case OFFICE_CN: return m->grant && !m->utility_model ? rng_between(r, 2, 6) : 0;
    default: return m->grant ? rng_between(r, 2, 5) : 0;
    }
}

static const char *category_of(const struct member *citing, int priority_day, int cited_day,
                               struct rng *r)
{
    static const char *const plain[] = { "X", "X", "Y", "Y", "A", "A", "A", "A", "XI", "XY" };
    const char *category = plain[rng_below(r, 10)];

    if (citing->office != OFFICE_EP && citing->office != OFFICE_WO)
        return NULL;
    if (cited_day >= priority_day)
        return category[0] == 'X' ? "X,P" : "A,P";
    return category;
}

/* The publication of the cited family that this office would cite: its own if there is one. */
static const struct member *choose_publication(const struct family *cited,
                                               const struct member *citing)
{
    const struct member *best = NULL;

    for (int i = 0; i < cited->members; i++) {
        const struct member *m = &cited->member[i];
        if (m->published >= citing->published - 200)
            continue;
        if (!best || (m->office == citing->office && best->office != citing->office))
            best = m;
    }
    return best;
}

static bool family_to_cite(const struct world *world, const struct family *family,
                           struct family *cited, struct rng *r)
{
    bool own = rng_chance(r, 20); /* look for one of the same owner */

    for (int tries = own ? 5 : 1; tries > 0; tries--) {
        uint32_t index = family_before(world, family, r);
        if (index >= family->index)
            continue;
        family_make(world, index, cited);
        if (!own || cited->owner[0] == family->owner[0] || tries == 1)
            return true;
    }
    return false;
}

static void cite_stranger(const struct member *citing, struct cited *c, struct rng *r)
{
    static const char *const names[] = { "Thistlewood", "Marchbanks et al.", "Overfield",
                                         "Kestrelman et al." };

    *c = (struct cited){ .day = day_of(rng_between(r, 1985, 2006), rng_between(r, 1, 12), 1) };
    snprintf(c->office, sizeof c->office, "US");
    snprintf(c->kind, sizeof c->kind, "A");
    snprintf(c->number, sizeof c->number, "%d", rng_between(r, 4500000, 6100000));
    snprintf(c->name, sizeof c->name, "%s", names[rng_below(r, 4)]);
    c->examiner = rng_chance(r, 40);
    c->category = category_of(citing, 1 << 30, c->day, r);
}

static void take_family(const struct family *family, const struct family *cited,
                        const struct member *m, const struct member *citing, struct cited *c,
                        struct rng *r)
{
    *c = (struct cited){ .day = m->published, .examiner = rng_chance(r, 45) };
    snprintf(c->office, sizeof c->office, "%s", office_code(m->office));
    snprintf(c->kind, sizeof c->kind, "%s", m->kind);
    snprintf(c->number, sizeof c->number, "%s", m->number);
    snprintf(c->name, sizeof c->name, "%s", cited->owner[0]->docdb);
    c->category = category_of(citing, family->priority_day, m->published, r);
}

static bool already(const struct cited *cited, int n, const struct cited *c)
{
    for (int i = 0; i < n; i++)
        if (strcmp(cited[i].number, c->number) == 0)
            return true;
    return false;
}

int citations_make(const struct world *world, const struct family *family,
                   const struct member *member, struct cited cited[CITED])
{
    struct rng count = rng_of(family->seed, 0xC0 + (uint64_t)member->office);
    struct rng r = rng_of(family->seed, 0xC17E);
    int wanted = wanted_by(member, &count), n = 0;
    struct family other;

    if (family->plant)
        return planted_cites(world, family, member, cited);
    for (int tries = 0; n < wanted && tries < 2 * wanted; tries++) {
        struct cited *c = &cited[n];
        if (rng_chance(&r, 15)) {
            cite_stranger(member, c, &r);
        } else {
            const struct member *m = NULL;
            if (family_to_cite(world, family, &other, &r))
                m = choose_publication(&other, member);
            if (!m)
                continue;
            take_family(family, &other, m, member, c, &r);
        }
        n += !already(cited, n, c);
    }
    return n;
}
