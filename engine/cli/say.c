/* say.c -- every sentence the program says, in English and Chinese, side by side. */
#include "command.h"

#include <stdarg.h>
#include <stdio.h>

static const struct {
    const char *en, *zh;
} messages[SAY_LAST] = {
    [SAY_NO_SUCH_COMMAND] = { "no command '%s'", "没有命令“%s”" },
    [SAY_NEAREST] = { "did you mean '%s'?", "是否指“%s”?" },
    [SAY_NO_INPUT] = { "give files, folders or '-'", "请给出文件、目录或“-”" },
    [SAY_READ] = { "read", "读" },
    [SAY_STORED] = { "stored", "存" },
    [SAY_LIGHT] = { "light", "轻存" },
    [SAY_UNCHANGED] = { "unchanged", "未变" },
    [SAY_SUPERSEDED] = { "superseded", "已被取代" },
    [SAY_REJECTED] = { "rejected", "拒" },
    [SAY_PASSED_OVER] = { "passed over", "跳过" },
    [SAY_TOTAL_LINE] = {
        "total: %lld read = %lld stored + %lld light + %lld unchanged + %lld superseded + "
        "%lld rejected + %lld passed over; %lld inputs, %lld known before",
        "合计: 读 %lld = 存 %lld + 轻存 %lld + 未变 %lld + 已被取代 %lld + 拒 %lld + 跳过 %lld; "
        "输入 %lld 个, 此前已读 %lld 个" },
    [SAY_PASSED] = { "passed over: %lld %s", "跳过: %lld 件 %s" },
    [SAY_STOPPED] = { "stopped; nothing is lost: run the same command to go on",
                      "已中止, 没有丢失: 再运行同一命令即续" },
    [SAY_STORE_NEXT] = { "next: nanopat score -d %s", "下一步: nanopat score -d %s" },
    [SAY_REJECT_NEXT] = { "%lld rejected: nanopat query rejects -d %s",
                          "%lld 件被拒: nanopat query rejects -d %s" },
    [SAY_MORE_OF] = { "and %lld more of %s in %s", "%3$s 中另有 %1$lld 条 %2$s" },
    [SAY_BAD_SINCE] = { "'%s' is neither a day (2024-05-01) nor the number of a run (1 to 999)",
                        "“%s”既不是日期(2024-05-01), 也不是次数(1-999)" },
    [SAY_ALERTS_TOLD] = { "%lld of %lld alerts, %lld of them new: told as run %lld, and not again",
                          "预警 %lld 条(共 %lld 条), 其中新 %lld 条: 记为第 %lld 次, 不再重复" },
    [SAY_ALERTS_PEEKED] = { "%lld of %lld alerts, %lld of them new; last told by run %lld",
                            "预警 %lld 条(共 %lld 条), 其中新 %lld 条; 最近一次为第 %lld 次" },
    [SAY_SERVING] = { "open this address in a browser; Ctrl-C stops", "请在浏览器中打开此网址; Ctrl-C 停止" },
    [SAY_BAD_PORT] = { "--port: 0 to 65535", "--port: 0 至 65535" },
    [SAY_BAD_KEY_FILE] = { "'%s' holds no key: its first line must be 16 or more letters, digits and '-'",
                           "“%s”中没有密钥: 首行须为 16 个以上的字母、数字或“-”" },
    [SAY_LISTEN_NEEDS_KEY] = { "--listen needs --key-file: whoever has the key can read the store",
                               "--listen 须同时给出 --key-file: 持有密钥者可读取该库" },
    [SAY_NOTHING_FOUND] = { "nothing found", "没有结果" },
    [SAY_NO_DOCUMENTS] = { "no patent documents found in what was given",
                           "所给输入中没有专利文献" },
    [SAY_SCORED] = { "%lld families (%lld in a subfield), %lld enterprises, %lld portfolios, "
                     "%lld of %lld citations resolved, as of %s",
                     "%lld 族(其中 %lld 属子领域), %lld 家企业, %lld 个组合, 引用 %lld/%lld 已解析, "
                     "基准日 %s" },
    [SAY_STANDS] = { "nothing changed since the scores as of %s; --again scores anew",
                     "自基准日 %s 的评分以来没有变化; --again 可重新评分" },
    [SAY_CUT] = { "ended early, to be looked at again: %lld inputs",
                  "提前结束、下次再看的输入: %lld 个" },
    [SAY_WRITTEN] = { "%s written", "已写 %s" },
    [SAY_UNKNOWN_ID] = { "'%s' is no publication, family, enterprise, portfolio or subfield of this store",
                         "库中没有“%s”这件专利、族、企业、组合或子领域" },
    [SAY_BAD_DATE] = { "'%s' is no date: use 2023-12-31", "“%s”不是日期: 请写 2023-12-31" },
    [SAY_BAD_FORMAT] = { "no format '%s': use table, csv, jsonl, xlsx or html",
                         "没有格式“%s”: 可用 table、csv、jsonl、xlsx、html" },
    [SAY_DEMO_MAKES] = { "reading the made-up dumps in %s", "读入 %s 中的虚构数据包" },
    [SAY_DEMO_STORED] = { "%s: %lld documents stored, %lld light, %lld rejected on purpose",
                          "%s: 存 %lld 件, 轻存 %lld 件, 故意放入的坏文献被拒 %lld 件" },
    [SAY_DEMO_BEST] = { "the five best portfolios:", "排名前五的组合:" },
    [SAY_DEMO_REASON] = { "why:", "理由:" },
    [SAY_DEMO_NEXT] = { "type next:", "接着可以:" },
    [SAY_DEMO_MISSING] = { "no sample dumps in '%s': run 'make demo' in the source folder",
                           "“%s”中没有示例数据包: 请在源码目录运行 make demo" },
    [SAY_RULES_FAULTS] = { "%zu errors, %zu warnings", "错误 %zu 处, 警告 %zu 处" },
    [SAY_RULES_READ] = { "%zu subfields, %zu rules, %zu samples, %zu of them failing",
                         "%zu 个子领域, %zu 条规则, %zu 条样例, 其中不符 %zu 条" },
    [SAY_RULES_MORE] = { "%lld more warnings of the same kinds: -n 0 tells all",
                         "同类警告另有 %lld 处: 加 -n 0 全部列出" },
    [SAY_CHECK_OK] = { "%s: in order", "%s: 正常" },
    [SAY_PROBLEM] = { "problem: %s", "问题: %s" },
    [SAY_BAD_JSON] = { "%s: line %lld, byte %lld: %s", "%s: 第 %lld 行, 字节 %lld: %s" },
    [SAY_UNDECIDED] = { "%lld documents on which a rule could not be decided",
                        "%lld 件文献有规则未能判定" },
    [SAY_QUESTIONS] = { "ask one of:", "可查询:" },
    [SAY_ONLY_FIRST] = { "this format holds one list; written: '%s' (use .xlsx for all)",
                         "此格式只容一张表; 已写“%s”(全部请用 .xlsx)" },
    [SAY_REPORTS] = { "report one of:", "可导出:" },
    [SAY_REMEDY] = { "  %s: %s. Next: %s.", "  %s: %s。下一步: %s。" },
    [SAY_PARSED] = { "%lld read = %lld printed + %lld rejected + %lld passed over",
                     "读 %lld = 输出 %lld + 拒 %lld + 跳过 %lld" },
    [SAY_NOTE] = { "note: ", "提示: " },
    [SAY_MORE_NOTES] = { "and %lld more notes %s", "另有 %lld 条提示 %s" },
    [SAY_NOTE_NEXT] = { "%lld notes on documents that were kept: nanopat query notes -d %s",
                        "已保留文献的提示 %lld 条: nanopat query notes -d %s" },
    [SAY_WARNING] = { "warning: ", "警告: " },
    [SAY_MORE_WARNINGS] = { "and %lld more warnings %s", "另有 %lld 条警告 %s" },
    [SAY_COVERED] = { "documents that fill each field, in percent and in number:",
                      "填写各字段的文献, 百分比与件数:" },
    [SAY_FIELD] = { "Field", "字段" },
    [SAY_DOCUMENT] = { "document %lld", "第 %lld 件" },
    [SAY_AT_BYTE] = { " at byte %lld", ", 字节 %lld" },
    [SAY_DO_ONE_OF] = { "%s: do one of:", "%s: 可做:" },
    [SAY_TAKES_NO] = { "%s takes no --%s", "%s 不用 --%s" },
    [SAY_NO_SUBFIELD] = { "no subfield '%s'; see nanopat rules list",
                          "没有子领域“%s”; 见 nanopat rules list" },
    [SAY_NO_LABELS] = { "no list of \"labels\"", "没有 \"labels\" 列表" },
    [SAY_BAD_LABEL] = { "label '%s' is no subfield", "标签“%s”不是子领域" },
    [SAY_NONE_LEFT] = { "no document left to count", "没有剩下可计的文献" },
    [SAY_NOT_UTF8] = { "the text is not UTF-8", "文本不是 UTF-8" },
    [SAY_OTHER_RULES] = { "the store was classified by other rules than these: hits are as stored, "
                          "what comes near is by these rules; ingest into a new store to renew",
                          "库中判定所用规则与现规则不同: 命中按库中所存, 其余按现规则; "
                          "重新读入新库即可更新" },
    [SAY_LIGHT_LEFT_OUT] = { "%lld documents were kept without texts (light) and are left out; "
                             "ingest --keep=all keeps texts",
                             "%lld 件轻存(无文本), 未计入; ingest --keep=all 可保留文本" },
    [SAY_RULES_DIFF] = { "%lld of %lld documents change", "%2$lld 件中 %1$lld 件有变化" },
    [SAY_NO_KIND] = { "no kind of list '%s'", "没有“%s”这类清单" },
    [SAY_KINDS] = { "kinds: %s; nanopat help lists", "可用: %s; 见 nanopat help lists" },
    [SAY_RECOGNISED] = { "%s: by its header %s: %s", "%s: 按表头识别为 %s: %s" },
    [SAY_LISTED] = { "%s: list %lld, %s: %lld rows = %lld kept + %lld refused",
                     "%s: 清单 %lld, %s: %lld 行 = 保留 %lld + 拒绝 %lld" },
    [SAY_LIST_KNOWN] = { "%s: known before as list %lld, nothing changed", "%s: 此前已读入(清单 %lld), 无变化" },
    [SAY_LIST_MATCHES] = { "  %lld meet a patent of the store, %lld do not (kept: a later dump may bring them), "
                           "%lld name none",
                           "  %lld 行对应库中专利, %lld 行尚无对应(保留, 以后读入的数据可能带来), %lld 行未给专利号" },
    [SAY_LINE] = { "line %d", "第 %d 行" },
    [SAY_COLUMN] = { "column %s", "%s 列" },
    [SAY_SHEET] = { "sheet '%.*s'", "工作表“%.*s”" },
    [SAY_FAULTS_NEXT] = { "%lld rows refused: nanopat query import-faults -d %s",
                          "%lld 行被拒: nanopat query import-faults -d %s" },
    [SAY_WITHDRAWN] = { "%lld earlier lists withdrawn", "撤下此前清单 %lld 份" },
    [SAY_UNDONE] = { "nothing was replaced: a file could not be used, and --replace takes all or nothing",
                     "未作替换: 有文件不可用, --replace 要么全换, 要么不变" },
    [SAY_UNMATCHED_NEXT] = { "import it again: nanopat import %s -d %s %s", "重新导入: nanopat import %s -d %s %s" },
    [SAY_ALL_MATCHED] = { "every row meets a patent of the store: %s not written",
                          "每行均有对应专利: 未写 %s" },
    [SAY_NEEDS] = { "%s: missing argument; see nanopat help %s", "%s: 缺少参数; 见 nanopat help %s" },
};

