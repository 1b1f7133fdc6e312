/* explain_family.c -- a family: what it is, its scores, the policy, the frame, what is missing. */
#include "explaining.h"

/* ---- lists beside it ---- */

static const struct np_column status_columns[] = {
    { "id", NP_CELL_TEXT, "", "Publication", "公开号", "" },
    { "status", NP_CELL_TEXT, "", "Status", "法律状态", "" },
    { "since", NP_CELL_DATE, "", "Since", "起始日", "" },
    { "presumed", NP_CELL_FLAG, "", "Presumed", "推定", "" },
    { "granted", NP_CELL_DATE, "", "Granted", "授权日", "" },
    { "expiry", NP_CELL_DATE, "", "Expected expiry", "预计届满日", "" },
    { "paid_to", NP_CELL_DATE, "", "Fee paid to", "缴费有效至", "" },
    { "decided_by", NP_CELL_TEXT, "", "Decided by", "依据事件", "" },
    { "pledged", NP_CELL_TEXT, "", "Pledged", "质押", "" },
    { "licensed", NP_CELL_TEXT, "", "Licensed", "许可", "" },
    { "preserved", NP_CELL_TEXT, "", "Preserved by court order", "保全", "" },
    { "owner", NP_CELL_TEXT, "", "Last receiver", "最近受让人", "" },
    { "transferred", NP_CELL_DATE, "", "Last transfer", "最近转移日", "" },
    { "states_in_force", NP_CELL_TEXT, "", "In force in", "有效国", "" },
    { "states_presumed", NP_CELL_TEXT, "", "Presumed in force in", "推定有效国", "" },
    { "states_dead", NP_CELL_TEXT, "", "Dead in", "失效国", "" },
    { "read_to", NP_CELL_DATE, "", "Events read up to", "事件数据截至", "" },
    { "application", NP_CELL_TEXT, "", "Application", "申请号", "" },
    { 0 }
};

static const struct np_column state_columns[] = {
    { "application", NP_CELL_TEXT, "", "Application", "申请号", "" },
    { "state", NP_CELL_TEXT, "", "State", "国家", "" },
    { "status", NP_CELL_TEXT, "", "Status", "法律状态", "" },
    { "since", NP_CELL_DATE, "", "Since", "起始日", "" },
    { "presumed", NP_CELL_FLAG, "", "Presumed", "推定", "" },
    { "paid_to", NP_CELL_DATE, "", "Fee paid to", "缴费有效至", "" },
    { "decided_by", NP_CELL_TEXT, "", "Decided by", "依据事件", "" },
    { 0 }
};

static const struct np_column event_columns[] = {
    { "effective", NP_CELL_DATE, "", "Day of effect", "生效日", "" },
    { "event", NP_CELL_TEXT, "", "Event", "事件代码", "" },
    { "national", NP_CELL_TEXT, "", "National", "国家代码", "" },
    { "state", NP_CELL_TEXT, "", "State", "国家", "" },
    { "effect", NP_CELL_TEXT, "", "Effect", "作用", "" },
    { "basis", NP_CELL_TEXT, "", "Read from", "判定依据", "" },
    { "counted", NP_CELL_FLAG, "", "Counted", "计入", "" },
    { "number", NP_CELL_TEXT, "", "Number", "登记号", "" },
    { "party", NP_CELL_TEXT, "", "Party", "相关方", "" },
    { "date", NP_CELL_DATE, "", "Announced", "公告日", "" },
    { "text", NP_CELL_TEXT, "", "Text", "文字", "" },
    { 0 }
};

static const struct np_column told_columns[] = {
    { "dialect", NP_CELL_TEXT, "", "Format", "格式", "" },
    { "file", NP_CELL_TEXT, "", "File", "文件", "" },
    { "member", NP_CELL_TEXT, "", "Member", "包内文件", "" },
    { "document", NP_CELL_INT, "", "Document", "文献序号", "" },
    { 0 }
};

static const struct np_column evidence_columns[] = {
    { "code", NP_CELL_TEXT, "", "Subfield", "子领域代码", "" },
    { "rule", NP_CELL_TEXT, "", "Rule", "规则", "" },
    { "place", NP_CELL_TEXT, "", "Place", "位置", "" },
    { "matched", NP_CELL_TEXT, "", "Matched", "命中文字", "" },
    { "weight", NP_CELL_REAL, "", "Weight", "权重", "" },
    { 0 }
};

