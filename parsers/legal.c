/* legal.c -- what was noted of legal events becomes a record (legal.h draws it). */
#include "legal.h"

static struct np_legal *legal_of(struct np_walk *walk) { return np_walk_state(walk); }

struct np_legal_event *np_legal_last(struct np_walk *walk)
{
    struct np_legal *legal = legal_of(walk);
    return legal->events.n ? &legal->events.v[legal->events.n - 1] : NULL;
}

void np_legal_add(struct np_walk *walk, int line, const char *label, struct np_slice value)
{
    struct np_legal_event *event = np_legal_last(walk);
    if (!event || !value.n)
        return;
    struct np_legal_detail *detail = np_list_add(np_walk_arena(walk), &event->details);
    *detail = (struct np_legal_detail){ line, (int)event->details.n, np_slice_of(label), value };
}

/* 00010101 and zeros mean that there is no date (formats/legal.md, section 6). */
np_date np_legal_date(struct np_walk *walk, int line, const char *label, struct np_slice value)
{
    np_date date = np_date_parse(value);
    bool none = true;
    for (size_t i = 0; i < value.n; i++)
        none = none && (value.p[i] == '0' || value.p[i] == '1' || value.p[i] == '-');
    if (date || !none)
        np_legal_add(walk, line, label, value);
    return date;
}

void np_legal_join(struct np_walk *walk, int line, const char *label, struct np_slice value)
{
    struct np_legal_event *event = np_legal_last(walk);
    size_t n = event ? event->details.n : 0;
    if (!n || event->details.v[n - 1].line != line || !value.n) {
        np_legal_add(walk, line, label, value);
        return;
    }
    struct np_legal_detail *last = &event->details.v[n - 1];
    last->value = np_arena_printf(np_walk_arena(walk), "%.*s %.*s", NP_ARG(last->value),
                                  NP_ARG(value));
}

/* ---- text ---- */

static void put_detail(struct np_buf *b, struct np_slice label, struct np_slice value)
{
    if (b->n)
        np_buf_puts(b, "; ");
    if (label.n) {
        np_buf_puts_slice(b, label);
        np_buf_putc(b, ' ');
    }
    np_buf_puts_slice(b, value);
}

static struct np_slice text_of(struct np_arena *arena, struct np_legal_event *event)
{
    struct np_buf b = { 0 };
    np_docdb_sort(event->details.v, event->details.n, sizeof event->details.v[0]);
    if (event->name.n)
        put_detail(&b, NP_EMPTY, event->name);
    for (size_t i = 0; i < event->details.n; i++)
        put_detail(&b, event->details.v[i].label, event->details.v[i].value);
    struct np_slice text = np_arena_copy(arena, np_buf_slice(&b));
    np_buf_release(&b);
    return text;
}

/* ---- events ---- */

/* A lapse in several countries is an event of each, with its own day. */
static void take_event(struct np_arena *arena, struct np_legal_event *from,
                       struct np_record *record)
{
    size_t n = from->states.n ? from->states.n : 1;
    from->event.text = text_of(arena, from);
    for (size_t i = 0; i < n; i++) {
        struct np_event event = from->event;
        if (from->states.n && from->states.v[i].country.n)
            event.state = from->states.v[i].country;
        if (from->states.n && from->states.v[i].date)
            event.effective = from->states.v[i].date;
        if (from->withdrawn)
            *np_list_add(arena, &record->withdrawn) = event;
        else
            *np_list_add(arena, &record->events) = event;
    }
}

/* What happens in one country of a regional patent comes from that country's office. */
static void complete_event(struct np_event *event, struct np_slice office)
{
    if (!event->office.n)
        event->office = office;
    else if (!event->state.n && office.n && !np_slice_eq(event->office, office))
        event->state = event->office;
}

/* ---- the document it speaks of ---- */

static const struct np_docdb_id *id_of(const struct np_docdb_reference *reference)
{
    const struct np_docdb_id *id = &reference->id[NP_DOCDB_DOCDB];
    return id->number.n ? id : &reference->id[NP_DOCDB_PLAIN];
}

static void take_publication(struct np_walk *walk, const struct np_legal *legal)
{
    struct np_record *record = np_walk_record(walk);
    const struct np_docdb_id *id = id_of(&legal->docdb.publication);
    if (!id->office.n || !id->number.n)
        return;
    record->number = np_publication_number(np_walk_arena(walk), id->office, id->number);
    if (!record->number.n)
        return;
    record->office = id->office;
    record->kind = id->kind;
    record->date = id->date;
}

/* PI, UM: line L005EP of OPS; words: the bulk. */
static const struct { const char *printed; enum np_type type; } ipr_types[] = {
    { "PI", NP_INVENTION },      { "patent for invention", NP_INVENTION },
    { "UM", NP_UTILITY_MODEL },  { "utility model", NP_UTILITY_MODEL },
    { "DS", NP_DESIGN },         { "design", NP_DESIGN },
    { "DP", NP_DESIGN },         { "design patent", NP_DESIGN },
    { "PP", NP_PLANT },          { "plant patent", NP_PLANT },
};

static void take_type(const struct np_legal *legal, struct np_record *record)
{
    np_docdb_classify_kind(record, id_of(&legal->docdb.application)->kind, false);
    if (!record->number.n)
        record->stage = NP_OTHER_STAGE;
    for (size_t i = 0; i < sizeof ipr_types / sizeof ipr_types[0]; i++)
        if (!record->kind.n && np_slice_is(legal->ipr_type, ipr_types[i].printed))
            record->type = ipr_types[i].type;
}

void np_legal_take(struct np_walk *walk, struct np_legal *legal)
{
    struct np_record *record = np_walk_record(walk);
    const struct np_docdb_id *application = id_of(&legal->docdb.application);
    take_publication(walk, legal);
    np_docdb_take_application(walk, &legal->docdb);
    if (np_slice_is(application->kind, "W")) /* the international application of this office */
        record->application.kind = application->kind;
    if (!record->office.n)
        record->office = record->application.office;
    take_type(legal, record);
    for (size_t i = 0; i < legal->events.n; i++) {
        complete_event(&legal->events.v[i].event, record->application.office.n
                                                      ? record->application.office
                                                      : record->office);
        take_event(np_walk_arena(walk), &legal->events.v[i], record);
    }
    record->parts = NP_PART_EVENTS;
}
