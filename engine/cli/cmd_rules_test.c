/* cmd_rules_test.c -- nanopat rules test TRUTH.jsonl: precision, recall and F1 on labelled texts.
 *
 * Counted as the labelled set's own program does (truth/score.py): a document counts once per
 * label; macro is the mean over the subfields that have positives; nano_vs_none asks only whether
 * any subfield is given.
 */
#include "documents.h"
#include "rules.h"

#include <stdlib.h>

struct counts { int64_t tp, fp, fn; };

struct testing {
    const struct settings *s;
    struct np_rules *rules;
    struct np_matcher *matcher;
    size_t n;               /* subfields */
    struct counts *counts;  /* of each */
    bool *labelled, *given; /* of one document */
    struct counts nano;
    int64_t none, documents, exact; /* none: labelled none and given none */
    struct np_result *errors;
};

static const struct np_column test_columns[] = {
    { "subfield", NP_CELL_TEXT, "", "Subfield", "子领域", "" },
    { "code", NP_CELL_TEXT, "", "Code", "编号", "" },
    { "zh", NP_CELL_TEXT, "", "Name (zh)", "名称", "" },
    { "tp", NP_CELL_INT, "", "Right", "判对", "Labelled so and given so." },
    { "fp", NP_CELL_INT, "", "Wrong", "误判", "Given, and not labelled so." },
    { "fn", NP_CELL_INT, "", "Missed", "漏判", "Labelled so, and not given." },
    { "precision", NP_CELL_REAL, "", "Precision", "精确率", "" },
    { "recall", NP_CELL_REAL, "", "Recall", "召回率", "" },
    { "f1", NP_CELL_REAL, "", "F1", "F1", "" },
    { 0 }
};

static const struct np_column document_columns[] = {
    { "documents", NP_CELL_INT, "", "Documents", "文献", "" },
    { "exact", NP_CELL_INT, "", "All labels right", "标签全对", "" },
    { "exact_share", NP_CELL_REAL, "", "Share", "占比", "" },
    { "none", NP_CELL_INT, "", "Labelled none", "标为无", "" },
    { "none_kept", NP_CELL_INT, "", "Given none", "判为无", "" },
    { "false_alarms", NP_CELL_REAL, "", "False alarms", "误报率",
      "Of those labelled none, the share that was given a subfield." },
    { 0 }
};

static const struct np_column error_columns[] = {
    { "id", NP_CELL_TEXT, "", "Id", "编号", "" },
    { "lang", NP_CELL_TEXT, "", "Language", "语言", "" },
    { "error", NP_CELL_TEXT, "", "Error", "错误", "missed or wrong" },
    { "subfield", NP_CELL_TEXT, "", "Subfield", "子领域", "" },
    { "score", NP_CELL_REAL, "", "Score", "得分", "" },
    { "threshold", NP_CELL_REAL, "", "Threshold", "阈值", "" },
    { "title", NP_CELL_TEXT, "", "Title", "名称", "" },
    { "why", NP_CELL_TEXT, "", "Why", "原因", "" },
    { 0 }
};

/* ---- one document ---- */

static const char *word_of(const struct document *d, const char *key)
{
    const char *word = json_string_value(json_object_get(d->object, key));

    return word ? word : "";
}

static bool left_out(const struct settings *s, const struct document *d)
{
    return (s->sure_only && strcmp(word_of(d, "confidence"), "unsure") == 0) ||
           (s->texts && strcmp(word_of(d, "lang"), s->texts) != 0) ||
           (s->origin && strcmp(word_of(d, "origin"), s->origin) != 0);
}

static enum np_status read_labels(struct testing *t, const struct document *d, struct np_err *err)
{
    const json_t *labels = json_object_get(d->object, "labels"), *label;
    size_t i;

    memset(t->labelled, 0, t->n * sizeof *t->labelled);
    if (!json_is_array(labels))
        return np_fail(err, NP_SKIP, "%s", say(t->s->language, SAY_NO_LABELS));
    json_array_foreach(labels, i, label) {
        const char *slug = json_is_string(label) ? json_string_value(label) : "?";
        int subfield = np_rules_find(t->rules, np_slice_of(slug));

        if (subfield < 0) {
            char what[256];

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
            snprintf(what, sizeof what, say(t->s->language, SAY_BAD_LABEL), slug);
#pragma GCC diagnostic pop
            return np_fail(err, NP_SKIP, "%s", what);
        }
        t->labelled[subfield] = true;
    }
    return NP_OK;
}

