/* mend.c -- one pass over a damaged document, copying what is sound and mending the rest. */
#include "mend.h"

#include "entity.h"
#include <nanopat/text.h>

enum {
    MENDS_MOST = 10000,
    BYTES_MOST = 16,
    BYTES_APART = 3, /* closer together they are text in another encoding */
    CODE_BYTES = 40,
    VALUE_BYTES = 4096
};

static const struct { const char *one, *many; } damages[NP_DAMAGES] = {
    [NP_DAMAGE_AMPERSAND] = { "bare '&'", "bare '&'" },
    [NP_DAMAGE_SEMICOLON] = { "reference without ';'", "references without ';'" },
    [NP_DAMAGE_BRACKET] = { "bare '<'", "bare '<'" },
    [NP_DAMAGE_SECTION_END] = { "']]>' in text", "']]>' in text" },
    [NP_DAMAGE_COMMENT] = { "'--' in a comment", "'--' in comments" },
    [NP_DAMAGE_CONTROL] = { "control character left out", "control characters left out" },
    [NP_DAMAGE_REFERENCE] = { "reference to a control character left out",
                              "references to control characters left out" },
    [NP_DAMAGE_BYTES] = { "byte sequence that is not UTF-8 shown as U+FFFD",
                          "byte sequences that are not UTF-8 shown as U+FFFD" },
};

struct mender {
    struct np_slice in;
    struct np_arena *arena;
    struct np_buf *out;
    struct np_mended *mended;
    size_t at, copied; /* read up to, written up to */
    size_t text_from;  /* behind the last tag */
    bool in_tag;
    size_t bad;        /* next byte that is not UTF-8; in.n if none or another encoding */
    size_t behind_bad; /* the last ones */
    bool utf8;
    bool hopeless;     /* it is not certain how */
};

/* ---- small looks ---- */

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static bool is_name_start(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
           (unsigned char)c >= 0x80;
}

