/* claim_words.c -- the words by which claims name other claims.
 *
 * Collected from EP B documents, whose three sets must agree (tests/unit/test_claim_oracle.c), and
 * from CN, JP and WO claims.
 */
#include "claim_words.h"

const struct np_claim_word np_claim_nouns[] = {
    { "en", "claims", true },
    { "en", "claim", false },
    { "en", "clairns", true }, /* as misprinted or scanned */
    { "en", "clairn", false },
    { "en", "clams", true },
    { "en", "clam", false },
    { "en", "clain", false },
    { "en", "cliam", false },
    { "en", "calim", false },
    { "en", "daims", true },
    { "en", "daim", false },
    { "de", "anspr*chen", true }, /* also behind another word: Patentansprüchen */
    { "de", "anspr*ches", false },
    { "de", "anspr*che", true },
    { "de", "anspr*chs", false },
    { "de", "anspr*ch", false },
    { "fr", "revendications", true },
    { "fr", "revendication", false },
    { "es", "reivindicaciones", true },
    { "es", "reivindicación", false },
    { "es", "reivindicacion", false },
    { "zh", "权利要求书", false },
    { "zh", "权利要求", true },
    { "zh", "權利要求", true },
    { "zh", "申請專利範圍", true },
    { "zh", "請求項", true },
    { "zh", "请求项", true },
    { "ja", "請求項", true },
    { "ja", "特許請求の範囲", true },
    { "ja", "請求の範囲", true },
    { NULL, NULL, false }
};

/* Up to two words before the noun: "the preceding two claims", "the previous method claims". */
const struct np_claim_word np_claim_earlier[] = {
    { "en", "preced", false },
    { "en", "preceed", false },
    { "en", "previous", false },
    { "en", "foregoing", false },
    { "en", "forgoing", false },
    { "en", "aforementioned", false },
    { "en", "aforesaid", false },
    { "en", "above", false },
    { "en", "prior", false },
    { "en", "earlier", false },
    { "en", "antecedent", false },
    { "de", "vorhergehend", false },
    { "de", "vorhergegangen", false },
    { "de", "vorgehend", false },
    { "de", "vorergehend", false },
    { "de", "vorangehend", false },
    { "de", "vorangegangen", false },
    { "de", "vorangestellt", false },
    { "de", "vorausgehend", false },
    { "de", "vorausgegangen", false },
    { "de", "vorstehend", false },
    { "de", "voranstehend", false },
    { "de", "vorherig", false },
    { "de", "vorgenannt", false },
    { "de", "vorerwähnt", false },
    { "de", "obengenannt", false },
    { "de", "obig", false },
    { "de", "ober", false },
    { "de", "oben", false },
    { "de", "vorigen", false },
    { "de", "vorbeschrieben", false },
    { "fr", "préc", false },
    { "fr", "preced", false },
    { "fr", "antérieur", false },
    { "fr", "susmentionn", false },
    { "fr", "susdite", false },
    { "es", "precedent", false },
    { "es", "anterior", false },
    { "es", "previa", false },
    { NULL, NULL, false }
};

/* Behind the noun, and before the numbers if there are any: "revendications précédentes 8 et 9". */
const struct np_claim_word np_claim_behind[] = {
    { "en", "above", false },
    { "en", "hereinbefore", false },
    { "en", "hereinabove", false },
    { "en", "mentioned above", false },
    { "en", "preceding", false },
    { "de", "vorstehend", false },
    { "fr", "préc", false },
    { "fr", "preced", false },
    { "fr", "qui précèd", false },
    { "fr", "ci-dessus", false },
    { "fr", "ci-avant", false },
    { "fr", "antérieur", false },
    { "fr", "susmentionn", false },
    { "es", "precedent", false },
    { "es", "anterior", false },
    { "es", "previa", false },
    { NULL, NULL, false }
};

/* Before "preceding claim", going back: the words of which `many` is true mean any of them, the
 * others only join.                                                                         */
