/* expected.c -- what was written, for tests to compare a store with: expected.tsv; the list of
 * enterprises to import: enterprises.csv; each publication with its subfield: truth.tsv.
 *
 * Rows of expected.tsv, by their first column:
 *   file       name, documents, bytes of XML
 *   total      families | publications | deleted, count
 *   subfield   slug (or none), families, publications
 *   applicant  name in Chinese, in English, district or country, families
 *   portfolio  name in Chinese, slug, families
 * A publication counts once however many files hold it, and not if DOCDB deletes it.       */
#include "world.h"

#include <stdlib.h>

struct counts {
    size_t subfield_families[OWNER_LISTS], subfield_publications[OWNER_LISTS]; /* last: none */
    uint32_t (*owner_families)[OWNER_LISTS + 1]; /* owned; by subfield, last: all */
    size_t families, publications, deleted;
};

/* Written by any file at all. */
static bool is_written(const struct family *f, const struct member *m, enum only only)
{
    bool docdb = f->in_docdb && (only == ONLY_ALL || only == ONLY_DOCDB);
    bool us = m->office == OFFICE_US && m->grant && (only == ONLY_ALL || only == ONLY_US);
    bool cn = m->office == OFFICE_CN && (only == ONLY_ALL || only == ONLY_CN);

    return docdb || us || cn;
}

static enum only only_of(const struct plan *plan)
{
    bool seen[5] = { false };

    for (size_t i = 0; i < plan->n; i++)
        seen[plan_kind(plan->entry[i].file)] = true;
    return seen[FILE_US] + seen[FILE_CN] + seen[FILE_BACK] > 1 ? ONLY_ALL
           : seen[FILE_US]                                     ? ONLY_US
           : seen[FILE_CN]                                     ? ONLY_CN
                                                               : ONLY_DOCDB;
}

static void count_family(const struct family *f, enum only only, struct counts *c, FILE *truth)
{
    int subfield = f->subfield < 0 ? ORDINARY : f->subfield;
    size_t alive = 0;

    for (int i = 0; i < f->members; i++) {
        const struct member *m = &f->member[i];
        if (!is_written(f, m, only))
            continue;
        if (deleted_later(f, m) && f->in_docdb) {
            c->deleted++;
            continue;
        }
        alive++;
        if (truth)
            fprintf(truth, "%s%s%s\t%u\t%s\n", office_code(m->office), m->number, m->kind, f->index,
                    f->topic->slug ? f->topic->slug : "none");
    }
    c->publications += alive;
    c->subfield_publications[subfield] += alive;
    if (!alive)
        return;
    c->families++;
    c->subfield_families[subfield]++;
    for (int i = 0; i < f->owners; i++) {
        uint32_t *of_owner = c->owner_families[f->owner[i]->id];
        of_owner[subfield]++;
        of_owner[OWNER_LISTS]++;
    }
}

static void write_owner(const struct owner *o, const uint32_t families[OWNER_LISTS + 1], FILE *out)
{
    if (!families[OWNER_LISTS])
        return;
    fprintf(out, "applicant\t%s\t%s\t%s\t%u\n", o->zh, o->en,
            o->place ? o->place->district : o->country, families[OWNER_LISTS]);
    for (int i = 0; i < SUBFIELDS; i++)
        if (families[i])
            fprintf(out, "portfolio\t%s\t%s\t%u\n", o->zh, subfield_topic(i)->slug, families[i]);
}

static void write_counts(const struct world *world, const struct counts *c, FILE *out)
{
    fprintf(out, "total\tfamilies\t%zu\ntotal\tpublications\t%zu\ntotal\tdeleted\t%zu\n",
            c->families, c->publications, c->deleted);
    for (int i = 0; i <= ORDINARY; i++)
        fprintf(out, "subfield\t%s\t%zu\t%zu\n", i < SUBFIELDS ? subfield_topic(i)->slug : "none",
                c->subfield_families[i], c->subfield_publications[i]);
    for (uint32_t i = 0; i < world->people.n; i++)
        write_owner(&world->people.owner[i], c->owner_families[i], out);
}

static void write_enterprises(const struct world *world, const char *folder)
{
    FILE *out = list_open(folder, "enterprises.csv");

    fputs("\xEF\xBB\xBF企业名称,统一社会信用代码,英文名称,所属区市,注册地址,重点方向\r\n", out);
    for (uint32_t i = 0; i < world->people.n; i++) {
        const struct owner *o = &world->people.owner[i];
        if (o->class == OWNER_SUZHOU || (world->abroad && o->class == OWNER_INSTITUTE))
            fprintf(out, "%s,%s,\"%s\",%s,%s,%s\r\n", o->zh, o->credit_code, o->en,
                    o->place->district, o->address, subfield_topic(o->subfield[0])->slug);
    }
    list_close(out, "enterprises.csv");
}

void expected_write(const struct world *world, const struct plan *plan, const char *folder,
                    const struct np_buf *files, bool truth)
{
    struct counts c = { .owner_families = calloc(world->people.n, sizeof *c.owner_families) };
    FILE *list = truth ? list_open(folder, "truth.tsv") : NULL;
    FILE *out = list_open(folder, "expected.tsv");
    enum only only = only_of(plan);
    struct family f;

    if (!c.owner_families)
        give_up("out of memory");
    for (uint32_t i = 0; i < world->size + world->planted; i++) {
        family_make(world, i, &f);
        count_family(&f, only, &c, list);
    }
    fwrite(files->p, 1, files->n, out);
    write_counts(world, &c, out);
    list_close(out, "expected.tsv");
    if (list)
        list_close(list, "truth.tsv");
    write_enterprises(world, folder);
    free(c.owner_families);
}
