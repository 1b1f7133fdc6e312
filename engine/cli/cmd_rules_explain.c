/* cmd_rules_explain.c -- nanopat rules explain: why a text reaches a subfield, or what it lacks.
 *
 *   1.2 超宽禁带/宽禁带半导体材料   9 (needs 4, confidence 0.78)
 *     +5    1.2-01  title     一种【氮化镓】外延片的制备方法
 *   not 1.3 纳米探测与传感材料   1.5 (needs 5): short of 3.5; need 1.3-n1 is missing
 *
 * Of a publication in a store the hits and reasons are those that were stored; what else comes
 * near follows from the present rules.
 */
#include "documents.h"
#include "explaining.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { NEXT_BEST = 3 };

static const struct np_column columns[] = {
    { "id", NP_CELL_TEXT, "", "Id", "编号", "" },
    { "code", NP_CELL_TEXT, "", "Code", "编号", "" },
    { "reached", NP_CELL_FLAG, "", "Reached", "达到", "" },
    { "score", NP_CELL_REAL, "", "Score", "得分", "All weights of the subfield together." },
    { "threshold", NP_CELL_REAL, "", "Threshold", "阈值", "" },
    { "weight", NP_CELL_REAL, "", "Weight", "权重", "" },
    { "confidence", NP_CELL_REAL, "0..1", "Confidence", "置信度", "Of the hit; 0.5 at the threshold." },
    { "rule", NP_CELL_TEXT, "", "Rule", "规则", "" },
    { "what", NP_CELL_TEXT, "", "What", "情形", "fired, need (missing) or veto (found)" },
    { "place", NP_CELL_TEXT, "", "Place", "位置", "" },
    { "byte", NP_CELL_INT, "", "Byte", "字节", "In the text as it came." },
    { "matched", NP_CELL_TEXT, "", "Matched", "命中", "" },
    { "context", NP_CELL_TEXT, "", "Where", "上下文", "" },
    { "subfield", NP_CELL_TEXT, "", "Subfield", "子领域", "" },
    { "zh", NP_CELL_TEXT, "", "Name (zh)", "名称", "" },
    { "lacks", NP_CELL_TEXT, "", "What is missing", "缺什么", "" },
    { 0 }
};

bool explaining_begin(struct explaining *e, const struct settings *s)
{
    *e = (struct explaining){ .s = s, .near = s->limit >= 0 ? (size_t)s->limit : NEXT_BEST };
    if (!output_format(s))
        return false;
    e->rules = load_rules(s);
    if (!e->rules)
        return false;
    e->matcher = np_matcher_new(e->rules);
    if (s->format || s->out) {
        e->table = np_result_new("rules_explain", columns);
        e->table->en = "why";
        e->table->zh = "判定理由";
    }
    return true;
}

int explaining_end(struct explaining *e, int code)
{
    int written = EXIT_DONE;

    if (e->table && code != EXIT_UNREADABLE)
        written = write_sheets(e->s, &e->table, 1);
    if (code == EXIT_DONE && !e->documents) {
        tell(e->s, SAY_NOTHING_FOUND);
        code = EXIT_NOTHING;
    }
    np_result_free(e->table);
    np_buf_release(&e->line);
    np_matcher_free(e->matcher);
    np_rules_free(e->rules);
    return written ? written : code;
}

/* ---- where it matched ---- */

static struct np_slice text_with(const struct np_slice *v, size_t n, const struct np_evidence *e)
{
    for (size_t i = 0; i < n; i++) {
        size_t k = e->text >= 0 ? (i + (size_t)e->text) % n : i;

        if (e->offset >= 0 && (size_t)e->offset <= v[k].n &&
            np_slice_eq(np_slice_sub(v[k], (size_t)e->offset, e->matched.n), e->matched))
            return v[k];
    }
    return NP_EMPTY;
}

/* Of all claims: the texts of the three places are counted on. */
static struct np_slice claim_with(const struct np_subject *subject, const struct np_evidence *e)
{
    struct np_evidence any = *e;
    struct np_slice text;

    any.text = -1;
    text = text_with(subject->claim, subject->nclaim, &any);
    if (!text.n)
        text = text_with(subject->independent, subject->nindependent, &any);
    return text.n ? text : text_with(subject->dependent, subject->ndependent, &any);
}

