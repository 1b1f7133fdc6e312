/* st96_parties.c -- applicants, inventors and assignees of ST.96: one contact for each language. */
#include "st96.h"

#include <stddef.h>

static struct st96_state *state_of(struct np_walk *walk) { return np_walk_state(walk); }

void np_st96_open_person(struct np_walk *walk)
{
    np_us_open_person(walk);
    state_of(walk)->other_contact = false;
}

/* The contact in the publication's language stays; one without language is as good. */
void np_st96_open_contact(struct np_walk *walk)
{
    struct st96_state *state = state_of(walk);
    struct us_person *person = &state->us.person;
    struct np_slice lang = np_walk_attribute(walk, "languageCode");
    bool named = person->name.n || person->last.n;

    if (named && lang.n && np_slice_eq(lang, np_walk_root_attribute(walk, "languageCode"))) {
        np_us_open_person(walk);
        named = false;
    }
    state->other_contact = named;
}

static const struct {
    const char *element;
    size_t member;
} parts[] = {
    { "EntityName", offsetof(struct us_person, name) },
    { "OrganizationStandardName", offsetof(struct us_person, name) },
    { "PersonFullName", offsetof(struct us_person, name) },
    { "LastName", offsetof(struct us_person, last) },
    { "FirstLastName", offsetof(struct us_person, last) },
    { "FirstName", offsetof(struct us_person, first) },
    { "MiddleName", offsetof(struct us_person, middle) },
    { "NameSuffix", offsetof(struct us_person, suffix) },
    { "CityName", offsetof(struct us_person, city) },
    { "GeographicRegionName", offsetof(struct us_person, region) },
    { "CountryCode", offsetof(struct us_person, country) },
    { "PostalCode", offsetof(struct us_person, postcode) },
};

static void add_line(struct np_walk *walk, struct np_slice text)
{
    struct np_slice *street = &state_of(walk)->us.person.street;

    *street = street->n ? np_arena_printf(np_walk_arena(walk), "%.*s, %.*s", NP_ARG(*street),
                                          NP_ARG(text))
                        : text;
}

/* Of several names, as of several lines, the first; lines of an address are joined. */
void np_st96_person_part(struct np_walk *walk, struct np_slice text)
{
    struct st96_state *state = state_of(walk);
    struct np_slice element = np_walk_element(walk);

    if (!text.n || state->other_contact)
        return;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        struct np_slice *place;

        if (!np_slice_is(element, parts[i].element))
            continue;
        place = (struct np_slice *)(void *)((char *)&state->us.person + parts[i].member);
        if (!place->n)
            *place = text;
        return;
    }
    add_line(walk, text);
}

/* "Applicant", "Applicant Inventor". */
void np_st96_applicant_category(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->us.person.is_inventor |=
        np_slice_find(text, NP_S("Inventor")) != (size_t)-1;
}

void np_st96_finish_parties(struct np_walk *walk, struct st96_state *state)
{
    struct np_record *record = np_walk_record(walk);
    bool replaces = np_slice_is(record->office, "EP") || np_slice_is(record->office, "CN");

    if (replaces && record->stage == NP_GRANT && state->us.assignees.n) {
        state->us.applicants.n = 0;
        for (size_t i = 0; i < state->us.assignees.n; i++)
            state->us.assignees.v[i].role = NP_ROLE_PROPRIETOR;
    }
    np_us_finish_parties(walk, &state->us);
}
