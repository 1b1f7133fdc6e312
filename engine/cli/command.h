/* command.h -- private to cli: commands, their options, and what they say.
 *
 * A command is one file and one row in commands[] (main.c). Options are typed rows
 * (options.c); a command names those it takes. Results go to stdout or -o, everything else to
 * stderr, in the language of the run.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <nanopat/err.h>
#include <nanopat/import.h>
#include <nanopat/ingest.h>
#include <nanopat/output.h>
#include <nanopat/query.h>

#include <stdio.h>

enum exit_code {
    EXIT_DONE = 0,
    EXIT_NOTHING = 1,    /* query: nothing found */
    EXIT_USAGE = 2,
    EXIT_REJECTED = 3,   /* done, some documents rejected or an input cut short */
    EXIT_UNREADABLE = 4, /* an input could not be read */
    EXIT_STORE = 5,      /* busy, not ours, too new, damaged */
    EXIT_DISK = 6,       /* full, or I/O */
    EXIT_RULES = 7,      /* rule or table files are wrong */
    EXIT_BUG = 70,
    EXIT_STOPPED = 130   /* by the user; resumable */
};

enum { FILTERS_MAX = 32, SETS_MAX = 16 };

/* Everything options can set; a command reads what it takes. */
struct settings {
    const char *store, *rules, *keep, *sandbox, *workers, *format, *out, *lang, *color,
        *progress, *as_of, *order, *name, *coverage, *texts, *origin, *text, *old, *replace, *unmatched, *for_whom, *family, *since,
        *listen, *key_file;
    long jobs, limit, largest_mib, sample, port;
    bool help, columns, no_progress, sure_only, errors, again, peek;
    struct np_condition filters[FILTERS_MAX];
    size_t nfilters;
    const char *set[SETS_MAX + 1]; /* NAME=VALUE, ends with NULL */
    const char *where[SETS_MAX + 1]; /* COLUMN=VALUE, ends with NULL */
    char **args; /* what is not an option */
    int nargs;
    enum np_lang language;
    const char *program; /* argv[0] of the process */
};

struct command {
    const char *name, *stage;
    const char *en, *zh;  /* one line */
    const char *usage;    /* "INPUT..." */
    const char *options;  /* names of option rows, blank-separated */
    const char *example;  /* runs on what `make demo` leaves */
    int (*run)(struct settings *s);
    const struct command *actions; /* of a command whose first argument says what to do; else NULL */
};

extern const struct command commands[]; /* ends with name NULL */
const struct command *command_find(const char *name);
/* The action that is named; NULL if there is none. Its row's name is "rules test". */
const struct command *action_find(const struct command *command, const char *name);

/* ---- options.c ---- */

/* Parses argv[1..] for the command; filters: of the question where there is one (may be NULL).
 * False after a message: exit with 2.                                                     */
bool options_parse(const struct command *command, const struct np_filter *filters, int argc,
                   char **argv, struct settings *s);
void options_help(const struct command *command, const struct np_filter *filters,
                  enum np_lang lang);
/* Of a command with actions: false after a message if an option is set that the action does not
 * take.                                                                                        */
bool options_fit(const struct command *command, const struct command *action,
                 const struct settings *s);
/* Language from --lang, else LC_ALL, LC_MESSAGES, LANG: zh... is Chinese. */
enum np_lang language_of(const char *option);

/* ---- say.c: one table of messages, zh and en side by side ---- */

