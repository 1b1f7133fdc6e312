/* chart_scale.c -- ticks, places and the room that texts take. */
#include "chart_draw.h"

#include <math.h>

static double times_ten(double x, int exponent)
{
    double power = 1;

    for (int i = 0; i < (exponent < 0 ? -exponent : exponent); i++)
        power *= 10;
    return exponent < 0 ? x / power : x * power;
}

double tick_at(const struct ticks *t, int64_t i)
{
    return times_ten((double)i * t->mantissa, t->exponent);
}

int tick_digits(const struct ticks *t)
{
    return t->exponent < 0 ? -t->exponent : 0;
}

enum { SMALLEST = -12, LARGEST = 300 /* powers of ten */ };

void ticks_widen(struct ticks *t)
{
    t->mantissa = t->mantissa == 1 ? 2 : t->mantissa == 2 ? 5 : 1;
    if (t->mantissa == 1)
        t->exponent++;
}

static bool reaches(struct ticks *t, double low, double high, int most)
{
    double step = times_ten(t->mantissa, t->exponent);
    double first = floor(low / step), last = ceil(high / step);

    if (last - first > most)
        return false;
    t->first = (int64_t)first;
    t->last = (int64_t)last;
    return true;
}

struct ticks ticks_over(double low, double high, int most, bool whole)
{
    struct ticks t = { .mantissa = 1, .exponent = whole ? 0 : SMALLEST };

    if (!(high > low))
        high = low + (whole || low == 0 ? 1 : fabs(low) / 2);
    while (!reaches(&t, low, high, most) && t.exponent < LARGEST)
        ticks_widen(&t);
    return t;
}

struct ticks round_below(double value)
{
    struct ticks t = { .mantissa = 1, .exponent = (int)floor(log10(value)) - 1 };

    for (struct ticks next = t; tick_at(&next, 1) <= value; ticks_widen(&next))
        t = next;
    return t;
}

double scale_place(const struct scale *s, double value)
{
    double low = s->low, high = s->high;

    if (s->logarithmic) {
        low = log10(low);
        high = log10(high);
        value = log10(value);
    }
    return s->from + (value - low) / (high - low) * (s->to - s->from);
}

size_t label_every(size_t n, double step, double widest)
{
    static const size_t factors[] = { 1, 2, 5 };
    size_t power = 1;

    for (size_t i = 0;; i++) {
        size_t every = power * factors[i % 3];

        if (every >= n || step * (double)every >= widest)
            return every;
        if (i % 3 == 2)
            power *= 10;
    }
}

/* A wide character is TEXT_SIZE, digits and most letters about half of that, capitals more. */
double width_of(struct np_slice text)
{
    return np_text_width(text) * (TEXT_SIZE * 0.55);
}

static double value_at(const struct chart *chart, size_t s, size_t i)
{
    double value = chart->series[s].points[i].value;

    return chart->stacked && s && isfinite(chart->series[0].points[i].value)
               ? value + chart->series[0].points[i].value : value;
}

bool range_of(const struct chart *chart, double *low, double *high)
{
    bool known = false;

    *low = *high = 0;
    for (size_t s = 0; s < chart->nseries; s++)
        for (size_t i = 0; i < chart->series[s].n; i++) {
            double value = value_at(chart, s, i);

            if (!isfinite(value))
                continue;
            known = true;
            *low = fmin(*low, value);
            *high = fmax(*high, value);
        }
    return known;
}
