/* cmd_rules_diff.c -- nanopat rules diff OLDRULES: what changes between two rule folders, and by
 * which rule.
 *
 * Both sets look at the same texts. A subfield that only one of them gives is a change; what makes
 * it is the evidence that only one of them has, else the threshold, a need, a veto, or what another
 * subfield scores.
 */
#include "documents.h"
#include "rules.h"
#include "store_texts.h"

#include <stdlib.h>
#include <string.h>

enum side { OLD, NEW, SIDES };

struct side_counts { int64_t gained, lost, kept; };

struct differing {
    const struct settings *s;
    struct np_rules *rules[SIDES];
    struct np_matcher *matcher[SIDES];
    struct side_counts *counts; /* by subfield of the new taxonomy, then those only the old has */
    size_t n;
    struct np_result *changes;
    int64_t documents, changed;
};

static const struct np_column subfield_columns[] = {
    { "code", NP_CELL_TEXT, "", "Code", "编号", "" },
    { "subfield", NP_CELL_TEXT, "", "Subfield", "子领域", "" },
    { "gained", NP_CELL_INT, "", "+", "+", "Documents that only the new rules give it." },
    { "lost", NP_CELL_INT, "", "-", "-", "Documents that only the old rules give it." },
    { "kept", NP_CELL_INT, "", "Kept", "不变", "" },
    { "zh", NP_CELL_TEXT, "", "Name (zh)", "名称", "" },
    { 0 }
};

static const struct np_column change_columns[] = {
    { "change", NP_CELL_TEXT, "", "+/-", "增减", "" },
    { "id", NP_CELL_TEXT, "", "Id", "编号", "" },
    { "subfield", NP_CELL_TEXT, "", "Subfield", "子领域", "" },
    { "old", NP_CELL_REAL, "", "Old", "旧分", "Score by the old rules." },
    { "new", NP_CELL_REAL, "", "New", "新分", "Score by the new rules." },
    { "rules", NP_CELL_TEXT, "", "By", "规则", "The rules that make the change." },
    { "why", NP_CELL_TEXT, "", "Why", "原因", "" },
    { "title", NP_CELL_TEXT, "", "Title", "名称", "" },
    { 0 }
};

/* ---- what makes a change ---- */

struct cause {
    struct np_buf rules, why;
    bool zh, gained;
};

static void add_cause(struct cause *c, struct np_slice rule)
{
    np_buf_puts(&c->why, c->why.n ? "; " : "");
    if (!rule.n)
        return;
    np_buf_puts(&c->rules, c->rules.n ? " " : "");
    np_buf_puts_slice(&c->rules, rule);
}

static double weight_of(const struct np_trial *trial, struct np_slice rule)
{
    double sum = 0;

    for (size_t i = 0; trial && i < trial->evidence.n; i++)
        if (np_slice_eq(trial->evidence.v[i].rule, rule))
            sum += trial->evidence.v[i].weight;
    return sum;
}

static bool is_first(const struct np_trial *trial, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (np_slice_eq(trial->evidence.v[i].rule, trial->evidence.v[at].rule))
            return false;
    return true;
}

/* "1.2-07 +0 → +3 'GaN'", where the rule draws the way the change goes. */
static void compare_rule(struct cause *c, const struct np_evidence *e, double before, double after)
{
    if (before == after || (after > before) != c->gained)
        return;
    add_cause(c, e->rule);
    np_buf_printf(&c->why, "%.*s %+g → %+g", NP_ARG(e->rule), before, after);
    if (e->matched.n)
        np_buf_printf(&c->why, c->zh ? " “%.*s”" : " '%.*s'",
                      NP_ARG(np_utf8_prefix(e->matched, 90)));
}

static void compare_evidence(struct cause *c, const struct np_trial *old,
                             const struct np_trial *now)
{
    for (size_t i = 0; now && i < now->evidence.n; i++)
        if (is_first(now, i))
            compare_rule(c, &now->evidence.v[i], weight_of(old, now->evidence.v[i].rule),
                         weight_of(now, now->evidence.v[i].rule));
    for (size_t i = 0; old && i < old->evidence.n; i++)
        if (is_first(old, i) && weight_of(now, old->evidence.v[i].rule) == 0)
            compare_rule(c, &old->evidence.v[i], weight_of(old, old->evidence.v[i].rule), 0);
}

