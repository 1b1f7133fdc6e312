/* cn_document.c -- handlers of the CNIPA dialects: identifications, relations, parties. */
#include "cn.h"

#include <stddef.h>

/* A list longer than this is no patent document's. */
enum { MOST = 10000 };

static struct cn_document *document_of(struct np_walk *walk) { return np_walk_state(walk); }

enum cn_format cn_format_of(struct np_walk *walk)
{
    struct np_slice format = np_walk_attribute(walk, "dataFormat");

    if (!format.n)
        format = np_walk_attribute(walk, "format"); /* IPPH, but for identifications */
    if (!format.n || np_slice_is(format, "original"))
        return CN_ORIGINAL;
    return np_slice_is(format, "standard") ? CN_STANDARD : CN_OTHER;
}

bool cn_too_many(struct np_walk *walk, size_t n)
{
    if (n >= MOST)
        np_walk_give_up(walk, NP_SKIP, "more than %d entries in a list", MOST);
    return n >= MOST;
}

/* ---- identifications ---- */

/* Part by part: what the better form leaves out, the next one may say. */
struct np_docref cn_best(const struct cn_pair *pair)
{
    struct np_docref best = pair->form[0];

    for (int i = 1; i < CN_FORMATS; i++) {
        const struct np_docref *next = &pair->form[i];

        if (!best.office.n)
            best.office = next->office;
        if (!best.number.n)
            best.number = next->number;
        if (!best.kind.n)
            best.kind = next->kind;
        if (!best.date)
            best.date = next->date;
    }
    return best;
}

void cn_id_open(struct np_walk *walk) { document_of(walk)->id = (struct np_docref){ 0 }; }

/* WIPOST3Code, DocNumber, Kind, Date and their names in the other dialects. The first wins:
 * an element may hold several identifications.                                           */
void cn_id_part(struct np_walk *walk, struct np_slice text)
{
    struct np_docref *id = &document_of(walk)->id;
    struct np_slice name = np_walk_element(walk), value = cn_value(text);
    struct np_slice *into = NULL;

    if (np_slice_is(name, "Date") || np_slice_is(name, "date")) {
        if (!id->date)
            id->date = np_date_parse(np_narrow(np_walk_arena(walk), value));
        return;
    }
    if (np_slice_is(name, "WIPOST3Code") || np_slice_is(name, "country") ||
        np_slice_is(name, "Country"))
        into = &id->office;
    else if (np_slice_is(name, "Kind") || np_slice_is(name, "kind"))
        into = &id->kind;
    else
        into = &id->number;
    if (!into->n)
        *into = np_narrow(np_walk_arena(walk), value);
}

/* Into the pair, unless that form was there before. */
static void take_id(struct np_walk *walk, struct cn_pair *pair)
{
    struct np_docref *form = &pair->form[cn_format_of(walk)];

    if (!form->number.n)
        *form = document_of(walk)->id;
}

void cn_publication(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    take_id(walk, &document_of(walk)->publication);
}

void cn_application(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);
    struct np_slice type = np_walk_attribute(walk, "applType");

    (void)text;
    if (!type.n)
        type = np_walk_attribute(walk, "appl-type");
    if (!doc->application_type.n)
        doc->application_type = np_narrow(np_walk_arena(walk), cn_value(type));
    take_id(walk, &doc->application);
}

/* The pair of this claim: of the same sequence, or, where it is not given, the next one that
 * has no such form yet.                                                                    */
static struct cn_pair *priority_pair(struct np_walk *walk)
{
    struct cn_document *doc = document_of(walk);
    struct np_slice sequence = np_walk_attribute(walk, "sequence");
    enum cn_format format = cn_format_of(walk);
    struct cn_priority *added;

    for (size_t i = 0; i < doc->priorities.n; i++) {
        struct cn_priority *p = &doc->priorities.v[i];

        if (np_slice_eq(p->sequence, sequence) && !p->pair.form[format].number.n)
            return &p->pair;
    }
    if (cn_too_many(walk, doc->priorities.n))
        return NULL;
    added = np_list_add(np_walk_arena(walk), &doc->priorities);
    added->sequence = sequence;
    return &added->pair;
}

void cn_priority_claim(struct np_walk *walk, struct np_slice text)
{
    struct cn_pair *pair;

    (void)text;
    if (document_of(walk)->id.number.n && (pair = priority_pair(walk)))
        take_id(walk, pair);
}

void cn_pct_application(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);

    (void)text;
    if (!np_pct_number(np_walk_arena(walk), doc->pct_application.number).n)
        doc->pct_application = doc->id;
}

void cn_pct_publication(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);

    (void)text;
    if (!doc->pct_publication.number.n)
        doc->pct_publication = doc->id;
}

/* PCTApplicationNumber and PCTPublicationNumber, the XSD's other way to say the same. */
void cn_pct_number(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);
    bool published = np_slice_is(np_walk_element(walk), "PCTPublicationNumber");
    struct np_docref *pct = published ? &doc->pct_publication : &doc->pct_application;

    if (!pct->number.n)
        pct->number = np_narrow(np_walk_arena(walk), cn_value(text));
}

/* ---- relations ---- */

void cn_relation_open(struct np_walk *walk)
{
    document_of(walk)->relative = (struct np_docref){ 0 };
}

