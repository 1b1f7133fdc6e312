/* profile_plane.c -- a portfolio or an enterprise among its like, by size and quality. */
#include "profile.h"

#include "chart.h"

#include <math.h>
#include <string.h>

enum { BUBBLES = 60 };

static size_t put_bubble(struct page *p, const struct plane_part *part, const struct np_result *r, size_t row,
                         struct chart_bubble *bubble)
{
    struct np_slice key = profile_text(r, row, "key");
    struct np_buf address = { 0 };

    *bubble = (struct chart_bubble){ .label = np_arena_copy(p->arena, profile_text(r, row, part->label)),
                                     .x = profile_number(r, row, "families"), .y = profile_number(r, row, "quality"),
                                     .size = profile_number(r, row, "pai"),
                                     .here = np_slice_eq(key, part->here) };
    if (!bubble->here) {
        link_to(p, &address, strcmp(part->question, "portfolios") == 0 ? "portfolio" : "enterprise", key);
        bubble->href = np_arena_copy(p->arena, np_buf_slice(&address));
        np_buf_release(&address);
    }
    return 1;
}

/* The largest; the page's own among them even where it is not. */
static size_t gather(struct page *p, const struct plane_part *part, struct chart_bubble *bubbles,
                     int64_t *total)
{
    const struct np_question *q = np_question_find(part->question);
    struct np_condition own = { "key", NP_IS, part->here };
    struct np_portion largest = { 0, BUBBLES };
    struct np_result *r = NULL, *here = NULL;
    bool found = false;
    size_t n = 0;

    if (np_ask_portion(p->site->store, q, &part->is, 1, "-pai -families key", largest, total, &r, NULL) == NP_OK)
        for (size_t i = 0; i < r->rows.n; i++) {
            n += put_bubble(p, part, r, i, &bubbles[n]);
            found |= bubbles[n - 1].here;
        }
    if (n && !found && np_ask(p->site->store, q, &own, 1, NULL, 1, &here, NULL) == NP_OK)
        n += put_bubble(p, part, here, 0, &bubbles[n]);
    np_result_free(here);
    np_result_free(r);
    return n;
}

void profile_plane(struct page *p, const struct plane_part *part)
{
    struct chart_bubble *bubbles = np_arena_zalloc(p->arena, (BUBBLES + 1) * sizeof *bubbles);
    struct np_slice says;
    double most = 0;
    int64_t total = 0;
    size_t n = gather(p, part, bubbles, &total);

    if (n < 2)
        return;
    for (size_t i = 0; i < n; i++)
        most = fmax(most, bubbles[i].x);
    says = np_arena_printf(p->arena, (int64_t)n < total
                               ? p->zh ? "按PAI列出前 %zu 个, 共 %lld 个。" : "The %zu largest by PAI, of %lld."
                               : p->zh ? "全部 %zu 个。" : "All %zu.", n, (long long)total);
    profile_card(p);
    chart_bubbles(&p->body, &(struct chart_plane){
        .title = p->zh ? part->title_zh : part->title_en, .says = says.p,
        .across = p->zh ? "专利族数" : "Families",
        .up = p->zh ? "质量: 平均TR (同领域同年均值 = 1)" : "Quality: mean TR (mean of field and year = 1)",
        .area = p->zh ? "专利资产指数PAI" : "Patent Asset Index", .what = p->zh ? part->what_zh : part->what_en,
        .here = p->zh ? part->here_zh : part->here_en, .logarithmic = most >= 20, .up_digits = 2,
        .area_digits = 1, .across_at = NAN, .up_at = 1, .across_said = "", .up_said = p->zh ? "均值" : "mean",
        .bubbles = bubbles, .n = n, .lang = p->lang });
    profile_card_end(p);
}
