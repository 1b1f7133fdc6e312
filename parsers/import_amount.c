/* import_amount.c -- numbers, sums of money and their units.
 *
 *     1,234.5      500万元      ¥1,200,000      USD 2.5 million      under 金额(万元): 500
 *
 * A sum without any unit is refused: between 元 and 万元 lies a factor of 10,000, and a list that
 * does not say which decides nothing.
 */
#include "import.h"

#include <math.h>
#include <nanopat/tsv.h>

/* Folded; the longest first where one begins another. A scale of 0: none is meant. */
static const struct { const char *word; double scale; const char *currency; } units[] = {
    { "人民币", 0, "CNY" }, { "rmb", 0, "CNY" }, { "cny", 0, "CNY" }, { "cn¥", 0, "CNY" },
    { "¥", 0, "CNY" }, { "yuan", 1, "CNY" },
    { "us$", 0, "USD" }, { "usd", 0, "USD" }, { "$", 0, "USD" }, { "usdollars", 1, "USD" },
    { "dollars", 1, "USD" }, { "euros", 1, "EUR" }, { "eur", 0, "EUR" }, { "€", 0, "EUR" },
    { "jpy", 0, "JPY" }, { "jp¥", 0, "JPY" }, { "gbp", 0, "GBP" }, { "£", 0, "GBP" },
    { "hkd", 0, "HKD" }, { "hk$", 0, "HKD" }, { "krw", 0, "KRW" }, { "₩", 0, "KRW" },
    { "twd", 0, "TWD" }, { "nt$", 0, "TWD" }, { "chf", 0, "CHF" }, { "sgd", 0, "SGD" },
    { "美元", 1, "USD" }, { "美金", 1, "USD" }, { "欧元", 1, "EUR" }, { "日元", 1, "JPY" },
    { "日圆", 1, "JPY" }, { "英镑", 1, "GBP" }, { "港元", 1, "HKD" }, { "港币", 1, "HKD" },
    { "韩元", 1, "KRW" }, { "新台币", 1, "TWD" }, { "瑞士法郎", 1, "CHF" }, { "元", 1, "CNY" },
    { "万亿", 1e12, NULL }, { "百万", 1e6, NULL }, { "千万", 1e7, NULL }, { "十亿", 1e9, NULL },
    { "亿", 1e8, NULL }, { "万", 1e4, NULL }, { "千", 1e3, NULL },
    { "thousand", 1e3, NULL }, { "million", 1e6, NULL }, { "mn", 1e6, NULL },
    { "billion", 1e9, NULL }, { "bn", 1e9, NULL }, { "trillion", 1e12, NULL },
};

enum { NUNITS = sizeof units / sizeof units[0] };

/* The longest unit that s begins with; -1: none. */
static int unit_at(struct np_slice s)
{
    int best = -1;

    for (int i = 0; i < NUNITS; i++)
        if (np_slice_starts(s, units[i].word) &&
            (best < 0 || strlen(units[i].word) > strlen(units[best].word)))
            best = i;
    return best;
}

bool import_read_unit(struct np_slice s, double *scale, struct np_slice *currency)
{
    double product = 1;
    bool scaled = false;

    *currency = NP_EMPTY;
    *scale = 0;
    if (!s.n)
        return false;
    while (s.n) {
        int i = unit_at(s);
        struct np_slice of = np_slice_of(i < 0 ? NULL : units[i].currency);

        if (i < 0 || (of.n && currency->n && !np_slice_eq(of, *currency)))
            return false;
        if (of.n)
            *currency = of;
        scaled = scaled || units[i].scale > 0;
        product *= units[i].scale > 0 ? units[i].scale : 1;
        s = np_slice_sub(s, strlen(units[i].word), s.n);
    }
    *scale = scaled ? product : 0;
    return true;
}

/* ---- numbers ---- */

/* Commas stand between groups of three, or not at all. */
static bool commas_are_good(struct np_slice s)
{
    size_t since = 0;
    bool any = false;

    for (size_t i = 0; i < s.n && s.p[i] != '.'; i++) {
        if (s.p[i] != ',') {
            since++;
            continue;
        }
        if (any ? since != 3 : since == 0 || since > 3)
            return false;
        any = true;
        since = 0;
    }
    return !any || since == 3;
}

