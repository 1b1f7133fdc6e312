/* facts_exports.c -- rows of vendors' exports as facts; an award that a vendor knows is an award. */
#include "facts_lists.h"

/* As EXPORTED gives them (statements.c); cells that one vendor alone has follow. */
enum {
    VALIDITY = CELLS, STATUS_TEXT, APPLICATION, FILED, PUBLISHED, GRANTED, DEAD_ON, APPLICANTS,
    OWNERS, CREDIT_CODE, PLEDGEE, LICENSEE, PLAINTIFF, DEFENDANT, REQUESTER, STANDARDS, TRANSFERS,
    LICENCES, PLEDGES, SUITS, OWN
};

enum { PLEDGEE_NOW = OWN, LICENSEE_NOW };        /* incoPat */
enum { INVALIDATIONS = OWN, AWARD, AWARD_LEVEL }; /* PatSnap */

static enum np_validity validity_of(struct np_slice word)
{
    return np_slice_is(word, "in_force")  ? NP_VALIDITY_IN_FORCE
           : np_slice_is(word, "pending") ? NP_VALIDITY_PENDING
           : np_slice_is(word, "dead")    ? NP_VALIDITY_DEAD
                                          : NP_VALIDITY_UNKNOWN;
}

static int count(sqlite3_stmt *row, int at)
{
    return sqlite3_column_type(row, at) == SQLITE_NULL ? -1 : sqlite3_column_int(row, at);
}

static struct np_fact_export *read_common(struct lists *l, sqlite3_stmt *row, const char *vendor)
{
    struct np_fact_export *e = np_list_add(l->arena, &l->out->exports);

    *e = (struct np_fact_export){
        .place = lists_place(l, row), .patent = lists_patent(l, row),
        .id = lists_text(l, row, PUBLICATION), .vendor = vendor,
        .validity = validity_of(np_column(row, VALIDITY)),
        .status_text = lists_text(l, row, STATUS_TEXT),
        .application = lists_text(l, row, APPLICATION), .filed = lists_date(row, FILED),
        .published = lists_date(row, PUBLISHED), .granted = lists_date(row, GRANTED),
        .dead_on = lists_date(row, DEAD_ON), .applicants = lists_text(l, row, APPLICANTS),
        .owners = lists_text(l, row, OWNERS), .credit_codes = lists_text(l, row, CREDIT_CODE),
        .pledgee = lists_text(l, row, PLEDGEE), .licensee = lists_text(l, row, LICENSEE),
        .plaintiff = lists_text(l, row, PLAINTIFF), .defendant = lists_text(l, row, DEFENDANT),
        .requester = lists_text(l, row, REQUESTER), .standards = lists_text(l, row, STANDARDS),
        .transfers = count(row, TRANSFERS), .licences = count(row, LICENCES),
        .pledges = count(row, PLEDGES), .suits = count(row, SUITS), .invalidations = -1,
        .pledgee_now = NP_EMPTY, .licensee_now = NP_EMPTY,
    };
    return e;
}

void lists_read_incopat(struct lists *l, sqlite3_stmt *row)
{
    struct np_fact_export *e = read_common(l, row, "incoPat");

    e->pledgee_now = lists_text(l, row, PLEDGEE_NOW);
    e->licensee_now = lists_text(l, row, LICENSEE_NOW);
}

void lists_read_patsnap(struct lists *l, sqlite3_stmt *row)
{
    struct np_fact_export *e = read_common(l, row, "PatSnap");
    struct np_slice award = lists_text(l, row, AWARD);

    e->invalidations = count(row, INVALIDATIONS);
    if (award.n)
        *np_list_add(l->arena, &l->out->awards) = (struct np_fact_award){
            .place = e->place, .patent = e->patent, .award = award,
            .level = lists_text(l, row, AWARD_LEVEL), .who = NP_EMPTY,
        };
}
