/* subject.c -- what of a record the rules look at. */
#include <nanopat/ingest.h>

enum { LANGUAGES = 16 };

static size_t texts_of(const struct np_text *v, size_t count, struct np_arena *arena,
                       const struct np_slice **out)
{
    size_t n = count < LANGUAGES ? count : LANGUAGES;
    struct np_slice *texts = np_arena_alloc(arena, n * sizeof *texts);

    for (size_t i = 0; i < n; i++)
        texts[i] = v[i].text;
    *out = texts;
    return n;
}

void np_record_subject(const struct np_record *record, const struct np_rules *rules,
                       struct np_arena *arena, struct np_subject *subject)
{
    *subject = (struct np_subject){ .codes = { &record->ipc, &record->cpc } };
    subject->ntitle = texts_of(record->title.v, record->title.n, arena, &subject->title);
    subject->nabstract = texts_of(record->abstract.v, record->abstract.n, arena,
                                  &subject->abstract);
    np_subject_take_claims(subject, rules, record->claims.v, record->claims.n, arena);
}
