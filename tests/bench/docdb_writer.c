/* docdb_writer.c -- exchange documents, one a line: everything in several data formats. */
#include "world.h"

#include <stdlib.h>

struct docdb {
    const struct world *world;
    const struct family *f;
    const struct member *m;
    struct np_buf *out;
    struct np_buf text;
};

static void put(struct docdb *d, const char *s)
{
    np_buf_puts(d->out, s);
}

static void put_escaped(struct docdb *d, const char *s)
{
    put_text(d->out, s, strlen(s), MARKUP_DOCDB);
}

void docdb_open(const char *name, size_t documents, int day, struct np_buf *out)
{
    np_buf_printf(out,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?><!DOCTYPE "
                  "exch:exchange-documents SYSTEM \"docdb-entities.dtd\"><exch:exchange-documents "
                  "xmlns:exch=\"http://www.epo.org/exchange\" "
                  "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                  "xsi:schemaLocation=\"http://www.epo.org/exchange "
                  "exchange-documents-v2.5.9.xsd\" date-of-exchange=\"%d\" dtd-version=\"2.5.9\" "
                  "file=\"%s\" no-of-documents=\"%07zu\" originating-office=\"EP\">",
                  day_number(day), name, documents);
}

void docdb_close(struct np_buf *out)
{
    np_buf_puts(out, "</exch:exchange-documents>\n");
}

void docdb_write_stub(enum office office, const char *number, const char *kind, const char *status,
                      struct np_buf *out)
{
    const char *cc = office_code(office);

    np_buf_printf(
        out,
        "<exch:exchange-document country=\"%s\" doc-number=\"%s\" kind=\"%s\" family-id=\"\" "
        "is-representative=\"NO\" date-of-last-exchange=\"20240104\" originating-office=\"EP\" "
        "status=\"%s\"><exch:bibliographic-data><exch:publication-reference "
        "data-format=\"docdb\"><document-id><country>%s</country><doc-number>%s</"
        "doc-number><kind>%s</kind></document-id></"
        "exch:publication-reference><exch:publication-reference "
        "data-format=\"epodoc\"><document-id><doc-number>%s%s</doc-number></document-id></"
        "exch:publication-reference></exch:bibliographic-data></exch:exchange-document>\n",
        cc, number, kind, status, cc, number, kind, cc, number);
}

/* First published of an application stands for it. */
static bool is_representative(const struct docdb *d)
{
    for (int i = 0; i < d->f->members; i++)
        if (d->f->member[i].office == d->m->office)
            return &d->f->member[i] == d->m;
    return false;
}

static unsigned document_key(const struct docdb *d)
{
    return 300000000 + d->f->index * 16 + (unsigned)(d->m - d->f->member);
}

static void open_document(struct docdb *d, const char *status)
{
    static const char back[] = "20230706", front[] = "20240104"; /* of the file it lies in */
    const char *cc = office_code(d->m->office);
    int date = day_number(d->m->published);

    np_buf_printf(d->out,
                  "<exch:exchange-document country=\"%s\" doc-number=\"%s\" kind=\"%s\" "
                  "doc-id=\"%u\" date-publ=\"%d\" family-id=\"%u\" is-representative=\"%s\" "
                  "date-of-last-exchange=\"%s\" date-added-docdb=\"%d\" originating-office=\"EP\"",
                  cc, d->m->number, d->m->kind, document_key(d), date, family_docdb_number(d->f),
                  is_representative(d) ? "YES" : "NO", status ? front : back,
                  day_number(d->m->published + 14));
    if (status)
        np_buf_printf(d->out, " status=\"%s\"", status);
    np_buf_printf(d->out,
                  "><exch:bibliographic-data><exch:publication-reference "
                  "data-format=\"docdb\"><document-id><country>%s</country><doc-number>%s</"
                  "doc-number><kind>%s</kind><date>%d</date></document-id></"
                  "exch:publication-reference><exch:publication-reference "
                  "data-format=\"epodoc\"><document-id><doc-number>%s%s</doc-number></"
                  "document-id></exch:publication-reference>",
                  cc, d->m->number, d->m->kind, date, cc, d->m->number);
}

