/* legal_codes.c -- rules/legal_events.tsv: what each code of each office does to a right. */
#include "legal.h"

#include <nanopat/tsv.h>

#include <stdio.h>

enum { OFFICE, CODE, CLASS, INFLUENCE, STATE, MONTHS, EFFECT, CELLS };

enum { MONTHS_MOST = 1200, KEY_BYTES = 128 };

/* "CN CF01"; of a class "* K" or "* K-". Codes are short; names of the CNIPA are not very long. */
static struct np_slice key_of(char *key, struct np_slice office, struct np_slice code)
{
    int n = snprintf(key, KEY_BYTES, "%.*s %.*s", NP_ARG(np_slice_sub(office, 0, 8)),
                     NP_ARG(np_slice_sub(code, 0, KEY_BYTES - 12)));

    return np_slice_make(key, (size_t)n);
}

static bool is_state(struct np_slice state)
{
    return state.n == 0 || np_slice_is(state, "*") ||
           (state.n == 2 && state.p[0] >= 'A' && state.p[0] <= 'Z' && state.p[1] >= 'A' &&
            state.p[1] <= 'Z');
}

/* "ended?ending": what stands before the mark holds if the text does not settle it. */
static enum np_status read_effect(const struct np_tsv *tsv, struct np_slice cell,
                                  struct legal_code *code, struct np_arena *arena,
                                  struct np_err *err)
{
    size_t mark = np_slice_find(cell, NP_S("?"));
    struct np_slice name = np_slice_sub(cell, 0, mark == (size_t)-1 ? cell.n : mark);

    if (mark != (size_t)-1) {
        code->about = np_arena_copy(arena, np_slice_sub(cell, mark + 1, cell.n));
        if (!is_question(code->about))
            return np_tsv_fail(tsv, err, "unknown question '%.*s'",
                               NP_ARG(np_slice_sub(code->about, 0, 40)));
        if (!name.n)
            name = NP_S("unclear");
    }
    code->effect = find_effect(name);
    if (!code->effect)
        return np_tsv_fail(tsv, err, "unknown effect '%.*s'", NP_ARG(np_slice_sub(name, 0, 40)));
    return NP_OK;
}

static enum np_status read_code(const struct np_tsv *tsv, const struct np_slice *cell,
                                struct legal_code *code, struct np_arena *arena,
                                struct np_err *err)
{
    if (!cell[OFFICE].n || cell[OFFICE].n > 2 || !cell[CODE].n)
        return np_tsv_fail(tsv, err, "'%.*s' is no office, or there is no code",
                           NP_ARG(np_slice_sub(cell[OFFICE], 0, 40)));
    if (!is_state(cell[STATE]))
        return np_tsv_fail(tsv, err, "'%.*s' is no state",
                           NP_ARG(np_slice_sub(cell[STATE], 0, 40)));
    if (cell[MONTHS].n && (!np_slice_int(cell[MONTHS], &code->months) || code->months < 1 ||
                           code->months > MONTHS_MOST))
        return np_tsv_fail(tsv, err, "months must be a number from 1 to %d", MONTHS_MOST);
    code->state = np_arena_copy(arena, cell[STATE]);
    return read_effect(tsv, cell[EFFECT], code, arena, err);
}

static enum np_status add_code(struct legal_codes *codes, const struct np_tsv *tsv,
                               const struct np_slice *cell, struct np_arena *arena,
                               struct np_err *err)
{
    struct legal_code code = { .months = 0 };
    char key[KEY_BYTES], word[8];
    struct np_slice what = cell[CODE];
    enum np_status status = read_code(tsv, cell, &code, arena, err);
    int64_t *place;

    if (status != NP_OK)
        return status;
    if (np_slice_is(what, "*")) {
        int n = snprintf(word, sizeof word, "%.*s%.*s", NP_ARG(np_slice_sub(cell[CLASS], 0, 1)),
                         NP_ARG(np_slice_sub(cell[INFLUENCE], 0, 1)));

        what = np_slice_make(word, (size_t)n);
    }
    place = np_map_put(codes->places, key_of(key, cell[OFFICE], what), (int64_t)codes->codes.n);
    if (*place != (int64_t)codes->codes.n)
        return np_tsv_fail(tsv, err, "'%.*s' stands there twice", NP_ARG(np_slice_sub(what, 0, 40)));
    *np_list_add(arena, &codes->codes) = code;
    return NP_OK;
}

