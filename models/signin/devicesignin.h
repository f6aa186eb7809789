// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/signin/provider.h"
#include "models/signin/signin.h"

#include <QTimer>

namespace portolan::signin {

//! Signs in with a code that is typed on any device: the device grant (RFC 8628), for machines
//! without a browser.
class DeviceSignIn final : public SignIn
{
    Q_OBJECT

public:
    //! \a http and \a clock outlive this object. \a secondMs is how long a second of the provider's
    //! interval lasts; tests make it short.
    DeviceSignIn(net::HttpClient &http, const Clock &clock, OpenIdSettings settings,
                 QObject *parent = nullptr, int secondMs = 1000);

    void start() override;
    void cancel() override;

private:
    void ask(const Provider &provider);
    void show(const net::HttpResponse &response);
    void poll();
    void take(const net::HttpResponse &response);
    void end(Result<SignedIn> result);

    net::HttpClient &m_http;
    const Clock &m_clock;
    OpenIdSettings m_settings;
    int m_secondMs;
    QTimer m_timer;
    Provider m_provider;
    Secret m_deviceCode;
    int m_intervalSeconds = 5; // where the provider says nothing (RFC 8628, 3.2)
    qint64 m_endsAtMs = 0; //!< monotonic
    bool m_hasEnded = false;
};

} // namespace portolan::signin
