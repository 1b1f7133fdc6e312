/* check.c -- a rule folder, looked through for whatever is wrong with it.
 *
 *   files   as text: UTF-8, line ends, blanks
 *   reading on past every fault (recover.c), each kept (fault.c)
 *   samples of what could be read
 *   patterns: time (slow.c, timing.c), what never matches (dead.c), what overlaps (overlap.c)
 */
#include "check.h"
#include "size.h"

#include <nanopat/text.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- files as text ---- */

/* The spot of a byte of the whole text. */
static struct spot spot_in(const struct source *source, size_t at)
{
    struct spot spot = { source, 1, 1 };
    size_t begin = 0;

    for (size_t i = 0; i < at; i++)
        if (source->text.p[i] == '\n') {
            spot.line++;
            begin = i + 1;
        }
    spot.column = column_of(np_slice_sub(source->text, begin, at - begin), at - begin);
    return spot;
}

/* One fault per file: its first TAB, or CR LF. */
static void check_blanks(struct checking *c, const struct source *source)
{
    size_t tab = np_slice_find(source->text, NP_S("\t"));
    size_t end = np_slice_find(source->text, NP_S("\r\n"));

    if (source->bom)
        add_warning(c->faults, (struct spot){ source, 1, 1 }, "begins with a byte order mark");
    if (end != (size_t)-1)
        add_warning(c->faults, spot_in(source, end), "lines end in CR LF");
    if (tab != (size_t)-1 && source != c->rules->sources.v[0])
        add_warning(c->faults, spot_in(source, tab), "a TAB between words");
}

/* ---- reading ---- */

/* What stands for a list with a fault, so that its users are not told of it as well. */
static void stand_in(struct checking *c, struct list_def *list)
{
    struct piece *piece = np_arena_zalloc(c->rules->arena, sizeof *piece);

    *piece = (struct piece){ NP_S("x"), list->spot };
    list->pieces = piece;
    list->n = 1;
}

static void check_lists(struct checking *c)
{
    for (size_t i = 0; i < c->rules->lists.n; i++)
        if (check_list(c->rules, &c->rules->lists.v[i], NULL) != NP_OK)
            stand_in(c, &c->rules->lists.v[i]);
}

static void check_thresholds(struct checking *c)
{
    for (size_t i = 0; i < c->rules->rules.n; i++) {
        const struct rule *rule = &c->rules->rules.v[i];
        struct subfield_state *state = &c->rules->subfields.v[rule->targets.v[0]];

        if ((rule->kind != RULE_TEXT && rule->kind != RULE_IMPLIED) || !isnan(state->threshold))
            continue;
        if (!state->doubtful)
            add_fault(c->faults, rule->spot, "subfield '%s' has no threshold", state->public.slug);
        state->threshold = 1;
        state->doubtful = true;
    }
}

/* False: not even the files can be read as text, or there is no taxonomy to go by. */
static bool read_set(struct checking *c, const char *folder, struct np_err *err)
{
    struct np_rules *rules = c->rules;

    if (read_sources(rules, folder, "taxonomy.tsv", err) != NP_OK ||
        read_taxonomy(rules, rules->sources.v[0], err) != NP_OK ||
        read_sources(rules, folder, ".rules", err) != NP_OK)
        return false;
    for (size_t i = 1; i < rules->sources.n; i++)
        read_definitions(rules, rules->sources.v[i], NULL);
    check_lists(c);
    build_sizes(rules, NULL);
    for (size_t i = 1; i < rules->sources.n; i++)
        read_rules(rules, rules->sources.v[i], NULL);
    check_thresholds(c);
    index_literals(rules->literals);
    return true;
}

/* ---- samples ---- */

/* "short of 2; need 1.3-n1 is missing", or the rules that reach it. */
static struct np_slice reason_of(struct checking *c, const struct sample *sample)
{
    struct np_subject subject;
    struct np_slice title, abstract;
    struct np_trials trials;
    struct np_buf b = { 0 };
    struct np_slice reason;

    sample_subject(sample->text.text, &title, &abstract, &subject);
    np_matcher_try(c->matcher, &subject, c->arena, &trials, NULL);
    for (size_t i = 0; i < trials.n; i++) {
        const struct np_trial *t = &trials.v[i];

        if (t->subfield != sample->subject)
            continue;
        np_buf_printf(&b, "%g / %g", t->score, t->threshold);
        for (size_t k = 0; k < t->evidence.n; k++)
            np_buf_printf(&b, ", %.*s %+g", NP_ARG(t->evidence.v[k].rule),
                          t->evidence.v[k].weight);
        for (size_t k = 0; k < t->obstacles.n; k++)
            np_buf_printf(&b, ", %s %.*s", np_rule_kind_name(t->obstacles.v[k].kind),
                          NP_ARG(t->obstacles.v[k].found.rule));
        if (t->cut)
            np_buf_puts(&b, ", keep/margin");
    }
    reason = np_arena_copy(c->arena, b.n ? np_buf_slice(&b) : NP_S("no rule matched"));
    np_buf_release(&b);
    return reason;
}