static bool has_obstacle(const struct np_trial *trial, struct np_slice rule)
{
    for (size_t i = 0; trial && i < trial->obstacles.n; i++)
        if (np_slice_eq(trial->obstacles.v[i].found.rule, rule))
            return true;
    return false;
}

/* Needs and vetoes that hold on one side alone. */
static void compare_obstacles(struct cause *c, const struct np_trial *a, const struct np_trial *b,
                              const char *en, const char *zh)
{
    for (size_t i = 0; a && i < a->obstacles.n; i++) {
        const struct np_obstacle *o = &a->obstacles.v[i];

        if (has_obstacle(b, o->found.rule))
            continue;
        add_cause(c, o->found.rule);
        np_buf_printf(&c->why, "%s %.*s %s", np_rule_kind_name(o->kind), NP_ARG(o->found.rule),
                      c->zh ? zh : en);
    }
}

static void find_cause(struct cause *c, const struct np_trial *old, const struct np_trial *now)
{
    compare_evidence(c, old, now);
    if (c->gained)
        compare_obstacles(c, old, now, "no longer stands in the way", "不再阻挡");
    else
        compare_obstacles(c, now, old, "now stands in the way", "现在阻挡");
    if (old && now && old->threshold != now->threshold) {
        add_cause(c, NP_EMPTY);
        np_buf_printf(&c->why, c->zh ? "阈值 %g → %g" : "threshold %g → %g", old->threshold,
                      now->threshold);
    }
    if ((old && old->cut) != (now && now->cut)) {
        add_cause(c, NP_EMPTY);
        np_buf_puts(&c->why, c->zh ? "与其他子领域的先后(keep, margin)"
                                   : "what other subfields score (keep, margin)");
    }
}

/* ---- one document ---- */

static const struct np_trial *trial_of(const struct differing *d, enum side side,
                                       const struct np_trials *trials, const char *slug)
{
    int subfield = np_rules_find(d->rules[side], np_slice_of(slug));

    for (size_t i = 0; i < trials->n; i++)
        if (trials->v[i].subfield == subfield)
            return &trials->v[i];
    return NULL;
}

static void add_change(struct differing *d, struct np_slice id, const struct np_subject *subject,
                       const char *slug, const struct np_trial *old, const struct np_trial *now)
{
    struct np_cell *row = np_result_row(d->changes);
    struct cause c = { .zh = words_language(d->s) == NP_LANG_ZH, .gained = now && now->reached };

    find_cause(&c, old, now);
    put_text(d->changes, row, "change", np_slice_of(c.gained ? "+" : "-"));
    put_text(d->changes, row, "id", id);
    put_text(d->changes, row, "subfield", np_slice_of(slug));
    if (old)
        put_real(d->changes, row, "old", old->score);
    if (now)
        put_real(d->changes, row, "new", now->score);
    put_text(d->changes, row, "rules", np_buf_slice(&c.rules));
    put_text(d->changes, row, "why", np_buf_slice(&c.why));
    if (subject->ntitle || subject->nabstract)
        put_text(d->changes, row, "title",
                 np_utf8_prefix(subject->ntitle ? subject->title[0] : subject->abstract[0], 120));
    np_buf_release(&c.rules);
    np_buf_release(&c.why);
}

static const char *slug_at(const struct differing *d, size_t i)
{
    return np_rules_subfield(d->rules[NEW], i)->slug;
}

static enum np_status compare(struct differing *d, struct np_slice id,
                              const struct np_subject *subject, struct np_arena *arena,
                              struct np_err *err)
{
    struct np_trials trials[SIDES];
    enum np_status status = NP_OK;
    bool changed = false;

    for (int i = 0; i < SIDES; i++) {
        enum np_status one = np_matcher_try(d->matcher[i], subject, arena, &trials[i], err);

        status = one == NP_OK ? status : one;
    }
    d->documents++;
    for (size_t i = 0; i < d->n; i++) {
        const struct np_trial *old = trial_of(d, OLD, &trials[OLD], slug_at(d, i));
        const struct np_trial *now = trial_of(d, NEW, &trials[NEW], slug_at(d, i));
        bool before = old && old->reached, after = now && now->reached;

        d->counts[i].gained += after && !before;
        d->counts[i].lost += before && !after;
        d->counts[i].kept += before && after;
        if (before == after)
            continue;
        add_change(d, id, subject, slug_at(d, i), old, now);
        changed = true;
    }
    d->changed += changed;
    return status;
}

