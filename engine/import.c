/* import.c -- the run: which files, which are known, what is replaced, what met no patent. */
#include "importing.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STREAM_BYTES_MOST = 256 << 20 };

/* ---- files ---- */

static void lose_listed(void *ctx, const struct np_err *err)
{
    struct importing *run = ctx;
    const struct np_import_listener *l = &run->plan->listener;

    run->summary->lost++;
    if (l->lost)
        l->lost(l->ctx, err);
}

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash && slash[1] ? slash + 1 : path;
}

static enum np_status copy_all(int from, int to, struct np_err *err)
{
    char piece[65536];
    ssize_t n;
    size_t all = 0;

    while ((n = read(from, piece, sizeof piece)) != 0) {
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 || write(to, piece, (size_t)n) != n)
            return np_fail_at(err, NP_FAIL, "NP-IO-001", -1, "cannot read: %s", strerror(errno));
        all += (size_t)n;
        if (all > STREAM_BYTES_MOST)
            return np_fail_at(err, NP_FAIL, "NP-SHT-003", -1, "a stream longer than %d MiB",
                              STREAM_BYTES_MOST >> 20);
    }
    return NP_OK;
}

/* A workbook is read in several passes: a pipe is put into memory first, its bytes as they are. */
static enum np_status make_seekable(int *fd, struct np_err *err)
{
    struct stat st;
    enum np_status status;
    int copy;

    if (fstat(*fd, &st) == 0 && S_ISREG(st.st_mode))
        return NP_OK;
    copy = memfd_create("list", MFD_CLOEXEC);
    status = copy < 0 ? np_fail_at(err, NP_FAIL, "NP-IO-001", -1, "cannot read: %s",
                                   strerror(errno))
                      : copy_all(*fd, copy, err);
    close(*fd);
    *fd = copy;
    return status;
}

static enum np_status open_file(struct importing *run, size_t i, int *fd, struct np_err *err)
{
    enum np_status status = NP_OK;
    int64_t size;

    *fd = listing_open(&run->listing.v[i], err);
    if (*fd < 0)
        return NP_FAIL;
    status = make_seekable(fd, err);
    if (status == NP_OK)
        status = np_file_hash(*fd, run->files[i].hash, &size, err);
    return status;
}

/* ---- what is known ---- */

/* And its kind, which of a list that was known before nobody has said. */
static enum np_status count_matches(struct importing *run, struct import_file *file,
                                    struct np_import_counts *counts, struct np_err *err)
{
    static const struct np_column columns[] = {
        { "rows", NP_CELL_INT, "", "", "", "" },      { "kept", NP_CELL_INT, "", "", "", "" },
        { "refused", NP_CELL_INT, "", "", "", "" },   { "notes", NP_CELL_INT, "", "", "", "" },
        { "matched", NP_CELL_INT, "", "", "", "" },   { "unmatched", NP_CELL_INT, "", "", "", "" },
        { "kind", NP_CELL_TEXT, "", "", "", "" },     { 0 }
    };
    char id[24];
    struct np_condition is = { "id", NP_IS, NP_EMPTY };
    struct np_result *result = np_result_new("counts", columns);
    enum np_status status;

    snprintf(id, sizeof id, "%lld", (long long)file->list);
    is.value = np_slice_of(id);
    status = np_store_select(run->store, "v_imports", &is, 1, "", -1, result, err);
    if (status >= NP_OK && result->rows.n) {
        const struct np_cell *c = result->rows.v[0];

        *counts = (struct np_import_counts){ c[0].i, c[1].i, c[2].i, c[3].i, c[4].i, c[5].i };
        file->kind = np_import_kind_find(np_arena_copy(run->names, c[6].text).p);
    }
    np_result_free(result);
    return status < NP_OK ? NP_STOP : NP_OK;
}

static struct np_slice name_of(const struct np_import_kind *kind)
{
    return kind ? np_slice_of(kind->name) : NP_EMPTY;
}

/* The same bytes as a list in force, or as a file of this run. */
static enum np_status find_known(struct importing *run, struct import_file *file,
                                 struct np_err *err)
{
    struct np_import_list wanted = { .kind = name_of(run->plan->kind) };
    struct np_import_counts counts; /* the kind is wanted, where nobody has named it */
    enum np_status status;

