// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/sendrun.h"

#include "models/sync/backoff.h"
#include "models/sync/waiting.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {

SendReport sendAccount(OpenAccount &account, const platforms::Platform &platform, Sender &sender,
                       const Clock &clock, const ClientSource &clients, bool asked,
                       const std::atomic<bool> &cancelled)
{
    SendReport report;
    const auto operations = sender.takeOver();
    if (!operations) {
        report.error = operations.error();
        return report;
    }
    if (nextAttempt(*operations, account.settings.id, clock.now()).isNull())
        return report;
    if (const auto opened = openSession(account, platform, clock, clients); !opened) {
        report.error = opened.error();
        return report;
    }
    auto *port = account.session->actions();
    if (port == nullptr) {
        return sender.refuse(
            account.settings.id,
            u"nothing can be done on “%1” from here: its platform is only read"_s.arg(
                account.settings.name));
    }
    return sender.send(
        {.account = account.settings.id, .port = *port, .asked = asked, .cancelled = cancelled});
}

void SendSchedule::note(const QUuid &account, bool wentWell, qint64 nowMs, double random)
{
    if (wentWell) {
        m_pauses.remove(account);
        return;
    }
    auto &pause = m_pauses[account];
    ++pause.failures;
    // Never at once: what fails without leaving a trace in the outbox would be tried for ever.
    pause.untilMs = nowMs + backOffBaseMs + backOffMs(pause.failures, random);
}

std::optional<qint64> SendSchedule::wait(const QList<domain::Operation> &operations,
                                         const QList<QUuid> &accounts, const QDateTime &now,
                                         qint64 nowMs) const
{
    std::optional<qint64> shortest;
    for (const auto &account : accounts) {
        const auto next = nextAttempt(operations, account, now);
        if (next.isNull())
            continue;
        const auto wait =
            std::max({qint64(0), now.msecsTo(next), m_pauses.value(account).untilMs - nowMs});
        shortest = std::min(shortest.value_or(wait), wait);
    }
    return shortest;
}

} // namespace portolan::sync
