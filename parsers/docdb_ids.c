/* docdb_ids.c -- publication, application and priorities of an exchange-document.
 *
 * docdb gives office, number, kind and date apart; epodoc glues the office to the
 * number ("EP20100167109"); original is as printed and has neither. DOCDB numbers are
 * already in the form of formats/record.md: no check digit, so none is taken off.
 */
#include "docdb.h"

#include <nanopat/map.h>

#include <stdlib.h>

static const struct { const char *word; enum np_docdb_format format; } formats[] = {
    { "docdb", NP_DOCDB_DOCDB },   { "docdba", NP_DOCDB_DOCDBA },
    { "epodoc", NP_DOCDB_EPODOC }, { "original", NP_DOCDB_ORIGINAL },
    { NULL, NP_DOCDB_PLAIN }
};

enum np_docdb_format np_docdb_format_of(struct np_slice word)
{
    int i = 0;
    while (formats[i].word && !np_slice_is(word, formats[i].word))
        i++;
    return formats[i].format;
}

int np_docdb_sequence(struct np_slice digits)
{
    int n = 0;
    digits = np_slice_trim(digits);
    for (size_t i = 0; i < digits.n; i++) {
        if (digits.p[i] < '0' || digits.p[i] > '9' || n > 9999999)
            return 0;
        n = n * 10 + (digits.p[i] - '0');
    }
    return n;
}

/* Stable: equal sequences keep the order of the source. */
static int compare_places(const void *a, const void *b)
{
    const int *x = a, *y = b; /* { sequence, order } */
    if (x[0] != y[0])
        return x[0] < y[0] ? -1 : 1;
    return (x[1] > y[1]) - (x[1] < y[1]);
}

void np_docdb_sort(void *items, size_t n, size_t item_bytes)
{
    if (n > 1)
        qsort(items, n, item_bytes, compare_places);
}

struct np_slice np_docdb_lang(struct np_arena *arena, struct np_slice printed)
{
    printed = np_slice_trim(printed);
    if (printed.n < 2 || printed.n > 3)
        return NP_EMPTY;
    char *p = np_arena_alloc(arena, printed.n + 1);
    for (size_t i = 0; i < printed.n; i++) {
        char c = printed.p[i];
        p[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        if (p[i] < 'a' || p[i] > 'z')
            return NP_EMPTY;
    }
    p[printed.n] = '\0';
    struct np_slice lang = np_slice_make(p, printed.n);
    return np_slice_is(lang, "xx") ? NP_EMPTY : lang;
}

/* Letters and digits, upper case (formats/record.md, application.number). */
static struct np_slice letters_and_digits(struct np_arena *arena, struct np_slice s)
{
    char *p = np_arena_alloc(arena, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c >= 'a' && c <= 'z')
            c = (char)(c - 'a' + 'A');
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
            p[n++] = c;
    }
    p[n] = '\0';
    return np_slice_make(p, n);
}

static bool is_office(struct np_slice s)
{
    return s.n >= 2 && s.p[0] >= 'A' && s.p[0] <= 'Z' && s.p[1] >= 'A' && s.p[1] <= 'Z';
}

/* The first form that has a number, as application or priority. */
static const struct np_docdb_id *best_filing(const struct np_docdb_reference *reference,
                                             enum np_docdb_format *format)
{
    static const enum np_docdb_format order[] = {
        NP_DOCDB_DOCDB, NP_DOCDB_EPODOC, NP_DOCDB_PLAIN, NP_DOCDB_ORIGINAL
    };
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
        if (reference->id[order[i]].number.n) {
            *format = order[i];
            return &reference->id[order[i]];
        }
    return NULL;
}

static np_date any_date(const struct np_docdb_id id[NP_DOCDB_FORMATS])
{
    np_date date = id[NP_DOCDB_DOCDB].date;
    for (int i = 0; !date && i < NP_DOCDB_FORMATS; i++)
        date = id[i].date;
    return date;
}

static void take_filing(struct np_arena *arena, const struct np_docdb_reference *reference,
                        struct np_docref *out)
{
    enum np_docdb_format format;
    const struct np_docdb_id *id = best_filing(reference, &format);
    if (!id)
        return;
    out->office = id->office;
    struct np_slice number = id->number;
    if (format == NP_DOCDB_EPODOC && !out->office.n && is_office(number)) {
        out->office = np_slice_sub(number, 0, 2);
        number = np_slice_sub(number, 2, number.n);
    }
    out->number = format == NP_DOCDB_ORIGINAL
                      ? np_application_number(arena, out->office, number)
                      : letters_and_digits(arena, number);
    out->date = any_date(reference->id);
}

