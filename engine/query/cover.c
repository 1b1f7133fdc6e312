/* cover.c -- the first page of a report: how many in each tier, district and class, and where the plan
 * stands. What is not known says what it needs.
 */
#include "gaps.h"

#include <nanopat/map.h>
#include <nanopat/words.h>

#include <math.h>

static const struct np_column cover_columns[] = {
    { "section_zh", NP_CELL_TEXT, "", "Section", "类别", "" },
    { "section_en", NP_CELL_TEXT, "", "Section", "类别", "" },
    { "item_zh", NP_CELL_TEXT, "", "Item", "项目", "" },
    { "item_en", NP_CELL_TEXT, "", "Item", "项目", "" },
    { "value", NP_CELL_INT, "", "Number", "数量", "" },
    { "ratio", NP_CELL_REAL, "", "Ratio", "比值", "" },
    { "unit_zh", NP_CELL_TEXT, "", "Unit", "单位", "" },
    { "unit_en", NP_CELL_TEXT, "", "Unit", "单位", "" },
    { "target", NP_CELL_INT, "", "Target", "目标", "" },
    { "note_zh", NP_CELL_TEXT, "", "Note", "备注", "" },
    { "note_en", NP_CELL_TEXT, "", "Note", "备注", "" },
    { 0 }
};

enum { SECTION_ZH, SECTION_EN, ITEM_ZH, ITEM_EN, VALUE, RATIO, UNIT_ZH, UNIT_EN, TARGET, NOTE_ZH, NOTE_EN };

struct line { const char *section_zh, *section_en; struct np_slice zh, en; };

static struct np_cell *add_line(struct np_result *cover, const struct line *line)
{
    struct np_cell *row = np_result_row(cover);

    np_cell_text(cover, &row[SECTION_ZH], np_slice_of(line->section_zh));
    np_cell_text(cover, &row[SECTION_EN], np_slice_of(line->section_en));
    np_cell_text(cover, &row[ITEM_ZH], line->zh);
    np_cell_text(cover, &row[ITEM_EN], line->en);
    for (int c = UNIT_ZH; c <= NOTE_EN; c++) /* nothing to say is not unknown */
        if (c != TARGET)
            np_cell_text(cover, &row[c], NP_EMPTY);
    return row;
}

static void set_unit(struct np_result *cover, struct np_cell *row, struct np_slice unit)
{
    if (!unit.n)
        return;
    np_cell_text(cover, &row[UNIT_ZH], np_unit(unit, true));
    np_cell_text(cover, &row[UNIT_EN], np_unit(unit, false));
}

/* "未获取: 需获奖清单; nanopat import awards FILE". */
static void note_unknown(struct np_result *cover, struct np_cell *row, const char *item)
{
    const char *word, *command;
    struct np_slice tail, zh, en;

    np_supply_of(np_slice_of(item), &word, &command);
    tail = *command ? np_arena_printf(cover->arena, "; %s", command) : NP_EMPTY;
    zh = np_word(np_slice_of(word), true);
    en = np_word(np_slice_of(word), false);
    np_cell_text(cover, &row[NOTE_ZH],
                 np_arena_printf(cover->arena, "未获取: 需%.*s%.*s", NP_ARG(zh), NP_ARG(tail)));
    np_cell_text(cover, &row[NOTE_EN],
                 np_arena_printf(cover->arena, "not known: needs %.*s%.*s", NP_ARG(en), NP_ARG(tail)));
}

/* ---- what stands above all numbers ---- */

/* Notes of a list that warn (gaps.c), as items of the cover. */
static const struct { const char *key, *zh, *en; } warnings[] = {
    { "few_claims", "有权利要求文本的族过少", "Few families with claims known" },
    { "few_citations", "有引用数据的族过少", "Few families with citations known" },
    { "few_status", "法律状态已知的族过少", "Few families with legal status known" },
};

static struct np_slice note_of(const struct np_result *list, const char *key)
{
    for (size_t i = 0; i < list->notes.n; i++)
        if (np_slice_is(list->notes.v[i].key, key))
            return list->notes.v[i].value;
    return NP_EMPTY;
}

