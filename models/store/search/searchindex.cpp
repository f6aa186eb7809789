// SPDX-License-Identifier: GPL-3.0-or-later
// The index as a whole: one large segment, which usually is a mapped file, and a few small ones in
// memory for what came after it.
//
//  * An update makes a small segment of the changed documents and marks their former states dead,
//    wherever they stand. Small segments are merged like the digits of a binary counter, so that
//    there are never more than some log2(changes) of them and a document is merged as often.
//  * A save writes the small ones, merged, and the marks on the large one as a side file; when that
//    has grown too large, everything is merged into a new large one.
//  * A merge or rebuild runs without the lock on the state it began with. Updates meanwhile go on
//  on
//    top (they are not merged with what is being merged), and their rows are remembered, to be
//    marked dead in the result.
//
// The mutex guards the list of parts, which is copied and replaced, never changed: readers hold it
// for one pointer copy, a search runs without it.
#include "models/store/search/searchindex.h"

#include "models/store/search/documentfeed.h"
#include "models/store/search/indexfile.h"
#include "models/store/search/segmentbuilder.h"
#include "models/store/search/snapshot.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <mutex>
#include <utility>

namespace portolan::store {
namespace {

//! Changes that stay beside the main segment when it is saved, at least.
constexpr std::size_t largestSide = 20000;

std::size_t documentsIn(const Parts &parts)
{
    std::size_t sum = 0;
    for (const auto &part : parts)
        sum += part.alive();
    return sum;
}

void addTo(SegmentBuilder &builder, const Parts &parts)
{
    const Bitset none;
    for (const auto &part : parts)
        builder.add(*part.segment, part.dead ? *part.dead : none);
}

Result<void> readAll(IndexSource &source, SegmentBuilder &builder)
{
    DocumentFeed feed(builder);
    auto read =
        source.all([&feed](IndexDocument &&document) { return feed.add(std::move(document)); });
    const auto added = feed.finish();
    return read ? added : read;
}

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
    std::mutex saving; //!< one rebuild or save at a time

    QString sideFile() const { return file + QStringLiteral(".side"); }

