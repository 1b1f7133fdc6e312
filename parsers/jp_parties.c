/* jp_parties.c -- applicants, inventors and owners of Japanese gazettes, each with its books. */
#include "jp.h"

#include <stddef.h>

static struct jp_state *state_of(struct np_walk *walk) { return np_walk_state(walk); }

void np_jp_open_person(struct np_walk *walk)
{
    memset(state_of(walk)->books, 0, sizeof state_of(walk)->books);
    state_of(walk)->book = state_of(walk)->books;
}

void np_jp_open_book(struct np_walk *walk)
{
    struct np_slice lang = np_walk_attribute(walk, "lang");

    state_of(walk)->book =
        &state_of(walk)->books[lang.n && !np_slice_is(lang, "ja") && !np_slice_is(lang, "JA")];
}

static const struct { const char *element; size_t member; } book_parts[] = {
    { "name", offsetof(struct jp_book, name) },
    { "orgname", offsetof(struct jp_book, name) },
    { "last-name", offsetof(struct jp_book, last) },
    { "first-name", offsetof(struct jp_book, first) },
    { "text", offsetof(struct jp_book, address) },
    { "state", offsetof(struct jp_book, region) },
    { "city", offsetof(struct jp_book, city) },
    { "country", offsetof(struct jp_book, country) },
    { "postcode", offsetof(struct jp_book, postcode) },
};

void np_jp_person_part(struct np_walk *walk, struct np_slice text)
{
    char *book = (char *)state_of(walk)->book;

    for (size_t i = 0; i < sizeof book_parts / sizeof book_parts[0]; i++) {
        struct np_slice *place = (struct np_slice *)(void *)(book + book_parts[i].member);

        if (np_slice_is(np_walk_element(walk), book_parts[i].element) && !place->n)
            *place = text;
    }
}

static struct np_slice name_of(struct np_arena *arena, const struct jp_book *book)
{
    if (book->name.n || !book->last.n)
        return book->name;
    return np_arena_printf(arena, "%.*s%s%.*s", NP_ARG(book->last), book->first.n ? ", " : "",
                           NP_ARG(book->first));
}

/* The Japanese form of everything where it is given, else the other one. */
static struct np_party party_of(struct np_walk *walk, enum np_role role)
{
    const struct jp_book *ja = &state_of(walk)->books[0], *other = ja + 1;
    const struct jp_book *place = ja->address.n || ja->city.n ? ja : other;
    struct np_slice name = name_of(np_walk_arena(walk), ja);

    return (struct np_party){
        .name = name.n ? name : name_of(np_walk_arena(walk), other),
        .role = role,
        .country = ja->country.n ? ja->country : other->country,
        .region = place->region,
        .city = place->city,
        .address = place->address,
        .postcode = place->postcode,
    };
}

void np_jp_applicant(struct np_walk *walk, struct np_slice text)
{
    struct np_party party = party_of(walk, NP_ROLE_APPLICANT);

    (void)text;
    if (party.name.n)
        *np_list_add(np_walk_arena(walk), &np_walk_record(walk)->applicants) = party;
}

void np_jp_owner(struct np_walk *walk, struct np_slice text)
{
    struct np_party party = party_of(walk, NP_ROLE_PROPRIETOR);

    (void)text;
    if (party.name.n)
        *np_list_add(np_walk_arena(walk), &state_of(walk)->owners) = party;
}

void np_jp_inventor(struct np_walk *walk, struct np_slice text)
{
    struct np_party party = party_of(walk, NP_ROLE_APPLICANT);

    (void)text;
    if (party.name.n)
        *np_list_add(np_walk_arena(walk), &np_walk_record(walk)->inventors) =
            (struct np_inventor){ party.name, party.country };
}

static bool is_inventor(const struct np_record *record, struct np_slice name)
{
    for (size_t i = 0; i < record->inventors.n; i++)
        if (np_slice_eq(record->inventors.v[i].name, name))
            return true;
    return false;
}

/* Owners of a grant replace its applicants (formats/record.md, "applicants"). */
void np_jp_finish_parties(struct np_walk *walk, const struct jp_state *state)
{
    struct np_record *record = np_walk_record(walk);

    if (state->owners.n)
        record->applicants.n = 0;
    for (size_t i = 0; i < state->owners.n; i++)
        *np_list_add(np_walk_arena(walk), &record->applicants) = state->owners.v[i];
    for (size_t i = 0; i < record->applicants.n; i++)
        if (record->applicants.v[i].role == NP_ROLE_APPLICANT &&
            is_inventor(record, record->applicants.v[i].name))
            record->applicants.v[i].role = NP_ROLE_APPLICANT_INVENTOR;
}
