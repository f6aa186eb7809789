// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/search/searchindex.h"
#include "models/store/search/segmentbuilder.h"
#include "models/store/search/snapshot.h"

#include <mutex>

namespace portolan::store {

//! What a search index is made of at the moment, and how that changes.
struct SearchIndex::Private
{
    QString file;
    mutable std::mutex mutex; //!< guards what follows
    std::shared_ptr<const Snapshot> current = std::make_shared<const Snapshot>(Parts{});
    bool hasMain = false; //!< the first part is what the main file holds
    std::size_t locked = 0; //!< so many parts are being merged by someone
    bool building = false;
    bool updatedMeanwhile = false;
    std::vector<qint64> touched; //!< rows that changed since the building began
    qint64 generation = 0;
    qint64 savedGeneration = -1;
    std::size_t unsaved = 0; //!< documents that were taken in since
    std::mutex saving; //!< one rebuild or save at a time

    QString sideFile() const { return file + QStringLiteral(".side"); }

    Result<void> take(SegmentBuilder builder, const std::vector<qint64> &rowids, qint64 at,
                      const IsStopped &isStopped = {});
    void mergeSmall(const IsStopped &isStopped);
    Parts begin();
    void end(std::shared_ptr<const Segment> merged, std::size_t replaced);
    void giveUp();
    void noteSaved(qint64 at, std::size_t documents);
    Result<std::shared_ptr<const Segment>> store(Parts parts, qint64 at,
                                                 const IsStopped &isStopped) const;
    Result<void> compact(const Parts &parts, qint64 at, const IsStopped &isStopped);
    Result<void> saveSide(const Parts &parts, qint64 at);
};

} // namespace portolan::store
