// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/search/segment.h"

#include <QIODevice>
#include <QString>

#include <functional>
#include <memory>

namespace portolan::store {

//! Writes one segment to a device that is open for reading and writing, seekable and empty.
using WriteSegment = std::function<Result<void>(QIODevice &)>;

//! Maps the segment in \a file, read-only; empty when it is absent or damaged.
std::shared_ptr<const Segment> mapSegment(const QString &file);

//! Has \a write write \a file: beside it first, to the disk, then renamed, so that the file is
//! always a whole one. Mode 0600.
[[nodiscard]] Result<void> writeSegment(const QString &file, const WriteSegment &write);

//! The segment that \a write writes, in memory.
[[nodiscard]] Result<std::shared_ptr<const Segment>> segmentInMemory(const WriteSegment &write);

//! The same in a file of its own beside \a file, which goes when the segment does, also when the
//! program is killed; nobody waits for the disk.
[[nodiscard]] Result<std::shared_ptr<const Segment>> segmentOnDisk(const QString &file,
                                                                   const WriteSegment &write);

} // namespace portolan::store
