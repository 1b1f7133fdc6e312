/* docdb_parties.c -- applicants and inventors, one entry per person.
 *
 * Each list comes once per data format, numbered from 1 each time; the formats are not
 * aligned unless they are equally long. The best printed form is taken whole: original
 * script, else Latin as supplied (docdba), else normalised (formats/record.md,
 * applicants). OPS has epodoc ("HERRALA SAMI [FI]") and original, and the original
 * list often gives everybody twice:
 *
 *     epodoc    KYLMAENEN JARI [FI]
 *     original  KYLMAENEN, JARI,      Kylmänen, Jari
 */
#include "docdb.h"

#include <nanopat/map.h>
#include <nanopat/text.h>

struct list {
    struct np_docdb_name *v;
    size_t n;
};

static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* "9SOLUTIONS OY [FI]" -> the name, and FI where no country is known; "NIEMI, JAAKKO, " ends
 * in a comma that belongs to the list.                                                      */
static void tidy_name(struct np_docdb_name *name)
{
    struct np_slice s = np_slice_trim(name->name);
    while (s.n && (s.p[s.n - 1] == ',' || s.p[s.n - 1] == ';'))
        s = np_slice_trim(np_slice_make(s.p, s.n - 1));
    if (s.n > 4 && s.p[s.n - 1] == ']' && s.p[s.n - 4] == '[' && is_capital(s.p[s.n - 3]) &&
        is_capital(s.p[s.n - 2])) {
        if (!name->country.n)
            name->country = np_slice_make(s.p + s.n - 3, 2);
        s = np_slice_trim(np_slice_make(s.p, s.n - 4));
    }
    name->name = s;
}

/* The names of one format, by sequence. */
static struct list names_of(struct np_arena *arena, const np_docdb_names *all,
                            enum np_docdb_format format)
{
    NP_LIST(struct np_docdb_name) found = { 0 };
    for (size_t i = 0; i < all->n; i++) {
        struct np_docdb_name name = all->v[i];
        tidy_name(&name);
        if (name.format == format && name.name.n)
            *np_list_add(arena, &found) = name;
    }
    np_docdb_sort(found.v, found.n, sizeof(struct np_docdb_name));
    return (struct list){ found.v, found.n };
}

/* ---- the doubled spelling of OPS ---- */

/* ASCII consonants and digits alone: what transliteration leaves as it is
 * (Kylmänen, KYLMAENEN).                                                 */
static struct np_slice skeleton(struct np_arena *arena, struct np_slice name)
{
    char *p = np_arena_alloc(arena, name.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < name.n; i++) {
        char c = is_capital(name.p[i]) ? (char)(name.p[i] - 'A' + 'a') : name.p[i];
        bool letter = c >= 'a' && c <= 'z';
        if (is_digit(c) || (letter && !strchr("aeiou", c)))
            p[n++] = c;
    }
    p[n] = '\0';
    return np_slice_make(p, n);
}

/* One is what remains of the other (a letter outside ASCII leaves nothing: Muñoz, MUNOZ).
 * Names without any ASCII are the same only if equal.                                     */
static bool is_respelt(struct np_arena *arena, struct np_slice first, struct np_slice second)
{
    struct np_slice a = skeleton(arena, first), b = skeleton(arena, second);
    struct np_slice less = a.n < b.n ? a : b, more = a.n < b.n ? b : a;
    if (!more.n)
        return np_slice_eq(first, second);
    size_t at = 0;
    for (size_t i = 0; at < less.n && i < more.n; i++)
        at += more.p[i] == less.p[at];
    return at == less.n && (less.n == 0 || less.n * 2 >= more.n);
}

/* Keeps the second half where it spells the first half anew: it has the capitals and
 * accents of the document (formats/record.md, "a doubled spelling once").            */
static struct list once_each(struct np_arena *arena, struct list names, size_t persons)
{
    size_t half = names.n / 2;
    if (names.n % 2 || !half || (persons && persons != half))
        return names;
    for (size_t i = 0; i < half; i++)
        if (!is_respelt(arena, names.v[i].name, names.v[half + i].name))
            return names;
    return (struct list){ names.v + half, half };
}

