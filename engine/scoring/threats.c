/* threats.c -- rights of others near an enterprise of ours: by their claims, or cited in reports on ours. */
#include "threats.h"

#include <stdlib.h>

static const double CITED_OTHERWISE = 0.5;

void threats_begin(struct threats *threats, const struct np_evaluation *run,
                   const struct overlaps *overlaps, const int *groups)
{
    *threats = (struct threats){ .run = run, .overlaps = overlaps, .groups = groups,
                                 .arena = np_arena_new() };
    threats->place = np_malloc((run->facts->families.n + 1) * sizeof *threats->place);
    for (size_t i = 0; i < run->facts->families.n; i++)
        threats->place[i] = -1;
}

void threats_end(struct threats *threats)
{
    np_arena_free(threats->arena);
    free(threats->place);
}

static struct threat *threat_of(struct threats *threats, int64_t family)
{
    int32_t *place = &threats->place[family];

    if (*place < 0) {
        *place = (int32_t)threats->list.n;
        *np_list_add(threats->arena, &threats->list) = (struct threat){
            .family = family, .overlap = NAN, .nearest = -1, .cited_by = -1 };
    }
    return &threats->list.v[*place];
}

static void take_overlap(struct threat *threat, double value, bool by_symbols, int64_t ours)
{
    if (isnan(value) || (!isnan(threat->overlap) && value <= threat->overlap))
        return;
    threat->overlap = value;
    threat->by_symbols = by_symbols;
    threat->nearest = ours;
}

static void add_near(struct threats *threats, int64_t ours)
{
    size_t n;
    const struct overlap *overlap = overlaps_of(threats->overlaps, ours, &n);

    for (size_t i = 0; i < n; i++)
        if (!is_of_side(threats->run, threats->groups, threats->enterprise, overlap[i].other))
            take_overlap(threat_of(threats, overlap[i].other), overlap[i].value,
                         overlap[i].by_symbols, ours);
}

static void add_cited(struct threats *threats, int64_t ours, const struct np_fact_link *link)
{
    const struct np_evaluation *run = threats->run;
    double xy = is_blocking(link) ? 1 : CITED_OTHERWISE, overlap;
    struct threat *threat;
    bool by_symbols;

    if (link->self || run->states[link->cited].scope_index < 0 ||
        !share_subfield(run, ours, link->cited) ||
        is_of_side(run, threats->groups, threats->enterprise, link->cited))
        return;
    threat = threat_of(threats, link->cited);
    if (isnan(threat->overlap) || threat->overlap < run->scoring->near_min) {
        overlap = overlap_between(run, ours, link->cited, &by_symbols);
        take_overlap(threat, overlap, by_symbols, ours);
    }
    if (xy <= threat->xy)
        return;
    threat->xy = xy;
    threat->cited_by = ours;
    threat->category = (char)link->strongest;
    threat->cited_on = link->date;
}

static int compare_threats(const void *left, const void *right)
{
    const struct threat *a = left, *b = right;

    return (a->family > b->family) - (a->family < b->family);
}

void gather_threats(struct threats *threats, int enterprise)
{
    const struct np_evaluation *run = threats->run;
    const struct np_indexes *families = &run->facts->enterprises.v[enterprise].families;
    int citations = find_column(NP_S("bwd_cits"));

    threats->enterprise = enterprise;
    threats->list.n = 0;
    threats->cites_known = false;
    threats->left_out = 0;
    for (size_t i = 0; i < families->n; i++) {
        const struct np_fact_family *f = family_at(run, families->v[i]);

        if (!f->hits.n)
            continue;
        add_near(threats, families->v[i]);
        threats->left_out += overlaps_left_out(run, threats->overlaps, families->v[i]);
        threats->cites_known = threats->cites_known ||
                               !is_null(column_value(run, citations, families->v[i]));
        for (size_t k = 0; k < f->cites.n; k++)
            add_cited(threats, families->v[i], &run->facts->links.v[f->cites.v[k]]);
    }
    for (size_t i = 0; i < threats->list.n; i++)
        threats->place[threats->list.v[i].family] = -1;
    if (threats->list.n)
        qsort(threats->list.v, threats->list.n, sizeof *threats->list.v, compare_threats);
}
