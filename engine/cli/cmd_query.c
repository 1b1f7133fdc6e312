/* cmd_query.c -- nanopat query QUESTION: rows of the question table. */
#include "command.h"

#include <stdio.h>

static int list_questions(const struct settings *s)
{
    tell(s, SAY_QUESTIONS);
    for (const struct np_question *q = np_questions; q->name; q++)
        fprintf(stderr, "  %-20s %s\n", q->name, s->language == NP_LANG_ZH ? q->zh : q->en);
    return EXIT_USAGE;
}

static const char *kind_name(enum np_cell_kind kind)
{
    static const char *const names[] = { "text", "integer", "real", "date", "flag" };

    return names[kind];
}

static int print_columns(const struct np_question *q)
{
    struct np_arena *arena = np_arena_new();

    for (const struct np_column *c = np_question_columns(q, arena); c->name; c++)
        printf("%s\t%s\t%s\t%s\t%s\n", c->name, kind_name(c->kind), c->unit, c->en, c->zh);
    np_arena_free(arena);
    return EXIT_DONE;
}

/* Conditions on columns that have no filter of their own. */
static enum np_status read_where(struct settings *s, struct np_arena *arena, struct np_err *err)
{
    enum np_status status = NP_OK;

    for (size_t i = 0; status == NP_OK && s->where[i] && s->nfilters < FILTERS_MAX; i++)
        status = np_condition_read(np_slice_of(s->where[i]), arena, &s->filters[s->nfilters++],
                                   err);
    return status;
}

int run_query(struct settings *s)
{
    const struct np_question *q = s->nargs ? np_question_find(s->args[0]) : NULL;
    struct np_result *result = NULL;
    struct np_err err = { 0 };
    struct np_arena *arena;
    struct np_store *store;
    enum np_status status;
    int code = EXIT_STORE;

    if (!q)
        return list_questions(s);
    if (s->columns)
        return print_columns(q);
    store = open_store(s, &code);
    if (!store)
        return code;
    arena = np_arena_new();
    status = read_where(s, arena, &err);
    if (status == NP_OK)
        status = np_ask(store, q, s->filters, s->nfilters, s->order, s->limit, &result, &err);
    if (status == NP_OK || status == NP_END) {
        const struct np_result *one = result;

        if (is_for_people(s))
            np_speak(result, q, s->language == NP_LANG_ZH);
        code = write_results(s, &one, 1);
        if (status == NP_END && code == EXIT_DONE) {
            tell(s, SAY_NOTHING_FOUND);
            code = EXIT_NOTHING;
        }
    } else {
        tell_err(s, &err);
        code = status == NP_STOP ? np_store_exit_code(store) : EXIT_USAGE;
    }
    np_result_free(result);
    np_arena_free(arena);
    np_store_close(store);
    return code;
}
