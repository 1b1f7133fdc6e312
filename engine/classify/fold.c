/* fold.c -- the folding of fold.h. All steps leave a text as long as it was or shorter, so they
 * run in place behind np_text_fold, and its map to the original text moves along.
 */
#include "fold.h"

#include <nanopat/err.h>
#include <nanopat/text.h>

#include <stdio.h>
#include <stdlib.h>

#define HAN_FIRST 0x4E00u
#define HAN_LAST 0x9FFFu
#define HAN_BYTES 3

/* What Taiwan and Hong Kong call by another name; as long in bytes, so that nothing moves. Asked
 * for in this order, after the characters.                                                   */
static const struct {
    const char *from, *to;
} terms[] = {
    { "奈米碳管", "碳纳米管" }, { "纳米碳管", "碳纳米管" }, { "奈米", "纳米" },
    { "电晶体", "晶体管" },     { "积体电路", "集成电路" }, { "磊晶", "外延" },
    { "雷射", "激光" },         { "感测器", "传感器" },     { "感测", "传感" },
    { "萤光", "荧光" },         { "溅镀", "溅射" },         { "聚亚酰胺", "聚酰亚胺" },
    { "记忆体", "存储器" },     { "硬体", "硬件" },         { "软体", "软件" },
    { "讯号", "信号" },         { "资讯", "信息" },         { "网路", "网络" },
};

/* British to American; never longer. */
static const struct {
    const char *from, *to;
} spellings[] = {
    { "fibre", "fiber" },           { "colour", "color" },         { "aluminium", "aluminum" },
    { "sulph", "sulf" },            { "vapour", "vapor" },         { "mould", "mold" },
    { "tumour", "tumor" },          { "odour", "odor" },           { "viour", "vior" },
    { "centre", "center" },         { "litre", "liter" },          { "metre", "meter" },
    { "haemo", "hemo" },            { "ageing", "aging" },         { "grey", "gray" },
    { "isation", "ization" },       { "polymeris", "polymeriz" },  { "crystallis", "crystalliz" },
    { "functionalis", "functionaliz" }, { "stabilis", "stabiliz" }, { "oxidis", "oxidiz" },
    { "carbonis", "carboniz" },     { "immobilis", "immobiliz" },  { "magnetis", "magnetiz" },
    { "sensitis", "sensitiz" },     { "metallis", "metalliz" },    { "neutralis", "neutraliz" },
    { "vulcanis", "vulcaniz" },     { "catalyse", "catalyze" },    { "catalysing", "catalyzing" },
    { "labelled", "labeled" },      { "labelling", "labeling" },
};

/* Words written as one, with a hyphen, as two, or split where a line ended: always one here. Heads
 * begin a word; tails are beginnings, or whole words with a dollar sign.                     */
static const struct {
    const char *head, *tails;
} joins[] = {
    { "nano", "tub wir rod particl particul crystal sheet plat fib spher powder composit structur "
              "por scal siz dot$ dots$ belt ribbon cluster capsul carrier emulsion gel film layer "
              "coat cage shell grain materi dimension medic sensor technolog pattern imprint flake "
              "clay pillar needle hole channel fill" },
    { "micro", "spher capsul particl bead bubbl fluid structur por fib emulsion gel needl channel "
               "lens electronic" },
    { "photo", "cataly resist luminesc voltaic detect sens initiat electr therm chrom conduct acid "
               "polymer mask lithograph bleach dynamic" },
    { "electro", "cataly spin spun chrom luminesc plat deposit lyt chem magnet static conduct "
                 "phores active less" },
    { "super", "capacit hydrophob hydrophil lattic conduct absorb paramagnet alloy critical" },
    { "ultra", "filtrat capacit violet sonic sound" },
    { "thermo", "electric plastic set$ setting chrom couple sensitiv" },
    { "piezo", "electric resist" },
    { "ferro", "electric magnet" },
    { "magneto", "resist electric strict optic" },
    { "opto", "electr" },
    { "pyro", "electric ly" },
    { "hydro", "gel phob phil thermal lys gen$ genat" },
    { "aero", "gel" }, { "xero", "gel" }, { "iono", "gel" }, { "organo", "gel clay sol silic" },
    { "meso", "por" }, { "macro", "por molec" },
    { "semi", "conduct crystal" },
    { "poly", "mer crystal imid amid urethan ethylen propylen styren silicon siloxan peptid "
              "electrolyt carbonat ester vinyl acryl" },
    { "mono", "layer crystal mer$ mers$ lith" },
    { "multi", "layer wall ferroic" },
    { "anti", "bacteri microb corros reflect viral virus static foul oxid fog" },
    { "bio", "sens compat degrad mim material mater medic glass" },
    { "di", "electric" },
    { "cross", "link" },
    { "graph", "ene$ enes$ ene-" },
    { "elec", "trod troly tron tric" }, { "cata", "lys lyt" }, { "mem", "bran" },
    { "sili", "con$ cone cate" }, { "compos", "ition ite$ ites$" }, { "sub", "strat" },
    { "parti", "cle$ cles$ cul" }, { "crys", "tal" }, { "mate", "rial" }, { "bat", "tery teri" },
    { "lith", "ium" }, { "quan", "tum" },
};

