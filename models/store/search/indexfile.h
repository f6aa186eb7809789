// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/search/segment.h"
#include "models/store/search/segmentbuilder.h"

#include <QString>

#include <memory>

namespace portolan::store {

//! Maps the segment in \a file, read-only; empty when it is absent or damaged.
std::shared_ptr<const Segment> mapSegment(const QString &file);

//! Writes what \a builder holds to \a file: beside it first, to the disk, then renamed, so that the
//! file is always a whole one. Mode 0600.
Result<void> writeSegment(const QString &file, SegmentBuilder &builder, const SegmentStamp &stamp,
                          const Bitset &dead = {});

} // namespace portolan::store
