/* compose.c -- title, abstract, claims and description of a family, in Chinese or English.
 *
 * A template is text with slots (world.h). The numbers in slots hang on the family and the
 * slot's own limits, not on the order of filling, so that both languages and all members of
 * a family say the same.                                                                    */
#include "compose.h"

static const char *in_lang(struct pair p, enum lang lang)
{
    return lang == LANG_ZH ? p.zh : p.en;
}

uint32_t text_count(const struct pair *p, uint32_t limit)
{
    uint32_t n = 0;

    while (n < limit && p[n].zh)
        n++;
    return n;
}

/* The family's choice from a list; `turn` 1 is another one than 0 if the list has two. */
static struct pair choose(const struct family *f, const struct pair *list, uint32_t limit,
                          uint32_t salt, uint32_t turn)
{
    uint32_t n = text_count(list, limit);

    return list[(rng_hash(f->seed, salt) + turn) % n];
}

#define CHOOSE(f, member, salt, turn)                                                              \
    choose(f, (f)->topic->member, sizeof((f)->topic->member) / sizeof((f)->topic->member)[0],      \
           salt, turn)

/* Materials stand in the order of the nouns they suit. */
static struct pair material_of(const struct family *f, uint32_t turn)
{
    uint32_t noun = (uint32_t)(rng_hash(f->seed, 'N') % text_count(f->topic->noun, 4));

    return f->topic->material[(noun + turn) % text_count(f->topic->material, 6)];
}

static struct pair slot_pair(const struct family *f, char slot)
{
    switch (slot) {
    case 'N': return CHOOSE(f, noun, 'N', 0);
    case 'M': return material_of(f, 0);
    case 'K': return material_of(f, 1);
    case 'A': return CHOOSE(f, additive, 'A', 0);
    case 'B': return CHOOSE(f, additive, 'A', 1);
    case 'U': return CHOOSE(f, use, 'U', 0);
    case 'V': return CHOOSE(f, use, 'U', 1);
    case 'E': return CHOOSE(f, effect, 'E', 0);
    default: return CHOOSE(f, effect, 'E', 1);
    }
}

/* A number with its digits behind the point: "0.20" is 20 of hundredths. */
static const char *read_number(const char *p, int *value, int *decimals)
{
    bool negative = *p == '-', point = false;

    *value = *decimals = 0;
    for (p += negative; (*p >= '0' && *p <= '9') || *p == '.'; p++) {
        if (*p == '.') {
            point = true;
            continue;
        }
        *value = *value * 10 + (*p - '0');
        *decimals += point;
    }
    if (negative)
        *value = -*value;
    return p;
}

static void put_number(struct np_buf *b, int value, int decimals)
{
    static const int power[] = { 1, 10, 100, 1000 };

    if (value < 0)
        np_buf_putc(b, '-');
    value = value < 0 ? -value : value;
    put_int(b, (unsigned)(value / power[decimals]), 1);
    if (!decimals)
        return;
    np_buf_putc(b, '.');
    for (int d = decimals - 1; d >= 0; d--)
        np_buf_putc(b, (char)('0' + value / power[d] % 10));
}

/* "{5-20}" gives a range within, "{5~20}" one number within; `variant` gives others. */
static const char *put_range(struct np_buf *b, const struct family *f, const char *p,
                             uint32_t variant, enum lang lang)
{
    int low, high, decimals, ignored;
    const char *q = read_number(p, &low, &decimals);
    bool single = *q == '~';

    q = read_number(q + 1, &high, &ignored);
    uint64_t h = rng_hash(f->seed + variant, (uint64_t)(unsigned)low << 32 | (unsigned)high);
    int width = high - low;
    if (single) {
        put_number(b, low + (int)(h % (unsigned)(width + 1)), decimals);
    } else {
        put_number(b, low + (int)(h % (unsigned)(width * 2 / 5 + 1)), decimals);
        np_buf_puts(b, lang == LANG_ZH ? "-" : " to ");
        put_number(b, high - (int)((h >> 32) % (unsigned)(width * 2 / 5 + 1)), decimals);
    }
    while (*q && *q != '}')
        q++;
    return q;
}

/* Written "a {A}" in the templates: "an" if the word asks for it, and the other way round. */
static void mend_article(struct np_buf *b, const char *word)
{
    bool vowel =
        strchr("aeiouO", word[0]) && strncmp(word, "eu", 2) != 0 && strncmp(word, "uni", 3) != 0;
    const char *end = b->p + b->n;

    if (b->n >= 3 && end[-1] == ' ' && (end[-2] | 32) == 'a' && end[-3] == ' ' && vowel)
        b->n--, np_buf_puts(b, "n ");
    else if (b->n >= 4 && memcmp(end - 4, " an ", 4) == 0 && !vowel)
        b->n -= 2, np_buf_putc(b, ' ');
}

