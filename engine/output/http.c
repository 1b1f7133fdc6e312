/* http.c -- reads the head of a request; whatever is in doubt is refused. */
#include "http.h"

const char *const http_fields[][2] = {
    { "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
      "frame-ancestors 'none'" },
    { "X-Content-Type-Options", "nosniff" },
    { "X-Frame-Options", "DENY" },
    { "Referrer-Policy", "no-referrer" },
    { "Cross-Origin-Opener-Policy", "same-origin" },
    { "Cross-Origin-Resource-Policy", "same-origin" },
    { "Connection", "close" },
    { NULL, NULL }
};

const char *http_reason(int status)
{
    static const struct { int status; const char *reason; } reasons[] = {
        { 200, "OK" }, { 303, "See Other" }, { 400, "Bad Request" }, { 403, "Forbidden" },
        { 404, "Not Found" }, { 405, "Method Not Allowed" }, { 408, "Request Timeout" },
        { 413, "Content Too Large" }, { 414, "URI Too Long" }, { 417, "Expectation Failed" },
        { 421, "Misdirected Request" }, { 431, "Request Header Fields Too Large" },
        { 500, "Internal Server Error" }, { 501, "Not Implemented" },
        { 503, "Service Unavailable" }, { 505, "HTTP Version Not Supported" },
    };

    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].status == status)
            return reasons[i].reason;
    return "Error";
}

void http_refuse(struct np_buf *b, int status, const char *text, bool head)
{
    np_buf_printf(b, "HTTP/1.1 %d %s\r\nContent-Type: text/plain; charset=utf-8\r\n"
                     "Content-Length: %zu\r\n%s",
                  status, http_reason(status), strlen(text), status == 405 ? "Allow: GET, HEAD\r\n" : "");
    for (int i = 0; http_fields[i][0]; i++)
        np_buf_printf(b, "%s: %s\r\n", http_fields[i][0], http_fields[i][1]);
    np_buf_puts(b, "\r\n");
    if (!head)
        np_buf_puts(b, text);
}

/* ---- characters ---- */

/* RFC 9110, 5.6.2 */
static bool is_token_char(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c && strchr("!#$%&'*+-.^_`|~", c));
}

static bool is_token(struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!is_token_char(s.p[i]))
            return false;
    return s.n > 0;
}

/* A field's value: visible characters, blanks, tabs, bytes above 127. */
static bool is_value(struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];

        if ((c < ' ' && c != '\t') || c == 127)
            return false;
    }
    return true;
}

