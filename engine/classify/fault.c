/* fault.c -- faults of a set in both languages, and what to do next. One row per fault, found by
 * its English format; the Chinese format takes the same arguments in the same order.
 */
#include "fault.h"

#include <nanopat/text.h>

#include <stdio.h>
#include <stdlib.h>

struct fault_words {
    const char *en, *zh;
    const char *next, *next_zh;
};

#define NO_NEXT "", ""

static const struct fault_words words[] = {
    /* files */
    { "not UTF-8", "不是 UTF-8", "save the file as UTF-8 (in a spreadsheet or editor: 'save as')",
      "用编辑器把文件另存为 UTF-8" },
    { "a NUL byte", "含 NUL 字节", "save the file as UTF-8 text", "把文件另存为 UTF-8 文本" },
    { "a line longer than %u bytes", "一行超过 %u 字节", "go on in the next line, beginning with '|'",
      "换行续写, 续行以“|”开头" },
    { "begins with a byte order mark", "文件以字节顺序标记(BOM)开头",
      "harmless; save as UTF-8 without it", "无害; 可另存为无 BOM 的 UTF-8" },
    { "lines end in CR LF", "行尾为 CR LF", "harmless; save with LF line ends",
      "无害; 可用 LF 行尾保存" },
    { "a TAB between words", "词间有制表符(TAB)", "harmless; write blanks", "无害; 请用空格" },
    { "a TAB in the pattern is never found", "模式中的制表符(TAB)永远找不到",
      "write a blank: in folded texts all blanks are one", "请写空格: 折叠后的文本只有空格" },

    /* taxonomy.tsv */
    { "column '%s' is empty", "“%s”列为空", "fill it", "请填写" },
    { "%d columns expected, found %d", "应有 %d 列, 实有 %d 列", "part the columns by TABs",
      "各列以制表符分隔" },
    { "more than %d columns", "多于 %d 列", "take the others out", "请删去多余的列" },
    { "heading '%.*s' where '%s' belongs", "标题“%.*s”应为“%s”", "write the heading as it was",
      "请恢复原标题" },
    { "slug '%s' is not field/name", "标识“%s”不是“领域/名称”", "write it as energy/membranes",
      "写法如 energy/membranes" },
    { "'%s' stands twice", "“%s”出现两次", "take one out", "请删去一个" },
    { "no subfield", "没有子领域", "restore taxonomy.tsv", "请恢复 taxonomy.tsv" },

    /* statements */
    { "no closing back quote on this line", "本行缺右反引号",
      "end the pattern with ` on the same line; a back quote itself is \\x60",
      "模式须在同一行以 ` 结束; 反引号本身写 \\x60" },
    { "'|' with nothing before it to go on with", "“|”之前没有可续的语句",
      "put it behind the statement it belongs to", "请放在所属语句之后" },
    { "'%.*s' begins no statement", "“%.*s”不是语句的开头",
      "begin with list, size, weights, keep, subfield, every, rule, support, code, need, veto, given "
      "or implied",
      "请以 list、size、weights、keep、subfield、every、rule、support、code、need、veto、given、implied "
      "开头" },
    { "'%.*s' begins no statement; did you mean '%s'?", "“%.*s”不是语句的开头; 是否为“%s”?",
      "correct the word", "请改正该词" },
    { "'%.*s' before the first 'subfield' or 'every'", "“%.*s”位于第一个 subfield 或 every 之前",
      "write 'subfield SLUG threshold N' before it", "请先写 subfield 标识 threshold 数" },
    { "'%.*s' needs %s", "“%.*s”需要%s", "see the table of statements in rules/README.md",
      "见 rules/README.md 的语句表" },
    { "no subfield '%.*s'; did you mean '%s'?", "没有子领域“%.*s”; 是否为“%s”?",
      "write the slug or code as in taxonomy.tsv", "请按 taxonomy.tsv 写标识或编号" },
    { "threshold given before at %s:%d", "阈值已在 %s:%d 给出",
      "write the block without 'threshold': it goes on with the first", "此处去掉 threshold 即可续写" },
    { "subfield '%s' has no threshold", "子领域“%s”没有阈值", "write 'subfield SLUG threshold 5'",
      "请写 subfield 标识 threshold 5" },
    { "an 'every' block holds 'support', not 'rule'", "every 块中只能有 support, 不能有 rule",
      "write 'support', or move the rule to a subfield", "改为 support, 或移到子领域块中" },
    { "an 'every' block holds 'given', not 'implied'", "every 块中只能有 given, 不能有 implied",
      "write 'given', or move it to a subfield", "改为 given, 或移到子领域块中" },
    { "id '%.*s' stands before at %s:%d", "编号“%.*s”已用于 %s:%d",
      "give the second one an id of its own; ids are never used again", "请另取编号; 编号不可重用" },
    { "more than %u rules", "规则多于 %u 条", NO_NEXT },
    { "a sample of a rule, but no rule before it", "样例之前没有规则",
      "put it below the rule it belongs to", "请放在所属规则之下" },
    { "a sample of a subfield outside a 'subfield' block", "子领域样例不在 subfield 块内",
      "put it into the block of its subfield", "请移入其 subfield 块" },

    /* numbers */
    { "'%.*s' is no number", "“%.*s”不是数",
      "write a plain decimal with a point: 4.5; no comma, no exponent, no word",
      "请写小数点形式的数: 4.5; 不用逗号、指数或文字" },
    { "'%.*s' is not between %g and %g", "“%.*s”不在 %g 与 %g 之间", "write a number in the range",
      "请写范围内的数" },
    { "'%.*s' is no place or set of weights", "“%.*s”不是位置, 也不是权重组",
      "write title, lead, abstract, claim, independent or claims with a number, or a set's name",
      "请写 title、lead、abstract、claim、independent、claims 加数, 或权重组名" },
    { "a weight is missing behind '%s'", "“%s”之后缺权重", "write a number behind the place",
      "请在位置之后写数" },
    { "list '%.*s' is defined twice", "列表“%.*s”定义了两次", "join them, or rename one",
      "请合并或改名" },
    { "weights '%.*s' are defined twice", "权重组“%.*s”定义了两次", "take one out", "请删去一个" },
    { "'%.*s' is no symbol or range of symbols", "“%.*s”不是分类号或其范围",
      "write H01L33, C09K11/88 or C01B32/15-32/194", "写法如 H01L33、C09K11/88、C01B32/15-32/194" },

    /* patterns */
    { "no list '%.*s'", "没有列表“%.*s”", "define it: list NAME = `...`; a literal brace is \\{",
      "请定义: list 名 = `...`; 花括号本身写 \\{" },
    { "no list '%.*s'; did you mean '%.*s'?", "没有列表“%.*s”; 是否为“%.*s”?",
      "correct the name; a literal brace is \\{", "请改正名称; 花括号本身写 \\{" },
    { "list '%.*s' holds itself", "列表“%.*s”包含自身", "take it out of its own text",
      "请从其文本中去掉" },
    { "pattern longer than %u bytes, lists put in", "模式(含列表)超过 %u 字节",
      "cut it into two rules", "请拆成两条规则" },
    { "the pattern compiles to %zu bytes; at most %u", "模式编译后 %zu 字节, 至多 %u",
      "lower the counts in {..}, or cut it into two rules", "减小 {..} 中的次数, 或拆成两条规则" },
    { "empty pattern", "模式为空", "write what is to be found", "请写要找的内容" },
    { "empty list", "列表为空", "write what it stands for", "请写其内容" },
    { "the pattern matches the empty text", "模式可匹配空文本",
      "something in it must be there: take out a '?' or '*'", "须有必现内容: 去掉某个“?”或“*”" },
    { "%s", "%s", "see 'Patterns' in rules/README.md", "见 rules/README.md 的“Patterns”" },
    { "'%.*s' never occurs in folded text: write '%.*s'", "折叠后的文本中没有“%.*s”: 请写“%.*s”",
      "write it as shown", "按所示改写" },
    { "'%.*s' never occurs in folded text: write '%s'", "折叠后的文本中没有“%.*s”: 请写“%s”",
      "write it as shown", "按所示改写" },

    { "a size cannot be made of sizes", "size 不能由 size 组成", "use a list", "请用列表" },
    { "'%.*s' is no unit of length", "“%.*s”不是长度单位", "write nm, um or angstrom",
      "请写 nm、um 或 angstrom" },
    { "the upper bound lies below the lower one", "上限小于下限", "write from LOW to HIGH",
      "请写 from 小 to 大" },
    { "'%.*s' does not belong here; 'size' needs %s", "“%.*s”不属此处; size 需要%s",
      "see 'Sizes' in rules/README.md", "见 rules/README.md 的“Sizes”" },
    { "a pattern stands behind 'near' or 'not'", "模式须在 near 或 not 之后",
      "see 'Sizes' in rules/README.md", "见 rules/README.md 的“Sizes”" },
    { "'%.*s' is defined twice", "“%.*s”定义了两次", "rename one", "请改名" },
    { "more than %d sizes", "size 多于 %d 个", "use lists for the rest", "其余请用列表" },

    /* samples */
    { "the sample below '%.*s' is not matched: \"%.*s\"", "“%.*s”下的样例未命中: “%.*s”",
      "correct the pattern or the sample", "请改正模式或样例" },
    { "the sample under 'ok:' is matched by '%.*s': \"%.*s\"", "ok: 下的样例被“%.*s”命中: “%.*s”",
      "narrow the pattern, or take the sample out", "收窄模式, 或去掉样例" },
    { "the sample under 'hit:' does not reach '%.*s': %s", "hit: 下的样例未达到“%.*s”: %s",
      "see nanopat rules explain --text", "可用 nanopat rules explain --text 查看" },
    { "the sample under 'miss:' reaches '%.*s': %s", "miss: 下的样例达到了“%.*s”: %s",
      "see nanopat rules explain --text", "可用 nanopat rules explain --text 查看" },
    { "'%.*s' is undecided on its sample (match limit)", "“%.*s”在样例上未能判定(匹配上限)",
      "make the pattern simpler", "请简化模式" },
    { "rule '%.*s' has no samples", "规则“%.*s”没有样例",
      "write 'ruleid: TEXT' and 'ok: TEXT' below it", "请在其下写 ruleid: 文本 与 ok: 文本" },

    /* time */
    { "rule '%.*s' can take exponential time: '%.*s' repeats what repeats, or overlaps",
      "规则“%.*s”可能耗时指数级: “%.*s”重复之中又有重复, 或内容重叠",
      "repeat once, and let no two alternatives begin alike; or forbid going back: (?>...)",
      "只重复一层, 各分支互不重叠; 或禁止回溯: (?>...)" },
    { "rule '%.*s' cannot be decided within the match limit on a text of %d bytes made from it",
      "规则“%.*s”在由其生成的 %d 字节文本上超出匹配上限, 无法判定",
      "shorten the repeats, e.g. [^.]{0,40} for .*", "缩短重复, 如以 [^.]{0,40} 代 .*" },
    { "rule '%.*s' takes more than %d ms on a text of %d bytes made from it",
      "规则“%.*s”在由其生成的文本上超过 %d 毫秒(%d 字节)",
      "shorten the repeats, e.g. [^.]{0,40} for .*", "缩短重复, 如以 [^.]{0,40} 代 .*" },

    /* what never counts */
    { "'%.*s' can never match: a text that has '%.*s' reads '%.*s' once folded",
      "“%.*s”永远不会命中: 含“%.*s”的文本折叠后为“%.*s”", "write it as folded texts have it",
      "请按折叠后的写法书写" },
    { "'%.*s' can never match: it excludes itself", "“%.*s”永远不会命中: 自相排斥",
      "look at its (?!...), ^, $ and \\b", "请检查其中的 (?!...)、^、$ 与 \\b" },
    { "'%.*s' is found only beside a Latin letter or digit", "“%.*s”只有紧挨拉丁字母或数字时才会命中",
      "take \\b away beside Chinese characters: they are no word characters",
      "汉字旁请去掉 \\b: 汉字不算单词字符" },
    { "list '%.*s' is used nowhere", "列表“%.*s”未被使用", "use it as {NAME}, or take it out",
      "以 {名} 使用, 或删去" },
    { "'%.*s' never counts: all its weights are 0", "“%.*s”从不计分: 权重全为 0",
      "give it a weight in some place", "请在某处给出权重" },
    { "rule '%.*s' only takes away, so it makes no candidate", "规则“%.*s”只减分, 不能使文献成为候选",
      "write 'support' for what speaks against a subfield", "不利因素请写 support" },
    { "no rule for subfield '%s': no document reaches it", "子领域“%s”没有规则: 没有文献会达到",
      "write a block 'subfield SLUG threshold N' with rules", "请写 subfield 标识 threshold 数 及规则" },
    { "subfield '%s' can never be reached: all weights together are %g of %g",
      "子领域“%s”永远达不到: 全部权重合计 %g, 需 %g", "raise weights or lower the threshold",
      "提高权重或降低阈值" },
    { "all that '%.*s' finds, '%.*s' finds too (%s:%d)", "“%.*s”所能命中的, “%.*s”都能命中(%s:%d)",
      "take one out", "请删去一条" },
    { "all that '%.*s' finds, '%.*s' finds too (%s:%d): it counts twice",
      "“%.*s”所能命中的, “%.*s”都能命中(%s:%d): 重复计分", "take it out, or leave it if that is meant",
      "请删去; 若本意如此可保留" },
    { "rule '%.*s' never helps: veto '%.*s' (%s:%d) finds all that it finds",
      "规则“%.*s”永无作用: 它所命中的都被“%.*s”(%s:%d)否决", "narrow the veto, or take the rule out",
      "收窄否决, 或删去规则" },
    { "need '%.*s' can never be met: veto '%.*s' (%s:%d) finds all that it finds",
      "必要条件“%.*s”永远无法满足: 它所命中的都被“%.*s”(%s:%d)否决", "narrow one of the two",
      "收窄两者之一" },
};

