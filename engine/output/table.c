/* table.c -- aligned columns for a terminal.
 *
 *     Enterprise      Subfield  Families  Score
 *     ───────────────────────────────────────────
 *     示例半导体      1.2             41   81.3
 *
 * Width is what a terminal shows (East Asian wide counts 2). Where a row would not fit, texts are
 * held to one greatest width; where they would become too short to read, columns are left out from
 * the right and named below the table. A number is never cut.
 */
#include "output.h"

#include <sys/ioctl.h>
#include <unistd.h>

enum { GAP = 2, WIDTH_ELSEWHERE = 200, LEAST_TEXT = 24, LEAST_HEADING = 12, NAMED_BELOW = 6 };

struct shape {
    int *natural, *least, *width; /* per column */
    size_t shown;                 /* columns from the left */
    struct np_arena *arena;
};

static int text_width(struct np_buf *scratch, struct np_slice s)
{
    np_buf_reset(scratch);
    np_text_line(scratch, s);
    return np_text_width(np_buf_slice(scratch));
}

static void show_cell(struct np_buf *b, const struct np_column *column,
                      const struct np_cell *cell, enum np_lang lang)
{
    np_buf_reset(b);
    if (column->kind == NP_CELL_TEXT && cell->set)
        np_text_line(b, cell->text);
    else
        np_cell_show(b, column, cell, lang);
}

static int max_int(int a, int b)
{
    return a > b ? a : b;
}

static int min_int(int a, int b)
{
    return a < b ? a : b;
}

static void measure(struct shape *shape, const struct np_result *r, enum np_lang lang)
{
    struct np_buf scratch = { 0 };

    for (size_t c = 0; c < r->ncolumns; c++) {
        int heading = text_width(&scratch, np_slice_of(np_heading(&r->columns[c], lang)));
        int widest = 0;

        for (size_t i = 0; i < r->rows.n; i++) {
            show_cell(&scratch, &r->columns[c], &r->rows.v[i][c], lang);
            widest = max_int(widest, np_text_width(np_buf_slice(&scratch)));
        }
        shape->natural[c] = max_int(heading, widest);
        shape->least[c] = r->columns[c].kind == NP_CELL_TEXT
                              ? min_int(LEAST_TEXT, shape->natural[c])
                              : max_int(widest, min_int(LEAST_HEADING, heading));
    }
    np_buf_release(&scratch);
}

static int total_at(const struct shape *shape, int cap)
{
    int total = shape->shown ? (int)(shape->shown - 1) * GAP : 0;

    for (size_t c = 0; c < shape->shown; c++)
        total += max_int(shape->least[c], min_int(shape->natural[c], cap));
    return total;
}

