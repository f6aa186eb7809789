// SPDX-License-Identifier: GPL-3.0-or-later
// Asking the policies of an account, beside whatever is synced.
#include "models/platforms/policyport.h"
#include "models/sync/engine.h"

#include <QElapsedTimer>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {
namespace {

//! Whether another question would fare no better.
bool isOfAccount(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
    case Error::Kind::Unauthorised:
    case Error::Kind::RateLimited:
    case Error::Kind::Untrusted:
    case Error::Kind::NetworkSignIn:
    case Error::Kind::Usage:
    case Error::Kind::Keychain:
    case Error::Kind::Cancelled:
        return true;
    default:
        return false;
    }
}

} // namespace

bool Engine::judges(const store::Account &account) const
{
    // Those of a folder are rules that are judged here.
    const auto *adapter = platform(account.platform);
    return adapter != nullptr && !adapter->capabilities().testFlag(platforms::Capability::Files)
        && adapter->capabilities().testFlag(platforms::Capability::Policies);
}

QList<Result<domain::PolicyAnswer>> Engine::judge(const store::Account &account,
                                                  const QList<domain::PolicyQuestion> &questions,
                                                  qint64 patienceMs,
                                                  const std::function<bool()> &isOver) const
{
    std::optional<Error> over;
    std::unique_ptr<platforms::Session> session;
    platforms::PolicyPort *port = nullptr;
    const auto *adapter = platform(account.platform);
    if (adapter == nullptr) {
        over =
            Error{Error::Kind::Usage, u"this build has no platform \"%1\""_s.arg(account.platform)};
    } else {
        // A session of its own: the one of the sync is in the hands of the sync.
        OpenAccount open{settingsOf(account), nullptr};
        if (const auto opened = openSession(open, *adapter, m_clock, m_clients); !opened)
            over = opened.error();
        session = std::move(open.session);
        port = session ? session->policies() : nullptr;
        if (!over && port == nullptr)
            over = Error{Error::Kind::Usage, u"“%1” has no policies to ask"_s.arg(account.name)};
    }
    QElapsedTimer time;
    time.start();
    QList<Result<domain::PolicyAnswer>> answers;
    for (const auto &question : questions) {
        if (!over && isOver && isOver())
            over = Error{Error::Kind::Cancelled, u"stopped by the user"_s};
        if (!over && time.hasExpired(patienceMs))
            over = Error{Error::Kind::Offline, u"“%1” takes too long"_s.arg(account.name)};
        if (over) {
            answers.append(tl::unexpected(*over));
            continue;
        }
        answers.append(port->decide(question, isOver));
        if (!answers.last() && isOfAccount(answers.last().error()))
            over = answers.last().error();
    }
    return answers;
}

} // namespace portolan::sync
