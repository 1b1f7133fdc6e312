/* cmd_explain.c -- nanopat explain ID: every number of one thing, its inputs, its rule (explain.h). */
#include "command.h"

#include <nanopat/explain.h>

#include <string.h>

/* `explain family 123` is `explain family:123`, `explain standard N --family F` is `explain standard:N|F`. */
static struct np_slice subject_of(const struct settings *s, struct np_arena *arena)
{
    if (s->family)
        return np_arena_printf(arena, "standard:%s|%s", s->args[s->nargs > 1], s->family);
    if (s->nargs < 2)
        return np_slice_of(s->args[0]);
    return np_arena_printf(arena, "%s:%s", s->args[0], s->args[1]);
}

static int print_columns(void)
{
    static const char *const kinds[] = { "text", "integer", "real", "date", "flag" };

    for (const struct np_column *c = np_explain_columns; c->name; c++)
        printf("%s\t%s\t%s\t%s\t%s\n", c->name, kinds[c->kind], c->unit, c->en, c->zh);
    return EXIT_DONE;
}

static int write_explanation(const struct settings *s, const struct np_explanation *explained)
{
    const struct np_format *format = output_format(s);
    struct np_err err = { 0 };

    if (!format)
        return EXIT_USAGE;
    fflush(stdout);
    if (np_explanation_write(format, s->out, explained, s->language, &err) != NP_OK) {
        tell_err(s, &err);
        return EXIT_DISK;
    }
    if (s->out && strcmp(s->out, "-") != 0)
        tell(s, SAY_WRITTEN, s->out);
    return EXIT_DONE;
}

static int explain(const struct settings *s, struct np_store *store)
{
    struct np_arena *arena = np_arena_new();
    struct np_explanation *explained = NULL;
    struct np_err err = { 0 };
    int code;

    switch (np_explain(store, subject_of(s, arena), &explained, &err)) {
    case NP_OK: code = write_explanation(s, explained); break;
    case NP_END:
        tell(s, SAY_UNKNOWN_ID, s->args[0]);
        code = EXIT_NOTHING;
        break;
    default:
        tell_err(s, &err);
        code = np_store_exit_code(store);
    }
    np_explanation_free(explained);
    np_arena_free(arena);
    return code;
}

int run_explain(struct settings *s)
{
    struct np_store *store;
    int code = EXIT_STORE;

    if (s->columns)
        return print_columns();
    if (s->nargs == 0) {
        tell(s, SAY_NEEDS, "explain", "explain");
        return EXIT_USAGE;
    }
    store = open_store(s, &code);
    if (!store)
        return code;
    code = explain(s, store);
    np_store_close(store);
    return code;
}
