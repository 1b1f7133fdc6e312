/* family.c -- one invention: its owner, its subfield, when and where it was filed, and the
 * numbers the offices gave. A pure function of (seed, index); families are in order of
 * priority date, so that "an earlier family" is "a smaller index".                         */
#include "family.h"

/* ---- which subfield: blocks of 120 families ----
 * Each block holds every subfield once, the city's strong ones more often, 12 texts that
 * only use the words, and 18 ordinary ones; their order changes from block to block.      */

enum { BLOCK = 120, STRONG = 41, MISLEADING = 12 };

/* Places in the plan's order of 49. */
static const struct {
    int subfield, times;
} strong[] = {
    { 1, 5 },  /* wide-bandgap */
    { 7, 6 },  /* quantum-dots */
    { 11, 3 }, /* low-dim-films */
    { 14, 5 }, /* microspheres */
    { 16, 3 }, /* chromatography-media */
    { 25, 4 }, /* nano-delivery */
    { 27, 3 }, /* solar-cells */
    { 28, 8 }, /* li-ion */
    { 37, 4 }, /* membranes */
};

/* Multipliers prime to 120, so that slot -> slot * m + a permutes a block. */
static const uint32_t multipliers[] = { 7, 11, 13, 17, 19, 23, 29, 31 };

static uint32_t role_of(uint64_t seed, uint32_t index)
{
    uint64_t h = rng_hash(seed ^ 0xB10C, index / BLOCK);

    return (uint32_t)((index % BLOCK) * multipliers[h & 7] + (h >> 8) % BLOCK) % BLOCK;
}

static int subfield_of(uint32_t role)
{
    if (role < SUBFIELDS)
        return (int)role;
    role -= SUBFIELDS;
    for (size_t i = 0; i < sizeof strong / sizeof strong[0]; i++) {
        if (role < (uint32_t)strong[i].times)
            return strong[i].subfield;
        role -= (uint32_t)strong[i].times;
    }
    return -1;
}

static size_t topic_count(const struct topic *topics)
{
    size_t n = 0;

    while (topics[n].noun[0].zh)
        n++;
    return n;
}

static void choose_topic(struct family *f, uint32_t role, struct rng *r)
{
    f->subfield = subfield_of(role);
    if (f->subfield >= 0) {
        f->topic = subfield_topic(f->subfield);
        return;
    }
    const struct topic *topics =
        role < SUBFIELDS + STRONG + MISLEADING ? misleading_topics : ordinary_topics;
    f->topic = &topics[rng_below(r, (uint32_t)topic_count(topics))];
}

uint32_t family_before(const struct world *world, const struct family *f, struct rng *r)
{
    uint32_t block = f->index / BLOCK;
    uint32_t at = rng_chance(r, 50) ? block - rng_skewed(r, block + 1) : rng_below(r, block + 1);

    /* Rounding down to a hub makes some families cited far more than others. */
    switch (rng_below(r, 6)) {
    case 0: at = at / 16 * 16; break;
    case 1:
    case 2: at = at / 4 * 4; break;
    default: break;
    }
    if (f->subfield < 0 || rng_chance(r, 12))
        return at * BLOCK + rng_below(r, BLOCK);
    uint32_t start = rng_chance(r, 40) ? 0 : rng_below(r, BLOCK);
    for (uint32_t k = 0; k < BLOCK; k++) {
        uint32_t slot = (start + k) % BLOCK;
        if (subfield_of(role_of(world->seed, at * BLOCK + slot)) == f->subfield)
            return at * BLOCK + slot;
    }
    return at * BLOCK;
}

/* ---- dates ---- */

/* Share of the families in each priority year from 2008, per thousand. */
static const int year_share[] = { 26, 30, 36, 42, 48, 54, 60, 66, 74, 82, 88, 94, 98, 102, 100 };
enum { FIRST_YEAR = 2008, YEARS = sizeof year_share / sizeof year_share[0] };

static int priority_day(const struct world *world, uint32_t index)
{
    int64_t place = (int64_t)index * 1000000 / world->size; /* millionths of all families */
    int year = 0;

    while (year < YEARS - 1 && place >= year_share[year] * 1000) {
        place -= year_share[year] * 1000;
        year++;
    }
    return day_of(FIRST_YEAR + year, 1, 2) + (int)(place * 362 / (year_share[year] * 1000));
}

/* ---- people ---- */

