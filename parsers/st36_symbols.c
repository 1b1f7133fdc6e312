/* st36_symbols.c -- classification of MAREC and ST.36 documents.
 *
 * IPC 8 stands in the 50 columns of ST.8 (formats/ep-fulltext.md, "Fixed columns") or in parts;
 * core and advanced level repeat a symbol. ECLA and ICO came before CPC and are not taken for it.
 */
#include "st36.h"

static struct st36 *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

static const char *const parts[] = { "section", "class", "subclass", "main-group", "subgroup" };

void np_st36_open_symbol(struct np_walk *walk)
{
    memset(state_of(walk)->symbol, 0, sizeof state_of(walk)->symbol);
}

void np_st36_symbol_part(struct np_walk *walk, struct np_slice text)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (np_slice_is(np_walk_element(walk), parts[i]))
            state_of(walk)->symbol[i] = text;
}

/* In parts, else in columns. */
static struct np_slice open_symbol(struct np_walk *walk)
{
    const struct np_slice *part = state_of(walk)->symbol;
    struct np_arena *arena = np_walk_arena(walk);

    if (part[0].n)
        return np_symbol_join(arena, part[0], part[1], part[2], part[3], part[4]);
    return np_symbol_parse(arena, np_slice_trim(np_walk_raw(walk)));
}

void np_st36_ipc(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    np_symbols_add(np_walk_arena(walk), &state_of(walk)->ipc, open_symbol(walk));
}

void np_st36_cpc(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    np_symbols_add(np_walk_arena(walk), &np_walk_record(walk)->cpc, open_symbol(walk));
}

void np_st36_old_ipc(struct np_walk *walk, struct np_slice text)
{
    struct np_arena *arena = np_walk_arena(walk);

    (void)text;
    np_symbols_add(arena, &state_of(walk)->old_ipc,
                   np_symbol_parse(arena, np_slice_trim(np_walk_raw(walk))));
}

void np_st36_open_national(struct np_walk *walk)
{
    state_of(walk)->uspc = np_slice_is(np_walk_attribute(walk, "country"), "US");
}

void np_st36_national(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    if (state_of(walk)->uspc)
        np_symbols_add(np_walk_arena(walk), &np_walk_record(walk)->uspc,
                       np_uspc_parse(np_walk_arena(walk), np_walk_raw(walk)));
}

void np_st36_locarno(struct np_walk *walk, struct np_slice text)
{
    np_symbols_add(np_walk_arena(walk), &np_walk_record(walk)->locarno,
                   np_locarno_parse(np_walk_arena(walk), text));
}
