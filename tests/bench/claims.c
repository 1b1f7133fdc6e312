/* claims.c -- six to fifteen claims: product, process, uses; independent and dependent. */
#include "compose.h"

struct claim_writer {
    const struct family *f;
    enum lang lang;
    struct np_buf *b;
    struct claim *claims;
    int n, parts;
};

/* Text of a claim begins with its number, as both offices print it. */
static void open_claim(struct claim_writer *w, int from, int to)
{
    w->claims[w->n] = (struct claim){ .depends_from = from, .depends_to = to, .start = w->b->n };
    w->parts = 0;
    put_int(w->b, (unsigned)(w->n + 1), 1);
    np_buf_puts(w->b, w->lang == LANG_ZH ? "." : ". ");
}

static void close_claim(struct claim_writer *w)
{
    if (w->f->lifelike)
        coined_clause(w->f, (uint32_t)w->n, w->lang, w->b);
    np_buf_puts(w->b, w->lang == LANG_ZH ? "。" : ".");
    w->claims[w->n].length = w->b->n - w->claims[w->n].start;
    w->n++;
}

static void next_part(struct claim_writer *w)
{
    if (w->parts < 7)
        w->claims[w->n].part[w->parts++] = w->b->n - w->claims[w->n].start;
}

static void claim_product(struct claim_writer *w)
{
    open_claim(w, 0, 0);
    text_expand(w->b, w->f, w->lang == LANG_ZH ? "一种{N}，其特征在于，" : "A {N}, wherein ",
                w->lang, 0);
    text_feature(w->b, w->f, 0, w->lang, 0);
    close_claim(w);
}

static void claim_narrower(struct claim_writer *w, int from, int to, uint32_t which)
{
    static const struct pair extra[] = {
        { "所述{A}替换为{B}，或者与{B}并用",
          "the {A} is replaced by {B} or used together with {B}" },
        { "所述{M}的纯度不低于{92~99}%", "the {M} has a purity of not less than {92~99}%" },
        { "所述{M}与{A}的质量比为{2-60}:1", "the mass ratio of the {M} to the {A} is {2-60}:1" },
        { "其中还含有{B}", "{B} is further contained" },
        { "所述{M}部分替换为{K}", "part of the {M} is replaced by {K}" },
    };

    open_claim(w, from, to);
    if (w->lang == LANG_ZH) {
        if (to > from)
            np_buf_printf(w->b, "根据权利要求%d至%d中任一项所述的", from, to);
        else
            np_buf_printf(w->b, "根据权利要求%d所述的", from);
        text_expand(w->b, w->f, "{N}，其特征在于，", LANG_ZH, 0);
    } else {
        text_expand(w->b, w->f, "The {N} according to ", LANG_EN, 0);
        if (to > from)
            np_buf_printf(w->b, "any one of claims %d to %d, wherein ", from, to);
        else
            np_buf_printf(w->b, "claim %d, wherein ", from);
    }
    if (which < 3)
        text_feature(w->b, w->f, which, w->lang, 0);
    else
        text_pair(w->b, w->f, extra[(which + w->f->seed % 5) % 5], w->lang, 0);
    close_claim(w);
}

/* Only of families whose claims refer to a standard. */
static void claim_standard(struct claim_writer *w, int product)
{
    struct np_buf reference = { 0 };

    if (text_standard(w->f, true, w->lang, &reference)) {
        open_claim(w, product, product);
        if (w->lang == LANG_ZH)
            np_buf_printf(w->b, "根据权利要求%d所述的", product);
        text_expand(w->b, w->f,
                    w->lang == LANG_ZH ? "{N}，其特征在于，" : "The {N} according to claim ",
                    w->lang, 0);
        if (w->lang == LANG_EN)
            np_buf_printf(w->b, "%d, wherein ", product);
        np_buf_put(w->b, reference.p, reference.n);
        close_claim(w);
    }
    np_buf_release(&reference);
}

