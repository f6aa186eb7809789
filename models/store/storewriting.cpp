// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/prepared.h"
#include "models/store/storeprivate.h"

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

// Rows of one transaction while records are removed (ruling 3).
constexpr qsizetype removalRows = 5000;

//! Records that a job removes in several transactions.
struct Removal
{
    std::optional<QList<qint64>> records; //!< empty until they were looked up
    qsizetype done = 0;
};

//! Removes the next part of what \a gone answers; true while there is more.
bool removeNext(CacheWriter &writer, Removal &removal, const std::function<QList<qint64>()> &gone,
                WriteCounts &counts)
{
    if (!removal.records)
        removal.records = gone();
    const auto part = removal.records->mid(removal.done, removalRows);
    writer.removeRecords(part);
    removal.done += part.size();
    counts.removed += int(part.size());
    return removal.done < removal.records->size();
}

} // namespace

QFuture<Result<WriteCounts>> Store::apply(PageWrite page)
{
    auto ready = std::make_shared<PreparedPage>();
    const bool isEvidence = !page.evidence.isEmpty();
    auto job = std::make_shared<std::unique_ptr<FutureJob<WriteCounts>>>(
        std::make_unique<FutureJob<WriteCounts>>(
            [ready, isBroken = page.isBroken](CacheWriter &writer, WriteCounts &counts) {
                if (isBroken && isBroken->load())
                    throw Error{Error::Kind::Store, u"what came before it was not written"_s};
                counts = writer.apply(*ready);
                return false;
            },
            [this, isEvidence](std::function<void()> answer) {
                if (isEvidence)
                    d->notifier.mark(ChangeNotifier::Quality);
                answer();
            },
            [isBroken = page.isBroken] {
                if (isBroken)
                    isBroken->store(true);
            },
            Turn{page.account}));
    auto future = (*job)->future();
    auto source = std::make_shared<PageWrite>(std::move(page));
    d->preparing->post([this, ready, job, source](std::monostate &) {
        ready->account = source->account;
        ready->removed = std::move(source->removed);
        ready->former = source->former;
        ready->evidence = std::move(source->evidence);
        ready->isLineageApart = source->isLineageApart;
        ready->sweep = source->sweep;
        ready->cursor = std::move(source->cursor);
        ready->notes = std::move(source->notes);
        for (auto &of : source->lineage)
            ready->lineage.append({std::move(of.nativeId), std::move(of.lineage)});
        ready->records.reserve(source->records.size());
        for (auto &record : source->records)
            ready->records.append(prepare(source->account, std::move(record)));
        d->writer->post(std::move(*job));
    });
    return future;
}

QFuture<Result<WriteCounts>> Store::removeUnseen(const QUuid &account, const QSet<QString> &seen)
{
    auto removal = std::make_shared<Removal>();
    return d->write<WriteCounts>(
        [removal, account, seen](CacheWriter &writer, WriteCounts &counts) {
            return removeNext(
                writer, *removal, [&] { return writer.unseen(account, seen); }, counts);
        },
        {}, {account});
}

QFuture<Result<WriteCounts>> Store::removeUnswept(const QUuid &account, qint64 sweep)
{
    auto removal = std::make_shared<Removal>();
    return d->write<WriteCounts>(
        [removal, account, sweep](CacheWriter &writer, WriteCounts &counts) {
            return removeNext(
                writer, *removal, [&] { return writer.unswept(account, sweep); }, counts);
        },
        {}, {account});
}

QFuture<Result<void>> Store::finishPull(PullState state, QList<domain::Finding> findings,
                                        bool searchable)
{
    auto end = std::make_shared<CacheWriter::PullEnd>();
    const Turn turn{state.account};
    return d->write<void>(
        [state = std::move(state), findings = std::move(findings),
         end = std::move(end)](CacheWriter &writer, std::monostate &) {
            auto next = *end;
            const bool again = writer.finishPull(state, findings, next);
            *end = next;
            return again;
        },
        [this, searchable](std::function<void()> answer) {
            d->notifier.mark(ChangeNotifier::Accounts); // behind the commit: who reads now sees it
            if (searchable)
                d->indexer->whenCurrent(std::move(answer));
            else
                answer();
        },
        turn);
}

} // namespace portolan::store
