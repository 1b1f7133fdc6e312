/* us_writer.c -- a US grant as the weekly file has it: own prolog, us-patent-grant v4.2 to v4.7
 * by its date, ASCII with numeric references, processing instructions, claims at the end.    */
#include "us.h"

#include <stdlib.h>


static const struct {
    int from;
    const char *version, *date;
} versions[] = { { 20220201, "47", "2022-02-17" }, { 20210401, "46", "2021-02-18" },
                 { 20150101, "45", "2014-04-03" }, { 20130514, "44", "2013-05-16" },
                 { 20130101, "43", "2012-12-04" }, { 0, "42", "2006-08-23" } };

/* Pieces up to NULL; quicker than printf where citations are many. */
static void put_all(struct us *us, const char *const *pieces)
{
    for (; *pieces; pieces++)
        us_put(us, *pieces);
}

static void put_escaped(struct us *us, const char *s)
{
    put_text(us->out, s, strlen(s), MARKUP_US);
}

static void put_id(struct us *us, const char *country, const char *number, const char *kind,
                   int date)
{
    np_buf_printf(us->out, "<document-id>\n<country>%s</country>\n<doc-number>%s</doc-number>\n",
                  country, number);
    if (kind)
        np_buf_printf(us->out, "<kind>%s</kind>\n", kind);
    if (date)
        np_buf_printf(us->out, "<date>%08d</date>\n", date);
    us_put(us, "</document-id>\n");
}

static void prolog(struct us *us)
{
    const char *date = "";
    int published = day_number(us->m->published);

    for (size_t i = 0; i < sizeof versions / sizeof versions[0]; i++)
        if (published >= versions[i].from) {
            us->version = versions[i].version;
            date = versions[i].date;
            break;
        }
    us->parties_of_2013 = strcmp(us->version, "42") != 0;
    np_buf_printf(us->out,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE us-patent-grant SYSTEM "
                  "\"us-patent-grant-v%s-%s.dtd\" [ ]>\n",
                  us->version, date);
    np_buf_printf(us->out,
                  "<us-patent-grant lang=\"EN\" dtd-version=\"v%c.%c %s\" file=\"US%08d-%d.XML\" "
                  "status=\"PRODUCTION\" id=\"us-patent-grant\" country=\"US\" "
                  "date-produced=\"%d\" date-publ=\"%d\">\n",
                  us->version[0], us->version[1], date, atoi(us->m->number), published,
                  day_number(us->m->published - 15), published);
}

static void references(struct us *us)
{
    char number[32];

    us_put(us, "<us-bibliographic-data-grant>\n<publication-reference>\n");
    snprintf(number, sizeof number, "%08d", atoi(us->m->number));
    put_id(us, "US", number, us->m->kind, day_number(us->m->published));
    us_put(us, "</publication-reference>\n<application-reference appl-type=\"utility\">\n");
    put_id(us, "US", us->m->application + 4, NULL, day_number(us->m->filed));
    np_buf_printf(
        us->out,
        "</application-reference>\n<us-application-series-code>%.2s</us-application-series-code>\n",
        us->m->application + 4);
    if (us->f->seed % 3 == 0)
        np_buf_printf(
            us->out,
            "<us-term-of-grant>\n<us-term-extension>%u</us-term-extension>\n</us-term-of-grant>\n",
            (unsigned)(us->f->seed >> 20) % 700);
    if (us->f->first == OFFICE_US)
        return;
    np_buf_printf(us->out,
                  "<priority-claims>\n<priority-claim sequence=\"01\" "
                  "kind=\"national\">\n<country>%s</country>\n<doc-number>%s</"
                  "doc-number>\n<date>%d</date>\n</priority-claim>\n</priority-claims>\n",
                  office_code(us->f->first), us->f->priority_print,
                  day_number(us->f->priority_day));
}

/* "H01G 4/1227" apart. */
static void put_symbol(struct us *us, const char *symbol)
{
    const char *slash = strchr(symbol, '/');

    np_buf_printf(us->out,
                  "<section>%c</section>\n<class>%.2s</class>\n<subclass>%c</"
                  "subclass>\n<main-group>%.*s</main-group>\n<subgroup>%s</subgroup>\n",
                  symbol[0], symbol + 1, symbol[3], (int)(slash - symbol - 5), symbol + 5,
                  slash + 1);
}