static void add_head(struct np_result *cover, const struct np_result *list)
{
    struct line day = { "数据", "Data", NP_S("数据截至"), NP_S("Data as of") };
    struct np_cell *row = add_line(cover, &day);
    struct np_slice as_of = note_of(list, "as_of");

    np_cell_text(cover, &row[NOTE_ZH], as_of);
    np_cell_text(cover, &row[NOTE_EN], as_of);
    for (size_t i = 0; i < sizeof warnings / sizeof *warnings; i++) {
        struct line line = { "警示", "Warning", np_slice_of(warnings[i].zh), np_slice_of(warnings[i].en) };
        struct np_slice value = note_of(list, warnings[i].key);

        if (!value.n)
            continue;
        row = add_line(cover, &line);
        np_cell_text(cover, &row[NOTE_ZH], value);
        np_cell_text(cover, &row[NOTE_EN], value);
    }
}

/* ---- counts of a list by what a column says ---- */

struct counted { struct np_slice zh, en; int64_t n; };

static struct np_slice cell_of(const struct np_result *r, size_t row, const char *column)
{
    int at = np_result_column(r, column);

    return at >= 0 && r->rows.v[row][at].set ? r->rows.v[row][at].text : NP_EMPTY;
}

static size_t count_by(const struct np_result *list, const char *zh, const char *en,
                       struct counted *counted)
{
    struct np_map *places = np_map_new();
    size_t n;

    for (size_t i = 0; i < list->rows.n; i++) {
        struct np_slice name = cell_of(list, i, zh);
        int64_t at = *np_map_put(places, name, (int64_t)np_map_count(places));

        if (!counted[at].n)
            counted[at] = (struct counted){ name, cell_of(list, i, en), 0 };
        counted[at].n++;
    }
    n = np_map_count(places);
    np_map_free(places);
    return n;
}

static bool stands_before(const struct counted *a, const struct counted *b)
{
    if (!a->zh.n != !b->zh.n)
        return b->zh.n == 0; /* what is not known stands last */
    if (a->n != b->n)
        return a->n > b->n;
    return np_slice_cmp(a->zh, b->zh) < 0;
}

static void sort_counted(struct counted *v, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        struct counted one = v[i];
        size_t k = i;

        for (; k > 0 && stands_before(&one, &v[k - 1]); k--)
            v[k] = v[k - 1];
        v[k] = one;
    }
}

static void add_counts(struct np_result *cover, const struct np_result *list, const char *section_zh,
                       const char *section_en, const char *zh, const char *en, bool sorted)
{
    struct counted *v = np_arena_zalloc(cover->arena, (list->rows.n + 1) * sizeof *v);
    size_t n = count_by(list, zh, en, v);

    if (sorted)
        sort_counted(v, n);
    for (size_t i = 0; i < n; i++) {
        struct line line = { section_zh, section_en, v[i].zh.n ? v[i].zh : NP_S("未获取"),
                             v[i].en.n ? v[i].en : v[i].zh.n ? v[i].zh : NP_S("not known") };
        struct np_cell *row = add_line(cover, &line);

        np_cell_int(&row[VALUE], v[i].n);
        set_unit(cover, row, NP_S("enterprises"));
    }
}

/* ---- our city, from its row ---- */

static const struct np_column city_columns[] = {
    { "plan_listed", NP_CELL_INT, "enterprises", "Listed companies", "上市企业", "plan_listed_target" },
    { "plan_unicorn", NP_CELL_INT, "enterprises", "Unicorns in cultivation", "独角兽(培育)企业",
      "plan_unicorn_target" },
    { "plan_gazelle", NP_CELL_INT, "enterprises", "Gazelles", "瞪羚企业", "plan_gazelle_target" },
    { "plan_leader", NP_CELL_INT, "enterprises", "Leading enterprises", "龙头企业", "" },
    { "plan_listed_target", NP_CELL_INT, "", "", "", "" },
    { "plan_unicorn_target", NP_CELL_INT, "", "", "", "" },
    { "plan_gazelle_target", NP_CELL_INT, "", "", "", "" },
    { 0 }
};

enum { COUNTERS = 4 };

static void add_counter(struct np_result *cover, const struct np_result *city, int at)
{
    const struct np_column *c = &city_columns[at];
    struct line line = { "计划指标", "Targets of the plan", np_slice_of(c->zh), np_slice_of(c->en) };
    struct np_cell *row = add_line(cover, &line);
    const struct np_cell *cell = city->rows.n ? &city->rows.v[0][at] : NULL;
    int target = np_result_column(city, c->says);

    if (cell && cell->set)
        np_cell_int(&row[VALUE], cell->i);
    else
        note_unknown(cover, row, c->name);
    set_unit(cover, row, NP_S("enterprises"));
    if (target >= 0 && cell && city->rows.v[0][target].set)
        np_cell_int(&row[TARGET], city->rows.v[0][target].i);
}

