/* ep_biblio.c -- numbers, dates, symbols and texts of EPO full text (SDOBI, abstract).
 *
 * The key of the publication are the root's attributes country, doc-number and kind; its id and
 * file hold the application number (formats/ep-fulltext.md, pitfall 1). The elements B110, B130
 * and B140 say the same and stand in where a tool has lost the attributes.
 */
#include "docdb.h"
#include "ep.h"

static struct ep_state *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

static struct np_slice lang_of(struct np_walk *walk, struct np_slice printed)
{
    return np_docdb_lang(np_walk_arena(walk), printed);
}

/* ---- the publication ---- */

void np_ep_begin(struct np_walk *walk)
{
    struct np_record *record = np_walk_record(walk);
    struct np_slice country = np_slice_trim(np_walk_root_attribute(walk, "country"));

    record->office = country.n ? country : NP_S("EP");
    record->number = np_publication_number(np_walk_arena(walk), record->office,
                                           np_walk_root_attribute(walk, "doc-number"));
    record->kind = np_slice_trim(np_walk_root_attribute(walk, "kind"));
    record->date = np_date_parse(np_slice_trim(np_walk_root_attribute(walk, "date-publ")));
    record->lang = lang_of(walk, np_walk_root_attribute(walk, "lang"));
}

void np_ep_number(struct np_walk *walk, struct np_slice text)
{
    struct np_record *record = np_walk_record(walk);
    struct np_slice number = np_publication_number(np_walk_arena(walk), record->office, text);

    if (!record->number.n)
        record->number = number;
    else if (!np_slice_eq(record->number, number))
        np_walk_note(walk, "NP-NOT-005", "publication number '%.*s' of the root, '%.*s' in B110",
                     NP_ARG(record->number), NP_ARG(np_slice_sub(number, 0, 40)));
}

void np_ep_kind(struct np_walk *walk, struct np_slice text)
{
    struct np_record *record = np_walk_record(walk);

    if (!record->kind.n)
        record->kind = text;
    else if (!np_slice_eq(record->kind, text))
        np_walk_note(walk, "NP-NOT-005", "kind '%.*s' of the root, '%.*s' in B130",
                     NP_ARG(record->kind), NP_ARG(np_slice_sub(text, 0, 40)));
}

void np_ep_date(struct np_walk *walk, struct np_slice text)
{
    struct np_record *record = np_walk_record(walk);
    np_date date = np_date_parse(text);

    if (!record->date)
        record->date = date;
    else if (date != record->date)
        np_walk_note(walk, "NP-NOT-005", "date %d of the root, '%.*s' in B140", record->date,
                     NP_ARG(np_slice_sub(text, 0, 40)));
}

void np_ep_language(struct np_walk *walk, struct np_slice text)
{
    struct np_slice lang = lang_of(walk, text);

    if (lang.n)
        np_walk_record(walk)->lang = lang;
}

/* ---- the application, its priorities and the international phase ---- */

/* Behind the point of "17171508.9": digits weighted 1, 2, 1, 2 ..., digit sums, to the next ten. */
static int check_digit(struct np_slice digits)
{
    int sum = 0;

    for (size_t i = 0; i < digits.n; i++) {
        int value = (digits.p[i] - '0') * (i % 2 ? 2 : 1);

        sum += value / 10 + value % 10;
    }
    return (10 - sum % 10) % 10;
}

static void check_application(struct np_walk *walk, struct np_slice printed)
{
    struct np_slice digits = np_slice_sub(printed, 0, 8);
    char stated;

    if (printed.n != 10 || printed.p[8] != '.')
        return;
    stated = printed.p[9];
    for (size_t i = 0; i < digits.n; i++)
        if (digits.p[i] < '0' || digits.p[i] > '9')
            return;
    if (stated != (char)('0' + check_digit(digits)))
        np_walk_note(walk, "NP-NOT-001", "application number '%.*s': check digit %c, computed %d",
                     NP_ARG(printed), stated, check_digit(digits));
}