/* "1.78e+13" as spreadsheets save it: cuts the exponent off. False: there is one, but not a sane one. */
static bool take_exponent(struct np_slice *s, int *exponent)
{
    size_t e = np_slice_find(*s, NP_S("e"));
    struct np_slice digits = e == (size_t)-1 ? NP_EMPTY : np_slice_sub(*s, e + 1, s->n);

    *exponent = 0;
    if (e == (size_t)-1)
        return true;
    if (np_slice_starts(digits, "+"))
        digits = np_slice_sub(digits, 1, digits.n);
    *s = np_slice_sub(*s, 0, e);
    return np_slice_int(digits, exponent) && *exponent > -20 && *exponent < 20;
}

bool import_read_number(struct np_slice s, double *value)
{
    char plain[64];
    size_t n = 0;
    int exponent;
    bool minus = s.n && s.p[0] == '-';

    if (minus || (s.n && s.p[0] == '+'))
        s = np_slice_sub(s, 1, s.n);
    if (!take_exponent(&s, &exponent) || !s.n || s.n >= sizeof plain || s.p[0] == '-' ||
        !commas_are_good(s))
        return false;
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != ',')
            plain[n++] = s.p[i];
    if (!np_slice_real(np_slice_make(plain, n), value))
        return false;
    *value *= (minus ? -1 : 1) * pow(10, exponent);
    return true;
}

bool import_number(struct import_value *v)
{
    double value;

    if (!import_read_number(import_fold(v->arena, v->text), &value))
        return import_wrong(v, "NP-IMP-006", "'%.*s' is no number", NP_ARG(v->text));
    if (value < v->column->least)
        return import_wrong(v, "NP-IMP-006", "%.*s is less than can be meant", NP_ARG(v->text));
    np_cell_real(v->out, value);
    return true;
}

/* "12", "12件", "12 个": a unit of count may stand behind. */
bool import_count(struct import_value *v)
{
    static const char *const counters[] = { "件", "个", "项", "次", "人", "年", "家", "条", "页", "字" };
    struct np_slice digits = import_fold(v->arena, v->text);
    double value;

    for (size_t i = 0; i < sizeof counters / sizeof counters[0]; i++)
        if (np_slice_ends(digits, counters[i]))
            digits = np_slice_sub(digits, 0, digits.n - strlen(counters[i]));
    if (!import_read_number(digits, &value) || value != floor(value) || fabs(value) > 1e15)
        return import_wrong(v, "NP-IMP-006", "'%.*s' is no whole number", NP_ARG(v->text));
    if (value < v->column->least)
        return import_wrong(v, "NP-IMP-006", "%.*s is less than can be meant", NP_ARG(v->text));
    np_cell_int(v->out, (int64_t)value);
    return true;
}

/* Between 0.052 and 0.052 % lies a factor of 100: a number up to 1 that nothing calls a percentage is
 * refused, one above can be nothing else.                                                          */
bool import_percent(struct import_value *v)
{
    struct np_slice digits = import_fold(v->arena, v->text), unit = import_fold(v->arena, v->unit);
    bool said = np_slice_is(unit, "%") || np_slice_is(unit, "百分比") || np_slice_is(unit, "percent");
    bool shown = v->in->value == NP_SHEET_PERCENT;
    double value;

    if (np_slice_ends(digits, "%")) {
        digits = np_slice_sub(digits, 0, digits.n - 1);
        said = true;
    }
    if (!import_read_number(digits, &value))
        return import_wrong(v, "NP-IMP-006", "'%.*s' is no percentage", NP_ARG(v->text));
    if (!said && !shown && value != 0 && fabs(value) <= 1)
        return import_wrong(v, "NP-IMP-022", "'%.*s': %g %% or %g %%?", NP_ARG(v->text), value,
                            value * 100);
    if (shown)
        value = round(value * 1e12) / 1e10; /* as it is shown: 0.07 is 7, not 7.000000000000001 */
    if (value < v->column->least)
        return import_wrong(v, "NP-IMP-006", "%.*s is less than can be meant", NP_ARG(v->text));
    np_cell_real(v->out, value);
    return true;
}

