/* standard_list_rows.c -- rows of lists of declarations and participation, and what each is taken for: so that
 * somebody sees what met no patent, no applicant, no standard of the registry.
 */
#include "candidates.h"
#include "rows.h"

static int32_t find_standard(const struct np_evaluation *run, struct np_slice number)
{
    return run->candidates ? np_standard_find(run->candidates->facts, number) : -1;
}

static void row_organisation(const struct np_evaluation *run, struct row *row,
                             struct np_slice typed, int32_t enterprise)
{
    row_text(row, "organisation", typed);
    if (enterprise < 0)
        return;
    row_text(row, "enterprise", run->facts->enterprises.v[enterprise].name);
    row_text(row, "enterprise_key", run->facts->enterprises.v[enterprise].key);
    row_real(row, "local", run->seats[enterprise].local);
}

static void row_effect(struct row *row, const struct np_fact_word *effect)
{
    row_text(row, "effect", np_slice_of(effect->name));
    row_text(row, "effect_en", np_slice_of(effect->en));
    row_text(row, "effect_zh", np_slice_of(effect->zh));
}

static void row_place(struct row *row, const struct np_fact_place *place)
{
    row_text(row, "list", place->list);
    row_text(row, "sheet", place->sheet);
    row_real(row, "line", place->line);
}

/* ---- declarations ---- */

enum { AS_DECLARED, AS_BLANKET, AS_LATER, AS_OTHER, AS_NO_PATENT, AS_NO_APPLICANT };

static const struct np_fact_word declaration_effects[] = {
    [AS_DECLARED] = { "declared", "counts for the patent's family", "计入该专利族" },
    [AS_BLANKET] = { "blanket", "counts by half for all that the organisation holds", "无专利号, 对声明单位的全部专利计半" },
    [AS_LATER] = { "later", "after the day of the run", "晚于统计截止日" },
    [AS_OTHER] = { "not_registered", "the standard is not in the registry", "标准不在目录中" },
    [AS_NO_PATENT] = { "no_patent", "no such patent is here", "库中无此专利" },
    [AS_NO_APPLICANT] = { "no_applicant", "no applicant has this name, or several have", "无此申请人或多个申请人同名" },
};

static int64_t family_of(const struct np_evaluation *run, const struct np_fact_declaration *d)
{
    return d->patent.publication < 0 ? -1 : light_at(run, d->patent.publication)->family;
}

static int declaration_effect(const struct np_evaluation *run, const struct np_fact_declaration *d)
{
    if (d->date > run->as_of)
        return AS_LATER;
    if (find_standard(run, d->number) < 0 && (d->standard.n || !d->body.n))
        return AS_OTHER;
    if (d->blanket)
        return d->enterprise < 0 ? AS_NO_APPLICANT : AS_BLANKET;
    return family_of(run, d) < 0 ? AS_NO_PATENT : AS_DECLARED;
}

static const char *const licences[] = { [NP_LICENCE_UNKNOWN] = "", [NP_LICENCE_FREE] = "free",
                                        [NP_LICENCE_PAID] = "paid",
                                        [NP_LICENCE_REFUSED] = "refused" };

void put_declarations(const struct np_evaluation *run, struct row *row)
{
    const struct np_fact_imports *imports = &run->facts->imports;

    for (size_t i = 0; i < imports->declarations.n && row->status == NP_OK; i++) {
        const struct np_fact_declaration *d = &imports->declarations.v[i];
        int64_t family = family_of(run, d);

        row_begin(row, DECLARATIONS);
        row_text(row, "standard", d->standard);
        row_text(row, "number", d->number);
        row_text(row, "body", d->body);
        row_text(row, "patent", d->patent.number);
        if (family >= 0)
            row_text(row, "family", family_at(run, family)->key);
        row_organisation(run, row, d->organisation, d->enterprise);
        row_date(row, "date", d->date);
        row_text(row, "licence", np_slice_of(licences[d->licence]));
        row_text(row, "statement", d->statement);
        row_effect(row, &declaration_effects[declaration_effect(run, d)]);
        row_text(row, "source", d->source);
        row_place(row, &d->place);
        row_put(row);
    }
}

/* ---- participation ---- */

enum { TAKES_DRAFTER, TAKES_MEMBER, TAKES_FORMER, TAKES_OBSERVER, TAKES_LATER, TAKES_OTHER,
       TAKES_NOBODY };

