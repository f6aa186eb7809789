// SPDX-License-Identifier: GPL-3.0-or-later
// What a program defines is called by its libraries as well, before what the C library has under
// the same name; that one is found as the next. Hardened variants of these names would be others.
#undef _FORTIFY_SOURCE

#include "tests/platforms/filefaults.h"

#include <QFile>

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <set>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace portolan::tests {

namespace {

struct Plan
{
    std::string folder; //!< ends with a slash; empty: nothing is counted
    int calls = 0;
    int at = 0;
    int error = 0;
    bool sticky = false;
    bool isOfReads = false;
    bool tookUnsynced = false;
    std::set<std::string> unsynced; //!< files that were written to since they were synced
};

Plan plan;

//! Whether the call that is about \a path has to fail; sets errno then.
bool strikes(const char *path, bool isRead = false)
{
    if (plan.folder.empty() || plan.isOfReads != isRead
        || std::strncmp(path, plan.folder.c_str(), plan.folder.size()) != 0)
        return false;
    ++plan.calls;
    const bool hit =
        plan.at != 0 && (plan.calls == plan.at || (plan.sticky && plan.calls > plan.at));
    if (hit)
        errno = plan.error;
    return hit;
}

//! The file that \a handle is of, where files are watched.
std::string pathOf(int handle)
{
    if (plan.folder.empty())
        return {};
    char path[4096];
    const auto link = "/proc/self/fd/" + std::to_string(handle);
    const auto size = ::readlink(link.c_str(), path, sizeof path);
    return size > 0 ? std::string(path, std::size_t(size)) : std::string();
}

bool strikes(int handle)
{
    const auto path = pathOf(handle);
    return !path.empty() && strikes(path.c_str());
}

int synced(int handle, int (*real)(int))
{
    if (strikes(handle))
        return -1;
    const auto result = real(handle);
    if (result == 0)
        plan.unsynced.erase(pathOf(handle));
    return result;
}

template <typename Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

using Open = int (*)(const char *, int, ...);

int opened(const char *path, int flags, mode_t mode)
{
    static const auto real = next<Open>("open64");
    const bool isMade = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
    // A folder that is opened as a file is synced.
    const bool isRead = !isMade && (flags & (O_ACCMODE | O_DIRECTORY)) == O_RDONLY;
    return (isMade && strikes(path)) || (isRead && strikes(path, true)) ? -1
                                                                        : real(path, flags, mode);
}

} // namespace

void FileFaults::arm(const QString &folder, int at, int error, bool sticky)
{
    plan = {.folder = QFile::encodeName(folder).toStdString() + '/',
            .at = at,
            .error = error,
            .sticky = sticky};
}

void FileFaults::armReads(const QString &folder, int at, int error)
{
    plan = {.folder = QFile::encodeName(folder).toStdString() + '/',
            .at = at,
            .error = error,
            .isOfReads = true};
}

void FileFaults::disarm()
{
    plan = {.calls = plan.calls, .tookUnsynced = plan.tookUnsynced};
}

bool FileFaults::tookUnsynced()
{
    return plan.tookUnsynced;
}

int FileFaults::calls()
{
    return plan.calls;
}

} // namespace portolan::tests

using portolan::tests::next;
using portolan::tests::pathOf;
using portolan::tests::plan;
using portolan::tests::strikes;

extern "C" {

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const auto mode = va_arg(more, mode_t);
    va_end(more);
    return portolan::tests::opened(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const auto mode = va_arg(more, mode_t);
    va_end(more);
    return portolan::tests::opened(path, flags, mode);
}

ssize_t write(int handle, const void *bytes, size_t size)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t)>("write");
    if (const auto path = pathOf(handle); !path.empty())
        plan.unsynced.insert(path);
    if (!strikes(handle))
        return real(handle, bytes, size);
    const auto error = errno;
    if (size > 1)
        static_cast<void>(real(handle, bytes, size / 2));
    errno = error;
    return -1;
}

int openat(int folder, const char *path, int flags, ...)
{
    static const auto real = next<int (*)(int, const char *, int, ...)>("openat");
    va_list more;
    va_start(more, flags);
    const auto mode = va_arg(more, mode_t);
    va_end(more);
    const bool isListed = (flags & O_DIRECTORY) != 0;
    return isListed && strikes(path, true) ? -1 : real(folder, path, flags, mode);
}

DIR *opendir(const char *path)
{
    static const auto real = next<DIR *(*)(const char *)>("opendir");
    return strikes(path, true) ? nullptr : real(path);
}

int fsync(int handle)
{
    static const auto real = next<int (*)(int)>("fsync");
    return portolan::tests::synced(handle, real);
}

int fdatasync(int handle)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    return portolan::tests::synced(handle, real);
}

int mkdir(const char *path, mode_t mode) noexcept
{
    static const auto real = next<int (*)(const char *, mode_t)>("mkdir");
    return strikes(path) ? -1 : real(path, mode);
}

int rename(const char *from, const char *to) noexcept
{
    static const auto real = next<int (*)(const char *, const char *)>("rename");
    if (strikes(to))
        return -1;
    plan.tookUnsynced = plan.tookUnsynced || plan.unsynced.count(from) > 0;
    return real(from, to);
}

//! Gives a file its name that was made without one.
int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags) noexcept
{
    static const auto real = next<int (*)(int, const char *, int, const char *, int)>("linkat");
    if (strikes(to))
        return -1;
    char path[4096];
    const auto size = ::readlink(from, path, sizeof path);
    if (size > 0 && plan.unsynced.count(std::string(path, std::size_t(size))) > 0)
        plan.tookUnsynced = true;
    return real(fromFolder, from, toFolder, to, flags);
}

int unlink(const char *path) noexcept
{
    static const auto real = next<int (*)(const char *)>("unlink");
    return strikes(path) ? -1 : real(path);
}

} // extern "C"
