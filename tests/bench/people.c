/* people.c -- who files: made-up enterprises of the ten districts of Suzhou, universities and
 * institutes, enterprises of other Chinese cities and of other countries; and inventors.     */
#include "world.h"

#include <stdlib.h>

static const struct place suzhou[] = {
    { "苏州工业园区", "江苏省", "苏州市", "0", "Suzhou", "215123", "江苏省苏州市苏州工业园区" },
    { "虎丘区", "江苏省", "苏州市", "虎丘区", "Suzhou", "215163", "江苏省苏州市高新区" },
    { "姑苏区", "江苏省", "苏州市", "姑苏区", "Suzhou", "215006", "江苏省苏州市姑苏区" },
    { "吴中区", "江苏省", "苏州市", "吴中区", "Suzhou", "215128", "江苏省苏州市吴中区" },
    { "相城区", "江苏省", "苏州市", "相城区", "Suzhou", "215131", "江苏省苏州市相城区" },
    { "吴江区", "江苏省", "苏州市", "吴江区", "Suzhou", "215200", "江苏省苏州市吴江区" },
    { "昆山市", "江苏省", "苏州市", "昆山市", "Kunshan", "215300", "江苏省苏州市昆山市" },
    { "太仓市", "江苏省", "苏州市", "太仓市", "Taicang", "215400", "江苏省苏州市太仓市" },
    { "常熟市", "江苏省", "苏州市", "常熟市", "Changshu", "215500", "江苏省苏州市常熟市" },
    { "张家港市", "江苏省", "苏州市", "张家港市", "Zhangjiagang", "215600",
      "江苏省苏州市张家港市" },
};
/* Codes of GB/T 2260 for the credit code, in the order above (320571 is a statistics code). */
static const char *const suzhou_code[] = { "320594", "320505", "320508", "320506", "320507",
                                           "320509", "320583", "320585", "320581", "320582" };

static const struct place china[] = {
    { "北京", "北京市", "市辖区", "海淀区", "Beijing", "100083", "北京市海淀区" },
    { "上海", "上海市", "市辖区", "浦东新区", "Shanghai", "201203", "上海市浦东新区" },
    { "深圳", "广东省", "深圳市", "南山区", "Shenzhen", "518057", "广东省深圳市南山区" },
    { "武汉", "湖北省", "武汉市", "洪山区", "Wuhan", "430074", "湖北省武汉市洪山区" },
    { "宁波", "浙江省", "宁波市", "镇海区", "Ningbo", "315201", "浙江省宁波市镇海区" },
    { "合肥", "安徽省", "合肥市", "蜀山区", "Hefei", "230088", "安徽省合肥市蜀山区" },
    { "成都", "四川省", "成都市", "郫都区", "Chengdu", "611731", "四川省成都市郫都区" },
};

