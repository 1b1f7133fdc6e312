/* chart_lines.c -- lines with a dot for each value, broken at gaps; hatched where a period is not over. */
#include "chart_draw.h"
#include "markup.h"

#include <math.h>

struct place {
    double x, y;
};

static struct place place_at(const struct frame *f, const struct chart_series *series, size_t i)
{
    return (struct place){ f->plot.left + ((double)i + 0.5) * f->step,
                           scale_place(&f->up, series->points[i].value) };
}

static void put_step(struct np_buf *b, char how, struct place at)
{
    np_buf_putc(b, how);
    np_real_put(b, at.x, 1);
    np_buf_putc(b, ' ');
    np_real_put(b, at.y, 1);
}

/* From i - 1 to i: broken where the period is not over; nothing beside a gap. */
static void put_stretch(struct frame *f, const struct chart *chart, size_t s, size_t i)
{
    const struct chart_series *series = &chart->series[s];
    const struct chart_point *points = series->points;

    if (!isfinite(points[i - 1].value) || !isfinite(points[i].value))
        return;
    np_buf_printf(f->picture.b, "<path class=\"none %s\" fill=\"none\" stroke=\"currentColor\" "
                                "stroke-width=\"2\"%s d=\"",
                  s ? "b" : "a", points[i].open ? DOTTED : s ? BROKEN : "");
    put_step(f->picture.b, 'M', place_at(f, series, i - 1));
    put_step(f->picture.b, 'L', place_at(f, series, i));
    np_buf_puts(f->picture.b, "\"/>\n");
}

static void put_circle(struct np_buf *b, const char *classes, const char *attributes,
                       struct place at, double radius)
{
    np_buf_printf(b, "<circle class=\"%s\"%s", classes, attributes);
    put_coordinate(b, "cx", at.x);
    put_coordinate(b, "cy", at.y);
    put_coordinate(b, "r", radius);
    np_buf_puts(b, "/>");
}

static void put_dot(struct frame *f, const struct chart *chart, size_t s, size_t i)
{
    const struct chart_point *point = &chart->series[s].points[i];
    bool hollow = s || point->open;

    mark_begin(&f->picture, point->href);
    put_mark_title(&f->picture, chart->nseries > 1 ? chart->series[s].name : NULL, point,
                   chart->series[0].points[i].label, chart->digits);
    put_circle(f->picture.b, hollow ? s ? "mark hollow b" : "mark hollow a" : "mark a",
               hollow ? HOLLOW : "", place_at(f, &chart->series[s], i), 3);
    mark_end(&f->picture, point->href);
}

static bool put_value_free(struct frame *f, struct room *room, struct place at, double value,
                           int digits)
{
    struct np_buf text = { 0 };
    bool put;

    put_value(&text, value, digits, f->picture.lang);
    put = put_text_free(&f->picture, room, at.x, at.y - 7, AT_MIDDLE, "value", np_buf_slice(&text)) ||
          put_text_free(&f->picture, room, at.x, at.y + 16, AT_MIDDLE, "value", np_buf_slice(&text));
    np_buf_release(&text);
    return put;
}

/* The last and the highest first: what a reader looks for. Then the others where there is room; false:
 * not for all.                                                                                    */
static bool put_values(struct frame *f, struct room *room, const struct chart_series *series,
                       int digits)
{
    size_t highest = series->n, last = series->n;
    bool all = true;

    for (size_t i = 0; i < series->n; i++) {
        if (!isfinite(series->points[i].value))
            continue;
        last = i;
        if (highest == series->n || series->points[i].value > series->points[highest].value)
            highest = i;
    }
    if (last < series->n)
        put_value_free(f, room, place_at(f, series, last), series->points[last].value, digits);
    if (highest != last)
        put_value_free(f, room, place_at(f, series, highest), series->points[highest].value, digits);
    for (size_t i = 0; i < series->n; i++)
        if (isfinite(series->points[i].value) && i != last && i != highest)
            all &= put_value_free(f, room, place_at(f, series, i), series->points[i].value, digits);
    return all;
}

static void put_series(struct frame *f, const struct chart *chart, size_t s)
{
    const struct chart_series *series = &chart->series[s];

    for (size_t i = 1; i < series->n; i++)
        put_stretch(f, chart, s, i);
    for (size_t i = 0; i < series->n; i++)
        if (isfinite(series->points[i].value))
            put_dot(f, chart, s, i);
}

/* Behind the lines: periods that are not over, from top to bottom. */
static void put_open(struct frame *f, const struct chart *chart)
{
    const struct chart_series *first = &chart->series[0];

    for (size_t i = 0; i < first->n; i++)
        if (first->points[i].open)
            put_hatch(&f->picture, "grid", f->plot.left + (double)i * f->step, f->plot.top, f->step,
                      f->plot.bottom - f->plot.top, false);
}

void chart_lines(struct np_buf *b, const struct chart *chart)
{
    struct room room = { 0 };
    struct frame f;
    bool shown = true;

    if (!frame_begin(&f, b, chart, true))
        return;
    room.arena = np_arena_new();
    room.within = (struct box){ f.plot.left, f.plot.top - 18, f.plot.right, f.plot.bottom };
    put_open(&f, chart);
    for (size_t s = 0; s < chart->nseries; s++)
        put_series(&f, chart, s);
    for (size_t s = 0; s < chart->nseries; s++)
        shown &= put_values(&f, &room, &chart->series[s], chart->digits);
    np_arena_free(room.arena);
    frame_end(&f, chart, shown);
}
