// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/indexfile.h"

#include <QFile>
#include <QSaveFile>

#include <sys/mman.h>

namespace portolan::store {

std::shared_ptr<const Segment> mapSegment(const QString &file)
{
    auto opened = std::make_shared<QFile>(file);
    if (!opened->open(QIODevice::ReadOnly) || opened->size() <= 0)
        return {};
    const auto size = opened->size();
    auto *data = opened->map(0, size);
    if (data == nullptr)
        return {};
    const auto bytes = static_cast<std::size_t>(size);
    // The pages stay in the system's cache for as long as there is room; they no longer count as
    // ours, and are mapped again where somebody looks.
    return Segment::open(opened, data, bytes,
                         [data, bytes] { ::madvise(data, bytes, MADV_DONTNEED); });
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