/* ---- sums ---- */

struct sum {
    double number, scale;     /* scale 0: not written */
    struct np_slice currency; /* empty: not written */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* An "e" only between digits: "5eur" is a number and a currency. */
static bool is_of_number(struct np_slice s, size_t at)
{
    char next = at + 1 < s.n ? s.p[at + 1] : 0;

    if (s.p[at] == 'e')
        return at && is_digit(s.p[at - 1]) && (is_digit(next) || next == '+' || next == '-');
    return is_digit(s.p[at]) || strchr(".,-+", s.p[at]) != NULL;
}

/* Units before and behind one number. */
static bool split_sum(struct np_arena *arena, struct np_slice folded, struct sum *sum)
{
    size_t from = 0, to;
    struct np_buf unit = { 0 };
    bool good = true;

    while (from < folded.n && !is_of_number(folded, from))
        from++;
    for (to = from; to < folded.n && is_of_number(folded, to); to++)
        continue;
    np_buf_puts_slice(&unit, np_slice_sub(folded, 0, from));
    np_buf_puts_slice(&unit, np_slice_sub(folded, to, folded.n));
    *sum = (struct sum){ .currency = NP_EMPTY };
    if (unit.n)
        good = import_read_unit(np_arena_copy(arena, np_buf_slice(&unit)), &sum->scale,
                                &sum->currency);
    np_buf_release(&unit);
    return good && import_read_number(np_slice_sub(folded, from, to - from), &sum->number);
}

/* What the cell leaves open the header says; then the column for the currency, or the kind. */
static bool settle(struct import_value *v, struct sum *sum)
{
    struct sum header = { .currency = NP_EMPTY };
    struct np_slice only = np_slice_of(v->column->currency);

    if (v->unit.n && !import_read_unit(import_fold(v->arena, v->unit), &header.scale,
                                       &header.currency))
        header = (struct sum){ .currency = NP_EMPTY };
    if (sum->scale == 0)
        sum->scale = header.scale;
    if (!sum->currency.n)
        sum->currency = header.currency.n ? header.currency : v->currency;
    if (header.currency.n && !np_slice_eq(header.currency, sum->currency))
        return import_wrong(v, "NP-IMP-007", "%.*s in the cell, %.*s in the header",
                            NP_ARG(sum->currency), NP_ARG(header.currency));
    if (v->currency.n && !np_slice_eq(v->currency, sum->currency))
        return import_wrong(v, "NP-IMP-007", "%.*s with the sum, %.*s in the column for it",
                            NP_ARG(sum->currency), NP_ARG(v->currency));
    if (!sum->currency.n)
        sum->currency = only;
    if (only.n && !np_slice_eq(only, sum->currency))
        return import_wrong(v, "NP-IMP-007", "in %.*s; it must be in %.*s",
                            NP_ARG(sum->currency), NP_ARG(only));
    return true;
}

bool import_amount(struct import_value *v)
{
    struct sum sum;
    double amount;

    if (!split_sum(v->arena, import_fold(v->arena, v->text), &sum))
        return import_wrong(v, "NP-IMP-007", "'%.*s' is no sum of money", NP_ARG(v->text));
    if (!settle(v, &sum))
        return false;
    if (!sum.currency.n)
        return import_wrong(v, "NP-IMP-007",
                            "'%.*s' has no unit, neither here nor in the header", NP_ARG(v->text));
    amount = sum.number * (sum.scale > 0 ? sum.scale : 1);
    if (amount < 0 || amount < v->column->least || !isfinite(amount))
        return import_wrong(v, "NP-IMP-007", "%.*s is less than can be meant", NP_ARG(v->text));
    np_cell_real(v->out, amount);
    v->currency = sum.currency;
    return true;
}

bool import_currency(struct import_value *v)
{
    struct np_slice currency, folded = import_fold(v->arena, v->text);
    double scale;

    if (!import_read_unit(folded, &scale, &currency) || !currency.n || scale > 1)
        return import_wrong(v, "NP-IMP-007", "'%.*s' is no currency", NP_ARG(v->text));
    *v->out = (struct np_cell){ .set = true, .text = currency };
    return true;
}
