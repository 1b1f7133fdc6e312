/* us_symbols.c -- IPC, CPC, USPC and Locarno of USPTO v4.x documents. */
#include "us.h"

static struct us_state *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

void np_us_open_symbol(struct np_walk *walk)
{
    memset(&state_of(walk)->symbol, 0, sizeof state_of(walk)->symbol);
}

void np_us_symbol_part(struct np_walk *walk, struct np_slice text)
{
    struct us_symbol *symbol = &state_of(walk)->symbol;
    struct np_slice element = np_walk_element(walk);

    if (np_slice_is(element, "section"))
        symbol->section = text;
    else if (np_slice_is(element, "class"))
        symbol->class_ = text;
    else if (np_slice_is(element, "subclass"))
        symbol->subclass = text;
    else if (np_slice_is(element, "main-group"))
        symbol->group = text;
    else
        symbol->subgroup = text;
}

static struct np_slice join(struct np_walk *walk)
{
    const struct us_symbol *s = &state_of(walk)->symbol;

    return np_symbol_join(np_walk_arena(walk), s->section, s->class_, s->subclass, s->group,
                          s->subgroup);
}

void np_us_ipc(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    np_symbols_add(np_walk_arena(walk), &np_walk_record(walk)->ipc, join(walk));
}

void np_us_cpc(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    np_symbols_add(np_walk_arena(walk), &np_walk_record(walk)->cpc, join(walk));
}

/* The fixed columns matter here: "A45F  504", "  2 52". */
void np_us_old_ipc(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    np_symbols_add(np_walk_arena(walk), &state_of(walk)->old_ipc,
                   np_symbol_parse(np_walk_arena(walk), np_walk_raw(walk)));
}

void np_us_uspc(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    np_symbols_add(np_walk_arena(walk), &np_walk_record(walk)->uspc,
                   np_uspc_parse(np_walk_arena(walk), np_walk_raw(walk)));
}

void np_us_locarno(struct np_walk *walk, struct np_slice text)
{
    np_symbols_add(np_walk_arena(walk), &np_walk_record(walk)->locarno,
                   np_locarno_parse(np_walk_arena(walk), text));
}
