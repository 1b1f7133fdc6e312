/* chart_bubbles.c -- portfolios on a plane: how many, how good, how much together. */
#include "chart_draw.h"
#include "markup.h"

#include <math.h>
#include <stdlib.h>

enum { HEIGHT = 300, LARGEST = 24, SMALLEST = 3, UNKNOWN = 4 /* radius */, BELOW = 42,
       MOST_TICKS = 6, INSIDE = 26 /* from the edge to a centre */,
       ON_PAPER = 20 /* rows of the table that paper has room for */ };

#define ROUND 0.9 /* of a circle's radius that a label keeps away from: its corners are empty */

struct plane {
    struct picture picture;
    struct plot plot;
    struct scale across, up;
    struct ticks across_ticks, up_ticks;
    double largest; /* size */
    size_t left_out;
    struct room room;
    const struct chart_bubble **order; /* drawn ones, the largest first */
    size_t n;
};

/* ---- what is drawn, in which order ---- */

static bool is_drawn(const struct chart_plane *chart, const struct chart_bubble *bubble)
{
    return isfinite(bubble->x) && isfinite(bubble->y) && !(chart->logarithmic && bubble->x <= 0);
}

static double size_of(const struct chart_bubble *bubble)
{
    return isfinite(bubble->size) && bubble->size > 0 ? bubble->size : 0;
}

static int by_size(const void *a, const void *b)
{
    const struct chart_bubble *x = *(const struct chart_bubble *const *)a;
    const struct chart_bubble *y = *(const struct chart_bubble *const *)b;

    if (x->here != y->here)
        return x->here ? -1 : 1;
    if (size_of(x) != size_of(y))
        return size_of(x) > size_of(y) ? -1 : 1;
    return x < y ? -1 : x > y; /* the order given */
}

static void choose(struct plane *plane, const struct chart_plane *chart)
{
    plane->order = np_arena_alloc(plane->room.arena, chart->n * sizeof *plane->order);
    for (size_t i = 0; i < chart->n; i++) {
        const struct chart_bubble *bubble = &chart->bubbles[i];

        if (!is_drawn(chart, bubble))
            continue;
        plane->order[plane->n++] = bubble;
        plane->largest = fmax(plane->largest, size_of(bubble));
    }
    plane->left_out = chart->n - plane->n;
    qsort(plane->order, plane->n, sizeof *plane->order, by_size);
}

static double radius_of(const struct plane *plane, const struct chart_bubble *bubble)
{
    if (!isfinite(bubble->size))
        return UNKNOWN;
    if (plane->largest <= 0)
        return SMALLEST;
    return fmax(SMALLEST, LARGEST * sqrt(size_of(bubble) / plane->largest));
}

/* ---- axes ---- */

struct range {
    double low, high;
};

static void widen(struct range *range, double value)
{
    if (!isfinite(value))
        return;
    range->low = fmin(range->low, value);
    range->high = fmax(range->high, value);
}

static void scale_across(struct plane *plane, const struct chart_plane *chart, struct range range)
{
    struct scale *s = &plane->across;

    s->logarithmic = chart->logarithmic;
    if (chart->logarithmic) {
        struct ticks last = round_below(range.high);

        plane->across_ticks = round_below(range.low);
        s->low = tick_at(&plane->across_ticks, 1);
        while (tick_at(&last, 1) < range.high || tick_at(&last, 1) <= s->low)
            ticks_widen(&last);
        s->high = tick_at(&last, 1);
        return;
    }
    plane->across_ticks = ticks_over(range.low, range.high, MOST_TICKS, chart->across_digits == 0);
    s->low = tick_at(&plane->across_ticks, plane->across_ticks.first);
    s->high = tick_at(&plane->across_ticks, plane->across_ticks.last);
}

