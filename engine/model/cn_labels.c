/* cn_labels.c -- labels of CNIPA's legal status texts, with their values. */
#include <nanopat/cn_labels.h>

#include <nanopat/text.h>

/* By kind of event (formats/legal.md, section 3); a label may be the end of a longer one. */
#define L(label) { label, sizeof label - 1 }

static const struct np_slice known[] = {
    /* numbers and dates of the right */
    L("专利号"), L("申请号"), L("申请日"), L("公开日"), L("申请公布日"), L("授权公告日"),
    L("发明名称"), L("专利名称"), L("实用新型名称"), L("主分类号"), L("IPC(主分类)"),
    L("IPC（主分类）"),
    /* pledge */
    L("登记号"), L("登记生效日"), L("登记日"), L("生效日"), L("出质人"), L("质权人"),
    L("质押解除日"), L("解除日"), L("解除日期"), L("变更日"), L("变更事项"), L("变更前"),
    L("变更后"),
    /* licence */
    L("合同备案号"), L("备案号"), L("让与人"), L("受让人"), L("许可人"), L("被许可人"),
    L("许可种类"), L("备案日期"), L("备案日"), L("注销日"), L("合同履行期限"),
    /* transfer */
    L("变更前权利人"), L("变更后权利人"), L("变更前专利权人"), L("变更后专利权人"),
    L("变更前申请人"), L("变更后申请人"), L("变更前地址"), L("变更后地址"), L("申请人"),
    L("专利权人"), L("地址"),
    /* lapse */
    L("终止日期"), L("终止日"), L("放弃生效日"), L("期满日"),
    /* invalidation, preservation, restoration, delivery of documents */
    L("无效宣告决定号"), L("无效宣告决定日"), L("决定号"), L("决定日"), L("审查结论"),
    L("委内编号"), L("保全日"), L("保全解除日"), L("恢复日"), L("恢复日期"),
    L("原决定名称"), L("原决定公告日"), L("文件名称"), L("收件人"),
};

enum { LETTERS_MOST = 10, LETTER_BYTES = 3 };

static bool begins(struct np_slice s, size_t at, const char *what, size_t n)
{
    return s.n - at >= n && s.p[at] == *what && memcmp(s.p + at, what, n) == 0;
}

/* Bytes of the colon at this place, ASCII or full width; 0: none. */
static size_t colon_at(struct np_slice s, size_t at)
{
    if (at < s.n && s.p[at] == ':')
        return 1;
    return at < s.n && begins(s, at, "：", LETTER_BYTES) ? LETTER_BYTES : 0;
}

/* Bytes of a separator: white space, semicolon, comma or full stop of either width; 0: none. */
static size_t separator_at(struct np_slice s, size_t at)
{
    static const char *const wide[] = { "；", "，", "。", "　" };

    if (at >= s.n)
        return 0;
    if (s.p[at] == ' ' || s.p[at] == '\t' || s.p[at] == '\n' || s.p[at] == '\r' ||
        s.p[at] == ';' || s.p[at] == ',')
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (begins(s, at, wide[i], LETTER_BYTES))
            return LETTER_BYTES;
    return 0;
}

/* Bytes of the longest known label here, if a colon follows. */
static size_t known_at(struct np_slice s, size_t at)
{
    size_t longest = 0;

    if ((unsigned char)s.p[at] < 0xE4 && s.p[at] != 'I') /* Chinese letters, and IPC */
        return 0;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t n = known[i].n;

        if (n > longest && n < s.n - at && s.p[at + n - 1] == known[i].p[n - 1] &&
            begins(s, at, known[i].p, n) && colon_at(s, at + n))
            longest = n;
    }
    return longest;
}

/* Two to ten Chinese letters and a colon, at the beginning of a part. What ends with a known label
 * is a value and that label.                                                                     */
static size_t unknown_at(struct np_slice s, size_t at)
{
    size_t end = at;
    int letters = 0;

    while (end < s.n && letters <= LETTERS_MOST && !colon_at(s, end)) {
        size_t next = end;

        if (known_at(s, end) || separator_at(s, end) || !np_is_cjk(np_utf8_next(s, &next)))
            return 0;
        end = next;
        letters++;
    }
    return letters >= 2 && letters <= LETTERS_MOST && colon_at(s, end) ? end - at : 0;
}

/* The next label from `at` on; its bytes, 0 if there is none. `fresh`: a part begins there. */
static size_t find_label(struct np_slice s, size_t *at, bool fresh)
{
    for (size_t i = *at; i < s.n;) {
        size_t n = known_at(s, i), gap;

        if (!n && fresh)
            n = unknown_at(s, i);
        if (n) {
            *at = i;
            return n;
        }
        gap = separator_at(s, i);
        fresh = gap > 0;
        i += gap ? gap : 1;
    }
    return 0;
}

static struct np_slice without_separators(struct np_slice s)
{
    size_t from = 0, to = s.n, gap;

    while ((gap = separator_at(s, from)) > 0)
        from += gap;
    for (;;) {
        if (to > from && separator_at(s, to - 1) == 1)
            to--;
        else if (to >= from + LETTER_BYTES && separator_at(s, to - LETTER_BYTES) == LETTER_BYTES)
            to -= LETTER_BYTES;
        else
            break;
    }
    return np_slice_sub(s, from, to - from);
}

bool np_cn_label_next(struct np_slice *rest, struct np_cn_label *label)
{
    size_t at = 0, n = find_label(*rest, &at, true), from, next;

    if (!n)
        return false;
    label->name = np_slice_sub(*rest, at, n);
    from = next = at + n + colon_at(*rest, at + n);
    if (!find_label(*rest, &next, false))
        next = rest->n;
    label->value = without_separators(np_slice_sub(*rest, from, next - from));
    *rest = np_slice_sub(*rest, next, rest->n);
    return true;
}

struct np_slice np_cn_label_value(struct np_slice text, const char *name)
{
    struct np_cn_label label;

    while (np_cn_label_next(&text, &label))
        if (np_slice_is(label.name, name))
            return label.value;
    return NP_EMPTY;
}
