/* wo_st36.c -- dialect `wo-st36`: WIPO ST.36 and the PCT documents made of it (formats/wipo.md, 4).
 *
 * Fields are known by their place below the bibliography, never by the root or its version; a
 * patent-document that is neither MAREC's nor wo-ocr's is read here.
 */
#include "dialects.h"
#include "st36.h"

static const char *const roots[] = {
    "wo-published-application", "wo-international-application-status", "wo-patent-document",
};

static int fits(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
        if (np_slice_is(root, roots[i]))
            return 100;
    return np_slice_is(root, "patent-document") ? 50 : 0;
}

static enum np_status read_document(struct np_walk *walk, struct np_record *record,
                                    struct np_err *err)
{
    (void)record;
    return np_st36_read(walk, np_st36_paths, err);
}

const struct np_dialect np_dialect_wo_st36 = {
    .name = "wo-st36",
    .says = "WIPO ST.36 documents and PCT publications made of it",
    .sources = "WIPO: PCT publications and status; offices that deliver ST.36",
    .framing = { .root = "wo-published-application" },
    .fits = fits,
    .read = read_document,
};
