/* marec.c -- dialect `patent-document`: MAREC, Alexandria, CLEF-IP (formats/wipo.md, section 2).
 *
 * A collection of EP, US and WO documents in one vendor's dress of ST.36, told from ST.36 itself by
 * the root's @ucid ("WO-2008070028-A2").
 */
#include "dialects.h"
#include "st36.h"

static int fits(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(root, "patent-document") ? 100 : 0;
}

static bool takes(struct np_slice start_tag)
{
    return np_start_tag_attribute(start_tag, "ucid").n > 0 ||
           (np_start_tag_attribute(start_tag, "doc-number").n > 0 &&
            np_start_tag_attribute(start_tag, "date").n > 0);
}

static enum np_status read_document(struct np_walk *walk, struct np_record *record,
                                    struct np_err *err)
{
    (void)record;
    return np_st36_read(walk, np_marec_paths, err);
}

const struct np_dialect np_dialect_marec = {
    .name = "patent-document",
    .says = "EP, US and WO documents of MAREC, Alexandria and CLEF-IP, with legal events",
    .sources = "IFI CLAIMS, Matrixware: MAREC, CLEF-IP",
    .framing = { .root = "patent-document" },
    .fits = fits,
    .takes = takes,
    .read = read_document,
};
