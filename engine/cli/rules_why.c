/* rules_why.c -- a trial in words: which rule fired where, what is missing. */
#include "rules.h"

#include <string.h>

enum { CONTEXT = 24, LONGEST = 60 }; /* characters beside what matched; most of the match itself */

enum np_lang words_language(const struct settings *s)
{
    const struct np_format *format = output_format(s);
    bool machine = format && (strcmp(format->name, "csv") == 0 || strcmp(format->name, "jsonl") == 0);

    return machine ? NP_LANG_EN : s->language;
}

const char *place_in(enum np_place place, enum np_lang lang)
{
    static const char *const zh[] = { "名称", "摘要", "首权", "分类号", "独权", "权利要求" };

    if (lang == NP_LANG_ZH && (size_t)place < sizeof zh / sizeof *zh)
        return zh[place];
    return np_place_name(place);
}

void put_number(struct np_buf *b, double x)
{
    np_buf_printf(b, "%.10g", x);
}

/* "needs 1.3-n1", "veto 1.3-v1 'NaNO3'" */
static void put_obstacle(struct np_buf *b, const struct np_obstacle *o, enum np_lang lang)
{
    bool zh = lang == NP_LANG_ZH;

    if (o->kind == NP_NEED) {
        np_buf_printf(b, zh ? "缺必要条件 %.*s" : "need %.*s is missing", NP_ARG(o->found.rule));
        return;
    }
    np_buf_printf(b, zh ? "否决 %.*s" : "veto %.*s", NP_ARG(o->found.rule));
    if (o->found.matched.n)
        np_buf_printf(b, zh ? " 命中“%.*s”(%s)" : " matched '%.*s' (%s)", NP_ARG(o->found.matched),
                      place_in(o->found.place, lang));
}

void trial_put_lack(struct np_buf *b, const struct np_trial *trial, enum np_lang lang)
{
    bool zh = lang == NP_LANG_ZH;
    size_t from = b->n;

    if (trial->score < trial->threshold) {
        np_buf_puts(b, zh ? "还差 " : "short of ");
        put_number(b, trial->threshold - trial->score);
    }
    for (size_t i = 0; i < trial->obstacles.n; i++) {
        np_buf_puts(b, b->n > from ? "; " : "");
        put_obstacle(b, &trial->obstacles.v[i], lang);
    }
    if (trial->cut)
        np_buf_puts(b, zh ? "让位于得分更高的子领域(keep, margin)"
                          : "gave way to subfields that score higher (keep, margin)");
    if (b->n == from)
        np_buf_puts(b, zh ? "现规则对其全部文本可判此项, 库中没有: 库中按各来源分别判定, 或用了其他规则"
                          : "by these rules, of all its texts; the store judged each source alone, "
                            "or by other rules");
}

/* "+6 1.1-01 title 'piezoelectric ceramic'" */
static void put_reason(struct np_buf *b, const struct np_evidence *e, enum np_lang lang)
{
    np_buf_printf(b, "%+g %.*s", e->weight, NP_ARG(e->rule));
    if (e->matched.n)
        np_buf_printf(b, lang == NP_LANG_ZH ? " %s“%.*s”" : " %s '%.*s'", place_in(e->place, lang),
                      NP_ARG(np_utf8_prefix(e->matched, 3 * LONGEST)));
}

void trial_put_why(struct np_buf *b, const struct np_trial *trial, enum np_lang lang)
{
    size_t from = b->n;

    if (!trial) {
        np_buf_puts(b, lang == NP_LANG_ZH ? "没有规则命中" : "no rule matched");
        return;
    }
    if (!trial->reached)
        trial_put_lack(b, trial, lang);
    for (size_t i = 0; i < trial->evidence.n; i++) {
        if (trial->evidence.v[i].weight == 0)
            continue;
        np_buf_puts(b, b->n > from ? "; " : "");
        put_reason(b, &trial->evidence.v[i], lang);
    }
}

/* The byte `characters` before `at`, or after. */
static size_t back(struct np_slice s, size_t at, int characters)
{
    while (at && characters) {
        at--;
        if (((unsigned char)s.p[at] & 0xC0) != 0x80)
            characters--;
    }
    return at;
}

static size_t forth(struct np_slice s, size_t at, int characters)
{
    while (at < s.n && characters--)
        (void)np_utf8_next(s, &at);
    return at;
}

/* Line ends and tabs would break the line it is shown on. */
static void put_line(struct np_buf *b, struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++)
        np_buf_putc(b, (unsigned char)s.p[i] < ' ' ? ' ' : s.p[i]);
}

void put_context(struct np_buf *b, struct np_slice text, size_t at, size_t n)
{
    size_t end = at + n < text.n ? at + n : text.n;
    size_t left = back(text, at, CONTEXT), right = forth(text, end, CONTEXT);

    np_buf_puts(b, left ? "…" : "");
    put_line(b, np_slice_sub(text, left, at - left));
    np_buf_puts(b, "【");
    put_line(b, np_slice_sub(text, at, end - at));
    np_buf_puts(b, "】");
    put_line(b, np_slice_sub(text, end, right - end));
    np_buf_puts(b, right < text.n ? "…" : "");
}
