// SPDX-License-Identifier: GPL-3.0-or-later
// What an account brought goes in many transactions: its records, the rest of it in the cache, and
// then what history.db keeps. The outbox notes with the removal itself that all of that is to go,
// and forgets it in the end: whatever ends the program in between, a later one goes on.
#include "models/store/outboxtables.h"
#include "models/store/storeprivate.h"

#include <memory>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

// Rows of one transaction.
constexpr qint64 removalRows = 5000;

} // namespace

void CacheWriter::removeAccount(const QUuid &account)
{
    const auto row = m_accountRows.find(account);
    if (!row)
        return;
    m_access.remove(*row);
    m_slos.replace(account, *row, {});
    m_sloPlaces.forget();
    m_statesDue = true;
    restate();
    m_findings.removeAll(*row);
    m_pullStates.remove(*row);
    m_lineage.removeAccount(*row);
    m_changes.removeValue(settledKey(account));
    m_accountRows.remove(*row);
    m_accountOfRow.clear();
}

//! How far the removal of an account has come.
struct Store::Private::Going
{
    explicit Going(const QUuid &forAccount)
        : account(forAccount)
        , history(forAccount)
    {
    }

    //! Removes a part; true while there may be more.
    bool step(CacheWriter &writer);

    QUuid account;
    std::optional<QList<qint64>> records; //!< empty until they were looked up
    qsizetype done = 0;
    bool isCacheClear = false;
    HistoryRemoval history;
};

bool Store::Private::Going::step(CacheWriter &writer)
{
    if (isCacheClear)
        return writer.removeHistory(history, removalRows);
    if (!records)
        records = writer.unseen(account, {});
    const auto part = records->mid(done, removalRows);
    writer.removeRecords(part);
    done += part.size();
    if (done < records->size())
        return true;
    writer.removeAccount(account);
    isCacheClear = true;
    return true;
}

QFuture<Result<void>> Store::Private::removeAccount(const QUuid &account)
{
    auto going = std::make_shared<Going>(account);
    return write<void>(
        [this, going](CacheWriter &cache, std::monostate &) {
            if (isClosing)
                throw Error{Error::Kind::Cancelled, u"it is removed with the next start"_s};
            const auto now = registry.now();
            if (now->positionOf(going->account) < now->accounts.size())
                return false; // back since: what is left of it is its own
            return going->step(cache);
        },
        [this, account](std::function<void()> answer) {
            forgetRemoved(account);
            notifier.mark(ChangeNotifier::Accounts);
            answer();
        });
}

//! In the writer's thread; should it fail, the next start finds nothing to remove.
void Store::Private::forgetRemoved(const QUuid &account) const
{
    if (!registry.now()->removed.contains(account))
        return;
    static_cast<void>(guarded([&] {
        Connection connection(options.outbox);
        OutboxAccountTable(connection).forgetRemoved(account);
    }));
}

QFuture<Result<void>> Store::removeAccount(const QUuid &account)
{
    return d->removeAccount(account);
}

void Store::finishRemovals()
{
    const auto now = d->registry.now();
    for (const auto &account : now->removed)
        d->removeAccount(account);
}

} // namespace portolan::store