static const struct pair brand_first[] = {
    { "澄", "Cheng" }, { "砺", "Li" },   { "屿", "Yu" },   { "沅", "Yuan" }, { "熠", "Yi" },
    { "珩", "Heng" },  { "霁", "Ji" },   { "鹭", "Lu" },   { "筠", "Yun" },  { "晗", "Han" },
    { "泓", "Hong" },  { "翎", "Ling" }, { "芃", "Peng" }, { "璟", "Jing" }, { "岫", "Xiu" },
    { "桢", "Zhen" },  { "潼", "Tong" }, { "阡", "Qian" },
};
static const struct pair brand_second[] = {
    { "砚", "yan" },  { "禾", "he" },  { "澜", "lan" }, { "舸", "ge" },   { "茗", "ming" },
    { "崧", "song" }, { "籁", "lai" }, { "圃", "pu" },  { "榕", "rong" }, { "湄", "mei" },
    { "檀", "tan" },  { "弈", "yi" },  { "遥", "yao" }, { "瑾", "jin" },  { "帆", "fan" },
    { "昀", "yun" },  { "黛", "dai" },
};
struct trade {
    const char *zh, *en, *docdb;
};
/* By field of the plan: two for each, then two for all. */
static const struct trade trades[] = {
    { "半导体材料股份有限公司", "Semiconductor Materials Co., Ltd.", "SEMICONDUCTOR MAT CO LTD" },
    { "光电科技有限公司", "Optoelectronics Technology Co., Ltd.", "OPTOELECTRONICS TECH CO LTD" },
    { "生物医药科技有限公司", "Biomedical Technology Co., Ltd.", "BIOMEDICAL TECH CO LTD" },
    { "微球生物材料有限公司", "Microsphere Biomaterials Co., Ltd.",
      "MICROSPHERE BIOMATERIALS CO LTD" },
    { "新能源科技有限公司", "New Energy Technology Co., Ltd.", "NEW ENERGY TECH CO LTD" },
    { "环保科技股份有限公司", "Environmental Technology Co., Ltd.", "ENV TECH CO LTD" },
    { "纳米涂层有限公司", "Nano Coating Co., Ltd.", "NANO COATING CO LTD" },
    { "化工有限公司", "Chemical Co., Ltd.", "CHEMICAL CO LTD" },
    { "纳米材料有限公司", "Nano Materials Co., Ltd.", "NANO MAT CO LTD" },
    { "新材料科技有限公司", "New Material Technology Co., Ltd.", "NEW MAT TECH CO LTD" },
};
static const struct trade institutes[] = {
    { "姑苏工程大学", "Gusu University of Engineering", "UNIV GUSU ENG" },
    { "吴门理工学院", "Wumen Institute of Technology", "WUMEN INST TECH" },
    { "太湖先进材料研究院", "Taihu Research Institute of Advanced Materials",
      "TAIHU RES INST ADVANCED MAT" },
    { "江南纳米技术研究所", "Jiangnan Institute of Nano Technology", "JIANGNAN INST NANO TECH" },
    { "独墅湖生物材料研究院", "Dushuhu Research Institute of Biomaterials",
      "DUSHUHU RES INST BIOMATERIALS" },
    { "阳澄湖应用化学研究所", "Yangchenghu Institute of Applied Chemistry",
      "YANGCHENGHU INST APPLIED CHEMISTRY" },
    { "金鸡湖光电大学", "Jinjihu University of Optoelectronics", "UNIV JINJIHU OPTOELECTRONICS" },
    { "虞山医学院", "Yushan Medical College", "YUSHAN MEDICAL COLLEGE" },
};
/* Of the universities above; only in a world of names. */
static const struct trade hospitals[] = {
    { "姑苏工程大学附属第一医院", "The First Affiliated Hospital of Gusu University of Engineering",
      "FIRST AFFILIATED HOSPITAL GUSU UNIV ENG" },
    { "姑苏工程大学附属儿童医院", "Children's Hospital of Gusu University of Engineering",
      "CHILDRENS HOSPITAL GUSU UNIV ENG" },
    { "虞山医学院附属医院", "Affiliated Hospital of Yushan Medical College",
      "AFFILIATED HOSPITAL YUSHAN MEDICAL COLLEGE" },
};
struct foreigner {
    const char *zh, *en, *docdb, *country, *city;
};
static const struct foreigner foreigners[] = {
    { "诺斯莱克先进材料公司", "Northlake Advanced Materials, Inc.", "NORTHLAKE ADVANCED MAT INC",
      "US", "Northlake" },
    { "哈珀溪能源公司", "Harpercreek Energy, Inc.", "HARPERCREEK ENERGY INC", "US", "Austin" },
    { "威洛福德生物科学有限责任公司", "Willowford Biosciences, LLC", "WILLOWFORD BIOSCIENCES LLC",
      "US", "Cambridge" },
    { "西埃拉斯通州立大学", "Sierrastone State University", "UNIV SIERRASTONE STATE", "US",
      "Sierrastone" },
    { "布莱特芬器件公司", "Brightfen Devices Corporation", "BRIGHTFEN DEVICES CORP", "US",
      "San Jose" },
    { "凯尔温涂料公司", "Kelwyn Coatings, Inc.", "KELWYN COATINGS INC", "US", "Cleveland" },
    { "星森化学工业株式会社", "Hoshimori Chemical Industries, Ltd.", "HOSHIMORI CHEMICAL IND LTD",
      "JP", "Osaka" },
    { "水凪电子材料株式会社", "Mizunagi Electronic Materials Co., Ltd.",
      "MIZUNAGI ELECTRONIC MAT CO LTD", "JP", "Yokohama" },
    { "青柳陶瓷株式会社", "Aoyanami Ceramics Co., Ltd.", "AOYANAMI CERAMICS CO LTD", "JP",
      "Nagoya" },
    { "白峰纤维株式会社", "Shiramine Fiber Corporation", "SHIRAMINE FIBER CORP", "JP", "Tokyo" },
    { "东沙电池株式会社", "Higashisuna Battery Corporation", "HIGASHISUNA BATTERY CORP", "JP",
      "Kobe" },
    { "多瑟电子材料株式会社", "Daseul Electronic Materials Co., Ltd.",
      "DASEUL ELECTRONIC MAT CO LTD", "KR", "Suwon-si" },
    { "汉宫能源株式会社", "Hangaram Energy Solutions Co., Ltd.", "HANGARAM ENERGY SOLUTIONS CO LTD",
      "KR", "Daejeon" },
    { "绿湖显示株式会社", "Norokho Display Co., Ltd.", "NOROKHO DISPLAY CO LTD", "KR", "Paju-si" },
    { "瓦尔德塔尔材料有限公司", "Waldtalwerk Werkstoffe GmbH", "WALDTALWERK WERKSTOFFE GMBH", "DE",
      "Ludwigshafen" },
    { "莱茵霍恩光学股份公司", "Rheinhorn Optik AG", "RHEINHORN OPTIK AG", "DE", "Jena" },
    { "齐格尔布鲁克医疗技术有限公司", "Zieglbruck Medizintechnik GmbH",
      "ZIEGLBRUCK MEDIZINTECHNIK GMBH", "DE", "München" },
    { "阿尔滕费尔斯研究协会", "Altenfels Forschungsgesellschaft e.V.",
      "ALTENFELS FORSCHUNGSGESELLSCHAFT", "DE", "Dresden" },
};
static const char *const roads[] = { "星湖街",   "金鸡湖大道", "科技城路", "人民南路", "东太湖大道",
                                     "长江北路", "创新路",     "纳米大道", "迎宾路",   "工业二路" };

