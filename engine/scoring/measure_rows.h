/* measure_rows.h -- the indicators of sets of families, one row each: portfolios, enterprises,
 * subfields (scoring.md, section 3).
 *
 *   X(kind, name, unit, low, high, direction, en, zh, says, formula, source)
 *
 * A row is a member of the struct, a column of the table, a name for weights and tier rules, and a
 * line of `nanopat help indicators`. A new one is a row here and a line where it is computed.
 * kind: COUNT is printed whole, REAL with decimals. Null is said in `says`, else it means no_data.
 */
#ifndef NP_MEASURE_ROWS_H
#define NP_MEASURE_ROWS_H

#define BY_OURS "project's choice"
#define BY_STATUS "formats/legal.md; scoring.md, section 7.4"
#define BY_OECD "OECD Patent Statistics Manual 2009"
#define BY_OMLAND "Ernst & Omland 2011, World Patent Information 33:34-41"
#define BY_CNIPA "CNIPA, high-value invention patents (14th five-year plan)"
#define BY_CHI "CHI Research (Narin)"
#define BY_PLAN "rules/scoring.tsv"
#define BY_SCHEMES "scoring.md, section 4.4; rules/schemes.tsv"

/* What holds of any set of families. */
#define HOLDING_MEASURES(X)                                                                        \
    X(COUNT, families, "families", 0, INFINITY, +1, "Families", "专利族数", "",                    \
      "#{families}, whole count", BY_OECD)                                                         \
    X(REAL, families_fractional, "families", 0, INFINITY, +1, "Families, fractional",              \
      "专利族数(分数计)", "1/number of owners each", "SUM 1/owners", BY_OECD)                      \
    X(COUNT, active, "families", 0, INFINITY, +1, "Active", "有效或在审", "",                      \
      "#{granted and in force, or pending}", BY_STATUS)                                            \
    X(REAL, active_share, "0..1", 0, 1, +1, "Share active", "有效占比", "", "active / families",   \
      BY_STATUS)                                                                                   \
    X(COUNT, granted, "families", 0, INFINITY, +1, "Granted, in force", "授权有效", "",            \
      "#{in force, presumed or not}", BY_STATUS)                                                   \
    X(COUNT, pending, "families", 0, INFINITY, 0, "Pending", "在审", "", "#{pending}", BY_STATUS)  \
    X(COUNT, dead, "families", 0, INFINITY, -1, "Dead", "失效", "", "#{dead}", BY_STATUS)          \
    X(COUNT, status_unknown, "families", 0, INFINITY, 0, "Status unknown", "状态未知", "",         \
      "#{status unknown}", BY_STATUS)                                                              \
    X(COUNT, presumed, "families", 0, INFINITY, 0, "Status presumed", "状态推定", "",              \
      "#{active by dates alone: no source of events speaks}", BY_STATUS)                           \
    X(COUNT, in_force, "families", 0, INFINITY, +1, "In force, a source speaks", "确认有效", "",   \
      "#{in force by events}", BY_STATUS)                                                          \
    X(COUNT, presumed_in_force, "families", 0, INFINITY, 0, "Presumed in force", "推定有效", "",   \
      "#{granted, not expired, no source of events}", BY_STATUS)                                   \
    X(COUNT, dead_lapsed, "families", 0, INFINITY, -1, "Lapsed for fees", "未缴费终止", "",        \
      "#{dead: lapsed}", BY_STATUS)                                                                \
    X(COUNT, dead_expired, "families", 0, INFINITY, 0, "Expired", "期限届满", "",                  \
      "#{dead: expired}", BY_STATUS)                                                               \
    X(COUNT, dead_revoked, "families", 0, INFINITY, -1, "Revoked or invalidated", "撤销或无效",    \
      "", "#{dead: revoked or invalidated}", BY_STATUS)                                            \
    X(COUNT, dead_refused, "families", 0, INFINITY, -1, "Refused", "驳回", "", "#{dead: refused}", \
      BY_STATUS)                                                                                   \
    X(COUNT, dead_withdrawn, "families", 0, INFINITY, -1, "Withdrawn", "撤回", "",                 \
      "#{dead: withdrawn or deemed withdrawn}", BY_STATUS)                                         \
    X(COUNT, dead_other, "families", 0, INFINITY, -1, "Dead for other reasons", "其他失效", "",    \
      "#{dead} - the five above", BY_STATUS)                                                       \
    X(COUNT, pledged, "families", 0, INFINITY, 0, "Pledged", "质押", "null: no legal events known",\
      "#{a pledge not over}", BY_STATUS)                                                           \
    X(COUNT, licensed, "families", 0, INFINITY, +1, "Licensed", "许可",                            \
      "null: no legal events known", "#{a licence not over}", BY_STATUS)                           \
    X(COUNT, preserved, "families", 0, INFINITY, 0, "Preserved by court order", "保全",            \
      "null: no legal events known", "#{an order not over}", BY_STATUS)                            \
    X(COUNT, transferred, "families", 0, INFINITY, 0, "Transferred", "转移",                       \
      "null: no legal events known", "#{at least one transfer}", BY_STATUS)                        \
    X(REAL, pai, "index", 0, INFINITY, +1, "Patent Asset Index", "专利资产指数PAI",                \
      "sum of competitive impact over active families",                                            \
      "SUM competitive_impact over active families", BY_OMLAND)                                    \
    X(COUNT, pai_missing, "families", 0, INFINITY, 0, "Without competitive impact", "缺CI的族数",  \
      "", "#{active, competitive_impact null}", BY_OMLAND)                                         \
    X(REAL, pai_per_family, "index", 0, INFINITY, +1, "PAI per family", "族均PAI", "",             \
      "pai / families", BY_OMLAND)                                                                 \
    X(REAL, mean_tr, "ratio", 0, INFINITY, +1, "Mean technology relevance", "平均TR", "",          \
      "mean tech_relevance where known", BY_OMLAND)                                                \
    X(REAL, mean_tr_noself, "ratio", 0, INFINITY, +1, "Mean technology relevance, without own citations", \
      "平均TR(除自引)", "", "mean tech_relevance_noself where known", BY_OMLAND)                   \
    X(REAL, quality, "ratio", 0, INFINITY, +1, "Quality", "质量(平均TR)",                          \
      "mean TR; without own citations where they are many",                                        \
      "mean_tr; mean_tr_noself where self_citation_rate > self_citation_max", BY_OMLAND)           \
    X(FLAG, quality_noself, "flag", 0, 1, 0, "Quality is without own citations", "质量已除自引",   \
      "", "self_citation_rate > self_citation_max", BY_OURS)                                       \
    X(REAL, mean_nfc, "ratio", 0, INFINITY, +1, "Mean normalised citations", "平均归一化被引", "", \
      "mean nfc where known", BY_OECD)                                                             \
    X(REAL, p90_hv, "0..100", 0, 100, +1, "P90 of high-value score", "高价值得分P90", "",          \
      "90th percentile (nearest rank) of hv", BY_OURS)                                             \
    X(COUNT, hv_families, "families", 0, INFINITY, +1, "With high-value score", "有得分的族数",    \
      "", "#{hv known}", BY_OURS)                                                                  \
    X(COUNT, top1_families, "families", 0, INFINITY, +1, "Top 1 % by citations", "被引前1%族数",   \
      "of their own cohorts", "#{top1}", BY_OURS)                                                  \
    X(REAL, top1_share, "0..1", 0, 1, +1, "Share in the top 1 %", "前1%占比", "expected: 0.01",    \
      "top1_families / families where top1 is known", BY_OURS)                                     \
    X(COUNT, top10_families, "families", 0, INFINITY, +1, "Top 10 % by citations",                 \
      "被引前10%族数", "of their own cohorts", "#{top10}", BY_OURS)                                \
    X(REAL, top10_share, "0..1", 0, 1, +1, "Share in the top 10 %", "前10%占比", "expected: 0.10", \
      "families in the top 10 % of their own cohorts / families known", BY_OURS)                   \
    X(COUNT, core, "families", 0, INFINITY, +1, "Core", "核心专利族", "high-value candidates",     \
      "#{active, high-value candidate}", BY_OURS)                                                  \
    X(COUNT, satellites, "families", 0, INFINITY, 0, "Satellites", "外围专利族", "",               \
      "active - core", BY_OURS)                                                                    \
    X(REAL, satellites_per_core, "ratio", 0, INFINITY, 0, "Satellites per core", "外围与核心之比", \
      "null: no core", "satellites / core", BY_OURS)                                               \
    X(COUNT, overseas_granted, "families", 0, INFINITY, +1, "Granted abroad", "境外授权族数", "",  \
      "#{in force outside CN}", BY_OURS)                                                           \
    X(REAL, overseas_share_granted, "0..1", 0, 1, +1, "Share granted abroad", "境外授权占比", "",  \
      "families in force outside CN / families", BY_OURS)                                          \
    X(REAL, overseas_share_pending, "0..1", 0, 1, 0, "Share pending abroad", "境外在审占比", "",   \
      "families pending outside CN, none in force there / families", BY_OURS)                      \
    X(COUNT, product_claims, "families", 0, INFINITY, 0, "With product claims", "产品权利要求", "",\
      "#{active, a product claim}", BY_OURS)                                                       \
    X(COUNT, process_claims, "families", 0, INFINITY, 0, "With process claims", "方法权利要求", "",\
      "#{active, a process claim}", BY_OURS)                                                       \
    X(COUNT, use_claims, "families", 0, INFINITY, 0, "With use claims", "用途权利要求", "",        \
      "#{active, a use claim}", BY_OURS)                                                           \
    X(COUNT, apparatus_claims, "families", 0, INFINITY, 0, "With apparatus claims",                \
      "装置权利要求", "", "#{active, an apparatus claim}", BY_OURS)                                \
    X(COUNT, claim_types, "of 4", 1, 4, +1, "Types of claims", "权利要求类型数", "",               \
      "#{of product, process, use, apparatus}", BY_OURS)                                           \
    X(REAL, structure, "0..1", 0, 1, +1, "Structure", "组合结构",                                  \
      "claim types and satellites per core",                                                       \
      "mean(claim types / 4, min(1, satellites per core / 4))", BY_OURS)                           \
    X(COUNT, remaining_0_3, "families", 0, INFINITY, -1, "Under 3 years left", "剩余不足3年", "",  \
      "#{active, remaining_years < 3}", BY_STATUS)                                                 \
    X(COUNT, remaining_3_7, "families", 0, INFINITY, 0, "3 to 7 years left", "剩余3-7年", "",      \
      "#{active, 3 <= remaining_years < 7}", BY_STATUS)                                            \
    X(COUNT, remaining_7_12, "families", 0, INFINITY, 0, "7 to 12 years left", "剩余7-12年", "",   \
      "#{active, 7 <= remaining_years < 12}", BY_STATUS)                                           \
    X(COUNT, remaining_12_more, "families", 0, INFINITY, +1, "12 years or more left",              \
      "剩余12年以上", "", "#{active, remaining_years >= 12}", BY_STATUS)                           \
    X(REAL, cliff_share, "0..1", 0, 1, -1, "Share under 3 years", "即将到期占比",                  \
      "", "remaining_0_3 / active with a known term", BY_OURS)                                     \
    X(FLAG, cliff, "flag", 0, 1, -1, "Cliff", "集中到期", "many rights end within 3 years",        \
      "cliff_share > cliff_max", BY_OURS)                                                          \
    X(REAL, life_weighted, "0..1", 0, 1, +1, "Remaining life", "剩余寿命",                         \
      "mean of years left / 20", "SUM remaining_years / 20 / active families with a known term",   \
      BY_OURS)                                                                                     \
    X(COUNT, h_index, "families", 0, INFINITY, +1, "h-index", "h指数", "on fwd_cits5",             \
      "largest h with h families of fwd_cits5 >= h", "Hirsch 2005")                                \
    X(COUNT, h_index_all, "families", 0, INFINITY, +1, "h-index, all citations", "h指数(累计)",    \
      "on fwd_cits", "largest h with h families of fwd_cits >= h", "Hirsch 2005")                  \
    X(REAL, self_citation_rate, "0..1", 0, 1, -1, "Self citations", "自引率",                      \
      "of incoming pairs; above 0.3 look at the numbers without own citations",                    \
      "self pairs / all incoming pairs", BY_OECD)                                                  \
    X(REAL, claims_known, "0..1", 0, 1, +1, "Share with claims known", "有权利要求占比", "",       \
      "families where claims is known / families", BY_OURS)                                        \
    X(REAL, citations_known, "0..1", 0, 1, +1, "Share with citations known", "有引文占比", "",     \
      "families where bwd_cits is known / families", BY_OURS)                                      \
    X(REAL, status_known, "0..1", 0, 1, +1, "Share with status known", "状态已知占比",             \
      "what is presumed from dates is not known",                                                  \
      "families whose status a source of events tells / families", BY_STATUS)                      \
    X(REAL, copatent_share, "0..1", 0, 1, 0, "Shared with others", "共有占比", "",                 \
      "families with >= 2 owners / families", BY_OECD)                                             \
    X(COUNT, univ_families, "families", 0, INFINITY, 0, "With a university or institute",          \
      "含高校院所族数", "", "#{an owner is a university or institute}", BY_OECD)                   \
    X(REAL, univ_share, "0..1", 0, 1, 0, "Share with a university or institute", "含高校院所占比", \
      "", "univ_families / families", BY_OECD)                                                     \
    X(REAL, inventor_risk, "0..1", 0, 1, -1, "Key-person risk", "核心发明人依赖度",                \
      "null: no inventors known", "families with the most frequent inventor / families with "      \
      "inventors known", BY_OURS)                                                                  \
    X(REAL, science_share, "0..1", 0, 1, +1, "Share citing science", "引用科学文献占比", "",       \
      "families with npl_cits >= 1 / families where npl_cits is known", BY_CHI)                    \
    X(REAL, mean_npl, "references", 0, INFINITY, +1, "Non-patent references per family",           \
      "族均非专利引用", "", "mean npl_cits where known", BY_CHI)                                   \
    X(REAL, tct, "years", -INFINITY, INFINITY, -1, "Technology cycle time", "技术循环周期TCT",     \
      "low: a fast field", "median of the families' tct", BY_CHI)                                  \
    X(REAL, cii, "ratio", 0, INFINITY, +1, "Current impact index", "当前影响指数CII",              \
      "null: none published in the five years before", "(families citing in the last whole year "  \
      "those of the 5 years before, per family) / (the same for all in the plan)", BY_CHI)         \
    X(REAL, technology_strength, "families", 0, INFINITY, +1, "Technology strength",               \
      "技术强度TS", "", "families of the 5 years * cii", BY_CHI)                                   \
    X(REAL, ipc4_hhi, "0..1", 0, 1, 0, "Concentration over IPC subclasses", "IPC小类集中度", "",   \
      "SUM s^2, s = share of an IPC4 among all symbols of the families", BY_OECD)                  \
    X(COUNT, valid_inventions, "families", 0, INFINITY, +1, "Chinese inventions in force",         \
      "有效发明专利", "", "#{a Chinese invention patent in force, presumed or not}", BY_CNIPA)     \
    X(COUNT, hvp_yes, "families", 0, INFINITY, +1, "High-value invention patents",                 \
      "高价值发明专利", "by the policy", "#{hvp = yes}", BY_CNIPA)                                 \
    X(COUNT, hvp_unknown, "families", 0, INFINITY, 0, "High value not known", "高价值未定", "",    \
      "#{hvp = unknown}", BY_CNIPA)                                                                \
    X(REAL, growth, "per year", -1, INFINITY, +1, "Growth of filings", "申请增长率",               \
      "compound, five complete years; null: none in the first",                                    \
      "(n_late/n_early)^(1/4) - 1, n = filings of the last and first of five complete years",      \
      BY_OECD)                                                                                     \
    X(FLAG, growth_new, "flag", 0, 1, 0, "New", "新进入", "filings in the last complete year, "    \
      "none in the first of five", "n_early = 0 and n_late > 0", BY_OECD)

