// SPDX-License-Identifier: GPL-3.0-or-later
// What an account brought goes in many transactions: its records, the rest of it in the cache, and
// then what history.db keeps. What is written of other accounts comes in between. The outbox notes
// with the removal itself that all of that is to go, and forgets it in the end: whatever ends the
// program in between, a later one goes on.
//
// Versions that did not note it left the history: forgottenAccounts().
#include "models/store/outboxtables.h"
#include "models/store/storeprivate.h"

#include <algorithm>
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

void CacheWriter::forgetPulls(const QUuid &account)
{
    if (const auto row = m_accountRows.find(account))
        m_pullStates.remove(*row);
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
    if (!records) {
        // Whoever adds it again meanwhile must not go on behind what is about to go.
        writer.forgetPulls(account);
        records = writer.unseen(account, {});
    }
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
            const auto isBack = isThere(going->account);
            if (!isBack) // whatever it is, the cache is as sound as before
                throw Error{Error::Kind::Cancelled, isBack.error().detail};
            return !*isBack && going->step(cache); // what is left of one that is back is its own
        },
        [this, account](std::function<void()> answer) {
            forgetRemoved(account);
            notifier.mark(ChangeNotifier::Accounts);
            answer();
        },
        {.account = account, .givesWay = true});
}

//! Asks the file: another process may have put it there a moment ago.
Result<bool> Store::Private::isThere(const QUuid &account) const
{
    return guarded([&] {
        auto file = options.outbox;
        file.readOnly = true;
        Connection connection(file);
        const auto accounts = OutboxAccountTable(connection).all();
        return std::ranges::find(accounts, account, &Account::id) != accounts.end();
    });
}

void Store::Private::removeForgotten()
{
    readers->post([this](ReadFiles &files) {
        const auto gone = guarded([&] {
            open(files);
            return forgottenAccounts(*files.history, options.outbox, profile.backupDirectory());
        });
        if (!gone) { // the next start asks again
            if (needsReopen(gone.error()))
                files = {};
            return;
        }
        for (const auto &account : *gone)
            removeAccount(account);
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
    d->removeForgotten();
}

} // namespace portolan::store