static enum np_status compare_document(void *ctx, const struct document *d, struct np_err *err)
{
    return compare(ctx, np_slice_of(d->id), &d->subject, d->arena, err);
}

static enum np_status compare_stored(void *ctx, const struct stored_text *t, struct np_err *err)
{
    return compare(ctx, t->id, &t->subject, t->arena, err);
}

/* ---- all of them ---- */

static struct np_result *subfield_table(const struct differing *d)
{
    struct np_result *r = np_result_new("rules_diff", subfield_columns);

    r->en = "subfields that change";
    r->zh = "有变化的子领域";
    for (size_t i = 0; i < d->n; i++) {
        const struct np_subfield *f = np_rules_subfield(d->rules[NEW], i);
        struct np_cell *row;

        if (!d->counts[i].gained && !d->counts[i].lost)
            continue;
        row = np_result_row(r);
        put_text(r, row, "code", np_slice_of(f->code));
        put_text(r, row, "subfield", np_slice_of(f->slug));
        put_text(r, row, "zh", np_slice_of(f->zh));
        put_int(r, row, "gained", d->counts[i].gained);
        put_int(r, row, "lost", d->counts[i].lost);
        put_int(r, row, "kept", d->counts[i].kept);
    }
    return r;
}

/* A single list is most useful as the list of changes. */
static int write_diff(const struct differing *d)
{
    const struct np_format *format = output_format(d->s);
    struct np_result *sheets[2] = { subfield_table(d), d->changes };
    int code = EXIT_DONE;

    if (format->single)
        code = write_sheets(d->s, &sheets[1], 1);
    else if (d->changed || d->s->format || d->s->out)
        code = write_sheets(d->s, sheets, 2);
    tell(d->s, SAY_RULES_DIFF, (long long)d->changed, (long long)d->documents);
    np_result_free(sheets[0]);
    return code;
}

static struct np_rules *load_folder(const struct settings *s, const char *folder)
{
    struct settings other = *s;

    other.rules = folder;
    return load_rules(&other);
}

static int diff(struct differing *d, char *const *args)
{
    const char *input = d->s->old ? args[0] : args[1];
    int64_t light = 0;
    int code;

    if (input)
        code = each_document(d->s, input, NULL, compare_document, d);
    else
        code = each_stored_text(d->s, NULL, compare_stored, d, &light);
    if (light)
        tell(d->s, SAY_LIGHT_LEFT_OUT, (long long)light);
    if (d->documents) {
        int written = write_diff(d);

        code = written ? written : code;
    }
    return code;
}

int rules_diff(struct settings *s)
{
    char *const *args = s->args + 1;
    const char *folder[SIDES] = { s->old ? s->old : args[0], NULL };
    struct differing d = { .s = s };
    int code = EXIT_RULES;

    if (!folder[OLD] || !output_format(s)) {
        if (!folder[OLD])
            tell(s, SAY_NEEDS, "rules diff", "rules");
        return EXIT_USAGE;
    }
    folder[NEW] = rules_folder(s);
    d.rules[OLD] = load_folder(s, folder[OLD]);
    d.rules[NEW] = d.rules[OLD] ? load_folder(s, folder[NEW]) : NULL;
    if (d.rules[NEW]) {
        d.n = np_rules_subfield_count(d.rules[NEW]);
        d.counts = np_calloc(d.n, sizeof *d.counts);
        d.changes = np_result_new("rules_changes", change_columns);
        d.changes->en = "changes";
        d.changes->zh = "变化";
        for (int i = 0; i < SIDES; i++)
            d.matcher[i] = np_matcher_new(d.rules[i]);
        code = diff(&d, args);
    }
    for (int i = 0; i < SIDES; i++) {
        np_matcher_free(d.matcher[i]);
        np_rules_free(d.rules[i]);
    }
    np_result_free(d.changes);
    free(d.counts);
    return code;
}
