/* cn_citation.c -- handlers of the CNIPA dialects: cited patents and other documents. */
#include "cn.h"

static struct cn_document *document_of(struct np_walk *walk) { return np_walk_state(walk); }

void cn_references_open(struct np_walk *walk)
{
    struct cn_document *doc = document_of(walk);

    doc->cites = true;
    doc->phase = doc->per = NP_EMPTY;
    doc->category.n = 0;
}

void cn_citation_open(struct np_walk *walk)
{
    struct cn_document *doc = document_of(walk);

    doc->phase = np_walk_attribute(walk, "srepPhase");
    if (!doc->phase.n)
        doc->phase = np_walk_attribute(walk, "srep-phase");
    doc->per = np_walk_attribute(walk, "per");
    doc->category.n = 0;
    doc->first_citation = doc->citations.n;
    doc->first_npl = doc->npl.n;
    cn_category(walk, np_walk_attribute(walk, "category"));
}

/* formats/record.md, "citations.by/phase"; without a phase, who cited (XSD: A, E, O). */
static void origin(const struct cn_document *doc, enum np_by *by, enum np_phase *phase)
{
    static const struct {
        const char *code;
        enum np_by by;
        enum np_phase phase;
    } known[] = {
        { "SEA", NP_BY_EXAMINER, NP_PHASE_SEARCH },
        { "ISR", NP_BY_EXAMINER, NP_PHASE_INTERNATIONAL_SEARCH },
        { "EXA", NP_BY_EXAMINER, NP_PHASE_EXAMINATION },
        { "APP", NP_BY_APPLICANT, NP_PHASE_FILING },
        { "OPP", NP_BY_OPPONENT, NP_PHASE_OPPOSITION },
        { "FOP", NP_BY_OPPONENT, NP_PHASE_OPPOSITION },
        { "TPO", NP_BY_THIRD_PARTY, NP_PHASE_UNKNOWN },
        { "115", NP_BY_THIRD_PARTY, NP_PHASE_UNKNOWN },
        { "E", NP_BY_EXAMINER, NP_PHASE_UNKNOWN },
        { "A", NP_BY_APPLICANT, NP_PHASE_UNKNOWN },
        { "O", NP_BY_OPPONENT, NP_PHASE_UNKNOWN },
    };
    struct np_slice code = doc->phase.n ? doc->phase : doc->per;

    *by = NP_BY_UNKNOWN;
    *phase = NP_PHASE_UNKNOWN;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (np_slice_is(code, known[i].code)) {
            *by = known[i].by;
            *phase = known[i].phase;
        }
}

static bool is_cited(const struct cn_document *doc, const struct np_citation *wanted)
{
    for (size_t i = 0; i < doc->citations.n; i++) {
        const struct np_citation *c = &doc->citations.v[i];

        if (c->by == wanted->by && np_slice_eq(c->doc.number, wanted->doc.number) &&
            np_slice_eq(c->doc.office, wanted->doc.office) &&
            np_slice_eq(c->doc.kind, wanted->doc.kind))
            return true;
    }
    return false;
}

static void add_citation(struct np_walk *walk, struct np_docref ref)
{
    struct cn_document *doc = document_of(walk);
    struct np_citation c = { .doc = ref };

    origin(doc, &c.by, &c.phase);
    if (!cn_too_many(walk, doc->citations.n) && !is_cited(doc, &c))
        *np_list_add(np_walk_arena(walk), &doc->citations) = c;
}

static void add_npl(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);
    enum np_phase phase;
    struct np_npl *npl;

    if (!text.n || cn_too_many(walk, doc->npl.n))
        return;
    npl = np_list_add(np_walk_arena(walk), &doc->npl);
    npl->text = text;
    origin(doc, &npl->by, &phase);
}

/* ---- identified ---- */

void cn_cited_open(struct np_walk *walk) { document_of(walk)->cited = (struct cn_pair){ 0 }; }

void cn_cited_id(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);
    struct np_docref *form = &doc->cited.form[cn_format_of(walk)];

    (void)text;
    if (!form->number.n)
        *form = doc->id;
}

