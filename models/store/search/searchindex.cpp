// SPDX-License-Identifier: GPL-3.0-or-later
// The index as a whole: one large segment, which usually is a mapped file, and a few small ones in
// memory for what came after it.
//
//  * An update makes a small segment of the changed documents and marks their former states dead,
//    wherever they stand. Small segments are merged like the digits of a binary counter, so that
//    there are never more than some log2(changes) of them and a document is merged as often. Those
//    that have grown are no longer in memory but in files without a name, which are mapped.
//  * A save writes the small ones, merged, and the marks on the large one as a side file; when that
//    has grown too large, everything is merged into a new large one.
//  * A rebuild makes one segment after the other of what fits into a fixed amount of memory, and
//    merges them. So memory does not grow with the catalogue, but for some 30 bytes of a document.
//  * A merge or rebuild runs without the lock on the state it began with. Updates meanwhile go on
//    on top (they are not merged with what is being merged), and their rows are remembered, to be
//    marked dead in the result.
//
// The mutex guards the list of parts, which is copied and replaced, never changed: readers hold it
// for one pointer copy, a search runs without it.
#include "models/store/search/searchindex.h"

#include "models/store/search/documentfeed.h"
#include "models/store/search/indexfile.h"
#include "models/store/search/searchindexstate.h"
#include "models/store/search/segmentruns.h"

#include <algorithm>
#include <utility>

namespace portolan::store {
namespace {

//! Changes that stay beside the main segment when it is saved, at least.
constexpr std::size_t largestSide = 20000;
//! The same on closing: takes half a second.
constexpr std::size_t largestLastSide = 100'000;

std::size_t documentsIn(const Parts &parts)
{
    std::size_t sum = 0;
    for (const auto &part : parts)
        sum += part.alive();
    return sum;
}

//! The parts of everything that \a source holds, in bounded memory.
Result<Parts> readAll(IndexSource &source, SegmentRuns &runs)
{
    DocumentFeed feed(runs);
    auto read =
        source.all([&feed](IndexDocument &&document) { return feed.add(std::move(document)); });
    auto added = feed.finish();
    if (read && added)
        return runs.finish();
    return tl::make_unexpected(read ? added.error() : read.error());
}

} // namespace

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

Result<void> SearchIndex::refresh(IndexSource &source, const IsStopped &isStopped)
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
    if (!*changed || !d->hasMain)
        return rebuild(source, isStopped);

    const auto &rows = **changed;
    SegmentBuilder builder;
    std::vector<qint64> rowids; // of the documents in it, and those that are gone
    qsizetype done = 0;
    Result<void> taken;
    const auto read = source.documents(rows, [&](IndexDocument &&document) {
        while (done < rows.size() && rows.at(done) != document.rowid)
            rowids.push_back(rows.at(done++));
        rowids.push_back(document.rowid);
        ++done;
        builder.add(document);
        if (builder.bytes() >= mostHeld)
            taken = d->take(std::exchange(builder, {}), std::exchange(rowids, {}), seen, isStopped);
        return taken.has_value();
    });
    if (!read || !taken)
        return read ? taken : read;
    rowids.insert(rowids.end(), rows.begin() + std::min(done, rows.size()), rows.end());
    return d->take(std::move(builder), rowids, *now, isStopped);
}

Result<void> SearchIndex::rebuild(IndexSource &source, const IsStopped &isStopped)
{
    const std::lock_guard one(d->saving);
    const auto parts = d->begin();
    const auto at = source.generation();
    SegmentRuns runs(d->file);
    auto read = at ? readAll(source, runs) : tl::make_unexpected(at.error());
    auto segment =
        read ? d->store(std::move(*read), *at, isStopped) : tl::make_unexpected(read.error());
    if (!segment) {
        d->giveUp();
        return tl::make_unexpected(segment.error());
    }
    d->end(std::move(*segment), parts.size());
    const std::lock_guard lock(d->mutex);
    if (!d->updatedMeanwhile) { // also when it is lower: of a cache that began anew
        d->generation = *at;
        d->unsaved = 0;
    }
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
    // What could not be taken in leaves the generation as it was, and is read again.
    static_cast<void>(d->take(std::move(builder), rowids, generation));
}

std::size_t SearchIndex::unsaved() const
{
    const std::lock_guard lock(d->mutex);
    return d->unsaved;
}

QStringList SearchIndex::accountNames() const
{
    Parts parts;
    {
        const std::lock_guard lock(d->mutex);
        parts = d->current->parts();
    }
    QStringList names;
    for (const auto &part : parts) {
        const auto &values = part.segment->column(ColumnKey::Account).values;
        for (std::size_t i = 0; i < values.size(); ++i)
            names.append(QString::fromUtf8(values[i].data(), qsizetype(values[i].size())));
    }
    names.removeDuplicates();
    return names;
}

Result<void> SearchIndex::save(Saving how, const IsStopped &isStopped)
{
    const std::lock_guard one(d->saving);
    qint64 at = 0;
    std::size_t documents = 0;
    {
        const std::lock_guard lock(d->mutex);
        at = d->generation;
        documents = d->unsaved;
        if (at == d->savedGeneration)
            return {};
    }
    const auto parts = d->begin();
    const auto mainSize = d->hasMain ? parts.front().segment->size() : 0;
    const auto dead = d->hasMain && parts.front().dead ? parts.front().dead->count() : 0;
    const auto beside = d->hasMain ? documentsIn({parts.begin() + 1, parts.end()}) : 0;
    const auto limit = std::max(largestSide, mainSize / (how == Saving::Midway ? 2 : 50));
    const bool isWhole = !d->hasMain || d->file.isEmpty() || std::max(beside, dead) > limit;
    if (how == Saving::Closing && (!d->hasMain || beside > largestLastSide)) {
        d->giveUp();
        return {};
    }
    Result<void> saved;
    if (isWhole && how != Saving::Closing) {
        saved = d->compact(parts, at, isStopped);
    } else {
        saved = d->saveSide(parts, at);
        d->giveUp();
    }
    if (saved)
        d->noteSaved(at, documents);
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
