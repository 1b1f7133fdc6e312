/* chart_frame.c -- the room of bars and lines: legend above, axes around, data below. */
#include "chart_draw.h"

#include <math.h>

enum { HEIGHT = 190 /* of a plot */, MOST_TICKS = 5, BELOW = 42 /* labels and the axis' title */ };

static void lay_out(struct frame *f, const struct chart *chart, bool lines)
{
    double low, high;

    range_of(chart, &low, &high);
    f->ticks = ticks_over(low, high, MOST_TICKS, chart->digits == 0);
    f->plot.left = ticks_width(&f->ticks) + 8;
    f->plot.top = (double)legend_lines(chart, lines) * LINE_HEIGHT + TITLE_ABOVE + 14;
    f->plot.right = PICTURE_WIDTH - 2;
    f->plot.bottom = f->plot.top + HEIGHT;
    f->up = (struct scale){ .low = tick_at(&f->ticks, f->ticks.first),
                            .high = tick_at(&f->ticks, f->ticks.last),
                            .from = f->plot.bottom, .to = f->plot.top };
    f->step = (f->plot.right - f->plot.left) / (double)chart->series[0].n;
}

bool frame_begin(struct frame *f, struct np_buf *b, const struct chart *chart, bool lines)
{
    struct np_buf more = { 0 };

    if (!chart->nseries || !chart->series[0].n)
        return false;
    lay_out(f, chart, lines);
    f->picture = (struct picture){ .b = b, .lang = chart->lang, .width = PICTURE_WIDTH,
                                   .height = f->plot.bottom + BELOW, .linked = is_linked(chart) };
    put_gaps_said(&more, chart);
    figure_begin(b, chart->title, chart->says, np_buf_slice(&more));
    picture_begin(&f->picture, "chart", chart->title, chart->says, np_buf_slice(&more));
    put_legend(&f->picture, chart, lines);
    put_up_axis(&f->picture, &f->plot, &f->up, &f->ticks, chart->up);
    np_buf_release(&more);
    return true;
}

void frame_end(struct frame *f, const struct chart *chart, bool shown)
{
    put_labels(&f->picture, &f->plot, chart);
    picture_end(&f->picture);
    put_data(f->picture.b, chart, shown);
    figure_end(f->picture.b);
}