/* "C01B 32/186": subclass, main group right-aligned in 4, subgroup left-aligned. */
static void put_columns(struct docdb *d, const char *symbol, int subgroup_columns)
{
    const char *slash = strchr(symbol, '/');

    np_buf_printf(d->out, "%.4s%4.*s/%-*s", symbol, (int)(slash - symbol - 5), symbol + 5,
                  subgroup_columns, slash + 1);
}

static void classifications(struct docdb *d)
{
    const char *symbol[SYMBOLS];
    int n = family_symbols(d->f, false, symbol);
    int date = day_number(d->m->published);

    put(d, "<exch:classifications-ipcr>");
    for (int i = 0; i < n; i++) {
        np_buf_printf(d->out, "<classification-ipcr sequence=\"%d\"><text>", i + 1);
        put_columns(d, symbol[i], 10);
        np_buf_printf(d->out, "20060101A%cI%dBH%s        </text></classification-ipcr>",
                      i ? 'L' : 'F', date, office_code(d->m->office));
    }
    put(d, "</exch:classifications-ipcr>");
    if (d->m->office == OFFICE_CN && d->f->members < 3)
        return;
    n = family_symbols(d->f, true, symbol);
    put(d, "<exch:patent-classifications>");
    for (int i = 0; i < n; i++) {
        np_buf_printf(
            d->out,
            "<patent-classification sequence=\"%d\"><classification-scheme office=\"EP\" "
            "scheme=\"CPCI\"><date>20130101</date></classification-scheme><classification-symbol>",
            i + 1);
        put_columns(d, symbol[i], 10);
        np_buf_printf(
            d->out,
            "</classification-symbol><symbol-position>%c</symbol-position><classification-value>I</"
            "classification-value><classification-status>B</"
            "classification-status><classification-data-source>H</"
            "classification-data-source><generating-office>EP</"
            "generating-office><action-date><date>%d</date></action-date></patent-classification>",
            i ? 'L' : 'F', date);
    }
    put(d, "</exch:patent-classifications>");
}

static void application(struct docdb *d)
{
    const struct member *m = d->m;
    const char *cc = office_code(m->receiving);
    const char *number = m->application;

    np_buf_printf(
        d->out,
        "<exch:application-reference is-representative=\"YES\" doc-id=\"%u\" "
        "data-format=\"docdb\"><document-id><country>%s</country><doc-number>%s</"
        "doc-number><kind>%c</kind><date>%d</date></document-id></exch:application-reference>",
        500000000 + d->f->index * 8 + (unsigned)m->office, cc, number, m->application_kind,
        day_number(m->filed));
    np_buf_printf(d->out,
                  "<exch:application-reference "
                  "data-format=\"epodoc\"><document-id><doc-number>%s%s</doc-number></"
                  "document-id></exch:application-reference>",
                  cc, number);
    if (m->office == OFFICE_CN)
        np_buf_printf(d->out,
                      "<exch:application-reference "
                      "data-format=\"original\"><document-id><doc-number>%s%c</doc-number></"
                      "document-id></exch:application-reference>",
                      number, cn_check_digit(number));
    np_buf_printf(d->out, "<exch:language-of-filing>%s</exch:language-of-filing>",
                  d->f->first == OFFICE_CN ? "zh" : "en");
}

/* A first filing claims itself in DOCDB. */
static void priorities(struct docdb *d)
{
    const struct family *f = d->f;
    const char *cc = office_code(f->first);

    np_buf_printf(
        d->out,
        "<exch:priority-claims><exch:priority-claim sequence=\"1\" "
        "data-format=\"docdb\"><document-id><country>%s</country><doc-number>%s</"
        "doc-number><kind>%c</kind><date>%d</date></document-id><exch:priority-active-indicator>Y</"
        "exch:priority-active-indicator></exch:priority-claim>",
        cc, f->priority, f->priority_kind, day_number(f->priority_day));
    np_buf_printf(d->out,
                  "<exch:priority-claim sequence=\"1\" "
                  "data-format=\"epodoc\"><document-id><doc-number>%s%s%s</doc-number></"
                  "document-id></exch:priority-claim>",
                  cc, f->priority, f->priority_kind == 'P' ? "P" : "");
    np_buf_printf(d->out,
                  "<exch:priority-claim sequence=\"1\" "
                  "data-format=\"original\"><document-id><doc-number>%s</doc-number></"
                  "document-id></exch:priority-claim></exch:priority-claims>",
                  f->priority_print);
}

/* ---- parties ---- */