#define COUNT(a) ((uint32_t)(sizeof(a) / sizeof(a)[0]))

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
}

static void in_capitals(char *s)
{
    for (; *s; s++)
        *s = upper(*s);
}

/* GB 32100-2015: 17 characters and a check character, weights 3^i mod 31. */
static void make_credit_code(const char *district, uint64_t hash, char code[19])
{
    static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    int sum = 0, weight = 1;

    snprintf(code, 19, "91%sMA%07u", district, (unsigned)(hash % 10000000));
    for (int i = 0; i < 17; i++) {
        sum += (int)(strchr(alphabet, code[i]) - alphabet) * weight;
        weight = weight * 3 % 31;
    }
    code[17] = alphabet[(31 - sum % 31) % 31];
    code[18] = '\0';
}

static const struct trade *choose_trade(uint32_t number, struct rng *r)
{
    uint32_t subfield = number % SUBFIELDS;
    uint32_t field = subfield < 14 ? 0 : subfield < 27 ? 1 : subfield < 40 ? 2 : 3;

    return &trades[rng_chance(r, 60) ? field * 2 + rng_below(r, 2) : 8 + rng_below(r, 2)];
}

/* Two of three names lead with the place; the rest put it in brackets behind the brand. */
static void name_enterprise(struct owner *o, uint32_t number, uint32_t brand, const char *place_zh,
                            const char *place_en, struct rng *r)
{
    uint32_t combined = brand * 7 % (COUNT(brand_first) * COUNT(brand_second));
    const struct pair *first = &brand_first[combined % COUNT(brand_first)];
    const struct pair *second = &brand_second[combined / COUNT(brand_first)];
    const struct trade *trade = choose_trade(number, r);

    o->brand[0] = first;
    o->brand[1] = second;
    if (rng_chance(r, 67)) {
        snprintf(o->zh, sizeof o->zh, "%s%s%s%s", place_zh, first->zh, second->zh, trade->zh);
        snprintf(o->en, sizeof o->en, "%s %s%s %s", place_en, first->en, second->en, trade->en);
        snprintf(o->docdb, sizeof o->docdb, "%s %s%s %s", place_en, first->en, second->en,
                 trade->docdb);
    } else {
        snprintf(o->zh, sizeof o->zh, "%s%s（%s）%s", first->zh, second->zh, place_zh, trade->zh);
        snprintf(o->en, sizeof o->en, "%s%s (%s) %s", first->en, second->en, place_en, trade->en);
        snprintf(o->docdb, sizeof o->docdb, "%s%s %s %s", first->en, second->en, place_en,
                 trade->docdb);
    }
    in_capitals(o->docdb);
}

