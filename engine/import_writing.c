/* import_writing.c -- answers become rows of a list; a list is kept whole or not at all. */
#include "importing.h"

#include <stdio.h>

/* ---- saying ---- */

static void say(struct importing *run, const struct import_file *file,
                const struct np_import_fault_row *fault)
{
    const struct np_import_listener *l = &run->plan->listener;
    struct np_import_saying saying = {
        .file = file->path, .sheet = fault->sheet, .line = fault->line, .column = fault->column,
        .header = fault->header, .code = fault->code, .what = fault->what, .note = fault->note,
    };

    if (l->said)
        l->said(l->ctx, &saying);
}

/* Said, and kept with the list. */
static enum np_status put_fault(struct importing *run, const struct import_file *file,
                                struct np_import_fault_row fault, struct np_err *err)
{
    fault.import = run->list.id;
    fault.seq = ++run->faults;
    run->list.notes += fault.note;
    say(run, file, &fault);
    return np_store_import_fault_put(run->store, &fault, err);
}

/* ---- the list at hand ---- */

enum np_status import_begin(struct importing *run, struct np_err *err)
{
    enum np_status status = run->begun ? NP_OK : np_store_begin(run->store, err);

    run->begun = run->begun || status == NP_OK;
    return status;
}

static enum np_status begin_list(struct importing *run, struct import_file *file,
                                 struct np_err *err)
{
    enum np_status status;

    if (file->list)
        return NP_OK;
    status = import_begin(run, err);
    np_arena_reset(run->house);
    np_map_free(run->keys);
    run->keys = np_map_new();
    memset(&run->said, 0, sizeof run->said);
    if (run->sheets_of != file)
        memset(&run->sheets, 0, sizeof run->sheets);
    run->seq = run->faults = 0;
    run->list = (struct np_import_list){
        .kind = np_slice_of(file->kind->name), .name = np_slice_of(file->name),
        .format = NP_EMPTY, .unknown = NP_EMPTY,
    };
    memcpy(run->list.hash, file->hash, sizeof file->hash);
    if (status == NP_OK)
        status = np_store_import_put(run->store, &run->list, err);
    file->list = run->list.id;
    return status;
}

enum np_status import_lose(struct importing *run, struct import_file *file,
                           const struct np_err *why)
{
    const struct np_import_listener *l = &run->plan->listener;
    struct np_err said = *why;

    file->over = file->lost = true;
    run->summary->lost++;
    snprintf(said.where, sizeof said.where, "%s", file->path);
    if (l->lost)
        l->lost(l->ctx, &said);
    if (file->list && run->begun && run->plan->replace == NP_REPLACE_NONE) {
        np_store_rollback(run->store); /* each list has its own transaction */
        run->begun = false;
    }
    return NP_OK;
}

/* ---- rows ---- */

/* What the key columns say, "" between; empty if one of them says nothing. */
static struct np_slice key_of(struct importing *run, const struct np_import_kind *kind,
                              const struct np_import_row *row)
{
    struct np_slice words = np_slice_of(kind->key);
    struct np_buf b = { 0 };
    struct np_slice key;

    while (words.n) {
        size_t end = np_slice_find(words, NP_S(" "));
        struct np_slice name = np_arena_copy(run->arena, np_slice_sub(words, 0, end));
        const struct np_cell *cell = &row->cells[np_import_column_find(kind, name.p)];

        np_buf_printf(&b, "%.*s %lld;", NP_ARG(cell->text), (long long)cell->i);
        words = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(words, end + 1, words.n);
    }
    key = np_arena_copy(run->arena, np_buf_slice(&b));
    np_buf_release(&b);
    return key;
}

/* The line that says otherwise of the same thing; 0 if there is none. */
static int contradicts(struct importing *run, const struct np_import_kind *kind,
                       const struct np_import_row *row, int line, struct np_slice cells)
{
    struct np_slice key = key_of(run, kind, row);
    int64_t next = (int64_t)run->said.n, at;

    if (!key.n)
        return 0;
    at = *np_map_put(run->keys, key, next);
    if (at != next)
        return np_slice_eq(run->said.v[at].cells, cells) ? 0 : run->said.v[at].line;
    np_list_add(run->house, &run->said)->line = line;
    run->said.v[at].cells = np_arena_copy(run->house, cells);
    return 0;
}

static struct np_slice others_json(struct importing *run, const struct np_import_row *row)
{
    struct np_buf b = { 0 };
    struct np_slice json = NP_EMPTY;