void text_expand(struct np_buf *b, const struct family *f, const char *template, enum lang lang,
                 uint32_t variant)
{
    const char *run = template, *p = template;

    while ((p = strchr(p, '{'))) {
        np_buf_put(b, run, (size_t)(p - run));
        p++;
        if (*p >= 'A' && *p <= 'Z') {
            const char *word = in_lang(slot_pair(f, *p), lang);
            if (lang == LANG_EN)
                mend_article(b, word);
            np_buf_puts(b, word);
            p++;
        } else {
            p = put_range(b, f, p, variant, lang);
        }
        run = *p ? ++p : p;
    }
    np_buf_puts(b, run);
}

void text_pair(struct np_buf *b, const struct family *f, struct pair pair, enum lang lang,
               uint32_t variant)
{
    text_expand(b, f, in_lang(pair, lang), lang, variant);
}

static void put_capital(struct np_buf *b, size_t at)
{
    if (at < b->n && b->p[at] >= 'a' && b->p[at] <= 'z')
        b->p[at] = (char)(b->p[at] - 32);
}

/* ---- title, abstract ---- */

void compose_title(const struct family *f, enum lang lang, struct np_buf *b)
{
    static const struct pair invention[] = {
        { "一种{N}及其制备方法", "{N} and preparation method thereof" },
        { "{N}、其制备方法和应用", "{N}, preparation method and application thereof" },
        { "一种{N}的制备方法", "Method for preparing {N}" },
        { "{N}及其用途", "{N} and use thereof" },
        { "基于{M}的{N}及制备方法", "{N} based on {M} and method for producing same" },
    };
    static const struct pair device[] = { { "一种{N}", "{N}" }, { "{N}", "{N}" } };
    size_t at = b->n;

    if (f->utility_model || !f->topic->slug)
        text_pair(b, f, device[rng_hash(f->seed, 'T') % 2], lang, 0);
    else
        text_pair(b, f, invention[rng_hash(f->seed, 'T') % 5], lang, 0);
    if (lang == LANG_EN)
        put_capital(b, at);
}

/* "the {N} has ..." with slots filled. */
void text_feature(struct np_buf *b, const struct family *f, uint32_t which, enum lang lang,
                  uint32_t variant)
{
    uint32_t n = text_count(f->topic->feature, 4);

    text_expand(b, f, lang == LANG_ZH ? "所述{N}" : "the {N} ", lang, variant);
    text_pair(b, f, f->topic->feature[which % n], lang, variant);
}

static void put_steps(struct np_buf *b, const struct family *f, enum lang lang, const char *between,
                      uint32_t variant)
{
    uint32_t n = text_count(f->topic->step, 4);

    for (uint32_t i = 0; i < n; i++) {
        if (i)
            np_buf_puts(b, between);
        text_pair(b, f, f->topic->step[i], lang, variant);
    }
}

void compose_abstract(const struct family *f, enum lang lang, struct np_buf *b)
{
    bool zh = lang == LANG_ZH;
    size_t at;

    if (zh)
        text_expand(b, f, f->utility_model ? "本实用新型公开了一种{N}，" : "本发明公开了一种{N}，",
                    lang, 0);
    else
        text_expand(b, f,
                    f->utility_model ? "The utility model discloses a {N}. "
                                     : "The invention discloses a {N}. ",
                    lang, 0);
    at = b->n;
    text_feature(b, f, 0, lang, 0);
    if (!zh)
        put_capital(b, at);
    np_buf_puts(b, zh ? "；" : "; ");
    text_feature(b, f, 1, lang, 0);
    np_buf_puts(b, zh ? "。" : ". ");
    if (!f->utility_model && f->topic->slug) {
        np_buf_puts(b, zh ? "其制备方法包括：" : "The preparation method comprises ");
        put_steps(b, f, lang, zh ? "；" : "; ", 0);
        np_buf_puts(b, zh ? "。" : ". ");
    }
    text_expand(b, f,
                zh ? "该{N}{E}，{F}，可用于{U}。" : "The {N} {E}, {F} and can be used for {U}.",
                lang, 0);
}

/* ---- description ---- */

