/* ask.c -- a question put to the store: names of subfields resolved, the answer with its notes. */
#include "columns.h"
#include "gaps.h"
#include "query.h"

#include <nanopat/spelling.h>

static const struct np_column taxonomy_columns[] = {
    { "code", NP_CELL_TEXT, "", "code", "代码", "" },
    { "slug", NP_CELL_TEXT, "", "slug", "标识", "" },
    { "field", NP_CELL_TEXT, "", "field", "领域", "" },
    { "zh", NP_CELL_TEXT, "", "Chinese", "中文", "" },
    { "en", NP_CELL_TEXT, "", "English", "英文", "" },
    { 0 }
};

enum { CODE, SLUG, FIELD, ZH, EN, PREFIX /* of the codes of a field: "1." */ };

/* ---- nearest name ---- */

enum { NAME_MOST = 64, NEAR_PCT = 60 };

static size_t code_points(struct np_slice s, uint32_t *out)
{
    struct np_buf folded = { 0 };
    size_t n = 0, at = 0;

    np_text_fold(&folded, s, NULL);
    while (at < folded.n && n < NAME_MOST)
        out[n++] = np_utf8_next(np_buf_slice(&folded), &at);
    np_buf_release(&folded);
    return n;
}

static size_t least(size_t a, size_t b, size_t c)
{
    size_t d = a < b ? a : b;

    return d < c ? d : c;
}

/* Edits between two names (Levenshtein 1966), folded, in percent of the longer; 64 characters. */
static size_t distance_pct(struct np_slice a, struct np_slice b)
{
    uint32_t x[NAME_MOST], y[NAME_MOST];
    size_t nx = code_points(a, x), ny = code_points(b, y);
    size_t row[NAME_MOST + 1];

    for (size_t j = 0; j <= ny; j++)
        row[j] = j;
    for (size_t i = 1; i <= nx; i++) {
        size_t diagonal = row[0];

        row[0] = i;
        for (size_t j = 1; j <= ny; j++) {
            size_t above = row[j];

            row[j] = least(above + 1, row[j - 1] + 1, diagonal + (x[i - 1] != y[j - 1]));
            diagonal = above;
        }
    }
    return nx + ny ? 100 * row[ny] / (nx > ny ? nx : ny) : 0;
}

struct nearest {
    struct np_slice name;
    size_t score; /* less is nearer */
};

static bool holds(struct np_slice name, struct np_slice value)
{
    struct np_buf x = { 0 }, y = { 0 };
    bool found;

    np_text_fold(&x, name, NULL);
    np_text_fold(&y, value, NULL);
    found = np_slice_find(np_buf_slice(&x), np_buf_slice(&y)) != (size_t)-1;
    np_buf_release(&x);
    np_buf_release(&y);
    return found;
}

/* A name that holds the word is nearer than any other; edits count by length, so that a short code
 * is not near to everything.                                                                    */
static void consider(struct nearest *best, struct np_slice value, struct np_slice name)
{
    size_t score = holds(name, value) ? 0 : 1 + distance_pct(value, name);

    if (name.n && (!best->name.n || score < best->score))
        *best = (struct nearest){ name, score };
}

/* ---- subfields and fields ---- */

static bool same_name(struct np_slice a, struct np_slice b)
{
    struct np_buf x = { 0 }, y = { 0 };
    bool same;

    np_text_fold(&x, np_slice_trim(a), NULL);
    np_text_fold(&y, np_slice_trim(b), NULL);
    same = np_slice_eq(np_buf_slice(&x), np_buf_slice(&y));
    np_buf_release(&x);
    np_buf_release(&y);
    return same;
}

/* "quantum-dots" of "electronics/quantum-dots". */
static struct np_slice last_part(struct np_slice slug)
{
    size_t slash = np_slice_find(slug, NP_S("/"));

    return slash == (size_t)-1 ? slug : np_slice_sub(slug, slash + 1, slug.n);
}

static bool names_subfield(const struct np_cell *row, struct np_slice value)
{
    return same_name(row[CODE].text, value) || same_name(row[SLUG].text, value) ||
           same_name(last_part(row[SLUG].text), value) || same_name(row[ZH].text, value) ||
           same_name(row[EN].text, value);
}

/* "electronics", or its number: what stands before the point of its codes. */
static bool names_field(const struct np_cell *row, struct np_slice value)
{
    struct np_slice code = row[CODE].text;
    size_t point = np_slice_find(code, NP_S("."));

    return same_name(row[FIELD].text, value) ||
           (point != (size_t)-1 && np_slice_eq(np_slice_sub(code, 0, point), value));
}

