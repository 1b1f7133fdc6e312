/* standards.c -- which standard a family's texts refer to: a test method in a quarter of the
 * descriptions, and now and then in a claim, where it makes a candidate.                    */
#include "compose.h"

/* By place of the subfield in the plan's order of 49. */
static const struct {
    int subfield;
    const char *reference;
    struct pair measured;
} standards[] = {
    { 1, "IEC 63068-1", { "外延层缺陷", "defects of the epitaxial layer" } },
    { 7, "IEC 62607-3-1:2014", { "发光量子效率", "luminescence quantum efficiency" } },
    { 11, "IEC TS 62607-6-1:2020", { "体积电阻率", "volume resistivity" } },
    { 14, "GB/T 32668-2016", { "zeta电位", "zeta potential" } },
    { 15,
      "ISO/TS 19807-1:2019",
      { "磁性悬浮液的特性", "characteristics of the magnetic suspension" } },
    { 23,
      "ISO/TS 20660:2019",
      { "纳米银颗粒的特性", "characteristics of the silver nanoparticles" } },
    { 25, "ASTM E2524-08", { "溶血性", "hemolytic properties" } },
    { 28, "IEC TS 62607-4-5:2017", { "电化学容量", "electrochemical capacity" } },
    { 30, "IEC TS 62282-7-1", { "单电池性能", "single cell performance" } },
    { 35, "GB/T 19587-2017", { "比表面积", "specific surface area" } },
    { 36, "ISO 20814:2019", { "光催化活性", "photocatalytic activity" } },
    { 38, "ISO/TS 10689", { "超疏水性能", "superhydrophobic performance" } },
    { 40,
      "IEC 62624-2009",
      { "碳纳米管的电学性能", "electrical properties of the carbon nanotubes" } },
};

static bool put_reference(const struct family *f, enum lang lang, struct np_buf *b)
{
    for (size_t i = 0; i < sizeof standards / sizeof standards[0]; i++)
        if (standards[i].subfield == f->subfield) {
            const char *what =
                lang == LANG_ZH ? standards[i].measured.zh : standards[i].measured.en;
            np_buf_printf(b,
                          lang == LANG_ZH ? "%s按照%s测定" : "the %s is measured according to %s",
                          what, standards[i].reference);
            return true;
        }
    return false;
}

bool text_standard(const struct family *f, bool in_claim, enum lang lang, struct np_buf *b)
{
    uint64_t draw = rng_hash(f->seed, 0x57) % 100;

    return draw < (in_claim ? 8 : 25) && put_reference(f, lang, b);
}
