/* credit_code.h -- the unified social credit code of a Chinese legal person (GB 32100-2015).
 *
 *     9 1 320594 MA1XXXXXX C      kind of register, kind of entity, district of registration,
 *                                 the entity itself, check character
 *
 * Eighteen digits and capitals, without I, O, Z, S and V. The district is that of the day of
 * registration and stays when the firm moves.
 */
#ifndef NANOPAT_CREDIT_CODE_H
#define NANOPAT_CREDIT_CODE_H

#include <nanopat/arena.h>

enum { NP_CREDIT_CODE_BYTES = 18 };

/* The code as typed, full width, small letters and blanks mended; empty if it has not its shape. */
struct np_slice np_credit_code(struct np_arena *arena, struct np_slice typed);

/* The check character that the first 17 of a code ask for; 0 if they are none.
 * Weights 3^(i-1) mod 31, check = (31 - sum mod 31) mod 31 (GB 32100-2015, annex A).        */
char np_credit_code_check(struct np_slice code);

#endif