static void find_scales(struct plane *plane, const struct chart_plane *chart)
{
    struct range across = { INFINITY, -INFINITY }, up = across;

    for (size_t i = 0; i < plane->n; i++) {
        widen(&across, plane->order[i]->x);
        widen(&up, plane->order[i]->y);
    }
    if (!chart->logarithmic || chart->across_at > 0)
        widen(&across, chart->across_at);
    widen(&up, chart->up_at);
    if (!plane->n)
        across = up = (struct range){ 1, 10 };
    scale_across(plane, chart, across);
    plane->up_ticks = ticks_over(up.low, up.high, MOST_TICKS, chart->up_digits == 0);
    plane->up.low = tick_at(&plane->up_ticks, plane->up_ticks.first);
    plane->up.high = tick_at(&plane->up_ticks, plane->up_ticks.last);
}

/* Centres keep off the edges by the largest circle, so that none is cut. */
static void lay_out(struct plane *plane, const struct chart_plane *chart)
{
    struct plot *plot = &plane->plot;

    find_scales(plane, chart);
    plot->left = ticks_width(&plane->up_ticks) + 8;
    plot->top = LINE_HEIGHT + TITLE_ABOVE + 10;
    plot->right = PICTURE_WIDTH - 2;
    plot->bottom = plot->top + HEIGHT;
    plane->across.from = plot->left + INSIDE;
    plane->across.to = plot->right - INSIDE;
    plane->up.from = plot->bottom - INSIDE;
    plane->up.to = plot->top + INSIDE;
    plane->room.within = (struct box){ plot->left, plot->top, plot->right, plot->bottom };
    plane->picture.width = PICTURE_WIDTH;
    plane->picture.height = plot->bottom + BELOW;
}

static void put_across_tick(struct plane *plane, double value, int digits, double *free_from)
{
    double x = scale_place(&plane->across, value);
    double half = value_width(value, digits, NP_LANG_EN) / 2 + 3;

    put_line(&plane->picture, "grid", "", x, plane->plot.top, x, plane->plot.bottom);
    if (x - half < *free_from)
        return;
    *free_from = x + half;
    put_value_at(&plane->picture, x, plane->plot.bottom + 16, AT_MIDDLE, "tick", value, digits);
}

static void put_logarithmic_ticks(struct plane *plane)
{
    double free_from = 0;

    for (struct ticks t = plane->across_ticks; tick_at(&t, 1) <= plane->across.high; ticks_widen(&t))
        put_across_tick(plane, tick_at(&t, 1), tick_digits(&t), &free_from);
}

static void put_axes(struct plane *plane, const struct chart_plane *chart)
{
    const struct plot *plot = &plane->plot;
    const struct ticks *t = &plane->across_ticks;
    double free_from = 0;

    put_up_axis(&plane->picture, plot, &plane->up, &plane->up_ticks, chart->up);
    if (chart->logarithmic)
        put_logarithmic_ticks(plane);
    else
        for (int64_t i = t->first; i <= t->last; i++)
            put_across_tick(plane, tick_at(t, i), tick_digits(t), &free_from);
    put_line(&plane->picture, "axis", "", plot->left, plot->bottom, plot->right, plot->bottom);
    put_text_at(&plane->picture, plot->right, plot->bottom + 34, AT_END, "axis-title",
                np_slice_of(chart->across));
}

/* ---- lines that part the plane ---- */

static void put_parting(struct plane *plane, const struct chart_plane *chart)
{
    const struct plot *plot = &plane->plot;

    if (isfinite(chart->across_at) && (!chart->logarithmic || chart->across_at > 0)) {
        double x = scale_place(&plane->across, chart->across_at);

        put_line(&plane->picture, "quadrant", BROKEN, x, plot->top, x, plot->bottom);
    }
    if (isfinite(chart->up_at)) {
        double y = scale_place(&plane->up, chart->up_at);

        put_line(&plane->picture, "quadrant", BROKEN, plot->left, y, plot->right, y);
    }
}

