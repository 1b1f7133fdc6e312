/* codes.c -- what the codes of the store mean and what to do about them. */
#include <nanopat/store.h>

const struct np_code np_store_codes[] = {
    { "NP-STO-001", "another run is writing this store", "wait for it, or end it",
      "另一进程正在写入该库", "等待其结束或终止它" },
    { "NP-STO-002", "the file is no nanopat store", "give another file with -d",
      "该文件不是 nanopat 库", "用 -d 指定其他文件" },
    { "NP-STO-003", "a newer nanopat wrote this store", "use that version",
      "该库由更新版本写成", "请使用新版本" },
    { "NP-STO-004", "the store is damaged", "take the last copy, or ingest the dumps anew",
      "库已损坏", "恢复备份或重新导入数据包" },
    { "NP-STO-005", "the disk is full", "make room and run the same command again",
      "磁盘已满", "腾出空间后再运行同一命令" },
    { "NP-STO-006", "the store cannot be read or written", "check disk and rights",
      "库无法读写", "检查磁盘与权限" },
    { "NP-STO-007", "the store lies on a network file system", "put it on a local disk",
      "库位于网络文件系统", "请放到本地磁盘" },
    { "NP-STO-008", "there is no store at this place", "run nanopat ingest -d FILE first",
      "此处没有库", "请先运行 nanopat ingest -d 文件" },
    { "NP-STO-009", "the database engine failed", "run nanopat check; report it if it stays",
      "数据库引擎出错", "运行 nanopat check；如仍出现请反馈" },
    { "NP-STO-010", "two publications share one key", "report it with both numbers",
      "两件专利的键相同", "请连同两个号码反馈" },
    { "NP-STO-011", "an older nanopat wrote this store", "ingest the dumps into a new store",
      "该库由旧版本写成", "请将数据包重新导入新库" },
    { "NP-STO-012", "an answer would have taken too long", "set more filters, or ask at the command line",
      "查询超时", "请增加筛选条件，或改用命令行查询" },
    { 0 }
};
