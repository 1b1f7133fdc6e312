/* policy.c -- high-value invention patents by the policy (scoring.md, section 4.1).
 *
 * Gate: a Chinese invention patent, granted and in force. Then one circumstance is enough; the answer
 * is no only where every circumstance is no.
 */
#include "policy.h"

const char *answer_name(enum answer answer)
{
    static const char *const names[] = { "no", "yes", "unknown" };

    return names[answer];
}

/* ---- the gate ---- */

/* Of several the one filed first: it has been kept longest. A grant of unknown status may be one. */
static const struct right *invention(const struct np_evaluation *run, int64_t family,
                                     enum right_status status)
{
    const struct right *found = NULL;
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    for (size_t i = 0; i < n; i++)
        if (np_slice_is(rights[i].office, "CN") && rights[i].type == NP_INVENTION &&
            rights[i].status == status && (status == RIGHT_IN_FORCE || rights[i].granted) &&
            (!found || rights[i].filing < found->filing))
            found = &rights[i];
    return found;
}

const struct right *valid_invention(const struct np_evaluation *run, int64_t family)
{
    return invention(run, family, RIGHT_IN_FORCE);
}

void say_gate(const struct np_evaluation *run, int64_t family, struct np_buf *why)
{
    const struct right *right = invention(run, family, RIGHT_IN_FORCE);

    if (!right) {
        note(why, invention(run, family, RIGHT_UNKNOWN)
                      ? "status of the Chinese invention patent unknown"
                      : "no Chinese invention patent in force");
        return;
    }
    note(why, "%.*s %s", NP_ARG(publication_at(run, right->publication)->id),
         right->presumed ? "presumed in force" : "in force");
}

/* ---- H1 ---- */

static enum answer by_industry(const struct np_evaluation *run, int64_t family,
                               const struct right *right, struct np_buf *why)
{
    (void)right;
    if (why)
        say_industry(run, family, why);
    return text_of(run, family)->industry.answer;
}

/* ---- H2 ---- */

static bool is_home(const struct np_scoring *scoring, struct np_slice office)
{
    if (np_slice_is(office, "CN") || np_slice_is(office, "WO"))
        return true;
    for (size_t i = 0; i < scoring->home_offices.n; i++)
        if (np_slice_eq(scoring->home_offices.v[i], office))
            return true;
    return false;
}

/* Without a family number of DOCDB members abroad may be missing from the data. */
static enum answer by_right_abroad(const struct np_evaluation *run, int64_t family,
                                   const struct right *own, struct np_buf *why)
{
    enum answer answer = ANSWER_NO;
    bool any = false;
    size_t n;
    const struct right *rights = rights_of(run, family, &n);

    (void)own;
    for (size_t i = 0; i < n; i++) {
        const struct right *right = &rights[i];

        if (is_home(run->scoring, right->office))
            continue;
        any = true;
        note(why, "%.*s %s", NP_ARG(right->office), status_name(right->status, right->presumed));
        if (right->status == RIGHT_IN_FORCE ||
            (run->scoring->published_abroad && right->status == RIGHT_PENDING))
            answer = ANSWER_YES;
        else if (right->status == RIGHT_UNKNOWN && answer == ANSWER_NO)
            answer = ANSWER_UNKNOWN;
    }
    if (!any)
        note(why, "no member abroad");
    if (answer != ANSWER_NO || family_at(run, family)->given)
        return answer;
    note(why, "no family number of an office: members abroad may be missing");
    return ANSWER_UNKNOWN;
}

/* ---- H3 ---- */

/* "10 years on 2029-03-04": it holds from the next day on. */
static void note_years(struct np_buf *why, int years, np_date from)
{
    struct np_buf what = { 0 };

    np_buf_printf(&what, "%d years on", years);
    note_date(why, np_buf_cstr(&what), np_date_add_years(from, years));
    np_buf_release(&what);
}