static const struct np_column citation_columns[] = {
    { "seq", NP_CELL_INT, "", "No.", "序号", "" },
    { "cited", NP_CELL_TEXT, "", "Cited", "被引文献", "" },
    { "cited_date", NP_CELL_DATE, "", "Date", "日期", "" },
    { "category", NP_CELL_TEXT, "", "Category", "类别", "" },
    { "said_by", NP_CELL_TEXT, "", "Said by", "引用者", "" },
    { "phase", NP_CELL_TEXT, "", "Phase", "阶段", "" },
    { 0 }
};

static void add_view(struct explaining *e, const char *name, const char *view,
                     const struct np_column *columns, const char *column, enum np_test test,
                     struct np_slice value, const char *order, const char *en, const char *zh)
{
    struct np_condition is = { column, test, value };

    add_table(e, select_rows(e, name, view, columns, &is, 1, order, -1), en, zh);
}

/* ---- the head ---- */

static struct np_slice status_line(struct explaining *e, const struct np_result *r)
{
    struct np_buf b = { 0 };
    struct np_slice out, status = cell_text(r, 0, "status");
    np_date expiry = cell_date(r, 0, "expiry");

    np_buf_puts_slice(&b, status);
    if (cell_text(r, 0, "reason").n)
        np_buf_printf(&b, "; %.*s", NP_ARG(cell_text(r, 0, "reason")));
    if (expiry && !np_slice_is(status, "dead")) {
        np_buf_puts(&b, cell_number(r, 0, "pta_unknown") > 0 ? "; until at the earliest "
                                                             : "; until ");
        np_date_put(&b, expiry);
    }
    out = np_arena_copy(e->arena, np_buf_slice(&b));
    np_buf_release(&b);
    return out;
}

static void add_score_line(struct explaining *e, const struct np_result *r, const char *name)
{
    struct np_cell *row = add_row(e, "head", "", np_slice_of(name));
    double value = cell_number(r, 0, name), coverage = cell_number(r, 0, "coverage");

    np_cell_real(&row[X_VALUE], value);
    set_text(e, row, X_UNIT, NP_S("0..100"));
    if (isnan(value))
        set_text(e, row, X_REASON,
                 strcmp(name, "hv") == 0 && np_slice_is(cell_text(r, 0, "status"), "dead")
                     ? NP_S("not_applicable") : NP_S("no_data"));
    if (strcmp(name, "hv") == 0 && !isnan(coverage)) {
        set_text(e, row, X_TEXT, np_arena_printf(e->arena, "coverage %.2f", coverage));
        set_form(e, row, FORM_WORDS);
    }
}

static const struct np_column rank_columns[] = {
    { "key", NP_CELL_TEXT, "", "", "", "" }, { 0 }
};

static int64_t count_rows(struct explaining *e, const struct np_condition *is, size_t n)
{
    struct np_result *r = select_rows(e, "rank", "v_families", rank_columns, is, n, NULL, -1);
    int64_t count = r ? (int64_t)r->rows.n : 0;

    np_result_free(r);
    return count;
}

/* Among all families with a score, and those of the main subfield: 1 + how many score more. */
static void add_rank(struct explaining *e, const struct np_result *r)
{
    double hv = cell_number(r, 0, "hv");
    struct np_slice score = np_arena_printf(e->arena, "%.17g", hv);
    struct np_condition is[] = { { "hv", NP_IS_NOT, NP_EMPTY },
                                 { "subfields", NP_HAS, cell_text(r, 0, "subfield") },
                                 { "hv", NP_ABOVE, score } };
    struct np_condition above[] = { { "hv", NP_ABOVE, score }, is[1] };

    if (isnan(hv))
        return;
    add_head(e, "rank", FORM_WORDS,
             np_arena_printf(e->arena, "%lld of %lld by hv; %lld of %lld in subfield %.*s",
                             (long long)count_rows(e, above, 1) + 1,
                             (long long)count_rows(e, is, 1),
                             (long long)count_rows(e, above, 2) + 1,
                             (long long)count_rows(e, is, 2), NP_ARG(is[1].value)));
}

