/* chart.c -- what every picture has: its words, frame, links, hatching; lamps and shades. */
#include "chart_draw.h"
#include "markup.h"

#include <math.h>

static const struct { const char *en, *zh; } sayings[SAID_COUNT] = {
    [SAID_DATA] = { "Data of the chart", "图中数据" },
    [SAID_OPEN] = { "hatched: not complete yet", "斜线: 数据尚不完整" },
    [SAID_GAP] = { "gap: not known", "空缺: 未获取" },
    [SAID_UNKNOWN] = { "not known", "未获取" },
    [SAID_OPEN_HERE] = { "not complete yet", "尚不完整" },
    [SAID_GAPS] = { "Values not known: %zu of %zu.", "未获取 %zu 项，共 %zu 项。" },
    [SAID_OPENS] = { "Periods not complete yet: %zu.", "尚不完整的期间: %zu 个。" },
    [SAID_LEFT_OUT] = { "Not in the picture, a value is not known: %zu of %zu.",
                        "因数值未获取而未画出 %zu 项，共 %zu 项。" },
    [SAID_NONE] = { "No value is known.", "全部未获取。" },
    [SAID_YES] = { "yes", "是" },
    [SAID_NO] = { "no", "否" },
    [SAID_AREA] = { "area of a circle", "圆面积" },
};

const char *said(enum said word, enum np_lang lang)
{
    return lang == NP_LANG_ZH ? sayings[word].zh : sayings[word].en;
}

/* ---- pieces ---- */

void put_coordinate(struct np_buf *b, const char *name, double x)
{
    np_buf_printf(b, " %s=\"", name);
    np_real_put(b, x, 1);
    np_buf_putc(b, '"');
}

void put_value(struct np_buf *b, double value, int digits, enum np_lang lang)
{
    if (isfinite(value))
        np_real_put(b, value, digits);
    else
        np_buf_puts(b, said(SAID_UNKNOWN, lang));
}

double value_width(double value, int digits, enum np_lang lang)
{
    struct np_buf text = { 0 };
    double width;

    put_value(&text, value, digits, lang);
    width = width_of(np_buf_slice(&text));
    np_buf_release(&text);
    return width;
}

void put_text_at(struct picture *p, double x, double y, enum anchor anchor, const char *classes,
                 struct np_slice text)
{
    static const char *const anchors[] = { "start", "middle", "end" };

    np_buf_puts(p->b, "<text");
    if (*classes)
        np_buf_printf(p->b, " class=\"%s\"", classes);
    put_coordinate(p->b, "x", x);
    put_coordinate(p->b, "y", y);
    if (anchor != AT_START)
        np_buf_printf(p->b, " text-anchor=\"%s\"", anchors[anchor]);
    np_buf_putc(p->b, '>');
    html_text(p->b, text);
    np_buf_puts(p->b, "</text>\n");
}

void put_value_at(struct picture *p, double x, double y, enum anchor anchor, const char *classes,
                  double value, int digits)
{
    struct np_buf text = { 0 };

    put_value(&text, value, digits, p->lang);
    put_text_at(p, x, y, anchor, classes, np_buf_slice(&text));
    np_buf_release(&text);
}

void put_line(struct picture *p, const char *classes, const char *attributes, double x1, double y1,
              double x2, double y2)
{
    np_buf_printf(p->b, "<line class=\"%s\" stroke=\"currentColor\"%s", classes, attributes);
    put_coordinate(p->b, "x1", x1);
    put_coordinate(p->b, "y1", y1);
    put_coordinate(p->b, "x2", x2);
    put_coordinate(p->b, "y2", y2);
    np_buf_puts(p->b, "/>\n");
}

void put_box(struct picture *p, const char *classes, const char *attributes, double x, double y,
             double width, double height)
{
    np_buf_printf(p->b, "<rect class=\"%s\"%s", classes, attributes);
    put_coordinate(p->b, "x", x);
    put_coordinate(p->b, "y", y);
    put_coordinate(p->b, "width", width);
    put_coordinate(p->b, "height", height);
    np_buf_puts(p->b, "/>\n");
}

/* The diagonal x + y = at of a box, cut at its edges; backward: mirrored left and right. A pattern
 * would need an id, and ids of two charts on a page could be the same.                          */
static void put_diagonal(struct np_buf *b, double at, double x, double y, double width, double height,
                         bool backward)
{
    double x1 = fmin(at, width), y1 = at - x1;
    double y2 = fmin(at, height), x2 = at - y2;
    const double places[] = { backward ? x + width - x1 : x + x1, y + y1,
                              backward ? x + width - x2 : x + x2, y + y2 };

    for (int i = 0; i < 4; i++) {
        np_buf_puts(b, i == 0 ? "M" : i == 2 ? "L" : " ");
        np_real_put(b, places[i], 1);
    }
}

