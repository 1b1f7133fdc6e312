/* aps_parties.c -- inventors and assignees of Green Book text.
 *
 *     INVT                            ASSG
 *     NAM  Miller, Jr.; George H.     NAM  Tubes of Nowhere, Inc.
 *     CTY  Kyoto                      CTY  Nowhere
 *     CNT  JPX                        STA  CA
 */
#include "aps.h"

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

void np_aps_open_party(struct aps *aps)
{
    memset(&aps->party, 0, sizeof aps->party);
}

/* "Miller, Jr.; George H." -> "Miller, George H., Jr."; a company has no semicolon. */
static struct np_slice name_of(struct aps *aps, struct np_slice printed)
{
    size_t semicolon = np_slice_find(printed, NP_S(";"));
    struct np_slice last, first, suffix;
    size_t comma;

    if (semicolon >= printed.n)
        return printed;
    last = np_slice_trim(np_slice_sub(printed, 0, semicolon));
    first = np_slice_trim(np_slice_sub(printed, semicolon + 1, printed.n));
    if (!last.n || !first.n)
        return last.n ? last : first;
    comma = np_slice_find(last, NP_S(","));
    if (comma >= last.n)
        return np_arena_printf(aps->arena, "%.*s, %.*s", NP_ARG(last), NP_ARG(first));
    suffix = np_slice_trim(np_slice_sub(last, comma + 1, last.n));
    last = np_slice_trim(np_slice_sub(last, 0, comma));
    return np_arena_printf(aps->arena, "%.*s, %.*s, %.*s", NP_ARG(last), NP_ARG(first),
                           NP_ARG(suffix));
}

void np_aps_name(struct aps *aps, struct np_slice value)
{
    if (!aps->party.name.n)
        aps->party.name = name_of(aps, np_aps_text(aps, value));
}

void np_aps_street(struct aps *aps, struct np_slice value)
{
    aps->party.street = np_aps_text(aps, value);
}

void np_aps_city(struct aps *aps, struct np_slice value)
{
    aps->party.city = np_aps_text(aps, value);
}

void np_aps_region(struct aps *aps, struct np_slice value)
{
    aps->party.region = np_aps_text(aps, value);
}

void np_aps_postcode(struct aps *aps, struct np_slice value)
{
    aps->party.postcode = np_aps_text(aps, value);
}

/* WIPO ST.3 and one more character: JPX, GB2. */
struct np_slice np_aps_country(struct aps *aps, struct np_slice value)
{
    struct np_slice s = np_slice_trim(value);

    if (s.n < 2 || s.n > 3 || !is_upper(s.p[0]) || !is_upper(s.p[1]))
        return NP_EMPTY;
    return np_arena_copy(aps->arena, np_slice_sub(s, 0, 2));
}

void np_aps_party_country(struct aps *aps, struct np_slice value)
{
    aps->party.country = np_aps_country(aps, value);
}

/* CNT is left out in the US. */
static struct np_slice party_country(const struct aps *aps)
{
    return aps->party.country.n ? aps->party.country : NP_S("US");
}

void np_aps_close_inventor(struct aps *aps)
{
    if (aps->party.name.n)
        *np_list_add(aps->arena, &aps->record->inventors) =
            (struct np_inventor){ aps->party.name, party_country(aps) };
}

void np_aps_close_assignee(struct aps *aps)
{
    const struct aps_party *party = &aps->party;

    if (party->name.n)
        *np_list_add(aps->arena, &aps->record->applicants) =
            (struct np_party){ .name = party->name, .role = NP_ROLE_ASSIGNEE,
                               .country = party_country(aps), .region = party->region,
                               .city = party->city, .address = party->street,
                               .postcode = party->postcode };
}
