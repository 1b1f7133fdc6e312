/* speak.c -- codes of a list as people read them: words of the program, names of offices and countries.
 *
 *     alert*     new_grant  -->  相近新授权     its own word "alert_new_grant", else a word or clauses
 *     market@    US; US; JP -->  美国、日本     each once; in English the codes stay
 */
#include "gaps.h"

#include <nanopat/words.h>

#include <stdio.h>
#include <string.h>

/* WIPO ST.3, those that stand in front of our documents; names as CNIPA writes them. */
static const struct { const char *code, *zh; } offices[] = {
    { "CN", "中国" }, { "US", "美国" }, { "EP", "欧洲" }, { "JP", "日本" }, { "KR", "韩国" },
    { "IN", "印度" }, { "WO", "PCT" }, { "TW", "中国台湾" }, { "HK", "中国香港" }, { "MO", "中国澳门" },
    { "DE", "德国" }, { "GB", "英国" }, { "FR", "法国" }, { "NL", "荷兰" }, { "CH", "瑞士" },
    { "IT", "意大利" }, { "ES", "西班牙" }, { "SE", "瑞典" }, { "FI", "芬兰" }, { "DK", "丹麦" },
    { "NO", "挪威" }, { "BE", "比利时" }, { "AT", "奥地利" }, { "IE", "爱尔兰" }, { "LU", "卢森堡" },
    { "PT", "葡萄牙" }, { "PL", "波兰" }, { "CZ", "捷克" }, { "HU", "匈牙利" }, { "GR", "希腊" },
    { "RU", "俄罗斯" }, { "UA", "乌克兰" }, { "TR", "土耳其" }, { "EA", "欧亚专利局" }, { "CA", "加拿大" },
    { "MX", "墨西哥" }, { "BR", "巴西" }, { "AR", "阿根廷" }, { "CL", "智利" }, { "CO", "哥伦比亚" },
    { "AU", "澳大利亚" }, { "NZ", "新西兰" }, { "SG", "新加坡" }, { "MY", "马来西亚" }, { "TH", "泰国" },
    { "VN", "越南" }, { "ID", "印度尼西亚" }, { "PH", "菲律宾" }, { "IL", "以色列" }, { "SA", "沙特阿拉伯" },
    { "AE", "阿联酋" }, { "IR", "伊朗" }, { "EG", "埃及" }, { "ZA", "南非" }, { "LI", "列支敦士登" },
    { "SU", "苏联" }, { "DD", "民主德国" }, { "UP", "统一专利法院" },
};

static struct np_slice office_name(struct np_slice code, bool zh)
{
    for (size_t i = 0; zh && i < sizeof offices / sizeof *offices; i++)
        if (np_slice_is(code, offices[i].code))
            return np_slice_of(offices[i].zh);
    return code;
}

static bool parts_codes(char c)
{
    return c == ' ' || c == ';' || c == ',';
}

/* The next code of "US EP", "US, EP" or "CN; CN"; false behind the last. */
static bool next_code(struct np_slice *list, struct np_slice *code)
{
    size_t n = 0;

    while (list->n && parts_codes(list->p[0]))
        *list = np_slice_sub(*list, 1, list->n);
    while (n < list->n && !parts_codes(list->p[n]))
        n++;
    *code = np_slice_sub(*list, 0, n);
    *list = np_slice_sub(*list, n, list->n);
    return n > 0;
}

static bool stands_before(struct np_slice whole, struct np_slice code)
{
    struct np_slice left = np_slice_make(whole.p, (size_t)(code.p - whole.p)), other;

    while (next_code(&left, &other))
        if (np_slice_eq(other, code))
            return true;
    return false;
}

void np_offices_put(struct np_buf *b, struct np_slice codes, bool zh)
{
    struct np_slice left = codes, code;
    bool any = false;

    while (next_code(&left, &code)) {
        if (stands_before(codes, code))
            continue;
        np_buf_puts(b, !any ? "" : zh ? "、" : " ");
        np_buf_puts_slice(b, office_name(code, zh));
        any = true;
    }
}

/* ---- words of a column ---- */

static void put_clause(struct np_buf *b, const char *column, struct np_slice clause, bool zh)
{
    char own[96];

    snprintf(own, sizeof own, "%s_%.*s", column, NP_ARG(np_slice_sub(clause, 0, 48)));
    if (np_word_known(np_slice_of(own)))
        np_buf_puts_slice(b, np_word(np_slice_of(own), zh));
    else
        np_words_put(b, clause, zh);
}

void np_column_words_put(struct np_buf *b, const char *column, struct np_slice text, bool zh)
{
    while (text.n) {
        size_t end = np_slice_find(text, NP_S("; "));

        put_clause(b, column, np_slice_sub(text, 0, end), zh);
        np_buf_puts(b, end == (size_t)-1 ? "" : "; ");
        text = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(text, end + 2, text.n);
    }
}

/* ---- a whole result ---- */

static void speak_column(struct np_result *result, int at, char how, bool zh)
{
    struct np_buf b = { 0 };

    for (size_t i = 0; i < result->rows.n; i++) {
        struct np_cell *cell = &result->rows.v[i][at];

        if (!cell->set || !cell->text.n)
            continue;
        np_buf_reset(&b);
        if (how == '@')
            np_offices_put(&b, cell->text, zh);
        else
            np_column_words_put(&b, result->columns[at].name, cell->text, zh);
        np_cell_text(result, cell, np_buf_slice(&b));
    }
    np_buf_release(&b);
}

void np_speak(struct np_result *result, const struct np_question *question, bool zh)
{
    const char *names = question->words ? question->words : "";

    while (*names) {
        size_t n = strcspn(names, " ");
        struct np_slice name = np_slice_make(names, n ? n - 1 : 0);

        for (size_t c = 0; n > 1 && c < result->ncolumns; c++)
            if (np_slice_is(name, result->columns[c].name) && result->columns[c].kind == NP_CELL_TEXT)
                speak_column(result, (int)c, names[n - 1], zh);
        names += n + (names[n] == ' ');
    }
}
