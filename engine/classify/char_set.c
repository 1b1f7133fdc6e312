/* char_set.c -- sets of characters, as pattern classes name them. */
#include "char_set.h"

#define CODE_POINT_LAST 0x10FFFFu

static void put_range(struct char_set *set, struct np_arena *arena, uint32_t low, uint32_t high)
{
    size_t i = 0, k;
    struct char_set out = { 0 };

    while (i < set->n && set->v[i].high + 1 < low)
        *np_list_add(arena, &out) = set->v[i++];
    for (k = i; k < set->n && set->v[k].low <= high + 1; k++) {
        low = set->v[k].low < low ? set->v[k].low : low;
        high = set->v[k].high > high ? set->v[k].high : high;
    }
    *np_list_add(arena, &out) = (struct range){ low, high };
    while (k < set->n)
        *np_list_add(arena, &out) = set->v[k++];
    *set = out;
}

void set_add(struct char_set *set, struct np_arena *arena, uint32_t low, uint32_t high)
{
    if (low > high || low > CODE_POINT_LAST)
        return;
    if (low <= 'Z' && high >= 'A')
        put_range(set, arena, (low > 'A' ? low : 'A') + 32, (high < 'Z' ? high : 'Z') + 32);
    if (low < 'A')
        put_range(set, arena, low, high < 'A' ? high : 'A' - 1);
    if (high > 'Z')
        put_range(set, arena, low > 'Z' ? low : 'Z' + 1, high);
}

void set_add_all(struct char_set *set, struct np_arena *arena, const struct char_set *more)
{
    for (size_t i = 0; i < more->n; i++)
        put_range(set, arena, more->v[i].low, more->v[i].high);
}

struct char_set set_without(const struct char_set *set, struct np_arena *arena)
{
    struct char_set out = { 0 };
    uint32_t from = 0;

    for (size_t i = 0; i < set->n; i++) {
        if (set->v[i].low > from)
            set_add(&out, arena, from, set->v[i].low - 1);
        from = set->v[i].high + 1;
    }
    set_add(&out, arena, from, CODE_POINT_LAST);
    /* Letters that the capitals of the gaps stand for may be in the set itself. */
    for (size_t i = 0; i < set->n; i++)
        set_take(&out, arena, set->v[i].low, set->v[i].high);
    return out;
}

void set_take(struct char_set *set, struct np_arena *arena, uint32_t low, uint32_t high)
{
    struct char_set out = { 0 };

    for (size_t i = 0; i < set->n; i++) {
        struct range r = set->v[i];

        if (r.low < low)
            *np_list_add(arena, &out) = (struct range){ r.low, r.high < low ? r.high : low - 1 };
        if (r.high > high)
            *np_list_add(arena, &out) = (struct range){ r.low > high ? r.low : high + 1, r.high };
    }
    *set = out;
}

static bool has(const struct char_set *set, uint32_t c)
{
    for (size_t i = 0; i < set->n; i++)
        if (c >= set->v[i].low && c <= set->v[i].high)
            return true;
    return false;
}

bool sets_meet(const struct char_set *a, const struct char_set *b)
{
    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        if (a->v[i].high < b->v[k].low)
            i++;
        else if (b->v[k].high < a->v[i].low)
            k++;
        else
            return true;
    }
    return false;
}

size_t set_size(const struct char_set *set)
{
    size_t n = 0;

    for (size_t i = 0; i < set->n; i++)
        n += set->v[i].high - set->v[i].low + 1;
    return n;
}

/* Of wide sets those that stand in ordinary text; of narrow ones each. */
uint32_t set_example(const struct char_set *set, size_t k)
{
    static const uint32_t usual[] = { ' ', 'q', '7', 0x4E59 /* 乙 */, '-', ',', 'a', '.' };

    if (set_size(set) > sizeof usual / sizeof *usual)
        for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
            if (has(set, usual[i]) && k-- == 0)
                return usual[i];
    for (size_t i = 0; i < set->n; i++) {
        size_t n = set->v[i].high - set->v[i].low + 1;

        if (k < n)
            return set->v[i].low + (uint32_t)k;
        k -= n;
    }
    return set->n ? set->v[0].low : '?';
}
