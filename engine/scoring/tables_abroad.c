/* tables_abroad.c -- columns of the layout abroad. */
#include "risk.h"
#include "rows.h"

#define TEXT(name, en, zh) { name, NP_CELL_TEXT, "", en, zh, "" }
#define TOLD(name, en, zh, says) { name, NP_CELL_TEXT, "", en, zh, says }
#define DATE(name, en, zh, says) { name, NP_CELL_DATE, "", en, zh, says }
#define FLAG(name, en, zh, says) { name, NP_CELL_FLAG, "", en, zh, says }
#define COUNT(name, unit, en, zh, says) { name, NP_CELL_INT, unit, en, zh, says }
#define REAL(name, unit, en, zh, says) { name, NP_CELL_REAL, unit, en, zh, says }

#define SIDE TOLD("side", "Side", "归属", "ours: sits in our city; theirs: one of the ten strongest " \
                  "foreign owners of the subfield")
#define SUBJECT                                                                              \
    TEXT("portfolio", "Portfolio", "组合"), SIDE, TEXT("subfield", "Subfield", "子领域"),    \
    TEXT("enterprise", "Enterprise", "企业"), TEXT("enterprise_key", "Key", "企业键"),       \
    TEXT("country", "Country", "国家/地区"), TEXT("district", "District", "区县"),           \
    COUNT("families", "families", "Families", "专利族数", ""),                               \
    COUNT("active", "families", "Active", "有效或在审", "")
#define MARKET                                        \
    TEXT("market", "Market", "目标市场"),             \
    TEXT("market_zh", "Market, Chinese", "市场名称"), \
    TEXT("market_en", "Market, English", "市场名称(英文)")

const struct np_column overseas_table[] = {
    TOLD("key", "Key", "键", "PORTFOLIO|MARKET"),
    SUBJECT,
    MARKET,
    FLAG("target", "Target market", "目标市场", "of markets.tsv: counts in the coverage"),
    COUNT("granted", "families", "In force there", "当地授权有效", "presumed or not; EP: at the office"),
    COUNT("pending", "families", "Pending there", "当地在审", ""),
    COUNT("dead", "families", "Dead there", "当地失效", "lapsed, refused, withdrawn, expired"),
    COUNT("status_unknown", "families", "Status unknown there", "当地状态未知", ""),
    COUNT("without", "families", "Not filed there", "当地未申请", ""),
    REAL("income", "US = 1", "Gross national income", "国民总收入", "what the market weighs"),
    COUNT("income_year", "year", "Year of the income", "收入年份", ""),
    COUNT("peers", "owners", "Foreign owners compared with", "比较的境外权利人数",
          "the ten strongest of the subfield by active families"),
    COUNT("peers_there", "owners", "of them alive there", "其中当地有布局", ""),
    FLAG("open_field", "They are there, we are not", "竞争者布局而我无", ""),
    { 0 },
};

const struct np_column overseas_coverage_table[] = {
    SUBJECT,
    COUNT("core", "families", "Core", "核心专利族", ""),
    REAL("coverage", "0..1", "Coverage of target markets", "目标市场覆盖度",
         "SUM income of target markets with a family in force or pending / SUM of all targets"),
    REAL("coverage_granted", "0..1", "Coverage by grants", "目标市场覆盖度(授权)",
         "the same with a family in force"),
    COUNT("markets", "markets", "Target markets covered", "已覆盖目标市场数", ""),
    TEXT("markets_covered", "Covered", "已覆盖"),
    TEXT("markets_absent", "Not covered", "未覆盖"),
    COUNT("home_only", "families", "In China alone", "只在国内", "active, nothing alive elsewhere"),
    REAL("home_only_share", "0..1", "Share in China alone", "只在国内占比", "of active ones"),
    COUNT("peers", "owners", "Foreign owners compared with", "比较的境外权利人数", ""),
    REAL("peers_coverage", "0..1", "Their mean coverage", "其平均覆盖度", ""),
    COUNT("peers_above", "owners", "of them above", "其中高于本组合", ""),
    TOLD("incomes", "Incomes of the targets", "目标市场权重", "gross national income, US = 1"),
    { 0 },
};