enum np_status load_legal_codes(struct legal_codes *codes, struct np_arena *arena,
                                const char *folder, struct np_err *err)
{
    static const char *const columns[] = { "office", "code", "class", "influence", "state",
                                           "months", "effect", NULL };
    struct np_slice cell[CELLS];
    struct np_tsv *tsv;
    enum np_status status = np_tsv_open(folder, "legal_events.tsv", columns, &tsv, err);

    codes->places = np_map_new();
    if (status == NP_OK)
        codes->hash = np_tsv_hash(tsv);
    while (status == NP_OK && (status = np_tsv_next(tsv, cell, err)) == NP_OK)
        status = add_code(codes, tsv, cell, arena, err);
    np_tsv_close(tsv);
    return status == NP_END ? NP_OK : status;
}

void release_legal_codes(struct legal_codes *codes)
{
    np_map_free(codes->places);
    codes->places = NULL;
}

const char *basis_name(enum basis basis)
{
    static const char *const names[] = { "code", "text", "name", "class", "" };

    return names[basis];
}

/* ---- meaning of an event ---- */

static const struct legal_code *find_code(const struct legal_codes *codes, struct np_slice office,
                                          struct np_slice code)
{
    char key[KEY_BYTES];
    const int64_t *place =
        codes->places && code.n ? np_map_get(codes->places, key_of(key, office, code)) : NULL;

    return place ? &codes->codes.v[*place] : NULL;
}

/* What stands before the first "; ": the name of the event; then what only this one says. */
static struct np_slice name_of(struct np_slice text)
{
    return np_slice_trim(np_slice_sub(text, 0, np_slice_find(text, NP_S("; "))));
}

static struct np_slice details_of(struct np_slice text)
{
    size_t end = np_slice_find(text, NP_S("; "));

    return end == (size_t)-1 ? NP_EMPTY : np_slice_sub(text, end + 2, text.n);
}

static const struct legal_code *code_by_class(const struct legal_codes *codes,
                                              const struct np_fact_event *event)
{
    const struct legal_code *code;
    char word[4];
    int n;

    if (!event->class.n)
        return NULL;
    n = snprintf(word, sizeof word, "%c%c", event->class.p[0],
                 event->influence.n ? event->influence.p[0] : ' ');
    code = find_code(codes, NP_S("*"), np_slice_make(word, (size_t)n));
    return code ? code : find_code(codes, NP_S("*"), np_slice_make(word, 1));
}

/* By code; the national code behind REG is one of its state's office. */
static const struct legal_code *code_by_code(const struct legal_codes *codes,
                                             const struct np_fact_event *event)
{
    const struct legal_code *code = find_code(codes, event->office, event->code);

    if (code && np_slice_is(code->about, "national") && event->national.n)
        return find_code(codes, event->state, event->national);
    return code;
}

static struct meaning mean(const struct legal_code *code, const struct np_fact_event *event,
                           enum basis basis)
{
    struct meaning meaning = { code->effect, event->state, code->months, basis };

    if (np_slice_eq(event->state, event->office))
        meaning.state = NP_EMPTY;
    if (!meaning.state.n)
        meaning.state = code->state;
    if (np_slice_is(meaning.state, "*")) { /* a state that is not said */
        meaning.state = NP_EMPTY;
        meaning.effect = effect_named("unclear");
    } else if (code->about.n) {
        const struct effect *said = effect_in_text(code->about, details_of(event->text));

        if (said) {
            meaning.effect = said;
            meaning.basis = BY_TEXT;
        }
    }
    return meaning;
}

struct meaning legal_meaning(const struct legal_codes *codes, const struct np_fact_event *event)
{
    const struct legal_code *code = code_by_code(codes, event);
    struct meaning meaning = { effect_named("unclear"), event->state, 0, UNKNOWN_CODE };
    const struct effect *said = NULL;

    if (code) {
        meaning = mean(code, event, BY_CODE);
    } else if (!event->code.n && (code = find_code(codes, event->office, name_of(event->text)))) {
        meaning = mean(code, event, BY_NAME);
    } else if (!event->code.n &&
               (said = effect_in_text(NP_S("name"), name_of(event->text)))) {
        meaning.effect = said;
        meaning.basis = BY_NAME;
    } else if ((code = code_by_class(codes, event))) {
        meaning = mean(code, event, BY_CLASS);
    }
    return meaning;
}