static const struct np_fact_word participation_effects[] = {
    [TAKES_DRAFTER] = { "drafter", "drafted it", "起草单位" },
    [TAKES_MEMBER] = { "member", "sits in the committee", "委员会成员" },
    [TAKES_FORMER] = { "former", "no member any more on the day of the run", "统计截止日已非成员" },
    [TAKES_OBSERVER] = { "observer", "observes: does not count", "观察员, 不计" },
    [TAKES_LATER] = { "later", "after the day of the run", "晚于统计截止日" },
    [TAKES_OTHER] = { "not_registered", "the standard is not in the registry", "标准不在目录中" },
    [TAKES_NOBODY] = { "no_applicant", "no applicant has this name, or several have", "无此申请人或多个申请人同名" },
};

static int participation_effect(const struct np_evaluation *run,
                                const struct np_fact_participation *p)
{
    bool here = find_standard(run, p->number) >= 0;

    if (p->from > run->as_of)
        return TAKES_LATER;
    if (!here && !p->body.n)
        return TAKES_OTHER;
    if (p->enterprise < 0)
        return TAKES_NOBODY;
    if (here && np_standard_drafts(p))
        return TAKES_DRAFTER;
    if (p->role == NP_STANDARD_OBSERVER)
        return TAKES_OBSERVER;
    return np_standard_sits_at(p, run->as_of) ? TAKES_MEMBER : TAKES_FORMER;
}

void put_participation(const struct np_evaluation *run, struct row *row)
{
    const struct np_fact_imports *imports = &run->facts->imports;

    for (size_t i = 0; i < imports->participations.n && row->status == NP_OK; i++) {
        const struct np_fact_participation *p = &imports->participations.v[i];

        row_begin(row, PARTICIPATION);
        row_organisation(run, row, p->organisation, p->enterprise);
        row_text(row, "body", p->body);
        row_text(row, "standard", p->standard);
        row_text(row, "number", p->number);
        row_text(row, "role", p->role_text);
        row_date(row, "since", p->from);
        row_date(row, "until", p->to);
        row_effect(row, &participation_effects[participation_effect(run, p)]);
        row_place(row, &p->place);
        row_put(row);
    }
}

/* ---- columns ---- */

#define TEXT(name, en, zh) { name, NP_CELL_TEXT, "", en, zh, "" }
#define DATE(name, en, zh) { name, NP_CELL_DATE, "", en, zh, "" }
#define ORGANISATION                                                                     \
    TEXT("organisation", "Organisation, as typed", "单位(原文)"),                        \
    TEXT("enterprise", "Enterprise", "对应申请人"),                                      \
    { "local", NP_CELL_FLAG, "", "In our city", "本市", "" }
#define ROW_OF_LIST                                                                      \
    TEXT("effect", "Effect", "结果"), TEXT("effect_en", "Effect, English", "结果(英文)"), \
    TEXT("effect_zh", "Effect, Chinese", "结果(中文)"),                                  \
    TEXT("enterprise_key", "Key of the enterprise", "企业键"),                           \
    TEXT("list", "List", "清单"), TEXT("sheet", "Sheet", "工作表"),                      \
    { "line", NP_CELL_INT, "", "Line", "行", "" }

const struct np_column declarations_table[] = {
    TEXT("standard", "Standard, as typed", "标准号(原文)"),
    TEXT("number", "Number", "标准号(不含年份)"),
    TEXT("body", "Committee", "标准组织"),
    TEXT("patent", "Patent, as typed", "专利号(原文)"),
    TEXT("family", "Family", "专利族"),
    ORGANISATION,
    DATE("date", "Date", "声明日期"),
    { "licence", NP_CELL_TEXT, "", "Licence", "许可方式", "free, paid or refused; empty: not said" },
    TEXT("statement", "Statement", "许可声明"),
    TEXT("source", "Source", "来源"),
    ROW_OF_LIST,
    { 0 },
};

const struct np_column participation_table[] = {
    ORGANISATION,
    TEXT("body", "Committee", "标准组织"),
    TEXT("standard", "Standard, as typed", "标准号(原文)"),
    TEXT("number", "Number", "标准号(不含年份)"),
    TEXT("role", "Role", "角色"),
    DATE("since", "From", "起始"),
    DATE("until", "To", "终止"),
    ROW_OF_LIST,
    { 0 },
};
