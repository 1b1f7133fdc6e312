/* key.c -- the exact key of an applicant's name (scoring.md, section 8, steps 1 and 2).
 *
 *   Suzhou Nano-Micro Tech. Co., Ltd.     as printed
 *   SUZHOU NANO MICRO TECH CO LTD         one spelling
 *   SUZHOU NANO MICRO TECH                legal form off: a company
 *   SUZHOU NANO MICRO TECHNOLOGY          DOCDB's abbreviations written out
 */
#include "namer.h"

#include <nanopat/text.h>

enum { ROUNDS_MAX = 4, PERSON_LETTERS_MAX = 4, PERSON_TOKENS_MAX = 4 };

/* ---- legal forms ---- */

static bool ends_with(struct np_slice s, struct np_slice end)
{
    return s.n >= end.n && memcmp(s.p + s.n - end.n, end.p, end.n) == 0;
}

/* A form needs a name in front of it: two letters in CJK, a token in Latin. */
static bool cut_end(struct np_slice *s, const struct word *form)
{
    struct np_slice rest;

    if (!form->text.n || !ends_with(*s, form->text))
        return false;
    rest = np_slice_trim(np_slice_sub(*s, 0, s->n - form->text.n));
    if (form->cjk ? count_letters(rest) < 2
                  : !rest.n || (s->p[s->n - form->text.n - 1] != ' ' &&
                                !((unsigned char)s->p[s->n - form->text.n - 1] & 0x80)))
        return false;
    *s = rest;
    return true;
}

static bool cut_front(struct np_slice *s, const struct word *form)
{
    struct np_slice rest;

    if (!form->text.n || s->n <= form->text.n || memcmp(s->p, form->text.p, form->text.n) != 0)
        return false;
    rest = np_slice_trim(np_slice_sub(*s, form->text.n, s->n));
    if (form->cjk ? count_letters(rest) < 2 : s->p[form->text.n] != ' ')
        return false;
    *s = rest;
    return true;
}

static bool cut_one(const struct words *words, struct np_slice *s,
                    bool (*cut)(struct np_slice *, const struct word *))
{
    for (size_t i = 0; i < words->n; i++)
        if (cut(s, &words->v[i]))
            return true;
    return false;
}

static void cut_and(struct np_slice *s)
{
    static const char *const words[] = { " &", " AND", " UND", " ET" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (np_slice_ends(*s, words[i]))
            *s = np_slice_trim(np_slice_sub(*s, 0, s->n - strlen(words[i])));
}

/* "GMBH & CO KG", "and Company" leave no "&" behind. */
static bool cut_forms(const struct np_namer *namer, struct np_slice *s)
{
    bool any = false;

    for (int round = 0; round < ROUNDS_MAX; round++) {
        if (!cut_one(&namer->ends, s, cut_end) && !cut_one(&namer->fronts, s, cut_front))
            break;
        any = true;
        cut_and(s);
    }
    return any;
}

/* ---- kinds ---- */

/* A hospital of a university is a hospital; of several words the more special one decides in
 * Latin, the last one in CJK (苏州大学附属第一医院).                                            */
static int rank_of(enum np_party_kind kind)
{
    return kind == NP_HOSPITAL ? 4 : kind == NP_UNIVERSITY ? 3 : kind == NP_INSTITUTE ? 2 : 1;
}

/* End of the last place of `word` in s, 0 if it is not there; Latin words are whole tokens. */
static size_t last_end(struct np_slice s, const struct word *word)
{
    size_t found = 0;

    for (size_t i = 0; word->text.n && i + word->text.n <= s.n; i++) {
        size_t end = i + word->text.n;

        if (memcmp(s.p + i, word->text.p, word->text.n) != 0)
            continue;
        if (word->cjk || ((i == 0 || s.p[i - 1] == ' ') && (end == s.n || s.p[end] == ' ')))
            found = end;
    }
    return found;
}

static enum np_party_kind kind_by_words(const struct np_namer *namer, struct np_slice s)
{
    enum np_party_kind kind = NP_OTHER_PARTY;
    size_t best = 0;

    for (size_t i = 0; i < namer->kinds.n; i++) {
        const struct word *word = &namer->kinds.v[i];
        size_t end = last_end(s, word);
        size_t weight = word->cjk ? end : end ? (size_t)rank_of(word->kind) : 0;

        if (weight > best) {
            best = weight;
            kind = word->kind;
        }
    }
    return kind;
}

/* "王小明", "Wang, Xiaoming": no legal form, no word of an organisation, and short. */
static bool looks_like_person(struct np_slice printed, struct np_slice key)
{
    size_t cjk = 0, other = 0, blanks = 0;

    for (size_t at = 0; at < key.n;) {
        uint32_t c = np_utf8_next(key, &at);

        blanks += c == ' ';
        cjk += np_is_cjk(c);
        other += c != ' ' && !np_is_cjk(c);
    }
    if (!other)
        return !blanks && cjk >= 2 && cjk <= PERSON_LETTERS_MAX;
    return !cjk && blanks + 1 <= PERSON_TOKENS_MAX && blanks > 0 &&
           np_slice_find(printed, NP_S(",")) != (size_t)-1;
}

/* ---- keys ---- */

static void write_tokens(const struct np_namer *namer, struct np_buf *b, struct np_slice s)
{
    for (size_t from = 0; from < s.n;) {
        const char *blank = memchr(s.p + from, ' ', s.n - from);
        size_t n = blank ? (size_t)(blank - s.p) - from : s.n - from;
        struct np_slice token = np_slice_sub(s, from, n);
        const int64_t *same = np_map_get(namer->same, token);

        if (same)
            token = namer->sames.v[*same].becomes;
        if (b->n && token.n)
            np_buf_putc(b, ' ');
        np_buf_puts_slice(b, token);
        from += n + 1;
    }
}

struct np_slice plain_key(const struct np_namer *namer, struct np_arena *arena,
                                 struct np_slice name, enum np_party_kind *kind)
{
    struct np_buf spelled = { 0 }, key = { 0 };
    struct np_slice s, result;
    bool company;

    spell_key(&spelled, name);
    s = np_buf_slice(&spelled);
    company = cut_forms(namer, &s);
    write_tokens(namer, &key, s);
    if (!key.n) /* nothing but signs, or "THE": better the name than nothing */
        np_buf_puts_slice(&key, spelled.n ? np_buf_slice(&spelled) : np_slice_trim(name));
    result = np_arena_copy(arena, np_buf_slice(&key));
    *kind = company ? NP_COMPANY : kind_by_words(namer, result);
    if (*kind == NP_OTHER_PARTY && looks_like_person(name, s))
        *kind = NP_PERSON;
    np_buf_release(&spelled);
    np_buf_release(&key);
    return result;
}

struct np_slice np_namer_key(const struct np_namer *namer, struct np_arena *arena,
                             struct np_slice name, enum np_party_kind *kind)
{
    struct np_slice key = plain_key(namer, arena, name, kind);
    const int64_t *alias = np_map_get(namer->aliases, key);

    if (!alias)
        return key;
    *kind = namer->alias_of.v[*alias].kind;
    return namer->alias_of.v[*alias].key;
}

const struct alias_of *alias_named(const struct np_namer *namer, struct np_slice name)
{
    struct np_arena *arena;
    enum np_party_kind kind;
    const int64_t *found;

    if (!np_map_count(namer->aliases))
        return NULL;
    arena = np_arena_new();
    found = np_map_get(namer->aliases, plain_key(namer, arena, name, &kind));
    np_arena_free(arena);
    return found ? &namer->alias_of.v[*found] : NULL;
}