static void classification(struct us *us, const char *element, const char *indicator,
                           const char *symbol, bool first, bool cpc)
{
    int date = day_number(us->m->published);

    np_buf_printf(us->out, "<%s>\n<%s><date>%s</date></%s>\n", element, indicator,
                  cpc ? "20130101" : "20060101", indicator);
    if (!cpc)
        us_put(us, "<classification-level>A</classification-level>\n");
    put_symbol(us, symbol);
    np_buf_printf(
        us->out,
        "<symbol-position>%c</symbol-position>\n<classification-value>%c</"
        "classification-value>\n<action-date><date>%d</date></"
        "action-date>\n<generating-office><country>US</country></"
        "generating-office>\n<classification-status>B</"
        "classification-status>\n<classification-data-source>H</classification-data-source>\n",
        first ? 'F' : 'L', first || !strstr(symbol, "B82Y") ? 'I' : 'A', date);
    if (cpc)
        us_put(us, "<scheme-origination-code>C</scheme-origination-code>\n");
    np_buf_printf(us->out, "</%s>\n", element);
}

static void classifications(struct us *us)
{
    const char *symbol[SYMBOLS];
    int n = family_symbols(us->f, false, symbol);

    us_put(us, "<classifications-ipcr>\n");
    for (int i = 0; i < n; i++)
        classification(us, "classification-ipcr", "ipc-version-indicator", symbol[i], i == 0,
                       false);
    us_put(us, "</classifications-ipcr>\n");
    if (day_number(us->m->published) < 20150101) {
        np_buf_printf(
            us->out,
            "<classification-national>\n<country>US</country>\n<main-classification>428%3u</"
            "main-classification>\n<further-classification> "
            "60%3u</further-classification>\n</classification-national>\n",
            (unsigned)(us->f->seed >> 12) % 900 + 100, (unsigned)(us->f->seed >> 24) % 90 + 10);
        return;
    }
    us_put(us, "<classifications-cpc>\n<main-cpc>\n");
    n = family_symbols(us->f, true, symbol);
    classification(us, "classification-cpc", "cpc-version-indicator", symbol[0], true, true);
    us_put(us, "</main-cpc>\n<further-cpc>\n");
    for (int i = 1; i < n; i++)
        classification(us, "classification-cpc", "cpc-version-indicator", symbol[i], false, true);
    us_put(us, "</further-cpc>\n</classifications-cpc>\n");
}

/* US numbers as the grant prints them: applications with a slash, days always 00. */
static void put_citation(struct us *us, const struct cited *c, int number)
{
    const char *element = us->parties_of_2013 ? "us-citation" : "citation";
    char printed[32];
    bool application = strcmp(c->office, "US") == 0 && strcmp(c->kind, "A1") == 0;

    if (application)
        snprintf(printed, sizeof printed, "%.4s/0%s", c->number, c->number + 4);
    else
        snprintf(printed, sizeof printed, "%s", c->number);
    put_all(us, (const char *[]){ "<", element, ">\n<patcit num=\"", NULL });
    put_int(us->out, (unsigned)number, 5);
    put_all(us, (const char *[]){ "\">\n<document-id>\n<country>", c->office,
                                  "</country>\n<doc-number>", printed, "</doc-number>\n<kind>",
                                  c->kind, "</kind>\n", NULL });
    if (strcmp(c->office, "US") == 0) {
        us_put(us, "<name>");
        put_escaped(us, c->name);
        us_put(us, "</name>\n");
    }
    us_put(us, "<date>");
    put_int(us->out, (unsigned)(day_number(c->day) / 100), 6);
    put_all(us, (const char *[]){ "00</date>\n</document-id>\n</patcit>\n<category>cited by ",
                                  c->examiner           ? "examiner"
                                  : us->parties_of_2013 ? "applicant"
                                                        : "other",
                                  "</category>\n", NULL });
    if (c->examiner && strcmp(us->version, "44") > 0)
        put_all(us, (const char *[]){ "<classification-cpc-text>", us->f->topic->cpc[0],
                                      "</classification-cpc-text>\n", NULL });
    put_all(us, (const char *[]){ "</", element, ">\n", NULL });
}

