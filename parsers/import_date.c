/* import_date.c -- days as people write them.
 *
 *     2021-05-04  2021/5/4  2021.5.4  20210504  2021年5月4日  2021-05-04 08:30  2021-05-04T00:00Z
 *     2021-05  2021年5月  202105  2021  2021年
 *     4 May 2021  May 4, 2021  04-MAY-2021  13/05/2021  05/13/2021
 *
 * 05/04/2021 is 4 May to some and 5 April to others: such a cell is wrong.
 */
#include "import.h"

#include <nanopat/text.h>

static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
                                      "oct", "nov", "dec" };

/* ---- words and numbers of it ---- */

struct parts {
    int number[4];
    size_t digits[4];
    int n, month; /* month: by its name, 0 if none is named */
    int month_at; /* numbers before the name */
    bool stray;   /* something else */
};

static int month_of(struct np_slice word)
{
    for (int i = 0; i < 12; i++)
        if (word.n >= 3 && np_slice_starts(word, months[i]))
            return i + 1;
    return 0;
}

static bool is_separator(char c)
{
    return c == '-' || c == '/' || c == '.' || c == ',' || c == ' ';
}

static size_t take_number(struct parts *parts, struct np_slice s, size_t at)
{
    size_t from = at;
    int value = 0;

    for (; at < s.n && s.p[at] >= '0' && s.p[at] <= '9' && at - from < 9; at++)
        value = value * 10 + (s.p[at] - '0');
    if (parts->n == 3) {
        parts->stray = true;
        return at;
    }
    parts->number[parts->n] = value;
    parts->digits[parts->n++] = at - from;
    return at;
}

static size_t take_word(struct parts *parts, struct np_slice s, size_t at)
{
    size_t from = at;
    int month;

    while (at < s.n && s.p[at] >= 'a' && s.p[at] <= 'z')
        at++;
    month = month_of(np_slice_sub(s, from, at - from));
    if (!month || parts->month) {
        parts->stray = true;
        return at + (at == from);
    }
    parts->month = month;
    parts->month_at = parts->n;
    return at;
}

static void split(struct np_slice s, struct parts *parts)
{
    *parts = (struct parts){ .n = 0 };
    for (size_t at = 0; at < s.n;) {
        if (s.p[at] >= '0' && s.p[at] <= '9')
            at = take_number(parts, s, at);
        else if (is_separator(s.p[at]))
            at++;
        else
            at = take_word(parts, s, at);
    }
}

static np_date make(int year, int month, int day)
{
    np_date date = year * 10000 + month * 100 + day;

    return np_date_valid(date) && date ? date : 0;
}

/* A year behind day and month: in which order, the numbers must say. */
static np_date day_first(const struct parts *p, const char **why)
{
    int a = p->number[0], b = p->number[1], year = p->number[2];

    if (a <= 12 && b <= 12 && a != b) {
        *why = "may be two days: which number is the month?";
        return 0;
    }
    return a > 12 ? make(year, b, a) : make(year, a, b);
}

static np_date by_words(const struct parts *p)
{
    if (p->n == 2 && p->digits[1] == 4)
        return make(p->number[1], p->month, p->number[0]);
    if (p->n == 2 && p->digits[0] == 4 && p->month_at == 1)
        return make(p->number[0], p->month, p->number[1]);
    return p->n == 1 && p->digits[0] == 4 ? make(p->number[0], p->month, 0) : 0;
}

/* ---- the whole ---- */

/* The time of day falls away: "2021-05-04 08:30:00", "2021-05-04t00:00z". */
static struct np_slice without_time(struct np_slice s)
{
    size_t colon = np_slice_find(s, NP_S(":")), at;

    if (colon == (size_t)-1)
        return s;
    for (at = colon; at && s.p[at - 1] >= '0' && s.p[at - 1] <= '9'; at--)
        continue;
    if (at && (s.p[at - 1] == ' ' || s.p[at - 1] == 't'))
        return np_slice_sub(s, 0, at - 1);
    return s;
}

/* 年 and 月 part, 日 and 号 end. */
static void plain(struct np_buf *b, struct np_slice text)
{
    struct np_buf folded = { 0 };
    struct np_slice s;
    size_t at = 0;

    np_text_fold(&folded, text, NULL);
    s = without_time(np_slice_trim(np_buf_slice(&folded)));
    while (at < s.n) {
        uint32_t c = np_utf8_next(s, &at);

        if (c == 0x5E74 || c == 0x6708) /* 年 月 */
            np_buf_putc(b, '-');
        else if (c != 0x65E5 && c != 0x53F7) /* 日 号 */
            np_utf8_put(b, c);
    }
    while (b->n && b->p[b->n - 1] == '-')
        b->n--;
    np_buf_release(&folded);
}

np_date import_read_date(struct np_slice text, const char **why)
{
    struct np_buf b = { 0 };
    struct parts parts;
    np_date date;

    *why = "is no date";
    plain(&b, text);
    date = np_date_parse(np_buf_slice(&b));
    if (!date) {
        split(np_buf_slice(&b), &parts);
        if (!parts.stray && parts.month)
            date = by_words(&parts);
        else if (!parts.stray && parts.n == 3 && parts.digits[0] == 4)
            date = make(parts.number[0], parts.number[1], parts.number[2]);
        else if (!parts.stray && parts.n == 3 && parts.digits[2] == 4)
            date = day_first(&parts, why);
        else if (!parts.stray && parts.n == 1 && parts.digits[0] == 5)
            *why = "is a spreadsheet's number of a day: give the column a date format";
    }
    np_buf_release(&b);
    return date;
}

bool import_date(struct import_value *v)
{
    const char *why;
    np_date date = v->in->value == NP_SHEET_DATE ? v->in->date : import_read_date(v->text, &why);

    if (!date)
        return import_wrong(v, "NP-IMP-005", "'%.*s' %s", NP_ARG(v->text), why);
    np_cell_date(v->out, date);
    return true;
}

bool import_year(struct import_value *v)
{
    const char *why;
    np_date date = v->in->value == NP_SHEET_DATE ? v->in->date : import_read_date(v->text, &why);
    int year = np_date_year(date);

    if (year < 1850 || year > 2150)
        return import_wrong(v, "NP-IMP-005", "'%.*s' is no year", NP_ARG(v->text));
    np_cell_int(v->out, year);
    return true;
}
