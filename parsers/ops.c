/* ops.c -- dialect `ops`: answers of the EPO's Open Patent Services (formats/docdb.md,
 * section 4).
 *
 *     world-patent-data
 *       exchange-documents / exchange-document          read by docdb.c, in another dress
 *       fulltext-documents / fulltext-document          claims or description
 *       patent-family / family-member                   legal_ops.c: events, bibliography
 *       biblio-search, equivalents-inquiry, ...         numbers only: no record
 *     fault                                             an error reply
 *
 * The full text has one `claim` for all claims of a set, each in a claim-text that begins
 * with its number; a claim-text without one continues the claim before it.
 */
#include "legal.h"

struct fulltext {
    struct np_docdb docdb; /* first: its handlers see it as their state */
    struct np_claims *claims;
    bool speaks_claims;
};

/* ---- claims ---- */

static void open_claims(struct np_walk *walk)
{
    struct fulltext *fulltext = np_walk_state(walk);
    struct np_arena *arena = np_walk_arena(walk);
    fulltext->claims = np_list_add(arena, &np_walk_record(walk)->claims);
    fulltext->claims->lang = np_docdb_lang(arena, np_walk_attribute(walk, "lang"));
    if (!fulltext->claims->lang.n)
        fulltext->claims->lang = NP_S("und");
    fulltext->speaks_claims = true;
}

/* "12. A device", "12 . A device", "12) A device": the number; 0 without. */
static int leading_number(struct np_slice text)
{
    size_t i = 0;
    int n = 0;
    while (i < text.n && i < 5 && text.p[i] >= '0' && text.p[i] <= '9')
        n = n * 10 + (text.p[i++] - '0');
    while (i < text.n && text.p[i] == ' ')
        i++;
    return i < text.n && (text.p[i] == '.' || text.p[i] == ')') ? n : 0;
}

/* A heading ("What is claimed is:") stands before the first number and is no claim. */
static void drop_heading(struct np_claims *claims, int number)
{
    if (number == 1 && claims->claims.n == 1 && claims->claims.v[0].num == 0)
        claims->claims.n = 0;
}

static void add_claim_text(struct np_walk *walk, struct np_slice text)
{
    struct fulltext *fulltext = np_walk_state(walk);
    struct np_arena *arena = np_walk_arena(walk);
    int number = leading_number(text);
    if (!text.n)
        return;
    drop_heading(fulltext->claims, number);
    size_t n = fulltext->claims->claims.n;
    struct np_claim *last = n ? &fulltext->claims->claims.v[n - 1] : NULL;
    if (last && (number == 0 || number <= last->num)) {
        last->text = np_arena_printf(arena, "%.*s %.*s", NP_ARG(last->text), NP_ARG(text));
        return;
    }
    struct np_claim *claim = np_list_add(arena, &fulltext->claims->claims);
    claim->num = number;
    claim->text = text;
}

static const struct np_path fulltext_paths[] = {
    { "bibliographic-data/publication-reference", np_docdb_open_reference, NULL },
    { "bibliographic-data/publication-reference/document-id", np_docdb_open_id, NULL },
    { "bibliographic-data/publication-reference/document-id/country", NULL,
      np_docdb_set_office },
    { "bibliographic-data/publication-reference/document-id/doc-number", NULL,
      np_docdb_set_number },
    { "bibliographic-data/publication-reference/document-id/kind", NULL, np_docdb_set_kind },
    { "bibliographic-data/publication-reference/document-id/date", NULL, np_docdb_set_date },
    { "claims", open_claims, NULL },
    { "description", np_walk_describe, NULL },
    { "claims/claim/claim-text", NULL, add_claim_text },
    { NULL, NULL, NULL }
};

/* Claims that carry no number are counted by position; then each set's dependence. */
static void finish_claims(struct np_arena *arena, struct np_record *record)
{
    for (size_t s = 0; s < record->claims.n; s++) {
        struct np_claims *set = &record->claims.v[s];
        for (size_t i = 0; i < set->claims.n; i++) {
            struct np_claim *claim = &set->claims.v[i];
            if (!claim->num)
                claim->num = (int)i + 1;
            np_claim_dependence(arena, claim, set->lang);
        }
    }
    if (record->claims.n)
        record->claim_count = (int)record->claims.v[0].claims.n;
}

static enum np_status read_fulltext(struct np_walk *walk, struct np_record *record,
                                    struct np_err *err)
{
    struct fulltext fulltext = { .docdb = { .ops = true } };
    enum np_status status = np_walk_run(walk, fulltext_paths, &fulltext, err);
    if (status == NP_OK)
        status = np_docdb_take_publication(walk, &fulltext.docdb, err);
    if (status != NP_OK)
        return status;
    record->dialect = NP_S("ops");
    finish_claims(np_walk_arena(walk), record);
    np_docdb_classify_kind(record, NP_EMPTY, false);
    record->stated = record->date;
    record->sequence = 2;
    record->parts = fulltext.speaks_claims ? NP_PART_CLAIMS : 0;
    return NP_OK;
}

/* ---- the dialect ---- */

static int fits(struct np_slice root, struct np_slice envelope)
{
    static const char *const roots[] = { "fulltext-document", "fulltext-documents", "fault",
                                         "world-patent-data", NULL };
    for (int i = 0; roots[i]; i++)
        if (np_slice_is(root, roots[i]))
            return 100;
    bool of_ops = np_slice_find(envelope, NP_S("world-patent-data")) != (size_t)-1;
    bool is_document = np_slice_is(root, "exchange-document") || np_slice_is(root, "family-member");
    return of_ops && is_document ? 100 : 0;
}

static enum np_status read_document(struct np_walk *walk, struct np_record *record,
                                    struct np_err *err)
{
    struct np_slice root = np_walk_document(walk)->root;
    if (np_slice_is(root, "fault"))
        return np_fail_at(err, NP_PASS, "", np_walk_document(walk)->offset, "error reply");
    if (np_slice_is(root, "fulltext-document"))
        return read_fulltext(walk, record, err);
    if (np_slice_is(root, "family-member"))
        return np_legal_read_member(walk, record, err);
    if (np_slice_is(root, "exchange-document"))
        return np_docdb_read(walk, record, true, err);
    return np_fail_at(err, NP_PASS, "", np_walk_document(walk)->offset,
                      "OPS answer without documents");
}

const struct np_dialect np_dialect_ops = {
    .name = "ops",
    .says = "answers of the EPO's Open Patent Services: bibliography, texts, families, events",
    .sources = "EPO OPS 3.2",
    .framing = { .root = "world-patent-data",
                 .record = { "exchange-document", "fulltext-document", "family-member" } },
    .fits = fits,
    .read = read_document,
};
