/* symbol.h -- classification symbols in one form: C01B32/182.
 *
 * No blanks, no version, main group without leading zeros.
 */
#ifndef NANOPAT_SYMBOL_H
#define NANOPAT_SYMBOL_H

#include <nanopat/arena.h>

/* From parts: section "C", class "01", subclass "B", group "32", subgroup "182". Empty if
 * the group is missing (a subclass alone is dropped, formats/record.md).                */
struct np_slice np_symbol_join(struct np_arena *arena, struct np_slice section,
                               struct np_slice class_, struct np_slice subclass,
                               struct np_slice group, struct np_slice subgroup);

/* From one string: ST.8 columns ("A61K   9/51        20060101A I..."), "C01B 32/182 (2017.01)",
 * "A61K   9/51", "G06F015/00", "A45F  504", "H03M 1300", "7A 61K   9/16",
 * "H 04B   7/185  A", "B03C0003090000", "B82Y  30/00". Empty if it is no symbol.   */
struct np_slice np_symbol_parse(struct np_arena *arena, struct np_slice printed);

/* USPC, fixed width: " 74471 XY" -> "74/471XY", "D 2741" -> "D2/741", "257E21334" ->
 * "257/E21.334", "156DIG 14" -> "156/DIG14". Never trim before. Empty if it is none. */
struct np_slice np_uspc_parse(struct np_arena *arena, struct np_slice printed);

/* Locarno: "0201" or "02-01" -> "02-01". */
struct np_slice np_locarno_parse(struct np_arena *arena, struct np_slice printed);

/* Adds if it is not there yet; empty symbols are ignored. */
struct np_symbols {
    struct np_slice *v;
    size_t n, cap;
};
void np_symbols_add(struct np_arena *arena, struct np_symbols *list, struct np_slice symbol);

#endif
