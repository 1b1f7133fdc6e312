/* input.h -- from an open file to documents, one at a time.
 *
 * A source hides gzip, zip, tar and zip in zip: it gives members, and of each
 * member its bytes. A framer hides how documents lie in a member. Both stream:
 * memory is bounded by the largest document. Nothing is ever written, and
 * nothing is opened by name: the caller opens, this layer reads descriptors, so
 * that it can run where open() is forbidden.
 *
 *     struct np_source *s = np_source_new(fd, "a.zip", &limits);
 *     while ((status = np_source_member(s, &member, &err)) == NP_OK) {
 *         struct np_framer *f = np_framer_new(s, framings, &limits);
 *         while ((status = np_framer_next(f, &document, &err)) == NP_OK) ...
 *         np_framer_free(f);
 *     }
 *     np_source_free(s);
 */
#ifndef NANOPAT_INPUT_H
#define NANOPAT_INPUT_H

#include <nanopat/buf.h>
#include <nanopat/err.h>

struct np_limits {
    int64_t document_bytes;   /* longest document; default 256 MiB */
    int64_t start_tag_bytes;  /* longest start tag; default 64 KiB */
    int64_t member_bytes;     /* longest uncompressed member; default 64 GiB */
    int64_t ratio;            /* highest expansion over any 64 MiB of output; default 250 */
    int nesting;              /* containers in containers; default 3 */
    int64_t entries;          /* members of one container; default 1,000,000 */
};
extern const struct np_limits np_limits_default;

/* What the codes of this layer mean. */
extern const struct np_code np_input_codes[];

/* ---- sources ---- */

struct np_source;

/* Takes fd (closes it). The first bytes decide the format, not the name; a name is
 * only used in messages. stdin works: no seeking is needed except for zip on a pipe,
 * which is read in streaming mode.                                                  */
struct np_source *np_source_new(int fd, const char *name, const struct np_limits *limits);
void np_source_free(struct np_source *source);

struct np_member {
    struct np_slice name; /* path inside the container, nested ones joined by '!'; empty for a
                             plain file or .gz; control bytes escaped; borrowed until the next call */
    int64_t ordinal;      /* counted from 1 within the input */
};

/* Moves to the next member. NP_END after the last. NP_SKIP: this member cannot be read
 * (encrypted, corrupt, unknown method; said in err), the next call goes on. NP_FAIL: the
 * input ends here.                                                                      */
enum np_status np_source_member(struct np_source *source, struct np_member *member,
                                struct np_err *err);

/* Up to n bytes of the current member into p; *got == 0 with NP_END at its true end, that is
 * only after all checks (gzip CRC and length, zip CRC). NP_FAIL: cut short, corrupt, trailing
 * garbage, or over a limit; *got bytes before it are good.                                    */
enum np_status np_source_read(struct np_source *source, char *p, size_t n, size_t *got,
                              struct np_err *err);

/* ---- identity of content ---- */

/* The content hash (below) of what was read, without a second reading. False until every
 * member has been read to its true end.                                              */
bool np_source_hash(const struct np_source *source, char hash[16]);

/* Hash of the bytes as they lie on disk (XXH3-128, big-endian). Rewinds fd. */
enum np_status np_file_hash(int fd, char hash[16], int64_t *size, struct np_err *err);

/* Cheap: total uncompressed size modulo 2^32 by gzip trailer, container headers or file
 * size; -1 if it cannot be told without reading all. Rewinds fd.                        */
int64_t np_content_signature(int fd);

/* Hash of the uncompressed content, the same for a.xml, a.xml.gz and a zip that holds it
 * alone; of several members: hash over their hashes in order. Reads everything.          */
enum np_status np_content_hash(int fd, const struct np_limits *limits, char hash[16],
                               struct np_err *err);

/* ---- framing ---- */

/* How documents lie in a file with this root element (local names), or in text of lines. */
struct np_framing {
    const char *root;
    const char *record[4]; /* elements that are documents below the root, at any depth; NULL ended.
                              All NULL: the root is the document                                    */
};

/* Text instead of XML: `root` is a name of ours, which the documents get, and `record` holds masks:
 * NP_LINES "..." of a line that begins a document, NP_HEADER "..." of a line before the first one
 * that belongs to none. In a mask '#' is a digit, '?' any character, '=' any one that is the same
 * in all these lines of a document, '$' the end of the line but for blanks, the rest itself. A line
 * that fits no mask goes on with the document before it. The first line decides that a member is
 * such text. A document goes to the last character of its last line that is not blank.
 *
 *     { "PATN", { NP_LINES "PATN$", NP_HEADER "HHHHHT" } }
 *     { "fees", { NP_LINES "======= ########" } }        lines of one patent are one document
 */
#define NP_LINES "\n"
#define NP_HEADER "\v"

struct np_document {
    struct np_slice bytes;    /* declaration or start tag through end tag; borrowed until the next call */
    struct np_slice envelope; /* start tag of the enclosing root (with the XML declaration before it),
                                 empty when the document is its own root                             */
    struct np_slice root;     /* local name of its own outermost element */
    int64_t ordinal;          /* counted from 1 within the member */
    int64_t offset;           /* of bytes.p[0] in the uncompressed member */
};

struct np_framer;

/* framings ends with a row whose root is NULL; borrowed. */
struct np_framer *np_framer_new(struct np_source *source, const struct np_framing *framings,
                                const struct np_limits *limits);
void np_framer_free(struct np_framer *framer);

/* The next document. NP_END after the last one. NP_PASS: the member (or what lies between
 * documents) is not patent XML: err->what says what it is ("TIFF image", "empty file", "text").
 * NP_SKIP: longer than a limit, cut in the middle, or garbage; the next call goes on behind it.
 * NP_FAIL: the member ends inside a document or cannot be read further; documents before it
 * were given. err has the byte and document->offset, ->ordinal are set in every case.          */
enum np_status np_framer_next(struct np_framer *framer, struct np_document *document,
                              struct np_err *err);

#endif
