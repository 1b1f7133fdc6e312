/* spelling.c -- numbers as people type them: labels, widths, office, kind; the offices' own forms
 * are in spelling_office.c.
 */
#include "spelling.h"

#include <nanopat/text.h>

/* ---- width and case ---- */

/* Dashes, points and slashes that word processors and input methods put in. */
static uint32_t plain_sign(uint32_t c)
{
    static const struct { uint32_t from, to, sign; } signs[] = {
        { 0x2010, 0x2015, '-' }, { 0x2212, 0x2212, '-' }, { 0x30FC, 0x30FC, '-' },
        { 0x3002, 0x3002, '.' }, { 0x00B7, 0x00B7, '.' }, { 0x2044, 0x2044, '/' },
        { 0x2215, 0x2215, '/' }, { 0x3000, 0x3000, ' ' }, { 0x00A0, 0x00A0, ' ' },
        { 0x2000, 0x200B, ' ' },
    };

    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFEE0;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (c >= signs[i].from && c <= signs[i].to)
            return signs[i].sign;
    return c;
}

static struct np_slice narrow_upper(struct np_arena *arena, struct np_slice typed)
{
    struct np_buf b = { 0 };
    struct np_slice text;
    size_t at = 0;

    while (at < typed.n) {
        uint32_t c = plain_sign(np_utf8_next(typed, &at));

        np_utf8_put(&b, c < 0x80 ? (uint32_t)(unsigned char)to_upper((char)c) : c);
    }
    text = np_slice_trim(np_arena_copy(arena, np_buf_slice(&b)));
    np_buf_release(&b);
    return text;
}

/* ---- words in front ---- */

enum { SAYS_NOTHING, SAYS_PUBLICATION, SAYS_APPLICATION };

/* Words of forms and letters; the longest first where one begins another. */
static const struct { const char *word; int says; } labels[] = {
    { "PUBLICATION", SAYS_PUBLICATION }, { "PUB.", SAYS_PUBLICATION },
    { "APPLICATION", SAYS_APPLICATION }, { "APPL.", SAYS_APPLICATION },
    { "APP.", SAYS_APPLICATION }, { "SERIAL", SAYS_APPLICATION }, { "SER.", SAYS_APPLICATION },
    { "PATENT", SAYS_NOTHING }, { "PAT.", SAYS_NOTHING }, { "NUMBER", SAYS_NOTHING },
    { "NOS.", SAYS_NOTHING }, { "NO.", SAYS_NOTHING }, { "NO:", SAYS_NOTHING },
    { "NR.", SAYS_NOTHING }, { "NR", SAYS_NOTHING }, { "№", SAYS_NOTHING }, { "#", SAYS_NOTHING },
    { "申请号", SAYS_APPLICATION }, { "申請號", SAYS_APPLICATION }, { "申请专利号", SAYS_APPLICATION },
    { "公开号", SAYS_PUBLICATION }, { "公開號", SAYS_PUBLICATION },
    { "公布号", SAYS_PUBLICATION }, { "公告号", SAYS_PUBLICATION },
    { "授权公告号", SAYS_PUBLICATION }, { "公开(公告)号", SAYS_PUBLICATION },
    { "公开（公告）号", SAYS_PUBLICATION }, { "专利号", SAYS_NOTHING }, { "專利號", SAYS_NOTHING },
    { "中国专利", SAYS_NOTHING }, { "中国发明专利", SAYS_NOTHING },
    { "美国专利", SAYS_NOTHING }, { "欧洲专利", SAYS_NOTHING },
    { ":", SAYS_NOTHING }, { " ", SAYS_NOTHING },
};

static bool drop_label(struct spelled *s)
{
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        if (!np_slice_starts(s->text, labels[i].word))
            continue;
        if (labels[i].says == SAYS_PUBLICATION)
            s->publication_only = true;
        else if (labels[i].says == SAYS_APPLICATION)
            s->application_only = true;
        s->text = np_slice_sub(s->text, strlen(labels[i].word), s->text.n);
        return true;
    }
    return false;
}

/* "US Patent No. 10,123,456": the office may stand before the words. */
static void drop_labels(struct spelled *s)
{
    struct np_slice office = s->text, behind;

    while (drop_label(s))
        ;
    office = np_slice_sub(s->text, 0, 2);
    if (count_letters(office) != 2)
        return;
    behind = np_slice_trim(np_slice_sub(s->text, 2, s->text.n));
    if (count_letters(behind) < 2 && !np_slice_starts(behind, "№"))
        return;
    s->text = behind;
    while (drop_label(s))
        ;
    if (s->text.n < behind.n)
        s->text = np_arena_printf(s->arena, "%.*s%.*s", NP_ARG(office), NP_ARG(s->text));
    else
        s->text = np_arena_printf(s->arena, "%.*s %.*s", NP_ARG(office), NP_ARG(behind));
}

/* ---- office and kind ---- */

/* A kind behind the number: a letter and at most one digit. X is a check digit. */
static struct np_slice take_kind(struct np_slice *s)
{
    size_t n = s->n && is_digit(s->p[s->n - 1]) ? 2 : 1;
    struct np_slice kind;

