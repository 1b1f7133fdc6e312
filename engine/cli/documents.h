/* documents.h -- texts to classify that come as JSON Lines. */
#ifndef CLI_DOCUMENTS_H
#define CLI_DOCUMENTS_H

#include "command.h"

#include <jansson.h>

struct np_slice_list { struct np_slice *v; size_t n, cap; };

/* One line; good until the next. */
struct document {
    struct np_arena *arena;
    json_t *object;
    int64_t line;
    const char *id;
    struct np_slice_list title, abstract, claim;
    struct np_symbols codes; /* may be IPC or CPC: stands as the first of the subject's lists */
    struct np_subject subject;
};

/* NP_END: taken, no more to say. Any other failure is told with its line, and the rest goes on. */
typedef enum np_status document_taker(void *ctx, const struct document *d, struct np_err *err);

/* All documents of a file, '-' for standard input; the rules say which claims are looked at (NULL:
 * all). Exit code: 0; 3 if some could not be taken; 4 if the file cannot be opened.           */
int each_document(const struct settings *s, const char *name, const struct np_rules *rules,
                  document_taker *take, void *ctx);

#endif
