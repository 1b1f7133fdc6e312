/* names.c -- names as people write them: spellings, new names, new places, namesakes. Only on request.
 *
 *   every enterprise      Chinese with other brackets or legal form; English in capitals, its brand in two
 *                         words, DOCDB's abbreviations or none
 *   one in nine of ours   a new name from some day on, told by CP01
 *   one in nine of ours   a new city, told by CP02 for every second of them
 *   three pairs           one name without a place, in Suzhou and in another city
 */
#include "world.h"

#include <stdlib.h>

enum { EVERY = 9, BRANDS_FROM = 207, NAMESAKES = 3 };

static void replace(char *s, size_t size, const char *from, const char *to)
{
    size_t wanted = strlen(from), given = strlen(to);
    char *at = strstr(s, from);

    if (!at || strlen(s) - wanted + given >= size)
        return;
    memmove(at + given, at + wanted, strlen(at + wanted) + 1);
    memcpy(at, to, given);
}

static void in_capitals(char *s)
{
    for (; *s; s++)
        if (*s >= 'a' && *s <= 'z')
            *s = (char)(*s - 32);
}

/* "Chengyan" -> "Cheng Yan", also in capitals. */
static void split_brand(struct owner *o)
{
    char joined[32], parted[32];

    snprintf(joined, sizeof joined, "%s%s", o->brand[0]->en, o->brand[1]->en);
    snprintf(parted, sizeof parted, "%s %s", o->brand[0]->en, o->brand[1]->en);
    parted[strlen(o->brand[0]->en) + 1] =
        (char)(parted[strlen(o->brand[0]->en) + 1] - ('a' - 'A'));
    replace(o->en, sizeof o->en, joined, parted);
    in_capitals(joined);
    in_capitals(parted);
    replace(o->docdb, sizeof o->docdb, joined, parted);
}

static void spell(struct owner form[FORMS])
{
    replace(form[1].zh, sizeof form[1].zh, "（", "(");
    replace(form[1].zh, sizeof form[1].zh, "）", ")");
    replace(form[1].en, sizeof form[1].en, "Co., Ltd.", "Co. Ltd");
    if (form[1].brand[0])
        split_brand(&form[1]);
    in_capitals(form[1].en);
    if (strstr(form[2].zh, "股份有限公司"))
        replace(form[2].zh, sizeof form[2].zh, "股份有限公司", "有限公司");
    else
        replace(form[2].zh, sizeof form[2].zh, "有限公司", "股份有限公司");
    replace(form[2].en, sizeof form[2].en, "Co., Ltd.", "Company Limited");
    replace(form[2].en, sizeof form[2].en, "Technology", "Tech.");
    replace(form[2].docdb, sizeof form[2].docdb, " TECH ", " TECHNOLOGY ");
}

/* A name without its place, which nothing but the city tells from its namesake's. */
static void take_out_place(struct owner *o)
{
    static const struct { const char *zh, *en, *capitals; } places[] = {
        { "苏州", "Suzhou", "SUZHOU" },     { "昆山", "Kunshan", "KUNSHAN" },
        { "太仓", "Taicang", "TAICANG" },   { "常熟", "Changshu", "CHANGSHU" },
        { "张家港", "Zhangjiagang", "ZHANGJIAGANG" },
    };

    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        replace(o->zh, sizeof o->zh, places[i].zh, "");
        replace(o->en, sizeof o->en, places[i].en, "");
        replace(o->docdb, sizeof o->docdb, places[i].capitals, "");
    }
    replace(o->zh, sizeof o->zh, "（）", "");
    replace(o->en, sizeof o->en, " () ", " ");
    replace(o->docdb, sizeof o->docdb, "  ", " ");
    replace(o->en, sizeof o->en, *o->en == ' ' ? " " : "  ", "");
    replace(o->docdb, sizeof o->docdb, *o->docdb == ' ' ? " " : "  ", "");
}

