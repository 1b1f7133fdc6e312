/* http_cases.h -- heads of requests and spellings of Host with what each must get; port 8480 stands for the
 * server's. test_http.c reads them, test_serve.c sends them. Cases after RFC 9112 and RFC 9110.        */
#ifndef HTTP_CASES_H
#define HTTP_CASES_H

#include <stddef.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

enum { MORE = 0, GOOD = 200 };

struct head_case { const char *bytes; size_t n; int status; };

#define HEAD(text, status) { text, sizeof(text) - 1, status }
#define H "Host: localhost:8480\r\n"
#define LINE(line, status) HEAD(line "\r\n" H "\r\n", status)
#define FIELD(field, status) HEAD("GET / HTTP/1.1\r\n" H field "\r\n\r\n", status)

static const struct head_case first_lines[] = {
    LINE("GET / HTTP/1.1", GOOD), LINE("HEAD / HTTP/1.1", GOOD), LINE("GET / HTTP/1.0", GOOD),
    LINE("GET /q/families?field=3&order=-score HTTP/1.1", GOOD), LINE("GET /%E4%B8%AD HTTP/1.1", GOOD),
    LINE("GET /%zz HTTP/1.1", GOOD), /* the page, which decodes, says 400 */
    LINE("GET http://localhost:8480/ HTTP/1.1", GOOD), LINE("GET HTTP://localhost:8480/q HTTP/1.1", GOOD),
    LINE("GET http://localhost:8480 HTTP/1.1", 400), LINE("GET http:///q HTTP/1.1", 400),
    LINE("GET https://localhost:8480/ HTTP/1.1", 400), LINE("GET localhost:8480 HTTP/1.1", 400),
    LINE("GET * HTTP/1.1", 400), LINE("GET q HTTP/1.1", 400), LINE("GET ?k=1 HTTP/1.1", 400),
    LINE("GET ../q HTTP/1.1", 400), LINE("GET \\q HTTP/1.1", 400), LINE("GET file:///q HTTP/1.1", 400),
    LINE("get / HTTP/1.1", 501), LINE("Get / HTTP/1.1", 501), LINE("head / HTTP/1.1", 501),
    LINE("POST / HTTP/1.1", 405), LINE("PUT / HTTP/1.1", 405), LINE("DELETE / HTTP/1.1", 405),
    LINE("PATCH / HTTP/1.1", 405), LINE("OPTIONS / HTTP/1.1", 405), LINE("OPTIONS * HTTP/1.1", 405),
    LINE("TRACE / HTTP/1.1", 405), LINE("CONNECT localhost:80 HTTP/1.1", 405),
    LINE("PROPFIND / HTTP/1.1", 501), LINE("GETT / HTTP/1.1", 501), LINE("GE / HTTP/1.1", 501),
    LINE("M-SEARCH / HTTP/1.1", 501), LINE("PRI * HTTP/2.0", 505), LINE("GET/ HTTP/1.1", 400),
    LINE("G(T / HTTP/1.1", 400), LINE("G:T / HTTP/1.1", 400), LINE("\"GET\" / HTTP/1.1", 400),
    LINE("GET / HTTP/2.0", 505), LINE("GET / HTTP/0.9", 505), LINE("GET / HTTP/3.0", 505),
    LINE("GET / HTTP/1.2", GOOD), LINE("GET / HTTP/1", 400), LINE("GET / HTTP/1.", 400),
    LINE("GET / HTTP/1.1.1", 400), LINE("GET / HTTP/11", 400), LINE("GET / HTTP/1.10", 400),
    LINE("GET / HTTP/01.1", 400), LINE("GET / http/1.1", 400), LINE("GET / HTTPS/1.1", 400),
    LINE("GET / HTTP/a.b", 400), LINE("GET / HTTP/+1.1", 400), LINE("GET / HTTP /1.1", 400),
    LINE("GET / HTTP/1.1 ", 400), LINE("GET  / HTTP/1.1", 400), LINE("GET /  HTTP/1.1", 400),
    LINE("GET /a b HTTP/1.1", 400), LINE("GET\t/ HTTP/1.1", 400), LINE("GET /\tHTTP/1.1", 400),
    LINE(" GET / HTTP/1.1", 400), LINE("GET /", 400), LINE("GET", 400), LINE("", 400),
    LINE("GET /\xe4\xb8\xad HTTP/1.1", 400), LINE("GET /#part HTTP/1.1", 400),
    LINE("GET /<script> HTTP/1.1", 400), LINE("GET /\" HTTP/1.1", 400), LINE("GET /| HTTP/1.1", 400),
    LINE("\xef\xbb\xbfGET / HTTP/1.1", 400), LINE("\x16\x03\x01\x02", 400), LINE("GET /\0 HTTP/1.1", 400),
    LINE("GET /\x7f HTTP/1.1", 400),
};

