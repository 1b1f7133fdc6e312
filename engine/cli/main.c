/* main.c -- nanopat COMMAND: the table of commands and the way to them. */
#include "command.h"

#include <nanopat/report.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct command commands[] = {
    { "ingest", "read", "read dumps into a store", "读入数据包，写入库",
      "INPUT...", "store jobs workers sandbox keep largest-document coverage rules progress lang help",
      "nanopat ingest -d demo.db build/demo", run_ingest, NULL },
    { "parse", "read", "print the records of dumps as JSON Lines", "以 JSON Lines 输出记录",
      "INPUT...", "jobs workers sandbox largest-document coverage lang help",
      "nanopat parse tests/samples/us-patent-grant", run_parse, NULL },
    { "classify", "read", "classify texts by the rules", "按规则分类文本",
      "[FILE.jsonl|-]", "rules lang help",
      "nanopat classify tests/samples/classify/documents.jsonl", run_classify, NULL },
    { "import", "read", "read people's lists: enterprises, exports of vendors, awards, pledges ...",
      "读入清单: 企业库、incoPat 与智慧芽导出表、获奖、质押等", "[KIND] FILE...",
      "store replace unmatched jobs workers sandbox lang help",
      "nanopat import awards -d demo.db tests/samples/lists/awards.csv", run_import, NULL },
    { "score", "judge", "families, indicators, scores, portfolios", "族、指标、评分与组合",
      "", "store as-of set again rules lang help", "nanopat score -d demo.db", run_score, NULL },
    { "query", "judge", "ask the store a question", "查询",
      "QUESTION", "store format for out limit order where columns lang help",
      "nanopat query portfolios -d demo.db", run_query, NULL },
    { "explain", "judge",
      "every number of a family, publication, portfolio, enterprise, subfield, standard or the city",
      "说明某族、专利、组合、企业、子领域、标准或本市(city)的每个数", "ID",
      "store family format out columns lang help",
      "nanopat explain -d demo.db 1", run_explain, NULL },
    { "alerts", "judge", "what is new since it was asked last: grants, citations, lapses, dues, suits ...",
      "自上次以来的新预警: 授权、引用、失效、届满、诉讼等", "",
      "store since peek format for out order lang help", "nanopat alerts -d demo.db --peek",
      run_alerts, NULL },
    { "report", "judge", "lists as spreadsheets and files", "导出清单",
      "NAME", "store format for out lang help",
      "nanopat report cultivation -d demo.db -o list.xlsx", run_report, NULL },
    { "serve", "judge", "the same as web pages on this machine, read only", "以网页查看(本机, 只读)",
      "", "store port listen key-file jobs lang help", "nanopat serve -d demo.db", run_serve, NULL },
    { "demo", "care", "make a sample store and show what it says", "示例库",
      "[FOLDER]", "store jobs sandbox rules lang help", "nanopat demo", run_demo, NULL },
    { "rules", "care", "check, list, test, explain and compare the rules",
      "检查、列出、测试、说明、比较规则", "check|list|test|explain|diff|effects|weights ...",
      "rules store sure-only texts origin errors text old sample limit format out lang help",
      "nanopat rules check", run_rules, rules_actions },
    { "check", "care", "integrity and accounting of a store", "检查库的完整性与账目",
      "", "store lang help", "nanopat check -d demo.db", run_check, NULL },
    { "doctor", "care", "processors, sandbox, free space, rules, dialects", "处理器、沙箱、空间、规则与格式",
      "", "store rules lang help", "nanopat doctor", run_doctor, NULL },
    { 0 }
};

const struct command *command_find(const char *name)
{
    for (const struct command *c = commands; c->name; c++)
        if (strcmp(c->name, name) == 0)
            return c;
    return NULL;
}

const struct command *action_find(const struct command *command, const char *name)
{
    size_t n = strlen(command->name);

    for (const struct command *a = command->actions; a && name && a->name; a++)
        if (strcmp(a->name + n + 1, name) == 0)
            return a;
    return NULL;
}

