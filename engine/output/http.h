/* http.h -- private to output: the head of a request, read strictly before anything else sees it.
 *
 * Only GET and HEAD, no bodies, one request for each connection. What a browser of the last ten years
 * sends passes; what two programs could read in two ways is refused (RFC 9112, RFC 9110).
 *
 *     switch (http_read(bytes, &head)) {
 *     case HTTP_MORE: wait for more bytes
 *     case HTTP_GOOD: head.target ... borrow from bytes
 *     default: answer head.status and close
 */
#ifndef OUTPUT_HTTP_H
#define OUTPUT_HTTP_H

#include <nanopat/buf.h>
#include <nanopat/slice.h>

enum { HTTP_HEAD_BYTES = 16 << 10, HTTP_TARGET_BYTES = 4 << 10, HTTP_HEADERS = 64 };

struct http_head {
    bool head;               /* HEAD: the answer has no body */
    struct np_slice target;  /* "/q/portfolios?order=score", as sent */
    struct np_slice host;    /* of the Host field, or of an absolute target */
    struct np_slice key;     /* cookie "nanopat"; empty: none */
    size_t bytes;            /* of the head, its empty line included */
    int status;              /* of a bad one: 400, 405, 413, 414, 417, 431, 501, 505 */
};

enum http_verdict { HTTP_GOOD, HTTP_MORE, HTTP_BAD };

/* `bytes`: all that has come so far. A head followed by further bytes is bad: there are no bodies. */
enum http_verdict http_read(struct np_slice bytes, struct http_head *head);

/* "Not Found" */
const char *http_reason(int status);

/* A short answer of plain text, whole, with the fields that every answer carries. */
void http_refuse(struct np_buf *b, int status, const char *text, bool head);

/* Fields of every answer: name and value; ends with NULL. */
extern const char *const http_fields[][2];

/* Is the Host one of ours? `names`: "localhost", "127.0.0.1", "[::1]" ..., ends with NULL. The port
 * must be there unless it is 80.                                                              */
bool http_is_ours(struct np_slice host, const char *const *names, int port);

#endif
