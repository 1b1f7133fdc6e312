/* cancelled.c -- claims that are there as a number alone: "1-18. (canceled)", "5. Cancelled.".
 *
 * The word stands in brackets, or no other word stands behind it.
 */
#include "walk.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_letter(char c)
{
    c = lower(c);
    return (c >= 'a' && c <= 'z') || (c & 0x80);
}

bool np_claim_is_cancelled(struct np_slice text)
{
    static const char *const words[] = { "cancelled", "canceled", "deleted",   "gestrichen",
                                         "annulée",   "supprimée", "cancelada", "suprimida" };
    size_t at = 0, n = 0;
    bool bracket = false;

    for (; at < text.n && !is_letter(text.p[at]); at++)
        bracket |= text.p[at] == '(' || text.p[at] == '[';
    for (size_t i = 0; i < sizeof words / sizeof words[0] && n == 0; i++) {
        while (at + n < text.n && words[i][n] && lower(text.p[at + n]) == words[i][n])
            n++;
        n = words[i][n] ? 0 : n;
    }
    if (n == 0 || (at + n < text.n && is_letter(text.p[at + n])))
        return false;
    for (at += n; !bracket && at < text.n; at++)
        if (is_letter(text.p[at]))
            return false;
    return true;
}
