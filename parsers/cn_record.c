/* cn_record.c -- from what a CNIPA document says to the record (formats/record.md). */
#include "cn.h"

#include <nanopat/spelling.h>

/* ---- choosing between formats ---- */

/* The preferred list; a country that stands only in another one of equal length is joined by
 * position.                                                                               */
static int best_list(struct cn_people *people)
{
    int best = 0;

    while (best < CN_FORMATS - 1 && !people->form[best].n)
        best++;
    for (int f = best + 1; f < CN_FORMATS; f++)
        for (size_t i = 0; people->form[f].n == people->form[best].n && i < people->form[f].n; i++)
            if (!people->form[best].v[i].country.n)
                people->form[best].v[i].country = people->form[f].v[i].country;
    return best;
}

static const struct cn_text *best_text(const struct cn_text *v, size_t n, struct np_slice lang)
{
    const struct cn_text *best = NULL;

    for (size_t i = 0; i < n; i++)
        if (np_slice_eq(v[i].lang, lang) && (!best || v[i].format < best->format))
            best = &v[i];
    return best;
}

/* ---- parties ---- */

/* `Last, First Middle, Suffix` where the name is given in parts. */
static struct np_slice name_of(struct np_arena *arena, const struct cn_person *p)
{
    if (p->name.n)
        return p->name;
    if (p->organization.n)
        return p->organization;
    return np_arena_printf(arena, "%.*s%s%.*s%s%.*s%s%.*s", NP_ARG(p->last),
                           p->first.n ? ", " : "", NP_ARG(p->first), p->middle.n ? " " : "",
                           NP_ARG(p->middle), p->suffix.n ? ", " : "", NP_ARG(p->suffix));
}

static struct np_party party_of(struct np_arena *arena, const struct cn_person *p)
{
    struct np_party party = { .name = name_of(arena, p), .country = p->country,
                              .region = p->region, .city = p->city };
    struct np_slice code = NP_EMPTY;

    party.address = p->address.n ? p->address : p->line.n ? p->line : p->street;
    if (!p->country.n || np_slice_is(p->country, "CN"))
        code = cn_take_postcode(&party.address);
    party.postcode = np_narrow(arena, p->postcode.n ? p->postcode : code);
    return party;
}

static void put_inventors(struct np_arena *arena, struct cn_document *doc, struct np_record *r)
{
    int best = best_list(&doc->inventors);

    for (size_t i = 0; i < doc->inventors.form[best].n; i++) {
        struct np_inventor *inventor = np_list_add(arena, &r->inventors);

        inventor->name = name_of(arena, &doc->inventors.form[best].v[i]);
        inventor->country = doc->inventors.form[best].v[i].country;
    }
}

static bool is_inventor(const struct np_record *r, struct np_slice name)
{
    for (size_t i = 0; i < r->inventors.n; i++)
        if (np_slice_eq(r->inventors.v[i].name, name))
            return true;
    return false;
}

static struct np_party *named(struct np_record *r, struct np_slice name)
{
    for (size_t i = 0; i < r->applicants.n; i++)
        if (np_slice_eq(r->applicants.v[i].name, name))
            return &r->applicants.v[i];
    return NULL;
}

/* One entry for each legal person; what comes later takes the place of the same name. */
static void put_parties(struct np_arena *arena, struct cn_people *people, enum np_role role,
                        struct np_record *r)
{
    int best = best_list(people);

    for (size_t i = 0; i < people->form[best].n; i++) {
        struct np_party party = party_of(arena, &people->form[best].v[i]);
        struct np_party *there = named(r, party.name);

        party.role = role;
        if (role == NP_ROLE_APPLICANT && is_inventor(r, party.name))
            party.role = NP_ROLE_APPLICANT_INVENTOR;
        if (!there)
            *np_list_add(arena, &r->applicants) = party;
        else if (role != NP_ROLE_APPLICANT)
            *there = party;
    }
}

/* Patentees replace the applicants of a grant; an owner named on an application joins them. */
static void put_owners(struct np_arena *arena, struct cn_document *doc, struct np_record *r)
{
    bool owned = doc->assignees.form[best_list(&doc->assignees)].n > 0;
    bool granted = r->stage != NP_APPLICATION && !np_slice_starts(r->kind, "A");

    if (!owned || !granted)
        put_parties(arena, &doc->applicants, NP_ROLE_APPLICANT, r);
    if (owned)
        put_parties(arena, &doc->assignees, granted ? NP_ROLE_PROPRIETOR : NP_ROLE_ASSIGNEE, r);
}

/* ---- numbers ---- */

static struct np_docref application_ref(struct np_arena *arena, struct np_docref printed)
{
    if (!printed.office.n && printed.number.n)
        printed.office = NP_S("CN");
    printed.number = cn_application_number(arena, printed.office, printed.number);
    printed.kind = NP_EMPTY;
    return printed;
}

