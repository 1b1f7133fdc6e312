/* import_identity.c -- identifiers in cells: credit codes, and what spreadsheet programs do to them.
 *
 * A program that takes an identifier for a quantity keeps 15 digits of it and shows 2.02E+14: the rest
 * is gone for good. That is told, with what to do, and never mended by guessing.
 */
#include "import.h"

#include <nanopat/credit_code.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "2.02E+14", "9.13206e17": digits, a point, an exponent. */
bool import_is_spoiled(struct np_slice s)
{
    size_t at = 0, digits = 0, exponent = 0;

    s = np_slice_trim(s);
    while (at < s.n && is_digit(s.p[at]))
        at++, digits++;
    if (at < s.n && s.p[at] == '.')
        at++;
    while (at < s.n && is_digit(s.p[at]))
        at++, digits++;
    if (!digits || at >= s.n || (s.p[at] != 'E' && s.p[at] != 'e'))
        return false;
    at++;
    if (at < s.n && s.p[at] == '+')
        at++;
    while (at < s.n && is_digit(s.p[at]))
        at++, exponent++;
    return at == s.n && (exponent == 1 || exponent == 2);
}

/* A code of digits alone has 18 of them; a number cell keeps 15. */
static bool lost_digits(const struct import_value *v)
{
    return v->in->value == NP_SHEET_NUMBER || import_is_spoiled(v->text);
}

bool import_credit(struct import_value *v)
{
    struct np_slice code = np_credit_code(v->arena, v->text);
    char check;

    if (lost_digits(v))
        return import_wrong(v, "NP-IMP-019", "'%.*s': a spreadsheet took the code for a number, its last"
                            " digits are lost", NP_ARG(v->text));
    if (!code.n)
        return import_wrong(v, "NP-IMP-020", "'%.*s' is no credit code", NP_ARG(v->text));
    check = np_credit_code_check(code);
    if (check != code.p[code.n - 1])
        import_note(v, "NP-IMP-021", "check character of '%.*s' is %c, computed %c", NP_ARG(code),
                    code.p[code.n - 1], check);
    *v->out = (struct np_cell){ .set = true, .text = code };
    return true;
}
