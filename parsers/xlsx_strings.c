/* xlsx_strings.c -- the shared strings of a workbook (ECMA-376, part 1, 18.4).
 *
 *     <si><t>plain</t></si>
 *     <si><r><t>in </t></r><r><t>runs</t></r><rPh><t>how it is spoken: left out</t></rPh></si>
 */
#include "xlsx.h"

enum { BYTES_MOST = 256 << 20, STRINGS_MOST = 8 << 20 };

static int hex_of(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
}

/* "_x000D_": the value, -1 if it is no such escape. */
static int escape_of(struct np_slice s)
{
    int value = 0;

    if (s.n < 7 || s.p[0] != '_' || s.p[1] != 'x' || s.p[6] != '_')
        return -1;
    for (size_t i = 2; i < 6; i++) {
        if (hex_of(s.p[i]) < 0)
            return -1;
        value = value * 16 + hex_of(s.p[i]);
    }
    return value;
}

void xlsx_put_text(struct np_buf *b, struct np_slice raw)
{
    for (size_t i = 0; i < raw.n; i++) {
        int value = escape_of(np_slice_sub(raw, i, raw.n));

        if (value < 0 || value > 0x7f) { /* what is not ASCII nobody writes so */
            np_buf_putc(b, raw.p[i]);
            continue;
        }
        np_buf_putc(b, (char)value);
        i += 6;
    }
}

static void open_element(struct xlsx_part *part, void *state, struct np_slice element)
{
    struct xlsx_strings *s = state;

    (void)part;
    if (np_slice_is(element, "rPh"))
        s->skipping++;
    else if (np_slice_is(element, "t"))
        s->open++;
}

static void take_text(struct xlsx_part *part, void *state, struct np_slice text)
{
    struct xlsx_strings *s = state;

    if (!s->open || s->skipping)
        return;
    if (s->bytes.n + text.n > BYTES_MOST)
        xlsx_refuse(part, NP_FAIL, "NP-SHT-010", "more than %d MiB of shared strings",
                    BYTES_MOST >> 20);
    else
        np_buf_puts_slice(&s->bytes, text);
}

static void close_element(struct xlsx_part *part, void *state, struct np_slice element)
{
    struct xlsx_strings *s = state;

    if (np_slice_is(element, "rPh"))
        s->skipping--;
    else if (np_slice_is(element, "t"))
        s->open--;
    else if (np_slice_is(element, "si") && s->ends.n == STRINGS_MOST)
        xlsx_refuse(part, NP_FAIL, "NP-SHT-010", "more than %d shared strings", STRINGS_MOST);
    else if (np_slice_is(element, "si"))
        *np_list_add(s->arena, &s->ends) = (uint32_t)s->bytes.n;
}

enum np_status xlsx_strings_read(struct np_sheets *sheets, struct np_slice part,
                                 struct xlsx_strings *strings, struct np_err *err)
{
    static const struct xlsx_handlers handlers = { open_element, take_text, close_element };

    strings->arena = np_arena_new();
    return xlsx_part_read(sheets, part, &handlers, strings, err);
}

void xlsx_strings_release(struct xlsx_strings *strings)
{
    np_buf_release(&strings->bytes);
    if (strings->arena)
        np_arena_free(strings->arena);
}

bool xlsx_string(const struct xlsx_strings *strings, int64_t index, struct np_slice *text)
{
    size_t from;

    if (index < 0 || index >= (int64_t)strings->ends.n)
        return false;
    from = index ? strings->ends.v[index - 1] : 0;
    *text = np_slice_sub(np_buf_slice(&strings->bytes), from, strings->ends.v[index] - from);
    return true;
}
