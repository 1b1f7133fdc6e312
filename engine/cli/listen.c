/* listen.c -- rejects as they come, a line for each input, and one progress line. */
#include "listen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static double seconds_since(const struct timespec *t)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - t->tv_sec) + (double)(now.tv_nsec - t->tv_nsec) / 1e9;
}

static void clear_bar(struct ear *ear)
{
    if (ear->bar_open)
        fputs("\r\033[K", stderr);
    ear->bar_open = false;
}

static void say_folded(struct ear *ear)
{
    if (ear->same > FOLD_AFTER)
        tell(ear->settings, SAY_MORE_OF, (long long)(ear->same - FOLD_AFTER),
             ear->code[0] ? ear->code : "the same", ear->where);
    ear->same = 0;
}

static void remember_code(struct ear *ear, const char *code)
{
    for (size_t i = 0; i < ear->nmet; i++)
        if (strcmp(ear->met[i], code) == 0)
            return;
    if (*code && ear->nmet < CODES_MAX)
        memcpy(ear->met[ear->nmet++], code, sizeof ear->met[0]);
}

static void hear_rejected(void *ctx, const struct np_err *err)
{
    struct ear *ear = ctx;

    clear_bar(ear);
    if (strcmp(ear->where, err->where) != 0 || strcmp(ear->code, err->code) != 0) {
        say_folded(ear);
        memcpy(ear->where, err->where, sizeof ear->where);
        memcpy(ear->code, err->code, sizeof ear->code);
    }
    remember_code(ear, err->code);
    if (++ear->same <= FOLD_AFTER)
        tell_err(ear->settings, err);
}

static int64_t *count_of_note(struct ear *ear, const char *code)
{
    size_t i = 0;

    while (i < ear->nnotes && strcmp(ear->notes[i].code, code) != 0)
        i++;
    if (i == CODES_MAX)
        return &ear->notes[CODES_MAX - 1].n;
    if (i == ear->nnotes) {
        memcpy(ear->notes[i].code, code, sizeof ear->notes[i].code);
        ear->nnotes++;
    }
    return &ear->notes[i].n;
}

static void hear_noted(void *ctx, const struct np_err *err)
{
    struct ear *ear = ctx;

    if (++*count_of_note(ear, err->code) > NOTES_TOLD)
        return;
    clear_bar(ear);
    tell_note(ear->settings, err);
}

/* The same as for notes: the first few, then their number. */
static void hear_warned(void *ctx, const struct np_err *err)
{
    struct ear *ear = ctx;

    remember_code(ear, err->code);
    if (++ear->warnings > NOTES_TOLD)
        return;
    clear_bar(ear);
    tell_warning(ear->settings, err);
}

static void hear_covered(void *ctx, const char *name, const struct np_coverage *groups, size_t n)
{
    struct ear *ear = ctx;
    struct cover_sums *here;
    struct np_buf line = { 0 };

    if (ear->sums)
        cover_sum(ear->sums, groups, n);
    if (!ear->cover_least)
        return;
    clear_bar(ear);
    here = np_calloc(1, sizeof *here);
    cover_sum(here, groups, n);
    for (size_t i = 0; i < here->n; i++) {
        if (here->v[i].documents < ear->cover_least)
            continue;
        np_buf_reset(&line);
        cover_line(&line, &here->v[i]);
        fprintf(stderr, "%s%s%s\n", ear->per_input ? "" : name, ear->per_input ? "  " : ": ",
                np_buf_cstr(&line));
    }
    np_buf_release(&line);
    free(here);
}

static void say_covered(struct ear *ear)
{
    struct np_buf table = { 0 };

    if (!ear->sums)
        return;
    cover_table(&table, ear->sums, ear->settings->language);
    fputs(np_buf_cstr(&table), ear->table_out);
    np_buf_release(&table);
    free(ear->sums);
    ear->sums = NULL;
}

static void say_notes(const struct ear *ear)
{
    for (size_t i = 0; i < ear->nnotes; i++) {
        if (ear->notes[i].n > NOTES_TOLD)
            tell(ear->settings, SAY_MORE_NOTES, (long long)(ear->notes[i].n - NOTES_TOLD),
                 ear->notes[i].code);
        tell_remedy(ear->settings, ear->notes[i].code);
    }
}

