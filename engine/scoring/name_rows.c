/* name_rows.c -- whose names are whose and why, which may be, and what legal events told of them. */
#include "rows.h"

#include <nanopat/date.h>

/* ---- names and merges ---- */

struct merged { int64_t names[NP_MERGE_RULES], enterprises[NP_MERGE_RULES]; };

static void count_name(struct merged *merged, const struct np_fact_enterprise *e, size_t at)
{
    enum np_merge_rule rule = e->names.v[at].rule;
    bool first = true;

    merged->names[rule]++;
    for (size_t i = 0; i < at; i++)
        first = first && e->names.v[i].rule != rule;
    merged->enterprises[rule] += first;
}

static void put_name(const struct np_fact_enterprise *e, const struct np_fact_name *name,
                     struct row *row)
{
    row_begin(row, NAMES);
    row_text(row, "enterprise_key", e->key);
    row_text(row, "enterprise", e->name);
    row_text(row, "name", name->name);
    row_text(row, "city", name->city);
    row_real(row, "publications", (double)name->publications);
    row_text(row, "rule", np_slice_of(np_merge_rules[name->rule].name));
    row_text(row, "rule_zh", np_slice_of(np_merge_rules[name->rule].zh));
    row_text(row, "evidence", name->evidence);
    row_put(row);
}

static void put_merges(const struct merged *merged, struct row *row)
{
    for (int rule = 0; rule < NP_MERGE_RULES && row->status == NP_OK; rule++) {
        row_begin(row, MERGES);
        row_text(row, "rule", np_slice_of(np_merge_rules[rule].name));
        row_text(row, "rule_en", np_slice_of(np_merge_rules[rule].en));
        row_text(row, "rule_zh", np_slice_of(np_merge_rules[rule].zh));
        row_real(row, "names", (double)merged->names[rule]);
        row_real(row, "enterprises", (double)merged->enterprises[rule]);
        row_put(row);
    }
}

/* Of the enterprises that have a row. */
void put_names(const struct np_evaluation *run, const struct holdings *all, struct row *row)
{
    struct merged merged = { { 0 }, { 0 } };

    for (size_t i = 0; i < all->enterprises.n && row->status == NP_OK; i++) {
        const struct np_fact_enterprise *e =
            &run->facts->enterprises.v[all->enterprises.v[i].number];

        for (size_t k = 0; k < e->names.n && row->status == NP_OK; k++) {
            count_name(&merged, e, k);
            put_name(e, &e->names.v[k], row);
        }
    }
    put_merges(&merged, row);
}

/* ---- suggestions ---- */

/* The name a decision finds it by: the one it is listed by, in the city that tells it apart. */
static void row_side(struct row *row, const char *name, const char *city, const char *key,
                     const char *families, const struct np_fact_enterprise *e)
{
    row_text(row, name, e->name);
    row_text(row, key, e->key);
    row_real(row, families, (double)e->families.n);
    for (size_t i = 0; i < e->names.n; i++)
        if (e->names.v[i].rule == NP_MERGE_ITSELF && e->names.v[i].city.n) {
            row_text(row, city, e->names.v[i].city);
            return;
        }
}

void put_suggestions(const struct np_evaluation *run, struct row *row)
{
    const struct np_facts *facts = run->facts;

    for (size_t i = 0; i < facts->aliases.n && row->status == NP_OK; i++) {
        const struct np_fact_alias *alias = &facts->aliases.v[i];

        row_begin(row, SUGGESTIONS);
        row_side(row, "name", "city", "enterprise_key", "name_families",
                 &facts->enterprises.v[alias->one]);
        row_side(row, "other", "other_city", "other_key", "other_families",
                 &facts->enterprises.v[alias->other]);
        row_text(row, "reason", np_slice_of(np_alias_reasons[alias->reason].name));
        row_text(row, "reason_en", np_slice_of(np_alias_reasons[alias->reason].en));
        row_text(row, "reason_zh", np_slice_of(np_alias_reasons[alias->reason].zh));
        row_real(row, "families", alias->families ? alias->families : NAN);
        row_real(row, "similarity", alias->similarity);
        if (alias->example >= 0)
            row_text(row, "example", facts->families.v[alias->example].key);
        row_put(row);
    }
}