/* English pieces that stand in a fault's words: what `needs` asks for, and what PCRE2 says. */
static const struct { const char *en, *zh; } phrases[] = {
    { "a slug, or a slug, 'threshold' and a number", "标识, 或标识、threshold 与数" },
    { "at least one subfield", "至少一个子领域" },
    { "a name, '=' and a text in back quotes", "名称、= 与反引号中的文本" },
    { "a name, '=', places and weights", "名称、=、位置与权重" },
    { "a count, 'margin' and a number", "个数、margin 与数" },
    { "a pattern in back quotes or symbols", "反引号中的模式或分类号" },
    { "a pattern in back quotes", "反引号中的模式" },
    { "places and weights", "位置与权重" },
    { "a weight and symbols, and no pattern", "权重与分类号, 不要模式" },
    { "a weight and subfields, and subfields behind 'unless'", "权重与子领域, unless 之后也要子领域" },
    { "a name, '= from LOW to HIGH UNIT', and may be 'near `...`', 'within N', 'not `...`'",
      "名称、= from 下限 to 上限 单位, 还可有 near `...`、within N、not `...`" },
    { "a pattern behind 'near' and behind 'not'", "near 与 not 之后的模式" },
    { "an id", "编号" },
    { "a text", "文本" },
    { "verbs '(*...)' are not allowed", "不允许动词 (*...)" },
    { "callouts are not allowed", "不允许 callout" },
    { "recursion is not allowed", "不允许递归" },
    { "'\\g' is not allowed", "不允许 \\g" },
    { "'\\Q' is not allowed", "不允许 \\Q" },
    { "missing closing parenthesis", "缺右括号" },
    { "unmatched closing parenthesis", "多余的右括号" },
    { "missing terminating ] for character class", "字符类缺右方括号 ]" },
    { "range out of order in character class", "字符类范围前后颠倒" },
    { "quantifier does not follow a repeatable item", "量词之前没有可重复的内容" },
    { "numbers out of order in {} quantifier", "{} 中的次数前后颠倒" },
    { "number too big in {} quantifier", "{} 中的次数过大" },
    { "lookbehind assertion is not fixed length", "后顾断言长度不固定" },
    { "regular expression is too large", "模式过大" },
    { "no rule matched", "没有规则命中" },
    { "\\ at end of pattern", "模式以 \\ 结尾" },
    { "unrecognized character follows \\", "\\ 之后的字符无法识别" },
    { "reference to non-existent subpattern", "引用了不存在的子模式" },
    { "malformed number or name after (?(", "(?( 之后的数或名称有误" },
    { "(?R (recursive pattern call) must be followed by a closing parenthesis", "不允许递归" },
    { "using \\C is disabled by the application", "不允许 \\C" },
};

