/* fuzz_source.c -- any bytes as an input file: zip, tar, gzip, nested; every member read. */
#include <nanopat/input.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The same by file and by pipe; only what must hold of both is checked: it ends. */
static void read_all(int fd, size_t size)
{
    struct np_limits limits = np_limits_default;
    struct np_source *source;
    struct np_member member;
    enum np_status status;
    char piece[4096];
    size_t got, all = 0;

    limits.member_bytes = 1 << 20;
    limits.entries = 1000;
    source = np_source_new(fd, "fuzz", &limits);
    while (all < (size_t)8 << 20 && (status = np_source_member(source, &member, NULL)) != NP_END) {
        if (member.ordinal > (int64_t)size * 4 + 10)
            abort();
        while (status == NP_OK &&
               (status = np_source_read(source, piece, sizeof piece, &got, NULL)) == NP_OK)
            all += got;
    }
    np_source_free(source);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int fd = memfd_create("fuzz", 0), ends[2];

    if (fd < 0 || write(fd, data, size) != (ssize_t)size)
        abort();
    (void)np_content_signature(fd);
    read_all(fd, size);
    if (size < 32768 && pipe(ends) == 0) { /* fits into the pipe */
        if (write(ends[1], data, size) != (ssize_t)size)
            abort();
        close(ends[1]);
        read_all(ends[0], size);
    }
    return 0;
}
