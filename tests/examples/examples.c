/* examples.c -- the worked examples of the scoring notes, from the outside.
 *
 *   examples write EXAMPLES.json DIR     DIR/docdb.xml   bibliographic exchange documents
 *                                        DIR/claims.xml  claims as OPS answers them
 *                                        DIR/legal.xml   legal events as OPS answers them
 *                                        settings (TSV) for a copy of the rules folder
 *   examples compare EXAMPLES.json FAMILIES.jsonl ENTERPRISES.jsonl PORTFOLIOS.jsonl
 *   examples skip EXAMPLES.json FAMILIES.jsonl    quality_index_4 where qi_missing is skip
 *
 * Every value goes the whole way: dump, ingest, store, score, query. The examples give technology
 * fields; a title of ours puts each field's families into one subfield, so that cohorts and
 * specialisation are by field here too.
 */
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a family of a technology field is called, and where that puts it. */
static const struct { int field; const char *title, *subfield; } titles[] = {
    { 20, "Graphene film and method for growing it by chemical vapor deposition", "1.12" },
    { 8, "Core-shell quantum dots", "1.8" },
    { 1, "Cathode active material for a lithium-ion battery", "3.2" },
    { 16, "Lipid nanoparticles for drug delivery", "2.12" },
};
enum { NTITLES = sizeof titles / sizeof *titles };

/* How an office numbers: application and publication of family n; kinds of stages. */
static const struct office {
    const char *code, *application, *publication, *grant, *kind, *grant_kind;
} offices[] = {
    { "CN", "20101%07d", "1021%05d", "1021%05d", "A", "B" },
    { "US", "201113%06d", "20120%06d", "83%05d", "A1", "B2" },
    { "EP", "1015%04d", "251%04d", "251%04d", "A1", "B1" },
    { "JP", "2011501%03d", "2012501%03d", "5501%03d", "A", "B2" },
    { "KR", "2014710%04d", "2015010%04d", "10150%04d", "A", "B1" },
    { "WO", "US201504%04d", "201702%04d", "", "A1", "" },
};
enum { NOFFICES = sizeof offices / sizeof *offices };

static const struct office *office_of(const char *code)
{
    for (int i = 0; i < NOFFICES; i++)
        if (strcmp(offices[i].code, code) == 0)
            return &offices[i];
    fprintf(stderr, "examples: no numbers for office '%s'\n", code);
    exit(1);
}

static const char *text_in(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));

    return text ? text : "";
}

static long int_in(const json_t *object, const char *key)
{
    return (long)json_integer_value(json_object_get(object, key));
}

/* "2010-03-01" without the hyphens. */
static const char *day(const json_t *family, const char *key, char compact[9])
{
    const char *s = text_in(family, key);
    int n = 0;

    for (; *s && n < 8; s++)
        if (*s != '-')
            compact[n++] = *s;
    compact[n] = '\0';
    return compact;
}

static int number_of(const char *family)
{
    return atoi(family + 1);
}

static FILE *create(const char *folder, const char *name)
{
    char path[4096];
    FILE *f;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    f = fopen(path, "w");
    if (!f) {
        perror(path);
        exit(1);
    }
    return f;
}

/* ---- writing: numbers ---- */

static void put_publication(FILE *f, const struct office *o, int n, bool grant)
{
    fprintf(f, "<country>%s</country><doc-number>", o->code);
    fprintf(f, grant ? o->grant : o->publication, n);
    fprintf(f, "</doc-number><kind>%s</kind>", grant ? o->grant_kind : o->kind);
}

static void put_application(FILE *f, const struct office *o, int n, const json_t *family)
{
    char compact[9];

    fprintf(f, "<exch:application-reference data-format=\"docdb\"><document-id><country>%.2s"
               "</country><doc-number>", strcmp(o->code, "WO") == 0 ? "US" : o->code);
    fprintf(f, strcmp(o->code, "WO") == 0 ? o->application + 2 : o->application, n);
    fprintf(f, "</doc-number><kind>%s</kind><date>%s</date></document-id>"
               "</exch:application-reference>",
            strcmp(o->code, "WO") == 0 ? "W" : "A", day(family, "filing", compact));
}

/* ---- writing: exchange documents ---- */

static void put_symbols(FILE *f, const json_t *family)
{
    const json_t *symbol;
    size_t i;

    fputs("<exch:classifications-ipcr>", f);
    json_array_foreach(json_object_get(family, "ipc"), i, symbol) {
        const char *s = json_string_value(symbol), *slash = strchr(s, '/');

        fprintf(f, "<classification-ipcr sequence=\"%zu\"><text>%.4s%4.*s/%-10s20060101A%cI"
                   "20110101BHEP        </text></classification-ipcr>",
                i + 1, s, (int)(slash - s - 4), s + 4, slash + 1, i ? 'L' : 'F');
    }
    fputs("</exch:classifications-ipcr>", f);
}