/* Of one enterprise in one subfield. */
#define PORTFOLIO_MEASURES(X)                                                                      \
    X(REAL, rta, "ratio", 0, INFINITY, +1, "Specialisation (RTA)", "相对技术优势RTA",              \
      "of the enterprise in the subfield, for parts too; within the data loaded; null: a "         \
      "consortium's", "(n_ak/n_a.) / (n_.k/n_..), whole counts, sums over portfolios", "Balassa")    \
    X(REAL, rsi, "-1..1", -1, 1, +1, "Specialisation (RSI)", "相对专业化指数RSI", "",              \
      "(RTA-1)/(RTA+1)", "Balassa")                                                                \
    X(FLAG, rta_few, "flag", 0, 1, 0, "RTA of few families", "RTA样本不足",                        \
      "under 5 families: RTA and RSI say little", "families < 5", BY_OURS)

#define ENTERPRISE_MEASURES(X)                                                                     \
    X(COUNT, subfields, "subfields", 1, INFINITY, +1, "Subfields covered", "覆盖子领域数", "",     \
      "#{subfields}", BY_OURS)                                                                     \
    X(REAL, breadth, "0..1", 0, 1, +1, "Breadth over subfields", "广度", "",                       \
      "1 - SUM s^2 over subfields", BY_OURS)                                                       \
    X(COUNT, pai_rank_in_city, "", 1, INFINITY, -1, "Rank in its city by PAI", "城市内PAI排名",    \
      "null: city unknown", "rank of pai among enterprises of the city", BY_OURS)                  \
    X(REAL, best_rta, "ratio", 0, INFINITY, +1, "Best specialisation", "最高RTA",                  \
      "of subfields with 5 families", "max rta over subfields with >= 5 families", "Balassa")      \
    X(COUNT, best_rta_active, "families", 0, INFINITY, +1, "Active there", "该领域有效族数", "",   \
      "active in the subfield of best_rta", BY_OURS)                                               \
    X(COUNT, best_rta_rank_in_city, "", 1, INFINITY, -1, "Rank in the city there",                 \
      "该领域城市内排名", "", "rank_in_city in the subfield of best_rta", BY_OURS)                 \
    X(REAL, growth_over_field, "per year", -INFINITY, INFINITY, +1, "Growth above the subfield",   \
      "超出领域增长", "", "growth - growth of the main subfield", BY_OURS)                         \
    X(REAL, years_since_first_filing, "years", 0, INFINITY, 0, "Since first filing",               \
      "距首次申请", "", "(as_of - first_filing) / 365.25", BY_OURS)                                \
    X(REAL, years_since_last_filing, "years", 0, INFINITY, -1, "Since last filing", "距最近申请",  \
      "", "(as_of - last_filing) / 365.25", BY_OURS)                                               \
    X(COUNT, portfolios_listed, "portfolios", 0, INFINITY, +1, "Portfolios listed",                \
      "入选组合数", "", "#{portfolios listed}", BY_OURS)                                           \
    X(REAL, best_score, "0..100", 0, 100, +1, "Best portfolio score", "最高组合得分", "",          \
      "max score over its listed portfolios", BY_OURS)

