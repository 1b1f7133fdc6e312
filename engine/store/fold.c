/* fold.c -- the current picture as a function of the set of statements.
 *
 * Each aspect (trust.c) has its own order of statements: trusted sources first, and of one
 * source the latest word first. A field is taken from the first statement in its order that has
 * it: a source that does not say something does not deny it. Texts are joined per language,
 * legal events as a set.
 */
#include "fold.h"
#include "events.h"
#include "trust.h"


struct np_said np_said_of(const struct np_record *record)
{
    struct np_said said = {
        .source = np_source_of(record->dialect),
        .parts = record->parts ? record->parts : NP_PART_BIBLIO,
        .date = record->stated ? record->stated : record->date,
        .sequence = record->sequence,
        .hash = (int64_t)np_record_hash(record),
        .action = record->action,
        .npl_count = -1,
        .record = record,
    };

    if (said.action != NP_PUT) {
        said.parts = 0; /* a withdrawal is about the whole */
        return said;
    }
    if (said.parts == NP_PART_EVENTS)
        said.facet = np_events_facet(record);
    said.claims = np_claim_facts_of(record);
    said.inventors = record->inventors.n > INT32_MAX ? INT32_MAX : (int)record->inventors.n;
    if ((said.parts & NP_PART_CITATIONS) || record->npl.n)
        said.npl_count = record->npl.n > INT32_MAX ? INT32_MAX : (int)record->npl.n;
    return said;
}

int np_said_order(const struct np_said *a, const struct np_said *b)
{
    if (a->date != b->date)
        return a->date < b->date ? -1 : 1;
    if (a->sequence != b->sequence)
        return a->sequence < b->sequence ? -1 : 1;
    return a->hash == b->hash ? 0 : a->hash < b->hash ? -1 : 1;
}

/* ---- what is left ---- */

/* A source that deletes takes back what it said up to that moment, not what it says later, and
 * not what others say.                                                                        */
static bool withdrawn(const struct np_said *put, const struct np_said *said, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct np_said *other = &said[i];

        if (other->action == NP_PUT || other->source != put->source)
            continue;
        if (put->date < other->date ||
            (put->date == other->date && put->sequence <= other->sequence))
            return true;
    }
    return false;
}

struct live {
    const struct np_said **v;
    size_t n;
};

static struct live live_of(const struct np_said *said, size_t n, struct np_arena *arena)
{
    struct live live = { np_arena_alloc(arena, n * sizeof *live.v), 0 };

    for (size_t i = 0; i < n; i++)
        if (said[i].action == NP_PUT && !withdrawn(&said[i], said, n))
            live.v[live.n++] = &said[i];
    return live;
}

/* ---- order of trust ---- */

static int rank_of(const struct np_said *said, enum np_aspect aspect)
{
    return np_trust[aspect].rank[np_source_class_of(said->source, said->parts)];
}

static bool comes_before(const struct np_said *a, const struct np_said *b, enum np_aspect aspect)
{
    int ranks = rank_of(a, aspect) - rank_of(b, aspect);
    int times;

    if (ranks)
        return ranks < 0;
    times = np_said_order(b, a); /* latest first */
    if (times)
        return times < 0;
    if (a->source != b->source)
        return a->source < b->source;
    return a->parts != b->parts ? a->parts < b->parts : a->facet < b->facet;
}

/* A handful of statements: insertion is fastest, and the order is total. */
static void sort_by_trust(struct live *live, enum np_aspect aspect)
{
    for (size_t i = 1; i < live->n; i++) {
        const struct np_said *moved = live->v[i];
        size_t at = i;

        for (; at > 0 && comes_before(moved, live->v[at - 1], aspect); at--)
            live->v[at] = live->v[at - 1];
        live->v[at] = moved;
    }
}

/* ---- fields ---- */

struct any_list {
    void *v;
    size_t n, cap;
};

enum kind { SLICE, LIST, DATE, DOCREF };

