/* dialects.h -- the dialects, one row each; dialect.c lists them in np_dialects[]. */
#ifndef PARSERS_DIALECTS_H
#define PARSERS_DIALECTS_H

#include "walk.h"

/* Declare the dialect here and add its address to np_dialects[] in dialect.c. */
extern const struct np_dialect np_dialect_us_grant, np_dialect_us_application, np_dialect_us_pap;
extern const struct np_dialect np_dialect_aps, np_dialect_us_fees;
extern const struct np_dialect np_dialect_ep;
extern const struct np_dialect np_dialect_patdoc, np_dialect_patdoc_sgml;
extern const struct np_dialect np_dialect_docdb, np_dialect_ops;
extern const struct np_dialect np_dialect_cn_business, np_dialect_cn_patent_document;
extern const struct np_dialect np_dialect_cn_ipph, np_dialect_cn_application_body;
extern const struct np_dialect np_dialect_jp_gazette, np_dialect_st96;
extern const struct np_dialect np_dialect_marec, np_dialect_wo_ocr, np_dialect_wo_st36;
extern const struct np_dialect np_dialect_legal_events, np_dialect_cn_prs;

#endif
