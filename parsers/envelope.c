/* envelope.c -- start tags as text: the one around a record, and the one of a document itself.
 *
 * The framer cuts records out of a root of any size; the root's start tag comes along as text
 * (with the XML declaration before it) and is not given to libxml2.
 */
#include "sax.h"

#include "entity.h"
#include <nanopat/text.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static struct np_slice skip_blanks(struct np_slice s)
{
    while (s.n && is_blank(s.p[0]))
        s = np_slice_sub(s, 1, s.n);
    return s;
}

/* Up to the first `end`, which is taken off the rest; all of it if there is none. */
static struct np_slice take_until(struct np_slice *s, char end)
{
    const char *p = memchr(s->p, end, s->n);
    struct np_slice taken = np_slice_sub(*s, 0, p ? (size_t)(p - s->p) : s->n);

    *s = np_slice_sub(*s, taken.n + 1, s->n);
    return taken;
}

/* name = "value" at the start of the rest; false where no more follows. */
static bool take_attribute(struct np_slice *s, struct np_slice *name, struct np_slice *value)
{
    char quote;

    *name = np_slice_trim(take_until(s, '='));
    *s = skip_blanks(*s);
    if (s->n == 0 || name->n == 0 || (s->p[0] != '"' && s->p[0] != '\''))
        return false;
    quote = s->p[0];
    *s = np_slice_sub(*s, 1, s->n);
    *value = take_until(s, quote);
    return true;
}

static struct np_slice local_name(struct np_slice name)
{
    const char *colon = memchr(name.p, ':', name.n);

    return colon ? np_slice_sub(name, (size_t)(colon - name.p) + 1, name.n) : name;
}

void np_envelope_read(struct np_walk *walk)
{
    struct np_slice s = walk->document->envelope, name, value;
    size_t at = s.n;

    memset(&walk->envelope_attributes, 0, sizeof walk->envelope_attributes);
    while (at > 0 && s.p[at - 1] != '<')
        at--;
    while (at < s.n && !is_blank(s.p[at]))
        at++;
    s = np_slice_sub(s, at, s.n);
    while (take_attribute(&s, &name, &value)) {
        np_buf_reset(&walk->scratch);
        np_entity_resolve(&walk->scratch, value);
        value = np_buf_slice(&walk->scratch);
        if (np_utf8_check(name) == name.n && np_utf8_check(value) == value.n)
            *np_list_add(walk->arena, &walk->envelope_attributes) = (struct np_attribute){
                np_arena_copy(walk->arena, local_name(name)), np_arena_copy(walk->arena, value)
            };
    }
}

/* Behind the declaration, instruction or comment that begins here. Of a DOCTYPE with a subset, the
 * declarations inside are left: they are passed in the same way.                                */
static struct np_slice behind_markup(struct np_slice s)
{
    const char *end = np_slice_starts(s, "<!--") ? "-->" : np_slice_starts(s, "<?") ? "?>" : ">";
    size_t at = np_slice_find(s, np_slice_of(end));

    if (at >= s.n)
        return NP_EMPTY;
    if (end[0] == '>' && memchr(s.p, '[', at))
        return np_slice_sub(s, np_slice_find(s, NP_S("[")) + 1, s.n);
    return np_slice_sub(s, at + strlen(end), s.n);
}

struct np_slice np_start_tag(struct np_slice s)
{
    char quote = 0;

    for (;;) {
        size_t at = np_slice_find(s, NP_S("<"));

        if (at >= s.n)
            return NP_EMPTY;
        s = np_slice_sub(s, at, s.n);
        if (!np_slice_starts(s, "<!") && !np_slice_starts(s, "<?"))
            break;
        s = behind_markup(s);
    }
    for (size_t i = 0; i < s.n; i++) {
        if (quote ? s.p[i] == quote : s.p[i] == '"' || s.p[i] == '\'')
            quote = quote ? 0 : s.p[i];
        else if (!quote && s.p[i] == '>')
            return np_slice_sub(s, 0, i + 1);
    }
    return NP_EMPTY;
}

struct np_slice np_start_tag_attribute(struct np_slice s, const char *wanted)
{
    struct np_slice name, value;
    size_t at = 0;

    while (at < s.n && !is_blank(s.p[at]))
        at++;
    s = np_slice_sub(s, at, s.n);
    while (take_attribute(&s, &name, &value))
        if (np_slice_is(local_name(name), wanted))
            return value;
    return NP_EMPTY;
}

/* What the XML declaration at the start of s says; empty if it says nothing. */
static struct np_slice declared_encoding(struct np_slice s)
{
    struct np_slice name, value;

    if (!np_slice_starts(s, "<?xml"))
        return NP_EMPTY;
    s = np_slice_sub(s, strlen("<?xml"), np_slice_find(s, NP_S("?>")) - strlen("<?xml"));
    while (take_attribute(&s, &name, &value))
        if (np_slice_is(name, "encoding") && value.n <= 40)
            return value;
    return NP_EMPTY;
}

struct np_slice np_document_encoding(const struct np_document *document)
{
    bool own = np_slice_starts(document->bytes, "<?xml");

    return declared_encoding(own ? document->bytes : document->envelope);
}

const char *np_envelope_encoding(struct np_walk *walk)
{
    struct np_slice encoding = declared_encoding(walk->document->envelope);

    if (np_slice_starts(walk->document->bytes, "<?xml") || encoding.n == 0 ||
        np_slice_is(encoding, "UTF-8") || np_slice_is(encoding, "utf-8"))
        return NULL;
    return np_arena_copy(walk->arena, encoding).p;
}
