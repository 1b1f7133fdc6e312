/* explain_text.c -- pages of an explanation on a terminal: nothing is cut, long texts are wrapped.
 *
 *     == Summary
 *     Status      in force; until 2031-05-04
 *
 *     == Technical score 62.2 (0..100): contributions 55.9 / weight present 0.9
 *     Item                  Value  Weight  Points  Contribution
 *     ──────────────────────────────────────────────────────────
 *     Technology relevance    1.9    0.35    85.3          29.9
 *         Inputs   c_star 3.2 / mean 1.7 of 41 peers ...
 *
 * Columns within result->reading stand side by side, the others under each row. Width is what a
 * terminal shows (East Asian wide counts 2). A table too wide for the terminal becomes one block
 * of lines for each row.
 */
#include "output.h"

#include <math.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { GAP = 2, INDENT = 4, WIDTH_ELSEWHERE = 100, LEAST = 10, LEAST_LINE = 30, CAP = 44,
       LONGEST_WORD = 20 };

struct screen {
    struct np_buf *out;
    enum np_lang lang;
    int width;
    struct np_buf cell; /* the text at hand */
};

/* ---- wrapping ---- */

/* Bytes of s that fit in the width: up to a blank, or between two East Asian characters; a word
 * longer than a line is cut.                                                                    */
static size_t line_of(struct np_slice s, int width)
{
    size_t at = 0, best = 0;
    int used = 0;
    bool wide_before = false;

    while (at < s.n) {
        size_t from = at;
        uint32_t c = np_utf8_next(s, &at);
        int w = np_text_width(np_slice_sub(s, from, at - from));
        bool wide = np_is_cjk(c) && !strchr(",.;:!?)", c < 128 ? (int)c : ' ');

        if (from && (wide_before || wide) && c != ' ')
            best = from;
        if (used + w > width)
            return best ? best : from ? from : at;
        used += w;
        if (c == ' ')
            best = at;
        wide_before = wide;
    }
    return s.n;
}

static void put_blanks(struct np_buf *b, int n)
{
    for (int i = 0; i < n; i++)
        np_buf_putc(b, ' ');
}

static void end_line(struct np_buf *b)
{
    while (b->n && b->p[b->n - 1] == ' ')
        b->n--;
    np_buf_putc(b, '\n');
}

/* A text behind what stands already in the line, later lines at the indent. */
static void put_wrapped(struct screen *s, struct np_slice text, int indent)
{
    int width = s->width - indent > LEAST_LINE ? s->width - indent : LEAST_LINE;

    do {
        size_t n = line_of(text, width);

        np_buf_puts_slice(s->out, np_slice_sub(text, 0, n));
        text = np_slice_sub(text, n, text.n);
        while (text.n && text.p[0] == ' ')
            text = np_slice_sub(text, 1, text.n);
        end_line(s->out);
        if (text.n)
            put_blanks(s->out, indent);
    } while (text.n);
}

static struct np_slice show(struct screen *s, const struct np_column *column,
                            const struct np_cell *cell)
{
    np_buf_reset(&s->cell);
    if (column->kind == NP_CELL_TEXT && cell->set)
        np_text_line(&s->cell, cell->text);
    else if (column->kind == NP_CELL_REAL && np_cell_known(column, cell) &&
             cell->real == floor(cell->real) && fabs(cell->real) < 1e15)
        np_buf_printf(&s->cell, "%.0f", cell->real);
    else
        np_cell_show(&s->cell, column, cell, s->lang);
    return np_buf_slice(&s->cell);
}

static int heading_width(const struct screen *s, const struct np_column *column)
{
    return np_text_width(np_slice_of(np_heading(column, s->lang)));
}

/* "    Inputs   filed 2019-03-04": what stands under a row. */
static void put_details(struct screen *s, const struct np_result *r, const struct np_cell *row,
                        size_t from, int indent)
{
    int label = 0;

    for (size_t c = from; c < r->ncolumns; c++)
        if (heading_width(s, &r->columns[c]) > label)
            label = heading_width(s, &r->columns[c]);
    for (size_t c = from; c < r->ncolumns; c++) {
        if (!np_cell_known(&r->columns[c], &row[c]))
            continue;
        put_blanks(s->out, indent);
        np_buf_puts(s->out, np_heading(&r->columns[c], s->lang));
        put_blanks(s->out, label - heading_width(s, &r->columns[c]) + GAP);
        put_wrapped(s, show(s, &r->columns[c], &row[c]), indent + label + GAP);
    }
}

/* ---- lines ---- */

static void put_lines(struct screen *s, const struct np_result *r)
{
    int label = 0;

    for (size_t i = 0; i < r->rows.n; i++)
        if (np_text_width(r->rows.v[i][0].text) > label)
            label = np_text_width(r->rows.v[i][0].text);
    if (label > CAP)
        label = CAP;
    for (size_t i = 0; i < r->rows.n; i++) {
        const struct np_cell *row = r->rows.v[i];
        int blanks = label - np_text_width(row[0].text);

        np_buf_puts_slice(s->out, row[0].text);
        put_blanks(s->out, (blanks > 0 ? blanks : 0) + GAP);
        put_wrapped(s, show(s, &r->columns[1], &row[1]), label + GAP);
        put_details(s, r, row, 2, label + GAP);
    }
}

/* ---- tables ---- */

struct grid { int width[64], least[64]; size_t n; };

