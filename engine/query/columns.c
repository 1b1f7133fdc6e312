/* columns.c -- the columns of a question: its own, or those of the score table behind its view, in
 * an order for reading and with the names of subfields beside their codes.
 *
 * Views speak of subfields by code; people read names. Behind a column of codes stands the Chinese
 * name, at the end of all columns the English one; both are filled from the taxonomy.
 */
#include "columns.h"

#include <nanopat/err.h>
#include <nanopat/scoring.h>

#define NAMES_OF(code)                                                                         \
    { code,                                                                                    \
      { code "_zh", NP_CELL_TEXT, "", "Subfield, Chinese name", "子领域名称", "" },          \
      { code "_en", NP_CELL_TEXT, "", "Subfield, English name", "子领域英文名称", "" } }

static const struct {
    const char *code;
    struct np_column zh, en;
} named[] = { NAMES_OF("subfield"), NAMES_OF("class"), NAMES_OF("code") };

enum { NAMED = sizeof named / sizeof named[0] };

static const struct np_column *all_columns(const struct np_question *question)
{
    if (question->columns)
        return question->columns;
    for (const struct np_table *t = np_score_tables; t->name; t++)
        if (strcmp(question->view + strlen("v_"), t->name) == 0)
            return t->columns;
    np_panic("question '%s' has no columns", question->name);
}

static size_t count(const struct np_column *columns)
{
    size_t n = 0;

    while (columns[n].name)
        n++;
    return n;
}

/* Is the name one of the words? */
static bool is_among(const char *name, const char *words)
{
    size_t n = strlen(name);

    for (const char *p = words; (p = strstr(p, name)); p += n)
        if ((p == words || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
            return true;
    return false;
}

static const struct np_column *find(const struct np_column *columns, struct np_slice name)
{
    for (; columns->name; columns++)
        if (np_slice_is(name, columns->name))
            return columns;
    return NULL;
}

/* The columns that `words` name, in that order, to `to`; how many. */
static size_t take_named(const struct np_column *all, const char *words, struct np_column *to)
{
    struct np_slice left = np_slice_of(words);
    size_t n = 0;

    while (left.n) {
        size_t end = np_slice_find(left, NP_S(" "));
        const struct np_column *column = find(all, np_slice_sub(left, 0, end));

        if (column)
            to[n++] = *column;
        left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 1, left.n);
    }
    return n;
}

const struct np_column *np_view_columns(const struct np_question *question, struct np_arena *arena)
{
    const struct np_column *all = all_columns(question);
    const char *first = question->first ? question->first : "";
    struct np_column *ordered = np_arena_zalloc(arena, (count(all) + 1) * sizeof *ordered);
    size_t n = take_named(all, first, ordered);

    for (; all->name; all++)
        if (!is_among(all->name, first))
            ordered[n++] = *all;
    return ordered;
}

/* ---- names beside codes ---- */

static int named_at(const struct np_question *question, const char *name)
{
    for (int i = 0; !question->columns && i < NAMED; i++)
        if (strcmp(named[i].code, name) == 0)
            return i;
    return -1;
}

const struct np_column *np_named_columns(const struct np_question *question,
                                         const struct np_column *of, struct np_arena *arena,
                                         struct source **sources)
{
    size_t most = 3 * count(of) + 1, n = 0;
    struct np_column *columns = np_arena_zalloc(arena, most * sizeof *columns);

    *sources = np_arena_zalloc(arena, most * sizeof **sources);
    for (size_t i = 0; of[i].name; i++) {
        int at = named_at(question, of[i].name);

        (*sources)[n] = (struct source){ i, AS_IS };
        columns[n++] = of[i];
        if (at >= 0) {
            (*sources)[n] = (struct source){ i, CHINESE_NAME };
            columns[n++] = named[at].zh;
        }
    }
    for (size_t i = 0; of[i].name; i++)
        if (named_at(question, of[i].name) >= 0) {
            (*sources)[n] = (struct source){ i, ENGLISH_NAME };
            columns[n++] = named[named_at(question, of[i].name)].en;
        }
    return columns;
}

const struct np_column *np_question_columns(const struct np_question *question,
                                            struct np_arena *arena)
{
    struct source *sources;

    return np_named_columns(question, np_view_columns(question, arena), arena, &sources);
}
