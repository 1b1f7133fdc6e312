/* ep_parties.c -- applicants (A documents), proprietors (B documents) and inventors.
 *
 *   <snm>BASF Aktiengesellschaft          the first line is the name; department, employer and
 *   Patente, Marken und Lizenzen</snm>    "c/o" follow (formats/ep-fulltext.md, section 3)
 *
 * snm holds a whole name, "Surname, Given" for people; the other parts of a name are allowed by
 * the DTD. The post code is part of the city and stays there: as printed.
 */
#include "ep.h"

#include <nanopat/text.h>

static struct ep_state *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

void np_ep_open_person(struct np_walk *walk)
{
    memset(&state_of(walk)->person, 0, sizeof state_of(walk)->person);
}

static struct np_slice squeeze(struct np_walk *walk, struct np_slice s)
{
    struct np_buf b = { 0 };

    np_text_squeeze(&b, s);
    s = np_arena_copy(np_walk_arena(walk), np_buf_slice(&b));
    np_buf_release(&b);
    return s;
}

/* Without the comma that joins it to the next line ("Kato, Takeshi,"). */
static struct np_slice first_line(struct np_walk *walk)
{
    struct np_slice s = np_slice_trim(np_walk_raw(walk));
    size_t n = 0;

    while (n < s.n && s.p[n] != '\n' && s.p[n] != '\r')
        n++;
    s = np_slice_trim(np_slice_sub(s, 0, n));
    while (s.n && s.p[s.n - 1] == ',')
        s = np_slice_trim(np_slice_sub(s, 0, s.n - 1));
    return squeeze(walk, s);
}

static const struct {
    const char *element;
    size_t member;
} person_parts[] = {
    { "snm", offsetof(struct ep_person, surname) },
    { "fnm", offsetof(struct ep_person, given) },
    { "sfx", offsetof(struct ep_person, suffix) },
    { "onm", offsetof(struct ep_person, organisation) },
    { "iid", offsetof(struct ep_person, number) },
    { "city", offsetof(struct ep_person, city) },
    { "state", offsetof(struct ep_person, region) },
    { "ctry", offsetof(struct ep_person, country) },
    { "pcode", offsetof(struct ep_person, postcode) },
};

static void add_street(struct np_walk *walk, struct np_slice text)
{
    struct ep_person *person = &state_of(walk)->person;

    if (text.n && person->street.n)
        text = np_arena_printf(np_walk_arena(walk), "%.*s, %.*s", NP_ARG(person->street),
                               NP_ARG(text));
    if (text.n)
        person->street = text;
}

void np_ep_person_part(struct np_walk *walk, struct np_slice text)
{
    struct np_slice element = np_walk_element(walk), *place;

    for (size_t i = 0; i < sizeof person_parts / sizeof person_parts[0]; i++) {
        if (!np_slice_is(element, person_parts[i].element))
            continue;
        place = (struct np_slice *)((char *)&state_of(walk)->person + person_parts[i].member);
        if (!place->n)
            *place = i == 0 || np_slice_is(element, "onm") ? first_line(walk) : text;
        return;
    }
    add_street(walk, text); /* str, pbox */
}

/* "Last, First, Suffix" (formats/record.md, "names"). */
static struct np_slice name_of(struct np_walk *walk)
{
    const struct ep_person *person = &state_of(walk)->person;
    struct np_arena *arena = np_walk_arena(walk);
    struct np_slice name = person->surname.n ? person->surname : person->organisation;

    if (name.n && person->given.n)
        name = np_arena_printf(arena, "%.*s, %.*s", NP_ARG(name), NP_ARG(person->given));
    if (name.n && person->suffix.n)
        name = np_arena_printf(arena, "%.*s, %.*s", NP_ARG(name), NP_ARG(person->suffix));
    return name;
}

/* ---- lists ---- */

/* The EPO's number of a person is the same for the same party; else the name. */
static bool is_listed(struct np_walk *walk, struct np_slice name)
{
    const struct np_record *record = np_walk_record(walk);
    struct ep_state *state = state_of(walk);

    for (size_t i = 0; i < record->applicants.n; i++) {
        struct np_slice number = state->party_numbers.v[i];

        if (number.n && state->person.number.n
                ? np_slice_eq(number, state->person.number)
                : np_slice_eq(record->applicants.v[i].name, name))
            return true;
    }
    return false;
}

static void add_party(struct np_walk *walk, enum np_role role)
{
    struct ep_state *state = state_of(walk);
    const struct ep_person *person = &state->person;
    struct np_slice name = name_of(walk);

    if (!name.n || is_listed(walk, name))
        return;
    *np_list_add(np_walk_arena(walk), &np_walk_record(walk)->applicants) = (struct np_party){
        .name = name, .role = role, .country = person->country, .region = person->region,
        .city = person->city, .address = person->street, .postcode = person->postcode
    };
    *np_list_add(np_walk_arena(walk), &state->party_numbers) = person->number;
}

void np_ep_applicant(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    add_party(walk, NP_ROLE_APPLICANT);
}

void np_ep_proprietor(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    add_party(walk, NP_ROLE_PROPRIETOR);
}

void np_ep_inventor(struct np_walk *walk, struct np_slice text)
{
    struct np_inventor inventor = { name_of(walk), state_of(walk)->person.country };

    (void)text;
    if (inventor.name.n)
        *np_list_add(np_walk_arena(walk), &np_walk_record(walk)->inventors) = inventor;
}

/* Where both lists stand, the proprietors are the owners (formats/record.md, "applicants"). */
static void keep_proprietors(struct np_record *record)
{
    size_t kept = 0;

    for (size_t i = 0; i < record->applicants.n; i++)
        if (record->applicants.v[i].role == NP_ROLE_PROPRIETOR)
            record->applicants.v[kept++] = record->applicants.v[i];
    if (kept)
        record->applicants.n = kept;
}

void np_ep_finish_parties(struct np_walk *walk)
{
    struct np_record *record = np_walk_record(walk);

    keep_proprietors(record);
    for (size_t i = 0; i < record->applicants.n; i++)
        for (size_t k = 0; k < record->inventors.n; k++)
            if (record->applicants.v[i].role == NP_ROLE_APPLICANT &&
                np_slice_eq(record->applicants.v[i].name, record->inventors.v[k].name))
                record->applicants.v[i].role = NP_ROLE_APPLICANT_INVENTOR;
}
