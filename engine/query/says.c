/* says.c -- what columns say of themselves and how their numbers are made, in either language. */
#include "words_table.h"

#include <nanopat/scoring.h>
#include <nanopat/words.h>

#include <ctype.h>
#include <string.h>

static const struct said *find_saying(struct np_slice text)
{
    for (const struct said *s = np_sayings; s->en; s++)
        if (np_slice_is(text, s->en))
            return s;
    return NULL;
}

static bool is_of_name(char c)
{
    return islower((unsigned char)c) || isdigit((unsigned char)c) || c == '_';
}

/* "pai", "top1_families": what a measure or an indicator is called. */
static bool is_name(struct np_slice word)
{
    return word.n > 1 && islower((unsigned char)word.p[0]) && np_word_known(word);
}

static void put_sign(struct np_buf *b, char c)
{
    static const struct { char sign; const char *as; } signs[] = { { '/', "÷" }, { '*', "×" }, { '-', "−" } };

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (c == signs[i].sign) {
            np_buf_puts(b, signs[i].as);
            return;
        }
    np_buf_putc(b, c);
}

/* A formula of names and signs. */
static void put_formula(struct np_buf *b, struct np_slice text)
{
    for (size_t at = 0; at < text.n;) {
        size_t end = at;

        while (end < text.n && is_of_name(text.p[end]))
            end++;
        if (end == at) {
            put_sign(b, text.p[at++]);
            continue;
        }
        struct np_slice word = np_slice_sub(text, at, end - at);

        np_buf_puts_slice(b, is_name(word) ? np_word(word, true) : word);
        at = end;
    }
}

void np_says_put(struct np_buf *b, struct np_slice text, bool zh)
{
    const struct said *said = zh ? find_saying(text) : NULL;

    if (said)
        np_buf_puts(b, said->zh);
    else if (zh && np_says_known(text))
        put_formula(b, text);
    else
        np_buf_puts_slice(b, text);
}

bool np_says_known(struct np_slice text)
{
    if (find_saying(text))
        return true;
    for (size_t at = 0; at < text.n;) {
        size_t end = at;

        while (end < text.n && is_of_name(text.p[end]))
            end++;
        if (end > at + 1 && islower((unsigned char)text.p[at]) &&
            !is_name(np_slice_sub(text, at, end - at)))
            return false;
        at = end > at ? end : at + 1;
    }
    return true;
}

struct np_slice np_formula_of(const struct np_column *column)
{
    static const struct np_measure *const tables[] = {
        np_portfolio_measures, np_enterprise_measures, np_holding_measures, np_subfield_measures,
        np_city_measures, np_scheme_measures,
    };

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        for (const struct np_measure *m = tables[i]; m->name; m++)
            if (strcmp(m->name, column->name) == 0 && strcmp(m->zh, column->zh) == 0)
                return np_slice_of(m->formula);
    for (const struct np_indicator *i = np_indicators; i->name; i++)
        if (strcmp(i->name, column->name) == 0)
            return np_slice_of(i->formula);
    return NP_EMPTY;
}
