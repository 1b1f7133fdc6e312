/* filters_status.c -- filters of legal status, events, and what vendors say of them. */
#include "filters.h"

#define STATUS_IS                                                                           \
    { "status", "status", NP_IS, "in_force, presumed_in_force, pending, lapsed, expired, revoked ...", \
      "in_force(有效)、presumed_in_force(推定有效)、pending(审中)、lapsed(未缴费终止) 等" }
#define APPLICATION                                                                         \
    { "application", "application", NP_IS, "the application: office and number, as in 'status'", \
      "申请号: 受理局加号码, 见问题 status" }

const struct np_filter np_status_filters[] = {
    SUBFIELD("subfield", NP_IS),
    FIELD("subfield", NP_BEGINS),
    { "id", "id", NP_BEGINS, "beginning of the publication's id", "公开号开头" },
    { "office", "office", NP_IS, "office: CN, US, EP ...", "受理局: CN、US、EP 等" },
    STATUS_IS,
    { "presumed", "presumed", NP_IS, "yes: no source of legal events speaks of it",
      "yes: 无法律事件来源" },
    { "pledges", "pledges", NP_AT_LEAST, "at least so many pledges", "质押数不少于" },
    { "licences", "licences", NP_AT_LEAST, "at least so many licences", "许可数不少于" },
    { "preservations", "preservations", NP_AT_LEAST, "at least so many court preservations",
      "保全数不少于" },
    { "transfers", "transfers", NP_AT_LEAST, "at least so many transfers", "转移次数不少于" },
    { "owner", "owner", NP_CONTAINS, "part of the last receiver's name", "最近受让人名称的一部分" },
    { "in-state", "states_in_force", NP_HAS, "in force in this state: DE, FR ...",
      "在该国有效: DE、FR 等" },
    { "family", "family", NP_IS, "key of the family", "族号" },
    APPLICATION,
    { "since", "since", NP_AT_LEAST, "that way since this day or later", "现状起始日不早于" },
    { "until", "since", NP_AT_MOST, "that way since this day or earlier", "现状起始日不晚于" },
    { 0 }
};

const struct np_filter np_state_filters[] = {
    APPLICATION,
    { "state", "state", NP_IS, "the state: DE, FR ...; UP: unitary patent",
      "国家: DE、FR 等; UP: 统一专利" },
    { "office", "office", NP_IS, "regional office: EP ...", "地区局: EP 等" },
    STATUS_IS,
    { "family", "family", NP_IS, "key of the family", "族号" },
    { 0 }
};

const struct np_filter np_legal_event_filters[] = {
    APPLICATION,
    { "office", "office", NP_IS, "office: CN, US, EP ...", "受理局: CN、US、EP 等" },
    { "event", "event", NP_IS, "code of the event: CF01, PG25 ...", "事件代码: CF01、PG25 等" },
    { "effect", "effect", NP_IS, "what it does: lapsed, pledged, transferred, unclear ...",
      "作用: lapsed、pledged、transferred、unclear 等" },
    { "state", "state", NP_IS, "the state it concerns", "所涉国家" },
    { "since", "effective", NP_AT_LEAST, "with effect on or after", "生效日不早于" },
    { "until", "effective", NP_AT_MOST, "with effect on or before", "生效日不晚于" },
    { 0 }
};

const struct np_filter np_export_filters[] = {
    { "id", "id", NP_IS, "a publication, in any spelling", "公开号, 任何写法均可" },
    { "family", "family", NP_IS, "key of the family", "族号" },
    { "vendor", "vendor", NP_IS, "incoPat or PatSnap", "incoPat 或 PatSnap" },
    { "pledges", "pledges", NP_AT_LEAST, "at least so many pledges", "质押数不少于" },
    { "licences", "licences", NP_AT_LEAST, "at least so many licences", "许可数不少于" },
    { "suits", "suits", NP_AT_LEAST, "at least so many suits", "诉讼数不少于" },
    { 0 }
};

const struct np_filter np_conflict_filters[] = {
    { "id", "id", NP_IS, "a publication, in any spelling", "公开号, 任何写法均可" },
    { "family", "family", NP_IS, "key of the family", "族号" },
    { "what", "what", NP_IS, "status, filed, granted, application", "status、filed、granted、application" },
    { 0 }
};
