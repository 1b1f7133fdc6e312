/* cmd_ingest.c -- nanopat ingest, nanopat parse: the road with a store at its end, or stdout. */
#include "listen.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

volatile sig_atomic_t stop_asked;

static void ask_stop(int signal_number)
{
    (void)signal_number;
    stop_asked = 1;
}

void catch_signals(void)
{
    static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
    struct sigaction action = { .sa_handler = ask_stop, .sa_flags = SA_RESETHAND };

    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
        sigaction(signals[i], &action, NULL);
    signal(SIGPIPE, SIG_IGN);
}

static enum np_keep keep_of(const char *word)
{
    if (word && strcmp(word, "all") == 0)
        return NP_KEEP_ALL;
    if (word && strcmp(word, "subfields") == 0)
        return NP_KEEP_SUBFIELDS;
    return NP_KEEP_LIGHT;
}

enum np_sandbox sandbox_of(const char *word)
{
    if (word && strcmp(word, "off") == 0)
        return NP_SANDBOX_OFF;
    if (word && strcmp(word, "require") == 0)
        return NP_SANDBOX_REQUIRE;
    return NP_SANDBOX_AUTO;
}

static struct np_limits limits_of(const struct settings *s)
{
    struct np_limits limits = np_limits_default;

    if (s->largest_mib > 0 && s->largest_mib <= 2047) /* libxml2 counts in int */
        limits.document_bytes = (int64_t)s->largest_mib << 20;
    return limits;
}

static struct np_ingest plan_of(const struct settings *s, const char *const *inputs, size_t n)
{
    return (struct np_ingest){
        .inputs = inputs,
        .ninputs = n,
        .store = store_path(s),
        .workers = (int)(s->jobs > 64 ? 64 : s->jobs),
        .threads = s->workers && strcmp(s->workers, "thread") == 0,
        .sandbox = sandbox_of(s->sandbox),
        .keep = keep_of(s->keep),
        .limits = limits_of(s),
        .watch = s->coverage != NULL,
        .stop = &stop_asked,
    };
}

static void tell_totals(const struct settings *s, const struct np_ingest_summary *sum)
{
    const struct np_counts *c = &sum->counts;

    tell(s, SAY_TOTAL_LINE, (long long)c->read, (long long)c->stored, (long long)c->light,
         (long long)c->unchanged, (long long)c->superseded, (long long)c->rejected,
         (long long)c->passed, (long long)sum->inputs, (long long)sum->skipped);
    if (sum->undecided)
        tell(s, SAY_UNDECIDED, (long long)sum->undecided);
    if (sum->cut)
        tell(s, SAY_CUT, (long long)sum->cut);
    if (sum->notes)
        tell(s, SAY_NOTE_NEXT, (long long)sum->notes, store_path(s));
    if (c->rejected)
        tell(s, SAY_REJECT_NEXT, (long long)c->rejected, store_path(s));
}

static int code_of(const struct settings *s, const struct np_ingest_summary *sum)
{
    const struct np_counts *c = &sum->counts;

    if (sum->stopped) {
        tell(s, SAY_STOPPED);
        return EXIT_STOPPED;
    }
    if (sum->unreadable)
        return EXIT_UNREADABLE;
    if (c->read > 0 && c->read == c->passed) {
        tell(s, SAY_NO_DOCUMENTS);
        return EXIT_UNREADABLE;
    }
    if (sum->inputs + sum->skipped == 0) {
        tell(s, SAY_NO_DOCUMENTS);
        return EXIT_UNREADABLE;
    }
    return c->rejected || sum->cut ? EXIT_REJECTED : EXIT_DONE;
}

/* Tables that a document is read with. There may be no standards. */
struct tables {
    struct np_rules *rules;
    struct np_registry registry;
    struct np_arena *arena;
};

static bool load_tables(const struct settings *s, struct tables *tables)
{
    struct np_err err = { 0 };
    struct np_slice path;

    tables->arena = np_arena_new();
    tables->rules = load_rules(s);
    if (!tables->rules)
        return false;
    path = np_arena_printf(tables->arena, "%s/standards.tsv", rules_folder(s));
    if (access(path.p, F_OK) != 0)
        return true;
    if (np_registry_load(rules_folder(s), tables->arena, &tables->registry, &err) == NP_OK)
        return true;
    tell_err(s, &err);
    return false;
}

static void release_tables(struct tables *tables)
{
    np_rules_free(tables->rules);
    np_arena_free(tables->arena);
}

int ingest_inputs(const struct settings *s, const char *const *inputs, size_t n, bool per_input,
                  struct np_ingest_summary *summary)
{
    struct np_ingest plan = plan_of(s, inputs, n);
    struct tables tables = { NULL, { { 0 } }, NULL };
    struct np_err err = { 0 };
    enum np_status status;
    struct ear ear;

    if (!load_tables(s, &tables)) {
        release_tables(&tables);
        return EXIT_RULES;
    }
    catch_signals();
    plan.rules = tables.rules;
    plan.registry = &tables.registry;
    plan.listener = ear_open(&ear, s, per_input);
    status = np_ingest_run(&plan, summary, &err);
    ear_close(&ear);
    release_tables(&tables);
    if (status != NP_OK) {
        tell_err(s, &err);
        return summary->store_exit_code ? summary->store_exit_code : EXIT_BUG;
    }
    tell_totals(s, summary);
    return code_of(s, summary);
}

int run_ingest(struct settings *s)
{
    struct np_ingest_summary summary = { 0 };
    int code;

    if (s->nargs == 0) {
        tell(s, SAY_NO_INPUT);
        return EXIT_USAGE;
    }
    code = ingest_inputs(s, (const char *const *)s->args, (size_t)s->nargs, true, &summary);
    if (code == EXIT_DONE || code == EXIT_REJECTED)
        tell(s, SAY_STORE_NEXT, store_path(s));
    return code;
}

static bool covers_only(const struct settings *s)
{
    return s->coverage && strcmp(s->coverage, "only") == 0;
}

int run_parse(struct settings *s)
{
    struct np_ingest plan = plan_of(s, (const char *const *)s->args, (size_t)s->nargs);
    struct np_ingest_summary summary = { 0 };
    struct np_err err = { 0 };
    enum np_status status;
    struct ear ear;

    if (s->nargs == 0) {
        tell(s, SAY_NO_INPUT);
        return EXIT_USAGE;
    }
    catch_signals();
    plan.listener = ear_open(&ear, s, false);
    plan.listener.progress = NULL;
    if (covers_only(s))
        ear.table_out = stdout;
    status = np_parse_run(&plan, covers_only(s) ? -1 : 1, &summary, &err);
    ear_close(&ear);
    if (status != NP_OK) {
        tell_err(s, &err);
        return EXIT_DISK;
    }
    tell(s, SAY_PARSED, (long long)summary.counts.read, (long long)summary.counts.stored,
         (long long)summary.counts.rejected, (long long)summary.counts.passed);
    return code_of(s, &summary);
}
