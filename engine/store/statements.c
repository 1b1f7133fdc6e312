/* statements.c -- every fixed statement of the store. Order of columns is the order of binding. */
#include "sqlite.h"

#define HEAD \
    "source, parts, facet, date, sequence, hash, action, light, claim_count, independent_claims," \
    " first_claim_len, claim_types, npl_count, inventors"

#define IMPORTED "SELECT import, list, sheet, line, number, publication"
#define CELL(name) ", json_extract(cells, '$." name "')"
#define OF(kind) " FROM v_imported_rows WHERE kind = '" kind "' ORDER BY import, seq"
#define EXPORTED                                                                             \
    CELL("validity") CELL("status_text") CELL("application") CELL("filed") CELL("published") \
    CELL("granted") CELL("dead_on") CELL("applicants") CELL("owners") CELL("credit_code")    \
    CELL("pledgee") CELL("licensee") CELL("plaintiff") CELL("defendant") CELL("requester")   \
    CELL("standards") CELL("transfers") CELL("licences") CELL("pledges") CELL("suits")

const char *const np_sql_texts[NP_SQL_COUNT] = {
    [NP_SQL_STATEMENT_HEADS] =
        "SELECT source, parts, facet, date, sequence, hash, light, evidence FROM statement"
        " WHERE pub = ?1",
    [NP_SQL_STATEMENT_BODIES] =
        "SELECT " HEAD ", evidence, record, input, member, document, offset, length"
        " FROM statement WHERE pub = ?1 ORDER BY source, parts, facet",
    [NP_SQL_STATEMENT_PUT] =
        "INSERT OR REPLACE INTO statement(pub, " HEAD ", input, member, document, offset, length,"
        " evidence, record) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,"
        " ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)",
    [NP_SQL_STATEMENT_KEYS] = "SELECT DISTINCT pub FROM statement ORDER BY pub",

    [NP_SQL_PUBLICATION_PUT] =
        "INSERT INTO publication VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,"
        " ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30,"
        " ?31, ?32, ?33)",
    [NP_SQL_PARTY_PUT] = "INSERT INTO party VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    [NP_SQL_CITATION_PUT] = "INSERT INTO citation VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    [NP_SQL_EVENT_PUT] = 
        "INSERT INTO event VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,"
        " ?15)",
    [NP_SQL_STANDARD_PUT] = "INSERT INTO standard VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
    [NP_SQL_HIT_PUT] = "INSERT OR IGNORE INTO hit VALUES(?1, ?2, ?3, ?4)",
    [NP_SQL_EVIDENCE_PUT] = "INSERT INTO evidence VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",

    [NP_SQL_PUBLICATION_DELETE] = "DELETE FROM publication WHERE key = ?1",
    [NP_SQL_PARTY_DELETE] = "DELETE FROM party WHERE pub = ?1",
    [NP_SQL_CITATION_DELETE] = "DELETE FROM citation WHERE pub = ?1",
    [NP_SQL_EVENT_DELETE] = "DELETE FROM event WHERE pub = ?1",
    [NP_SQL_STANDARD_DELETE] = "DELETE FROM standard WHERE pub = ?1",
    [NP_SQL_HIT_DELETE] = "DELETE FROM hit WHERE pub = ?1",
    [NP_SQL_EVIDENCE_DELETE] = "DELETE FROM evidence WHERE pub = ?1",

    [NP_SQL_PUBLICATION_KEY] = "SELECT key FROM publication WHERE id = ?1 ORDER BY key LIMIT 1",

    [NP_SQL_INPUT_FIND] = "SELECT * FROM input WHERE file_hash = ?1 ORDER BY id LIMIT 1",
    [NP_SQL_INPUT_CONTENTS] =
        "SELECT content_hash FROM input WHERE signature = ?1 AND state = 1"
        " AND content_hash IS NOT NULL ORDER BY id",
    [NP_SQL_INPUT_CONTENT] =
        "SELECT * FROM input WHERE content_hash = ?1 AND state = 1 ORDER BY id LIMIT 1",
    [NP_SQL_INPUT_NEXT] = "SELECT coalesce(max(id), 0) + 1 FROM input",
    [NP_SQL_INPUT_PUT] =
        "INSERT OR REPLACE INTO input VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
        " ?13, ?14, ?15, ?16)",
    [NP_SQL_INPUT_NAME] = "SELECT name FROM input WHERE id = ?1",
    [NP_SQL_REJECT_PUT] =
        "INSERT INTO reject SELECT ?1, coalesce(max(seq), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
        " ?10 FROM reject WHERE input = ?1",
    [NP_SQL_PASS_PUT] =
        "INSERT INTO passed VALUES(?1, ?2, ?3)"
        " ON CONFLICT(input, kind) DO UPDATE SET documents = documents + excluded.documents",
    [NP_SQL_NOTE_PUT] =
        "INSERT INTO note SELECT ?1, coalesce(max(seq), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8"
        " FROM note WHERE input = ?1",
    [NP_SQL_NOTE_FORGET] = "DELETE FROM note WHERE input = ?1",
    [NP_SQL_COVER_PUT] =
        "INSERT OR REPLACE INTO coverage VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    [NP_SQL_COVER_GET] =
        "SELECT documents, filled FROM coverage WHERE input = ?1 AND dialect = ?2"
        " AND office = ?3 AND type = ?4 AND stage = ?5",
    [NP_SQL_COVER_EACH] =
        "SELECT documents, filled, dialect, office, type, stage FROM coverage WHERE input = ?1"
        " ORDER BY dialect, office, type, stage",
    [NP_SQL_COVER_FORGET] = "DELETE FROM coverage WHERE input = ?1",
    [NP_SQL_COVERED] =
        "SELECT documents, filled FROM coverage WHERE input <> ?1 AND dialect = ?2"
        " AND office = ?3 AND type = ?4 AND stage = ?5 ORDER BY input",
    [NP_SQL_REJECT_FORGET] = "DELETE FROM reject WHERE input = ?1",
    [NP_SQL_PASS_FORGET] = "DELETE FROM passed WHERE input = ?1",

    [NP_SQL_SUBFIELD_PUT] = 
        "INSERT OR REPLACE INTO subfield VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    [NP_SQL_SUBFIELD_FORGET] = "DELETE FROM subfield WHERE subfield >= ?1",
    [NP_SQL_REGISTERED_PUT] = "INSERT OR IGNORE INTO registered VALUES(?1)",
    [NP_SQL_REGISTERED_FORGET] = "DELETE FROM registered",
    [NP_SQL_META_PUT] = "INSERT OR REPLACE INTO meta VALUES(?1, ?2)",
    [NP_SQL_META_GET] = "SELECT value FROM meta WHERE key = ?1",

    [NP_SQL_FACTS_PUBLICATIONS] = "SELECT * FROM publication ORDER BY key",
    [NP_SQL_FACTS_PARTIES] =
        "SELECT pub, name, role, country, region, city, address, postcode FROM party ORDER BY pub, seq",
    [NP_SQL_FACTS_CITATIONS] =
        "SELECT pub, office, number, kind, date, category, said_by, phase FROM citation"
        " ORDER BY pub, seq",
    [NP_SQL_FACTS_HITS] = "SELECT pub, subfield, score FROM hit ORDER BY pub, subfield",
    /* ?1: a JSON list of keys, ascending. The lists go by key because the list of keys does. */
    [NP_SQL_DETAILS_PUBLICATIONS] =
        "SELECT p.* FROM json_each(?1) AS w CROSS JOIN publication p ON p.key = w.value",
    [NP_SQL_DETAILS_PARTIES] =
        "SELECT a.pub, a.name, a.role, a.country, a.region, a.city, a.address, a.postcode"
        " FROM json_each(?1) AS w CROSS JOIN party a ON a.pub = w.value",
    [NP_SQL_DETAILS_CITATIONS] =
        "SELECT c.pub, c.office, c.number, c.kind, c.date, c.category, c.said_by, c.phase"
        " FROM json_each(?1) AS w CROSS JOIN citation c ON c.pub = w.value",
    [NP_SQL_DETAILS_HITS] =
        "SELECT h.pub, h.subfield, h.score FROM json_each(?1) AS w"
        " CROSS JOIN hit h ON h.pub = w.value",
    [NP_SQL_DETAILS_STANDARDS] =
        "SELECT s.pub, s.reference, s.number, s.edition, s.place FROM json_each(?1) AS w"
        " CROSS JOIN standard s ON s.pub = w.value",
    [NP_SQL_FACTS_APPLICATIONS] =
        "SELECT application_key, key FROM publication WHERE application_key IS NOT NULL"
        " ORDER BY application_key, key",
    [NP_SQL_FACTS_EVENTS] =
        "SELECT office, code, national, class, influence, date, effective, state, text, pub, named,"
        " id, application_office, application_number FROM event ORDER BY pub, seq",
    [NP_SQL_EVENTS_OF] =
        "SELECT office, code, national, class, influence, date, effective, state, text"
        " FROM v_events WHERE id = ?1",
    [NP_SQL_FACTS_SUBFIELDS] =
        "SELECT max(coalesce((SELECT max(subfield) + 1 FROM subfield), 0),"
        " coalesce((SELECT max(subfield) + 1 FROM hit), 0))",

    [NP_SQL_IMPORT_FIND] =
        "SELECT id FROM import WHERE hash = ?1 AND (?2 IS NULL OR kind = ?2) AND state = 0 ORDER BY id LIMIT 1",
    [NP_SQL_IMPORT_NEXT] = "SELECT coalesce(max(id), 0) FROM import",
    [NP_SQL_IMPORT_PUT] =
        "INSERT OR REPLACE INTO import VALUES(?1, ?2, ?3, ?4, ?5, 0, NULL, ?6, ?7, ?8, ?9, ?10)",
    [NP_SQL_IMPORT_WITHDRAW] = "UPDATE import SET state = 1, replaced_by = ?2 WHERE id = ?1",
    [NP_SQL_IMPORT_EACH] =
        "SELECT id FROM import WHERE state = 0 AND kind = ?1 AND id <= ?3"
        " AND (?2 IS NULL OR name = ?2) ORDER BY id",
    [NP_SQL_IMPORTED_PUT] = "INSERT INTO imported VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    [NP_SQL_IMPORTED_FORGET] = "DELETE FROM imported WHERE import = ?1",
    [NP_SQL_IMPORTED_FORM_PUT] =
        "INSERT INTO imported_form VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    [NP_SQL_IMPORTED_FORM_FORGET] = "DELETE FROM imported_form WHERE import = ?1",
    [NP_SQL_IMPORT_FAULT_PUT] =
        "INSERT INTO import_fault VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    [NP_SQL_IMPORT_FAULT_FORGET] = "DELETE FROM import_fault WHERE import = ?1",

    /* Place, number and publication first, in the order of facts_imports.c; then the cells. */
    [NP_SQL_FACTS_LISTS] = "SELECT kind, count(*) FROM import WHERE state = 0 GROUP BY kind",
    [NP_SQL_FACTS_AWARDS] =
        IMPORTED CELL("award") CELL("level") CELL("who") CELL("year") OF("awards"),
    [NP_SQL_FACTS_PLEDGES] =
        IMPORTED CELL("pledgee") CELL("registration") CELL("currency") CELL("registered")
        CELL("released") CELL("amount") OF("pledges"),
    [NP_SQL_FACTS_SUITS] =
        IMPORTED CELL("plaintiff") CELL("defendant") CELL("court") CELL("outcome") CELL("kind")
        CELL("filed") OF("suits"),
    [NP_SQL_FACTS_GNI] = IMPORTED CELL("office") CELL("year") CELL("gni") OF("gni"),
    [NP_SQL_FACTS_SEI] =
        IMPORTED CELL("rule_id") CELL("sei_code") CELL("sei_name") CELL("keywords")
        CELL("verified") CELL("note") CELL("ipc") CELL("needs_keyword") OF("sei"),
    [NP_SQL_FACTS_ALIASES] =
        IMPORTED CELL("name") CELL("city") CELL("other") CELL("other_city") CELL("decision")
        CELL("by") CELL("note") OF("aliases"),
    [NP_SQL_FACTS_INCOPAT] =
        IMPORTED EXPORTED CELL("pledgee_now") CELL("licensee_now") OF("incopat"),
    [NP_SQL_FACTS_PATSNAP] =
        IMPORTED EXPORTED CELL("invalidations") CELL("award") CELL("award_level") OF("patsnap"),
    [NP_SQL_FACTS_LIBRARY] =
        IMPORTED CELL("name") CELL("aliases") CELL("credit_code") CELL("city") CELL("district")
        CELL("address") CELL("product") CELL("stock_code") CELL("tier") CELL("subfield")
        CELL("markets") CELL("year") CELL("listed") CELL("unicorn") CELL("gazelle")
        CELL("leader") CELL("high_tech") CELL("little_giant") CELL("specialised_sme")
        CELL("revenue") CELL("revenue_growth") CELL("rd_share") CELL("rd_total")
        CELL("rd_staff_share") CELL("tech_staff_share") CELL("high_tech_revenue_share")
        CELL("main_revenue_share") CELL("market_share") CELL("years_in_market")
        CELL("debt_ratio") CELL("valuation") CELL("main_product") CELL("other_class_1")
        CELL("other_class_2") CELL("growth_score") CELL("expert_points") OF("enterprises"),
    [NP_SQL_FACTS_DECISIONS] =
        IMPORTED CELL("name") CELL("credit_code") CELL("tier") CELL("by") CELL("date")
        CELL("reason") OF("decisions"),
    [NP_SQL_FACTS_EDITIONS] =
        IMPORTED CELL("standard") CELL("year") CELL("body") CELL("status") CELL("title")
        CELL("title_zh") CELL("subfields") CELL("keywords_en") CELL("keywords_zh") CELL("source")
        CELL("verified") CELL("published") OF("standards"),
    [NP_SQL_FACTS_SUBFIELD_NAMES] = "SELECT code, slug, zh, en FROM subfield ORDER BY subfield",
    [NP_SQL_FACTS_CLAUSES] =
        IMPORTED CELL("standard") CELL("clause") CELL("normative") CELL("text") OF("clauses"),
    [NP_SQL_FACTS_DECLARATIONS] =
        IMPORTED CELL("standard") CELL("body") CELL("organisation") CELL("statement")
        CELL("source") CELL("date") CELL("option2") CELL("prepared") OF("declarations"),
    [NP_SQL_FACTS_PARTICIPATION] =
        IMPORTED CELL("organisation") CELL("body") CELL("role") CELL("standard") CELL("from")
        CELL("to") OF("participation"),
};
