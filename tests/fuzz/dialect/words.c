/* words.c -- dictionaries, read and learned.
 *
 * Learned: the linker leads np_automaton_new and np_walk_attribute through here (--wrap), so
 * that no dictionary is older than the tables and handlers of its dialect.
 */
#include "words.h"

#include "../../../parsers/path.h"
#include <nanopat/arena.h>

struct list { struct np_slice *v; size_t n, cap; };

static struct np_arena *arena;
static struct list known[WORD_KINDS];
static struct list learned[WORD_KINDS];

static void add(struct list *list, struct np_slice word)
{
    if (!arena)
        arena = np_arena_new();
    for (size_t i = 0; i < list->n; i++)
        if (np_slice_eq(list->v[i], word))
            return;
    *np_list_add(arena, list) = np_arena_copy(arena, word);
}

/* ---- read ---- */

static void add_known(struct np_slice word)
{
    bool attribute = word.n > 1 && word.p[0] >= 'A' && memchr(word.p, '=', word.n);

    if (np_slice_starts(word, "</"))
        add(&known[WORD_ELEMENT], np_slice_trim(np_slice_sub(word, 2, word.n)));
    else if (np_slice_starts(word, "<") && word.n > 1 && word.p[1] != '!' && word.p[1] != '?')
        add(&known[WORD_ELEMENT], np_slice_trim(np_slice_sub(word, 1, word.n)));
    else if (attribute)
        add(&known[WORD_ATTRIBUTE], word);
    else
        add(&known[WORD_TEXT], word);
}

static int hex(char c)
{
    const char *digits = "0123456789abcdef0123456789ABCDEF", *at = c ? strchr(digits, c) : NULL;

    return at ? (int)(at - digits) % 16 : 0;
}

/* Between the first quote and the last, escapes undone, in place. */
static void read_line(char *line)
{
    char *from = strchr(line, '"'), *to = strrchr(line, '"'), *out;

    if (line[0] == '#' || !from || to == from)
        return;
    out = ++from;
    for (char *p = from; p < to; p++) {
        if (p[0] == '\\' && p[1] == 'x' && to - p >= 4) {
            *out++ = (char)(hex(p[2]) * 16 + hex(p[3]));
            p += 3;
        } else {
            p += p[0] == '\\' && p + 1 < to;
            *out++ = *p;
        }
    }
    if (out > from)
        add_known((struct np_slice){ from, (size_t)(out - from) });
}

bool words_read(const char *path)
{
    FILE *f = fopen(path, "r");
    char line[1024];

    if (!f)
        return false;
    while (fgets(line, sizeof line, f))
        read_line(line);
    fclose(f);
    return true;
}

size_t words_count(enum word_kind kind)
{
    return known[kind].n;
}

struct np_slice words_at(enum word_kind kind, size_t i)
{
    return known[kind].v[i];
}

/* ---- learned ---- */

struct np_automaton *__real_np_automaton_new(const struct np_path *paths);
struct np_automaton *__wrap_np_automaton_new(const struct np_path *paths);
struct np_slice __real_np_walk_attribute(struct np_walk *walk, const char *name);
struct np_slice __wrap_np_walk_attribute(struct np_walk *walk, const char *name);

struct np_automaton *__wrap_np_automaton_new(const struct np_path *paths)
{
    for (const struct np_path *row = paths; row->path; row++)
        for (const char *p = row->path; *p;) {
            size_t n = strcspn(p, "/|");

            if (n > 0 && *p != '*')
                add(&learned[WORD_ELEMENT], np_slice_make(p, n));
            p += n + (p[n] != '\0');
        }
    return __real_np_automaton_new(paths);
}

struct np_slice __wrap_np_walk_attribute(struct np_walk *walk, const char *name)
{
    static const char *last; /* handlers of one list ask for the same name again and again */

    if (name != last && learned[WORD_ATTRIBUTE].n < 1000)
        add(&learned[WORD_ATTRIBUTE], np_slice_of(name));
    last = name;
    return __real_np_walk_attribute(walk, name);
}

/* libFuzzer takes ASCII only. */
static void print_word(FILE *to, const char *before, struct np_slice word, const char *after)
{
    fprintf(to, "\"%s", before);
    for (size_t i = 0; i < word.n; i++) {
        unsigned char c = (unsigned char)word.p[i];

        if (c < ' ' || c > '~' || c == '"' || c == '\\')
            fprintf(to, "\\x%02X", c);
        else
            fputc(c, to);
    }
    fprintf(to, "%s\"\n", after);
}

void words_print(FILE *to)
{
    for (size_t i = 0; i < learned[WORD_ELEMENT].n; i++)
        add(&known[WORD_ELEMENT], learned[WORD_ELEMENT].v[i]);
    for (size_t i = 0; i < known[WORD_ELEMENT].n; i++) {
        print_word(to, "<", known[WORD_ELEMENT].v[i], "");
        print_word(to, "</", known[WORD_ELEMENT].v[i], "");
    }
    for (size_t i = 0; i < learned[WORD_ATTRIBUTE].n; i++)
        print_word(to, "", learned[WORD_ATTRIBUTE].v[i], "=\\x221\\x22");
    for (size_t i = 0; i < known[WORD_ATTRIBUTE].n; i++)
        print_word(to, "", known[WORD_ATTRIBUTE].v[i], "");
    for (size_t i = 0; i < known[WORD_TEXT].n; i++)
        print_word(to, "", known[WORD_TEXT].v[i], "");
}
