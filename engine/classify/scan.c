/* scan.c -- folding the texts of a document, and running patterns over them.
 *
 * `ask` is the one place where a pattern meets a text: first the gate, then PCRE2.
 * Limits: reference/reliability.md, section 3.3.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "matcher.h"
#include "size.h"

#include <pcre2.h>
#include <stdlib.h>

#define MATCH_LIMIT 100000
#define DEPTH_LIMIT 10000
#define HEAP_LIMIT_KIB 1024
#define JIT_STACK_BYTES (1u << 20)

struct engine {
    pcre2_match_data *match_data;
    pcre2_match_context *context;
    pcre2_jit_stack *jit_stack;
    struct size_ground inner; /* for a match within a match: sizes */
};

/* PCRE2 has found a quantity; is it what the size asks for? */
static int on_callout(pcre2_callout_block *block, void *data)
{
    struct engine *e = data;
    struct np_slice text = { (const char *)block->subject, block->subject_length };
    int found = size_holds(&e->inner, &e->inner.rules->sizes.v[block->callout_number - 1], text,
                           block->current_position);

    return found < 0 ? PCRE2_ERROR_CALLOUT : !found;
}

static void *new_context(struct engine *e, bool outer)
{
    pcre2_match_context *context = pcre2_match_context_create(NULL);

    if (!context)
        np_panic("out of memory");
    pcre2_set_match_limit(context, MATCH_LIMIT);
    pcre2_set_depth_limit(context, DEPTH_LIMIT);
    pcre2_set_heap_limit(context, HEAP_LIMIT_KIB);
    if (outer)
        pcre2_set_callout(context, on_callout, e);
    return context;
}

struct engine *engine_new(const struct np_rules *rules)
{
    struct engine *e = np_calloc(1, sizeof *e);

    e->match_data = pcre2_match_data_create(32, NULL);
    e->context = new_context(e, true);
    e->jit_stack = pcre2_jit_stack_create(32u << 10, JIT_STACK_BYTES, NULL);
    e->inner = (struct size_ground){ rules, pcre2_match_data_create(32, NULL),
                                     new_context(e, false) };
    if (!e->match_data || !e->inner.match_data)
        np_panic("out of memory");
    if (e->jit_stack)
        pcre2_jit_stack_assign(e->context, NULL, e->jit_stack);
    return e;
}

void engine_free(struct engine *e)
{
    pcre2_match_data_free(e->match_data);
    pcre2_match_context_free(e->context);
    pcre2_jit_stack_free(e->jit_stack);
    pcre2_match_data_free(e->inner.match_data);
    pcre2_match_context_free(e->inner.context);
    free(e);
}

/* ---- texts ---- */

/* `before`: texts of claims that are counted before these. */
static void add_texts(struct np_matcher *m, enum np_place place, const struct np_slice *v,
                      size_t n, size_t before)
{
    if (m->ntexts + n > m->cap_texts) {
        m->cap_texts = m->ntexts + n + 8;
        m->texts = np_realloc(m->texts, m->cap_texts * sizeof *m->texts);
        m->open = np_realloc(m->open, m->cap_texts * m->words * sizeof *m->open);
    }
    for (size_t i = 0; i < n; i++)
        if (v[i].n > 0 && v[i].n < UINT32_MAX / 8)
            m->texts[m->ntexts++] =
                (struct text){ .place = place, .original = v[i], .number = (int)i,
                               .claims_number = (int)(before + i) };
}

/* What no rule looks at is not even folded. */
static void add_claims(struct np_matcher *m, const struct np_subject *subject)
{
    size_t first = subject->nclaim, others = subject->nindependent;

    add_texts(m, NP_IN_CLAIM, subject->claim, first, 0);
    if (m->rules->looks[IN_INDEPENDENT] || m->rules->looks[IN_CLAIMS])
        add_texts(m, NP_IN_INDEPENDENT, subject->independent, others, first);
    if (m->rules->looks[IN_CLAIMS])
        add_texts(m, NP_IN_CLAIMS, subject->dependent, subject->ndependent, first + others);
}

