// SPDX-License-Identifier: GPL-3.0-or-later
// What the disk has after a power cut is, for each file, what was last synced, and of what was
// written since, sector by sector, whatever the disk happened to get to. Sizes are written with the
// data: a file that grew and was not synced has one of the lengths in between. Deleting a file
// counts as done at once, since SQLite syncs the folder where it matters.
#include "tests/reliability/powercutvfs.h"

#include <sqlite3.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRandomGenerator>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <new>

namespace portolan::tests {

namespace {

constexpr qsizetype sectorBytes = 512;

struct Event
{
    enum class Kind { Write, Truncate, Sync, Delete };

    Kind kind;
    QByteArray file; //!< without its folder
    qint64 at = 0; //!< of a write; the size of a truncation
    QByteArray bytes;
};

struct Record
{
    std::mutex mutex;
    bool isOn = false;
    bool syncs = true;
    QList<Event> events;
};

Record record;

void note(Event event)
{
    const std::scoped_lock lock(record.mutex);
    if (record.isOn && (record.syncs || event.kind != Event::Kind::Sync))
        record.events.append(std::move(event));
}

sqlite3_vfs *base = nullptr;

struct File
{
    sqlite3_file head;
    QByteArray *name; // owned

    // The base VFS's file follows in memory.
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

File *own(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

sqlite3_file *real(sqlite3_file *file)
{
    return own(file)->real();
}

int xClose(sqlite3_file *file)
{
    delete own(file)->name;
    return real(file)->pMethods->xClose(real(file));
}

int xRead(sqlite3_file *file, void *to, int size, sqlite3_int64 at)
{
    return real(file)->pMethods->xRead(real(file), to, size, at);
}

int xWrite(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
{
    note({Event::Kind::Write, *own(file)->name, at,
          QByteArray(static_cast<const char *>(from), size)});
    return real(file)->pMethods->xWrite(real(file), from, size, at);
}

int xTruncate(sqlite3_file *file, sqlite3_int64 size)
{
    note({Event::Kind::Truncate, *own(file)->name, size, {}});
    return real(file)->pMethods->xTruncate(real(file), size);
}

int xSync(sqlite3_file *file, int flags)
{
    const int result = real(file)->pMethods->xSync(real(file), flags);
    note({Event::Kind::Sync, *own(file)->name, 0, {}});
    return result;
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

//! No promise of the machine's disk counts: a write may be torn anywhere between two sectors.
int xDeviceCharacteristics(sqlite3_file *)
{
    return 0;
}

int xShmMap(sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
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

QByteArray nameOf(const char *path)
{
    return path == nullptr ? QByteArray() : QFileInfo(QFile::decodeName(path)).fileName().toUtf8();
}

int xOpen(sqlite3_vfs *, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    file->pMethods = nullptr;
    const int result = base->xOpen(base, path, real(file), flags, outFlags);
    if (real(file)->pMethods != nullptr) {
        file->pMethods = &methods;
        own(file)->name = new QByteArray(nameOf(path));
    }
    return result;
}

int xDelete(sqlite3_vfs *, const char *path, int syncFolder)
{
    note({Event::Kind::Delete, nameOf(path), 0, {}});
    return base->xDelete(base, path, syncFolder);
}

//! A file as the disk may have it.
struct Disk
{
    QByteArray synced;
    QList<Event> since; //!< writes and truncations that were not synced
};

void applyTo(QByteArray &bytes, const Event &event)
{
    if (event.kind == Event::Kind::Truncate) {
        bytes.resize(event.at);
        return;
    }
    if (bytes.size() < event.at + event.bytes.size())
        bytes.append(QByteArray(event.at + event.bytes.size() - bytes.size(), '\0'));
    std::memcpy(bytes.data() + event.at, event.bytes.constData(), std::size_t(event.bytes.size()));
}

//! What became of one sector of a write.
void applySector(QByteArray &bytes, const Event &event, qsizetype from, QRandomGenerator &random)
{
    Event sector{Event::Kind::Write, event.file, event.at + from,
                 event.bytes.mid(from, sectorBytes)};
    const auto fate = random.bounded(20);
    if (fate < 8)
        return; // it never got there
    if (fate == 8) {
        for (auto &byte : sector.bytes)
            byte = char(random.bounded(256));
    } else if (fate == 9) {
        sector.bytes.truncate(random.bounded(int(sector.bytes.size())) + 1);
    }
    applyTo(bytes, sector);
}

QByteArray leftOf(const Disk &disk, QRandomGenerator &random)
{
    auto bytes = disk.synced;
    // Sometimes the disk got to everything, or to nothing: the extremes are cases, too.
    const auto mood = random.bounded(10);
    for (const auto &event : disk.since) {
        if (mood == 0)
            continue;
        if (mood == 1) {
            applyTo(bytes, event);
        } else if (event.kind == Event::Kind::Truncate) {
            if (random.bounded(2) == 0)
                applyTo(bytes, event);
        } else {
            for (qsizetype from = 0; from < event.bytes.size(); from += sectorBytes)
                applySector(bytes, event, from, random);
        }
    }
    return bytes;
}

QHash<QByteArray, Disk> disksAt(const QString &before, qsizetype moment)
{
    QHash<QByteArray, Disk> disks;
    const QDir folder(before);
    for (const auto &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            disks.insert(name.toUtf8(), {file.readAll(), {}});
    }
    for (qsizetype i = 0; i < moment; ++i) {
        const auto &event = record.events.at(i);
        if (event.kind == Event::Kind::Delete) {
            disks.remove(event.file);
            continue;
        }
        auto &disk = disks[event.file];
        if (event.kind != Event::Kind::Sync) {
            disk.since.append(event);
            continue;
        }
        for (const auto &written : std::as_const(disk.since))
            applyTo(disk.synced, written);
        disk.since.clear();
    }
    return disks;
}

} // namespace

QByteArray PowerCutVfs::name()
{
    static sqlite3_vfs shim;
    if (base == nullptr) {
        base = sqlite3_vfs_find(nullptr);
        std::memcpy(&shim, base, sizeof shim);
        shim.pNext = nullptr;
        shim.zName = "portolan-powercuts";
        shim.szOsFile = int(sizeof(File)) + base->szOsFile;
        shim.xOpen = xOpen;
        shim.xDelete = xDelete;
        sqlite3_vfs_register(&shim, 0);
    }
    return "portolan-powercuts";
}

void PowerCutVfs::record(bool syncs)
{
    const std::scoped_lock lock(tests::record.mutex);
    tests::record.isOn = true;
    tests::record.syncs = syncs;
    tests::record.events.clear();
}

void PowerCutVfs::stop()
{
    const std::scoped_lock lock(tests::record.mutex);
    tests::record.isOn = false;
}

qsizetype PowerCutVfs::now()
{
    const std::scoped_lock lock(tests::record.mutex);
    return tests::record.events.size();
}

void PowerCutVfs::restore(const QString &before, const QString &folder, qsizetype moment,
                          std::uint32_t seed)
{
    QRandomGenerator random(seed);
    const QDir to(folder);
    for (const auto &old : to.entryList(QDir::Files))
        QFile::remove(to.filePath(old));
    const auto disks = disksAt(before, moment);
    auto names = disks.keys();
    std::sort(names.begin(), names.end()); // a hash has another order in each run
    for (const auto &name : std::as_const(names)) {
        QFile file(to.filePath(QString::fromUtf8(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(leftOf(disks.value(name), random));
    }
}

} // namespace portolan::tests
