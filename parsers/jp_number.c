/* jp_number.c -- Japanese numbers and kinds: emperors' and western years, words around them. */
#include "jp.h"

#include "narrow.h"

/* Longer words before their beginnings. */
static const struct {
    const char *word;
    char letter; /* as DOCDB has it (formats/docdb.md, pitfall 3) */
} eras[] = {
    { "明治", 'M' }, { "大正", 'T' }, { "昭和", 'S' }, { "平成", 'H' }, { "令和", 'R' },
    { "明", 'M' },   { "大", 'T' },   { "昭", 'S' },   { "平", 'H' },   { "令", 'R' },
};

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

static struct np_slice behind(struct np_slice s, size_t n) { return np_slice_sub(s, n, s.n); }

static bool skip_word(struct np_slice *s, const char *word)
{
    if (!np_slice_starts(*s, word))
        return false;
    *s = np_slice_trim(behind(*s, strlen(word)));
    return true;
}

static struct np_slice take_digits(struct np_slice *s)
{
    size_t n = 0;

    while (n < s->n && is_digit(s->p[n]))
        n++;
    struct np_slice digits = np_slice_sub(*s, 0, n);
    *s = behind(*s, n);
    return digits;
}

/* The dash between year and serial, in one of its shapes. */
static bool skip_dash(struct np_slice *s)
{
    static const char *const dashes[] = { "-", "−", "‐", "‑", "–", "—", "ー", "/" };

    *s = np_slice_trim(*s);
    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++)
        if (skip_word(s, dashes[i]))
            return true;
    return false;
}

static int value_of(struct np_slice digits)
{
    int value = 0;

    for (size_t i = 0; i < digits.n && i < 9; i++)
        value = value * 10 + (digits.p[i] - '0');
    return value;
}

static struct np_slice without_zeros(struct np_slice digits)
{
    while (digits.n > 1 && digits.p[0] == '0')
        digits = behind(digits, 1);
    return digits;
}

static char take_era(struct np_slice *s)
{
    for (size_t i = 0; i < sizeof eras / sizeof eras[0]; i++)
        if (skip_word(s, eras[i].word))
            return eras[i].letter;
    return 0;
}

/* Year of an era and serial; the first year may be called 元. */
static struct np_slice era_number(struct np_arena *arena, char letter, struct np_slice s)
{
    bool first = skip_word(&s, "元");
    struct np_slice year = first ? NP_S("1") : take_digits(&s), serial;

    skip_word(&s, "年");
    if (year.n == 0 || year.n > 2 || !(skip_dash(&s) || skip_word(&s, "第")))
        return NP_EMPTY;
    serial = take_digits(&s);
    return serial.n ? np_arena_printf(arena, "%c%02d%.*s", letter, value_of(year),
                                      NP_ARG(without_zeros(serial)))
                    : NP_EMPTY;
}

static struct np_slice plain_number(struct np_arena *arena, struct np_slice s)
{
    struct np_slice year = take_digits(&s), serial;

    if (!skip_dash(&s))
        return np_arena_copy(arena, without_zeros(year));
    serial = take_digits(&s);
    if (year.n == 4 && serial.n > 0 && serial.n <= 6)
        return np_arena_printf(arena, "%.*s%06d", NP_ARG(year), value_of(serial));
    return np_arena_printf(arena, "%.*s%.*s", NP_ARG(without_zeros(year)), NP_ARG(serial));
}

struct np_slice np_jp_number(struct np_arena *arena, struct np_slice printed)
{
    struct np_slice s = np_slice_trim(np_narrow(arena, printed));

    while (s.n) {
        char letter = take_era(&s);

        if (letter)
            return era_number(arena, letter, s);
        if (is_digit(s.p[0]))
            return plain_number(arena, s);
        /* "H05123456", or "WO2008/015779" of a PCT application published again. */
        if (np_slice_starts(s, "WO"))
            return np_arena_printf(
                arena, "WO%.*s",
                NP_ARG(np_publication_number(arena, NP_S("WO"), behind(s, 2))));
        if (is_upper(s.p[0]) && s.n > 1 && is_digit(s.p[1]))
            return np_publication_number(arena, NP_S("JP"), s);
        s = behind(s, 1);
    }
    return NP_EMPTY;
}

/* ---- cited in words ---- */

