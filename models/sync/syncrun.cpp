// SPDX-License-Identifier: GPL-3.0-or-later
// What a sync does in the pool: sends to every account, then pulls every account.
#include "models/base/async.h"
#include "models/sync/backoff.h"
#include "models/sync/engine.h"
#include "models/sync/pullrun.h"
#include "models/sync/waiting.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {

namespace {

Q_LOGGING_CATEGORY(log, "portolan.sync", QtInfoMsg)

//! What the log says of \a report; of an account to which nothing was sent only after a pull.
void logReport(const AccountReport &report, bool isPulled)
{
    const auto unsent = report.conflicts + report.rejected + report.postponed + report.held;
    if (!isPulled && report.sent == 0 && unsent == 0 && !report.error)
        return;
    QString text;
    auto line = QDebug(&text).noquote();
    line << "account" << report.account << (isPulled ? report.state : u"sent"_s);
    if (isPulled) {
        const auto &counts = report.counts;
        line << "added" << counts.added << "changed" << counts.changed << "removed"
             << counts.removed << "unchanged" << counts.unchanged << "problems"
             << report.problems.size() << "in" << report.durationMs << "ms";
    }
    if (report.sent + unsent > 0)
        line << "sent" << report.sent << "conflicts" << report.conflicts << "rejected"
             << report.rejected << "postponed" << report.postponed << "held" << report.held;
    if (!report.why.isEmpty())
        line << "why:" << report.why;
    if (report.error)
        line << "error:" << report.error->detail;
    qCInfo(log).noquote() << text.trimmed();
}

//! Adds what \a sent says of sending to \a report.
void addSent(AccountReport &report, const AccountReport &sent)
{
    report.sent += sent.sent;
    report.conflicts += sent.conflicts;
    report.rejected += sent.rejected;
    report.postponed += sent.postponed;
    report.held += sent.held;
    if (!sent.why.isEmpty())
        report.why = sent.why;
    // Before the pull of the account an error is of sending alone, and the last word about that
    // counts; behind it, what went wrong there is not said over again.
    if (report.state.isEmpty() || !report.error)
        report.error = sent.error;
}

} // namespace

OpenAccount &Engine::opened(const store::Account &account)
{
    auto &open = m_open[account.id];
    if (open.settings != settingsOf(account))
        open = {settingsOf(account), nullptr};
    return open;
}

SyncReport Engine::syncAll(const QList<store::Account> &accounts, const Request &request)
{
    SyncReport report;
    // Pulls go on where sending fails, so they are no reason to send: it has its own times.
    const auto waiting = m_store.operations().operations().takeResult();
    for (const auto &account : accounts) {
        const bool isLater = !request.asked && isLeftAlone(account.id, waiting);
        report.accounts.append(isLater ? AccountReport{.account = account.name}
                                       : sendTo(account, opened(account), request.asked));
    }
    if (!request.pull) {
        for (const auto &sent : std::as_const(report.accounts))
            logReport(sent, false);
        return report;
    }
    // What a pull that begins now must contain.
    const auto before = m_store.operations().operations().takeResult();
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        Q_EMIT started(accounts.at(i).name);
        const auto between = [&, id = accounts.at(i).id] { sendMeanwhile(id, accounts, report); };
        const auto sentBefore = report.accounts.at(i).sent;
        pullFrom(accounts.at(i), request.full, before.value_or(QList<domain::Operation>()), between,
                 report.accounts[i]);
        // What was sent between two pages may be in a later page, and was not asked of this pull:
        // a session that begins anew looks at what the platform's news will not tell again.
        if (report.accounts.at(i).sent > sentBefore)
            opened(accounts.at(i)).session.reset();
        logReport(report.accounts.at(i), true);
        Q_EMIT finished(report.accounts.at(i));
    }
    return report;
}

// A first sweep may take an hour, and an approval that is made meanwhile should not wait for its
// end: between two pages what is due goes out, to the account that is pulled through a session of
// its own. A pull of what is sent so comes later; until then it lies over the catalogue.
void Engine::sendMeanwhile(const QUuid &pulled, const QList<store::Account> &accounts,
                           SyncReport &report)
{
    constexpr qint64 everyMs = 1000;
    const auto nowMs = m_clock.monotonicMs();
    if (nowMs - m_lastSending < everyMs || m_cancelled)
        return;
    m_lastSending = nowMs;
    const auto operations = m_store.operations().operations().takeResult();
    const auto all = m_sendsByItself ? m_store.accounts().accounts().takeResult()
                                     : Result<QList<store::Account>>(accounts);
    if (!operations || !all)
        return;
    for (const auto &account : *all) {
        const auto wait = m_schedule.wait(*operations, {account.id}, m_clock.now(), nowMs);
        if (!wait || *wait > 0 || platform(account.platform) == nullptr)
            continue;
        OpenAccount own{settingsOf(account), nullptr};
        const auto sent = sendTo(account, account.id == pulled ? own : opened(account), false);
        for (auto &entry : report.accounts) {
            if (entry.account == account.name)
                addSent(entry, sent);
        }
    }
}

//! Whether what waits for \a account could not be sent lately, and its time has not come.
bool Engine::isLeftAlone(const QUuid &account,
                         const Result<QList<domain::Operation>> &waiting) const
{
    const auto wait = waiting
        ? m_schedule.wait(*waiting, {account}, m_clock.now(), m_clock.monotonicMs())
        : std::nullopt;
    return wait && *wait > 0;
}

