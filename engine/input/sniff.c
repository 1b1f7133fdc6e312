/* sniff.c -- a table of first bytes; what fits nothing is text or binary data. */
#include "sniff.h"

#define MAGIC(bytes, kind) { bytes, sizeof(bytes) - 1, kind }

static const struct magic {
    const char *bytes;
    size_t n;
    const char *kind;
} magics[] = {
    MAGIC("II*\0", "TIFF image"),
    MAGIC("MM\0*", "TIFF image"),
    MAGIC("\xff\xd8\xff", "JPEG image"),
    MAGIC("\x89PNG", "PNG image"),
    MAGIC("GIF8", "GIF image"),
    MAGIC("BM", "BMP image"),
    MAGIC("%PDF-", "PDF"),
    MAGIC("HHHHHT", "APS green book text"),
    MAGIC("PATN", "APS green book text"),
    MAGIC("{\\rtf", "RTF text"),
    MAGIC("\xd0\xcf\x11\xe0", "old Office file"),
    MAGIC("7z\xbc\xaf\x27\x1c", "7z archive"),
    MAGIC("Rar!\x1a\x07", "RAR archive"),
    MAGIC("BZh", "bzip2 file"),
    MAGIC("\xfd" "7zXZ", "xz file"),
    MAGIC("\x28\xb5\x2f\xfd", "Zstandard file"),
    MAGIC("SQLite format 3", "SQLite database"),
};

static bool is_text(struct np_slice s)
{
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];

        if (c < 0x20 && !(c >= 0x09 && c <= 0x0d) && c != 0x1a && c != 0x1b)
            return false;
    }
    return true;
}

const char *sniff_kind(struct np_slice head)
{
    struct np_slice text = np_slice_starts(head, "\xef\xbb\xbf") ? np_slice_sub(head, 3, head.n)
                                                                 : head;

    if (np_slice_trim(text).n == 0)
        return "empty file";
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (head.n >= magics[i].n && memcmp(head.p, magics[i].bytes, magics[i].n) == 0 &&
            (magics[i].n > 2 || !is_text(head)))
            return magics[i].kind;
    return is_text(head) ? "text" : "binary data";
}

bool sniff_is_wide(struct np_slice head)
{
    static const char starts[][4] = {
        { '<', 0, '?', 0 }, { 0, '<', 0, '?' }, { '<', 0, '!', 0 },
        { 0, '<', 0, '!' }, { '<', 0, 0, 0 },   { 0, 0, 0, '<' },
    };

    if (np_slice_starts(head, "\xff\xfe") || np_slice_starts(head, "\xfe\xff"))
        return true;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (head.n >= 4 && memcmp(head.p, starts[i], 4) == 0)
            return true;
    return false;
}

bool sniff_is_html(struct np_slice name)
{
    static const char html[] = "html";

    if (name.n != 4)
        return false;
    for (size_t i = 0; i < 4; i++)
        if ((name.p[i] | 0x20) != html[i])
            return false;
    return true;
}
