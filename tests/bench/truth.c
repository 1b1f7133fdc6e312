/* truth.c -- what is true of a world with planted families, for tests to compare lists with; and what is to be
 * imported beside its dumps. Tab-separated, with a row of headings; families by their number in DOCDB.
 *
 *   abroad-owners.tsv     id, zh, en, docdb, local (1: of our city), side (who belongs together)
 *   abroad-families.tsv   family, name (of a planted one), subfield, priority, published (first), pct
 *   abroad-owns.tsv       family, owner
 *   abroad-rights.tsv     family, office, number (first publication), filed, granted, dead, expiry, twin
 *   abroad-citations.tsv  citing, cited, category (the strongest), date (the earliest)
 *   abroad-wanted.tsv     list, found (1) or a near miss (0), family, other, market, why
 *   abroad-told.tsv       what suits and standards have to tell: alert, found, number, date
 *   aliases.csv, awards.csv, suits.csv, standards.csv, participation.csv, groups.tsv   to be imported
 */
#include "scenes.h"

#include <nanopat/map.h>
#include <stdlib.h>

enum { KEY = 48 };

struct truth {
    const struct world *world;
    const char *folder;
    unsigned *family;       /* owned; by index: its number in DOCDB */
    struct np_map *numbers; /* of publications -> index of their family */
};

static const char *day_text(int day, char text[16])
{
    int number = day_number(day);

    snprintf(text, 16, "%04d-%02d-%02d", number / 10000, number / 100 % 100, number % 100);
    return day ? text : "";
}

static uint32_t family_count(const struct truth *t)
{
    return t->world->size + t->world->planted;
}

static struct np_slice key_of(const char *office, const char *number, char key[KEY])
{
    snprintf(key, KEY, "%.2s%.40s", office, number);
    return np_slice_of(key);
}

/* ---- owners ---- */

static bool is_local(const struct owner *o)
{
    return o->class == OWNER_SUZHOU || o->class == OWNER_INSTITUTE;
}

static void write_owners(const struct truth *t)
{
    FILE *out = list_open(t->folder, "abroad-owners.tsv"), *same = list_open(t->folder, "aliases.csv");
    const struct people *people = &t->world->people;
    uint32_t ours = planted_owner(people, OURS)->id, sister = planted_owner(people, SISTER)->id;

    fputs("id\tzh\ten\tdocdb\tlocal\tside\n", out);
    fputs("name,other,decision,by\n", same);
    for (uint32_t i = 0; i < people->n; i++) {
        const struct owner *o = &people->owner[i];

        fprintf(out, "%u\t%s\t%s\t%s\t%d\t%u\n", i, o->zh, o->en, o->docdb, is_local(o),
                i == sister ? ours : i);
        fprintf(same, "%s,\"%s\",yes,register\n%s,%s,yes,register\n", o->zh, o->en, o->zh, o->docdb);
    }
    list_close(out, "abroad-owners.tsv");
    list_close(same, "aliases.csv");
}

/* ---- families ---- */

static void put_family(const struct family *f, FILE *out, FILE *owns)
{
    char priority[16], published[16];
    int first = 0;
    bool pct = false;

    for (int i = 0; i < f->members; i++) {
        pct |= f->member[i].office == OFFICE_WO;
        if (!first || f->member[i].published < first)
            first = f->member[i].published;
    }
    if (!f->members)
        return;
    fprintf(out, "%u\t%s\t%s\t%s\t%s\t%d\n", family_docdb_number(f), f->plant ? f->plant->name : "",
            f->topic->slug ? f->topic->slug : "none", day_text(f->priority_day, priority),
            day_text(first, published), pct);
    for (int i = 0; i < f->owners; i++)
        fprintf(owns, "%u\t%u\n", family_docdb_number(f), f->owner[i]->id);
}

/* The same day of a later year. */
static int expiry_of(const struct member *m)
{
    int number = day_number(m->filed) + (m->utility_model ? 10 : 20) * 10000;

    return day_from(number % 10000 == 229 ? number - 1 : number);
}

static bool is_twin(const struct family *f, const struct member *m)
{
    for (int i = 0; i < f->members; i++)
        if (m->utility_model && f->member[i].office == m->office && !f->member[i].utility_model)
            return true;
    return false;
}

static void put_rights(const struct truth *t, const struct family *f, FILE *out)
{
    char filed[16], granted_on[16], dead_on[16], expiry[16];
    int granted, dead;

    for (int i = 0; i < f->members; i++) {
        const struct member *m = &f->member[i];

        if (legal_fate(t->world, f, i, &granted, &dead))
            fprintf(out, "%u\t%s\t%s%s%s\t%s\t%s\t%s\t%s\t%d\n", family_docdb_number(f),
                    office_code(m->office), office_code(m->office), m->number, m->kind,
                    day_text(m->filed, filed), day_text(granted, granted_on),
                    day_text(dead, dead_on), day_text(expiry_of(m), expiry), is_twin(f, m));
    }
}

