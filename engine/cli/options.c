/* options.c -- typed option rows over getopt_long. */
#include "command.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum option_kind { FLAG, WORD, NUMBER, CHOICE /* with =WORD, or alone: the first choice */,
                   LIST /* any number of times */ };

struct option_row {
    const char *name;
    char letter;
    enum option_kind kind;
    size_t offset;        /* into struct settings */
    const char *argument; /* "DB" */
    const char *choices;  /* "|"-separated; NULL: any */
    const char *en, *zh;
};

#define AT(member) offsetof(struct settings, member)

static const struct option_row rows[] = {
    { "store", 'd', WORD, AT(store), "DB", NULL, "the store; default $NANOPAT_DB, else nanopat.db",
      "库文件; 缺省 $NANOPAT_DB 或 nanopat.db" },
    { "jobs", 'j', NUMBER, AT(jobs), "N", NULL, "number of workers; default one per processor",
      "工作进程数; 缺省每核一个" },
    { "workers", 0, WORD, AT(workers), "KIND", "process|thread",
      "process (sandboxed) or thread (for debuggers)", "process(沙箱)或 thread(调试)" },
    { "sandbox", 0, WORD, AT(sandbox), "MODE", "auto|off|require",
      "auto, off or require", "auto、off 或 require" },
    { "keep", 0, WORD, AT(keep), "WHAT", "light|all|subfields",
      "of documents in no subfield keep facts (light), also texts (all), or nothing (subfields)",
      "不属任何子领域的文献: 留事实(light)、连文本(all)或不留(subfields)" },
    { "replace", 0, CHOICE, AT(replace), "[=WHAT]", "kind|name",
      "withdraw earlier lists of this kind (=name: of the same name), all or nothing",
      "撤下此前的同类清单(=name: 仅同名), 要么全换, 要么不变" },
    { "unmatched", 0, WORD, AT(unmatched), "FILE", NULL,
      "write the rows that meet no patent of the store to FILE", "将库中无对应专利的行写入 FILE" },
    { "largest-document", 0, NUMBER, AT(largest_mib), "MIB",  NULL,
      "longest document to read, in MiB; default 256", "可读的最大单个文献(MiB); 缺省 256" },
    { "port", 0, NUMBER, AT(port), "PORT", NULL, "where to listen; default 8480, 0: any that is free",
      "端口; 缺省 8480, 0 为任一空闲端口" },
    { "listen", 0, WORD, AT(listen), "ADDRESS", NULL,
      "an address beside 127.0.0.1 and ::1; asks for --key-file", "除 127.0.0.1 与 ::1 外的监听地址; 须同时给出 --key-file" },
    { "key-file", 0, WORD, AT(key_file), "FILE", NULL,
      "a file whose first line is the key; default: a new one at each start", "首行为访问密钥的文件; 缺省每次启动新生成" },
    { "rules", 0, WORD, AT(rules), "DIR", NULL, "the rules folder", "规则目录" },
    { "coverage", 0, CHOICE, AT(coverage), "[=WHAT]", "beside|only",
      "also tell which fields are filled, by dialect (parse: =only, instead of the records)",
      "另列各格式的字段填写率(parse: =only 则不输出记录)" },
    { "format", 'f', WORD, AT(format), "FORMAT", NULL, "table, csv, jsonl, xlsx or html",
      "table、csv、jsonl、xlsx 或 html" },
    { "for", 0, WORD, AT(for_whom), "WHOM", "excel|programs",
      "CSV for excel (byte order mark, guarded formulas, headings) or programs",
      "CSV 供 excel(带BOM、防公式、中文表头)或 programs" },
    { "out", 'o', WORD, AT(out), "FILE", NULL, "write to FILE (whole or not at all)",
      "写入文件(要么完整,要么没有)" },
    { "limit", 'n', NUMBER, AT(limit), "N", NULL, "at most N rows", "最多 N 行" },
    { "order", 0, WORD, AT(order), "COLUMNS", NULL, "sort by columns, -COLUMN falling",
      "按列排序, -列名 为降序" },
    { "columns", 0, FLAG, AT(columns), NULL, NULL, "print the columns of the question",
      "列出该查询的列" },
    { "as-of", 0, WORD, AT(as_of), "DATE", NULL,
      "everything as of this day; default the last date in the data", "基准日; 缺省为数据中最后日期" },
    { "set", 0, LIST, AT(set), "NAME=VALUE", NULL,
      "a setting of scoring.tsv for this run, again for more; weights=NAME: other weights",
      "本次运行的设置(见 scoring.tsv), 可重复; weights=名称: 另一权重表" },
    { "again", 0, FLAG, AT(again), NULL, NULL, "score even if nothing changed since the last run",
      "即使自上次评分后没有变化, 也重新评分" },
    { "since", 0, WORD, AT(since), "DATE|RUN", NULL,
      "alerts from this day on, or told after this run (1 to 999), though they were told before",
      "自该日起的预警, 或该次(1-999)之后的预警, 含已提示过的" },
    { "peek", 0, FLAG, AT(peek), NULL, NULL, "look only: what is told now is told again next time",
      "只看不记: 下次仍会提示" },
    { "where", 0, LIST, AT(where), "CONDITION", NULL,
      "COLUMN=VALUE on any column; also != < <= > >=, a|b, null; again for more",
      "任意列的条件 列名=值; 亦可 != < <= > >=、a|b、null; 可重复" },
    { "family", 0, WORD, AT(family), "FAMILY", NULL,
      "explain standard NUMBER: the claim chart of this family, by key or publication",
      "explain standard 标准号: 该专利族(族号或公开号)的权利要求对照表" },
    { "sure-only", 0, FLAG, AT(sure_only), NULL, NULL, "leave out what is labelled unsure",
      "不计标为 unsure 的文献" },
    { "texts", 0, WORD, AT(texts), "LANG", "zh|en", "only texts in this language",
      "只取该语言的文本: zh 或 en" },
    { "origin", 0, WORD, AT(origin), "NAME", NULL, "only texts of this origin: random ...",
      "只取该来源的文本: random 等" },
    { "errors", 0, FLAG, AT(errors), NULL, NULL, "also list every wrong document, and why",
      "另列每件判错的文献及原因" },
    { "text", 0, WORD, AT(text), "TEXT", NULL, "this abstract, or 'title || abstract'",
      "此摘要, 或“名称 || 摘要”" },
    { "old", 0, WORD, AT(old), "DIR", NULL, "the rules folder to compare with", "用来比较的规则目录" },
    { "sample", 0, NUMBER, AT(sample), "N", NULL, "look at N documents, evenly spread",
      "只看均匀抽取的 N 件" },
    { "progress", 0, WORD, AT(progress), "WHEN", "auto|always|never", "auto, always or never",
      "auto、always 或 never" },
    { "color", 0, WORD, AT(color), "WHEN", "auto|always|never", "auto, always or never",
      "auto、always 或 never" },
    { "lang", 0, WORD, AT(lang), "LANG", "zh|en", "zh or en", "zh 或 en" },
    { "help", 'h', FLAG, AT(help), NULL, NULL, "this text", "本说明" },
};

