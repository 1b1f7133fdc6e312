/* filters.h -- filters that many questions share. With the option "subfield" or "field" they take code, slug
 * or name (ask.c); places take any spelling (ask_place.c).
 */
#ifndef QUERY_FILTERS_H
#define QUERY_FILTERS_H

#include "query.h"

#define SUBFIELD(column, test)                                                              \
    { "subfield", column, test, "code, slug or name of a subfield: 1.8, quantum-dots",       \
      "子领域的代码、标识或名称: 1.8、quantum-dots、半导体量子点材料" }
#define FIELD(column, test)                                                                 \
    { "field", column, test, "electronics, bio, energy or other; or 1 to 4",                 \
      "electronics、bio、energy、other 或 1 至 4" }
#define PLACE                                                                               \
    { "city", "city", NP_CONTAINS, "a city in any spelling: 苏州, Suzhou; or part of its name", \
      "城市的任一写法: 苏州、Suzhou; 或名称的一部分" },                                      \
    { "district", "district", NP_CONTAINS,                                                   \
      "a district by code or any spelling: 320571, SIP; or part of its name",                \
      "区县代码或任一写法: 320571、园区、SIP; 或名称的一部分" },                             \
    { "country", "country", NP_IS, "country: CN, US, JP ...", "国家/地区: CN、US、JP 等" },  \
    { "local", "local", NP_IS, "yes: in our city", "yes: 本市" },                            \
    { "kind", "kind", NP_IS, "company, university, institute, hospital, person or other",    \
      "company、university、institute、hospital、person 或 other" }
#define FILED                                                                               \
    { "since", "filing", NP_AT_LEAST, "filed on or after: 2021, 2021-05, 2021-05-04",        \
      "申请日不早于: 2021、2021-05、2021-05-04" },                                           \
    { "until", "filing", NP_AT_MOST, "filed on or before", "申请日不晚于" }
#define ACTIVE                                                                              \
    { "active", "active", NP_AT_LEAST, "at least so many active families",                   \
      "有效或在审族数不少于" }
#define OWNER { "owner", "enterprise_key", NP_IS, "key of the enterprise", "企业键" }
#define ENTERPRISE                                                                          \
    { "enterprise", "enterprise", NP_CONTAINS, "part of the enterprise's name", "企业名称的一部分" }

/* filters_abroad.c */
extern const struct np_filter np_overseas_filters[], np_coverage_abroad_filters[], np_gap_filters[];
extern const struct np_filter np_block_filters[], np_blocking_filters[];
extern const struct np_filter np_risk_filters[], np_risk_market_filters[], np_lead_filters[], np_alert_filters[];

/* filters_standards.c */
extern const struct np_filter np_named_filters[], np_standard_filters[], np_declaration_filters[],
    np_participation_filters[], np_candidate_filters[], np_element_filters[], np_layout_filters[];

/* filters_families.c */
extern const struct np_filter np_portfolio_filters[], np_portfolio_family_filters[], np_family_filters[],
    np_frame_filters[], np_profile_filters[], np_subfield_filters[], np_area_filters[], np_measure_filters[];

/* filters_enterprises.c */
extern const struct np_filter np_enterprise_filters[], np_library_filters[], np_scheme_filters[],
    np_suggestion_filters[], np_name_filters[], np_alias_filters[], np_change_filters[],
    np_place_filters[];

/* filters_status.c */
extern const struct np_filter np_status_filters[], np_state_filters[], np_legal_event_filters[],
    np_export_filters[], np_conflict_filters[];

/* filters_store.c: of what sources said */
extern const struct np_filter np_publication_filters[], np_citation_filters[], np_hit_filters[],
    np_evidence_filters[], np_reject_filters[], np_note_filters[], np_input_filters[],
    np_coverage_filters[], np_passed_filters[];

#endif