/* All texts of a document in one buffer: slices are cut when it no longer moves. */
static void fold_texts(struct np_matcher *m)
{
    size_t at = 0, map_at = 0;

    np_buf_reset(&m->folded);
    np_buf_reset(&m->maps);
    for (size_t i = 0; i < m->ntexts; i++) {
        size_t before = m->folded.n;

        fold_text(m->rules->folding, &m->folded, m->texts[i].original, &m->maps);
        m->texts[i].folded.n = m->folded.n - before;
    }
    for (size_t i = 0; i < m->ntexts; i++) {
        m->texts[i].folded.p = m->folded.p + at;
        m->texts[i].map = m->maps.p + map_at;
        at += m->texts[i].folded.n;
        map_at += (m->texts[i].folded.n + 1) * 4;
    }
}

static void make_room(struct answer **answers, size_t *cap, size_t need)
{
    if (need <= *cap)
        return;
    free(*answers);
    *answers = np_malloc(need * sizeof **answers);
    *cap = need;
}

/* What bounds the distance of two literals (start.c). */
static void measure_text(struct text *text)
{
    uint32_t letters = 0;

    text->more_bytes = text->longest_word = 0;
    for (size_t i = 0; i < text->folded.n; i++) {
        text->more_bytes += ((unsigned char)text->folded.p[i] & 0xC0) == 0x80;
        letters = is_word(text->folded.p[i]) ? letters + 1 : 0;
        text->longest_word = letters > text->longest_word ? letters : text->longest_word;
    }
}

/* Which arms each text opens, and what its literals say of them. */
static void open_gates(struct np_matcher *m)
{
    for (size_t t = 0; t < m->ntexts; t++) {
        uint32_t *open = m->open + t * m->words;
        size_t n;

        measure_text(&m->texts[t]);
        memset(open, 0, m->words * sizeof *open);
        find_literals(m->rules->literals, m->texts[t].folded, m->literals);
        n = open_patterns(m->rules->literals, m->literals, open, m->opened);
        for (size_t i = 0; i < n; i++)
            if (use_literals(m, (size_t)m->opened[i], t))
                open_arm(m, (size_t)m->opened[i], t);
        for (size_t i = 0; i < m->rules->ungated.n; i++) {
            set_bit(open, (size_t)m->rules->ungated.v[i]);
            use_literals(m, (size_t)m->rules->ungated.v[i], t);
            open_arm(m, (size_t)m->rules->ungated.v[i], t);
        }
    }
}

void take_subject(struct np_matcher *m, const struct np_subject *subject)
{
    m->ntexts = 0;
    m->undecided = -1;
    m->undecided_count = 0;
    add_texts(m, NP_IN_TITLE, subject->title, subject->ntitle, 0);
    add_texts(m, NP_IN_ABSTRACT, subject->abstract, subject->nabstract, 0);
    m->has_abstract = m->ntexts && m->texts[m->ntexts - 1].place == NP_IN_ABSTRACT;
    add_claims(m, subject);
    fold_texts(m);
    make_room(&m->answers, &m->cap_answers, m->rules->patterns.n * m->ntexts);
    make_room(&m->partial, &m->cap_partial, m->rules->arms.n * m->ntexts);
    m->nstarts = 0;
    forget_patterns(m);
    note_places(m);
    if (!m->ungated)
        open_gates(m);
    else if (m->ntexts)
        memset(m->answers, 0, m->rules->patterns.n * m->ntexts * sizeof *m->answers);
}

static size_t original_byte(const struct text *text, size_t folded)
{
    struct np_reader r = np_reader_of(np_slice_make(text->map + folded * 4, 4));

    return np_read_u32(&r);
}

/* What was matched, in the original text; a character that folds to several counts whole. */
struct np_slice original_slice(const struct text *text, uint32_t from, uint32_t to)
{
    size_t begin = original_byte(text, from), last = original_byte(text, to - 1), end;

    while (to < text->folded.n && original_byte(text, to) == last)
        to++;
    end = original_byte(text, to);
    return np_slice_sub(text->original, begin, end - begin);
}

/* ---- patterns ---- */