static const struct field {
    enum kind kind;
    enum np_aspect aspect;
    size_t at;
} fields[] = {
#define F(kind, aspect, member) { kind, NP_ASPECT_##aspect, offsetof(struct np_record, member) }
    F(DATE, BIBLIO, date),
    F(SLICE, BIBLIO, lang),
    F(DOCREF, NUMBERS, application),
    F(SLICE, NUMBERS, pct_application),
    F(SLICE, NUMBERS, pct_publication),
    F(SLICE, FAMILY, family),
    F(LIST, NUMBERS, priorities),
    F(LIST, BIBLIO, parents),
    F(LIST, PARTIES, applicants),
    F(LIST, PARTIES, inventors),
    F(LIST, BIBLIO, ipc),
    F(LIST, BIBLIO, cpc),
    F(LIST, BIBLIO, uspc),
    F(LIST, BIBLIO, locarno),
    F(LIST, BIBLIO, designated),
    F(LIST, NUMBERS, citations),
    F(LIST, NUMBERS, npl),
    F(LIST, TEXTS, standards),
#undef F
};

static const size_t size_of[] = {
    [SLICE] = sizeof(struct np_slice), [LIST] = sizeof(struct any_list),
    [DATE] = sizeof(np_date),          [DOCREF] = sizeof(struct np_docref),
};

static bool says(const void *value, enum kind kind)
{
    switch (kind) {
    case SLICE: return ((const struct np_slice *)value)->n > 0;
    case LIST: return ((const struct any_list *)value)->n > 0;
    case DATE: return *(const np_date *)value != 0;
    case DOCREF: return ((const struct np_docref *)value)->number.n > 0;
    }
    return false;
}

static void take_fields(const struct live *live, enum np_aspect aspect, struct np_record *record)
{
    for (size_t f = 0; f < sizeof fields / sizeof *fields; f++) {
        if (fields[f].aspect != aspect)
            continue;
        for (size_t i = 0; i < live->n; i++) {
            const char *value = (const char *)live->v[i]->record + fields[f].at;

            if (!says(value, fields[f].kind))
                continue;
            memcpy((char *)record + fields[f].at, value, size_of[fields[f].kind]);
            break;
        }
    }
}

/* DOCDB's number of the application is preferred, but it may come without its date. */
static void complete_application(const struct live *live, struct np_record *record)
{
    for (size_t i = 0; i < live->n && !record->application.date; i++)
        record->application.date = live->v[i]->record->application.date;
}

/* Type and stage have no word for "not said": the first that speaks of the whole decides. */
static void take_words(const struct live *live, struct np_record *record)
{
    const struct np_said *first = live->v[0];

    for (size_t i = 0; i < live->n; i++)
        if (live->v[i]->parts & NP_PART_BIBLIO) {
            first = live->v[i];
            break;
        }
    record->type = first->record->type;
    record->stage = first->record->stage;
}

/* ---- texts ---- */

static bool has_language(const struct np_text *v, size_t n, struct np_slice lang)
{
    for (size_t i = 0; i < n; i++)
        if (np_slice_eq(v[i].lang, lang))
            return true;
    return false;
}

static void join_claims(const struct np_record *from, struct np_arena *arena,
                        struct np_record *record)
{
    for (size_t i = 0; i < from->claims.n; i++) {
        bool known = false;

        for (size_t k = 0; k < record->claims.n; k++)
            known |= np_slice_eq(record->claims.v[k].lang, from->claims.v[i].lang);
        if (!known)
            *np_list_add(arena, &record->claims) = from->claims.v[i];
    }
}

