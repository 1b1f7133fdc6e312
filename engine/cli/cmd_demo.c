/* cmd_demo.c -- nanopat demo: the whole road on made-up dumps, and what to type next. */
#include "command.h"

#include <nanopat/scoring.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { BEST = 5, REASONS = 4 };

static struct np_slice cell_text(const struct np_result *r, size_t row, const char *column)
{
    int i = np_result_column(r, column);

    return i >= 0 && r->rows.v[row][i].set ? r->rows.v[row][i].text : NP_EMPTY;
}

static void print_number(const struct np_result *r, size_t row, const char *column,
                         const char *format)
{
    int i = np_result_column(r, column);

    if (i < 0 || !r->rows.v[row][i].set)
        return;
    if (r->columns[i].kind == NP_CELL_REAL)
        printf(format, r->rows.v[row][i].real);
    else
        printf(format, (double)r->rows.v[row][i].i);
}

/* The heading of a portfolio's column: components are columns of that table. */
static const char *heading(const char *component, enum np_lang lang)
{
    for (const struct np_table *t = np_score_tables; t->name; t++)
        for (const struct np_column *c = t->columns; strcmp(t->name, "portfolios") == 0 && c->name;
             c++)
            if (strcmp(c->name, component) == 0)
                return lang == NP_LANG_ZH ? c->zh : c->en;
    return component;
}

/* The reasons of one portfolio: what adds most to its score. */
static void print_reasons(struct np_store *store, const struct settings *s, struct np_slice key)
{
    const struct np_question *q = np_question_find("measures");
    struct np_condition only[] = { { "subject", NP_IS, key },
                                   { "subject_kind", NP_IS, NP_S("portfolio") },
                                   { "score", NP_IS, NP_S("portfolio") } };
    struct np_result *r = NULL;
    struct np_err err = { 0 };
    const char *between = "";

    if (np_ask(store, q, only, 3, "-contribution", REASONS, &r, &err) == NP_OK) {
        printf("     %s ", say(s->language, SAY_DEMO_REASON));
        for (size_t i = 0; i < r->rows.n; i++) {
            struct np_slice component = cell_text(r, i, "component");
            char name[64];

            if (component.n == 0)
                continue; /* the sum itself */
            snprintf(name, sizeof name, "%.*s", NP_ARG(component));
            printf("%s%s", between, heading(name, s->language));
            print_number(r, i, "value", " %.2f");
            print_number(r, i, "contribution", " (+%.1f)");
            between = "; ";
        }
        putchar('\n');
    }
    np_result_free(r);
}

static int print_best(struct np_store *store, const struct settings *s)
{
    const struct np_question *q = np_question_find("portfolios");
    struct np_condition listed = { "listed", NP_IS, NP_S("1") };
    struct np_result *r = NULL;
    struct np_err err = { 0 };
    enum np_status status = np_ask(store, q, &listed, 1, NULL, BEST, &r, &err);

    if (status != NP_OK) {
        if (status == NP_END)
            tell(s, SAY_NOTHING_FOUND);
        else
            tell_err(s, &err);
        np_result_free(r);
        return EXIT_BUG;
    }
    puts(say(s->language, SAY_DEMO_BEST));
    for (size_t i = 0; i < r->rows.n; i++) {
        printf("  %zu. %.*s · %.*s %.*s", i + 1, NP_ARG(cell_text(r, i, "enterprise")),
               NP_ARG(cell_text(r, i, "subfield")),
               NP_ARG(cell_text(r, i, s->language == NP_LANG_ZH ? "subfield_zh" : "subfield_en")));
        print_number(r, i, "score", "   %.1f\n");
        print_reasons(store, s, cell_text(r, i, "key"));
    }
    np_result_free(r);
    return EXIT_DONE;
}

static void print_next(const struct settings *s)
{
    static const char *const next[] = { "query portfolios -d %s", "query families -d %s --subfield 1.8",
                                        "explain -d %s 1",
                                        "report cultivation -d %s -o cultivation.xlsx",
                                        "query status -d %s --pledges 1",
                                        "query rejects -d %s" };

    puts(say(s->language, SAY_DEMO_NEXT));
    for (size_t i = 0; i < sizeof next / sizeof next[0]; i++) {
        const char *db = strstr(next[i], "%s");

        printf("  %s %.*s%s%s\n", s->program, (int)(db - next[i]), next[i], store_path(s), db + 2);
    }
}

/* A demo begins anew: what an earlier one left goes away. */
static void forget_store(const char *path)
{
    static const char *const tails[] = { "", "-wal", "-shm", "-journal", "-lock" };
    char name[1024];

    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++)
        if (snprintf(name, sizeof name, "%s%s", path, tails[i]) < (int)sizeof name)
            unlink(name);
}

int run_demo(struct settings *s)
{
    const char *folder = s->nargs ? s->args[0] : "build/demo";
    struct np_ingest_summary sum = { 0 };
    struct np_store *store;
    int code;

    if (!s->store)
        s->store = "demo.db";
    if (access(folder, R_OK) != 0) {
        tell(s, SAY_DEMO_MISSING, folder);
        return EXIT_UNREADABLE;
    }
    forget_store(s->store);
    tell(s, SAY_DEMO_MAKES, folder);
    code = ingest_inputs(s, (const char *const *)&folder, 1, false, &sum);
    if (code != EXIT_DONE && code != EXIT_REJECTED)
        return code;
    tell(s, SAY_DEMO_STORED, s->store, (long long)sum.counts.stored, (long long)sum.counts.light,
         (long long)sum.counts.rejected);
    code = run_score(s);
    if (code != EXIT_DONE)
        return code;
    store = open_store(s, &code);
    if (!store)
        return code;
    code = print_best(store, s);
    np_store_close(store);
    if (code == EXIT_DONE)
        print_next(s);
    return code;
}
