/* chart_axes.c -- what stands around a plot: legend, titles, ticks, labels; and its data as a table. */
#include "chart_draw.h"
#include "markup.h"

#include <math.h>

/* ---- what is missing ---- */

struct missing {
    size_t gaps, open, of;
};

static struct missing missing_of(const struct chart *chart)
{
    struct missing m = { 0 };

    for (size_t s = 0; s < chart->nseries; s++)
        for (size_t i = 0; i < chart->series[s].n; i++) {
            m.of++;
            m.gaps += !isfinite(chart->series[s].points[i].value);
            m.open += s == 0 && chart->series[s].points[i].open;
        }
    return m;
}

void put_gaps_said(struct np_buf *b, const struct chart *chart)
{
    struct missing m = missing_of(chart);

    if (m.gaps == m.of)
        np_buf_puts(b, said(SAID_NONE, chart->lang));
    else if (m.gaps)
        np_buf_printf(b, said(SAID_GAPS, chart->lang), m.gaps, m.of);
    if (!m.open)
        return;
    np_buf_puts(b, m.gaps && chart->lang != NP_LANG_ZH ? " " : "");
    np_buf_printf(b, said(SAID_OPENS, chart->lang), m.open);
}

bool is_linked(const struct chart *chart)
{
    for (size_t s = 0; s < chart->nseries; s++)
        for (size_t i = 0; i < chart->series[s].n; i++)
            if (is_address(chart->series[s].points[i].href))
                return true;
    return false;
}

/* ---- legend ---- */

enum { SWATCH = 14, BETWEEN = 18 };

enum entry { SERIES_A, SERIES_B, OPEN, GAP, ENTRIES };

static struct np_slice entry_text(const struct chart *chart, enum entry entry)
{
    struct missing m = missing_of(chart);

    switch (entry) {
    case SERIES_A:
    case SERIES_B:
        if (chart->nseries > 1 && (size_t)entry < chart->nseries)
            return np_slice_of(chart->series[entry].name);
        return NP_EMPTY;
    case OPEN:
        return np_slice_of(m.open ? said(SAID_OPEN, chart->lang) : "");
    default:
        return np_slice_of(m.gaps ? said(SAID_GAP, chart->lang) : "");
    }
}

static void put_swatch(struct picture *p, enum entry entry, bool lines, double x, double y)
{
    if (entry == GAP)
        put_text_at(p, x + SWATCH / 2.0, y + 4, AT_MIDDLE, "gap", NP_S("–"));
    else if (entry == OPEN) {
        put_box(p, lines ? "none grid" : "hollow a", HOLLOW, x + 1, y - 5, SWATCH - 2, 10);
        put_hatch(p, lines ? "grid" : "a", x + 1, y - 5, SWATCH - 2, 10, false);
    } else if (lines)
        np_buf_printf(p->b, "<path class=\"none %s\" fill=\"none\" stroke=\"currentColor\" "
                            "stroke-width=\"2\"%s d=\"M%.1f %.1fh%d\"/>\n",
                      entry == SERIES_B ? "b" : "a", entry == SERIES_B ? BROKEN : "", x, y, SWATCH);
    else
        put_box(p, entry == SERIES_B ? "hollow b" : "a", entry == SERIES_B ? HOLLOW : "", x + 1,
                y - 5, SWATCH - 2, 10);
}

/* Goes through the entries as they stand; draws them where p is given. Lines taken. */
static size_t walk_legend(const struct chart *chart, bool lines, struct picture *p)
{
    double x = 0;
    size_t line = 0;
    bool any = false;

    for (enum entry entry = SERIES_A; entry < ENTRIES; entry++) {
        struct np_slice text = entry_text(chart, entry);
        double width = SWATCH + 4 + width_of(text);

        if (!text.n)
            continue;
        if (any && x + width > PICTURE_WIDTH) {
            x = 0;
            line++;
        }
        any = true;
        if (p) {
            put_swatch(p, entry, lines, x, (double)line * LINE_HEIGHT + 8);
            put_text_at(p, x + SWATCH + 4, (double)line * LINE_HEIGHT + 12, AT_START, "", text);
        }
        x += width + BETWEEN;
    }
    return line + any;
}

size_t legend_lines(const struct chart *chart, bool lines)
{
    return walk_legend(chart, lines, NULL);
}