static int print_overview(enum np_lang lang, FILE *out)
{
    static const char *const stages[] = { "read", "judge", "care" };

    fputs(lang == NP_LANG_ZH ? "用法: nanopat 命令 [选项] ...\n"
                             : "usage: nanopat COMMAND [OPTIONS] ...\n", out);
    for (size_t i = 0; i < sizeof stages / sizeof stages[0]; i++) {
        fputc('\n', out);
        for (const struct command *c = commands; c->name; c++)
            if (strcmp(c->stage, stages[i]) == 0)
                fprintf(out, "  %-9s %s\n", c->name, lang == NP_LANG_ZH ? c->zh : c->en);
    }
    fputs(lang == NP_LANG_ZH
              ? "\n退出码: 0 完成; 1 无结果; 2 用法; 3 部分文件被拒或输入中断; 4 输入不可读; "
                "5 库忙或不是本程序的库;\n        6 磁盘满或读写错; 7 规则文件有误; 70 程序缺陷; "
                "130 被中止,可续\n"
              : "\nexit codes: 0 done; 1 nothing found; 2 usage; 3 documents rejected or an input cut "
                "short;\n            4 input unreadable; 5 store busy or not ours; 6 disk full or I/O; "
                "7 rule files\n            wrong; 70 bug; 130 stopped, the same command goes on\n", out);
    fputs(lang == NP_LANG_ZH ? "\n`nanopat help 命令` 说明一个命令; 或 `nanopat help` 加: "
                             : "\n`nanopat help COMMAND` explains one; or `nanopat help` with: ", out);
    topic_list(out);
    fputc('\n', out);
    return EXIT_DONE;
}

static int wrong_command(const char *name, enum np_lang lang)
{
    const char *nearest = NULL;

    for (const struct command *c = commands; c->name; c++)
        if (strncmp(c->name, name, 2) == 0)
            nearest = c->name;
    fprintf(stderr, "nanopat: ");
    fprintf(stderr, say(lang, SAY_NO_SUCH_COMMAND), name);
    if (nearest) {
        fputs("; ", stderr);
        fprintf(stderr, say(lang, SAY_NEAREST), nearest);
    }
    fputc('\n', stderr);
    return EXIT_USAGE;
}

static const struct command help_command = {
    "help", "care", "commands, and the tables of the program", "命令及程序内各表", "[COMMAND|TABLE]",
    "format out lang help", "nanopat help indicators -f csv", NULL, NULL
};

/* What programs read does not change with the language. */
static int print_topic(const struct settings *s, const char *name)
{
    bool machine = s->format && (!strcmp(s->format, "csv") || !strcmp(s->format, "jsonl"));
    struct np_result *r = topic_make(name, machine ? NP_LANG_EN : s->language);
    int code = r ? write_sheets(s, &r, 1) : EXIT_USAGE;

    np_result_free(r);
    return r ? code : wrong_command(name, s->language);
}

static int help(int argc, char **argv)
{
    struct settings s = { .limit = -1, .port = 8480, .program = argv[0] };
    const struct command *c, *action;

    if (!options_parse(&help_command, NULL, argc - 1, argv + 1, &s))
        return EXIT_USAGE;
    if (s.help || !s.nargs)
        return print_overview(s.language, stdout);
    c = command_find(s.args[0]);
    if (!c)
        return print_topic(&s, s.args[0]);
    action = s.nargs > 1 ? action_find(c, s.args[1]) : NULL;
    options_help(action ? action : c, NULL, s.language);
    return EXIT_DONE;
}

/* The filters of a question or report are options too. */
static const struct np_filter *filters_of(const struct command *c, int argc, char **argv)
{
    if (c->run == run_alerts)
        return np_question_find("alerts")->filters;
    for (int i = 2; i < argc; i++) {
        const struct np_question *q = np_question_find(argv[i]);
        const struct np_report *r = np_report_find(argv[i]);

        if (q && strcmp(c->name, "query") == 0)
            return q->filters;
        if (r && strcmp(c->name, "report") == 0)
            return r->filters;
    }
    return NULL;
}

static int close_stdout(int code)
{
    if (fflush(stdout) != 0 || fclose(stdout) != 0) {
        perror("nanopat: cannot write results");
        return EXIT_DISK;
    }
    return code;
}

int main(int argc, char **argv)
{
    struct settings s = { .limit = -1, .port = 8480, .program = argv[0] };
    const struct command *c;
    const struct np_filter *filters;

    if (argc < 2) {
        print_overview(language_of(NULL), stderr);
        return EXIT_USAGE;
    }
    if (strcmp(argv[1], "help") == 0 || strcmp(argv[1], "--help") == 0)
        return close_stdout(help(argc, argv));
    c = command_find(argv[1]);
    if (!c)
        return wrong_command(argv[1], language_of(NULL));
    filters = filters_of(c, argc, argv);
    s.program = argv[0];
    if (!options_parse(c, filters, argc - 1, argv + 1, &s))
        return EXIT_USAGE;
    if (s.help) {
        const struct command *action = action_find(c, s.nargs ? s.args[0] : NULL);

        options_help(action ? action : c, filters, s.language);
        return close_stdout(EXIT_DONE);
    }
    return close_stdout(c->run(&s));
}
