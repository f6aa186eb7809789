// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/space.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

constexpr qint64 megabyte = 1024 * 1024;
constexpr qint64 syncNeedsMegabytes = 250;

//! Asks the file system that holds \a folder. QStorageInfo looks into the table of mounts instead,
//! where a changed root does not stand. One that does not tell is taken to have room.
qint64 freeBytes(const QString &folder)
{
    std::error_code error;
    const auto space = std::filesystem::space(QFile::encodeName(folder).toStdString(), error);
    constexpr auto most = std::numeric_limits<qint64>::max();
    return error ? most : qint64(std::min<std::uintmax_t>(space.available, most));
}

} // namespace

qint64 freeMegabytes(const Profile &profile)
{
    const auto data = freeBytes(profile.directory());
    const auto cache = freeBytes(QFileInfo(profile.cacheFile()).path());
    return std::min(data, cache) / megabyte;
}

QString reserveFile(const Profile &profile)
{
    return profile.outboxFile() + u".reserve"_s;
}

bool spendReserve(const Profile &profile)
{
    return freeBytes(profile.directory()) < megabyte && QFile::remove(reserveFile(profile));
}

Error fullDiskError(const Profile &profile, const Error &error)
{
    const auto cache = QFileInfo(profile.cacheFile()).path();
    const QString fuller =
        freeBytes(cache) < freeBytes(profile.directory()) ? cache : profile.directory();
    return {
        error.kind,
        u"no room is left on the disk of the folder %1; make some there, and try again (%2)"_s.arg(
            fuller, error.detail.section(u';', 0, 0))};
}

Result<void> mayBeWritten(const Profile &profile)
{
    for (const auto &folder : {profile.directory(), QFileInfo(profile.cacheFile()).path()}) {
        if (!QFileInfo(folder).isWritable())
            return failure(
                Error::Kind::Store,
                u"the folder %1 of the profile cannot be written, not even to read what "
                "is in it; make it writable, or choose another one with --profile"_s.arg(folder));
    }
    return {};
}

Result<void> roomToSync(const Profile &profile)
{
    const auto free = freeMegabytes(profile);
    if (free >= syncNeedsMegabytes)
        return {};
    return failure(
        Error::Kind::DiskFull,
        u"only %1 MB are free where the profile lies; a sync needs %2 MB"_s.arg(free).arg(
            syncNeedsMegabytes));
}

} // namespace portolan::store