static enum answer by_maintenance(const struct np_evaluation *run, int64_t family,
                                  const struct right *right, struct np_buf *why)
{
    np_date from = run->scoring->maintained_from_grant ? right->granted : right->filing;

    (void)family;
    note_date(why, run->scoring->maintained_from_grant ? "granted" : "filed", from);
    if (!from)
        return ANSWER_UNKNOWN;
    note_years(why, (int)run->scoring->maintenance_years, from);
    return np_date_add_years(from, (int)run->scoring->maintenance_years) < run->as_of ? ANSWER_YES
                                                                                   : ANSWER_NO;
}

/* ---- H4 ---- */

/* The right is meant, whichever of its publications the list names. */
static bool is_of_right(const struct np_evaluation *run, const struct right *right,
                        int64_t publication)
{
    const struct np_fact_publication *p = publication_at(run, publication);
    const struct np_fact_publication *own = publication_at(run, right->publication);

    return np_slice_eq(p->office, right->office) &&
           (p == own || (own->application.number.n &&
                         np_slice_eq(p->application.number, own->application.number)));
}

/* Rows of the family's right in an imported list, publication by publication. */
#define FOR_ROWS_OF(run, family, right, list, at)                                           \
    for (size_t m_ = 0; m_ < family_at(run, family)->members.n; m_++)                        \
        if (is_of_right(run, right, family_at(run, family)->members.v[m_]))                  \
            for (size_t at = imported_from((list).v, (list).n, sizeof *(list).v,             \
                                           family_at(run, family)->members.v[m_]);           \
                 at < (list).n &&                                                            \
                 (list).v[at].patent.publication == family_at(run, family)->members.v[m_];   \
                 at++)

static bool is_over(const struct np_evaluation *run, const struct np_fact_pledge *pledge)
{
    return pledge->registered > run->as_of || (pledge->released && pledge->released <= run->as_of);
}

static enum answer by_listed_pledge(const struct np_evaluation *run,
                                    const struct np_fact_pledge *pledge, struct np_buf *why)
{
    if (isnan(pledge->amount))
        note(why, "pledged, amount not known");
    else
        note(why, "pledged for %.0f %.*s, from %.0f CNY on", pledge->amount,
             NP_ARG(pledge->currency), run->scoring->pledge_min);
    note(why, "%.*s line %d", NP_ARG(np_slice_sub(pledge->place.list, 0, 80)), pledge->place.line);
    if (isnan(pledge->amount) || !np_slice_is(pledge->currency, "CNY"))
        return ANSWER_UNKNOWN;
    return pledge->amount >= run->scoring->pledge_min ? ANSWER_YES : ANSWER_NO;
}

/* The register tells that there is a pledge, never for how much. */
static bool has_registered_pledge(const struct right *right, struct np_buf *why)
{
    bool found = false;

    for (size_t i = 0; right->legal && i < right->legal->burdens.n; i++) {
        const struct burden *burden = &right->legal->burdens.v[i];

        if (burden->kind != PLEDGE || burden->until)
            continue;
        note_date(why, "amount not known, pledged since", burden->since);
        found = true;
    }
    return found;
}

/* Where one would stand. */
static void say_no_pledge(const struct np_evaluation *run, const struct right *right,
                          struct np_buf *why)
{
    note(why, "no pledge in force");
    if (run->facts->imports.pledge_lists)
        note(why, "lists of pledges read: %d", run->facts->imports.pledge_lists);
    if (right->legal && right->legal->read_to)
        note_date(why, "CN events read to", right->legal->read_to);
    else if (right->export)
        note(why, "%s: %.*s line %d", right->export->vendor,
             NP_ARG(np_slice_sub(right->export->place.list, 0, 80)), right->export->place.line);
}