static const struct pair background[] = {
    { "现有技术中，{N}在{U}方面受到广泛关注，但其性能仍难以满足要求。",
      "In the prior art, the {N} has attracted wide attention for {U}, but its performance still "
      "falls short of what is required. " },
    { "常规工艺的成品率只有{35-70}%，且批次间差异较大。",
      "Conventional processes give a yield of only {35-70}% and differ from batch to batch. " },
    { "已有文献报道以{K}为原料的方案，然而其成本高，且在{40-90}小时后性能明显下降。",
      "The literature reports schemes based on {K}; these are costly, however, and their "
      "performance drops noticeably after {40-90} hours. " },
    { "因此，亟需一种{E}的方案。", "There is therefore a need for a solution that {E}. " },
    { "上述缺陷的根源在于各组分之间的相互作用没有得到控制。",
      "The root of these shortcomings is that the interaction between the constituents is not "
      "controlled. " },
};
static const struct pair detail[] = {
    { "称取{12-85}g的{M}，加入{20-400}mL去离子水中，搅拌{10-55}分钟。",
      "{12-85} g of {M} were weighed, added to {20-400} mL of deionized water and stirred for "
      "{10-55} minutes. " },
    { "随后加入{1-19}g的{A}，以{150-900}rpm的速度继续搅拌，升温至{35-95}℃并保持{1-12}小时。",
      "Then {1-19} g of {A} were added, stirring was continued at {150-900} rpm, and the mixture "
      "was heated to {35-95} °C and held for {1-12} hours. " },
    { "所得产物经抽滤、洗涤{2~6}次，在{55-120}℃真空干燥{4-24}小时。",
      "The product was filtered, washed {2~6} times and dried under vacuum at {55-120} °C for "
      "{4-24} hours. " },
    { "测试结果表明，与对比例相比性能提高{8-75}%，见表{1~9}。",
      "The results show an improvement of {8-75}% over the comparative example, see Table "
      "{1~9}. " },
    { "在一些实施方式中，{M}可以部分或全部替换为{K}，其用量为{0.5-9.5}重量份。",
      "In some embodiments, the {M} may be replaced in part or in whole by {K}, in an amount of "
      "{0.5-9.5} parts by weight. " },
    { "如图{1~8}所示，附图标记{10~48}表示基底，附图标记{50~98}表示功能层，二者之间的距离为{0.1-4.9}"
      "mm。",
      "As shown in FIG. {1~8}, reference numeral {10~48} denotes a base and reference numeral "
      "{50~98} a functional layer, at a distance of {0.1-4.9} mm from each other. " },
    { "X射线衍射图在2θ={18-46}度处出现特征峰，半高宽为{0.12-0.88}度。",
      "The X-ray diffraction pattern shows characteristic peaks at 2θ={18-46} degrees with a full "
      "width at half maximum of {0.12-0.88} degrees. " },
    { "除非另有说明，本文所用的术语具有本领域技术人员通常理解的含义。",
      "Unless stated otherwise, the terms used herein have the meaning commonly understood by a "
      "person skilled in the art. " },
    { "需要说明的是，上述步骤的次序可以调换，{B}也可以在冷却至{18-34}℃之后加入。",
      "It should be noted that the order of these steps may be changed, and that {B} may also be "
      "added after cooling to {18-34} °C. " },
    { "该{N}{E}，特别适合{U}和{V}。", "The {N} {E} and is particularly suited for {U} and {V}. " },
    { "重复实验{3~9}组，相对标准偏差为{0.4-4.8}%。",
      "The experiment was repeated {3~9} times with a relative standard deviation of "
      "{0.4-4.8}%. " },
    { "放置{30-360}天后复测，各项指标的变化不超过{1~7}%。",
      "When measured again after {30-360} days, no value had changed by more than {1~7}%. " },
};

static void put_detail(const struct family *f, enum lang lang, int number, struct np_buf *b)
{
    struct rng r = rng_of(f->seed, 0xD000u + (uint64_t)number);
    int sentences = rng_between(&r, 4, 10);

    if (number % 4 == 0)
        np_buf_printf(b, lang == LANG_ZH ? "实施例%d：" : "Example %d. ", number / 4 + 1);
    if (number == 3) {
        size_t at = b->n;
        if (text_standard(f, false, lang, b)) {
            put_capital(b, at);
            np_buf_puts(b, lang == LANG_ZH ? "。" : ". ");
        }
    }
    for (int i = 0; i < sentences; i++) {
        uint32_t variant = (uint32_t)number * 16 + (uint32_t)i + 1;
        if (rng_chance(&r, 45)) {
            compose_filler(&r, lang, b);
        } else if (rng_chance(&r, 22)) {
            size_t at = b->n;
            text_feature(b, f, rng_below(&r, 3), lang, variant);
            put_capital(b, at);
            np_buf_puts(b, lang == LANG_ZH ? "。" : ". ");
        } else {
            text_pair(b, f, detail[rng_below(&r, sizeof detail / sizeof detail[0])], lang, variant);
        }
    }
}

void compose_paragraph(const struct family *f, enum lang lang, enum part part, int number,
                       struct np_buf *b)
{
    bool zh = lang == LANG_ZH;

    np_buf_reset(b);
    switch (part) {
    case PART_FIELD:
        text_expand(
            b, f,
            zh ? "本发明涉及材料与器件技术领域，具体涉及一种{N}。"
               : "The present invention relates to materials and devices, and in particular to "
                 "the {N} described below.",
            lang, 0);
        break;
    case PART_BACKGROUND:
        for (int i = 0; i < 3; i++)
            text_pair(b, f, background[(number * 3 + i) % 5], lang, (uint32_t)number);
        break;
    case PART_SUMMARY:
        text_feature(b, f, (uint32_t)number, lang, 0);
        put_capital(b, 0);
        text_expand(b, f,
                    zh ? "。本发明的有益效果是：该{N}{E}。" : ". As an advantage, the {N} {E}.",
                    lang, 0);
        break;
    case PART_DRAWING:
        text_expand(b, f, zh ? "为{N}的示意图；" : " is a schematic view of the {N};", lang, 0);
        break;
    case PART_DETAIL: put_detail(f, lang, number, b); break;
    }
}