static struct np_slice subfield_line(struct explaining *e, const struct np_result *r)
{
    return np_arena_printf(e->arena, "%.*s %.*s / %.*s", NP_ARG(cell_text(r, 0, "subfield")),
                           NP_ARG(cell_text(r, 0, "subfield_zh")),
                           NP_ARG(cell_text(r, 0, "subfield_en")));
}

static void add_family_head(struct explaining *e, const struct np_result *r)
{
    static const char *const scores[] = { "hv", "legal", "technical", "economic" };
    double core = cell_number(r, 0, "core");

    add_head(e, "family", FORM_NAME, cell_text(r, 0, "key"));
    add_head(e, "title", FORM_NAME, cell_text(r, 0, "title"));
    if (!np_slice_eq(cell_text(r, 0, "title"), cell_text(r, 0, "title_en")))
        add_head(e, "title_en", FORM_NAME, cell_text(r, 0, "title_en"));
    add_head(e, "owner", FORM_NAME, cell_text(r, 0, "enterprises"));
    add_head(e, "members", FORM_NAME, cell_text(r, 0, "members"));
    add_head(e, "reference", FORM_NAME, cell_text(r, 0, "reference"));
    add_head(e, "subfield", FORM_PAIR, subfield_line(e, r));
    add_head(e, "status", FORM_WORDS, status_line(e, r));
    add_head(e, "in_force_in", FORM_NAME, cell_text(r, 0, "in_force_in"));
    add_head(e, "presumed_in", FORM_NAME, cell_text(r, 0, "presumed_in"));
    add_head(e, "pending_in", FORM_NAME, cell_text(r, 0, "pending_in"));
    for (size_t i = 0; i < sizeof scores / sizeof *scores; i++)
        add_score_line(e, r, scores[i]);
    add_rank(e, r);
    add_head(e, "core", FORM_WORDS, isnan(core) ? NP_S("unknown") : core > 0 ? NP_S("yes") : NP_S("no"));
    add_head(e, "hvp", FORM_WORDS, cell_text(r, 0, "hvp"));
}

/* ---- the five circumstances: "CN...B in force | H1 yes: ... | H2 no: ..." ---- */

static void add_circumstance(struct explaining *e, const char *column, struct np_slice answer,
                             struct np_slice why)
{
    struct np_cell *row = add_row(e, "policy", "hvp", np_slice_of(column));

    set_text(e, row, X_TEXT, answer.n ? answer : NP_S("not_applicable"));
    set_form(e, row, FORM_WORDS);
    set_text(e, row, X_INPUTS, why);
}

static struct np_slice evidence_of(struct np_slice evidence, const char *code)
{
    size_t at = np_slice_find(evidence, np_slice_of(code)), colon, end;

    if (at == (size_t)-1)
        return NP_EMPTY;
    evidence = np_slice_sub(evidence, at + strlen(code), evidence.n);
    end = np_slice_find(evidence, NP_S(" | H"));
    evidence = np_slice_sub(evidence, 0, end);
    colon = np_slice_find(evidence, NP_S(": "));
    return colon == (size_t)-1 ? NP_EMPTY : np_slice_sub(evidence, colon + 2, evidence.n);
}

static void add_policy(struct explaining *e, const struct np_result *r)
{
    static const char *const columns[] = { "hvp_h1", "hvp_h2", "hvp_h3", "hvp_h4", "hvp_h5" };
    static const char *const codes[] = { " | H1 ", " | H2 ", " | H3 ", " | H4 ", " | H5 " };
    struct np_slice evidence = cell_text(r, 0, "hvp_evidence");
    size_t gate = np_slice_find(evidence, NP_S(" | H1 "));

    add_circumstance(e, "hvp_gate",
                     gate == (size_t)-1 ? NP_S("no") : cell_number(r, 0, "valid_invention") > 0
                                                           ? NP_S("yes") : NP_S("unknown"),
                     np_slice_sub(evidence, 0, gate));
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        add_circumstance(e, columns[i], cell_text(r, 0, columns[i]),
                         evidence_of(evidence, codes[i]));
}