static enum np_status unknown_name(const struct np_result *taxonomy, bool field,
                                   struct np_slice value, struct np_err *err)
{
    struct nearest best = { 0 };

    for (size_t i = 0; i < taxonomy->rows.n; i++) {
        const struct np_cell *row = taxonomy->rows.v[i];

        consider(&best, value, field ? row[FIELD].text : row[CODE].text);
        consider(&best, value, field ? row[FIELD].text : last_part(row[SLUG].text));
        consider(&best, value, field ? row[FIELD].text : row[ZH].text);
        consider(&best, value, field ? row[FIELD].text : row[EN].text);
    }
    if (best.score > NEAR_PCT)
        return np_fail(err, NP_FAIL, "no %s '%.*s'; nanopat rules list shows them",
                       field ? "field" : "subfield", value.n > 80 ? 80 : (int)value.n, value.p);
    return np_fail(err, NP_FAIL, "no %s '%.*s'; the nearest is '%.*s'",
                   field ? "field" : "subfield", value.n > 80 ? 80 : (int)value.n, value.p,
                   best.name.n > 80 ? 80 : (int)best.name.n, best.name.p);
}

/* What the views call the thing the user wrote; lives in the taxonomy. */
static enum np_status resolve(const struct np_result *taxonomy, int as, struct np_slice *value,
                              struct np_err *err)
{
    for (size_t i = 0; i < taxonomy->rows.n; i++) {
        const struct np_cell *row = taxonomy->rows.v[i];
        struct np_slice code = row[CODE].text;

        if (as == CODE ? !names_subfield(row, *value) : !names_field(row, *value))
            continue;
        *value = as == PREFIX ? np_slice_sub(code, 0, np_slice_find(code, NP_S(".")) + 1)
                              : row[as].text;
        return NP_OK;
    }
    return taxonomy->rows.n ? unknown_name(taxonomy, as != CODE, *value, err) : NP_OK;
}

static const struct np_filter *filter_of(const struct np_question *question,
                                         const struct np_condition *condition)
{
    for (const struct np_filter *f = question->filters; f && f->option; f++)
        if (strcmp(f->column, condition->column) == 0 && f->test == condition->test)
            return f;
    return NULL;
}

static bool is_option(const struct np_filter *filter, const char *option)
{
    return filter && strcmp(filter->option, option) == 0;
}

/* yes and no as people write them; the views hold 1 and 0. */
static struct np_slice flag_value(struct np_slice value)
{
    static const char *const words[][2] = {
        { "yes", "1" }, { "true", "1" }, { "是", "1" }, { "no", "0" }, { "false", "0" }, { "否", "0" }
    };

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (same_name(value, np_slice_of(words[i][0])))
            return np_slice_of(words[i][1]);
    return value;
}

static bool is_flag(const struct np_result *result, const char *column)
{
    int at = np_result_column(result, column);

    return at >= 0 && result->columns[at].kind == NP_CELL_FLAG;
}

/* A number with signs in it is whole, not the beginning of one: "US 10,123,456". */
static bool is_spelled_out(struct np_slice typed)
{
    for (size_t i = 0; i < typed.n; i++)
        if (strchr(" ,./-", typed.p[i]))
            return true;
    return false;
}

/* A cited publication that is not in the store: in DOCDB form. */
static void translate_unknown(struct np_arena *arena, struct np_condition *condition)
{
    struct np_spelling spelling;

    if (!is_spelled_out(condition->value) ||
        !np_spelling_read(arena, condition->value, &spelling) || !spelling.publications.n)
        return;
    condition->value = np_publication_id(arena, spelling.publications.v[0].office,
                                         spelling.publications.v[0].number,
                                         spelling.publications.v[0].kind);
}

/* A publication in any spelling becomes its id, or those of its application; what the store does
 * not hold stays as it was typed: the beginning of an id.                                    */
static enum np_status translate_number(struct np_store *store, struct np_arena *arena,
                                       struct np_condition *condition, struct np_err *err)
{
    struct np_found found;
    struct np_buf ids = { 0 };
    enum np_status status = np_find_publications(store, condition->value, arena, &found, err);

