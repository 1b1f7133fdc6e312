/* arm.c -- a pattern cut at its bars: `a|(?:b|c)` is looked for as a, b and c, each behind
 * a gate of its own, so that of a long list only the words run that a text may hold.
 *
 * PCRE2 gives the first match of a pattern, and of several at one place the first arm's;
 * matcher and scan.c take the same from the arms. What they share (groups referred to,
 * options) would be lost, so a pattern that the gate does not understand stays whole. An
 * arm that several patterns have, as lists make them, is one.
 */
#include "rules.h"

/* Where the class, escape or character at `at` ends. */
static size_t item_end(struct np_slice s, size_t at)
{
    if (s.p[at] == '\\')
        return at + 2;
    if (s.p[at] != '[')
        return at + 1;
    at++;
    at += at < s.n && s.p[at] == '^';
    at += at < s.n && s.p[at] == ']';
    while (at < s.n && s.p[at] != ']')
        at += s.p[at] == '\\' ? 2 : 1;
    return at + 1;
}

/* The end of the arm that begins at `at`: a bar of no group, or the end. */
static size_t arm_end(struct np_slice s, size_t at)
{
    int depth = 0;

    for (; at < s.n; at = item_end(s, at)) {
        depth += s.p[at] == '(';
        depth -= s.p[at] == ')';
        if (s.p[at] == '|' && depth == 0)
            break;
    }
    return at < s.n ? at : s.n;
}

/* "(?:...)" and nothing else. */
static bool is_group(struct np_slice s)
{
    int depth = 0;

    if (!np_slice_starts(s, "(?:"))
        return false;
    for (size_t at = 0; at < s.n; at = item_end(s, at)) {
        depth += s.p[at] == '(';
        depth -= s.p[at] == ')';
        if (depth == 0)
            return at + 1 == s.n;
    }
    return false;
}

/* The code of an arm as its opening wants it; false if it is no pattern by itself. */
static bool compile_opened(struct arm *arm)
{
    if (arm->opening.words >= 0)
        return true;
    arm->code = compile_arm(arm->text, arm->opening.leads >= 0);
    arm->owned = true;
    return arm->code != NULL;
}

static bool add_arm(struct np_rules *rules, struct np_slice text, int *index)
{
    const int64_t *known = np_map_get(rules->arm_by_text, text);
    struct arm a = { .text = np_arena_copy(rules->arena, text) };

    *index = known ? (int)*known : (int)rules->arms.n;
    if (known)
        return true;
    a.opening = build_gate(rules->literals, a.text, *index);
    if (!compile_opened(&a))
        return false;
    np_map_put(rules->arm_by_text, a.text, *index);
    *np_list_add(rules->arena, &rules->arms) = a;
    if (!a.opening.gated)
        *np_list_add(rules->arena, &rules->ungated) = *index;
    return true;
}

/* A pattern that is not understood is one arm. */
static int add_whole(struct np_rules *rules, const struct pattern *pattern)
{
    int64_t index = (int64_t)rules->arms.n;
    struct arm a = { .text = pattern->text, .code = pattern->code, .opening = { .words = -1, .leads = -1 } };

    np_map_put(rules->arm_by_text, a.text, index);
    *np_list_add(rules->arena, &rules->arms) = a;
    *np_list_add(rules->arena, &rules->ungated) = (int)index;
    return (int)index;
}

/* False: one of them does not stand alone. */
static bool split(struct np_rules *rules, struct np_slice text, struct pattern *pattern, int depth)
{
    for (size_t at = 0, end; at <= text.n; at = end + 1) {
        struct np_slice one;
        int index;

        end = arm_end(text, at);
        one = np_slice_sub(text, at, end - at);
        if (depth < 20 && is_group(one)) {
            if (!split(rules, np_slice_sub(one, 3, one.n - 4), pattern, depth + 1))
                return false;
            continue;
        }
        if (!add_arm(rules, one, &index))
            return false;
        *np_list_add(rules->arena, &pattern->arms) = index;
    }
    return true;
}

void split_pattern(struct np_rules *rules, struct pattern *pattern)
{
    if (is_understood(pattern->text) && split(rules, pattern->text, pattern, 0))
        return;
    pattern->arms.n = 0;
    *np_list_add(rules->arena, &pattern->arms) = add_whole(rules, pattern);
}