/* Of our city: families whose valid Chinese invention patent has a first patentee of ours. */
#define CITY_MEASURES(X)                                                                           \
    X(COUNT, valid_inventions, "families", 0, INFINITY, +1, "Chinese inventions in force",         \
      "有效发明专利", "first patentee in our city", "#{in force, presumed or not}", BY_CNIPA)      \
    X(COUNT, presumed, "families", 0, INFINITY, 0, "Presumed in force", "推定有效",                \
      "no source of legal events speaks of them", "#{of valid_inventions, presumed}", BY_CNIPA)    \
    X(COUNT, hvp_yes, "families", 0, INFINITY, +1, "High-value invention patents",                 \
      "高价值发明专利", "by the policy", "#{hvp = yes}", BY_CNIPA)                                 \
    X(COUNT, hvp_unknown, "families", 0, INFINITY, 0, "High value not known", "高价值未定", "",    \
      "#{hvp = unknown}", BY_CNIPA)                                                                \
    X(REAL, hvp_share, "0..1", 0, 1, +1, "Share of high value", "高价值占比", "a lower bound "     \
      "where some are not known", "hvp_yes / valid_inventions", BY_CNIPA)                          \
    X(REAL, hvp_per_10000, "per 10,000", 0, INFINITY, +1, "High value per 10,000 inhabitants",     \
      "每万人口高价值发明专利拥有量", "null: population is not set in scoring.tsv; of the "        \
      "plan's subfields alone", "hvp_yes / population * 10000", BY_CNIPA)                          \
    X(COUNT, h1, "families", 0, INFINITY, +1, "H1 Strategic emerging industry",                    \
      "H1 战略性新兴产业", "", "#{H1 = yes}", BY_CNIPA)                                            \
    X(COUNT, h2, "families", 0, INFINITY, +1, "H2 Right abroad", "H2 海外同族专利权", "",          \
      "#{H2 = yes}", BY_CNIPA)                                                                     \
    X(COUNT, h3, "families", 0, INFINITY, +1, "H3 Kept over 10 years", "H3 维持超10年", "",        \
      "#{H3 = yes}", BY_CNIPA)                                                                     \
    X(COUNT, h4, "families", 0, INFINITY, +1, "H4 Large pledge", "H4 较高质押融资", "",            \
      "#{H4 = yes}", BY_CNIPA)                                                                     \
    X(COUNT, h5, "families", 0, INFINITY, +1, "H5 National award", "H5 国家奖项", "",              \
      "#{H5 = yes}", BY_CNIPA)                                                                     \
    X(COUNT, enterprises, "enterprises", 0, INFINITY, +1, "Owners in our city", "本市权利人数",    \
      "", "#{owners of ours with a family in a subfield}", BY_OURS)                                \
    X(COUNT, portfolios_listed, "portfolios", 0, INFINITY, +1, "Portfolios listed",                \
      "入选组合数", "", "#{portfolios of ours listed}", BY_OURS)                                   \
    X(COUNT, plan_listed, "enterprises", 0, INFINITY, +1, "Listed companies", "上市企业",          \
      "null: needs the enterprise library", "#{enterprises of the library, listed}", BY_PLAN)      \
    X(COUNT, plan_unicorn, "enterprises", 0, INFINITY, +1, "Unicorns in cultivation",              \
      "独角兽(培育)企业", "null: needs the enterprise library",                                    \
      "#{enterprises of the library, unicorn}", BY_PLAN)                                           \
    X(COUNT, plan_gazelle, "enterprises", 0, INFINITY, +1, "Gazelles", "瞪羚企业",                 \
      "null: needs the enterprise library", "#{enterprises of the library, gazelle}", BY_PLAN)     \
    X(COUNT, plan_leader, "enterprises", 0, INFINITY, +1, "Leading enterprises", "龙头企业",       \
      "null: needs the enterprise library", "#{enterprises of the library, leader}", BY_PLAN)

