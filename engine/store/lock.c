/* lock.c -- one writer per store, and file systems that cannot be trusted with one.
 *
 * The lock is a record lock on NAME-lock: the system drops it when its holder ends, however it
 * ends, and tells who holds it. The file goes when the store is closed; a writer that waited
 * on a file that is gone by then tries again on the new one.
 */
#include "sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

static char *lock_name(const char *path)
{
    struct np_buf b = { 0 };

    np_buf_puts(&b, path);
    np_buf_puts(&b, "-lock");
    np_buf_cstr(&b);
    return b.p;
}

static enum np_status busy(struct np_store *store, struct np_err *err)
{
    struct flock holder = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

    store->exit_code = 5;
    if (fcntl(store->lock, F_GETLK, &holder) == 0 && holder.l_type != F_UNLCK)
        return np_fail_at(err, NP_STOP, "NP-STO-001", -1,
                          "'%.160s' is being written by process %ld: wait for it or end it",
                          store->path, (long)holder.l_pid);
    return np_fail_at(err, NP_STOP, "NP-STO-001", -1,
                      "'%.160s' is being written by another process", store->path);
}

static bool still_there(const struct np_store *store)
{
    struct stat held, named;

    return fstat(store->lock, &held) == 0 && stat(store->lock_path, &named) == 0 &&
           held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

enum np_status np_lock_take(struct np_store *store, struct np_err *err)
{
    struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

    store->lock_path = lock_name(store->path);
    for (;;) {
        store->lock = open(store->lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
        if (store->lock < 0) {
            store->exit_code = errno == ENOSPC || errno == EIO || errno == EDQUOT ? 6 : 5;
            return np_fail_at(err, NP_STOP, "NP-STO-006", -1, "cannot write '%.160s': %s",
                              store->lock_path, strerror(errno));
        }
        if (fcntl(store->lock, F_SETLK, &whole) != 0) {
            enum np_status status = busy(store, err);

            close(store->lock);
            store->lock = -1;
            return status;
        }
        if (still_there(store))
            return NP_OK;
        close(store->lock);
    }
}

void np_lock_drop(struct np_store *store)
{
    if (store->lock >= 0) {
        unlink(store->lock_path);
        close(store->lock);
    }
    store->lock = -1;
}

/* Magic numbers as in statfs(2). A write-ahead log is shared memory: it needs one host. */
static const struct {
    unsigned long magic;
    const char *name;
} network_file_systems[] = {
    { 0x6969, "NFS" },        { 0x517B, "SMB" },        { 0xFF534D42, "CIFS" },
    { 0xFE534D42, "SMB2" },   { 0x65735546, "FUSE" },   { 0x01021997, "9P" },
    { 0x00C36400, "Ceph" },   { 0x5346414F, "AFS" },    { 0x0BD00BD0, "Lustre" },
    { 0x47504653, "GPFS" },   { 0x564C, "NCP" },        { 0x73757245, "Coda" },
};

/* The folder of a path, in `folder`. */
static void folder_of(const char *path, struct np_buf *folder)
{
    const char *slash = strrchr(path, '/');

    if (!slash)
        np_buf_puts(folder, ".");
    else if (slash == path)
        np_buf_puts(folder, "/");
    else
        np_buf_put(folder, path, (size_t)(slash - path));
    np_buf_cstr(folder);
}

bool np_on_network(const char *path, const char **kind)
{
    struct np_buf folder = { 0 };
    struct statfs fs;
    int rc;

    folder_of(path, &folder);
    rc = statfs(folder.p, &fs);
    np_buf_release(&folder);
    if (rc != 0)
        return false;
    for (size_t i = 0; i < sizeof network_file_systems / sizeof *network_file_systems; i++)
        if ((unsigned long)(uint32_t)fs.f_type == network_file_systems[i].magic) {
            *kind = network_file_systems[i].name;
            return true;
        }
    return false;
}

int64_t np_free_bytes(const char *path)
{
    struct np_buf folder = { 0 };
    struct statvfs fs;
    int rc;

    folder_of(path, &folder);
    rc = statvfs(folder.p, &fs);
    np_buf_release(&folder);
    return rc == 0 ? (int64_t)fs.f_bavail * (int64_t)fs.f_frsize : -1;
}

void np_sync_folder(const char *path)
{
    struct np_buf folder = { 0 };
    int fd;

    folder_of(path, &folder);
    fd = open(folder.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync(fd); /* some file systems cannot, and need not */
        close(fd);
    }
    np_buf_release(&folder);
}
