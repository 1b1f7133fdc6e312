/* wo_ocr.c -- dialect `wo-ocr`: text of WO documents from page images (formats/wipo.md, section 3).
 *
 * No bibliography: the record is the root's attributes and the claims, in any language. @id and
 * @file repeat the number in other forms and are not used.
 */
#include "dialects.h"
#include "st36.h"

static int fits(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    if (np_slice_is(root, "wo-ocr-published-application"))
        return 100;
    return np_slice_is(root, "patent-document") ? 90 : 0;
}

static bool takes(struct np_slice start_tag)
{
    return np_slice_starts(np_start_tag_attribute(start_tag, "dtd-version"), "wo-ocr") ||
           np_slice_starts(start_tag, "<wo-ocr");
}

static enum np_status read_document(struct np_walk *walk, struct np_record *record,
                                    struct np_err *err)
{
    (void)record;
    return np_st36_read(walk, np_marec_paths, err);
}

const struct np_dialect np_dialect_wo_ocr = {
    .name = "wo-ocr",
    .says = "full text of WO applications read from page images, without bibliography",
    .sources = "WIPO: PCT backfile text",
    .framing = { .root = "patent-document" },
    .fits = fits,
    .takes = takes,
    .read = read_document,
};
