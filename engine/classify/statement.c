/* statement.c -- a rule file cut into statements: words, and text in back quotes.
 *
 *     rule 1.8-01 strong `quantum ?dots?`      # words, then a piece
 *                      | `量子点`               # a `|` line adds a piece
 *         ruleid: an InP quantum dot           # a sample: the rest of the line as it is
 */
#include "rules.h"

static const char *const sample_words[] = { "ruleid:", "ok:", "hit:", "miss:", NULL };

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

/* The line at r->at, without its end. */
static struct np_slice peek_line(const struct reader *r)
{
    struct np_slice left = np_slice_sub(r->source->text, r->at, r->source->text.n - r->at);
    const char *end = left.n ? memchr(left.p, '\n', left.n) : NULL;
    struct np_slice line = { left.p, end ? (size_t)(end - left.p) : left.n };

    if (line.n && line.p[line.n - 1] == '\r')
        line.n--;
    return line;
}

static void skip_line(struct reader *r)
{
    const char *p = r->source->text.p + r->at;
    const char *end = memchr(p, '\n', r->source->text.n - r->at);

    r->at = end ? (size_t)(end - r->source->text.p) + 1 : r->source->text.n;
    r->line++;
}

static size_t skip_blanks(struct np_slice line, size_t at)
{
    while (at < line.n && is_blank(line.p[at]))
        at++;
    return at;
}

/* Words and pieces of one line, from byte `at`. */
static enum np_status take_line(const struct reader *r, struct np_slice line, size_t at,
                                struct np_arena *arena, struct statement *s, struct np_err *err)
{
    for (at = skip_blanks(line, at); at < line.n && line.p[at] != '#';
         at = skip_blanks(line, at)) {
        struct spot spot = { r->source, r->line, column_of(line, at) };
        size_t from = at;

        if (line.p[at] == '`') {
            const char *end = memchr(line.p + at + 1, '`', line.n - at - 1);

            if (!end)
                return fail_spot(err, spot, "no closing back quote on this line");
            spot.column++;
            at = (size_t)(end - line.p) + 1;
            *np_list_add(arena, &s->pieces) =
                (struct piece){ np_slice_sub(line, from + 1, at - from - 2), spot };
            continue;
        }
        while (at < line.n && !is_blank(line.p[at]) && line.p[at] != '`')
            at++;
        *np_list_add(arena, &s->words) =
            (struct word){ np_slice_sub(line, from, at - from), spot };
    }
    return NP_OK;
}

/* "ok: text": the text is everything behind the word. */
static bool take_sample(const struct reader *r, struct np_slice line, size_t at,
                        struct np_arena *arena, struct statement *s)
{
    struct np_slice left = np_slice_sub(line, at, line.n - at);

    for (int i = 0; sample_words[i]; i++) {
        size_t n = strlen(sample_words[i]);

        if (!np_slice_starts(left, sample_words[i]))
            continue;
        *np_list_add(arena, &s->words) = (struct word){ np_slice_sub(left, 0, n), s->spot };
        s->sample.text = np_slice_trim(np_slice_sub(left, n, left.n - n));
        s->sample.spot = (struct spot){ r->source, r->line, column_of(line, at + n) + 1 };
        return true;
    }
    return false;
}

/* The `|` lines behind a statement. */
static enum np_status take_continuations(struct reader *r, struct np_arena *arena,
                                         struct statement *s, struct np_err *err)
{
    while (r->at < r->source->text.n) {
        struct np_slice line = peek_line(r);
        size_t at = skip_blanks(line, 0);
        enum np_status status;

        if (at < line.n && line.p[at] == '#') {
            skip_line(r);
            continue;
        }
        if (at >= line.n || line.p[at] != '|')
            return NP_OK;
        status = take_line(r, line, at + 1, arena, s, err);
        if (status != NP_OK)
            return status;
        skip_line(r);
    }
    return NP_OK;
}

void skip_continuations(struct reader *r)
{
    while (r->at < r->source->text.n) {
        struct np_slice line = peek_line(r);
        size_t at = skip_blanks(line, 0);

        if (at >= line.n || (line.p[at] != '|' && line.p[at] != '#'))
            return;
        skip_line(r);
    }
}

enum np_status next_statement(struct reader *r, struct np_arena *arena, struct statement *s,
                              struct np_err *err)
{
    *s = (struct statement){ 0 };
    for (; r->at < r->source->text.n; skip_line(r)) {
        struct np_slice line = peek_line(r);
        size_t at = skip_blanks(line, 0);
        enum np_status status;

        if (at >= line.n || line.p[at] == '#')
            continue;
        s->spot = (struct spot){ r->source, r->line, column_of(line, at) };
        if (line.p[at] == '|')
            return fail_spot(err, s->spot, "'|' with nothing before it to go on with");
        if (take_sample(r, line, at, arena, s)) {
            skip_line(r);
            return NP_OK;
        }
        status = take_line(r, line, at, arena, s, err);
        skip_line(r);
        return status == NP_OK ? take_continuations(r, arena, s, err) : status;
    }
    return NP_END;
}

bool parse_number(struct np_slice s, double *out)
{
    bool minus = s.n && s.p[0] == '-';
    size_t at = minus || (s.n && s.p[0] == '+');
    double value = 0, unit = 1;
    bool digits = false, point = false;

    for (; at < s.n; at++) {
        if (s.p[at] == '.' && !point) {
            point = true;
            continue;
        }
        if (s.p[at] < '0' || s.p[at] > '9' || s.n > 16)
            return false;
        digits = true;
        value = value * 10 + (s.p[at] - '0');
        unit = point ? unit * 10 : unit;
    }
    *out = (minus ? -value : value) / unit;
    return digits;
}