const struct np_column overseas_gaps_table[] = {
    TOLD("key", "Key", "键", "FAMILY|MARKET|ENTERPRISE"),
    TEXT("family", "Family", "专利族"),
    MARKET,
    TOLD("door", "Open door", "可用途径", "paris, pct, pct_surcharge; closed since the last day; unknown: "
         "the priority has no day"),
    DATE("until", "Last day", "截止日", "a day on which the office is closed moves to the next"),
    DATE("until_surcharge", "Last day with a fee", "缴费宽限截止日", ""),
    COUNT("days_left", "days", "Days left", "剩余天数", "below 0: closed since"),
    DATE("priority", "Priority", "优先权日", ""),
    FLAG("pct", "International application", "PCT", ""),
    TEXT("title", "Title", "标题"), TEXT("title_en", "Title, English", "英文标题"),
    TEXT("reference", "Reference member", "参照成员"),
    TEXT("subfield", "Main subfield", "主要子领域"),
    REAL("hv", "0..100", "High-value score", "高价值得分", ""),
    TEXT("enterprise", "Enterprise", "企业"),
    TEXT("enterprise_key", "Enterprise key", "企业键"),
    TEXT("district", "District", "区县"),
    COUNT("urgency", "", "Urgency", "紧迫次序", "open doors by days left, then those closed last"),
    { 0 },
};

#define OWNER                                                                               \
    TEXT("enterprise", "Enterprise", "企业"), TEXT("enterprise_key", "Enterprise key", "企业键"), \
    TEXT("district", "District", "区县")

const struct np_column blocks_table[] = {
    TOLD("key", "Key", "键", "FAMILY|DIRECTION|OTHER|ENTERPRISE"),
    TOLD("direction", "Direction", "方向", "before: the other's stands before ours; behind: ours stands "
         "before the other's"),
    TEXT("family", "Our family", "本方专利族"), TEXT("title", "Title", "标题"),
    TEXT("reference", "Reference member", "参照成员"),
    TEXT("other_family", "Other family", "对方专利族"),
    TEXT("other_title", "Its title", "对方标题"),
    TEXT("other_reference", "Its reference member", "对方参照成员"),
    TEXT("other_owners", "Its owners", "对方权利人"),
    TEXT("other_countries", "Countries of its owners", "对方国家/地区"),
    TOLD("category", "Category", "引文类别", "the strongest: X, I, Y"),
    DATE("date", "Cited on", "引用日", "earliest citing publication"),
    FLAG("by_examiner", "By an examiner", "审查员引用", ""),
    TOLD("in_force", "The one that blocks is in force in", "在先方有效国家/地区", "empty: nowhere, as far as known"),
    FLAG("dependency", "Where ours is alive too", "与本方同地有效",
         "before: to be looked at for a dependency of ours"),
    TEXT("subfield", "Main subfield", "主要子领域"),
    OWNER,
    { 0 },
};

const struct np_column blocking_table[] = {
    TOLD("key", "Key", "键", "ENTERPRISE|OTHER"),
    OWNER,
    TEXT("other", "Other owner", "对方权利人"), TEXT("other_key", "Its key", "对方键"),
    TEXT("other_country", "Its country", "对方国家/地区"),
    COUNT("before", "pairs", "Theirs before ours", "对方阻挡本方",
          "pairs of families: X, Y, I in reports on ours"),
    COUNT("before_alive", "pairs", "of them in force", "其中有效", "theirs is in force somewhere"),
    COUNT("behind", "pairs", "Ours before theirs", "本方阻挡对方", "X, Y, I in reports on theirs"),
    COUNT("behind_alive", "pairs", "of them in force", "其中有效", "ours is in force somewhere"),
    REAL("ratio", "ratio", "Ours to theirs", "阻挡比", "behind / before; null: nothing of theirs before ours"),
    REAL("share", "0..1", "Share of ours", "本方占比", "behind / (behind + before)"),
    DATE("last", "Last citation", "最近引用日", ""),
    { 0 },
};
