// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/indexfile.h"

#include <QFile>
#include <QSaveFile>

namespace portolan::store {

std::shared_ptr<const Segment> mapSegment(const QString &file)
{
    auto opened = std::make_shared<QFile>(file);
    if (!opened->open(QIODevice::ReadOnly) || opened->size() <= 0)
        return {};
    const auto size = opened->size();
    const auto *data = opened->map(0, size);
    if (data == nullptr)
        return {};
    return Segment::open(opened, data, static_cast<std::size_t>(size));
}

Result<void> writeSegment(const QString &file, SegmentBuilder &builder, const SegmentStamp &stamp,
                          const Bitset &dead)
{
    QSaveFile save(file);
    if (!save.open(QIODevice::WriteOnly))
        return failure(Error::Kind::Store, save.errorString());
    save.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (auto written = builder.finish(save, stamp, dead); !written) {
        save.cancelWriting();
        return written;
    }
    if (!save.commit()) // syncs before it renames
        return failure(Error::Kind::Store, save.errorString());
    return {};
}

} // namespace portolan::store
