/* decision.c -- what officers decided, and who is taken off the list. A rule proposes, a person decides.
 *
 * A row of `import decisions` stands before the tier of the enterprise library; of several rows the one
 * with the latest date up to as_of, else the one imported last.
 */
#include "rows.h"

#include <nanopat/text.h>

static const char *const off_words[] = { "none", "off", "不列入", "不入库", "移出", "退出", "取消" };

static int tier_meant(const struct np_scoring *scoring, struct np_slice typed)
{
    static const char *const suffixes[] = { "企业", "层级", "类" };
    struct np_slice name = np_slice_trim(typed);

    for (size_t i = 0; i < sizeof off_words / sizeof *off_words; i++)
        if (np_slice_is(name, off_words[i]))
            return TIER_OFF;
    for (size_t i = 0; tier_find(scoring, name) < 0 && i < sizeof suffixes / sizeof *suffixes; i++)
        if (np_slice_ends(name, suffixes[i]))
            name = np_slice_sub(name, 0, name.n - strlen(suffixes[i]));
    return tier_find(scoring, name);
}

static bool is_later(const struct np_fact_decision *a, const struct np_fact_decision *b)
{
    if (a->date != b->date)
        return a->date > b->date;
    if (a->place.import != b->place.import)
        return a->place.import > b->place.import;
    return a->place.line > b->place.line;
}

static const struct np_fact_decision *latest_row(const struct np_evaluation *run, int enterprise)
{
    const struct np_fact_imports *imports = &run->facts->imports;
    const struct np_fact_decision *best = NULL;

    for (size_t i = 0; i < imports->decisions.n; i++) {
        const struct np_fact_decision *row = &imports->decisions.v[i];

        if (row->enterprise == enterprise && row->date <= run->as_of &&
            (!best || is_later(row, best)))
            best = row;
    }
    return best;
}

void find_decision(const struct np_evaluation *run, int enterprise, struct decision *decision)
{
    const struct np_fact_decision *row = latest_row(run, enterprise);
    const struct np_fact_library *library = NULL;

    *decision = (struct decision){ .tier = -1 };
    if (row) {
        *decision = (struct decision){ "decision", tier_meant(run->scoring, row->tier), row->tier,
                                       row->by, row->reason, row->date, &row->place };
        return;
    }
    decision->typed = LIBRARY_TEXT(run->library, enterprise, tier, &library);
    if (!library)
        return;
    decision->by = "library";
    decision->tier = tier_meant(run->scoring, decision->typed);
    decision->place = &library->place;
}

/* Why a row is not in effect. */
enum fate { IN_EFFECT, NOBODY, LATER_DAY, NO_TIER, OVERRULED };

static const struct { const char *en, *zh; } fates[] = {
    [NOBODY] = { "no enterprise of this name holds patents of the plan's subfields here",
                 "库内无此名称的权利人, 或其专利不属计划细分领域" },
    [LATER_DAY] = { "later than the day of the run", "晚于基准日" },
    [NO_TIER] = { "no tier of tiers.tsv has this name", "tiers.tsv 中无此层级" },
    [OVERRULED] = { "another decision on it is later", "已有更新的认定" },
};

const char *decision_fault(const struct decision *decision)
{
    return decision->by && decision->tier == -1 ? fates[NO_TIER].en : "";
}

/* ---- all rows, in order of list and line: none is lost without a word ---- */

static enum fate fate_of(const struct np_evaluation *run, const struct np_fact_decision *row)
{
    if (row->enterprise < 0)
        return NOBODY;
    if (row->date > run->as_of)
        return LATER_DAY;
    if (tier_meant(run->scoring, row->tier) == -1)
        return NO_TIER;
    return latest_row(run, row->enterprise) == row ? IN_EFFECT : OVERRULED;
}

static void put_decision(const struct np_evaluation *run, const struct np_fact_decision *d,
                         struct row *row)
{
    enum fate fate = fate_of(run, d);
    int tier = tier_meant(run->scoring, d->tier);

    row_begin(row, DECISIONS);
    row_text(row, "enterprise", d->name);
    if (d->enterprise >= 0)
        row_text(row, "enterprise_key", run->facts->enterprises.v[d->enterprise].key);
    row_text(row, "decided", d->tier);
    row_text(row, "tier", tier >= 0          ? run->scoring->tiers.v[tier].tier
                          : tier == TIER_OFF ? NP_S("none") : NP_EMPTY);
    row_real(row, "in_effect", fate == IN_EFFECT);
    if (fate != IN_EFFECT) {
        row_text(row, "fault", np_slice_of(fates[fate].en));
        row_text(row, "fault_zh", np_slice_of(fates[fate].zh));
    }
    row_text(row, "decided_by", d->by);
    row_date(row, "decided_on", d->date);
    row_text(row, "decided_reason", d->reason);
    row_text(row, "list", d->place.list);
    row_real(row, "line", d->place.line);
    row_put(row);
}

void put_decisions(const struct np_evaluation *run, struct row *row)
{
    const struct np_fact_imports *imports = &run->facts->imports;

    for (size_t i = 0; i < imports->decisions.n && row->status == NP_OK; i++)
        put_decision(run, &imports->decisions.v[i], row);
}
