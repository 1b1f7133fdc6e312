/* xlsx.c -- a workbook and its parts by their relations (ECMA-376, part 2).
 *
 *     _rels/.rels                   officeDocument  -> xl/workbook.xml
 *     xl/workbook.xml               sheets in order: name, state, r:id; which system of dates
 *     xl/_rels/workbook.xml.rels    r:id            -> worksheets/sheet1.xml
 *                                   sharedStrings, styles
 */
#include "xlsx.h"

#include <nanopat/text.h>

#include <stdio.h>

enum { RELATIONS_MOST = 4096, NAME_BYTES_MOST = 512, SHEET_NAME_BYTES = 60 };

struct relation { struct np_slice id, type, target; };

struct sheet { struct np_slice name, id, state; };

struct package {
    struct xlsx_book book;
    struct np_arena *arena;
    struct np_slice folder;      /* of the part whose relations are read */
    NP_LIST(struct relation) relations;
    NP_LIST(struct sheet) sheets;
};

static void close_element(struct xlsx_part *part, void *state, struct np_slice element)
{
    (void)part, (void)state, (void)element;
}

/* ---- relations ---- */

static struct np_slice folder_of(struct np_slice name)
{
    while (name.n && name.p[name.n - 1] != '/')
        name.n--;
    return name;
}

/* "../a/b" in "xl/worksheets/" is "xl/a/b"; "/a/b" is "a/b". */
static struct np_slice resolve(struct np_arena *arena, struct np_slice folder,
                               struct np_slice target)
{
    if (np_slice_starts(target, "/"))
        return np_arena_copy(arena, np_slice_sub(target, 1, target.n));
    for (;;) {
        if (np_slice_starts(target, "./")) {
            target = np_slice_sub(target, 2, target.n);
        } else if (np_slice_starts(target, "../")) {
            target = np_slice_sub(target, 3, target.n);
            folder = folder_of(np_slice_sub(folder, 0, folder.n ? folder.n - 1 : 0));
        } else {
            return np_arena_printf(arena, "%.*s%.*s", NP_ARG(folder), NP_ARG(target));
        }
    }
}

/* What stands behind the last slash: strict and transitional workbooks differ before it. */
static struct np_slice last_word(struct np_slice type)
{
    size_t at = type.n;

    while (at && type.p[at - 1] != '/')
        at--;
    return np_slice_sub(type, at, type.n);
}

static void open_relation(struct xlsx_part *part, void *state, struct np_slice element)
{
    struct package *p = state;
    struct np_slice target = xlsx_attribute(part, "Target");
    struct relation *relation;

    if (!np_slice_is(element, "Relationship") || target.n > NAME_BYTES_MOST ||
        np_slice_is(xlsx_attribute(part, "TargetMode"), "External"))
        return;
    if (p->relations.n == RELATIONS_MOST) {
        xlsx_refuse(part, NP_FAIL, "NP-SHT-009", "more than %d relations", RELATIONS_MOST);
        return;
    }
    relation = np_list_add(p->arena, &p->relations);
    relation->id = np_arena_copy(p->arena, xlsx_attribute(part, "Id"));
    relation->type = np_arena_copy(p->arena, last_word(xlsx_attribute(part, "Type")));
    relation->target = resolve(p->arena, p->folder, target);
}

static enum np_status read_relations(struct package *p, struct np_slice of, struct np_err *err)
{
    static const struct xlsx_handlers handlers = { open_relation, NULL, close_element };
    struct np_slice folder = folder_of(of);
    struct np_slice name = np_arena_printf(p->arena, "%.*s_rels/%.*s.rels", NP_ARG(folder),
                                           NP_ARG(np_slice_sub(of, folder.n, of.n)));

    p->folder = folder;
    memset(&p->relations, 0, sizeof p->relations);
    return xlsx_part_read(p->book.sheets, name, &handlers, p, err);
}

static struct np_slice by_type(const struct package *p, const char *type)
{
    for (size_t i = 0; i < p->relations.n; i++)
        if (np_slice_is(p->relations.v[i].type, type))
            return p->relations.v[i].target;
    return NP_EMPTY;
}

static const struct relation *by_id(const struct package *p, struct np_slice id)
{
    for (size_t i = 0; i < p->relations.n; i++)
        if (np_slice_eq(p->relations.v[i].id, id))
            return &p->relations.v[i];
    return NULL;
}

/* ---- the workbook ---- */