    memcpy(wanted.hash, file->hash, sizeof wanted.hash);
    status = np_store_import_find(run->store, &wanted, &file->list, err);
    if (status == NP_STOP)
        return NP_STOP;
    file->known = status == NP_OK;
    for (const struct import_file *f = run->files; f < file && !file->known; f++)
        file->known = f->offered && !f->lost &&
                      memcmp(f->hash, file->hash, sizeof file->hash) == 0;
    run->summary->known += file->known;
    file->over = file->known;
    return file->list && !file->kind ? count_matches(run, file, &counts, err) : NP_OK;
}

static enum np_status offer_file(void *ctx, int *fd, struct np_buf *note, struct np_err *err)
{
    struct importing *run = ctx;

    while (run->next < run->listing.n) {
        size_t i = run->next++;
        struct import_file *file = &run->files[i];
        struct job job = { .input = (uint32_t)i, .name = np_slice_of(file->path) };
        struct np_err why = { .byte = -1 };

        if (open_file(run, i, fd, &why) != NP_OK) {
            if (*fd >= 0)
                close(*fd);
            *fd = -1;
            if (import_lose(run, file, &why) != NP_OK)
                return NP_STOP;
            continue;
        }
        if (find_known(run, file, err) != NP_OK)
            return NP_STOP;
        file->offered = !file->known;
        if (file->offered) {
            job_encode(note, &job);
            return NP_OK;
        }
        close(*fd);
        *fd = -1;
    }
    return NP_END;
}

/* The first file that was offered and is not through broke the reader; those behind it are offered
 * again.                                                                                        */
static enum np_status reader_died(void *ctx, int signal_number, struct np_err *err)
{
    struct importing *run = ctx;
    struct np_err why;

    (void)err;
    for (size_t i = 0; i < run->next; i++) {
        struct import_file *file = &run->files[i];

        if (!file->offered || file->over)
            continue;
        np_fail_at(&why, NP_FAIL, "NP-IMP-018", -1, "reading it broke (signal %d)",
                   signal_number);
        run->next = i + 1;
        return import_lose(run, file, &why);
    }
    return np_fail(err, NP_STOP, "reading broke (signal %d)", signal_number);
}

/* ---- replacing ---- */

struct withdrawing {
    struct importing *run;
    NP_LIST(int64_t) ids;
};

static void take_id(void *ctx, int64_t id)
{
    struct withdrawing *w = ctx;

    for (size_t i = 0; i < w->run->listing.n; i++)
        if (w->run->files[i].list == id)
            return; /* it was given again */
    *np_list_add(w->run->arena, &w->ids) = id;
}

static enum np_status withdraw(struct importing *run, const struct import_file *file,
                               struct np_slice name, int64_t before, struct np_err *err)
{
    struct withdrawing w = { .run = run };
    enum np_status status =
        np_store_import_each(run->store, name_of(file->kind), name, before, take_id,
                             &w, err);

    for (size_t i = 0; i < w.ids.n && status == NP_OK; i++)
        status = np_store_import_withdraw(run->store, w.ids.v[i], file->list, err);
    run->summary->withdrawn += (int64_t)w.ids.n;
    return status;
}

/* A list that could not be used, and nothing is replaced: half of the new with none of the old
 * would be worse than either.                                                                */
static enum np_status replace(struct importing *run, int64_t before, struct np_err *err)
{
    bool by_name = run->plan->replace == NP_REPLACE_NAME;
    enum np_status status = NP_OK;

    for (size_t i = 0; i < run->listing.n && status == NP_OK; i++)
        if (run->files[i].list)
            status = withdraw(run, &run->files[i],
                              by_name ? np_slice_of(run->files[i].name) : NP_EMPTY, before, err);
    return status;
}

/* ---- the end ---- */

/* A file with the bytes of an earlier one of this run: the same list, or lost as that one. */
static void settle_known(struct importing *run, struct import_file *file)
{
    for (const struct import_file *f = run->files; f < file && !file->list; f++)
        if (f->offered && memcmp(f->hash, file->hash, sizeof file->hash) == 0) {
            file->list = f->list;
            file->format = f->format;
            file->lost = f->lost;
        }
    run->summary->lost += file->lost;
    run->summary->known -= file->lost;
}

