// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <QTemporaryDir>
#include <QTest>

namespace portolan::tests {

//! A store in a folder of its own that goes when the test does.
class StoreFixture
{
public:
    StoreFixture() { reopen(); }

    void close() { m_store.reset(); }

    void reopen()
    {
        close();
        auto profile = store::Profile::open(directory());
        if (!profile)
            QTest::qFail(qPrintable(profile.error().detail), __FILE__, __LINE__);
        auto opened = store::Store::open(*profile, m_clock);
        if (!opened)
            QTest::qFail(qPrintable(opened.error().detail), __FILE__, __LINE__);
        else
            m_store = std::move(*opened);
    }

    QString directory() const { return m_directory.filePath(QStringLiteral("profile")); }

    store::Store *operator->() { return m_store.get(); }

    store::WriteCounts apply(const QUuid &account, QList<domain::Record> records,
                             QStringList removed = {})
    {
        return value(m_store->apply({account, std::move(records), std::move(removed)}));
    }

    void finish(const QUuid &account, const QString &state = QStringLiteral("complete"))
    {
        store::PullState pull;
        pull.account = account;
        pull.state = state;
        pull.lastSync = m_clock.now();
        value(m_store->finishPull(pull, {}));
    }

    domain::Page page(const QUuid &id) { return value(m_store->page(id)); }

    //! The answer of \a future; fails the test when it is an error.
    template <typename T>
    static T value(QFuture<Result<T>> future)
    {
        auto result = future.takeResult();
        if (!result)
            QTest::qFail(qPrintable(result.error().detail), __FILE__, __LINE__);
        if constexpr (!std::is_void_v<T>)
            return result ? *result : T();
    }

private:
    QTemporaryDir m_directory;
    SystemClock m_clock;
    std::unique_ptr<store::Store> m_store;
};

} // namespace portolan::tests
