// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/platformsearch.h"

#include <QStringList>

#include <utility>

namespace portolan::tests {

//! Platforms that answer when the test says so.
class FakePlatforms final : public sync::PlatformSearch
{
public:
    QList<sync::SearchedAccount> accounts() const override { return known; }

    quint64 ask(const QString &query, const QStringList &) override
    {
        queries.append(query);
        return ++question;
    }

    void cancel() override { ++cancelled; }

    void setAccounts(QList<sync::SearchedAccount> accounts)
    {
        known = std::move(accounts);
        Q_EMIT accountsChanged();
    }

    //! Says who is asked for the last question.
    void begin() { Q_EMIT asked(question, known); }

    void answer(int account, Result<QList<sync::FoundThing>> things, bool isFull = false)
    {
        answer(question, account, std::move(things), isFull);
    }

    void answer(quint64 to, int account, Result<QList<sync::FoundThing>> things, bool isFull)
    {
        Q_EMIT answered({.question = to,
                         .account = known.at(account),
                         .things = std::move(things),
                         .isFull = isFull,
                         .elapsedMs = 5});
    }

    void end() { Q_EMIT finished(question); }

    void fail(const Error &error) { Q_EMIT failed(question, error); }

    QList<sync::SearchedAccount> known;
    QStringList queries;
    quint64 question = 0;
    int cancelled = 0;
};

//! An account called \a name.
inline sync::SearchedAccount searched(const QString &name, const QString &platform)
{
    return {QUuid::createUuidV5(QUuid(), name), name, platform};
}

} // namespace portolan::tests
