/* trust.c -- the order of trust per part, in one table.
 *
 * Own office's full text > CNIPA/USPTO bibliographic > DOCDB for texts and parties; DOCDB > others
 * for the family and for normalised numbers (design.md, section 4). Legal events are not ranked:
 * all are kept, and of two words on the same event the latest wins.
 */
#include "trust.h"

const struct np_source_row np_sources[] = {
    { 1, "us-patent-grant", NP_CLASS_OFFICE },
    { 2, "us-patent-application", NP_CLASS_OFFICE },
    { 3, "patdoc", NP_CLASS_OFFICE },
    { 4, "patdoc-sgml", NP_CLASS_OFFICE },
    { 5, "patent-application-publication", NP_CLASS_OFFICE },
    { 6, "ep-patent-document", NP_CLASS_OFFICE },
    { 7, "patent-document", NP_CLASS_COLLECTION },
    { 8, "wo-ocr", NP_CLASS_OFFICE },
    { 9, "wo-st36", NP_CLASS_OFFICE },
    { 10, "st96", NP_CLASS_OFFICE },
    { 11, "cn-business", NP_CLASS_OFFICE },
    { 12, "cn-patent-document", NP_CLASS_OFFICE },
    { 13, "cn-ipph", NP_CLASS_OFFICE },
    { 14, "cn-application-body", NP_CLASS_OFFICE },
    { 15, "exchange-documents", NP_CLASS_DOCDB },
    { 16, "ops", NP_CLASS_DOCDB },
    { 17, "jp-official-gazette", NP_CLASS_OFFICE },
    { 18, "legal-events", NP_CLASS_EVENTS },
    { 19, "cn-prs", NP_CLASS_EVENTS },
    { 20, "us-fees", NP_CLASS_EVENTS },
    { 21, "aps", NP_CLASS_OFFICE },
    { 0, NULL, NP_CLASS_OTHER }
};

const struct np_trust_row np_trust[] = {
    /*                                        full text, office, collection, DOCDB, events, other */
    { NP_ASPECT_TEXTS, "texts", { 0, 1, 2, 3, 5, 4 } },
    { NP_ASPECT_PARTIES, "parties", { 0, 1, 2, 3, 5, 4 } },
    { NP_ASPECT_BIBLIO, "biblio", { 0, 1, 2, 3, 5, 4 } },
    { NP_ASPECT_NUMBERS, "numbers", { 1, 2, 3, 0, 5, 4 } },
    { NP_ASPECT_FAMILY, "family", { 1, 2, 3, 0, 5, 4 } },
    { NP_ASPECTS, NULL, { 0 } }
};

int np_source_of(struct np_slice dialect)
{
    for (const struct np_source_row *row = np_sources; row->dialect; row++)
        if (np_slice_is(dialect, row->dialect))
            return row->source;
    return 0;
}

enum np_source_class np_source_class_of(int source, int parts)
{
    for (const struct np_source_row *row = np_sources; row->dialect; row++) {
        if (row->source != source)
            continue;
        return row->said_as == NP_CLASS_OFFICE && (parts & NP_PART_CLAIMS) ? NP_CLASS_FULL_TEXT
                                                                          : row->said_as;
    }
    return NP_CLASS_OTHER;
}
