/* facts_standards.c -- rows about standards as facts: editions, clauses, who declared, who takes part. */
#include "facts_lists.h"

#include <nanopat/map.h>
#include <nanopat/standards.h>

/* As the statements give them (statements.c). */
enum { E_STANDARD = CELLS, E_YEAR, E_BODY, E_STATUS, E_TITLE, E_TITLE_ZH, E_SUBFIELDS, E_KEYWORDS_EN,
       E_KEYWORDS_ZH, E_SOURCE, E_VERIFIED, E_PUBLISHED };
enum { C_STANDARD = CELLS, C_CLAUSE, C_NORMATIVE, C_TEXT };
enum { D_STANDARD = CELLS, D_BODY, D_ORGANISATION, D_STATEMENT, D_SOURCE, D_DATE, D_OPTION2,
       D_PREPARED };
enum { P_ORGANISATION = CELLS, P_BODY, P_ROLE, P_STANDARD, P_FROM, P_TO };

struct word { const char *text; int value; };

/* The value of the first word that the text holds, 0 if it holds none. Texts are folded to lower case. */
static int word_of(struct lists *l, struct np_slice text, const struct word *words)
{
    char *lower = np_arena_alloc(l->arena, text.n + 1);

    for (size_t i = 0; i < text.n; i++)
        lower[i] = text.p[i] >= 'A' && text.p[i] <= 'Z' ? (char)(text.p[i] + 32) : text.p[i];
    for (; words->text; words++)
        if (np_slice_find(np_slice_make(lower, text.n), np_slice_of(words->text)) != (size_t)-1)
            return words->value;
    return 0;
}

/* ---- subfields ---- */

static void read_subfields(struct lists *l)
{
    sqlite3_stmt *rows = np_sql(l->store, NP_SQL_FACTS_SUBFIELD_NAMES, NULL);

    l->subfields = np_map_new();
    while (rows && np_sql_row(l->store, rows, NULL) == NP_OK) {
        for (int i = 1; i < 4; i++)
            if (np_column(rows, i).n)
                np_map_put(l->subfields, np_column(rows, i), (int64_t)l->codes.n);
        *np_list_add(l->arena, &l->codes) = lists_text(l, rows, 0);
    }
}

static void add_subfield(struct lists *l, struct np_buf *b, struct np_slice name)
{
    const int64_t *code = np_map_get(l->subfields, name);
    bool codes = name.n && name.p[0] >= '0' && name.p[0] <= '9'; /* "1.8, 2.12" */

    np_buf_puts(b, b->n ? " " : "");
    if (code)
        np_buf_puts_slice(b, l->codes.v[*code]);
    for (size_t i = 0; !code && i < name.n; i++)
        np_buf_putc(b, name.p[i] == ' ' && !codes ? '_' : name.p[i] == ',' ? ' ' : name.p[i]);
}

/* "1.8; bio/microspheres; 半导体量子点材料" as codes with blanks between. What is no subfield's name stays as
 * it is, without blanks, so that somebody sees it; no family has it.                             */
static struct np_slice subfields_of(struct lists *l, struct np_slice names)
{
    struct np_buf b = { 0 };
    struct np_slice codes;

    if (names.n && !l->subfields)
        read_subfields(l);
    while (names.n) {
        size_t end = np_slice_find(names, NP_S("; "));

        add_subfield(l, &b, np_slice_sub(names, 0, end));
        names = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(names, end + 2, names.n);
    }
    codes = np_arena_copy(l->arena, np_buf_slice(&b));
    np_buf_release(&b);
    return codes;
}

/* ---- editions, clauses ---- */

/* The edition stands behind the number, or in a cell of its own. */
void lists_read_edition(struct lists *l, sqlite3_stmt *row)
{
    struct np_slice standard = lists_text(l, row, E_STANDARD);
    int year = sqlite3_column_int(row, E_YEAR);

    if (!year)
        year = np_standard_edition(standard);
    if (!year)
        year = np_date_year(lists_date(row, E_PUBLISHED));
    *np_list_add(l->arena, &l->out->editions) = (struct np_fact_edition){
        .place = lists_place(l, row), .standard = np_standard_undated(standard),
        .number = np_standard_number(l->arena, standard),
        .year = year, .body = lists_text(l, row, E_BODY),
        .status = np_slice_is(np_column(row, E_STATUS), "unknown")
                      ? NP_EMPTY : lists_text(l, row, E_STATUS),
        .title = lists_text(l, row, E_TITLE),
        .title_zh = lists_text(l, row, E_TITLE_ZH),
        .subfields = subfields_of(l, np_column(row, E_SUBFIELDS)),
        .keywords_en = lists_text(l, row, E_KEYWORDS_EN),
        .keywords_zh = lists_text(l, row, E_KEYWORDS_ZH), .source = lists_text(l, row, E_SOURCE),
        .verified = !np_column(row, E_VERIFIED).n ? -1 : np_slice_is(np_column(row, E_VERIFIED), "yes"),
        .published = lists_date(row, E_PUBLISHED),
    };
}

static enum np_normative normative_of(struct np_slice word)
{
    static const char *const words[] = { [NP_SHALL] = "shall", [NP_SHOULD] = "should",
                                         [NP_MAY] = "may", [NP_INFORMATIVE] = "informative" };

    for (int i = NP_SHALL; i <= NP_INFORMATIVE; i++)
        if (np_slice_is(word, words[i]))
            return (enum np_normative)i;
    return NP_NORMATIVE_UNKNOWN;
}

