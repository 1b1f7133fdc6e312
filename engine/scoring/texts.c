/* texts.c -- what scoring needs of titles, abstracts, claims and inventors.
 *
 *   family in scope --records of up to RECORDS_MAX members--> struct family_text
 *
 * One family at a time: a record is read, what is needed is kept, the record is forgotten. Each part
 * comes from the first member that has it: the one whose claims count, the reference member, the
 * others in their order.
 */
#include "candidates.h"
#include "overlap.h"
#include "policy.h"

#include <nanopat/text.h>

enum { RECORDS_MAX = 3 };

struct reader {
    struct np_evaluation *run;
    const struct np_score_texts *texts;
    struct np_arena *arena;       /* of the family at hand */
    struct np_err *err;
    const struct np_record *part[TEXT_PARTS]; /* who has it; NULL: nobody so far */
    int64_t whose[TEXT_PARTS];    /* the publication of that record */
    int64_t seen[RECORDS_MAX];
    int nseen;
    const bool *large;            /* by scope index: words of claims are kept; NULL: of none */
};

static bool has_part(const struct np_record *record, enum text_part part)
{
    enum claim_language language;

    switch (part) {
    case TEXT_TITLE: return record->title.n > 0;
    case TEXT_ABSTRACT: return record->abstract.n > 0;
    case TEXT_CLAIMS: return record->claims.n > 0;
    case TEXT_INVENTORS: return record->inventors.n > 0;
    case TEXT_COMPARED: return claims_to_compare(record, &language) != NULL;
    default: return false;
    }
}

static bool is_complete(const struct reader *r)
{
    for (int i = 0; i < TEXT_PARTS; i++)
        if (!r->part[i])
            return false;
    return true;
}

static bool was_seen(const struct reader *r, int64_t publication)
{
    for (int i = 0; i < r->nseen; i++)
        if (r->seen[i] == publication)
            return true;
    return false;
}

/* A record that cannot be read is as good as none: its document stands in `query rejects`. */
static enum np_status look_into(struct reader *r, int64_t publication)
{
    const struct np_fact_publication *p = publication_at(r->run, publication);
    struct np_record *record = NULL;
    enum np_status status;

    if (p->light || was_seen(r, publication) || r->nseen == RECORDS_MAX)
        return NP_OK;
    r->seen[r->nseen++] = publication;
    status = r->texts->of(r->texts->ctx, p->id, r->arena, &record, r->err);
    if (status == NP_STOP)
        return status;
    for (int i = 0; status == NP_OK && i < TEXT_PARTS; i++)
        if (!r->part[i] && has_part(record, (enum text_part)i)) {
            r->part[i] = record;
            r->whose[i] = publication;
        }
    return NP_OK;
}

/* ---- inventors: one number for each spelling, in order of first sight ---- */

static int inventor_number(struct np_evaluation *run, struct np_slice name, struct np_buf *folded)
{
    np_buf_reset(folded);
    np_text_fold(folded, np_slice_trim(name), NULL);
    return (int)*np_map_put(run->inventor_names, np_buf_slice(folded),
                            (int64_t)np_map_count(run->inventor_names));
}

static void keep_inventors(struct reader *r, struct family_text *text)
{
    const struct np_record *record = r->part[TEXT_INVENTORS];
    struct np_buf folded = { 0 };

    for (size_t i = 0; record && i < record->inventors.n; i++) {
        int number = inventor_number(r->run, record->inventors.v[i].name, &folded);
        bool again = false;

        for (size_t k = 0; k < text->inventors.n; k++)
            again = again || text->inventors.v[k] == number;
        if (!again)
            *np_list_add(r->run->arena, &text->inventors) = number;
    }
    np_buf_release(&folded);
}

/* ---- industry ---- */

static void add_text(struct np_buf *folded, struct np_slice text)
{
    np_text_fold(folded, text, NULL);
    np_buf_putc(folded, '\n');
}

static void add_words(const struct reader *r, struct np_buf *folded)
{
    const struct np_record *record = r->part[TEXT_TITLE];

    for (size_t i = 0; record && i < record->title.n; i++)
        add_text(folded, record->title.v[i].text);
    record = r->part[TEXT_ABSTRACT];
    for (size_t i = 0; record && i < record->abstract.n; i++)
        add_text(folded, record->abstract.v[i].text);
    record = r->part[TEXT_CLAIMS];
    for (size_t i = 0; record && i < record->claims.n; i++)
        for (size_t k = 0; k < record->claims.v[i].claims.n; k++)
            add_text(folded, record->claims.v[i].claims.v[k].text);
}