/* Longer words before their beginnings. Kind: only where the word says it. */
static const struct {
    const char *word, *office, *kind;
} cited_words[] = {
    { "特開", "JP", "A" },
    { "特表", "JP", "A" },
    { "特公", "JP", "B2" },
    { "再公表特許", "JP", "A1" },
    { "再公表", "JP", "A1" },
    { "再表", "JP", "A1" },
    { "特許第", "JP", "" },
    { "実開", "JP", "U" },
    { "実公", "JP", "Y2" },
    { "登録実用新案第", "JP", "U" },
    { "実用新案登録第", "JP", "" },
    { "国際公開", "WO", "" },
    { "米国特許", "US", "" },
    { "欧州特許", "EP", "" },
    { "中国特許", "CN", "" },
    { "中国実用新案", "CN", "" },
    { "韓国公開特許", "KR", "" },
    { "韓国登録特許", "KR", "" },
    { "独国特許", "DE", "" },
};

static bool is_kind(struct np_slice s)
{
    return s.n > 0 && s.n <= 2 && is_upper(s.p[0]) && (s.n == 1 || is_digit(s.p[1]));
}

/* "(JP,A)" at the end, as the front page of a grant has it. */
static void take_codes(struct np_slice *s, struct np_docref *out)
{
    size_t open = s->n, comma;
    struct np_slice inside, kind;

    while (open > 0 && s->p[open - 1] != '(')
        open--;
    if (open == 0 || !np_slice_ends(*s, ")"))
        return;
    inside = np_slice_sub(*s, open, s->n - open - 1);
    comma = np_slice_find(inside, NP_S(","));
    kind = comma < inside.n ? np_slice_trim(behind(inside, comma + 1)) : NP_EMPTY;
    if (comma != 2 || !is_upper(inside.p[0]) || !is_upper(inside.p[1]) || !is_kind(kind))
        return;
    out->office = np_slice_sub(inside, 0, 2);
    out->kind = kind;
    *s = np_slice_trim(np_slice_sub(*s, 0, open - 1));
}

/* From the first digit, and the letters before it, to the last of the number's characters. */
static struct np_slice number_span(struct np_slice s)
{
    size_t from = 0, n = 0;

    while (from < s.n && !is_digit(s.p[from]))
        from++;
    while (from > 0 && is_upper(s.p[from - 1]))
        from--;
    while (from + n < s.n &&
           (is_digit(s.p[from + n]) || is_upper(s.p[from + n]) ||
            memchr("/,.- ", s.p[from + n], 5)))
        n++;
    return np_slice_trim(np_slice_sub(s, from, n));
}

bool np_jp_cited(struct np_arena *arena, struct np_slice printed, struct np_docref *out)
{
    struct np_slice s = np_slice_trim(np_narrow(arena, printed));
    bool named = false;

    *out = (struct np_docref){ .office = NP_EMPTY };
    take_codes(&s, out);
    for (size_t i = 0; i < sizeof cited_words / sizeof cited_words[0] && !named; i++) {
        named = skip_word(&s, cited_words[i].word);
        if (named && !out->office.n) {
            out->office = np_slice_of(cited_words[i].office);
            out->kind = np_slice_of(cited_words[i].kind);
        }
    }
    if (!out->office.n)
        return false;
    out->number = np_slice_is(out->office, "JP")
                      ? np_jp_number(arena, s)
                      : np_cited_number(arena, out->office, number_span(s));
    return out->number.n > 0;
}

struct np_slice np_jp_kind(struct np_arena *arena, struct np_slice words)
{
    struct np_slice s = np_slice_trim(np_narrow(arena, words));
    size_t open = s.n;

    while (open > 0 && s.p[open - 1] != '(')
        open--;
    if (open == 0 || !np_slice_ends(s, ")"))
        return NP_EMPTY;
    s = np_slice_trim(np_slice_sub(s, open, s.n - open - 1));
    return is_kind(s) ? s : NP_EMPTY;
}

/* The first word that the gazette's name holds decides; 公報 is what all of them are called. */
static const struct { const char *word; enum np_stage stage; } stages[] = {
    { "訂正", NP_CORRECTION },  { "補正", NP_CORRECTION }, { "公開", NP_APPLICATION },
    { "公表", NP_APPLICATION }, { "公告", NP_EXAMINED },   { "公報", NP_GRANT },
};

enum np_stage np_jp_stage(struct np_slice words, struct np_slice kind)
{
    for (size_t i = 0; i < sizeof stages / sizeof stages[0]; i++)
        if (np_slice_find(words, np_slice_of(stages[i].word)) != (size_t)-1)
            return stages[i].stage;
    return np_slice_starts(kind, "A") ? NP_APPLICATION : NP_OTHER_STAGE;
}

enum np_type np_jp_type(struct np_slice words, struct np_slice kind)
{
    char letter = kind.n ? kind.p[0] : 0;

    if (np_slice_find(words, NP_S("実用新案")) != (size_t)-1 || letter == 'U' || letter == 'Y')
        return NP_UTILITY_MODEL;
    if (np_slice_find(words, NP_S("意匠")) != (size_t)-1 || letter == 'S')
        return NP_DESIGN;
    return NP_INVENTION;
}
