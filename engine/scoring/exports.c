/* exports.c -- vendors' exports beside what offices say. */
#include "exports.h"

#include "policy.h"

const struct np_fact_export *export_of(const struct np_evaluation *run, int64_t publication)
{
    const struct np_fact_imports *imports = &run->facts->imports;
    const struct np_fact_export *last = NULL;

    for (size_t i = imported_from(imports->exports.v, imports->exports.n,
                                  sizeof *imports->exports.v, publication);
         i < imports->exports.n && imports->exports.v[i].patent.publication == publication; i++)
        last = &imports->exports.v[i];
    return last;
}

/* ---- status ---- */

/* What vendors write into a status that is over. */
static const struct { const char *part, *effect; } ends[] = {
    { "避重", "abandoned_for_twin" }, { "避免重复授权", "abandoned_for_twin" },
    { "未缴年费", "lapsed" },        { "届满", "expired" },
    { "视为撤回", "deemed_withdrawn" }, { "撤回", "withdrawn" },
    { "驳回", "refused" },           { "全部无效", "invalidated" },
    { "撤销", "revoked" },           { "放弃", "abandoned" },
};

static const struct effect *end_of(struct np_slice text)
{
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (np_slice_find(text, np_slice_of(ends[i].part)) != (size_t)-1)
            return effect_named(ends[i].effect);
    return effect_named("ended");
}

bool export_status(const struct np_fact_export *e, enum right_status *status)
{
    static const enum right_status of[] = {
        [NP_VALIDITY_UNKNOWN] = RIGHT_UNKNOWN, [NP_VALIDITY_DEAD] = RIGHT_DEAD,
        [NP_VALIDITY_PENDING] = RIGHT_PENDING, [NP_VALIDITY_IN_FORCE] = RIGHT_IN_FORCE,
    };

    *status = of[e->validity];
    return e->validity != NP_VALIDITY_UNKNOWN;
}

void take_export(struct right *right, np_date as_of)
{
    const struct np_fact_export *e = right->export;
    enum right_status status;

    if (!e || !export_status(e, &status) || right->status == RIGHT_DEAD ||
        !(right->presumed || right->status == RIGHT_UNKNOWN))
        return;
    if (status == RIGHT_PENDING && right->granted)
        return;
    right->status = status;
    right->presumed = false;
    right->by_export = true;
    if (status == RIGHT_IN_FORCE && !right->granted && e->granted <= as_of)
        right->granted = e->granted;
    if (status != RIGHT_DEAD)
        return;
    right->reason = end_of(e->status_text);
    right->dead = e->dead_on && e->dead_on <= as_of ? e->dead_on : 0;
}

/* ---- counts ---- */

int export_count(const struct np_fact_export *e, enum export_count which)
{
    switch (which) {
    case EXPORTED_TRANSFERS: return e->transfers;
    case EXPORTED_LICENCES: return e->licences;
    case EXPORTED_PLEDGES: return e->pledges;
    case EXPORTED_SUITS: return e->suits;
    case EXPORTED_INVALIDATIONS: return e->invalidations;
    default: return -1;
    }
}

int exported_of_family(const struct np_evaluation *run, int64_t family, enum export_count which,
                       struct np_buf *inputs)
{
    size_t n;
    const struct right *rights = rights_of(run, family, &n);
    int sum = -1;

    for (size_t i = 0; i < n; i++) {
        bool asked = rights[i].export && (which == EXPORTED_SUITS || !rights[i].has_events);
        int count = asked ? export_count(rights[i].export, which) : -1;
        struct np_buf place = { 0 };

        if (count < 0)
            continue;
        sum = (sum < 0 ? 0 : sum) + count;
        put_export_place(&place, rights[i].export);
        note(inputs, "%s", np_buf_cstr(&place));
        np_buf_release(&place);
    }
    return sum;
}

void put_export_place(struct np_buf *b, const struct np_fact_export *e)
{
    np_buf_printf(b, "%s: %.*s", e->vendor, NP_ARG(np_slice_sub(e->place.list, 0, 80)));
    if (e->place.sheet.n)
        np_buf_printf(b, " '%.*s'", NP_ARG(np_slice_sub(e->place.sheet, 0, 60)));
    np_buf_printf(b, " line %d", e->place.line);
}
