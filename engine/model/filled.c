/* filled.c -- the fields that can be empty, taken from the rows of np_record_shape. */
#include "shape.h"

#include <nanopat/coverage.h>
#include <pthread.h>
#include <stdio.h>

/* A field of the record, or a field within a part or within the items of a list. */
struct place {
    const struct np_field *outer, *inner; /* inner: NULL for the field itself */
    size_t parent;
    char name[40];
};

static struct place places[NP_FILLED_MOST]; /* written once, by collect */
static size_t count;
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* A word that every record has says nothing. */
static bool can_be_empty(const struct np_field *field)
{
    if (!field->name || field->kind == NP_FIELD_ID)
        return false;
    return field->kind != NP_FIELD_WORD || field->words[0] == NULL;
}

static void add_place(const struct np_field *outer, const struct np_field *inner, size_t parent)
{
    struct place *place = &places[count];

    if (count == NP_FILLED_MOST)
        return;
    *place = (struct place){ outer, inner, inner ? parent : count, "" };
    snprintf(place->name, sizeof place->name, "%s%s%s", outer->name, inner ? "." : "",
             inner ? inner->name : "");
    count++;
}

/* The shape of what a list holds; of a map, of what its values are lists of. */
static const struct np_shape *items_of(const struct np_field *field)
{
    const struct np_field *value;

    if (field->kind != NP_FIELD_MAP)
        return field->shape;
    value = &field->shape->fields[1];
    return value->kind == NP_FIELD_LIST ? value->shape : NULL;
}

static void collect(void)
{
    for (size_t i = 0; i < np_record_shape.count; i++) {
        const struct np_field *field = &np_record_shape.fields[i];
        const struct np_shape *items = items_of(field);
        size_t parent = count;

        if (!can_be_empty(field) || field->outside_hash || strcmp(field->name, "dialect") == 0)
            continue;
        if (field->kind != NP_FIELD_PART)
            add_place(field, NULL, count);
        for (size_t k = 0; items && k < items->count; k++)
            if (can_be_empty(&items->fields[k]))
                add_place(field, &items->fields[k],
                          field->kind == NP_FIELD_PART ? count : parent);
    }
}

static bool is_filled(const void *owner, const struct np_field *field)
{
    switch (field->kind) {
    case NP_FIELD_TEXT:
    case NP_FIELD_BYTES: return np_field_text(owner, field).n > 0;
    case NP_FIELD_DATE:
    case NP_FIELD_COUNT: return np_field_int(owner, field) != 0;
    case NP_FIELD_WORD:
        return (unsigned)np_field_int(owner, field) < field->word_count &&
               field->words[np_field_int(owner, field)];
    case NP_FIELD_TEXTS:
    case NP_FIELD_INTS:
    case NP_FIELD_LIST:
    case NP_FIELD_MAP: return np_field_list(owner, field).n > 0;
    default: return false;
    }
}

static bool is_filled_in_list(struct np_any_list list, const struct np_shape *shape,
                              const struct np_field *inner)
{
    for (size_t i = 0; i < list.n; i++)
        if (is_filled((const char *)list.v + i * shape->size_bytes, inner))
            return true;
    return false;
}

static bool is_filled_within(const struct np_record *record, const struct np_field *outer,
                             const struct np_field *inner)
{
    struct np_any_list list;

    if (outer->kind == NP_FIELD_PART)
        return is_filled(np_field_at(record, outer), inner);
    list = np_field_list(record, outer);
    if (outer->kind == NP_FIELD_LIST)
        return is_filled_in_list(list, outer->shape, inner);
    for (size_t i = 0; i < list.n; i++) {
        const char *item = (const char *)list.v + i * outer->shape->size_bytes;
        const struct np_field *value = &outer->shape->fields[1];

        if (is_filled_in_list(np_field_list(item, value), value->shape, inner))
            return true;
    }
    return false;
}

void np_filled_of(const struct np_record *record, struct np_filled *filled)
{
    pthread_once(&once, collect);
    memset(filled, 0, sizeof *filled);
    for (size_t i = 0; i < count; i++)
        if (places[i].inner ? is_filled_within(record, places[i].outer, places[i].inner)
                            : is_filled(record, places[i].outer))
            filled->bits[i / 64] |= UINT64_C(1) << i % 64;
}

size_t np_filled_count(void)
{
    pthread_once(&once, collect);
    return count;
}

const char *np_filled_name(size_t field)
{
    return field < np_filled_count() ? places[field].name : "";
}

size_t np_filled_parent(size_t field)
{
    return field < np_filled_count() ? places[field].parent : field;
}

size_t np_filled_find(const char *name)
{
    size_t i = 0;

    while (i < np_filled_count() && strcmp(places[i].name, name) != 0)
        i++;
    return i;
}