#define COUNT(a) (sizeof(a) / sizeof *(a))

enum { JOINS = COUNT(joins), SPELLINGS = COUNT(spellings) };
_Static_assert(JOINS < 255 && SPELLINGS < 255, "rows are numbered in a byte");

/* A head or a spelling with its length, and the next of the same first two bytes; 0: none. */
struct row {
    uint8_t bytes, next;
};

enum { BEGIN_BYTES = 4, BEGIN_BITS = 14, BEGIN_BITS_SET = 1 << BEGIN_BITS };

struct folding {
    uint16_t simplified[HAN_LAST - HAN_FIRST + 1]; /* 0: the same */
    uint8_t begins_term[HAN_LAST - HAN_FIRST + 1];
    /* By the first two bytes: the rows of heads and spellings, counted from 1. */
    uint8_t first_head[1u << 16], first_spelling[1u << 16];
    struct row heads[JOINS], respelt[SPELLINGS];
    uint32_t begins[BEGIN_BITS_SET / 32]; /* hashes of the first four bytes of all that changes */
};

/* ---- the tables, made once ---- */

static uint32_t han_at(const char *p)
{
    return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
}

/* The first byte of three. */
static bool begins_three(char c) { return ((unsigned char)c & 0xF0) == 0xE0; }

static bool is_han(uint32_t c) { return c >= HAN_FIRST && c <= HAN_LAST; }

static size_t pair_of(const char *p)
{
    return (size_t)(unsigned char)p[0] << 8 | (unsigned char)p[1];
}

/* Before the others of its first two bytes. */
static void add_row(struct row *rows, uint8_t *first, size_t i, const char *from)
{
    rows[i] = (struct row){ (uint8_t)strlen(from), first[pair_of(from)] };
    first[pair_of(from)] = (uint8_t)(i + 1);
}

static inline uint32_t begin_hash(const char *p)
{
    const unsigned char *c = (const unsigned char *)p;
    uint32_t four = (uint32_t)c[0] | (uint32_t)c[1] << 8 | (uint32_t)c[2] << 16 |
                    (uint32_t)c[3] << 24;

    return four * UINT32_C(0x9E3779B1) >> (32 - BEGIN_BITS);
}

static void add_begin(struct folding *f, const char *p)
{
    uint32_t bit = begin_hash(p);

    f->begins[bit / 32] |= UINT32_C(1) << bit % 32;
}

/* A head of four letters; of a shorter one also the gap and the tails, "di-electric". */
static void add_join_begins(struct folding *f, const char *head, const char *tails)
{
    static const char *const gaps[] = { " ", "-", "- ", " -", " - " };

    if (strlen(head) >= BEGIN_BYTES) {
        add_begin(f, head);
        return;
    }
    for (size_t g = 0; g < COUNT(gaps); g++)
        for (const char *tail = tails; *tail; tail += strcspn(tail, " "), tail += *tail == ' ') {
            char begin[32];

            snprintf(begin, sizeof begin, "%s%s%.4s", head, gaps[g], tail);
            add_begin(f, begin);
        }
}

