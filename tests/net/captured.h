// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpclient.h"

#include <QLoggingCategory>
#include <QMutex>
#include <QStringList>
#include <QTest>

namespace portolan::tests {

using Outcome = Result<net::HttpResponse>;

//! Waits for \a future while the servers of the test answer.
inline Outcome waited(QFuture<Outcome> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000))
        return failure(Error::Kind::Busy, QStringLiteral("the test waited in vain"));
    if (future.resultCount() == 0)
        return failure(Error::Kind::Cancelled, QStringLiteral("the future holds nothing"));
    return future.takeResult();
}

//! All that is logged while it lives, the lines of the net layer switched on.
class CapturedLog
{
public:
    CapturedLog()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("portolan.net=true"));
        lines().clear();
        s_before = qInstallMessageHandler(&take);
    }

    ~CapturedLog()
    {
        qInstallMessageHandler(s_before);
        QLoggingCategory::setFilterRules({});
    }

    CapturedLog(const CapturedLog &) = delete;
    CapturedLog &operator=(const CapturedLog &) = delete;

    QString text() const
    {
        const QMutexLocker lock(&s_mutex);
        return lines().join(u'\n');
    }

private:
    static QStringList &lines()
    {
        static QStringList all;
        return all;
    }

    static void take(QtMsgType, const QMessageLogContext &, const QString &line)
    {
        const QMutexLocker lock(&s_mutex);
        lines().append(line);
    }

    static inline QMutex s_mutex;
    static inline QtMessageHandler s_before = nullptr;
};

} // namespace portolan::tests
