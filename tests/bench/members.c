/* members.c -- the publications of a family: where it is filed, when each office publishes and
 * grants, and the numbers it gives.                                                          */
#include "family.h"

/* ---- numbers ---- */

/* Numbers that rise with the index inside [base, base + span), each once. */
static uint32_t rising(const struct world *world, const struct family *f, uint32_t base,
                       uint32_t span)
{
    uint32_t step = span / world->size ? span / world->size : 1;

    return base + f->index * step + (uint32_t)(rng_hash(f->seed, base) % step);
}

/* Serial numbers in no order, each once while the world is smaller than the modulus. */
static uint32_t serial(const struct family *f, uint32_t modulus)
{
    return (uint32_t)(((uint64_t)f->index * 7919 + 104729) % modulus);
}

static int year_of(int day)
{
    return day_number(day) / 10000;
}

char cn_check_digit(const char *twelve)
{
    static const int weight[] = { 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5 };
    int sum = 0;

    for (int i = 0; i < 12; i++)
        sum += (twelve[i] - '0') * weight[i];
    return "0123456789X"[sum % 11];
}

static int us_series(int day)
{
    int year = year_of(day);

    return year < 2011   ? 12
           : year < 2014 ? 13 + (year == 2013)
           : year < 2016 ? 14
           : year < 2018 ? 15
           : year < 2020 ? 16
           : year < 2022 ? 17
                         : 18;
}

void family_set_priority(struct family *f)
{
    int year = year_of(f->priority_day), yy = year % 100, series = us_series(f->priority_day);
    uint32_t six = serial(f, 899981) + 100000;

    f->priority_kind = 'A';
    switch (f->first) {
    case OFFICE_US:
        if (f->seed & 1) { /* a provisional */
            f->priority_kind = 'P';
            series = 61 + (year > 2012);
        }
        snprintf(f->priority, sizeof f->priority, "%d%d%06u", year, series, six);
        snprintf(f->priority_print, sizeof f->priority_print, "%d/%03u,%03u", series, six / 1000,
                 six % 1000);
        break;
    case OFFICE_JP:
        snprintf(f->priority, sizeof f->priority, "%d%06u", year, six);
        snprintf(f->priority_print, sizeof f->priority_print, "%d-%06u", year, six);
        break;
    case OFFICE_KR:
        snprintf(f->priority, sizeof f->priority, "%d%07u", year, six);
        snprintf(f->priority_print, sizeof f->priority_print, "10-%d-%07u", year, six);
        break;
    case OFFICE_DE:
        snprintf(f->priority, sizeof f->priority, "10%d%06u", year, six);
        snprintf(f->priority_print, sizeof f->priority_print, "10 %d %03u %03u.%d", year,
                 six / 1000, six % 1000, yy % 10);
        break;
    default: {
        f->priority_kind = f->utility_model ? 'U' : 'A';
        snprintf(f->priority, sizeof f->priority, "%d%c%07u", year, f->utility_model ? '2' : '1',
                 serial(f, 9899987));
        snprintf(f->priority_print, sizeof f->priority_print, "%s.%c", f->priority,
                 cn_check_digit(f->priority));
    }
    }
}

/* ---- members ---- */

static struct member *add(struct family *f, enum office office, const char *kind, int filed,
                          int published)
{
    struct member *m;

    if (f->members == MEMBERS || published > day_of(WORLD_LAST_YEAR, 12, 31))
        return NULL;
    m = &f->member[f->members++];
    *m = (struct member){ .office = office,
                          .receiving = office,
                          .application_kind = 'A',
                          .filed = filed,
                          .published = published };
    snprintf(m->kind, sizeof m->kind, "%s", kind);
    return m;
}

static void set_application(const struct family *f, struct member *m)
{
    int year = year_of(m->filed);
    uint32_t six = serial(f, 899981) + 100000;

    if (m->office == f->first && m->filed == f->priority_day && f->priority_kind != 'P') {
        snprintf(m->application, sizeof m->application, "%s", f->priority);
        return;
    }
    switch (m->office) {
    case OFFICE_CN:
        snprintf(m->application, sizeof m->application, "%d%c%07u", year, f->pct ? '8' : '1',
                 serial(f, 9899987));
        break;
    case OFFICE_US:
        snprintf(m->application, sizeof m->application, "%d%d%06u", year, us_series(m->filed), six);
        break;
    case OFFICE_EP:
        snprintf(m->application, sizeof m->application, "%02d%06u", year % 100, six);
        break;
    case OFFICE_WO: snprintf(m->application, sizeof m->application, "%d%06u", year, six); break;
    case OFFICE_KR:
        snprintf(m->application, sizeof m->application, "%d%07u", year, six + 7000000);
        break;
    case OFFICE_DE: snprintf(m->application, sizeof m->application, "10%d%06u", year, six); break;
    default: snprintf(m->application, sizeof m->application, "%d%06u", year, six); break;
    }
}

