/* mutate.c -- changes that leave most inputs near well-formed.
 *
 * Bytes changed at random nearly always break a tag, and a broken document never reaches the
 * handlers. So most changes here move whole elements, texts and attributes; one in eight is
 * libFuzzer's own.
 *
 *     table of changes  ->  spans to replace  ->  splice
 */
#include "markup.h"
#include "words.h"

#include <stdlib.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *first, size_t first_size, const uint8_t *second,
                                 size_t second_size, uint8_t *out, size_t max_size,
                                 unsigned seed);

enum { BYTES_MOST = 1 << 16, CHANGES_MOST = 4, BYTES_LONG = 3000 };

struct mutation {
    uint8_t *p;
    size_t n, most;
    uint64_t random;
    struct markup markup;
};

/* xorshift; below n. */
static size_t any(struct mutation *m, size_t n)
{
    m->random ^= m->random << 13;
    m->random ^= m->random >> 7;
    m->random ^= m->random << 17;
    return n ? (size_t)(m->random >> 11) % n : 0;
}

/* Replaces the span; nothing happens where the result would be too long. */
static void splice(struct mutation *m, struct span at, struct np_slice by)
{
    size_t n = m->n - (at.to - at.from) + by.n;

    if (n > m->most || n == 0)
        return;
    memmove(m->p + at.from + by.n, m->p + at.to, m->n - at.to);
    memcpy(m->p + at.from, by.p, by.n);
    m->n = n;
}

/* A copy, because the bytes move. */
static struct np_slice copy_of(const struct mutation *m, struct span s)
{
    static char kept[2][BYTES_MOST];
    static int turn;
    char *to = kept[turn = !turn];

    memcpy(to, m->p + s.from, s.to - s.from);
    return np_slice_make(to, s.to - s.from);
}

static struct np_slice word(struct mutation *m, enum word_kind kind)
{
    size_t n = words_count(kind);

    return n ? words_at(kind, any(m, n)) : NP_S("x");
}

/* Not the first, which is the root, while there are others. */
static const struct node *some_element(struct mutation *m)
{
    size_t n = m->markup.count;

    if (n == 0)
        return NULL;
    return &m->markup.elements[n > 1 && m->markup.root != SIZE_MAX ? 1 + any(m, n - 1)
                                                                   : any(m, n)];
}

/* ---- elements ---- */

static void delete_element(struct mutation *m)
{
    const struct node *e = some_element(m);

    if (e)
        splice(m, e->all, NP_EMPTY);
}

static void duplicate_element(struct mutation *m)
{
    const struct node *e = some_element(m);

    for (size_t times = any(m, 8) ? 1 : 1 + any(m, 20); e && times > 0; times--)
        splice(m, (struct span){ e->all.to, e->all.to }, copy_of(m, e->all));
}

static void swap_elements(struct mutation *m)
{
    const struct node *a = some_element(m), *b = some_element(m), *t;
    struct np_slice first, second;

    if (!a || a == b)
        return;
    if (b->all.from < a->all.from)
        t = a, a = b, b = t;
    if (b->all.from < a->all.to)
        return; /* one in the other */
    first = copy_of(m, a->all);
    second = copy_of(m, b->all);
    splice(m, b->all, first);
    splice(m, a->all, second);
}

/* One element into another, which may be itself. */
static void nest_element(struct mutation *m)
{
    const struct node *a = some_element(m), *b = some_element(m);
    size_t at;

    if (!a)
        return;
    at = any(m, 2) ? b->inside.from : b->inside.to;
    splice(m, (struct span){ at, at }, copy_of(m, a->all));
}

static void rename_element(struct mutation *m)
{
    const struct node *e = some_element(m);
    struct np_slice name = word(m, WORD_ELEMENT);

    if (!e || e->name.to == e->name.from)
        return;
    if (e->end_name.to)
        splice(m, e->end_name, name);
    splice(m, e->name, name);
}

static void wrap_element(struct mutation *m)
{
    const struct node *e = some_element(m);
    struct np_slice name = word(m, WORD_ELEMENT);
    char tag[300];
    struct span at;

    if (!e)
        return;
    at = any(m, 2) ? e->all : e->inside;
    snprintf(tag, sizeof tag, "</%.*s>", NP_ARG(np_slice_sub(name, 0, 200)));
    splice(m, (struct span){ at.to, at.to }, np_slice_of(tag));
    snprintf(tag, sizeof tag, "<%.*s>", NP_ARG(np_slice_sub(name, 0, 200)));
    splice(m, (struct span){ at.from, at.from }, np_slice_of(tag));
}

static void unwrap_element(struct mutation *m)
{
    const struct node *e = some_element(m);

    if (e)
        splice(m, e->all, copy_of(m, e->inside));
}

