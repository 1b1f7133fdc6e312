/* legal_writer.c -- what became of the made-up filings: one LEGSTAT file of legal events.
 *
 * Every application of a family in DOCDB has its publication and grant; some lapse, are restored,
 * pledged, licensed, sold, frozen by a court, cut down. Nothing happens after LAST_DAY, so that the
 * day of the data stays that of the last publication.
 */
#include "world.h"

struct teller {
    const struct world *world;
    const struct family *f;
    const struct member *first, *grant; /* of the application; grant NULL: none */
    struct np_buf *out, events;
    struct rng r;
    int last;   /* day number behind which nothing happens */
    unsigned n; /* events */
    int dead;   /* since when, by what was told; 0: alive */
};

enum { YEAR = 365 };

/* The first of several ends stays. */
static void end(struct teller *t, int day)
{
    if (!t->dead || day < t->dead)
        t->dead = day;
}

static void tell(struct teller *t, const char *code, char class, int day, int effective,
                 const char *details)
{
    if (day > t->last)
        return;
    bool whole = strcmp(code, "PG25") != 0; /* a lapse in one state */

    if (whole && (class == 'H' || class == 'B' || strcmp(code, "IW01") == 0))
        end(t, effective ? effective : day);
    else if (class == 'K')
        t->dead = 0;
    np_buf_printf(&t->events, "<legal-event providing-office=\"%s\" event-id=\"%u%02d%03u\" "
                  "sequence-number=\"%u\"><event-date>%d</event-date>",
                  office_code(t->first->office), t->f->index, (int)t->first->office, t->n, t->n + 1,
                  day_number(day));
    if (effective)
        np_buf_printf(&t->events, "<event-date-effective>%d</event-date-effective>",
                      day_number(effective));
    np_buf_printf(&t->events, "<event-class>%c</event-class><event-code>%s</event-code>"
                  "<event-details><event-description lang=\"en\">%s EVENT OF THE REGISTER"
                  "</event-description>%s</event-details></legal-event>",
                  class, code, code, details);
    t->n++;
}

static void tell_text(struct teller *t, const char *code, char class, int day, const char *text)
{
    struct np_buf b = { 0 };

    np_buf_puts(&b, "<text>");
    put_text(&b, text, strlen(text), MARKUP_DOCDB);
    np_buf_puts(&b, "</text>");
    tell(t, code, class, day, 0, np_buf_cstr(&b));
    np_buf_release(&b);
}

/* "<element country=..><date>": a lapse or a fee in one state. */
static void tell_state(struct teller *t, const char *code, char class, int day, const char *format,
                       const char *state, int of, const char *text)
{
    struct np_buf b = { 0 };

    np_buf_printf(&b, format, state, day_number(of));
    np_buf_puts(&b, text);
    tell(t, code, class, day, 0, np_buf_cstr(&b));
    np_buf_release(&b);
}

/* ---- China ---- */

static void pledge(struct teller *t, int day)
{
    unsigned number = 2000000 + rng_below(&t->r, 7000000);
    char text[400];

    snprintf(text, sizeof text, "登记号:Y%u登记生效日:%d出质人:%s质权人:示例银行股份有限公司", number,
             day_number(day - 15), t->f->owner[0]->zh);
    tell_text(t, "PE01", 'S', day, text);
    if (rng_chance(&t->r, 40)) {
        int until = day + rng_between(&t->r, 200, 900);

        snprintf(text, sizeof text, "登记号:Y%u；解除日:%d", number, day_number(until - 20));
        tell_text(t, "PC01", 'S', until, text);
    }
}

static void license(struct teller *t, int day)
{
    char text[400];

    snprintf(text, sizeof text, "合同备案号:X%u；让与人:%s；受让人:%s；许可种类:普通许可",
             2000000 + rng_below(&t->r, 7000000), t->f->owner[0]->zh,
             t->world->people.owner[rng_below(&t->r, t->world->people.n)].zh);
    tell_text(t, "EE01", 'S', day, text);
}

static void sell(struct teller *t, int day)
{
    char text[400];

    snprintf(text, sizeof text, "变更事项:专利权人；变更前权利人:%s；变更后权利人:%s；登记生效日:%d",
             t->f->owner[0]->zh, t->world->people.owner[rng_below(&t->r, t->world->people.n)].zh,
             day_number(day - 18));
    tell_text(t, "TR01", 'R', day, text);
}

/* A new name or place is told of most rights and applications that stand then. */
static void change(struct teller *t, int published, const char *code)
{
    const struct people *people = &t->world->people;
    const struct naming *naming =
        people->naming ? &people->naming[t->f->owner[0]->id] : NULL;
    const struct owner *before, *after;
    char text[600];

    if (!naming || !naming->told || naming->changed <= published || !rng_chance(&t->r, 90))
        return;
    before = &naming->form[0][0];
    after = &naming->form[1][0];
    if (naming->renamed)
        snprintf(text, sizeof text, "变更事项:专利权人；变更前:%s；变更后:%s", before->zh, after->zh);
    else
        snprintf(text, sizeof text, "变更事项:地址；变更前:%s %s；变更后:%s %s",
                 before->place->postcode, before->address, after->place->postcode, after->address);
    tell_text(t, code ? code : naming->renamed ? "CP01" : "CP02", 'R', naming->changed + 40, text);
}

