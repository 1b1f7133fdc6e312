/* legal_parties.c -- whose names an event tells: before and after a change of name, a move, a transfer.
 *
 *   变更事项:专利权人 变更前权利人:甲公司 变更后权利人:乙公司 变更事项:地址 变更前:... 变更后:...
 *   Patentee after: B CO., LTD.; Address after: ...; Patentee before: A CO., LTD.
 *   OWNER B INC; ASSIGNMENT OF ASSIGNORS INTEREST;ASSIGNORS:A INC;REEL/FRAME:012345/0678
 *
 * A transfer in one state of a regional patent leaves the whole where it is.
 */
#include "evaluation.h"

/* ---- CNIPA, and the EPO's rendering of it ---- */

enum item { OF_PARTY, OF_ADDRESS, OF_SOMETHING_ELSE };

static enum item item_of(struct np_slice value)
{
    static const struct { const char *word; enum item item; } words[] = {
        { "地址", OF_ADDRESS }, { "专利权人", OF_PARTY }, { "权利人", OF_PARTY },
        { "申请人", OF_PARTY },
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (np_slice_find(value, np_slice_of(words[i].word)) != (size_t)-1)
            return words[i].item;
    return OF_SOMETHING_ELSE;
}

/* Bytes of a sign that stands between names; 0 if it is none. */
static size_t sign_at(struct np_slice s, size_t at)
{
    static const char *const signs[] = { ";", "；", "、", "\n" };

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (np_slice_starts(np_slice_sub(s, at, s.n), signs[i]))
            return strlen(signs[i]);
    return 0;
}

static void add_name(struct np_arena *arena, struct np_slice name, bool after,
                     struct np_fact_change *change)
{
    name = np_slice_trim(name);
    if (!name.n || np_slice_is(name, "无"))
        return;
    if (after)
        *np_list_add(arena, &change->after) = name;
    else
        *np_list_add(arena, &change->before) = name;
}

static void add_names(struct np_arena *arena, struct np_slice value, bool after,
                      struct np_fact_change *change)
{
    size_t from = 0, n;

    for (size_t at = 0; at < value.n; at++)
        if ((n = sign_at(value, at)) > 0) {
            add_name(arena, np_slice_sub(value, from, at - from), after, change);
            from = at + n;
        }
    add_name(arena, np_slice_sub(value, from, value.n), after, change);
}

/* Behind the last label stands what else the source tells: only its first part is the value. */
static struct np_slice first_part(struct np_slice value)
{
    for (size_t at = 0; at < value.n; at++)
        if (value.p[at] == ';' || value.p[at] == '\n' ||
            np_slice_starts(np_slice_sub(value, at, value.n), "；"))
            return np_slice_trim(np_slice_sub(value, 0, at));
    return value;
}

static void take_value(struct np_arena *arena, enum label_kind kind, enum item item,
                       struct np_slice value, struct np_fact_change *change)
{
    bool after = kind == AFTER || kind == RECEIVER || kind == CO_RECEIVER || kind == ADDRESS_AFTER;
    bool address = kind == ADDRESS_BEFORE || kind == ADDRESS_AFTER || item == OF_ADDRESS;

    if (item == OF_SOMETHING_ELSE)
        return;
    if (!address)
        add_names(arena, value, after, change);
    else if (after)
        change->address_after = first_part(value);
    else
        change->address_before = first_part(value);
}

static void read_labels(struct np_slice text, struct np_arena *arena, struct np_fact_change *change)
{
    enum item item = OF_PARTY;
    enum label_kind kind;
    struct np_slice value;

    for (size_t at = 0; next_label(text, &at, &kind, &value);) {
        if (at >= text.n)
            value = first_part(value);
        if (kind == CHANGED_ITEM)
            item = item_of(value);
        else if (kind == BEFORE || kind == AFTER || kind == GIVER || kind == RECEIVER ||
                 kind == CO_RECEIVER)
            take_value(arena, kind, item, value, change);
        else if (kind == ADDRESS_BEFORE || kind == ADDRESS_AFTER)
            take_value(arena, kind, OF_ADDRESS, value, change);
    }
}

/* ---- USPTO ---- */

static void read_assignors(struct np_slice text, struct np_arena *arena,
                           struct np_fact_change *change)
{
    static const char *const labels[] = { ";ASSIGNORS:", ";ASSIGNOR:" };

    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        size_t at = np_slice_find(text, np_slice_of(labels[i]));
        struct np_slice value;

        if (at == (size_t)-1)
            continue;
        value = np_slice_sub(text, at + strlen(labels[i]), text.n);
        value = np_slice_sub(value, 0, np_slice_find(value, NP_S(";REEL/FRAME")));
        add_names(arena, value, false, change);
        return;
    }
}

/* ---- the whole ---- */

static np_date day_of(const struct np_fact_event *event)
{
    np_date day = event->effective ? event->effective : date_in_text(event->text);

    return day ? day : event->date;
}

static bool read_change(const void *ctx, const struct np_fact_event *event, struct np_arena *arena,
                        struct np_fact_change *change)
{
    const struct np_scoring *scoring = ctx;
    struct meaning meaning = legal_meaning(&scoring->legal, event);
    bool renamed = strcmp(meaning.effect->name, "renamed") == 0;

    if (meaning.state.n || (!renamed && meaning.effect->kind != TRANSFERS))
        return false;
    *change = (struct np_fact_change){ .kind = renamed ? NP_CHANGE_NAME : NP_CHANGE_OWNER,
                                       .date = day_of(event), .office = event->office,
                                       .code = event->code };
    read_labels(event->text, arena, change);
    if (!change->after.n)
        add_name(arena, owner_part(event->text), true, change);
    if (!change->before.n)
        read_assignors(event->text, arena, change);
    return change->date && (change->after.n || change->address_after.n);
}

struct np_change_reader np_scoring_changes(const struct np_scoring *scoring)
{
    return (struct np_change_reader){ scoring, read_change };
}