static void insert_element(struct mutation *m)
{
    const struct node *e = some_element(m);
    struct np_slice name = np_slice_sub(word(m, WORD_ELEMENT), 0, 200);
    struct np_slice text = np_slice_sub(word(m, WORD_TEXT), 0, 400);
    char tags[1024];

    if (!e)
        return;
    snprintf(tags, sizeof tags, "<%.*s>%.*s</%.*s>", NP_ARG(name), NP_ARG(text), NP_ARG(name));
    splice(m, (struct span){ e->inside.to, e->inside.to }, np_slice_of(tags));
}

static void cut_short(struct mutation *m)
{
    const struct node *e = some_element(m);

    if (e)
        splice(m, (struct span){ any(m, 2) ? e->inside.to : e->all.to, m->n }, NP_EMPTY);
}

/* ---- texts ---- */

/* What offices have printed where a number, a date or a name should be, and what nobody has. */
static const char *const odd[] = {
    "0", "00000000", "1", "-1", "99999999", "20210500", "20210000", "20230230", "2021-05-04",
    "99999999999999999999999999999999999999999999", "4294967296", "9223372036854775808",
    "2147483647", "2147483648", "1-99999999", "00001", "01-18", "None", "omitted", "unknown",
    "PCT/EP2004/012345", "PCTDE9901234", "WO2005/012345", "WO9912345", "US 2008/0197955 A1",
    "D. 123456", "RE45,678", "PP31000", "CN201010000000.X", "ZL 98 1 00001.2", "EP0512345",
    "JPS54111711", "G06F015/00", "A45F  504", "A61K   9/51        20060101A I", " 74471 XY",
    "D 2741", "257E21334", "0201", "B82Y", "C01B 32/182 (2017.01)", "claim 1", "claims 1 to 3",
    "claims 1-2000000000", "any preceding claim", "nach einem der Ansprüche 1 bis 3",
    "selon la revendication 1", "\xe6\xa0\xb9\xe6\x8d\xae\xe6\x9d\x83\xe5\x88\xa9\xe8\xa6\x81"
    "\xe6\xb1\x82" "1\xe8\x87\xb3" "3", "(canceled)", "1. A device.", "ISO/TS 80004-1:2015",
    "&amp;", "&lt;", "&#x26;", "&#38;#38;", "&#xd800;", "&#x110000;", "&#0;", "&agr;", "&nbsp;",
    "&nosuch;", "&amp;amp;lt;", "&", "<![CDATA[x]]>", "<![CDATA[", "]]>", "<!-- x -->", "<!--",
    "<?x y?>", "<?delete-start id=\"1\"?>", "<?delete-end?>", "<IMAGE>", "<br/>", "<", ">",
    "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xff", "\xe4\xb8", "\x01", "\x7f",
    "\xef\xbb\xbf", "\xe2\x80\x83", "\xe3\x80\x80", "\xe4\xb8\xad\xe5\x9b\xbd", "\xe2\x81\xa2",
    " ", "\n", "\t\r\n", "\"", "'", "/", "//", ";", ",", ".", "-", "X", "XX", "AAAAAAAAAAAAAAAA",
};

static struct np_slice some_text(struct mutation *m)
{
    if (any(m, 3) == 0)
        return word(m, WORD_TEXT);
    if (any(m, 2) || m->markup.text_count == 0)
        return np_slice_of(odd[any(m, sizeof odd / sizeof odd[0])]);
    return copy_of(m, m->markup.texts[any(m, m->markup.text_count)]);
}

static struct span text_place(struct mutation *m)
{
    if (m->markup.text_count == 0)
        return (struct span){ m->n, m->n };
    return m->markup.texts[any(m, m->markup.text_count)];
}

static void replace_text(struct mutation *m)
{
    splice(m, text_place(m), some_text(m));
}

static void insert_text(struct mutation *m)
{
    struct span at = text_place(m);

    at.from += any(m, at.to - at.from + 1);
    at.to = at.from;
    splice(m, at, some_text(m));
}

static void cut_text(struct mutation *m)
{
    struct span at = text_place(m);

    at.from += any(m, at.to - at.from + 1);
    at.to = at.from + any(m, at.to - at.from + 1);
    splice(m, at, NP_EMPTY);
}

/* One digit or letter for another, the length kept: fields of fixed width. */
static void change_character(struct mutation *m)
{
    static const char characters[] = "0123456789ABDEHPRSTXWO /-.,";
    struct span at = text_place(m);

    if (at.to > at.from)
        m->p[at.from + any(m, at.to - at.from)] =
            (uint8_t)characters[any(m, sizeof characters - 1)];
}

