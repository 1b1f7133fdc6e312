/* counted.c -- which families a number of a set counts, and the query that lists them all.
 *
 * A row says it once, as conditions on columns of `query families`: the explanation tests them in
 * memory, the printed command has the store test them.
 */
#include "explaining.h"

#define ACTIVE "status=in_force|presumed_in_force|pending|presumed_pending"
#define GRANTED "status=in_force|presumed_in_force"
#define GRANTED_CN "valid_invention=yes"

enum { CONDITIONS_MAX = NP_COUNTED_MOST, SHOWN = 5, HELD_MAX = 200000 };

static const struct {
    const char *measure;
    const char *value;                  /* column whose values enter; NULL: they are only counted */
    const char *where[CONDITIONS_MAX];
} counted[] = {
    { "city.presumed", NULL, { GRANTED_CN, "presumed_in~CN" } },
    { "families", NULL, { 0 } },
    { "families_fractional", "owners", { 0 } },
    { "active", NULL, { ACTIVE } },
    { "active_share", NULL, { ACTIVE } },
    { "granted", NULL, { GRANTED } },
    { "pending", NULL, { "status=pending|presumed_pending" } },
    { "dead", NULL, { "status=dead" } },
    { "status_unknown", NULL, { "status=unknown" } },
    { "presumed", NULL, { ACTIVE, "presumed=yes" } },
    { "in_force", NULL, { "status=in_force" } },
    { "presumed_in_force", NULL, { "status=presumed_in_force" } },
    { "dead_lapsed", NULL, { "status=dead", "reason=lapsed" } },
    { "dead_expired", NULL, { "status=dead", "reason=expired" } },
    { "dead_revoked", NULL, { "status=dead", "reason=revoked|invalidated" } },
    { "dead_refused", NULL, { "status=dead", "reason=refused" } },
    { "dead_withdrawn", NULL, { "status=dead", "reason=withdrawn|deemed_withdrawn" } },
    { "pledged", NULL, { "pledged=yes" } },
    { "licensed", NULL, { "licensed=yes" } },
    { "preserved", NULL, { "preserved=yes" } },
    { "transferred", NULL, { "transferred=yes" } },
    { "pai", "competitive_impact", { ACTIVE, "competitive_impact!=null" } },
    { "pai_missing", NULL, { ACTIVE, "competitive_impact=null" } },
    { "pai_per_family", "competitive_impact", { ACTIVE, "competitive_impact!=null" } },
    { "mean_tr", "tech_relevance", { "tech_relevance!=null" } },
    { "mean_tr_noself", "tech_relevance_noself", { "tech_relevance_noself!=null" } },
    { "quality", "tech_relevance", { "tech_relevance!=null" } },
    { "mean_nfc", "nfc", { "nfc!=null" } },
    { "p90_hv", "hv", { "hv!=null" } },
    { "hv_families", NULL, { "hv!=null" } },
    { "top1_families", NULL, { "top1=yes" } },
    { "top1_share", NULL, { "top1=yes" } },
    { "top10_families", NULL, { "top10=yes" } },
    { "top10_share", NULL, { "top10=yes" } },
    { "core", "hv", { ACTIVE, "core=yes" } },
    { "satellites", "hv", { ACTIVE, "core!=yes" } },
    { "satellites_per_core", NULL, { ACTIVE, "core!=yes" } },
    { "overseas_granted", NULL, { "abroad=in_force" } },
    { "overseas_share_granted", NULL, { "abroad=in_force" } },
    { "overseas_share_pending", NULL, { "abroad=pending" } },
    { "product_claims", NULL, { ACTIVE, "claim_types~product" } },
    { "process_claims", NULL, { ACTIVE, "claim_types~process" } },
    { "use_claims", NULL, { ACTIVE, "claim_types~use" } },
    { "apparatus_claims", NULL, { ACTIVE, "claim_types~apparatus" } },
    { "claim_types", NULL, { ACTIVE, "claim_types!=null" } },
    { "structure", NULL, { ACTIVE, "claim_types!=null" } },
    { "remaining_0_3", "remaining_years", { ACTIVE, "remaining_years<3" } },
    { "remaining_3_7", "remaining_years", { ACTIVE, "remaining_years>=3", "remaining_years<7" } },
    { "remaining_7_12", "remaining_years", { ACTIVE, "remaining_years>=7", "remaining_years<12" } },
    { "remaining_12_more", "remaining_years", { ACTIVE, "remaining_years>=12" } },
    { "cliff_share", "remaining_years", { ACTIVE, "remaining_years<3" } },
    { "claims_known", "claims", { "claims!=null" } },
    { "citations_known", "bwd_cits", { "bwd_cits!=null" } },
    { "status_known", NULL, { "status!=unknown", "presumed=no" } },
    { "life_weighted", "remaining_years", { ACTIVE, "remaining_years!=null" } },
    { "h_index", "fwd_cits5", { "fwd_cits5>=1" } },
    { "h_index_all", "fwd_cits", { "fwd_cits>=1" } },
    { "self_citation_rate", "fwd_cits", { "fwd_cits>=1" } },
    { "copatent_share", "owners", { "owners>=2" } },
    { "univ_families", NULL, { "university=yes" } },
    { "univ_share", NULL, { "university=yes" } },
    { "science_share", "npl_cits", { "npl_cits>=1" } },
    { "mean_npl", "npl_cits", { "npl_cits!=null" } },
    { "tct", "tct", { "tct!=null" } },
    { "valid_inventions", NULL, { GRANTED_CN } },
    { "hvp_yes", NULL, { "hvp=yes" } },
    { "hvp_unknown", NULL, { "hvp=unknown" } },
    { "hvp_share", NULL, { "hvp=yes" } },
    { "hvp_per_10000", NULL, { "hvp=yes" } },
    { "h1", NULL, { "hvp_h1=yes" } },
    { "h2", NULL, { "hvp_h2=yes" } },
    { "h3", NULL, { "hvp_h3=yes" } },
    { "h4", NULL, { "hvp_h4=yes" } },
    { "h5", NULL, { "hvp_h5=yes" } },
    { "owner_unknown", NULL, { "owners=0" } },
    { "local_share", "owners", { 0 } },
    { "years_since_first_filing", "filing", { "filing!=null" } },
    { "years_since_last_filing", "filing", { "filing!=null" } },
};
enum { NCOUNTED = sizeof counted / sizeof *counted };