static void put_applicants(FILE *f, const json_t *family)
{
    const json_t *name;
    size_t i;

    fputs("<exch:parties><exch:applicants>", f);
    json_array_foreach(json_object_get(family, "applicants"), i, name)
        fprintf(f, "<exch:applicant sequence=\"%zu\" data-format=\"docdb\"><exch:applicant-name>"
                   "<name>%s</name></exch:applicant-name><residence><country>CN</country>"
                   "</residence></exch:applicant>",
                i + 1, json_string_value(name));
    fputs("</exch:applicants></exch:parties>", f);
}

static void put_title(FILE *f, const json_t *family)
{
    for (int i = 0; i < NTITLES; i++)
        if (titles[i].field == int_in(family, "field"))
            fprintf(f, "<exch:invention-title lang=\"en\" data-format=\"docdba\">%s"
                       "</exch:invention-title>", titles[i].title);
}

/* The search of an office: an empty list says that nothing was found. */
static void put_citations(FILE *f, const json_t *root, const char *name, const char *office,
                          long npl)
{
    const json_t *citation;
    size_t i;

    fputs("<exch:references-cited>", f);
    json_array_foreach(json_object_get(root, "citations"), i, citation) {
        const char *category = text_in(citation, "category");

        if (strcmp(text_in(citation, "citing"), name) != 0 ||
            strcmp(text_in(citation, "office"), office) != 0)
            continue;
        fprintf(f, "<exch:citation cited-phase=\"%s\" sequence=\"%zu\"><patcit num=\"%zu\" "
                   "dnum-type=\"publication number\"><document-id>",
                strcmp(office, "WO") == 0 ? "ISR" : "SEA", i + 1, i + 1);
        put_publication(f, office_of("CN"), number_of(text_in(citation, "cited")), false);
        fprintf(f, "</document-id></patcit><rel-passage><category>%s</category></rel-passage>"
                   "</exch:citation>", category);
    }
    for (long k = 1; k <= npl; k++)
        fprintf(f, "<exch:citation cited-phase=\"SEA\" sequence=\"%ld\"><nplcit num=\"%ld\" "
                   "npl-type=\"s\"><text>HOLLOWELL M ET AL: \"On nothing in particular, part %ld\""
                   "</text></nplcit></exch:citation>", 50 + k, k, k);
    fputs("</exch:references-cited>", f);
}

static void put_document(FILE *f, const json_t *root, const char *name, const json_t *family,
                         const struct office *o, bool grant, long npl)
{
    int n = number_of(name);
    char compact[9];

    fprintf(f, "<exch:exchange-document country=\"%s\" doc-number=\"", o->code);
    fprintf(f, grant ? o->grant : o->publication, n);
    day(family, grant ? "grant" : "publication", compact);
    fprintf(f, "\" kind=\"%s\" date-publ=\"%s\" family-id=\"%d\" originating-office=\"EP\">"
               "<exch:bibliographic-data><exch:publication-reference data-format=\"docdb\">"
               "<document-id>", grant ? o->grant_kind : o->kind, compact, 44000000 + n);
    put_publication(f, o, n, grant);
    fprintf(f, "<date>%s</date></document-id></exch:publication-reference>", compact);
    put_symbols(f, family);
    put_application(f, o, n, family);
    put_applicants(f, family);
    put_title(f, family);
    if (!grant)
        put_citations(f, root, name, o->code, npl);
    fputs("</exch:bibliographic-data></exch:exchange-document>\n", f);
}

static void write_documents(const json_t *root, const char *folder)
{
    FILE *f = create(folder, "docdb.xml");
    const char *name, *office;
    json_t *family, *status;

    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?><exch:exchange-documents "
          "xmlns:exch=\"http://www.epo.org/exchange\" date-of-exchange=\"20210101\">", f);
    json_object_foreach(json_object_get(root, "families"), name, family) {
        long npl = int_in(family, "npl");

        json_object_foreach(json_object_get(family, "members"), office, status) {
            const char *word = json_string_value(status);

            put_document(f, root, name, family, office_of(office), false, npl);
            npl = 0; /* one member's list is the longest */
            if (strcmp(word, "granted") == 0 || strcmp(word, "lapsed") == 0)
                put_document(f, root, name, family, office_of(office), true, 0);
        }
    }
    fputs("</exch:exchange-documents>\n", f);
    fclose(f);
}

/* ---- writing: claims and legal events ---- */

#define OPS_HEAD                                                                               \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ops:world-patent-data "                        \
    "xmlns=\"http://www.epo.org/exchange\" xmlns:ops=\"http://ops.epo.org\">"

