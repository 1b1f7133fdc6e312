/* scheme_rows.c -- schemes as rows: one for each enterprise with a row and each scheme. */
#include "rows.h"
#include "scheme.h"

enum { LISTED_MAX = 20 };

/* The grant of the right's application, else its first publication. */
static struct np_slice id_of(const struct np_evaluation *run, const struct held_right *one)
{
    const struct np_fact_family *f = family_at(run, one->family);
    const struct np_fact_publication *own = publication_at(run, one->right->publication);

    for (size_t i = 0; i < f->members.n; i++) {
        const struct np_fact_publication *p = publication_at(run, f->members.v[i]);

        if (p->stage == NP_GRANT && np_slice_eq(p->office, own->office) &&
            own->application.number.n &&
            np_slice_eq(p->application.number, own->application.number))
            return p->id;
    }
    return own->id;
}

/* Class I rights in the main subfield: what the officer would tick. */
static void row_candidates(const struct np_evaluation *run, const struct enterprise *e,
                           const struct held *held, struct row *row)
{
    struct np_buf b = { 0 };
    size_t n = 0;

    for (size_t i = 0; i < held->n; i++) {
        const struct held_right *one = &held->v[i];

        if (!one->sure || one->right->type != NP_INVENTION || e->class_ < 0 ||
            !is_in_subfield(run, one->family, e->class_))
            continue;
        if (n++ < LISTED_MAX)
            np_buf_printf(&b, "%s%.*s", b.n ? " " : "", NP_ARG(id_of(run, one)));
    }
    if (n > LISTED_MAX)
        np_buf_printf(&b, " +%zu", n - LISTED_MAX);
    row_copy(row, "candidates", &b);
    np_buf_release(&b);
}

static void row_transferred(const struct np_evaluation *run, const struct held *held,
                            struct row *row)
{
    struct np_buf b = { 0 };
    size_t n = 0;

    for (size_t i = 0; i < held->n; i++) {
        if (!is_recent(run, &held->v[i]))
            continue;
        if (n++ >= LISTED_MAX)
            continue;
        np_buf_printf(&b, "%s%.*s ", b.n ? "; " : "", NP_ARG(id_of(run, &held->v[i])));
        np_date_put(&b, held->v[i].transferred);
    }
    if (n > LISTED_MAX)
        np_buf_printf(&b, "; +%zu", n - LISTED_MAX);
    row_copy(row, "transferred", &b);
    np_buf_release(&b);
}

/* "5-6 of 8", or from that to what rights of unknown status could make it. */
static void row_gives(const struct judged *judged, struct row *row)
{
    struct np_buf b = { 0 };

    np_buf_puts_slice(&b, judged->gives);
    if (judged->gives_most.n)
        np_buf_printf(&b, " .. %.*s", NP_ARG(judged->gives_most));
    row_copy(row, "gives", &b);
    np_buf_release(&b);
}

static void row_judged(struct row *row, struct judged *judged)
{
    enum { NEEDS = 3 }; /* nothing is needed any more where a scheme is met, or cannot be */
    const struct { const char *column; struct np_buf *text; } texts[] = {
        { "needs", &judged->needs },           { "needs_en", &judged->needs_en },
        { "needs_zh", &judged->needs_zh },     { "conditions", &judged->conditions },
        { "conditions_zh", &judged->conditions_zh }, { "sources", &judged->sources },
    };

    row_text(row, "result", np_slice_of(verdict_name(judged->result)));
    if (judged->asked)
        row_text(row, "patents", np_slice_of(verdict_name(judged->patents)));
    row_gives(judged, row);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (judged->result == VERDICT_NEEDS || i >= NEEDS)
            row_copy(row, texts[i].column, texts[i].text);
        np_buf_release(texts[i].text);
    }
}

static void put_scheme(const struct np_evaluation *run, const struct enterprise *e,
                       const struct held *held, size_t first, size_t end, struct row *row)
{
    const struct scheme_rule *rule = &run->scoring->schemes.v[first];
    struct judged judged = { 0 };

    judge_scheme(run, e->number, first, end, held, &judged);
    row_begin(row, SCHEMES);
    row_owner(run, row, e->number);
    if (e->class_ >= 0)
        row_text(row, "class", np_slice_of(run->codes[e->class_]));
    row_text(row, "scheme", rule->scheme);
    row_text(row, "scheme_en", rule->en);
    row_text(row, "scheme_zh", rule->zh);
    row_judged(row, &judged);
    for (const struct np_measure *m = np_scheme_measures; m->name; m++)
        row_real(row, m->name, measure_value(held, m));
    row_candidates(run, e, held, row);
    row_transferred(run, held, row);
    row_put(row);
}

/* The schemes are for Chinese companies. */
static bool applies(const struct np_fact_enterprise *e)
{
    return e->kind == NP_COMPANY && (!e->country.n || np_slice_is(e->country, "CN"));
}

void put_schemes(const struct np_evaluation *run, const struct holdings *all, struct row *row)
{
    const struct scheme_rule *rules = run->scoring->schemes.v;
    size_t n = run->scoring->schemes.n;
    struct np_arena *arena = np_arena_new();
    struct held_rights rights = { 0 };

    gather_held(run, all, arena, &rights);
    for (size_t i = 0; i < all->enterprises.n && row->status == NP_OK; i++) {
        const struct enterprise *e = &all->enterprises.v[i];
        struct held held;

        if (!applies(&run->facts->enterprises.v[e->number]))
            continue;
        count_held(run, e, &rights, &held);
        for (size_t from = 0, to; from < n; from = to) {
            for (to = from + 1; to < n && np_slice_eq(rules[to].scheme, rules[from].scheme); to++)
                ;
            put_scheme(run, e, &held, from, to, row);
        }
    }
    np_arena_free(arena);
}
