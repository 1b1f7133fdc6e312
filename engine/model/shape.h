/* shape.h -- how a struct is described, so that one walk serves for all of them.
 *
 *   shape of np_record -> field "office"     TEXT   at 0
 *                         field "citations"  LIST   at 600 -> shape of np_citation -> ...
 *
 * Encoding, decoding, hash and JSON follow the same rows; the order of the rows is the
 * order of the JSON keys and of the encoded bytes.
 */
#ifndef MODEL_SHAPE_H
#define MODEL_SHAPE_H

#include <nanopat/record.h>

enum np_field_kind {
    NP_FIELD_ID,    /* JSON only: office, number and kind of the record, joined */
    NP_FIELD_TEXT,  /* slice of UTF-8; empty is null */
    NP_FIELD_BYTES, /* slice as the system gave it (file names); empty is null */
    NP_FIELD_DATE,  /* np_date; 0 is null */
    NP_FIELD_WORD,  /* enumeration; a word that is NULL is null */
    NP_FIELD_COUNT, /* int, not negative; 0 is null */
    NP_FIELD_INT64,
    NP_FIELD_TEXTS, /* list of slices */
    NP_FIELD_INTS,  /* list of int */
    NP_FIELD_PART,  /* members of a struct inside this one: always an object */
    NP_FIELD_LIST,  /* list of structs */
    NP_FIELD_MAP    /* list of structs of two fields: the key and its value */
};

struct np_shape;

struct np_field {
    const char *name; /* JSON key; NULL: encoded, not printed */
    enum np_field_kind kind;
    size_t at; /* offset in the owner */
    const struct np_shape *shape;
    const char *const *words;
    unsigned word_count;
    bool outside_hash;
};

struct np_shape {
    const struct np_field *fields;
    size_t count;
    size_t size_bytes;
};

extern const struct np_shape np_record_shape;

/* What every NP_LIST looks like; copied in and out, because the types differ. */
struct np_any_list {
    void *v;
    size_t n, cap;
};

static inline const void *np_field_at(const void *owner, const struct np_field *field)
{
    return (const char *)owner + field->at;
}

static inline struct np_any_list np_field_list(const void *owner, const struct np_field *field)
{
    struct np_any_list list;

    memcpy(&list, np_field_at(owner, field), sizeof list);
    return list;
}

static inline struct np_slice np_field_text(const void *owner, const struct np_field *field)
{
    struct np_slice text;

    memcpy(&text, np_field_at(owner, field), sizeof text);
    return text;
}

/* Dates, counts and enumerations: all of the size of an int. */
static inline int np_field_int(const void *owner, const struct np_field *field)
{
    int value;

    memcpy(&value, np_field_at(owner, field), sizeof value);
    return value;
}

#endif