/* Rights of one enterprise, for schemes: Chinese applications that it holds, one by one. */
#define SCHEME_MEASURES(X)                                                                         \
    X(COUNT, class_1, "rights", 0, INFINITY, +1, "Class I rights in force", "I类知识产权(有效)",   \
      "presumed or not", "#{CN invention patents in force, held}", BY_SCHEMES)                     \
    X(COUNT, class_1_main, "rights", 0, INFINITY, +1, "Class I in the main subfield",              \
      "主要子领域内I类", "candidates for rights tied to the main product: for the officer to tick", \
      "#{of class_1, the family is in the enterprise's main subfield}", BY_SCHEMES)                \
    X(COUNT, class_1_presumed, "rights", 0, INFINITY, 0, "Class I presumed in force",              \
      "I类中推定有效", "no source of legal events speaks of them", "#{of class_1, presumed}",      \
      BY_SCHEMES)                                                                                  \
    X(COUNT, class_1_unknown, "rights", 0, INFINITY, 0, "Class I not known",                       \
      "I类中未定", "granted, status or holder not known", "#{may be of class_1}", BY_SCHEMES)      \
    X(COUNT, class_1_recent, "rights", 0, INFINITY, 0, "Class I transferred in 12 months",         \
      "I类中近12个月转移", "", "#{of class_1, last transfer within 12 months}", BY_SCHEMES)        \
    X(COUNT, class_2, "rights", 0, INFINITY, +1, "Class II rights in force", "II类知识产权(有效)", \
      "presumed or not", "utility_models + designs", BY_SCHEMES)                                   \
    X(COUNT, utility_models, "rights", 0, INFINITY, +1, "Utility models in force",                 \
      "实用新型(有效)", "", "#{CN utility models in force, held}", BY_SCHEMES)                     \
    X(COUNT, designs, "rights", 0, INFINITY, +1, "Designs in force", "外观设计(有效)", "",         \
      "#{CN designs in force, held}", BY_SCHEMES)                                                  \
    X(COUNT, class_2_presumed, "rights", 0, INFINITY, 0, "Class II presumed in force",             \
      "II类中推定有效", "", "#{of class_2, presumed}", BY_SCHEMES)                                 \
    X(COUNT, class_2_unknown, "rights", 0, INFINITY, 0, "Class II not known", "II类中未定",        \
      "granted, status or holder not known", "#{may be of class_2}", BY_SCHEMES)                   \
    X(COUNT, class_2_recent, "rights", 0, INFINITY, 0, "Class II transferred in 12 months",        \
      "II类中近12个月转移", "", "#{of class_2, last transfer within 12 months}", BY_SCHEMES)       \
    X(COUNT, rights, "rights", 0, INFINITY, +1, "Rights in force", "有效知识产权合计", "",         \
      "class_1 + class_2", BY_SCHEMES)                                                             \
    X(COUNT, rights_unknown, "rights", 0, INFINITY, 0, "Rights not known", "知识产权未定", "",     \
      "class_1_unknown + class_2_unknown", BY_SCHEMES)