/* ParentDocument, else ChildDocument: a division has its parent there and an empty child, a
 * domestic priority of cn-patent-document has the earlier application as child.            */
void cn_relative(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);

    (void)text;
    if (!doc->relative.number.n)
        doc->relative = doc->id;
}

static const struct {
    const char *element, *relation;
} relations[] = {
    { "Division", "division" },
    { "division", "division" },
    { "Addition", "addition" },
    { "Continuation", "continuation" },
    { "ContinuationInPart", "continuation_in_part" },
    { "ContinuingReissue", "reissue" },
    { "ReissuedDoc", "reissue" },
    { "ReexaminationDoc", "reexamination" },
    { "SubstitutedApplication", "substitution" },
    { "substitution", "substitution" },
};

void cn_relation(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);
    struct np_slice element = np_walk_element(walk);

    (void)text;
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
        struct np_parent *parent;

        if (!np_slice_is(element, relations[i].element) || !doc->relative.number.n ||
            cn_too_many(walk, doc->parents.n))
            continue;
        parent = np_list_add(np_walk_arena(walk), &doc->parents);
        parent->relation = np_slice_of(relations[i].relation);
        parent->doc = doc->relative;
        return;
    }
}

/* INID 66: the earlier Chinese application is deemed withdrawn, so the document stands in its
 * place (`substitution`); its date is claimed like any other priority.                      */
void cn_domestic_priority(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);

    cn_relation(walk, text);
    if (doc->relative.number.n && !cn_too_many(walk, doc->domestic.n))
        *np_list_add(np_walk_arena(walk), &doc->domestic) = doc->relative;
}

/* ---- parties ---- */

void cn_person_open(struct np_walk *walk)
{
    document_of(walk)->person = (struct cn_person){ 0 };
}

/* A second address book repeats the party in another language; the Chinese one stays. */
void cn_book_open(struct np_walk *walk)
{
    struct cn_person *person = &document_of(walk)->person;
    struct np_slice lang = cn_lang(np_walk_arena(walk), np_walk_attribute(walk, "lang"));
    bool named = person->name.n || person->organization.n || person->last.n;

    if (named && np_slice_is(lang, "zh") && !np_slice_is(person->lang, "zh")) {
        *person = (struct cn_person){ 0 };
        named = false;
    }
    person->full = named;
    if (!named)
        person->lang = lang;
}

static const struct {
    const char *element; /* the last of the path */
    size_t at;
} person_parts[] = {
    { "Name", offsetof(struct cn_person, name) },
    { "name", offsetof(struct cn_person, name) },
    { "OrganizationName", offsetof(struct cn_person, organization) },
    { "orgname", offsetof(struct cn_person, organization) },
    { "LastName", offsetof(struct cn_person, last) },
    { "last-name", offsetof(struct cn_person, last) },
    { "FirstName", offsetof(struct cn_person, first) },
    { "first-name", offsetof(struct cn_person, first) },
    { "MiddleName", offsetof(struct cn_person, middle) },
    { "middle-name", offsetof(struct cn_person, middle) },
    { "Suffix", offsetof(struct cn_person, suffix) },
    { "suffix", offsetof(struct cn_person, suffix) },
    { "WIPOST3Code", offsetof(struct cn_person, country) },
    { "country", offsetof(struct cn_person, country) },
    { "Country", offsetof(struct cn_person, country) },
    { "Province", offsetof(struct cn_person, region) },
    { "State", offsetof(struct cn_person, region) },
    { "state", offsetof(struct cn_person, region) },
    { "City", offsetof(struct cn_person, city) },
    { "city", offsetof(struct cn_person, city) },
    { "Text", offsetof(struct cn_person, address) },
    { "text", offsetof(struct cn_person, address) },
    { "AddressLine", offsetof(struct cn_person, line) },
    { "address-1", offsetof(struct cn_person, line) },
    { "Street", offsetof(struct cn_person, street) },
    { "street", offsetof(struct cn_person, street) },
    { "PostCode", offsetof(struct cn_person, postcode) },
    { "postcode", offsetof(struct cn_person, postcode) },
};

void cn_person_part(struct np_walk *walk, struct np_slice text)
{
    struct cn_person *person = &document_of(walk)->person;
    struct np_slice element = np_walk_element(walk), value = cn_value(text);

    if (person->full || !value.n)
        return;
    for (size_t i = 0; i < sizeof person_parts / sizeof *person_parts; i++) {
        struct np_slice *into;

        if (!np_slice_is(element, person_parts[i].element))
            continue;
        into = (struct np_slice *)(void *)((char *)person + person_parts[i].at);
        if (!into->n)
            *into = value;
        return;
    }
}

static void add_person(struct np_walk *walk, struct cn_people *people)
{
    const struct cn_person *person = &document_of(walk)->person;
    enum cn_format format = cn_format_of(walk);

    if ((person->name.n || person->organization.n || person->last.n) &&
        !cn_too_many(walk, people->form[format].n))
        *np_list_add(np_walk_arena(walk), &people->form[format]) = *person;
}

void cn_applicant(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    add_person(walk, &document_of(walk)->applicants);
}

void cn_assignee(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    add_person(walk, &document_of(walk)->assignees);
}

void cn_inventor(struct np_walk *walk, struct np_slice text)
{
    (void)text;
    add_person(walk, &document_of(walk)->inventors);
}
