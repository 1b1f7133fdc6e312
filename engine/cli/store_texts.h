/* store_texts.h -- the publications of a store that have texts, one by one. */
#ifndef CLI_STORE_TEXTS_H
#define CLI_STORE_TEXTS_H

#include "command.h"

/* One publication; good until the next. */
struct stored_text {
    struct np_arena *arena;
    struct np_store *store;
    struct np_slice id;
    struct np_subject subject;
};

typedef enum np_status stored_text_taker(void *ctx, const struct stored_text *text,
                                         struct np_err *err);

/* All that have texts, by id, or --sample of them evenly spread; the rules say which claims are
 * looked at (NULL: all). *light counts those that were kept without texts: of them nothing can be said. Exit
 * code.                                                                                        */
int each_stored_text(const struct settings *s, const struct np_rules *rules,
                     stored_text_taker *take, void *ctx, int64_t *light);
/* One, in any spelling. */
int one_stored_text(const struct settings *s, const struct np_rules *rules, const char *typed,
                    stored_text_taker *take, void *ctx);

#endif
