/* standard_pattern.c -- after reference/scoring.md section 5.2.
 *
 * Written for PCRE2, which takes the first way that fits and not the longest: a number may not go
 * on behind what is taken for it (IEC 62624-2009 has no part 200).
 */
#include "standard_pattern.h"

#define ALONE "(?<![A-Za-z0-9])"
#define NOT_INSIDE "(?<![A-Za-z0-9/])"
#define END "(?![0-9])"
#define YEAR "((?:19|20)[0-9]{2})" END
#define PARTS "(?:-[0-9]{1,3}" END "){0,2}"
#define POINT "(?:\\.[0-9]{1,3}" END ")?"
#define DASH " *- *"

static const char *text_or(struct np_slice s, const char *some, const char *none)
{
    return s.n ? some : none;
}

/* ISO/TS 80004-1:2015, IEC TS 62607-2-1, ISO/IEC 14496-10, ISO/IEC TS 80004-9:2017 */
static struct np_slice iso_iec(struct np_arena *arena, const struct np_slice *g)
{
    return np_arena_printf(arena, "%.*s%s%.*s %.*s%s%.*s", NP_ARG(g[1]),
                           text_or(g[2], np_slice_is(g[1], "ISO") ? "/" : " ", ""), NP_ARG(g[2]),
                           NP_ARG(g[3]), text_or(g[4], ":", ""), NP_ARG(g[4]));
}

static int full_year(struct np_slice s)
{
    int year = 0;

    for (size_t i = 0; i < s.n; i++)
        year = year * 10 + (s.p[i] - '0');
    return s.n == 4 ? year : year >= 50 ? 1900 + year : 2000 + year;
}

/* GB/T 30544.13-2018, GB 3095-2012, GB/T 6682 */
static struct np_slice gb(struct np_arena *arena, const struct np_slice *g)
{
    struct np_slice named = np_arena_printf(arena, "GB%s%.*s %.*s", text_or(g[1], "/", ""),
                                            NP_ARG(g[1]), NP_ARG(g[2]));

    return g[3].n ? np_arena_printf(arena, "%.*s-%04d", NP_ARG(named), full_year(g[3])) : named;
}

/* YS/T 1234-2018, HJ 1234-2020 */
static struct np_slice of_ministry(struct np_arena *arena, const struct np_slice *g)
{
    return np_arena_printf(arena, "%.*s%s%.*s %.*s-%.*s", NP_ARG(g[1]), text_or(g[2], "/", ""),
                           NP_ARG(g[2]), NP_ARG(g[3]), NP_ARG(g[4]));
}

static struct np_slice of_group(struct np_arena *arena, const struct np_slice *g)
{
    return np_arena_printf(arena, "T/%.*s %.*s-%.*s", NP_ARG(g[1]), NP_ARG(g[2]), NP_ARG(g[3]));
}

static struct np_slice of_place(struct np_arena *arena, const struct np_slice *g)
{
    return np_arena_printf(arena, "DB%.*s%s %.*s-%.*s", NP_ARG(g[1]), text_or(g[2], "/T", ""),
                           NP_ARG(g[3]), NP_ARG(g[4]));
}

/* ASTM E2456-06, ASTM D638M-93, ASTM D882-12a */
static struct np_slice astm(struct np_arena *arena, const struct np_slice *g)
{
    return np_arena_printf(arena, "ASTM %.*s%.*s%.*s%s%.*s", NP_ARG(g[1]), NP_ARG(g[2]),
                           NP_ARG(g[3]), text_or(g[4], "-", ""), NP_ARG(g[4]));
}

/* EN ISO 19749:2023, CEN/TS 17010:2016, DIN 53455 (printed as DIN 53 455). What is bare and short is
 * mostly a part of a drawing ("base station BS 110", "signal EN 12").                          */
static struct np_slice european(struct np_arena *arena, const struct np_slice *g)
{
    size_t least = np_slice_is(g[1], "EN") ? 3 : np_slice_is(g[1], "BS") ? 4 : 0;

    if (g[2].n < least && !g[3].n && !g[4].n)
        return NP_EMPTY;
    return np_arena_printf(arena, "%.*s %.*s%.*s%s%.*s", NP_ARG(g[1]), NP_ARG(g[2]), NP_ARG(g[3]),
                           text_or(g[4], ":", ""), NP_ARG(g[4]));
}

static struct np_slice japanese(struct np_arena *arena, const struct np_slice *g)
{
    return np_arena_printf(arena, "%s %.*s%.*s %.*s%s%.*s", text_or(g[1], "JIS", "TS"), NP_ARG(g[1]),
                           NP_ARG(g[2]), NP_ARG(g[3]), text_or(g[4], ":", ""), NP_ARG(g[4]));
}

static bool is_year(struct np_slice s)
{
    return s.n == 4 && (np_slice_starts(s, "19") || np_slice_starts(s, "20"));
}

