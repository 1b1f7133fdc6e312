/* cn_content.c -- handlers of the CNIPA dialects: texts, claims, symbols, citations. */
#include "cn.h"

static struct cn_document *document_of(struct np_walk *walk) { return np_walk_state(walk); }

/* ---- texts ---- */

static struct np_slice lang_of(struct np_walk *walk)
{
    struct np_slice lang = np_walk_attribute(walk, "lang");

    if (!lang.n)
        lang = np_walk_root_attribute(walk, "lang");
    return cn_lang(np_walk_arena(walk), lang);
}

void cn_title(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);
    struct cn_text *title;

    if (!text.n || cn_too_many(walk, doc->title.n))
        return;
    title = np_list_add(np_walk_arena(walk), &doc->title);
    *title = (struct cn_text){ lang_of(walk), text, cn_format_of(walk) };
}

void cn_text_open(struct np_walk *walk) { np_buf_reset(&document_of(walk)->text); }

/* A paragraph of an abstract or of a claim. Only these count: a character that slipped in
 * between the elements is not text (formats/cnipa.md, 7.7). `<p num="bio">` holds a deposit. */
void cn_text_part(struct np_walk *walk, struct np_slice text)
{
    struct np_buf *b = &document_of(walk)->text;

    if (!text.n || np_slice_is(np_walk_attribute(walk, "num"), "bio"))
        return;
    if (b->n)
        np_buf_putc(b, ' ');
    np_buf_puts_slice(b, text);
}

/* The paragraphs so far as one text: no blank between two Chinese characters. */
static struct np_slice take_text(struct np_walk *walk)
{
    struct cn_document *doc = document_of(walk);

    np_buf_reset(&doc->squeezed);
    np_text_squeeze(&doc->squeezed, np_buf_slice(&doc->text));
    np_buf_reset(&doc->text);
    return np_arena_copy(np_walk_arena(walk), np_buf_slice(&doc->squeezed));
}

void cn_abstract(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);
    struct np_slice whole = take_text(walk);
    struct cn_text *abstract;

    (void)text;
    if (!whole.n || cn_too_many(walk, doc->abstract.n))
        return;
    abstract = np_list_add(np_walk_arena(walk), &doc->abstract);
    *abstract = (struct cn_text){ lang_of(walk), whole, cn_format_of(walk) };
}

/* ---- claims ---- */

void cn_claims_open(struct np_walk *walk)
{
    struct cn_document *doc = document_of(walk);
    struct cn_claims *list;

    if (cn_too_many(walk, doc->claims.n))
        return;
    list = np_list_add(np_walk_arena(walk), &doc->claims);
    list->claims.lang = lang_of(walk);
    list->format = cn_format_of(walk);
}

/* `0012` is 12; what is not a number gives the claim's position. */
static int claim_number(struct np_slice num, size_t position)
{
    int n = 0;

    for (size_t i = 0; i < num.n; i++) {
        if (num.p[i] < '0' || num.p[i] > '9' || n > 99999)
            return (int)position;
        n = n * 10 + (num.p[i] - '0');
    }
    return n ? n : (int)position;
}

void cn_claim(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);
    struct np_arena *arena = np_walk_arena(walk);
    struct np_claims *list = &doc->claims.v[doc->claims.n - 1].claims;
    struct np_slice whole = take_text(walk);
    struct np_slice num = np_walk_attribute(walk, "num");
    struct np_claim *claim;

    (void)text;
    if (!whole.n || cn_too_many(walk, list->claims.n))
        return;
    if (!num.n)
        num = np_walk_attribute(walk, "number");
    claim = np_list_add(arena, &list->claims);
    claim->num = claim_number(np_narrow(arena, np_slice_trim(num)), list->claims.n);
    claim->text = whole;
    np_claim_dependence(arena, claim, list->lang);
}

void cn_claims_stated(struct np_walk *walk, struct np_slice text)
{
    document_of(walk)->claims_stated = np_narrow(np_walk_arena(walk), cn_value(text));
}

/* ---- symbols ---- */

void cn_ipcr_open(struct np_walk *walk)
{
    struct cn_document *doc = document_of(walk);

    memset(doc->ipc, 0, sizeof doc->ipc);
    doc->symbol = NP_EMPTY;
}

void cn_ipcr_part(struct np_walk *walk, struct np_slice text)
{
    static const struct {
        const char *element;
        int at;
    } parts[] = {
        { "Section", 0 },   { "section", 0 },    { "MainClass", 1 }, { "class", 1 },
        { "Subclass", 2 },  { "SubClass", 2 },   { "subclass", 2 },  { "MainGroup", 3 },
        { "main-group", 3 }, { "Subgroup", 4 },  { "SubGroup", 4 },  { "subgroup", 4 },
    };
    struct cn_document *doc = document_of(walk);
    struct np_slice element = np_walk_element(walk);

    text = np_slice_trim(np_narrow(np_walk_arena(walk), text));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (np_slice_is(element, parts[i].element)) {
            doc->ipc[parts[i].at] = text;
            return;
        }
    doc->symbol = text;
}

void cn_ipcr(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);
    struct np_arena *arena = np_walk_arena(walk);
    struct np_slice *part = doc->ipc, symbol = NP_EMPTY;

    (void)text;
    if (part[0].n && part[1].n && part[2].n && cn_value(part[3]).n && part[4].n >= 2)
        symbol = np_symbol_join(arena, part[0], part[1], part[2], part[3], part[4]);
    if (!symbol.n && doc->symbol.n)
        symbol = np_symbol_parse(arena, doc->symbol);
    if (!cn_too_many(walk, doc->ipcr.n))
        np_symbols_add(arena, &doc->ipcr, symbol);
}

/* IPC 1 to 7: `B03C3/09` and, as standard, `B03C0003090000`. Old designs print Locarno here. */
void cn_old_ipc(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);
    struct np_arena *arena = np_walk_arena(walk);
    struct np_symbols *list = &doc->old_ipc[cn_format_of(walk)];
    struct np_slice symbol = np_symbol_parse(arena, np_narrow(arena, text));

    if (!symbol.n)
        cn_locarno(walk, text);
    else if (!cn_too_many(walk, list->n))
        np_symbols_add(arena, list, symbol);
}

static bool digit(struct np_slice s, size_t at)
{
    return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

/* `14-03`, also inside other words: `LOC(10)Cl. 14-03`. */
void cn_locarno(struct np_walk *walk, struct np_slice text)
{
    struct cn_document *doc = document_of(walk);
    struct np_arena *arena = np_walk_arena(walk);
    struct np_slice s = np_slice_trim(np_narrow(arena, text)), symbol = NP_EMPTY;

    for (size_t i = 0; i + 5 <= s.n && !symbol.n; i++)
        if (digit(s, i) && digit(s, i + 1) && s.p[i + 2] == '-' && digit(s, i + 3) &&
            digit(s, i + 4))
            symbol = np_locarno_parse(arena, np_slice_sub(s, i, 5));
    if (!symbol.n && s.n == 4)
        symbol = np_locarno_parse(arena, s);
    if (!cn_too_many(walk, doc->locarno.n))
        np_symbols_add(arena, &doc->locarno, symbol);
}