static void join_texts(const struct live *live, struct np_arena *arena, struct np_record *record)
{
    for (size_t i = 0; i < live->n; i++) {
        const struct np_record *from = live->v[i]->record;

        for (size_t k = 0; k < from->title.n; k++)
            if (!has_language(record->title.v, record->title.n, from->title.v[k].lang))
                *np_list_add(arena, &record->title) = from->title.v[k];
        for (size_t k = 0; k < from->abstract.n; k++)
            if (!has_language(record->abstract.v, record->abstract.n, from->abstract.v[k].lang))
                *np_list_add(arena, &record->abstract) = from->abstract.v[k];
        join_claims(from, arena, record);
    }
}

/* In the order of texts. Evidence goes with the statement whose texts it was found in; a source
 * that found nothing does not deny what was found in the texts of another.                      */
static void take_text_facts(const struct live *live, struct np_picture *picture)
{
    for (size_t i = 0; i < live->n; i++) {
        const struct np_said *said = live->v[i];

        if (!picture->claims.count)
            picture->claims.count = said->claims.count;
        if (!picture->claims.independent && said->claims.independent) {
            picture->claims.independent = said->claims.independent;
            picture->claims.shortest = said->claims.shortest;
            picture->claims.types = said->claims.types;
        }
        if (!picture->nevidence) {
            picture->evidence = said->evidence;
            picture->nevidence = said->nevidence;
        }
    }
    picture->record.claim_count = picture->claims.count;
    picture->has_claims = picture->claims.independent > 0;
}

/* ---- the whole ---- */

static void take_counts(const struct live *live, struct np_picture *picture)
{
    for (size_t i = 0; i < live->n; i++) {
        const struct np_said *said = live->v[i];

        picture->sources |= (int64_t)1 << said->source;
        picture->has_citations |= (said->parts & NP_PART_CITATIONS) != 0;
        if (picture->npl_count < 1 && said->npl_count > picture->npl_count)
            picture->npl_count = said->npl_count;
        if (said->parts & ~NP_PARTS_OF_EVENTS) {
            picture->exists = true;
            picture->light &= said->light;
        }
    }
}

static void take_inventors(const struct live *live, struct np_picture *picture)
{
    for (size_t i = 0; i < live->n && !picture->inventors; i++)
        picture->inventors = live->v[i]->inventors;
}

/* Statements on one application may name several of its publications, or none. */
static void name_picture(const struct np_said *said, size_t n, struct np_record *record)
{
    const struct np_said *first = said;

    for (size_t i = n; i-- > 0;)
        if (said[i].record->number.n)
            first = &said[i];
    said = first;
    record->office = said->record->office;
    record->number = said->record->number;
    record->kind = said->record->kind;
    record->action = NP_PUT;
}

void np_fold(const struct np_said *said, size_t n, struct np_arena *arena,
             struct np_picture *picture)
{
    struct live live = live_of(said, n, arena);
    struct np_record *record = &picture->record;

    *picture = (struct np_picture){ .light = true, .npl_count = -1 };
    if (n)
        name_picture(said, n, record);
    if (!live.n)
        return;
    sort_by_trust(&live, NP_ASPECT_TEXTS);
    picture->texts = live.v[0];
    record->dialect = live.v[0]->record->dialect;
    record->source = live.v[0]->record->source;
    take_fields(&live, NP_ASPECT_TEXTS, record);
    join_texts(&live, arena, record);
    take_text_facts(&live, picture);

    sort_by_trust(&live, NP_ASPECT_PARTIES);
    take_fields(&live, NP_ASPECT_PARTIES, record);
    take_inventors(&live, picture);

    sort_by_trust(&live, NP_ASPECT_BIBLIO);
    take_fields(&live, NP_ASPECT_BIBLIO, record);
    take_words(&live, record);

    sort_by_trust(&live, NP_ASPECT_NUMBERS);
    take_fields(&live, NP_ASPECT_NUMBERS, record);
    complete_application(&live, record);
    take_counts(&live, picture);

    sort_by_trust(&live, NP_ASPECT_FAMILY);
    take_fields(&live, NP_ASPECT_FAMILY, record);
    np_events_fold(live.v, live.n, arena, record);
}