static struct np_slice text_of(const struct np_subject *subject, const struct np_evidence *e)
{
    switch (e->place) {
    case NP_IN_TITLE: return text_with(subject->title, subject->ntitle, e);
    case NP_IN_ABSTRACT: return text_with(subject->abstract, subject->nabstract, e);
    case NP_IN_CLAIM: return text_with(subject->claim, subject->nclaim, e);
    case NP_IN_INDEPENDENT: return text_with(subject->independent, subject->nindependent, e);
    case NP_IN_CLAIMS: return claim_with(subject, e);
    case NP_IN_CODES: break;
    }
    return NP_EMPTY;
}

/* The text around, or what matched alone where the text is not at hand. */
static void put_where(struct explaining *e, const struct np_evidence *found)
{
    struct np_slice text = text_of(e->subject, found);

    if (text.n)
        put_context(&e->line, text, (size_t)found->offset, found->matched.n);
    else
        np_buf_puts_slice(&e->line, found->matched);
}

/* ---- a row per reason ---- */

static struct np_cell *put_row(struct explaining *e, const struct np_trial *trial,
                               const struct np_evidence *found, const char *what)
{
    const struct np_subfield *f = np_rules_subfield(e->rules, (size_t)trial->subfield);
    struct np_result *r = e->table;
    struct np_cell *row = np_result_row(r);

    put_text(r, row, "id", np_slice_of(e->id));
    put_text(r, row, "code", np_slice_of(f->code));
    put_text(r, row, "subfield", np_slice_of(f->slug));
    put_text(r, row, "zh", np_slice_of(f->zh));
    row[np_result_column(r, "reached")] = (struct np_cell){ .set = true, .i = trial->reached };
    put_real(r, row, "score", trial->score);
    put_real(r, row, "threshold", trial->threshold);
    if (trial->reached)
        put_real(r, row, "confidence", np_confidence(trial->score, trial->threshold));
    put_text(r, row, "rule", found->rule);
    put_text(r, row, "what", np_slice_of(what));
    if (!found->matched.n)
        return row;
    put_text(r, row, "place", np_slice_of(np_place_name(found->place)));
    put_text(r, row, "matched", found->matched);
    np_buf_reset(&e->line);
    put_where(e, found);
    put_text(r, row, "context", np_buf_slice(&e->line));
    if (found->place != NP_IN_CODES)
        put_int(r, row, "byte", found->offset);
    return row;
}

static void tabulate(struct explaining *e, const struct np_trial *trial)
{
    struct np_buf lack = { 0 };

    if (!trial->reached)
        trial_put_lack(&lack, trial, words_language(e->s));
    for (size_t i = 0; i < trial->evidence.n; i++) {
        struct np_cell *row = put_row(e, trial, &trial->evidence.v[i], "fired");

        put_real(e->table, row, "weight", trial->evidence.v[i].weight);
        if (lack.n)
            put_text(e->table, row, "lacks", np_buf_slice(&lack));
    }
    for (size_t i = 0; i < trial->obstacles.n; i++)
        put_row(e, trial, &trial->obstacles.v[i].found,
                np_rule_kind_name(trial->obstacles.v[i].kind));
    np_buf_release(&lack);
}

/* ---- a line per reason ---- */

static void print_head(struct explaining *e, const struct np_trial *trial)
{
    const struct np_subfield *f = np_rules_subfield(e->rules, (size_t)trial->subfield);
    bool zh = e->s->language == NP_LANG_ZH;

    np_buf_reset(&e->line);
    np_buf_printf(&e->line, "%s%s %s   ", trial->reached ? "" : zh ? "未达 " : "not ", f->code,
                  zh ? f->zh : f->en);
    put_number(&e->line, trial->score);
    np_buf_puts(&e->line, zh ? " (需 " : " (needs ");
    put_number(&e->line, trial->threshold);
    if (trial->reached)
        np_buf_printf(&e->line, zh ? ", 置信度 %.2f" : ", confidence %.2f",
                      np_confidence(trial->score, trial->threshold));
    np_buf_puts(&e->line, ")");
    if (!trial->reached) {
        np_buf_puts(&e->line, ": ");
        trial_put_lack(&e->line, trial, e->s->language);
    }
    printf("%.*s\n", NP_ARG(np_buf_slice(&e->line)));
}