enum { NROWS = sizeof rows / sizeof rows[0], ROW_CODE = 1000, FILTER_CODE = 2000 };

enum np_lang language_of(const char *option)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

    if (option)
        return strcmp(option, "zh") == 0 ? NP_LANG_ZH : NP_LANG_EN;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);

        if (value && *value)
            return strncmp(value, "zh", 2) == 0 ? NP_LANG_ZH : NP_LANG_EN;
    }
    return NP_LANG_EN;
}

static bool takes(const struct command *c, const char *name)
{
    size_t n = strlen(name);
    const char *p = c->options;

    while ((p = strstr(p, name))) {
        if ((p == c->options || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
            return true;
        p += n;
    }
    return false;
}

static bool is_choice(const char *choices, const char *value)
{
    size_t n = strlen(value);
    const char *p = choices;

    while (p) {
        if (strncmp(p, value, n) == 0 && (p[n] == '|' || p[n] == '\0'))
            return true;
        p = strchr(p, '|');
        p = p ? p + 1 : NULL;
    }
    return false;
}

static bool add_to_list(const struct option_row *row, const char **list, const char *value)
{
    size_t n = 0;

    while (list[n])
        n++;
    if (n == SETS_MAX) {
        fprintf(stderr, "nanopat: --%s: more than %d times\n", row->name, SETS_MAX);
        return false;
    }
    list[n] = value;
    return true;
}

static bool set_row(const struct option_row *row, const char *value, struct settings *s)
{
    char *at = (char *)s + row->offset;
    char *end;

    switch (row->kind) {
    case FLAG: *(bool *)at = true; return true;
    case CHOICE:
        if (!value) {
            *(const char **)at = "";
            return true;
        } /* fall through */
    case WORD:
        if (row->choices && !is_choice(row->choices, value)) {
            fprintf(stderr, "nanopat: --%s: %s, not '%s'\n", row->name, row->choices, value);
            return false;
        }
        *(const char **)at = value;
        return true;
    case LIST: return add_to_list(row, (const char **)at, value);
    default:
        *(long *)at = strtol(value, &end, 10);
        if (*value == '\0' || *end != '\0' || *(long *)at < 0) {
            fprintf(stderr, "nanopat: --%s: a whole number, not '%s'\n", row->name, value);
            return false;
        }
        return true;
    }
}

/* The option of this command that shares the longest beginning. */
static void tell_nearest(const struct command *c, const struct np_filter *filters,
                         const char *wrong, enum np_lang lang)
{
    const char *best = NULL;
    size_t most = 1;

    for (size_t i = 0; i < NROWS + 64; i++) {
        const char *name = i < NROWS ? rows[i].name : filters ? filters[i - NROWS].option : NULL;
        size_t n = 0;

        if (!name)
            break;
        if (i < NROWS && !takes(c, name))
            continue;
        while (name[n] && name[n] == wrong[n])
            n++;
        if (n > most) {
            most = n;
            best = name;
        }
    }
    if (best) {
        fprintf(stderr, "nanopat: ");
        fprintf(stderr, say(lang, SAY_NEAREST), best);
        fputc('\n', stderr);
    }
}

static size_t fill_options(const struct command *c, const struct np_filter *filters,
                           struct option *out, char *letters)
{
    size_t n = 0, l = 0;

    for (size_t i = 0; i < NROWS; i++) {
        if (!takes(c, rows[i].name))
            continue;
        out[n++] = (struct option){ rows[i].name,
                                    rows[i].kind == FLAG     ? no_argument
                                    : rows[i].kind == CHOICE ? optional_argument
                                                             : required_argument, NULL,
                                    (int)(ROW_CODE + i) };
        if (rows[i].letter) {
            letters[l++] = rows[i].letter;
            if (rows[i].kind != FLAG)
                letters[l++] = ':';
        }
    }
    for (size_t i = 0; filters && filters[i].option && i < FILTERS_MAX; i++)
        if (!takes(c, filters[i].option)) /* the command's own option stands before */
            out[n++] = (struct option){ filters[i].option, required_argument, NULL,
                                    (int)(FILTER_CODE + i) };
    letters[l] = '\0';
    out[n] = (struct option){ 0 };
    return n;
}

static const struct option_row *row_of(int code)
{
    if (code >= ROW_CODE && code < ROW_CODE + NROWS)
        return &rows[code - ROW_CODE];
    for (size_t i = 0; i < NROWS; i++)
        if (rows[i].letter && rows[i].letter == code)
            return &rows[i];
    return NULL;
}

bool options_parse(const struct command *c, const struct np_filter *filters, int argc, char **argv,
                   struct settings *s)
{
    struct option options[NROWS + FILTERS_MAX + 1];
    char letters[2 * NROWS + 1];
    int code;

    fill_options(c, filters, options, letters);
    opterr = 1;
    optind = 1;
    while ((code = getopt_long(argc, argv, letters, options, NULL)) != -1) {
        if (code == '?') {
            const char *wrong = optind > 1 ? argv[optind - 1] : "";

            s->language = language_of(s->lang);
            tell_nearest(c, filters, wrong + strspn(wrong, "-"), s->language);
            return false;
        }
        if (code >= FILTER_CODE) {
            const struct np_filter *f = &filters[code - FILTER_CODE];

            if (s->nfilters < FILTERS_MAX)
                s->filters[s->nfilters++] =
                    (struct np_condition){ f->column, f->test, np_slice_of(optarg) };
            continue;
        }
        if (!set_row(row_of(code), optarg, s))
            return false;
    }
    s->args = argv + optind;
    s->nargs = argc - optind;
    s->language = language_of(s->lang);
    return true;
}

static bool is_set(const struct option_row *row, const struct settings *s)
{
    const char *at = (const char *)s + row->offset;

    if (row->kind == FLAG)
        return *(const bool *)at;
    if (row->kind == NUMBER)
        return *(const long *)at != (row->offset == AT(limit) ? -1 : 0);
    return *(const char *const *)at != NULL;
}

bool options_fit(const struct command *command, const struct command *action,
                 const struct settings *s)
{
    for (size_t i = 0; i < NROWS; i++)
        if (takes(command, rows[i].name) && !takes(action, rows[i].name) && is_set(&rows[i], s)) {
            tell(s, SAY_TAKES_NO, action->name, rows[i].name);
            return false;
        }
    return true;
}

static void actions_help(const struct command *c, enum np_lang lang)
{
    for (const struct command *a = c->actions; a->name; a++)
        printf("  %-15s %-20s %s\n", a->name, a->usage, lang == NP_LANG_ZH ? a->zh : a->en);
    putchar('\n');
    for (const struct command *a = c->actions + 1; a->name; a++)
        printf("  %s\n", a->example);
    printf("\n  nanopat help %s\n", c->actions->name);
}

void options_help(const struct command *c, const struct np_filter *filters, enum np_lang lang)
{
    printf("nanopat %s %s\n%s\n\n  %s\n\n", c->name, c->usage, lang == NP_LANG_ZH ? c->zh : c->en,
           c->example);
    if (c->actions) {
        actions_help(c, lang);
        return;
    }
    for (size_t i = 0; i < NROWS; i++) {
        char left[64];

        if (!takes(c, rows[i].name))
            continue;
        if (rows[i].letter)
            snprintf(left, sizeof left, "-%c, --%s%s%s", rows[i].letter, rows[i].name,
                     rows[i].argument ? " " : "", rows[i].argument ? rows[i].argument : "");
        else
            snprintf(left, sizeof left, "    --%s%s%s", rows[i].name,
                     rows[i].argument && rows[i].kind != CHOICE ? " " : "",
                     rows[i].argument ? rows[i].argument : "");
        printf("  %-24s %s\n", left, lang == NP_LANG_ZH ? rows[i].zh : rows[i].en);
    }
    for (size_t i = 0; filters && filters[i].option; i++)
        if (!takes(c, filters[i].option))
            printf("      --%-18s %s\n", filters[i].option,
               lang == NP_LANG_ZH ? filters[i].zh : filters[i].says);
    if (strcmp(c->name, "import") == 0) {
        puts("");
        for (size_t i = 0; np_import_kinds[i]; i++)
            printf("  %-20s %s\n", np_import_kinds[i]->name,
                   lang == NP_LANG_ZH ? np_import_kinds[i]->zh : np_import_kinds[i]->en);
        puts("\n  nanopat help lists");
    }
    if (strcmp(c->name, "query") == 0 && !filters) {
        puts("");
        for (const struct np_question *q = np_questions; q->name; q++)
            printf("  %-20s %s\n", q->name, lang == NP_LANG_ZH ? q->zh : q->en);
    }
}
