/* ep_paths.c -- where things stand in EPO full text (formats/ep-fulltext.md, sections 2 and 3).
 *
 * The names below SDOBI are those of WIPO ST.32: B and the INID code. Opponents (B780) and
 * representatives (B740) use the same snm, adr, ctry and date as the parties of the record, and
 * amended-claims the same claim as the claims: only the path tells them apart.
 */
#include "ep.h"

#define PERSON_ROWS(path, close)                                                                \
    { "SDOBI/B700/" path "/", np_ep_open_person, close },                                       \
    { "SDOBI/B700/" path "/snm|fnm|sfx|onm|iid", NULL, np_ep_person_part },                     \
    { "SDOBI/B700/" path "/adr/str|pbox|city|state|ctry|pcode", NULL, np_ep_person_part }

#define PARENT_ROWS(path)                                                                       \
    { "SDOBI/B600/" path "/", np_ep_open_parent, np_ep_parent },                                \
    { "SDOBI/B600/" path "/parent/pdoc/dnum/anum", NULL, np_ep_parent_number },                 \
    { "SDOBI/B600/" path "/parent/pdoc/date", NULL, np_ep_parent_date }

#define CITATION "search-report-data/srep-for-pub/srep-citations/citation"

const struct np_path np_ep_paths[] = {
    { "SDOBI/", np_ep_begin, NULL },
    { "SDOBI/B100/B110", NULL, np_ep_number },             /* INID 11 */
    { "SDOBI/B100/B130", NULL, np_ep_kind },               /* INID 13 */
    { "SDOBI/B100/B140/date", NULL, np_ep_date },          /* INID 40 */
    { "SDOBI/B200/B210", NULL, np_ep_application_number }, /* INID 21 */
    { "SDOBI/B200/B220/date", NULL, np_ep_application_date },
    { "SDOBI/B200/B260", NULL, np_ep_language },           /* INID 26 */

    /* INID 31, 32, 33, flat and repeating: each B310 begins a priority. */
    { "SDOBI/B300/B310", NULL, np_ep_priority_number },
    { "SDOBI/B300/B320/date", NULL, np_ep_priority_date },
    { "SDOBI/B300/B330/ctry", NULL, np_ep_priority_country },

    /* Lapses: flat pairs of date and state; validation states in B475EP. */
    { "SDOBI/B400/B472/B475|B475EP/date", NULL, np_ep_lapse_date },
    { "SDOBI/B400/B472/B475|B475EP/ctry", NULL, np_ep_lapse_state },

    { "SDOBI/B500/B510EP/classification-ipcr/text", NULL, np_ep_ipc },
    { "SDOBI/B500/B510/B511|B512|B513|B514|B515", NULL, np_ep_older_ipc },
    { "SDOBI/B500/B510/B517EP", NULL, np_ep_linked_ipc },
    { "SDOBI/B500/B520EP/classifications-cpc/classification-cpc/text", NULL, np_ep_cpc },
    { "SDOBI/B500/B540/B541", NULL, np_ep_title_language }, /* INID 54, flat pairs */
    { "SDOBI/B500/B540/B542", NULL, np_ep_title },
    { "SDOBI/B500/B560/B561/text", NULL, np_ep_cited_patent }, /* INID 56 */
    { "SDOBI/B500/B560/B562/text", NULL, np_ep_cited_literature },

    PARENT_ROWS("B610"),      /* INID 61: addition to */
    PARENT_ROWS("B620"),      /* INID 62: divided from; B620EP are the children */
    PARENT_ROWS("B630/B631"), /* INID 63: continuation of */
    PARENT_ROWS("B630/B632"),
    PARENT_ROWS("B660"), /* INID 66: substitute for */

    PERSON_ROWS("B710/B711", np_ep_applicant),  /* INID 71: A documents */
    PERSON_ROWS("B720/B721", np_ep_inventor),   /* INID 72 */
    PERSON_ROWS("B730/B731", np_ep_proprietor), /* INID 73: B documents */

    { "SDOBI/B800/B840/ctry", NULL, np_ep_designated }, /* INID 84 */
    { "SDOBI/B800/B860/B861/dnum/anum", NULL, np_ep_pct_application },
    { "SDOBI/B800/B870/B871/dnum/pnum", NULL, np_ep_pct_publication },

    { "abstract", NULL, np_ep_abstract },
    { "claims", np_ep_open_claims, NULL },
    { "description", np_walk_describe, NULL },
    { "claims/claim", np_ep_open_claim, np_ep_claim },

    { CITATION "/", np_ep_open_citation, np_ep_citation },
    { CITATION "/patcit/", np_ep_open_patcit, NULL },
    { CITATION "/patcit/document-id/country|doc-number|kind|date", NULL, np_ep_patcit_part },
    { CITATION "/patcit/text", NULL, np_ep_patcit_part },
    { CITATION "/nplcit", NULL, np_ep_nplcit },
    { CITATION "/category", NULL, np_ep_category },
    { 0 }
};
