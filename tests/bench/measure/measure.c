/* measure.c -- one command's wall time, processor time and peak memory over all its processes.
 *
 *     measure COMMAND ARGS...      stdout of the command goes to /dev/null
 *
 * Prints "wall_s cpu_s peak_mib exit" on one line. Memory is the sum of the proportional set sizes of
 * the process and its descendants, looked at every 20 ms: shared batches count once.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PROCESSES = 4096 };

struct family {
    long pid[PROCESSES], parent[PROCESSES];
    int n;
};

static void list_processes(struct family *f)
{
    DIR *folder = opendir("/proc");
    struct dirent *entry;

    f->n = 0;
    while (folder && (entry = readdir(folder)) && f->n < PROCESSES) {
        char path[300], text[512];
        char *behind;
        long pid = strtol(entry->d_name, NULL, 10);
        FILE *in;

        if (pid <= 0)
            continue;
        snprintf(path, sizeof path, "/proc/%ld/stat", pid);
        in = fopen(path, "r");
        if (!in)
            continue;
        if (fgets(text, sizeof text, in) && (behind = strrchr(text, ')'))) {
            f->pid[f->n] = pid;
            f->parent[f->n++] = strtol(behind + 4, NULL, 10);
        }
        fclose(in);
    }
    if (folder)
        closedir(folder);
}

static int descends(const struct family *f, long pid, long ancestor)
{
    for (int depth = 0; depth < 16 && pid > 1; depth++) {
        int i = 0;

        if (pid == ancestor)
            return 1;
        while (i < f->n && f->pid[i] != pid)
            i++;
        if (i == f->n)
            return 0;
        pid = f->parent[i];
    }
    return 0;
}

static long pss_kib(long pid)
{
    char path[64], line[256];
    long kib = 0;
    FILE *in;

    snprintf(path, sizeof path, "/proc/%ld/smaps_rollup", pid);
    in = fopen(path, "r");
    while (in && fgets(line, sizeof line, in))
        if (strncmp(line, "Pss:", 4) == 0)
            kib = strtol(line + 4, NULL, 10);
    if (in)
        fclose(in);
    return kib;
}

static long look(struct family *f, long root)
{
    long sum = 0;

    list_processes(f);
    for (int i = 0; i < f->n; i++)
        if (descends(f, f->pid[i], root))
            sum += pss_kib(f->pid[i]);
    return sum;
}

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static void become(char **argv)
{
    int null = open("/dev/null", O_WRONLY);

    dup2(null, 1);
    execvp(argv[0], argv);
    perror(argv[0]);
    _exit(127);
}

int main(int argc, char **argv)
{
    static struct family family;
    struct timespec from, to, pause = { 0, 20000000 };
    struct rusage usage;
    long peak = 0;
    int status;
    pid_t pid;

    if (argc < 2)
        return 2;
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    clock_gettime(CLOCK_MONOTONIC, &from);
    pid = fork();
    if (pid == 0)
        become(argv + 1);
    while (waitpid(pid, &status, WNOHANG) == 0) {
        long now = look(&family, pid);

        if (now > peak)
            peak = now;
        nanosleep(&pause, NULL);
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    getrusage(RUSAGE_CHILDREN, &usage);
    printf("%.3f %.3f %ld %d\n",
           (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9,
           seconds(usage.ru_utime) + seconds(usage.ru_stime), peak / 1024,
           WIFEXITED(status) ? WEXITSTATUS(status) : 128);
    return 0;
}
