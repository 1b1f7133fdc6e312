/* cn_passed.c -- CNIPA families that are recognised and passed over: the documents of the
 * Intellectual Property Publishing House, and the parts of an electronic filing, which have
 * no bibliography at all (formats/cnipa.md, sections 4 and 5).
 */
#include "cn.h"

static int fits_ipph(struct np_slice root, struct np_slice envelope)
{
    if (np_slice_is(root, "Documents"))
        return 60;
    if (!np_slice_is(root, "PatentDocument"))
        return 0;
    return np_slice_find(envelope, NP_S("<Documents")) < envelope.n ? 100 : 0;
}

static enum np_status read_ipph(struct np_walk *walk, struct np_record *record, struct np_err *err)
{
    (void)record;
    return np_fail_at(err, NP_PASS, "", np_walk_document(walk)->offset,
                      "IPPH document: not read yet");
}

const struct np_dialect np_dialect_cn_ipph = {
    .name = "cn-ipph",
    .says = "documents of the Intellectual Property Publishing House (passed over)",
    .sources = "IPPH deliveries of about 2013 to 2018",
    .framing = { .root = "Documents", .record = { "PatentDocument" } },
    .fits = fits_ipph,
    .read = read_ipph,
};

static int fits_body(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(root, "cn-application-body") ? 100 : 0;
}

static enum np_status read_body(struct np_walk *walk, struct np_record *record, struct np_err *err)
{
    (void)record;
    return np_fail_at(err, NP_PASS, "", np_walk_document(walk)->offset,
                      "e-filing part without bibliography");
}

const struct np_dialect np_dialect_cn_application_body = {
    .name = "cn-application-body",
    .says = "one part of an electronic filing: claims, description, abstract or drawings",
    .sources = "CNIPA electronic filing and examination copies (passed over)",
    .framing = { .root = "cn-application-body" },
    .fits = fits_body,
    .read = read_body,
};
