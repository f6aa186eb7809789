// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/longwork.h"

#include "models/base/async.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <QtConcurrent>

namespace portolan::views {
namespace {

constexpr int lookMs = 100;

QThreadPool &workPool()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    return pool;
}

} // namespace

LongWork::LongWork(const QString &text)
    : QObject(QCoreApplication::instance())
    , m_text(text)
{
    m_looking.setInterval(lookMs);
    connect(&m_looking, &QTimer::timeout, this, &LongWork::look);
    m_looking.start();
    // Nobody waits for half a minute until the program is gone.
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this,
            [job = m_job] { job->cancel(); });
}

LongWork *LongWork::begin(const QString &text, Run run)
{
    auto *work = new LongWork(text);
    onFinished(QtConcurrent::run(&workPool(),
                                 [run = std::move(run), job = work->m_job]() -> Result<void> {
                                     if (job->isCancelled())
                                         return failure(Error::Kind::Cancelled, {});
                                     return run(*job);
                                 }),
               work, [work](const Result<void> &done) {
                   work->end(done);
                   work->deleteLater();
               });
    return work;
}

void LongWork::cancel()
{
    m_job->cancel();
    end(failure(Error::Kind::Cancelled, {}));
}

void LongWork::look()
{
    if (const int percent = m_job->percent(); percent != m_percent) {
        m_percent = percent;
        Q_EMIT advanced();
    }
}

void LongWork::end(const Result<void> &done)
{
    if (std::exchange(m_isEnded, true))
        return;
    m_looking.stop();
    Q_EMIT finished({done});
}

} // namespace portolan::views
