/* aps.c -- Green Book text: lines to fields to handlers (formats/uspto.md section 5).
 *
 *     column 1  6
 *            |  |
 *            TTL  Carbon tubes       a field of the section
 *                 and rods           goes on
 *            INVT                    a section begins
 *
 * No XML and no entities; what libxml2 guards against cannot happen here, and every step is
 * linear in the document.
 */
#include "aps.h"

#include "dialects.h"

#include <nanopat/text.h>

static const struct aps_section sections[] = {
    { "PATN", NULL, NULL },
    { "INVT", np_aps_open_party, np_aps_close_inventor },
    { "ASSG", np_aps_open_party, np_aps_close_assignee },
    { "PRIR", np_aps_open_id, np_aps_close_priority },
    { "REIS", np_aps_open_id, np_aps_close_reissue },
    { "RLAP", np_aps_open_id, np_aps_close_parent },
    { "CLAS", NULL, NULL },
    { "UREF", np_aps_open_id, np_aps_close_us_citation },
    { "FREF", np_aps_open_id, np_aps_close_foreign_citation },
    { "OREF", NULL, NULL },
    { "LREP", NULL, NULL },
    { "PCTA", NULL, NULL },
    { "ABST", NULL, NULL },
    { "GOVT", NULL, NULL },
    { "PARN", NULL, NULL },
    { "BSUM", NULL, NULL },
    { "DRWD", NULL, NULL },
    { "DETD", NULL, NULL },
    { "CLMS", np_aps_open_claims, np_aps_close_claims },
    { "DCLM", np_aps_open_claims, np_aps_close_claims },
};

struct line {
    struct np_slice tag;   /* empty: goes on */
    struct np_slice value; /* from column 6 on, blanks in front and all */
};

struct reader {
    struct aps *aps;
    struct np_slice rest;
    const struct aps_section *section;
    const struct aps_field *field; /* whose value is being read; NULL: nobody wants it */
    struct np_buf value;
};

static struct np_slice without_blank_end(struct np_slice s)
{
    while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\r' || s.p[s.n - 1] == '\t'))
        s.n--;
    return s;
}

static struct line take_line(struct np_slice *rest)
{
    const char *end = memchr(rest->p, '\n', rest->n);
    size_t n = end ? (size_t)(end - rest->p) : rest->n;
    struct np_slice s = without_blank_end(np_slice_sub(*rest, 0, n));
    struct line line = { NP_EMPTY, np_slice_sub(s, 5, s.n) };

    *rest = np_slice_sub(*rest, n + 1, rest->n);
    if (s.n && s.p[0] != ' ' && s.p[0] != '\t')
        line.tag = np_slice_trim(np_slice_sub(s, 0, 4));
    return line;
}

static const struct aps_section *section_of(const struct line *line)
{
    if (line->value.n)
        return NULL;
    for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++)
        if (np_slice_is(line->tag, sections[i].tag))
            return &sections[i];
    return NULL;
}

static const struct aps_field *field_of(const struct reader *reader, struct np_slice tag)
{
    for (const struct aps_field *f = np_aps_fields; reader->section && f->section; f++)
        if (np_slice_is(tag, f->tag) && strcmp(f->section, reader->section->tag) == 0)
            return f;
    return NULL;
}

/* The field's characters in the arena; bytes that are no UTF-8 become U+FFFD. */
static struct np_slice field_value(struct reader *reader)
{
    struct np_slice s = np_buf_slice(&reader->value);
    struct np_buf *scratch = &reader->aps->scratch;

    if (np_utf8_check(s) != s.n) {
        np_buf_reset(scratch);
        for (size_t at = 0; at < s.n;)
            np_utf8_put(scratch, np_utf8_next(s, &at));
        s = np_buf_slice(scratch);
    }
    return np_arena_copy(reader->aps->arena, s);
}

static void finish_field(struct reader *reader)
{
    if (reader->field)
        reader->field->take(reader->aps, field_value(reader));
    reader->field = NULL;
    np_buf_reset(&reader->value);
}

static void enter_section(struct reader *reader, const struct aps_section *section)
{
    if (reader->section && reader->section->close)
        reader->section->close(reader->aps);
    reader->section = section;
    reader->aps->struck = false;
    if (section && section->open)
        section->open(reader->aps);
}

/* Sections that are the description. */
static bool describes(const struct aps_section *section)
{
    static const char *const tags[] = { "PARN", "BSUM", "DRWD", "DETD" };

    for (size_t i = 0; section && i < sizeof tags / sizeof tags[0]; i++)
        if (strcmp(section->tag, tags[i]) == 0)
            return true;
    return false;
}

static void read_line(struct reader *reader, const struct line *line)
{
    const struct aps_section *section;

    if (describes(reader->section)) {
        np_walk_describe_text(reader->aps->walk, line->value);
        np_walk_describe_text(reader->aps->walk, NP_S("\n"));
    }

    if (line->tag.n == 0) {
        if (reader->field)
            np_buf_putc(&reader->value, ' ');
        if (reader->field)
            np_buf_puts_slice(&reader->value, line->value);
        return;
    }
    finish_field(reader);
    section = section_of(line);
    if (section) {
        enter_section(reader, section);
        return;
    }
    reader->field = field_of(reader, line->tag);
    if (reader->field)
        np_buf_puts_slice(&reader->value, line->value);
}

static void read_lines(struct aps *aps)
{
    struct reader reader = { .aps = aps, .rest = np_walk_document(aps->walk)->bytes };

    while (reader.rest.n) {
        struct line line = take_line(&reader.rest);

        read_line(&reader, &line);
    }
    finish_field(&reader);
    enter_section(&reader, NULL);
    np_buf_release(&reader.value);
}

static enum np_status read_patent(struct np_walk *walk, struct np_record *record,
                                  struct np_err *err)
{
    struct aps aps = { .walk = walk, .record = record, .arena = np_walk_arena(walk) };

    (void)err;
    record->office = NP_S("US");
    record->stage = NP_GRANT;
    record->lang = NP_S("en");
    read_lines(&aps);
    np_aps_finish_biblio(&aps);
    np_aps_finish_claims(&aps);
    record->parts = NP_PART_BIBLIO | NP_PART_TEXT | NP_PART_CITATIONS;
    if (aps.has_claims)
        record->parts |= NP_PART_CLAIMS;
    np_buf_release(&aps.scratch);
    np_buf_release(&aps.claim);
    return NP_OK;
}

static int fits(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(root, "PATN") ? 100 : 0;
}

const struct np_dialect np_dialect_aps = {
    .name = "aps",
    .says = "USPTO grants of 1976 to 2001, Green Book text",
    .sources = "USPTO: pftapsYYYYMMDD_wkNN.zip",
    .framing = { .root = "PATN", .record = { NP_LINES "PATN$", NP_HEADER "HHHHHT" } },
    .fits = fits,
    .read = read_patent,
};
