/* sandbox.c -- no privileges, no files, no network, no new processes.
 *
 * Three layers: limits, a list of system calls (seccomp), and an empty Landlock ruleset where the
 * kernel has it. The list holds what computing, talking over held descriptors and
 * growing memory need; executable memory is refused, so compile patterns before.
 */
#include <nanopat/sandbox.h>

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define OUR_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCH AUDIT_ARCH_AARCH64
#endif

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define UNDER_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define UNDER_SANITIZER 1
#endif
#endif

static const int allowed[] = {
    SYS_read, SYS_write, SYS_readv, SYS_writev, SYS_pread64, SYS_lseek, SYS_fstat, SYS_dup, SYS_close,
    SYS_recvmsg, SYS_sendmsg, SYS_munmap, SYS_mremap, SYS_brk, SYS_madvise, SYS_futex,
    SYS_clock_gettime, SYS_clock_nanosleep, SYS_getrandom, SYS_exit, SYS_exit_group,
    SYS_rt_sigreturn, SYS_rt_sigprocmask, SYS_rt_sigaction, SYS_getpid, SYS_gettid, SYS_tgkill,
    SYS_sched_yield, SYS_restart_syscall,
#ifdef SYS_newfstatat
    SYS_newfstatat, /* fstat of an open descriptor, by glibc; opens nothing */
#endif
};

enum { NALLOWED = sizeof allowed / sizeof allowed[0] };

static const int mapping[] = { SYS_mmap, SYS_mprotect };

static enum np_status set_limits(struct np_err *err)
{
    static const int resource[] = { RLIMIT_FSIZE, RLIMIT_CORE };

    for (size_t i = 0; i < sizeof resource / sizeof resource[0]; i++) {
        struct rlimit none = { 0, 0 };

        if (setrlimit((__rlimit_resource_t)resource[i], &none) != 0)
            return np_fail(err, NP_FAIL, "cannot set a limit: %s", strerror(errno));
    }
    prctl(PR_SET_DUMPABLE, 0);
    return NP_OK;
}

#ifdef OUR_ARCH
static size_t build_filter(struct sock_filter *f)
{
    size_t n = 0;
    unsigned refuse = SECCOMP_RET_ERRNO | EPERM;

    f[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
                                          offsetof(struct seccomp_data, arch));
    f[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCH, 1, 0);
    f[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    f[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
                                          offsetof(struct seccomp_data, nr));
    for (size_t i = 0; i < NALLOWED; i++) {
        f[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)allowed[i], 0, 1);
        f[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    }
    /* mmap and mprotect: third argument without PROT_EXEC. */
    f[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)mapping[0], 1, 0);
    f[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)mapping[1], 0, 3);
    f[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
                                          offsetof(struct seccomp_data, args[2]));
    f[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 1, 0);
    f[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    f[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, refuse);
    return n;
}

static enum np_status install_filter(struct np_err *err)
{
    struct sock_filter filter[16 + 2 * NALLOWED];
    struct sock_fprog program = { (unsigned short)build_filter(filter), filter };

    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
        return np_fail(err, NP_FAIL, "cannot install the system call filter: %s", strerror(errno));
    return NP_OK;
}
#else
static enum np_status install_filter(struct np_err *err)
{
    return np_fail(err, NP_FAIL, "no system call filter for this processor");
}
#endif

/* Landlock: all file access is handled and none granted. Absent on kernels before 5.13. */
static int landlock_version(void)
{
#ifdef SYS_landlock_create_ruleset
    long v = syscall(SYS_landlock_create_ruleset, NULL, 0, 1U);

    return v > 0 ? (int)v : 0;
#else
    return 0;
#endif
}

static void enter_landlock(void)
{
#ifdef SYS_landlock_create_ruleset
    struct { uint64_t handled_access_fs; } rules = { (1ULL << 13) - 1 };
    long fd;

    if (landlock_version() == 0)
        return;
    fd = syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0U);
    if (fd < 0)
        return;
    syscall(SYS_landlock_restrict_self, (int)fd, 0U);
    close((int)fd);
#endif
}

enum np_status np_sandbox_enter(struct np_err *err)
{
    enum np_status status = set_limits(err);

#ifdef UNDER_SANITIZER
    return status; /* the sanitizer's own calls would be refused */
#endif
    if (status != NP_OK)
        return status;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return np_fail(err, NP_FAIL, "cannot give up new privileges: %s", strerror(errno));
    enter_landlock();
    return install_filter(err);
}

void np_sandbox_describe(char *text, size_t size)
{
    bool seccomp = prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0;
    int landlock = landlock_version();

#ifdef UNDER_SANITIZER
    seccomp = false;
#endif
    if (landlock)
        snprintf(text, size, "seccomp %s, landlock abi %d, rlimits yes", seccomp ? "yes" : "no",
                 landlock);
    else
        snprintf(text, size, "seccomp %s, landlock no, rlimits yes", seccomp ? "yes" : "no");
}