/* ---- the choice ---- */

/* Country and address that stand only in another format, by position if equally long. */
static void join_by_position(struct list chosen, struct list other)
{
    for (size_t i = 0; chosen.n == other.n && i < chosen.n; i++) {
        if (!chosen.v[i].country.n)
            chosen.v[i].country = other.v[i].country;
        if (!chosen.v[i].address.n)
            chosen.v[i].address = other.v[i].address;
    }
}

/* docdb (in OPS epodoc) counts the persons: a list that knows fewer is not taken. */
static struct list choose(struct np_arena *arena, const np_docdb_names *all, bool ops)
{
    struct list forms[NP_DOCDB_FORMATS];
    for (int f = 0; f < NP_DOCDB_FORMATS; f++)
        forms[f] = names_of(arena, all, (enum np_docdb_format)f);
    size_t persons = forms[ops ? NP_DOCDB_EPODOC : NP_DOCDB_DOCDB].n;
    if (ops)
        forms[NP_DOCDB_ORIGINAL] = once_each(arena, forms[NP_DOCDB_ORIGINAL], persons);
    int best = -1;
    for (int f = 0; f < NP_DOCDB_FORMATS && best < 0; f++)
        if (forms[f].n && forms[f].n >= persons)
            best = f;
    if (best < 0)
        return (struct list){ NULL, 0 };
    for (int f = 0; f < NP_DOCDB_FORMATS; f++)
        if (f != best)
            join_by_position(forms[best], forms[f]);
    return forms[best];
}

/* ---- into the record ---- */

/* "215123 Suzhou": the post code of a Chinese address leads it (formats/cnipa.md). */
static void set_address(struct np_party *party, struct np_slice address)
{
    size_t digits = 0;
    address = np_slice_trim(address);
    while (digits < address.n && is_digit(address.p[digits]))
        digits++;
    party->address = address;
    if (digits == 6 && np_slice_is(party->country, "CN")) {
        party->postcode = np_slice_sub(address, 0, 6);
        party->address = np_slice_trim(np_slice_sub(address, 6, address.n));
    }
}

/* Folded, without blanks and punctuation: "HERRALA, Sami" is "Herrala Sami". */
struct np_slice np_docdb_name_key(struct np_arena *arena, struct np_slice name)
{
    struct np_buf b = { 0 };
    np_text_fold(&b, name, NULL);
    size_t n = 0;
    for (size_t i = 0; i < b.n; i++)
        if ((unsigned char)b.p[i] >= 0x80 || is_digit(b.p[i]) || (b.p[i] >= 'a' && b.p[i] <= 'z'))
            b.p[n++] = b.p[i];
    struct np_slice out = np_arena_copy(arena, np_slice_make(b.p ? b.p : "", n));
    np_buf_release(&b);
    return out;
}

void np_docdb_take_parties(struct np_walk *walk, struct np_docdb *docdb)
{
    struct np_arena *arena = np_walk_arena(walk);
    struct np_record *record = np_walk_record(walk);
    struct list applicants = choose(arena, &docdb->applicants, docdb->ops);
    struct list inventors = choose(arena, &docdb->inventors, docdb->ops);
    struct np_map *invents = np_map_new();
    for (size_t i = 0; i < inventors.n; i++) {
        struct np_inventor *inventor = np_list_add(arena, &record->inventors);
        inventor->name = inventors.v[i].name;
        inventor->country = inventors.v[i].country;
        np_map_put(invents, np_docdb_name_key(arena, inventor->name), 1);
    }
    for (size_t i = 0; i < applicants.n; i++) {
        struct np_party *party = np_list_add(arena, &record->applicants);
        party->name = applicants.v[i].name;
        party->country = applicants.v[i].country;
        party->role = np_map_get(invents, np_docdb_name_key(arena, party->name))
                          ? NP_ROLE_APPLICANT_INVENTOR : NP_ROLE_APPLICANT;
        set_address(party, applicants.v[i].address);
    }
    np_map_free(invents);
}
