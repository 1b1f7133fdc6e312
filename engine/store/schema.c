/* schema.c -- the store's objects, one string each.
 *
 *   input 1--* statement *--1 publication 1--* party, citation, event, hit 1--* evidence
 *   input 1--* reject, note, passed, coverage   (the current picture, folded from the statements)
 *   import 1--* imported 1--* imported_form; import_fault   (lists that people brought)
 *
 * Dates are whole numbers yyyymmdd (20210500: May 2021), NULL where unknown. No clock, no
 * autoincrement: the same inputs in the same order give the same bytes of `.dump`.
 * Portable types only (reference/scale-out.md, section 3); FLAG and DATE are whole numbers
 * and tell a reader of the views what the number means.
 */
#include "schema.h"

#include <stddef.h>

#define EVENT_COLUMNS                                                                        \
    " e.seq AS seq, e.office AS office, e.code AS code, e.date AS date, e.state AS state,"    \
    " e.text AS text, e.application_office AS application_office,"                            \
    " e.application_number AS application_number, e.pub AS key, e.national AS national,"      \
    " e.class AS class, e.influence AS influence, e.effective AS effective"

/* The words of enum np_type and enum np_stage. */
#define TYPE_WORDS(column)                                                                  \
    "CASE " #column " WHEN 0 THEN 'invention' WHEN 1 THEN 'utility_model' WHEN 2 THEN 'design'" \
    " WHEN 3 THEN 'plant' WHEN 4 THEN 'reissue' WHEN 5 THEN 'sir' ELSE 'other' END"
#define STAGE_WORDS(column)                                                                 \
    "CASE " #column " WHEN 0 THEN 'application' WHEN 1 THEN 'examined' WHEN 2 THEN 'grant'"    \
    " WHEN 3 THEN 'correction' WHEN 4 THEN 'search_report' WHEN 5 THEN 'translation'"       \
    " ELSE 'other' END"