static const struct fault_words *words_of_format(const char *format)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].en, format) == 0)
            return &words[i];
    return NULL;
}

static struct np_slice written(struct np_arena *arena, const char *format, va_list args)
{
    char text[1024];

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    int n = vsnprintf(text, sizeof text, format, args);
#pragma GCC diagnostic pop

    if (n < 0)
        text[0] = '\0';
    /* What did not fit ends at a whole character. */
    return np_arena_copy(arena, np_utf8_prefix(np_slice_of(text), sizeof text - 4));
}

/* The first phrase that stands in it, in Chinese. */
static struct np_slice translated(struct np_arena *arena, struct np_slice zh)
{
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        struct np_slice en = np_slice_of(phrases[i].en);
        size_t at = np_slice_find(zh, en);

        if (at != (size_t)-1)
            return np_arena_printf(arena, "%.*s%s%.*s", NP_ARG(np_slice_sub(zh, 0, at)),
                                   phrases[i].zh,
                                   NP_ARG(np_slice_sub(zh, at + en.n, zh.n - at - en.n)));
    }
    return zh;
}

static bool is_known(const struct faults *faults, const struct np_fault *fault)
{
    for (size_t i = 0; i < faults->list.n; i++) {
        const struct np_fault *f = &faults->list.v[i].public;

        if (f->line == fault->line && f->column == fault->column &&
            strcmp(f->file, fault->file) == 0 && strcmp(f->what, fault->what) == 0)
            return true;
    }
    return false;
}