static void settle(struct owner *o, const struct place *place, struct rng *r)
{
    o->place = place;
    o->country = "CN";
    o->en_city = place->en_city;
    snprintf(o->address, sizeof o->address, "%s%s%d号", place->text,
             roads[rng_below(r, COUNT(roads))], rng_between(r, 1, 998));
}

static void make_suzhou(struct owner *o, uint32_t number, struct rng *r)
{
    uint32_t which = number % COUNT(suzhou);
    static const char *const short_zh[] = { "苏州", "苏州", "苏州", "苏州", "苏州",
                                            "苏州", "昆山", "太仓", "常熟", "张家港" };

    settle(o, &suzhou[which], r);
    name_enterprise(o, number, number, short_zh[which], suzhou[which].en_city, r);
    make_credit_code(suzhou_code[which], rng_next(r), o->credit_code);
}

static void make_institute(struct owner *o, uint32_t number, struct rng *r)
{
    const struct trade *t = number < COUNT(institutes) ? &institutes[number]
                                                       : &hospitals[number - COUNT(institutes)];

    settle(o, &suzhou[number % 5], r);
    snprintf(o->zh, sizeof o->zh, "%s", t->zh);
    snprintf(o->en, sizeof o->en, "%s", t->en);
    snprintf(o->docdb, sizeof o->docdb, "%s", t->docdb);
    make_credit_code(suzhou_code[number % 5], rng_next(r), o->credit_code);
    o->credit_code[0] = '\0'; /* not an enterprise */
}

static void make_china(struct owner *o, uint32_t number, struct rng *r)
{
    const struct place *place = &china[number % COUNT(china)];

    settle(o, place, r);
    name_enterprise(o, number, number + 150, place->district, place->en_city, r);
}

static void make_foreign(struct owner *o, uint32_t number)
{
    const struct foreigner *f = &foreigners[number % COUNT(foreigners)];

    o->country = f->country;
    o->en_city = f->city;
    snprintf(o->zh, sizeof o->zh, "%s", f->zh);
    snprintf(o->en, sizeof o->en, "%s", f->en);
    snprintf(o->docdb, sizeof o->docdb, "%s", f->docdb);
    snprintf(o->address, sizeof o->address, "%s", f->city);
}

/* One to three subfields; the first by number, so that each subfield has somebody. */
static void specialise(struct owner *o, uint32_t number, struct rng *r)
{
    o->nsubfield = o->class == OWNER_SUZHOU ? rng_between(r, 1, 3) : 3;
    for (int i = 0; i < o->nsubfield; i++)
        o->subfield[i] = i == 0 ? (int)(number % SUBFIELDS) : (int)rng_below(r, SUBFIELDS);
}

static void make_owner(struct owner *o, enum owner_class class, uint32_t number, uint64_t seed)
{
    struct rng r = rng_of(seed, 0x1000000u + (uint64_t) class * 0x100000u + number);

    o->class = class;
    if (class == OWNER_SUZHOU)
        make_suzhou(o, number, &r);
    else if (class == OWNER_INSTITUTE)
        make_institute(o, number, &r);
    else if (class == OWNER_CHINA)
        make_china(o, number, &r);
    else
        make_foreign(o, number);
    specialise(o, number, &r);
}

static void enlist(struct people *people, const struct owner *o, int subfield)
{
    uint32_t **id = &people->list[o->class][subfield].id;
    uint32_t *n = &people->list[o->class][subfield].n;

    if (*n && (*id)[*n - 1] == o->id)
        return; /* drew the same subfield twice */
    if ((*n & (*n - 1)) == 0) {
        *id = realloc(*id, sizeof **id * (*n ? *n * 2 : 1));
        if (!*id)
            give_up("out of memory");
    }
    (*id)[(*n)++] = o->id;
}

void people_rename(struct owner *o, uint32_t number, uint32_t brand, uint64_t seed)
{
    struct rng r = rng_of(seed, 0x2000000u + number);

    name_enterprise(o, number, brand, o->class == OWNER_SUZHOU ? "苏州" : o->place->district,
                    o->en_city, &r);
}

void people_move(struct owner *o, uint32_t where, uint64_t seed)
{
    struct rng r = rng_of(seed, 0x3000000u + where);

    settle(o, &china[where % COUNT(china)], &r);
}

