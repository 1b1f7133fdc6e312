/* planted.c -- families of the table in scenes.c, behind those that are drawn. */
#include "scenes.h"

#include "family.h"

#include <stdlib.h>

enum { SCENE_STEP = 5, OTHER_FIELD = 100 };

uint32_t planted_count(void)
{
    uint32_t n = 0;

    while (plants[n].name)
        n++;
    return n;
}

/* ---- reading the table's texts ---- */

/* The next part of "a b c; d e" into words; how many of them. */
static int next_part(const char **p, char word[5][24])
{
    int n = 0, used;

    while (**p == ' ' || **p == ';')
        ++*p;
    while (n < 5 && sscanf(*p, "%23[^ ;]%n", word[n], &used) == 1) {
        *p += used;
        n++;
        while (**p == ' ')
            ++*p;
    }
    return n;
}

static enum office office_named(const char *code)
{
    for (int i = 0; i < OFFICES; i++)
        if (strncmp(office_code((enum office)i), code, 2) == 0)
            return (enum office)i;
    give_up("no office '%s'", code);
}

static enum office home_office(enum planted_owner owner)
{
    return owner == RIVAL_US ? OFFICE_US : owner == RIVAL_JP ? OFFICE_JP
           : owner == RIVAL_DE ? OFFICE_DE : OFFICE_CN;
}

/* ---- members ---- */

static int filed_on(const struct family *f, enum office office)
{
    return f->priority_day + (office == f->first ? 0 : f->pct ? 364 : 350);
}

static void publish(const struct world *w, struct family *f, char word[5][24])
{
    enum office office = office_named(word[0]);
    char *second = strchr(word[1], '+');

    if (second)
        *second = '\0';
    if (!family_publish(w, f, office, word[1], filed_on(f, office),
                        day_from((int)strtol(word[2], NULL, 10)), second != NULL))
        give_up("'%s' is published after the end of the world", f->plant->name);
}

static void publish_all(const struct world *w, struct family *f)
{
    const char *p = f->plant->members;
    char word[5][24];

    while (next_part(&p, word) == 3)
        publish(w, f, word);
}

static uint64_t seed_of(const struct world *world, uint32_t index)
{
    return rng_hash(world->seed, index);
}

/* Utility models and grants of doubtful claims have no title "method for ...": another seed. */
static void choose_seed(const struct world *world, struct family *f)
{
    f->seed = seed_of(world, f->index);
    if (f->plant->like) {
        f->like = seed_of(world, world->size + plant_number(f->plant->like));
        f->shared = f->plant->shared;
    }
}

void planted_make(const struct world *world, struct family *f)
{
    const struct plant *plant = &plants[f->index - world->size];
    int scene = plant->scene % OTHER_FIELD + (plant->scene >= OTHER_FIELD ? 20 : 0);

    f->plant = plant;
    choose_seed(world, f);
    f->subfield = (int)((world->seed % SUBFIELDS + (uint64_t)(scene * SCENE_STEP)) % SUBFIELDS);
    f->topic = subfield_topic(f->subfield);
    f->owner[0] = planted_owner(&world->people, plant->owner);
    f->owners = f->inventors = 1;
    f->inventor[0] = (uint32_t)(f->seed % 24);
    f->first = home_office(plant->owner);
    f->utility_model = strncmp(plant->members, "CN U", 4) == 0 && !strchr(plant->members, ';');
    f->pct = strstr(plant->members, "WO ") != NULL;
    f->priority_day = day_from(plant->priority);
    f->in_docdb = true;
    family_set_priority(f);
    publish_all(world, f);
    coined_symbols(f);
}

/* ---- whom they cite ---- */

static void cite(const struct world *world, const struct family *cited, const char *category,
                 struct cited *c)
{
    const struct member *m = &cited->member[0];
    const char *const categories[] = { "X", "Y", "I", "A" };

    (void)world;
    *c = (struct cited){ .day = m->published, .examiner = true };
    snprintf(c->office, sizeof c->office, "%s", office_code(m->office));
    snprintf(c->kind, sizeof c->kind, "%s", m->kind);
    snprintf(c->number, sizeof c->number, "%s", m->number);
    snprintf(c->name, sizeof c->name, "%s", cited->owner[0]->docdb);
    for (size_t i = 0; i < sizeof categories / sizeof *categories; i++)
        if (strcmp(categories[i], category) == 0)
            c->category = categories[i];
}

int planted_cites(const struct world *world, const struct family *family,
                  const struct member *member, struct cited cited[])
{
    const char *p = family->plant->cites ? family->plant->cites : "";
    struct family other;
    char word[5][24];
    int n = 0;

    while (next_part(&p, word) == 3) {
        if (office_named(word[0]) != member->office || member->grant)
            continue;
        family_make(world, world->size + plant_number(word[2]), &other);
        cite(world, &other, word[1], &cited[n++]);
    }
    return n;
}

/* ---- what became of them ---- */

/* The first filed of an office, unless the event says whose: "US+" the second application, "U" the utility model. */
static bool is_of(const struct family *f, const struct member *first, const char *whose)
{
    const char *code = strcmp(whose, "U") == 0 ? "CN" : whose;
    const struct member *one = NULL;

    if (office_named(code) != first->office || first->utility_model != (strcmp(whose, "U") == 0))
        return false;
    for (int i = 0; i < f->members && !one; i++)
        if (f->member[i].office == first->office && !f->member[i].utility_model)
            one = &f->member[i];
    return !one || first->utility_model ||
           (strcmp(one->application, first->application) != 0) == (strchr(whose, '+') != NULL);
}

bool planted_event(const struct family *f, const struct member *first, int n,
                   struct planted_event *event)
{
    const char *p = f->plant->events ? f->plant->events : "";
    char word[5][24];

    for (int words; (words = next_part(&p, word)) >= 4;)
        if (is_of(f, first, word[0]) && n-- == 0) {
            *event = (struct planted_event){ .class = word[2][0],
                                             .day = day_from((int)strtol(word[3], NULL, 10)) };
            memcpy(event->code, word[1], sizeof event->code - 1);
            if (words == 5)
                event->effective = day_from((int)strtol(word[4], NULL, 10));
            return true;
        }
    return false;
}
