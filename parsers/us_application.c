/* us_application.c -- USPTO published applications, us-patent-application v4.0 to v4.6
 * (formats/uspto.md section 2).
 *
 * The table of paths and the handlers are those of all v4.x documents (us.h). An application
 * cites nothing; its correspondence address (to v4.2) is an agent's and no party of the record.
 */
#include "dialects.h"
#include "us.h"

static int fits(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(root, "us-patent-application") ? 100 : 0;
}

static enum np_status read_application(struct np_walk *walk, struct np_record *record,
                                       struct np_err *err)
{
    struct us_state state;
    enum np_status status;

    memset(&state, 0, sizeof state);
    status = np_walk_run(walk, np_us_paths, &state, err);
    if (status != NP_OK)
        return status;
    np_us_finish(walk, &state);
    record->stage = np_us_application_stage(record->kind);
    record->parts = NP_PART_BIBLIO | NP_PART_TEXT;
    if (state.has_claims)
        record->parts |= NP_PART_CLAIMS;
    return NP_OK;
}

const struct np_dialect np_dialect_us_application = {
    .name = "us-patent-application",
    .says = "USPTO published applications since 2005 (ICE 4.0 to 4.6), weekly",
    .sources = "USPTO: ipaYYMMDD.zip",
    .framing = { .root = "us-patent-application" },
    .fits = fits,
    .read = read_application,
};