void put_hatch(struct picture *p, const char *classes, double x, double y, double width,
               double height, bool backward)
{
    enum { APART = 5 };

    if (width + height <= APART)
        return;
    np_buf_printf(p->b, "<path class=\"%s\" stroke=\"currentColor\" d=\"", classes);
    for (double at = APART; at < width + height; at += APART)
        put_diagonal(p->b, at, x, y, width, height, backward);
    np_buf_puts(p->b, "\"/>\n");
}

/* ---- links ---- */

/* Ours begin so; anything else, "javascript:" among it, leads nowhere. */
bool is_address(struct np_slice href)
{
    return href.n && strchr("/?#", href.p[0]) && !np_slice_starts(href, "//");
}

/* Written as it is where it is ready for an attribute; what is not is made so. */
static void put_address(struct np_buf *b, struct np_slice href)
{
    size_t ready;

    while ((ready = np_slice_find(href, NP_S("&amp;"))) != (size_t)-1) {
        html_text(b, np_slice_sub(href, 0, ready));
        np_buf_puts(b, "&amp;");
        href = np_slice_sub(href, ready + 5, href.n);
    }
    html_text(b, href);
}

void put_href(struct np_buf *b, struct np_slice href)
{
    np_buf_puts(b, "<a href=\"");
    put_address(b, href);
    np_buf_puts(b, "\">");
}

void mark_begin(struct picture *p, struct np_slice href)
{
    if (is_address(href))
        put_href(p->b, href);
    else
        np_buf_puts(p->b, "<g>");
}

void mark_end(struct picture *p, struct np_slice href)
{
    np_buf_puts(p->b, is_address(href) ? "</a>\n" : "</g>\n");
}

void put_mark_title(struct picture *p, const char *series, const struct chart_point *point,
                    struct np_slice label, int digits)
{
    np_buf_puts(p->b, "<title>");
    html_text(p->b, label);
    if (series) {
        np_buf_puts(p->b, p->lang == NP_LANG_ZH ? "，" : ", ");
        html_words(p->b, series);
    }
    np_buf_puts(p->b, p->lang == NP_LANG_ZH ? "：" : ": ");
    put_value(p->b, point->value, digits, p->lang);
    if (point->open)
        np_buf_printf(p->b, p->lang == NP_LANG_ZH ? "（%s）" : " (%s)",
                      said(SAID_OPEN_HERE, p->lang));
    np_buf_puts(p->b, "</title>");
}

/* ---- frame ---- */

/* A picture with links is no single image: a reader must come to them. */
void picture_begin(struct picture *p, const char *classes, const char *title, const char *says,
                   struct np_slice more)
{
    np_buf_printf(p->b, "<svg class=\"%s\" xmlns=\"http://www.w3.org/2000/svg\" role=\"%s\" "
                        "viewBox=\"0 0 %d %.0f\" font-size=\"%d\" fill=\"currentColor\">\n<title>",
                  classes, p->linked ? "group" : "img", p->width, p->height, TEXT_SIZE);
    html_words(p->b, title);
    np_buf_puts(p->b, "</title>\n");
    if ((says && *says) || more.n) {
        np_buf_puts(p->b, "<desc>");
        html_words(p->b, says);
        np_buf_puts(p->b, says && *says && more.n ? " " : "");
        html_text(p->b, more);
        np_buf_puts(p->b, "</desc>\n");
    }
}

void picture_end(struct picture *p)
{
    np_buf_puts(p->b, "</svg>\n");
}

void figure_begin(struct np_buf *b, const char *title, const char *says, struct np_slice more)
{
    np_buf_puts(b, "<figure class=\"chart\">\n<figcaption><b>");
    html_words(b, title);
    np_buf_puts(b, "</b>");
    if (says && *says) {
        np_buf_putc(b, ' ');
        html_words(b, says);
    }
    if (more.n) {
        np_buf_putc(b, ' ');
        html_text(b, more);
    }
    np_buf_puts(b, "</figcaption>\n");
}

void figure_end(struct np_buf *b)
{
    np_buf_puts(b, "</figure>\n");
}

/* ---- lamps and shades ---- */

const char *chart_lamp_class(enum chart_lamp lamp)
{
    return lamp == CHART_LAMP_YES ? "yes" : lamp == CHART_LAMP_NO ? "no" : "unknown";
}

void chart_lamp(struct np_buf *b, enum chart_lamp lamp, enum np_lang lang)
{
    enum said word = lamp == CHART_LAMP_YES ? SAID_YES : lamp == CHART_LAMP_NO ? SAID_NO
                                                                              : SAID_UNKNOWN;

    np_buf_printf(b, "<span class=\"lamp %s\">%s</span>", chart_lamp_class(lamp), said(word, lang));
}

int chart_heat(double share)
{
    if (isnan(share))
        return -1;
    if (share <= 0)
        return 0;
    return share >= 1 ? 9 : 1 + (int)(share * 9);
}
