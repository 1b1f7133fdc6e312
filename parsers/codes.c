/* codes.c -- what the codes of parsing mean and what to do about them. */
#include <nanopat/parse.h>

#define AGAIN_EN "fetch the file again; if it stays, report the document to the office"
#define AGAIN_ZH "重新下载；如仍出现，请向来源局反馈该文件"
#define TRUST_EN "do not trust this file; fetch it from the office itself"
#define TRUST_ZH "此文件不可信，请从官方来源重新获取"

const struct np_code np_parse_codes[] = {
    { "NP-XML-001", "a tag is broken or never closed", AGAIN_EN, "标签损坏或未闭合", AGAIN_ZH },
    { "NP-XML-002", "a comment, CDATA section or instruction is not closed", AGAIN_EN,
      "注释、CDATA 或处理指令未结束", AGAIN_ZH },
    { "NP-XML-003", "a character that XML does not allow", AGAIN_EN, "含 XML 不允许的字符",
      AGAIN_ZH },
    { "NP-XML-004", "bytes that are no text in the declared encoding",
      "convert the file to UTF-8, or correct its declaration", "字节与所声明的编码不符",
      "转换为 UTF-8 或更正编码声明" },
    { "NP-XML-005", "an entity reference is broken", AGAIN_EN, "实体引用损坏", AGAIN_ZH },
    { "NP-XML-006", "a parameter entity is declared; no office does that", TRUST_EN,
      "声明了参数实体，各局均不如此", TRUST_ZH },
    { "NP-XML-007", "entities made of entities, as in an entity bomb", TRUST_EN,
      "实体由实体组成，疑为实体炸弹", TRUST_ZH },
    { "NP-XML-008", "more or longer entities than a patent needs", TRUST_EN, "实体过多或过长",
      TRUST_ZH },
    { "NP-XML-009", "entities that grow beyond the document's size", TRUST_EN,
      "实体展开远超文件大小", TRUST_ZH },
    { "NP-XML-010", "elements nested deeper than any patent", TRUST_EN, "元素嵌套过深", TRUST_ZH },
    { "NP-XML-011", "reading the document takes too long", TRUST_EN, "读取该文件耗时过长", TRUST_ZH },
    { "NP-XML-012", "the document is not well-formed", AGAIN_EN, "文件格式不良", AGAIN_ZH },
    { "NP-XML-013", "an attribute or quoted text is broken", AGAIN_EN, "属性或引号文本损坏",
      AGAIN_ZH },
    { "NP-XML-014", "something stands behind the end of the document", AGAIN_EN,
      "文件结尾之后还有内容", AGAIN_ZH },
    { "NP-XML-015", "a text or the document is longer than allowed", TRUST_EN,
      "文本或文件超出长度上限", TRUST_ZH },
    { "NP-REC-001", "the publishing office is missing",
      "look at the document at the place named; without an office it has no identity",
      "缺少公布局代码", "查看所示位置；无局代码则无法识别" },
    { "NP-REC-002", "the publication number is missing",
      "look at the document at the place named; without a number it has no identity",
      "缺少公开(公告)号", "查看所示位置；无号码则无法识别" },
    { "NP-REC-003", "a list of one record is longer than any patent's", TRUST_EN,
      "单条记录中的列表过长", TRUST_ZH },
    { 0 }
};