void put_legend(struct picture *p, const struct chart *chart, bool lines)
{
    walk_legend(chart, lines, p);
}

/* ---- axes ---- */

double ticks_width(const struct ticks *t)
{
    return fmax(value_width(tick_at(t, t->first), tick_digits(t), NP_LANG_EN),
                value_width(tick_at(t, t->last), tick_digits(t), NP_LANG_EN));
}

void put_up_axis(struct picture *p, const struct plot *plot, const struct scale *up,
                 const struct ticks *t, const char *title)
{
    put_text_at(p, 0, plot->top - TITLE_ABOVE, AT_START, "axis-title", np_slice_of(title));
    for (int64_t i = t->first; i <= t->last; i++) {
        double y = scale_place(up, tick_at(t, i));

        put_line(p, i ? "grid" : "axis", "", plot->left, y, plot->right, y);
        put_value_at(p, plot->left - 6, y + 4, AT_END, "tick", tick_at(t, i), tick_digits(t));
    }
}

static double widest_label(const struct chart_series *series)
{
    double widest = 0;

    for (size_t i = 0; i < series->n; i++)
        widest = fmax(widest, width_of(series->points[i].label));
    return widest;
}

/* Counted from the last: the newest year always has its label. */
void put_labels(struct picture *p, const struct plot *plot, const struct chart *chart)
{
    const struct chart_series *s = &chart->series[0];
    double step = (plot->right - plot->left) / (double)s->n;
    size_t every = label_every(s->n, step, widest_label(s) + 6);

    for (size_t i = 0; i < s->n; i++)
        if ((s->n - 1 - i) % every == 0)
            put_text_at(p, plot->left + ((double)i + 0.5) * step, plot->bottom + 16, AT_MIDDLE, "tick",
                        s->points[i].label);
    put_text_at(p, plot->right, plot->bottom + 34, AT_END, "axis-title", np_slice_of(chart->across));
}

/* ---- data ---- */

void data_begin(struct np_buf *b, bool shown, enum np_lang lang)
{
    np_buf_printf(b, "<details class=\"data%s\"><summary>%s</summary>\n"
                     "<div class=\"scroll\" tabindex=\"0\"><table class=\"plain\">\n<thead><tr>",
                  shown ? "" : " needed", said(SAID_DATA, lang));
}

void data_end(struct np_buf *b)
{
    np_buf_puts(b, "</tbody></table></div>\n</details>\n");
}

void put_data_heading(struct np_buf *b, const char *title, bool number)
{
    np_buf_puts(b, number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
    html_words(b, title);
    np_buf_puts(b, "</th>");
}

void put_data_number(struct np_buf *b, double value, int digits, struct np_slice href, bool open,
                     enum np_lang lang)
{
    bool known = isfinite(value), linked = known && is_address(href);

    np_buf_puts(b, known ? "<td class=\"n\">" : "<td class=\"n null\">");
    if (linked)
        put_href(b, href);
    put_value(b, value, digits, lang);
    np_buf_puts(b, linked ? "</a>" : "");
    if (open)
        np_buf_printf(b, lang == NP_LANG_ZH ? "（%s）" : " (%s)", said(SAID_OPEN_HERE, lang));
    np_buf_puts(b, "</td>");
}

static void put_data_row(struct np_buf *b, const struct chart *chart, size_t row)
{
    np_buf_puts(b, "<tr><th scope=\"row\">");
    html_text(b, chart->series[0].points[row].label);
    np_buf_puts(b, "</th>");
    for (size_t s = 0; s < chart->nseries; s++) {
        const struct chart_point *point = &chart->series[s].points[row];

        put_data_number(b, point->value, chart->digits, point->href, point->open, chart->lang);
    }
    np_buf_puts(b, "</tr>\n");
}

void put_data(struct np_buf *b, const struct chart *chart, bool shown)
{
    data_begin(b, shown, chart->lang);
    put_data_heading(b, chart->across, false);
    for (size_t s = 0; s < chart->nseries; s++)
        put_data_heading(b, chart->nseries > 1 ? chart->series[s].name : chart->up, true);
    np_buf_puts(b, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < chart->series[0].n; i++)
        put_data_row(b, chart, i);
    data_end(b);
}