/* Ends on the filing day's anniversary, and is announced a good year later. */
static void lapse(struct teller *t)
{
    for (int year = 4; year < 18; year++) {
        int end = t->first->filed + year * 1461 / 4;

        if (end <= t->grant->published || end + 420 > t->last || !rng_chance(&t->r, 5))
            continue;
        tell(t, "CF01", 'H', end + 420, end, "");
        if (rng_chance(&t->r, 12))
            tell(t, "RR01", 'K', end + 600, 0, "");
        return;
    }
}

static void tell_cn(struct teller *t)
{
    int day = t->grant ? t->grant->published : 0;

    if (!t->first->grant) {
        tell(t, t->first->published < day_of(2015, 1, 1) ? "C06" : "PB01", 'Q',
             t->first->published, 0, "");
        tell(t, "SE01", 'D', t->first->published + rng_between(&t->r, 20, 90), 0, "");
    }
    if (!t->grant)
        change(t, t->first->published, "CB02");
    if (!t->grant) {
        day = t->first->published + rng_between(&t->r, 500, 1200);
        if (rng_chance(&t->r, 35))
            tell(t, rng_chance(&t->r, 60) ? "WD01" : "RJ01", 'B', day, 0, "");
        return;
    }
    tell(t, "GR01", 'F', day, 0, "");
    if (rng_chance(&t->r, 12))
        pledge(t, day + rng_between(&t->r, 100, 1500));
    if (rng_chance(&t->r, 10))
        license(t, day + rng_between(&t->r, 60, 1200));
    if (!t->world->abroad && rng_chance(&t->r, 12))
        sell(t, day + rng_between(&t->r, 90, 1600));
    if (rng_chance(&t->r, 3))
        tell(t, "PP01", 'T', day + rng_between(&t->r, 300, 900), 0, "");
    if (rng_chance(&t->r, 3))
        tell(t, rng_chance(&t->r, 70) ? "IP01" : "IW01", 'M', day + rng_between(&t->r, 300, 1000), 0,
             "");
    change(t, day, NULL);
    lapse(t);
}

/* ---- elsewhere ---- */

/* Fees fall due 3.5, 7.5 and 11.5 years after the grant; expiry is half a year later. */
static void tell_us(struct teller *t)
{
    int grant;

    if (!t->grant)
        return;
    grant = t->grant->published;
    tell_text(t, "STCF", 'F', grant, "PATENTED CASE");
    for (int due = 4; due <= 12; due += 4) {
        int end = grant + due * 1461 / 4;

        if (rng_chance(&t->r, 85)) {
            tell(t, "MAFP", 'U', end - rng_between(&t->r, 190, 360), 0, "");
            continue;
        }
        tell(t, "FP", 'H', end + 30, end, "");
        if (rng_chance(&t->r, 10))
            tell(t, "PRDP", 'K', end + 200, 0, "");
        return;
    }
}

static const char *const states[] = { "AT", "BE", "CH", "DE", "ES", "FR", "GB", "IT", "NL", "SE" };
enum { STATES = sizeof states / sizeof *states };

static void tell_states(struct teller *t, int grant)
{
    static const char lapsed[] = "<notification-of-lapse country=\"%s\"><date-patent-lapsed>%d"
                                 "</date-patent-lapsed></notification-of-lapse>";
    static const char paid[] = "<fee-payment country=\"%s\"><fee-payment-date>%d"
                               "</fee-payment-date></fee-payment>";

    for (int i = 0; i < STATES; i++) {
        bool large = strcmp(states[i], "DE") == 0 || strcmp(states[i], "FR") == 0 ||
                     strcmp(states[i], "GB") == 0;

        if (rng_chance(&t->r, large ? 15 : 70))
            tell_state(t, "PG25", 'H', grant + rng_between(&t->r, 200, 500), lapsed, states[i],
                       grant, "<text>LAPSE BECAUSE OF FAILURE TO SUBMIT A TRANSLATION</text>");
        else if (rng_chance(&t->r, 80))
            tell_state(t, "PGFP", 'U', t->last - rng_between(&t->r, 10, 300), paid, states[i],
                       t->last - 320, "");
    }
}