static bool in_chinese(const struct docdb *d)
{
    return d->m->office == OFFICE_CN;
}

static void applicants(struct docdb *d)
{
    static const char *const formats[] = { "docdb", "docdba", "original" };

    put(d, "<exch:applicants>");
    for (int format = 0; format < 2 + in_chinese(d); format++)
        for (int i = 0; i < d->f->owners; i++) {
            const struct owner *o = d->f->owner[i];
            np_buf_printf(
                d->out,
                "<exch:applicant sequence=\"%d\" data-format=\"%s\"><exch:applicant-name><name>",
                i + 1, formats[format]);
            put_escaped(d, format == 0 ? o->docdb : format == 1 ? o->en : o->zh);
            put(d, "</name></exch:applicant-name>");
            if (format == 0)
                np_buf_printf(d->out, "<residence><country>%s</country></residence>", o->country);
            put(d, "</exch:applicant>");
        }
    put(d, "</exch:applicants>");
}

static void put_upper(struct docdb *d, const char *s)
{
    size_t at = d->text.n;

    np_buf_puts(&d->text, s);
    for (; at < d->text.n; at++)
        if (d->text.p[at] >= 'a' && d->text.p[at] <= 'z')
            d->text.p[at] = (char)(d->text.p[at] - 32);
}

static void flush_text(struct docdb *d, enum markup markup)
{
    put_text(d->out, d->text.p, d->text.n, markup);
    np_buf_reset(&d->text);
}

static void inventors(struct docdb *d)
{
    static const char *const formats[] = { "docdb", "docdba", "original" };
    struct person p;

    put(d, "<exch:inventors>");
    for (int format = 0; format < 2 + in_chinese(d); format++)
        for (int i = 0; i < d->f->inventors; i++) {
            person_make(d->f->owner[0], d->f->inventor[i], &p);
            np_buf_printf(
                d->out,
                "<exch:inventor sequence=\"%d\" data-format=\"%s\"><exch:inventor-name><name>",
                i + 1, formats[format]);
            if (format == 0) {
                put_upper(d, p.family);
                np_buf_putc(&d->text, ' ');
                put_upper(d, p.given);
            } else if (format == 1) {
                np_buf_printf(&d->text, "%s, %s", p.family, p.given);
            } else {
                np_buf_puts(&d->text, p.zh);
            }
            flush_text(d, MARKUP_DOCDB);
            put(d, "</name></exch:inventor-name>");
            if (format == 0)
                np_buf_printf(d->out, "<residence><country>%s</country></residence>", p.country);
            put(d, "</exch:inventor>");
        }
    put(d, "</exch:inventors>");
}

static void designation(struct docdb *d)
{
    static const char *const states[] = {
        "AT", "BE", "CH", "DE", "ES", "FR", "GB", "IT", "NL", "SE"
    };

    if (d->m->office != OFFICE_EP)
        return;
    put(d, "<exch:designation-of-states><exch:designation-epc><exch:contracting-states>");
    for (int i = 0; i < 10; i++)
        np_buf_printf(d->out, "<country>%s</country>", states[i]);
    put(d, "</exch:contracting-states></exch:designation-epc></exch:designation-of-states>");
}

/* ---- texts ---- */

static enum markup original_markup(const struct docdb *d)
{
    return d->f->seed % 8 == 0 ? MARKUP_DOCDB_NUMERIC : MARKUP_DOCDB;
}

static void titles(struct docdb *d)
{
    put(d, "<exch:invention-title lang=\"en\" data-format=\"docdba\">");
    compose_title(d->f, LANG_EN, &d->text);
    flush_text(d, MARKUP_DOCDB);
    put(d, "</exch:invention-title>");
    if (!in_chinese(d))
        return;
    put(d, "<exch:invention-title lang=\"zh\" data-format=\"original\">");
    compose_title(d->f, LANG_ZH, &d->text);
    flush_text(d, original_markup(d));
    put(d, "</exch:invention-title>");
}

