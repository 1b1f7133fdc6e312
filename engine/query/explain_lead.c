/* explain_lead.c -- the card of an enforcement lead (reference/scoring.md, 7.5): both sides, why it is a
 * lead, claims and citations beside each other, and what the law reminds of. A lead, no more.
 *
 *     nanopat explain 'lead:40000640|40001176|CN|甲科技'    the key as `query leads` prints it
 */
#include "explaining.h"
#include "gaps.h"

enum { BARS = 3 };

/* ---- both sides ---- */

/* Heads of the card; where a value is not known the last word is said, if there is one. */
static const struct told_column head[] = {
    { "enterprise", FORM_NAME, "" }, { "district", FORM_NAME, "unknown" },
    { "market", FORM_PAIR, "" }, { "subfield", FORM_PAIR, "" },
    { "title", FORM_NAME, "unknown" }, { "family", FORM_NAME, "" }, { "publication", FORM_NAME, "" },
    { "right", FORM_WORDS, "unknown" }, { "status", FORM_WORDS, "" },
    { "published", FORM_NAME, "unknown" }, { "granted", FORM_NAME, "unknown" },
    { "expiry", FORM_NAME, "unknown" }, { "remaining_years", FORM_NAME, "unknown" },
    { "their_owners", FORM_NAME, "unknown" }, { "their_countries", FORM_OFFICES, "unknown" },
    { "their_address", FORM_NAME, "unknown" }, { "their_title", FORM_NAME, "unknown" },
    { "their_family", FORM_NAME, "" }, { "their_publication", FORM_NAME, "" },
    { "their_status", FORM_WORDS, "" }, { "their_priority", FORM_NAME, "unknown" },
    { "their_published", FORM_NAME, "unknown" }, { "their_granted", FORM_NAME, "not_granted" },
    { 0 }
};

/* Provisional protection is of inventions alone (CN Patent Law, Article 13). */
static void note_protection(struct explaining *e, const struct np_result *r, struct np_cell *published)
{
    if (np_slice_is(cell_text(r, 0, "right"), "invention") && cell_date(r, 0, "published"))
        set_text(e, published, X_INPUTS, NP_S("provisional_protection"));
}

static void add_sides(struct explaining *e, const struct np_result *r)
{
    for (const struct told_column *c = head; c->name; c++) {
        struct np_cell *row = add_told(e, r, c);

        if (strcmp(c->name, "published") == 0)
            note_protection(e, r, row);
    }
}

/* ---- why it is a lead ---- */

static struct np_cell *add_reason(struct explaining *e, const char *item, struct np_slice text)
{
    struct np_cell *row = add_row(e, "because", "", np_slice_of(item));

    set_text(e, row, X_TEXT, text);
    set_form(e, row, FORM_WORDS);
    return row;
}

static void add_later(struct explaining *e, const struct np_result *r)
{
    struct np_result *ours = ask_one(e, "families", "key", NP_IS, cell_text(r, 0, "family"));
    np_date first = ours ? cell_date(ours, 0, "first_publication") : 0;
    np_date theirs = cell_date(r, 0, "their_priority");

    if (first && theirs)
        add_reason(e, "because_later",
                   np_arena_printf(e->arena, "priority %.*s; %d days after our first publication %.*s",
                                   NP_ARG(iso_date(e, theirs)), np_date_days(theirs) - np_date_days(first),
                                   NP_ARG(iso_date(e, first))));
    else
        add_reason(e, "because_later", NP_S("unknown"));
    np_result_free(ours);
}

static void add_overlap(struct explaining *e, const struct np_result *r)
{
    double overlap = cell_number(r, 0, "overlap");
    struct np_slice shared = cell_text(r, 0, "shared");
    struct np_cell *row;

    if (isnan(overlap)) {
        row = add_reason(e, "because_overlap", NP_S("neither claims nor symbols to compare"));
        set_text(e, row, X_REASON, NP_S("no_data"));
        return;
    }
    row = add_reason(e, "because_overlap",
                     np_arena_printf(e->arena, "overlap %.3f by %.*s; limit %.2f", overlap,
                                     NP_ARG(cell_text(r, 0, "overlap_by")), setting_of(e, "lead_min")));
    np_cell_real(&row[X_VALUE], overlap);
    set_text(e, row, X_UNIT, NP_S("0..1"));
    if (!shared.n)
        return;
    row = add_reason(e, "because_shared", shared);
    set_form(e, row, FORM_NAME); /* words of the claims are not ours to translate */
}