static const struct head_case fields[] = {
    FIELD("Accept: */*", GOOD), FIELD("Accept:", GOOD), FIELD("X: \xe4\xb8\xad", GOOD),
    FIELD("Content-Length: 0", GOOD), FIELD("Content-Length: 1", 413), FIELD("Content-Length: 00", 413),
    FIELD("Content-Length: 18446744073709551616", 413), FIELD("Content-Length: -1", 400),
    FIELD("Content-Length: +0", 400), FIELD("Content-Length: 0x0", 400), FIELD("Content-Length: 0,0", 400),
    FIELD("Content-Length: 0 0", 400), FIELD("Content-Length:", 400), FIELD("content-length: 5", 413),
    FIELD("Content-Length: 0\r\nContent-Length: 0", 400), FIELD("Content-Length: 0\r\nContent-Length: 5", 400),
    FIELD("Transfer-Encoding: chunked", 501), FIELD("Transfer-Encoding: identity", 501),
    FIELD("transfer-encoding: x", 501), FIELD("Transfer-Encoding:", 501),
    FIELD("TRANSFER-ENCODING: chunked", 501), FIELD("Transfer-Encoding : chunked", 400),
    FIELD("Transfer-Encoding\t: chunked", 400), FIELD(" Transfer-Encoding: chunked", 400),
    FIELD("Transfer-Encoding: chunked\r\nContent-Length: 4", 501),
    FIELD("Content-Length: 4\r\nTransfer-Encoding: chunked", 413), FIELD("Transfer\0-Encoding: x", 400),
    FIELD("Transfer-Encoding:\x0b" "chunked", 400), FIELD("X: y\nTransfer-Encoding: chunked", 400),
    FIELD("X: y\rTransfer-Encoding: chunked", 400), FIELD("Content-Length : 0", 400),
    FIELD("Expect: 100-continue", 417), FIELD("Upgrade: h2c", GOOD), FIELD("Connection: keep-alive", GOOD),
    FIELD("Host: localhost:8480", 400), FIELD("host: evil.example", 400), FIELD("Host:", 400),
    FIELD("X: y\r\n folded", 400), FIELD("X: y\r\n\tfolded", 400), FIELD("X: y\r\n\r\n folded", 400),
    FIELD("X", 400), FIELD(": y", 400), FIELD("X Y: z", 400), FIELD("X(: z", 400), FIELD("\xe4: z", 400),
    FIELD("X : y", 400), FIELD("X: a\0b", 400), FIELD("X: a\x7f" "b", 400), FIELD("X: a\x1b[0m", 400),
    FIELD("X: y\r\n\r\nGET /q HTTP/1.1\r\n" H, 400), FIELD("X: y\r\n\r\n0", 400),
    FIELD("Cookie: nanopat=A", GOOD), FIELD("Range: bytes=0-1", GOOD), FIELD("Origin: null", GOOD),
};

static const struct head_case shapes[] = {
    HEAD("GET / HTTP/1.1\r\n\r\n", 400), HEAD("GET / HTTP/1.0\r\n\r\n", 400),
    HEAD("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400), HEAD("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
    HEAD("GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400), HEAD("GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", 400),
    HEAD("GET / HTTP/1.1\nHost: a\n\n", 400), HEAD("GET / HTTP/1.1\r\nHost: a\n\r\n", 400),
    HEAD("GET / HTTP/1.1\r\nHost: a\r\n\n", 400), HEAD("GET / HTTP/1.1\r\r\nHost: a\r\n\r\n", 400),
    HEAD("GET / HTTP/1.1\r\nHost: a\r\r\n\r\n", 400), HEAD("\r\nGET / HTTP/1.1\r\n" H "\r\n", 400),
    HEAD("\nGET / HTTP/1.1\r\n" H "\r\n", 400), HEAD("GET / HTTP/1.1\r\n" H "\r\n\r\n", 400),
    HEAD("GET /\r\n\r\n", 400), HEAD("GET /\n", 400), HEAD("\r\n\r\n", 400), HEAD("\n\n", 400),
    HEAD("", MORE), HEAD("G", MORE), HEAD("GET / HT", MORE), HEAD("GET / HTTP/1.1\r\n", MORE),
    HEAD("GET / HTTP/1.1\r\nHost: a\r\n", MORE), HEAD("\x16\x03", 400), HEAD("\0", 400), HEAD(" ", 400),
    HEAD("GET / HTTP/1.1\n", 400), HEAD("GET \0", 400),
};

/* ---- Host ---- */

static const char *const ours[] = {
    "localhost:8480", "LOCALHOST:8480", "LocalHost:8480", "127.0.0.1:8480", "[::1]:8480",
};
static const char *const not_ours[] = {
    "", "localhost", "127.0.0.1", "[::1]", "::1", "::1:8480", "localhost:", "localhost:80", "localhost:84800",
    "localhost:08480", "localhost:+8480", "localhost:8480 ", " localhost:8480", "localhost :8480",
    "localhost: 8480", "localhost.:8480", "localhost..:8480", "127.0.0.1.:8480", "127.0.0.1.evil.com:8480",
    "127.0.0.1.nip.io:8480", "localhost.evil.com:8480", "evil.com:8480", "evil.com", "evil-localhost:8480",
    "localhost:8480.evil.com", "localhost:8480@evil.com", "user@localhost:8480", "user:pw@localhost:8480",
    "evil.com:8480@localhost:8480", "localhost:8480,evil.com", "localhost:8480/", "localhost:8480#",
    "localhost:8480?", "//localhost:8480", "http://localhost:8480", "127.1:8480", "127.0.1:8480",
    "127.0.0.2:8480", "127.0.0.01:8480", "0127.0.0.1:8480", "0177.0.0.1:8480", "0x7f.0.0.1:8480",
    "2130706433:8480", "0x7f000001:8480", "0.0.0.0:8480", "0:8480", "[::]:8480", "[::1:8480", "::1]:8480",
    "[0:0:0:0:0:0:0:1]:8480", "[::ffff:127.0.0.1]:8480", "[::ffff:7f00:1]:8480", "[::1%25lo]:8480",
    "[::1%lo]:8480", "[::01]:8480", "[localhost]:8480", "[127.0.0.1]:8480", "127.0.0.1:8481",
    "localhos:8480", "localhostt:8480", "l\xc3\xb6" "calhost:8480", "\xef\xbd\x8c" "ocalhost:8480",
    "127\xe3\x80\x82" "0.0.1:8480", "ip6-localhost:8480", "localhost\t:8480", ":8480", "*:8480", "*",
};

#endif
