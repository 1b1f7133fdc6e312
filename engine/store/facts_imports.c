/* facts_imports.c -- rows of imported lists, given to the publications they speak of.
 *
 *   v_imported_rows  -> awards, pledges, suits    by publication, list, line
 *                    -> gni                       one for an office and year: of the last list
 *                    -> sei rules and symbols     pieces of one rule meet by its number
 *                    -> exports                   by publication, list, line: facts_exports.c
 *                    -> library                   facts_library.c
 *                    -> standards                 facts_standards.c
 */
#include "facts_lists.h"

#include <nanopat/gathered.h>

#include <math.h>
#include <stdlib.h>

struct np_slice lists_text(struct lists *l, sqlite3_stmt *row, int at)
{
    return np_arena_copy(l->arena, np_column(row, at));
}

np_date lists_date(sqlite3_stmt *row, int at)
{
    return np_date_parse(np_column(row, at));
}

struct np_fact_place lists_place(struct lists *l, sqlite3_stmt *row)
{
    return (struct np_fact_place){ sqlite3_column_int64(row, IMPORT), lists_text(l, row, LIST),
                                   lists_text(l, row, SHEET), sqlite3_column_int(row, LINE) };
}

/* The publications are in order of id. */
static int64_t find(const struct np_facts *facts, struct np_slice id)
{
    size_t from = 0, to = facts->nlight;
    struct np_buf b = { 0 };
    int64_t found = -1;

    while (from < to && found < 0) {
        size_t middle = from + (to - from) / 2;
        int order = np_slice_cmp(np_gathered_id(facts, (int64_t)middle, &b), id);

        if (order == 0)
            found = (int64_t)middle;
        else if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    np_buf_release(&b);
    return found;
}

struct np_fact_patent lists_patent(struct lists *l, sqlite3_stmt *row)
{
    struct np_slice id = np_column(row, PUBLICATION);

    return (struct np_fact_patent){ lists_text(l, row, NUMBER), id.n ? find(l->facts, id) : -1 };
}

/* ---- lists about patents ---- */

static void read_award(struct lists *l, sqlite3_stmt *row)
{
    *np_list_add(l->arena, &l->out->awards) = (struct np_fact_award){
        .place = lists_place(l, row), .patent = lists_patent(l, row), .award = lists_text(l, row, CELLS),
        .level = lists_text(l, row, CELLS + 1), .who = lists_text(l, row, CELLS + 2),
        .year = sqlite3_column_int(row, CELLS + 3),
    };
}

static void read_pledge(struct lists *l, sqlite3_stmt *row)
{
    bool known = sqlite3_column_type(row, CELLS + 5) != SQLITE_NULL;

    *np_list_add(l->arena, &l->out->pledges) = (struct np_fact_pledge){
        .place = lists_place(l, row), .patent = lists_patent(l, row), .pledgee = lists_text(l, row, CELLS),
        .registration = lists_text(l, row, CELLS + 1), .currency = lists_text(l, row, CELLS + 2),
        .registered = lists_date(row, CELLS + 3), .released = lists_date(row, CELLS + 4),
        .amount = known ? sqlite3_column_double(row, CELLS + 5) : NAN,
    };
}

static enum np_suit_kind suit_kind(struct np_slice word)
{
    return np_slice_is(word, "litigation")     ? NP_SUIT_LITIGATION
           : np_slice_is(word, "invalidation") ? NP_SUIT_INVALIDATION
                                               : NP_SUIT_UNKNOWN;
}

static void read_suit(struct lists *l, sqlite3_stmt *row)
{
    *np_list_add(l->arena, &l->out->suits) = (struct np_fact_suit){
        .place = lists_place(l, row), .patent = lists_patent(l, row), .plaintiff = lists_text(l, row, CELLS),
        .defendant = lists_text(l, row, CELLS + 1), .court = lists_text(l, row, CELLS + 2),
        .outcome = lists_text(l, row, CELLS + 3), .kind = suit_kind(np_column(row, CELLS + 4)),
        .filed = lists_date(row, CELLS + 5),
    };
}

/* All of them begin with their place and their patent; ties keep the order of the lists. */
struct about_patent { struct np_fact_place place; struct np_fact_patent patent; };
_Static_assert(offsetof(struct np_fact_award, patent) == offsetof(struct about_patent, patent) &&
               offsetof(struct np_fact_pledge, patent) == offsetof(struct about_patent, patent) &&
               offsetof(struct np_fact_suit, patent) == offsetof(struct about_patent, patent) &&
               offsetof(struct np_fact_export, patent) == offsetof(struct about_patent, patent) &&
               offsetof(struct np_fact_declaration, patent) == offsetof(struct about_patent, patent),
               "compare_patents reads them through one shape");

static int compare_patents(const void *left, const void *right)
{
    const struct about_patent *a = left, *b = right;
    int order = (a->patent.publication > b->patent.publication) -
                (a->patent.publication < b->patent.publication);

    if (!order)
        order = (a->place.import > b->place.import) - (a->place.import < b->place.import);
    if (!order)
        order = np_slice_cmp(a->place.sheet, b->place.sheet);
    return order ? order : (a->place.line > b->place.line) - (a->place.line < b->place.line);
}

/* ---- income ---- */

static void read_gni(struct lists *l, sqlite3_stmt *row)
{
    *np_list_add(l->arena, &l->out->gni) = (struct np_fact_gni){
        .place = lists_place(l, row), .office = lists_text(l, row, CELLS),
        .year = sqlite3_column_int(row, CELLS + 1),
        .gni = sqlite3_column_double(row, CELLS + 2),
    };
}

static int compare_gni(const void *left, const void *right)
{
    const struct np_fact_gni *a = left, *b = right;
    int order = np_slice_cmp(a->office, b->office);

    if (!order)
        order = (a->year > b->year) - (a->year < b->year);
    return order ? order : (b->place.import > a->place.import) - (b->place.import < a->place.import);
}

static void keep_last_gni(struct np_fact_imports *out)
{
    size_t kept = 0;

    if (out->gni.n)
        qsort(out->gni.v, out->gni.n, sizeof *out->gni.v, compare_gni);
    for (size_t i = 0; i < out->gni.n; i++)
        if (!kept || out->gni.v[kept - 1].year != out->gni.v[i].year ||
            !np_slice_eq(out->gni.v[kept - 1].office, out->gni.v[i].office))
            out->gni.v[kept++] = out->gni.v[i];
    out->gni.n = kept;
}

/* ---- industries ---- */

enum { RULE_ID = CELLS, SEI_CODE, SEI_NAME, KEYWORDS, VERIFIED, NOTE, IPC, NEEDS_KEYWORD };

static int rule_of(struct lists *l, sqlite3_stmt *row)
{
    struct np_slice id = np_column(row, RULE_ID);
    int64_t next = (int64_t)l->out->sei_rules.n;
    int64_t at = id.n ? *np_map_put(l->rules, id, next) : next;

    if (at == next)
        *np_list_add(l->arena, &l->out->sei_rules) =
            (struct np_fact_sei_rule){ .place = lists_place(l, row), .id = lists_text(l, row, RULE_ID) };
    return (int)at;
}

/* Of several rows on one rule the first that says a thing counts. */
static void say_once(struct lists *l, struct np_slice *into, sqlite3_stmt *row, int at)
{
    if (!into->n)
        *into = lists_text(l, row, at);
}

/* "C01B33/..." with a star is a prefix, "A..B" a range. */
static void add_symbol(struct lists *l, struct np_slice item, int rule)
{
    struct np_fact_sei_symbol *symbol = np_list_add(l->arena, &l->out->sei_symbols);
    size_t dots = np_slice_find(item, NP_S(".."));

    *symbol = (struct np_fact_sei_symbol){ .symbol = item, .last = NP_EMPTY, .rule = rule };
    if (dots != (size_t)-1) {
        symbol->symbol = np_slice_sub(item, 0, dots);
        symbol->last = np_slice_sub(item, dots + 2, item.n);
    } else if (np_slice_ends(item, "*")) {
        symbol->symbol = np_slice_sub(item, 0, item.n - 1);
        symbol->prefix = true;
    }
}

/* As the row says; where it says nothing, keywords are there to be needed. */
static bool needs_keyword(sqlite3_stmt *row)
{
    return sqlite3_column_type(row, NEEDS_KEYWORD) == SQLITE_NULL
               ? np_column(row, KEYWORDS).n > 0 : sqlite3_column_int(row, NEEDS_KEYWORD) != 0;
}

static void read_sei(struct lists *l, sqlite3_stmt *row)
{
    int at = rule_of(l, row);
    struct np_fact_sei_rule *rule = &l->out->sei_rules.v[at];
    struct np_slice symbols = lists_text(l, row, IPC);

    say_once(l, &rule->code, row, SEI_CODE);
    say_once(l, &rule->name, row, SEI_NAME);
    say_once(l, &rule->keywords, row, KEYWORDS);
    say_once(l, &rule->verified, row, VERIFIED);
    say_once(l, &rule->note, row, NOTE);
    rule->needs_keyword = rule->needs_keyword || needs_keyword(row);
    while (symbols.n) {
        size_t end = np_slice_find(symbols, NP_S(" "));

        add_symbol(l, np_slice_sub(symbols, 0, end), at);
        symbols = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(symbols, end + 1, symbols.n);
    }
}

static int compare_symbols(const void *left, const void *right)
{
    const struct np_fact_sei_symbol *a = left, *b = right;
    int order = np_slice_cmp(a->symbol, b->symbol);

    if (!order)
        order = np_slice_cmp(a->last, b->last);
    if (!order)
        order = a->prefix - b->prefix;
    return order ? order : (a->rule > b->rule) - (a->rule < b->rule);
}

/* ---- the scans ---- */

static const struct {
    const char *kind;
    enum np_sql sql;
    size_t lists; /* their number, in np_fact_imports */
    void (*read)(struct lists *l, sqlite3_stmt *row);
} kinds[] = {
    { "awards", NP_SQL_FACTS_AWARDS, offsetof(struct np_fact_imports, award_lists), read_award },
    { "pledges", NP_SQL_FACTS_PLEDGES, offsetof(struct np_fact_imports, pledge_lists),
      read_pledge },
    { "suits", NP_SQL_FACTS_SUITS, offsetof(struct np_fact_imports, suit_lists), read_suit },
    { "gni", NP_SQL_FACTS_GNI, offsetof(struct np_fact_imports, gni_lists), read_gni },
    { "sei", NP_SQL_FACTS_SEI, offsetof(struct np_fact_imports, sei_lists), read_sei },
    { "enterprises", NP_SQL_FACTS_LIBRARY, offsetof(struct np_fact_imports, library_lists),
      lists_read_enterprise },
    { "decisions", NP_SQL_FACTS_DECISIONS, offsetof(struct np_fact_imports, decision_lists),
      lists_read_decision },
    { "aliases", NP_SQL_FACTS_ALIASES, offsetof(struct np_fact_imports, alias_lists),
      lists_read_naming },
    { "incopat", NP_SQL_FACTS_INCOPAT, offsetof(struct np_fact_imports, export_lists),
      lists_read_incopat },
    { "patsnap", NP_SQL_FACTS_PATSNAP, offsetof(struct np_fact_imports, export_lists),
      lists_read_patsnap },
    { "standards", NP_SQL_FACTS_EDITIONS, offsetof(struct np_fact_imports, standard_lists),
      lists_read_edition },
    { "clauses", NP_SQL_FACTS_CLAUSES, offsetof(struct np_fact_imports, clause_lists),
      lists_read_clause },
    { "declarations", NP_SQL_FACTS_DECLARATIONS,
      offsetof(struct np_fact_imports, declaration_lists), lists_read_declaration },
    { "participation", NP_SQL_FACTS_PARTICIPATION,
      offsetof(struct np_fact_imports, participation_lists), lists_read_participation },
};

enum { KINDS = sizeof kinds / sizeof kinds[0] };

static enum np_status count_lists(struct lists *l, struct np_err *err)
{
    sqlite3_stmt *rows = np_sql(l->store, NP_SQL_FACTS_LISTS, err);
    enum np_status status;

    if (!rows)
        return NP_STOP;
    while ((status = np_sql_row(l->store, rows, err)) == NP_OK)
        for (size_t i = 0; i < KINDS; i++)
            if (np_slice_is(np_column(rows, 0), kinds[i].kind))
                *(int *)((char *)l->out + kinds[i].lists) += sqlite3_column_int(rows, 1);
    return status == NP_END ? NP_OK : status;
}

static enum np_status scan(struct lists *l, size_t kind, struct np_err *err)
{
    sqlite3_stmt *rows = np_sql(l->store, kinds[kind].sql, err);
    enum np_status status;

    if (!rows)
        return NP_STOP;
    while ((status = np_sql_row(l->store, rows, err)) == NP_OK)
        kinds[kind].read(l, rows);
    return status == NP_END ? NP_OK : status;
}

#define SORT(list, compare) \
    ((list).n ? qsort((list).v, (list).n, sizeof *(list).v, (compare)) : (void)0)

enum np_status np_facts_imports(struct np_store *store, struct np_facts *facts, struct np_err *err)
{
    struct lists l = { .store = store, .facts = facts, .out = &facts->imports,
                       .arena = facts->arena, .rules = np_map_new() };
    enum np_status status = count_lists(&l, err);

    for (size_t i = 0; status == NP_OK && i < KINDS; i++)
        if (*(int *)((char *)l.out + kinds[i].lists))
            status = scan(&l, i, err);
    SORT(l.out->awards, compare_patents);
    SORT(l.out->pledges, compare_patents);
    SORT(l.out->suits, compare_patents);
    SORT(l.out->exports, compare_patents);
    SORT(l.out->declarations, compare_patents);
    SORT(l.out->sei_symbols, compare_symbols);
    lists_sort_namings(&l);
    keep_last_gni(l.out);
    np_map_free(l.rules);
    np_map_free(l.subfields);
    return status;
}