/* As its office numbers it; second: of a second application there. */
static void set_number(const struct world *w, const struct family *f, struct member *m, bool second)
{
    unsigned year = (unsigned)year_of(m->published), again = second;
    char *number = m->number;
    const size_t size = sizeof m->number;

    switch (m->office) {
    case OFFICE_CN:
        snprintf(number, size, "%u", m->utility_model ? rising(w, f, 201200000, 18000000)
                                                      : rising(w, f, 101500000, 15000000));
        break;
    case OFFICE_US:
        if (m->grant)
            snprintf(number, size, "%u", rising(w, f, 7700000, 4100000) + again);
        else
            snprintf(number, size, "%u%06u", year, serial(f, 399989) + 1);
        break;
    case OFFICE_EP: snprintf(number, size, "%u", rising(w, f, 2050000, 2200000)); break;
    case OFFICE_JP:
        if (m->grant)
            snprintf(number, size, "%u", rising(w, f, 4900000, 2400000));
        else
            snprintf(number, size, "%u%06u", year, serial(f, 299993) + 1);
        break;
    case OFFICE_KR:
        if (m->grant)
            snprintf(number, size, "10%u", rising(w, f, 1000000, 1600000));
        else
            snprintf(number, size, "%u%07u", year, serial(f, 1399967) + 1);
        break;
    case OFFICE_WO: snprintf(number, size, "%u%06u", year, serial(f, 229981) + 1); break;
    default: snprintf(number, size, "%s", f->priority); break;
    }
}

static void number_utility_model(const struct world *w, struct family *f)
{
    int published = day_on_weekday(f->priority_day + 170 + (int)(f->seed % 160), 1);
    bool newer = published >= day_of(2010, 4, 7); /* before: kind Y */
    struct member *m = add(f, OFFICE_CN, newer ? "U" : "Y", f->priority_day, published);

    if (!m)
        return;
    m->grant = m->utility_model = true;
    set_number(w, f, m, false);
    m->application_kind = 'U';
}

/* Since 2010-04 a grant keeps the number of its application; earlier ones (kind C) do not occur. */
static void number_cn(const struct world *w, struct family *f)
{
    bool home = f->first == OFFICE_CN, national_phase = f->pct && !home;
    int filed = f->priority_day + (home ? 0 : national_phase ? 364 : 330);
    int published =
        home ? filed + (int)(120 + f->seed % 420) : f->priority_day + (national_phase ? 990 : 870);
    struct member *m;

    published = day_on_weekday(published, published > day_of(2016, 1, 1) ? 1 : 2);
    m = add(f, OFFICE_CN, "A", filed, published);
    if (!m)
        return;
    set_number(w, f, m, false);
    if ((f->seed >> 8) % 100 >= 62)
        return;
    int granted = published + 300 + (int)((f->seed >> 16) % 900);
    if (granted < day_of(2010, 4, 7))
        granted = day_of(2010, 4, 7);
    m = add(f, OFFICE_CN, "B", filed, day_on_weekday(granted, 1));
    if (m) {
        m->grant = true;
        set_number(w, f, m, false);
    }
}

static void number_us(const struct world *w, struct family *f, struct rng *r)
{
    int filed =
        f->first == OFFICE_US && f->priority_kind != 'P' ? f->priority_day : f->priority_day + 350;
    int published = f->first == OFFICE_US ? f->priority_day + 545 : filed + 220;
    struct member *m = add(f, OFFICE_US, "A1", filed, day_on_weekday(published, 3));

    if (m)
        set_number(w, f, m, false);
    if (!rng_chance(r, 82))
        return;
    int wait = published + rng_between(r, 240, 900) - first_issue();
    int granted = first_issue() + (wait + w->issue_days - 1) / w->issue_days * w->issue_days;
    m = add(f, OFFICE_US, "B2", filed, granted);
    if (m) {
        m->grant = true;
        set_number(w, f, m, false);
    }
}

static void number_ep(const struct world *w, struct family *f, struct rng *r)
{
    int filed = f->priority_day + (f->pct ? 364 : 360);
    int published = day_on_weekday(f->priority_day + (f->pct ? 990 : 550), 2);
    struct member *m = add(f, OFFICE_EP, "A1", filed, published);

    if (m)
        set_number(w, f, m, false);
    if (!rng_chance(r, 50))
        return;
    m = add(f, OFFICE_EP, "B1", filed, day_on_weekday(published + rng_between(r, 500, 1400), 2));
    if (m) {
        m->grant = true;
        set_number(w, f, m, false);
    }
}