static void abstracts(struct docdb *d)
{
    if (d->m->grant && !d->m->utility_model && d->m->office != OFFICE_US)
        return; /* grants of these offices have none of their own */
    np_buf_printf(
        d->out, "<exch:abstract lang=\"en\" data-format=\"docdba\" abstract-source=\"%s\"><exch:p>",
        d->m->office == OFFICE_US ? "national office" : "EPO");
    compose_abstract(d->f, LANG_EN, &d->text);
    flush_text(d, MARKUP_DOCDB);
    put(d, "</exch:p></exch:abstract>");
    if (!in_chinese(d))
        return;
    put(d, "<exch:abstract lang=\"zh\" data-format=\"original\" abstract-source=\"national "
           "office\"><exch:p>");
    compose_abstract(d->f, LANG_ZH, &d->text);
    flush_text(d, original_markup(d));
    put(d, "</exch:p></exch:abstract>");
}

static void availability(struct docdb *d)
{
    const char *event = d->m->grant ? "printed-with-grant" : "unexamined-printed-without-grant";

    np_buf_printf(d->out,
                  "<exch:dates-of-public-availability><exch:%s><document-id><date>%d</date></"
                  "document-id></exch:%s></exch:dates-of-public-availability>",
                  event, day_number(d->m->published), event);
}

/* ---- citations ---- */

static const char *phase_of(const struct docdb *d, const struct cited *c)
{
    if (d->m->office == OFFICE_WO)
        return "ISR";
    return d->m->office == OFFICE_US && !c->examiner ? "APP" : "SEA";
}

static void put_citation(struct docdb *d, const struct cited *c, int number)
{
    np_buf_printf(
        d->out,
        "<exch:citation cited-phase=\"%s\" sequence=\"%d\"><patcit num=\"%d\" dnum=\"%s%s%s\" "
        "dnum-type=\"publication number\"><document-id "
        "doc-id=\"%u\"><country>%s</country><doc-number>%s</doc-number><kind>%s</kind><name>",
        phase_of(d, c), number, number, c->office, c->number, c->kind,
        310000000 + (unsigned)(rng_hash(7, strtoul(c->number, NULL, 10)) % 90000000), c->office,
        c->number, c->kind);
    put_escaped(d, c->name);
    np_buf_printf(d->out, "</name><date>%d</date></document-id></patcit>", day_number(c->day));
    if (c->category) { /* "X,P": two relevant passages */
        const char *comma = strchr(c->category, ',');
        np_buf_printf(
            d->out,
            "<rel-passage><passage>* paragraphs [0012]-[00%02d] "
            "*</passage><category>%.*s</category><rel-claims>1-%d</rel-claims></rel-passage>",
            20 + number, (int)(comma ? comma - c->category : (long)strlen(c->category)),
            c->category, 2 + number);
        if (comma)
            np_buf_printf(
                d->out,
                "<rel-passage><category>%s</category><rel-claims>%d</rel-claims></rel-passage>",
                comma + 1, 3 + number);
    }
    put(d, "</exch:citation>");
}

static void citations(struct docdb *d)
{
    struct cited cited[CITED];
    int n = citations_make(d->world, d->f, d->m, cited);

    if (!n)
        return;
    put(d, "<exch:references-cited>");
    for (int i = 0; i < n; i++)
        put_citation(d, &cited[i], i + 1);
    if (cited[0].category && d->f->seed % 3 == 0)
        np_buf_printf(d->out,
                      "<exch:citation cited-phase=\"%s\" sequence=\"%d\"><nplcit num=\"1\" "
                      "npl-type=\"s\"><text>HOLLOWELL M ET AL: \"On the preparation of functional "
                      "materials\", JOURNAL OF INVENTED RESULTS, vol. 12, pages 100 - "
                      "109</text></nplcit><rel-passage><category>A</category><rel-claims>1-6</"
                      "rel-claims></rel-passage></exch:citation>",
                      phase_of(d, &cited[0]), n + 1);
    put(d, "</exch:references-cited>");
}

void docdb_write(const struct world *world, const struct family *family,
                 const struct member *member, const char *status, struct np_buf *out)
{
    struct docdb d = { .world = world, .f = family, .m = member, .out = out };

    open_document(&d, status);
    classifications(&d);
    application(&d);
    priorities(&d);
    put(&d, "<exch:parties>");
    applicants(&d);
    inventors(&d);
    put(&d, "</exch:parties>");
    designation(&d);
    titles(&d);
    availability(&d);
    citations(&d);
    put(&d, "</exch:bibliographic-data>");
    abstracts(&d);
    put(&d, "</exch:exchange-document>\n");
    np_buf_release(&d.text);
}