static void make_namesakes(struct people *people)
{
    struct owner *one = people->owner, *other = people->owner;

    for (int pair = 0; pair < NAMESAKES; pair++, one++, other++) {
        while (one->class != OWNER_SUZHOU || one->id % EVERY != 1)
            one++;
        while (other->class != OWNER_CHINA || other->id % EVERY != 1)
            other++;
        take_out_place(one);
        snprintf(other->zh, sizeof other->zh, "%s", one->zh);
        snprintf(other->en, sizeof other->en, "%s", one->en);
        snprintf(other->docdb, sizeof other->docdb, "%s", one->docdb);
        other->brand[0] = one->brand[0];
        other->brand[1] = one->brand[1];
    }
}

static void make_naming(const struct owner *o, uint64_t seed, struct naming *naming)
{
    struct owner now = *o;
    uint32_t role = o->id % EVERY;

    if (o->class == OWNER_SUZHOU && (role == 3 || role == 5)) {
        naming->changed = day_of(2013 + (int)(o->id % 5), 3, 1);
        naming->renamed = role == 3;
        naming->moved = role == 5;
        naming->told = naming->renamed || o->id % 2;
    }
    if (naming->renamed)
        people_rename(&now, o->id, BRANDS_FROM + o->id / EVERY, seed);
    if (naming->moved)
        people_move(&now, o->id / EVERY + 2, seed);
    for (int form = 0; form < FORMS; form++) {
        naming->form[0][form] = *o;
        naming->form[1][form] = now;
    }
    spell(naming->form[0]);
    spell(naming->form[1]);
}

void names_make(struct people *people, uint64_t seed)
{
    people->naming = calloc(people->n, sizeof *people->naming);
    if (!people->naming)
        give_up("out of memory");
    make_namesakes(people);
    for (uint32_t i = 0; i < people->n; i++)
        make_naming(&people->owner[i], seed, &people->naming[i]);
}

const struct owner *names_print(const struct people *people, const struct owner *o, int day,
                                uint64_t hash)
{
    const struct naming *naming;

    if (!people->naming)
        return o;
    naming = &people->naming[o->id];
    return &naming->form[naming->changed && day >= naming->changed][(hash >> 20) % FORMS];
}

/* ---- names.tsv ---- */

static bool is_namesake(const struct people *people, const struct owner *o, const char *zh)
{
    for (uint32_t i = 0; i < people->n; i++)
        for (int after = 0; after < 2; after++)
            for (int form = 0; form < FORMS; form++)
                if (i != o->id && strcmp(people->naming[i].form[after][form].zh, zh) == 0)
                    return true;
    return false;
}

/* As cities tell names apart: 苏州 of 苏州市; the municipality, not its district. */
static void put_city(const struct owner *o, FILE *out)
{
    const char *city = !o->place                              ? ""
                       : strcmp(o->place->city, "市辖区") == 0 ? o->place->province
                                                              : o->place->city;

    fprintf(out, "%.*s", (int)(strlen(city) > 3 ? strlen(city) - strlen("市") : 0), city);
}

void names_write(const struct people *people, const char *folder)
{
    FILE *out = list_open(folder, "names.tsv");

    fputs("name\tcity\towner\n", out);
    for (uint32_t i = 0; i < people->n; i++)
        for (int after = 0; after <= (people->naming[i].changed > 0); after++)
            for (int form = 0; form < FORMS; form++) {
                const struct owner *o = &people->naming[i].form[after][form];
                bool shared = is_namesake(people, o, o->zh);

                fprintf(out, "%s\t", o->zh);
                if (shared)
                    put_city(o, out);
                fprintf(out, "\t%u\n", i);
                if (shared)
                    continue; /* Latin names of namesakes come without a Chinese city */
                fprintf(out, "%s\t\t%u\n%s\t\t%u\n", o->en, i, o->docdb, i);
            }
    list_close(out, "names.tsv");
}
