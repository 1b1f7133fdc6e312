/* codes.c -- what the codes of a run mean and what to do about them. */
#include <nanopat/ingest.h>

const struct np_code np_ingest_codes[] = {
    { "NP-IN-001", "the input cannot be opened", "check the name and your rights",
      "输入无法打开", "检查名称与权限" },
    { "NP-LIM-001", "the document broke the process that read it",
      "keep the file and report it; the other documents went on", "读取该文件的进程崩溃",
      "保留该文件并反馈；其余文件不受影响" },
    { "NP-LIM-002", "the document took longer than allowed", "keep the file and report it",
      "处理该文件超时", "保留该文件并反馈" },
    { "NP-LIM-003", "the record is larger than can be handed on", "report it", "记录过大",
      "请反馈" },
    { "NP-LIM-004", "the answer of a process was not in order", "report it", "进程返回异常",
      "请反馈" },
    { "NP-LIM-005", "reading the container broke twice at one place", "fetch the file again",
      "在同一位置两次读取失败", "重新下载文件" },
    { "NP-COV-001",
      "a field that at least half of like documents fill is filled here in less than half of its "
      "usual share, of 10 documents or more and hardly by chance (1 in 1000)",
      "look at one of its documents: likely a new or another version of the format (DTD); "
      "nanopat parse --coverage names elements that are not read",
      "同类文献至少半数填写的字段，在此输入(10 件以上)中不足其通常比例的一半，且几无偶然可能(千分之一)",
      "查看其中一件: 多为格式(DTD)换了版本; nanopat parse --coverage 会列出未读的元素" },
    { "NP-RUL-001", "a rule could not be decided within its limit",
      "simplify the rule named; the document counts without it", "某条规则超出判定上限",
      "简化该规则；该文件按其余规则判定" },
    { 0 }
};