static void claim_process(struct claim_writer *w, int product)
{
    bool zh = w->lang == LANG_ZH;
    uint32_t n = text_count(w->f->topic->step, 4);

    open_claim(w, product, product);
    if (zh && product)
        np_buf_printf(w->b, "一种权利要求%d所述的", product);
    else if (zh)
        np_buf_puts(w->b, "一种");
    text_expand(w->b, w->f,
                zh ? "{N}的制备方法，其特征在于，包括以下步骤：" : "A method for preparing the {N}",
                w->lang, 0);
    if (!zh && product)
        np_buf_printf(w->b, " of claim %d", product);
    if (!zh)
        np_buf_puts(w->b, ", comprising the following steps: ");
    for (uint32_t i = 0; i < n; i++) {
        next_part(w);
        np_buf_printf(w->b, "(%u) ", i + 1);
        text_pair(w->b, w->f, w->f->topic->step[i], w->lang, 0);
        if (i + 1 < n)
            np_buf_puts(w->b, zh ? "；" : "; ");
    }
    close_claim(w);
}

static void claim_step_detail(struct claim_writer *w, int process, uint32_t step)
{
    static const struct pair detail[] = {
        { "所述步骤在{20-80}℃下进行{10-90}分钟",
          "the step is carried out at {20-80} °C for {10-90} minutes" },
        { "所述步骤的搅拌速度为{200-900}rpm", "stirring in the step is at {200-900} rpm" },
        { "所述步骤重复{2~5}次", "the step is repeated {2~5} times" },
    };

    open_claim(w, process, process);
    if (w->lang == LANG_ZH)
        np_buf_printf(w->b, "根据权利要求%d所述的制备方法，其特征在于，", process);
    else
        np_buf_printf(w->b, "The method according to claim %d, wherein ", process);
    text_pair(w->b, w->f, detail[step % 3], w->lang, step);
    close_claim(w);
}

static void claim_use(struct claim_writer *w, int product, char use)
{
    const char *zh = use == 'U' ? "{N}在{U}中的应用" : "{N}在{V}中的应用";
    const char *en = use == 'U' ? "An article for {U}, comprising the {N} of claim "
                                : "An article for {V}, comprising the {N} of claim ";

    open_claim(w, product, product);
    if (w->lang == LANG_ZH)
        np_buf_printf(w->b, "如权利要求%d所述的", product);
    text_expand(w->b, w->f, w->lang == LANG_ZH ? zh : en, w->lang, 0);
    if (w->lang == LANG_EN)
        put_int(w->b, (unsigned)product, 1);
    close_claim(w);
}

/* Six to fifteen: product with narrower ones, process with details, uses; or process alone. */
int compose_claims(const struct family *f, enum lang lang, struct np_buf *b,
                   struct claim claims[CLAIMS])
{
    struct claim_writer w = { .f = f, .lang = lang, .b = b, .claims = claims };
    struct rng r = rng_of(f->seed, 0xC1A1);
    bool device = f->utility_model || !f->topic->slug;
    int narrower = rng_between(&r, 3, 6), details = rng_between(&r, 1, 3),
        uses = rng_between(&r, 1, 2);
    bool process_alone = !device && rng_hash(f->seed, 'T') % 5 == 2; /* title: method for ... */

    if (!process_alone) {
        claim_product(&w);
        for (int i = 1; i <= narrower; i++)
            claim_narrower(&w, 1, i > 2 && (i & 1) ? i : 1, (uint32_t)i);
    }
    if (device)
        return w.n;
    if (!process_alone)
        claim_standard(&w, 1);
    int process = w.n + 1;
    claim_process(&w, process_alone || rng_chance(&r, 30) ? 0 : 1);
    for (int i = 0; i < details + (process_alone ? 2 : 0); i++)
        claim_step_detail(&w, process, (uint32_t)i);
    if (process_alone) {
        claim_product(&w);
        process = w.n;
        claim_narrower(&w, process, process, 1);
    }
    for (int i = 0; i < uses; i++)
        claim_use(&w, process_alone ? process : 1, i ? 'V' : 'U');
    return w.n;
}
