/* ep.c -- EPO full text, ep-patent-document 1.0 to 1.5.1 (formats/ep-fulltext.md).
 *
 * One table of paths reads all versions: the version says when the file was made, not what is in
 * it. Applications, specifications and publications of the bibliography alone (Euro-PCT) differ in
 * what they leave out.
 */
#include "dialects.h"
#include "docdb.h"
#include "ep.h"

static int fits(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(root, "ep-patent-document") ? 100 : 0;
}

/* What a document does not hold it does not speak of: B documents have no abstract, and a
 * search report on image pages says nothing of what it cites.                              */
static int parts_of(const struct np_record *record, const struct ep_state *state)
{
    int parts = NP_PART_BIBLIO;

    if (record->title.n || record->abstract.n)
        parts |= NP_PART_TEXT;
    if (record->claims.n)
        parts |= NP_PART_CLAIMS;
    if (state->speaks_citations)
        parts |= NP_PART_CITATIONS;
    return parts;
}

static enum np_status read_document(struct np_walk *walk, struct np_record *record,
                                    struct np_err *err)
{
    struct ep_state state;
    enum np_status status;

    memset(&state, 0, sizeof state);
    status = np_walk_run(walk, np_ep_paths, &state, err);
    if (status != NP_OK)
        return status;
    np_ep_finish_biblio(walk);
    np_ep_finish_parties(walk);
    np_ep_finish_claims(walk);
    np_docdb_classify_kind(record, NP_EMPTY, false);
    record->stated = record->date;
    record->parts = parts_of(record, &state);
    return NP_OK;
}

const struct np_dialect np_dialect_ep = {
    .name = "ep-patent-document",
    .says = "EPO full text, applications and specifications (1.0 to 1.5.1)",
    .sources = "EPO: weekly EP full text (EPnnnnnnnnNWA1.zip in DOC/), publication server",
    .framing = { .root = "ep-patent-document" },
    .fits = fits,
    .read = read_document,
};