static void write_families(const struct truth *t)
{
    FILE *out = list_open(t->folder, "abroad-families.tsv");
    FILE *owns = list_open(t->folder, "abroad-owns.tsv");
    FILE *rights = list_open(t->folder, "abroad-rights.tsv");
    struct family f;
    char key[KEY];

    fputs("family\tname\tsubfield\tpriority\tpublished\tpct\n", out);
    fputs("family\towner\n", owns);
    fputs("family\toffice\tnumber\tfiled\tgranted\tdead\texpiry\ttwin\n", rights);
    for (uint32_t i = 0; i < family_count(t); i++) {
        family_make(t->world, i, &f);
        t->family[i] = family_docdb_number(&f);
        put_family(&f, out, owns);
        put_rights(t, &f, rights);
        for (int k = 0; k < f.members; k++)
            (void)np_map_put(t->numbers,
                             key_of(office_code(f.member[k].office), f.member[k].number, key), i);
    }
    list_close(out, "abroad-families.tsv");
    list_close(owns, "abroad-owns.tsv");
    list_close(rights, "abroad-rights.tsv");
}

/* ---- citations ---- */

struct report {
    uint32_t cited;
    int strength, date; /* of the letters below */
};

static const char letters[] = "?AYIX";

static int strength_of(const char *category)
{
    int strength = 0;

    for (const char *c = category ? category : ""; *c; c++) {
        const char *letter = strchr(letters, *c);

        if (letter && letter - letters > strength)
            strength = (int)(letter - letters);
    }
    return strength;
}

enum { PAIRS = CITED * MEMBERS };

static int take_pair(struct report *pairs, int n, uint32_t cited, int strength, int date)
{
    int i = 0;

    while (i < n && pairs[i].cited != cited)
        i++;
    if (i == n)
        pairs[n++] = (struct report){ cited, strength, date };
    if (strength > pairs[i].strength)
        pairs[i].strength = strength;
    if (date < pairs[i].date)
        pairs[i].date = date;
    return n;
}

static void put_citations(const struct truth *t, const struct family *f, FILE *out)
{
    struct cited cited[CITED];
    struct report pairs[PAIRS];
    char key[KEY], date[16];
    int found = 0;

    for (int i = 0; i < f->members; i++) {
        int n = citations_make(t->world, f, &f->member[i], cited);

        for (int k = 0; k < n; k++) {
            const int64_t *other = np_map_get(t->numbers,
                                              key_of(cited[k].office, cited[k].number, key));
            if (other && *other != f->index)
                found = take_pair(pairs, found, (uint32_t)*other, strength_of(cited[k].category),
                                  f->member[i].published);
        }
    }
    for (int i = 0; i < found; i++)
        fprintf(out, "%u\t%u\t%c\t%s\n", family_docdb_number(f), t->family[pairs[i].cited],
                letters[pairs[i].strength], day_text(pairs[i].date, date));
}

static void write_citations(const struct truth *t)
{
    FILE *out = list_open(t->folder, "abroad-citations.tsv");
    struct family f;

    fputs("citing\tcited\tcategory\tdate\n", out);
    for (uint32_t i = 0; i < family_count(t); i++) {
        family_make(t->world, i, &f);
        put_citations(t, &f, out);
    }
    list_close(out, "abroad-citations.tsv");
}

/* ---- what is wanted ---- */

static void put_number(const struct truth *t, const char *name, FILE *out)
{
    if (name)
        fprintf(out, "%u", t->family[t->world->size + plant_number(name)]);
    fputc('\t', out);
}

static void write_wanted(const struct truth *t)
{
    FILE *out = list_open(t->folder, "abroad-wanted.tsv");

    fputs("list\tfound\tfamily\tother\tmarket\twhy\n", out);
    for (const struct wanted *w = wanted; w->list; w++) {
        fprintf(out, "%s\t%d\t", w->list, w->found);
        put_number(t, w->family, out);
        put_number(t, w->other, out);
        fprintf(out, "%s\t%s\n", w->market ? w->market : "", w->why);
    }
    list_close(out, "abroad-wanted.tsv");
}

/* ---- lists to import ---- */

struct suit {
    enum planted_owner plaintiff; /* PLANTED_OWNERS: somebody without patents */
    const char *filed;
    bool found;
};
static const struct suit suits[] = {
    { RIVAL_DE, "2023-11-27", true },        { RIVAL_US, "2023-12-28", true },
    { RIVAL_DE, "2022-05-10", false },       { PLANTED_OWNERS, "2023-11-28", false },
};

