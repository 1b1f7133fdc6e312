/* cmd_rules_check.c -- nanopat rules check: every fault of the rules, by file, line and column.
 *
 *   mine.rules:41:17: rule '1.1-07' can take exponential time: ...; next: repeat once ...
 *
 * Of a kind of warning the first few are told (-n N; all with -n 0), faults always.
 */
#include "rules.h"

#include <nanopat/link.h>
#include <nanopat/map.h>
#include <nanopat/scoring.h>
#include <stdio.h>
#include <unistd.h>

enum { WARNINGS_OF_A_KIND = 5 };

static const struct np_column columns[] = {
    { "severity", NP_CELL_TEXT, "", "Severity", "级别", "error or warning" },
    { "file", NP_CELL_TEXT, "", "File", "文件", "" },
    { "line", NP_CELL_INT, "", "Line", "行", "" },
    { "column", NP_CELL_INT, "", "Column", "列", "" },
    { "what", NP_CELL_TEXT, "", "What", "问题", "" },
    { "next", NP_CELL_TEXT, "", "Next step", "下一步", "" },
    { 0 }
};

struct telling {
    const struct settings *s;
    struct np_result *table; /* NULL: lines */
    struct np_map *kinds;    /* warnings of each */
    int64_t most;
};

static void tell_line(const struct telling *t, const struct np_fault *f)
{
    bool zh = t->s->language == NP_LANG_ZH;
    const char *next = zh ? f->next_zh : f->next;

    printf("%s:%d:%d: %s%s", f->file, f->line, f->column,
           f->warning ? say(t->s->language, SAY_WARNING) : "", zh ? f->zh : f->what);
    if (*next)
        printf(zh ? "; 下一步: %s" : "; next: %s", next);
    putchar('\n');
}

static void tell_fault(void *ctx, const struct np_fault *f)
{
    struct telling *t = ctx;
    bool zh = words_language(t->s) == NP_LANG_ZH;
    struct np_cell *row;

    if (!t->table) {
        if (f->warning && ++*np_map_put(t->kinds, np_slice_of(f->kind), 0) > t->most && t->most)
            return;
        tell_line(t, f);
        return;
    }
    row = np_result_row(t->table);
    put_text(t->table, row, "severity", np_slice_of(f->warning ? "warning" : "error"));
    put_text(t->table, row, "file", np_slice_of(f->file));
    put_int(t->table, row, "line", f->line);
    put_int(t->table, row, "column", f->column);
    put_text(t->table, row, "what", np_slice_of(zh ? f->zh : f->what));
    put_text(t->table, row, "next", np_slice_of(zh ? f->next_zh : f->next));
}

/* Weights by other names; those of weights.tsv come first and are told with the tables. */
static bool weights_in_order(const struct settings *s)
{
    struct np_arena *arena = np_arena_new();
    struct np_weightings all;
    bool good = true;

    np_weightings_find(rules_folder(s), arena, &all);
    for (size_t i = 1; i < all.list.n; i++)
        if (all.list.v[i].fault.status != NP_OK) {
            tell_err(s, &all.list.v[i].fault);
            good = false;
        }
    np_arena_free(arena);
    return good;
}

/* The tables of links and scores, where the folder has them; one of its own may hold rules alone. */
static bool tables_in_order(const struct settings *s)
{
    struct np_scoring *scoring = NULL;
    struct np_namer *namer = NULL;
    const char *folder = rules_folder(s);
    struct np_err err = { 0 };
    char path[4096];
    bool good;

    if (snprintf(path, sizeof path, "%s/weights.tsv", folder) >= (int)sizeof path ||
        access(path, F_OK) != 0)
        return true;
    good = np_namer_load(folder, &namer, &err) == NP_OK &&
           np_scoring_load(folder, &scoring, &err) == NP_OK;
    if (!good)
        tell_err(s, &err);
    np_namer_free(namer);
    np_scoring_free(scoring);
    return weights_in_order(s) && good;
}

static void tell_left_out(const struct telling *t)
{
    int64_t more = 0;

    for (size_t i = 0; t->most && i < np_map_count(t->kinds); i++)
        if (*np_map_value(t->kinds, i) > t->most)
            more += *np_map_value(t->kinds, i) - t->most;
    if (more)
        tell(t->s, SAY_RULES_MORE, (long long)more);
}

static int tell_summary(const struct telling *t, const struct np_rules_checked *sum)
{
    bool tables = tables_in_order(t->s);

    tell_left_out(t);
    if (sum->errors || sum->warnings)
        tell(t->s, SAY_RULES_FAULTS, sum->errors, sum->warnings);
    tell(t->s, SAY_RULES_READ, sum->subfields, sum->rules, sum->samples, sum->failing);
    return sum->errors || !tables ? EXIT_RULES : EXIT_DONE;
}

int rules_check(struct settings *s)
{
    struct telling t = { .s = s, .most = s->limit >= 0 ? s->limit : WARNINGS_OF_A_KIND };
    struct np_rules_checked summary;
    struct np_err err = { 0 };
    int code = EXIT_RULES, written = EXIT_DONE;

    if (!output_format(s))
        return EXIT_USAGE;
    t.kinds = np_map_new();
    if (s->format || s->out)
        t.table = np_result_new("rules_check", columns);
    if (np_rules_check(rules_folder(s), tell_fault, &t, &summary, &err) != NP_OK) {
        tell_err(s, &err);
    } else {
        if (t.table)
            written = write_sheets(s, &t.table, 1);
        fflush(stdout);
        code = tell_summary(&t, &summary);
    }
    np_result_free(t.table);
    np_map_free(t.kinds);
    return written ? written : code;
}