/* Claims of the granted text count, else of the published one. */
static void write_claims(const json_t *root, const char *folder)
{
    FILE *f = create(folder, "claims.xml");
    const char *name;
    json_t *family;

    fputs(OPS_HEAD "<ftxt:fulltext-documents xmlns=\"http://www.epo.org/fulltext\" "
                   "xmlns:ftxt=\"http://www.epo.org/fulltext\">", f);
    json_object_foreach(json_object_get(root, "families"), name, family) {
        const json_t *members = json_object_get(family, "members");
        const char *code = json_object_get(members, "CN") ? "CN" : "US";
        const char *status = text_in(members, code);
        const struct office *o = office_of(code);

        fputs("<ftxt:fulltext-document system=\"ops.epo.org\"><bibliographic-data>"
              "<publication-reference data-format=\"docdb\"><document-id>", f);
        put_publication(f, o, number_of(name), strcmp(status, "granted") == 0);
        fputs("</document-id></publication-reference></bibliographic-data><claims lang=\"EN\">"
              "<claim><claim-text>1. A material as shown.</claim-text>", f);
        for (long k = 2; k <= int_in(family, "claims"); k++)
            fprintf(f, "<claim-text>%ld. The material of claim 1, number %ld.</claim-text>", k, k);
        fputs("</claim></claims></ftxt:fulltext-document>", f);
    }
    fputs("</ftxt:fulltext-documents></ops:world-patent-data>\n", f);
    fclose(f);
}

static void put_event(FILE *f, const struct office *o, int n, const json_t *family,
                      const char *code)
{
    char compact[9];

    fputs("<ops:family-member><publication-reference><document-id document-id-type=\"docdb\">", f);
    put_publication(f, o, n, false);
    fprintf(f, "<date>%s</date></document-id></publication-reference><application-reference>"
               "<document-id document-id-type=\"docdb\"><country>%s</country><doc-number>",
            day(family, "publication", compact), o->code);
    fprintf(f, o->application, n);
    fprintf(f, "</doc-number><kind>A</kind><date>%s</date></document-id></application-reference>"
               "<ops:legal code=\"%s\" desc=\"END\"><ops:L001EP>%s</ops:L001EP><ops:L007EP>"
               "2019-01-01</ops:L007EP><ops:L008EP>%s</ops:L008EP></ops:legal>"
               "</ops:family-member>",
            day(family, "filing", compact), code, o->code, code);
}

static void write_events(const json_t *root, const char *folder)
{
    FILE *f = create(folder, "legal.xml");
    const char *name, *office;
    json_t *family, *status;

    fputs(OPS_HEAD "<ops:patent-family legal=\"true\">", f);
    json_object_foreach(json_object_get(root, "families"), name, family)
        json_object_foreach(json_object_get(family, "members"), office, status) {
            if (strcmp(json_string_value(status), "lapsed") == 0)
                put_event(f, office_of(office), number_of(name), family, "LAPS");
            if (strcmp(json_string_value(status), "refused") == 0)
                put_event(f, office_of(office), number_of(name), family, "RJ01");
        }
    fputs("</ops:patent-family></ops:world-patent-data>\n", f);
    fclose(f);
}

/* ---- writing: settings ---- */

static void write_settings(const json_t *root, const char *folder)
{
    const json_t *config = json_object_get(root, "config");
    FILE *f = create(folder, "gni.tsv");
    const char *office;
    json_t *value;

    fputs("office\tyear\tgni\n", f);
    json_object_foreach(json_object_get(config, "gni_rel"), office, value)
        fprintf(f, "%s\t2020\t%g\n", office, json_number_value(value));
    fclose(f);
    f = create(folder, "office_weights.tsv");
    json_object_foreach(json_object_get(config, "office_citation_weight"), office, value)
        fprintf(f, "office_weight %s\t%g\tof the examples\n", office, json_number_value(value));
    fclose(f);
    f = create(folder, "tech35.tsv");
    fputs("prefix\tfield\tname\tsector\nC01B\t20\t\t\nC09K\t20\t\t\nH10D\t8\t\t\nH10K\t8\t\t\n"
          "H01M\t1\t\t\nA61K\t16\t\t\n", f);
    fclose(f);
}

/* ---- comparing ---- */

static int compared, wrong;

static void compare(const char *what, const char *name, const json_t *got, const json_t *expected)
{
    char left[64] = "null", right[64] = "null";

    if (json_is_number(got) || json_is_boolean(got))
        snprintf(left, sizeof left, "%.6f",
                 json_is_number(got) ? json_number_value(got) : (double)json_is_true(got));
    if (json_is_number(expected) || json_is_boolean(expected))
        snprintf(right, sizeof right, "%.6f",
                 json_is_number(expected) ? json_number_value(expected)
                                          : (double)json_is_true(expected));
    compared++;
    if (strcmp(left, right) == 0)
        return;
    wrong++;
    printf("%s %s: %s, expected %s%s\n", what, name, left, right, got ? "" : " (no such column)");
}