static void write_suits(const struct truth *t, FILE *told)
{
    FILE *out = list_open(t->folder, "suits.csv");

    fputs("涉案专利,原告,被告,受理法院,立案日期,案件类型,结果\n", out);
    for (size_t i = 0; i < sizeof suits / sizeof *suits; i++) {
        const char *who = suits[i].plaintiff == PLANTED_OWNERS
                              ? "阿什格罗夫工具公司"
                              : planted_owner(&t->world->people, suits[i].plaintiff)->zh;

        fprintf(out, ",%s,虚构被告%zu公司,虚构知识产权法院,%s,侵权诉讼,审理中\n", who, i + 1, suits[i].filed);
        fprintf(told, "suit\t%d\t%s\t%s\n", suits[i].found, who, suits[i].filed);
    }
    list_close(out, "suits.csv");
}

static const struct {
    const char *number, *status, *published, *told;
    int participant; /* PLANTED_OWNERS: nobody we know */
    bool found;
} standards[] = {
    { "T/XGNM 901-2023", "现行", "2023-11-15", "T/XGNM 901-2023", OURS, true },
    { "T/XGNM 902-2023", "现行", "2023-12-28", "T/XGNM 902-2023", RIVAL_US, true },
    { "T/XGNM 903-2021", "现行", "2021-06-01", "T/XGNM 903-2021", OURS, false },
    { "T/XGNM 904-2023", "现行", "2023-10-20", "T/XGNM 904-2023", PLANTED_OWNERS, false },
    { "T/XGNM 905-2024", "", "", "T/XGNM 905-2024", OURS, false },
};

static void write_standards(const struct truth *t, FILE *told)
{
    FILE *out = list_open(t->folder, "standards.csv");
    FILE *who = list_open(t->folder, "participation.csv");

    fputs("标准号,标准名称,归口单位,状态,发布日期,细分领域,关键词,英文关键词,已核实\n", out);
    fputs("单位名称,标准组织,角色,标准号,起始,终止\n", who);
    for (size_t i = 0; i < sizeof standards / sizeof *standards; i++) {
        fprintf(out, "%s,虚构纳米材料 测定方法%zu,虚构纳米材料学会,%s,%s,1.8,量子点; 粒径,quantum dot,否\n",
                standards[i].number, i + 1, standards[i].status, standards[i].published);
        fprintf(who, "%s,虚构纳米材料学会,起草单位,%s,2019,\n",
                standards[i].participant == PLANTED_OWNERS
                    ? "虚构标准服务公司"
                    : planted_owner(&t->world->people,
                                    (enum planted_owner)standards[i].participant)->zh,
                standards[i].number);
        fprintf(told, "standard\t%d\t%s\t%s\n", standards[i].found, standards[i].told,
                standards[i].published);
    }
    list_close(out, "standards.csv");
    list_close(who, "participation.csv");
}

/* National awards, so that these are core families wherever they stand among others of their year. */
static void write_awards(const struct truth *t)
{
    static const char *const names[] = { "gap_pct", "gap_paris", "gap_closed", "gap_refused" };
    FILE *out = list_open(t->folder, "awards.csv");
    struct family f;

    fputs("专利号,奖项名称,奖励等级,获奖年度,获奖单位\n", out);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        family_make(t->world, t->world->size + plant_number(names[i]), &f);
        fprintf(out, "CN%sB,中国专利奖,银奖,2023,%s\n", f.member[0].number, f.owner[0]->zh);
    }
    list_close(out, "awards.csv");
}

static void write_lists(const struct truth *t)
{
    FILE *told = list_open(t->folder, "abroad-told.tsv");
    FILE *groups = list_open(t->folder, "groups.tsv");

    fputs("alert\tfound\tnumber\tdate\n", told);
    write_suits(t, told);
    write_standards(t, told);
    write_awards(t);
    list_close(told, "abroad-told.tsv");
    fprintf(groups, "group\tmember\tfrom\tto\tsource\n瑾筠集团\t%s\t\t\tregister\n瑾筠集团\t%s\t\t\tregister\n",
            planted_owner(&t->world->people, OURS)->zh, planted_owner(&t->world->people, SISTER)->zh);
    list_close(groups, "groups.tsv");
}

void truth_write(const struct world *world, const char *folder)
{
    struct truth t = { .world = world, .folder = folder, .numbers = np_map_new() };

    t.family = calloc(family_count(&t), sizeof *t.family);
    if (!t.family)
        give_up("out of memory");

    write_owners(&t);
    write_families(&t);
    write_citations(&t);
    write_wanted(&t);
    write_lists(&t);
    np_map_free(t.numbers);
    free(t.family);
}
