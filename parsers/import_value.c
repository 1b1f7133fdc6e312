/* import_value.c -- one cell: text, patent, yes or no, one of several words. */
#include "import.h"

#include <nanopat/spelling.h>
#include <nanopat/text.h>

#include <stdarg.h>
#include <stdio.h>

enum { TEXT_BYTES_MOST = 4 * 32767, SAYS_BYTES = 180 };

/* ---- faults ---- */

static void say(struct import_value *v, const char *code, const char *what, bool note)
{
    struct np_slice words = np_utf8_prefix(np_slice_of(what), SAYS_BYTES);

    *v->fault = (struct np_import_fault){ .code = np_slice_of(code), .note = note,
                                          .what = np_arena_copy(v->arena, words) };
}

bool import_wrong(struct import_value *v, const char *code, const char *format, ...)
{
    char what[1024];
    va_list args;

    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    say(v, code, what, false);
    return false;
}

void import_note(struct import_value *v, const char *code, const char *format, ...)
{
    char what[1024];
    va_list args;

    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    say(v, code, what, true);
}

/* ---- text ---- */

static bool has_control(struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] < ' ' || s.p[i] == 0x7f)
            return true;
    return false;
}

bool import_text(struct import_value *v)
{
    if (has_control(v->text))
        return import_wrong(v, "NP-IMP-014", "a control character stands in the text");
    if (v->text.n > TEXT_BYTES_MOST)
        return import_wrong(v, "NP-IMP-014", "the text is longer than %d bytes", TEXT_BYTES_MOST);
    *v->out = (struct np_cell){ .set = true, .text = v->text };
    return true;
}

/* ---- patents ---- */

static void add_form(struct import_value *v, enum np_import_form_kind kind, struct np_docref doc)
{
    *np_list_add(v->arena, &v->row->forms) = (struct np_import_form){ kind, doc };
}

/* ";", "、", "|" and line breaks part several numbers; a comma may stand in one: US 10,123,456. */
static size_t count_numbers(struct np_arena *arena, struct np_slice text)
{
    static const char *const between[] = { ";", "；", "、", "|", "\n", "，" };
    size_t from = 0, n = 0;

    for (size_t at = 0; at <= text.n; at++) {
        size_t width = at == text.n;
        struct np_spelling spelling;

        for (size_t i = 0; i < sizeof between / sizeof between[0] && !width; i++)
            if (np_slice_starts(np_slice_sub(text, at, text.n), between[i]))
                width = strlen(between[i]);
        if (!width)
            continue;
        n += np_spelling_read(arena, np_slice_sub(text, from, at - from), &spelling);
        from = at + width;
        at += width - 1;
    }
    return n;
}

/* The number as typed; where it names no country and the row does, with it. */
static bool read_number(struct import_value *v, struct np_spelling *s)
{
    struct np_slice typed = v->text;

    if (v->office.n && typed.n && typed.p[0] >= '0' && typed.p[0] <= '9')
        typed = np_arena_printf(v->arena, "%.*s %.*s", NP_ARG(v->office), NP_ARG(typed));
    return np_spelling_read(v->arena, typed, s);
}

/* "see attached list": somebody holds something, nobody knows what. */
static bool no_number(struct import_value *v)
{
    if (!v->column->loose)
        return import_wrong(v, "NP-IMP-003", "'%.*s' is no patent number", NP_ARG(v->text));
    import_note(v, "NP-IMP-003", "'%.*s' is no patent number: kept as typed", NP_ARG(v->text));
    return true;
}

bool import_patent(struct import_value *v)
{
    struct np_spelling s;
    size_t several = count_numbers(v->arena, v->in->text);

    if (!import_text(v))
        return false;
    if (!import_number_kept(v))
        return false;
    if (several > 1)
        return import_wrong(v, "NP-IMP-004", "%zu numbers in one cell", several);
    if (!read_number(v, &s))
        return no_number(v);
    for (size_t i = 0; i < s.publications.n; i++)
        add_form(v, NP_FORM_PUBLICATION, s.publications.v[i]);
    for (size_t i = 0; i < s.applications.n; i++)
        add_form(v, NP_FORM_APPLICATION, s.applications.v[i]);
    if (s.pct.n)
        add_form(v, NP_FORM_INTERNATIONAL,
                 (struct np_docref){ NP_EMPTY, s.pct, NP_EMPTY, 0 });
    if (s.check && s.check != s.check_right)
        import_note(v, "NP-NOT-001", "check digit of '%.*s' is %c, computed %c", NP_ARG(v->text),
                    s.check, s.check_right);
    return true;
}

/* ---- words ---- */

/* Is the folded text one of the words, "|" between? */
static bool is_among(struct np_arena *arena, struct np_slice words, struct np_slice folded)
{
    while (words.n) {
        size_t end = np_slice_find(words, NP_S("|"));

        if (np_slice_eq(import_fold(arena, np_slice_sub(words, 0, end)), folded))
            return true;
        words = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(words, end + 1, words.n);
    }
    return false;
}

bool import_yes_no(struct import_value *v)
{
    struct np_slice folded = import_fold(v->arena, v->text);
    bool yes = is_among(v->arena, NP_S("yes|y|是|有|√|✓|对|true|t|1|已|符合"), folded);
    bool no = is_among(v->arena, NP_S("no|n|否|无|×|✗|false|f|0|没有|未|不符合"), folded);

    if (!yes && !no)
        return import_wrong(v, "NP-IMP-010", "'%.*s' is neither yes nor no", NP_ARG(v->text));
    np_cell_int(v->out, yes);
    return true;
}

static bool no_such_word(struct import_value *v)
{
    struct np_slice left = np_slice_of(v->column->words);
    struct np_buf b = { 0 };

    while (left.n) {
        size_t end = np_slice_find(left, NP_S(";"));
        struct np_slice group = np_slice_sub(left, 0, end);

        np_buf_puts(&b, b.n ? ", " : "");
        np_buf_puts_slice(&b, np_slice_sub(group, 0, np_slice_find(group, NP_S("="))));
        left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 1, left.n);
    }
    import_wrong(v, "NP-IMP-010", "'%.*s' is none of: %s", NP_ARG(v->text), np_buf_cstr(&b));
    np_buf_release(&b);
    return false;
}

/* "litigation=诉讼|suit;invalidation=无效": the word before the sign is what is kept. */
bool import_word(struct import_value *v)
{
    struct np_slice folded = import_fold(v->arena, v->text), left = np_slice_of(v->column->words);

    while (left.n) {
        size_t end = np_slice_find(left, NP_S(";"));
        struct np_slice group = np_slice_sub(left, 0, end);
        size_t sign = np_slice_find(group, NP_S("="));
        struct np_slice word = np_slice_sub(group, 0, sign);

        if (np_slice_eq(word, folded) ||
            is_among(v->arena, np_slice_sub(group, sign + 1, group.n), folded)) {
            *v->out = (struct np_cell){ .set = true, .text = word };
            return true;
        }
        left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 1, left.n);
    }
    return no_such_word(v);
}
