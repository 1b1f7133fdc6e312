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
    { 0 }
};

static const struct np_usual *find_usual(const struct np_coverage *of)
{
    for (const struct np_usual *u = np_usuals; u->dialect; u++)
        if (strcmp(u->dialect, of->dialect) == 0 && np_slice_is(of->office, u->office) &&
            u->type == of->type && u->stage == of->stage)
            return u;
    return NULL;
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
