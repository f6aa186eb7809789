// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/reliability/faultvfs.h"

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <unistd.h>

namespace portolan::tests {

namespace {

struct Plan
{
    std::atomic<int> accesses = 0;
    std::atomic<int> writes = 0;
    std::atomic<int> at = 0; // 0: no fault
    std::atomic<bool> sticky = false;
    std::atomic<bool> full = false;
    std::atomic<bool> struck = false;
};

Plan plan;

QByteArray untilGone; // set and cleared while no store is open

bool isFilled()
{
    return !untilGone.isEmpty() && ::access(untilGone.constData(), F_OK) == 0;
}

sqlite3_vfs *base = nullptr;

struct File
{
    sqlite3_file head;

    // The base VFS's file follows in memory.
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

sqlite3_file *real(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->real();
}

//! Counts an access; whether it has to fail.
bool strikes()
{
    const int number = ++plan.accesses;
    const int at = plan.at;
    const bool hit = at != 0 && (number == at || (plan.sticky && number > at));
    if (hit)
        plan.struck = true;
    return hit;
}

int xClose(sqlite3_file *file)
{
    return real(file)->pMethods->xClose(real(file));
}

int xRead(sqlite3_file *file, void *to, int size, sqlite3_int64 at)
{
    return strikes() ? SQLITE_IOERR_READ : real(file)->pMethods->xRead(real(file), to, size, at);
}

int xWrite(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
{
    ++plan.writes;
    if (isFilled())
        return SQLITE_FULL;
    if (strikes())
        return plan.full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    return real(file)->pMethods->xWrite(real(file), from, size, at);
}

int xTruncate(sqlite3_file *file, sqlite3_int64 size)
{
    ++plan.writes;
    return strikes() ? SQLITE_IOERR_TRUNCATE : real(file)->pMethods->xTruncate(real(file), size);
}

int xSync(sqlite3_file *file, int flags)
{
    ++plan.writes;
    return strikes() ? SQLITE_IOERR_FSYNC : real(file)->pMethods->xSync(real(file), flags);
}

int xFileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}

int xLock(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}

int xUnlock(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}

int xCheckReservedLock(sqlite3_file *file, int *held)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), held);
}

int xFileControl(sqlite3_file *file, int what, void *argument)
{
    return real(file)->pMethods->xFileControl(real(file), what, argument);
}

int xSectorSize(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

int xDeviceCharacteristics(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

int xShmMap(sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
    if (extend != 0 && isFilled())
        return SQLITE_IOERR_SHMSIZE;
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}

int xShmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}

void xShmBarrier(sqlite3_file *file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}

int xShmUnmap(sqlite3_file *file, int remove)
{
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

const sqlite3_io_methods methods = {2,
                                    xClose,
                                    xRead,
                                    xWrite,
                                    xTruncate,
                                    xSync,
                                    xFileSize,
                                    xLock,
                                    xUnlock,
                                    xCheckReservedLock,
                                    xFileControl,
                                    xSectorSize,
                                    xDeviceCharacteristics,
                                    xShmMap,
                                    xShmLock,
                                    xShmBarrier,
                                    xShmUnmap,
                                    nullptr,
                                    nullptr};

int xOpen(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    file->pMethods = nullptr;
    const int result = base->xOpen(base, name, real(file), flags, outFlags);
    if (real(file)->pMethods != nullptr)
        file->pMethods = &methods;
    return result;
}

} // namespace

QByteArray FaultVfs::name()
{
    static sqlite3_vfs own;
    if (base == nullptr) {
        base = sqlite3_vfs_find(nullptr);
        std::memcpy(&own, base, sizeof own);
        own.pNext = nullptr;
        own.zName = "portolan-faults";
        own.szOsFile = int(sizeof(File)) + base->szOsFile;
        own.xOpen = xOpen;
        sqlite3_vfs_register(&own, 0);
    }
    return "portolan-faults";
}

void FaultVfs::arm(int at, Kind kind, bool sticky)
{
    plan.accesses = 0;
    plan.writes = 0;
    plan.struck = false;
    plan.sticky = sticky;
    plan.full = kind == Kind::Full;
    plan.at = at;
}

void FaultVfs::fillUntilGone(const QByteArray &file)
{
    untilGone = file;
}

void FaultVfs::disarm()
{
    untilGone.clear();
    plan.at = 0;
    plan.accesses = 0;
    plan.writes = 0;
}

int FaultVfs::accesses()
{
    return plan.accesses;
}

int FaultVfs::writes()
{
    return plan.writes;
}

bool FaultVfs::struck()
{
    return plan.struck;
}

} // namespace portolan::tests
