/* usual.c -- what documents of each dialect fill usually (np_usuals[]), measured on real documents.
 *
 * Only fields that at least half of the documents fill, and only where twenty documents or more of
 * one office, type and stage were at hand, from three files or more: by these a file is warned of
 * until the store knows better. Left out is what has come or gone with the years: USPC symbols of
 * inventions ended in 2015. Made from "nanopat query coverage" over the real documents.
 */
#include <nanopat/parse.h>

#include <stdlib.h>
#include <string.h>

const struct np_usual np_usuals[] = {
    { "ep-patent-document", "EP", NP_INVENTION, NP_APPLICATION, 29,
      "office 100 number 100 kind 100 date 100 lang 100 application.office 100 "
      "application.number 100 application.date 100 pct.application 55 pct.publication 55 "
      "priorities 79 priorities.office 79 priorities.number 79 priorities.date 79 title 100 "
      "abstract 72 claims 72 claims.num 72 claims.text 72 claims.depends 72 claim_count 72 "
      "applicants 100 applicants.name 100 applicants.country 100 applicants.city 100 "
      "applicants.address 96 inventors 100 inventors.name 100 inventors.country 100 ipc 100 "
      "designated 100 " },
    { "ep-patent-document", "EP", NP_INVENTION, NP_GRANT, 22,
      "office 100 number 100 kind 100 date 100 lang 100 application.office 100 "
      "application.number 100 application.date 100 pct.application 50 pct.publication 50 "
      "priorities 90 priorities.office 90 priorities.number 90 priorities.date 90 title 100 "
      "claims 100 claims.num 100 claims.text 100 claims.depends 95 claim_count 100 "
      "applicants 100 applicants.name 100 applicants.country 100 applicants.city 100 "
      "applicants.address 100 inventors 100 inventors.name 100 inventors.country 100 ipc 100 "
      "citations 100 citations.office 100 citations.number 100 citations.kind 100 npl 54 "
      "npl.text 54 designated 100 " },
    { "patent-application-publication", "US", NP_INVENTION, NP_APPLICATION, 64,
      "office 100 number 100 kind 100 date 100 lang 100 application.office 100 "
      "application.number 100 application.date 100 parents 56 parents.relation 56 "
      "parents.office 56 parents.number 56 parents.date 56 title 100 abstract 100 claims 98 "
      "claims.num 98 claims.text 98 claims.depends 95 claim_count 98 inventors 100 "
      "inventors.name 100 inventors.country 100 ipc 100 " },
    { "patent-document", "EP", NP_INVENTION, NP_GRANT, 77,
      "office 100 number 100 kind 100 date 100 lang 100 application.office 100 "
      "application.number 100 application.date 100 priorities 100 priorities.office 100 "
      "priorities.number 100 priorities.date 100 title 100 abstract 100 claims 100 "
      "claims.num 100 claims.text 100 claims.depends 100 claim_count 100 applicants 100 "
      "applicants.name 100 applicants.country 100 applicants.city 100 applicants.address 98 "
      "inventors 100 inventors.name 100 inventors.country 100 ipc 100 events 100 "
      "events.office 100 events.code 100 events.date 100 events.state 94 events.text 100 "
      "designated 100 " },
    { "patent-document", "US", NP_INVENTION, NP_APPLICATION, 25,
      "office 100 number 100 kind 100 date 100 lang 100 application.office 100 "
      "application.number 100 application.date 100 family 100 priorities 100 "
      "priorities.office 100 priorities.number 100 priorities.date 100 title 100 "
      "abstract 100 claims 100 claims.num 100 claims.text 100 claims.depends 100 "
      "claim_count 100 applicants 100 applicants.name 100 inventors 100 inventors.name 100 "
      "inventors.country 100 ipc 100 " },
    { "patent-document", "WO", NP_INVENTION, NP_APPLICATION, 25,
      "office 100 number 100 kind 100 date 100 lang 68 application.office 100 "
      "application.number 100 application.date 100 family 100 priorities 100 "
      "priorities.office 100 priorities.number 100 priorities.date 100 title 100 "
      "abstract 100 claims 100 claims.num 100 claims.text 100 claims.depends 96 "
      "claim_count 100 applicants 100 applicants.name 100 applicants.country 100 "
      "inventors 100 inventors.name 100 inventors.country 76 ipc 100 citations 96 "
      "citations.office 96 citations.number 96 citations.kind 96 citations.category 96 "
      "citations.by 96 citations.phase 96 npl 64 npl.text 64 npl.by 64 " },
    { "us-patent-grant", "US", NP_DESIGN, NP_GRANT, 45,
      "office 100 number 100 kind 100 date 100 lang 100 application.office 100 "
      "application.number 100 application.date 100 title 100 claims 95 claims.num 95 "
      "claims.text 95 claim_count 100 applicants 100 applicants.name 100 "
      "applicants.country 100 applicants.region 53 applicants.city 100 inventors 100 "
      "inventors.name 100 inventors.country 100 uspc 100 locarno 100 citations 100 "
      "citations.office 100 citations.number 100 citations.kind 100 citations.date 100 "
      "citations.by 100 " },
    { "us-patent-grant", "US", NP_INVENTION, NP_GRANT, 150,
      "office 100 number 100 kind 100 date 100 lang 100 application.office 100 "
      "application.number 100 application.date 100 title 100 abstract 100 claims 99 "
      "claims.num 99 claims.text 99 claims.depends 98 claim_count 100 applicants 100 "
      "applicants.name 100 applicants.country 100 applicants.city 100 inventors 100 "
      "inventors.name 100 inventors.country 100 ipc 100 citations 100 citations.office 100 "
      "citations.number 100 citations.kind 100 citations.date 100 citations.by 92 " },
    /* Too few at hand to measure; what the formats say every document has (formats/cnipa.md,
     * formats/docdb.md, formats/wipo.md): of an office, or of all offices, types and stages.     */
#define CN_INVENTION \
    "office 100 number 100 kind 100 date 100 application.office 95 application.number 95 " \
    "application.date 95 title 95 abstract 90 applicants 90 inventors 90 ipc 95 "
    { "cn-business", "CN", NP_INVENTION, NP_APPLICATION, 0, CN_INVENTION },
    { "cn-business", "CN", NP_INVENTION, NP_GRANT, 0, CN_INVENTION },
    { "cn-business", "CN", NP_UTILITY_MODEL, NP_GRANT, 0, CN_INVENTION },
    { "cn-patent-document", "CN", NP_INVENTION, NP_APPLICATION, 0, CN_INVENTION },
    { "cn-patent-document", "CN", NP_INVENTION, NP_GRANT, 0, CN_INVENTION },
    { "cn-patent-document", "CN", NP_UTILITY_MODEL, NP_GRANT, 0, CN_INVENTION },
    { "exchange-documents", NULL, 0, 0, 0,
      "office 100 number 100 kind 100 date 95 application.office 95 application.number 95 "
      "application.date 90 family 95 " },
    { "jp-official-gazette", NULL, 0, 0, 0,
      "office 100 number 100 kind 100 date 95 application.number 95 application.date 90 "
      "title 95 " },
    { "legal-events", NULL, 0, 0, 0, "events 100 events.office 95 events.code 95 events.date 95 " },
    { "cn-prs", NULL, 0, 0, 0, "events 100 events.office 95 events.code 95 events.date 95 " },
    { 0 }
};

/* Its own row, else that of all offices, types and stages. */
static const struct np_usual *find_usual(const struct np_coverage *of)
{
    const struct np_usual *any = NULL;

    for (const struct np_usual *u = np_usuals; u->dialect; u++) {
        if (strcmp(u->dialect, of->dialect) != 0)
            continue;
        if (!u->office)
            any = u;
        else if (np_slice_is(of->office, u->office) && u->type == of->type &&
                 u->stage == of->stage)
            return u;
    }
    return any;
}

/* The share behind the whole word; 0 if it is not there. */
static long share_of(const char *shares, const char *field)
{
    size_t n = strlen(field);

    for (const char *p = shares; (p = strstr(p, field)); p += n)
        if ((p == shares || p[-1] == ' ') && p[n] == ' ')
            return strtol(p + n, NULL, 10);
    return 0;
}

void np_usual_of(struct np_coverage *usual)
{
    const struct np_usual *u = find_usual(usual);

    usual->documents = 0;
    memset(usual->filled, 0, sizeof usual->filled);
    if (!u)
        return;
    usual->documents = 100;
    for (size_t i = 0; i < np_filled_count(); i++)
        usual->filled[i] = share_of(u->shares, np_filled_name(i));
}