static void keep_industry(struct reader *r, int64_t family, struct family_text *text)
{
    struct np_buf folded = { 0 };

    if (r->run->facts->imports.sei_lists)
        add_words(r, &folded);
    find_industry(r->run, family, np_buf_slice(&folded), &text->industry);
    np_buf_release(&folded);
}

/* ---- claims ---- */

static void keep_words(struct reader *r, bool keep, struct family_text *text)
{
    if (r->run->vocabulary && r->part[TEXT_CLAIMS])
        read_claim_words(r->run->vocabulary, r->part[TEXT_CLAIMS], keep ? r->run->arena : NULL,
                         &text->words[0]);
}

/* The first member whose claims are in another language than those that are read; -1: none has. */
static int64_t other_language(const struct reader *r, int64_t family)
{
    const struct np_fact_family *f = family_at(r->run, family);
    struct np_slice read = publication_at(r->run, r->whose[TEXT_CLAIMS])->lang;

    for (size_t i = 0; i < f->members.n; i++) {
        const struct np_fact_publication *p = publication_at(r->run, f->members.v[i]);

        if (!p->light && p->has_claims && p->lang.n && !np_slice_eq(p->lang, read))
            return f->members.v[i];
    }
    return -1;
}

/* Claims of the same invention in Chinese and in English meet others of both languages. */
static enum np_status keep_other_words(struct reader *r, int64_t family, struct family_text *text)
{
    int64_t publication = text->words[0].n ? other_language(r, family) : -1;
    struct np_record *record = NULL;
    enum np_status status;

    if (publication < 0)
        return NP_OK;
    status = r->texts->of(r->texts->ctx, publication_at(r->run, publication)->id, r->arena, &record,
                          r->err);
    if (status != NP_OK)
        return status == NP_STOP ? NP_STOP : NP_OK;
    read_claim_words(r->run->vocabulary, record, r->run->arena, &text->words[1]);
    if (text->words[1].language == text->words[0].language)
        text->words[1].n = 0;
    return NP_OK;
}

/* ---- standards ---- */

static void compare_claims(struct reader *r, int64_t family)
{
    const struct np_record *record = r->part[TEXT_COMPARED];
    enum claim_language language;
    const struct np_claims *claims = record ? claims_to_compare(record, &language) : NULL;

    if (claims && r->run->candidates)
        candidates_read(r->run, family, r->whose[TEXT_COMPARED], claims, language);
}

/* ---- one family ---- */

static enum np_status read_family(struct reader *r, int64_t family, struct family_text *text)
{
    const struct np_fact_family *f = family_at(r->run, family);
    int64_t claims = r->run->states[family].claims_from;
    enum np_status status = NP_OK;

    memset(r->part, 0, sizeof r->part);
    r->nseen = 0;
    np_arena_reset(r->arena);
    if (r->texts && claims >= 0)
        status = look_into(r, claims);
    if (r->texts && status == NP_OK)
        status = look_into(r, f->reference);
    for (size_t i = 0; r->texts && status == NP_OK && i < f->members.n && !is_complete(r); i++)
        status = look_into(r, f->members.v[i]);
    if (status == NP_OK) {
        keep_inventors(r, text);
        keep_industry(r, family, text);
        keep_words(r, r->large && r->large[text - r->run->texts], text);
        compare_claims(r, family);
        if (r->large && r->large[text - r->run->texts])
            status = keep_other_words(r, family, text);
    }
    return status;
}

/* Of portfolios that may be split, and of families that may stand near ours. */
static const bool *join_marks(const struct np_evaluation *run, bool *large, const bool *near)
{
    for (size_t i = 0; large && near && i < run->scope.n; i++)
        large[i] = large[i] || near[i];
    return large ? large : near;
}

enum np_status read_texts(struct np_evaluation *run, const struct np_score_texts *texts,
                          struct np_err *err)
{
    struct reader reader = { .run = run, .texts = texts, .arena = np_arena_new(), .err = err };
    enum np_status status = NP_OK;

    run->inventor_names = np_map_new();
    run->texts = np_arena_zalloc(run->arena, (run->scope.n + 1) * sizeof *run->texts);
    reader.large = join_marks(run, mark_large(run, run->arena), mark_overlapping(run, run->arena));
    if (reader.large && texts)
        run->vocabulary = vocabulary_new();
    for (size_t i = 0; status == NP_OK && i < run->scope.n; i++)
        status = read_family(&reader, run->scope.v[i], &run->texts[i]);
    vocabulary_close(run->vocabulary);
    np_arena_free(reader.arena);
    return status;
}

const struct family_text *text_of(const struct np_evaluation *run, int64_t family)
{
    static const struct family_text none;
    int64_t at = run->states[family].scope_index;

    return at < 0 ? &none : &run->texts[at];
}
