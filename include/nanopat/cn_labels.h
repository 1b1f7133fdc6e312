/* cn_labels.h -- the labelled parts of a legal status text of CNIPA (formats/legal.md, section 3).
 *
 * PRSInformation, and so the text of an event, is `标签:值` in sequence, with nothing reliable in
 * between: a line end, a blank, a semicolon or nothing at all. Labels are known words before a
 * colon, or short Chinese words before a colon that begin a line or a part.
 *
 *     登记号:2021320000123登记生效日:20210504出质人:苏州某某有限公司质权人:某某银行
 *
 *     struct np_cn_label label;
 *     while (np_cn_label_next(&rest, &label))
 *         ... "登记号" "2021320000123", "登记生效日" "20210504", "出质人" ...
 *
 * Nothing is copied: names and values borrow from the text.
 */
#ifndef NANOPAT_CN_LABELS_H
#define NANOPAT_CN_LABELS_H

#include <nanopat/slice.h>

struct np_cn_label { struct np_slice name, value; };

/* The next label with its value, separators off its ends; `rest` moves behind it. What stands
 * before the first label is passed over. False when there is none.                            */
bool np_cn_label_next(struct np_slice *rest, struct np_cn_label *label);

/* The first value of a label, empty if there is none: 登记号 (registration number of a pledge),
 * 出质人, 质权人, 登记生效日, 解除日, 合同备案号, 让与人, 受让人, 许可种类, 备案日期, 变更事项,
 * 变更前权利人, 变更后权利人, 终止日期, 专利号.                                               */
struct np_slice np_cn_label_value(struct np_slice text, const char *name);

#endif
