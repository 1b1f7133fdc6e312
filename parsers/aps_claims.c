/* aps_claims.c -- abstract and claims of Green Book text.
 *
 *     CLMS                        DCLM
 *     STM  What is claimed is:    PAL  The ornamental design for a spoon, as shown.
 *     NUM  1.
 *     PAR  1. A tube, comprising:
 *     PA1  a wall; and
 *
 * A design has one claim without number.
 */
#include "aps.h"

static struct np_slice join(struct np_arena *arena, struct np_slice a, struct np_slice b)
{
    if (!a.n || !b.n)
        return a.n ? a : b;
    return np_arena_printf(arena, "%.*s %.*s", NP_ARG(a), NP_ARG(b));
}

void np_aps_abstract(struct aps *aps, struct np_slice value)
{
    aps->abstract = join(aps->arena, aps->abstract, np_aps_text(aps, value));
}

/* The number that s begins with; 0 if it is none, or too long for one. */
static int number_in_front(struct np_slice s)
{
    int value = 0;

    for (size_t i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++) {
        if (i == 6)
            return 0;
        value = value * 10 + (s.p[i] - '0');
    }
    return value;
}

void np_aps_open_claims(struct aps *aps)
{
    aps->has_claims = true;
}

static void finish_claim(struct aps *aps)
{
    struct np_claim *claim;

    if (!aps->is_open)
        return;
    aps->is_open = false;
    claim = &aps->claims.v[aps->claims.n - 1];
    claim->text = np_arena_copy(aps->arena, np_buf_slice(&aps->claim));
    if (np_claim_is_cancelled(claim->text))
        claim->num = 0;
    else if (claim->num == 0)
        claim->num = (int)aps->claims.n; /* its position (formats/record.md) */
}

static void open_claim(struct aps *aps, int number)
{
    finish_claim(aps);
    np_list_add(aps->arena, &aps->claims)->num = number;
    np_buf_reset(&aps->claim);
    aps->is_open = true;
}

void np_aps_close_claims(struct aps *aps)
{
    finish_claim(aps);
}

void np_aps_claim_number(struct aps *aps, struct np_slice value)
{
    aps->has_numbers = true;
    aps->struck = false;
    open_claim(aps, number_in_front(np_slice_trim(value)));
}

/* Where no NUM stands, the next number at the beginning of a paragraph opens a claim. */
void np_aps_claim_text(struct aps *aps, struct np_slice value)
{
    struct np_slice text = np_aps_text(aps, value);
    int number = aps->has_numbers ? 0 : number_in_front(text);

    if (!text.n)
        return;
    if (!aps->is_open || (number && number == (int)aps->claims.n + 1))
        open_claim(aps, number);
    if (aps->claim.n)
        np_buf_putc(&aps->claim, ' ');
    np_buf_puts_slice(&aps->claim, text);
}

void np_aps_finish_claims(struct aps *aps)
{
    struct np_record *record = aps->record;
    struct np_claims *claims;

    if (aps->abstract.n)
        *np_list_add(aps->arena, &record->abstract) =
            (struct np_text){ NP_S("en"), aps->abstract };
    if ((int)aps->claims.n < aps->stated_claims) /* such text has no end mark to miss */
        np_walk_note(aps->walk, "NP-NOT-008", "%zu claims of %d that are stated", aps->claims.n,
                     aps->stated_claims);
    if (!aps->claims.n) {
        record->claim_count = aps->stated_claims;
        return;
    }
    claims = np_list_add(aps->arena, &record->claims);
    claims->lang = NP_S("en");
    for (size_t i = 0; i < aps->claims.n; i++) {
        struct np_claim *claim = np_list_add(aps->arena, &claims->claims);

        *claim = aps->claims.v[i];
        if (claim->num)
            np_claim_dependence(aps->arena, claim, claims->lang);
        record->claim_count += claim->num > 0;
    }
}