/* As many columns as can be read, then the greatest common cap under which a row fits. */
static void fit(struct shape *shape, size_t n, int width)
{
    int low = 1, high = max_int(width, 1);

    shape->shown = n;
    while (shape->shown > 1 && total_at(shape, 1) > width)
        shape->shown--;
    while (low < high) {
        int middle = (low + high + 1) / 2;

        if (total_at(shape, middle) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    for (size_t c = 0; c < n; c++)
        shape->width[c] = max_int(shape->least[c], min_int(shape->natural[c], low));
}

static void put_blanks(struct np_buf *b, int n)
{
    for (int i = 0; i < n; i++)
        np_buf_putc(b, ' ');
}

/* As much of s as fits, with an ellipsis where it was cut; returns the columns taken. */
static int put_cut(struct np_buf *b, struct np_slice s, int width)
{
    int all = np_text_width(s), taken = 0;
    size_t at = 0;

    if (all <= width) {
        np_buf_puts_slice(b, s);
        return all;
    }
    while (at < s.n) {
        size_t from = at;
        int w;

        np_utf8_next(s, &at);
        w = np_text_width(np_slice_sub(s, from, at - from));
        if (taken + w > width - 1)
            break;
        np_buf_put(b, s.p + from, at - from);
        taken += w;
    }
    np_buf_puts(b, "…");
    return taken + 1;
}

static void put_field(struct np_buf *b, struct np_slice s, int width, bool right, bool last)
{
    int natural = np_text_width(s);

    if (right)
        put_blanks(b, width - min_int(natural, width));
    natural = put_cut(b, s, width);
    if (!right && !last)
        put_blanks(b, width - natural);
    if (!last)
        put_blanks(b, GAP);
}

static void put_head(struct np_buf *b, const struct np_result *r, const struct shape *shape,
                     enum np_lang lang)
{
    int total = 0;

    for (size_t c = 0; c < shape->shown; c++) {
        put_field(b, np_slice_of(np_heading(&r->columns[c], lang)), shape->width[c],
                  np_column_is_number(&r->columns[c]), c + 1 == shape->shown);
        total += shape->width[c] + (c ? GAP : 0);
    }
    np_buf_putc(b, '\n');
    for (int i = 0; i < total; i++)
        np_buf_puts(b, "─");
    np_buf_putc(b, '\n');
}

static void put_row(struct np_buf *b, const struct np_result *r, const struct np_cell *row,
                    const struct shape *shape, struct np_buf *scratch, enum np_lang lang)
{
    for (size_t c = 0; c < shape->shown; c++) {
        show_cell(scratch, &r->columns[c], &row[c], lang);
        put_field(b, np_buf_slice(scratch), shape->width[c], np_column_is_number(&r->columns[c]),
                  c + 1 == shape->shown);
    }
    while (b->n && b->p[b->n - 1] == ' ')
        b->n--;
    np_buf_putc(b, '\n');
}

static void put_left_out(struct np_buf *b, const struct np_result *r, const struct shape *shape,
                         enum np_lang lang)
{
    bool zh = lang == NP_LANG_ZH;

    if (shape->shown == r->ncolumns)
        return;
    np_buf_puts(b, zh ? "未显示: " : "not shown: ");
    for (size_t c = shape->shown; c < r->ncolumns && c < shape->shown + NAMED_BELOW; c++)
        np_buf_printf(b, "%s%s", c > shape->shown ? zh ? "、" : ", " : "",
                      np_heading(&r->columns[c], lang));
    if (r->ncolumns - shape->shown > NAMED_BELOW)
        np_buf_printf(b, zh ? " 等 %zu 列" : " and others, %zu columns", r->ncolumns - shape->shown);
    np_buf_puts(b, zh ? " (csv、jsonl、xlsx 含全部)\n" : " (csv, jsonl, xlsx hold all)\n");
}

/* Three numbers before any ranking, where they are low. */
static void put_warnings(struct np_buf *b, const struct np_result *r, enum np_lang lang)
{
    for (size_t i = 0; i < r->notes.n; i++) {
        struct np_slice label = np_label(r->notes.v[i].key, lang);

        if (np_is_warning(r->notes.v[i].key))
            np_buf_printf(b, "%.*s: %.*s\n", NP_ARG(label), NP_ARG(r->notes.v[i].value));
    }
}

static struct shape shape_of(const struct np_result *r, enum np_lang lang, int width)
{
    struct shape shape = { .arena = np_arena_new() };

    shape.natural = np_arena_zalloc(shape.arena, (r->ncolumns + 1) * sizeof(int));
    shape.least = np_arena_zalloc(shape.arena, (r->ncolumns + 1) * sizeof(int));
    shape.width = np_arena_zalloc(shape.arena, (r->ncolumns + 1) * sizeof(int));
    measure(&shape, r, lang);
    fit(&shape, r->ncolumns, width);
    return shape;
}

void np_table_put(struct np_buf *b, const struct np_result *r, enum np_lang lang, int width)
{
    struct shape shape = shape_of(r, lang, width);
    struct np_buf scratch = { 0 };

    put_head(b, r, &shape, lang);
    for (size_t i = 0; i < r->rows.n; i++)
        put_row(b, r, r->rows.v[i], &shape, &scratch, lang);
    put_left_out(b, r, &shape, lang);
    put_warnings(b, r, lang);
    np_buf_release(&scratch);
    np_arena_free(shape.arena);
}

static int width_of(int fd)
{
    struct winsize size;

    if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20)
        return size.ws_col;
    return WIDTH_ELSEWHERE;
}

enum np_status np_write_table(int fd, const struct np_result *const *results, size_t n,
                              enum np_lang lang, struct np_err *err)
{
    struct writer w = { .fd = fd };

    for (size_t i = 0; i < n; i++) {
        if (n > 1)
            np_buf_printf(&w.buf, "%s%s\n\n", i ? "\n" : "", np_title(results[i], lang));
        np_table_put(&w.buf, results[i], lang, width_of(fd));
        np_writer_spill(&w);
    }
    return np_writer_end(&w, err);
}
