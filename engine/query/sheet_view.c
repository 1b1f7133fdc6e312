/* sheet_view.c -- of a sheet what people read: some columns, in their order, in their language. */
#include <nanopat/report.h>

#include <nanopat/words.h>

#include <stdlib.h>

struct shown { int at; bool words, offices, unit, number; };

static const struct np_column running = { "no", NP_CELL_INT, "", "No.", "序号", "" };

/* The next of the names; false behind the last. */
static bool take_name(const char **names, struct np_slice *name)
{
    while (**names == ' ')
        ++*names;
    *name = np_slice_make(*names, strcspn(*names, " "));
    *names += name->n;
    return name->n > 0;
}

static struct shown find(const struct np_result *whole, struct np_slice name)
{
    struct shown shown = { -1, np_slice_ends(name, "*"), np_slice_ends(name, "@"), false,
                           np_slice_is(name, "#") };

    if (shown.words || shown.offices)
        name = np_slice_sub(name, 0, name.n - 1);
    for (size_t i = 0; i < whole->ncolumns; i++)
        if (np_slice_is(name, whole->columns[i].name))
            shown.at = (int)i;
    shown.unit = shown.words && np_slice_is(name, "unit");
    if (shown.at < 0 && !shown.number)
        np_panic("sheet '%s' has no column '%.*s'", whole->name, NP_ARG(name));
    return shown;
}

/* "培育层级(中文)", "Tier, English", "Subfield, English name": who reads in that language needs no such
 * word.                                                                                          */
static const char *short_heading(struct np_arena *arena, const char *heading)
{
    static const struct { const char *suffix, *instead; } suffixes[] = {
        { "(中文)", "" }, { ", English", "" }, { ", English name", " name" },
    };
    struct np_slice s = np_slice_of(heading);

    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (np_slice_ends(s, suffixes[i].suffix))
            return np_arena_printf(arena, "%.*s%s", (int)(s.n - strlen(suffixes[i].suffix)), s.p,
                                   suffixes[i].instead).p;
    return heading;
}

static void show_cell(struct np_result *view, struct np_cell *to, const struct np_cell *from,
                      const struct shown *shown, bool zh)
{
    struct np_buf b = { 0 };

    *to = *from;
    if (!from->set || view->columns[to - view->rows.v[view->rows.n - 1]].kind != NP_CELL_TEXT)
        return;
    if (shown->unit)
        np_buf_puts_slice(&b, np_unit(from->text, zh));
    else if (shown->words)
        np_column_words_put(&b, view->columns[to - view->rows.v[view->rows.n - 1]].name, from->text, zh);
    else if (shown->offices)
        np_offices_put(&b, from->text, zh);
    else
        np_buf_puts_slice(&b, from->text);
    np_cell_text(view, to, np_buf_slice(&b));
    np_buf_release(&b);
}

static void show_row(struct np_result *view, const struct np_cell *from, const struct shown *shown,
                     bool zh)
{
    struct np_cell *row = np_result_row(view);

    for (size_t c = 0; c < view->ncolumns; c++)
        if (shown[c].number)
            np_cell_int(&row[c], (int64_t)view->rows.n);
        else
            show_cell(view, &row[c], &from[shown[c].at], &shown[c], zh);
}

struct np_result *np_sheet_view(const struct np_result *whole, const char *names, bool zh)
{
    struct np_arena *arena = np_arena_new();
    struct np_column *columns = np_arena_zalloc(arena, (strlen(names) + 2) * sizeof *columns);
    struct shown *shown = np_arena_zalloc(arena, (strlen(names) + 2) * sizeof *shown);
    struct np_column *kept;
    struct np_result *view;
    struct np_slice name;
    size_t n = 0;

    for (; take_name(&names, &name); n++) {
        shown[n] = find(whole, name);
        columns[n] = shown[n].number ? running : whole->columns[shown[n].at];
    }
    view = np_result_new(whole->name, columns);
    kept = np_arena_zalloc(view->arena, (n + 1) * sizeof *kept);
    memcpy(kept, columns, n * sizeof *kept);
    for (size_t i = 0; i < n; i++) {
        kept[i].zh = short_heading(view->arena, kept[i].zh);
        kept[i].en = short_heading(view->arena, kept[i].en);
    }
    view->columns = kept;
    view->en = whole->en;
    view->zh = whole->zh;
    for (size_t i = 0; i < whole->rows.n; i++)
        show_row(view, whole->rows.v[i], shown, zh);
    for (size_t i = 0; i < whole->notes.n; i++)
        *np_list_add(view->arena, &view->notes) = (struct np_result_note){
            np_arena_copy(view->arena, whole->notes.v[i].key),
            np_arena_copy(view->arena, whole->notes.v[i].value)
        };
    np_arena_free(arena);
    return view;
}

const char *np_reading_of(const char *question, bool zh)
{
    for (const struct np_report *report = np_reports; report->name; report++)
        for (const struct np_sheet *sheet = report->sheets; sheet->en; sheet++)
            if (sheet->question && strcmp(sheet->question, question) == 0 && sheet->read_zh)
                return zh ? sheet->read_zh : sheet->read_en;
    return NULL;
}