static enum office home_of(const struct owner *o)
{
    switch (o->country[0]) {
    case 'U': return OFFICE_US;
    case 'J': return OFFICE_JP;
    case 'K': return OFFICE_KR;
    case 'D': return OFFICE_DE;
    default: return OFFICE_CN;
    }
}

static void choose_owners(const struct world *w, struct family *f, uint32_t role, struct rng *r)
{
    bool city = role >= SUBFIELDS && role < SUBFIELDS + STRONG; /* the city's strong subfields */
    uint32_t draw = rng_below(r, city ? 72 : 100);
    enum owner_class class = draw < 50   ? OWNER_SUZHOU
                             : draw < 58 ? OWNER_INSTITUTE
                             : draw < 76 ? OWNER_CHINA
                                         : OWNER_FOREIGN;

    f->owner[0] = people_pick(&w->people, class, f->subfield, city && rng_chance(r, 60), r);
    f->owners = 1;
    f->first = home_of(f->owner[0]);
    if (class != OWNER_FOREIGN && rng_chance(r, 12)) {
        f->owner[1] =
            people_pick(&w->people, class == OWNER_INSTITUTE ? OWNER_SUZHOU : OWNER_INSTITUTE,
                        f->subfield, false, r);
        f->owners = 1 + (f->owner[1] != f->owner[0]);
    }
    int wanted = rng_between(r, 1, INVENTORS);
    for (int tries = 0; f->inventors < wanted && tries < 12; tries++) {
        uint32_t number = rng_skewed(r, 24);
        int k = 0;
        while (k < f->inventors && f->inventor[k] != number)
            k++;
        if (k == f->inventors)
            f->inventor[f->inventors++] = number;
    }
}

void family_make(const struct world *world, uint32_t index, struct family *f)
{
    struct rng r;

    f->index = index;
    f->seed = rng_hash(world->seed, index);
    f->members = f->owners = f->inventors = f->shared = 0;
    f->pct = false;
    f->lifelike = world->abroad;
    f->like = 0;
    f->plant = NULL;
    if (index >= world->size) {
        planted_make(world, f);
        return;
    }
    r = rng_of(f->seed, 1);
    uint32_t role = role_of(world->seed, index);
    choose_topic(f, role, &r);
    choose_owners(world, f, role, &r);
    f->utility_model = f->first == OFFICE_CN && rng_chance(&r, f->subfield < 0 ? 45 : 9);
    f->priority_day = priority_day(world, index);
    for (int i = 0; i < f->owners; i++)
        f->owner[i] = names_print(&world->people, f->owner[i], f->priority_day, f->seed);
    family_set_priority(f);
    family_file_abroad(world, f, &r);
    f->in_docdb = rng_chance(&r, 30) || world->abroad;
    for (int i = 0; i < f->members; i++)
        f->in_docdb |= f->member[i].office != OFFICE_CN;
    if (f->lifelike)
        coined_symbols(f);
}

unsigned family_docdb_number(const struct family *f)
{
    return 40000000 + f->index * 3 + (unsigned)(f->seed % 3);
}

const char *office_code(enum office office)
{
    static const char *const codes[] = { "CN", "US", "EP", "WO", "JP", "KR", "DE" };

    return codes[office];
}

/* Its topic's symbols from a place of its own on, at times one of a neighbouring topic, and
 * the tag for nano in CPC.                                                                 */
int family_symbols(const struct family *f, bool cpc, const char *symbol[SYMBOLS])
{
    const char *const *own = cpc ? f->topic->cpc : f->topic->ipc;
    uint64_t h = rng_hash(f->like && f->shared >= 50 ? f->like : f->seed, 0x51);
    uint32_t have = 0;
    int n = 0;

    while (have < 4 && own[have])
        have++;
    uint32_t take = have < 3 ? have : 2 + h % (have - 1);
    for (uint32_t i = 0; i < take; i++)
        symbol[n++] = own[((h >> 8) + i) % have];
    for (int i = 0; f->lifelike && i < COINED_SYMBOLS; i++)
        symbol[n++] = f->coined[i];
    if (f->subfield < 0)
        return n;
    if ((h >> 16) % 100 < 25) {
        const struct topic *other =
            subfield_topic((f->subfield + 1 + (int)((h >> 24) % 7)) % SUBFIELDS);
        symbol[n++] = cpc ? other->cpc[0] : other->ipc[0];
    }
    if (cpc && (h >> 32) % 100 < 30)
        symbol[n++] = (h >> 40) & 1 ? "B82Y 30/00" : "B82Y 40/00";
    return n;
}