void keep_fault(struct faults *faults, struct spot spot, bool warning, const char *format,
                va_list args)
{
    const struct fault_words *row = words_of_format(format);
    struct np_fault fault = { .warning = warning, .file = spot.source->name, .line = spot.line,
                              .column = spot.column, .next = row ? row->next : "",
                              .next_zh = row ? row->next_zh : "", .kind = format };
    va_list again;

    va_copy(again, args);
    fault.what = written(faults->arena, format, args).p;
    fault.zh = fault.what;
    if (row)
        fault.zh = translated(faults->arena, written(faults->arena, row->zh, again)).p;
    va_end(again);
    if (!is_known(faults, &fault))
        np_list_add(faults->arena, &faults->list)->public = fault;
}

void add_fault(struct faults *faults, struct spot spot, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    keep_fault(faults, spot, false, format, args);
    va_end(args);
}

void add_warning(struct faults *faults, struct spot spot, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    keep_fault(faults, spot, true, format, args);
    va_end(args);
}

static int by_spot(const void *a, const void *b)
{
    const struct kept_fault *x = a, *y = b;

    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    if (x->public.line != y->public.line)
        return x->public.line - y->public.line;
    if (x->public.column != y->public.column)
        return x->public.column - y->public.column;
    return strcmp(x->public.what, y->public.what);
}

void sort_faults(struct faults *faults, const struct np_rules *rules)
{
    for (size_t i = 0; i < faults->list.n; i++)
        for (size_t k = 0; k < rules->sources.n; k++)
            if (strcmp(rules->sources.v[k]->name, faults->list.v[i].public.file) == 0)
                faults->list.v[i].order = k;
    if (faults->list.n)
        qsort(faults->list.v, faults->list.n, sizeof *faults->list.v, by_spot);
}
