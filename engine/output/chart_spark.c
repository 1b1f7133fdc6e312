/* chart_spark.c -- a small line within a text: the course of a few years. */
#include "chart_draw.h"
#include "markup.h"

#include <math.h>

enum { STEP = 7, HIGH = 16, EDGE = 3 };

static void put_spark_text(struct np_buf *b, const char *title, const struct chart_point *points,
                           size_t n, int digits, enum np_lang lang)
{
    bool zh = lang == NP_LANG_ZH;

    np_buf_puts(b, "<title>");
    html_words(b, title);
    for (size_t i = 0; i < n; i++) {
        np_buf_puts(b, i ? zh ? "，" : ", " : zh ? "：" : ": ");
        html_text(b, points[i].label);
        np_buf_putc(b, ' ');
        put_value(b, points[i].value, digits, lang);
        if (points[i].open)
            np_buf_printf(b, zh ? "（%s）" : " (%s)", said(SAID_OPEN_HERE, lang));
    }
    np_buf_puts(b, "</title>");
}

static void put_stretch(struct np_buf *b, const struct scale *up, const struct chart_point *points,
                        size_t i)
{
    np_buf_printf(b, "<path class=\"none a\" fill=\"none\" stroke=\"currentColor\" "
                     "stroke-width=\"1.5\"%s d=\"M%d ",
                  points[i].open ? DOTTED : "", EDGE + (int)(i - 1) * STEP);
    np_real_put(b, scale_place(up, points[i - 1].value), 1);
    np_buf_printf(b, "L%d ", EDGE + (int)i * STEP);
    np_real_put(b, scale_place(up, points[i].value), 1);
    np_buf_puts(b, "\"/>");
}

/* A value between two gaps has no line; it and the last have a dot. */
static void put_stretches(struct np_buf *b, const struct scale *up, const struct chart_point *points,
                          size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bool before = i && isfinite(points[i - 1].value);
        bool after = i + 1 < n && isfinite(points[i + 1].value);

        if (!isfinite(points[i].value))
            continue;
        if (before)
            put_stretch(b, up, points, i);
        if (i + 1 == n || (!before && !after)) {
            np_buf_printf(b, "<circle class=\"a\" cx=\"%d\"", EDGE + (int)i * STEP);
            put_coordinate(b, "cy", scale_place(up, points[i].value));
            np_buf_puts(b, " r=\"1.8\"/>");
        }
    }
}

void chart_spark(struct np_buf *b, const char *title, const struct chart_point *points, size_t n,
                 int digits, enum np_lang lang)
{
    struct chart_series series = { title, points, n };
    struct chart chart = { .series = &series, .nseries = 1 };
    double low, high;

    if (n < 2)
        return;
    range_of(&chart, &low, &high);
    np_buf_printf(b, "<svg class=\"spark\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
                     "viewBox=\"0 0 %d %d\">", 2 * EDGE + (int)(n - 1) * STEP, HIGH);
    put_spark_text(b, title, points, n, digits, lang);
    put_stretches(b, &(struct scale){ .low = low, .high = high > low ? high : low + 1,
                                      .from = HIGH - EDGE, .to = EDGE }, points, n);
    np_buf_puts(b, "</svg>");
}
