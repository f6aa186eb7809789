// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portolan/meshfeed.h"

#include "models/base/async.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::app {
namespace {

constexpr int most = 100;

} // namespace

MeshFeed::MeshFeed(items::AccountSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
    connect(&source, &items::AccountSource::changed, this, &MeshFeed::ask);
    connect(&source, &items::AccountSource::syncStarted, this, [this](const QString &account) {
        m_state.running = true;
        m_state.percent = -1;
        m_state.job = tr("Reading %1").arg(account);
        Q_EMIT changed();
    });
    connect(&source, &items::AccountSource::syncProgressed, this,
            [this](const QString &account, qint64 done, qint64 total) {
                m_state.running = true;
                m_state.job = tr("Reading %1").arg(account);
                m_state.percent =
                    total > 0 ? int(std::clamp<qint64>(done * most / total, 0, most)) : -1;
                Q_EMIT changed();
            });
    const auto stopped = [this] {
        m_state.running = false;
        ask();
        Q_EMIT changed();
    };
    connect(&source, &items::AccountSource::syncFinished, this, stopped);
    connect(&source, &items::AccountSource::syncFailed, this, stopped);
    ask();
}

int MeshFeed::problems() const
{
    int problems = 0;
    for (const auto &account : m_accounts)
        problems += account.problems;
    return problems;
}

void MeshFeed::ask()
{
    onFinished(m_source.accounts(), this,
               [this, question = ++m_question](const Result<QList<items::AccountFacts>> &answer) {
                   if (question == m_question && answer)
                       take(*answer);
               });
}

void MeshFeed::take(const QList<items::AccountFacts> &accounts)
{
    m_known = true;
    m_accounts = accounts;
    m_state.asOf = {};
    m_state.failed = 0;
    bool onlyFolders = true;
    for (const auto &account : accounts) {
        onlyFolders = onlyFolders && account.isFolder;
        if (account.lastSync.isValid()
            && (!m_state.asOf.isValid() || account.lastSync < m_state.asOf))
            m_state.asOf = account.lastSync;
        if (account.state == u"failed"_s)
            ++m_state.failed;
    }
    m_state.accounts = accounts.isEmpty() ? QString()
        : accounts.size() == 1            ? accounts.first().name
                                          : tr("%n account(s)", nullptr, int(accounts.size()));
    const auto obstacle = m_source.syncObstacle();
    m_state.connected = obstacle.isEmpty();
    m_state.connection.clear();
    if (!accounts.isEmpty() && onlyFolders) {
        m_state.connection = obstacle.isEmpty() ? tr("Local files, watched") : tr("Not watched");
        m_state.connectionHint = obstacle.isEmpty()
            ? tr("What you save in these folders shows here within a second.")
            : obstacle;
    }
    Q_EMIT changed();
}

} // namespace portolan::app
