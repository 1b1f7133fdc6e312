/* coined.c -- what a family has of its own in a lifelike world: words that nobody else's claims have,
 * and narrow symbols. A family that repeats another's shares some of them.                        */
#include "compose.h"
#include "family.h"

enum { SYLLABLES = 2 };

static const char *const onsets[] = { "b",  "br", "d",  "dr", "f",  "gl", "h",  "j",  "k",  "kr", "l",
                                      "m",  "p",  "pl", "r",  "sk", "t",  "tr", "v",  "w",  "z" };
static const char *const vowels[] = { "a", "e", "i", "o", "u", "ai", "ou" };
static const char *const codas[] = { "b", "ck", "d", "ft", "l", "lm", "m", "nd", "p", "rk", "rn", "x" };
static const char *const endings[] = { "ite", "ol", "ane", "yl", "ide", "er" };

/* None of them is a word of rules or of the subfields' vocabulary. */
static const char *const characters[] = {
    "峤", "岚", "崴", "嵩", "屹", "岱", "嶂", "峦", "汀", "泷", "浔", "淞", "湫", "溟", "漪", "潆",
    "澍", "濛", "灏", "苕", "茸", "荻", "莳", "菖", "葳", "蒿", "蓼", "蔚", "蕤", "薇", "藜", "蘅",
    "杉", "柘", "桠", "梓", "梧", "棣", "椋", "楝", "榉", "槐", "樨", "橡", "檞", "栌", "楸", "枫",
    "琅", "琮", "瑜", "瑶", "璋", "璞", "珂", "玥", "玑", "琬", "瑛", "瓒", "鸢", "鹂", "鹤", "鸥",
    "鹃", "鹞", "鹭", "鸾", "骊", "骅", "骝", "驷", "铎", "钊", "铭", "锷", "镝", "鉴", "铄", "钟",
};

#define PICK(list, h) ((list)[(h) % (sizeof(list) / sizeof(list)[0])])

/* So many of a hundred are shared, spread evenly. */
static uint64_t source_of(const struct family *f, uint32_t k)
{
    return f->like && k * 37 % 100 < (uint32_t)f->shared ? f->like : f->seed;
}

static void put_english(uint64_t h, struct np_buf *b)
{
    for (int i = 0; i < SYLLABLES; i++, h >>= 15) {
        np_buf_puts(b, PICK(onsets, h));
        np_buf_puts(b, PICK(vowels, h >> 5));
        np_buf_puts(b, PICK(codas, h >> 10));
    }
    np_buf_puts(b, PICK(endings, h));
}

static void put_chinese(uint64_t h, struct np_buf *b)
{
    for (int i = 0; i < 3; i++, h >>= 16)
        np_buf_puts(b, PICK(characters, h & 0xFFFF));
}

void coined_word(const struct family *f, uint32_t k, enum lang lang, struct np_buf *b)
{
    uint64_t h = rng_hash(source_of(f, k), 0xC0140 + k);

    if (lang == LANG_ZH)
        put_chinese(h, b);
    else
        put_english(h, b);
}

/* Sixteen words of its own in each claim, each of them twice. */
void coined_clause(const struct family *f, uint32_t claim, enum lang lang, struct np_buf *b)
{
    static const char *const zh[] = { "，还含有", "、", "、", "、", "；其中", "与", "相接，", "邻近" };
    static const char *const en[] = { ", and further contains ", ", ", ", ", " and ", "; the ",
                                      " adjoins the ", " while the ", " lies at the " };

    for (uint32_t part = 0; part < 4; part++)
        for (uint32_t i = 0; i < 8; i++) {
            np_buf_puts(b, lang == LANG_ZH ? zh[i] : en[i]);
            coined_word(f, (claim * 16 + part * 4 + i % 4) % COINED_WORDS, lang, b);
        }
}

/* Of the main groups of its topic, in a range of subgroups that nobody uses: "H01M 4/97143". */
void coined_symbols(struct family *f)
{
    uint32_t have = 0;

    while (have < 4 && f->topic->ipc[have])
        have++;
    for (uint32_t i = 0; i < COINED_SYMBOLS; i++) {
        uint64_t h = rng_hash(source_of(f, i), 0x5EB0 + i);
        const char *own = f->topic->ipc[h % have], *slash = strchr(own, '/');

        snprintf(f->coined[i], sizeof f->coined[i], "%.*s/9%04u", (int)(slash - own), own,
                 (unsigned)((h >> 16) % 10000));
    }
}