static void print_reason(struct explaining *e, const struct np_evidence *found)
{
    np_buf_reset(&e->line);
    np_buf_printf(&e->line, "  %+-6g %-8.*s ", found->weight, NP_ARG(found->rule));
    if (found->matched.n) {
        np_buf_printf(&e->line, "%s", place_in(found->place, e->s->language));
        for (int n = np_text_width(np_slice_of(place_in(found->place, e->s->language))); n < 9; n++)
            np_buf_putc(&e->line, ' ');
        put_where(e, found);
    } else {
        np_buf_puts(&e->line, e->s->language == NP_LANG_ZH ? "因另一子领域已达到"
                                                            : "as another subfield is reached");
    }
    printf("%.*s\n", NP_ARG(np_buf_slice(&e->line)));
}

static void print_trial(struct explaining *e, const struct np_trial *trial)
{
    print_head(e, trial);
    for (size_t i = 0; i < trial->evidence.n; i++)
        print_reason(e, &trial->evidence.v[i]);
}

void explain_trials(struct explaining *e, const struct np_trials *trials)
{
    size_t near = 0;

    if (!e->table)
        printf("%s%s\n", e->documents ? "\n" : "", e->id);
    e->documents++;
    for (size_t i = 0; i < trials->n; i++) {
        if (!trials->v[i].reached && near++ >= e->near)
            continue;
        if (e->table)
            tabulate(e, &trials->v[i]);
        else
            print_trial(e, &trials->v[i]);
    }
    if (!e->table && !trials->n)
        puts(e->s->language == NP_LANG_ZH ? "没有规则命中" : "no rule matched");
}

/* ---- texts ---- */

struct wanted { struct explaining *e; const char *id; };

static enum np_status explain_document(void *ctx, const struct document *d, struct np_err *err)
{
    struct wanted *wanted = ctx;
    struct np_trials trials;
    enum np_status status;

    if (wanted->id && strcmp(wanted->id, d->id) != 0)
        return NP_END;
    status = np_matcher_try(wanted->e->matcher, &d->subject, d->arena, &trials, err);
    wanted->e->id = d->id;
    wanted->e->subject = &d->subject;
    explain_trials(wanted->e, &trials);
    return status;
}

static int explain_text(struct explaining *e, const char *text)
{
    struct np_slice all = np_slice_of(text), title = NP_EMPTY, abstract = all;
    size_t bar = np_slice_find(all, NP_S("||"));
    struct np_subject subject = { .title = &title, .ntitle = 1, .abstract = &abstract,
                                  .nabstract = 1 };
    struct np_arena *arena = np_arena_new();
    struct np_trials trials;
    struct np_err err = { 0 };
    int code = EXIT_DONE;

    if (bar != (size_t)-1) {
        title = np_slice_trim(np_slice_sub(all, 0, bar));
        abstract = np_slice_trim(np_slice_sub(all, bar + 2, all.n));
    }
    if (np_utf8_check(all) < all.n) {
        tell(e->s, SAY_NOT_UTF8);
        np_arena_free(arena);
        return EXIT_UNREADABLE;
    }
    if (np_matcher_try(e->matcher, &subject, arena, &trials, &err) != NP_OK) {
        tell_err(e->s, &err);
        code = EXIT_REJECTED;
    }
    e->id = "--text";
    e->subject = &subject;
    explain_trials(e, &trials);
    np_arena_free(arena);
    return code;
}

/* A file of texts, there or not; anything else is a publication. */
static bool is_file(const char *name)
{
    return strcmp(name, "-") == 0 || np_slice_ends(np_slice_of(name), ".jsonl") ||
           access(name, F_OK) == 0;
}

int rules_explain(struct settings *s)
{
    char *const *args = s->args + 1;
    bool file = args[0] && !s->store && is_file(args[0]);
    struct explaining e;
    int code;

    if (!args[0] && !s->text && !s->store) {
        tell(s, SAY_NEEDS, "rules explain", "rules");
        return EXIT_USAGE;
    }
    if (!explaining_begin(&e, s))
        return e.rules || !output_format(s) ? EXIT_USAGE : EXIT_RULES;
    if (s->text)
        code = explain_text(&e, s->text);
    else if (file)
        code = each_document(s, args[0], e.rules, explain_document,
                             &(struct wanted){ &e, args[1] });
    else
        code = explain_store(&e, args[0]);
    return explaining_end(&e, code);
}
