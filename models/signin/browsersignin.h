// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/signin/provider.h"
#include "models/signin/redirectlistener.h"
#include "models/signin/signin.h"

#include <QTimer>

#include <memory>

namespace portolan::signin {

class Confirmation;

//! Signs in with the person's own browser: authorization code with PKCE, redirect to a port of this
//! machine (RFC 8252, 7636, 9207).
class BrowserSignIn final : public SignIn
{
    Q_OBJECT

public:
    //! \a http and \a clock outlive this object.
    BrowserSignIn(net::HttpClient &http, const Clock &clock, OpenIdSettings settings,
                  OpenUrl openUrl, QObject *parent = nullptr);
    ~BrowserSignIn() override;

    void start() override;
    void cancel() override;

    //! How long the person may take; 5 minutes.
    void setPatience(int ms) { m_patienceMs = ms; }

private:
    void ask(const Provider &provider);
    void take(const QHash<QByteArray, QByteArray> &parameters);
    void redeem(const QByteArray &code);
    void end(Result<SignedIn> result);

    net::HttpClient &m_http;
    const Clock &m_clock;
    OpenIdSettings m_settings;
    OpenUrl m_openUrl;
    int m_patienceMs = 5 * 60'000;
    QTimer m_timer;
    Provider m_provider;
    QByteArray m_verifier;
    QByteArray m_nonce;
    QByteArray m_redirect;
    std::unique_ptr<RedirectListener> m_listener;
    bool m_hasEnded = false;
};

} // namespace portolan::signin
