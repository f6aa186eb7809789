// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signin/signedclient.h"

#include "models/signin/signingdesk.h"

#include <utility>

namespace portolan::signin {

SignedClient::SignedClient(SigningRules rules, Services services)
    : m_desk(new Desk(std::move(rules), services))
{
    auto *thread = &services.thread;
    m_desk->moveToThread(thread);
    // Emitted in the thread itself: what is left is answered before the thread is gone.
    QObject::connect(thread, &QThread::finished, m_desk, &Desk::close, Qt::DirectConnection);
}

SignedClient::~SignedClient()
{
    m_desk->deleteLater();
}

QFuture<Result<net::HttpResponse>> SignedClient::stream(net::HttpRequest request,
                                                        net::BodySink sink)
{
    const auto errand = std::make_shared<Desk::Errand>();
    errand->request = std::move(request);
    errand->sink = std::move(sink);
    errand->promise.start();
    auto future = errand->promise.future();
    QMetaObject::invokeMethod(
        m_desk, [desk = m_desk, errand] { desk->add(errand); }, Qt::QueuedConnection);
    return future;
}

void SignedClient::reload()
{
    QMetaObject::invokeMethod(
        m_desk, [desk = m_desk] { desk->reload(); }, Qt::QueuedConnection);
}

void SignedClient::endTrial()
{
    QMetaObject::invokeMethod(
        m_desk, [desk = m_desk] { desk->endTrial(); }, Qt::QueuedConnection);
}

secrets::AccountSecrets secretsOf(const Tokens &tokens, bool isIdTokenBearer,
                                  secrets::AccountSecrets before)
{
    before.token = isIdTokenBearer ? tokens.id : tokens.access;
    before.tokenEnds = tokens.accessEnds;
    // A provider that does not rotate them sends none, and the old one goes on.
    if (!tokens.refresh.isEmpty())
        before.refreshToken = tokens.refresh;
    return before;
}

} // namespace portolan::signin
