/* tables_standards.c -- columns of candidates for standards and of the charts behind them. */
#include "rows.h"

#define TEXT(name, en, zh) { name, NP_CELL_TEXT, "", en, zh, "" }
#define TOLD(name, en, zh, says) { name, NP_CELL_TEXT, "", en, zh, says }
#define DATE(name, en, zh) { name, NP_CELL_DATE, "", en, zh, "" }
#define COUNT(name, unit, en, zh, says) { name, NP_CELL_INT, unit, en, zh, says }
#define REAL(name, unit, en, zh, says) { name, NP_CELL_REAL, unit, en, zh, says }

const struct np_column candidates_table[] = {
    TOLD("standard", "Standard", "标准", "the edition that was compared"),
    TEXT("family", "Family", "专利族"),
    TOLD("publication", "Publication", "公开号", "whose claims were compared"),
    TEXT("title", "Title", "标题"),
    TEXT("enterprises", "Owners", "权利人"),
    TEXT("enterprise_keys", "Keys of owners", "权利人键"),
    TOLD("side", "Side", "归属", "ours: an owner sits in our city; theirs: none does"),
    TOLD("list", "List", "名单", "candidate; prior_art_risk: the standard was published before the priority"),
    TOLD("tier", "Tier", "等级", "A, B, C; empty: declared, and nothing else says that it is near"),
    REAL("sep", "0..100", "SEP score", "候选得分", "a signal for an officer to look at; never says essential"),
    REAL("coverage", "0..1", "Coverage of the score", "得分覆盖率", "weight of the components that are known"),
    REAL("cov_idf", "0..1", "Terms covered", "术语覆盖", "of the claim, by the nearest text, by weight"),
    REAL("elem", "0..1", "Elements covered", "要素覆盖", ""),
    REAL("sim_cos", "0..1", "Cosine", "余弦相似度", ""),
    REAL("rank", "0..1", "Rank", "排名", "1: the nearest of all families compared with it"),
    REAL("declared", "0..1", "Declared", "声明", "null: no list of declarations"),
    REAL("party", "0..1", "Party", "参与", "null: no list of participation"),
    REAL("timing", "0..1", "Timing", "时间", "priority before the standard: 1; null: no year"),
    REAL("ref", "0..1", "Named", "引用标准", "in a claim, cited literature or the description"),
    REAL("breadth", "0..1", "Breadth", "宽度", "short claims, within the cohort and one language"),
    REAL("alive", "0..1", "Alive", "有效", "in force 1; pending; null: not known"),
    TOLD("missing", "Missing", "缺失", "components that are not known, and why"),
    TOLD("language", "Language", "语言", "of the claims; zh-en, en-zh: compared by concepts with the other"),
    TOLD("compared_with", "Compared with", "比对对象", "clauses; else title, scope or keywords: tier C at most"),
    TOLD("matched", "Nearest text", "最近条款", "number of the clause; scope, title, keywords"),
    TEXT("quote", "Its words", "条款摘录"),
    COUNT("claim", "", "Claim", "权利要求", "the independent claim that is nearest"),
    COUNT("elements", "elements", "Elements", "要素数", ""),
    COUNT("elements_met", "elements", "Elements with a clause", "有对应条款的要素", ""),
    COUNT("elements_normative", "elements", "Elements with a normative clause", "有规范性条款的要素", ""),
    COUNT("place", "", "Place", "名次", "by BM25"),
    COUNT("compared", "families", "Families compared", "参与比对的专利族", ""),
    TOLD("flags", "Flags", "标记", "standard_is_prior_art, earlier_edition_is_prior_art, status_presumed"),
    TOLD("evidence", "Evidence", "依据", "of the declaration, the participation and the reference"),
    TEXT("status", "Status", "法律状态"),
    DATE("expiry", "Expected expiry", "预计届满日"),
    DATE("priority", "Priority", "最早优先权日"),
    TEXT("subfield", "Main subfield", "主要子领域"),
    TEXT("subfields", "Subfields", "子领域"),
    TOLD("number", "Number", "标准号", "without edition: all editions of a standard share it"),
    COUNT("edition", "year", "Edition", "版本年份", ""),
    TEXT("body", "Committee", "技术委员会"),
    TEXT("standard_status", "Status of the standard", "标准状态"),
    TOLD("calculation", "Calculation", "计算", "components and weights"),
    DATE("as_of", "As of", "截至"),
    { 0 },
};