/* "7 = 5 stored + 2 light": what there is of, in the order of the identity. */
static void put_counts(struct np_buf *b, enum np_lang lang, const struct np_counts *c)
{
    const struct {
        enum message word;
        int64_t n;
    } part[] = { { SAY_STORED, c->stored },         { SAY_LIGHT, c->light },
                 { SAY_UNCHANGED, c->unchanged },   { SAY_SUPERSEDED, c->superseded },
                 { SAY_REJECTED, c->rejected },     { SAY_PASSED_OVER, c->passed } };
    const char *sign = " =";

    np_buf_printf(b, "%lld %s", (long long)c->read, say(lang, SAY_READ));
    for (size_t i = 0; i < sizeof part / sizeof part[0]; i++) {
        if (part[i].n == 0)
            continue;
        np_buf_printf(b, "%s %lld %s", sign, (long long)part[i].n, say(lang, part[i].word));
        sign = " +";
    }
}

static void hear_input(void *ctx, const char *name, const struct np_counts *c,
                       enum np_input_state state, const char *note)
{
    struct ear *ear = ctx;

    struct np_buf line = { 0 };

    (void)state;
    if (!ear->per_input)
        return;
    clear_bar(ear);
    put_counts(&line, ear->settings->language, c);
    fprintf(stderr, "%-48s %s%s%s\n", name, np_buf_cstr(&line), *note ? "; " : "", note);
    np_buf_release(&line);
}

static void say_passed(const struct ear *ear, int64_t documents, const char *kind)
{
    struct np_buf words = { 0 };

    kind_put(&words, kind, ear->settings->language);
    tell(ear->settings, SAY_PASSED, (long long)documents, np_buf_cstr(&words));
    np_buf_release(&words);
}

static void hear_passed(void *ctx, const char *kind, int64_t documents)
{
    struct ear *ear = ctx;

    clear_bar(ear);
    if (strncmp(kind, "unknown root element", 20) == 0 && ++ear->roots > ROOTS_TOLD)
        ear->other_roots += documents;
    else
        say_passed(ear, documents, kind);
}

/* One line, six times a second, from the third second on. */
static void hear_progress(void *ctx, const struct np_progress *p)
{
    struct ear *ear = ctx;
    double elapsed = seconds_since(&ear->began);
    double share = p->bytes_all > 0 ? (double)p->bytes_done / (double)p->bytes_all : 0;

    if (elapsed < 2 || (ear->bar_open && seconds_since(&ear->shown) < 1.0 / 6))
        return;
    clock_gettime(CLOCK_MONOTONIC, &ear->shown);
    fprintf(stderr, "\r\033[K[%zu/%zu] %s %3.0f %%  %.0f MB/s in  %.0f docs/s  %lld rejected",
            p->input, p->inputs, p->name, share * 100, (double)p->bytes_done / 1e6 / elapsed,
            (double)p->documents / elapsed, (long long)p->rejected);
    if (share > 0.02)
        fprintf(stderr, "  (~%.0f s remaining)", elapsed / share * (1 - share));
    ear->bar_open = true;
}

struct np_listener ear_open(struct ear *ear, const struct settings *s, bool per_input)
{
    const char *term = getenv("TERM");
    bool terminal = isatty(2) && term && strcmp(term, "dumb") != 0;

    *ear = (struct ear){ .settings = s, .per_input = per_input, .table_out = stderr,
                         .cover_least = s->coverage ? 1 : per_input ? COVER_LEAST : 0 };
    if (s->coverage)
        ear->sums = np_calloc(1, sizeof *ear->sums);
    clock_gettime(CLOCK_MONOTONIC, &ear->began);
    ear->bar = s->progress ? strcmp(s->progress, "always") == 0 ||
                                 (strcmp(s->progress, "auto") == 0 && terminal)
                           : terminal;
    return (struct np_listener){ .ctx = ear, .rejected = hear_rejected, .noted = hear_noted,
                                 .warned = hear_warned, .covered = hear_covered,
                                 .input_done = hear_input,
                                 .passed = hear_passed,
                                 .progress = ear->bar ? hear_progress : NULL };
}

void ear_close(struct ear *ear)
{
    clear_bar(ear);
    say_folded(ear);
    if (ear->warnings > NOTES_TOLD)
        tell(ear->settings, SAY_MORE_WARNINGS, (long long)(ear->warnings - NOTES_TOLD),
             "NP-COV-001");
    for (size_t i = 0; i < ear->nmet; i++)
        tell_remedy(ear->settings, ear->met[i]);
    if (ear->other_roots)
        say_passed(ear, ear->other_roots, "other unknown root elements");
    say_notes(ear);
    say_covered(ear);
}