/* "IEEE 2010" in a citation is a conference's year. */
static struct np_slice ieee(struct np_arena *arena, const struct np_slice *g)
{
    if (!g[1].n && !g[4].n && is_year(g[3]))
        return NP_EMPTY;
    return np_arena_printf(arena, "IEEE %.*s%.*s%s%.*s", NP_ARG(g[2]), NP_ARG(g[3]),
                           text_or(g[4], "-", ""), NP_ARG(g[4]));
}

static struct np_slice semi(struct np_arena *arena, const struct np_slice *g)
{
    return np_arena_printf(arena, "SEMI %.*s", NP_ARG(g[1]));
}

static struct np_slice oecd(struct np_arena *arena, const struct np_slice *g)
{
    return np_arena_printf(arena, "OECD TG %.*s", NP_ARG(g[1]));
}

const struct standard_pattern standard_patterns[] = {
    { "isoiec",
      NOT_INSIDE "(ISO(?:/(?:IEC|IEEE)){0,2}|IEC(?:/(?:ISO|IEEE)){0,2})"
      "(?:[ /-]*(TS|TR|PAS|FDIS|DIS|CD|GUIDE|IWA))?[ -]*([0-9]{3,5}" END PARTS ")"
      "(?: *[:-] *" YEAR ")?",
      iso_iec },
    { "gb",
      ALONE "(?|GB */ *(T|Z) *([0-9]{2,5}" POINT ")(?:" DASH "((?:19|20)[0-9]{2}|[0-9]{2}))?"
      "|GB()[ ]*([0-9]{2,5}" POINT ")" DASH "((?:19|20)[0-9]{2}|[0-9]{2}))(?![0-9A-Za-z])",
      gb },
    { "cnind",
      ALONE "(YS|YB|HG|SJ|JB|QB|FZ|JC|DL|SH|YY|HJ|NB|SY|JG|WS) */? *(T|Z)? *"
      "([0-9]{2,5}" POINT ")" DASH YEAR,
      of_ministry },
    { "cngrp", ALONE "T/([A-Z]{2,10}) *([0-9]{1,6}" POINT ")" DASH "(20[0-9]{2})" END, of_group },
    { "cnloc",
      ALONE "DB ?([0-9]{2,4})(?: *(/ *T) *| +)([0-9]{1,5}" POINT ")" DASH YEAR,
      of_place },
    { "astm",
      ALONE "ASTM[ -]*([A-G])[ -]*([0-9]{1,4})" END "(?:/[A-G][0-9]{1,4}M|(M))?"
      "(?:" DASH "((?:[0-9]{4}|[0-9]{2})" END "(?:[a-z](?![a-z]))?))?",
      astm },
    { "en",
      ALONE "(?:(?:DIN|BS|NF|UNE|UNI|SS|SN)[ -]+)?"
      "(?|(DIN) *([0-9]{2}) ([0-9]{3}" END PARTS ")"
      "|(CEN/TS|CEN/TR|CEN ISO/TS|EN ISO|EN IEC|EN|DIN|BS) *([0-9]{2,6}" END ")(" PARTS "))"
      "(?: *[:-] *" YEAR ")?",
      european },
    { "jis",
      ALONE "(?:JIS *[(]? *([A-Z])|TS +(Z))[ -]*([0-9]{4}" END "(?:-[0-9]{1,2}" END ")?)"
      "(?: *[:-] *" YEAR ")?",
      japanese },
    { "ieee",
      NOT_INSIDE "IEEE *(Std|STD|Standard|STANDARD)?[. ]*(P?)"
      "([0-9]{3,5}" END "(?:\\.[0-9]{1,3}[a-z]{0,2})?)(?:-" YEAR ")?",
      ieee },
    { "semi", ALONE "SEMI +([A-Z]{1,3}[0-9]{1,3}" END "(?:-[0-9]{4}" END ")?)", semi },
    { "oecd", ALONE "OECD *(?:TG|(?:Test )?(?:Guideline|No[.])s?)? *([1-5][0-9]{2}" END "[A-F]?)(?![A-Za-z])",
      oecd },
    { NULL, NULL, NULL }
};

/* The words before EN (DIN, NF ...) lie within the window that is looked at around a head. */
const struct standard_head standard_heads[] = {
    { "ISO", false }, { "IEC", false }, { "ASTM", false }, { "IEEE", false }, { "OECD", false },
    { "JIS", false }, { "SEMI", false }, { "CEN", false }, { "GB", true }, { "EN", true },
    { "DIN", true }, { "BS", true }, { "DB", true }, { "TS", true }, { "T/", false },
    { "YS", true }, { "YB", true }, { "HG", true }, { "SJ", true }, { "JB", true },
    { "QB", true }, { "FZ", true }, { "JC", true }, { "DL", true }, { "SH", true },
    { "YY", true }, { "HJ", true }, { "NB", true }, { "SY", true }, { "JG", true },
    { "WS", true }, { NULL, false }
};