    void mergeSmall();
    Parts begin();
    void end(std::shared_ptr<const Segment> merged, std::size_t replaced);
    void giveUp();
    Result<std::shared_ptr<const Segment>> store(SegmentBuilder &builder, qint64 at) const;
    Result<void> compact(const Parts &parts, qint64 at);
    Result<void> saveSide(const Parts &parts, qint64 at);
};

//! Merges the last parts while the one before is not twice as large, but none that someone else is
//! merging. Builds without the lock; what changed meanwhile makes it forget the result.
void SearchIndex::Private::mergeSmall()
{
    while (true) {
        Parts last;
        {
            const std::lock_guard lock(mutex);
            const auto &parts = current->parts();
            const auto fixed = std::max<std::size_t>(hasMain ? 1 : 0, locked);
            if (parts.size() < fixed + 2)
                return;
            last.assign(parts.end() - 2, parts.end());
        }
        if (last[0].alive() >= 2 * last[1].alive())
            return;
        SegmentBuilder builder;
        addTo(builder, last);
        auto merged = builder.finish({0, 0, 0});

        const std::lock_guard lock(mutex);
        auto parts = current->parts();
        if (!merged || parts.size() < locked + 2)
            return;
        parts.resize(parts.size() - 2);
        parts.push_back({std::move(merged), nullptr});
        current = std::make_shared<const Snapshot>(std::move(parts));
    }
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

//! The segment of \a builder, in the main file when there is one.
Result<std::shared_ptr<const Segment>> SearchIndex::Private::store(SegmentBuilder &builder,
                                                                   qint64 at) const
{
    const SegmentStamp stamp{at, QRandomGenerator::global()->generate64(), 0};
    std::shared_ptr<const Segment> segment;
    if (file.isEmpty()) {
        segment = builder.finish(stamp);
    } else {
        if (auto written = writeSegment(file, builder, stamp); !written)
            return tl::make_unexpected(written.error());
        QFile::remove(sideFile()); // it belonged to the former one, and would not be read
        segment = mapSegment(file);
    }
    if (!segment)
        return failure(Error::Kind::Store, QStringLiteral("the new search index cannot be read"));
    return segment;
}

Result<void> SearchIndex::Private::compact(const Parts &parts, qint64 at)
{
    SegmentBuilder builder;
    addTo(builder, parts);
    auto segment = store(builder, at);
    if (!segment) {
        giveUp();
        return tl::make_unexpected(segment.error());
    }
    end(std::move(*segment), parts.size());
    return {};
}

Result<void> SearchIndex::Private::saveSide(const Parts &parts, qint64 at)
{
    SegmentBuilder builder;
    addTo(builder, {parts.begin() + 1, parts.end()});
    const auto &main = parts.front();
    const SegmentStamp stamp{at, QRandomGenerator::global()->generate64(),
                             main.segment->stamp().id};
    return writeSegment(sideFile(), builder, stamp, main.dead ? *main.dead : Bitset());
}

SearchIndex::SearchIndex(QString file)
    : d(std::make_unique<Private>())
{
    d->file = std::move(file);
}

SearchIndex::~SearchIndex() = default;

bool SearchIndex::open()
{
    auto main = d->file.isEmpty() ? nullptr : mapSegment(d->file);
    const std::lock_guard lock(d->mutex);
    if (!main)
        return false;
    Parts parts{{main, nullptr}};
    d->generation = main->stamp().generation;
    if (auto side = mapSegment(d->sideFile()); side && side->stamp().base == main->stamp().id) {
        parts.front().dead = std::make_shared<const Bitset>(side->deadInBase(main->size()));
        d->generation = side->stamp().generation;
        parts.push_back({std::move(side), nullptr});
    }
    d->hasMain = true;
    d->savedGeneration = d->generation;
    d->current = std::make_shared<const Snapshot>(std::move(parts));
    return true;
}

qint64 SearchIndex::generation() const
{
    const std::lock_guard lock(d->mutex);
    return d->generation;
}

Result<void> SearchIndex::refresh(IndexSource &source)
{
    const auto now = source.generation();
    if (!now)
        return tl::make_unexpected(now.error());
    const auto seen = generation();
    if (*now == seen && d->hasMain)
        return {};
    const auto changed = source.changedSince(seen);
    if (!changed)
        return tl::make_unexpected(changed.error());
    const auto known = snapshot()->documentCount();
    if (!*changed || !d->hasMain || (*changed)->size() > known / 4 + 5000)
        return rebuild(source);

    constexpr qsizetype batch = 2000;
    for (qsizetype from = 0; from < (*changed)->size(); from += batch) {
        const auto rows = (*changed)->mid(from, batch);
        auto documents = source.documents(rows);
        if (!documents)
            return tl::make_unexpected(documents.error());
        const bool last = from + batch >= (*changed)->size();
        update({documents->begin(), documents->end()}, {rows.begin(), rows.end()},
               last ? *now : seen);
    }
    if ((*changed)->isEmpty())
        update({}, {}, *now);
    return {};
}

Result<void> SearchIndex::rebuild(IndexSource &source)
{
    const std::lock_guard one(d->saving);
    const auto parts = d->begin();
    SegmentBuilder builder;
    const auto at = source.generation();
    auto read = at ? readAll(source, builder) : tl::make_unexpected(at.error());
    auto segment = read ? d->store(builder, *at) : tl::make_unexpected(read.error());
    if (!segment) {
        d->giveUp();
        return tl::make_unexpected(segment.error());
    }
    d->end(std::move(*segment), parts.size());
    const std::lock_guard lock(d->mutex);
    if (!d->updatedMeanwhile) // also when it is lower: of a cache that began anew
        d->generation = *at;
    d->savedGeneration = *at;
    return {};
}

void SearchIndex::update(const std::vector<IndexDocument> &changed,
                         const std::vector<qint64> &removed, qint64 generation)
{
    std::vector<qint64> rowids = removed;
    SegmentBuilder builder;
    for (const auto &document : changed) {
        rowids.push_back(document.rowid);
        builder.add(document);
    }
    std::shared_ptr<const Segment> added;
    if (!changed.empty())
        added = builder.finish({generation, 0, 0});

    {
        const std::lock_guard lock(d->mutex);
        auto parts = d->current->parts();
        for (auto &part : parts)
            bury(part, rowids);
        if (d->building) {
            d->touched.insert(d->touched.end(), rowids.begin(), rowids.end());
            d->updatedMeanwhile = true;
        }
        if (added)
            parts.push_back({std::move(added), nullptr});
        d->current = std::make_shared<const Snapshot>(std::move(parts));
        d->generation = generation;
    }
    d->mergeSmall();
}

Result<void> SearchIndex::save()
{
    const std::lock_guard one(d->saving);
    qint64 at = 0;
    {
        const std::lock_guard lock(d->mutex);
        at = d->generation;
        if (at == d->savedGeneration)
            return {};
    }
    const auto parts = d->begin();
    const auto mainSize = d->hasMain ? parts.front().segment->size() : 0;
    const auto dead = d->hasMain && parts.front().dead ? parts.front().dead->count() : 0;
    const auto beside = d->hasMain ? documentsIn({parts.begin() + 1, parts.end()}) : 0;
    const auto limit = std::max(largestSide, mainSize / 50);
    Result<void> saved;
    if (!d->hasMain || d->file.isEmpty() || std::max(beside, dead) > limit) {
        saved = d->compact(parts, at);
    } else {
        saved = d->saveSide(parts, at);
        d->giveUp();
    }
    if (saved) {
        const std::lock_guard lock(d->mutex);
        d->savedGeneration = at;
    }
    return saved;
}

void SearchIndex::giveBack() const
{
    Parts parts;
    {
        const std::lock_guard lock(d->mutex);
        parts = d->current->parts();
    }
    for (const auto &part : parts)
        part.segment->giveBack();
}

std::shared_ptr<const IndexSnapshot> SearchIndex::snapshot() const
{
    const std::lock_guard lock(d->mutex);
    return d->current;
}

} // namespace portolan::store
