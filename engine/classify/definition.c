/* definition.c -- what rule files define for one another: lists, weights, how many to keep. */
#include "rulefile.h"

static const char *const where_names[WHERE_COUNT] = { "title", "lead", "abstract", "claim",
                                                    "independent", "claims" };

enum np_status take_number(struct word word, double low, double high, double *out,
                           struct np_err *err)
{
    if (!parse_number(word.text, out))
        return fail_spot(err, word.spot, "'%.*s' is no number", NP_ARG(word.text));
    if (*out < low || *out > high)
        return fail_spot(err, word.spot, "'%.*s' is not between %g and %g", NP_ARG(word.text), low,
                         high);
    return NP_OK;
}

enum np_status missing(const struct statement *s, const char *what, struct np_err *err)
{
    return fail_spot(err, s->spot, "'%.*s' needs %s", NP_ARG(s->words.v[0].text), what);
}

int where_of(struct np_slice name)
{
    for (int i = 0; i < WHERE_COUNT; i++)
        if (np_slice_is(name, where_names[i]))
            return i;
    return -1;
}

/* Without a weight of its own, the lead counts as the abstract it is part of. */
enum np_status read_places(const struct statement *s, size_t from, double *weight,
                           struct np_err *err)
{
    bool lead = false;

    for (size_t i = from; i < s->words.n; i += 2) {
        int place = where_of(s->words.v[i].text);
        enum np_status status;

        if (place < 0)
            return fail_spot(err, s->words.v[i].spot, "'%.*s' is no place or set of weights",
                             NP_ARG(s->words.v[i].text));
        if (i + 1 == s->words.n)
            return fail_spot(err, s->words.v[i].spot, "a weight is missing behind '%s'",
                             where_names[place]);
        status = take_number(s->words.v[i + 1], -WEIGHT_MAX, WEIGHT_MAX, &weight[place], err);
        if (status != NP_OK)
            return status;
        lead |= place == IN_LEAD;
    }
    if (!lead)
        weight[IN_LEAD] = weight[IN_ABSTRACT];
    return NP_OK;
}

/* list NAME = `...` */
enum np_status read_list(struct np_rules *rules, struct statement *s, struct block *block,
                         struct np_err *err)
{
    struct list_def list = { .spot = s->spot, .pieces = s->pieces.v, .n = s->pieces.n };

    (void)block;
    if (s->words.n != 3 || !np_slice_is(s->words.v[2].text, "=") || !s->pieces.n)
        return missing(s, "a name, '=' and a text in back quotes", err);
    list.name = s->words.v[1].text;
    if (np_map_get(rules->list_by_name, list.name) || np_map_get(rules->size_by_name, list.name))
        return fail_spot(err, s->words.v[1].spot, "list '%.*s' is defined twice",
                         NP_ARG(list.name));
    np_map_put(rules->list_by_name, list.name, (int64_t)rules->lists.n);
    *np_list_add(rules->arena, &rules->lists) = list;
    return NP_OK;
}

/* weights NAME = title 5 lead 4 abstract 3 claim 3 */
enum np_status read_weights(struct np_rules *rules, struct statement *s,
                            struct block *block, struct np_err *err)
{
    struct weight_set set = { 0 };
    enum np_status status;

    (void)block;
    if (s->words.n < 5 || !np_slice_is(s->words.v[2].text, "="))
        return missing(s, "a name, '=', places and weights", err);
    set.name = s->words.v[1].text;
    for (size_t i = 0; i < rules->weight_sets.n; i++)
        if (np_slice_eq(rules->weight_sets.v[i].name, set.name))
            return fail_spot(err, s->words.v[1].spot, "weights '%.*s' are defined twice",
                             NP_ARG(set.name));
    status = read_places(s, 3, set.weight, err);
    if (status == NP_OK)
        *np_list_add(rules->arena, &rules->weight_sets) = set;
    return status;
}

/* keep 3 margin 0.4 */
enum np_status read_keep(struct np_rules *rules, struct statement *s, struct block *block,
                         struct np_err *err)
{
    double keep;
    enum np_status status;

    (void)block;
    if (s->words.n != 4 || !np_slice_is(s->words.v[2].text, "margin"))
        return missing(s, "a count, 'margin' and a number", err);
    status = take_number(s->words.v[1], 1, 1000, &keep, err);
    if (status == NP_OK)
        status = take_number(s->words.v[3], 0, 1, &rules->margin, err);
    rules->keep = status == NP_OK ? (int)keep : rules->keep;
    return status;
}