    if (status == NP_END) {
        translate_unknown(arena, condition);
        return NP_OK;
    }
    if (status != NP_OK)
        return status;
    if (condition->test == NP_HAS) { /* all are of one family */
        condition->value = found.ids.v[0];
        return NP_OK;
    }
    for (size_t i = 0; i < found.ids.n; i++) {
        np_buf_puts(&ids, i ? " " : "");
        np_buf_puts_slice(&ids, found.ids.v[i]);
    }
    condition->test = NP_AMONG;
    condition->value = np_arena_copy(arena, np_buf_slice(&ids));
    np_buf_release(&ids);
    return NP_OK;
}

/* The families that the portfolio holds. */
static enum np_status translate_portfolio(struct np_store *store, struct np_arena *arena,
                                          struct np_condition *condition, struct np_err *err)
{
    struct np_err here = { 0 };
    enum np_status status = families_of_portfolio(store, condition->value, arena,
                                                  &condition->value, &here);

    if (status == NP_FAIL)
        return np_fail(err, NP_FAIL, "no scores yet: run nanopat score");
    if (status == NP_OK && !condition->value.n)
        condition->value = NP_S("-"); /* no family's key */
    if (status != NP_OK && err)
        *err = here;
    return status;
}

/* An owner of families is one of a list in their rows: its portfolios find them without reading all. */
static enum np_status translate_owner(struct np_store *store, struct np_arena *arena,
                                      struct np_condition *condition, struct np_err *err)
{
    struct np_slice keys = NP_EMPTY;
    struct np_err here = { 0 };
    enum np_status status = families_of_owner(store, condition->value, arena, &keys, &here);

    if (status == NP_FAIL) /* no scores yet: asking for the rows says so */
        return NP_OK;
    if (status == NP_OK && keys.n)
        *condition = (struct np_condition){ "key", NP_AMONG, keys };
    if (status != NP_OK && err)
        *err = here;
    return status;
}

static enum np_status translate(struct np_store *store, const struct np_question *question,
                                const struct np_result *taxonomy, const struct np_result *result,
                                struct np_condition *condition, struct np_err *err)
{
    const struct np_filter *filter = filter_of(question, condition);

    if (is_flag(result, condition->column))
        condition->value = flag_value(condition->value);
    if (is_option(filter, "subfield"))
        return resolve(taxonomy, CODE, &condition->value, err);
    if (is_option(filter, "field"))
        return resolve(taxonomy, filter->test == NP_BEGINS ? PREFIX : FIELD, &condition->value,
                       err);
    if (is_option(filter, "district") || is_option(filter, "city"))
        return np_translate_place(store, result->arena, condition, err);
    if (is_option(filter, "portfolio") && filter->test == NP_AMONG)
        return translate_portfolio(store, result->arena, condition, err);
    if (is_option(filter, "owner") && filter->test == NP_LISTED)
        return translate_owner(store, result->arena, condition, err);
    if (is_option(filter, "id") || is_option(filter, "cited"))
        return translate_number(store, result->arena, condition, err);
    return NP_OK;
}

/* ---- the answer ---- */

static enum np_status select_rows(struct np_store *store, const struct np_question *question,
                                  const struct np_condition *conditions, size_t n,
                                  const char *order, struct np_portion part, int64_t *total,
                                  struct np_result *result, struct np_err *err)
{
    struct np_err here = { 0 };
    enum np_status status =
        np_store_select_portion(store, question->view, conditions, n,
                             order && *order ? order : question->order, part, total, result, &here);

    if (status == NP_FAIL && np_slice_starts(np_slice_of(here.what), "no view"))
        return np_fail(err, NP_FAIL, "no scores yet: run nanopat score");
    if (status != NP_OK && err)
        *err = here;
    return status;
}

static struct np_cell name_of(const struct np_result *taxonomy, const struct np_cell *code, int as)
{
    for (size_t i = 0; code->set && i < taxonomy->rows.n; i++)
        if (np_slice_eq(taxonomy->rows.v[i][CODE].text, code->text))
            return taxonomy->rows.v[i][as];
    return (struct np_cell){ 0 };
}

/* How many of the columns stand first because the question says so; 0 if it does not. */
static size_t reading_columns(const struct np_question *question, const struct source *sources,
                              size_t n)
{
    size_t words = 0, reading = 0;

    for (const char *p = question->first; p && *p; p++)
        words += p[0] != ' ' && (p[1] == ' ' || p[1] == '\0');
    for (size_t i = 0; i < n; i++)
        reading += sources[i].column < words && sources[i].as != ENGLISH_NAME;
    return reading;
}