static void tell_sample(struct checking *c, const struct sample *sample, struct np_slice who,
                        bool undecided)
{
    struct spot spot = sample->text.spot;
    struct np_slice text = np_utf8_prefix(sample->text.text, 60);

    if (undecided)
        add_fault(c->faults, spot, "'%.*s' is undecided on its sample (match limit)", NP_ARG(who));
    else if (sample->kind == SAMPLE_RULE)
        add_fault(c->faults, spot, "the sample below '%.*s' is not matched: \"%.*s\"", NP_ARG(who),
                  NP_ARG(text));
    else if (sample->kind == SAMPLE_OK)
        add_fault(c->faults, spot, "the sample under 'ok:' is matched by '%.*s': \"%.*s\"",
                  NP_ARG(who), NP_ARG(text));
    else if (sample->kind == SAMPLE_HIT)
        add_fault(c->faults, spot, "the sample under 'hit:' does not reach '%.*s': %s",
                  NP_ARG(who), reason_of(c, sample).p);
    else
        add_fault(c->faults, spot, "the sample under 'miss:' reaches '%.*s': %s", NP_ARG(who),
                  reason_of(c, sample).p);
}

/* Of a subfield that was read past a fault only its rules' own samples are asked. */
static void check_samples(struct checking *c)
{
    for (size_t i = 0; i < c->rules->samples.n; i++) {
        const struct sample *sample = &c->rules->samples.v[i];
        bool whole = sample->kind > SAMPLE_OK;
        const struct subfield_state *state = &c->rules->subfields.v[whole ? sample->subject : 0];
        struct sample_verdict verdict;

        if (whole && state->doubtful)
            continue;
        verdict = run_sample(c->rules, c->matcher, sample);
        c->summary->samples++;
        if (verdict.found == verdict.wanted && !verdict.undecided)
            continue;
        c->summary->failing++;
        tell_sample(c, sample,
                    whole ? np_slice_of(state->public.slug) : c->rules->rules.v[sample->subject].id,
                    verdict.undecided);
    }
}

static void check_have_samples(struct checking *c)
{
    bool *has = np_arena_zalloc(c->arena, c->rules->rules.n + 1);

    for (size_t i = 0; i < c->rules->samples.n; i++)
        if (c->rules->samples.v[i].kind <= SAMPLE_OK)
            has[c->rules->samples.v[i].subject] = true;
    for (size_t i = 0; i < c->rules->rules.n; i++)
        if (!has[i] && c->rules->rules.v[i].pattern >= 0)
            add_warning(c->faults, c->rules->rules.v[i].spot, "rule '%.*s' has no samples",
                        NP_ARG(c->rules->rules.v[i].id));
}

/* ---- patterns ---- */

static void check_tabs(struct checking *c, const struct looked_at *look)
{
    const char *tab = look->text.n ? memchr(look->text.p, '\t', look->text.n) : NULL;

    if (tab)
        add_fault(c->faults, look->spots[tab - look->text.p],
                  "a TAB in the pattern is never found");
}

static void check_speed(struct checking *c)
{
    struct np_arena *scratch = np_arena_new();

    for (size_t i = 0; i < c->rules->rules.n; i++) {
        const struct looked_at *look = &c->looks[i];
        const struct shape *slow;

        if (!look->text.n)
            continue;
        np_arena_reset(scratch);
        slow = slow_part(look->shape.root, scratch);
        check_tabs(c, look);
        if (slow)
            add_fault(c->faults, look->spots[slow->at],
                      "rule '%.*s' can take exponential time: '%.*s' repeats what repeats, or "
                      "overlaps",
                      NP_ARG(look->rule->id),
                      NP_ARG(np_utf8_prefix(
                          np_slice_sub(look->text, slow->at, slow->end - slow->at), 80)));
        else
            check_time(c, look);
    }
    np_arena_free(scratch);
}

static void check_rules(struct checking *c)
{
    c->matcher = np_matcher_new(c->rules);
    look_at_rules(c);
    check_samples(c);
    check_have_samples(c);
    check_speed(c);
    check_dead(c);
    check_overlap(c);
    np_matcher_free(c->matcher);
}

enum np_status np_rules_check(const char *folder, void (*tell)(void *ctx, const struct np_fault *),
                              void *ctx, struct np_rules_checked *summary, struct np_err *err)
{
    struct np_rules *rules = rules_new();
    struct faults faults = { .arena = rules->arena };
    struct checking c = { .rules = rules, .faults = &faults, .arena = np_arena_new(),
                          .summary = summary };
    bool read;

    *summary = (struct np_rules_checked){ 0 };
    rules->faults = &faults;
    read = read_set(&c, folder, err);
    for (size_t i = 0; i < rules->sources.n; i++)
        check_blanks(&c, rules->sources.v[i]);
    if (read)
        check_rules(&c);
    sort_faults(&faults, rules);
    for (size_t i = 0; i < faults.list.n; i++) {
        bool warning = faults.list.v[i].public.warning;

        summary->warnings += warning;
        summary->errors += !warning;
        tell(ctx, &faults.list.v[i].public);
    }
    summary->subfields = rules->subfields.n;
    summary->rules = rules->rules.n;
    summary->patterns = rules->patterns.n;
    np_arena_free(c.arena);
    np_rules_free(rules);
    return read || summary->errors ? NP_OK : NP_STOP;
}