static void count_document(struct testing *t)
{
    bool labelled = false, given = false, exact = true;

    for (size_t i = 0; i < t->n; i++) {
        t->counts[i].tp += t->labelled[i] && t->given[i];
        t->counts[i].fp += !t->labelled[i] && t->given[i];
        t->counts[i].fn += t->labelled[i] && !t->given[i];
        labelled |= t->labelled[i];
        given |= t->given[i];
        exact &= t->labelled[i] == t->given[i];
    }
    t->nano.tp += labelled && given;
    t->nano.fp += !labelled && given;
    t->nano.fn += labelled && !given;
    t->none += !labelled && !given;
    t->exact += exact;
    t->documents++;
}

static void add_error(struct testing *t, const struct document *d, size_t subfield,
                      const struct np_trial *trial)
{
    struct np_cell *row = np_result_row(t->errors);
    struct np_slice title = d->title.n ? d->title.v[0] : d->abstract.n ? d->abstract.v[0] : NP_EMPTY;
    struct np_buf why = { 0 };

    trial_put_why(&why, trial, words_language(t->s));
    put_text(t->errors, row, "id", np_slice_of(d->id));
    put_text(t->errors, row, "lang", np_slice_of(word_of(d, "lang")));
    put_text(t->errors, row, "error", np_slice_of(t->given[subfield] ? "wrong" : "missed"));
    put_text(t->errors, row, "subfield",
             np_slice_of(np_rules_subfield(t->rules, subfield)->slug));
    if (trial) {
        put_real(t->errors, row, "score", trial->score);
        put_real(t->errors, row, "threshold", trial->threshold);
    }
    put_text(t->errors, row, "title", np_utf8_prefix(title, 120));
    put_text(t->errors, row, "why", np_buf_slice(&why));
    np_buf_release(&why);
}

static const struct np_trial *trial_of(const struct np_trials *trials, size_t subfield)
{
    for (size_t i = 0; i < trials->n; i++)
        if ((size_t)trials->v[i].subfield == subfield)
            return &trials->v[i];
    return NULL;
}

static enum np_status test_document(void *ctx, const struct document *d, struct np_err *err)
{
    struct testing *t = ctx;
    struct np_trials trials;
    enum np_status status = read_labels(t, d, err);

    if (status != NP_OK || left_out(t->s, d))
        return status == NP_OK ? NP_END : status;
    /* An undecided rule is told; what could be decided counts, as in `classify`. */
    status = np_matcher_try(t->matcher, &d->subject, d->arena, &trials, err);
    memset(t->given, 0, t->n * sizeof *t->given);
    for (size_t i = 0; i < trials.n; i++)
        t->given[trials.v[i].subfield] |= trials.v[i].reached;
    count_document(t);
    for (size_t i = 0; t->errors && i < t->n; i++)
        if (t->labelled[i] != t->given[i])
            add_error(t, d, i, trial_of(&trials, i));
    return status;
}

/* ---- the table ---- */

/* 0 where nothing was given or labelled, as score.py has it. */
static double ratio(double a, double b) { return b > 0 ? a / b : 0; }
static double precision(const struct counts *c)
{
    return ratio((double)c->tp, (double)(c->tp + c->fp));
}
static double recall(const struct counts *c)
{
    return ratio((double)c->tp, (double)(c->tp + c->fn));
}
static double f1(const struct counts *c)
{
    return ratio(2 * (double)c->tp, (double)(2 * c->tp + c->fp + c->fn));
}

static struct np_cell *put_counts(struct np_result *r, const char *name, const struct counts *c)
{
    struct np_cell *row = np_result_row(r);

    put_text(r, row, "subfield", np_slice_of(name));
    put_int(r, row, "tp", c->tp);
    put_int(r, row, "fp", c->fp);
    put_int(r, row, "fn", c->fn);
    put_real(r, row, "precision", precision(c));
    put_real(r, row, "recall", recall(c));
    put_real(r, row, "f1", f1(c));
    return row;
}

