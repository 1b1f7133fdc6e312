/* chart_room.c -- texts find room: never two over each other, never outside, long ones shortened. */
#include "chart_draw.h"

#include <math.h>

static bool overlap(const struct box *a, const struct box *b)
{
    return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

void room_fill(struct room *room, struct box box)
{
    *np_list_add(room->arena, &room->taken) = box;
}

bool room_take(struct room *room, struct box box)
{
    const struct box *all = &room->within;

    if (box.left < all->left || box.right > all->right || box.top < all->top ||
        box.bottom > all->bottom)
        return false;
    for (size_t i = 0; i < room->taken.n; i++)
        if (overlap(&room->taken.v[i], &box))
            return false;
    room_fill(room, box);
    return true;
}

static struct box box_of(double x, double y, enum anchor anchor, struct np_slice text)
{
    double width = width_of(text);
    double left = anchor == AT_START ? x : anchor == AT_END ? x - width : x - width / 2;

    return (struct box){ left - 1, y - TEXT_SIZE * 0.85, left + width + 1, y + TEXT_SIZE * 0.25 };
}

bool put_text_free(struct picture *p, struct room *room, double x, double y, enum anchor anchor,
                   const char *classes, struct np_slice text)
{
    if (!room_take(room, box_of(x, y, anchor, text)))
        return false;
    put_text_at(p, x, y, anchor, classes, text);
    return true;
}

struct np_slice shortened(struct np_slice text, double width, struct np_buf *scratch)
{
    size_t at = 0, end = 0;

    if (width_of(text) <= width)
        return text;
    while (at < text.n) {
        np_utf8_next(text, &at);
        if (width_of(np_slice_sub(text, 0, at)) + width_of(NP_S("…")) > width)
            break;
        end = at;
    }
    np_buf_reset(scratch);
    np_buf_puts_slice(scratch, np_slice_sub(text, 0, end));
    np_buf_puts(scratch, "…");
    return np_buf_slice(scratch);
}
