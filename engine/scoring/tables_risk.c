/* tables_risk.c -- columns of risks and of enforcement leads. */
#include "risk.h"
#include "rows.h"

#define TEXT(name, en, zh) { name, NP_CELL_TEXT, "", en, zh, "" }
#define TOLD(name, en, zh, says) { name, NP_CELL_TEXT, "", en, zh, says }
#define DATE(name, en, zh, says) { name, NP_CELL_DATE, "", en, zh, says }
#define COUNT(name, unit, en, zh, says) { name, NP_CELL_INT, unit, en, zh, says }
#define REAL(name, unit, en, zh, says) { name, NP_CELL_REAL, unit, en, zh, says }

#define MARKET                                        \
    TEXT("market", "Market", "市场"),                 \
    TEXT("market_zh", "Market, Chinese", "市场名称"), \
    TEXT("market_en", "Market, English", "市场名称(英文)")
#define OWNER                                                                               \
    TEXT("enterprise", "Enterprise", "企业"), TEXT("enterprise_key", "Enterprise key", "企业键"), \
    TEXT("district", "District", "区县")
#define OVERLAP                                                                             \
    REAL("overlap", "0..1", "Overlap", "重合度", "cosine of claims; of full symbols where claims " \
         "cannot be compared"),                                                             \
    TOLD("overlap_by", "Overlap by", "重合度依据", "claims or symbols"),                    \
    TOLD("shared", "In both", "共有词", "the words, or symbols, that weigh most")

const struct np_column risks_table[] = {
    TOLD("key", "Key", "键", "ENTERPRISE|MARKET|FAMILY"),
    TOLD("list", "List", "名单", "granted: in force there; pending: may be"),
    MARKET,
    REAL("risk", "0..100", "Risk", "风险值", "weighted mean of what is known (rules/scoring.tsv, risk_...)"),
    REAL("coverage", "0..1", "Coverage", "覆盖率", "weight of the components that are known"),
    OVERLAP,
    REAL("xy", "0..1", "Cited against ours", "对本方的引用", "X, Y, I: 1; otherwise cited: 0.5; no: 0"),
    REAL("remaining", "0..1", "Years left of 20", "剩余年限占比", ""),
    REAL("litigious", "0..1", "Owner goes to court", "权利人涉诉", "suits of five years / 5, at most 1"),
    REAL("exposure", "0..1", "We are there", "本方在当地", "rights there, or an export market; else null"),
    TOLD("missing", "Missing", "缺失", "components that are not known, and why"),
    TEXT("family", "Their family", "对方专利族"), TEXT("title", "Their title", "对方标题"),
    TEXT("title_en", "Their title, English", "对方英文标题"),
    TOLD("publication", "Their publication number", "对方公开号", "of the right in the market"),
    TEXT("owners", "Their owners", "对方权利人"),
    TEXT("owner_countries", "Their countries", "对方国家/地区"),
    TEXT("status", "Their status there", "对方当地状态"),
    DATE("expiry", "Expected expiry", "预计届满日", ""),
    REAL("remaining_years", "years", "Years left", "剩余年限", ""),
    COUNT("suits", "suits", "Suits in five years", "近五年诉讼", "of the owner that has most"),
    TEXT("nearest", "Our nearest family", "本方最近专利族"),
    TEXT("nearest_title", "Its title", "其标题"),
    TEXT("cited_by", "Our family whose report cites it", "引用它的本方专利族"),
    TEXT("cited_by_title", "Title of that", "该族标题"),
    TEXT("category", "Category", "引文类别"),
    DATE("cited_on", "Cited on", "引用日", ""),
    TEXT("subfield", "Main subfield", "主要子领域"),
    OWNER,
    { 0 },
};

const struct np_column risk_markets_table[] = {
    TOLD("key", "Key", "键", "ENTERPRISE|MARKET"),
    MARKET,
    COUNT("granted", "families", "In force, near ours", "有效且相近", ""),
    COUNT("pending", "families", "Pending, near ours", "在审且相近", ""),
    REAL("highest", "0..100", "Highest risk", "最高风险值", ""),
    REAL("exposure", "0..1", "We are there", "本方在当地", "null: not known"),
    COUNT("left_out", "pairs", "Left out", "未列出", "pairs beyond near_most for one family of ours"),
    OWNER,
    { 0 },
};

