/* flatten.c -- which elements are inline, which separate words, which have no text. */
#include "flatten.h"

#include "entity.h"
#include <nanopat/text.h>

struct flat_name {
    const char *name;
    enum np_flat flat;
};

/* In byte order: searched by halves. Names of uspto.md section 1 and 4, docdb.md, cnipa.md
 * section 2, ep-fulltext.md, and presentation MathML. What separates words (p, br,
 * claim-text, li, entry ...) needs no row: that is what an unknown name does.             */
static const struct flat_name flat_names[] = {
    { "B", NP_FLAT_INLINE },
    { "BOLD", NP_FLAT_INLINE },
    { "Bold", NP_FLAT_INLINE },
    { "CHEM-US", NP_FLAT_DROP },
    { "CLREF", NP_FLAT_INLINE },
    { "CUSTOM-CHARACTER", NP_FLAT_DROP },
    { "Chemistry", NP_FLAT_DROP },
    { "ChemistryDetails", NP_FLAT_DROP },
    { "ClaimReference", NP_FLAT_INLINE },
    { "CrossReference", NP_FLAT_INLINE },
    { "DEL-E", NP_FLAT_UNSTRIKE },
    { "DEL-S", NP_FLAT_STRIKE },
    { "DULINE", NP_FLAT_INLINE },
    { "EMI", NP_FLAT_DROP },
    { "F", NP_FLAT_INLINE },
    { "FGREF", NP_FLAT_INLINE },
    { "FigureReference", NP_FLAT_INLINE },
    { "HIL", NP_FLAT_INLINE },
    { "I", NP_FLAT_INLINE },
    { "IMG", NP_FLAT_INLINE },
    { "INS-E", NP_FLAT_INLINE },
    { "INS-S", NP_FLAT_INLINE },
    { "ITALIC", NP_FLAT_INLINE },
    { "Image", NP_FLAT_DROP },
    { "Italic", NP_FLAT_INLINE },
    { "LTL", NP_FLAT_INLINE },
    { "MathDetails", NP_FLAT_NO_CDATA },
    { "MathText", NP_FLAT_NO_CDATA },
    { "O", NP_FLAT_INLINE },
    { "Overscore", NP_FLAT_INLINE },
    { "PDAT", NP_FLAT_INLINE },
    { "PageBegin", NP_FLAT_DROP },
    { "SB", NP_FLAT_INLINE },
    { "SMALLCAPS", NP_FLAT_INLINE },
    { "SP", NP_FLAT_INLINE },
    { "SmallCapitals", NP_FLAT_INLINE },
    { "Sub", NP_FLAT_INLINE },
    { "Sup", NP_FLAT_INLINE },
    { "U", NP_FLAT_INLINE },
    { "ULINE", NP_FLAT_INLINE },
    { "Underline", NP_FLAT_INLINE },
    { "annotation", NP_FLAT_DROP },
    { "annotation-xml", NP_FLAT_DROP },
    { "b", NP_FLAT_INLINE },
    { "bold", NP_FLAT_INLINE },
    { "chemistry", NP_FLAT_DROP },
    { "chemistry-cwu", NP_FLAT_DROP },
    { "claim-ref", NP_FLAT_INLINE },
    { "cross-reference", NP_FLAT_INLINE },
    { "crossref", NP_FLAT_INLINE },
    { "custom-character", NP_FLAT_DROP },
    { "dependent-claim-reference", NP_FLAT_INLINE },
    { "dl-term", NP_FLAT_INLINE },
    { "duline", NP_FLAT_INLINE },
    { "emi", NP_FLAT_DROP },
    { "figref", NP_FLAT_INLINE },
    { "highlight", NP_FLAT_INLINE },
    { "i", NP_FLAT_INLINE },
    { "image", NP_FLAT_DROP },
    { "img", NP_FLAT_DROP },
    { "in-line-formula", NP_FLAT_INLINE },
    { "italic", NP_FLAT_INLINE },
    { "literal", NP_FLAT_INLINE },
    { "maction", NP_FLAT_INLINE },
    { "maligngroup", NP_FLAT_INLINE },
    { "malignmark", NP_FLAT_INLINE },
    { "math", NP_FLAT_INLINE },
    { "math-cwu", NP_FLAT_INLINE },
    { "mathematica-file", NP_FLAT_DROP },
    { "maths", NP_FLAT_INLINE },
    { "menclose", NP_FLAT_INLINE },
    { "merror", NP_FLAT_INLINE },
    { "mfenced", NP_FLAT_INLINE },
    { "mfrac", NP_FLAT_INLINE },
    { "mglyph", NP_FLAT_INLINE },
    { "mi", NP_FLAT_INLINE },
    { "mlabeledtr", NP_FLAT_INLINE },
    { "mmultiscripts", NP_FLAT_INLINE },
    { "mn", NP_FLAT_INLINE },
    { "mo", NP_FLAT_INLINE },
    { "mover", NP_FLAT_INLINE },
    { "mpadded", NP_FLAT_INLINE },
    { "mphantom", NP_FLAT_INLINE },
    { "mprescripts", NP_FLAT_INLINE },
    { "mroot", NP_FLAT_INLINE },
    { "mrow", NP_FLAT_INLINE },
    { "ms", NP_FLAT_INLINE },
    { "mspace", NP_FLAT_INLINE },
    { "msqrt", NP_FLAT_INLINE },
    { "mstyle", NP_FLAT_INLINE },
    { "msub", NP_FLAT_INLINE },
    { "msubsup", NP_FLAT_INLINE },
    { "msup", NP_FLAT_INLINE },
    { "mtable", NP_FLAT_INLINE },
    { "mtd", NP_FLAT_INLINE },
    { "mtext", NP_FLAT_INLINE },
    { "mtr", NP_FLAT_INLINE },
    { "munder", NP_FLAT_INLINE },
    { "munderover", NP_FLAT_INLINE },
    { "none", NP_FLAT_INLINE },
    { "nplcit", NP_FLAT_INLINE },
    { "number", NP_FLAT_DROP },
    { "o", NP_FLAT_INLINE },
    { "ovl", NP_FLAT_INLINE },
    { "patcit", NP_FLAT_INLINE },
    { "sb", NP_FLAT_INLINE },
    { "semantics", NP_FLAT_INLINE },
    { "small-caps", NP_FLAT_INLINE },
    { "smallcaps", NP_FLAT_INLINE },
    { "sp", NP_FLAT_INLINE },
    { "sub", NP_FLAT_INLINE },
    { "sub2", NP_FLAT_INLINE },
    { "subscript", NP_FLAT_INLINE },
    { "sup", NP_FLAT_INLINE },
    { "sup2", NP_FLAT_INLINE },
    { "superscript", NP_FLAT_INLINE },
    { "u", NP_FLAT_INLINE },
    { "uline", NP_FLAT_INLINE },
    { "underline", NP_FLAT_INLINE },
};