void people_make(struct people *people, uint64_t seed, uint32_t families, bool names)
{
    uint32_t more = families > 3000 ? 2 : 1;
    const uint32_t count[OWNER_CLASSES] = {
        64 * more, COUNT(institutes) + (names ? COUNT(hospitals) : 0), 28 * more,
        COUNT(foreigners)
    };
    uint32_t n = 0;

    *people = (struct people){ 0 };
    people->owner = calloc(64 * 2 + COUNT(institutes) + COUNT(hospitals) + 28 * 2 +
                               COUNT(foreigners) + PLANTED_OWNERS,
                           sizeof *people->owner);
    if (!people->owner)
        give_up("out of memory");
    for (int class = 0; class < OWNER_CLASSES; class ++)
        for (uint32_t i = 0; i < count[class]; i++, n++) {
            struct owner *o = &people->owner[n];
            o->id = n;
            make_owner(o, (enum owner_class) class, i, seed);
            for (int k = 0; k < o->nsubfield; k++)
                enlist(people, o, o->subfield[k]);
            enlist(people, o, ORDINARY);
        }
    people->n = n;
    if (names)
        names_make(people, seed);
}

/* In the order of enum planted_owner; the first two sit in Suzhou. */
static const struct foreigner planted[PLANTED_OWNERS] = {
    { "苏州瑾筠纳米科技有限公司", "Suzhou Jinyun Nano Technology Co., Ltd.",
      "SUZHOU JINYUN NANO TECH CO LTD", "CN", NULL },
    { "苏州瑾筠光电材料有限公司", "Suzhou Jinyun Optoelectronic Materials Co., Ltd.",
      "SUZHOU JINYUN OPTOELECTRONIC MAT CO LTD", "CN", NULL },
    { "恩伯霍尔特材料公司", "Emberholt Materials, Inc.", "EMBERHOLT MAT INC", "US", "Duluth" },
    { "霞浦精密材料株式会社", "Kasumigaura Precision Materials Co., Ltd.",
      "KASUMIGAURA PREC MAT CO LTD", "JP", "Mito" },
    { "弗尔肯施泰因技术有限公司", "Falkensteiner Technik GmbH", "FALKENSTEINER TECHNIK GMBH", "DE",
      "Passau" },
    { "深圳翎岫新材料有限公司", "Shenzhen Lingxiu New Material Co., Ltd.",
      "SHENZHEN LINGXIU NEW MAT CO LTD", "CN", NULL },
};

static void plant_owner(struct owner *o, int which, uint64_t seed)
{
    const struct foreigner *f = &planted[which];
    struct rng r = rng_of(seed, 0x4000000u + (uint64_t)which);

    o->class = which <= SISTER ? OWNER_SUZHOU : f->city ? OWNER_FOREIGN : OWNER_CHINA;
    if (f->city)
        snprintf(o->address, sizeof o->address, "%s", f->city);
    else
        settle(o, which <= SISTER ? &suzhou[0] : &china[2], &r);
    o->country = f->country;
    if (f->city)
        o->en_city = f->city;
    snprintf(o->zh, sizeof o->zh, "%s", f->zh);
    snprintf(o->en, sizeof o->en, "%s", f->en);
    snprintf(o->docdb, sizeof o->docdb, "%s", f->docdb);
    if (which <= SISTER)
        make_credit_code(suzhou_code[0], rng_next(&r), o->credit_code);
}

void people_plant(struct people *people, uint64_t seed)
{
    for (int i = 0; i < PLANTED_OWNERS; i++) {
        struct owner *o = &people->owner[people->n];

        *o = (struct owner){ .id = people->n++ };
        plant_owner(o, i, seed);
    }
}

const struct owner *planted_owner(const struct people *people, enum planted_owner which)
{
    return &people->owner[people->n - PLANTED_OWNERS + (uint32_t)which];
}

void people_release(struct people *people)
{
    for (int class = 0; class < OWNER_CLASSES; class ++)
        for (int list = 0; list < OWNER_LISTS; list++)
            free(people->list[class][list].id);
    free(people->owner);
    free(people->naming);
    *people = (struct people){ 0 };
}

const struct owner *people_pick(const struct people *people, enum owner_class class, int subfield,
                                bool leader, struct rng *r)
{
    int list = subfield < 0 || !people->list[class][subfield].n ? ORDINARY : subfield;
    uint32_t n = people->list[class][list].n;
    uint32_t at = leader ? 0 : list == ORDINARY ? rng_below(r, n) : rng_skewed(r, n);

    return &people->owner[people->list[class][list].id[at]];
}