/* At an end of its line where no circle stands. */
static void put_parting_said(struct plane *plane, const struct chart_plane *chart)
{
    const struct plot *plot = &plane->plot;
    struct picture *p = &plane->picture;

    if (isfinite(chart->across_at) && (!chart->logarithmic || chart->across_at > 0)) {
        double x = scale_place(&plane->across, chart->across_at) + 4;
        struct np_slice said_there = np_slice_of(chart->across_said);

        if (!put_text_free(p, &plane->room, x, plot->top + 12, AT_START, "tick", said_there))
            put_text_free(p, &plane->room, x, plot->bottom - 4, AT_START, "tick", said_there);
    }
    if (isfinite(chart->up_at)) {
        double y = scale_place(&plane->up, chart->up_at) - 4;
        struct np_slice said_there = np_slice_of(chart->up_said);

        if (!put_text_free(p, &plane->room, plot->right - 3, y, AT_END, "tick", said_there))
            put_text_free(p, &plane->room, plot->left + 3, y, AT_START, "tick", said_there);
    }
}

/* ---- bubbles ---- */

static void say_value(struct np_buf *b, const char *what, double value, int digits, enum np_lang lang)
{
    np_buf_puts(b, "\n");
    html_words(b, what);
    np_buf_puts(b, lang == NP_LANG_ZH ? "：" : ": ");
    put_value(b, value, digits, lang);
}

static void put_bubble_title(struct np_buf *b, const struct chart_plane *chart,
                             const struct chart_bubble *bubble)
{
    np_buf_puts(b, "<title>");
    html_text(b, bubble->label);
    say_value(b, chart->across, bubble->x, chart->across_digits, chart->lang);
    say_value(b, chart->up, bubble->y, chart->up_digits, chart->lang);
    say_value(b, chart->area, bubble->size, chart->area_digits, chart->lang);
    np_buf_puts(b, "</title>");
}

static void put_bubble(struct plane *plane, const struct chart_plane *chart,
                       const struct chart_bubble *bubble)
{
    struct np_buf *b = plane->picture.b;
    double x = scale_place(&plane->across, bubble->x), y = scale_place(&plane->up, bubble->y);
    double radius = radius_of(plane, bubble);
    bool known = isfinite(bubble->size);

    mark_begin(&plane->picture, bubble->href);
    put_bubble_title(b, chart, bubble);
    np_buf_printf(b, "<circle class=\"mark %s %s\" stroke=\"currentColor\" %s%s",
                  known ? "bubble" : "hollow", bubble->here ? "b here" : "a",
                  known ? "fill-opacity=\"0.35\"" : "fill=\"none\"" BROKEN,
                  bubble->here ? " stroke-width=\"3\"" : "");
    put_coordinate(b, "cx", x);
    put_coordinate(b, "cy", y);
    put_coordinate(b, "r", radius);
    np_buf_puts(b, "/>");
    mark_end(&plane->picture, bubble->href);
    room_fill(&plane->room, (struct box){ x - radius * ROUND, y - radius * ROUND, x + radius * ROUND,
                                          y + radius * ROUND });
}

/* Right of the circle, left, above, below: the first place that is free. */
static bool put_label_within(struct plane *plane, const struct chart_bubble *bubble, double width,
                             struct np_buf *scratch)
{
    double x = scale_place(&plane->across, bubble->x), y = scale_place(&plane->up, bubble->y);
    double radius = radius_of(plane, bubble);
    const struct { double x, y; enum anchor anchor; } places[] = {
        { x + radius + 3, y + 4, AT_START }, { x - radius - 3, y + 4, AT_END },
        { x, y - radius - 4, AT_MIDDLE }, { x, y + radius + 12, AT_MIDDLE },
    };
    struct np_slice text = shortened(bubble->label, width, scratch);

    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (put_text_free(&plane->picture, &plane->room, places[i].x, places[i].y, places[i].anchor,
                          bubble->here ? "label here" : "label", text))
            return true;
    return false;
}

/* Where a long label finds no room a shorter one may. */
static void put_bubble_label(struct plane *plane, const struct chart_bubble *bubble,
                             struct np_buf *scratch)
{
    static const double widths[] = { 160, 110, 70 };

    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        if (put_label_within(plane, bubble, widths[i], scratch))
            return;
}

