/* legal_burdens.c -- pledges, licences and court orders on a right: several at once, told apart by
 * the number of their registration; over when released or when the right is dead.
 */
#include "legal.h"

static bool is_open(const struct burden *burden, enum burden_kind kind)
{
    return burden->kind == kind && !burden->until;
}

/* The open one with this number; without a number the only one that is open, else none: which of
 * several is meant cannot be said.                                                              */
static struct burden *find_burden(struct legal_status *status, enum burden_kind kind,
                                  struct np_slice number)
{
    struct burden *only = NULL;
    size_t open = 0;

    for (size_t i = 0; i < status->burdens.n; i++) {
        struct burden *b = &status->burdens.v[i];

        if (!is_open(b, kind))
            continue;
        if (number.n && np_slice_eq(b->number, number))
            return b;
        if (!number.n || !b->number.n) {
            only = b;
            open++;
        }
    }
    return open == 1 ? only : NULL;
}

static bool is_known(const struct legal_status *status, const struct told_event *told)
{
    for (size_t i = 0; told->number.n && i < status->burdens.n; i++)
        if (is_open(&status->burdens.v[i], told->meaning.effect->burden) &&
            np_slice_eq(status->burdens.v[i].number, told->number))
            return true;
    return false;
}

static void add_burden(struct legal_status *status, const struct told_event *told,
                       struct np_arena *arena)
{
    *np_list_add(arena, &status->burdens) =
        (struct burden){ .kind = told->meaning.effect->burden, .number = told->number,
                         .party = told->party, .since = told->when };
}

void read_burden(struct legal_status *status, const struct told_event *told,
                 struct np_arena *arena)
{
    enum burden_kind kind = told->meaning.effect->burden;
    struct burden *burden = find_burden(status, kind, told->number);

    switch (told->meaning.effect->kind) {
    case SETS_BURDEN:
        if (!is_known(status, told))
            add_burden(status, told, arena);
        break;
    case CHANGES_BURDEN: /* what changes was there, also where its beginning was not read */
        if (!burden)
            add_burden(status, told, arena);
        else if (told->party.n)
            burden->party = told->party;
        break;
    default:
        if (burden)
            burden->until = told->when ? told->when : burden->since;
    }
}

void close_burdens(struct legal_status *status, np_date until)
{
    for (size_t i = 0; i < status->burdens.n; i++)
        if (!status->burdens.v[i].until)
            status->burdens.v[i].until = until ? until : status->burdens.v[i].since;
}

size_t count_burdens(const struct legal_status *status, enum burden_kind kind)
{
    size_t n = 0;

    for (size_t i = 0; i < status->burdens.n; i++)
        n += is_open(&status->burdens.v[i], kind);
    return n;
}