static void add_begins(struct folding *f)
{
    for (size_t i = 0; i < SPELLINGS; i++)
        add_begin(f, spellings[i].from);
    for (size_t i = 0; i < JOINS; i++)
        add_join_begins(f, joins[i].head, joins[i].tails);
}

struct folding *folding_new(void)
{
    struct folding *f = np_calloc(1, sizeof *f);

    for (const char *p = han_pairs; *p; p += 2 * HAN_BYTES)
        f->simplified[han_at(p) - HAN_FIRST] = (uint16_t)han_at(p + HAN_BYTES);
    for (size_t i = 0; i < COUNT(terms); i++)
        f->begins_term[han_at(terms[i].from) - HAN_FIRST] = 1;
    for (size_t i = SPELLINGS; i-- > 0;)
        add_row(f->respelt, f->first_spelling, i, spellings[i].from);
    for (size_t i = JOINS; i-- > 0;)
        add_row(f->heads, f->first_head, i, joins[i].head);
    add_begins(f);
    return f;
}

void folding_free(struct folding *folding) { free(folding); }

uint32_t simplified(const struct folding *folding, uint32_t c)
{
    uint32_t to = is_han(c) ? folding->simplified[c - HAN_FIRST] : 0;

    return to ? to : c;
}

/* ---- Chinese ---- */

static void put_han(char *p, uint32_t c)
{
    p[0] = (char)(0xE0 | c >> 12);
    p[1] = (char)(0x80 | (c >> 6 & 0x3F));
    p[2] = (char)(0x80 | (c & 0x3F));
}

static bool starts_at(const char *p, size_t n, const char *with)
{
    size_t length = strlen(with);

    return length <= n && memcmp(p, with, length) == 0;
}

/* Past eight bytes of ASCII at a time. */
static size_t skip_ascii(const char *p, size_t n, size_t at)
{
    uint64_t eight;

    for (; at + sizeof eight <= n; at += sizeof eight) {
        memcpy(&eight, p + at, sizeof eight);
        if (eight & UINT64_C(0x8080808080808080))
            break;
    }
    return at;
}

/* Characters first, then terms, which are written in simplified ones. */
static void simplify(const struct folding *f, char *p, size_t n)
{
    bool terms_possible = false;

    for (size_t at = skip_ascii(p, n, 0); at + HAN_BYTES <= n;) {
        uint32_t c = begins_three(p[at]) ? han_at(p + at) : 0;

        if (!is_han(c)) {
            at = skip_ascii(p, n, at + 1);
            continue;
        }
        if (f->simplified[c - HAN_FIRST])
            put_han(p + at, c = f->simplified[c - HAN_FIRST]);
        terms_possible |= f->begins_term[c - HAN_FIRST];
        at += HAN_BYTES;
    }
    for (size_t at = 0; terms_possible && at + 2 * HAN_BYTES <= n; at++) {
        uint32_t c = begins_three(p[at]) ? han_at(p + at) : 0;

        for (size_t i = 0; is_han(c) && f->begins_term[c - HAN_FIRST] && i < COUNT(terms); i++)
            if (starts_at(p + at, n - at, terms[i].from)) {
                memcpy(p + at, terms[i].to, strlen(terms[i].to));
                break;
            }
    }
}

/* ---- English ---- */

static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/* Bytes that part a word at p: "-", " ", "- ", " -"; 0 if none do. */
static size_t gap_at(const char *p, size_t n)
{
    size_t k = 0;

    k += k < n && p[k] == ' ';
    k += k < n && p[k] == '-';
    k += k < n && k > 0 && p[k - 1] == '-' && p[k] == ' ';
    return k;
}

