/* test_sandbox.c -- what a stage may not do once it is inside, and what it still may. */
#include <nanopat/sandbox.h>

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define UNDER_SANITIZER true
#else
#define UNDER_SANITIZER false
#endif

/* System calls that a taken-over worker would want; arguments that would work outside. */
static const struct {
    long number;
    const char *name;
    long a, b, c;
} wanted[] = {
    { SYS_openat, "openat", AT_FDCWD, (long)"/etc/passwd", O_RDONLY },
    { SYS_socket, "socket", AF_INET, SOCK_STREAM, 0 },
    { SYS_socketpair, "socketpair", AF_UNIX, SOCK_STREAM, 0 },
    { SYS_clone, "clone", SIGCHLD, 0, 0 },
    { SYS_execve, "execve", (long)"/bin/true", 0, 0 },
    { SYS_kill, "kill", 1, 0, 0 },
    { SYS_ptrace, "ptrace", 0, 0, 0 },
    { SYS_unlinkat, "unlinkat", AT_FDCWD, (long)"nothing", 0 },
    { SYS_renameat2, "renameat2", AT_FDCWD, (long)"a", AT_FDCWD },
    { SYS_mkdirat, "mkdirat", AT_FDCWD, (long)"nothing", 0700 },
    { SYS_symlinkat, "symlinkat", (long)"a", AT_FDCWD, (long)"b" },
    { SYS_linkat, "linkat", AT_FDCWD, (long)"a", AT_FDCWD },
    { SYS_fchmodat, "fchmodat", AT_FDCWD, (long)"a", 0777 },
    { SYS_fchownat, "fchownat", AT_FDCWD, (long)"a", 0 },
    { SYS_faccessat, "faccessat", AT_FDCWD, (long)"/", 0 },
    { SYS_readlinkat, "readlinkat", AT_FDCWD, (long)"/proc/self/exe", 0 },
    { SYS_getdents64, "getdents64", 0, 0, 0 },
    { SYS_chdir, "chdir", (long)"/", 0, 0 },
    { SYS_chroot, "chroot", (long)"/", 0, 0 },
    { SYS_mount, "mount", 0, 0, 0 },
    { SYS_umount2, "umount2", (long)"/", 0, 0 },
    { SYS_setuid, "setuid", 0, 0, 0 },
    { SYS_setgid, "setgid", 0, 0, 0 },
    { SYS_capset, "capset", 0, 0, 0 },
    { SYS_prctl, "prctl", 0, 0, 0 },
    { SYS_unshare, "unshare", 0, 0, 0 },
    { SYS_setns, "setns", 0, 0, 0 },
    { SYS_bpf, "bpf", 0, 0, 0 },
    { SYS_io_uring_setup, "io_uring_setup", 1, 0, 0 },
    { SYS_perf_event_open, "perf_event_open", 0, 0, 0 },
    { SYS_keyctl, "keyctl", 0, 0, 0 },
    { SYS_process_vm_readv, "process_vm_readv", 1, 0, 0 },
    { SYS_memfd_create, "memfd_create", (long)"x", 0, 0 },
    { SYS_shmget, "shmget", 0, 0, 0 },
    { SYS_connect, "connect", 0, 0, 0 },
    { SYS_bind, "bind", 0, 0, 0 },
    { SYS_truncate, "truncate", (long)"a", 0, 0 },
    { SYS_statfs, "statfs", (long)"/", 0, 0 },
    { SYS_setrlimit, "setrlimit", 0, 0, 0 },
    { SYS_sysinfo, "sysinfo", 0, 0, 0 },
};

/* Runs `inside` in a sandboxed child; its exit code. */
static int in_sandbox(int (*inside)(void))
{
    int status = 0;
    pid_t pid = fork();

    if (pid == 0)
        _exit(np_sandbox_enter(NULL) == NP_OK ? inside() : 200);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 201;
}

static int try_all(void)
{
    int allowed = 0;

    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        errno = 0;
        if (syscall(wanted[i].number, wanted[i].a, wanted[i].b, wanted[i].c, 0, 0, 0) >= 0 ||
            errno != EPERM) {
            dprintf(2, "%s is not refused (%d)\n", wanted[i].name, errno);
            allowed++;
        }
    }
    return allowed;
}

static void forty_system_calls_are_refused(void **state)
{
    (void)state;
    if (UNDER_SANITIZER)
        skip();
    assert_int_equal(sizeof wanted / sizeof wanted[0], 40);
    assert_int_equal(in_sandbox(try_all), 0);
}

static int try_code(void)
{
    void *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                   0);

    return p == MAP_FAILED && errno == EPERM ? 0 : 1;
}

static void memory_cannot_become_code(void **state)
{
    (void)state;
    if (UNDER_SANITIZER)
        skip();
    assert_int_equal(in_sandbox(try_code), 0);
}

static int work(void)
{
    char *p = malloc(32 << 20);
    volatile char last = 0;

    if (!p)
        return 1;
    for (size_t i = 0; i < 32 << 20; i += 4096)
        p[i] = 1;
    last = p[4096];
    free(p);
    return last == 1 ? 0 : 2;
}

static void memory_still_grows_and_shrinks(void **state)
{
    (void)state;
    assert_int_equal(in_sandbox(work), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forty_system_calls_are_refused),
        cmocka_unit_test(memory_cannot_become_code),
        cmocka_unit_test(memory_still_grows_and_shrinks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