/* ---- decisions ---- */

void put_aliases(const struct np_evaluation *run, struct row *row)
{
    for (size_t i = 0; i < run->facts->imports.namings.n && row->status == NP_OK; i++) {
        const struct np_fact_naming *d = &run->facts->imports.namings.v[i];

        row_begin(row, ALIASES);
        row_text(row, "name", d->name);
        row_text(row, "city", d->city);
        row_text(row, "other", d->other);
        row_text(row, "other_city", d->other_city);
        row_real(row, "decision", d->same);
        row_text(row, "effect", np_slice_of(np_naming_effects[d->effect].name));
        row_text(row, "effect_en", np_slice_of(np_naming_effects[d->effect].en));
        row_text(row, "effect_zh", np_slice_of(np_naming_effects[d->effect].zh));
        row_text(row, "by", d->by);
        row_text(row, "note", d->note);
        row_text(row, "list", d->place.list);
        row_text(row, "sheet", d->place.sheet);
        row_real(row, "line", d->place.line);
        row_put(row);
    }
}

/* ---- changes ---- */

static void row_names(struct row *row, const char *column, const struct np_slice *v, size_t n)
{
    struct np_buf b = { 0 };

    for (size_t i = 0; i < n; i++)
        append_text(&b, "; ", v[i]);
    row_copy(row, column, &b);
    np_buf_release(&b);
}

static void row_keys(const struct np_facts *facts, struct row *row, const char *column,
                     const int *v, size_t n)
{
    struct np_buf b = { 0 };

    for (size_t i = 0; i < n; i++)
        if (v[i] >= 0)
            append_text(&b, "; ", facts->enterprises.v[v[i]].key);
    row_copy(row, column, &b);
    np_buf_release(&b);
}

static bool tells_owner(const struct np_facts *facts, const struct np_fact_change *change)
{
    const struct np_fact_moved *moved =
        np_facts_moved(facts, change->application);

    return moved && change->kind == NP_CHANGE_OWNER && change->date == moved->date;
}

static void put_change(const struct np_evaluation *run, const struct np_fact_change *change,
                       struct row *row)
{
    const struct np_facts *facts = run->facts;
    const struct np_fact_family *family =
        &facts->families.v[facts->light[change->publication].family];

    row_begin(row, CHANGES);
    row_text(row, "id", publication_at(run, change->publication)->id);
    row_date(row, "date", change->date);
    row_text(row, "kind", change->kind == NP_CHANGE_OWNER ? NP_S("owner")
                          : change->after.n               ? NP_S("name")
                                                          : NP_S("address"));
    row_names(row, "before", change->before.v, change->before.n);
    row_names(row, "after", change->after.v, change->after.n);
    if (!change->after.n) {
        row_text(row, "before", change->address_before);
        row_text(row, "after", change->address_after);
    }
    row_keys(facts, row, "from_keys", change->from.v, change->from.n);
    row_keys(facts, row, "to_keys", change->to.v, change->to.n);
    row_real(row, "counts", tells_owner(facts, change));
    row_text(row, "office", change->office);
    row_text(row, "code", change->code);
    row_text(row, "family", family->key);
    row_put(row);
}

/* Of families in a subfield. */
void put_changes(const struct np_evaluation *run, struct row *row)
{
    const struct np_facts *facts = run->facts;

    for (size_t i = 0; i < facts->changes.n && row->status == NP_OK; i++) {
        int32_t family = facts->light[facts->changes.v[i].publication].family;

        if (family >= 0 && facts->families.v[family].hits.n)
            put_change(run, &facts->changes.v[i], row);
    }
}
