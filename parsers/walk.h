/* walk.h -- one SAX walk over a document, driven by a dialect's table of paths.
 *
 * A dialect is mostly data: paths on the left, what to do on the right. Paths are
 * local names from below the document's root ("/" between levels, "a|b" for
 * either name, "*" for any one level, "//" for any number of levels in between), so
 * prefixes need not be bound. A path that ends in "/" is a container whose parts have rows
 * of their own: its `close` gets an empty text, and nothing is collected for it.
 *
 *     static const struct np_path us_paths[] = {
 *         { "us-bibliographic-data-grant/publication-reference/document-id/doc-number",
 *           NULL, set_number },
 *         { "claims/claim", open_claim, close_claim },
 *         { 0 }
 *     };
 *
 * `open` runs at the start tag (attributes are there), `close` at the end tag with the
 * element's text, flattened: inline markup leaves no trace (H<sub>2</sub>O), block markup
 * (br, p, claim-text, li, entry ...) leaves a space, images leave nothing; then squeezed
 * (np_text_squeeze). Text is collected only below elements whose row has `close`;
 * an outer element gets the text of the inner ones too. The text lives in the arena.
 *
 * What must hold (reference/reliability.md 3.1): entity policy, clock and our own verdict are
 * in walk.c; handlers never see a half document's record kept, because the record counts
 * only when the root's end tag was seen and no guard spoke.
 */
#ifndef PARSERS_WALK_H
#define PARSERS_WALK_H

#include <nanopat/parse.h>

struct np_walk;

struct np_path {
    const char *path;
    void (*open)(struct np_walk *walk);
    void (*close)(struct np_walk *walk, struct np_slice text);
};

/* Runs the document through the table (ends with a row whose path is NULL; the compiled
 * form is kept in the walk and found again by the table's address). `state` is the dialect's
 * own struct for one document, reached by np_walk_state. NP_SKIP: not well-formed, a guard
 * spoke, or the text is not valid; err has code and byte in the member.                     */
enum np_status np_walk_run(struct np_walk *walk, const struct np_path *paths, void *state,
                           struct np_err *err);

/* From `read`, before np_walk_run: bytes that are read instead of the document's, because they were
 * made of them (sgml.h); both live in the arena.                                              */
struct np_shifts;
void np_walk_read_instead(struct np_walk *walk, struct np_slice bytes,
                          const struct np_shifts *shifts);

/* Inside handlers. */
void *np_walk_state(struct np_walk *walk);
struct np_record *np_walk_record(struct np_walk *walk);
struct np_arena *np_walk_arena(struct np_walk *walk);
const struct np_document *np_walk_document(struct np_walk *walk);
/* Attribute of the element whose handler runs (in `close`: of the same element), by local
 * name, entities resolved; empty if absent. Borrowed until the end of the document.        */
struct np_slice np_walk_attribute(struct np_walk *walk, const char *name);
/* In `close`: the element's characters as they stand, neither squeezed nor trimmed, for fields of
 * fixed width (USPC, ST.8 symbols). A page break (`<!-- EPO <DP n="3"/>-->`) is a form feed in it,
 * and leaves nothing in the flattened text. In the arena.                                     */
struct np_slice np_walk_raw(struct np_walk *walk);
/* Attribute of the document's root element, and of the envelope's start tag. */
struct np_slice np_walk_root_attribute(struct np_walk *walk, const char *name);
struct np_slice np_walk_envelope_attribute(struct np_walk *walk, const char *name);
/* Before the walk, for `takes`: the start tag of a document's root, behind declaration, DOCTYPE,
 * comments and instructions (empty if there is none); and an attribute of a start tag by its local
 * name, as it is written there. Borrowed.                                                      */
struct np_slice np_start_tag(struct np_slice document);
struct np_slice np_start_tag_attribute(struct np_slice start_tag, const char *name);
/* Local name of the element whose handler runs (useful under "*" and "a|b"). */
struct np_slice np_walk_element(struct np_walk *walk);
/* From a handler: gives the document up with NP_SKIP (or NP_PASS with the kind), first one wins. */
void np_walk_give_up(struct np_walk *walk, enum np_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* An `open`: the element is the description. Its text is no part of the record, but looked through
 * for standards (np_parser_description).                                                       */
void np_walk_describe(struct np_walk *walk);
/* The same for a dialect that is no XML: more text of the description. */
void np_walk_describe_text(struct np_walk *walk, struct np_slice text);

/* Something worth saying of a document that is kept ("check digit of the application number is
 * wrong"): the code is a row of np_parse_codes; from a handler the byte is where the walk stands,
 * else where the document begins. The first NP_NOTES_MOST of a document are kept.               */
enum { NP_NOTES_MOST = 50 };
void np_walk_note(struct np_walk *walk, const char *code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The notes a finished set of claims deserves: numbers out of sequence, and fewer claims than
 * `stated` (0: nothing is).                                                                  */
void np_walk_note_claims(struct np_walk *walk, const struct np_claims *claims, int stated);

/* ---- words that several dialects share (parsers/claims.c) ---- */

/* Adds the numbers of the claims that the text refers to, by the words of its language
 * ("according to claim 2", "nach Anspruch 1", "selon la revendication 1", "根据权利要求1至3",
 * "請求項１"); ranges expanded, "any preceding claim" = all before `num`. Ascending, once each. */
void np_claim_dependence(struct np_arena *arena, struct np_claim *claim, struct np_slice lang);
/* Where the source marks its references: one number, and the numbers of a marked text
 * ("claims 1 to 3"). Ascending, once each, never the claim itself.                        */
void np_claim_dependence_add(struct np_arena *arena, struct np_claim *claim, int number);
void np_claim_dependence_list(struct np_arena *arena, struct np_claim *claim,
                              struct np_slice text);

/* "5. (canceled)": such a claim is kept without number (formats/record.md, "claims"). */
bool np_claim_is_cancelled(struct np_slice text);

#endif