static enum np_status add_counters(struct np_store *store, struct np_result *cover,
                                   struct np_err *err)
{
    struct np_result *city = np_result_new("city", city_columns);
    enum np_status status = np_store_select(store, "v_city", NULL, 0, "", 1, city, err);

    for (int i = 0; status == NP_OK && i < COUNTERS; i++)
        add_counter(cover, city, i);
    np_result_free(city);
    return status;
}

enum np_status np_cover_of_list(struct np_store *store, const struct np_result *first,
                                struct np_result **result, struct np_err *err)
{
    struct np_result *cover = np_result_new("cover", cover_columns);
    struct line all = { "合计", "Total", NP_S("列入企业"), NP_S("Enterprises listed") };
    struct np_cell *row;
    enum np_status status;

    add_head(cover, first);
    row = add_line(cover, &all);
    np_cell_int(&row[VALUE], (int64_t)first->rows.n);
    set_unit(cover, row, NP_S("enterprises"));
    add_counts(cover, first, "培育层级", "Tier", "tier_zh", "tier_en", false);
    status = add_counters(store, cover, err);
    add_counts(cover, first, "区县", "District", "district", "district_en", true);
    add_counts(cover, first, "主要子领域", "Main subfield", "class_zh", "class_en", true);
    *result = cover;
    if (status != NP_OK) {
        np_result_free(cover);
        *result = NULL;
    }
    return status;
}

static double real_of(const struct np_result *city, const char *column)
{
    int at = np_result_column(city, column);

    return city->rows.n && at >= 0 && city->rows.v[0][at].set ? (double)city->rows.v[0][at].i : NAN;
}

static void note_lower_bound(struct np_result *cover, struct np_cell *row, double unknown)
{
    np_cell_text(cover, &row[NOTE_ZH],
                 np_arena_printf(cover->arena, "下限: 另有 %.0f 族未定", unknown));
    np_cell_text(cover, &row[NOTE_EN],
                 np_arena_printf(cover->arena, "at least: %.0f more are not known", unknown));
}

/* Every number of the city's row; counters of the plan with their targets come last. */
enum np_status np_cover_of_city(struct np_store *store, const struct np_result *first,
                                struct np_result **result, struct np_err *err)
{
    struct np_result *cover = np_result_new("cover", cover_columns);
    double unknown = real_of(first, "hvp_unknown");
    enum np_status status;

    add_head(cover, first);
    for (size_t c = 0; first->rows.n && c < first->ncolumns; c++) {
        const struct np_column *column = &first->columns[c];
        struct line line = { "本市", "Our city", np_slice_of(column->zh), np_slice_of(column->en) };
        const struct np_cell *cell = &first->rows.v[0][c];
        struct np_cell *row;

        if ((column->kind != NP_CELL_INT && column->kind != NP_CELL_REAL) ||
            strncmp(column->name, "plan_", 5) == 0)
            continue;
        row = add_line(cover, &line);
        set_unit(cover, row, np_slice_of(column->unit));
        if (cell->set && column->kind == NP_CELL_REAL)
            np_cell_real(&row[RATIO], cell->real);
        else if (cell->set)
            np_cell_int(&row[VALUE], cell->i);
        if (!cell->set)
            note_unknown(cover, row, column->name);
        else if (unknown > 0 && strncmp(column->name, "hvp_", 4) == 0 &&
                 strcmp(column->name, "hvp_unknown") != 0)
            note_lower_bound(cover, row, unknown);
    }
    status = add_counters(store, cover, err);
    *result = cover;
    if (status != NP_OK) {
        np_result_free(cover);
        *result = NULL;
    }
    return status;
}

/* ---- enforcement leads ---- */

static int64_t count_distinct(const struct np_result *list, const char *column)
{
    struct np_map *seen = np_map_new();
    int64_t n;

    for (size_t i = 0; i < list->rows.n; i++)
        np_map_put(seen, cell_of(list, i, column), 0);
    n = (int64_t)np_map_count(seen);
    np_map_free(seen);
    return n;
}

