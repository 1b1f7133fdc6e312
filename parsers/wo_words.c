/* wo_words.c -- what stands in WO claims and is none: headings before, statements behind.
 *
 * Page readers part letters ("A n s p r ü c h e", "CLAI MS") and take one for another.
 */
#include "st36.h"

#include "flatten.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static bool is_small(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == NP_PAGE_BREAK;
}

/* ASCII, and the Latin-1 letters in two bytes of UTF-8 ("É"), of which this is the second. */
static char to_small(char before, char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c + 32);
    if (before == '\xC3' && (unsigned char)c >= 0x80 && (unsigned char)c <= 0x9E)
        return (char)(c + 32);
    return c;
}

bool np_wo_begins_with(struct np_slice s, const char *word)
{
    size_t i = 0;

    for (; *word; word++) {
        if (*word == ' ')
            continue;
        while (i < s.n && is_blank(s.p[i]))
            i++;
        if (i == s.n || to_small(i ? s.p[i - 1] : '\0', s.p[i]) != *word)
            return false;
        i++;
    }
    return true;
}

static bool begins_any(struct np_slice s, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (np_wo_begins_with(s, words[i]))
            return true;
    return false;
}

static const char *const statements[] = {
    "statement under art", "statement in accordance with art", "statement pursuant to art",
    "statement according to art", "statement as per art", "declaration under art",
    "erklärung nach artikel", "erklärung gemäss artikel", "erklärung gemäß artikel",
    "erklarung nach artikel", "déclaration selon l", "déclaration en vertu",
    "déclaration au titre", "declaration selon l", "declaración según", "declaración en virtud",
    "declaración de acuerdo",
};

/* A second set: what the applicant amended under article 19 stands behind the claims as filed. */
static const char *const amended[] = {
    "amended claims", "geänderte ansprüche", "revendications modifiées",
    "reivindicaciones modificadas",
};

bool np_wo_is_end(struct np_slice rest, bool behind_claims)
{
    rest = np_slice_sub(rest, 0, 4 * NP_WO_HEADING_BYTES);
    return begins_any(rest, statements, COUNT(statements)) ||
           (behind_claims && begins_any(rest, amended, COUNT(amended)));
}

static const char *const headings[] = { "claim", "whatisclaimed", "iclaim", "weclaim", "anspr",
                                        "patentanspr", "revendication", "reivindicac" };

/* "CLAIMS", "I claim:", "R E T V I N D I C A C I O N E S": short, and one of our words, a colon, or
 * no small letter in it.                                                                         */
bool np_wo_is_heading(struct np_slice paragraph)
{
    struct np_slice s = np_slice_trim(paragraph);
    bool small = false;

    while (s.n && is_blank(s.p[0]))
        s = np_slice_sub(s, 1, s.n);
    while (s.n && is_blank(s.p[s.n - 1]))
        s.n--;
    if (s.n > NP_WO_HEADING_BYTES)
        return false;
    for (size_t i = 0; i < s.n; i++)
        small |= is_small(s.p[i]);
    return !small || s.p[s.n - 1] == ':' ||
           begins_any(s, headings, COUNT(headings));
}

/* Words that end in a point and do not end a sentence, before a number. */
static const char *const shortened[] = { "fig", "figs", "abb", "bild", "no", "nos", "nr",
                                         "ex", "eq", "gl", "tab", "art", "ref", "vol", "ca",
                                         "approx", "seq", "pos", "bzw", "resp" };

bool np_wo_ends_sentence(struct np_slice before)
{
    struct np_slice word = before;
    size_t from;

    while (word.n && is_blank(word.p[word.n - 1]))
        word.n--;
    if (!word.n || !strchr(".;:", word.p[word.n - 1]))
        return false;
    from = --word.n;
    while (from > 0 && is_letter(word.p[from - 1]))
        from--;
    word = np_slice_sub(word, from, word.n);
    for (size_t i = 0; before.p[from + word.n] == '.' && i < COUNT(shortened); i++)
        if (word.n == strlen(shortened[i]) && np_wo_begins_with(word, shortened[i]))
            return false;
    return true;
}
