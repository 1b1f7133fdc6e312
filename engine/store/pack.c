/* pack.c -- small lists in one column: five times cheaper than rows of their own
 * (reference/performance.md, section 5).
 */
#include "current.h"

#include <math.h>

/* ---- symbols ---- */

void np_pack_symbols(struct np_buf *b, const struct np_symbols *symbols)
{
    for (size_t i = 0; i < symbols->n; i++) {
        if (i)
            np_buf_putc(b, ' ');
        np_buf_puts_slice(b, symbols->v[i]);
    }
}

/* The piece before the mark; `rest` moves behind it. */
static struct np_slice cut(struct np_slice *rest, char mark)
{
    const char *end = rest->n ? memchr(rest->p, mark, rest->n) : NULL;
    size_t n = end ? (size_t)(end - rest->p) : rest->n;
    struct np_slice piece = np_slice_make(rest->p, n);

    *rest = end ? np_slice_make(end + 1, rest->n - n - 1) : np_slice_make(rest->p + n, 0);
    return piece;
}

void np_unpack_symbols(struct np_slice packed, struct np_arena *arena, struct np_symbols *symbols)
{
    size_t n = 1;

    *symbols = (struct np_symbols){ 0 };
    if (!packed.n)
        return;
    for (size_t i = 0; i < packed.n; i++)
        n += packed.p[i] == ' ';
    symbols->v = np_arena_alloc(arena, n * sizeof *symbols->v);
    symbols->cap = n;
    while (packed.n) {
        struct np_slice symbol = cut(&packed, ' ');

        if (symbol.n)
            symbols->v[symbols->n++] = symbol;
    }
}

/* ---- documents ---- */

static void put_field(struct np_buf *b, struct np_slice field)
{
    for (size_t i = 0; i < field.n; i++)
        if (field.p[i] != '|' && field.p[i] != ';')
            np_buf_putc(b, field.p[i]);
    np_buf_putc(b, '|');
}

void np_pack_document(struct np_buf *b, struct np_slice relation, const struct np_docref *doc)
{
    if (b->n)
        np_buf_putc(b, ';');
    put_field(b, relation);
    put_field(b, doc->office);
    put_field(b, doc->number);
    put_field(b, doc->kind);
    if (doc->date)
        np_buf_printf(b, "%d", (int)doc->date);
}

static np_date date_of(struct np_slice digits)
{
    np_date date = 0;

    if (digits.n != 8)
        return 0;
    for (size_t i = 0; i < digits.n; i++) {
        if (digits.p[i] < '0' || digits.p[i] > '9')
            return 0;
        date = date * 10 + (digits.p[i] - '0');
    }
    return date;
}

bool np_unpack_document(struct np_slice *packed, struct np_slice *relation, struct np_docref *doc)
{
    struct np_slice one;

    if (!packed->n)
        return false;
    one = cut(packed, ';');
    *relation = cut(&one, '|');
    doc->office = cut(&one, '|');
    doc->number = cut(&one, '|');
    doc->kind = cut(&one, '|');
    doc->date = date_of(one);
    return true;
}

/* ---- categories ---- */

char np_strongest(struct np_slice letters)
{
    static const char order[] = "XIYA";

    for (size_t i = 0; i < sizeof order - 1; i++)
        if (letters.n && memchr(letters.p, order[i], letters.n))
            return order[i];
    return letters.n ? 'O' : 0;
}

/* ---- evidence ---- */

enum { EVIDENCE_ROWS = 100000, EVIDENCE_BYTES = 48 /* smallest row */ };

static void put_real(struct np_buf *b, double real)
{
    uint64_t bits;

    memcpy(&bits, &real, sizeof bits);
    np_buf_u64(b, bits);
}

static double read_real(struct np_reader *r)
{
    uint64_t bits = np_read_u64(r);
    double real;

    memcpy(&real, &bits, sizeof real);
    if (!isfinite(real))
        r->bad = true;
    return real;
}

void np_pack_evidence(struct np_buf *b, const struct np_evidence_row *rows, size_t n)
{
    if (!n)
        return;
    np_buf_u32(b, (uint32_t)n);
    for (size_t i = 0; i < n; i++) {
        np_buf_u32(b, (uint32_t)rows[i].subfield);
        put_real(b, rows[i].score);
        put_real(b, rows[i].confidence);
        np_buf_bytes(b, rows[i].rule);
        np_buf_bytes(b, rows[i].place);
        np_buf_bytes(b, rows[i].matched);
        np_buf_u64(b, (uint64_t)rows[i].offset);
        put_real(b, rows[i].weight);
    }
}

bool np_unpack_evidence(struct np_slice packed, struct np_arena *arena,
                        const struct np_evidence_row **rows, size_t *n)
{
    struct np_reader r = np_reader_of(packed);
    struct np_evidence_row *made;
    size_t count = packed.n ? np_read_u32(&r) : 0;

    *rows = NULL;
    *n = 0;
    if (count > EVIDENCE_ROWS || count > packed.n / EVIDENCE_BYTES)
        return false;
    made = np_arena_alloc(arena, count * sizeof *made);
    for (size_t i = 0; i < count; i++) {
        made[i].subfield = (int)np_read_u32(&r);
        made[i].score = read_real(&r);
        made[i].confidence = read_real(&r);
        made[i].rule = np_read_bytes(&r);
        made[i].place = np_read_bytes(&r);
        made[i].matched = np_read_bytes(&r);
        made[i].offset = (int64_t)np_read_u64(&r);
        made[i].weight = read_real(&r);
    }
    *rows = made;
    *n = count;
    return !r.bad && r.p == r.end;
}