    for (size_t i = 0; i < row->others.n; i++) {
        np_buf_putc(&b, i ? ',' : '{');
        np_json_string(&b, row->others.v[i].header);
        np_buf_putc(&b, ':');
        np_json_string(&b, row->others.v[i].text);
    }
    if (b.n) {
        np_buf_putc(&b, '}');
        json = np_arena_copy(run->arena, np_buf_slice(&b));
    }
    np_buf_release(&b);
    return json;
}

_Static_assert((int)NP_FORM_PUBLICATION == (int)NP_BY_PUBLICATION &&
               (int)NP_FORM_APPLICATION == (int)NP_BY_APPLICATION &&
               (int)NP_FORM_INTERNATIONAL == (int)NP_BY_INTERNATIONAL,
               "the store and the lists count forms alike");

static struct np_imported_form *forms_of(struct importing *run, const struct np_import_row *row)
{
    struct np_imported_form *forms =
        np_arena_alloc(run->arena, (row->forms.n + 1) * sizeof *forms);

    for (size_t i = 0; i < row->forms.n; i++)
        forms[i] = (struct np_imported_form){ (enum np_imported_form_kind)row->forms.v[i].kind,
                                              row->forms.v[i].doc };
    return forms;
}

/* The first number of a patent that the row gives. */
static struct np_slice number_of(const struct np_import_kind *kind, const struct np_import_row *row)
{
    for (int i = 0; kind->columns[i].column.name; i++)
        if (kind->columns[i].type == NP_IMPORT_PATENT && row->cells[i].set)
            return row->cells[i].text;
    return NP_EMPTY;
}

static enum np_status keep_row(struct importing *run, const struct np_import_kind *kind,
                               const struct import_item *item,
                               const struct np_import_row *row, struct np_slice cells,
                               struct np_err *err)
{
    struct np_imported_row kept = {
        .import = run->list.id, .seq = ++run->seq, .sheet = item->sheet, .line = item->line,
        .number = number_of(kind, row),
        .cells = cells, .others = others_json(run, row), .forms = forms_of(run, row),
        .nforms = row->forms.n,
    };

    run->list.kept++;
    return np_store_imported_put(run->store, &kept, err);
}

static enum np_status put_faults(struct importing *run, const struct import_file *file,
                                 const struct import_item *item, const struct np_import_row *row,
                                 struct np_err *err)
{
    enum np_status status = NP_OK;

    for (size_t i = 0; i < row->faults.n && status == NP_OK; i++) {
        const struct np_import_fault *f = &row->faults.v[i];
        struct np_import_fault_row fault = { .sheet = item->sheet, .line = item->line,
                                             .column = f->column, .header = f->header,
                                             .code = f->code, .what = f->what,
                                             .note = f->note };

        if (row->refused || f->note)
            status = put_fault(run, file, fault, err);
    }
    return status;
}

static void add_fault(struct importing *run, struct np_import_row *row, const char *code,
                      struct np_slice what)
{
    *np_list_add(run->arena, &row->faults) = (struct np_import_fault){
        .header = NP_EMPTY, .code = np_slice_of(code), .what = what
    };
    row->refused = true;
}

/* The process that checked the row did not answer, or not in order: in the words of documents. */
static void take_silence(struct importing *run, const struct np_item *from,
                         struct np_import_row *row)
{
    struct item nothing = { .kind = ITEM_DOCUMENT };
    struct np_err err;

    memset(row, 0, sizeof *row);
    reject_of(from, &nothing, NULL, &err);
    add_fault(run, row, np_arena_copy(run->arena, np_slice_of(err.code)).p,
              np_arena_copy(run->arena, np_slice_of(err.what)));
}

static enum np_status write_row(struct importing *run, struct import_file *file,
                                const struct np_item *from, const struct import_item *item,
                                struct np_err *err)
{
    struct np_import_row row;
    struct np_buf cells = { 0 };
    enum np_status status;
    int other;

    if (from->fate != NP_ANSWERED ||
        !import_answer_decode(from->answer, file->kind, run->arena, &row))
        take_silence(run, from, &row);
    if (!row.refused) {
        np_import_row_json(&cells, file->kind, row.cells);
        other = contradicts(run, file->kind, &row, item->line, np_buf_slice(&cells));
        if (other)
            add_fault(run, &row, "NP-IMP-015",
                      np_arena_printf(run->arena, "line %d says otherwise", other));
    }
    run->list.rows++;
    run->list.refused += row.refused;
    status = put_faults(run, file, item, &row, err);
    if (status == NP_OK && !row.refused)
        status = keep_row(run, file->kind, item, &row, np_buf_slice(&cells), err);
    np_buf_release(&cells);
    return status;
}

/* ---- the end of a list ---- */

