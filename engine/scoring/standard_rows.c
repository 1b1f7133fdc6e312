/* standard_rows.c -- the registry, and who stands near each standard: names it, declared for it, drafted it. */
#include "candidates.h"
#include "rows.h"

#include <nanopat/standards.h>

struct standing { /* of one standard; counts of families, names with "; " between */
    int64_t named, by_place[NP_NAMED_CLAIM + 1], ours, declarations, declared;
    struct np_buf our_enterprises, declarers, drafters, parties;
    struct np_map *seen; /* names that stand in one of the texts */
};

/* Once in each text. */
static void add_name(struct standing *standing, struct np_buf *b, struct np_slice name)
{
    char which[2] = { (char)('0' + (b == &standing->declarers) + 2 * (b == &standing->drafters) +
                             3 * (b == &standing->parties)), '\0' };
    struct np_buf key = { 0 };

    np_buf_puts(&key, which);
    np_buf_puts_slice(&key, name);
    if (name.n && ++*np_map_put(standing->seen, np_buf_slice(&key), 0) == 1)
        append_text(b, "; ", name);
    np_buf_release(&key);
}

/* ---- families ---- */

static bool add_owners(const struct np_evaluation *run, struct standing *standing, int32_t family)
{
    const struct np_fact_family *f = family_at(run, family);
    bool ours = false;

    for (size_t i = 0; i < f->enterprises.n; i++)
        if (run->seats[f->enterprises.v[i]].local) {
            add_name(standing, &standing->our_enterprises,
                     run->facts->enterprises.v[f->enterprises.v[i]].name);
            ours = true;
        }
    return ours;
}

static void take_named(const struct np_evaluation *run, struct standing *all)
{
    for (size_t i = 0; i < run->candidates->facts->named.n; i++) {
        const struct np_standard_named *named = &run->candidates->facts->named.v[i];
        struct standing *standing = &all[named->standard];

        standing->named++;
        standing->by_place[named->place]++;
        standing->ours += add_owners(run, standing, named->family);
    }
}

/* ---- declarations, participation ---- */

/* As printed by applicants where it is one of them, else as the list has it. */
static struct np_slice organisation(const struct np_evaluation *run, int32_t enterprise,
                                    struct np_slice typed)
{
    return enterprise < 0 ? typed : run->facts->enterprises.v[enterprise].name;
}

static void take_declarations(const struct np_evaluation *run, struct standing *all)
{
    const struct np_standard_facts *s = run->candidates->facts;

    for (size_t i = 0; i < s->declared.n; i++)
        all[s->declared.v[i].standard].declared++;
    for (size_t i = 0; i < run->facts->imports.declarations.n; i++) {
        const struct np_fact_declaration *row = &run->facts->imports.declarations.v[i];
        int32_t standard = np_standard_find(s, row->number);

        if (standard < 0 || row->date > run->as_of)
            continue;
        all[standard].declarations++;
        add_name(&all[standard], &all[standard].declarers,
                 organisation(run, row->enterprise, row->organisation));
    }
}

static void take_participation(const struct np_evaluation *run, struct standing *all)
{
    const struct np_standard_facts *s = run->candidates->facts;

    for (size_t i = 0; i < run->facts->imports.participations.n; i++) {
        const struct np_fact_participation *row = &run->facts->imports.participations.v[i];
        int32_t standard = np_standard_find(s, row->number);

        if (standard >= 0 && row->from <= run->as_of &&
            np_standard_drafts(row))
            add_name(&all[standard], &all[standard].drafters,
                     organisation(run, row->enterprise, row->organisation));
    }
    for (size_t i = 0; i < s->parties.n; i++)
        if (run->seats[s->parties.v[i].enterprise].local)
            add_name(&all[s->parties.v[i].standard], &all[s->parties.v[i].standard].parties,
                     run->facts->enterprises.v[s->parties.v[i].enterprise].name);
}

/* ---- rows ---- */

static void row_editions(struct row *row, const struct np_standard *standard)
{
    struct np_buf b = { 0 };

    for (size_t i = 0; i < standard->neditions; i++) {
        const struct np_registered *e = &standard->editions[i];

        append_text(&b, "; ", np_standard_dated(row->arena, e->standard, e->year));
    }
    row_copy(row, "editions", &b);
    np_buf_release(&b);
}