static void mutate_text(struct mutation *m)
{
    static uint8_t bytes[BYTES_MOST];
    struct span at = text_place(m);
    size_t n = at.to - at.from, most = n + 64;

    memcpy(bytes, m->p + at.from, n);
    n = LLVMFuzzerMutate(bytes, n, most < BYTES_MOST ? most : BYTES_MOST);
    splice(m, at, np_slice_make((const char *)bytes, n));
}

/* ---- attributes ---- */

static struct span attribute_place(struct mutation *m)
{
    if (m->markup.attribute_count == 0)
        return (struct span){ 0, 0 };
    return m->markup.attributes[any(m, m->markup.attribute_count)];
}

static void delete_attribute(struct mutation *m)
{
    splice(m, attribute_place(m), NP_EMPTY);
}

static void replace_attribute(struct mutation *m)
{
    struct span at = attribute_place(m);

    if (at.to > at.from)
        splice(m, at, word(m, WORD_ATTRIBUTE));
}

static void change_value(struct mutation *m)
{
    struct span at = attribute_place(m);
    const uint8_t *equal = memchr(m->p + at.from, '=', at.to - at.from);

    if (!equal || at.to - at.from < 4)
        return;
    at.from = (size_t)(equal - m->p) + 2;
    at.to--;
    if (at.from <= at.to)
        splice(m, at, some_text(m));
}

static void add_attribute(struct mutation *m)
{
    const struct node *e = some_element(m);

    if (!e || e->name.to == e->name.from)
        return;
    splice(m, (struct span){ e->name.to, e->name.to }, word(m, WORD_ATTRIBUTE));
    splice(m, (struct span){ e->name.to, e->name.to }, NP_S(" "));
}

static void mutate_bytes(struct mutation *m)
{
    m->n = LLVMFuzzerMutate(m->p, m->n, m->most);
}

/* ---- one mutation ---- */

static const struct {
    void (*change)(struct mutation *m);
    size_t weight;
} changes[] = {
    { delete_element, 4 },    { duplicate_element, 4 }, { swap_elements, 2 },
    { nest_element, 2 },      { rename_element, 4 },    { wrap_element, 1 },
    { unwrap_element, 1 },    { insert_element, 3 },    { cut_short, 1 },
    { replace_text, 8 },      { insert_text, 5 },       { cut_text, 2 },
    { change_character, 4 },  { mutate_text, 4 },       { delete_attribute, 1 },
    { replace_attribute, 2 }, { change_value, 3 },      { add_attribute, 2 },
    { mutate_bytes, 6 },
};

static void change(struct mutation *m)
{
    size_t all = 0, pick, i = 0;

    for (size_t k = 0; k < sizeof changes / sizeof changes[0]; k++)
        all += changes[k].weight;
    for (pick = any(m, all); pick >= changes[i].weight; i++)
        pick -= changes[i].weight;
    markup_read(&m->markup, m->p, m->n);
    changes[i].change(m);
}

static struct mutation *begin(uint8_t *p, size_t n, size_t most, unsigned seed)
{
    static struct mutation m; /* large */

    m.p = p;
    m.n = n;
    m.most = most < BYTES_MOST ? most : BYTES_MOST;
    m.random = seed * 0x9e3779b97f4a7c15u + 0x2545f4914f6cdd1du;
    return &m;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
    struct mutation *m = begin(data, size, max_size, seed);

    if (size == 0 || size > BYTES_MOST)
        return LLVMFuzzerMutate(data, size, max_size);
    if (size > BYTES_LONG && any(m, 2)) { /* short inputs that do the same are faster */
        markup_read(&m->markup, m->p, m->n);
        delete_element(m);
    }
    change(m);
    for (size_t more = CHANGES_MOST - 1; more > 0 && any(m, 2); more--)
        change(m);
    return m->n;
}

/* An element of the second in the place of one of the first, or behind it. */
size_t LLVMFuzzerCustomCrossOver(const uint8_t *first, size_t first_size, const uint8_t *second,
                                 size_t second_size, uint8_t *out, size_t max_size,
                                 unsigned seed)
{
    static struct markup other;
    struct mutation *m = begin(out, first_size < max_size ? first_size : max_size, max_size, seed);
    const struct node *place;
    struct np_slice taken;
    struct span at;

    memcpy(out, first, m->n);
    markup_read(&m->markup, out, m->n);
    markup_read(&other, second, second_size);
    place = some_element(m);
    if (!place || other.count == 0 || m->most < m->n)
        return m->n;
    at = other.elements[any(m, other.count)].all;
    taken = np_slice_make((const char *)second + at.from, at.to - at.from);
    at = place->all;
    if (any(m, 2))
        at.from = at.to;
    splice(m, at, taken);
    return m->n;
}