const char *say(enum np_lang lang, enum message m)
{
    return lang == NP_LANG_ZH ? messages[m].zh : messages[m].en;
}

void tell(const struct settings *s, enum message m, ...)
{
    va_list args;

    va_start(args, m);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    vfprintf(stderr, say(s->language, m), args);
#pragma GCC diagnostic pop
    va_end(args);
    fputc('\n', stderr);
}

/* In Chinese the cause stands first, by the code's table; what exactly was found follows as it is. */
static void put_what(const struct settings *s, const struct np_err *err)
{
    const struct np_code *code = s->language == NP_LANG_ZH ? code_find(err->code) : NULL;

    if (code)
        fprintf(stderr, "%s（%s）", code->cause_zh, err->what);
    else
        fputs(err->what, stderr);
}

static void tell_kind(const struct settings *s, const struct np_err *err, const char *kind)
{
    fputs("nanopat: ", stderr);
    if (err->where[0])
        fprintf(stderr, "%s: ", err->where);
    if (err->document) {
        fprintf(stderr, say(s->language, SAY_DOCUMENT), (long long)err->document);
        if (err->byte >= 0)
            fprintf(stderr, say(s->language, SAY_AT_BYTE), (long long)err->byte);
        fputs(": ", stderr);
    }
    fputs(kind, stderr);
    put_what(s, err);
    if (err->code[0])
        fprintf(stderr, "  %s", err->code);
    fputc('\n', stderr);
}

void tell_err(const struct settings *s, const struct np_err *err)
{
    tell_kind(s, err, "");
}

void tell_note(const struct settings *s, const struct np_err *err)
{
    tell_kind(s, err, say(s->language, SAY_NOTE));
}

void tell_warning(const struct settings *s, const struct np_err *err)
{
    tell_kind(s, err, say(s->language, SAY_WARNING));
}

void tell_remedy(const struct settings *s, const char *code)
{
    const struct np_code *c = code_find(code);

    if (c && s->language == NP_LANG_ZH)
        tell(s, SAY_REMEDY, code, c->cause_zh, c->remedy_zh);
    else if (c)
        tell(s, SAY_REMEDY, code, c->cause, c->remedy);
}