const struct np_claim_word np_claim_any[] = {
    { "en", "any", true }, { "en", "one", true }, { "en", "either", true },
    { "en", "each", true }, { "en", "a", true }, { "en", "an", true }, { "en", "all", true },
    { "en", "some", true }, { "en", "of", false }, { "en", "the", false }, { "en", "or", false },
    { "en", "more", false }, { "en", "at", false }, { "en", "least", false },
    { "de", "ein", true }, { "de", "eine", true }, { "de", "einem", true },
    { "de", "einen", true }, { "de", "einer", true }, { "de", "eines", true },
    { "de", "irgendeinem", true }, { "de", "irgendeines", true }, { "de", "jedem", true },
    { "de", "jeder", true }, { "de", "beliebigen", true }, { "de", "der", false },
    { "de", "des", false }, { "de", "den", false }, { "de", "oder", false },
    { "de", "mehreren", false }, { "de", "mindestens", false }, { "de", "wenigstens", false },
    { "fr", "une", true }, { "fr", "un", true }, { "fr", "l'une", true },
    { "fr", "l’une", true }, { "fr", "quelconque", true }, { "fr", "chacune", true },
    { "fr", "toute", true }, { "fr", "des", false }, { "fr", "de", false }, { "fr", "la", false },
    { "fr", "les", false }, { "fr", "ou", false }, { "fr", "plusieurs", false },
    { "fr", "au", false }, { "fr", "moins", false }, { "es", "una", true },
    { "es", "cualquiera", true }, { "es", "cualquier", true }, { "es", "de", false },
    { "es", "la", false }, { "es", "las", false }, { NULL, NULL, false }
};

const struct np_claim_ordinal np_claim_ordinals[] = {
    { "en", "first", 1 }, { "en", "second", 2 }, { "en", "third", 3 }, { "en", "fourth", 4 },
    { "en", "fifth", 5 }, { "en", "sixth", 6 }, { "en", "seventh", 7 }, { "en", "eighth", 8 },
    { "en", "ninth", 9 }, { "en", "tenth", 10 },
    { "de", "ersten", 1 }, { "de", "zweiten", 2 }, { "de", "dritten", 3 }, { "de", "vierten", 4 },
    { "de", "fünften", 5 }, { "de", "sechsten", 6 }, { "de", "siebten", 7 },
    { "de", "achten", 8 }, { "de", "neunten", 9 }, { "de", "zehnten", 10 },
    { "fr", "première", 1 }, { "fr", "deuxième", 2 }, { "fr", "troisième", 3 },
    { "fr", "quatrième", 4 }, { "fr", "cinquième", 5 }, { "fr", "sixième", 6 },
    { "fr", "septième", 7 }, { "fr", "huitième", 8 }, { "fr", "neuvième", 9 },
    { "fr", "dixième", 10 },
    { "es", "primera", 1 }, { "es", "segunda", 2 }, { "es", "tercera", 3 }, { "es", "cuarta", 4 },
    { "es", "quinta", 5 }, { "es", "sexta", 6 }, { "es", "séptima", 7 }, { "es", "octava", 8 },
    { "es", "novena", 9 }, { "es", "décima", 10 },
    { NULL, NULL, 0 }
};

/* A number behind one of them ("上述权利要求1") makes it an ordinary reference. */
const struct np_claim_word np_claim_phrases[] = {
    { "zh", "前述权利要求", true },
    { "zh", "前述任一权利要求", true },
    { "zh", "前述任一项权利要求", true },
    { "zh", "前述任意一项权利要求", true },
    { "zh", "前述任何一项权利要求", true },
    { "zh", "任一前述权利要求", true },
    { "zh", "任一项前述权利要求", true },
    { "zh", "先前权利要求", true },
    { "zh", "先前任一权利要求", true },
    { "zh", "之前权利要求", true },
    { "zh", "前面权利要求", true },
    { "zh", "前面的权利要求", true },
    { "zh", "前面任一权利要求", true },
    { "zh", "前面任一项权利要求", true },
    { "zh", "在前权利要求", true },
    { "zh", "在先权利要求", true },
    { "zh", "上述权利要求", true },
    { "zh", "上述任一权利要求", true },
    { "zh", "上述任一项权利要求", true },
    { "zh", "上述任意一项权利要求", true },
    { "zh", "上述任何一项权利要求", true },
    { "zh", "以上权利要求", true },
    { "zh", "以上任一权利要求", true },
    { "zh", "以上任一项权利要求", true },
    { "zh", "以上任意一项权利要求", true },
    { "zh", "前述請求項", true },
    { "zh", "上述請求項", true },
    { "ja", "前記請求項", true },
    { "ja", "上記請求項", true },
    { "ja", "前述の請求項", true },
    { "ja", "前述請求項", true },
    { "ja", "前述のいずれかの請求項", true },
    { "ja", "先行する請求項", true },
    { "ja", "先行請求項", true },
    { "ja", "先の請求項", true },
    { "ja", "これまでの請求項", true },
    { "ja", "以上の請求項", true },
    { NULL, NULL, false }
};