static void tell_ep(struct teller *t)
{
    int grant;

    if (!t->grant) {
        if (rng_chance(&t->r, 20))
            tell(t, "18D", 'B', t->first->published + rng_between(&t->r, 400, 1500), 0, "");
        return;
    }
    grant = t->grant->published;
    np_buf_reset(t->out); /* borrowed for the list of states */
    np_buf_puts(t->out, "<designated-states>");
    for (int i = 0; i < STATES; i++)
        np_buf_printf(t->out, "<country>%s</country>", states[i]);
    np_buf_puts(t->out, "</designated-states>");
    tell(t, "AK", 'W', grant, 0, np_buf_cstr(t->out));
    tell_states(t, grant);
    tell(t, "26N", 'L', grant + 310, 0, "");
}

static void tell_other(struct teller *t, const char *granted, const char *lapsed)
{
    if (!t->grant)
        return;
    tell(t, granted, 'F', t->grant->published, 0, "");
    if (rng_chance(&t->r, 15))
        tell(t, lapsed, 'H', t->grant->published + rng_between(&t->r, 1200, 2500), 0, "");
}

static void tell_planted(struct teller *t)
{
    static const char *const granted[OFFICES] = { [OFFICE_CN] = "GR01", [OFFICE_US] = "STCF",
                                                  [OFFICE_JP] = "R150", [OFFICE_KR] = "REGI",
                                                  [OFFICE_DE] = "R020" };
    struct planted_event event;

    if (t->first->office == OFFICE_CN && !t->first->grant)
        tell(t, "PB01", 'Q', t->first->published, 0, "");
    if (t->grant && granted[t->first->office])
        tell(t, granted[t->first->office], 'F', t->grant->published, 0, "");
    for (int n = 0; planted_event(t->f, t->first, n, &event); n++)
        tell(t, event.code, event.class, event.day, event.effective, "");
}

static void tell_application(struct teller *t)
{
    if (t->f->plant) {
        tell_planted(t);
        return;
    }
    switch (t->first->office) {
    case OFFICE_CN: tell_cn(t); break;
    case OFFICE_US: tell_us(t); break;
    case OFFICE_EP: tell_ep(t); break;
    case OFFICE_JP: tell_other(t, "R150", "LAPS"); break;
    case OFFICE_KR: tell_other(t, "REGI", "LAPS"); break;
    case OFFICE_DE: tell_other(t, "R020", "R119"); break;
    default: break;
    }
}

/* ---- the file ---- */

static bool is_new(const struct family *f, int at)
{
    for (int i = 0; i < at; i++)
        if (f->member[i].office == f->member[at].office &&
            strcmp(f->member[i].application, f->member[at].application) == 0)
            return false;
    return true;
}

static const struct member *grant_of(const struct family *f, const struct member *first)
{
    for (int i = 0; i < f->members; i++)
        if (f->member[i].office == first->office && f->member[i].grant &&
            strcmp(f->member[i].application, first->application) == 0)
            return &f->member[i];
    return NULL;
}

static void put_document(struct teller *t, struct np_buf *file)
{
    const struct member *m = t->first;
    const char *cc = office_code(m->office);

    np_buf_printf(file, "<legal-status-document family-id=\"%u\" status=\"C\" country=\"%s\" "
                  "number-of-events=\"%u\"><application-reference><document-id><country>%s</country>"
                  "<doc-number>%s</doc-number><kind>%c</kind><date>%d</date></document-id>"
                  "</application-reference>", family_docdb_number(t->f), cc, t->n, cc, m->application,
                  m->application_kind, day_number(m->filed));
    np_buf_put(file, t->events.p, t->events.n);
    np_buf_puts(file, "</legal-status-document>\n");
}

static void tell_member(struct teller *t, int member)
{
    t->first = &t->f->member[member];
    t->grant = grant_of(t->f, t->first);
    t->r = rng_of(t->f->seed, 7000 + (uint64_t)member);
    t->n = 0;
    t->dead = 0;
    np_buf_reset(&t->events);
    tell_application(t);
}

bool legal_fate(const struct world *world, const struct family *f, int member, int *granted,
                int *dead)
{
    struct np_buf scratch = { 0 };
    struct teller t = { .world = world, .f = f, .out = &scratch, .last = day_of(2023, 12, 20) };

    if (!is_new(f, member) || f->member[member].office == OFFICE_WO)
        return false;
    tell_member(&t, member);
    *granted = t.grant ? t.grant->published : 0;
    *dead = t.dead;
    np_buf_release(&t.events);
    np_buf_release(&scratch);
    return true;
}

size_t legal_write(const struct world *world, uint32_t index, struct np_buf *file)
{
    struct np_buf scratch = { 0 };
    struct teller t = { .world = world, .out = &scratch, .last = day_of(2023, 12, 20) };
    struct family f;
    size_t documents = 0;

    family_make(world, index, &f);
    t.f = &f;
    for (int i = 0; f.in_docdb && i < f.members; i++) {
        if (!is_new(&f, i) || f.member[i].office == OFFICE_WO)
            continue;
        tell_member(&t, i);
        if (t.n)
            put_document(&t, file);
        documents += t.n > 0;
    }
    np_buf_release(&t.events);
    np_buf_release(&scratch);
    return documents;
}