static const struct np_column family_columns[] = {
#define C(name, kind) { name, NP_CELL_##kind, "", "", "", "" }
    C("key", TEXT), C("enterprise_keys", TEXT), C("status", TEXT), C("presumed", FLAG),
    C("reason", TEXT), C("pledged", FLAG), C("licensed", FLAG), C("preserved", FLAG),
    C("transferred", FLAG), C("competitive_impact", REAL), C("tech_relevance", REAL),
    C("tech_relevance_noself", REAL), C("claims", INT), C("bwd_cits", INT),
    C("nfc", REAL), C("hv", REAL), C("top1", FLAG), C("top10", FLAG), C("core", FLAG),
    C("abroad", TEXT), C("claim_types", TEXT), C("remaining_years", REAL), C("fwd_cits5", INT),
    C("fwd_cits", INT), C("owners", INT), C("university", FLAG), C("npl_cits", INT),
    C("tct", REAL), C("valid_invention", FLAG), C("hvp", TEXT), C("hvp_h1", TEXT),
    C("hvp_h2", TEXT), C("hvp_h3", TEXT), C("hvp_h4", TEXT), C("hvp_h5", TEXT),
    C("filing", DATE), C("subfields", TEXT), C("local", FLAG), C("presumed_in", TEXT),
#undef C
    { 0 }
};

/* ---- the families of a set ---- */

static struct np_slice keys_of_portfolio(struct explaining *e)
{
    struct np_slice keys = NP_EMPTY;

    families_of_portfolio(e->store, e->subject, e->arena, &keys, NULL);
    return keys.n ? keys : NP_S("-");
}

