/* inflate_isal.c -- ISA-L as a backend: 2.5 times as fast as zlib. */
#ifdef HAVE_ISAL
#include "inflate.h"

#include <isa-l/igzip_lib.h>
#include <nanopat/arena.h>
#include <stdlib.h>
#include <string.h>
#ifdef __x86_64__
#include <immintrin.h>

/* ISA-L 2.30 returns with dirty upper halves of the AVX registers; every SSE instruction
 * after it in this thread would run slowly (reference/performance.md, section 2).        */
__attribute__((target("avx"), noinline)) static void clear_upper_halves(void)
{
    _mm256_zeroupper();
}
#endif

static void clean_registers(void)
{
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx"))
        clear_upper_halves();
#endif
}

static void open_isal(struct inflate *inflate)
{
    struct inflate_state *state = np_malloc(sizeof *state);

    isal_inflate_init(state);
    state->crc_flag = ISAL_GZIP_NO_HDR;
    inflate->state = state;
    inflate->crc = 0;
}

static void reset_isal(struct inflate *inflate)
{
    struct inflate_state *state = inflate->state;

    isal_inflate_reset(state);
    state->crc_flag = ISAL_GZIP_NO_HDR;
    inflate->crc = 0;
}

/* Whole bytes left in the bit buffer belong to what follows the deflate data. */
static void give_back(struct inflate *inflate, struct inflate_state *state)
{
    int length = state->read_in_length > 0 ? state->read_in_length : 0; /* below 0 after an error */
    int n = length / 8 < INFLATE_REST ? length / 8 : INFLATE_REST;
    uint64_t bits = state->read_in >> (length % 8);

    for (int i = 0; i < n; i++)
        inflate->rest[i] = (char)(bits >> (8 * i));
    inflate->rest_n = (size_t)n;
    state->read_in_length = 0;
}

static uint32_t clip(size_t n)
{
    return n < (1u << 30) ? (uint32_t)n : 1u << 30;
}

static const char *words_for(int code)
{
    switch (code) {
    case ISAL_INVALID_BLOCK: return "invalid block";
    case ISAL_INVALID_SYMBOL: return "invalid code";
    case ISAL_INVALID_LOOKBACK: return "invalid distance too far back";
    default: return "invalid data";
    }
}

static enum inflate_step step_isal(struct inflate *inflate)
{
    struct inflate_state *state = inflate->state;
    char *begin = inflate->out;
    int r;

    state->next_in = (uint8_t *)(uintptr_t)inflate->in;
    state->avail_in = clip(inflate->in_n);
    state->next_out = (uint8_t *)inflate->out;
    state->avail_out = clip(inflate->out_n);
    r = isal_inflate(state);
    clean_registers();
    inflate->in_n -= (size_t)((const char *)state->next_in - inflate->in);
    inflate->in = (const char *)state->next_in;
    inflate->out = (char *)state->next_out;
    inflate->out_n -= (size_t)(inflate->out - begin);
    inflate->crc = state->crc;
    inflate->rest_n = 0;
    if (r < 0) {
        give_back(inflate, state);
        inflate->why = words_for(r);
        return INFLATE_BAD;
    }
    if (state->block_state != ISAL_BLOCK_FINISH)
        return INFLATE_MORE;
    give_back(inflate, state);
    return INFLATE_DONE;
}

static void close_isal(struct inflate *inflate)
{
    free(inflate->state);
    inflate->state = NULL;
}

const struct inflate_backend inflate_isal = { "isal", open_isal, reset_isal, step_isal, close_isal };
#else
typedef int inflate_isal_is_not_built;
#endif