const struct np_column leads_table[] = {
    TOLD("key", "Key", "键", "FAMILY|THEIRS|MARKET|ENTERPRISE"),
    MARKET,
    TOLD("because", "Because of", "线索依据", "citation: X, Y, I of ours in a report on theirs; overlap"),
    OVERLAP,
    TEXT("category", "Category", "引文类别"),
    DATE("cited_on", "Cited on", "引用日", ""),
    TEXT("family", "Our family", "本方专利族"), TEXT("title", "Our title", "本方标题"),
    TOLD("publication", "Our publication number", "本方公开号", "of our right in the market"),
    DATE("published", "Our publication there", "本方当地公开日", "from then on: provisional protection"),
    DATE("granted", "Our grant there", "本方当地授权日", ""),
    TOLD("right", "Kind of our right", "本方权利类型", "invention, utility_model, design"),
    TEXT("status", "Our status there", "本方当地状态"),
    DATE("expiry", "Our expiry", "本方预计届满日", ""),
    REAL("remaining_years", "years", "Our years left", "本方剩余年限", ""),
    TEXT("their_family", "Their family", "对方专利族"), TEXT("their_title", "Their title", "对方标题"),
    TEXT("their_publication", "Their publication number", "对方公开号"),
    DATE("their_priority", "Their priority", "对方优先权日", "later than our first publication"),
    DATE("their_published", "Their publication there", "对方当地公开日", ""),
    DATE("their_granted", "Their grant there", "对方当地授权日", ""),
    TEXT("their_status", "Their status there", "对方当地状态"),
    TEXT("their_owners", "Their owners", "对方权利人"),
    TEXT("their_countries", "Their countries", "对方国家/地区"),
    TEXT("their_address", "Their address", "对方地址"),
    TEXT("subfield", "Main subfield", "主要子领域"),
    OWNER,
    { 0 },
};

const struct np_column alerts_table[] = {
    TOLD("key", "Key", "键", "the same for the same event, whatever the order of the data"),
    TOLD("alert", "Alert", "预警类型", "new_grant, new_xy, entrant, lapsed, due, fee_due, door_closing, "
         "standard, suit"),
    DATE("date", "Since", "预警日", "the day on which it became an alert"),
    DATE("due", "Due", "截止日", ""),
    TEXT("market", "Market", "市场"),
    TOLD("number", "Number", "文献号", "publication, standard, or the parties of a suit"),
    TOLD("why", "Why", "依据", "values of the components"),
    REAL("overlap", "0..1", "Overlap", "重合度", ""),
    TEXT("family", "Our family", "本方专利族"), TEXT("title", "Our title", "本方标题"),
    { "core", NP_CELL_FLAG, "", "Core", "核心", "a high-value candidate of ours" },
    TEXT("other_family", "Other family", "对方专利族"), TEXT("other_title", "Its title", "对方标题"),
    TEXT("other_owners", "Who", "对方"), TEXT("other_countries", "Countries", "对方国家/地区"),
    TEXT("subfield", "Subfield", "子领域"),
    TEXT("look_zh", "What to look at first, Chinese", "先看什么"),
    TEXT("look_en", "What to look at first", "先看什么(英文)"),
    OWNER,
    { 0 },
};

const struct np_column reminders_table[] = {
    COUNT("no", "", "No.", "序号", ""),
    TEXT("key", "Key", "键"),
    TOLD("office", "Office", "国家/地区", "* every"),
    TOLD("applies", "Kinds of right", "适用权利类型", "* every"),
    TEXT("zh", "Reminder, Chinese", "法定提示"),
    TEXT("en", "Reminder", "法定提示(英文)"),
    TEXT("source", "Source", "出处"),
    { 0 },
};

const struct np_column settings_table[] = {
    TEXT("name", "Name", "名称"),
    TOLD("value", "Value", "取值", "as it was when the store was scored"),
    { 0 },
};
