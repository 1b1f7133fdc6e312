/* crew.h -- several processes that do the same work, until they are told to stop.
 *
 * One that dies is replaced: what killed it costs what it was doing and no more.
 */
#ifndef NANOPAT_CREW_H
#define NANOPAT_CREW_H

#include <nanopat/err.h>

#include <signal.h>

/* Runs work(ctx, which) in `n` processes, which = 0..n-1, and returns when *stop is set, after all have
 * ended. What `work` returns is its exit code; a process that ends is replaced at once, or after a
 * second if it lived no longer. NP_FAIL: no process could be made, or each has ended ten times in a row
 * within a second of its start; *code is the last exit code.                                       */
enum np_status np_crew_run(int n, int (*work)(void *ctx, int which), void *ctx,
                           volatile sig_atomic_t *stop, int *code, struct np_err *err);

#endif