static void citations(struct us *us)
{
    struct cited cited[CITED];
    int n = citations_make(us->world, us->f, us->m, cited), number = 0;
    const char *list = us->parties_of_2013 ? "us-references-cited" : "references-cited";
    const char *element = us->parties_of_2013 ? "us-citation" : "citation";

    np_buf_printf(us->out, "<%s>\n", list);
    for (int i = 0; i < n; i++)
        put_citation(us, &cited[i], ++number);
    for (unsigned i = 0; i < us->f->seed % 4; i++)
        np_buf_printf(
            us->out,
            "<%s>\n<nplcit num=\"%05d\">\n<othercit>Hollowell et al., &#x201c;On the preparation "
            "of functional materials,&#x201d; <i>Journal of Invented Results</i>, vol. %u, pp. "
            "%u-%u.</othercit>\n</nplcit>\n<category>cited by %s</category>\n</%s>\n",
            element, ++number, 10 + i, 100 + i * 7, 109 + i * 7,
            us->parties_of_2013 ? "applicant" : "other", element);
    np_buf_printf(us->out, "</%s>\n", list);
}

static void related(struct us *us)
{
    const struct family *f = us->f;

    us_put(us, "<us-related-documents>\n");
    if (f->priority_kind == 'P') {
        char number[24];
        snprintf(number, sizeof number, "%s", f->priority + 4);
        us_put(us, "<us-provisional-application>\n");
        put_id(us, "US", number, NULL, day_number(f->priority_day));
        us_put(us, "</us-provisional-application>\n");
    }
    for (int i = 0; i < f->members; i++)
        if (f->member[i].office == OFFICE_US && !f->member[i].grant) {
            char number[32];
            snprintf(number, sizeof number, "%.4s0%s", f->member[i].number,
                     f->member[i].number + 4);
            us_put(us, "<related-publication>\n");
            put_id(us, "US", number, "A1", day_number(f->member[i].published));
            us_put(us, "</related-publication>\n");
        }
    us_put(us, "</us-related-documents>\n");
}

/* ---- parties ---- */

static void put_address(struct us *us, const struct owner *o)
{
    us_put(us, "<address>\n<city>");
    put_escaped(us, o->en_city);
    np_buf_printf(us->out, "</city>\n<country>%s</country>\n</address>\n", o->country);
}

static void put_person(struct us *us, int i)
{
    struct person p;
    const struct owner *o = us->f->owner[0];

    person_make(o, us->f->inventor[i], &p);
    us_put(us, "<addressbook>\n<last-name>");
    put_escaped(us, p.family);
    us_put(us, "</last-name>\n<first-name>");
    put_escaped(us, p.given);
    us_put(us, "</first-name>\n");
    put_address(us, o);
    us_put(us, "</addressbook>\n");
}

static void put_organisation(struct us *us, const struct owner *o, bool role)
{
    us_put(us, "<addressbook>\n<orgname>");
    put_escaped(us, o->en);
    us_put(us, "</orgname>\n");
    if (role)
        np_buf_printf(us->out, "<role>%s</role>\n", strcmp(o->country, "US") == 0 ? "02" : "03");
    put_address(us, o);
    us_put(us, "</addressbook>\n");
}

static void old_parties(struct us *us)
{
    us_put(us, "<parties>\n<applicants>\n");
    for (int i = 0; i < us->f->inventors; i++) {
        np_buf_printf(us->out,
                      "<applicant sequence=\"%03d\" app-type=\"applicant-inventor\" "
                      "designation=\"us-only\">\n",
                      i + 1);
        put_person(us, i);
        np_buf_printf(
            us->out,
            "<nationality>\n<country>omitted</country>\n</nationality>\n<residence>\n<country>%s</"
            "country>\n</residence>\n</applicant>\n",
            us->f->owner[0]->country);
    }
    us_put(us, "</applicants>\n<agents>\n<agent sequence=\"01\" "
            "rep-type=\"attorney\">\n<addressbook>\n<orgname>Fernhill &#x26; Quayside "
            "LLP</orgname>\n<address>\n<country>unknown</country>\n</address>\n</addressbook>\n</"
            "agent>\n</agents>\n</parties>\n");
}

