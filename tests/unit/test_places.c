/* Places: addresses, cities, postcodes and names as offices and people write them. */
#include "unit.h"

#include <nanopat/places.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct np_places *places;

static int load(void **state)
{
    struct np_err err = { 0 };

    (void)state;
    if (np_places_load("rules", &places, &err) != NP_OK)
        fprintf(stderr, "%s\n", err.what);
    return places ? 0 : -1;
}

static int unload(void **state)
{
    (void)state;
    np_places_free(places);
    return 0;
}

static const char *code_of(int place)
{
    const struct np_place *p = np_places_at(places, place);

    return p ? p->code.p : "";
}

struct case_ {
    const char *country, *region, *city, *address, *postcode;
    const char *is_city, *is_district, *by;
};

static const struct case_ cases[] = {
    /* one place, however it is written */
    { "CN", "", "苏州市", "", "", "320500", "", "" },
    { "CN", "", "Suzhou", "", "", "320500", "", "" },
    { "CN", "", "SUZHOU JIANGSU", "", "", "320500", "", "" },
    { "CN", "Jiangsu", "Suzhou, Jiangsu", "", "", "320500", "", "" },
    { "CN", "", "Suzhou City, Jiangsu Province", "", "", "320500", "", "" },
    /* districts */
    { "CN", "", "", "江苏省苏州市吴中区人民南路23号", "", "320500", "320506", "address" },
    { "CN", "", "", "江苏省苏州市苏州工业园区星湖街218号", "", "320500", "320571", "address" },
    { "CN", "江苏省", "苏州市", "工业园区星湖街218号", "", "320500", "320571", "address" },
    { "CN", "", "", "江苏省苏州市吴中区工业园区仁爱路199号", "", "320500", "320571", "address" },
    { "CN", "", "", "江苏省苏州市吴中区苏州工业园区若水路398号", "", "320500", "320571", "address" },
    { "CN", "", "", "江苏省苏州市吴江区盛泽镇纺织科技工业园区8号", "", "320500", "320509", "address" },
    { "CN", "", "Suzhou", "No. 99 Jinji Lake Avenue, SIP", "", "320500", "320571", "address" },
    { "CN", "", "", "Suzhou Industrial Park, Jiangsu", "", "320500", "320571", "address" },
    { "CN", "", "", "江苏省苏州市高新区科灵路88号", "", "320500", "320505", "address" },
    { "CN", "", "", "江苏省昆山市玉山镇常熟路5号", "", "320500", "320583", "address" },
    { "CN", "", "Kunshan", "", "", "320500", "320583", "city" },
    { "CN", "", "Zhangjiagang, Suzhou, Jiangsu", "", "", "320500", "320582", "city" },
    { "CN", "", "", "No. 5 Kunshan Road, Suzhou", "", "320500", "", "" },
    { "CN", "", "", "江苏省苏州市昆山路5号", "", "320500", "", "" },
    { "CN", "", "", "江苏省苏州市干将东路178号", "", "320500", "", "" },
    /* what has ended */
    { "CN", "", "", "江苏省苏州市平江区临顿路1号", "", "320500", "320508", "address" },
    { "CN", "", "", "江苏省吴江市松陵镇", "", "320500", "320509", "address" },
    { "CN", "", "", "江苏省苏州市吴县市长桥镇", "", "320500", "", "" },
    { "CN", "", "", "江苏省沙洲县杨舍镇", "", "320500", "320582", "address" },
    /* postcodes */
    { "CN", "", "", "", "215300", "320500", "320583", "postcode" },
    { "CN", "", "", "", "215123", "320500", "320571", "postcode" },
    { "CN", "", "", "", "215000", "320500", "", "" },
    { "CN", "", "苏州市", "干将东路178号", "215006", "320500", "320508", "postcode" },
    { "CN", "", "", "江苏省苏州市吴中区人民南路23号", "215300", "320500", "320506", "address" },
    { "CN", "", "", "北京市海淀区中关村", "215300", "110000", "", "" },
    { "CN", "", "", "", "100084", "", "", "" },
    /* of the same name, or nearly */
    { "CN", "", "Suzhou, Anhui", "", "", "341300", "", "" },
    { "CN", "", "", "安徽省宿州市埇桥区", "", "341300", "", "" },
    { "CN", "Ningxia", "Wuzhong", "", "", "640300", "", "" },
    { "CN", "", "", "上海市黄浦区南京东路100号", "", "310000", "", "" },
    { "CN", "", "", "上海市闵行区吴中路1000号", "", "310000", "", "" },
    { "CN", "", "", "Chaoyang District, Beijing", "", "110000", "", "" },
    { "CN", "", "市辖区", "上海市浦东新区张江路1号", "", "310000", "", "" },
    { "CN", "", "", "吉林省长春市朝阳区", "", "220100", "", "" },
    { "CN", "", "", "苏州河畔", "", "320500", "", "" }, /* nothing else is said */
    /* elsewhere */
    { "SG", "", "", "Suzhou Industrial Park Building", "", "", "", "" },
    { "US", "", "San Jose", "", "215123", "", "", "" },
    { "CN", "", "", "", "", "", "", "" },
};

