/* record_code.c -- a record as flat bytes, and back.
 *
 *   magic | field | field | ...          in the order of the rows of np_record_shape
 *   text, bytes   u32 length, bytes
 *   date, word, count   u32
 *   list          u32 count, items
 *   part          its fields, nothing around them
 *
 * The bytes come from a process that has read hostile input: decoding trusts nothing.
 */
#include "shape.h"

#include <limits.h>
#include <nanopat/text.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { MAGIC = 0x3252504E }; /* "NPR2"; to be raised when the rows change */

/* ---- encode ---- */

static void encode_shape(struct np_buf *b, const void *owner, const struct np_shape *shape,
                         bool for_hash);

static void encode_texts(struct np_buf *b, struct np_any_list list)
{
    const struct np_slice *text = list.v;

    np_buf_u32(b, (uint32_t)list.n);
    for (size_t i = 0; i < list.n; i++)
        np_buf_bytes(b, text[i]);
}

static void encode_ints(struct np_buf *b, struct np_any_list list)
{
    const int *value = list.v;

    np_buf_u32(b, (uint32_t)list.n);
    for (size_t i = 0; i < list.n; i++)
        np_buf_u32(b, (uint32_t)value[i]);
}

static void encode_list(struct np_buf *b, struct np_any_list list, const struct np_shape *shape,
                        bool for_hash)
{
    np_buf_u32(b, (uint32_t)list.n);
    for (size_t i = 0; i < list.n; i++)
        encode_shape(b, (const char *)list.v + i * shape->size_bytes, shape, for_hash);
}

static void encode_int64(struct np_buf *b, const void *owner, const struct np_field *field)
{
    int64_t value;

    memcpy(&value, np_field_at(owner, field), sizeof value);
    np_buf_u64(b, (uint64_t)value);
}

static void encode_field(struct np_buf *b, const void *owner, const struct np_field *field,
                         bool for_hash)
{
    switch (field->kind) {
    case NP_FIELD_ID: break;
    case NP_FIELD_TEXT:
    case NP_FIELD_BYTES: np_buf_bytes(b, np_field_text(owner, field)); break;
    case NP_FIELD_DATE:
    case NP_FIELD_WORD:
    case NP_FIELD_COUNT: np_buf_u32(b, (uint32_t)np_field_int(owner, field)); break;
    case NP_FIELD_INT64: encode_int64(b, owner, field); break;
    case NP_FIELD_TEXTS: encode_texts(b, np_field_list(owner, field)); break;
    case NP_FIELD_INTS: encode_ints(b, np_field_list(owner, field)); break;
    case NP_FIELD_PART:
        encode_shape(b, np_field_at(owner, field), field->shape, for_hash);
        break;
    case NP_FIELD_LIST:
    case NP_FIELD_MAP:
        encode_list(b, np_field_list(owner, field), field->shape, for_hash);
        break;
    }
}

static void encode_shape(struct np_buf *b, const void *owner, const struct np_shape *shape,
                         bool for_hash)
{
    for (size_t i = 0; i < shape->count; i++)
        if (!(for_hash && shape->fields[i].outside_hash))
            encode_field(b, owner, &shape->fields[i], for_hash);
}

void np_record_encode(struct np_buf *b, const struct np_record *record)
{
    np_buf_u32(b, MAGIC);
    encode_shape(b, record, &np_record_shape, false);
}

uint64_t np_record_hash(const struct np_record *record)
{
    struct np_buf b = { 0 };
    uint64_t hash;

    encode_shape(&b, record, &np_record_shape, true);
    hash = XXH3_64bits(b.p, b.n);
    np_buf_release(&b);
    return hash;
}

/* ---- decode ---- */

struct decoder {
    struct np_reader in;
    struct np_arena *arena;
    const char *field; /* the row at fault, for the message */
    const char *fault; /* NULL while all is well */
};

static bool decode_shape(struct decoder *d, void *owner, const struct np_shape *shape);

static bool give_up(struct decoder *d, const char *fault)
{
    if (!d->fault)
        d->fault = fault;
    return false;
}

static bool still_good(struct decoder *d)
{
    return !d->in.bad || give_up(d, "ends too early");
}

/* The fewest bytes that an item of this shape takes: bounds a count before memory is taken. */
static size_t least_bytes(const struct np_shape *shape)
{
    size_t least = 0;

    for (size_t i = 0; i < shape->count; i++) {
        const struct np_field *field = &shape->fields[i];

        switch (field->kind) {
        case NP_FIELD_ID: break;
        case NP_FIELD_INT64: least += 8; break;
        case NP_FIELD_PART: least += least_bytes(field->shape); break;
        default: least += 4;
        }
    }
    return least;
}