static enum answer by_pledge(const struct np_evaluation *run, int64_t family,
                             const struct right *right, struct np_buf *why)
{
    const struct np_fact_imports *imports = &run->facts->imports;
    enum answer answer = ANSWER_NO;
    bool listed = false;

    FOR_ROWS_OF(run, family, right, imports->pledges, i) {
        enum answer one;

        if (is_over(run, &imports->pledges.v[i]))
            continue;
        one = by_listed_pledge(run, &imports->pledges.v[i], why);
        listed = listed || !isnan(imports->pledges.v[i].amount);
        if (one == ANSWER_YES || (one == ANSWER_UNKNOWN && answer == ANSWER_NO))
            answer = one;
    }
    if (answer == ANSWER_YES || listed)
        return answer;
    if (has_registered_pledge(right, why))
        return ANSWER_UNKNOWN;
    if (right->export && !right->has_events && right->export->pledges > 0) {
        note(why, "amount not known, %s: %.*s line %d", right->export->vendor,
             NP_ARG(np_slice_sub(right->export->place.list, 0, 80)), right->export->place.line);
        return ANSWER_UNKNOWN;
    }
    if (answer == ANSWER_NO && !imports->pledge_lists && !right->has_events &&
        !(right->export && right->export->pledges == 0)) {
        note(why, "no source of pledges: neither legal events nor a list");
        return ANSWER_UNKNOWN;
    }
    say_no_pledge(run, right, why);
    return answer;
}

/* ---- H5 ---- */

static bool is_national_award(const struct np_scoring *scoring, struct np_slice award)
{
    for (size_t i = 0; i < scoring->award_words.n; i++)
        if (np_slice_find(award, scoring->award_words.v[i]) != (size_t)-1)
            return true;
    return false;
}

static enum answer by_award(const struct np_evaluation *run, int64_t family,
                            const struct right *right, struct np_buf *why)
{
    const struct np_fact_imports *imports = &run->facts->imports;
    enum answer answer = ANSWER_NO;

    FOR_ROWS_OF(run, family, right, imports->awards, i) {
        const struct np_fact_award *award = &imports->awards.v[i];
        bool counts = is_national_award(run->scoring, award->award) &&
                      award->year <= np_date_year(run->as_of);

        note(why, "%.*s %.*s%s%.0d, %.*s line %d", NP_ARG(np_slice_sub(award->award, 0, 90)),
             NP_ARG(np_slice_sub(award->level, 0, 60)), award->year ? " " : "", award->year,
             NP_ARG(np_slice_sub(award->place.list, 0, 60)), award->place.line);
        if (counts)
            answer = ANSWER_YES;
    }
    if (answer == ANSWER_NO && !imports->award_lists) { /* an export may know some, never all */
        note(why, "no list of awards: nanopat import awards");
        return ANSWER_UNKNOWN;
    }
    if (answer == ANSWER_NO)
        note(why, "no such award; lists of awards read: %d", imports->award_lists);
    return answer;
}

/* ---- the category ---- */

typedef enum answer decide_fn(const struct np_evaluation *, int64_t, const struct right *,
                              struct np_buf *);

static decide_fn *const deciders[CIRCUMSTANCES] = {
    by_industry, by_right_abroad, by_maintenance, by_pledge, by_award,
};

enum { H4 = 3 };

struct policy policy_of(const struct np_evaluation *run, int64_t family)
{
    const struct right *right = invention(run, family, RIGHT_IN_FORCE);
    struct policy policy = { .hvp = ANSWER_NO };

    if (!right && !(right = invention(run, family, RIGHT_UNKNOWN)))
        return policy;
    policy.gate = true;
    for (int i = 0; i < CIRCUMSTANCES; i++) {
        enum answer one = deciders[i](run, family, right, NULL);

        policy.circumstance[i] = one;
        policy.counts[i] = i != H4 || run->scoring->hvp_version >= 5;
        if (policy.counts[i] && (one == ANSWER_YES || (one == ANSWER_UNKNOWN &&
                                                       policy.hvp == ANSWER_NO)))
            policy.hvp = one;
    }
    if (policy.hvp == ANSWER_YES && right->status != RIGHT_IN_FORCE)
        policy.hvp = ANSWER_UNKNOWN;
    return policy;
}

void say_circumstance(const struct np_evaluation *run, int64_t family, int which,
                      struct np_buf *why)
{
    const struct right *right = invention(run, family, RIGHT_IN_FORCE);

    if (!right)
        right = invention(run, family, RIGHT_UNKNOWN);
    if (right)
        deciders[which](run, family, right, why);
}
