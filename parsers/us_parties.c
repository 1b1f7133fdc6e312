/* us_parties.c -- applicants, inventors and assignees of USPTO documents since 2001.
 *
 *             people                                    company
 *   PAP       inventors/first-named-inventor, inventor  assignee
 *   to v4.2   applicants/applicant (are the inventors)  assignee
 *   v4.3+     inventors/inventor, and us-applicant      assignee, or us-applicant with orgname,
 *             if filed before 2012-09-16                or both
 *
 * The record lists every legal person once (formats/record.md, "applicants"): assignees first,
 * then the applicants that are no assignees; who is also an inventor says so by its role.
 */
#include "us.h"

static struct us_state *state_of(struct np_walk *walk)
{
    return np_walk_state(walk);
}

void np_us_open_person(struct np_walk *walk)
{
    struct us_person *person = &state_of(walk)->person;

    memset(person, 0, sizeof *person);
    person->is_inventor = np_slice_is(np_walk_attribute(walk, "app-type"), "applicant-inventor");
}

/* "omitted" and "unknown" stand where a country is not given (formats/uspto.md). */
static struct np_slice country_of(struct np_slice text)
{
    return np_slice_is(text, "omitted") || np_slice_is(text, "unknown") ? NP_EMPTY : text;
}

static void add_street(struct np_walk *walk, struct np_slice text)
{
    struct us_person *person = &state_of(walk)->person;

    if (!text.n)
        return;
    person->street = person->street.n
                         ? np_arena_printf(np_walk_arena(walk), "%.*s, %.*s",
                                           NP_ARG(person->street), NP_ARG(text))
                         : text;
}

static const struct {
    const char *element;
    size_t member;
} person_parts[] = {
    { "orgname", offsetof(struct us_person, name) },
    { "name", offsetof(struct us_person, name) },
    { "last-name", offsetof(struct us_person, last) },
    { "first-name", offsetof(struct us_person, first) },
    { "middle-name", offsetof(struct us_person, middle) },
    { "suffix", offsetof(struct us_person, suffix) },
    { "city", offsetof(struct us_person, city) },
    { "state", offsetof(struct us_person, region) },
    { "country", offsetof(struct us_person, country) },
    { "postcode", offsetof(struct us_person, postcode) },
    /* names of PAP, formats/uspto.md section 4 */
    { "organization-name", offsetof(struct us_person, name) },
    { "family-name", offsetof(struct us_person, last) },
    { "given-name", offsetof(struct us_person, first) },
    { "name-suffix", offsetof(struct us_person, suffix) },
    { "country-code", offsetof(struct us_person, country) },
    { "postalcode", offsetof(struct us_person, postcode) },
    /* names of PATDOC, section 3 */
    { "ONM", offsetof(struct us_person, name) },
    { "SNM", offsetof(struct us_person, last) },
    { "FNM", offsetof(struct us_person, first) },
    { "SFX", offsetof(struct us_person, suffix) },
    { "CITY", offsetof(struct us_person, city) },
    { "STATE", offsetof(struct us_person, region) },
    { "CTRY", offsetof(struct us_person, country) },
    { "PCODE", offsetof(struct us_person, postcode) },
};

void np_us_person_part(struct np_walk *walk, struct np_slice text)
{
    struct us_person *person = &state_of(walk)->person;
    struct np_slice element = np_walk_element(walk), *place;

    for (size_t i = 0; i < sizeof person_parts / sizeof person_parts[0]; i++) {
        if (!np_slice_is(element, person_parts[i].element))
            continue;
        place = (struct np_slice *)((char *)person + person_parts[i].member);
        if (!place->n)
            *place = np_slice_starts(element, "country") ? country_of(text) : text;
        person->organisation |= np_slice_is(element, "orgname");
        return;
    }
    add_street(walk, text);
}

void np_us_person_residence(struct np_walk *walk, struct np_slice text)
{
    state_of(walk)->person.residence = country_of(text);
}

/* ---- names ---- */

static struct np_slice join_name(struct np_arena *arena, struct np_slice a, const char *between,
                                 struct np_slice b)
{
    if (!a.n || !b.n)
        return a.n ? a : b;
    return np_arena_printf(arena, "%.*s%s%.*s", NP_ARG(a), between, NP_ARG(b));
}

/* "Last, First Middle, Suffix" (formats/record.md, "names"). */
static struct np_slice name_of(struct np_walk *walk)
{
    const struct us_person *person = &state_of(walk)->person;
    struct np_arena *arena = np_walk_arena(walk);
    struct np_slice given = join_name(arena, person->first, " ", person->middle);