AccountReport Engine::sendTo(const store::Account &account, OpenAccount &open, bool asked)
{
    AccountReport report{.account = account.name};
    const auto *adapter = platform(account.platform);
    if (adapter == nullptr)
        return report;
    const auto sent = sendAccount(open, *adapter, m_sender, m_clock, m_clients, asked, m_cancelled);
    m_schedule.note(account.id, sent.wentWell(), m_clock.monotonicMs(), m_random());
    report.sent = sent.applied;
    report.conflicts = sent.conflicts;
    report.rejected = sent.rejected;
    report.postponed = sent.postponed;
    report.held = sent.held;
    report.why = sent.why;
    report.error = sent.error;
    return report;
}

void Engine::pullFrom(const store::Account &account, bool full,
                      const QList<domain::Operation> &before, const std::function<void()> &between,
                      AccountReport &report)
{
    const auto *adapter = platform(account.platform);
    if (adapter == nullptr) {
        report.state = u"failed"_s;
        report.error =
            Error{Error::Kind::Usage, u"this build has no platform \"%1\""_s.arg(account.platform)};
        return;
    }
    const PullContext context{
        .store = m_store,
        .clock = m_clock,
        .clients = m_clients,
        .cancelled = m_cancelled,
        .stop = m_stop.get_token(),
        .full = full,
        .progress =
            [this, name = account.name](qint64 done, qint64 total, const QString &what) {
                reportProgress(name, done, total, what);
            },
        .room = [this] { return m_store.roomToSync(); },
        .between = between,
        .awaited = awaitedBy(before, account.id),
        .pulled =
            [this, &account, &before](const platforms::PullResult &pulled,
                                      const QSet<QString> &read) {
                const Brought brought{.everything = pulled.complete && pulled.swept == 0,
                                      .isSwept = pulled.swept != 0,
                                      .access = pulled.access.has_value(),
                                      .read = read,
                                      .revisions = pulled.revisions};
                const auto settled = settledBy(before, account.id, brought, m_clock.now());
                // What is not noted is shown over the catalogue once more, until the next pull.
                if (!settled.isEmpty())
                    static_cast<void>(m_store.operations().settle(settled).takeResult());
            }};
    auto pulled = pullAccount(opened(account), *adapter, context);
    // Of the pull alone: what cannot be sent is no reason to read later.
    const bool wentWell = !pulled.error || pulled.error->kind == Error::Kind::Cancelled;
    m_pullSchedule.note(account.id, wentWell, m_clock.monotonicMs(), m_random());
    pulled.sent = report.sent;
    pulled.conflicts = report.conflicts;
    pulled.rejected = report.rejected;
    pulled.postponed = report.postponed;
    pulled.held = report.held;
    pulled.why = report.why;
    if (!pulled.error)
        pulled.error = report.error;
    report = std::move(pulled);
}

void Engine::sendDue()
{
    if (m_running || !m_lock.isLocked() || m_watched.empty())
        return;
    onFinished(m_store.operations().operations(), this, [this](const auto &operations) {
        if (!operations || m_running)
            return;
        QList<QUuid> accounts;
        for (const auto &settings : m_watched) {
            if (platform(settings.platform) != nullptr)
                accounts.append(settings.id);
        }
        const auto wait =
            m_schedule.wait(*operations, accounts, m_clock.now(), m_clock.monotonicMs());
        m_sendTimer.stop();
        if (!wait)
            return;
        if (*wait > 0)
            return m_sendTimer.start(int(std::min(*wait, backOffCapMs)));
        Request request{.pull = false, .asked = false};
        request.promise->start();
        m_waiting.append(std::move(request));
        startNext();
    });
}

void Engine::tryNow()
{
    if (m_running) { // which may have met the network as it was
        m_isHurried = true;
        return;
    }
    if (!m_lock.isLocked() || m_watched.empty())
        return;
    Request request;
    const auto failed = m_pullSchedule.failed() + m_schedule.failed();
    for (const auto &settings : m_watched) {
        if (failed.contains(settings.id))
            request.due.append(settings.id);
    }
    if (request.due.isEmpty())
        return;
    request.promise->start();
    m_waiting.append(std::move(request));
    startNext();
}

void Engine::pullDue()
{
    if (m_running || !m_lock.isLocked() || m_watched.empty())
        return;
    QList<PullSchedule::Every> accounts;
    for (const auto &settings : m_watched) {
        const auto *adapter = platform(settings.platform);
        const auto every = adapter != nullptr ? adapter->pullEveryMs() : 0;
        if (every > 0)
            accounts.append({settings.id, every});
    }
    const auto now = m_clock.monotonicMs();
    const auto due = m_pullSchedule.due(accounts, now);
    m_pullTimer.stop();
    if (!due.isEmpty()) {
        Request request{.due = due, .asked = false};
        request.promise->start();
        m_waiting.append(std::move(request));
        startNext();
        return;
    }
    if (const auto wait = m_pullSchedule.wait(accounts, now))
        m_pullTimer.start(int(std::min(*wait, backOffCapMs)));
}

} // namespace portolan::sync
