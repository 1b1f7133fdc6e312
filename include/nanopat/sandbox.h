/* sandbox.h -- a process that may compute and talk over what it holds, and nothing else. */
#ifndef NANOPAT_SANDBOX_H
#define NANOPAT_SANDBOX_H

#include <nanopat/err.h>
#include <stddef.h>

enum np_sandbox { NP_SANDBOX_AUTO, NP_SANDBOX_OFF, NP_SANDBOX_REQUIRE };

/* For the calling process, for good: no new privileges, no core, no files, no sockets, no new
 * processes, no executable memory. Reading, writing, seeking on open descriptors and receiving
 * descriptors stay. NP_FAIL if a layer is not to be had.                                        */
enum np_status np_sandbox_enter(struct np_err *err);

/* "seccomp yes, landlock abi 4, rlimits yes": what this system has; for doctor. */
void np_sandbox_describe(char *text, size_t size);

#endif
