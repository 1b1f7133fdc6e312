/* us_fees.c -- the USPTO's maintenance fee events: a line for each event of a patent granted since
 * 1981, all of them in each weekly file, sorted by patent.
 *
 *     0000004593999 06537062 N 19830929 19860610 19900208 M170
 *     000000RE35999 07999999 Y 19910215 19950620 19990101 M184
 *     patent        appl.    | filed    granted  event    code
 *                            N large, Y small, M micro entity
 *
 * Files before about 2014 have 7 columns for the patent. The lines of one patent are one document
 * and one record, of events alone.
 */
#include "dialects.h"

/* Our words for the office's codes; what a code does to the right stands in
 * rules/legal_events.tsv. "R1551" gives back what "M1551" paid.               */
static const struct {
    const char *code, *says;
} meanings[] = {
    { "EXP.", "expired: maintenance fee not paid" },
    { "EXPX", "reinstated: the fee was paid after all" },
    { "REM.", "reminder of a maintenance fee mailed" },
    { "M1551", "maintenance fee of year 4 paid, large entity" },
    { "M1552", "maintenance fee of year 8 paid, large entity" },
    { "M1553", "maintenance fee of year 12 paid, large entity" },
    { "M2551", "maintenance fee of year 4 paid, small entity" },
    { "M2552", "maintenance fee of year 8 paid, small entity" },
    { "M2553", "maintenance fee of year 12 paid, small entity" },
    { "M3551", "maintenance fee of year 4 paid, micro entity" },
    { "M3552", "maintenance fee of year 8 paid, micro entity" },
    { "M3553", "maintenance fee of year 12 paid, micro entity" },
    { "M170", "maintenance fee of year 4 paid (PL 96-517)" },
    { "M171", "maintenance fee of year 8 paid (PL 96-517)" },
    { "M172", "maintenance fee of year 12 paid (PL 96-517)" },
    { "M173", "maintenance fee of year 4 paid (PL 97-247)" },
    { "M174", "maintenance fee of year 8 paid (PL 97-247)" },
    { "M175", "maintenance fee of year 12 paid (PL 97-247)" },
    { "M183", "maintenance fee of year 4 paid, large entity" },
    { "M184", "maintenance fee of year 8 paid, large entity" },
    { "M185", "maintenance fee of year 12 paid, large entity" },
    { "M273", "maintenance fee of year 4 paid, small entity (PL 97-247)" },
    { "M274", "maintenance fee of year 8 paid, small entity (PL 97-247)" },
    { "M275", "maintenance fee of year 12 paid, small entity (PL 97-247)" },
    { "M283", "maintenance fee of year 4 paid, small entity" },
    { "M284", "maintenance fee of year 8 paid, small entity" },
    { "M285", "maintenance fee of year 12 paid, small entity" },
    { "M1554", "surcharge for late payment paid, large entity" },
    { "M1555", "surcharge for late payment of year 8 paid, large entity" },
    { "M1556", "surcharge for late payment of year 12 paid, large entity" },
    { "M2554", "surcharge for late payment paid, small entity" },
    { "M2555", "surcharge for late payment of year 8 paid, small entity" },
    { "M2556", "surcharge for late payment of year 12 paid, small entity" },
    { "M3554", "surcharge for late payment paid, micro entity" },
    { "M3555", "surcharge for late payment of year 8 paid, micro entity" },
    { "M3556", "surcharge for late payment of year 12 paid, micro entity" },
    { "M176", "surcharge for late payment paid (PL 96-517)" },
    { "M177", "surcharge for late payment paid (PL 97-247)" },
    { "M186", "surcharge for late payment paid, large entity" },
    { "M277", "surcharge for late payment paid, small entity (PL 97-247)" },
    { "M286", "surcharge for late payment paid, small entity" },
    { "M1558", "surcharge of a petition to accept payment after expiry paid, large entity" },
    { "M2558", "surcharge of a petition to accept payment after expiry paid, small entity" },
    { "M3558", "surcharge of a petition to accept payment after expiry paid, micro entity" },
    { "PMFP", "petition on maintenance fees filed" },
    { "PMFG", "petition on maintenance fees granted" },
    { "PMFD", "petition on maintenance fees denied" },
    { "PMFS", "petition on maintenance fees dismissed" },
    { "ASPN", "payor number assigned" },
    { "RMPN", "payor number de-assigned" },
    { "BIG.", "entity status set to undiscounted" },
    { "SMAL", "entity status set to small" },
    { "MICR", "entity status set to micro" },
    { "LTOS", "small entity status claimed" },
    { "STOL", "small entity status given up" },
    { "STOM", "micro entity status claimed" },
    { "MTOS", "entity status changed from micro to small" },
};

/* The columns behind the patent number are the same in both layouts. */
enum { NUMBER_MOST = 13, NUMBER_LEAST = 7 };
enum { APPLICATION = 1, FILED = 12, GRANTED = 21, EVENT = 30, CODE = 39, CODE_MOST = 5 };

struct fee_line {
    struct np_slice number, application, code;
    np_date filed, granted, event;
};

