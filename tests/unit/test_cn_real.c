/* test_cn_real.c -- real CNIPA documents, every field compared with the raw XML by eye. */
#include "cn_case.h"

static void read_real(const char *name)
{
    char path[256];

    snprintf(path, sizeof path, REAL "%s", name);
    if (!load(path))
        skip();
    assert_int_equal(read_file(path), NP_OK);
    assert_int_equal(the.record->unknown_entities, 0);
}

static struct np_slice claim(size_t number)
{
    return the.record->claims.v[0].claims.v[number - 1].text;
}

static void divisional_of_2021_keeps_the_parents_filing_date(void **state)
{
    (void)state;
    read_real("CN113781974A_business-fulltext_2021.xml");
    assert_says("{\"id\":\"CN113781974A\",\"office\":\"CN\",\"number\":\"113781974\","
                "\"kind\":\"A\",\"date\":\"2021-12-10\",\"type\":\"invention\","
                "\"stage\":\"application\",\"action\":\"put\",\"lang\":\"zh\","
                "\"application\":{\"office\":\"CN\",\"number\":\"202111286633\","
                "\"date\":\"2017-04-24\"},\"pct\":{\"application\":null,\"publication\":null},"
                "\"family\":null,\"priorities\":[{\"office\":\"KR\","
                "\"number\":\"1020160063019\",\"date\":\"2016-05-23\"}],"
                "\"parents\":[{\"relation\":\"division\",\"office\":\"CN\","
                "\"number\":\"201710269973\",\"date\":\"2017-04-24\"}],"
                "\"title\":{\"zh\":\"显示设备\"},\"abstract\":{\"zh\":\"公开了一种显示设备。");
    assert_says("\"claim_count\":17,\"applicants\":[{\"name\":\"三星显示有限公司\","
                "\"role\":\"applicant\",\"country\":\"KR\",\"region\":null,\"city\":null,"
                "\"address\":\"韩国京畿道\",\"postcode\":null}],"
                "\"inventors\":[{\"name\":\"金驲柱\",\"country\":null},"
                "{\"name\":\"田武经\",\"country\":null},{\"name\":\"李安洙\",\"country\":null}],"
                "\"ipc\":[\"G09G3/36\",\"G09G3/3208\",\"G09G3/34\"],\"cpc\":[]");
    assert_true(np_slice_ends(claim(1), "Q个数据线排列在剩余第一区域中。"));
}

static void dependence_is_read_from_the_words(void **state)
{
    static const int first[] = { 1 }, sixteenth[] = { 16 };

    (void)state;
    read_real("CN113781974A_business-fulltext_2021.xml");
    assert_depends(1, 0, NULL);
    assert_depends(2, 1, first);
    assert_depends(17, 1, sixteenth);
}

static void grant_of_2019_has_its_patentee_and_the_examiners_citation(void **state)
{
    (void)state;
    read_real("CN102010000298420CN00001019453140BFULZH20190802CN00D.XML");
    assert_says("{\"id\":\"CN101945314B\",\"office\":\"CN\",\"number\":\"101945314\","
                "\"kind\":\"B\",\"date\":\"2019-08-02\",\"type\":\"invention\","
                "\"stage\":\"grant\",\"action\":\"put\",\"lang\":\"zh\","
                "\"application\":{\"office\":\"CN\",\"number\":\"201010298420\","
                "\"date\":\"2010-10-02\"}");
    assert_says("\"title\":{\"zh\":\"一种耳机、相应的音源设备以及控制方法\"}");
    assert_says("\"claim_count\":7,\"applicants\":[{\"name\":\"广州市智专信息科技有限公司\","
                "\"role\":\"proprietor\",\"country\":\"CN\",\"region\":\"广东省\","
                "\"city\":\"广州市\","
                "\"address\":\"广东省广州高新技术开发区科学城科学大道101号1514房\","
                "\"postcode\":\"510000\"}],"
                "\"inventors\":[{\"name\":\"张沈平\",\"country\":null}],"
                "\"ipc\":[\"G06F13/12\"]");
    assert_says("\"citations\":[{\"office\":\"CN\",\"number\":\"1719946\",\"kind\":\"A\","
                "\"date\":\"2006-01-11\",\"category\":[],\"by\":\"examiner\","
                "\"phase\":\"search\"}],\"npl\":[]");
    assert_int_equal(the.record->parts,
                     NP_PART_BIBLIO | NP_PART_TEXT | NP_PART_CLAIMS | NP_PART_CITATIONS);
}

static void bibliography_with_mark_names_three_applicants_and_one_address(void **state)
{
    (void)state;
    read_real("CN102016000058726CN00001070873410ABIAZH20170822CN00L.XML");
    assert_says("{\"id\":\"CN107087341A\",\"office\":\"CN\",\"number\":\"107087341\","
                "\"kind\":\"A\",\"date\":\"2017-08-22\"");
    assert_says("\"application\":{\"office\":\"CN\",\"number\":\"201610058726\","
                "\"date\":\"2016-01-28\"}");
    assert_says("\"claims\":{},\"claim_count\":null,\"applicants\":["
                "{\"name\":\"鹏鼎控股(深圳)股份有限公司\",\"role\":\"applicant\","
                "\"country\":\"CN\",\"region\":\"广东省\",\"city\":\"深圳市\","
                "\"address\":\"广东省深圳市宝安区松岗街道燕川燕罗路\","
                "\"postcode\":\"518105\"},"
                "{\"name\":\"宏启胜精密电子（秦皇岛）有限公司\",\"role\":\"applicant\","
                "\"country\":null,\"region\":null,\"city\":null,\"address\":null,"
                "\"postcode\":null},{\"name\":\"鹏鼎科技股份有限公司\"");
    assert_says("\"ipc\":[\"H05K1/02\",\"H05K3/06\"]");
    assert_int_equal(the.record->parts, NP_PART_BIBLIO | NP_PART_TEXT);
    assert_int_equal(the.record->source.offset, 3);
}

