/* chart_bars.c -- upright bars, side by side or upon each other: the second series is hollow, periods that
 * are not over are hatched.
 */
#include "chart_draw.h"

#include <math.h>

enum { WIDEST = 34 /* a bar */, VALUE_ROOM = 4 };

/* Where the bar stands: zero, or upon that of the first series. */
static double base_of(const struct chart *chart, size_t series, size_t i)
{
    double below = chart->series[0].points[i].value;

    return chart->stacked && series && isfinite(below) ? below : 0;
}

/* What is written over a bar: of stacked ones the sum, over the last. */
static double said_value(const struct chart *chart, size_t series, size_t i)
{
    double sum = 0;

    if (!chart->stacked)
        return chart->series[series].points[i].value;
    for (size_t s = 0; s < chart->nseries; s++)
        sum += chart->series[s].points[i].value;
    return series + 1 == chart->nseries ? sum : NAN;
}

static double widest_value(const struct chart *chart)
{
    double widest = 0;

    for (size_t s = 0; s < chart->nseries; s++)
        for (size_t i = 0; i < chart->series[s].n; i++) {
            double value = said_value(chart, s, i);

            if (isfinite(value))
                widest = fmax(widest, value_width(value, chart->digits, chart->lang));
        }
    return widest;
}

static void put_bar(struct frame *f, const struct chart *chart, size_t series, size_t i, double x,
                    double width)
{
    const struct chart_point *point = &chart->series[series].points[i];
    double base = base_of(chart, series, i);
    double zero = scale_place(&f->up, base), end = scale_place(&f->up, base + point->value);
    double top = fmin(zero, end), height = fabs(zero - end);
    bool second = series > 0;

    mark_begin(&f->picture, point->href);
    put_mark_title(&f->picture, chart->nseries > 1 ? chart->series[series].name : NULL, point,
                   chart->series[0].points[i].label, chart->digits);
    if (second || point->open)
        put_box(&f->picture, second ? "mark hollow b" : "mark hollow a", HOLLOW, x, top, width, height);
    else
        put_box(&f->picture, "mark a", "", x, top, width, height);
    if (point->open)
        put_hatch(&f->picture, second ? "b" : "a", x, top, width, height, second);
    mark_end(&f->picture, point->href);
}

/* Bars side by side in one step; stacked ones are one bar. */
static size_t abreast(const struct chart *chart)
{
    return chart->stacked ? 1 : chart->nseries;
}

static void put_point(struct frame *f, const struct chart *chart, size_t series, size_t i, bool shown)
{
    double value = chart->series[series].points[i].value, sum = said_value(chart, series, i);
    double width = fmin(f->step * 0.74 / (double)abreast(chart), WIDEST);
    double middle = f->plot.left + ((double)i + 0.5) * f->step;

    if (!chart->stacked)
        middle += ((double)series - (double)(chart->nseries - 1) / 2) * width;
    if (!isfinite(value)) {
        put_text_at(&f->picture, middle, scale_place(&f->up, 0) - 4, AT_MIDDLE, "gap", NP_S("–"));
        return;
    }
    if (value != 0 || !chart->stacked)
        put_bar(f, chart, series, i, middle - width / 2 + 0.5, width - 1);
    if (shown && isfinite(sum))
        put_value_at(&f->picture, middle, scale_place(&f->up, sum) + (sum < 0 ? 13 : -4), AT_MIDDLE,
                     "value", sum, chart->digits);
}

void chart_bars(struct np_buf *b, const struct chart *chart)
{
    struct frame f;
    bool shown;

    if (!frame_begin(&f, b, chart, false))
        return;
    /* All values or none: some without a number would look like zeros. */
    shown = widest_value(chart) + VALUE_ROOM <= f.step / (double)abreast(chart) &&
            (abreast(chart) == 1 || widest_value(chart) <= fmin(f.step * 0.74 / 2, WIDEST));
    for (size_t i = 0; i < chart->series[0].n; i++)
        for (size_t s = 0; s < chart->nseries; s++)
            put_point(&f, chart, s, i, shown);
    frame_end(&f, chart, shown);
}