static void addresses_give_city_and_district(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct case_ *c = &cases[i];
        struct np_place_words words = { np_slice_of(c->country), np_slice_of(c->region),
                                        np_slice_of(c->city), np_slice_of(c->address),
                                        np_slice_of(c->postcode) };
        struct np_located l;

        np_places_locate(places, &words, &l);
        if (strcmp(code_of(l.city), c->is_city) || strcmp(code_of(l.district), c->is_district) ||
            strcmp(np_place_by_name(l.district_by), c->by))
            fail_msg("%s|%s|%s: %s %s %s", c->city, c->address, c->postcode, code_of(l.city),
                     code_of(l.district), np_place_by_name(l.district_by));
    }
}

static const struct { const char *name, *city, *district; } names[] = {
    { "苏州纳微科技股份有限公司", "320500", "" },
    { "昆山国显光电有限公司", "320500", "320583" },
    { "江苏昆山纳米科技有限公司", "320500", "320583" },
    { "中国科学院苏州纳米技术与纳米仿生研究所", "320500", "" },
    { "Suzhou Institute of Nano-Tech and Nano-Bionics", "320500", "" },
    { "华为技术(苏州)有限公司", "320500", "" },
    { "深圳市某某科技（苏州）有限公司", "320500", "" },
    { "深圳市纳米科技有限公司", "440300", "" },
    { "无锡村田电子有限公司", "320200", "" },
    { "宿州市纳米材料有限公司", "341300", "" },
    { "Tongtan (Changshu) Environmental Technology Co., Ltd.", "320500", "320581" },
    { "清华大学", "", "" },
    { "Soochow University", "", "" },
};

static void names_give_a_city(void **state)
{
    int home = np_places_find(places, NP_S("苏州"));

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct np_located l;

        np_places_locate_name(places, np_slice_of(names[i].name), home, &l);
        if (strcmp(code_of(l.city), names[i].city) || strcmp(code_of(l.district), names[i].district))
            fail_msg("%s: %s %s", names[i].name, code_of(l.city), code_of(l.district));
    }
}

