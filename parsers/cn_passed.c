/* cn_passed.c -- parts of an electronic filing: recognised and passed over.
 *
 * One part (claims, description, abstract, drawings) per file and no bibliography at all. The
 * folder or zip they lie in is named after the application, which is no publication: several
 * versions of a part are filed, none of them published as such (formats/cnipa.md, section 5).
 */
#include "cn.h"

static int fits(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(root, "cn-application-body") ? 100 : 0;
}

static enum np_status read(struct np_walk *walk, struct np_record *record, struct np_err *err)
{
    (void)record;
    return np_fail_at(err, NP_PASS, "", np_walk_document(walk)->offset,
                      "CNIPA e-filing part, no publication number");
}

const struct np_dialect np_dialect_cn_application_body = {
    .name = "cn-application-body",
    .says = "one part of an electronic filing (passed over: no publication number)",
    .sources = "CNIPA electronic filing and examination copies",
    .framing = { .root = "cn-application-body" },
    .fits = fits,
    .read = read,
};
