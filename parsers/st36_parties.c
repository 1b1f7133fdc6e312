/* st36_parties.c -- applicants, inventors and assignees of MAREC and ST.36 documents.
 *
 * MAREC gives each list once per format, ST.36 once. One list is taken whole (formats/wipo.md, 2):
 *
 *     original       Dispenza, John    with address
 *     intermediate   DISPENZA, JOHN    without country: it is joined by position, if the lists
 *     epo            DISPENZA JOHN US  are equally long
 */
#include "st36.h"

#include "docdb.h"

#include <stddef.h>

static struct st36 *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

/* ---- while walking ---- */

/* PCT applicants for the US only are the inventors (practice until 2012); an organisation is
 * none.                                                                                      */
void np_st36_open_person(struct np_walk *walk)
{
    struct st36_person *person = &state_of(walk)->person;
    struct np_slice type = np_walk_attribute(walk, "app-type");

    memset(person, 0, sizeof *person);
    np_buf_reset(&state_of(walk)->lines);
    if (!type.n)
        type = np_walk_attribute(walk, "apptype");
    person->inventor = np_slice_is(type, "applicant-inventor") ||
                       np_slice_is(type, "applicantinventor") ||
                       np_slice_is(np_walk_attribute(walk, "designation"), "us-only");
}

static const struct { const char *element; size_t member; } person_parts[] = {
    { "orgname", offsetof(struct st36_person, name) },
    { "name", offsetof(struct st36_person, name) },
    { "last-name", offsetof(struct st36_person, last) },
    { "first-name", offsetof(struct st36_person, first) },
    { "middle-name", offsetof(struct st36_person, middle) },
    { "suffix", offsetof(struct st36_person, suffix) },
    { "city", offsetof(struct st36_person, city) },
    { "state", offsetof(struct st36_person, region) },
    { "county", offsetof(struct st36_person, region) },
    { "province", offsetof(struct st36_person, region) },
    { "postcode", offsetof(struct st36_person, postcode) },
    { "country", offsetof(struct st36_person, country) },
};

/* Everything else in an address (street, address-1, building, pobox) is a line of it. */
static void add_line(struct np_walk *walk, struct np_slice text)
{
    struct np_buf *lines = &state_of(walk)->lines;

    if (lines->n && text.n)
        np_buf_puts(lines, ", ");
    np_buf_puts_slice(lines, text);
}

void np_st36_person_part(struct np_walk *walk, struct np_slice text)
{
    struct st36_person *person = &state_of(walk)->person;
    struct np_slice element = np_walk_element(walk);

    if (np_slice_is(element, "orgname") && text.n)
        person->inventor = false;
    for (size_t i = 0; i < sizeof person_parts / sizeof *person_parts; i++) {
        struct np_slice *place =
            (struct np_slice *)(void *)((char *)person + person_parts[i].member);

        if (!np_slice_is(element, person_parts[i].element))
            continue;
        if (!place->n)
            *place = text;
        return;
    }
    add_line(walk, text);
}

void np_st36_address_part(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->person.placed = true;
    np_st36_person_part(walk, text);
}

/* An address may be bare text (formats/wipo.md, 4). */
void np_st36_address(struct np_walk *walk, struct np_slice text)
{
    if (!state_of(walk)->person.placed)
        add_line(walk, text);
}

void np_st36_residence(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->person.residence = text;
}

/* What the EPO prints where no inventor is named. */
static bool is_nobody(struct np_slice name)
{
    return np_slice_starts(name, "The designation of the inventor has not yet been filed");
}

/* `Last, First Middle, Suffix` (formats/record.md, "names"). */
static struct np_slice name_of(struct np_arena *arena, const struct st36_person *p)
{
    if (p->name.n)
        return p->name;
    return np_arena_printf(arena, "%.*s%s%.*s%s%.*s%s%.*s", NP_ARG(p->last),
                           p->last.n && p->first.n ? ", " : "", NP_ARG(p->first),
                           p->middle.n ? " " : "", NP_ARG(p->middle), p->suffix.n ? ", " : "",
                           NP_ARG(p->suffix));
}

static void add_person(struct np_walk *walk, struct st36_people *people)
{
    struct st36_person *person = &state_of(walk)->person;
    struct np_arena *arena = np_walk_arena(walk);

    person->name = name_of(arena, person);
    person->street = np_arena_copy(arena, np_buf_slice(&state_of(walk)->lines));
    if (!person->country.n)
        person->country = person->residence;
    if (person->name.n && !is_nobody(person->name))
        *np_list_add(arena, &people->form[np_st36_format_of(walk)]) = *person;
}

