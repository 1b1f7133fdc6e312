/* page.h -- private to output: pages of `serve`, as functions from an address to HTML.
 *
 * One const table says which there are. A page writes its content between page_begin and page_end and
 * knows nothing of sockets; serve.c, which does, knows nothing of pages.
 *
 *     struct page p = { .site = &site, .head = false };
 *     page_answer(&p, head.target);
 *     p.status, p.type, p.body ...       until page_release
 */
#ifndef OUTPUT_PAGE_H
#define OUTPUT_PAGE_H

#include "address.h"
#include "markup.h"

#include <nanopat/query.h>
#include <nanopat/store.h>

/* What all pages share; outlives them. */
struct site {
    struct np_store *store;  /* borrowed, guarded */
    enum np_lang lang;       /* where the address names none */
};

struct page {
    const struct site *site;
    struct np_arena *arena;  /* owned: the address, and what the page makes */
    struct address address;
    enum np_lang lang;
    bool zh;
    struct np_buf body;      /* owned */
    int status;              /* 200, 303, 400, 404, 500, 503 */
    const char *type;        /* "text/html; charset=utf-8" */
    struct np_slice file;    /* name of a download; empty: none */
    int fd;                  /* of a download's content, owned; -1: the body is the answer */
    struct np_slice location; /* of a 303 */
    bool lasting;            /* may be kept by the browser */
    struct np_err err;       /* why the status is none of success */
};

struct page_row {
    const char *first;       /* of the address; "" is the overview */
    const char *en, *zh;     /* title */
    void (*make)(struct page *p);
    bool alone;              /* nothing lies below it */
};
extern const struct page_row page_rows[]; /* ends with first NULL */

/* In the site's menu, in order; ends with first NULL. */
struct menu_row { const char *first, *rest, *en, *zh; };
extern const struct menu_row menu_rows[];

void page_answer(struct page *p, struct np_slice target);
void page_release(struct page *p);

/* ---- page.c: what pages write with ---- */

/* Head, menu and heading; the title is plain text. */
void page_begin(struct page *p, struct np_slice title);
void page_end(struct page *p);
/* In the language of the page, escaped. */
void page_say(struct page *p, const char *en, const char *zh);
/* A page of failure instead of what was written so far: 400 of what was asked, 404, 503 of the store. */
void page_fail(struct page *p, int status);
/* After a status of the store or of a question: false, and the page says why. */
bool page_got(struct page *p, enum np_status status);

/* An address, with the language kept; link_add only between link_to and the end. Ready for href. */
struct link { struct np_buf *b; size_t from; };
struct link link_to(struct page *p, struct np_buf *b, const char *first, struct np_slice rest);
void link_add(struct link *link, const char *name, struct np_slice value);
/* This page's address but for the parameter, which gets the value (empty: none). Paging begins anew. */
void link_same(struct page *p, struct np_buf *b, const char *name, struct np_slice value);
/* "<a href=...>text</a>" to the page of a thing. */
void page_link(struct page *p, const char *first, struct np_slice rest, struct np_slice text);

/* ---- links.c: what cells of an answer lead to ---- */

/* The evidence of a cell of a question's answer: the rows that a number counts, the page of a thing.
 * `whole` has all columns; false: nothing.                                                      */
bool cell_address(struct page *p, const char *question, const struct np_result *whole, size_t row,
                  const char *column, struct np_buf *address);
/* The same of the numbers of filing-years, years-left, market-states and overseas: the families of the set
 * that the page is of. Called by cell_address.                                                   */
bool profile_address(struct page *p, const char *question, const struct np_result *whole, size_t row,
                     const char *column, struct np_buf *address);
/* "nanopat query families --portfolio 'A|3.2' --where hv!=null" as an address; false: it is none. */
bool command_address(struct page *p, struct np_slice command, struct np_buf *address);

/* ---- parts.c: pieces of pages ---- */

void part_title(struct page *p, const char *en, const char *zh); /* h2 */
/* A number of a row with its evidence, inside div.counters; nothing where it is not known. The column's
 * heading says what it is unless en and zh do.                                                 */
void part_counter(struct page *p, const char *question, const struct np_result *whole, size_t row,
                  const char *column, const char *en, const char *zh);
/* Why something is missing on a page that goes on. */
void part_failed(struct page *p, const struct np_err *err);

/* The first rows of a question's answer and the way to all. */
struct part {
    const char *question;
    const char *option;     /* a filter of the question; NULL: none */
    struct np_slice value;
    const char *where;      /* a condition beside it; NULL: none */
    const char *order;      /* NULL: the question's */
    int64_t most;           /* rows */
    const char *en, *zh;    /* title; NULL: none */
    const char *read_en, *read_zh; /* columns, as in report.h */
};
/* Rows there are in all; without any nothing is written. */
int64_t part_list(struct page *p, const struct part *part);

/* ---- page_subject.c: what is known of one thing ---- */

struct np_explanation;
struct explain_page;
/* The explanation, which the caller frees; false: the page says why there is none. */
bool subject_explain(struct page *p, struct np_slice typed, struct np_explanation **explained);
/* A section as a table whose rows have their evidence under them; _part puts its heading before it. */
void subject_rows(struct page *p, const struct explain_page *part);
void subject_part(struct page *p, const struct explain_page *part);

/* ---- pages ---- */

void make_overview(struct page *p);  /* page_overview.c */
void make_questions(struct page *p); /* page_list.c: /q and /q/NAME */
void make_family(struct page *p);    /* page_family.c */
void make_portfolio(struct page *p); /* page_portfolio.c */
void make_enterprise(struct page *p); /* page_enterprise.c */
void make_subject(struct page *p);   /* page_subject.c: /subfield/CODE ... */
void make_methods(struct page *p);   /* page_methods.c */

/* page_list.c: a table of an answer with its links; `names` as in report.h, read_zh. */
void list_table(struct page *p, const char *question, const struct np_result *whole,
                const char *names);

#endif