static bool same_document(struct np_docref a, struct np_docref b)
{
    return np_slice_eq(a.office, b.office) && np_slice_eq(a.number, b.number);
}

/* Where one claim is there as printed, all are: a standard form without its fellow (the two
 * formats may be counted through) would be the same claim a second time.                   */
static bool any_printed(const struct cn_document *doc)
{
    for (size_t i = 0; i < doc->priorities.n; i++)
        if (doc->priorities.v[i].pair.form[CN_ORIGINAL].number.n)
            return true;
    return false;
}

/* Priorities stay as printed, check digit and all (formats/record.md, settled details); what is
 * there in the standard form alone is turned back into an application number.               */
static void put_priority(struct np_arena *arena, struct np_docref printed, bool original,
                         struct np_record *r)
{
    struct np_docref ref = application_ref(arena, printed);
    bool known = !ref.number.n || same_document(ref, r->application);

    if (original && ref.number.n)
        ref.number =
            np_priority_number(arena, ref.office, np_narrow(arena, cn_value(printed.number)));
    for (size_t k = 0; k < r->priorities.n && !known; k++)
        known = same_document(ref, r->priorities.v[k]);
    if (!known)
        *np_list_add(arena, &r->priorities) = ref;
}

static void put_priorities(struct np_arena *arena, const struct cn_document *doc,
                           struct np_record *r)
{
    bool printed = any_printed(doc);

    for (size_t i = 0; i < doc->priorities.n; i++) {
        const struct cn_pair *pair = &doc->priorities.v[i].pair;

        if (!printed || pair->form[CN_ORIGINAL].number.n)
            put_priority(arena, cn_best(pair), pair->form[CN_ORIGINAL].number.n > 0, r);
    }
    for (size_t i = 0; i < doc->domestic.n; i++)
        put_priority(arena, doc->domestic.v[i], true, r);
}

static void put_parents(struct np_arena *arena, const struct cn_document *doc, struct np_record *r)
{
    for (size_t i = 0; i < doc->parents.n; i++) {
        struct np_docref ref = application_ref(arena, doc->parents.v[i].doc);
        struct np_slice relation = doc->parents.v[i].relation;
        bool known = !ref.number.n || same_document(ref, r->application);

        for (size_t k = 0; k < r->parents.n && !known; k++)
            known = same_document(ref, r->parents.v[k].doc) &&
                    np_slice_eq(relation, r->parents.v[k].relation);
        if (!known)
            *np_list_add(arena, &r->parents) = (struct np_parent){ relation, ref };
    }
}

/* `PCT/US2021/019468` and `2021/173713`, also with WO before it. */
static void put_pct(struct np_arena *arena, const struct cn_document *doc, struct np_record *r)
{
    struct np_slice wo = NP_S("WO"), number;

    r->pct_application = np_pct_number(arena, doc->pct_application.number);
    if (!doc->pct_publication.number.n)
        return;
    number = np_publication_number(arena, wo, doc->pct_publication.number);
    if (number.n)
        r->pct_publication = np_publication_id(arena, wo, number, NP_EMPTY);
}

/* The publication's identification; what it leaves out, the root's attributes say. */
static struct np_docref publication_ref(struct np_walk *walk, const struct cn_document *doc,
                                        const struct cn_root *root)
{
    struct np_arena *arena = np_walk_arena(walk);
    struct np_docref ref = cn_best(&doc->publication);

    if (!ref.office.n)
        ref.office = np_narrow(arena, cn_value(np_walk_root_attribute(walk, root->country)));
    if (!ref.office.n)
        ref.office = NP_S("CN");
    if (!ref.number.n)
        ref.number = np_narrow(arena, cn_value(np_walk_root_attribute(walk, root->number)));
    if (!ref.kind.n)
        ref.kind = np_narrow(arena, cn_value(np_walk_root_attribute(walk, root->kind)));
    if (!ref.date)
        ref.date = np_date_parse(cn_value(np_walk_root_attribute(walk, root->date)));
    if (!ref.date)
        ref.date = np_date_parse(cn_value(np_walk_root_attribute(walk, root->other_date)));
    if (ref.number.n)
        ref.number = np_publication_number(arena, ref.office, ref.number);
    return ref;
}

/* ---- content ---- */

static void put_symbols(struct np_arena *arena, const struct cn_document *doc, struct np_record *r)
{
    int old = 0;

    while (old < CN_FORMATS - 1 && !doc->old_ipc[old].n)
        old++;
    r->ipc = doc->ipcr;
    for (size_t i = 0; i < doc->old_ipc[old].n; i++)
        np_symbols_add(arena, &r->ipc, doc->old_ipc[old].v[i]);
    r->locarno = doc->locarno;
}

#define PUT_TEXTS(arena, from, to)                                                         \
    for (size_t i = 0; i < (from)->n; i++)                                                 \
        if (best_text((from)->v, (from)->n, (from)->v[i].lang) == &(from)->v[i])            \
    *np_list_add((arena), (to)) = (struct np_text){ (from)->v[i].lang, (from)->v[i].text }