static void row_source(struct row *row, const struct np_fact_place *place)
{
    struct np_buf b = { 0 };

    if (place)
        np_buf_printf(&b, "%.*s line %d", NP_ARG(place->list), place->line);
    else
        np_buf_puts(&b, "rules/standards.tsv");
    row_copy(row, "source", &b);
    np_buf_release(&b);
}

/* Of the latest edition; of titles and words the latest that has one. */
static void row_edition(struct row *row, const struct np_standard *standard)
{
    const struct np_registered *last = &standard->editions[standard->neditions - 1];

    row_text(row, "number", standard->number);
    row_text(row, "standard", np_standard_dated(row->arena, last->standard, last->year));
    row_real(row, "year", last->year ? last->year : NAN);
    row_text(row, "body", last->body);
    row_text(row, "status", last->status);
    row_real(row, "verified", last->verified);
    for (size_t i = 0; i < standard->neditions; i++) {
        const struct np_registered *e = &standard->editions[i];

        if (e->title_zh.n)
            row_text(row, "title_zh", e->title_zh);
        if (e->title.n)
            row_text(row, "title", e->title);
        if (e->subfields.n)
            row_text(row, "subfields", e->subfields);
        if (e->keywords_en.n)
            row_text(row, "keywords", e->keywords_en);
        if (e->keywords_zh.n)
            row_text(row, "keywords_zh", e->keywords_zh);
    }
    row_editions(row, standard);
    row_source(row, last->place);
}

static void row_clauses(struct row *row, const struct np_standard *standard)
{
    size_t required = 0;

    for (size_t i = 0; i < standard->nclauses; i++)
        required += standard->clauses[i]->normative == NP_SHALL;
    row_real(row, "clauses", (double)standard->nclauses);
    row_real(row, "normative", standard->nclauses ? (double)required : NAN);
}

static void put_standard(const struct np_evaluation *run, const struct np_standard *standard,
                         const struct standing *standing, struct row *row)
{
    row_begin(row, STANDARDS);
    row_edition(row, standard);
    row_clauses(row, standard);
    row_real(row, "families", (double)standing->named);
    row_real(row, "in_claims", (double)standing->by_place[NP_NAMED_CLAIM]);
    row_real(row, "in_npl", (double)standing->by_place[NP_NAMED_NPL]);
    row_real(row, "in_description", (double)standing->by_place[NP_NAMED_DESCRIPTION]);
    row_real(row, "in_exports", (double)standing->by_place[NP_NAMED_EXPORT]);
    row_real(row, "our_families", (double)standing->ours);
    row_copy(row, "our_enterprises", &standing->our_enterprises);
    if (run->candidates->facts->declarations_known) {
        row_real(row, "declarations", (double)standing->declarations);
        row_real(row, "declared_families", (double)standing->declared);
        row_copy(row, "declared_by", &standing->declarers);
    }
    row_copy(row, "drafters", &standing->drafters);
    row_copy(row, "our_parties", &standing->parties);
    row_put(row);
}

static void put_all(const struct np_evaluation *run, const struct np_standard_facts *s,
                    struct row *row)
{
    struct np_arena *arena = np_arena_new();
    struct standing *all = np_arena_zalloc(arena, (s->nstandards + 1) * sizeof *all);

    for (size_t i = 0; i < s->nstandards; i++)
        all[i].seen = np_map_new();
    take_named(run, all);
    take_declarations(run, all);
    take_participation(run, all);
    for (size_t i = 0; i < s->nstandards && row->status == NP_OK; i++)
        put_standard(run, &s->standards[i], &all[i], row);
    for (size_t i = 0; i < s->nstandards; i++) {
        np_map_free(all[i].seen);
        np_buf_release(&all[i].our_enterprises);
        np_buf_release(&all[i].declarers);
        np_buf_release(&all[i].drafters);
        np_buf_release(&all[i].parties);
    }
    np_arena_free(arena);
}

void put_standards(const struct np_evaluation *run, struct row *row)
{
    if (run->candidates)
        put_all(run, run->candidates->facts, row);
}