void np_st36_applicant(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    add_person(walk, &state_of(walk)->applicants);
}

void np_st36_inventor(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    add_person(walk, &state_of(walk)->inventors);
}

void np_st36_assignee(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    add_person(walk, &state_of(walk)->assignees);
}

/* ---- the choice ---- */

static int choose(struct st36_people *people)
{
    int best = 0;

    while (best < ST36_FORMATS - 1 && !people->form[best].n)
        best++;
    for (int f = best + 1; f < ST36_FORMATS; f++)
        for (size_t i = 0; people->form[f].n == people->form[best].n && i < people->form[f].n; i++)
            if (!people->form[best].v[i].country.n)
                people->form[best].v[i].country = people->form[f].v[i].country;
    return best;
}

struct taking {
    struct np_arena *arena;
    struct np_record *record;
    struct np_map *invents; /* name keys of the inventors in all formats */
    struct np_map *parties; /* name key to place among the applicants, from 1 */
};

static void add_inventor(struct taking *t, const struct st36_person *person)
{
    *np_list_add(t->arena, &t->record->inventors) =
        (struct np_inventor){ person->name, person->country };
    np_map_put(t->invents, np_docdb_name_key(t->arena, person->name), 1);
}

static void take_inventors(struct taking *t, struct st36 *st36)
{
    int best = choose(&st36->inventors), applicants = choose(&st36->applicants);

    for (size_t i = 0; i < st36->inventors.form[best].n; i++)
        add_inventor(t, &st36->inventors.form[best].v[i]);
    for (int f = 0; f < ST36_FORMATS; f++)
        for (size_t i = 0; i < st36->inventors.form[f].n; i++)
            np_map_put(t->invents,
                       np_docdb_name_key(t->arena, st36->inventors.form[f].v[i].name), 1);
    for (size_t i = 0; i < st36->applicants.form[applicants].n; i++) {
        const struct st36_person *person = &st36->applicants.form[applicants].v[i];

        if (person->inventor &&
            !np_map_get(t->invents, np_docdb_name_key(t->arena, person->name)))
            add_inventor(t, person);
    }
}

/* "215123 Suzhou": a Chinese post code leads the address (formats/record.md, "applicants"). */
static void move_postcode(struct np_party *party)
{
    size_t digits = 0;

    while (digits < party->address.n && party->address.p[digits] >= '0' &&
           party->address.p[digits] <= '9')
        digits++;
    if (digits != 6 || party->postcode.n || !np_slice_is(party->country, "CN"))
        return;
    party->postcode = np_slice_sub(party->address, 0, 6);
    party->address = np_slice_trim(np_slice_sub(party->address, 6, party->address.n));
}

static void add_party(struct taking *t, const struct st36_person *person, enum np_role role)
{
    struct np_slice key = np_docdb_name_key(t->arena, person->name);
    const int64_t *place = np_map_get(t->parties, key);
    struct np_party *party;

    if (place) {
        party = &t->record->applicants.v[*place - 1];
        if (!party->country.n)
            party->country = person->country;
        return;
    }
    party = np_list_add(t->arena, &t->record->applicants);
    *party = (struct np_party){ person->name, role, person->country, person->region,
                                person->city, person->street, person->postcode };
    if (role == NP_ROLE_APPLICANT && np_map_get(t->invents, key))
        party->role = NP_ROLE_APPLICANT_INVENTOR;
    move_postcode(party);
    np_map_put(t->parties, key, (int64_t)t->record->applicants.n);
}

static void add_parties(struct taking *t, struct st36_people *people, enum np_role role)
{
    int best = choose(people);

    for (size_t i = 0; i < people->form[best].n; i++)
        add_party(t, &people->form[best].v[i], role);
}

/* The assignees of an EP grant are its proprietors and replace the applicants. */
void np_st36_take_parties(struct np_walk *walk, struct st36 *st36)
{
    struct taking t = { np_walk_arena(walk), np_walk_record(walk), np_map_new(), np_map_new() };
    bool granted = np_slice_is(t.record->office, "EP") && np_slice_starts(t.record->kind, "B");

    take_inventors(&t, st36);
    add_parties(&t, &st36->assignees, granted ? NP_ROLE_PROPRIETOR : NP_ROLE_ASSIGNEE);
    if (!granted || !t.record->applicants.n)
        add_parties(&t, &st36->applicants, NP_ROLE_APPLICANT);
    np_map_free(t.invents);
    np_map_free(t.parties);
}
