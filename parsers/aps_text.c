/* aps_text.c -- dot codes of Green Book text to characters.
 *
 *     10 .mu.m  CH.sub.3  X.sup..crclbar.  .alpha..beta.
 *
 * What .sub. and .sup. raise or lower stays where it is, as with the markup of other dialects. A
 * blank behind it is printed text: nobody can tell it from one that only ends the code.
 */
#include "aps.h"

#include <nanopat/text.h>

enum { CODE_MOST = 18 };

/* Upper case letters have capital names; .sigma. is the one inside a word. */
static const char *const greek[] = {
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", NULL, "sigma", "tau", "upsilon", "phi",
    "chi", "psi", "omega",
};

static const struct {
    const char *name;
    uint32_t character; /* 0: leaves nothing */
} codes[] = {
    { "sub", 0 }, { "sup", 0 },
    { "degree", 0xB0 }, { "cent", 0xA2 }, { "sctn", 0xA7 }, { "permill", 0x2030 },
    { "ANG", 0xC5 }, { "ang", 0xE5 }, { "TM", 0x2122 }, { "SM", 0x2120 }, { "RTM", 0xAE },
    { "COPYRG", 0xA9 }, { "prime", 0x2032 }, { "dblprime", 0x2033 }, { "dblquote", '"' },
    { "rarw", 0x2190 }, { "uparw", 0x2191 }, { "fwdarw", 0x2192 }, { "dwnarw", 0x2193 },
    { "revreaction", 0x21CC }, { "reveaction", 0x21CC },
    { "times", 0xD7 }, { "div", 0xF7 }, { "+-", 0xB1 }, { "-+", 0x2213 }, { "multidot", 0x22C5 },
    { "sqroot", 0x221A }, { "cuberoot", 0x221B }, { "fourthroot", 0x221C }, { "infin", 0x221E },
    { "differential", 0x2202 }, { "increment", 0x2206 }, { "gradient", 0x2207 },
    { "intg", 0x222B }, { "varies", 0x221D }, { "angle", 0x2220 }, { "parallel", 0x2225 },
    { "perp", 0x22A5 }, { "vertline", '|' }, { "andgate", 0x2229 }, { "orgate", 0x222A },
    { "thrfore", 0x2234 }, { "because", 0x2235 }, { "about", '~' }, { "congruent", 0x2245 },
    { "apprxeq", 0x2248 }, { "approxeq", 0x2248 }, { "noteq", 0x2260 }, { "ident", 0x2261 },
    { "notident", 0x2262 }, { "ltoreq", 0x2264 }, { "gtoreq", 0x2265 }, { "notlessthan", 0x226E },
    { "notgreaterthan", 0x226F }, { "apprch", 0x2250 }, { "lmorsim", 0x2A85 },
    { "gtorsim", 0x2A86 }, { "sym", 0x2295 }, { "crclbar", 0x2296 },
    { "dbd", 0x2550 }, { "tbd", 0x2261 }, { "cndot", 0x2022 }, { "quadrature", 0x25A1 },
    { "smallcircle", 0x25CB }, { "largecircle", 0x25EF }, { "circle", 0x25EF },
    { "dottedcircle", 0x25CC }, { "circleincircle", 0x25CE }, { "lhalfcircle", 0x25D0 },
    { "rhalfcircle", 0x25D1 }, { "female", 0x2640 }, { "male", 0x2642 },
    { "music-sharp", 0x266F }, { "music-flat", 0x266D }, { "music-natural", 0x266E },
};

/* Heavy brackets of a reissue: what they enclose was struck out (formats/record.md, "claims"). */
static const char struck_from[] = ".[.", struck_to[] = ".].";

static bool is_in_code(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-';
}

/* The name as a Greek letter, "alpha" or "ALPHA"; 0 if it is none. */
static uint32_t greek_letter(struct np_slice name)
{
    for (size_t i = 0; i < sizeof greek / sizeof greek[0]; i++) {
        size_t n = greek[i] ? strlen(greek[i]) : 0;
        bool lower = true, upper = true;

        if (n == 0 || name.n != n)
            continue;
        for (size_t at = 0; at < n; at++) {
            lower &= name.p[at] == greek[i][at];
            upper &= name.p[at] == greek[i][at] - 'a' + 'A';
        }
        if (lower || upper)
            return (lower ? 0x3B1 : 0x391) + (uint32_t)i;
    }
    return 0;
}

/* Length of the dot code at s.p[0], and its character; 0 if there is none. */
static size_t dot_code(struct np_slice s, uint32_t *character)
{
    struct np_slice name;
    size_t n = 1;

    while (n < s.n && n <= CODE_MOST && is_in_code(s.p[n]))
        n++;
    if (n < 2 || n >= s.n || s.p[n] != '.')
        return 0;
    name = np_slice_sub(s, 1, n - 1);
    *character = greek_letter(name);
    if (*character)
        return n + 1;
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        if (np_slice_is(name, codes[i].name)) {
            *character = codes[i].character;
            return n + 1;
        }
    return 0;
}

/* "##STR12##", "##EQU1##" stand where a drawing is: length, or 0. */
static size_t picture(struct np_slice s)
{
    size_t n = 2;

    if (!np_slice_starts(s, "##"))
        return 0;
    while (n < s.n && ((s.p[n] >= 'A' && s.p[n] <= 'Z') || (s.p[n] >= '0' && s.p[n] <= '9')))
        n++;
    return n > 2 && n + 1 < s.n && s.p[n] == '#' && s.p[n + 1] == '#' ? n + 2 : 0;
}

/* The next character of s, or 0 where a code leaves nothing; *n: how far it reaches. */
static uint32_t next_character(struct aps *aps, struct np_slice s, size_t *n)
{
    uint32_t character = 0;

    if (np_slice_starts(s, struck_from) || np_slice_starts(s, struck_to)) {
        aps->struck = s.p[1] == struck_from[1];
        *n = strlen(struck_from);
        return ' ';
    }
    *n = s.p[0] == '.' ? dot_code(s, &character) : picture(s);
    if (*n == 0)
        character = np_utf8_next(s, n);
    return aps->struck ? 0 : character;
}

struct np_slice np_aps_text(struct aps *aps, struct np_slice value)
{
    struct np_buf plain = { 0 };
    struct np_slice text;

    for (size_t at = 0, n; at < value.n; at += n) {
        uint32_t character = next_character(aps, np_slice_sub(value, at, value.n), &n);

        if (character)
            np_utf8_put(&plain, character < ' ' ? ' ' : character);
    }
    np_buf_reset(&aps->scratch);
    np_text_squeeze(&aps->scratch, np_buf_slice(&plain));
    text = np_arena_copy(aps->arena, np_buf_slice(&aps->scratch));
    np_buf_release(&plain);
    return text;
}
