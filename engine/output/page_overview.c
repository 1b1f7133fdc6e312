/* page_overview.c -- the plan at a glance: what the store holds, four fields and their subfields. */
#include "page.h"

static void put_field(struct page *p, const char *code, const char *en, const char *zh)
{
    struct np_condition in_field = { "code", NP_BEGINS, np_slice_of(code) };
    struct np_result *r = NULL;

    if (np_ask(p->site->store, np_question_find("subfields"), &in_field, 1, NULL, -1, &r, &p->err) < 0) {
        np_result_free(r);
        return;
    }
    np_buf_puts(&p->body, "<h2>");
    page_say(p, en, zh);
    np_buf_puts(&p->body, "</h2>\n");
    if (r)
        list_table(p, "subfields", r,
                   p->zh ? "code code_zh families active granted enterprises growth local_share local_rank"
                         : "code code_en families active granted enterprises growth local_share local_rank");
    np_result_free(r);
}

void make_overview(struct page *p)
{
    page_begin(p, p->zh ? NP_S("总览") : NP_S("Overview"));
    put_field(p, "1", "Electronics", "电子信息");
    put_field(p, "2", "Biomedicine", "生物医药");
    put_field(p, "3", "Energy and environment", "能源环境");
    put_field(p, "4", "Other", "其他");
    page_end(p);
}
