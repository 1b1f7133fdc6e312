/* indicators_events.c -- what happened to a family's rights: how often, and when last
 * (scoring.md, section 2.2: events). No source of events: what a vendor's export says, else null, not 0.
 */
#include "exports.h"
#include "policy.h"

struct tally { int count; np_date last; };

void note_events_read(const struct np_evaluation *run, int64_t family, struct np_buf *inputs)
{
    size_t n;
    const struct right *rights = inputs ? rights_of(run, family, &n) : NULL;

    for (size_t i = 0; rights && i < n; i++) {
        struct np_buf what = { 0 };
        bool told = !rights[i].legal || !rights[i].legal->read_to;

        for (size_t k = 0; k < i && !told; k++)
            told = rights[k].legal && np_slice_eq(rights[k].office, rights[i].office);
        if (told)
            continue;
        np_buf_printf(&what, "%.*s events read to", NP_ARG(rights[i].office));
        note_date(inputs, np_buf_cstr(&what), rights[i].legal->read_to);
        np_buf_release(&what);
    }
}

static void count_one(struct tally *tally, np_date when)
{
    tally->count++;
    if (when > tally->last)
        tally->last = when;
}

static struct np_value tell(const struct np_evaluation *run, int64_t family, struct tally tally,
                            enum export_count exported, struct np_buf *inputs)
{
    if (!run->states[family].has_events) {
        int count = exported_of_family(run, family, exported, inputs);

        return count < 0 ? null_of(NP_NO_DATA) : value_of(count);
    }
    if (tally.count)
        note_date(inputs, "last", tally.last);
    else
        note_events_read(run, family, inputs);
    return value_of(tally.count);
}

/* Burdens that began, whether they are over or not. */
static struct tally tally_burdens(const struct np_evaluation *run, int64_t family,
                                  enum burden_kind kind)
{
    struct tally tally = { 0 };
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; rights[i].legal && k < rights[i].legal->burdens.n; k++)
            if (rights[i].legal->burdens.v[k].kind == kind)
                count_one(&tally, rights[i].legal->burdens.v[k].since);
    return tally;
}

static struct tally tally_transfers(const struct np_evaluation *run, int64_t family)
{
    struct tally tally = { .count = count_transfers(run, family) };
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++)
        if (rights[i].legal && rights[i].legal->transferred > tally.last)
            tally.last = rights[i].legal->transferred;
    return tally;
}

/* Oppositions and requests for invalidation. */
static struct tally tally_challenges(const struct np_evaluation *run, int64_t family)
{
    struct tally tally = { 0 };
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; rights[i].legal && k < rights[i].legal->told.n; k++) {
            const struct told_event *told = &rights[i].legal->told.v[k];

            if (told->meaning.effect->kind == CHALLENGES && !told->later && !told->repeated)
                count_one(&tally, told->when);
        }
    return tally;
}

INDICATOR(indicator_pledges)
{
    return tell(run, family, tally_burdens(run, family, PLEDGE), EXPORTED_PLEDGES, inputs);
}

INDICATOR(indicator_licences)
{
    return tell(run, family, tally_burdens(run, family, LICENCE), EXPORTED_LICENCES, inputs);
}

INDICATOR(indicator_preservations)
{
    return tell(run, family, tally_burdens(run, family, PRESERVATION), EXPORTED_NOTHING, inputs);
}

INDICATOR(indicator_transfers)
{
    return tell(run, family, tally_transfers(run, family), EXPORTED_TRANSFERS, inputs);
}

INDICATOR(indicator_challenges)
{
    return tell(run, family, tally_challenges(run, family), EXPORTED_INVALIDATIONS, inputs);
}

/* ---- suits of an imported list ---- */

static struct tally tally_suits(const struct np_evaluation *run, int64_t family,
                                struct np_buf *inputs)
{
    const struct np_fact_family *f = family_at(run, family);
    const struct np_fact_imports *imports = &run->facts->imports;
    struct tally tally = { 0 };

    for (size_t i = 0; i < f->members.n; i++)
        for (size_t k = imported_from(imports->suits.v, imports->suits.n,
                                    sizeof *imports->suits.v, f->members.v[i]);
             k < imports->suits.n && imports->suits.v[k].patent.publication == f->members.v[i];
             k++) {
            const struct np_fact_suit *suit = &imports->suits.v[k];

            if (suit->filed > run->as_of)
                continue;
            count_one(&tally, suit->filed);
            note(inputs, "%.*s line %d", NP_ARG(np_slice_sub(suit->place.list, 0, 60)),
                 suit->place.line);
            note_date(inputs, "filed", suit->filed);
        }
    return tally;
}

INDICATOR(indicator_suits)
{
    struct tally tally;
    int count;

    if (run->facts->imports.suit_lists) {
        tally = tally_suits(run, family, inputs);
        if (!tally.count)
            note(inputs, "lists of suits read: %d", run->facts->imports.suit_lists);
        return value_of(tally.count);
    }
    count = exported_of_family(run, family, EXPORTED_SUITS, inputs);
    return count < 0 ? null_of(NP_NO_DATA) : value_of(count);
}

/* ---- when last ---- */

struct last_events last_events_of(const struct np_evaluation *run, int64_t family)
{
    return (struct last_events){ .pledge = tally_burdens(run, family, PLEDGE).last,
                                 .licence = tally_burdens(run, family, LICENCE).last,
                                 .transfer = tally_transfers(run, family).last,
                                 .preservation = tally_burdens(run, family, PRESERVATION).last,
                                 .challenge = tally_challenges(run, family).last,
                                 .suit = tally_suits(run, family, NULL).last };
}
