/* industry.c -- strategic emerging industries from IPC (scoring.md, section 4.2): an imported table of
 * symbols, some of them with keywords, of which one must stand in title, abstract or claims.
 *
 *   yes      a symbol fits a rule, and a keyword where the rule wants one
 *   unknown  no table; no IPC; a keyword is wanted and no text is known; or the table is silent on a
 *            subclass of ours: public transcriptions have holes
 *   no       the table knows every subclass of ours, and nothing fits
 */
#include "policy.h"

#include <nanopat/text.h>
#include <nanopat/tsv.h>

enum { SUBCLASS = 4 };

/* ---- symbols ---- */

/* The first table row whose symbol is not before this one. */
static size_t row_at(const struct np_fact_imports *imports, struct np_slice symbol)
{
    size_t low = 0, high = imports->sei_symbols.n;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (np_slice_cmp(imports->sei_symbols.v[middle].symbol, symbol) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool knows_subclass(const struct np_fact_imports *imports, struct np_slice symbol)
{
    struct np_slice subclass = np_slice_sub(symbol, 0, SUBCLASS);
    size_t at = row_at(imports, subclass);

    return at < imports->sei_symbols.n &&
           np_slice_eq(np_slice_sub(imports->sei_symbols.v[at].symbol, 0, SUBCLASS), subclass);
}

/* "C01B32/158" as 32, 158: ranges count by the digits as decimals behind the group. */
static bool numbers_of(struct np_slice symbol, int *group, struct np_slice *subgroup)
{
    size_t slash = np_slice_find(symbol, NP_S("/"));

    if (slash == (size_t)-1 || slash <= SUBCLASS)
        return false;
    *subgroup = np_slice_sub(symbol, slash + 1, symbol.n);
    return np_slice_int(np_slice_sub(symbol, SUBCLASS, slash - SUBCLASS), group);
}

/* Subgroups are ordered as decimal fractions: 16 < 162 < 17 (IPC guide). */
static bool in_range(struct np_slice symbol, const struct np_fact_sei_symbol *row)
{
    struct np_slice own, first, last;
    int group, from, to;

    if (!np_slice_eq(np_slice_sub(symbol, 0, SUBCLASS), np_slice_sub(row->symbol, 0, SUBCLASS)) ||
        !numbers_of(symbol, &group, &own) || !numbers_of(row->symbol, &from, &first) ||
        !numbers_of(row->last, &to, &last))
        return false;
    if (group < from || group > to)
        return false;
    return (group > from || np_slice_cmp(own, first) >= 0) &&
           (group < to || np_slice_cmp(own, last) <= 0 || np_slice_eq(np_slice_sub(own, 0, last.n), last));
}

/* How well a row fits: 0 not at all, else its length; an exact symbol or range beats all prefixes. */
static size_t fit_of(struct np_slice symbol, const struct np_fact_sei_symbol *row)
{
    enum { EXACT = 1000 };

    if (row->prefix)
        return np_slice_eq(np_slice_sub(symbol, 0, row->symbol.n), row->symbol) ? row->symbol.n : 0;
    if (row->last.n)
        return in_range(symbol, row) ? EXACT : 0;
    return np_slice_eq(symbol, row->symbol) ? EXACT : 0;
}

/* ---- keywords ---- */

static bool is_between_keywords(uint32_t c)
{
    return c == ';' || c == 0xFF1B || c == ',' || c == 0xFF0C || c == 0x3001 || c == '|';
}

/* "锂离子电池等制造" describes an industry: what it makes is what a patent speaks of. */
static struct np_slice noun_of(struct np_slice keyword)
{
    static const char *const ends[] = { "等制造", "等生产", "等加工", "的制造", "制造" };

    keyword = np_slice_trim(keyword);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (np_slice_ends(keyword, ends[i]) && keyword.n > strlen(ends[i]))
            return np_slice_trim(np_slice_sub(keyword, 0, keyword.n - strlen(ends[i])));
    return keyword;
}

/* The keyword that the text holds; empty if none. Both folded. */
static struct np_slice keyword_in(struct np_slice keywords, struct np_slice text)
{
    struct np_slice found = NP_EMPTY;
    struct np_buf folded = { 0 };
    size_t from = 0, at = 0;

    while (from < keywords.n && !found.n) {
        size_t to = at;
        bool end = at >= keywords.n;

        if (!end && !is_between_keywords(np_utf8_next(keywords, &at)))
            continue;
        np_buf_reset(&folded);
        np_text_fold(&folded, noun_of(np_slice_sub(keywords, from, to - from)), NULL);
        if (folded.n && np_slice_find(text, np_buf_slice(&folded)) != (size_t)-1)
            found = noun_of(np_slice_sub(keywords, from, to - from));
        if (end)
            break;
        from = at;
    }
    np_buf_release(&folded);
    return found;
}

/* ---- one family ---- */

static enum answer try_row(const struct np_facts *facts, const struct np_fact_sei_symbol *row,
                           struct np_slice symbol, struct np_slice text, struct industry *industry)
{
    const struct np_fact_sei_rule *rule = &facts->imports.sei_rules.v[row->rule];
    struct np_slice keyword = NP_EMPTY;

    if (rule->needs_keyword) {
        keyword = keyword_in(rule->keywords, text);
        if (!keyword.n)
            return text.n ? ANSWER_NO : ANSWER_UNKNOWN;
    }
    *industry = (struct industry){ ANSWER_YES, symbol, keyword, row->rule };
    return ANSWER_YES;
}

/* Only the rows that fit best are asked. */
static enum answer try_symbol(const struct np_facts *facts, struct np_slice symbol,
                              struct np_slice text, struct industry *industry)
{
    const struct np_fact_imports *imports = &facts->imports;
    enum answer answer = ANSWER_NO;
    size_t best = 0;

    for (int pass = 0; pass < 2; pass++)
        for (size_t i = row_at(imports, np_slice_sub(symbol, 0, 1));
             i < imports->sei_symbols.n && imports->sei_symbols.v[i].symbol.n &&
             imports->sei_symbols.v[i].symbol.p[0] == symbol.p[0]; i++) {
            size_t fit = fit_of(symbol, &imports->sei_symbols.v[i]);
            enum answer one;

            if (pass == 0) {
                best = fit > best ? fit : best;
                continue;
            }
            if (!fit || fit != best)
                continue;
            one = try_row(facts, &imports->sei_symbols.v[i], symbol, text, industry);
            if (one == ANSWER_YES)
                return one;
            answer = one == ANSWER_UNKNOWN ? one : answer;
        }
    return answer;
}

/* True: it fits, nothing else need be tried. */
static bool look_up(const struct np_evaluation *run, struct np_slice symbol, struct np_slice text,
                    struct industry *industry)
{
    enum answer one = ANSWER_UNKNOWN;

    if (knows_subclass(&run->facts->imports, symbol))
        one = try_symbol(run->facts, symbol, text, industry);
    if (one == ANSWER_UNKNOWN && industry->answer != ANSWER_UNKNOWN) {
        industry->answer = ANSWER_UNKNOWN;
        industry->symbol = symbol;
    }
    return one == ANSWER_YES;
}

/* By the IPC, whatever symbols else is measured by; the reference member's come first. */
void find_industry(const struct np_evaluation *run, int64_t family, struct np_slice text,
                   struct industry *industry)
{
    const struct np_fact_family *f = family_at(run, family);
    bool any = false;

    *industry = (struct industry){ .answer = ANSWER_UNKNOWN, .rule = -1 };
    if (!run->facts->imports.sei_lists)
        return;
    for (size_t m = 0; m <= f->members.n; m++) {
        const struct np_fact_publication *p =
            publication_at(run, m ? f->members.v[m - 1] : f->reference);

        for (size_t i = 0; i < p->ipc.n; i++) {
            if (!p->ipc.v[i].n)
                continue;
            if (!any)
                industry->answer = ANSWER_NO;
            any = true;
            if (look_up(run, p->ipc.v[i], text, industry) || run->scoring->sei_first)
                return;
        }
    }
}

void say_industry(const struct np_evaluation *run, int64_t family, struct np_buf *why)
{
    const struct industry *industry = &text_of(run, family)->industry;
    const struct np_fact_sei_rule *rule;

    if (!run->facts->imports.sei_lists)
        note(why, "no table of strategic emerging industries: nanopat import sei");
    else if (industry->answer == ANSWER_UNKNOWN && !industry->symbol.n)
        note(why, "no IPC");
    else if (industry->answer == ANSWER_UNKNOWN)
        note(why, "the table does not settle %.*s", NP_ARG(industry->symbol));
    else if (industry->answer == ANSWER_NO)
        note(why, "the table knows the subclasses; no rule fits");
    if (industry->rule < 0 || industry->answer != ANSWER_YES)
        return;
    rule = &run->facts->imports.sei_rules.v[industry->rule];
    note(why, "%.*s: %.*s %.*s", NP_ARG(industry->symbol), NP_ARG(rule->code),
         NP_ARG(np_slice_sub(rule->name, 0, 120)));
    if (industry->keyword.n)
        note(why, "keyword %.*s", NP_ARG(np_slice_sub(industry->keyword, 0, 120)));
    note(why, "%.*s line %d", NP_ARG(np_slice_sub(rule->place.list, 0, 80)), rule->place.line);
}
