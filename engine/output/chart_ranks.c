/* chart_ranks.c -- lying bars: a label, a bar, the value behind it. */
#include "chart_draw.h"

#include <math.h>

enum { ROW = 22, BAR = 13, GAP = 6, ABOVE = 20, LABELS_PCT = 42 /* of the width at most */ };

struct ranks {
    struct picture picture;
    double left;   /* where bars may begin */
    double top;    /* of the first row */
    struct scale along;
};

static double widest_label(const struct chart_series *s)
{
    double widest = 0;

    for (size_t i = 0; i < s->n; i++)
        widest = fmax(widest, width_of(s->points[i].label));
    return fmin(widest, PICTURE_WIDTH * LABELS_PCT / 100.0);
}

static double widest_value(const struct chart *chart)
{
    double widest = 0;

    for (size_t i = 0; i < chart->series[0].n; i++)
        widest = fmax(widest, value_width(chart->series[0].points[i].value, chart->digits,
                                          chart->lang));
    return widest;
}

/* A gap is said in words in its row; only hatching needs a legend. */
static bool is_hatched(const struct chart *chart)
{
    for (size_t i = 0; i < chart->series[0].n; i++)
        if (chart->series[0].points[i].open)
            return true;
    return false;
}

static void lay_out(struct ranks *r, struct np_buf *b, const struct chart *chart)
{
    double low, high;

    range_of(chart, &low, &high);
    r->left = fmax(widest_label(&chart->series[0]), width_of(np_slice_of(chart->up))) + 2 * GAP;
    r->top = ABOVE + (is_hatched(chart) ? LINE_HEIGHT : 0);
    r->along = (struct scale){ .low = low, .high = high > low ? high : low + 1, .from = r->left,
                               .to = PICTURE_WIDTH - widest_value(chart) - 2 * GAP };
    r->picture = (struct picture){ .b = b, .lang = chart->lang, .width = PICTURE_WIDTH,
                                   .height = r->top + (double)chart->series[0].n * ROW + GAP,
                                   .linked = is_linked(chart) };
}

static void put_bar(struct ranks *r, const struct chart_point *point, double top)
{
    double zero = scale_place(&r->along, 0), end = scale_place(&r->along, point->value);
    double left = fmin(zero, end), width = fabs(end - zero);

    if (!point->open) {
        put_box(&r->picture, "mark a", "", left, top, width, BAR);
        return;
    }
    put_box(&r->picture, "mark hollow a", HOLLOW, left, top, width, BAR);
    put_hatch(&r->picture, "a", left, top, width, BAR, false);
}

static void put_rank(struct ranks *r, const struct chart *chart, size_t i, struct np_buf *scratch)
{
    const struct chart_point *point = &chart->series[0].points[i];
    double y = r->top + (double)i * ROW, end = scale_place(&r->along, 0);
    bool known = isfinite(point->value);

    mark_begin(&r->picture, point->href);
    put_mark_title(&r->picture, NULL, point, point->label, chart->digits);
    put_text_at(&r->picture, r->left - GAP, y + 15, AT_END, "",
                shortened(point->label, r->left - 2 * GAP + 1, scratch));
    if (known) {
        put_bar(r, point, y + 4);
        end = fmax(end, scale_place(&r->along, point->value));
    }
    put_value_at(&r->picture, end + GAP, y + 15, AT_START, known ? "value" : "gap", point->value,
                 chart->digits);
    mark_end(&r->picture, point->href);
}

void chart_ranks(struct np_buf *b, const struct chart *chart)
{
    struct np_buf more = { 0 }, scratch = { 0 };
    struct chart first = *chart;
    struct ranks r;

    if (!chart->nseries || !chart->series[0].n)
        return;
    first.nseries = 1;
    lay_out(&r, b, &first);
    put_gaps_said(&more, &first);
    figure_begin(b, chart->title, chart->says, np_buf_slice(&more));
    picture_begin(&r.picture, "chart", chart->title, chart->says, np_buf_slice(&more));
    if (is_hatched(&first))
        put_legend(&r.picture, &first, false);
    put_text_at(&r.picture, r.left - GAP, r.top - 6, AT_END, "axis-title", np_slice_of(chart->up));
    put_text_at(&r.picture, r.left, r.top - 6, AT_START, "axis-title", np_slice_of(chart->across));
    for (size_t i = 0; i < first.series[0].n; i++)
        put_rank(&r, &first, i, &scratch);
    put_line(&r.picture, "axis", "", scale_place(&r.along, 0), r.top, scale_place(&r.along, 0),
             r.picture.height - GAP);
    picture_end(&r.picture);
    figure_end(b);
    np_buf_release(&more);
    np_buf_release(&scratch);
}
