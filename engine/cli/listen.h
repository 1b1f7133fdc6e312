/* listen.h -- private to cli: what a run says while it reads. */
#ifndef CLI_LISTEN_H
#define CLI_LISTEN_H

#include "command.h"

#include <time.h>

enum { FOLD_AFTER = 20, NOTES_TOLD = 5, CODES_MAX = 64 };

/* One listener's memory: the same kind of rejection more than 20 times per file is folded, of each
 * kind of note the first five of the run are told. */
struct ear {
    const struct settings *settings;
    bool per_input, bar;
    struct timespec began, shown;
    char where[256], code[16];
    int64_t same;
    char met[CODES_MAX][16]; /* codes told in this run, in order of first appearance */
    size_t nmet;
    struct { char code[16]; int64_t n; } notes[CODES_MAX]; /* in order of first appearance */
    size_t nnotes;
    bool bar_open;
};

struct np_listener ear_open(struct ear *ear, const struct settings *s, bool per_input);
void ear_close(struct ear *ear);

#endif