static bool better_claims(const struct cn_document *doc, size_t at)
{
    const struct cn_claims *mine = &doc->claims.v[at];

    for (size_t i = 0; i < doc->claims.n; i++) {
        const struct cn_claims *other = &doc->claims.v[i];

        if (i != at && other->claims.claims.n &&
            np_slice_eq(other->claims.lang, mine->claims.lang) &&
            (other->format < mine->format || (other->format == mine->format && i < at)))
            return true;
    }
    return false;
}

static int stated_claims(const struct cn_document *doc)
{
    int n = 0;

    for (size_t i = 0; i < doc->claims_stated.n && i < 5; i++) {
        char c = doc->claims_stated.p[i];

        if (c < '0' || c > '9')
            break;
        n = n * 10 + (c - '0');
    }
    return n;
}

static void put_claims(struct np_walk *walk, const struct cn_document *doc, struct np_record *r)
{
    int stated = stated_claims(doc);

    for (size_t i = 0; i < doc->claims.n; i++) {
        const struct np_claims *claims = &doc->claims.v[i].claims;

        if (!claims->claims.n || better_claims(doc, i))
            continue;
        *np_list_add(np_walk_arena(walk), &r->claims) = *claims;
        np_walk_note_claims(walk, claims, stated);
        if (np_slice_eq(claims->lang, r->lang))
            r->claim_count = (int)claims->claims.n;
    }
    if (!r->claims.n)
        r->claim_count = stated;
}

/* A file without claims (BIA, images) does not speak of them: the full text of the same
 * publication completes it (formats/cnipa.md, 7.8).                                     */
static int parts_of(const struct cn_document *doc, const struct np_record *r)
{
    int parts = NP_PART_BIBLIO;

    if (r->title.n || r->abstract.n)
        parts |= NP_PART_TEXT;
    if (r->claims.n)
        parts |= NP_PART_CLAIMS;
    if (doc->cites)
        parts |= NP_PART_CITATIONS;
    return parts;
}

static void put_content(struct np_walk *walk, struct cn_document *doc, struct np_record *r)
{
    struct np_arena *arena = np_walk_arena(walk);

    PUT_TEXTS(arena, &doc->title, &r->title);
    PUT_TEXTS(arena, &doc->abstract, &r->abstract);
    put_claims(walk, doc, r);
    put_symbols(arena, doc, r);
    for (size_t i = 0; i < doc->citations.n; i++)
        *np_list_add(arena, &r->citations) = doc->citations.v[i];
    for (size_t i = 0; i < doc->npl.n; i++)
        *np_list_add(arena, &r->npl) = doc->npl.v[i];
    r->parts = parts_of(doc, r);
}

/* The check digit is not kept in the record: a wrong one is told here or never. */
void cn_check_application(struct np_walk *walk, struct np_slice printed)
{
    struct np_spelling spelling;

    if (np_spelling_read(np_walk_arena(walk), printed, &spelling) && spelling.check &&
        spelling.check != spelling.check_right)
        np_walk_note(walk, "NP-NOT-001", "application number '%.*s': check digit %c, computed %c",
                     NP_ARG(np_slice_sub(printed, 0, 40)), spelling.check, spelling.check_right);
}

static void put_identity(struct np_walk *walk, const struct cn_document *doc,
                         const struct cn_root *root, struct np_record *r)
{
    struct np_arena *arena = np_walk_arena(walk);
    struct np_docref id = publication_ref(walk, doc, root);

    r->office = id.office;
    r->number = id.number;
    r->kind = id.kind;
    r->date = r->stated = id.date;
    r->lang = cn_lang(arena, np_walk_root_attribute(walk, root->lang));
    r->action = cn_action(np_walk_root_attribute(walk, root->status), &r->sequence);
    r->application = application_ref(arena, cn_best(&doc->application));
    if (np_slice_is(r->application.office, "CN"))
        cn_check_application(walk, cn_best(&doc->application).number);
    r->type = cn_type(doc->application_type, r->application.number, id.number, id.kind);
    r->stage = cn_stage(id.kind, id.date);
}

enum np_status cn_read(struct np_walk *walk, const struct np_path *paths,
                       const struct cn_root *root, struct np_record *record, struct np_err *err)
{
    struct np_arena *arena = np_walk_arena(walk);
    struct cn_document doc = { .application_type = NP_EMPTY };
    enum np_status status = np_walk_run(walk, paths, &doc, err);

    if (status != NP_OK)
        goto out;
    put_identity(walk, &doc, root, record);
    put_pct(arena, &doc, record);
    put_priorities(arena, &doc, record);
    put_parents(arena, &doc, record);
    put_inventors(arena, &doc, record);
    put_owners(arena, &doc, record);
    put_content(walk, &doc, record);
out:
    np_buf_release(&doc.text);
    np_buf_release(&doc.squeezed);
    return status;
}