static void put_area_said(struct plane *plane, const struct chart_plane *chart)
{
    struct np_buf text = { 0 };

    np_buf_puts(&text, said(SAID_AREA, chart->lang));
    np_buf_puts(&text, chart->lang == NP_LANG_ZH ? "：" : ": ");
    np_buf_puts(&text, chart->area);
    np_buf_printf(plane->picture.b, "<circle class=\"bubble a\" stroke=\"currentColor\" "
                                    "fill-opacity=\"0.35\" cx=\"6\" cy=\"8\" r=\"5\"/>\n");
    put_text_at(&plane->picture, 16, 12, AT_START, "", np_buf_slice(&text));
    if (chart->here) {
        double x = 16 + width_of(np_buf_slice(&text)) + 24;

        np_buf_puts(plane->picture.b, "<circle class=\"bubble b here\" stroke=\"currentColor\" "
                                      "fill-opacity=\"0.35\" stroke-width=\"3\"");
        put_coordinate(plane->picture.b, "cx", x - 10);
        np_buf_puts(plane->picture.b, " cy=\"8\" r=\"5\"/>\n");
        put_text_at(&plane->picture, x, 12, AT_START, "", np_slice_of(chart->here));
    }
    np_buf_release(&text);
}

/* ---- the whole ---- */

static void put_bubble_row(struct np_buf *b, const struct chart_plane *chart,
                           const struct chart_bubble *bubble)
{
    bool linked = is_address(bubble->href);

    np_buf_puts(b, "<tr><th scope=\"row\">");
    if (linked)
        put_href(b, bubble->href);
    html_text(b, bubble->label);
    np_buf_puts(b, linked ? "</a></th>" : "</th>");
    put_data_number(b, bubble->x, chart->across_digits, NP_EMPTY, false, chart->lang);
    put_data_number(b, bubble->y, chart->up_digits, NP_EMPTY, false, chart->lang);
    put_data_number(b, bubble->size, chart->area_digits, NP_EMPTY, false, chart->lang);
    np_buf_puts(b, "</tr>\n");
}

static void put_bubble_data(struct np_buf *b, const struct chart_plane *chart)
{
    data_begin(b, chart->n > ON_PAPER, chart->lang);
    put_data_heading(b, chart->what, false);
    put_data_heading(b, chart->across, true);
    put_data_heading(b, chart->up, true);
    put_data_heading(b, chart->area, true);
    np_buf_puts(b, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < chart->n; i++)
        put_bubble_row(b, chart, &chart->bubbles[i]);
    data_end(b);
}

static void put_plane(struct plane *plane, const struct chart_plane *chart)
{
    struct np_buf scratch = { 0 };

    put_area_said(plane, chart);
    put_axes(plane, chart);
    put_parting(plane, chart);
    for (size_t i = 0; i < plane->n; i++)
        if (!plane->order[i]->here)
            put_bubble(plane, chart, plane->order[i]);
    for (size_t i = 0; i < plane->n; i++)
        if (plane->order[i]->here) /* over the others */
            put_bubble(plane, chart, plane->order[i]);
    put_parting_said(plane, chart);
    for (size_t i = 0; i < plane->n; i++)
        put_bubble_label(plane, plane->order[i], &scratch);
    np_buf_release(&scratch);
}

static bool leads_somewhere(const struct chart_plane *chart)
{
    for (size_t i = 0; i < chart->n; i++)
        if (is_address(chart->bubbles[i].href))
            return true;
    return false;
}

void chart_bubbles(struct np_buf *b, const struct chart_plane *chart)
{
    struct plane plane = { .picture = { .b = b, .lang = chart->lang,
                                        .linked = leads_somewhere(chart) } };
    struct np_buf more = { 0 };

    if (!chart->n)
        return;
    plane.room.arena = np_arena_new();
    choose(&plane, chart);
    lay_out(&plane, chart);
    if (plane.left_out)
        np_buf_printf(&more, said(SAID_LEFT_OUT, chart->lang), plane.left_out, chart->n);
    figure_begin(b, chart->title, chart->says, np_buf_slice(&more));
    picture_begin(&plane.picture, "chart", chart->title, chart->says, np_buf_slice(&more));
    put_plane(&plane, chart);
    picture_end(&plane.picture);
    put_bubble_data(b, chart);
    figure_end(b);
    np_buf_release(&more);
    np_arena_free(plane.room.arena);
}