/* Which circumstances may still hold: what data would decide, what time or a grant would bring. */
static const char *nearness(const struct np_result *r, const struct np_cell *row)
{
    if (np_slice_is(row[X_TEXT].text, "unknown"))
        return "near_unknown";
    if (!np_slice_is(row[X_TEXT].text, "no"))
        return NULL;
    if (np_slice_is(row[X_ITEM].text, "hvp_h3"))
        return "near_time";
    return np_slice_is(row[X_ITEM].text, "hvp_h2") && cell_text(r, 0, "pending_in").n ? "near_grant"
                                                                                      : NULL;
}

static void add_nearest(struct explaining *e, const struct np_result *r)
{
    size_t n = e->out->rows->rows.n;

    if (!cell_text(r, 0, "hvp_h1").n || np_slice_is(cell_text(r, 0, "hvp"), "yes"))
        return;
    for (size_t i = 0; i < n; i++) {
        const struct np_cell *row = e->out->rows->rows.v[i];
        struct np_cell *near;

        if (!np_slice_is(row[X_SECTION].text, "policy") || !nearness(r, row))
            continue;
        near = add_row(e, "raise", "hvp", row[X_ITEM].text);
        set_text(e, near, X_TEXT, np_slice_of(nearness(r, row)));
        set_form(e, near, FORM_WORDS);
        set_text(e, near, X_INPUTS, row[X_INPUTS].text);
    }
}

static void explain_row(struct explaining *e, const struct np_result *r)
{
    static const char *const scores[] = { "hv", "legal", "technical", "economic", NULL };

    e->kind = "family";
    e->subject = np_arena_copy(e->arena, cell_text(r, 0, "key"));
    add_family_head(e, r);
    add_policy(e, r);
    explain_scores(e, "family");
    explain_frame(e, r);
    explain_gains(e, scores);
    add_nearest(e, r);
    add_view(e, "explain_status", "v_status", status_columns, "family", NP_IS, e->subject, "id",
             "Legal status of the members", "同族成员法律状态");
    add_view(e, "explain_states", "v_states", state_columns, "family", NP_IS, e->subject,
             "application state", "State by state", "各国状态");
    explain_exports(e, "family", e->subject);
}

bool explain_family(struct explaining *e, struct np_slice key)
{
    struct np_result *r = ask_one(e, "families", "key", NP_IS, key);

    if (!r)
        return false;
    explain_row(e, r);
    np_result_free(r);
    return true;
}

/* ---- publications ---- */

static bool is_member(struct np_slice members, struct np_slice id)
{
    while (members.n) {
        size_t n = np_slice_find(members, NP_S(" "));

        if (np_slice_eq(np_slice_sub(members, 0, n), id))
            return true;
        members = n == (size_t)-1 ? NP_EMPTY : np_slice_sub(members, n + 1, members.n);
    }
    return false;
}

static bool explain_family_of(struct explaining *e, struct np_slice id)
{
    struct np_result *r = ask_one(e, "families", "members", NP_HAS, id);
    bool found = r && is_member(cell_text(r, 0, "members"), id);

    if (found)
        explain_row(e, r);
    np_result_free(r);
    return found;
}

static void add_events(struct explaining *e, struct np_slice application, struct np_slice id)
{
    add_view(e, "explain_events", "v_status_events", event_columns, "application", NP_IS,
             application, "seq", "Legal events", "法律事件");
    add_view(e, "explain_told_by", "v_event_sources", told_columns, "id", NP_IS, id,
             "file member document dialect", "Told by", "事件来源");
}

/* Status of one publication's application, with its events. */
static bool add_status(struct explaining *e, const char *column, enum np_test test,
                       struct np_slice value, bool head)
{
    struct np_result *r = ask_one(e, "status", column, test, value);
    struct np_slice id, application;
    np_date since;

