/* tsv.c -- tab separated tables, read whole and checked as text. */
#include <nanopat/text.h>
#include <nanopat/tsv.h>

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { FILE_MAX = 16 << 20, DIGITS_MAX = 15 };

struct np_tsv {
    struct np_buf text;
    char name[64];
    size_t at, ncolumns;
    int line;
};

static enum np_status fail_at(const struct np_tsv *tsv, int line, struct np_err *err,
                              const char *format, va_list args)
{
    char what[200];

    vsnprintf(what, sizeof what, format, args);
    if (!tsv)
        return np_fail(err, NP_STOP, "%s", what);
    return np_fail(err, NP_STOP, "%s:%d: %s", tsv->name, line, what);
}

enum np_status np_tsv_fail(const struct np_tsv *tsv, struct np_err *err, const char *format, ...)
{
    enum np_status status;
    va_list args;

    va_start(args, format);
    status = fail_at(tsv, np_tsv_line(tsv), err, format, args);
    va_end(args);
    return status;
}

enum np_status np_tsv_fail_at(const struct np_tsv *tsv, int line, struct np_err *err,
                              const char *format, ...)
{
    enum np_status status;
    va_list args;

    va_start(args, format);
    status = fail_at(tsv, line, err, format, args);
    va_end(args);
    return status;
}

int np_tsv_line(const struct np_tsv *tsv)
{
    return tsv ? tsv->line : 0;
}

static enum np_status read_file(struct np_tsv *tsv, const char *folder, struct np_err *err)
{
    char path[1024];
    FILE *f;
    size_t n;

    if (snprintf(path, sizeof path, "%s/%s", folder, tsv->name) >= (int)sizeof path)
        return np_fail(err, NP_STOP, "path of '%s' is too long", tsv->name);
    f = fopen(path, "rb");
    if (!f)
        return np_fail(err, NP_STOP, "cannot open '%.180s': %s", path, strerror(errno));
    do {
        n = fread(np_buf_room(&tsv->text, 65536), 1, 65536, f);
        tsv->text.n += n;
    } while (n && tsv->text.n <= FILE_MAX);
    n = (size_t)ferror(f);
    fclose(f);
    if (n)
        return np_fail(err, NP_STOP, "cannot read '%.180s'", path);
    if (tsv->text.n > FILE_MAX)
        return np_fail(err, NP_STOP, "'%.180s' is longer than 16 MiB", path);
    return NP_OK;
}

/* The next line that is neither empty nor a comment. */
static bool next_line(struct np_tsv *tsv, struct np_slice *line)
{
    while (tsv->at < tsv->text.n) {
        const char *from = tsv->text.p + tsv->at;
        size_t left = tsv->text.n - tsv->at;
        const char *end = memchr(from, '\n', left);
        size_t n = end ? (size_t)(end - from) : left;

        tsv->at += n + (end != NULL);
        tsv->line++;
        *line = np_slice_make(from, n && from[n - 1] == '\r' ? n - 1 : n);
        if (np_slice_trim(*line).n && line->p[0] != '#')
            return true;
    }
    return false;
}

static enum np_status cut(struct np_tsv *tsv, struct np_slice line, struct np_slice *cells,
                          struct np_err *err)
{
    size_t count = 0, from = 0;

    for (size_t i = 0; i <= line.n; i++) {
        if (i < line.n && line.p[i] != '\t')
            continue;
        if (count < tsv->ncolumns)
            cells[count] = np_slice_trim(np_slice_sub(line, from, i - from));
        count++;
        from = i + 1;
    }
    if (count != tsv->ncolumns)
        return np_tsv_fail(tsv, err, "%zu cells, expected %zu", count, tsv->ncolumns);
    return NP_OK;
}

static enum np_status check_header(struct np_tsv *tsv, const char *const *columns,
                                   struct np_err *err)
{
    struct np_slice line, cells[NP_TSV_COLUMNS_MAX];