/* The longest piece that is never broken: a word, an id. */
static int longest_word(struct np_slice s)
{
    int longest = 0, run = 0;
    size_t at = 0;

    while (at < s.n) {
        size_t from = at;
        uint32_t c = np_utf8_next(s, &at);
        int w = np_text_width(np_slice_sub(s, from, at - from));

        run = c == ' ' ? 0 : np_is_cjk(c) ? w : run + w;
        longest = run > longest ? run : longest;
    }
    return longest < LONGEST_WORD ? longest : LONGEST_WORD;
}

static void measure(struct screen *s, const struct np_result *r, struct grid *grid)
{
    for (size_t c = 0; c < grid->n; c++) {
        grid->width[c] = heading_width(s, &r->columns[c]);
        grid->least[c] = LEAST;
        for (size_t i = 0; i < r->rows.n; i++) {
            struct np_slice text = show(s, &r->columns[c], &r->rows.v[i][c]);
            int w = np_text_width(text), least = longest_word(text);

            grid->width[c] = w > grid->width[c] ? w : grid->width[c];
            grid->least[c] = least > grid->least[c] ? least : grid->least[c];
        }
    }
}

static int total_of(const struct grid *grid)
{
    int total = 0;

    for (size_t c = 0; c < grid->n; c++)
        total += grid->width[c] + (c ? GAP : 0);
    return total;
}

/* The widest text gives way, a column at a time; false if all are as narrow as can be read. */
static bool fit(const struct screen *s, const struct np_result *r, struct grid *grid)
{
    while (total_of(grid) > s->width) {
        size_t widest = grid->n;

        for (size_t c = 0; c < grid->n; c++)
            if (r->columns[c].kind == NP_CELL_TEXT && grid->width[c] > grid->least[c] &&
                (widest == grid->n || grid->width[c] > grid->width[widest]))
                widest = c;
        if (widest == grid->n)
            return false;
        grid->width[widest]--;
    }
    return true;
}

static void put_row(struct screen *s, const struct grid *grid, struct np_slice *texts,
                    const struct np_result *r)
{
    for (bool more = true; more;) {
        more = false;
        for (size_t c = 0; c < grid->n; c++) {
            size_t n = line_of(texts[c], grid->width[c]);
            struct np_slice line = np_slice_trim(np_slice_sub(texts[c], 0, n));
            int blanks = grid->width[c] - np_text_width(line);
            bool right = np_column_is_number(&r->columns[c]);

            put_blanks(s->out, right ? blanks : 0);
            np_buf_puts_slice(s->out, line);
            put_blanks(s->out, (right ? 0 : blanks) + GAP);
            texts[c] = np_slice_trim(np_slice_sub(texts[c], n, texts[c].n));
            more = more || texts[c].n;
        }
        end_line(s->out);
    }
}

static void put_grid_head(struct screen *s, const struct np_result *r, const struct grid *grid)
{
    struct np_slice texts[64];

    for (size_t c = 0; c < grid->n; c++)
        texts[c] = np_slice_of(np_heading(&r->columns[c], s->lang));
    put_row(s, grid, texts, r);
    for (int i = 0; i < total_of(grid); i++)
        np_buf_puts(s->out, "─");
    np_buf_putc(s->out, '\n');
}

static void put_grid_row(struct screen *s, const struct np_result *r, const struct grid *grid,
                         const struct np_cell *row)
{
    struct np_arena *arena = np_arena_new();
    struct np_slice texts[64];

    for (size_t c = 0; c < grid->n; c++)
        texts[c] = np_arena_copy(arena, show(s, &r->columns[c], &row[c]));
    put_row(s, grid, texts, r);
    np_arena_free(arena);
    put_details(s, r, row, grid->n, INDENT);
}

/* One block for each row. */
static void put_blocks(struct screen *s, const struct np_result *r)
{
    for (size_t i = 0; i < r->rows.n; i++) {
        np_buf_puts(s->out, i ? "\n" : "");
        put_details(s, r, r->rows.v[i], 0, 0);
    }
}

static void put_table(struct screen *s, const struct np_result *r)
{
    struct grid grid = { .n = r->reading };

    if (grid.n > sizeof grid.width / sizeof *grid.width) {
        put_blocks(s, r);
        return;
    }
    measure(s, r, &grid);
    if (!fit(s, r, &grid)) {
        put_blocks(s, r);
        return;
    }
    put_grid_head(s, r, &grid);
    for (size_t i = 0; i < r->rows.n; i++)
        put_grid_row(s, r, &grid, r->rows.v[i]);
}

static int width_of(int fd)
{
    struct winsize size;

    if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
        return size.ws_col;
    return WIDTH_ELSEWHERE;
}

enum np_status np_write_explain_text(int fd, const struct np_result *const *results, size_t n,
                                     enum np_lang lang, struct np_err *err)
{
    struct writer w = { .fd = fd };
    struct screen s = { .out = &w.buf, .lang = lang, .width = width_of(fd) };

    for (size_t i = 0; i < n; i++) {
        np_buf_puts(&w.buf, i ? "\n== " : "== ");
        put_wrapped(&s, np_slice_of(np_title(results[i], lang)), 3);
        if (strcmp(results[i]->columns[0].name, "item") == 0 && results[i]->reading == 2 &&
            strcmp(results[i]->columns[1].name, "text") == 0)
            put_lines(&s, results[i]);
        else
            put_table(&s, results[i]);
        np_writer_spill(&w);
    }
    np_buf_release(&s.cell);
    return np_writer_end(&w, err);
}
