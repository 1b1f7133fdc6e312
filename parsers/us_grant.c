/* us_grant.c -- USPTO grants, us-patent-grant v4.0 to v4.7 (formats/uspto.md section 2).
 *
 * The table of paths and the handlers are those of all v4.x documents (us.h).
 */
#include "dialects.h"
#include "us.h"

static int fits(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(root, "us-patent-grant") ? 100 : 0;
}

static enum np_status read_grant(struct np_walk *walk, struct np_record *record,
                                 struct np_err *err)
{
    struct us_state state;
    enum np_status status;

    memset(&state, 0, sizeof state);
    record->stage = NP_GRANT;
    status = np_walk_run(walk, np_us_paths, &state, err);
    if (status != NP_OK)
        return status;
    np_us_finish(walk, &state);
    record->parts = NP_PART_BIBLIO | NP_PART_TEXT | NP_PART_CITATIONS;
    if (state.has_claims)
        record->parts |= NP_PART_CLAIMS;
    return NP_OK;
}

const struct np_dialect np_dialect_us_grant = {
    .name = "us-patent-grant",
    .says = "USPTO grants since 2005 (ICE 4.0 to 4.7), weekly and bibliographic",
    .sources = "USPTO: ipgYYMMDD.zip, ipgbYYYYMMDD_wkNN.zip",
    .framing = { .root = "us-patent-grant" },
    .fits = fits,
    .read = read_grant,
};