static void open_book(struct xlsx_part *part, void *state, struct np_slice element)
{
    struct package *p = state;
    struct sheet *sheet;

    if (np_slice_is(element, "workbookPr")) {
        struct np_slice told = xlsx_attribute(part, "date1904");

        p->book.from_1904 = np_slice_is(told, "1") || np_slice_is(told, "true");
    }
    if (!np_slice_is(element, "sheet"))
        return;
    if (p->sheets.n == NP_SHEET_SHEETS_MOST) {
        xlsx_refuse(part, NP_FAIL, "NP-SHT-004", "more than %d sheets", NP_SHEET_SHEETS_MOST);
        return;
    }
    sheet = np_list_add(p->arena, &p->sheets);
    sheet->name = np_arena_copy(p->arena, np_utf8_prefix(xlsx_attribute(part, "name"),
                                                         NAME_BYTES_MOST));
    sheet->id = np_arena_copy(p->arena, xlsx_attribute(part, "id"));
    sheet->state = np_arena_copy(p->arena, xlsx_attribute(part, "state"));
}

static enum np_status no_workbook(struct np_slice name, struct np_err *err)
{
    if (np_slice_ends(name, ".bin"))
        return np_fail_at(err, NP_FAIL, "NP-SHT-006", -1, "a binary workbook (.xlsb)");
    return np_fail_at(err, NP_FAIL, "NP-SHT-007", -1,
                      "a zip file without a workbook of the .xlsx kind in it");
}

static enum np_status read_book(struct package *p, struct np_err *err)
{
    static const struct xlsx_handlers handlers = { open_book, NULL, close_element };
    enum np_status status = read_relations(p, NP_EMPTY, err);
    struct np_slice name = status == NP_OK ? by_type(p, "officeDocument") : NP_EMPTY;

    if (status < NP_OK)
        return status;
    if (!name.n || np_slice_ends(name, ".bin"))
        return no_workbook(name, err);
    status = xlsx_part_read(p->book.sheets, name, &handlers, p, err);
    if (status == NP_OK && !p->sheets.n)
        status = NP_END;
    if (status == NP_OK)
        status = read_relations(p, name, err);
    if (status == NP_OK && by_type(p, "vbaProject").n)
        return np_fail_at(err, NP_FAIL, "NP-SHT-013", -1, "a workbook with macros (.xlsm)");
    return status == NP_END ? no_workbook(name, err) : status;
}

/* ---- its parts ---- */

static enum np_status read_common(struct package *p, struct np_err *err)
{
    struct np_slice strings = by_type(p, "sharedStrings"), styles = by_type(p, "styles");
    enum np_status status = NP_OK;

    if (strings.n)
        status = xlsx_strings_read(p->book.sheets, strings, &p->book.strings, err);
    if (status >= NP_OK && styles.n)
        status = xlsx_styles_read(p->book.sheets, styles, &p->book.styles, err);
    return status < NP_OK ? status : NP_OK;
}

static enum np_status pass_over(const struct package *p, const struct sheet *sheet,
                                const char *why)
{
    const struct np_sheet_taker *taker = p->book.sheets->taker;

    return taker->passed ? taker->passed(taker->ctx, sheet->name, why) : NP_OK;
}

/* Where a sheet was given up: its name and the row at hand. */
static void say_where(const struct np_sheets *sheets, struct np_slice sheet, struct np_err *err)
{
    char what[sizeof err->what], row[24] = "";

    if (sheets->row.line)
        snprintf(row, sizeof row, ", row %d", sheets->row.line);
    snprintf(what, sizeof what, "%s", err->what);
    snprintf(err->what, sizeof err->what, "sheet '%.*s'%s: %.150s",
             NP_ARG(np_utf8_prefix(sheet, SHEET_NAME_BYTES)), row, what);
}

static enum np_status read_sheet(struct package *p, const struct sheet *sheet,
                                 struct np_err *err)
{
    const struct relation *relation = by_id(p, sheet->id);
    enum np_status status;

    if (np_slice_is(sheet->state, "hidden") || np_slice_is(sheet->state, "veryHidden"))
        return pass_over(p, sheet, "hidden");
    if (relation && !np_slice_is(relation->type, "worksheet"))
        return pass_over(p, sheet, "no table");
    p->book.sheets->row.sheet = sheet->name;
    p->book.sheets->row.line = 0;
    status = relation ? xlsx_rows_read(&p->book, relation->target, err) : NP_END;
    if (status == NP_END)
        return np_fail_at(err, NP_FAIL, "NP-SHT-007", -1, "the part of sheet '%.*s' is missing",
                          NP_ARG(np_slice_sub(sheet->name, 0, 120)));
    if (status == NP_FAIL)
        say_where(p->book.sheets, sheet->name, err);
    return status;
}

enum np_status sheet_read_xlsx(struct np_sheets *sheets, struct np_err *err)
{
    struct package p = { .book.sheets = sheets, .arena = np_arena_new() };
    enum np_status status = read_book(&p, err);

    if (status == NP_OK)
        status = read_common(&p, err);
    for (size_t i = 0; i < p.sheets.n && status == NP_OK; i++)
        status = read_sheet(&p, &p.sheets.v[i], err);
    sheets->row.sheet = NP_EMPTY;
    xlsx_strings_release(&p.book.strings);
    xlsx_styles_release(&p.book.styles);
    np_arena_free(p.arena);
    return status;
}