/* Companies are applicants since 2012-09-16, by filing date. */
static void new_parties(struct us *us, bool company)
{
    int n = company ? us->f->owners : us->f->inventors;

    us_put(us, "<us-parties>\n<us-applicants>\n");
    for (int i = 0; i < n; i++) {
        np_buf_printf(
            us->out,
            "<us-applicant sequence=\"%03d\" app-type=\"applicant\" designation=\"us-only\"%s>\n",
            i + 1, company ? " applicant-authority-category=\"assignee\"" : "");
        if (company)
            put_organisation(us, us->f->owner[i], false);
        else
            put_person(us, i);
        np_buf_printf(us->out,
                      "<residence>\n<country>%s</country>\n</residence>\n</us-applicant>\n",
                      us->f->owner[company ? i : 0]->country);
    }
    us_put(us, "</us-applicants>\n<inventors>\n");
    for (int i = 0; i < us->f->inventors; i++) {
        np_buf_printf(us->out, "<inventor sequence=\"%03d\" designation=\"us-only\">\n", i + 1);
        put_person(us, i);
        us_put(us, "</inventor>\n");
    }
    us_put(us, "</inventors>\n<agents>\n<agent sequence=\"01\" "
            "rep-type=\"attorney\">\n<addressbook>\n<orgname>Fernhill &#x26; Quayside "
            "LLP</orgname>\n<address>\n<country>unknown</country>\n</address>\n</addressbook>\n</"
            "agent>\n</agents>\n</us-parties>\n");
}

static void parties(struct us *us)
{
    bool company = us->m->filed >= day_of(2012, 9, 16);

    if (us->parties_of_2013)
        new_parties(us, company);
    else
        old_parties(us);
    if (company && us->f->seed % 7 == 0)
        return; /* some name the company as applicant only */
    us_put(us, "<assignees>\n");
    for (int i = 0; i < us->f->owners; i++) {
        us_put(us, "<assignee>\n");
        put_organisation(us, us->f->owner[i], true);
        us_put(us, "</assignee>\n");
    }
    us_put(us, "</assignees>\n");
}

static void end_of_bibliography(struct us *us)
{
    us_put(us,
        "<examiners>\n<primary-examiner>\n<last-name>Pellingham</last-name>\n<first-name>Verity</"
        "first-name>\n<department>1736</department>\n</primary-examiner>\n</examiners>\n");
    for (int i = 0; us->f->pct && us->f->first != OFFICE_US && i < us->f->members; i++) {
        const struct member *wo = &us->f->member[i];
        if (wo->office != OFFICE_WO)
            continue;
        np_buf_printf(us->out,
                      "<pct-or-regional-filing-data>\n<document-id>\n<country>WO</"
                      "country>\n<doc-number>PCT/%s%.4s/%s</doc-number>\n<kind>00</"
                      "kind>\n<date>%d</date>\n</document-id>\n<us-371c124-date>\n<date>%d</"
                      "date>\n</us-371c124-date>\n</pct-or-regional-filing-data>\n",
                      office_code(wo->receiving), wo->application, wo->application + 4,
                      day_number(wo->filed), day_number(us->m->filed + 180));
        np_buf_printf(us->out,
                      "<pct-or-regional-publishing-data>\n<document-id>\n<country>WO</"
                      "country>\n<doc-number>WO%.4s/%s</doc-number>\n<kind>A</kind>\n<date>%d</"
                      "date>\n</document-id>\n</pct-or-regional-publishing-data>\n",
                      wo->number, wo->number + 4, day_number(wo->published));
    }
    us_put(us, "</us-bibliographic-data-grant>\n");
}

void us_write(const struct world *world, const struct family *family, const struct member *member,
              struct np_buf *out)
{
    struct us us = { .world = world, .f = family, .m = member, .out = out };
    struct claim claims[CLAIMS];
    int n = compose_claims(family, LANG_EN, &us.text, claims);

    np_buf_reset(&us.text);
    prolog(&us);
    references(&us);
    classifications(&us);
    us_put(&us, "<invention-title id=\"d2e43\">");
    compose_title(family, LANG_EN, &us.text);
    us_flush_text(&us);
    us_put(&us, "</invention-title>\n");
    citations(&us);
    np_buf_printf(
        out,
        "<number-of-claims>%d</number-of-claims>\n<us-exemplary-claim>1</"
        "us-exemplary-claim>\n<figures>\n<number-of-drawing-sheets>%u</"
        "number-of-drawing-sheets>\n<number-of-figures>%u</number-of-figures>\n</figures>\n",
        n, (unsigned)(family->seed % 5 + 2), (unsigned)(family->seed % 5 + 3));
    related(&us);
    parties(&us);
    end_of_bibliography(&us);
    us_put(&us, "<abstract id=\"abstract\">\n<p id=\"p-0001\" num=\"0000\">");
    compose_abstract(family, LANG_EN, &us.text);
    us_flush_text(&us);
    us_put(&us, "</p>\n</abstract>\n");
    us_put_description(&us);
    us_put_claims(&us);
    us_put(&us, "</us-patent-grant>\n");
    np_buf_release(&us.text);
}