    if (person->name.n)
        return person->name;
    return join_name(arena, join_name(arena, person->last, ", ", given), ", ", person->suffix);
}

static struct np_slice residence_of(const struct us_person *person)
{
    return person->country.n ? person->country : person->residence;
}

/* Two spellings of one name: capitals, blanks and ASCII punctuation do not matter. */
static bool same_name(struct np_slice a, struct np_slice b)
{
    size_t i = 0, j = 0;

    for (;;) {
        while (i < a.n && memchr(" ,.-'()/", a.p[i], 8))
            i++;
        while (j < b.n && memchr(" ,.-'()/", b.p[j], 8))
            j++;
        if (i == a.n || j == b.n)
            return i == a.n && j == b.n;
        char x = a.p[i++], y = b.p[j++];
        if (x >= 'A' && x <= 'Z')
            x = (char)(x + 32);
        if (y >= 'A' && y <= 'Z')
            y = (char)(y + 32);
        if (x != y)
            return false;
    }
}

/* ---- lists ---- */

static struct np_party party_of(struct np_walk *walk, enum np_role role)
{
    const struct us_person *person = &state_of(walk)->person;

    return (struct np_party){ .name = name_of(walk), .role = role,
                              .country = residence_of(person), .region = person->region,
                              .city = person->city, .address = person->street,
                              .postcode = person->postcode };
}

static void add_inventor(struct np_walk *walk)
{
    struct us_state *state = state_of(walk);
    struct np_slice name = name_of(walk);

    if (!name.n)
        return;
    for (size_t i = 0; i < state->inventors.n; i++)
        if (same_name(state->inventors.v[i].name, name) &&
            np_slice_eq(state->inventors.v[i].country, residence_of(&state->person)))
            return;
    *np_list_add(np_walk_arena(walk), &state->inventors) =
        (struct np_inventor){ name, residence_of(&state->person) };
}

void np_us_inventor(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    add_inventor(walk);
}

void np_us_applicant(struct np_walk *walk, struct np_slice text)
{
    struct us_state *state = state_of(walk);
    enum np_role role =
        state->person.is_inventor ? NP_ROLE_APPLICANT_INVENTOR : NP_ROLE_APPLICANT;
    struct np_party party = party_of(walk, role);

    (void)text;
    if (!party.name.n)
        return;
    *np_list_add(np_walk_arena(walk), &state->applicants) = party;
    if (state->person.is_inventor)
        add_inventor(walk);
}

void np_us_assignee(struct np_walk *walk, struct np_slice text)
{
    struct us_state *state = state_of(walk);
    struct np_party party = party_of(walk, NP_ROLE_ASSIGNEE);

    (void)text;
    if (party.name.n)
        *np_list_add(np_walk_arena(walk), &state->assignees) = party;
}

static bool is_inventor(const struct us_state *state, struct np_slice name)
{
    for (size_t i = 0; i < state->inventors.n; i++)
        if (same_name(state->inventors.v[i].name, name))
            return true;
    return false;
}

static void complete(struct np_slice *place, struct np_slice text)
{
    if (!place->n)
        *place = text;
}

/* Adds, or completes the entry of the same person: an assignee may stand without address. An
 * address in another country is another branch's and completes nothing.                    */
static void add_party(struct np_walk *walk, const struct np_party *party)
{
    struct np_record *record = np_walk_record(walk);

    for (size_t i = 0; i < record->applicants.n; i++) {
        struct np_party *other = &record->applicants.v[i];

        if (!same_name(other->name, party->name))
            continue;
        complete(&other->country, party->country);
        if (!np_slice_eq(other->country, party->country) ||
            (other->city.n && !np_slice_eq(other->city, party->city)))
            return;
        complete(&other->region, party->region);
        complete(&other->city, party->city);
        complete(&other->address, party->address);
        complete(&other->postcode, party->postcode);
        return;
    }
    *np_list_add(np_walk_arena(walk), &record->applicants) = *party;
}

void np_us_finish_parties(struct np_walk *walk, struct us_state *state)
{
    struct np_record *record = np_walk_record(walk);

    for (size_t i = 0; i < state->assignees.n; i++)
        add_party(walk, &state->assignees.v[i]);
    for (size_t i = 0; i < state->applicants.n; i++) {
        struct np_party *party = &state->applicants.v[i];

        if (is_inventor(state, party->name))
            party->role = NP_ROLE_APPLICANT_INVENTOR;
        add_party(walk, party);
    }
    for (size_t i = 0; i < state->inventors.n; i++)
        *np_list_add(np_walk_arena(walk), &record->inventors) = state->inventors.v[i];
}
