/* plan.c -- which document goes into which file. The only thing kept in memory for the whole
 * world: 16 bytes a document.                                                              */
#include "world.h"

#include <stdlib.h>

/* A file is kind * 10,000,000 + place: number of the issue, year and shard, or office. */
enum { KIND = 10000000, SHARD = 20000, BACK_FILE_UNTIL = 20230630 };

enum file_kind plan_kind(uint32_t file)
{
    return (enum file_kind)(file / KIND);
}

void plan_name(const struct world *world, uint32_t file, char name[96])
{
    uint32_t place = file % KIND;

    switch (plan_kind(file)) {
    case FILE_US:
        snprintf(name, 96, "ipg%06d.xml.gz",
                 day_number(first_issue() + (int)place * world->issue_days) % 1000000);
        break;
    case FILE_CN: snprintf(name, 96, "CN-%u-%02u.zip", place / 1000, place % 1000 + 1); break;
    case FILE_BACK:
        snprintf(name, 96, "DOCDB-202326-001-%s-0001.xml.gz", office_code((enum office)place));
        break;
    case FILE_CREATE_DELETE:
        snprintf(name, 96, "DOCDB-202352-CreateDelete-PubDate20231222AndBefore-EP-0001.xml.gz");
        break;
    case FILE_AMEND:
        snprintf(name, 96, "DOCDB-202352-Amend-PubDate20231222AndBefore-EP-0001.xml.gz");
        break;
    }
}

bool deleted_later(const struct family *f, const struct member *m)
{
    return !f->lifelike && m->office == OFFICE_JP && !m->grant && day_number(m->published) <= BACK_FILE_UNTIL &&
           f->seed % 11 == 0;
}

static void add(struct plan *plan, enum file_kind kind, uint32_t place, const struct family *f,
                int member, char status)
{
    if (plan->n == plan->cap) {
        plan->cap = plan->cap ? plan->cap * 2 : 4096;
        plan->entry = realloc(plan->entry, plan->cap * sizeof *plan->entry);
        if (!plan->entry)
            give_up("out of memory");
    }
    plan->entry[plan->n++] =
        (struct entry){ (uint32_t)kind * KIND + place, f->index, (uint8_t)member, status };
}

static void add_docdb(struct plan *plan, const struct family *f, int member)
{
    const struct member *m = &f->member[member];

    if (day_number(m->published) > BACK_FILE_UNTIL) {
        add(plan, FILE_CREATE_DELETE, 0, f, member, 'C');
        return;
    }
    add(plan, FILE_BACK, (uint32_t)m->office, f, member, 0);
    if (deleted_later(f, m))
        add(plan, FILE_CREATE_DELETE, 0, f, member, 'D');
    else if ((f->seed >> 7) % 40 == 0)
        add(plan, FILE_AMEND, 0, f, member, 'A');
}

static void add_member(const struct world *world, struct plan *plan, enum only only,
                       const struct family *f, int member)
{
    const struct member *m = &f->member[member];
    uint32_t year = (uint32_t)(day_number(m->published) / 10000);

    if ((only == ONLY_ALL || only == ONLY_US) && m->office == OFFICE_US && m->grant)
        add(plan, FILE_US, (uint32_t)((m->published - first_issue()) / world->issue_days), f,
            member, 0);
    if ((only == ONLY_ALL || only == ONLY_CN) && m->office == OFFICE_CN)
        add(plan, FILE_CN, year * 1000 + f->index / SHARD, f, member, 0);
    if ((only == ONLY_ALL || only == ONLY_DOCDB) && f->in_docdb)
        add_docdb(plan, f, member);
}

/* Deletions first, then voids, then new documents: the order in which they apply. */
static int rank(char status)
{
    return status == 'D' ? 0 : status == 'V' ? 1 : 2;
}

static int by_file(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;

    if (x->file != y->file)
        return x->file < y->file ? -1 : 1;
    if (rank(x->status) != rank(y->status))
        return rank(x->status) - rank(y->status);
    if (x->family != y->family)
        return x->family < y->family ? -1 : 1;
    return (int)x->member - (int)y->member;
}

void plan_make(const struct world *world, enum only only, struct plan *plan)
{
    struct family f;

    *plan = (struct plan){ 0 };
    for (uint32_t i = 0; i < world->size + world->planted; i++) {
        family_make(world, i, &f);
        for (int k = 0; k < f.members; k++)
            add_member(world, plan, only, &f, k);
        if (i % 150 == 149 && (only == ONLY_ALL || only == ONLY_DOCDB))
            add(plan, FILE_CREATE_DELETE, 0, &f, 0, 'V');
    }
    if (plan->n)
        qsort(plan->entry, plan->n, sizeof *plan->entry, by_file);
}

void plan_release(struct plan *plan)
{
    free(plan->entry);
    *plan = (struct plan){ 0 };
}

/* ---- one document ---- */

static void write_docdb(const struct world *world, const struct entry *e, const struct family *f,
                        struct np_buf *out)
{
    const struct member *m = &f->member[e->member];
    const char status[2] = { e->status, '\0' };
    char number[24];

    switch (e->status) {
    case 'D': docdb_write_stub(m->office, m->number, m->kind, "D", out); break;
    case 'V':
        snprintf(number, sizeof number, "%u", 4290000 + f->index); /* of no other document */
        docdb_write_stub(OFFICE_EP, number, "A1", "CV", out);
        break;
    default: docdb_write(world, f, m, e->status ? status : NULL, out);
    }
}

void entry_write(const struct world *world, const struct entry *e, struct np_buf *out)
{
    struct family f;
    const struct member *m = &f.member[e->member];

    family_make(world, e->family, &f);
    switch (plan_kind(e->file)) {
    case FILE_US: us_write(world, &f, m, out); break;
    case FILE_CN:
        if (day_number(m->published) < 20150101 && f.seed % 6 == 0)
            sipo_write(world, &f, m, out);
        else
            cn_write(world, &f, m, out);
        break;
    default: write_docdb(world, e, &f, out);
    }
}