static bool is_target_char(char c)
{
    return c > ' ' && c < 127 && !strchr("\"<>\\^`{|}#", c);
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool same_letters(struct np_slice s, const char *word)
{
    if (s.n != strlen(word))
        return false;
    for (size_t i = 0; i < s.n; i++)
        if (lower(s.p[i]) != word[i])
            return false;
    return true;
}

static struct np_slice trim_blanks(struct np_slice s)
{
    while (s.n && (s.p[0] == ' ' || s.p[0] == '\t'))
        s = np_slice_sub(s, 1, s.n);
    while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t'))
        s.n--;
    return s;
}

/* ---- the first line ---- */

static bool bad(struct http_head *head, int status)
{
    head->status = status;
    return false;
}

/* "http://HOST/PATH": a server must take it, though browsers send it to proxies alone. */
static bool take_absolute(struct http_head *head)
{
    struct np_slice rest = np_slice_sub(head->target, 7, head->target.n);
    size_t slash = np_slice_find(rest, NP_S("/"));

    if (slash == (size_t)-1 || slash == 0)
        return bad(head, 400);
    head->host = np_slice_sub(rest, 0, slash);
    head->target = np_slice_sub(rest, slash, rest.n);
    return true;
}

static bool read_target(struct http_head *head, struct np_slice target)
{
    if (target.n > HTTP_TARGET_BYTES)
        return bad(head, 414);
    for (size_t i = 0; i < target.n; i++)
        if (!is_target_char(target.p[i]))
            return bad(head, 400);
    head->target = target;
    if (target.n >= 7 && same_letters(np_slice_sub(target, 0, 7), "http://"))
        return take_absolute(head);
    return target.n && target.p[0] == '/' ? true : bad(head, 400);
}

static bool read_version(struct http_head *head, struct np_slice version)
{
    if (version.n != 8 || !np_slice_starts(version, "HTTP/") || version.p[6] != '.' ||
        version.p[5] < '0' || version.p[5] > '9' || version.p[7] < '0' || version.p[7] > '9')
        return bad(head, 400);
    return version.p[5] == '1' ? true : bad(head, 505);
}

static bool read_first_line(struct http_head *head, struct np_slice line)
{
    size_t first = np_slice_find(line, NP_S(" "));
    struct np_slice method = np_slice_sub(line, 0, first), rest, target;
    size_t second;

    if (first == (size_t)-1 || !is_token(method))
        return bad(head, 400);
    rest = np_slice_sub(line, first + 1, line.n);
    second = np_slice_find(rest, NP_S(" "));
    if (second == (size_t)-1)
        return bad(head, 400);
    target = np_slice_sub(rest, 0, second);
    head->head = np_slice_is(method, "HEAD");
    if (!read_version(head, np_slice_sub(rest, second + 1, rest.n)))
        return false;
    if (!head->head && !np_slice_is(method, "GET"))
        return bad(head, same_letters(method, "post") || same_letters(method, "put") ||
                                 same_letters(method, "delete") || same_letters(method, "patch") ||
                                 same_letters(method, "options") || same_letters(method, "trace") ||
                                 same_letters(method, "connect")
                             ? 405 : 501);
    return read_target(head, target);
}

/* ---- fields ---- */

/* The cookie of ours among "a=1; nanopat=KEY; b=2"; twice is none. */
static struct np_slice key_among(struct np_slice cookies)
{
    struct np_slice key = NP_EMPTY;
    int found = 0;

    while (cookies.n) {
        size_t end = np_slice_find(cookies, NP_S(";"));
        struct np_slice one = trim_blanks(np_slice_sub(cookies, 0, end));

        if (np_slice_starts(one, "nanopat=")) {
            key = np_slice_sub(one, strlen("nanopat="), one.n);
            found++;
        }
        cookies = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(cookies, end + 1, cookies.n);
    }
    return found == 1 ? key : NP_EMPTY;
}

struct seen { int hosts, lengths, cookies; struct np_slice host; };

static bool take_field(struct http_head *head, struct np_slice name, struct np_slice value,
                       struct seen *seen)
{
    if (same_letters(name, "host")) {
        seen->host = value;
        return seen->hosts++ == 0 ? true : bad(head, 400);
    }
    if (same_letters(name, "transfer-encoding"))
        return bad(head, 501);
    if (same_letters(name, "content-length")) {
        if (seen->lengths++ || !value.n)
            return bad(head, 400);
        for (size_t i = 0; i < value.n; i++)
            if (value.p[i] < '0' || value.p[i] > '9')
                return bad(head, 400);
        return np_slice_is(value, "0") ? true : bad(head, 413);
    }
    if (same_letters(name, "expect"))
        return bad(head, 417);
    if (same_letters(name, "cookie")) {
        head->key = seen->cookies++ ? NP_EMPTY : key_among(value);
        return true;
    }
    return true;
}

static bool read_field(struct http_head *head, struct np_slice line, struct seen *seen)
{
    size_t colon = np_slice_find(line, NP_S(":"));
    struct np_slice name = np_slice_sub(line, 0, colon), value;

    if (colon == (size_t)-1 || !is_token(name)) /* a folded line begins with a blank */
        return bad(head, 400);
    value = trim_blanks(np_slice_sub(line, colon + 1, line.n));
    return is_value(value) ? take_field(head, name, value, seen) : bad(head, 400);
}

/* ---- the whole ---- */

/* The line at `at` without its CR LF; false: it ends in a bare LF or holds a bare CR. */
static bool next_line(struct np_slice bytes, size_t *at, struct np_slice *line)
{
    struct np_slice rest = np_slice_sub(bytes, *at, bytes.n);
    size_t end = np_slice_find(rest, NP_S("\n"));

    if (end == (size_t)-1 || end == 0 || rest.p[end - 1] != '\r')
        return false;
    *line = np_slice_sub(rest, 0, end - 1);
    *at += end + 1;
    return memchr(line->p, '\r', line->n) == NULL;
}

static bool read_lines(struct np_slice bytes, struct http_head *head)
{
    struct seen seen = { 0 };
    struct np_slice line;
    size_t at = 0;

    if (!next_line(bytes, &at, &line))
        return bad(head, 400);
    if (!read_first_line(head, line))
        return false;
    for (int n = 0;; n++) {
        if (!next_line(bytes, &at, &line))
            return bad(head, 400);
        if (!line.n)
            break;
        if (n == HTTP_HEADERS)
            return bad(head, 431);
        if (!read_field(head, line, &seen))
            return false;
    }
    head->bytes = at;
    if (seen.hosts != 1)
        return bad(head, 400);
    if (!head->host.n)
        head->host = seen.host;
    return at == bytes.n ? true : bad(head, 400);
}

/* Can these bytes still become a head? The first faults are told without waiting for the rest. */
static bool may_become(struct np_slice bytes, struct http_head *head)
{
    size_t first_line = np_slice_find(bytes, NP_S("\n"));

    if (bytes.n && !is_token_char(bytes.p[0]))
        return bad(head, 400);
    for (size_t i = 0; i < bytes.n; i++)
        if (bytes.p[i] == '\0' || (bytes.p[i] == '\n' && bytes.p[i - 1] != '\r'))
            return bad(head, 400);
    return first_line != (size_t)-1 || bytes.n <= HTTP_TARGET_BYTES + 32 ? true : bad(head, 414);
}

enum http_verdict http_read(struct np_slice bytes, struct http_head *head)
{
    *head = (struct http_head){ .target = NP_EMPTY, .host = NP_EMPTY, .key = NP_EMPTY };
    if (np_slice_find(bytes, NP_S("\r\n\r\n")) == (size_t)-1 &&
        np_slice_find(bytes, NP_S("\n\n")) == (size_t)-1) {
        if (!may_become(bytes, head))
            return HTTP_BAD;
        if (bytes.n < HTTP_HEAD_BYTES)
            return HTTP_MORE;
        head->status = 431;
        return HTTP_BAD;
    }
    if (!read_lines(bytes, head))
        return HTTP_BAD;
    if (head->bytes > HTTP_HEAD_BYTES) {
        head->status = 431;
        return HTTP_BAD;
    }
    return HTTP_GOOD;
}

bool http_is_ours(struct np_slice host, const char *const *names, int port)
{
    struct np_buf wanted = { 0 };
    bool ours = false;

    for (; !ours && *names; names++) {
        np_buf_reset(&wanted);
        np_buf_printf(&wanted, "%s:%d", *names, port);
        ours = same_letters(host, np_buf_cstr(&wanted)) || (port == 80 && same_letters(host, *names));
    }
    np_buf_release(&wanted);
    return ours;
}