static void application_of_2019_gives_four_claims(void **state)
{
    (void)state;
    read_real("CN102019000302430CN00001100838310AFULZH20190802CN00G.XML");
    assert_says("{\"id\":\"CN110083831A\"");
    assert_says("\"application\":{\"office\":\"CN\",\"number\":\"201910302430\","
                "\"date\":\"2019-04-16\"}");
    assert_says("\"title\":{\"zh\":\"一种基于BERT-BiGRU-CRF的中文命名实体识别方法\"}");
    assert_says("\"claim_count\":4,\"applicants\":[{\"name\":\"武汉大学\",");
    assert_says("\"address\":\"湖北省武汉市武昌区珞珈山武汉大学\",\"postcode\":\"430072\"");
    assert_says("\"ipc\":[\"G06F17/27\"]");
    assert_true(np_slice_ends(claim(2), "将定长语料输入BERT模型进行训练。"));
}

static void formulas_in_cdata_leave_nothing_behind(void **state)
{
    static const int four[] = { 1, 2, 3, 8 }, two[] = { 11, 12 };

    (void)state;
    read_real("CN102009000190429CN00001020256780AFULZH20110420CN00R.XML");
    assert_says("{\"id\":\"CN102025678A\"");
    assert_says("\"application\":{\"office\":\"CN\",\"number\":\"200910190429\","
                "\"date\":\"2009-09-11\"}");
    assert_says("\"ipc\":[\"H04L27/26\",\"H04L25/03\",\"H04L25/02\"]");
    assert_int_equal(the.record->claim_count, 14);
    assert_int_equal(the.record->inventors.n, 5);
    assert_true(np_slice_find(claim(4), NP_S("离散余弦变换矩阵 k，l＝0，...，Nb-1 其中")) <
                claim(4).n);
    for (size_t i = 1; i <= 14; i++)
        assert_int_equal(np_slice_find(claim(i), NP_S("math")), (size_t)-1);
    assert_depends(9, 4, four);
    assert_depends(14, 2, two);
}

static void coding_of_2006_leaves_the_deposit_out(void **state)
{
    (void)state;
    read_real("CN104223352A_cn-patent-document_2014.xml");
    assert_says("{\"id\":\"CN104223352A\",\"office\":\"CN\",\"number\":\"104223352\","
                "\"kind\":\"A\",\"date\":\"2014-12-24\",\"type\":\"invention\","
                "\"stage\":\"application\",\"action\":\"put\",\"lang\":\"zh\","
                "\"application\":{\"office\":\"CN\",\"number\":\"201410408762\","
                "\"date\":\"2014-08-19\"}");
    assert_says("\"applicants\":[{\"name\":\"云南中烟工业有限责任公司\",\"role\":\"applicant\","
                "\"country\":null,\"region\":null,\"city\":null,"
                "\"address\":\"云南省昆明市五华区红锦路367号云烟科技园C区\","
                "\"postcode\":\"650231\"}]");
    assert_says("\"ipc\":[\"A24B15/18\",\"C11B9/00\",\"C12P1/02\",\"C12R1/645\"]");
    assert_true(np_slice_ends(the.record->abstract.v[0].text, "具有良好的应用前景。"));
    assert_int_equal(the.record->inventors.n, 8);
    assert_int_equal(the.record->claim_count, 3);
    assert_true(np_slice_starts(claim(2), "2.根据权利要求1所述的甘草发酵所得烟用香料，其特征在于："
                                          "所述的甘草物料"));
}

static void coding_of_2006_names_the_domestic_priority(void **state)
{
    static const int three[] = { 1, 2, 3 };

    (void)state;
    read_real("CN104223590A_cn-patent-document_2014.xml");
    assert_says("{\"id\":\"CN104223590A\"");
    assert_says("\"priorities\":[{\"office\":\"CN\",\"number\":\"2013208540969\","
                "\"date\":\"2013-12-24\"}],\"parents\":[{\"relation\":\"substitution\","
                "\"office\":\"CN\",\"number\":\"201320854096\",\"date\":\"2013-12-24\"}]");
    assert_says("\"claim_count\":10,\"applicants\":[{\"name\":\"叶建鑫\","
                "\"role\":\"applicant-inventor\",\"country\":null,\"region\":null,\"city\":null,"
                "\"address\":\"浙江省温州市瓯海区巨溪镇河南西路33号\",\"postcode\":\"325000\"}]");
    assert_depends(9, 3, three);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(divisional_of_2021_keeps_the_parents_filing_date),
        cmocka_unit_test(dependence_is_read_from_the_words),
        cmocka_unit_test(grant_of_2019_has_its_patentee_and_the_examiners_citation),
        cmocka_unit_test(bibliography_with_mark_names_three_applicants_and_one_address),
        cmocka_unit_test(application_of_2019_gives_four_claims),
        cmocka_unit_test(formulas_in_cdata_leave_nothing_behind),
        cmocka_unit_test(coding_of_2006_leaves_the_deposit_out),
        cmocka_unit_test(coding_of_2006_names_the_domestic_priority),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