enum np_flat np_flat_of(struct np_slice element)
{
    size_t low = 0, high = sizeof flat_names / sizeof flat_names[0];

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = np_slice_cmp(element, np_slice_of(flat_names[middle].name));

        if (order == 0)
            return flat_names[middle].flat;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NP_FLAT_BLOCK;
}

enum np_flat np_flat_inside(struct np_slice parent, struct np_slice element)
{
    if (np_slice_is(parent, "dependent-claim-reference") && np_slice_is(element, "claim-text"))
        return NP_FLAT_INLINE;
    if (np_slice_is(parent, "F") && np_slice_is(element, "PTEXT")) /* a formula in the line */
        return NP_FLAT_INLINE;
    return np_flat_of(element);
}

/* Text that the office escaped once too often: "&lt;" or "&alpha;" still stands in it after
 * the XML was decoded. Page breaks go the same way.                                         */
static struct np_slice undo_escaping(struct np_slice s, struct np_buf *scratch)
{
    if (s.n == 0 || (!memchr(s.p, '&', s.n) && !memchr(s.p, NP_PAGE_BREAK, s.n)))
        return s;
    np_buf_reset(scratch);
    while (s.n) {
        const char *end = memchr(s.p, NP_PAGE_BREAK, s.n);
        size_t n = end ? (size_t)(end - s.p) : s.n;

        np_entity_resolve(scratch, np_slice_sub(s, 0, n));
        s = np_slice_sub(s, n + 1, s.n);
    }
    return np_buf_slice(scratch);
}

void np_flat_finish(struct np_buf *b, struct np_slice collected, struct np_buf *scratch)
{
    size_t from = b->n;
    struct np_slice text;

    np_text_squeeze(b, undo_escaping(collected, scratch));
    text = np_slice_sub(np_buf_slice(b), from, b->n - from);
    while (np_slice_ends(text, "<IMAGE>")) {
        text.n -= strlen("<IMAGE>");
        text = np_slice_trim(text);
    }
    b->n = text.n ? (size_t)(text.p - b->p) + text.n : from;
}