static enum np_status tell_list(struct importing *run, struct import_file *file,
                                struct np_err *err)
{
    const struct np_import_listener *l = &run->plan->listener;
    struct np_import_counts counts = { 0 };

    if (file->known && !file->list)
        settle_known(run, file);
    if (!file->over || file->lost)
        return NP_OK;
    if (count_matches(run, file, &counts, err) != NP_OK)
        return NP_STOP;
    if (!file->known) {
        run->summary->counts.matched += counts.matched;
        run->summary->counts.unmatched += counts.unmatched;
    }
    if (l->listed)
        l->listed(l->ctx, file->path, file->kind, file->list, file->format, &counts, file->known);
    return NP_OK;
}

/* Where the row stands, then the columns of the kind: as they are, so that the file can be imported
 * again.                                                                                        */
static struct np_result *new_unmatched(const struct np_import_kind *kind)
{
    static const struct np_column none[] = { { 0 } };
    static const struct np_column place[] = {
        { "file", NP_CELL_TEXT, "", "File", "文件", "" },
        { "sheet", NP_CELL_TEXT, "", "Sheet", "工作表", "" },
        { "line", NP_CELL_INT, "", "Line", "行", "" },
    };
    enum { PLACES = sizeof place / sizeof place[0] };
    struct np_result *result = np_result_new(kind->name, none);
    size_t n = np_import_column_count(kind);
    struct np_column *columns = np_arena_zalloc(result->arena, (PLACES + n + 1) * sizeof *columns);

    memcpy(columns, place, sizeof place);
    for (size_t i = 0; i < n; i++)
        columns[PLACES + i] = kind->columns[i].column;
    result->columns = columns;
    result->ncolumns = PLACES + n;
    return result;
}

/* Given by an earlier file of this run too. */
static bool is_repeated(const struct importing *run, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (run->files[k].list == run->files[i].list)
            return true;
    return false;
}

/* An export has some hundred columns, most of them empty: those that no row fills are left out, but for
 * as many as it takes to know a header again.                                                     */
static void leave_out_empty(struct np_result *result)
{
    enum { KEPT_FROM = 3, KEPT = 3 }; /* behind file, sheet and line */
    struct np_column *columns = np_arena_alloc(result->arena,
                                               (result->ncolumns + 1) * sizeof *columns);
    size_t n = 0;

    for (size_t i = 0; i < result->ncolumns; i++) {
        bool filled = i >= KEPT_FROM && i < KEPT_FROM + KEPT;

        for (size_t k = 0; k < result->rows.n && !filled; k++)
            filled = result->rows.v[k][i].set;
        if (!filled)
            continue;
        for (size_t k = 0; k < result->rows.n; k++)
            result->rows.v[k][n] = result->rows.v[k][i];
        columns[n++] = result->columns[i];
    }
    columns[n] = (struct np_column){ 0 };
    result->columns = columns;
    result->ncolumns = n;
}

static enum np_status gather_kind(struct importing *run, const struct np_import_kind *kind,
                                  struct np_err *err)
{
    struct np_result *rows = NULL;
    enum np_status status = NP_OK;

    for (size_t i = 0; i < run->listing.n && status == NP_OK; i++) {
        const struct import_file *file = &run->files[i];

        if (!file->over || file->lost || file->kind != kind || is_repeated(run, i))
            continue;
        rows = rows ? rows : new_unmatched(kind);
        status = np_store_import_unmatched(run->store, file->list, rows, err);
    }
    if (!rows)
        return status;
    if (kind->lenient)
        leave_out_empty(rows);
    run->summary->unmatched[run->summary->nunmatched++] = rows;
    return status;
}

static enum np_status gather_unmatched(struct importing *run, struct np_err *err)
{
    enum np_status status = NP_OK;

    for (size_t k = 0; np_import_kinds[k] && status == NP_OK; k++)
        status = gather_kind(run, np_import_kinds[k], err);
    return status;
}

