// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"
#include "models/sync/engine.h"
#include "models/sync/platformsearch.h"

#include <QThreadPool>

#include <atomic>
#include <memory>

namespace portolan::sync {

//! Searches the accounts of a store through the adapters of an engine: each in the pool, with its
//! own signed client, for as long as its patience lasts. An account whose sign-in another process
//! renews is Busy.
class AccountSearch final : public PlatformSearch
{
    Q_OBJECT

public:
    struct Limits
    {
        int hits = 20; //!< of one account
        //! Milliseconds for one account. What comes later is "no answer".
        qint64 patienceMs = 15'000;
    };

    //! \a store and \a engine outlive this object.
    AccountSearch(store::Store &store, Engine &engine, const Limits &limits,
                  QObject *parent = nullptr);
    AccountSearch(store::Store &store, Engine &engine, QObject *parent = nullptr);
    //! Ends what runs, and waits for it: a moment.
    ~AccountSearch() override;

    QList<SearchedAccount> accounts() const override { return m_accounts; }

    quint64 ask(const QString &query, const QStringList &names = {}) override;
    void cancel() override;

private:
    //! Whether a question is still wanted; shared with the pool.
    using IsOver = std::shared_ptr<std::atomic<bool>>;

    void readAccounts();
    void begin(quint64 question, const QString &words, const QStringList &names,
               const QList<store::Account> &all);
    void start(quint64 question, const QString &words, const store::Account &account);
    void take(const PlatformAnswer &answer);
    PlatformAnswer search(const store::Account &account, const QString &words,
                          const IsOver &isOver) const;
    [[nodiscard]] Result<QList<FoundThing>> placed(const store::Account &account,
                                                   const QList<platforms::RemoteHit> &hits) const;

    store::Store &m_store;
    Engine &m_engine;
    Limits m_limits;
    QList<SearchedAccount> m_accounts;
    quint64 m_reading = 0; //!< of the accounts
    quint64 m_question = 0;
    qsizetype m_awaited = 0; //!< answers to the question
    IsOver m_isOver;
    QThreadPool m_pool;
};

} // namespace portolan::sync