    while (columns[tsv->ncolumns])
        if (++tsv->ncolumns > NP_TSV_COLUMNS_MAX)
            np_panic("%s: too many columns", tsv->name);
    if (!next_line(tsv, &line))
        return np_tsv_fail(tsv, err, "no header line");
    if (cut(tsv, line, cells, err) != NP_OK)
        return NP_STOP;
    for (size_t i = 0; i < tsv->ncolumns; i++)
        if (!np_slice_is(cells[i], columns[i]))
            return np_tsv_fail(tsv, err, "column %zu is '%.*s', expected '%s'", i + 1,
                               NP_ARG(np_slice_sub(cells[i], 0, 40)), columns[i]);
    return NP_OK;
}

enum np_status np_tsv_open(const char *folder, const char *name, const char *const *columns,
                           struct np_tsv **out, struct np_err *err)
{
    struct np_tsv *tsv = np_calloc(1, sizeof *tsv);
    enum np_status status;

    *out = NULL;
    snprintf(tsv->name, sizeof tsv->name, "%s", name);
    status = read_file(tsv, folder, err);
    if (status == NP_OK && np_utf8_check(np_buf_slice(&tsv->text)) < tsv->text.n)
        status = np_fail(err, NP_STOP, "%s: not UTF-8", name);
    if (status == NP_OK)
        status = check_header(tsv, columns, err);
    if (status == NP_OK)
        *out = tsv;
    else
        np_tsv_close(tsv);
    return status;
}

void np_tsv_close(struct np_tsv *tsv)
{
    if (!tsv)
        return;
    np_buf_release(&tsv->text);
    free(tsv);
}

enum np_status np_tsv_next(struct np_tsv *tsv, struct np_slice *cells, struct np_err *err)
{
    struct np_slice line;

    return next_line(tsv, &line) ? cut(tsv, line, cells, err) : NP_END;
}

struct np_slice np_tsv_comment(const struct np_tsv *tsv, const char *word)
{
    struct np_slice rest = np_buf_slice(&tsv->text);

    while (rest.n) {
        size_t n = np_slice_find(rest, NP_S("\n"));
        struct np_slice line = np_slice_trim(np_slice_sub(rest, 0, n));
        size_t length = strlen(word);

        rest = n == (size_t)-1 ? NP_EMPTY : np_slice_sub(rest, n + 1, rest.n);
        if (!np_slice_starts(line, "#"))
            continue;
        line = np_slice_trim(np_slice_sub(line, 1, line.n));
        if (np_slice_starts(line, word) && line.n > length && line.p[length] == ':')
            return np_slice_trim(np_slice_sub(line, length + 1, line.n));
    }
    return NP_EMPTY;
}

uint64_t np_tsv_hash(const struct np_tsv *tsv)
{
    return np_hash_bytes(NP_HASH_START, tsv->text.p, tsv->text.n);
}

bool np_slice_real(struct np_slice s, double *value)
{
    double scale = 1, sum = 0;
    size_t i = s.n && s.p[0] == '-' ? 1 : 0, digits = 0;
    bool point = false;

    for (; i < s.n; i++) {
        if (s.p[i] == '.' && !point) {
            point = true;
            continue;
        }
        if (s.p[i] < '0' || s.p[i] > '9' || ++digits > DIGITS_MAX)
            return false;
        sum = sum * 10 + (s.p[i] - '0');
        if (point)
            scale *= 10;
    }
    *value = s.n && s.p[0] == '-' ? -(sum / scale) : sum / scale;
    return digits > 0;
}

bool np_slice_int(struct np_slice s, int *value)
{
    double real;

    if (np_slice_find(s, NP_S(".")) != (size_t)-1 || !np_slice_real(s, &real) ||
        real > 2147483647.0 || real < -2147483647.0)
        return false;
    *value = (int)real;
    return true;
}