    if (s->n <= n + 1 || !is_upper(s->p[s->n - n]) || s->p[s->n - n] == 'X' ||
        !is_digit(s->p[s->n - n - 1]))
        return NP_EMPTY;
    kind = np_slice_sub(*s, s->n - n, n);
    *s = np_slice_sub(*s, 0, s->n - n);
    return kind;
}

/* Where one digit stands behind a letter, it may be the number's last: "A187779" has no kind,
 * nor has "MI2000A1". A kind follows at least four digits.                                   */
static bool kind_is_sure(struct np_slice number)
{
    size_t n = 0;

    while (n < number.n && is_digit(number.p[number.n - 1 - n]))
        n++;
    return n >= 4 || n == number.n;
}

static bool has_pointed_end(struct np_slice text)
{
    struct np_slice t = np_slice_trim(text);
    char last = t.n ? t.p[t.n - 1] : '\0';

    return t.n > 2 && t.p[t.n - 2] == '.' && (is_digit(last) || last == 'X');
}

static bool read_parts(struct spelled *s)
{
    struct np_slice all = np_letters_and_digits(s->arena, s->text), kind;

    if (np_slice_starts(all, "PCT")) {
        s->application_only = true;
        s->digits = all;
        return all.n > 3;
    }
    s->pointed = has_pointed_end(s->text);
    if (np_slice_starts(all, "ZL")) {
        s->office = NP_S("CN");
        all = np_slice_sub(all, 2, all.n);
    } else if (np_slice_starts(all, "CNZL")) {
        s->office = NP_S("CN");
        all = np_slice_sub(all, 4, all.n);
    } else if (count_letters(all) >= 2 && !np_slice_starts(all, "RE") &&
               !np_slice_starts(all, "PP")) {
        s->office = np_slice_sub(all, 0, 2);
        all = np_slice_sub(all, 2, all.n);
    }
    s->digits = all;
    kind = take_kind(&s->digits);
    if (kind.n && !kind_is_sure(s->digits))
        s->digits = all;
    else
        s->kind = kind;
    return s->digits.n && count_letters(s->digits) < s->digits.n;
}

/* ---- candidates ---- */

void spelled_publication(struct spelled *s, struct np_slice number)
{
    struct np_docref doc = { s->office, number, s->kind, 0 };

    if (s->application_only || !number.n)
        return;
    for (size_t i = 0; i < s->out->publications.n; i++)
        if (np_slice_eq(s->out->publications.v[i].number, number) &&
            np_slice_eq(s->out->publications.v[i].office, s->office))
            return;
    *np_list_add(s->arena, &s->out->publications) = doc;
}

void spelled_application(struct spelled *s, struct np_slice number, int year)
{
    struct np_docref doc = { s->office, number, NP_EMPTY, (np_date)year * 10000 };

    if (s->publication_only || !number.n)
        return;
    for (size_t i = 0; i < s->out->applications.n; i++)
        if (np_slice_eq(s->out->applications.v[i].number, number) &&
            np_slice_eq(s->out->applications.v[i].office, s->office))
            return;
    *np_list_add(s->arena, &s->out->applications) = doc;
}

/* PCT/EP2015/060001 and WO2015EP60001: the sources also write it as an application of the receiving
 * office, "2015060001" (DOCDB, kind W) or in its own letters.                                */
static bool read_pct(struct spelled *s)
{
    struct np_slice pct, office, serial;
    bool of_wo = np_slice_is(s->office, "WO") && !is_all_digits(s->digits);

    if (s->kind.n || (!of_wo && !np_slice_starts(s->digits, "PCT")))
        return false;
    pct = np_pct_number(s->arena, s->text);
    if (!pct.n)
        return false;
    s->out->pct = pct;
    office = np_slice_sub(pct, 6, 2);
    serial = np_slice_sub(pct, 8, pct.n);
    s->office = office;
    spelled_application(s, np_arena_printf(s->arena, "%.4s%06d", pct.p + 2,
                                           digits_value(serial)), 0);
    spelled_application(s, np_arena_printf(s->arena, "PCT%.2s%.4s%06d", office.p, pct.p + 2,
                                           digits_value(serial)), 0);
    return true;
}

/* Letters and digits, with and without zeros in front. */
static void read_other_office(struct spelled *s)
{
    struct np_slice plain = np_application_number(s->arena, s->office, s->digits);

    spelled_publication(s, np_publication_number(s->arena, s->office, s->digits));
    spelled_publication(s, s->digits);
    if (s->kind.n && s->kind.p[0] != 'W')
        return;
    spelled_application(s, plain, 0);
    spelled_application(s, skip_zeros(plain), 0);
    if (s->pointed)
        spelled_application(s, np_slice_sub(plain, 0, plain.n - 1), 0);
}

bool np_spelling_read(struct np_arena *arena, struct np_slice typed, struct np_spelling *out)
{
    struct spelled s = { .arena = arena, .out = out };

    memset(out, 0, sizeof *out);
    if (typed.n > 200)
        return false;
    s.text = narrow_upper(arena, typed);
    drop_labels(&s);
    if (!read_parts(&s))
        return false;
    if (!read_pct(&s) && !spelled_by_office(&s)) {
        if (s.office.n)
            read_other_office(&s);
        else
            spelled_without_office(&s);
    }
    return out->publications.n || out->applications.n || out->pct.n;
}
