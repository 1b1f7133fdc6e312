/* cn_writer.c -- business:PatentDocumentAndRelated, the delivery of CNIPA: everything with a
 * data format twice, "0" for empty, claims with their number in the text.                  */
#include "world.h"

#include <stdlib.h>

struct cn {
    const struct world *world;
    const struct family *f;
    const struct member *m;
    struct np_buf *out;
    struct np_buf text;
};

static void put(struct cn *cn, const char *s)
{
    np_buf_puts(cn->out, s);
}

static void put_escaped(struct cn *cn, const char *s)
{
    put_text(cn->out, s, strlen(s), MARKUP_CN);
}

static void flush_text(struct cn *cn)
{
    put_text(cn->out, cn->text.p, cn->text.n, MARKUP_CN);
    np_buf_reset(&cn->text);
}

/* 10 invention, 11 by way of PCT, 20 utility model. */
static const char *type_of(const struct family *f, const struct member *m)
{
    return m->utility_model ? "20" : f->pct && f->first != OFFICE_CN ? "11" : "10";
}

void cn_file_name(const struct family *f, const struct member *m, char name[64])
{
    static const char check[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    snprintf(name, 64, "CN%s%.4s00%sCN%013d0%sFULZH%dCN00%c", type_of(f, m), m->application,
             m->application + 5, (int)strtol(m->number, NULL, 10), m->kind,
             day_number(m->published), check[rng_hash(f->seed, m->kind[0]) % 31]);
}

static void put_id(struct cn *cn, const char *office, const char *number, const char *kind,
                   int date)
{
    np_buf_printf(cn->out,
                  "      <base:DocumentID>\n        <base:WIPOST3Code>%s</base:WIPOST3Code>\n      "
                  "  <base:DocNumber>%s</base:DocNumber>\n",
                  office, number);
    if (kind)
        np_buf_printf(cn->out, "        <base:Kind>%s</base:Kind>\n", kind);
    np_buf_printf(cn->out, "        <base:Date>%d</base:Date>\n      </base:DocumentID>\n", date);
}

static void open_document(struct cn *cn)
{
    char name[64];
    int date = day_number(cn->m->published);

    cn_file_name(cn->f, cn->m, name);
    put(cn,
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"no\"?>\n<!DOCTYPE "
        "business:PatentDocumentAndRelated SYSTEM "
        "\"/DTDS/ExternalStandards/ipphdb-entities.dtd\"[]>\n<business:PatentDocumentAndRelated "
        "xmlns:base=\"http://www.sipo.gov.cn/XMLSchema/base\" "
        "xmlns:business=\"http://www.sipo.gov.cn/XMLSchema/business\" "
        "xmlns:m=\"http://www.w3.org/1998/Math/MathML\" "
        "xmlns:tbl=\"http://oasis-open.org/specs/soextblx\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        "xsi:schemaLocation=\"http://www.sipo.gov.cn/XMLSchema/business "
        "/DTDS/PatentDocument/Elements/OtherElements.xsd\" xsdVersion=\"V2.2.1\"");
    np_buf_printf(
        cn->out,
        " file=\"%s.XML\" dateProduced=\"%d\" status=\"C\" lang=\"zh\" country=\"CN\" "
        "docNumber=\"%s\" kind=\"%s\" datePublication=\"%d\">\n  <business:BibliographicData>\n",
        name, day_number(cn->m->published - 4), cn->m->number, cn->m->kind, date);
}

static void publication(struct cn *cn)
{
    int date = day_number(cn->m->published);

    put(cn, "    <business:PublicationReference dataFormat=\"original\" sequence=\"1\" "
            "sourceDB=\"national office\">\n");
    put_id(cn, "CN", cn->m->number, cn->m->kind, date);
    put(cn, "    </business:PublicationReference>\n    <business:PublicationReference "
            "dataFormat=\"standard\" sequence=\"1\">\n");
    put_id(cn, "CN", cn->m->number, cn->m->kind, date);
    np_buf_printf(cn->out,
                  "    </business:PublicationReference>\n    <business:PublicAvailabilityDate>\n   "
                  "   <business:GazetteReference>\n        "
                  "<business:GazetteNumber>%d-%02d01</business:GazetteNumber>\n        "
                  "<base:Date>%d</base:Date>\n      </business:GazetteReference>\n    "
                  "</business:PublicAvailabilityDate>\n",
                  date / 10000 - 1984, date / 100 % 100 * 4, date);
}

static void application(struct cn *cn)
{
    char number[32];
    const char *type = type_of(cn->f, cn->m), *a = cn->m->application;
    int date = day_number(cn->m->filed);

    np_buf_printf(cn->out,
                  "    <business:ApplicationReference applType=\"%s\" dataFormat=\"original\" "
                  "sequence=\"1\" sourceDB=\"national office\">\n",
                  type);
    snprintf(number, sizeof number, "%s.%c", a, cn_check_digit(a));
    put_id(cn, "CN", number, NULL, date);
    np_buf_printf(cn->out,
                  "    </business:ApplicationReference>\n    <business:ApplicationReference "
                  "applType=\"%s\" dataFormat=\"standard\" sequence=\"1\">\n",
                  type);
    snprintf(number, sizeof number, "%s%.4s00%s", type, a, a + 5);
    put_id(cn, "CN", number, NULL, date);
    put(cn, "    </business:ApplicationReference>\n");
}

static void put_priority(struct cn *cn, const char *format, const char *number)
{
    np_buf_printf(
        cn->out,
        "      <business:Priority kind=\"international\" dataFormat=\"%s\" sequence=\"1\">\n       "
        " <base:WIPOST3Code>%s</base:WIPOST3Code>\n        <base:DocNumber>%s</base:DocNumber>\n   "
        "     <base:Date>%d</base:Date>\n      </business:Priority>\n",
        format, office_code(cn->f->first), number, day_number(cn->f->priority_day));
}

/* The standard form forces foreign numbers into 15 digits: year, then the serial padded. */
static void priority(struct cn *cn)
{
    char standard[32];
    const char *number = cn->f->priority;

    if (cn->f->first == OFFICE_CN)
        return;
    snprintf(standard, sizeof standard, "%s%.4s%09ld", cn->f->first == OFFICE_KR ? "10" : "00",
             cn->f->first == OFFICE_DE ? number + 2 : number,
             strtol(number + (cn->f->first == OFFICE_DE || cn->f->first == OFFICE_US ? 6 : 4), NULL,
                    10));
    put(cn, "    <business:PriorityDetails>\n");
    put_priority(cn, "original", cn->f->priority_print);
    put_priority(cn, "standard", standard);
    put(cn, "    </business:PriorityDetails>\n");
}

static void pct(struct cn *cn)
{
    const struct member *wo = NULL;

    for (int i = 0; i < cn->f->members; i++)
        if (cn->f->member[i].office == OFFICE_WO)
            wo = &cn->f->member[i];
    if (!wo || cn->f->first == OFFICE_CN)
        return;
    np_buf_printf(
        cn->out,
        "    <business:NationalStageEntryDate>\n      <base:Date>%d</base:Date>\n    "
        "</business:NationalStageEntryDate>\n    <business:PCTOrRegionalApplicationData>\n      "
        "<base:DocumentID>\n        <base:WIPOST3Code>%s</base:WIPOST3Code>\n        "
        "<base:DocNumber>PCT/%s%.4s/%s</base:DocNumber>\n        <base:Date>%d</base:Date>\n      "
        "</base:DocumentID>\n    </business:PCTOrRegionalApplicationData>\n",
        day_number(cn->f->priority_day + 900), office_code(wo->receiving),
        office_code(wo->receiving), wo->application, wo->application + 4, day_number(wo->filed));
    np_buf_printf(cn->out,
                  "    <business:PCTOrRegionalPublishingData>\n      <base:DocumentID "
                  "lang=\"en\">\n        <base:WIPOST3Code>WO</base:WIPOST3Code>\n        "
                  "<base:DocNumber>%.4s/%s</base:DocNumber>\n        <base:Date>%d</base:Date>\n   "
                  "   </base:DocumentID>\n    </business:PCTOrRegionalPublishingData>\n",
                  wo->number, wo->number + 4, day_number(wo->published));
}

static void classifications(struct cn *cn)
{
    const char *symbol[SYMBOLS];
    int n = family_symbols(cn->f, false, symbol);

    put(cn,
        "    <business:ClassificationIPCRDetails creator=\"03\" processingType=\"original\">\n");
    for (int i = 0; i < n; i++) {
        const char *s = symbol[i], *slash = strchr(s, '/');
        np_buf_printf(cn->out,
                      "      <business:ClassificationIPCR sequence=\"%d\">\n        "
                      "<business:IPCVersionDate>20060101</business:IPCVersionDate>\n        "
                      "<business:Section>%c</business:Section>\n        "
                      "<business:MainClass>%.2s</business:MainClass>\n        "
                      "<business:Subclass>%c</business:Subclass>\n        "
                      "<business:MainGroup>%.*s</business:MainGroup>\n        "
                      "<business:Subgroup>%s</business:Subgroup>\n",
                      i + 1, s[0], s + 1, s[3], (int)(slash - s - 5), s + 5, slash + 1);
        np_buf_printf(
            cn->out,
            "        <business:GeneratingOffice>\n          "
            "<base:WIPOST3Code>CN</base:WIPOST3Code>\n        </business:GeneratingOffice>\n       "
            " <business:ClassificationDataSource>H</business:ClassificationDataSource>\n        "
            "<base:Text>%.4s   %.*s/%-5s (2006.01)</base:Text>\n      "
            "</business:ClassificationIPCR>\n",
            s, (int)(slash - s - 5), s + 5, slash + 1);
    }
    put(cn, "    </business:ClassificationIPCRDetails>\n    <business:InventionTitle lang=\"zh\" "
            "dataFormat=\"original\" sourceDB=\"national office\" processingType=\"original\" "
            "creator=\"03\">");
    compose_title(cn->f, LANG_ZH, &cn->text);
    flush_text(cn);
    put(cn, "</business:InventionTitle>\n");
}

static void put_citation(struct cn *cn, const struct cited *c, int number)
{
    static const char *const formats[] = { "standard\" sequence=\"1",
                                           "original\" sequence=\"1\" sourceDB=\"national office" };

    np_buf_printf(cn->out,
                  "      <business:Citation srepPhase=\"SEA\" sequence=\"%d\">\n        "
                  "<business:ApplicationCitation id=\"pcit%06d\" num=\"%04d\">\n",
                  number, number, number);
    for (int i = 0; i < 2; i++) {
        np_buf_printf(cn->out, "          <business:PublicationReference dataFormat=\"%s\">\n",
                      formats[i]);
        put_id(cn, c->office, c->number, c->kind, day_number(c->day));
        put(cn, "          </business:PublicationReference>\n");
    }
    put(cn, "        </business:ApplicationCitation>\n      </business:Citation>\n");
}

static void references(struct cn *cn)
{
    struct cited cited[CITED];
    int n = citations_make(cn->world, cn->f, cn->m, cited);

    if (!n)
        return;
    put(cn, "    <business:ReferencesCited sourceDB=\"national office\">\n");
    for (int i = 0; i < n; i++)
        put_citation(cn, &cited[i], i + 1);
    put(cn, "    </business:ReferencesCited>\n");
}

static void earlier_publication(struct cn *cn)
{
    const struct member *first = &cn->f->member[0];

    if (first == cn->m || first->office != OFFICE_CN)
        return;
    put(cn, "    <business:RelatedDocuments>\n      <business:RelatedPublicationDoc>\n");
    put_id(cn, "CN", first->number, first->kind, day_number(first->published));
    put(cn, "      </business:RelatedPublicationDoc>\n    </business:RelatedDocuments>\n");
}

/* ---- parties ---- */

/* The address stands with the first party only. */
static void address(struct cn *cn, const struct owner *o)
{
    const struct place *p = o->place;

    put(cn, "            <base:Address>\n              <base:AddressLine>0</base:AddressLine>\n    "
            "          <base:AddressMailCode>0</base:AddressMailCode>\n              "
            "<base:PostBox>0</base:PostBox>\n              <base:Street>0</base:Street>\n          "
            "    <base:AddressCity>0</base:AddressCity>\n");
    np_buf_printf(cn->out,
                  "              <base:County>%s</base:County>\n              "
                  "<base:City>%s</base:City>\n              <base:Province>%s</base:Province>\n    "
                  "          <base:PostCode>%s</base:PostCode>\n              "
                  "<base:WIPOST3Code>%s</base:WIPOST3Code>\n              <base:Text>",
                  p ? p->county : "0", p ? p->city : "0", p ? p->province : "0",
                  p ? p->postcode : "0", o->country);
    if (p)
        np_buf_printf(cn->out, "%s ", p->postcode);
    put_escaped(cn, o->address);
    put(cn, "</base:Text>\n            </base:Address>\n");
}

static void parties_as(struct cn *cn, const char *element, const char *attributes)
{
    for (int i = 0; i < cn->f->owners; i++) {
        const struct owner *o = cn->f->owner[i];
        np_buf_printf(
            cn->out,
            "        <business:%s sequence=\"%d\"%s dataFormat=\"original\" sourceDB=\"national "
            "office\" lang=\"zh\" creator=\"03\" processingType=\"original\">\n          "
            "<base:AddressBook lang=\"zh\">\n            <base:Name>",
            element, i + 1, attributes);
        put_escaped(cn, o->zh);
        put(cn, "</base:Name>\n");
        if (i == 0)
            address(cn, o);
        put(cn, "          </base:AddressBook>\n          <business:OrganizationCode "
                "createDate=\"00000000\" creator=\"00\">0000000000</business:OrganizationCode>\n");
        np_buf_printf(cn->out, "        </business:%s>\n", element);
    }
}

static void parties(struct cn *cn)
{
    struct person p;

    put(cn, "    <business:Parties>\n      <business:ApplicantDetails representative=\"1\">\n");
    parties_as(cn, "Applicant", " appType=\"applicant\"");
    put(cn, "      </business:ApplicantDetails>\n      <business:InventorDetails>\n");
    for (int i = 0; i < cn->f->inventors; i++) {
        person_make(cn->f->owner[0], cn->f->inventor[i], &p);
        np_buf_printf(cn->out,
                      "        <business:Inventor sequence=\"%d\" dataFormat=\"original\" "
                      "sourceDB=\"national office\" lang=\"zh\" publicationMark=\"0\" "
                      "creator=\"03\" processingType=\"original\">\n          <base:AddressBook "
                      "lang=\"zh\">\n            <base:Name>",
                      i + 1);
        put_escaped(cn, p.zh);
        put(cn, "</base:Name>\n          </base:AddressBook>\n        </business:Inventor>\n");
    }
    put(cn,
        "      </business:InventorDetails>\n      <business:AgentDetails>\n        <business:Agent "
        "sequence=\"1\">\n          <base:AddressBook lang=\"zh\">\n            "
        "<base:Name>郁知衡</base:Name>\n          </base:AddressBook>\n          "
        "<business:Agency>\n            <base:AddressBook lang=\"zh\">\n              "
        "<base:OrganizationName>苏州澄屿专利代理事务所（普通合伙） 32999</base:OrganizationName>\n "
        "           </base:AddressBook>\n          </business:Agency>\n        </business:Agent>\n "
        "     </business:AgentDetails>\n    </business:Parties>\n");
    if (!cn->m->grant)
        return;
    put(cn, "    <business:AssigneeDetails>\n");
    parties_as(cn, "Assignee", "");
    put(cn, "    </business:AssigneeDetails>\n");
    if (!cn->m->utility_model)
        put(cn, "    <business:ExaminerDetails>\n      <business:Examiner>\n        "
                "<base:Name>柏景葭</base:Name>\n      </business:Examiner>\n    "
                "</business:ExaminerDetails>\n");
}

/* ---- texts ---- */

static void paragraph(struct cn *cn, const char *heading, enum part part, int number, int *id)
{
    ++*id;
    put(cn, "    <base:Paragraphs id=\"p");
    put_int(cn->out, (unsigned)*id, 4);
    put(cn, "\" num=\"");
    put_int(cn->out, (unsigned)*id, 4);
    put(cn, "\">");
    if (heading) {
        put(cn, heading);
    } else {
        if (part == PART_DRAWING)
            np_buf_printf(cn->out, "图%d", number);
        compose_paragraph(cn->f, LANG_ZH, part, number, &cn->text);
        flush_text(cn);
    }
    put(cn, "</base:Paragraphs>\n");
}

static void description(struct cn *cn)
{
    struct rng r = rng_of(cn->f->seed, 0xDE5C);
    size_t mean = (size_t)cn->world->description_kb * 1024 / 3, start = cn->out->n;
    size_t wanted = mean * 4 / 10 + mean * rng_skewed(&r, 180) / 100;
    int id = 0;

    put(cn, "  <business:Description lang=\"zh\" dataFormat=\"original\" sourceDB=\"national "
            "office\" creator=\"03\">\n    <business:InventionTitle id=\"tilte1\">");
    compose_title(cn->f, LANG_ZH, &cn->text);
    flush_text(cn);
    put(cn, "</business:InventionTitle>\n");
    paragraph(cn, "技术领域", PART_FIELD, 0, &id);
    paragraph(cn, NULL, PART_FIELD, 0, &id);
    paragraph(cn, "背景技术", PART_FIELD, 0, &id);
    paragraph(cn, NULL, PART_BACKGROUND, 0, &id);
    paragraph(cn, cn->f->utility_model ? "实用新型内容" : "发明内容", PART_FIELD, 0, &id);
    for (int i = 0; i < 3; i++)
        paragraph(cn, NULL, PART_SUMMARY, i, &id);
    paragraph(cn, "附图说明", PART_FIELD, 0, &id);
    paragraph(cn, NULL, PART_DRAWING, 1, &id);
    paragraph(cn, "具体实施方式", PART_FIELD, 0, &id);
    for (int i = 0; cn->out->n - start < wanted; i++)
        paragraph(cn, NULL, PART_DETAIL, i, &id);
    put(cn, "  </business:Description>\n");
}

static void claims(struct cn *cn)
{
    struct claim claim[CLAIMS];
    int n = compose_claims(cn->f, LANG_ZH, &cn->text, claim);

    put(cn, "  <business:Claims lang=\"zh\" dataFormat=\"original\" sourceDB=\"national office\" "
            "creator=\"03\">\n");
    for (int i = 0; i < n; i++) {
        const char *p = cn->text.p + claim[i].start;
        size_t from = 0;
        np_buf_printf(cn->out, "    <business:Claim num=\"%04d\">\n      <business:ClaimText>",
                      i + 1);
        for (int k = 0; claim[i].part[k]; k++) {
            put_text(cn->out, p + from, claim[i].part[k] - from, MARKUP_CN);
            put(cn, "</business:ClaimText>\n      <business:ClaimText>");
            from = claim[i].part[k];
        }
        put_text(cn->out, p + from, claim[i].length - from, MARKUP_CN);
        put(cn, "</business:ClaimText>\n    </business:Claim>\n");
    }
    put(cn, "  </business:Claims>\n");
    np_buf_reset(&cn->text);
}

void cn_write(const struct world *world, const struct family *family, const struct member *member,
              struct np_buf *out)
{
    struct cn cn = { .world = world, .f = family, .m = member, .out = out };

    open_document(&cn);
    publication(&cn);
    application(&cn);
    priority(&cn);
    classifications(&cn);
    references(&cn);
    earlier_publication(&cn);
    parties(&cn);
    pct(&cn);
    put(&cn, "  </business:BibliographicData>\n  <business:Abstract dataFormat=\"original\" "
             "lang=\"zh\" sourceDB=\"national office\" processingType=\"original\" "
             "creator=\"03\">\n    <base:Paragraphs num=\"0001\">");
    compose_abstract(family, LANG_ZH, &cn.text);
    flush_text(&cn);
    put(&cn, "</base:Paragraphs>\n  </business:Abstract>\n");
    description(&cn);
    claims(&cn);
    put(&cn, "</business:PatentDocumentAndRelated>\n");
    np_buf_release(&cn.text);
}