/* Of one subfield of the plan, all owners together. */
#define SUBFIELD_MEASURES(X)                                                                       \
    X(COUNT, families, "families", 0, INFINITY, +1, "Families", "专利族数", "", "#{families}",     \
      BY_OECD)                                                                                     \
    X(COUNT, active, "families", 0, INFINITY, +1, "Active", "有效或在审", "",                      \
      "#{granted and in force, or pending}", BY_STATUS)                                            \
    X(COUNT, granted, "families", 0, INFINITY, +1, "Granted, in force", "授权有效", "",            \
      "#{in force, presumed or not}", BY_STATUS)                                                   \
    X(COUNT, enterprises, "enterprises", 0, INFINITY, 0, "Enterprises", "权利人数", "",            \
      "#{owners}", BY_OURS)                                                                        \
    X(COUNT, owner_unknown, "families", 0, INFINITY, 0, "Owner unknown", "权利人未知", "",         \
      "#{families without an owner}", BY_OURS)                                                     \
    X(REAL, hhi, "0..1", 0, 1, 0, "Concentration (HHI)", "集中度HHI",                              \
      "fractional shares of owners", "SUM s^2, s = fractional share of an owner",                  \
      "Herfindahl-Hirschman")                                                                      \
    X(REAL, cr4, "0..1", 0, 1, 0, "Share of the four largest", "CR4", "under 4 owners: 1",         \
      "sum of the four largest fractional shares", "industrial economics")                         \
    X(REAL, growth, "per year", -1, INFINITY, +1, "Growth of filings", "申请增长率",               \
      "five complete years", "(n_late/n_early)^(1/4) - 1", BY_OECD)                                \
    X(FLAG, growth_new, "flag", 0, 1, 0, "New", "新兴", "filings in the last complete year, "      \
      "none in the first of five", "n_early = 0 and n_late > 0", BY_OECD)                          \
    X(REAL, local_share, "0..1", 0, 1, +1, "Share of our city", "本市占比",                        \
      "fractional families", "fractional families of our city / those of all owners", BY_OURS)     \
    X(COUNT, local_rank, "", 1, INFINITY, -1, "Rank of our city", "本市排名",                      \
      "among cities known; null: none of ours", "rank of local_share among cities", BY_OURS)       \
    X(REAL, local_rta, "ratio", 0, INFINITY, +1, "Specialisation of our city", "本市RTA",          \
      "null: no families of our city", "(local/local in all subfields) / (all/all subfields), "    \
      "fractional", "Balassa")                                                                     \
    X(FLAG, gap, "flag", 0, 1, 0, "Gap", "培育缺口", "the world grows, the city is weak",          \
      "growth > median of the subfields and local_rta < 0.8", BY_OURS)                             \
    X(REAL, foreign_share, "0..1", 0, 1, 0, "Share of foreign owners", "境外权利人占比", "",       \
      "fractional families of owners outside CN / those of all", BY_OURS)                          \
    X(COUNT, entrants, "enterprises", 0, INFINITY, +1, "Entrants within 3 years",                  \
      "近3年新进入者", "", "#{owners whose first filing here is within 3 years}", BY_OURS)         \
    X(REAL, mean_tr, "ratio", 0, INFINITY, +1, "Mean technology relevance", "平均TR", "",          \
      "mean tech_relevance where known", BY_OMLAND)                                                \
    X(COUNT, portfolios_listed, "portfolios", 0, INFINITY, +1, "Portfolios listed",                \
      "入选组合数", "", "#{portfolios listed}", BY_OURS)

#endif