static void number_jp(const struct world *w, struct family *f, struct rng *r)
{
    int filed = f->first == OFFICE_JP ? f->priority_day : f->priority_day + 360;
    int published = day_on_weekday(f->first == OFFICE_JP ? filed + 550 : f->priority_day + 960, 3);
    struct member *m = add(f, OFFICE_JP, "A", filed, published);

    if (m)
        set_number(w, f, m, false);
    if (!rng_chance(r, 60))
        return;
    m = add(f, OFFICE_JP, "B2", filed, day_on_weekday(published + rng_between(r, 360, 900), 2));
    if (m) {
        m->grant = true;
        set_number(w, f, m, false);
    }
}

static void number_kr(const struct world *w, struct family *f, struct rng *r)
{
    int filed = f->first == OFFICE_KR ? f->priority_day : f->priority_day + 355;
    int published = f->first == OFFICE_KR ? filed + 548 : f->priority_day + 930;
    struct member *m = add(f, OFFICE_KR, "A", filed, published);

    if (m)
        set_number(w, f, m, false);
    if (!rng_chance(r, 60))
        return;
    m = add(f, OFFICE_KR, "B1", filed, published + rng_between(r, 300, 800));
    if (m) {
        m->grant = true;
        set_number(w, f, m, false);
    }
}

static void number_wo(const struct world *w, struct family *f)
{
    int filed = f->priority_day + 364;
    struct member *m = add(f, OFFICE_WO, "A1", filed, day_on_weekday(f->priority_day + 552, 3));

    if (!m)
        return;
    set_number(w, f, m, false);
    m->receiving = f->first;
    m->application_kind = 'W';
}

static void number_de(const struct world *w, struct family *f)
{
    struct member *m =
        add(f, OFFICE_DE, "A1", f->priority_day, day_on_weekday(f->priority_day + 550, 3));

    if (m)
        set_number(w, f, m, false);
}

/* ---- planted ones ---- */

/* Grants bear a B, utility models a U; another utility model than the first filing, or a second application, has
 * a number of its own.                                                                         */
struct member *family_publish(const struct world *w, struct family *f, enum office office,
                              const char *kind, int filed, int published, bool again)
{
    struct member *m = add(f, office, kind, filed, published);

    if (!m)
        return NULL;
    m->utility_model = kind[0] == 'U';
    m->grant = m->utility_model || kind[0] == 'B';
    set_number(w, f, m, again);
    set_application(f, m);
    if (m->utility_model) {
        m->application_kind = 'U';
        m->application[4] = '2';
    }
    if (office == OFFICE_WO) {
        m->receiving = f->first;
        m->application_kind = 'W';
    }
    if (again) /* behind year and series */
        m->application[6] = (char)('1' + (m->application[6] - '0') % 9);
    return m;
}

/* Chance in per cent of a filing at each office, by home office of the owner. */
static const int abroad[OFFICES][OFFICES] = {
    [OFFICE_CN] = { 100, 24, 12, 18, 9, 8, 0 },    [OFFICE_US] = { 62, 96, 62, 66, 38, 34, 0 },
    [OFFICE_JP] = { 56, 70, 46, 58, 100, 36, 0 },  [OFFICE_KR] = { 56, 72, 40, 46, 34, 100, 0 },
    [OFFICE_DE] = { 52, 60, 84, 68, 36, 26, 100 },
};

void family_file_abroad(const struct world *w, struct family *f, struct rng *r)
{
    const int *chance = abroad[f->first];
    bool wanted[OFFICES];

    for (int i = 0; i < OFFICES; i++)
        wanted[i] = !f->utility_model && rng_chance(r, chance[i]);
    wanted[f->first] = true;
    f->pct = wanted[OFFICE_WO];
    if (f->utility_model)
        number_utility_model(w, f);
    else if (wanted[OFFICE_CN])
        number_cn(w, f);
    if (wanted[OFFICE_US])
        number_us(w, f, r);
    if (wanted[OFFICE_EP])
        number_ep(w, f, r);
    if (wanted[OFFICE_WO])
        number_wo(w, f);
    if (wanted[OFFICE_JP])
        number_jp(w, f, r);
    if (wanted[OFFICE_KR])
        number_kr(w, f, r);
    if (wanted[OFFICE_DE])
        number_de(w, f);
    for (int i = 0; i < f->members; i++)
        set_application(f, &f->member[i]);
}
