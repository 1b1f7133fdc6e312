/* docdb_symbols.c -- classification symbols of an exchange-document.
 *
 * The same CPC symbol may come from several offices, FI and F-terms stand among CPC, and
 * OPS cuts CPC into parts and puts blanks into IPC ("E21B  47/  0228").
 */
#include "docdb.h"

/* "E21B 47/ 0228 A I" -> "E21B 47/0228 A I": the blanks behind the slash are OPS's. */
static struct np_slice join_subgroup(struct np_arena *arena, struct np_slice printed)
{
    size_t slash = np_slice_find(printed, NP_S("/"));
    if (slash == (size_t)-1)
        return printed;
    size_t rest = slash + 1;
    while (rest < printed.n && printed.p[rest] == ' ')
        rest++;
    if (rest == slash + 1)
        return printed;
    return np_arena_printf(arena, "%.*s%.*s", NP_ARG(np_slice_sub(printed, 0, slash + 1)),
                           NP_ARG(np_slice_sub(printed, rest, printed.n)));
}

static void take_ipc(struct np_arena *arena, np_docdb_symbols *list, struct np_symbols *out)
{
    np_docdb_sort(list->v, list->n, sizeof list->v[0]);
    for (size_t i = 0; i < list->n; i++)
        np_symbols_add(arena, out,
                       np_symbol_parse(arena, join_subgroup(arena, list->v[i].printed)));
}

static bool is_cpc(struct np_slice scheme)
{
    return np_slice_is(scheme, "CPC") || np_slice_is(scheme, "CPCI") ||
           np_slice_is(scheme, "CPCNO");
}

/* US classes: UC in OPS, DOCUS in DOCDB; printed with the slash ("370/315"). */
static void take_us_class(struct np_arena *arena, struct np_slice printed,
                          struct np_symbols *out)
{
    bool plain = np_slice_find(printed, NP_S("/")) != (size_t)-1 &&
                 np_slice_find(printed, NP_S(" ")) == (size_t)-1;
    np_symbols_add(arena, out, plain ? printed : np_uspc_parse(arena, printed));
}

static void take_class(struct np_arena *arena, const struct np_docdb_symbol *symbol,
                       struct np_record *record)
{
    if (np_slice_is(symbol->scheme, "UC") || np_slice_is(symbol->scheme, "DOCUS"))
        take_us_class(arena, symbol->printed, &record->uspc);
    else if (!is_cpc(symbol->scheme))
        return; /* FI, F-terms, national schemes: no place in the record */
    else if (symbol->printed.n)
        np_symbols_add(arena, &record->cpc,
                       np_symbol_parse(arena, join_subgroup(arena, symbol->printed)));
    else
        np_symbols_add(arena, &record->cpc,
                       np_symbol_join(arena, symbol->section, symbol->class_, symbol->subclass,
                                      symbol->group, symbol->subgroup));
}

void np_docdb_take_symbols(struct np_walk *walk, struct np_docdb *docdb)
{
    struct np_arena *arena = np_walk_arena(walk);
    struct np_record *record = np_walk_record(walk);
    take_ipc(arena, &docdb->ipc, &record->ipc);
    take_ipc(arena, &docdb->old_ipc, &record->ipc); /* editions 1-7 behind IPC 8 */
    np_docdb_sort(docdb->classes.v, docdb->classes.n, sizeof docdb->classes.v[0]);
    for (size_t i = 0; i < docdb->classes.n; i++)
        take_class(arena, &docdb->classes.v[i], record);
}
