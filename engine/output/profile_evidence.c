/* profile_evidence.c -- under a page's charts and lists: every number with its inputs, formula and source. */
#include "profile.h"

#include "explain_pages.h"

#include <string.h>

static bool is_word_of(const char *words, const char *word)
{
    struct np_slice left = np_slice_of(words);

    while (left.n) {
        size_t end = np_slice_find(left, NP_S(" "));

        if (np_slice_is(np_slice_sub(left, 0, end), word))
            return true;
        left = end == (size_t)-1 ? NP_EMPTY : np_slice_sub(left, end + 1, left.n);
    }
    return false;
}

void profile_evidence(struct page *p, const struct np_explanation *explained, const char *but)
{
    struct explain_pages pages = { .terminal = true };

    explain_pages_make(explained, p->zh, &pages);
    for (size_t i = 0; i < pages.n; i++)
        if (pages.page[i].score.n)
            subject_part(p, &pages.page[i]);
    np_buf_puts(&p->body, "<div class=\"screen\">\n");
    for (size_t i = 0; i < pages.n; i++)
        if (!pages.page[i].score.n && !is_word_of(but, pages.page[i].result->name))
            subject_part(p, &pages.page[i]);
    np_buf_puts(&p->body, "</div>\n");
    explain_pages_release(&pages);
}
