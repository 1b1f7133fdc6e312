/* squeeze.c -- the zeros out of an encoded record.
 *
 * The flat encoding spends four bytes on every length, and a light record is mostly lengths. Words
 * of eight bytes become a tag with a bit for each byte that is not zero, and those bytes:
 *
 *   tag 00, n         n + 1 words of zeros
 *   tag ff, 8, n, 8n  a full word, then n words as they are
 *   tag  t, bytes     one byte for each bit of t, lowest first
 *
 * after the length (u32). It halves light records and costs a memcpy on texts.
 */
#include "squeeze.h"

enum { WORD = 8, RUN = 255 };

static int tag_of(const unsigned char *word)
{
    int tag = 0;

    for (int i = 0; i < WORD; i++)
        tag |= (word[i] != 0) << i;
    return tag;
}

/* The last word may be short: zeros behind it, which the length takes off again. */
static void word_at(struct np_slice raw, size_t at, unsigned char word[WORD])
{
    size_t n = raw.n - at < WORD ? raw.n - at : WORD;

    memset(word, 0, WORD);
    memcpy(word, raw.p + at, n);
}

/* A word of text may hold one zero and still be cheaper as it is than behind a tag. */
static bool belongs(const unsigned char word[WORD], bool zeros)
{
    int nonzero = 0;

    for (int i = 0; i < WORD; i++)
        nonzero += word[i] != 0;
    return zeros ? nonzero == 0 : nonzero >= WORD - 1;
}

static size_t run_of(struct np_slice raw, size_t at, bool zeros)
{
    size_t n = 0;

    while (n < RUN && at + WORD <= raw.n && belongs((const unsigned char *)raw.p + at, zeros)) {
        n++;
        at += WORD;
    }
    return n;
}

void np_squeeze(struct np_buf *b, struct np_slice raw)
{
    unsigned char word[WORD];

    np_buf_u32(b, (uint32_t)raw.n);
    for (size_t at = 0; at < raw.n;) {
        int tag;
        size_t run;

        word_at(raw, at, word);
        tag = tag_of(word);
        at += WORD;
        np_buf_putc(b, (char)tag);
        for (int i = 0; i < WORD; i++)
            if (word[i])
                np_buf_putc(b, (char)word[i]);
        if (tag != 0 && tag != 0xff)
            continue;
        run = run_of(raw, at, tag == 0);
        np_buf_putc(b, (char)run);
        if (tag == 0xff)
            np_buf_put(b, raw.p + at, run * WORD);
        at += run * WORD;
    }
}

struct out {
    char *p;
    size_t n, at;
};

static void put_bytes(struct out *out, const char *bytes, size_t n)
{
    size_t room = out->n - out->at;

    memcpy(out->p + out->at, bytes, n < room ? n : room);
    out->at += n < room ? n : room;
}

static bool unsqueeze_word(const unsigned char **p, const unsigned char *end, struct out *out)
{
    unsigned char word[WORD];
    int tag = *(*p)++;

    for (int i = 0; i < WORD; i++) {
        word[i] = 0;
        if (!(tag >> i & 1))
            continue;
        if (*p == end)
            return false;
        word[i] = *(*p)++;
    }
    put_bytes(out, (const char *)word, WORD);
    return true;
}

static bool unsqueeze_run(const unsigned char **p, const unsigned char *end, bool zero,
                          struct out *out)
{
    size_t n;

    if (*p == end)
        return false;
    n = (size_t)*(*p)++ * WORD;
    if (zero) {
        if (n > out->n - out->at)
            n = out->n - out->at;
        memset(out->p + out->at, 0, n);
        out->at += n;
        return true;
    }
    if ((size_t)(end - *p) < n)
        return false;
    put_bytes(out, (const char *)*p, n);
    *p += n;
    return true;
}

bool np_unsqueeze(struct np_slice squeezed, struct np_arena *arena, struct np_slice *raw)
{
    struct np_reader r = np_reader_of(squeezed);
    struct out out = { .n = np_read_u32(&r) };
    const unsigned char *p = (const unsigned char *)r.p, *end = (const unsigned char *)r.end;

    /* Two bytes give at most RUN + 1 words: bounds the memory by what is really there. */
    if (r.bad || out.n / ((RUN + 1) * WORD) > squeezed.n)
        return false;
    out.p = np_arena_alloc(arena, out.n + 1);
    while (p < end && out.at < out.n) {
        int tag = *p;

        if (!unsqueeze_word(&p, end, &out))
            return false;
        if ((tag == 0 || tag == 0xff) && !unsqueeze_run(&p, end, tag == 0, &out))
            return false;
    }
    *raw = np_slice_make(out.p, out.n);
    return out.at == out.n && p == end;
}