void lists_read_clause(struct lists *l, sqlite3_stmt *row)
{
    struct np_slice standard = lists_text(l, row, C_STANDARD);

    *np_list_add(l->arena, &l->out->clauses) = (struct np_fact_clause){
        .place = lists_place(l, row), .standard = standard,
        .number = np_standard_number(l->arena, standard),
        .edition = np_standard_edition(standard), .clause = lists_text(l, row, C_CLAUSE),
        .text = lists_text(l, row, C_TEXT), .normative = normative_of(np_column(row, C_NORMATIVE)),
    };
}

/* ISO writes the option's number; a list of one's own says it in words. A refusal is looked for first: "not
 * willing to license free of charge".                                                           */
static enum np_licence licence_of(struct lists *l, struct np_slice statement)
{
    static const struct word words[] = {
        { "refus", NP_LICENCE_REFUSED },    { "not willing", NP_LICENCE_REFUSED },
        { "unwilling", NP_LICENCE_REFUSED }, { "不同意", NP_LICENCE_REFUSED },
        { "拒绝", NP_LICENCE_REFUSED },     { "不许可", NP_LICENCE_REFUSED },
        { "option 3", NP_LICENCE_REFUSED }, { "free", NP_LICENCE_FREE },
        { "免费", NP_LICENCE_FREE },        { "option 1", NP_LICENCE_FREE },
        { "royalty-free", NP_LICENCE_FREE }, { "收费", NP_LICENCE_PAID },
        { "paid", NP_LICENCE_PAID },        { "rand", NP_LICENCE_PAID },
        { "reasonable", NP_LICENCE_PAID },  { "合理", NP_LICENCE_PAID },
        { "option 2", NP_LICENCE_PAID },    { NULL, 0 }
    };

    if (statement.n == 1 && statement.p[0] >= '1' && statement.p[0] <= '3')
        return statement.p[0] == '1' ? NP_LICENCE_FREE
               : statement.p[0] == '2' ? NP_LICENCE_PAID : NP_LICENCE_REFUSED;
    return (enum np_licence)word_of(l, statement, words);
}

/* Where the statement says nothing, the boxes that are ticked do: ISO's option 2, ETSI's readiness to grant
 * licences, which its policy (clause 6.1) wants on reasonable terms.                             */
static enum np_licence licence_of_row(struct lists *l, sqlite3_stmt *row, struct np_slice statement)
{
    enum np_licence licence = licence_of(l, statement);

    if (licence || sqlite3_column_int(row, D_OPTION2) || sqlite3_column_int(row, D_PREPARED))
        return licence ? licence : NP_LICENCE_PAID;
    return sqlite3_column_type(row, D_PREPARED) == SQLITE_NULL ? NP_LICENCE_UNKNOWN
                                                               : NP_LICENCE_REFUSED;
}

void lists_read_declaration(struct lists *l, sqlite3_stmt *row)
{
    struct np_slice standard = lists_text(l, row, D_STANDARD);
    struct np_slice statement = lists_text(l, row, D_STATEMENT);

    *np_list_add(l->arena, &l->out->declarations) = (struct np_fact_declaration){
        .place = lists_place(l, row), .patent = lists_patent(l, row), .standard = standard,
        .number = np_standard_number(l->arena, standard),
        .edition = np_standard_edition(standard), .body = lists_text(l, row, D_BODY),
        .organisation = lists_text(l, row, D_ORGANISATION), .statement = statement,
        .source = lists_text(l, row, D_SOURCE), .licence = licence_of_row(l, row, statement),
        .date = lists_date(row, D_DATE), .blanket = !np_column(row, NUMBER).n, .enterprise = -1,
    };
}

static enum np_standard_role role_of(struct lists *l, struct np_slice text)
{
    static const struct word words[] = {
        { "observer", NP_STANDARD_OBSERVER },  { "观察", NP_STANDARD_OBSERVER },
        { "draft", NP_STANDARD_DRAFTER },      { "起草", NP_STANDARD_DRAFTER },
        { "editor", NP_STANDARD_DRAFTER },     { "project leader", NP_STANDARD_DRAFTER },
        { "author", NP_STANDARD_DRAFTER },     { "编制", NP_STANDARD_DRAFTER },
        { "conven", NP_STANDARD_CONVENOR },    { "召集", NP_STANDARD_CONVENOR },
        { "chair", NP_STANDARD_CONVENOR },     { "组长", NP_STANDARD_CONVENOR },
        { "主任", NP_STANDARD_CONVENOR },      { "秘书", NP_STANDARD_CONVENOR },
        { "secretar", NP_STANDARD_CONVENOR },  { "member", NP_STANDARD_MEMBER },
        { "expert", NP_STANDARD_MEMBER },      { "成员", NP_STANDARD_MEMBER },
        { "委员", NP_STANDARD_MEMBER },        { "专家", NP_STANDARD_MEMBER },
        { "参编", NP_STANDARD_DRAFTER },       { "参与", NP_STANDARD_MEMBER },
        { NULL, 0 }
    };

    return (enum np_standard_role)word_of(l, text, words);
}

void lists_read_participation(struct lists *l, sqlite3_stmt *row)
{
    struct np_slice standard = lists_text(l, row, P_STANDARD);
    struct np_slice role = lists_text(l, row, P_ROLE);

    *np_list_add(l->arena, &l->out->participations) = (struct np_fact_participation){
        .place = lists_place(l, row), .organisation = lists_text(l, row, P_ORGANISATION),
        .body = lists_text(l, row, P_BODY), .role_text = role, .standard = standard,
        .number = np_standard_number(l->arena, standard), .role = role_of(l, role),
        .edition = np_standard_edition(standard), .from = lists_date(row, P_FROM),
        .to = lists_date(row, P_TO), .enterprise = -1,
    };
}
