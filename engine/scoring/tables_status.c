/* tables_status.c -- columns of the legal status of publications, of their states and events. */
#include "tables.h"

#define STATUS_WORDS                                                                           \
    TEXT("status", "Status", "法律状态"), TEXT("status_zh", "Status, Chinese", "法律状态(中文)"), \
    TEXT("status_en", "Status, English", "法律状态(英文)")

/* Null: no source of legal events speaks of the application. */
const struct np_column status_table[] = {
    TEXT("id", "Publication", "公开号"),
    STATUS_WORDS,
    { "since", NP_CELL_DATE, "", "Since", "起始日", "day of effect" },
    FLAG("presumed", "Presumed", "推定", "no source of legal events speaks of it as it is now"),
    { "read_to", NP_CELL_DATE, "", "Events read up to", "事件数据截至",
      "last event of the office in the data: no end is recorded up to then" },
    { "paid_to", NP_CELL_DATE, "", "Fee paid to", "缴费有效至", "as long as the last fee keeps it" },
    TEXT("decided_by", "Decided by", "依据事件"),
    COUNT("pledges", "pledges", "Pledges", "质押数"),
    TEXT("pledged", "Pledged", "质押"),
    COUNT("licences", "licences", "Licences", "许可数"),
    TEXT("licensed", "Licensed", "许可"),
    FLAG("open_licence", "Licence offered to all", "开放许可", ""),
    COUNT("preservations", "orders", "Court preservations", "保全数"),
    TEXT("preserved", "Preserved by court order", "保全"),
    COUNT("transfers", "transfers", "Transfers", "转移次数"),
    DATE("transferred", "Last transfer", "最近转移日"),
    TEXT("owner", "Last receiver", "最近受让人"),
    DATE("challenged", "Last challenge", "最近被提无效/异议"),
    DATE("narrowed", "Claims narrowed", "权利要求限缩日"),
    TEXT("states_in_force", "In force in", "有效国"),
    TEXT("states_presumed", "Presumed in force in", "推定有效国"),
    TEXT("states_pending", "Pending for", "指定国(审中)"),
    TEXT("states_dead", "Dead in", "失效国"),
    TEXT("states_unknown", "Unknown in", "状态未知国"),
    { "list", NP_CELL_TEXT, "", "List", "清单", "a vendor's export that fills what no source of events says" },
    COUNT("events", "events", "Events counted", "计入事件数"),
    DATE("last_event", "Last event", "最近事件"),
    TEXT("office", "Office", "受理局"),
    TEXT("application", "Application", "申请号"),
    TEXT("family", "Family", "专利族"),
    TEXT("subfield", "Main subfield", "主要子领域"),
    TEXT("title", "Title", "标题"),
    DATE("filing", "Filing", "申请日"),
    DATE("granted", "Granted", "授权日"),
    DATE("expiry", "Expected expiry", "预计届满日"),
    FLAG("pta_unknown", "Term adjustment unknown", "期限调整未知",
         "expiry is the earliest possible"),
    { 0 },
};

const struct np_column states_table[] = {
    TEXT("application", "Application", "申请号"),
    TEXT("state", "State", "国家"),
    STATUS_WORDS,
    { "since", NP_CELL_DATE, "", "Since", "起始日", "day of effect" },
    FLAG("presumed", "Presumed", "推定", "in the register once, no lapse recorded"),
    DATE("paid_to", "Fee paid to", "缴费有效至"),
    TEXT("decided_by", "Decided by", "依据事件"),
    TEXT("office", "Office", "受理局"),
    TEXT("family", "Family", "专利族"),
    { 0 },
};

const struct np_column status_events_table[] = {
    TEXT("application", "Application", "申请号"),
    COUNT("seq", "", "No.", "序号"),
    { "effective", NP_CELL_DATE, "", "Day of effect", "生效日",
      "else of announcement; events are counted in this order" },
    TEXT("event", "Event", "事件代码"),
    TEXT("national", "National code", "国家代码"),
    TEXT("state", "State", "国家"),
    TEXT("effect", "Effect", "作用"),
    TEXT("effect_zh", "Effect, Chinese", "作用(中文)"),
    TEXT("effect_en", "Effect, English", "作用(英文)"),
    TEXT("basis", "Read from", "判定依据"),
    FLAG("counted", "Counted", "计入", "no: later than the day of the run, told before, or unclear"),
    TEXT("number", "Registration number", "登记号"),
    TEXT("party", "Party", "相关方"),
    DATE("date", "Announced", "公告日"),
    TEXT("office", "Office", "受理局"),
    TEXT("event_class", "Class of the event", "事件类别"),
    TEXT("text", "Text", "文字"),
    { 0 },
};