const char *const np_schema[] = {
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",

    "CREATE TABLE source(source INTEGER PRIMARY KEY, dialect TEXT NOT NULL)",

    "CREATE TABLE input(id INTEGER PRIMARY KEY, name TEXT NOT NULL, file_hash BLOB NOT NULL,"
    " content_hash BLOB, signature INTEGER, size_bytes INTEGER, state INTEGER NOT NULL,"
    " member INTEGER NOT NULL, document INTEGER NOT NULL, read INTEGER NOT NULL,"
    " stored INTEGER NOT NULL, light INTEGER NOT NULL, unchanged INTEGER NOT NULL,"
    " superseded INTEGER NOT NULL, rejected INTEGER NOT NULL, passed INTEGER NOT NULL)",

    "CREATE INDEX input_file_hash ON input(file_hash)",

    "CREATE TABLE reject(input INTEGER NOT NULL, seq INTEGER NOT NULL, file TEXT, member TEXT,"
    " number TEXT, document INTEGER, byte INTEGER, length INTEGER, code TEXT, reason TEXT,"
    " head BLOB, PRIMARY KEY(input, seq)) WITHOUT ROWID",

    /* On documents that were kept. */
    "CREATE TABLE note(input INTEGER NOT NULL, seq INTEGER NOT NULL, file TEXT, member TEXT,"
    " number TEXT, document INTEGER, byte INTEGER, code TEXT, note TEXT,"
    " PRIMARY KEY(input, seq)) WITHOUT ROWID",

    /* Documents that fill each field: like with like, so by office, type and stage. A JSON list of
     * counts in the order of the fields: rows of their own would double the work of a batch.       */
    "CREATE TABLE coverage(input INTEGER NOT NULL, dialect TEXT NOT NULL, office TEXT NOT NULL,"
    " type INTEGER NOT NULL, stage INTEGER NOT NULL, documents INTEGER NOT NULL,"
    " filled TEXT NOT NULL, PRIMARY KEY(input, dialect, office, type, stage)) WITHOUT ROWID",

    "CREATE TABLE field(seq INTEGER PRIMARY KEY, name TEXT NOT NULL)",

    "CREATE TABLE passed(input INTEGER NOT NULL, kind TEXT NOT NULL, documents INTEGER NOT NULL,"
    " PRIMARY KEY(input, kind)) WITHOUT ROWID",

    /* The latest word of each source on each set of parts. The two blobs stand last, so that a
     * look at the head of a row never reads them. Claim facts are taken before the texts go.
     * facet: which events, of a statement about events alone.                                  */
    "CREATE TABLE statement(pub INTEGER NOT NULL, source INTEGER NOT NULL, parts INTEGER NOT NULL,"
    " facet INTEGER NOT NULL, date INTEGER NOT NULL, sequence INTEGER NOT NULL,"
    " hash INTEGER NOT NULL, action INTEGER NOT NULL, light FLAG NOT NULL,"
    " claim_count INTEGER NOT NULL,"
    " independent_claims INTEGER NOT NULL, first_claim_len INTEGER NOT NULL,"
    " claim_types INTEGER NOT NULL, npl_count INTEGER NOT NULL, inventors INTEGER NOT NULL,"
    " input INTEGER NOT NULL, member TEXT, document INTEGER, offset INTEGER, length INTEGER,"
    " evidence BLOB, record BLOB NOT NULL, PRIMARY KEY(pub, source, parts, facet)) WITHOUT ROWID",

    "CREATE TABLE publication(key INTEGER PRIMARY KEY, id TEXT NOT NULL, office TEXT NOT NULL,"
    " number TEXT NOT NULL, kind TEXT, date DATE, type INTEGER NOT NULL, stage INTEGER NOT NULL,"
    " lang TEXT, application_office TEXT, application_number TEXT, application_date DATE,"
    " pct_application TEXT, pct_publication TEXT, family_given TEXT, title TEXT, title_en TEXT,"
    " claim_count INTEGER, independent_claims INTEGER, first_claim_len INTEGER,"
    " claim_types INTEGER, npl_count INTEGER, inventors INTEGER, ipc TEXT, cpc TEXT,"
    " priorities TEXT, parents TEXT, designated TEXT, light FLAG NOT NULL,"
    " has_citations FLAG NOT NULL, has_claims FLAG NOT NULL, sources INTEGER NOT NULL,"
    " application_key INTEGER)",

    "CREATE TABLE party(pub INTEGER NOT NULL, seq INTEGER NOT NULL, name TEXT,"
    " role INTEGER NOT NULL, country TEXT, region TEXT, city TEXT, address TEXT, postcode TEXT,"
    " PRIMARY KEY(pub, seq)) WITHOUT ROWID",

    "CREATE TABLE citation(pub INTEGER NOT NULL, seq INTEGER NOT NULL, office TEXT, number TEXT,"
    " kind TEXT, date DATE, category TEXT, said_by INTEGER NOT NULL, phase INTEGER NOT NULL,"
    " PRIMARY KEY(pub, seq)) WITHOUT ROWID",

    /* Events hang on an application: pub is its key, or that of a publication where no
     * application is named. named, id: the publication that the source speaks of, if any; it may
     * be one that nothing else is known of.                                                    */
    "CREATE TABLE event(pub INTEGER NOT NULL, seq INTEGER NOT NULL, named INTEGER, id TEXT,"
    " application_office TEXT, application_number TEXT, office TEXT, code TEXT, date DATE,"
    " state TEXT, text TEXT, national TEXT, class TEXT, influence TEXT, effective DATE,"
    " PRIMARY KEY(pub, seq)) WITHOUT ROWID",

    /* Standards named, as written and by number; place: claim 3, npl, description. */
    "CREATE TABLE standard(pub INTEGER NOT NULL, seq INTEGER NOT NULL, reference TEXT,"
    " number TEXT, edition INTEGER, place TEXT,"
    " PRIMARY KEY(pub, seq)) WITHOUT ROWID",

    "CREATE TABLE hit(pub INTEGER NOT NULL, subfield INTEGER NOT NULL, score REAL NOT NULL,"
    " confidence REAL NOT NULL,"
    " PRIMARY KEY(pub, subfield)) WITHOUT ROWID",

    "CREATE TABLE evidence(pub INTEGER NOT NULL, subfield INTEGER NOT NULL, seq INTEGER NOT NULL,"
    " rule TEXT, place TEXT, offset INTEGER, matched TEXT, weight REAL,"
    " PRIMARY KEY(pub, subfield, seq)) WITHOUT ROWID",

    "CREATE TABLE subfield(subfield INTEGER PRIMARY KEY, code TEXT, slug TEXT, zh TEXT, en TEXT,"
    " field TEXT, field_zh TEXT, field_en TEXT)",

    /* Numbers of the registry, so that views can tell ours from the others. */
    "CREATE TABLE registered(number TEXT PRIMARY KEY) WITHOUT ROWID",

    /* Lists that people brought; of one that was replaced only this row stays. */
    "CREATE TABLE import(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL,"
    " format TEXT, hash BLOB NOT NULL, state INTEGER NOT NULL, replaced_by INTEGER,"
    " rows INTEGER NOT NULL, kept INTEGER NOT NULL, refused INTEGER NOT NULL,"
    " notes INTEGER NOT NULL, unknown TEXT)",

    "CREATE INDEX import_hash ON import(hash)",

    /* cells, others: JSON objects. With a rowid: a row of 5 kB stays in its page then, where a key of the
     * tree would give it a page of overflow of its own.                                           */
    "CREATE TABLE imported(import INTEGER NOT NULL, seq INTEGER NOT NULL, sheet TEXT,"
    " line INTEGER NOT NULL, number TEXT, cells TEXT NOT NULL, others TEXT,"
    " PRIMARY KEY(import, seq))",

    /* What the number of a row may be called in the store, best first. what: 0 publication,
     * 1 application, 2 international application.                                            */
    "CREATE TABLE imported_form(import INTEGER NOT NULL, seq INTEGER NOT NULL,"
    " rank INTEGER NOT NULL, what INTEGER NOT NULL, office TEXT, number TEXT NOT NULL, kind TEXT,"
    " year INTEGER, PRIMARY KEY(import, seq, rank)) WITHOUT ROWID",

    "CREATE TABLE import_fault(import INTEGER NOT NULL, seq INTEGER NOT NULL, sheet TEXT,"
    " line INTEGER, column INTEGER, header TEXT, code TEXT, what TEXT, note FLAG NOT NULL,"
    " PRIMARY KEY(import, seq)) WITHOUT ROWID",

    /* ---- views ---- */

    "CREATE VIEW v_publications AS SELECT id, office, number, kind, date,"
    " " TYPE_WORDS(type) " AS type, " STAGE_WORDS(stage) " AS stage,"
    " lang, application_office, application_number, application_date, pct_application,"
    " pct_publication, family_given, title, title_en, claim_count, independent_claims,"
    " first_claim_len, claim_types, npl_count, inventors, ipc, cpc, priorities, parents,"
    " designated, light, has_citations, has_claims, sources, key FROM publication",

    "CREATE VIEW v_parties AS SELECT p.id AS id, a.seq AS seq, a.name AS name,"
    " CASE a.role WHEN 0 THEN 'applicant' WHEN 1 THEN 'assignee' WHEN 2 THEN 'applicant-inventor'"
    " ELSE 'proprietor' END AS role, a.country AS country, a.region AS region, a.city AS city,"
    " a.address AS address, a.postcode AS postcode, a.pub AS key"
    " FROM party a JOIN publication p ON p.key = a.pub",

    "CREATE VIEW v_citations AS SELECT p.id AS id, c.seq AS seq,"
    " coalesce(c.office, '') || coalesce(c.number, '') || coalesce(c.kind, '') AS cited,"
    " c.office AS cited_office, c.number AS cited_number, c.kind AS cited_kind,"
    " c.date AS cited_date, c.category AS category,"
    " CASE c.said_by WHEN 1 THEN 'examiner' WHEN 2 THEN 'applicant' WHEN 3 THEN 'opponent'"
    " WHEN 4 THEN 'third_party' END AS said_by,"
    " CASE c.phase WHEN 1 THEN 'search' WHEN 2 THEN 'examination'"
    " WHEN 3 THEN 'international_search' WHEN 4 THEN 'opposition' WHEN 5 THEN 'filing' END"
    " AS phase, c.pub AS key FROM citation c JOIN publication p ON p.key = c.pub",

    /* What is said of an application holds for each of its publications (formats/legal.md): those
     * that bear its number; the one that is named, if it has no application; those of the named
     * one's application, where it is spelled in another way; and what meets none stands alone. */
    "CREATE VIEW v_events AS SELECT p.id AS id," EVENT_COLUMNS
    " FROM event e JOIN publication p ON p.application_key = e.pub"
    " UNION ALL SELECT o.id," EVENT_COLUMNS
    " FROM event e JOIN publication o ON o.key = e.named WHERE o.application_key IS NULL"
    " UNION ALL SELECT p.id," EVENT_COLUMNS
    " FROM event e JOIN publication o ON o.key = e.named AND o.application_key <> e.pub"
    " JOIN publication p ON p.application_key = o.application_key"
    " UNION ALL SELECT e.id," EVENT_COLUMNS
    " FROM event e WHERE NOT EXISTS (SELECT 1 FROM publication p WHERE p.application_key = e.pub)"
    " AND NOT EXISTS (SELECT 1 FROM publication o WHERE o.key = e.named)",

    "CREATE VIEW v_hits AS SELECT p.id AS id, h.subfield AS subfield, s.code AS code,"
    " s.slug AS slug, s.field AS field, s.zh AS zh, s.en AS en, h.score AS score,"
    " h.confidence AS confidence, h.pub AS key FROM hit h JOIN publication p ON p.key = h.pub"
    " LEFT JOIN subfield s ON s.subfield = h.subfield",

    "CREATE VIEW v_evidence AS SELECT p.id AS id, e.subfield AS subfield, s.code AS code,"
    " s.slug AS slug, e.seq AS seq, e.rule AS rule, e.place AS place, e.offset AS offset,"
    " e.matched AS matched, e.weight AS weight, e.pub AS key"
    " FROM evidence e JOIN publication p ON p.key = e.pub"
    " LEFT JOIN subfield s ON s.subfield = e.subfield",

    /* registered is null while no registry is known. */
    "CREATE VIEW v_standards_named AS SELECT p.id AS id, s.seq AS seq, s.reference AS reference,"
    " s.number AS number, s.edition AS edition, s.place AS place,"
    " CASE WHEN EXISTS (SELECT 1 FROM registered) THEN CASE WHEN EXISTS (SELECT 1"
    " FROM registered r WHERE r.number = s.number) THEN 'registered' ELSE 'other' END END AS registry,"
    " p.date AS date, p.title AS title, p.title_en AS title_en, s.pub AS key"
    " FROM standard s JOIN publication p ON p.key = s.pub",

    "CREATE VIEW v_inputs AS SELECT id, name,"
    " CASE state WHEN 0 THEN 'open' WHEN 1 THEN 'done' ELSE 'cut' END AS state, size_bytes,"
    " member, document, read, stored, light, unchanged, superseded, rejected, passed,"
    " lower(hex(file_hash)) AS file_hash, lower(hex(content_hash)) AS content_hash FROM input",

    "CREATE VIEW v_rejects AS SELECT input, seq, file, member, number, document, byte, length,"
    " code, reason, lower(hex(head)) AS head FROM reject",

    "CREATE VIEW v_notes AS SELECT input, seq, file, member, number, document, byte, code, note"
    " FROM note",

    "CREATE VIEW v_coverage AS SELECT c.input AS input, i.name AS name, c.dialect AS dialect,"
    " c.office AS office, " TYPE_WORDS(c.type) " AS type, " STAGE_WORDS(c.stage) " AS stage,"
    " f.name AS field, c.documents AS documents, CAST(j.value AS INTEGER) AS filled,"
    " CAST(round(100.0 * j.value / c.documents, 1) AS REAL) AS share_pct, f.seq AS seq"
    " FROM coverage c JOIN json_each(c.filled) j JOIN field f ON f.seq = j.key"
    " LEFT JOIN input i ON i.id = c.input",

    "CREATE VIEW v_passed AS SELECT p.input AS input, i.name AS name, p.kind AS kind,"
    " p.documents AS documents FROM passed p LEFT JOIN input i ON i.id = p.input",

    "CREATE VIEW v_subfields_taxonomy AS SELECT subfield, code, slug, zh, en, field, field_zh,"
    " field_en FROM subfield",

    "CREATE VIEW v_statements AS SELECT p.id AS id, d.dialect AS dialect, s.parts AS parts,"
    " s.date AS date, s.sequence AS sequence,"
    " CASE s.action WHEN 0 THEN 'put' WHEN 1 THEN 'delete' ELSE 'void' END AS action,"
    " s.light AS light, s.input AS input, i.name AS file, s.member AS member,"
    " s.document AS document, s.offset AS offset, s.length AS length, s.pub AS key"
    " FROM statement s LEFT JOIN publication p ON p.key = s.pub"
    " LEFT JOIN source d ON d.source = s.source LEFT JOIN input i ON i.id = s.input",

    /* The publication is looked up anew at each question, in the order of explain: what a later
     * dump brings is met then. A grant stands before the application it was granted on.       */
    "CREATE VIEW v_imported_rows AS SELECT r.import AS import, i.kind AS kind, i.name AS list,"
    " r.seq AS seq, r.sheet AS sheet, r.line AS line, r.number AS number,"
    " (SELECT m.id FROM ("
    "SELECT f.rank AS rank, p.stage AS stage, p.id AS id FROM imported_form f"
    " JOIN publication p ON p.id = f.office || f.number || f.kind"
    " WHERE f.import = r.import AND f.seq = r.seq AND f.what = 0 AND f.kind IS NOT NULL"
    " UNION ALL SELECT f.rank, p.stage, p.id FROM imported_form f"
    " JOIN publication p ON p.id >= f.office || f.number AND p.id < f.office || f.number || '~'"
    " AND p.office || p.number = f.office || f.number"
    " WHERE f.import = r.import AND f.seq = r.seq AND f.what = 0 AND f.kind IS NULL"
    " UNION ALL SELECT f.rank, p.stage, p.id FROM imported_form f"
    " JOIN publication p ON p.application_number = f.number AND p.application_office = f.office"
    " AND (f.year IS NULL OR p.application_date / 10000 = f.year)"
    " WHERE f.import = r.import AND f.seq = r.seq AND f.what = 1"
    " UNION ALL SELECT f.rank, p.stage, p.id FROM imported_form f"
    " JOIN publication p ON p.pct_application = f.number"
    " WHERE f.import = r.import AND f.seq = r.seq AND f.what = 2"
    ") m ORDER BY m.rank, m.stage <> 2, m.id LIMIT 1) AS publication,"
    " (SELECT group_concat(c.key || ': ' || c.value, '; ') FROM json_each(r.cells) c) AS says,"
    " r.cells AS cells, r.others AS others"
    " FROM imported r JOIN import i ON i.id = r.import",

    "CREATE VIEW v_imports AS SELECT i.id AS id, i.kind AS kind, i.name AS name,"
    " CASE i.state WHEN 0 THEN 'in_force' ELSE 'replaced' END AS state,"
    " i.replaced_by AS replaced_by, i.rows AS rows, i.kept AS kept, i.refused AS refused,"
    " i.notes AS notes,"
    " CAST((SELECT count(r.publication) FROM v_imported_rows r WHERE r.import = i.id) AS INTEGER)"
    " AS matched,"
    " CAST((SELECT count(r.number) - count(r.publication) FROM v_imported_rows r"
    " WHERE r.import = i.id) AS INTEGER) AS unmatched,"
    " i.unknown AS unknown, i.format AS format, lower(hex(i.hash)) AS hash FROM import i",

    "CREATE VIEW v_import_faults AS SELECT f.import AS import, i.kind AS kind, i.name AS list,"
    " f.seq AS seq, f.sheet AS sheet, f.line AS line, f.column AS column, f.header AS header,"
    " f.code AS code, f.what AS what, f.note AS note"
    " FROM import_fault f JOIN import i ON i.id = f.import",

    /* Which documents told the events of a publication's application. */
    "CREATE VIEW v_event_sources AS SELECT DISTINCT e.id AS id, d.dialect AS dialect,"
    " i.name AS file, s.member AS member, s.document AS document FROM v_events e"
    " JOIN statement s ON s.pub = e.key LEFT JOIN source d ON d.source = s.source"
    " LEFT JOIN input i ON i.id = s.input WHERE (s.parts & 32) <> 0",
    NULL
};

/* Only what questions need; secondary indexes are almost half of the cost of storing
 * (reference/performance.md, section 5).                                              */
const char *const np_schema_indexes[] = {
    "CREATE INDEX IF NOT EXISTS publication_id ON publication(id)",
    "CREATE INDEX IF NOT EXISTS citation_cited ON citation(number, office)",
    "CREATE INDEX IF NOT EXISTS publication_application ON publication(application_number)",
    "CREATE INDEX IF NOT EXISTS publication_application_key ON publication(application_key)",
    "CREATE INDEX IF NOT EXISTS event_named ON event(named) WHERE named IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS publication_pct ON publication(pct_application)"
    " WHERE pct_application IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS hit_subfield ON hit(subfield)",
    NULL
};

const struct np_current_table np_current_tables[] = {
    { "publication", "key" }, { "party", "pub" }, { "citation", "pub" }, { "event", "pub" },
    { "standard", "pub" },    { "hit", "pub" },       { "evidence", "pub" }, { NULL, NULL }
};