static bool is_name(char c)
{
    return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

static char char_at(const struct mender *m, size_t at)
{
    return at < m->in.n ? m->in.p[at] : 0;
}

static bool begins(const struct mender *m, size_t at, const char *what)
{
    return np_slice_starts(np_slice_sub(m->in, at, m->in.n), what);
}

/* The first place of `what` from there on; in.n if none. */
static size_t find(const struct mender *m, size_t at, const char *what)
{
    size_t found = np_slice_find(np_slice_sub(m->in, at, m->in.n), np_slice_of(what));

    return found == (size_t)-1 ? m->in.n : at + found;
}

/* Does the text around stand for a number, code or date: letters, digits and signs without a
 * blank, and short or with a digit? Attributes mostly do.                                     */
static bool is_in_code(const struct mender *m, size_t at, size_t n)
{
    bool digit = false;
    size_t i = m->text_from, length = 0;

    for (; i < m->in.n && m->in.p[i] != '<' && m->in.p[i] != ']' && !m->in_tag; i++) {
        char c = m->in.p[i];

        if (i >= at && i < at + n)
            continue;
        if (++length > CODE_BYTES || !(is_name(c) || c == '/') || (unsigned char)c >= 0x80)
            return false;
        digit |= c >= '0' && c <= '9';
    }
    return digit || length < 5;
}

/* ---- mending ---- */

/* n bytes of the original become `with`. */
static void replace(struct mender *m, enum np_damage damage, size_t at, size_t n, const char *with)
{
    struct np_mended *d = m->mended;

    np_buf_put(m->out, m->in.p + m->copied, at - m->copied);
    np_buf_puts(m->out, with);
    m->copied = at + n;
    if (d->total++ == 0)
        d->first = at;
    d->count[damage]++;
    *np_list_add(m->arena, &d->shifts) =
        (struct np_shift){ m->out->n, (ptrdiff_t)m->copied - (ptrdiff_t)m->out->n };
    if (d->total > MENDS_MOST || d->count[NP_DAMAGE_BYTES] > BYTES_MOST)
        m->hopeless = true;
}

/* XML 1.0, production 2; NUL speaks of a broken file, not of a character too many. */
static void mend_control(struct mender *m)
{
    if (m->in.p[m->at] == 0 || is_in_code(m, m->at, 1))
        m->hopeless = true;
    else
        replace(m, NP_DAMAGE_CONTROL, m->at, 1, "");
    m->at++;
}

/* A lead byte with what follows of its character, or one byte. */
static void mend_bytes(struct mender *m)
{
    bool leads = (unsigned char)m->in.p[m->at] >= 0xC0;
    bool close = m->behind_bad && m->at < m->behind_bad + BYTES_APART;
    size_t n = 1;

    while (leads && n < 3 && (char_at(m, m->at + n) & 0xC0) == 0x80 &&
           np_utf8_check(np_slice_sub(m->in, m->at + n, m->in.n)) == 0)
        n++;
    if (close || is_in_code(m, m->at, n))
        m->hopeless = true;
    else
        replace(m, NP_DAMAGE_BYTES, m->at, n, "\xEF\xBF\xBD");
    m->at += n;
    m->behind_bad = m->at;
    m->bad = m->at + np_utf8_check(np_slice_sub(m->in, m->at, m->in.n));
}

/* One character of text, CDATA or a value that is neither '<' nor '&'. */
static void pass_character(struct mender *m)
{
    unsigned char c = (unsigned char)m->in.p[m->at];

    if (c < ' ' && !is_space((char)c))
        mend_control(m);
    else if (m->at == m->bad)
        mend_bytes(m);
    else
        m->at++;
}

/* "&#31;": the number of a control character, and its length; -1 if it is none. */
static long control_reference(const struct mender *m, size_t *n)
{
    bool hex = char_at(m, m->at + 2) == 'x';
    size_t from = m->at + (hex ? 3 : 2), at = from;
    long value = 0;

    for (; at < from + 8; at++) {
        char c = char_at(m, at);
        int digit = c >= '0' && c <= '9'          ? c - '0'
                    : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                  : -1;

        if (digit < 0)
            break;
        value = value * (hex ? 16 : 10) + digit;
    }
    *n = at + 1 - m->at;
    return at > from && char_at(m, at) == ';' ? value : -1;
}

static void pass_numeric_reference(struct mender *m)
{
    size_t n;
    long value;

    if (np_character_reference(np_slice_sub(m->in, m->at, m->in.n), &n)) {
        m->at += n;
        return;
    }
    value = control_reference(m, &n);
    if (value < 0) {
        replace(m, NP_DAMAGE_AMPERSAND, m->at, 1, "&amp;");
        m->at++;
        return;
    }
    if (value == 0 || value >= ' ' || is_in_code(m, m->at, n))
        m->hopeless = true; /* NUL, a surrogate, no character at all */
    else
        replace(m, NP_DAMAGE_REFERENCE, m->at, n, "");
    m->at += n;
}

static bool is_known(const struct mender *m, size_t from, size_t to)
{
    static const char *const xml[] = { "amp", "lt", "gt", "quot", "apos" };
    struct np_slice name = np_slice_sub(m->in, from, to - from);
    struct np_buf character = { 0 };
    bool known = name.n > 1 && np_entity_put(&character, name);

    np_buf_release(&character);
    for (size_t i = 0; i < sizeof xml / sizeof xml[0]; i++)
        known |= np_slice_is(name, xml[i]);
    return known;
}

static void pass_reference(struct mender *m)
{
    size_t end = m->at + 1;

    if (char_at(m, end) == '#') {
        pass_numeric_reference(m);
        return;
    }
    if (is_name_start(char_at(m, end)))
        while (is_name(char_at(m, end)))
            end++;
    if (end > m->at + 1 && char_at(m, end) == ';') {
        m->at = end + 1;
        return;
    }
    if (char_at(m, end) != '=' && is_known(m, m->at + 1, end)) { /* "?a=1&copy=2" is an address */
        replace(m, NP_DAMAGE_SEMICOLON, end, 0, ";");
        m->at = end;
        return;
    }
    replace(m, NP_DAMAGE_AMPERSAND, m->at, 1, "&amp;");
    m->at++;
}

/* ---- tags ---- */

/* Behind the quoted value that begins here; 0 if it is not closed. A '<' in it is damage that can
 * be mended if the value ends before any '>'.                                                  */
static size_t behind_value(const struct mender *m, size_t at)
{
    const char quote = m->in.p[at];
    bool bracket = false;

    for (size_t i = at + 1; i < m->in.n && i < at + VALUE_BYTES; i++) {
        char c = m->in.p[i];

        if (c == quote)
            return i + 1;
        bracket |= c == '<';
        if (bracket && c == '>')
            return 0;
    }
    return 0;
}

/* Behind the tag that begins here; 0 if this '<' begins none: another one comes before its '>'. */
static size_t behind_tag(struct mender *m, size_t at)
{
    bool equals = false;

    for (size_t i = at + 1; i < m->in.n; i++) {
        char c = m->in.p[i];

        if (c == '>')
            return i + 1;
        if (c == '<')
            return 0;
        if (equals && (c == '"' || c == '\'')) {
            i = behind_value(m, i);
            if (i == 0) {
                m->hopeless = true;
                return 0;
            }
            i--;
        }
        equals = c == '=' || (equals && is_space(c));
    }
    m->hopeless = true; /* cut inside a tag */
    return 0;
}

/* What stands in the values of a tag is mended like text. */
static void pass_tag(struct mender *m, size_t end)
{
    char quote = 0;

    m->in_tag = true;
    while (m->at < end && !m->hopeless) {
        char c = m->in.p[m->at];

        if (quote && c == '&') {
            pass_reference(m);
        } else if (quote && c == '<') {
            replace(m, NP_DAMAGE_BRACKET, m->at, 1, "&lt;");
            m->at++;
        } else if (quote && c != quote) {
            pass_character(m);
        } else {
            if (c == '"' || c == '\'')
                quote = quote ? 0 : c;
            m->hopeless |= (unsigned char)c < ' ' && !is_space(c);
            m->hopeless |= m->at == m->bad;
            m->at++;
        }
    }
    m->in_tag = false;
    m->text_from = m->at;
}

static void pass_comment(struct mender *m)
{
    size_t end = find(m, m->at + 4, "-->");

    m->hopeless |= end == m->in.n;
    for (m->at += 4; m->at < end && !m->hopeless;) {
        if (m->in.p[m->at] == '-' && m->in.p[m->at + 1] == '-') {
            replace(m, NP_DAMAGE_COMMENT, m->at, 1, " ");
            m->at++;
        } else {
            pass_character(m);
        }
    }
    m->at = end + 3;
}

static void pass_section(struct mender *m)
{
    size_t end = find(m, m->at, "]]>");

    m->hopeless |= end == m->in.n;
    m->text_from = m->at + strlen("<![CDATA[");
    for (m->at = m->text_from; m->at < end && !m->hopeless;)
        pass_character(m);
    m->at = end + 3;
}

/* Instructions and the DOCTYPE are copied as they stand. */
static void pass_whole(struct mender *m, size_t end)
{
    m->hopeless |= end >= m->in.n || m->bad < end;
    m->at = end;
}

static size_t behind_doctype(const struct mender *m)
{
    bool subset = false;
    char quote = 0;

    for (size_t i = m->at; i < m->in.n; i++) {
        char c = m->in.p[i];

        if (quote) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '[' || c == ']') {
            subset = c == '[';
        } else if (c == '>' && !subset) {
            return i + 1;
        }
    }
    return m->in.n;
}