/* From `start` on; an anchored code there alone. */
static struct answer scan(const struct np_matcher *m, const void *code, const struct text *text,
                          size_t start)
{
    PCRE2_SPTR p = (PCRE2_SPTR)text->folded.p;
    const struct engine *e = m->engine;
    int n = pcre2_match(code, p, text->folded.n, start, PCRE2_NO_UTF_CHECK, e->match_data,
                        e->context);

    if (n == PCRE2_ERROR_JIT_STACKLIMIT)
        n = pcre2_match(code, p, text->folded.n, start, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT,
                        e->match_data, e->context);
    if (n >= 0) {
        const PCRE2_SIZE *at = pcre2_get_ovector_pointer(e->match_data);

        /* \K in a lookaround may put the end first: then there is nothing to show. */
        return (struct answer){ FOUND, (uint32_t)at[0],
                                (uint32_t)(at[1] > at[0] ? at[1] : at[0]) };
    }
    return (struct answer){ n == PCRE2_ERROR_NOMATCH ? ABSENT : UNDECIDED, 0, 0 };
}

/* At each character. */
static struct answer scan_everywhere(const struct np_matcher *m, const void *code,
                                     const struct text *text)
{
    struct answer answer = { ABSENT, 0, 0 };

    for (size_t at = 0; at < text->folded.n && answer.found == ABSENT; at++)
        if (((unsigned char)text->folded.p[at] & 0xC0) != 0x80)
            answer = scan(m, code, text, at);
    return answer;
}

/* At each of the places where a match may begin. */
static struct answer scan_starts(const struct np_matcher *m, const void *code,
                                 const struct text *text, struct answer starts)
{
    struct answer answer = { ABSENT, 0, 0 };

    for (uint32_t i = starts.from; i < starts.to && answer.found == ABSENT; i++)
        answer = scan(m, code, text, m->starts[i]);
    return answer;
}

/* Patterns share arms: each is run once on a text. */
static const struct answer *ask_arm(struct np_matcher *m, size_t number, size_t text)
{
    struct answer *answer = &m->partial[number * m->ntexts + text];
    const struct arm *arm = &m->rules->arms.v[number];
    const struct text *on = &m->texts[text];

    if (answer->found != UNKNOWN)
        return answer;
    if (arm->opening.leads < 0)
        *answer = scan(m, arm->code, on, 0);
    else if (answer->to == UINT32_MAX)
        *answer = scan_everywhere(m, arm->code, on);
    else
        *answer = scan_starts(m, arm->code, on, *answer);
    return answer;
}

/* The first match, of several at one place the first arm's: what the whole would give.
 * Undecided if one of them is that might have come first.                                      */
static struct answer scan_arms(struct np_matcher *m, const struct pattern *p, size_t text)
{
    struct answer best = { ABSENT, 0, 0 };
    const uint32_t *open = m->open + text * m->words;

    for (size_t i = 0; i < p->arms.n; i++) {
        size_t number = (size_t)p->arms.v[i];
        const struct answer *a;

        if (!bit_at(open, number))
            continue;
        a = ask_arm(m, number, text);
        if (a->found == UNDECIDED)
            return *a;
        if (a->found == FOUND && (best.found != FOUND || a->from < best.from))
            best = *a;
    }
    return best;
}

bool may_occur(const struct np_matcher *m, int pattern)
{
    return m->ungated ? m->ntexts > 0 : m->may[pattern] != 0;
}

const struct answer *ask(struct np_matcher *m, int pattern, size_t text)
{
    static const struct answer absent = { ABSENT, 0, 0 };
    struct answer *answer = &m->answers[(size_t)pattern * m->ntexts + text];

    if (!m->ungated && !(m->may[pattern] & text_bit(text)))
        return &absent;
    if (answer->found == UNKNOWN) {
        const struct pattern *p = &m->rules->patterns.v[pattern];

        *answer = m->ungated ? scan(m, p->code, &m->texts[text], 0) : scan_arms(m, p, text);
        if (answer->found == UNDECIDED && !m->undecided_count++)
            m->undecided = p->rule;
    }
    return answer;
}

enum found pattern_occurs(struct np_matcher *m, int pattern, struct np_slice text)
{
    struct np_subject subject = { .abstract = &text, .nabstract = 1 };

    take_subject(m, &subject);
    return m->ntexts ? ask(m, pattern, 0)->found : ABSENT;
}
