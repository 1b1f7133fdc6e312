/* us_texts.c -- description and claims of a US grant: paragraphs between processing instructions,
 * tables, references to figures and claims.                                                    */
#include "us.h"

static void paragraph(struct us *us, enum part part, int number, int *id)
{
    ++*id;
    us_put(us, "<p id=\"p-");
    put_int(us->out, (unsigned)*id + 1, 4);
    us_put(us, "\" num=\"");
    put_int(us->out, (unsigned)*id, 4);
    us_put(us, "\">");
    if (part == PART_DRAWING)
        np_buf_printf(us->out, "<figref idref=\"DRAWINGS\">FIG. %d</figref>", number);
    compose_paragraph(us->f, LANG_EN, part, number, &us->text);
    us_flush_text(us);
    us_put(us, "</p>\n");
}

static void heading(struct us *us, int number, const char *text)
{
    np_buf_printf(us->out, "<heading id=\"h-%04d\" level=\"1\">%s</heading>\n", number, text);
}

static void table(struct us *us, int number)
{
    np_buf_printf(
        us->out,
        "<tables id=\"TABLE-US-%05d\" num=\"%05d\">\n<table frame=\"none\" colsep=\"0\" "
        "rowsep=\"0\">\n<tgroup align=\"left\" colsep=\"0\" rowsep=\"0\" cols=\"2\">\n<colspec "
        "colname=\"1\" colwidth=\"84pt\" align=\"left\"/>\n<colspec colname=\"2\" "
        "colwidth=\"70pt\" align=\"center\"/>\n<thead>\n<row>\n<entry namest=\"1\" nameend=\"2\" "
        "rowsep=\"1\">TABLE %d</entry>\n</row>\n</thead>\n<tbody valign=\"top\">\n",
        number, number, number);
    for (int i = 1; i <= 6; i++)
        np_buf_printf(us->out, "<row>\n<entry>Example %d</entry>\n<entry>%u.%u</entry>\n</row>\n",
                      i, (unsigned)(us->f->seed >> i) % 90 + 10,
                      (unsigned)(us->f->seed >> (i + 9)) % 10);
    us_put(us, "</tbody>\n</tgroup>\n</table>\n</tables>\n");
}

static size_t description_bytes(const struct us *us)
{
    struct rng r = rng_of(us->f->seed, 0xDE5C);
    size_t mean = (size_t)us->world->description_kb * 1024;

    return mean * 4 / 10 +
           mean * rng_skewed(&r, 180) / 100; /* 0.4 to 2.2 times, more often short */
}

void us_put_description(struct us *us)
{
    int id = 0, figures = 3 + (int)(us->f->seed % 5);
    size_t start = us->out->n, wanted = description_bytes(us);

    us_put(us, "<description id=\"description\">\n<?BRFSUM description=\"Brief Summary\" "
               "end=\"lead\"?>\n");
    heading(us, 1, "TECHNICAL FIELD");
    paragraph(us, PART_FIELD, 0, &id);
    heading(us, 2, "BACKGROUND");
    paragraph(us, PART_BACKGROUND, 0, &id);
    paragraph(us, PART_BACKGROUND, 1, &id);
    heading(us, 3, "SUMMARY");
    for (int i = 0; i < 3; i++)
        paragraph(us, PART_SUMMARY, i, &id);
    us_put(us, "<?BRFSUM description=\"Brief Summary\" "
               "end=\"tail\"?>\n<?brief-description-of-drawings description=\"Brief Description of "
               "Drawings\" end=\"lead\"?>\n<description-of-drawings>\n");
    heading(us, 4, "BRIEF DESCRIPTION OF THE DRAWINGS");
    for (int i = 1; i <= figures; i++)
        paragraph(us, PART_DRAWING, i, &id);
    us_put(us, "</description-of-drawings>\n<?brief-description-of-drawings description=\"Brief "
               "Description of Drawings\" end=\"tail\"?>\n<?DETDESC description=\"Detailed "
               "Description\" end=\"lead\"?>\n");
    heading(us, 5, "DETAILED DESCRIPTION");
    for (int i = 0; us->out->n - start < wanted; i++) {
        paragraph(us, PART_DETAIL, i, &id);
        if (i % 12 == 7)
            table(us, i / 12 + 1);
    }
    us_put(us, "<?DETDESC description=\"Detailed Description\" end=\"tail\"?>\n</description>\n");
}

/* The text with "claim N" as a reference; of "claims N to M" offices tag the first alone. */
static void put_claim_part(struct us *us, const struct claim *c, const char *p, size_t n)
{
    char wanted[40];
    const char *at = NULL;

    if (c->depends_from) {
        snprintf(wanted, sizeof wanted, "claim%s %d", c->depends_to > c->depends_from ? "s" : "",
                 c->depends_from);
        at = memmem(p, n, wanted, strlen(wanted));
    }
    size_t before = at ? (size_t)(at - p) : n;
    put_text(us->out, p, before, MARKUP_US);
    if (!at)
        return;
    np_buf_printf(us->out, "<claim-ref idref=\"CLM-%05d\">%s</claim-ref>", c->depends_from, wanted);
    before += strlen(wanted);
    put_text(us->out, p + before, n - before, MARKUP_US);
}

static void put_claim(struct us *us, const struct claim *c, int number)
{
    const char *text = us->text.p + c->start;
    size_t from = 0;

    np_buf_printf(us->out, "<claim id=\"CLM-%05d\" num=\"%05d\">\n<claim-text>", number, number);
    for (int i = 0; c->part[i]; i++) {
        put_claim_part(us, c, text + from, c->part[i] - from);
        us_put(us, i ? "</claim-text>\n<claim-text>" : "\n<claim-text>");
        from = c->part[i];
    }
    put_claim_part(us, c, text + from, c->length - from);
    us_put(us, from ? "</claim-text>\n</claim-text>\n</claim>\n" : "</claim-text>\n</claim>\n");
}

void us_put_claims(struct us *us)
{
    struct claim claims[CLAIMS];
    int n = compose_claims(us->f, LANG_EN, &us->text, claims);

    us_put(us, "<us-claim-statement>What is claimed is:</us-claim-statement>\n"
               "<claims id=\"claims\">\n");
    for (int i = 0; i < n; i++)
        put_claim(us, &claims[i], i + 1);
    us_put(us, "</claims>\n");
    np_buf_reset(&us->text);
}