/* Does one of the tails begin at p? */
static bool tail_at(const char *p, size_t n, const char *tails)
{
    while (*tails) {
        size_t length = strcspn(tails, " ");
        bool whole = tails[length - 1] == '$';
        size_t letters = length - whole;

        if (letters <= n && memcmp(p, tails, letters) == 0 &&
            (!whole || letters == n || !is_letter(p[letters])))
            return true;
        tails += length + (tails[length] == ' ');
    }
    return false;
}

/* The bytes of the head at p whose word goes on behind a gap; 0: none. */
static size_t split_word_at(const struct folding *f, const char *p, size_t n, size_t *gap)
{
    for (size_t i = f->first_head[pair_of(p)]; i; i = f->heads[i - 1].next) {
        size_t head = f->heads[i - 1].bytes;

        if (head > n || memcmp(p, joins[i - 1].head, head) != 0)
            continue;
        *gap = gap_at(p + head, n - head);
        if (*gap && tail_at(p + head + *gap, n - head - *gap, joins[i - 1].tails))
            return head;
    }
    return 0;
}

/* A blank behind a hyphen, left by the end of a line; but "micro- and nanoparticles". */
static bool is_line_end(const char *p, size_t n)
{
    static const char *const words[] = { "and ", "or ", "to ", "und ", "oder ", "et ", "ou " };

    if (n < 2 || p[0] != ' ' || !is_letter(p[1]))
        return false;
    for (size_t i = 0; i < COUNT(words); i++)
        if (starts_at(p + 1, n - 1, words[i]))
            return false;
    return true;
}

/* Where the text is read and written; the map moves with it. */
struct moving {
    char *p;
    char *map; /* 4 bytes each, or NULL */
    size_t n, from, to;
};

static inline void keep(struct moving *m, size_t count)
{
    if (m->to != m->from) {
        memmove(m->p + m->to, m->p + m->from, count);
        if (m->map)
            memmove(m->map + m->to * 4, m->map + m->from * 4, count * 4);
    }
    m->from += count;
    m->to += count;
}

static bool respell(const struct folding *f, struct moving *m)
{
    for (size_t i = f->first_spelling[pair_of(m->p + m->from)]; i; i = f->respelt[i - 1].next) {
        size_t from = f->respelt[i - 1].bytes, to;

        if (from > m->n - m->from || memcmp(m->p + m->from, spellings[i - 1].from, from) != 0)
            continue;
        to = strlen(spellings[i - 1].to);
        memcpy(m->p + m->from, spellings[i - 1].to, to);
        keep(m, to);
        m->from += from - to;
        return true;
    }
    return false;
}

/* Soft hyphens and characters without width: U+00AD, U+200B to U+200D, U+2060. */
static size_t invisible_at(const char *p, size_t n)
{
    static const char *const bytes[] = { "\xC2\xAD", "\xE2\x80\x8B", "\xE2\x80\x8C",
                                         "\xE2\x80\x8D", "\xE2\x81\xA0" };

    for (size_t i = 0; i < COUNT(bytes); i++)
        if (starts_at(p, n, bytes[i]))
            return strlen(bytes[i]);
    return 0;
}

/* What begins at m->from, and one byte in the end. */
static void move_on(const struct folding *f, struct moving *m)
{
    char *p = m->p + m->from;
    size_t left = m->n - m->from, gap, head;
    char before = m->to ? m->p[m->to - 1] : ' ';

    if ((unsigned char)*p >= 0x80) {
        size_t gone = *p == (char)0xC2 || *p == (char)0xE2 ? invisible_at(p, left) : 0;

        m->from += gone;
        if (!gone)
            keep(m, 1);
        return;
    }
    if (*p == ' ' && before == '-' && m->to > 1 && is_letter(m->p[m->to - 2]) &&
        is_line_end(p, left)) {
        m->from++;
        return;
    }
    if (left > 1 && is_letter(*p)) {
        if (!is_letter(before) && f->first_head[pair_of(p)] &&
            (head = split_word_at(f, p, left, &gap)) != 0) {
            keep(m, head);
            m->from += gap;
            return;
        }
        if (f->first_spelling[pair_of(p)] && respell(f, m))
            return;
    }
    keep(m, 1);
}

