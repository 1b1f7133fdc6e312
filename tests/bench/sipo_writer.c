/* sipo_writer.c -- cn-patent-document, the older coding of the same office: no namespace,
 * a byte order mark, every value once.                                                   */
#include "world.h"

struct sipo {
    const struct world *world;
    const struct family *f;
    const struct member *m;
    struct np_buf *out;
    struct np_buf text;
};

static void put(struct sipo *s, const char *text)
{
    np_buf_puts(s->out, text);
}

static void put_escaped(struct sipo *s, const char *text)
{
    put_text(s->out, text, strlen(text), MARKUP_SIPO);
}

static void flush_text(struct sipo *s)
{
    put_text(s->out, s->text.p, s->text.n, MARKUP_SIPO);
    np_buf_reset(&s->text);
}

static void head(struct sipo *s)
{
    const struct member *m = s->m;
    int date = day_number(m->published);

    put(s,
        "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet "
        "type=\"text/xsl\" href=\"/showxml/xsl/XSL0117new.xsl\"?>\n<cn-patent-document lang=\"ZH\" "
        "country=\"CN\">\n  <cn-bibliographic-data>\n    <cn-publication-reference>\n");
    np_buf_printf(
        s->out,
        "      <document-id>\n        <country>CN</country>\n        <doc-number>%s</doc-number>\n "
        "       <kind>%s</kind>\n        <date>%d</date>\n      </document-id>\n      "
        "<gazette-reference>\n        <gazette-num>%d-%02d</gazette-num>\n        "
        "<date>%d</date>\n      </gazette-reference>\n    </cn-publication-reference>\n",
        m->number, m->kind, date, date / 10000 - 1984, date / 100 % 100 * 4, date);
    np_buf_printf(s->out,
                  "    <application-reference appl-type=\"%s\">\n      <document-id>\n        "
                  "<country>CN</country>\n        <doc-number>%s.%c</doc-number>\n        "
                  "<date>%d</date>\n      </document-id>\n    </application-reference>\n",
                  m->utility_model ? "实用新型" : "发明专利", m->application,
                  cn_check_digit(m->application), day_number(m->filed));
    if (s->f->first != OFFICE_CN)
        np_buf_printf(
            s->out,
            "    <priority-claims>\n      <priority-claim sequence=\"1\" kind=\"national\">\n      "
            "  <country>%s</country>\n        <doc-number>%s</doc-number>\n        "
            "<date>%d</date>\n      </priority-claim>\n    </priority-claims>\n",
            office_code(s->f->first), s->f->priority_print, day_number(s->f->priority_day));
}

static void classifications(struct sipo *s)
{
    const char *symbols[SYMBOLS];
    int n = family_symbols(s->f, false, symbols);

    put(s, "    <classifications-ipcr>\n");
    for (int i = 0; i < n; i++) {
        const char *symbol = symbols[i], *slash = strchr(symbol, '/');
        np_buf_printf(s->out,
                      "      <classification-ipcr>\n        <text>%.4s   %.*s/%-5s "
                      "(2006.01)</text>\n      </classification-ipcr>\n",
                      symbol, (int)(slash - symbol - 5), symbol + 5, slash + 1);
    }
    put(s, "    </classifications-ipcr>\n    <invention-title>");
    compose_title(s->f, LANG_ZH, &s->text);
    flush_text(s);
    put(s, "</invention-title>\n    <abstract>\n      <p num=\"1\">");
    compose_abstract(s->f, LANG_ZH, &s->text);
    flush_text(s);
    put(s, "</p>\n    </abstract>\n    <cn-related-publication />\n    <cn-related-documents />\n");
}

static void put_address(struct sipo *s, const struct owner *o)
{
    if (o->place)
        np_buf_printf(s->out, "%s ", o->place->postcode);
    put_escaped(s, o->address);
}

static void parties(struct sipo *s)
{
    struct person p;

    put(s, "    <cn-parties>\n      <cn-applicants cn-representative-is=\"");
    put_address(s, s->f->owner[0]);
    put(s, "\">\n");
    for (int i = 0; i < s->f->owners; i++) {
        np_buf_printf(s->out,
                      "        <cn-applicant sequence=\"%d\">\n          <addressbook "
                      "lang=\"ZH\">\n            <name>",
                      i + 1);
        put_escaped(s, s->f->owner[i]->zh);
        put(s, "</name>\n");
        if (i == 0) {
            put(s, "            <address>\n              <text>");
            put_address(s, s->f->owner[0]);
            put(s, "</text>\n            </address>\n");
        }
        put(s, "          </addressbook>\n        </cn-applicant>\n");
    }
    put(s, "      </cn-applicants>\n      <cn-inventors>\n");
    for (int i = 0; i < s->f->inventors; i++) {
        person_make(s->f->owner[0], s->f->inventor[i], &p);
        np_buf_printf(s->out,
                      "        <cn-inventor sequence=\"%d\" "
                      "cn-not-to-be-published-request-by-inventor=\"no\">\n          "
                      "<name>%s</name>\n        </cn-inventor>\n",
                      i + 1, p.zh);
    }
    put(s, "      </cn-inventors>\n    </cn-parties>\n  </cn-bibliographic-data>\n");
}

static void body(struct sipo *s)
{
    struct claim claim[CLAIMS];
    size_t start = s->out->n, wanted = (size_t)s->world->description_kb * 1024 / 4;

    put(s, "  <application-body lang=\"CN\" country=\"CN\">\n    <description>\n      "
           "<invention-title id=\"tilte1\">");
    compose_title(s->f, LANG_ZH, &s->text);
    flush_text(s);
    put(s, "</invention-title>\n");
    for (int i = 0; s->out->n - start < wanted; i++) {
        np_buf_printf(s->out, "      <p id=\"p%04d\" num=\"%04d\">", i + 1, i + 1);
        compose_paragraph(s->f, LANG_ZH,
                          i == 0  ? PART_FIELD
                          : i < 3 ? PART_BACKGROUND
                                  : PART_DETAIL,
                          i, &s->text);
        flush_text(s);
        put(s, "\n\t</p>\n");
    }
    put(s, "    </description>\n    <claims>\n");
    int n = compose_claims(s->f, LANG_ZH, &s->text, claim);
    for (int i = 0; i < n; i++) {
        np_buf_printf(s->out, "      <claim id=\"cl%04d\" num=\"%04d\">\n        <claim-text>",
                      i + 1, i + 1);
        put_text(s->out, s->text.p + claim[i].start, claim[i].length, MARKUP_SIPO);
        put(s, "</claim-text>\n      </claim>\n");
    }
    put(s, "    </claims>\n  </application-body>\n</cn-patent-document>\n");
}

void sipo_write(const struct world *world, const struct family *family, const struct member *member,
                struct np_buf *out)
{
    struct sipo s = { .world = world, .f = family, .m = member, .out = out };

    head(&s);
    classifications(&s);
    parties(&s);
    body(&s);
    np_buf_release(&s.text);
}
