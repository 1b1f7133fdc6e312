/* parse.h -- framed documents to records, by dialect.
 *
 * A dialect is a row of np_dialects[]: the root elements it reads and a function
 * that makes a record. The root element decides, never the file name.
 *
 *     struct np_parser *parser = np_parser_new();
 *     status = np_parser_read(parser, &document, file, member, arena, &record, &err);
 *
 * A parser is reused for many documents and belongs to one thread.
 */
#ifndef NANOPAT_PARSE_H
#define NANOPAT_PARSE_H

#include <nanopat/coverage.h>
#include <nanopat/input.h>
#include <nanopat/record.h>

struct np_walk; /* parsers/walk.h */

struct np_dialect {
    const char *name;    /* as printed in the record */
    const char *says;    /* one line for help */
    const char *sources; /* who delivers it */
    struct np_framing framing;   /* root and record elements */
    /* 0 to 100: how well the start of a document fits (local name of the root, first bytes). */
    int (*fits)(struct np_slice root, struct np_slice envelope);
    /* Where dialects share the name of a root: whether its start tag ("<a b='c'>") is of this one.
     * NULL: every start tag is.                                                                */
    bool (*takes)(struct np_slice start_tag);
    /* NP_OK: record filled. NP_PASS: no record here, counted by err->what. NP_SKIP: rejected. */
    enum np_status (*read)(struct np_walk *walk, struct np_record *record, struct np_err *err);
};

extern const struct np_dialect *const np_dialects[]; /* NULL ended */
/* What the codes of this folder mean; ends with code NULL. */
extern const struct np_code np_parse_codes[];

/* The framings of all dialects, for np_framer_new. */
const struct np_framing *np_dialect_framings(void);

/* What documents of a dialect fill usually, by office, type and stage: measured on real documents,
 * for the first inputs of a store. "abstract 98 ipc 100": field and share in percent.           */
struct np_usual {
    const char *dialect, *office; /* office NULL: any office, type and stage */
    enum np_type type;
    enum np_stage stage;
    int documents;      /* measured; 0: from the format's own rules */
    const char *shares;
};
extern const struct np_usual np_usuals[]; /* ends with dialect NULL */
/* As counts, for the group that *usual names; documents 0 if nothing is known. */
void np_usual_of(struct np_coverage *usual);

/* A record may take so much memory; what takes more is rejected (NP-LIM-003). */
#define NP_RECORD_BYTES_MOST ((size_t)512 << 20)

struct np_parser;
struct np_parser *np_parser_new(void);
/* From now on: remember elements beside those that are read and that no row of the dialect reads.
 * Paths from below the root, of the last document; borrowed until the next one.                  */
void np_parser_watch(struct np_parser *parser);
const struct np_slice *np_parser_unread(const struct np_parser *parser, size_t *n);
void np_parser_free(struct np_parser *parser);

/* Text of the description of the document read last, which the record does not hold: UTF-8, blanks as
 * they come, markup out. Empty if it has none; borrowed until the next document.               */
struct np_slice np_parser_description(const struct np_parser *parser);

/* The record of a document. Strings live in the arena. NP_PASS: readable but no patent record
 * (sequence listing, error reply, unknown root element): err->what is the kind, to be counted.
 * NP_SKIP: rejected; err has code, byte (in the member) and reason.                            */
enum np_status np_parser_read(struct np_parser *parser, const struct np_document *document,
                              struct np_slice file, struct np_slice member,
                              struct np_arena *arena, struct np_record **record,
                              struct np_err *err);

#endif
