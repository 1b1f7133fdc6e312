/* setting.c -- what several commands need from the settings. */
#include "command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <errno.h>

#ifndef NANOPAT_SHARE
#define NANOPAT_SHARE "/usr/local/share/nanopat"
#endif

const char *store_path(const struct settings *s)
{
    const char *named = getenv("NANOPAT_DB");

    if (s->store)
        return s->store;
    return named && *named ? named : "nanopat.db";
}

/* The folder of the running program, so that rules/ beside it is found from anywhere. */
static bool beside_program(const char *name, char *path, size_t size)
{
    char self[1024];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    char *slash;

    if (n <= 0)
        return false;
    self[n] = '\0';
    slash = strrchr(self, '/');
    if (!slash)
        return false;
    *slash = '\0';
    return snprintf(path, size, "%s/%s", self, name) < (int)size;
}

const char *rules_folder(const struct settings *s)
{
    static char found[1280];
    const char *named = getenv("NANOPAT_RULES");

    if (s->rules)
        return s->rules;
    if (named && *named)
        return named;
    if (beside_program("rules", found, sizeof found) && access(found, R_OK) == 0)
        return found;
    if (beside_program("../rules", found, sizeof found) && access(found, R_OK) == 0)
        return found;
    return NANOPAT_SHARE "/rules";
}

struct np_rules *load_rules(const struct settings *s)
{
    struct np_rules *rules = NULL;
    struct np_err err = { 0 };

    if (np_rules_load(rules_folder(s), &rules, &err) == NP_OK)
        return rules;
    tell_err(s, &err);
    return NULL;
}

static struct np_store *open_for(const struct settings *s, enum np_store_mode mode, int *code)
{
    struct np_store *store = NULL;
    struct np_err err = { 0 };

    if (np_store_open(store_path(s), mode, &store, &err) == NP_OK)
        return store;
    tell_err(s, &err);
    *code = store ? np_store_exit_code(store) : EXIT_STORE;
    if (store)
        np_store_close(store);
    return NULL;
}

struct np_store *open_store(const struct settings *s, int *code)
{
    return open_for(s, NP_STORE_READ, code);
}

struct np_store *open_store_to_write(const struct settings *s, int *code)
{
    if (access(store_path(s), F_OK) == 0)
        return open_for(s, NP_STORE_WRITE, code);
    fprintf(stderr, "nanopat: cannot open '%s': %s\n", store_path(s), strerror(errno));
    *code = EXIT_STORE;
    return NULL;
}

/* --for excel, --for programs: which of the two forms of CSV. */
static const struct np_format *format_for(const struct settings *s)
{
    bool csv = s->format ? strncmp(s->format, "csv", 3) == 0
                         : !s->out || np_slice_ends(np_slice_of(s->out), ".csv");

    if (!csv) {
        tell(s, SAY_BAD_FORMAT, s->format ? s->format : s->out);
        return NULL;
    }
    return np_format_find(strcmp(s->for_whom, "excel") == 0 ? "csv-excel" : "csv");
}

const struct np_format *output_format(const struct settings *s)
{
    const struct np_format *format = NULL;

    if (s->for_whom)
        return format_for(s);
    if (s->format) {
        format = np_format_find(s->format);
        if (!format)
            tell(s, SAY_BAD_FORMAT, s->format);
        return format;
    }
    if (s->out)
        format = np_format_of_file(s->out);
    return format ? format : np_format_find("table");
}

bool is_for_people(const struct settings *s)
{
    static const char *const names[] = { "table", "html", "xlsx" };
    const struct np_format *format = s->for_whom ? NULL /* csv */
                                     : s->format ? np_format_find(s->format) : output_format(s);

    for (size_t i = 0; format && i < sizeof names / sizeof *names; i++)
        if (strcmp(format->name, names[i]) == 0)
            return true;
    return false;
}

int write_results(const struct settings *s, const struct np_result *const *results, size_t n)
{
    const struct np_format *format = output_format(s);
    struct np_err err = { 0 };

    if (!format)
        return EXIT_USAGE;
    fflush(stdout);
    if (np_output_write(format, s->out, results, n, s->language, &err) != NP_OK) {
        tell_err(s, &err);
        return EXIT_DISK;
    }
    if (s->out && strcmp(s->out, "-") != 0)
        tell(s, SAY_WRITTEN, s->out);
    return EXIT_DONE;
}

int write_sheets(const struct settings *s, struct np_result *const *sheets, size_t n)
{
    const struct np_format *format = output_format(s);

    if (format && format->single && n > 1) {
        tell(s, SAY_ONLY_FIRST, sheets[0]->name);
        n = 1;
    }
    return write_results(s, (const struct np_result *const *)sheets, n);
}

bool as_of_date(const struct settings *s, np_date *date)
{
    *date = 0;
    if (!s->as_of)
        return true;
    *date = np_date_parse(np_slice_of(s->as_of));
    if (*date % 100)
        return true;
    tell(s, SAY_BAD_DATE, s->as_of);
    return false;
}
