/* us_grant.c -- USPTO grants, us-patent-grant v4.0 to v4.7 (formats/uspto.md section 2). */
#include "dialects.h"

static int fits(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(root, "us-patent-grant") ? 100 : 0;
}

static void set_office(struct np_walk *walk, struct np_slice text)
{
    np_walk_record(walk)->office = text;
}

static void set_number(struct np_walk *walk, struct np_slice text)
{
    struct np_record *record = np_walk_record(walk);

    record->number = np_publication_number(np_walk_arena(walk), record->office, text);
}

static const struct np_path paths[] = {
    { "us-bibliographic-data-grant/publication-reference/document-id/country", NULL, set_office },
    { "us-bibliographic-data-grant/publication-reference/document-id/doc-number", NULL, set_number },
    { 0 }
};

static enum np_status read_grant(struct np_walk *walk, struct np_record *record,
                                 struct np_err *err)
{
    (void)record;
    return np_walk_run(walk, paths, NULL, err);
}

const struct np_dialect np_dialect_us_grant = {
    .name = "us-patent-grant",
    .says = "USPTO grants since 2005",
    .sources = "USPTO",
    .framing = { .root = "us-patent-grant" },
    .fits = fits,
    .read = read_grant,
};
