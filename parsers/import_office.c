/* import_office.c -- countries and offices as lists write them: WIPO ST.3, ISO 3166 alpha-3, names. */
#include "import.h"

/* alpha-3 and names, "|" between; folded when compared. Two letters need no row: they are taken as
 * they are if a row has them.                                                                   */
static const struct { const char *office, *names; } offices[] = {
    { "CN", "chn|china|中国|中国大陆|中华人民共和国|国家知识产权局|cnipa|china, people's republic of" },
    { "US", "usa|united states|united states of america|美国|uspto|u.s." },
    { "JP", "jpn|japan|日本|jpo|特许厅" },
    { "KR", "kor|korea|south korea|korea, rep.|republic of korea|韩国|大韩民国|kipo" },
    { "EP", "epo|european patent office|欧洲|欧洲专利局|欧专局" },
    { "WO", "wipo|pct|世界知识产权组织" },
    { "DE", "deu|germany|德国" }, { "FR", "fra|france|法国" },
    { "GB", "gbr|uk|united kingdom|great britain|英国" }, { "IT", "ita|italy|意大利" },
    { "ES", "esp|spain|西班牙" }, { "NL", "nld|netherlands|荷兰" },
    { "CH", "che|switzerland|瑞士" }, { "SE", "swe|sweden|瑞典" }, { "BE", "bel|belgium|比利时" },
    { "AT", "aut|austria|奥地利" }, { "DK", "dnk|denmark|丹麦" }, { "FI", "fin|finland|芬兰" },
    { "NO", "nor|norway|挪威" }, { "IE", "irl|ireland|爱尔兰" }, { "PL", "pol|poland|波兰" },
    { "CZ", "cze|czechia|czech republic|捷克" }, { "PT", "prt|portugal|葡萄牙" },
    { "GR", "grc|greece|希腊" }, { "HU", "hun|hungary|匈牙利" }, { "RO", "rou|romania|罗马尼亚" },
    { "SK", "svk|slovakia|slovak republic|斯洛伐克" }, { "SI", "svn|slovenia|斯洛文尼亚" },
    { "LU", "lux|luxembourg|卢森堡" }, { "BG", "bgr|bulgaria|保加利亚" },
    { "HR", "hrv|croatia|克罗地亚" }, { "EE", "est|estonia|爱沙尼亚" },
    { "LV", "lva|latvia|拉脱维亚" }, { "LT", "ltu|lithuania|立陶宛" },
    { "IS", "isl|iceland|冰岛" }, { "RS", "srb|serbia|塞尔维亚" }, { "CY", "cyp|cyprus|塞浦路斯" },
    { "MT", "mlt|malta|马耳他" }, { "MC", "mco|monaco|摩纳哥" },
    { "LI", "lie|liechtenstein|列支敦士登" }, { "AL", "alb|albania|阿尔巴尼亚" },
    { "MK", "mkd|north macedonia|北马其顿" }, { "ME", "mne|montenegro|黑山" },
    { "SM", "smr|san marino|圣马力诺" }, { "UA", "ukr|ukraine|乌克兰" },
    { "IN", "ind|india|印度" }, { "CA", "can|canada|加拿大" }, { "BR", "bra|brazil|巴西" },
    { "MX", "mex|mexico|墨西哥" }, { "AU", "aus|australia|澳大利亚" },
    { "NZ", "nzl|new zealand|新西兰" }, { "RU", "rus|russia|russian federation|俄罗斯|俄联邦" },
    { "EA", "eapo|欧亚专利局|欧亚" }, { "ID", "idn|indonesia|印度尼西亚|印尼" },
    { "TR", "tur|turkey|türkiye|turkiye|土耳其" }, { "SA", "sau|saudi arabia|沙特阿拉伯|沙特" },
    { "AE", "are|united arab emirates|阿联酋" }, { "IL", "isr|israel|以色列" },
    { "ZA", "zaf|south africa|南非" }, { "EG", "egy|egypt, arab rep.|egypt|埃及" },
    { "MA", "mar|morocco|摩洛哥" }, { "SG", "sgp|singapore|新加坡" },
    { "HK", "hkg|hong kong|hong kong sar, china|香港|中国香港" },
    { "MO", "mac|macao|macao sar, china|澳门|中国澳门" },
    { "TW", "twn|taiwan|taiwan, china|台湾|中国台湾|台湾地区" }, { "TH", "tha|thailand|泰国" },
    { "MY", "mys|malaysia|马来西亚" }, { "VN", "vnm|vietnam|viet nam|越南" },
    { "PH", "phl|philippines|菲律宾" }, { "KZ", "kaz|kazakhstan|哈萨克斯坦" },
    { "AR", "arg|argentina|阿根廷" }, { "CL", "chl|chile|智利" }, { "CO", "col|colombia|哥伦比亚" },
    { "PE", "per|peru|秘鲁" }, { "PK", "pak|pakistan|巴基斯坦" }, { "BD", "bgd|bangladesh|孟加拉国" },
    { "IR", "irn|iran|iran, islamic rep.|伊朗" }, { "NG", "nga|nigeria|尼日利亚" },
    { "KE", "ken|kenya|肯尼亚" }, { "GC", "gcc|海湾合作委员会" }, { "AP", "aripo|非洲地区知识产权组织" },
    { "OA", "oapi|非洲知识产权组织" },
};

static bool is_named(struct np_arena *arena, const char *names, struct np_slice folded)
{
    struct np_slice left = np_slice_of(names);

    while (left.n) {
        size_t end = np_slice_find(left, NP_S("|"));

        if (np_slice_eq(import_fold(arena, np_slice_sub(left, 0, end)), folded))
            return true;
        left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 1, left.n);
    }
    return false;
}

static bool is_code(const char *office, struct np_slice folded)
{
    return folded.n == 2 && (folded.p[0] & ~0x20) == office[0] && (folded.p[1] & ~0x20) == office[1];
}

const char *import_read_office(struct np_arena *arena, struct np_slice text)
{
    struct np_slice folded = import_fold(arena, text);

    for (size_t i = 0; i < sizeof offices / sizeof offices[0]; i++)
        if (is_code(offices[i].office, folded) || is_named(arena, offices[i].names, folded))
            return offices[i].office;
    return NULL;
}

bool import_office(struct import_value *v)
{
    const char *office = import_read_office(v->arena, v->text);

    if (!office)
        return import_wrong(v, "NP-IMP-008", "'%.*s' is no country or office that is known here",
                            NP_ARG(v->text));
    *v->out = (struct np_cell){ .set = true, .text = np_slice_of(office) };
    return true;
}