static enum np_status say_sheets(struct importing *run, const struct import_file *file,
                                 struct np_err *err)
{
    enum np_status status = NP_OK;

    for (size_t i = 0; i < run->sheets.n && status == NP_OK; i++)
        status = put_fault(run, file,
                           (struct np_import_fault_row){
                               .sheet = run->sheets.v[i].name, .header = NP_EMPTY,
                               .code = NP_S("NP-IMP-017"), .what = run->sheets.v[i].why,
                               .note = true },
                           err);
    return status;
}

static enum np_status say_unknown(struct importing *run, const struct import_file *file,
                                  struct np_slice headers, struct np_err *err)
{
    struct np_buf all = { 0 };
    enum np_status status = NP_OK;

    while (headers.n && status == NP_OK) {
        const char *end = memchr(headers.p, '\0', headers.n);
        size_t n = end ? (size_t)(end - headers.p) : headers.n;
        struct np_slice name = np_slice_sub(headers, 0, n);

        np_buf_printf(&all, "%s%.*s", all.n ? "; " : "", NP_ARG(name));
        status = put_fault(run, file,
                           (struct np_import_fault_row){
                               .sheet = NP_EMPTY, .header = name, .code = NP_S("NP-IMP-016"),
                               .what = NP_S("not known, kept as text"), .note = true },
                           err);
        headers = np_slice_sub(headers, n + 1, headers.n);
    }
    run->list.unknown = np_arena_copy(run->house, np_buf_slice(&all));
    np_buf_release(&all);
    return status;
}

static void count_list(struct importing *run)
{
    struct np_import_counts *sum = &run->summary->counts;

    run->summary->lists++;
    sum->rows += run->list.rows;
    sum->kept += run->list.kept;
    sum->refused += run->list.refused;
    sum->notes += run->list.notes;
}

static enum np_status end_list(struct importing *run, struct import_file *file,
                               const struct import_item *item, struct np_err *err)
{
    enum np_status status = say_sheets(run, file, err);

    if (status == NP_OK)
        status = say_unknown(run, file, item->unknown, err);
    file->format = np_arena_copy(run->names, item->format);
    run->list.format = file->format;
    if (status == NP_OK)
        status = np_store_import_put(run->store, &run->list, err);
    file->over = true;
    if (status != NP_OK)
        return status;
    count_list(run);
    if (run->plan->replace != NP_REPLACE_NONE)
        return NP_OK;
    run->begun = false;
    return np_store_commit(run->store, err);
}

static enum np_status lose_for(struct importing *run, struct import_file *file,
                               const struct import_item *item)
{
    struct np_err why;

    np_fail_at(&why, NP_FAIL, "", -1, "%.*s", NP_ARG(item->what));
    snprintf(why.code, sizeof why.code, "%.*s", NP_ARG(item->code));
    return import_lose(run, file, &why);
}

static enum np_status leave_out(struct importing *run, struct import_file *file,
                                const struct import_item *item)
{
    if (run->sheets_of != file)
        memset(&run->sheets, 0, sizeof run->sheets);
    run->sheets_of = file;
    *np_list_add(run->names, &run->sheets) = (struct left_out){
        np_arena_copy(run->names, item->sheet), np_arena_copy(run->names, item->what)
    };
    return NP_OK;
}

static enum np_status write_item(struct importing *run, const struct np_item *from,
                                 struct np_err *err)
{
    struct import_file *file;
    struct import_item item;
    enum np_status status;

    if (!import_item_decode(from->head, &item) || item.file >= run->listing.n ||
        run->files[item.file].over)
        return np_fail(err, NP_STOP, "the reader's words are not in order");
    file = &run->files[item.file];
    if (item.kind == IMPORT_END && item.code.n)
        return lose_for(run, file, &item);
    if (item.kind == IMPORT_SHEET && !file->kind && !run->plan->kind)
        return leave_out(run, file, &item); /* its kind is told by a later sheet */
    file->kind = np_import_kinds[item.list];
    status = begin_list(run, file, err);
    if (status != NP_OK)
        return status;
    if (item.kind == IMPORT_ROW)
        return write_row(run, file, from, &item, err);
    if (item.kind == IMPORT_SHEET)
        return leave_out(run, file, &item);
    return end_list(run, file, &item, err);
}

enum np_status import_write_batch(void *ctx, const struct np_item *items, size_t n,
                                  struct np_err *err)
{
    struct importing *run = ctx;
    enum np_status status = NP_OK;

    for (size_t i = 0; i < n && status == NP_OK; i++) {
        np_arena_reset(run->arena);
        status = write_item(run, &items[i], err);
    }
    return status == NP_OK ? NP_OK : NP_STOP;
}
