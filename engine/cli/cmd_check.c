/* cmd_check.c -- nanopat check, nanopat doctor: is the store in order, is the machine? */
#include "command.h"

#include <nanopat/parse.h>
#include <stdio.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

struct finding {
    const struct settings *settings;
    int problems;
};

static void tell_problem(void *ctx, const char *text)
{
    struct finding *f = ctx;

    f->problems++;
    tell(f->settings, SAY_PROBLEM, text);
}

int run_check(struct settings *s)
{
    struct finding f = { s, 0 };
    struct np_err err = { 0 };
    int code = EXIT_STORE;
    struct np_store *store = open_store(s, &code);

    if (!store)
        return code;
    if (np_store_check(store, tell_problem, &f, &err) != NP_OK)
        tell_problem(&f, err.what);
    np_store_close(store);
    if (f.problems)
        return EXIT_STORE;
    tell(s, SAY_CHECK_OK, store_path(s));
    return EXIT_DONE;
}

static void print_space(const char *path)
{
    char folder[1024];
    struct statvfs fs;
    char *slash;

    snprintf(folder, sizeof folder, "%s", path);
    slash = strrchr(folder, '/');
    if (slash)
        slash[slash == folder] = '\0';
    else
        snprintf(folder, sizeof folder, ".");
    if (statvfs(folder, &fs) == 0)
        printf("free space  %.1f GB beside %s\n",
               (double)fs.f_bavail * (double)fs.f_frsize / 1e9, path);
}

int run_doctor(struct settings *s)
{
    char sandbox[128];
    struct np_rules *rules = load_rules(s);

    np_sandbox_describe(sandbox, sizeof sandbox);
    printf("processors  %ld\n", sysconf(_SC_NPROCESSORS_ONLN));
    printf("sandbox     %s\n", sandbox);
    print_space(store_path(s));
    printf("rules       %s: %s\n", rules_folder(s), rules ? "in order" : "wrong");
    fputs("dialects   ", stdout);
    for (size_t i = 0; np_dialects[i]; i++)
        printf(" %s", np_dialects[i]->name);
    putchar('\n');
    if (!rules)
        return EXIT_RULES;
    np_rules_free(rules);
    return EXIT_DONE;
}