static void codes_and_spellings_name_a_place(void **state)
{
    static const char *const said[][2] = {
        { "320571", "320571" }, { "320594", "320571" }, { "SIP", "320571" }, { "sip", "320571" },
        { "园区", "320571" }, { "苏州工业园区", "320571" }, { "Suzhou Industrial Park", "320571" },
        { "虎丘", "320505" }, { "高新区", "320505" }, { "吴中", "320506" }, { "相城区", "320507" },
        { "姑苏", "320508" }, { "吴江", "320509" }, { "吴江市", "320509" }, { "320584", "320509" },
        { "320503", "320508" }, { "常熟", "320581" }, { "Zhangjiagang", "320582" },
        { "kunshan", "320583" }, { "昆山县", "320583" }, { "太仓市", "320585" },
        { "吴县", "" }, { "320586", "" }, { "Atlantis", "" }, { "", "" }, { "苏州", "320500" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (strcmp(code_of(np_places_find(places, np_slice_of(said[i][0]))), said[i][1]))
            fail_msg("%s: %s", said[i][0], code_of(np_places_find(places, np_slice_of(said[i][0]))));
}

/* ---- wrong files ---- */

#define HEAD "code\tlevel\tzh\ten\twithin\tfrom\tto\tsuccessors\tpostcodes\tspellings\n" \
             "320500\tcity\t苏州市\tSuzhou\t\t\t\t\t215\t\n"

static const struct { const char *row, *what; } wrong[] = {
    { "3205\tdistrict\t甲区\tJia\t320500\t\t\t\t\t\n", "places.tsv:3: '3205' is no code" },
    { "320500\tdistrict\t甲区\tJia\t320500\t\t\t\t\t\n", "places.tsv:3: code 320500 stands twice" },
    { "320501\tward\t甲区\tJia\t320500\t\t\t\t\t\n", "places.tsv:3: level 'ward'" },
    { "320501\tdistrict\t甲区\tJia\t999999\t\t\t\t\t\n", "places.tsv:3: within '999999'" },
    { "320501\tdistrict\t甲区\tJia\t\t\t\t\t\t\n", "places.tsv:3: a district must lie within" },
    { "320501\tdistrict\t甲区\t\t320500\t\t\t\t\t\n", "places.tsv:3: no name in both" },
    { "320501\tdistrict\t甲区\tJia\t320500\t2012\t2001\t320500\t\t\n", "places.tsv:3: from 2012" },
    { "320501\tdistrict\t甲区\tJia\t320500\t\t2001\t\t\t\n", "places.tsv:3: it has ended" },
    { "320501\tdistrict\t甲区\tJia\t320500\t\t\t320500\t\t\n", "places.tsv:3: it names a successor" },
    { "320501\tdistrict\t甲区\tJia\t320500\t\t2001\t320599\t\t\n", "places.tsv:3: successor" },
    { "320501\tdistrict\t甲区\tJia\t320500\tsoon\t\t\t\t\n", "places.tsv:3: 'soon' is no year" },
    { "320501\tdistrict\t甲区\tJia\t320500\t\t\t\t215\t\n", "places.tsv:3: postcode 215" },
    { "320501\tdistrict\t甲区\tJia\t320500\t\t\t\tx1\t\n", "places.tsv:3: 'x1' is no beginning" },
    { "320501\tdistrict\t甲区\tJia\t320500\t\t\t\t\t|\n", "places.tsv:3: an empty spelling" },
    { "320501\tcity\t苏州\tSu\t\t\t\t\t\t\n", "places.tsv:3: '苏州' is a spelling of 320500" },
    { "320501\tdistrict\t甲区\n", "places.tsv:3: 3 cells" },
};

static void wrong_rows_are_told_by_line(void **state)
{
    char folder[] = "/tmp/nanopat-places-XXXXXX", path[64];

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/places.tsv", folder);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct np_places *none = NULL;
        struct np_err err = { 0 };
        FILE *file = fopen(path, "w");

        assert_non_null(file);
        fprintf(file, "%s%s", HEAD, wrong[i].row);
        fclose(file);
        assert_int_equal(np_places_load(folder, &none, &err), NP_STOP);
        assert_null(none);
        if (strncmp(err.what, wrong[i].what, strlen(wrong[i].what)))
            fail_msg("'%s' is not '%s'", err.what, wrong[i].what);
    }
    unlink(path);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses_give_city_and_district),
        cmocka_unit_test(names_give_a_city),
        cmocka_unit_test(codes_and_spellings_name_a_place),
        cmocka_unit_test(wrong_rows_are_told_by_line),
    };

    return cmocka_run_group_tests(tests, load, unload);
}