    if (!r)
        return false;
    id = np_arena_copy(e->arena, cell_text(r, 0, "id"));
    application = np_arena_copy(e->arena, cell_text(r, 0, "application"));
    since = cell_date(r, 0, "since");
    if (head) {
        e->subject = id;
        add_head(e, "publication", FORM_NAME, id);
    }
    add_head(e, "application", FORM_NAME, application);
    if (since)
        add_head(e, "publication_status", FORM_WORDS,
                 np_arena_printf(e->arena, "%.*s; since %04d-%02d-%02d",
                                 NP_ARG(cell_text(r, 0, "status")), since / 10000,
                                 since / 100 % 100, since % 100));
    else
        add_head(e, "publication_status", FORM_WORDS, cell_text(r, 0, "status"));
    np_result_free(r);
    add_view(e, "explain_own_status", "v_status", status_columns, "id", NP_IS, id, "id",
             "Legal status of this publication", "本文献法律状态");
    if (head)
        add_view(e, "explain_states", "v_states", state_columns, "application", NP_IS, application,
                 "application state", "State by state", "各国状态");
    add_events(e, application, id);
    if (head)
        explain_exports(e, "id", id);
    explain_listed(e, id);
    return true;
}

/* A wrong check digit is said, not refused; one application may have several publications. */
static void tell_how_found(struct explaining *e, const struct np_found *found)
{
    struct np_buf others = { 0 };

    for (size_t i = 1; i < found->ids.n; i++)
        np_buf_printf(&others, "%s%.*s", i > 1 ? " " : "", NP_ARG(found->ids.v[i]));
    add_head(e, "same_number", FORM_NAME, np_buf_slice(&others));
    if (found->by_application && found->check && found->check != found->check_right)
        add_head(e, "check_digit", FORM_WORDS,
                 np_arena_printf(e->arena, "check digit %c was given, %c is right", found->check,
                                 found->check_right));
    np_buf_release(&others);
}

/* What only legal events tell of. */
static bool explain_by_events(struct explaining *e, struct np_slice typed)
{
    struct np_spelling spelling;

    if (!np_spelling_read(e->arena, typed, &spelling))
        return false;
    for (size_t i = 0; i < spelling.publications.n; i++) {
        const struct np_docref *doc = &spelling.publications.v[i];

        if (add_status(e, "id", doc->kind.n ? NP_IS : NP_BEGINS,
                       np_publication_id(e->arena, doc->office, doc->number, doc->kind), true))
            return true;
    }
    for (size_t i = 0; i < spelling.applications.n; i++) {
        const struct np_docref *doc = &spelling.applications.v[i];

        if (add_status(e, "application", NP_IS,
                       np_publication_id(e->arena, doc->office, doc->number, NP_EMPTY), true))
            return true;
    }
    return false;
}

static void add_publication_head(struct explaining *e, const struct np_result *r)
{
    np_date d = cell_date(r, 0, "date");

    add_head(e, "publication", FORM_NAME, e->subject);
    add_head(e, "title", FORM_NAME, cell_text(r, 0, "title"));
    if (d)
        add_head(e, "published_on", FORM_NAME,
                 np_arena_printf(e->arena, "%04d-%02d-%02d", d / 10000, d / 100 % 100, d % 100));
    add_head(e, "type", FORM_WORDS,
             np_arena_printf(e->arena, "%.*s; %.*s", NP_ARG(cell_text(r, 0, "type")),
                             NP_ARG(cell_text(r, 0, "stage"))));
}

bool explain_publication(struct explaining *e, struct np_slice typed, bool by_events)
{
    struct np_found found;
    struct np_result *r;

    e->kind = "publication";
    if (by_events)
        return explain_by_events(e, typed);
    if (np_find_publications(e->store, typed, e->arena, &found, e->err) != NP_OK)
        return false;
    e->subject = found.ids.v[0];
    r = ask_one(e, "publications", "id", NP_IS, e->subject);
    if (!r)
        return false;
    add_publication_head(e, r);
    np_result_free(r);
    tell_how_found(e, &found);
    add_status(e, "id", NP_IS, e->subject, false);
    add_view(e, "explain_evidence", "v_evidence", evidence_columns, "id", NP_IS, e->subject,
             "code seq", "Why it is in a subfield", "归入子领域的依据");
    add_view(e, "explain_citations", "v_citations", citation_columns, "id", NP_IS, e->subject,
             "seq", "What it cites", "所引文献");
    if (!explain_family_of(e, e->subject))
        add_head(e, "family", FORM_WORDS, NP_S("no_scored_family"));
    return true;
}