enum message {
    SAY_NO_SUCH_COMMAND, SAY_NEAREST, SAY_NO_INPUT, SAY_READ, SAY_STORED, SAY_LIGHT,
    SAY_UNCHANGED, SAY_SUPERSEDED, SAY_REJECTED, SAY_PASSED_OVER,
    SAY_TOTAL_LINE, SAY_PASSED, SAY_STOPPED, SAY_STORE_NEXT, SAY_REJECT_NEXT, SAY_MORE_OF,
    SAY_NOTHING_FOUND, SAY_NO_DOCUMENTS, SAY_SCORED, SAY_STANDS, SAY_CUT, SAY_WRITTEN, SAY_UNKNOWN_ID,
    SAY_BAD_DATE, SAY_BAD_FORMAT, SAY_DEMO_MAKES, SAY_DEMO_STORED, SAY_DEMO_BEST, SAY_DEMO_REASON,
    SAY_DEMO_NEXT, SAY_DEMO_MISSING, SAY_RULES_FAULTS, SAY_RULES_READ, SAY_RULES_MORE, SAY_CHECK_OK, SAY_PROBLEM,
    SAY_BAD_JSON, SAY_UNDECIDED, SAY_QUESTIONS, SAY_ONLY_FIRST, SAY_NEEDS, SAY_REPORTS, SAY_REMEDY, SAY_DOCUMENT,
    SAY_AT_BYTE, SAY_PARSED, SAY_NOTE, SAY_MORE_NOTES, SAY_NOTE_NEXT,
    SAY_WARNING, SAY_MORE_WARNINGS, SAY_COVERED, SAY_FIELD, SAY_DO_ONE_OF, SAY_TAKES_NO, SAY_NO_SUBFIELD,
    SAY_NO_LABELS, SAY_BAD_LABEL, SAY_NONE_LEFT, SAY_NOT_UTF8, SAY_OTHER_RULES,
    SAY_LIGHT_LEFT_OUT, SAY_RULES_DIFF, SAY_NO_KIND, SAY_KINDS, SAY_RECOGNISED, SAY_LISTED,
    SAY_LIST_KNOWN, SAY_LIST_MATCHES, SAY_LINE, SAY_COLUMN, SAY_SHEET, SAY_FAULTS_NEXT, SAY_WITHDRAWN, SAY_UNDONE, SAY_UNMATCHED_NEXT, SAY_ALL_MATCHED,
    SAY_BAD_SINCE, SAY_ALERTS_TOLD, SAY_ALERTS_PEEKED,
    SAY_SERVING, SAY_BAD_PORT, SAY_BAD_KEY_FILE, SAY_LISTEN_NEEDS_KEY,
    SAY_LAST
};

/* The format of a message in the language. */
const char *say(enum np_lang lang, enum message m);
/* The same to stderr, with a line end. */
void tell(const struct settings *s, enum message m, ...);
/* "nanopat: WHERE: document N at byte B: what  CODE" to stderr; tell_remedy adds what to do next. */
void tell_err(const struct settings *s, const struct np_err *err);
/* The same for a note on a document that was kept: "... document N at byte B: note: what  CODE". */
void tell_note(const struct settings *s, const struct np_err *err);
void tell_warning(const struct settings *s, const struct np_err *err);
void tell_remedy(const struct settings *s, const char *code);

/* ---- topics.c: help printed from the program's own tables ---- */
const struct np_code *code_find(const char *code); /* NULL if unknown */
/* A table of the program, owned by the caller; NULL if there is none of the name. */
struct np_result *topic_make(const char *name, enum np_lang lang);
void topic_list(FILE *out);

/* ---- shared by commands (setting.c) ---- */

/* --store, $NANOPAT_DB, "nanopat.db". */
const char *store_path(const struct settings *s);
/* --rules, $NANOPAT_RULES, rules/ beside the program, the installed folder. */
const char *rules_folder(const struct settings *s);
/* Loads or tells; NULL: exit with 7. */
struct np_rules *load_rules(const struct settings *s);
/* Opens for reading or tells; NULL: exit code in *code. */
struct np_store *open_store(const struct settings *s, int *code);
/* The same to write; the store must be there. */
struct np_store *open_store_to_write(const struct settings *s, int *code);
/* The output format of --format, else of the suffix of -o, else table; NULL after a message. */
const struct np_format *output_format(const struct settings *s);
/* A table, a page, a workbook: codes become words. */
bool is_for_people(const struct settings *s);
/* Writes results to -o or stdout; exit code. */
int write_results(const struct settings *s, const struct np_result *const *results, size_t n);
/* The same of sheets of which a format that holds one list gets the first; the rest is named. */
int write_sheets(const struct settings *s, struct np_result *const *sheets, size_t n);
/* --as-of; false after a message. */
bool as_of_date(const struct settings *s, np_date *date);

/* ---- ingest, shared with demo ---- */
int ingest_inputs(const struct settings *s, const char *const *inputs, size_t n, bool per_input,
                  struct np_ingest_summary *summary);
extern volatile sig_atomic_t stop_asked;
void catch_signals(void);
enum np_sandbox sandbox_of(const char *word);

/* ---- commands ---- */
int run_ingest(struct settings *s);
int run_parse(struct settings *s);
int run_import(struct settings *s);
int run_classify(struct settings *s);
int run_score(struct settings *s);
int run_alerts(struct settings *s);
int run_query(struct settings *s);
int run_explain(struct settings *s);
int run_report(struct settings *s);
int run_serve(struct settings *s);
int run_demo(struct settings *s);
int run_rules(struct settings *s);
extern const struct command rules_actions[];
int run_check(struct settings *s);
int run_doctor(struct settings *s);

#endif