void np_ep_application_number(struct np_walk *walk, struct np_slice text)
{
    struct np_docref *application = &np_walk_record(walk)->application;

    check_application(walk, text);
    application->office = NP_S("EP");
    application->number = np_application_number(np_walk_arena(walk), application->office, text);
}

void np_ep_application_date(struct np_walk *walk, struct np_slice text)
{
    np_walk_record(walk)->application.date = np_date_parse(text);
}

static struct np_docref *last_priority(struct np_walk *walk)
{
    struct np_record *record = np_walk_record(walk);

    return record->priorities.n ? &record->priorities.v[record->priorities.n - 1] : NULL;
}

/* The number waits as printed for its country, which comes last. */
void np_ep_priority_number(struct np_walk *walk, struct np_slice text)
{
    struct np_docref *priority = np_list_add(np_walk_arena(walk),
                                             &np_walk_record(walk)->priorities);

    priority->number = text;
}

void np_ep_priority_date(struct np_walk *walk, struct np_slice text)
{
    struct np_docref *priority = last_priority(walk);

    if (priority && !priority->date)
        priority->date = np_date_parse(text);
}

void np_ep_priority_country(struct np_walk *walk, struct np_slice text)
{
    struct np_docref *priority = last_priority(walk);

    if (priority && !priority->office.n)
        priority->office = text;
}

static void finish_priorities(struct np_walk *walk)
{
    struct np_record *record = np_walk_record(walk);
    size_t kept = 0;

    for (size_t i = 0; i < record->priorities.n; i++) {
        struct np_docref priority = record->priorities.v[i];
        bool known = false;

        priority.number = np_priority_number(np_walk_arena(walk), priority.office,
                                             priority.number);
        for (size_t k = 0; k < kept; k++)
            known |= np_slice_eq(record->priorities.v[k].office, priority.office) &&
                     np_slice_eq(record->priorities.v[k].number, priority.number);
        if (priority.number.n && !known)
            record->priorities.v[kept++] = priority;
    }
    record->priorities.n = kept;
}

void np_ep_pct_application(struct np_walk *walk, struct np_slice text)
{
    np_walk_record(walk)->pct_application = np_pct_number(np_walk_arena(walk), text);
}

void np_ep_pct_publication(struct np_walk *walk, struct np_slice text)
{
    struct np_arena *arena = np_walk_arena(walk);
    struct np_slice number = np_publication_number(arena, NP_S("WO"), text);

    if (number.n)
        np_walk_record(walk)->pct_publication = np_arena_printf(arena, "WO%.*s", NP_ARG(number));
}

/* ---- earlier applications ---- */

static const struct {
    const char *element, *relation;
} relations[] = {
    { "B610", "addition" },
    { "B620", "division" },
    { "B631", "continuation" },
    { "B632", "continuation_in_part" },
    { "B660", "substitution" },
};

void np_ep_open_parent(struct np_walk *walk)
{
    memset(&state_of(walk)->earlier, 0, sizeof state_of(walk)->earlier);
}

void np_ep_parent_number(struct np_walk *walk, struct np_slice text)
{
    struct np_docref *earlier = &state_of(walk)->earlier;

    if (earlier->number.n)
        return;
    earlier->office = NP_S("EP");
    earlier->number = np_application_number(np_walk_arena(walk), earlier->office, text);
}

void np_ep_parent_date(struct np_walk *walk, struct np_slice text)
{
    if (!state_of(walk)->earlier.date)
        state_of(walk)->earlier.date = np_date_parse(text);
}

void np_ep_parent(struct np_walk *walk, struct np_slice text)
{
    const struct np_docref *earlier = &state_of(walk)->earlier;

    (void)text;
    if (!earlier->number.n)
        return;
    for (size_t i = 0; i < sizeof relations / sizeof relations[0]; i++)
        if (np_slice_is(np_walk_element(walk), relations[i].element))
            *np_list_add(np_walk_arena(walk), &np_walk_record(walk)->parents) =
                (struct np_parent){ np_slice_of(relations[i].relation), *earlier };
}

