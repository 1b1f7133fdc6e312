/* attribute.c -- attributes as libxml2 gives them, to names and texts. */
#include "sax.h"

#include <nanopat/text.h>

struct np_slice np_attribute_find(const struct np_attributes *list, const char *name)
{
    for (size_t i = 0; i < list->n; i++)
        if (np_slice_is(list->v[i].name, name))
            return list->v[i].value;
    return NP_EMPTY;
}

const char *np_behind_prefix(const char *name)
{
    const char *colon = strchr(name, ':');

    return colon && colon != name && colon[1] ? colon + 1 : name;
}

static bool declares_namespace(const char *name)
{
    return strncmp(name, "xmlns", 5) == 0 && (name[5] == '\0' || name[5] == ':');
}

/* False for what is no attribute. */
static bool raw_attribute(const struct np_raw_attributes *raw, int i, const char **name,
                          struct np_slice *value)
{
    const xmlChar **at = raw->v + i * (raw->pairs ? 2 : 5);

    *name = (const char *)at[0];
    if (!raw->pairs) {
        *value = np_slice_make((const char *)at[3], (size_t)(at[4] - at[3]));
        return true;
    }
    if (declares_namespace(*name))
        return false;
    *name = np_behind_prefix(*name);
    *value = np_slice_of((const char *)at[1]);
    return true;
}

void np_attributes_keep(struct np_walk *walk, struct np_attributes *list,
                        const struct np_raw_attributes *attributes)
{
    memset(list, 0, sizeof *list);
    for (int i = 0; i < attributes->count; i++) {
        struct np_slice raw, value;
        const char *name;

        if (!raw_attribute(attributes, i, &name, &raw))
            continue;
        value = np_resolve_attribute(walk, raw);
        if (np_utf8_check(value) != value.n) {
            np_guard_refuse(walk, NP_SKIP, "NP-XML-004", "attribute '%.40s' is not valid UTF-8",
                            name);
            return;
        }
        *np_list_add(walk->arena, list) = (struct np_attribute){ np_slice_of(name), value };
    }
}