/* The names of subfields beside their codes; rows and columns are made anew in the result's arena. */
static void add_names(struct np_result *result, const struct np_question *question,
                      const struct np_result *taxonomy)
{
    struct source *sources;
    const struct np_column *columns =
        np_named_columns(question, result->columns, result->arena, &sources);
    size_t n = 0;

    while (columns[n].name)
        n++;
    for (size_t i = 0; n != result->ncolumns && i < result->rows.n; i++) {
        struct np_cell *old = result->rows.v[i];
        struct np_cell *row = np_arena_zalloc(result->arena, n * sizeof *row);

        for (size_t c = 0; c < n; c++) {
            row[c] = old[sources[c].column];
            if (sources[c].as == AS_IS)
                continue;
            row[c] = name_of(taxonomy, &row[c], sources[c].as == CHINESE_NAME ? ZH : EN);
            row[c].text = np_arena_copy(result->arena, row[c].text);
        }
        result->rows.v[i] = row;
    }
    result->columns = columns;
    result->ncolumns = n;
    result->reading = reading_columns(question, sources, n);
}

static void note_conditions(struct np_result *result, const struct np_question *question,
                            const struct np_condition *conditions, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct np_filter *filter = filter_of(question, &conditions[i]);

        struct np_slice value = conditions[i].value;

        if (conditions[i].test == NP_IS_NOT)
            value = np_arena_printf(result->arena, "not %.*s", NP_ARG(value));
        np_result_note(result, filter ? filter->option : conditions[i].column, value);
    }
}

/* Of an answer that was made as a whole. */
static void cut_portion(struct np_result *result, struct np_portion part, int64_t *total)
{
    size_t from = part.from < (int64_t)result->rows.n ? (size_t)part.from : result->rows.n;

    if (total)
        *total = (int64_t)result->rows.n;
    result->rows.v += from;
    result->rows.n -= from;
    if (part.limit >= 0 && result->rows.n > (size_t)part.limit)
        result->rows.n = (size_t)part.limit;
}

static enum np_status ask(struct np_store *store, const struct np_question *question,
                          struct np_condition *conditions, size_t n, const char *order,
                          struct np_portion part, int64_t *total, struct np_result *result,
                          struct np_err *err)
{
    struct np_result *taxonomy = np_result_new("taxonomy", taxonomy_columns);
    enum np_status status =
        np_store_select(store, "v_subfields_taxonomy", NULL, 0, "subfield", -1, taxonomy, err);

    note_conditions(result, question, conditions, n);
    for (size_t i = 0; status == NP_OK && i < n; i++)
        status = translate(store, question, taxonomy, result, &conditions[i], err);
    if (status == NP_OK)
        status = question->make ? question->make(store, conditions, n, result, err)
                                : select_rows(store, question, conditions, n, order, part, total,
                                              result, err);
    if (status == NP_OK && question->make)
        cut_portion(result, part, total);
    if (status == NP_OK)
        add_names(result, question, taxonomy);
    if (status == NP_OK)
        status = np_note_run(store, result, err);
    if (status == NP_OK && question->ranks)
        status = np_note_coverage(store, result, err);
    np_result_free(taxonomy);
    return status;
}

enum np_status np_ask_portion(struct np_store *store, const struct np_question *question,
                           const struct np_condition *conditions, size_t n, const char *order,
                           struct np_portion part, int64_t *total, struct np_result **result,
                           struct np_err *err)
{
    static const struct np_column none[] = { { 0 } };
    struct np_result *answer = np_result_new(question->name, none);
    struct np_condition *own = np_arena_alloc(answer->arena, (n + 1) * sizeof *own);
    enum np_status status;

    answer->columns = np_view_columns(question, answer->arena);
    while (answer->columns[answer->ncolumns].name)
        answer->ncolumns++;
    if (n)
        memcpy(own, conditions, n * sizeof *own);
    answer->en = question->en;
    answer->zh = question->zh;
    status = ask(store, question, own, n, order, part, total, answer, err);
    *result = answer;
    if (status == NP_OK)
        return answer->rows.n ? NP_OK : NP_END;
    np_result_free(answer);
    *result = NULL;
    return status;
}

enum np_status np_ask(struct np_store *store, const struct np_question *question,
                      const struct np_condition *conditions, size_t n, const char *order,
                      int64_t limit, struct np_result **result, struct np_err *err)
{
    return np_ask_portion(store, question, conditions, n, order, (struct np_portion){ 0, limit }, NULL,
                       result, err);
}