/* Lines of JSON by the value of a column. */
static json_t *rows_by(const char *path, const char *column)
{
    json_t *rows = json_object();
    FILE *f = fopen(path, "r");
    json_t *row;

    if (!f) {
        perror(path);
        exit(1);
    }
    while ((row = json_loadf(f, JSON_DISABLE_EOF_CHECK, NULL)) != NULL)
        json_object_set_new(rows, text_in(row, column), row);
    fclose(f);
    return rows;
}

static void compare_families(const json_t *root, const json_t *rows)
{
    const json_t *expected = json_object_get(json_object_get(root, "expected"), "family");
    const char *name, *what;
    json_t *values, *value;

    json_object_foreach((json_t *)expected, name, values) {
        char key[32];
        const json_t *row;

        snprintf(key, sizeof key, "%d", 44000000 + number_of(name));
        row = json_object_get(rows, key);
        if (!row)
            printf("%s: no family %s\n", name, key), wrong++;
        json_object_foreach(values, what, value) {
            if (strcmp(what, "cohort") == 0 || strcmp(what, "index") == 0 ||
                strcmp(what, "quality_index_4_skip") == 0)
                continue; /* no columns; a setting of its own */
            if (strcmp(what, "window5_complete") == 0)
                compare(name, what, json_boolean(!json_is_true(json_object_get(row, "window_open"))),
                        value);
            else
                compare(name, what, json_object_get(row, what), value);
        }
    }
}

static void compare_skipped(const json_t *root, const json_t *rows)
{
    const json_t *expected = json_object_get(json_object_get(root, "expected"), "family");
    const char *name;
    json_t *values;

    json_object_foreach((json_t *)expected, name, values) {
        char key[32];

        snprintf(key, sizeof key, "%d", 44000000 + number_of(name));
        compare(name, "quality_index_4",
                json_object_get(json_object_get(rows, key), "quality_index_4"),
                json_object_get(values, "quality_index_4_skip"));
    }
}

static const char *subfield_of(int field)
{
    for (int i = 0; i < NTITLES; i++)
        if (titles[i].field == field)
            return titles[i].subfield;
    return "";
}

static void compare_specialisation(const char *name, const char *column, const json_t *expected,
                                   const json_t *portfolios)
{
    const char *field;
    json_t *value;

    json_object_foreach((json_t *)expected, field, value) {
        char key[64];

        snprintf(key, sizeof key, "%s|%s", name, subfield_of(atoi(field)));
        compare(key, column, json_object_get(json_object_get(portfolios, key), column), value);
    }
}

static void compare_owners(const json_t *root, const json_t *enterprises, const json_t *portfolios)
{
    const json_t *expected = json_object_get(json_object_get(root, "expected"), "portfolio");
    const char *name, *what;
    json_t *values, *value;

    json_object_foreach((json_t *)expected, name, values) {
        const json_t *row = json_object_get(enterprises, name);

        json_object_foreach(values, what, value) {
            if (json_is_object(value))
                compare_specialisation(name, what, value, portfolios);
            else
                compare(name, what, json_object_get(row, strcmp(what, "size") == 0 ? "families" :
                        strcmp(what, "size_fractional") == 0 ? "families_fractional" : what), value);
        }
    }
}

static void write_all(const json_t *root, const char *folder)
{
    write_documents(root, folder);
    write_claims(root, folder);
    write_events(root, folder);
    write_settings(root, folder);
}

static int compare_all(const json_t *root, int argc, char **argv)
{
    json_t *families = rows_by(argv[3], "key");

    if (strcmp(argv[1], "skip") == 0)
        compare_skipped(root, families);
    else
        compare_families(root, families);
    json_decref(families);
    if (argc > 5) {
        json_t *enterprises = rows_by(argv[4], "key"), *portfolios = rows_by(argv[5], "key");

        compare_owners(root, enterprises, portfolios);
        json_decref(enterprises);
        json_decref(portfolios);
    }
    printf("%d values compared, %d differ\n", compared, wrong);
    return wrong != 0;
}

int main(int argc, char **argv)
{
    json_t *root = argc > 3 ? json_load_file(argv[2], 0, NULL) : NULL;
    int code = 0;

    if (!root) {
        fputs("usage: examples write|compare EXAMPLES.json ...\n", stderr);
        return 2;
    }
    if (strcmp(argv[1], "write") == 0)
        write_all(root, argv[3]);
    else
        code = compare_all(root, argc, argv);
    json_decref(root);
    return code;
}