void np_docdb_take_application(struct np_walk *walk, const struct np_docdb *docdb)
{
    take_filing(np_walk_arena(walk), &docdb->application, &np_walk_record(walk)->application);
}

/* Whether any claim from `from` on, of its sequence alone or of all, has this form. */
static bool has_form(const struct np_docdb *docdb, size_t from, bool same_sequence,
                     enum np_docdb_format form)
{
    const struct np_docdb_reference *claims = docdb->priorities.v;
    for (size_t i = from; i < docdb->priorities.n; i++) {
        if (same_sequence && claims[i].sequence != claims[from].sequence)
            break;
        if (claims[i].id[form].number.n)
            return true;
    }
    return false;
}

/* Bulk repeats a claim per format, each apart; the numbering of docdb and epodoc agrees, that
 * of original does not: it counts only where there is nothing else. In OPS all formats of a
 * claim stand together.                                                                     */
struct forms { bool apart, any_glued, any_docdb, sequence_docdb; };

static bool stands_elsewhere(const struct np_docdb_reference *claim, const struct forms *forms)
{
    enum np_docdb_format format;
    if (!best_filing(claim, &format))
        return true;
    if (format == NP_DOCDB_ORIGINAL)
        return forms->apart && (forms->any_docdb || forms->any_glued);
    return format == NP_DOCDB_EPODOC && forms->sequence_docdb;
}

void np_docdb_take_priorities(struct np_walk *walk, struct np_docdb *docdb)
{
    struct np_record *record = np_walk_record(walk);
    struct np_arena *arena = np_walk_arena(walk);
    const struct np_docdb_reference *claims = docdb->priorities.v;
    np_docdb_sort(docdb->priorities.v, docdb->priorities.n, sizeof docdb->priorities.v[0]);
    struct forms forms = { !docdb->ops, has_form(docdb, 0, false, NP_DOCDB_EPODOC),
                           has_form(docdb, 0, false, NP_DOCDB_DOCDB), false };
    struct np_map *seen = np_map_new();
    for (size_t i = 0; i < docdb->priorities.n; i++) {
        if (i == 0 || claims[i].sequence != claims[i - 1].sequence)
            forms.sequence_docdb = has_form(docdb, i, true, NP_DOCDB_DOCDB);
        if (stands_elsewhere(&claims[i], &forms))
            continue;
        struct np_docref filing = { .office = NP_EMPTY, .number = NP_EMPTY, .kind = NP_EMPTY };
        take_filing(arena, &claims[i], &filing);
        filing.number = np_priority_number(arena, filing.office, filing.number);
        struct np_slice key = np_publication_id(arena, filing.office, filing.number, NP_EMPTY);
        if (filing.number.n && !np_map_get(seen, key)) {
            np_map_put(seen, key, 1);
            *np_list_add(arena, &record->priorities) = filing;
        }
    }
    np_map_free(seen);
}

/* ---- the publication itself ---- */

static struct np_slice first_of(struct np_slice a, struct np_slice b)
{
    a = np_slice_trim(a);
    return a.n ? a : b;
}

enum np_status np_docdb_take_publication(struct np_walk *walk, const struct np_docdb *docdb,
                                         struct np_err *err)
{
    struct np_record *record = np_walk_record(walk);
    struct np_arena *arena = np_walk_arena(walk);
    const struct np_docdb_id *id = &docdb->publication.id[NP_DOCDB_DOCDB];
    if (!id->number.n)
        id = &docdb->publication.id[NP_DOCDB_PLAIN];
    if (np_slice_is(np_walk_root_attribute(walk, "status"), "not found"))
        return np_fail_at(err, NP_PASS, "", np_walk_document(walk)->offset,
                          "document not found");
    record->office = first_of(np_walk_root_attribute(walk, "country"), id->office);
    struct np_slice number = first_of(np_walk_root_attribute(walk, "doc-number"), id->number);
    if (record->office.n)
        record->number = np_publication_number(arena, record->office, number);
    if (!record->office.n || !record->number.n)
        return np_fail_at(err, NP_SKIP, record->office.n ? "NP-REC-002" : "NP-REC-001",
                          np_walk_document(walk)->offset, "%s",
                          record->office.n ? "no publication number" : "no publishing office");
    record->kind = first_of(np_walk_root_attribute(walk, "kind"), id->kind);
    record->date = np_date_parse(np_walk_root_attribute(walk, "date-publ"));
    if (!record->date)
        record->date = any_date(docdb->publication.id);
    return NP_OK;
}