/* Nothing but printable ASCII, so that columns are bytes. */
static bool is_plain(struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((s.p[i] < ' ' && s.p[i] != '\r') || s.p[i] == 0x7f || (s.p[i] & 0x80))
            return false;
    return true;
}

/* Cut at columns, other characters would be halved. */
static bool is_ascii(struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x7F)
            return false;
    return true;
}

static bool read_line(struct np_slice s, struct fee_line *line)
{
    size_t n = np_slice_find(s, NP_S(" "));
    struct np_slice rest = np_slice_sub(s, n, s.n);

    if (!is_plain(s) || (n != NUMBER_MOST && n != NUMBER_LEAST) || rest.n <= CODE)
        return false;
    *line = (struct fee_line){
        .number = np_slice_sub(s, 0, n),
        .application = np_slice_trim(np_slice_sub(rest, APPLICATION, 8)),
        .filed = np_date_parse(np_slice_sub(rest, FILED, 8)),
        .granted = np_date_parse(np_slice_sub(rest, GRANTED, 8)),
        .event = np_date_parse(np_slice_sub(rest, EVENT, 8)),
        .code = np_slice_trim(np_slice_sub(rest, CODE, CODE_MOST)),
    };
    return line->code.n > 0;
}

/* The number stands behind zeros: "000000RE35999". */
static void set_patent(struct np_walk *walk, struct np_record *record,
                       const struct fee_line *line)
{
    struct np_arena *arena = np_walk_arena(walk);
    struct np_slice number = line->number;

    while (number.n > 1 && number.p[0] == '0')
        number = np_slice_sub(number, 1, number.n);
    if (!np_slice_is(number, "0"))
        record->number = np_publication_number(arena, NP_S("US"), number);
    record->date = line->granted;
    record->type = np_slice_starts(record->number, "RE")                       ? NP_REISSUE
                   : record->number.n && record->number.p[0] >= '0' &&
                             record->number.p[0] <= '9'                        ? NP_INVENTION
                                                                               : NP_OTHER_TYPE;
    if (!line->application.n)
        return;
    record->application.office = NP_S("US");
    record->application.number = np_application_number(arena, NP_S("US"), line->application);
    record->application.date = line->filed;
}

static struct np_slice meaning_of(struct np_slice code)
{
    for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++)
        if (np_slice_is(code, meanings[i].code))
            return np_slice_of(meanings[i].says);
    return NP_EMPTY;
}

static struct np_slice words_for(struct np_arena *arena, struct np_slice code)
{
    struct np_slice says = meaning_of(code);

    if (says.n || code.n < 2 || code.p[0] != 'R' || code.p[1] < '0' || code.p[1] > '9')
        return says;
    says = meaning_of(np_arena_printf(arena, "M%.*s", NP_ARG(np_slice_sub(code, 1, code.n))));
    return says.n ? np_arena_printf(arena, "refund: %.*s", NP_ARG(says)) : NP_EMPTY;
}

static void add_event(struct np_walk *walk, struct np_record *record,
                      const struct fee_line *line)
{
    struct np_arena *arena = np_walk_arena(walk);

    for (size_t i = 0; i < record->events.n; i++)
        if (record->events.v[i].date == line->event &&
            np_slice_eq(record->events.v[i].code, line->code))
            return;
    *np_list_add(arena, &record->events) =
        (struct np_event){ .office = NP_S("US"), .code = np_arena_copy(arena, line->code),
                           .date = line->event, .text = words_for(arena, line->code) };
    if (line->event > record->stated)
        record->stated = line->event;
}

static enum np_status read_events(struct np_walk *walk, struct np_record *record,
                                  struct np_err *err)
{
    struct np_slice rest = np_walk_document(walk)->bytes;

    (void)err;
    record->office = NP_S("US");
    record->stage = NP_GRANT;
    record->parts = NP_PARTS_OF_EVENTS; /* each file lists all that there are */
    for (int number = 1; rest.n; number++) {
        size_t n = np_slice_find(rest, NP_S("\n"));
        struct np_slice s = np_slice_sub(rest, 0, n < rest.n ? n : rest.n);
        struct fee_line line;

        rest = np_slice_sub(rest, s.n + 1, rest.n);
        if (np_slice_trim(s).n == 0)
            continue;
        if (!is_ascii(s) || !read_line(s, &line)) {
            np_walk_note(walk, "NP-NOT-002", "line %d is damaged and left out", number);
            continue;
        }
        if (!record->events.n)
            set_patent(walk, record, &line);
        add_event(walk, record, &line);
    }
    return NP_OK;
}

static int fits(struct np_slice root, struct np_slice envelope)
{
    (void)envelope;
    return np_slice_is(root, "us-fees") ? 100 : 0;
}

const struct np_dialect np_dialect_us_fees = {
    .name = "us-fees",
    .says = "USPTO maintenance fee events since 1981, cumulative text (by its documentation; not "
            "tried on a file of the office)",
    .sources = "USPTO: MaintFeeEvents.zip, MaintFeeEvents_YYYYMMDD.txt",
    .framing = { .root = "us-fees",
                 .record = { NP_LINES "============= ???????? ? ######## ######## ######## ",
                             NP_LINES "======= ???????? ? ######## ######## ######## " } },
    .fits = fits,
    .read = read_events,
};