/* Commits, or undoes what is open: a list that was stopped in its middle, or all of a run that
 * should have replaced others and could not.                                                 */
static enum np_status settle(struct importing *run, int64_t before, struct np_err *err)
{
    bool replaces = run->plan->replace != NP_REPLACE_NONE;
    bool undone = run->summary->stopped || (replaces && run->summary->lost);
    enum np_status status = NP_OK;

    if (replaces && !undone) {
        status = import_begin(run, err);
        if (status == NP_OK)
            status = replace(run, before, err);
    }
    if (run->begun && !undone && status == NP_OK)
        status = np_store_commit(run->store, err);
    else if (run->begun)
        np_store_rollback(run->store);
    run->begun = false;
    if (status == NP_OK && replaces && undone) {
        run->summary->undone = true;
        run->summary->lists = 0;
    }
    return status;
}

static enum np_status finish(struct importing *run, int64_t before, struct np_err *err)
{
    enum np_status status = settle(run, before, err);

    if (status != NP_OK || run->summary->undone)
        return status;
    for (size_t i = 0; i < run->listing.n && status == NP_OK; i++)
        status = tell_list(run, &run->files[i], err);
    if (status == NP_OK && run->plan->want_unmatched)
        status = gather_unmatched(run, err);
    return status;
}

/* ---- the run ---- */

static enum np_status run_pipe(struct importing *run, struct np_pipe *pipe, struct np_err *err)
{
    enum np_status status = np_store_open(run->plan->store, NP_STORE_WRITE, &run->store, err);
    int64_t before = 0;

    if (status == NP_OK)
        status = np_store_import_last(run->store, &before, err);
    if (status != NP_OK) {
        np_pipeline_abandon(pipe);
    } else {
        status = np_pipeline_run(pipe, err);
        run->summary->stopped = status == NP_END;
        if (status == NP_OK || status == NP_END)
            status = finish(run, before, err);
    }
    if (status != NP_OK && run->begun)
        np_store_rollback(run->store);
    if (status != NP_OK)
        run->summary->store_exit_code = run->store ? np_store_exit_code(run->store) : 5;
    np_store_close(run->store);
    return status;
}

static struct np_pipeline plan_of(struct importing *run)
{
    const struct np_import *plan = run->plan;

    return (struct np_pipeline){
        .ctx = run, .stage_ctx = (void *)(uintptr_t)plan, .workers = plan->workers,
        .threads = plan->threads, .sandbox = plan->sandbox, .item_bytes = 32 << 20,
        .stop = plan->stop, .next_job = offer_file, .write = import_write_batch,
        .reader_died = reader_died, .reader_new = import_reading_new,
        .read_job = import_reading_job, .reader_free = import_reading_free,
        .worker_new = import_working_new, .work = import_working_item,
        .worker_free = import_working_free,
    };
}

static void list_files(struct importing *run)
{
    listing_make(&run->listing, run->plan->files, run->plan->nfiles, lose_listed, run);
    run->files = np_calloc(run->listing.n + 1, sizeof *run->files);
    for (size_t i = 0; i < run->listing.n; i++) {
        run->files[i].path = run->listing.v[i].name;
        run->files[i].name = last_part(run->listing.v[i].name);
        run->files[i].format = NP_EMPTY;
        run->files[i].kind = run->plan->kind;
    }
}

enum np_status np_import_run(const struct np_import *plan, struct np_import_summary *summary,
                             struct np_err *err)
{
    struct importing run = { .plan = plan, .summary = summary, .arena = np_arena_new(),
                             .names = np_arena_new(), .house = np_arena_new(), .keys = np_map_new() };
    struct np_pipeline pipeline = plan_of(&run);
    struct np_pipe *pipe;
    enum np_status status;

    memset(summary, 0, sizeof *summary);
    list_files(&run);
    status = np_pipeline_prepare(&pipeline, &pipe, err);
    if (status == NP_OK)
        status = run_pipe(&run, pipe, err);
    free(run.files);
    listing_release(&run.listing);
    np_map_free(run.keys);
    np_arena_free(run.arena);
    np_arena_free(run.names);
    np_arena_free(run.house);
    return status;
}
