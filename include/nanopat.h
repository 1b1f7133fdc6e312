/* nanopat.h -- the C library: everything a program needs that links libnanopat.a.
 *
 *     struct np_store *store = NULL;
 *     struct np_result *r = NULL;
 *     struct np_err err = { 0 };
 *
 *     if (np_store_open("city.db", NP_STORE_READ, &store, &err) == NP_OK &&
 *         np_ask(store, np_question_find("portfolios"), NULL, 0, NULL, 10, &r, &err) == NP_OK)
 *         use(r);
 *     else
 *         fprintf(stderr, "%s\n", err.what);
 *     np_result_free(r);
 *     np_store_close(store);
 *
 * No globals change after start-up; a handle belongs to one thread.
 */
#ifndef NANOPAT_H
#define NANOPAT_H

#include <nanopat/classify.h>
#include <nanopat/ingest.h>
#include <nanopat/output.h>
#include <nanopat/parse.h>
#include <nanopat/query.h>
#include <nanopat/report.h>
#include <nanopat/score.h>
#include <nanopat/store.h>

#endif
