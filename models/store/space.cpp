// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/space.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

constexpr qint64 megabyte = 1024 * 1024;
constexpr qint64 syncNeedsMegabytes = 250;

} // namespace

qint64 freeMegabytes(const Profile &profile)
{
    const QStorageInfo data(profile.directory());
    const QStorageInfo cache(QFileInfo(profile.cacheFile()).path());
    return std::min(data.bytesAvailable(), cache.bytesAvailable()) / megabyte;
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
