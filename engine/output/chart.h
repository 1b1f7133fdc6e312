/* chart.h -- private to output: charts as SVG, drawn by the program.
 *
 * Each call appends one <figure class="chart"> with the picture and, folded, the table of what it
 * shows. Shapes tell series apart without colour: filled and hollow, drawn through and broken. A
 * period that is not over is hatched. What is not known is a gap, and the picture says how many.
 * Pictures hold classes and presentation attributes only; style.css gives the colours.
 *
 *     struct chart_point points[] = {
 *         { NP_S("2021"), 12, NP_S("/q/families?year=2021"), false },
 *         { NP_S("2022"), NAN, NP_EMPTY, false },                        not known
 *         { NP_S("2023"), 3, NP_EMPTY, true },                           the year is not over
 *     };
 *     struct chart_series series = { "族数", points, 3 };
 *     chart_bars(b, &(struct chart){ .title = "各年首次公开", .across = "首次公开年", .up = "族数",
 *                                    .series = &series, .nseries = 1, .lang = NP_LANG_ZH });
 *
 * Everything given is borrowed during the call. Addresses are as address.h writes them; one that does
 * not begin with '/', '?' or '#' leads nowhere. The same input gives the same bytes.
 */
#ifndef OUTPUT_CHART_H
#define OUTPUT_CHART_H

#include "output.h"

struct chart_point {
    struct np_slice label; /* "2021", a name */
    double value;          /* NaN: not known */
    struct np_slice href;  /* empty: leads nowhere */
    bool open;             /* the period is not over */
};

struct chart_series {
    const char *name;
    const struct chart_point *points; /* in the order shown; labels are those of the first series */
    size_t n;
};

enum { CHART_SERIES = 2 };

struct chart {
    const char *title;
    const char *says;   /* how to read it, one sentence; NULL: the title says it all */
    const char *across; /* title of the horizontal axis, with its unit: "有效期 (年)" */
    const char *up;     /* of the vertical one; of chart_ranks: what the labels are */
    int digits;         /* decimals of values; 0: whole numbers, and ticks between them are left out */
    const struct chart_series *series; /* nseries of them, at most CHART_SERIES, equally long */
    size_t nseries;
    bool stacked; /* bars of the second series stand upon those of the first: parts of a whole */
    enum np_lang lang;
};

/* A bar for each point, from zero. */
void chart_bars(struct np_buf *b, const struct chart *chart);
/* A line through the points; from zero. */
void chart_lines(struct np_buf *b, const struct chart *chart);
/* A row for each point of the first series: label, bar, value. */
void chart_ranks(struct np_buf *b, const struct chart *chart);

struct chart_bubble {
    struct np_slice label;
    double x, y;          /* NaN, or x <= 0 where logarithmic: in the table, not in the picture */
    double size;          /* the area; NaN: a small broken circle */
    struct np_slice href; /* empty: leads nowhere */
    bool here;            /* what the page is of: a thick ring, its label first */
};

/* Portfolios by size and quality. Labels are written where there is room, the largest first; all are in
 * the table.                                                                                       */
struct chart_plane {
    const char *title, *says, *across, *up;
    const char *area;       /* what the area stands for, with its unit */
    const char *what;       /* what a bubble is: heading of its label */
    const char *here;       /* what the thick ring is: "this portfolio"; NULL: no bubble has one */
    bool logarithmic;       /* the horizontal axis */
    int across_digits, up_digits, area_digits;
    double across_at, up_at;           /* where lines part the plane; NaN: none */
    const char *across_said, *up_said; /* what stands at those lines: "中位数" */
    const struct chart_bubble *bubbles;
    size_t n;
    enum np_lang lang;
};

void chart_bubbles(struct np_buf *b, const struct chart_plane *plane);

/* A line in the line of a text; `title` and the values are its text. Nothing for fewer than two. */
void chart_spark(struct np_buf *b, const char *title, const struct chart_point *points, size_t n,
                 int digits, enum np_lang lang);

enum chart_lamp { CHART_LAMP_NO, CHART_LAMP_YES, CHART_LAMP_UNKNOWN };

/* <span class="lamp yes">是</span>: a shape and a word. */
void chart_lamp(struct np_buf *b, enum chart_lamp lamp, enum np_lang lang);
/* "yes", "no", "unknown": the class, as of li.lamp. */
const char *chart_lamp_class(enum chart_lamp lamp);

/* The shade of a cell of table.heat: 0 for nothing, 1 to 9 in equal steps up to a share of 1; -1 for
 * NaN, which wears no shade.                                                                       */
int chart_heat(double share);

#endif
