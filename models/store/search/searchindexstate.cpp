// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/searchindexstate.h"

#include "models/store/search/indexfile.h"
#include "models/store/search/segmentmerger.h"
#include "models/store/search/segmentruns.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace portolan::store {
namespace {

//! Marks the documents of \a rowids dead in \a part.
void bury(Part &part, const std::vector<qint64> &rowids)
{
    std::shared_ptr<Bitset> dead;
    for (const auto rowid : rowids) {
        const auto document = part.segment->documentOf(rowid);
        if (!document || (part.dead && part.dead->test(*document)))
            continue;
        if (!dead)
            dead = part.dead ? std::make_shared<Bitset>(*part.dead)
                             : std::make_shared<Bitset>(part.segment->size());
        dead->set(*document);
    }
    if (dead)
        part.dead = dead;
}

} // namespace

//! Takes in the documents of \a builder in place of what \a rowids were.
Result<void> SearchIndex::Private::take(SegmentBuilder builder, const std::vector<qint64> &rowids,
                                        qint64 at, const IsStopped &isStopped)
{
    const auto documents = builder.size();
    std::shared_ptr<const Segment> added;
    if (documents > 0) {
        auto kept = keptSegment(file, builder.bytes(), [&builder, at](QIODevice &device) {
            return builder.write(device, {at, 0, 0});
        });
        if (!kept)
            return tl::make_unexpected(kept.error());
        added = std::move(*kept);
    }
    {
        const std::lock_guard lock(mutex);
        auto parts = current->parts();
        for (auto &part : parts)
            bury(part, rowids);
        if (building) {
            touched.insert(touched.end(), rowids.begin(), rowids.end());
            updatedMeanwhile = true;
        }
        if (added)
            parts.push_back({std::move(added), nullptr});
        current = std::make_shared<const Snapshot>(std::move(parts));
        generation = at;
        unsaved += documents;
    }
    mergeSmall(isStopped);
    return {};
}

//! Merges the last parts while the one before is not twice as large, but none that someone else is
//! merging. Builds without the lock; what changed meanwhile makes it forget the result.
void SearchIndex::Private::mergeSmall(const IsStopped &isStopped)
{
    Parts last;
    std::size_t bytes = 0;
    {
        const std::lock_guard lock(mutex);
        const auto &parts = current->parts();
        const auto fixed = std::max<std::size_t>(hasMain ? 1 : 0, locked);
        auto from = parts.size();
        for (std::size_t sum = 0;
             from > fixed && (sum == 0 || parts[from - 1].alive() < 2 * sum);) {
            --from;
            sum += std::max<std::size_t>(parts[from].alive(), 1);
            bytes += parts[from].segment->bytes();
        }
        last.assign(parts.begin() + static_cast<std::ptrdiff_t>(from), parts.end());
    }
    if (last.size() < 2)
        return;
    SegmentMerger merger(last, isStopped);
    auto merged = keptSegment(file, bytes, [&merger](QIODevice &device) {
        return merger.write(device, {0, 0, 0});
    });

    const std::lock_guard lock(mutex);
    auto parts = current->parts();
    if (!merged || parts.size() < locked + last.size())
        return;
    parts.resize(parts.size() - last.size());
    parts.push_back({std::move(*merged), nullptr});
    current = std::make_shared<const Snapshot>(std::move(parts));
}

Parts SearchIndex::Private::begin()
{
    const std::lock_guard lock(mutex);
    building = true;
    updatedMeanwhile = false;
    touched.clear();
    locked = current->parts().size();
    return current->parts();
}

//! Puts \a merged in place of the first \a replaced parts.
void SearchIndex::Private::end(std::shared_ptr<const Segment> merged, std::size_t replaced)
{
    const std::lock_guard lock(mutex);
    const auto &former = current->parts();
    Part part{std::move(merged), nullptr};
    bury(part, touched);
    Parts parts{part};
    parts.insert(parts.end(), former.begin() + static_cast<std::ptrdiff_t>(replaced), former.end());
    current = std::make_shared<const Snapshot>(std::move(parts));
    hasMain = true;
    building = false;
    locked = 0;
    touched.clear();
}

void SearchIndex::Private::giveUp()
{
    const std::lock_guard lock(mutex);
    building = false;
    locked = 0;
    touched.clear();
}

//! The \a documents that were new at \a at are in the files.
void SearchIndex::Private::noteSaved(qint64 at, std::size_t documents)
{
    const std::lock_guard lock(mutex);
    savedGeneration = at;
    unsaved -= std::min(unsaved, documents);
}

//! \a parts as one segment, in the main file when there is one.
Result<std::shared_ptr<const Segment>> SearchIndex::Private::store(Parts parts, qint64 at,
                                                                   const IsStopped &isStopped) const
{
    SegmentMerger merger(std::move(parts), isStopped);
    const auto write = [&merger, at](QIODevice &device) {
        return merger.write(device, {at, QRandomGenerator::global()->generate64(), 0});
    };
    if (file.isEmpty())
        return segmentInMemory(write);
    if (auto written = writeSegment(file, write); !written)
        return tl::make_unexpected(written.error());
    QFile::remove(sideFile()); // it belonged to the former one, and would not be read
    auto segment = mapSegment(file);
    if (!segment)
        return failure(Error::Kind::Store, QStringLiteral("the new search index cannot be read"));
    return segment;
}

Result<void> SearchIndex::Private::compact(const Parts &parts, qint64 at,
                                           const IsStopped &isStopped)
{
    auto segment = store(parts, at, isStopped);
    if (!segment) {
        giveUp();
        return tl::make_unexpected(segment.error());
    }
    end(std::move(*segment), parts.size());
    return {};
}

Result<void> SearchIndex::Private::saveSide(const Parts &parts, qint64 at)
{
    SegmentMerger merger({parts.begin() + 1, parts.end()});
    const auto &main = parts.front();
    return writeSegment(sideFile(), [&](QIODevice &device) {
        return merger.write(
            device, {at, QRandomGenerator::global()->generate64(), main.segment->stamp().id},
            main.dead ? *main.dead : Bitset());
    });
}

} // namespace portolan::store
