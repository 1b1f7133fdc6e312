/* record_json.c -- one line of formats/record.md, a walk over np_record_shape.
 *
 * What the source does not say is null (scalar), [] (list) or {} (map); no key is left out.
 */
#include "shape.h"

#include <inttypes.h>

static void put_fields(struct np_buf *b, const void *owner, const struct np_shape *shape);
static void put_value(struct np_buf *b, const void *owner, const struct np_field *field);

static void put_text(struct np_buf *b, struct np_slice text)
{
    if (text.n)
        np_json_string(b, text);
    else
        np_buf_puts(b, "null");
}

static void put_id(struct np_buf *b, const struct np_record *record)
{
    struct np_buf id = { 0 };

    if (record->number.n) {
        np_buf_puts_slice(&id, record->office);
        np_buf_puts_slice(&id, record->number);
        np_buf_puts_slice(&id, record->kind);
    }
    put_text(b, np_buf_slice(&id));
    np_buf_release(&id);
}

static void put_date(struct np_buf *b, np_date date)
{
    if (date == 0) {
        np_buf_puts(b, "null");
        return;
    }
    np_buf_putc(b, '"');
    np_date_put(b, date);
    np_buf_putc(b, '"');
}

static void put_word(struct np_buf *b, unsigned value, const struct np_field *field)
{
    put_text(b, np_slice_of(value < field->word_count ? field->words[value] : NULL));
}

static void put_count(struct np_buf *b, int value)
{
    if (value)
        np_buf_printf(b, "%d", value);
    else
        np_buf_puts(b, "null");
}

static void put_int64(struct np_buf *b, const void *owner, const struct np_field *field)
{
    int64_t value;

    memcpy(&value, np_field_at(owner, field), sizeof value);
    np_buf_printf(b, "%" PRId64, value);
}

static void put_texts(struct np_buf *b, struct np_any_list list)
{
    const struct np_slice *text = list.v;

    np_buf_putc(b, '[');
    for (size_t i = 0; i < list.n; i++) {
        if (i)
            np_buf_putc(b, ',');
        np_json_string(b, text[i]);
    }
    np_buf_putc(b, ']');
}

static void put_ints(struct np_buf *b, struct np_any_list list)
{
    const int *value = list.v;

    np_buf_putc(b, '[');
    for (size_t i = 0; i < list.n; i++)
        np_buf_printf(b, i ? ",%d" : "%d", value[i]);
    np_buf_putc(b, ']');
}

static void put_list(struct np_buf *b, struct np_any_list list, const struct np_shape *shape)
{
    np_buf_putc(b, '[');
    for (size_t i = 0; i < list.n; i++) {
        if (i)
            np_buf_putc(b, ',');
        put_fields(b, (const char *)list.v + i * shape->size_bytes, shape);
    }
    np_buf_putc(b, ']');
}

/* A key twice would leave it to the reader which value counts: the first one does. */
static bool is_key_before(struct np_any_list list, const struct np_shape *shape, size_t i)
{
    const char *v = list.v;
    struct np_slice key = np_field_text(v + i * shape->size_bytes, &shape->fields[0]);

    for (size_t k = 0; k < i; k++)
        if (np_slice_eq(np_field_text(v + k * shape->size_bytes, &shape->fields[0]), key))
            return true;
    return false;
}

static void put_map(struct np_buf *b, struct np_any_list list, const struct np_shape *shape)
{
    np_buf_putc(b, '{');
    for (size_t i = 0; i < list.n; i++) {
        const char *item = (const char *)list.v + i * shape->size_bytes;

        if (is_key_before(list, shape, i))
            continue;
        if (i)
            np_buf_putc(b, ',');
        np_json_string(b, np_field_text(item, &shape->fields[0]));
        np_buf_putc(b, ':');
        put_value(b, item, &shape->fields[1]);
    }
    np_buf_putc(b, '}');
}

static void put_value(struct np_buf *b, const void *owner, const struct np_field *field)
{
    switch (field->kind) {
    case NP_FIELD_ID: put_id(b, owner); break;
    case NP_FIELD_TEXT:
    case NP_FIELD_BYTES: put_text(b, np_field_text(owner, field)); break;
    case NP_FIELD_DATE: put_date(b, np_field_int(owner, field)); break;
    case NP_FIELD_WORD: put_word(b, (unsigned)np_field_int(owner, field), field); break;
    case NP_FIELD_COUNT: put_count(b, np_field_int(owner, field)); break;
    case NP_FIELD_INT64: put_int64(b, owner, field); break;
    case NP_FIELD_TEXTS: put_texts(b, np_field_list(owner, field)); break;
    case NP_FIELD_INTS: put_ints(b, np_field_list(owner, field)); break;
    case NP_FIELD_PART: put_fields(b, np_field_at(owner, field), field->shape); break;
    case NP_FIELD_LIST: put_list(b, np_field_list(owner, field), field->shape); break;
    case NP_FIELD_MAP: put_map(b, np_field_list(owner, field), field->shape); break;
    }
}

static void put_fields(struct np_buf *b, const void *owner, const struct np_shape *shape)
{
    bool first = true;

    np_buf_putc(b, '{');
    for (size_t i = 0; i < shape->count; i++) {
        const struct np_field *field = &shape->fields[i];

        if (!field->name)
            continue;
        np_buf_printf(b, first ? "\"%s\":" : ",\"%s\":", field->name);
        put_value(b, owner, field);
        first = false;
    }
    np_buf_putc(b, '}');
}

void np_record_json(struct np_buf *b, const struct np_record *record)
{
    put_fields(b, record, &np_record_shape);
}
