// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/indexdocument.h"
#include "models/store/search/search.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace portolan::store {

//! One row of an answer of the index, before its entity is read.
struct RankedRow
{
    qint64 rowid = 0;
    int tier = 0; //!< as in Hit

    bool operator==(const RankedRow &) const = default;
};

//! What the index answers.
struct Ranking
{
    std::vector<RankedRow> rows; //!< the window that was asked for
    qint64 total = 0;
    QString words; //!< the free text that was searched: what matchOf() wants
    QString corrected; //!< the same, when one mistake was mended; else empty
    //! kind:field was asked for: rows are the assets that hold such fields, at most
    //! fieldCandidates of them and without regard to the window, total counts those assets, and the
    //! caller lists the fields with matchingFields().
    bool fields = false;
};

//! How many assets a kind:field question looks into.
inline constexpr int fieldCandidates = 2000;

//! The index at one moment. Immutable: any number of threads may ask it at once.
class IndexSnapshot
{
public:
    virtual ~IndexSnapshot();

    //! The window of \a request.
    [[nodiscard]] virtual Ranking search(const SearchRequest &request) const = 0;
    //! Counts of every filter key's values under \a query.
    [[nodiscard]] virtual QList<Facet> facets(const QString &query) const = 0;
    virtual qint64 documentCount() const = 0;
};

//! How thoroughly the index is saved.
enum class Saving {
    Settled, //!< everything in one file where much changed, for fast questions
    Midway, //!< while much more is about to change: in one file only where half of it changed
    Closing //!< what takes a moment; the rest is read again from the cache
};

//! Asked now and then by what takes long: true ends it with Cancelled.
using IsStopped = std::function<bool()>;

//! The search index of one profile: an own inverted index over all entities, one immutable segment
//! mapped from a file and a few smaller ones for what changed since, in memory or, where they have
//! grown, in files without a name. Free of SQL: it reads documents from an IndexSource. snapshot()
//! may be called from any thread; update() and refresh() from one thread at a time; rebuild() and
//! save() from any other thread meanwhile.
class SearchIndex final
{
public:
    //! An empty index whose files are \a file and \a file + ".side"; an empty name: memory only.
    explicit SearchIndex(QString file = {});
    ~SearchIndex();

    //! Maps the stored index. False when there is none or it is damaged or of another version: the
    //! index is then empty and wants a rebuild(). Never trusts a byte of the files.
    [[nodiscard]] bool open();
    //! The generation of cache.db that the index has seen: of open(), rebuild() or update().
    qint64 generation() const;

    //! Takes in what \a source changed after generation(): the changed documents alone where the
    //! log reaches back that far, some at a time, else a rebuild. Call it after open() and after
    //! every write; blocks in proportion to the change.
    [[nodiscard]] Result<void> refresh(IndexSource &source, const IsStopped &isStopped = {});
    //! Replaces everything by what \a source holds, and writes it to the file. Blocks for some 10
    //! µs a document; readers go on with the old state, and updates made meanwhile are kept.
    //! Cancelled once \a isStopped answers true.
    [[nodiscard]] Result<void> rebuild(IndexSource &source, const IsStopped &isStopped = {});
    //! Takes in \a changed documents (new ones or new states) and forgets \a removed ones; the next
    //! snapshot() has them. Costs time in proportion to the change.
    void update(const std::vector<IndexDocument> &changed, const std::vector<qint64> &removed,
                qint64 generation);
    //! Writes what changed since the last save: the side file, or, when the changes have grown to
    //! more than 20,000 documents and 2 % of all (Midway: a half), everything merged into the
    //! main file. Blocks. Cancelled once \a isStopped answers true.
    [[nodiscard]] Result<void> save(Saving how = Saving::Settled, const IsStopped &isStopped = {});
    //! How many documents were taken in since the last save.
    std::size_t unsaved() const;
    //! The names of accounts that stand in it, also of documents that no longer count.
    QStringList accountNames() const;

    //! Frees memory that a question brings back by itself: the pages of the mapped file. Any
    //! thread.
    void giveBack() const;

    [[nodiscard]] std::shared_ptr<const IndexSnapshot> snapshot() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace portolan::store