static void add_total(struct np_result *cover, const char *zh, const char *en, int64_t n,
                      struct np_slice unit)
{
    struct line line = { "合计", "Total", np_slice_of(zh), np_slice_of(en) };
    struct np_cell *row = add_line(cover, &line);

    np_cell_int(&row[VALUE], n);
    set_unit(cover, row, unit);
}

/* What a column of codes says, each with its number. */
static void add_coded(struct np_result *cover, const struct np_result *list, const struct line *section,
                      const char *column, void (*say)(struct np_buf *, const char *, struct np_slice, bool))
{
    struct counted *v = np_arena_zalloc(cover->arena, (list->rows.n + 1) * sizeof *v);
    size_t n = count_by(list, column, column, v);
    struct np_buf zh = { 0 }, en = { 0 };

    sort_counted(v, n);
    for (size_t i = 0; i < n; i++) {
        struct line line = *section;
        struct np_cell *row;

        np_buf_reset(&zh);
        np_buf_reset(&en);
        say(&zh, column, v[i].zh, true);
        say(&en, column, v[i].zh, false);
        line.zh = np_buf_slice(&zh);
        line.en = np_buf_slice(&en);
        row = add_line(cover, &line);
        np_cell_int(&row[VALUE], v[i].n);
        set_unit(cover, row, NP_S("leads"));
    }
    np_buf_release(&zh);
    np_buf_release(&en);
}

static void say_office(struct np_buf *b, const char *column, struct np_slice code, bool zh)
{
    (void)column;
    np_offices_put(b, code, zh);
}

static void add_said(struct np_result *cover, const struct line *line, struct np_slice zh,
                     struct np_slice en)
{
    struct np_cell *row = add_line(cover, line);

    np_cell_text(cover, &row[NOTE_ZH], zh);
    np_cell_text(cover, &row[NOTE_EN], en);
}

static void add_reminder(struct np_result *cover, const struct np_result *all, size_t i)
{
    struct np_slice own = np_arena_printf(cover->arena, "about_%.*s", NP_ARG(cell_of(all, i, "key")));
    struct np_slice about = np_word_known(own) ? own : cell_of(all, i, "key");
    struct line line = { "法定提示", "Reminder", np_word(about, true), np_word(about, false) };

    add_said(cover, &line,
             np_arena_printf(cover->arena, "%.*s (%.*s)", NP_ARG(cell_of(all, i, "zh")),
                             NP_ARG(cell_of(all, i, "source"))),
             np_arena_printf(cover->arena, "%.*s (%.*s)", NP_ARG(cell_of(all, i, "en")),
                             NP_ARG(cell_of(all, i, "source"))));
}

/* Those of the store, and what no list of leads may go without, in both languages. */
static enum np_status add_reminders(struct np_store *store, struct np_result *cover, struct np_err *err)
{
    static const struct line mind = { "提示", "Mind", { "线索性质", 12 }, { "What a lead is", 14 } };
    struct np_result *all = NULL;
    enum np_status status = np_ask(store, np_question_find("reminders"), NULL, 0, NULL, -1, &all, err);

    for (size_t i = 0; status == NP_OK && i < all->rows.n; i++)
        add_reminder(cover, all, i);
    np_result_free(all);
    add_said(cover, &mind, NP_S(NP_LEAD_FOOTER), NP_S(NP_LEAD_FOOTER));
    return status == NP_END ? NP_OK : status;
}

enum np_status np_cover_of_leads(struct np_store *store, const struct np_result *first,
                                 struct np_result **result, struct np_err *err)
{
    static const struct line because = { "线索依据", "Because of", { "", 0 }, { "", 0 } };
    static const struct line market = { "市场", "Market", { "", 0 }, { "", 0 } };
    struct np_result *cover = np_result_new("cover", cover_columns);
    enum np_status status;

    add_head(cover, first);
    add_total(cover, "维权线索", "Enforcement leads", (int64_t)first->rows.n, NP_S("leads"));
    add_total(cover, "涉及本市企业", "Enterprises of ours", count_distinct(first, "enterprise_key"),
              NP_S("enterprises"));
    add_total(cover, "涉及本方专利族", "Families of ours", count_distinct(first, "family"), NP_S("families"));
    add_coded(cover, first, &because, "because", np_column_words_put);
    add_coded(cover, first, &market, "market", say_office);
    status = add_reminders(store, cover, err);
    *result = cover;
    if (status != NP_OK) {
        np_result_free(cover);
        *result = NULL;
    }
    return status;
}
