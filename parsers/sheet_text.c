/* sheet_text.c -- CSV and TSV: records of fields (RFC 4180).
 *
 *     number,award               line 1
 *     CN101,"first, and          line 2: a field may hold separators,
 *     second"                            line breaks and "" for a quote
 *
 * A quote is one where a field begins; within a field it is a character. Lines end with LF, CRLF or
 * CR. The separator is the one of which the first lines hold the same number most often.
 */
#include "sheet.h"

#include <stdlib.h>

enum { LINES_LOOKED_AT = 40, BYTES_LOOKED_AT = 64 << 10 };

static const char separators[] = "\t;,"; /* the rarer in texts first */
enum { NSEPARATORS = sizeof separators - 1 };

/* ---- which separator ---- */

struct tally {
    int count[LINES_LOOKED_AT][NSEPARATORS]; /* outside of quotes */
    int lines;
};

static void count_separators(struct np_slice head, struct tally *tally)
{
    bool quoted = false;

    for (size_t i = 0; i < head.n && tally->lines < LINES_LOOKED_AT; i++) {
        const char *at = memchr(separators, head.p[i], NSEPARATORS);

        if (head.p[i] == '"')
            quoted = !quoted;
        else if (!quoted && at)
            tally->count[tally->lines][at - separators]++;
        else if (!quoted && (head.p[i] == '\n' || head.p[i] == '\r'))
            tally->lines++;
    }
    if (tally->lines < LINES_LOOKED_AT)
        tally->lines++;
}

/* Most lines that agree on a number of them, above none. */
static int agreement(const struct tally *tally, size_t which)
{
    int best = 0;

    for (int i = 0; i < tally->lines; i++) {
        int same = 0;

        for (int k = 0; k < tally->lines; k++)
            same += tally->count[k][which] == tally->count[i][which];
        if (tally->count[i][which] > 0 && same > best)
            best = same;
    }
    return best;
}

static char choose_separator(struct np_slice head)
{
    struct tally *tally = np_calloc(1, sizeof *tally);
    size_t best = NSEPARATORS - 1; /* a single column: any will do */
    int most = 0;

    count_separators(head, tally);
    for (size_t i = 0; i < NSEPARATORS; i++)
        if (agreement(tally, i) > most) {
            most = agreement(tally, i);
            best = i;
        }
    free(tally);
    return separators[best];
}

/* "sep=;" in the first line, as a spreadsheet program takes it. 0: there is none. */
static char told_separator(struct np_slice head)
{
    struct np_slice line = np_slice_sub(head, 0, 6);

    if (!np_slice_starts(line, "sep=") || line.n < 5 ||
        (line.n == 6 && line.p[5] != '\n' && line.p[5] != '\r'))
        return 0;
    return line.p[4];
}

static enum np_status read_head(struct sheet_text *text, struct np_buf *head, struct np_err *err)
{
    struct np_slice piece;
    enum np_status status = NP_OK;

    while (head->n < BYTES_LOOKED_AT && (status = sheet_text_next(text, &piece, err)) == NP_OK)
        np_buf_puts_slice(head, piece);
    sheet_text_rewind(text);
    return status == NP_END ? NP_OK : status;
}

/* ---- records ---- */

enum state { BEFORE_FIELD, IN_FIELD, IN_QUOTES, BEHIND_QUOTE };

struct separated {
    struct np_sheets *sheets;
    struct np_err *err;
    char separator;
    enum state state;
    struct np_buf field;
    int column;
    int line;        /* at hand */
    int quote_line;  /* where the open quote stands */
    bool after_cr;
    bool skip_line;  /* the one that told the separator */
};

static enum np_status end_field(struct separated *s)
{
    struct np_sheet_cell cell = { .column = ++s->column, .value = NP_SHEET_TEXT,
                                  .text = np_buf_slice(&s->field), .name = NP_EMPTY };
    enum np_status status = sheet_cell_add(s->sheets, cell, s->err);

    np_buf_reset(&s->field);
    s->state = BEFORE_FIELD;
    return status;
}

static enum np_status end_record(struct separated *s)
{
    enum np_status status = end_field(s);

    if (status == NP_OK && !s->skip_line)
        status = sheet_row_end(s->sheets, s->err);
    s->skip_line = false;
    s->column = 0;
    sheet_row_begin(s->sheets, s->line + 1);
    return status;
}

static enum np_status put(struct separated *s, char c)
{
    if (s->field.n >= NP_SHEET_CELL_BYTES_MOST)
        return np_fail_at(s->err, NP_FAIL, "NP-SHT-003", -1,
                          "a cell that begins in line %d is longer than %d bytes%s",
                          s->state == IN_QUOTES ? s->quote_line : s->line,
                          NP_SHEET_CELL_BYTES_MOST,
                          s->state == IN_QUOTES ? ": is its quote closed?" : "");
    np_buf_putc(&s->field, c);
    return NP_OK;
}

static enum np_status take_outside(struct separated *s, char c)
{
    if (c == s->separator)
        return end_field(s);
    if (c == '\n' || c == '\r')
        return end_record(s);
    if (c == '"' && s->state == BEFORE_FIELD) {
        s->state = IN_QUOTES;
        s->quote_line = s->line;
        np_buf_reset(&s->field); /* blanks in front of the quote */
        return NP_OK;
    }
    if (c == '"' && s->state == BEHIND_QUOTE) { /* "" */
        s->state = IN_QUOTES;
        return put(s, c);
    }
    if (s->state == BEHIND_QUOTE && c == ' ')
        return NP_OK;
    if (s->state == BEHIND_QUOTE || c != ' ')
        s->state = IN_FIELD;
    return put(s, c);
}

static enum np_status take(struct separated *s, char c)
{
    enum np_status status = NP_OK;

    if (c == '\n' && s->after_cr) {
        s->after_cr = false;
        return s->state == IN_QUOTES ? put(s, c) : NP_OK;
    }
    s->after_cr = c == '\r';
    if (s->state == IN_QUOTES && c == '"')
        s->state = BEHIND_QUOTE;
    else if (s->state == IN_QUOTES)
        status = put(s, c);
    else
        status = take_outside(s, c);
    s->line += c == '\n' || c == '\r';
    return status;
}

static enum np_status read_records(struct separated *s, struct sheet_text *text)
{
    struct np_slice piece;
    enum np_status status;

    sheet_row_begin(s->sheets, 1);
    while ((status = sheet_text_next(text, &piece, s->err)) == NP_OK)
        for (size_t i = 0; i < piece.n; i++)
            if ((status = take(s, piece.p[i])) != NP_OK)
                return status;
    if (status != NP_END)
        return status;
    if (s->state == IN_QUOTES)
        return np_fail_at(s->err, NP_FAIL, "NP-SHT-002", -1,
                          "the quote that opens in line %d is never closed", s->quote_line);
    return s->column || s->field.n || s->state != BEFORE_FIELD ? end_record(s) : NP_OK;
}

enum np_status sheet_read_separated(struct np_sheets *sheets, struct sheet_text *text,
                                    struct np_err *err)
{
    struct separated s = { .sheets = sheets, .err = err, .line = 1 };
    struct np_buf head = { 0 };
    enum np_status status = read_head(text, &head, err);

    s.separator = told_separator(np_buf_slice(&head));
    s.skip_line = s.separator != 0;
    if (!s.separator)
        s.separator = choose_separator(np_buf_slice(&head));
    np_buf_release(&head);
    if (status == NP_OK)
        status = read_records(&s, text);
    np_buf_release(&s.field);
    return status;
}
