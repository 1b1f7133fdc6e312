/* listing.c -- files, folders and standard input, in an order that does not depend on the disk. */
#include "road.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void add(struct listing *l, const char *name, int64_t size)
{
    if (l->n == l->cap) {
        l->cap = l->cap ? l->cap * 2 : 16;
        l->v = np_realloc(l->v, l->cap * sizeof *l->v);
    }
    l->v[l->n++] = (struct listed){ np_strdup(name), size };
    if (size > 0)
        l->bytes_all += size;
}

static void lose(void (*lost)(void *, const struct np_err *), void *ctx, const char *name)
{
    struct np_err err;

    np_fail_at(&err, NP_FAIL, "NP-IN-001", -1, "cannot open '%.200s': %s", name, strerror(errno));
    lost(ctx, &err);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Names in a folder, sorted; NULL and errno if it cannot be read. */
static char **read_folder(const char *path, size_t *n)
{
    DIR *folder = opendir(path);
    char **names = NULL;
    size_t cap = 0;
    struct dirent *entry;

    *n = 0;
    if (!folder)
        return NULL;
    names = np_malloc(sizeof *names);
    while ((entry = readdir(folder))) {
        if (entry->d_name[0] == '.')
            continue;
        if (*n >= cap) {
            cap = cap ? cap * 2 : 64;
            names = np_realloc(names, cap * sizeof *names);
        }
        names[(*n)++] = np_strdup(entry->d_name);
    }
    closedir(folder);
    qsort(names, *n, sizeof *names, by_bytes);
    return names;
}

static void add_path(struct listing *l, const char *path, bool given, int depth,
                     void (*lost)(void *, const struct np_err *), void *ctx);

static void add_folder(struct listing *l, const char *path, int depth,
                       void (*lost)(void *, const struct np_err *), void *ctx)
{
    size_t n;
    char **names = read_folder(path, &n);

    if (!names) {
        lose(lost, ctx, path);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        struct np_buf full = { 0 };
        size_t end = strlen(path);

        while (end > 1 && path[end - 1] == '/')
            end--;
        np_buf_put(&full, path, end);
        np_buf_printf(&full, "/%s", names[i]);
        add_path(l, np_buf_cstr(&full), false, depth + 1, lost, ctx);
        np_buf_release(&full);
        free(names[i]);
    }
    free(names);
}

static void add_path(struct listing *l, const char *path, bool given, int depth,
                     void (*lost)(void *, const struct np_err *), void *ctx)
{
    struct stat st;

    if (given && strcmp(path, "-") == 0) {
        add(l, path, -1);
        return;
    }
    if ((given ? stat(path, &st) : lstat(path, &st)) != 0) {
        lose(lost, ctx, path);
        return;
    }
    if (S_ISLNK(st.st_mode) && (stat(path, &st) != 0 || !S_ISREG(st.st_mode)))
        return; /* links to folders may turn in circles */
    if (S_ISDIR(st.st_mode)) {
        if (depth < 64)
            add_folder(l, path, depth, lost, ctx);
    } else {
        add(l, path, S_ISREG(st.st_mode) ? st.st_size : -1);
    }
}

void listing_make(struct listing *l, const char *const *inputs, size_t n,
                  void (*lost)(void *, const struct np_err *), void *ctx)
{
    for (size_t i = 0; i < n; i++)
        add_path(l, inputs[i], true, 0, lost, ctx);
}

void listing_release(struct listing *l)
{
    for (size_t i = 0; i < l->n; i++)
        free(l->v[i].name);
    free(l->v);
    *l = (struct listing){ 0 };
}

int listing_open(const struct listed *input, struct np_err *err)
{
    int fd;

    if (strcmp(input->name, "-") == 0)
        fd = fcntl(0, F_DUPFD_CLOEXEC, 3);
    else
        fd = open(input->name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        np_fail_at(err, NP_FAIL, "NP-IN-001", -1, "cannot open '%.200s': %s", input->name,
                   strerror(errno));
    return fd;
}
