/* source.c -- the files of a rule folder, read whole and checked as text. */
#include "fault.h"

#include <nanopat/text.h>

#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum np_status fail_spot(struct np_err *err, struct spot spot, const char *format, ...)
{
    char what[200];
    va_list args;

    if (spot.source->faults) {
        va_start(args, format);
        keep_fault(spot.source->faults, spot, false, format, args);
        va_end(args);
    }
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    return np_fail(err, NP_STOP, "%s:%d:%d: %s", spot.source->name, spot.line, spot.column, what);
}

int column_of(struct np_slice line, size_t at)
{
    int column = 1;

    for (size_t i = 0; i < at && i < line.n; i++)
        if (((unsigned char)line.p[i] & 0xC0) != 0x80)
            column++;
    return column;
}

/* The spot of a byte of the whole text, for faults found before lines are cut. */
static struct spot spot_of_byte(const struct source *source, size_t at)
{
    struct spot spot = { source, 1, 1 };
    size_t begin = 0;

    for (size_t i = 0; i < at; i++)
        if (source->text.p[i] == '\n') {
            spot.line++;
            begin = i + 1;
        }
    spot.column = column_of(np_slice_sub(source->text, begin, at - begin), at - begin);
    return spot;
}

static enum np_status check_lines(const struct source *source, struct np_err *err)
{
    size_t begin = 0;

    for (size_t i = 0; i <= source->text.n; i++) {
        if (i < source->text.n && source->text.p[i] != '\n')
            continue;
        if (i - begin > RULE_LINE_MAX)
            return fail_spot(err, spot_of_byte(source, begin), "a line longer than %u bytes",
                             RULE_LINE_MAX);
        begin = i + 1;
    }
    return NP_OK;
}

static enum np_status check_text(const struct source *source, struct np_err *err)
{
    size_t bad = np_utf8_check(source->text);
    const char *nul = source->text.n ? memchr(source->text.p, 0, source->text.n) : NULL;

    if (bad < source->text.n)
        return fail_spot(err, spot_of_byte(source, bad), "not UTF-8");
    if (nul)
        return fail_spot(err, spot_of_byte(source, (size_t)(nul - source->text.p)), "a NUL byte");
    return check_lines(source, err);
}

static enum np_status read_file(struct np_rules *rules, const char *folder, const char *name,
                                struct np_err *err)
{
    struct np_slice path = np_arena_printf(rules->arena, "%s/%s", folder, name);
    struct source *source = np_arena_zalloc(rules->arena, sizeof *source);
    struct stat st;
    FILE *f;
    char *p;
    size_t n;

    /* A pipe would be waited for; a folder opens and cannot be read. */
    if (stat(path.p, &st) == 0 && !S_ISREG(st.st_mode))
        return np_fail(err, NP_STOP, "cannot read '%s': no ordinary file", path.p);
    f = fopen(path.p, "rb");
    if (!f)
        return np_fail(err, NP_STOP, "cannot open '%s': %s", path.p, strerror(errno));
    p = np_malloc(RULE_FILE_MAX + 1);
    n = fread(p, 1, RULE_FILE_MAX + 1, f);
    source->name = np_arena_copy(rules->arena, np_slice_of(name)).p;
    source->faults = rules->faults;
    source->text = np_arena_copy(rules->arena, np_slice_make(p, n));
    free(p);
    if (ferror(f)) {
        fclose(f);
        return np_fail(err, NP_STOP, "cannot read '%s': %s", path.p, strerror(errno));
    }
    fclose(f);
    if (n > RULE_FILE_MAX)
        return np_fail(err, NP_STOP, "%s:1:1: longer than %u bytes", name, RULE_FILE_MAX);
    source->bom = np_slice_starts(source->text, "\xEF\xBB\xBF");
    if (source->bom)
        source->text = np_slice_sub(source->text, 3, n);
    *np_list_add(rules->arena, &rules->sources) = source;
    rarity_learn(rules->literals->rarity, source->text);
    return check_text(source, err);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

enum np_status read_sources(struct np_rules *rules, const char *folder, const char *ending,
                            struct np_err *err)
{
    NP_LIST(char *) names = { 0 };
    DIR *dir = opendir(folder);
    struct dirent *entry;
    enum np_status status = NP_OK;

    if (!dir)
        return np_fail(err, NP_STOP, "cannot open '%s': %s", folder, strerror(errno));
    while ((entry = readdir(dir)) != NULL) {
        struct np_slice name = np_slice_of(entry->d_name);

        if (ending[0] == '.' ? np_slice_ends(name, ending) && name.p[0] != '.'
                             : np_slice_is(name, ending))
            *np_list_add(rules->arena, &names) = (char *)np_arena_copy(rules->arena, name).p;
    }
    closedir(dir);
    if (!names.n)
        return np_fail(err, NP_STOP, "no '%s' in '%s'", ending, folder);
    qsort(names.v, names.n, sizeof *names.v, by_name);
    for (size_t i = 0; i < names.n && (status == NP_OK || rules->faults); i++) {
        enum np_status one = read_file(rules, folder, names.v[i], err);

        status = one == NP_OK ? status : one;
    }
    return status;
}