/* ---- persons ---- */

static const struct pair surnames[] = {
    { "岑", "Cen" }, { "郁", "Yu" },  { "归", "Gui" }, { "钮", "Niu" },
    { "冒", "Mao" }, { "印", "Yin" }, { "宓", "Mi" },  { "蔺", "Lin" },
    { "郏", "Jia" }, { "濮", "Pu" },  { "浦", "Pu" },  { "臧", "Zang" },
    { "厉", "Li" },  { "戚", "Qi" },  { "闵", "Min" }, { "柏", "Bai" },
};
static const struct pair given_first[] = {
    { "若", "Ruo" }, { "景", "Jing" }, { "思", "Si" },  { "亦", "Yi" },
    { "沐", "Mu" },  { "望", "Wang" }, { "知", "Zhi" }, { "允", "Yun" },
    { "书", "Shu" }, { "其", "Qi" },   { "云", "Yun" }, { "清", "Qing" },
};
static const struct pair given_second[] = {
    { "舟", "zhou" },  { "棠", "tang" }, { "衡", "heng" }, { "陌", "mo" },
    { "川", "chuan" }, { "葭", "jia" },  { "峤", "qiao" }, { "筱", "xiao" },
    { "岚", "lan" },   { "蕴", "yun" },  { "朔", "shuo" }, { "泠", "ling" },
};
struct foreign_names {
    const char *country;
    const char *family[8], *given[8];
};
static const struct foreign_names foreign_names[] = {
    { "US",
      { "Hollowell", "Brackwater", "Ferncastle", "Pellingham", "Oakhurstson", "Quillby",
        "Stavenger", "Wexcombe" },
      { "Marla", "Desmond J.", "Tobias", "Corinne A.", "Ellis", "Verity", "Lowell", "Nadine" } },
    { "JP",
      { "Asahikuma", "Hoshikubo", "Minazukawa", "Tsurunami", "Kurohara", "Yukizawa", "Nagihara",
        "Sorimura" },
      { "Haruto", "Yuki", "Kaoru", "Ren", "Makoto", "Aoi", "Shinobu", "Hikaru" } },
    { "KR",
      { "Namgoong", "Dokgo", "Seomoon", "Hwangbo", "Sagong", "Jegal", "Seonwoo", "Mangjeol" },
      { "Ha-Neul", "Seo-Jin", "Ji-Won", "Do-Yun", "Min-Ah", "Tae-Hyun", "Ga-Ram", "Bo-Mi" } },
    { "DE",
      { "Birkenfelder", "Quellmann", "Straußberger", "Wiesenthaler", "Hagedörfer", "Kupferling",
        "Nebelsieck", "Moosbrugger" },
      { "Anneliese", "Detlef", "Käthe", "Rüdiger", "Swantje", "Ulrich", "Mechthild", "Jost" } },
};

static void name_foreigner(const char *country, uint64_t hash, struct person *p)
{
    const struct foreign_names *names = &foreign_names[0];

    for (uint32_t i = 0; i < COUNT(foreign_names); i++)
        if (strcmp(foreign_names[i].country, country) == 0)
            names = &foreign_names[i];
    snprintf(p->family, sizeof p->family, "%s", names->family[hash % 8]);
    snprintf(p->given, sizeof p->given, "%s", names->given[(hash >> 8) % 8]);
    snprintf(p->zh, sizeof p->zh, "%.1s·%s", p->given, p->family); /* as CNIPA often leaves them */
}

void person_make(const struct owner *owner, uint32_t number, struct person *p)
{
    uint64_t hash = rng_hash(0x9E0000u + owner->id, number);

    p->country = owner->country;
    if (strcmp(owner->country, "CN") != 0) {
        name_foreigner(owner->country, hash, p);
        return;
    }
    const struct pair *family = &surnames[hash % COUNT(surnames)];
    const struct pair *first = &given_first[(hash >> 8) % COUNT(given_first)];
    const struct pair *second = &given_second[(hash >> 16) % COUNT(given_second)];
    snprintf(p->zh, sizeof p->zh, "%s%s%s", family->zh, first->zh, second->zh);
    snprintf(p->family, sizeof p->family, "%s", family->en);
    snprintf(p->given, sizeof p->given, "%s%s", first->en, second->en);
}