static bool decode_count(struct decoder *d, size_t item_bytes, size_t *count)
{
    *count = np_read_u32(&d->in);
    if (!still_good(d))
        return false;
    if (*count > (size_t)(d->in.end - d->in.p) / item_bytes)
        return give_up(d, "has more items than bytes");
    return true;
}

/* Room for the items; an empty list has none. */
static void *take_list(struct decoder *d, size_t count, size_t item_bytes)
{
    return count ? np_arena_zalloc(d->arena, count * item_bytes) : NULL;
}

static void set_list(void *at, void *v, size_t n)
{
    struct np_any_list list = { v, n, n };

    memcpy(at, &list, sizeof list);
}

static bool decode_text(struct decoder *d, bool is_text, struct np_slice *text)
{
    *text = np_read_bytes(&d->in);
    if (!still_good(d))
        return false;
    if (is_text && np_utf8_check(*text) != text->n)
        return give_up(d, "is not UTF-8");
    return true;
}

static bool decode_int(struct decoder *d, const struct np_field *field, int *value)
{
    uint32_t x = np_read_u32(&d->in);

    if (!still_good(d))
        return false;
    if (x > INT_MAX)
        return give_up(d, "is out of range");
    if (field->kind == NP_FIELD_WORD && x >= field->word_count)
        return give_up(d, "is no known word");
    if (field->kind == NP_FIELD_DATE && !np_date_valid((np_date)x))
        return give_up(d, "is no date");
    *value = (int)x;
    return true;
}

static bool decode_texts(struct decoder *d, void *at)
{
    struct np_slice *text;
    size_t count;

    if (!decode_count(d, 4, &count))
        return false;
    text = take_list(d, count, sizeof *text);
    for (size_t i = 0; i < count; i++)
        if (!decode_text(d, true, &text[i]))
            return false;
    set_list(at, text, count);
    return true;
}

static bool decode_ints(struct decoder *d, const struct np_field *field, void *at)
{
    size_t count;
    int *value;

    if (!decode_count(d, 4, &count))
        return false;
    value = take_list(d, count, sizeof *value);
    for (size_t i = 0; i < count; i++)
        if (!decode_int(d, field, &value[i]))
            return false;
    set_list(at, value, count);
    return true;
}

static bool decode_list(struct decoder *d, const struct np_field *field, void *at)
{
    const struct np_shape *shape = field->shape;
    size_t count;
    char *item;

    if (!decode_count(d, least_bytes(shape), &count))
        return false;
    item = take_list(d, count, shape->size_bytes);
    for (size_t i = 0; i < count; i++)
        if (!decode_shape(d, item + i * shape->size_bytes, shape))
            return false;
    set_list(at, item, count);
    return true;
}

static bool decode_field(struct decoder *d, void *owner, const struct np_field *field)
{
    void *at = (char *)owner + field->at;
    struct np_slice text;
    int64_t wide;
    int value;

    if (field->name)
        d->field = field->name;
    switch (field->kind) {
    case NP_FIELD_ID: return true;
    case NP_FIELD_TEXT:
    case NP_FIELD_BYTES:
        if (!decode_text(d, field->kind == NP_FIELD_TEXT, &text))
            return false;
        memcpy(at, &text, sizeof text);
        return true;
    case NP_FIELD_DATE:
    case NP_FIELD_WORD:
    case NP_FIELD_COUNT:
        if (!decode_int(d, field, &value))
            return false;
        memcpy(at, &value, sizeof value);
        return true;
    case NP_FIELD_INT64:
        wide = (int64_t)np_read_u64(&d->in);
        memcpy(at, &wide, sizeof wide);
        return still_good(d);
    case NP_FIELD_TEXTS: return decode_texts(d, at);
    case NP_FIELD_INTS: return decode_ints(d, field, at);
    case NP_FIELD_PART: return decode_shape(d, at, field->shape);
    case NP_FIELD_LIST:
    case NP_FIELD_MAP: return decode_list(d, field, at);
    }
    return give_up(d, "is of an unknown kind");
}

static bool decode_shape(struct decoder *d, void *owner, const struct np_shape *shape)
{
    for (size_t i = 0; i < shape->count; i++)
        if (!decode_field(d, owner, &shape->fields[i]))
            return false;
    return true;
}

enum np_status np_record_decode(struct np_slice bytes, struct np_arena *arena,
                                struct np_record **record, struct np_err *err)
{
    struct decoder d = { np_reader_of(bytes), arena, "magic", NULL };

    *record = NULL;
    if (np_read_u32(&d.in) != MAGIC)
        return np_fail(err, NP_SKIP, "encoded record does not begin as one");
    *record = np_record_new(arena);
    if (decode_shape(&d, *record, &np_record_shape) && d.in.p != d.in.end)
        give_up(&d, "is followed by surplus bytes");
    if (!d.fault)
        return NP_OK;
    *record = NULL;
    return np_fail(err, NP_SKIP, "encoded record: '%s' %s", d.field, d.fault);
}