static void add_citation(struct explaining *e, const struct np_result *r)
{
    struct np_slice category = cell_text(r, 0, "category");
    np_date on = cell_date(r, 0, "cited_on");
    struct np_cell *row;

    if (!category.n) {
        add_reason(e, "because_citation", NP_S("no X, Y or I citation of ours is known"));
        return;
    }
    row = add_reason(e, "because_citation",
                     np_arena_printf(e->arena, "category %.*s", NP_ARG(category)));
    if (on)
        set_text(e, row, X_INPUTS, iso_date(e, on));
}

static void add_reasons(struct explaining *e, const struct np_result *r)
{
    struct np_cell *row;

    row = add_reason(e, "because_ours", cell_text(r, 0, "status"));
    set_text(e, row, X_INPUTS, cell_text(r, 0, "publication"));
    add_later(e, r);
    row = add_reason(e, "because_theirs", cell_text(r, 0, "their_status"));
    set_text(e, row, X_INPUTS, cell_text(r, 0, "their_publication"));
    add_overlap(e, r);
    add_citation(e, r);
}

/* ---- what the law reminds of ---- */

static const struct np_column stored_columns[] = {
    { "key", NP_CELL_TEXT, "", "", "", "" },  { "office", NP_CELL_TEXT, "", "", "", "" },
    { "applies", NP_CELL_TEXT, "", "", "", "" }, { "zh", NP_CELL_TEXT, "", "", "", "" },
    { "en", NP_CELL_TEXT, "", "", "", "" },   { "source", NP_CELL_TEXT, "", "", "", "" },
    { 0 }
};

static const struct np_column reminder_columns[] = {
    { "about", NP_CELL_TEXT, "", "About", "事项", "" },
    { "text", NP_CELL_TEXT, "", "Reminder", "法定提示", "" },
    { "text_zh", NP_CELL_TEXT, "", "Reminder, Chinese", "法定提示", "" },
    { "basis", NP_CELL_TEXT, "", "Source", "出处", "" },
    { 0 }
};

static bool is_among(struct np_slice words, struct np_slice word)
{
    return np_slice_is(words, "*") || np_slice_find(words, word) != (size_t)-1;
}

/* Those of the market and of the kind of right. */
static void add_reminders(struct explaining *e, struct np_slice market, struct np_slice right)
{
    struct np_result *all = select_rows(e, "reminders", "v_reminders", stored_columns, NULL, 0, "", -1);
    struct np_result *r = np_result_new("explain_reminders", reminder_columns);

    for (size_t i = 0; all && i < all->rows.n; i++) {
        struct np_cell *row;

        if (!is_among(cell_text(all, i, "office"), market) ||
            !is_among(cell_text(all, i, "applies"), right))
            continue;
        row = np_result_row(r);
        np_cell_text(r, &row[0], cell_text(all, i, "key"));
        np_cell_text(r, &row[1], cell_text(all, i, "en"));
        np_cell_text(r, &row[2], cell_text(all, i, "zh"));
        np_cell_text(r, &row[3], cell_text(all, i, "source"));
    }
    np_result_free(all);
    if (r->rows.n)
        add_table(e, r, "What the law reminds of", "法定提示");
    else
        np_result_free(r);
}

/* ---- the card ---- */

bool explain_lead(struct explaining *e, struct np_slice typed)
{
    struct np_result *r = bars_in(typed) >= BARS ? ask_one(e, "leads", "key", NP_IS, typed) : NULL;
    struct np_cell *foot;

    if (!r)
        return false;
    e->kind = "lead";
    e->subject = np_arena_copy(e->arena, typed);
    add_sides(e, r);
    add_reasons(e, r);
    explain_beside(e, r);
    add_reminders(e, cell_text(r, 0, "market"), cell_text(r, 0, "right"));
    foot = add_row(e, "foot", "", NP_S("draft"));
    set_text(e, foot, X_TEXT, NP_S(NP_LEAD_FOOTER));
    set_form(e, foot, FORM_NAME); /* it stands there in both languages */
    np_result_free(r);
    return true;
}
