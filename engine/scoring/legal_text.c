/* legal_text.c -- what the text of a legal event says where its code leaves a question open, and
 * the labelled parts of it: numbers of contracts, parties, days of effect.
 *
 * The name of the event stands first and says no more than the code; only what follows it decides.
 * Labels stand in sequence without reliable separators (formats/legal.md, section 3): a value ends
 * where the next label begins, at a "; " or at a line end.
 */
#include "legal.h"

#include <nanopat/date.h>

/* ---- words ---- */

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool same_at(struct np_slice text, size_t at, const char *word, size_t n)
{
    if (at + n > text.n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (lower(text.p[at + i]) != lower(word[i]))
            return false;
    return true;
}

static bool holds(struct np_slice text, const char *word)
{
    size_t n = strlen(word);

    for (size_t at = 0; at + n <= text.n; at++)
        if (same_at(text, at, word, n))
            return true;
    return false;
}

/* The first line whose words are all there decides. */
static const struct { const char *about, *word, *also, *effect; } words[] = {
    { "invalidation", "部分无效", "", "narrowed" },
    { "invalidation", "部分权利要求", "", "narrowed" },
    { "invalidation", "基础上", "维持", "narrowed" },
    { "invalidation", "partial", "", "narrowed" },
    { "invalidation", "in part", "", "narrowed" },
    { "invalidation", "全部无效", "", "invalidated" },
    { "invalidation", "all invalid", "", "invalidated" },
    { "invalidation", "all claims", "cancel", "invalidated" },
    { "invalidation", "in full", "", "invalidated" },
    { "invalidation", "维持", "有效", "maintained" },

    { "ending", "translation", "", "not_validated" },
    { "ending", "重复授权", "", "abandoned_for_twin" },
    { "ending", "重复授予", "", "abandoned_for_twin" },
    { "ending", "届满", "", "expired" },
    { "ending", "期满", "", "expired" },
    { "ending", "expir", "", "expired" },
    { "ending", "未缴", "", "lapsed" },
    { "ending", "年费", "", "lapsed" },
    { "ending", "payment", "", "lapsed" },
    { "ending", "failure to pay", "", "lapsed" },
    { "ending", "放弃", "", "abandoned" },
    { "ending", "abandon", "", "abandoned" },
    { "ending", "renunc", "", "abandoned" },

    { "pledge", "解除", "", "pledge_released" },
    { "pledge", "注销", "", "pledge_released" },
    { "pledge", "cancel", "", "pledge_released" },
    { "pledge", "release", "", "pledge_released" },
    { "pledge", "变更", "", "pledge_changed" },
    { "pledge", "change", "", "pledge_changed" },
    { "pledge", "生效", "", "pledged" },
    { "pledge", "质权人", "", "pledged" },
    { "pledge", "pledgee", "", "pledged" },

    { "licence", "解除", "", "licence_ended" },
    { "licence", "注销", "", "licence_ended" },
    { "licence", "终止", "", "licence_ended" },
    { "licence", "cancel", "", "licence_ended" },
    { "licence", "变更", "", "licence_changed" },
    { "licence", "change", "", "licence_changed" },
    { "licence", "备案", "", "licensed" },
    { "licence", "让与人", "", "licensed" },
    { "licence", "license type", "", "licensed" },
    { "licence", "contract record", "", "licensed" },

    { "preservation", "解除", "", "preservation_lifted" },
    { "preservation", "cancel", "", "preservation_lifted" },
    { "preservation", "lift", "", "preservation_lifted" },
    { "preservation", "discharge", "", "preservation_lifted" },
    { "preservation", "生效", "", "preserved" },
    { "preservation", "保全", "", "preserved" },
    { "preservation", "effective date", "", "preserved" },

    { "grant", "授权", "", "granted" },
    { "grant", "授予", "", "granted" },
    { "grant", "grant", "", "granted" },

    { "correction", "恢复", "", "restored" },

    /* registers that say the state in words: EP STAA, US STC. */
    { "register", "deemed to be withdrawn", "", "deemed_withdrawn" },
    { "register", "has been withdrawn", "", "withdrawn" },
    { "register", "expressly abandoned", "", "withdrawn" },
    { "register", "abandoned", "", "deemed_withdrawn" },
    { "register", "refused", "", "refused" },
    { "register", "revoked", "", "revoked" },
    { "register", "opposition", "rejected", "maintained" },
    { "register", "no opposition", "", "unopposed" },
    { "register", "maintained as amended", "", "narrowed" },
    { "register", "nonpayment", "", "lapsed" },
    { "register", "patent expired", "", "ended" },
    { "register", "reinstated", "", "restored" },
    { "register", "patent has been granted", "", "granted" },
    { "register", "patented", "", "granted" },
    { "register", "intended", "", "allowed" },
    { "register", "notice of allowance", "", "allowed" },
    { "register", "examination", "", "examination" },

    /* the assignment records of the USPTO hold every kind of deed */
    { "assignment", "release", "", "pledge_released" },
    { "assignment", "termination", "security", "pledge_released" },
    { "assignment", "security", "", "pledged" },
    { "assignment", "mortgage", "", "pledged" },
    { "assignment", "lien", "", "pledged" },
    { "assignment", "change of name", "", "renamed" },
    { "assignment", "change of address", "", "renamed" },
    { "assignment", "license", "", "licensed" },
    { "assignment", "merger", "", "transferred" },
    { "assignment", "assignment of assignor", "", "transferred" },

    /* names of the CNIPA gazette that are not in the table as they stand */
    { "name", "质押", "注销", "pledge_released" },
    { "name", "质押", "解除", "pledge_released" },
    { "name", "质押", "变更", "pledge_changed" },
    { "name", "质押", "生效", "pledged" },
    { "name", "许可", "注销", "licence_ended" },
    { "name", "许可", "变更", "licence_changed" },
    { "name", "许可", "生效", "licensed" },
    { "name", "保全", "解除", "preservation_lifted" },
    { "name", "保全", "", "preserved" },
    { "name", "重复授", "", "abandoned_for_twin" },
    { "name", "恢复", "", "restored" },
    { "name", "部分无效", "", "narrowed" },
    { "name", "全部无效", "", "invalidated" },
    { "name", "视为撤回", "", "deemed_withdrawn" },
    { "name", "未缴年费", "终止", "lapsed" },
    { "name", "届满", "", "expired" },
    { "name", "驳回", "", "refused" },
    { "name", "转移", "", "transferred" },
    { "name", "实质审查", "生效", "examination" },
};
enum { NWORDS = sizeof words / sizeof *words };

bool is_question(struct np_slice about)
{
    for (size_t i = 0; i < NWORDS; i++)
        if (np_slice_is(about, words[i].about))
            return true;
    return np_slice_is(about, "national");
}

const struct effect *effect_in_text(struct np_slice about, struct np_slice text)
{
    for (size_t i = 0; i < NWORDS; i++)
        if (np_slice_is(about, words[i].about) && holds(text, words[i].word) &&
            (!*words[i].also || holds(text, words[i].also)))
            return effect_named(words[i].effect);
    return NULL;
}

/* ---- labels ---- */

/* A longer label stands before a shorter one that begins like it. */
static const struct { const char *name; enum label_kind kind; } labels[] = {
    { "合同备案号", NUMBER_LABEL }, { "合同登记号", NUMBER_LABEL }, { "备案号", NUMBER_LABEL },
    { "登记号", NUMBER_LABEL }, { "登记生效日", DAY_LABEL }, { "保全登记生效日", DAY_LABEL },
    { "终止日期", DAY_LABEL }, { "终止日", DAY_LABEL }, { "解除日期", DAY_LABEL },
    { "解除日", DAY_LABEL }, { "变更日期", DAY_LABEL }, { "变更日", DAY_LABEL },
    { "备案日期", DAY_LABEL }, { "备案日", DAY_LABEL }, { "生效日", DAY_LABEL },
    { "生效日期", DAY_LABEL }, { "恢复日", DAY_LABEL }, { "失效日", DAY_LABEL },
    { "放弃生效日", DAY_LABEL }, { "质权人", PLEDGEE }, { "受让人", LICENSEE },
    { "被许可人", LICENSEE }, { "变更后权利人", RECEIVER }, { "变更后专利权人", RECEIVER },
    { "变更后申请人", RECEIVER }, { "变更后", AFTER }, { "变更前权利人", GIVER },
    { "变更前专利权人", GIVER }, { "变更前申请人", GIVER }, { "变更前地址", ADDRESS_BEFORE },
    { "变更后地址", ADDRESS_AFTER }, { "变更前", BEFORE }, { "变更事项", CHANGED_ITEM }, { "最新权利人", OTHER_LABEL }, { "出质人", OTHER_LABEL },
    { "让与人", OTHER_LABEL }, { "许可人", OTHER_LABEL }, { "发明名称", OTHER_LABEL },
    { "实用新型名称", OTHER_LABEL }, { "申请公布日", OTHER_LABEL },
    { "授权公告日", OTHER_LABEL }, { "公开日", OTHER_LABEL }, { "申请日", OTHER_LABEL },
    { "申请号", OTHER_LABEL }, { "专利号", OTHER_LABEL }, { "许可种类", OTHER_LABEL },
    { "地址", OTHER_LABEL }, { "邮编", OTHER_LABEL }, { "IPC(主分类)", OTHER_LABEL },
    /* as the EPO renders them */
    { "Registration number", NUMBER_LABEL }, { "Contract record no.", NUMBER_LABEL },
    { "Contract record no", NUMBER_LABEL },
    { "Effective date of registration", DAY_LABEL }, { "Termination date", DAY_LABEL },
    { "Date of cancellation", DAY_LABEL }, { "Record date", DAY_LABEL },
    { "Effective date", DAY_LABEL }, { "Effective date of abandoning", DAY_LABEL },
    { "Pledgee", PLEDGEE }, { "Assignee", LICENSEE }, { "Patentee after", RECEIVER },
    { "Applicant after", RECEIVER }, { "Co-patentee after", CO_RECEIVER },
    { "Patentee before", GIVER }, { "Applicant before", GIVER },
    { "Co-patentee before", GIVER }, { "Address after", ADDRESS_AFTER },
    { "Address before", ADDRESS_BEFORE }, { "Pledgor", OTHER_LABEL }, { "Assignor", OTHER_LABEL },
    { "Denomination of invention", OTHER_LABEL }, { "Denomination of utility model", OTHER_LABEL },
    { "Granted publication date", OTHER_LABEL }, { "Application publication date", OTHER_LABEL },
    { "License type", OTHER_LABEL },
};
enum { NLABELS = sizeof labels / sizeof *labels };

static bool is_letter(char c)
{
    return (lower(c) >= 'a' && lower(c) <= 'z') || c == '-';
}

/* Bytes of the colon at `at`, ASCII or full width, with blanks before it; 0 if there is none. */
static size_t colon_at(struct np_slice text, size_t at)
{
    size_t from = at;

    while (at < text.n && text.p[at] == ' ')
        at++;
    if (at < text.n && text.p[at] == ':')
        return at + 1 - from;
    return same_at(text, at, "：", 3) ? at + 3 - from : 0;
}

/* The longest label that begins at `at`; `value` is where its value begins. -1: none. */
static int label_at(struct np_slice text, size_t at, size_t *value)
{
    size_t longest = 0;
    int found = -1;

    if (at > 0 && is_letter(text.p[at]) && is_letter(text.p[at - 1]))
        return -1;
    for (int i = 0; i < NLABELS; i++) {
        size_t n = strlen(labels[i].name), colon;

        if (n <= longest || !same_at(text, at, labels[i].name, n))
            continue;
        colon = colon_at(text, at + n);
        if (!colon)
            continue;
        longest = n;
        found = i;
        *value = at + n + colon;
    }
    return found;
}

bool next_label(struct np_slice text, size_t *at, enum label_kind *kind, struct np_slice *value)
{
    size_t from = 0, end, ignored;
    int label = -1;

    for (; *at < text.n && label < 0; *at += label < 0)
        label = label_at(text, *at, &from);
    if (label < 0)
        return false;
    for (end = from; end < text.n && label_at(text, end, &ignored) < 0; end++)
        ;
    *kind = labels[label].kind;
    *value = np_slice_trim(np_slice_sub(text, from, end - from));
    *at = end;
    return true;
}

static struct np_slice value_from(struct np_slice text, size_t from)
{
    size_t end = from, ignored;

    while (end < text.n && text.p[end] != ';' && text.p[end] != '\n' &&
           !same_at(text, end, "；", 3) && label_at(text, end, &ignored) < 0)
        end++;
    return np_slice_trim(np_slice_sub(text, from, end - from));
}

static struct np_slice labelled(struct np_slice text, enum label_kind kind)
{
    size_t value = 0;

    for (size_t at = 0; at < text.n; at++) {
        int label = label_at(text, at, &value);

        if (label < 0)
            continue;
        if (labels[label].kind == kind)
            return value_from(text, value);
        at = value - 1;
    }
    return NP_EMPTY;
}

struct np_slice states_in_text(struct np_slice text)
{
    static const char label[] = "Designated State(s) ";
    size_t at = np_slice_find(text, np_slice_of(label));

    if (at == (size_t)-1)
        return NP_EMPTY;
    text = np_slice_sub(text, at + strlen(label), text.n);
    return np_slice_trim(np_slice_sub(text, 0, np_slice_find(text, NP_S("; "))));
}

struct np_slice number_in_text(struct np_slice text)
{
    return labelled(text, NUMBER_LABEL);
}

/* "ASSIGNMENT; ...; OWNER ACME INC; ...": the EPO's field of the owner (L509EP) has no colon. */
struct np_slice owner_part(struct np_slice text)
{
    size_t at = np_slice_find(text, NP_S("; OWNER "));

    if (at == (size_t)-1)
        return NP_EMPTY;
    text = np_slice_sub(text, at + strlen("; OWNER "), text.n);
    return np_slice_trim(np_slice_sub(text, 0, np_slice_find(text, NP_S("; "))));
}

/* The new value, if the item that changes is a party of this sort. */
static struct np_slice changed_party(struct np_slice text, const char *const *items)
{
    struct np_slice item = labelled(text, CHANGED_ITEM);

    for (; *items; items++)
        if (np_slice_find(item, np_slice_of(*items)) != (size_t)-1)
            return labelled(text, AFTER);
    return NP_EMPTY;
}

static struct np_slice receiver_in_text(struct np_slice text)
{
    static const char *const owners[] = { "专利权人", "申请人", "权利人", NULL };
    struct np_slice party = labelled(text, RECEIVER);

    if (!party.n)
        party = changed_party(text, owners);
    return party.n ? party : owner_part(text);
}

struct np_slice party_in_text(struct np_slice text, enum effect_kind kind)
{
    static const char *const holders[] = { "质权人", "受让人", "被许可人", NULL };
    struct np_slice party;

    if (kind == TRANSFERS)
        return receiver_in_text(text);
    if (kind == CHANGES_BURDEN && (party = changed_party(text, holders)).n)
        return party;
    party = labelled(text, PLEDGEE);
    return party.n ? party : labelled(text, LICENSEE);
}

np_date date_in_text(struct np_slice text)
{
    np_date date = np_date_parse(labelled(text, DAY_LABEL));

    return np_date_valid(date) ? date : 0;
}