static void put_macro(struct np_result *r, const struct testing *t)
{
    double sum[3] = { 0 }, n = 0;
    struct np_cell *row = np_result_row(r);

    for (size_t i = 0; i < t->n; i++) {
        const struct counts *c = &t->counts[i];

        if (!(c->tp + c->fn))
            continue;
        sum[0] += precision(c);
        sum[1] += recall(c);
        sum[2] += f1(c);
        n++;
    }
    put_text(r, row, "subfield", np_slice_of("macro"));
    put_real(r, row, "precision", ratio(sum[0], n));
    put_real(r, row, "recall", ratio(sum[1], n));
    put_real(r, row, "f1", ratio(sum[2], n));
}

static struct np_result *test_table(const struct testing *t)
{
    struct np_result *r = np_result_new("rules_test", test_columns);
    struct counts all = { 0 };

    r->en = "how good the rules are";
    r->zh = "规则效果";
    for (size_t i = 0; i < t->n; i++) {
        const struct np_subfield *f = np_rules_subfield(t->rules, i);
        const struct counts *c = &t->counts[i];
        struct np_cell *row;

        all.tp += c->tp;
        all.fp += c->fp;
        all.fn += c->fn;
        if (!(c->tp + c->fp + c->fn))
            continue;
        row = put_counts(r, f->slug, c);
        put_text(r, row, "code", np_slice_of(f->code));
        put_text(r, row, "zh", np_slice_of(f->zh));
    }
    put_counts(r, "micro", &all);
    put_macro(r, t);
    put_counts(r, "nano_vs_none", &t->nano);
    return r;
}

static struct np_result *document_table(const struct testing *t)
{
    struct np_result *r = np_result_new("rules_test_documents", document_columns);
    struct np_cell *row = np_result_row(r);
    int64_t none = t->none + t->nano.fp;

    r->en = "documents";
    r->zh = "文献";
    put_int(r, row, "documents", t->documents);
    put_int(r, row, "exact", t->exact);
    put_real(r, row, "exact_share", ratio((double)t->exact, (double)t->documents));
    put_int(r, row, "none", none);
    put_int(r, row, "none_kept", t->none);
    if (none)
        put_real(r, row, "false_alarms", ratio((double)t->nano.fp, (double)none));
    return r;
}

static int write_test(const struct testing *t)
{
    struct np_result *sheets[3];
    size_t n = 0;
    int code;

    if (!t->documents) {
        tell(t->s, SAY_NONE_LEFT);
        return EXIT_NOTHING;
    }
    sheets[n++] = test_table(t);
    sheets[n++] = document_table(t);
    if (t->errors)
        sheets[n++] = t->errors;
    code = write_sheets(t->s, sheets, n);
    np_result_free(sheets[0]);
    np_result_free(sheets[1]);
    return code;
}

int rules_test(struct settings *s)
{
    char *const *args = s->args + 1;
    struct testing t = { .s = s };
    int code, written;

    if (!args[0] || !output_format(s)) {
        if (!args[0])
            tell(s, SAY_NEEDS, "rules test", "rules");
        return EXIT_USAGE;
    }
    t.rules = load_rules(s);
    if (!t.rules)
        return EXIT_RULES;
    t.matcher = np_matcher_new(t.rules);
    t.n = np_rules_subfield_count(t.rules);
    t.counts = np_calloc(t.n, sizeof *t.counts);
    t.labelled = np_calloc(t.n, sizeof *t.labelled);
    t.given = np_calloc(t.n, sizeof *t.given);
    if (s->errors) {
        t.errors = np_result_new("rules_test_errors", error_columns);
        t.errors->en = "wrong documents";
        t.errors->zh = "判错的文献";
    }
    code = each_document(s, args[0], t.rules, test_document, &t);
    written = code == EXIT_UNREADABLE ? code : write_test(&t);
    np_result_free(t.errors);
    free(t.counts);
    free(t.labelled);
    free(t.given);
    np_matcher_free(t.matcher);
    np_rules_free(t.rules);
    return written ? written : code;
}