static void pass_markup(struct mender *m)
{
    char next = char_at(m, m->at + 1);
    bool named = is_name_start(next) || (next == '/' && is_name_start(char_at(m, m->at + 2)));
    size_t end;

    if (begins(m, m->at, "<!--")) {
        pass_comment(m);
    } else if (begins(m, m->at, "<![CDATA[")) {
        pass_section(m);
    } else if (begins(m, m->at, "<!DOCTYPE")) {
        pass_whole(m, behind_doctype(m));
    } else if (next == '?' && is_name_start(char_at(m, m->at + 2))) {
        pass_whole(m, find(m, m->at, "?>") + 2);
    } else if (named && (end = behind_tag(m, m->at)) != 0) {
        pass_tag(m, end);
    } else {
        replace(m, NP_DAMAGE_BRACKET, m->at, 1, "&lt;");
        m->at++;
    }
}

/* ---- the pass ---- */

/* Bytes below 0x40 stand for themselves alone: not so in UTF-16 and ISO-2022, which are left. */
static bool is_scannable(struct np_slice encoding)
{
    static const char *const wide[] = { "utf-16", "utf-32", "utf-7", "ucs", "iso-10646",
                                        "iso-2022", "hz" };
    char word[16] = { 0 };

    for (size_t i = 0; i < encoding.n && i < sizeof word - 1; i++)
        word[i] = (char)(encoding.p[i] | 0x20); /* '-' is 0x2D: it stays */
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++)
        if (strncmp(word, wide[i], strlen(wide[i])) == 0)
            return false;
    return true;
}

static bool is_utf8(struct np_slice encoding)
{
    return encoding.n == 0 || (encoding.n == 5 && (encoding.p[0] | 0x20) == 'u' &&
                               (encoding.p[1] | 0x20) == 't' && encoding.p[4] == '8');
}

bool np_mend(struct np_slice document, struct np_slice encoding, struct np_arena *arena,
             struct np_buf *out, struct np_mended *mended)
{
    struct mender m = { .in = document, .arena = arena, .out = out, .mended = mended,
                        .utf8 = is_utf8(encoding) };

    memset(mended, 0, sizeof *mended);
    if (!is_scannable(encoding))
        return false;
    m.bad = m.utf8 ? np_utf8_check(document) : document.n;
    while (m.at < document.n && !m.hopeless) {
        if (document.p[m.at] == '<')
            pass_markup(&m);
        else if (document.p[m.at] == '&')
            pass_reference(&m);
        else if (document.p[m.at] == ']' && begins(&m, m.at, "]]>")) {
            replace(&m, NP_DAMAGE_SECTION_END, m.at, 3, "]]&gt;");
            m.at += 3;
        } else
            pass_character(&m);
    }
    if (m.hopeless || !mended->total)
        return false;
    np_buf_put(out, document.p + m.copied, document.n - m.copied);
    return true;
}

size_t np_shifts_original(const struct np_shifts *shifts, size_t at)
{
    size_t low = 0, high = shifts->n;

    while (low < high) { /* the first one behind */
        size_t middle = low + (high - low) / 2;

        if (shifts->v[middle].at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? (size_t)((ptrdiff_t)at + shifts->v[low - 1].shift) : at;
}

void np_mended_words(const struct np_mended *mended, struct np_buf *b)
{
    const char *between = "";

    for (size_t i = 0; i < NP_DAMAGES; i++) {
        size_t n = mended->count[i];

        if (!n)
            continue;
        np_buf_printf(b, "%s%zu %s", between, n, n == 1 ? damages[i].one : damages[i].many);
        between = ", ";
    }
}