/* May move_on do anything but keep the byte? Asked of bytes whose neighbours were kept. */
static inline bool changes(const struct folding *f, const char *p)
{
    uint32_t bit = begin_hash(p);

    return (f->begins[bit / 32] >> bit % 32 & 1) || *p == (char)0xC2 || *p == (char)0xE2 ||
           (*p == ' ' && p[-1] == '-');
}

/* Most of a text is kept as it is: to the next place that may change, or near the end. */
static void keep_unchanged(const struct folding *f, struct moving *m)
{
    size_t at = m->from;

    while (at + BEGIN_BYTES <= m->n && !changes(f, m->p + at))
        at++;
    keep(m, at - m->from);
}

void fold_text(const struct folding *f, struct np_buf *b, struct np_slice s, struct np_buf *map)
{
    size_t begin = b->n, map_begin = map ? map->n : 0;
    struct moving m = { 0 };

    np_text_fold(b, s, map);
    m.p = b->p + begin;
    m.map = map ? map->p + map_begin : NULL;
    m.n = b->n - begin;
    if (!m.n)
        return;
    simplify(f, m.p, m.n);
    while (m.from < m.n) {
        size_t gone = m.from - m.to;

        move_on(f, &m);
        if (m.from - m.to == gone && m.from < m.n)
            keep_unchanged(f, &m);
    }
    if (map) {
        memmove(m.map + m.to * 4, m.map + m.n * 4, 4);
        map->n = map_begin + (m.to + 1) * 4;
    }
    b->n = begin + m.to;
}

/* ---- patterns ---- */

/* The gap of a split word as a pattern writes it, where it must be there: "-", " ", "[- ]". */
static size_t pattern_gap_at(struct np_slice s, size_t at)
{
    static const char *const gaps[] = { "[- ]", "[ -]", "\\-", "-", " " };

    for (size_t i = 0; i < COUNT(gaps); i++) {
        size_t n = strlen(gaps[i]);

        if (at < s.n && starts_at(s.p + at, s.n - at, gaps[i]))
            return n;
    }
    return 0;
}

static size_t unfolded_term(const char *p, size_t n, char *write, size_t write_bytes)
{
    for (size_t i = 0; i < COUNT(terms); i++)
        if (starts_at(p, n, terms[i].from)) {
            snprintf(write, write_bytes, "%s", terms[i].to);
            return strlen(terms[i].from);
        }
    return 0;
}

size_t unfolded_at(const struct folding *f, struct np_slice s, size_t at, char *write,
                   size_t write_bytes)
{
    const char *p = s.p + at;
    size_t left = s.n - at;

    if (left >= HAN_BYTES && begins_three(*p))
        return unfolded_term(p, left, write, write_bytes);
    if (left < 2 || !is_letter(*p) ||
        !(f->first_head[pair_of(p)] || f->first_spelling[pair_of(p)]))
        return 0;
    for (size_t i = 0; i < COUNT(spellings); i++)
        if (starts_at(p, left, spellings[i].from)) {
            snprintf(write, write_bytes, "%s", spellings[i].to);
            return strlen(spellings[i].from);
        }
    if (at && (is_letter(p[-1]) || p[-1] == ']' || p[-1] == ')') && !(at > 1 && p[-2] == '\\'))
        return 0;
    for (size_t i = 0; i < COUNT(joins); i++) {
        size_t head = strlen(joins[i].head);
        size_t gap = starts_at(p, left, joins[i].head) ? pattern_gap_at(s, at + head) : 0;

        if (gap && tail_at(p + head + gap, left - head - gap, joins[i].tails)) {
            size_t end = head + gap;

            while (end < left && is_letter(p[end]))
                end++;
            snprintf(write, write_bytes, "%s%.*s", joins[i].head, (int)(end - head - gap),
                     p + head + gap);
            return end;
        }
    }
    return 0;
}
