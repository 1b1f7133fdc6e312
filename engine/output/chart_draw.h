/* chart_draw.h -- private to the charts: scales, ticks, and what every picture begins and ends with.
 *
 *      0 ┌ legend ────────────────────────┐
 *        │ title of the upright axis      │
 *    top │  20 ┤        ┌──┐              │
 *        │  10 ┤  ┌──┐  │  │  ┌──┐        │
 * bottom │   0 └──┴──┴──┴──┴──┴──┴────────│
 *        │      2019   2020   2021        │
 *        │          title of the flat axis│
 *        └────────────────────────────────┘
 *         left                        right
 */
#ifndef OUTPUT_CHART_DRAW_H
#define OUTPUT_CHART_DRAW_H

#include "chart.h"

enum { PICTURE_WIDTH = 440, TEXT_SIZE = 12, LINE_HEIGHT = 18,
       TITLE_ABOVE = 20 /* a plot, so that the highest value finds room between */ };

/* ---- chart_scale.c: numbers ---- */

/* Ticks stand at i * mantissa * 10^exponent, i from first to last; mantissa is 1, 2 or 5. */
struct ticks {
    int64_t first, last;
    int mantissa, exponent;
};

/* At most `most` steps that reach over both ends; whole: no tick between whole numbers. */
struct ticks ticks_over(double low, double high, int most, bool whole);
/* The next mantissa behind: 1, 2, 5, 10 times the power of ten. */
void ticks_widen(struct ticks *ticks);
/* The greatest 1, 2 or 5 times a power of ten that is not above a value > 0, as tick_at(.., 1). */
struct ticks round_below(double value);
double tick_at(const struct ticks *ticks, int64_t i);
int tick_digits(const struct ticks *ticks);

/* From values to places; `to` may be less than `from`: upwards. */
struct scale {
    double low, high, from, to;
    bool logarithmic;
};
double scale_place(const struct scale *scale, double value);

/* Every how many labels one is written: 1, 2, 5, 10, 20 ... */
size_t label_every(size_t n, double step, double widest);
/* Of text at TEXT_SIZE, about. */
double width_of(struct np_slice text);

/* Lowest and highest of the known values, zero among them. False: none is known. */
bool range_of(const struct chart *chart, double *low, double *high);

/* ---- chart.c: pieces ---- */

enum said {
    SAID_DATA, SAID_OPEN, SAID_GAP, SAID_UNKNOWN, SAID_OPEN_HERE, SAID_GAPS,
    SAID_OPENS, SAID_LEFT_OUT, SAID_NONE, SAID_YES, SAID_NO, SAID_AREA, SAID_COUNT
};
const char *said(enum said word, enum np_lang lang);

struct picture {
    struct np_buf *b;
    enum np_lang lang;
    int width;
    double height;
    bool linked; /* something in it leads somewhere */
};

/* Attributes of shapes that are not filled, and of lines; they hold without the style sheet. */
#define HOLLOW " fill=\"none\" stroke=\"currentColor\""
#define BROKEN " stroke-dasharray=\"6 3\""
#define DOTTED " stroke-dasharray=\"2 3\""

void put_coordinate(struct np_buf *b, const char *name, double x); /* ` x1="12.5"` */
void put_value(struct np_buf *b, double value, int digits, enum np_lang lang); /* or "not known" */
double value_width(double value, int digits, enum np_lang lang);

enum anchor { AT_START, AT_MIDDLE, AT_END };
void put_text_at(struct picture *p, double x, double y, enum anchor anchor, const char *classes,
                 struct np_slice text);
void put_value_at(struct picture *p, double x, double y, enum anchor anchor, const char *classes,
                  double value, int digits);
void put_line(struct picture *p, const char *classes, const char *attributes, double x1, double y1,
              double x2, double y2);
void put_box(struct picture *p, const char *classes, const char *attributes, double x, double y,
             double width, double height);
/* Diagonals within a box. */
void put_hatch(struct picture *p, const char *classes, double x, double y, double width,
               double height, bool backward);

bool is_address(struct np_slice href);
void put_href(struct np_buf *b, struct np_slice href); /* <a href="..."> */
/* A group around a mark, a link where it leads somewhere. */
void mark_begin(struct picture *p, struct np_slice href);
void mark_end(struct picture *p, struct np_slice href);
/* What a mark says to a pointer: label, series (NULL: none), value, whether open. */
void put_mark_title(struct picture *p, const char *series, const struct chart_point *point,
                    struct np_slice label, int digits);

/* says: may be NULL; more: what is missing, may be empty. */
void picture_begin(struct picture *p, const char *classes, const char *title, const char *says,
                   struct np_slice more);
void picture_end(struct picture *p);
void figure_begin(struct np_buf *b, const char *title, const char *says, struct np_slice more);
void figure_end(struct np_buf *b);

/* ---- chart_axes.c: around a plot ---- */

struct plot {
    double left, top, right, bottom;
};

/* How many values are gaps, how many periods are not over. */
void put_gaps_said(struct np_buf *b, const struct chart *chart);
bool is_linked(const struct chart *chart);
/* Series, hatching and gaps explained, at the top of the picture; lines: as lines, not as boxes. */
size_t legend_lines(const struct chart *chart, bool lines);
void put_legend(struct picture *p, const struct chart *chart, bool lines);
double ticks_width(const struct ticks *ticks);
void put_up_axis(struct picture *p, const struct plot *plot, const struct scale *up,
                 const struct ticks *ticks, const char *title);
void put_labels(struct picture *p, const struct plot *plot, const struct chart *chart);

/* The table of what is shown, folded; on paper it is open, unless `shown`: the picture has all values as
 * text, or they are too many for paper.                                                           */
void put_data(struct np_buf *b, const struct chart *chart, bool shown);
void data_begin(struct np_buf *b, bool shown, enum np_lang lang);
void put_data_heading(struct np_buf *b, const char *title, bool number);
void put_data_number(struct np_buf *b, double value, int digits, struct np_slice href, bool open,
                     enum np_lang lang);
void data_end(struct np_buf *b);

/* ---- chart_room.c: texts that find room ---- */

struct box {
    double left, top, right, bottom;
};

struct room {
    struct np_arena *arena; /* borrowed */
    struct box within;
    NP_LIST(struct box) taken;
};

void room_fill(struct room *room, struct box box);
/* False: outside, or over what stands there; nothing is taken then. */
bool room_take(struct room *room, struct box box);
/* Writes the text where it finds room, or not at all. */
bool put_text_free(struct picture *p, struct room *room, double x, double y, enum anchor anchor,
                   const char *classes, struct np_slice text);
/* The text, or its beginning and an ellipsis; in scratch until it changes. */
struct np_slice shortened(struct np_slice text, double width, struct np_buf *scratch);

/* ---- chart_frame.c: bars and lines over labels ---- */

struct frame {
    struct picture picture;
    struct plot plot;
    struct ticks ticks;
    struct scale up;
    double step; /* from one point to the next */
};

/* False: no point at all; nothing was drawn. */
bool frame_begin(struct frame *frame, struct np_buf *b, const struct chart *chart, bool lines);
void frame_end(struct frame *frame, const struct chart *chart, bool shown);

#endif