void gather_counted(struct explaining *e, struct counted_set *set)
{
    static const struct { const char *kind, *option, *column; enum np_test test; } bases[] = {
        { "portfolio", "--portfolio", "key", NP_AMONG },
        { "enterprise", "--owner", "enterprise_keys", NP_LISTED },
        { "subfield", "--subfield", "subfields", NP_HAS },
        { "city", "--local", "local", NP_IS },
    };

    *set = (struct counted_set){ 0 };
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        bool city = strcmp(bases[i].kind, "city") == 0;
        struct np_condition is = { bases[i].column, bases[i].test,
                                   city ? NP_S("1")
                                   : i == 0 ? keys_of_portfolio(e) : e->subject };

        if (strcmp(bases[i].kind, e->kind) != 0)
            continue;
        set->filter = np_arena_printf(e->arena, "%s %.*s", bases[i].option,
                                      NP_ARG(city ? NP_S("yes") : quoted(e, e->subject)));
        set->families = select_rows(e, "families", "v_families", family_columns, &is, 1, "-hv key",
                                    HELD_MAX);
        return;
    }
}

void release_counted(struct counted_set *set)
{
    np_result_free(set->families);
    set->families = NULL;
}

/* ---- what one number counts ---- */

/* Some are meant otherwise of one kind of set: "city.presumed". */
static int find_counted(const char *kind, const char *measure)
{
    size_t n = strlen(kind);

    for (int i = 0; i < NCOUNTED; i++) {
        const char *name = counted[i].measure;

        if (strncmp(name, kind, n) == 0 && name[n] == '.' && strcmp(name + n + 1, measure) == 0)
            return i;
        if (strcmp(name, measure) == 0)
            return i;
    }
    return -1;
}

bool np_counted(const char *kind, const char *measure, const char *where[NP_COUNTED_MOST + 1])
{
    int which = find_counted(kind, measure);

    for (int i = 0; which >= 0 && i < CONDITIONS_MAX; i++)
        where[i] = counted[which].where[i];
    where[CONDITIONS_MAX] = NULL;
    return which >= 0;
}

static void put_value(struct np_buf *b, const struct np_result *families, size_t i,
                      const char *column)
{
    int at = np_result_column(families, column);
    const struct np_cell *cell = &families->rows.v[i][at];

    if (!cell->set)
        return;
    np_buf_puts(b, " ");
    if (families->columns[at].kind == NP_CELL_REAL)
        np_buf_printf(b, "%.3f", cell->real);
    else if (families->columns[at].kind == NP_CELL_DATE)
        np_date_put(b, (np_date)cell->i);
    else
        np_buf_printf(b, "%lld", (long long)cell->i);
}

static struct np_slice command_of(struct explaining *e, const struct counted_set *set, int which)
{
    struct np_buf b = { 0 };
    struct np_slice out;

    np_buf_printf(&b, "nanopat query families %.*s", NP_ARG(set->filter));
    for (int k = 0; k < CONDITIONS_MAX && counted[which].where[k]; k++)
        np_buf_printf(&b, " --where %.*s",
                      NP_ARG(quoted(e, np_slice_of(counted[which].where[k]))));
    out = np_arena_copy(e->arena, np_buf_slice(&b));
    np_buf_release(&b);
    return out;
}

void tell_counted(struct explaining *e, const struct counted_set *set, const char *measure,
                  struct np_cell *row)
{
    struct np_condition conditions[CONDITIONS_MAX];
    int which = find_counted(e->kind, measure), nconditions = 0;
    struct np_buf keys = { 0 };
    int64_t n = 0;

    if (which < 0)
        return;
    for (; nconditions < CONDITIONS_MAX && counted[which].where[nconditions]; nconditions++)
        if (np_condition_read(np_slice_of(counted[which].where[nconditions]), e->arena,
                              &conditions[nconditions], NULL) != NP_OK)
            np_panic("'%s' is no condition", counted[which].where[nconditions]);
    for (size_t i = 0; set->families && i < set->families->rows.n; i++) {
        bool holds = true;

        for (int k = 0; k < nconditions; k++)
            holds = holds && row_meets(set->families, set->families->rows.v[i],
                                             &conditions[k]);
        if (!holds || n++ >= SHOWN)
            continue;
        np_buf_printf(&keys, "%s%.*s", keys.n ? "; " : "",
                      NP_ARG(set->families->rows.v[i][0].text));
        if (counted[which].value)
            put_value(&keys, set->families, i, counted[which].value);
    }
    set_text(e, row, X_FAMILIES, np_buf_slice(&keys));
    np_cell_int(&row[X_FAMILIES_N], n);
    set_text(e, row, X_COMMAND, command_of(e, set, which));
    np_buf_release(&keys);
}
