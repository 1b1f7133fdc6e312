/* look.c -- each rule's pattern as a tree, cut into its alternatives, with texts made from them. */
#include "check.h"

#define WORDS_MAX 48 /* of one alternative */

static bool same_spot(struct spot a, struct spot b)
{
    return a.source == b.source && a.line == b.line && a.column == b.column;
}

/* What a list puts in stands at one spot from its first bracket to its last. */
static bool from_list(const struct looked_at *look, const struct shape *shape)
{
    return shape->end > shape->at + 1 && look->text.p[shape->at] == '(' &&
           same_spot(look->spots[shape->at], look->spots[shape->end - 1]);
}

static void add_alternative(struct checking *c, struct looked_at *look, const struct shape *shape)
{
    struct alternative *one;

    if (shape->kind == SHAPE_ALT && !from_list(look, shape)) {
        for (size_t i = 0; i < shape->kids.n; i++)
            add_alternative(c, look, shape->kids.v[i]);
        return;
    }
    one = np_list_add(c->arena, &look->alternatives);
    one->shape = shape;
    one->text = np_slice_sub(look->text, shape->at, shape->end - shape->at);
    one->words = words_of(shape, c->arena, WORDS_MAX);
    one->listed = from_list(look, shape);
    one->vague = shape_of(one->text, c->arena).vague;
    look->complete &= one->words.complete && !one->vague;
}

bool look_at_pieces(struct checking *c, const struct piece *pieces, size_t n,
                    struct looked_at *look)
{
    if (!n || !expand_pieces(c->rules, pieces, n, c->arena, &look->text, &look->spots))
        return false;
    look->shape = shape_of(look->text, c->arena);
    look->complete = !look->shape.vague;
    add_alternative(c, look, look->shape.root);
    return true;
}

void look_at_rules(struct checking *c)
{
    size_t n = c->rules->rules.n;

    c->looks = np_arena_zalloc(c->arena, (n + 1) * sizeof *c->looks);
    for (size_t i = 0; i < n; i++) {
        const struct rule *rule = &c->rules->rules.v[i];
        struct statement s;

        c->looks[i].rule = rule;
        if (rule->pattern >= 0 && statement_at(rule->spot, c->arena, &s))
            look_at_pieces(c, s.pieces.v, s.pieces.n, &c->looks[i]);
    }
}
