/* cmd_import.c -- nanopat import: lists that people keep in spreadsheets, into the store. */
#include "command.h"

#include <nanopat/text.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { TOLD = 20, CODES_MOST = 64 };

/* What a run has said: of one kind in one file the first ones, then their number. */
struct clerk {
    const struct settings *settings;
    char file[512];
    struct { char code[16]; int64_t n; } of_file[CODES_MOST]; /* in order of first appearance */
    size_t nof_file;
    char met[CODES_MOST][16]; /* in the run */
    size_t nmet;
    bool recognises;          /* nobody has named the kind */
};

/* ---- words ---- */

/* Bytes of a list as they may be shown: nothing that a terminal obeys. */
static void put_clean(struct np_buf *b, struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++)
        np_buf_putc(b, (unsigned char)s.p[i] < ' ' || s.p[i] == 0x7f ? '?' : s.p[i]);
}

/* "C" of 3, "AA" of 27. */
static void put_letters(struct np_buf *b, int column)
{
    char letters[8];
    size_t n = sizeof letters;

    for (; column > 0 && n > 0; column = (column - 1) / 26)
        letters[--n] = (char)('A' + (column - 1) % 26);
    np_buf_put(b, letters + n, sizeof letters - n);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
/* "awards.xlsx: sheet 'List', line 7, column C '金额'" */
static void put_place(struct np_buf *b, const struct np_import_saying *s, enum np_lang lang)
{
    struct np_buf column = { 0 };

    put_clean(b, np_slice_of(s->file));
    if (s->sheet.n) {
        struct np_buf name = { 0 };

        put_clean(&name, np_utf8_prefix(s->sheet, 60));
        np_buf_puts(b, ": ");
        np_buf_printf(b, say(lang, SAY_SHEET), NP_ARG(np_buf_slice(&name)));
        np_buf_release(&name);
    }
    if (s->line) {
        np_buf_puts(b, s->sheet.n ? ", " : ": ");
        np_buf_printf(b, say(lang, SAY_LINE), s->line);
    }
    if (s->column)
        put_letters(&column, s->column);
    if (s->header.n) {
        np_buf_puts(&column, s->column ? " '" : "'");
        put_clean(&column, np_utf8_prefix(s->header, 60));
        np_buf_puts(&column, "'");
    }
    if (column.n) {
        np_buf_puts(b, s->line ? ", " : ": ");
        np_buf_printf(b, say(lang, SAY_COLUMN), np_buf_cstr(&column));
    }
    np_buf_release(&column);
}
#pragma GCC diagnostic pop

static void copy_text(char *to, size_t size, const struct np_buf *from)
{
    struct np_slice whole = np_utf8_prefix(np_buf_slice(from), size - 1);

    memcpy(to, whole.p, whole.n);
    to[whole.n] = '\0';
}

/* ---- what is told ---- */

static void remember(struct clerk *clerk, const char *code)
{
    for (size_t i = 0; i < clerk->nmet; i++)
        if (strcmp(clerk->met[i], code) == 0)
            return;
    if (*code && clerk->nmet < CODES_MOST)
        snprintf(clerk->met[clerk->nmet++], sizeof clerk->met[0], "%s", code);
}

static void say_folded(struct clerk *clerk)
{
    for (size_t i = 0; i < clerk->nof_file; i++)
        if (clerk->of_file[i].n > TOLD)
            tell(clerk->settings, SAY_MORE_OF, (long long)(clerk->of_file[i].n - TOLD),
                 clerk->of_file[i].code, clerk->file);
    clerk->nof_file = 0;
}

static int64_t count_code(struct clerk *clerk, const char *file, const char *code)
{
    size_t i = 0;

    if (strcmp(clerk->file, file) != 0)
        say_folded(clerk);
    snprintf(clerk->file, sizeof clerk->file, "%s", file);
    while (i < clerk->nof_file && strcmp(clerk->of_file[i].code, code) != 0)
        i++;
    if (i == CODES_MOST)
        return TOLD + 1;
    if (i == clerk->nof_file) {
        snprintf(clerk->of_file[i].code, sizeof clerk->of_file[i].code, "%s", code);
        clerk->of_file[i].n = 0;
        clerk->nof_file++;
    }
    return ++clerk->of_file[i].n;
}

static void hear_saying(void *ctx, const struct np_import_saying *s)
{
    struct clerk *clerk = ctx;
    struct np_err err = { .byte = -1 };
    struct np_buf b = { 0 };

    snprintf(err.code, sizeof err.code, "%.*s", NP_ARG(s->code));
    remember(clerk, err.code);
    if (count_code(clerk, s->file, err.code) > TOLD)
        return;
    put_place(&b, s, clerk->settings->language);
    copy_text(err.where, sizeof err.where, &b);
    np_buf_reset(&b);
    put_clean(&b, s->what);
    copy_text(err.what, sizeof err.what, &b);
    np_buf_release(&b);
    if (s->note)
        tell_note(clerk->settings, &err);
    else
        tell_err(clerk->settings, &err);
}

static void hear_lost(void *ctx, const struct np_err *err)
{
    struct clerk *clerk = ctx;

    say_folded(clerk);
    remember(clerk, err->code);
    tell_err(clerk->settings, err);
}

static void hear_list(void *ctx, const char *file, const struct np_import_kind *list_kind,
                      int64_t list, struct np_slice format, const struct np_import_counts *c,
                      bool known)
{
    struct clerk *clerk = ctx;
    const struct settings *s = clerk->settings;
    char kind[48];

    say_folded(clerk);
    snprintf(kind, sizeof kind, "%.*s", NP_ARG(format));
    if (clerk->recognises && list_kind)
        tell(s, SAY_RECOGNISED, file, list_kind->name,
             s->language == NP_LANG_ZH ? list_kind->zh : list_kind->en);
    if (known)
        tell(s, SAY_LIST_KNOWN, file, (long long)list);
    else
        tell(s, SAY_LISTED, file, (long long)list, kind, (long long)c->rows, (long long)c->kept,
             (long long)c->refused);
    if (c->matched + c->unmatched)
        tell(s, SAY_LIST_MATCHES, (long long)c->matched, (long long)c->unmatched,
             (long long)(c->kept - c->matched - c->unmatched));
}

/* ---- the command ---- */

static enum np_import_replace replace_of(const char *word)
{
    if (!word)
        return NP_REPLACE_NONE;
    return strcmp(word, "name") == 0 ? NP_REPLACE_NAME : NP_REPLACE_KIND;
}

static int no_kind(const struct settings *s)
{
    struct np_buf names = { 0 };

    for (size_t i = 0; np_import_kinds[i]; i++)
        np_buf_printf(&names, "%s%s", i ? ", " : "", np_import_kinds[i]->name);
    if (s->nargs)
        tell(s, SAY_NO_KIND, s->args[0]);
    else
        tell(s, SAY_NEEDS, "import", "import");
    tell(s, SAY_KINDS, np_buf_cstr(&names));
    np_buf_release(&names);
    return EXIT_USAGE;
}

/* left.csv, with a kind left-patsnap.csv. */
static void name_unmatched(struct np_buf *path, const char *file, const char *kind)
{
    const char *folder = strrchr(file, '/'), *dot = strrchr(folder ? folder : file, '.');
    size_t stem = dot ? (size_t)(dot - file) : strlen(file);

    np_buf_reset(path);
    np_buf_puts_slice(path, np_slice_make(file, stem));
    if (kind)
        np_buf_printf(path, "-%s", kind);
    np_buf_puts(path, file + stem);
}

/* The format follows the file's name; a list is of one kind, so each has a file of its own where there are
 * several; where there is no row, no file is written.                                              */
static int write_unmatched(const struct settings *s, const struct np_import_summary *sum)
{
    struct settings to = *s;
    struct np_buf path = { 0 };
    int code = EXIT_DONE;
    size_t n = 0;

    for (size_t i = 0; i < sum->nunmatched; i++)
        n += sum->unmatched[i]->rows.n > 0;
    if (!n)
        tell(s, SAY_ALL_MATCHED, s->unmatched);
    for (size_t i = 0; i < sum->nunmatched && code == EXIT_DONE; i++) {
        const struct np_result *rows = sum->unmatched[i];

        if (!rows->rows.n)
            continue;
        name_unmatched(&path, s->unmatched,
                       n > 1 && strcmp(s->unmatched, "-") != 0 ? rows->name : NULL);
        to.out = np_buf_cstr(&path);
        to.format = np_format_of_file(to.out) ? NULL : "csv";
        code = write_results(&to, &rows, 1);
        if (code == EXIT_DONE)
            tell(s, SAY_UNMATCHED_NEXT, rows->name, store_path(s), to.out);
    }
    np_buf_release(&path);
    return code;
}

static int finish(const struct settings *s, const struct np_import_summary *sum)
{
    int code = EXIT_DONE;

    if (sum->withdrawn)
        tell(s, SAY_WITHDRAWN, (long long)sum->withdrawn);
    if (sum->undone)
        tell(s, SAY_UNDONE);
    if (sum->nunmatched)
        code = write_unmatched(s, sum);
    if (sum->counts.refused && !sum->undone)
        tell(s, SAY_FAULTS_NEXT, (long long)sum->counts.refused, store_path(s));
    if (code != EXIT_DONE)
        return code;
    if (sum->stopped) {
        tell(s, SAY_STOPPED);
        return EXIT_STOPPED;
    }
    if (sum->lists + sum->withdrawn)
        tell(s, SAY_STORE_NEXT, store_path(s));
    return sum->lost ? EXIT_UNREADABLE : sum->counts.refused ? EXIT_REJECTED : EXIT_DONE;
}

/* "auto", or no kind but a file at once: each file says by its header what it is. */
static bool is_file(const char *arg)
{
    return strcmp(arg, "-") == 0 || access(arg, F_OK) == 0;
}

int run_import(struct settings *s)
{
    const struct np_import_kind *kind = s->nargs ? np_import_kind_find(s->args[0]) : NULL;
    bool any = s->nargs && !kind && strcmp(s->args[0], "auto") == 0;
    bool files_alone = s->nargs && !kind && !any && is_file(s->args[0]);
    struct clerk clerk = { .settings = s, .recognises = any || files_alone };
    struct np_import plan = {
        .kind = kind, .files = (const char *const *)s->args + !files_alone,
        .nfiles = s->nargs ? (size_t)s->nargs - !files_alone : 0, .store = store_path(s),
        .replace = replace_of(s->replace), .want_unmatched = s->unmatched != NULL,
        .workers = (int)(s->jobs > 64 ? 64 : s->jobs),
        .threads = s->workers && strcmp(s->workers, "thread") == 0,
        .sandbox = sandbox_of(s->sandbox), .stop = &stop_asked,
        .listener = { &clerk, hear_saying, hear_lost, hear_list },
    };
    struct np_import_summary summary;
    struct np_err err = { .byte = -1 };
    enum np_status status;
    int code;

    if (!kind && !clerk.recognises)
        return no_kind(s);
    if (!plan.nfiles) {
        tell(s, SAY_NO_INPUT);
        return EXIT_USAGE;
    }
    catch_signals();
    status = np_import_run(&plan, &summary, &err);
    say_folded(&clerk);
    for (size_t i = 0; i < clerk.nmet; i++)
        tell_remedy(s, clerk.met[i]);
    if (status == NP_OK || status == NP_END) {
        code = finish(s, &summary);
    } else {
        tell_err(s, &err);
        code = summary.store_exit_code ? summary.store_exit_code : EXIT_BUG;
    }
    for (size_t i = 0; i < summary.nunmatched; i++)
        np_result_free(summary.unmatched[i]);
    return code;
}