/* `lang`: only in that language; NULL: in all. */
const struct np_joint_word np_claim_joints[] = {
    { NULL, "to", NP_JOIN_RANGE }, { NULL, "through", NP_JOIN_RANGE },
    { NULL, "thru", NP_JOIN_RANGE }, { NULL, "bis", NP_JOIN_RANGE },
    { NULL, "à", NP_JOIN_RANGE }, { "fr", "a", NP_JOIN_RANGE }, { "es", "a", NP_JOIN_RANGE },
    { NULL, "hasta", NP_JOIN_RANGE }, { NULL, "-", NP_JOIN_RANGE },
    { NULL, "‐", NP_JOIN_RANGE }, { NULL, "‑", NP_JOIN_RANGE }, { NULL, "–", NP_JOIN_RANGE },
    { NULL, "—", NP_JOIN_RANGE }, { NULL, "−", NP_JOIN_RANGE }, { NULL, "－", NP_JOIN_RANGE },
    { NULL, "~", NP_JOIN_RANGE }, { NULL, "～", NP_JOIN_RANGE }, { NULL, "〜", NP_JOIN_RANGE },
    { NULL, "至", NP_JOIN_RANGE }, { NULL, "到", NP_JOIN_RANGE }, { NULL, "乃至", NP_JOIN_RANGE },
    { NULL, "ないし", NP_JOIN_RANGE }, { NULL, "から", NP_JOIN_RANGE },
    { NULL, "and/or", NP_JOIN_LIST }, { NULL, "and", NP_JOIN_LIST },
    { NULL, "or", NP_JOIN_LIST }, { NULL, "und/oder", NP_JOIN_LIST },
    { NULL, "und", NP_JOIN_LIST }, { NULL, "oder", NP_JOIN_LIST },
    { NULL, "sowie", NP_JOIN_LIST }, { NULL, "et/ou", NP_JOIN_LIST },
    { NULL, "et", NP_JOIN_LIST }, { NULL, "ou", NP_JOIN_LIST }, { "es", "y/o", NP_JOIN_LIST },
    { "es", "y", NP_JOIN_LIST }, { "es", "e", NP_JOIN_LIST }, { "es", "o", NP_JOIN_LIST },
    { NULL, "&", NP_JOIN_LIST }, { NULL, "或者", NP_JOIN_LIST }, { NULL, "或", NP_JOIN_LIST },
    { NULL, "和", NP_JOIN_LIST }, { NULL, "以及", NP_JOIN_LIST }, { NULL, "及び", NP_JOIN_LIST },
    { NULL, "及", NP_JOIN_LIST }, { NULL, "与", NP_JOIN_LIST }, { NULL, "または", NP_JOIN_LIST },
    { NULL, "又は", NP_JOIN_LIST }, { NULL, "および", NP_JOIN_LIST }, { NULL, "もしくは", NP_JOIN_LIST },
    { NULL, "若しくは", NP_JOIN_LIST }, { NULL, "、", NP_JOIN_LIST }, { NULL, ",", NP_JOIN_COMMA },
    { NULL, "，", NP_JOIN_COMMA }, { NULL, ";", NP_JOIN_COMMA }, { NULL, "；", NP_JOIN_COMMA },
    { NULL, "/", NP_JOIN_COMMA }, { NULL, NULL, NP_NOT_JOINED }
};

const char *const np_claim_before_number[] = {
    "(s)", "(e)", "(en)", "(es)", "(", "（", "第", "numbers", "number", "nos.", "no.", "nrn.", "nr.", "n°",
    "nº", "n.º", "#", ":", "from", "von", "de", NULL
};

const char *const np_claim_behind_number[] = { ")", "）", "项", "項", "番", NULL };

const char *const np_claim_units[] = {
    "%", "％", "‰", "°", "℃", "wt", "gew", "mol", "parts", "weight", NULL
};