/* ---- states ---- */

void np_ep_designated(struct np_walk *walk, struct np_slice text)
{
    np_symbols_add(np_walk_arena(walk), &np_walk_record(walk)->designated, text);
}

void np_ep_lapse_date(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->lapse.date = np_date_parse(text);
}

/* The bibliography names a lapse by its element alone: B475, lapse of the patent in a state. Its
 * date is that of the effect, and no other is given.                                          */
void np_ep_lapse_state(struct np_walk *walk, struct np_slice text)
{
    struct ep_state *state = state_of(walk);

    *np_list_add(np_walk_arena(walk), &np_walk_record(walk)->events) = (struct np_event){
        .office = NP_S("EP"), .code = NP_S("B475"), .date = state->lapse.date,
        .effective = state->lapse.date, .state = text
    };
    state->lapse.date = 0;
}

/* ---- symbols: fixed columns, or the same with the runs of blanks collapsed ---- */

void np_ep_ipc(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    np_symbols_add(np_walk_arena(walk), &np_walk_record(walk)->ipc,
                   np_symbol_parse(np_walk_arena(walk), np_walk_raw(walk)));
}

void np_ep_older_ipc(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    np_symbols_add(np_walk_arena(walk), &state_of(walk)->older_ipc,
                   np_symbol_parse(np_walk_arena(walk), np_walk_raw(walk)));
}

/* "// A01N43/08, A01N43/10": linked to those before. */
void np_ep_linked_ipc(struct np_walk *walk, struct np_slice text)
{
    size_t from = 0;

    while (from < text.n) {
        size_t n = 0;
        struct np_slice symbol;

        while (from + n < text.n && !memchr(",;()", text.p[from + n], 4))
            n++;
        symbol = np_slice_trim(np_slice_sub(text, from, n));
        while (symbol.n && symbol.p[0] == '/')
            symbol = np_slice_trim(np_slice_sub(symbol, 1, symbol.n));
        if (memchr(symbol.p, '/', symbol.n))
            np_symbols_add(np_walk_arena(walk), &state_of(walk)->older_ipc,
                           np_symbol_parse(np_walk_arena(walk), symbol));
        from += n + 1;
    }
}

void np_ep_cpc(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    np_symbols_add(np_walk_arena(walk), &np_walk_record(walk)->cpc,
                   np_symbol_parse(np_walk_arena(walk), np_walk_raw(walk)));
}

/* ---- texts ---- */

static void add_text(struct np_walk *walk, struct np_slice lang, struct np_slice text, bool title)
{
    struct np_record *record = np_walk_record(walk);
    struct np_text *v = title ? record->title.v : record->abstract.v;
    size_t n = title ? record->title.n : record->abstract.n;

    if (!text.n)
        return;
    for (size_t i = 0; i < n; i++)
        if (np_slice_eq(v[i].lang, lang))
            return;
    if (title)
        *np_list_add(np_walk_arena(walk), &record->title) = (struct np_text){ lang, text };
    else
        *np_list_add(np_walk_arena(walk), &record->abstract) = (struct np_text){ lang, text };
}

void np_ep_title_language(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->lang = lang_of(walk, text);
}

void np_ep_title(struct np_walk *walk, struct np_slice text)
{
    add_text(walk, state_of(walk)->lang, text, true);
    state_of(walk)->lang = NP_EMPTY;
}

void np_ep_abstract(struct np_walk *walk, struct np_slice text)
{
    add_text(walk, lang_of(walk, np_walk_attribute(walk, "lang")), text, false);
}

void np_ep_finish_biblio(struct np_walk *walk)
{
    struct np_record *record = np_walk_record(walk);
    const struct np_symbols *older = &state_of(walk)->older_ipc;

    for (size_t i = 0; i < older->n; i++)
        np_symbols_add(np_walk_arena(walk), &record->ipc, older->v[i]);
    finish_priorities(walk);
}
