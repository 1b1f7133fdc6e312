/* format.c -- the table of formats, and the way to a file: whole or not at all.
 *
 * A temporary file in the same folder, fsync, rename, fsync of the folder. What is no ordinary file
 * (a pipe, /dev/null) is written straight.
 */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

const struct np_format np_formats[] = {
    { .name = "table", .suffix = ".txt", .says = "aligned columns for reading",
      .write = np_write_table },
    { .name = "csv-excel", .suffix = ".csv", .single = true,
      .says = "CSV that a spreadsheet opens well: byte order mark, no text taken for a formula",
      .write = np_write_csv_excel },
    { .name = "csv", .suffix = ".csv", .single = true,
      .says = "CSV for programs: RFC 4180, UTF-8, texts as they are", .write = np_write_csv },
    { .name = "jsonl", .suffix = ".jsonl", .single = true,
      .says = "one JSON object per line, complete", .write = np_write_jsonl },
    { .name = "xlsx", .suffix = ".xlsx", .binary = true,
      .says = "Excel workbook, a sheet per list and one of notes", .write = np_write_xlsx },
    { .name = "html", .suffix = ".html", .says = "one page without script, ready to print",
      .write = np_write_html },
    { 0 }
};

const struct np_format *np_format_find(const char *name)
{
    for (const struct np_format *f = np_formats; f->name; f++)
        if (strcmp(f->name, name) == 0)
            return f;
    return NULL;
}

const struct np_format *np_format_of_file(const char *path)
{
    for (const struct np_format *f = np_formats; f->name; f++)
        if (np_slice_ends(np_slice_of(path), f->suffix))
            return f;
    return NULL;
}

/* ---- a file ---- */

struct target {
    char *path;      /* where links lead; owned */
    char *folder;    /* owned */
    char *temporary; /* owned */
    mode_t mode;
    int fd;
};

static enum np_status cannot(const char *verb, const char *path, struct np_err *err)
{
    int error = errno;

    return np_fail(err, NP_STOP, "cannot %s '%.160s': %s", verb, path, strerror(error));
}

/* As a new file would be made, or as the old one is. */
static mode_t mode_of(const char *path)
{
    struct stat now;
    mode_t mask;

    if (stat(path, &now) == 0)
        return now.st_mode & 0777;
    mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static void name_target(struct target *t, const char *path)
{
    struct np_buf b = { 0 };
    char *slash;

    t->path = realpath(path, NULL);
    if (!t->path)
        t->path = np_strdup(path);
    slash = strrchr(t->path, '/');
    np_buf_put(&b, t->path, slash ? (size_t)(slash - t->path) + 1 : 0);
    if (!slash)
        np_buf_puts(&b, "./");
    t->folder = np_strdup(np_buf_cstr(&b));
    np_buf_printf(&b, ".%.200s.XXXXXX", slash ? slash + 1 : t->path);
    t->temporary = np_strdup(np_buf_cstr(&b));
    np_buf_release(&b);
    t->mode = mode_of(t->path);
}

static void release_target(struct target *t)
{
    free(t->path);
    free(t->folder);
    free(t->temporary);
}

/* A rename lasts when the folder is on disk; a file system that cannot say so is let pass. */
static enum np_status sync_folder(const char *folder, struct np_err *err)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    enum np_status status = NP_OK;

    if (fd < 0)
        return NP_OK;
    if (fsync(fd) != 0 && errno != EINVAL && errno != ENOTSUP)
        status = cannot("save", folder, err);
    close(fd);
    return status;
}

static enum np_status finish_target(struct target *t, enum np_status status, struct np_err *err)
{
    if (status == NP_OK && fchmod(t->fd, t->mode) != 0 && errno != EPERM)
        status = cannot("set the mode of", t->temporary, err);
    if (status == NP_OK && fsync(t->fd) != 0)
        status = cannot("save", t->temporary, err);
    if (close(t->fd) != 0 && status == NP_OK)
        status = cannot("save", t->temporary, err);
    if (status == NP_OK && rename(t->temporary, t->path) != 0)
        status = cannot("write", t->path, err);
    if (status != NP_OK) {
        unlink(t->temporary);
        return status;
    }
    return sync_folder(t->folder, err);
}

static enum np_status write_file(const struct np_format *format, const char *path,
                                 const struct np_result *const *results, size_t n,
                                 enum np_lang lang, struct np_err *err)
{
    struct target t = { 0 };
    enum np_status status;

    name_target(&t, path);
    t.fd = mkostemp(t.temporary, O_CLOEXEC);
    if (t.fd < 0)
        status = cannot("write in", t.folder, err);
    else
        status = finish_target(&t, format->write(t.fd, results, n, lang, err), err);
    release_target(&t);
    return status;
}

static enum np_status write_straight(const struct np_format *format, const char *path,
                                     const struct np_result *const *results, size_t n,
                                     enum np_lang lang, struct np_err *err)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    enum np_status status;

    if (fd < 0)
        return cannot("write", path, err);
    status = format->write(fd, results, n, lang, err);
    if (close(fd) != 0 && status == NP_OK)
        status = cannot("write", path, err);
    return status;
}

static bool is_ordinary(const char *path)
{
    struct stat now;

    return stat(path, &now) != 0 || S_ISREG(now.st_mode);
}

enum np_status np_output_write(const struct np_format *format, const char *path,
                               const struct np_result *const *results, size_t n,
                               enum np_lang lang, struct np_err *err)
{
    enum np_status status;

    if (!path || strcmp(path, "-") == 0) {
        if (format->binary && isatty(STDOUT_FILENO))
            return np_fail(err, NP_FAIL, "%s is not for a terminal: name a file with -o",
                           format->name);
        status = format->write(STDOUT_FILENO, results, n, lang, err);
    } else if (is_ordinary(path)) {
        status = write_file(format, path, results, n, lang, err);
    } else {
        status = write_straight(format, path, results, n, lang, err);
    }
    if (status != NP_OK && err && !err->where[0])
        snprintf(err->where, sizeof err->where, "%.250s",
                 path && strcmp(path, "-") ? path : "stdout");
    return status;
}