/* A cited patent; what is cited without an identification is taken from its words. */
void cn_cited(struct np_walk *walk, struct np_slice text)
{
    struct np_arena *arena = np_walk_arena(walk);
    struct np_docref ref = cn_best(&document_of(walk)->cited);

    if (ref.number.n && ref.office.n)
        ref.number = np_publication_number(arena, ref.office, ref.number);
    if (ref.number.n && ref.office.n)
        add_citation(walk, ref);
    else
        cn_cited_text(walk, text);
}

/* ---- in words ---- */

static bool is_number_text(struct np_slice s)
{
    int digits = 0;

    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];

        if (c >= '0' && c <= '9')
            digits++;
        else if (!((c >= 'A' && c <= 'Z') || c == ' ' || c == '/' || c == '.' || c == '-'))
            return false;
    }
    return digits >= 4 && s.n <= 32;
}

/* Up to the first comma; `rest` is what follows it. */
static struct np_slice cut_at_comma(struct np_slice s, struct np_slice *rest)
{
    size_t at = np_slice_find(s, NP_S(","));

    *rest = at < s.n ? np_slice_trim(np_slice_sub(s, at + 1, s.n)) : NP_EMPTY;
    return np_slice_trim(np_slice_sub(s, 0, at));
}

/* `CN 1719946 A,2006.01.11,全文` as the front page prints it; false for other words. */
static bool add_printed(struct np_walk *walk, struct np_slice printed)
{
    struct np_arena *arena = np_walk_arena(walk);
    struct np_slice rest, tail, head = cut_at_comma(printed, &rest);
    struct np_docref ref = { 0 };

    if (!is_number_text(head) || !np_publication_split(arena, head, &ref))
        return false;
    ref.date = np_date_parse(cut_at_comma(rest, &tail));
    add_citation(walk, ref);
    return true;
}

/* Literature, or one printed publication, or several with semicolons between them. */
void cn_cited_text(struct np_walk *walk, struct np_slice text)
{
    struct np_slice rest = np_narrow(np_walk_arena(walk), text), one;
    bool printed = false;

    for (bool first = true; rest.n; first = false) {
        size_t at = np_slice_find(rest, NP_S(";"));

        one = np_slice_trim(np_slice_sub(rest, 0, at));
        rest = at < rest.n ? np_slice_trim(np_slice_sub(rest, at + 1, rest.n)) : NP_EMPTY;
        if (add_printed(walk, one))
            printed |= first;
        else if (printed)
            add_npl(walk, one);
        else
            break;
    }
    if (!printed)
        add_npl(walk, text);
}

void cn_npl(struct np_walk *walk, struct np_slice text) { add_npl(walk, text); }

/* ---- category, said behind the documents it is about ---- */

static bool has_letter(const struct cn_document *doc, struct np_slice letter)
{
    for (size_t i = 0; i < doc->category.n; i++)
        if (np_slice_eq(doc->category.v[i], letter))
            return true;
    return false;
}

void cn_category(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);

    text = np_narrow(np_walk_arena(walk), text);
    for (size_t i = 0; i < text.n; i++) {
        struct np_slice letter = np_slice_sub(text, i, 1);

        if (((letter.p[0] >= 'A' && letter.p[0] <= 'Z') || letter.p[0] == '&') &&
            !has_letter(doc, letter))
            *np_list_add(np_walk_arena(walk), &doc->category) = letter;
    }
}

void cn_citation(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);
    struct np_arena *arena = np_walk_arena(walk);

    (void)text;
    for (size_t k = 0; k < doc->category.n; k++) {
        for (size_t i = doc->first_citation; i < doc->citations.n; i++)
            *np_list_add(arena, &doc->citations.v[i].category) = doc->category.v[k];
        for (size_t i = doc->first_npl; i < doc->npl.n; i++)
            *np_list_add(arena, &doc->npl.v[i].category) = doc->category.v[k];
    }
    doc->phase = doc->per = NP_EMPTY;
    doc->category.n = 0;
}
