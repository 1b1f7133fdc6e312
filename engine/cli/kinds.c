/* kinds.c -- what was passed over, in words for people: the stored word is the machine's. */
#include "listen.h"

#include <string.h>

static const struct { const char *kind, *en, *zh; } kinds[] = {
    { "text", "plain text", "纯文本" },
    { "binary data", "binary data, not XML", "二进制数据，非 XML" },
    { "empty file", "empty file", "空文件" },
    { "TIFF image", "TIFF image", "TIFF 图像" },
    { "JPEG image", "JPEG image", "JPEG 图像" },
    { "PNG image", "PNG image", "PNG 图像" },
    { "GIF image", "GIF image", "GIF 图像" },
    { "BMP image", "BMP image", "BMP 图像" },
    { "PDF", "PDF", "PDF" },
    { "RTF text", "RTF text", "RTF 文本" },
    { "DTD text", "DTD", "DTD" },
    { "XML schema", "XML schema", "XML 模式" },
    { "HTML page", "HTML page", "HTML 网页" },
    { "old Office file", "old Office file (.doc, .xls)", "旧版 Office 文件(.doc、.xls)" },
    { "7z archive", "7z archive: unpack it first", "7z 压缩包: 请先解压" },
    { "RAR archive", "RAR archive: unpack it first", "RAR 压缩包: 请先解压" },
    { "bzip2 file", "bzip2 file: unpack it first", "bzip2 文件: 请先解压" },
    { "xz file", "xz file: unpack it first", "xz 文件: 请先解压" },
    { "Zstandard file", "Zstandard file: unpack it first", "Zstandard 文件: 请先解压" },
    { "SQLite database", "SQLite database", "SQLite 数据库" },
    { "sequence listing", "sequence listing", "序列表" },
    { "error reply", "error reply of a service", "服务返回的错误" },
    { "spreadsheet (.xlsx), not a dump", NULL, "电子表格(.xlsx)，非数据包" },
    { "text document (.docx), not a dump", NULL, "文字文档(.docx)，非数据包" },
    { "presentation (.pptx), not a dump", NULL, "演示文稿(.pptx)，非数据包" },
    { "index of a delivery", NULL, "数据包索引" },
    { "index of a package of legal events", NULL, "法律状态数据包索引" },
    { "table of contents of a delivery", NULL, "数据包目录" },
    { "family member without events", NULL, "无法律事件的族成员" },
    { "OPS answer without documents", NULL, "不含文献的 OPS 应答" },
    { "exchange-documents without documents", NULL, "不含文献的 exchange-documents" },
    { "legal-status-documents without documents", NULL, "不含文献的法律状态文件" },
    { "CNIPA legal events without records", NULL, "不含记录的 CNIPA 法律状态文件" },
    { "CNIPA e-filing part, no publication number", NULL, "CNIPA 电子申请文件，无公开号" },
    { "IPPH file without documents", NULL, "不含文献的知识产权出版社文件" },
    { "USPTO prosecution paper (XML4IP), no publication number", NULL,
      "USPTO 审查文件(XML4IP)，无公开号" },
    { "other unknown root elements", "with other unknown root elements", "其他未知根元素" },
};

void kind_put(struct np_buf *b, const char *kind, enum np_lang lang)
{
    static const char root[] = "unknown root element";
    bool zh = lang == NP_LANG_ZH;

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kinds[i].kind, kind) == 0) {
            np_buf_puts(b, zh ? kinds[i].zh : kinds[i].en ? kinds[i].en : kind);
            return;
        }
    if (zh && strncmp(kind, root, sizeof root - 1) == 0)
        np_buf_printf(b, "未知根元素%s", kind + sizeof root - 1);
    else
        np_buf_puts(b, kind);
}
