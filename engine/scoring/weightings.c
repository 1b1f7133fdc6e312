/* weightings.c -- the weights of a folder by name: weights.tsv and weights-NAME.tsv. */
#include "evaluation.h"

#include <nanopat/tsv.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

static const struct np_slice prefix = { "weights-", 8 }, suffix = { ".tsv", 4 };

/* "pai" of "weights-pai.tsv"; empty if it is another file. */
static struct np_slice name_in(struct np_slice file)
{
    struct np_slice name;
    char again[64];

    if (!np_slice_starts(file, prefix.p) || !np_slice_ends(file, suffix.p) ||
        file.n <= prefix.n + suffix.n)
        return NP_EMPTY;
    name = np_slice_sub(file, prefix.n, file.n - prefix.n - suffix.n);
    return weights_file(name, again, sizeof again) && !np_slice_is(name, "default") ? name : NP_EMPTY;
}

static void read_comments(const char *folder, struct np_arena *arena, struct np_weighting *w)
{
    struct np_tsv *tsv = NULL;
    char file[64];

    if (!weights_file(w->name, file, sizeof file) ||
        np_tsv_open(folder, file, weights_columns, &tsv, NULL) != NP_OK)
        return;
    w->en = np_arena_copy(arena, np_tsv_comment(tsv, "en"));
    w->zh = np_arena_copy(arena, np_tsv_comment(tsv, "zh"));
    w->hash = np_tsv_hash(tsv);
    np_tsv_close(tsv);
}

static void add_weighting(const char *folder, struct np_arena *arena,
                          struct np_weightings *weightings, struct np_slice name)
{
    struct np_weighting *w = np_list_add(arena, &weightings->list);
    struct np_scoring scoring = { .arena = arena, .weights_name = np_arena_copy(arena, name) };

    w->name = scoring.weights_name;
    load_weights(&scoring, folder, &w->fault);
    read_comments(folder, arena, w);
}

static int compare_names(const void *left, const void *right)
{
    return np_slice_cmp(*(const struct np_slice *)left, *(const struct np_slice *)right);
}

void np_weightings_find(const char *rules_folder, struct np_arena *arena,
                        struct np_weightings *weightings)
{
    NP_LIST(struct np_slice) names = { 0 };
    DIR *folder = opendir(rules_folder);

    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        struct np_slice name = name_in(np_slice_of(entry->d_name));

        if (name.n)
            *np_list_add(arena, &names) = np_arena_copy(arena, name);
    }
    if (folder)
        closedir(folder);
    if (names.n)
        qsort(names.v, names.n, sizeof *names.v, compare_names);
    *weightings = (struct np_weightings){ 0 };
    add_weighting(rules_folder, arena, weightings, NP_S("default"));
    for (size_t i = 0; i < names.n; i++)
        add_weighting(rules_folder, arena, weightings, names.v[i]);
}

/* What is asked for and not there is answered with what is. */
enum np_status choose_weights(struct np_scoring *scoring, struct np_err *err)
{
    struct np_slice name = scoring->weights_name;
    struct np_weightings there;
    struct np_buf names = { 0 };
    bool known = false;

    np_weightings_find(scoring->folder.p, scoring->arena, &there);
    for (size_t i = 0; i < there.list.n; i++) {
        known = known || np_slice_eq(there.list.v[i].name, name);
        np_buf_printf(&names, " %.*s", NP_ARG(there.list.v[i].name));
    }
    if (!known)
        np_fail(err, NP_STOP, "no weights '%.*s'; there are%.180s",
                NP_ARG(np_slice_sub(name, 0, 40)), np_buf_cstr(&names));
    np_buf_release(&names);
    return known ? load_weights(scoring, scoring->folder.p, err) : NP_STOP;
}

struct np_slice np_scoring_weights(const struct np_scoring *scoring, uint64_t *hash)
{
    *hash = scoring->weights_hash;
    return scoring->weights_name;
}

bool np_scoring_weight_at(const struct np_scoring *scoring, size_t i, struct np_weight_row *row)
{
    const struct weight *w;

    if (i >= scoring->weights.n)
        return false;
    w = &scoring->weights.v[i];
    *row = (struct np_weight_row){ w->score, w->component, w->typed, w->weight, w->direction,
                                   w->missing_zero };
    return true;
}
