// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/net/httpclient.h"
#include "models/signin/provider.h"

#include <QByteArray>
#include <QFuture>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPromise>

#include <memory>
#include <utility>

namespace portolan::signin {

//! Buys new tokens for refresh tokens (RFC 6749, 6), for all accounts of a program. A provider that
//! rotates takes the second use of a refresh token for theft and ends the whole sign-in, so each is
//! redeemed once: whoever comes with the same one meanwhile, or later, is given what it brought.
//! Asks each provider once what it is. Used in the thread it lives in.
class Renewals final : public QObject
{
public:
    //! \a http and \a clock outlive this object.
    Renewals(net::HttpClient &http, const Clock &clock, QObject *parent = nullptr);
    //! What is under way ends as Cancelled.
    ~Renewals() override;

    //! Unauthorised where the provider does not take \a refresh (any more).
    QFuture<Result<Tokens>> renew(const OpenIdSettings &settings, const Secret &refresh);

private:
    //! A hash of the refresh token, and whose it is.
    using Key = QByteArray;
    using Asker = std::shared_ptr<QPromise<Result<Tokens>>>;

    static Key keyOf(const OpenIdSettings &settings, const Secret &refresh);
    const Tokens *boughtFor(const Key &key) const;
    void redeem(const OpenIdSettings &settings, const Secret &refresh, const Provider &provider);
    void settle(const Key &key, const Result<Tokens> &tokens);

    net::HttpClient &m_http;
    const Clock &m_clock;
    QHash<QString, Provider> m_providers; //!< by issuer
    QHash<Key, QList<Asker>> m_underWay;
    QList<std::pair<Key, Tokens>> m_bought; //!< the newest first, as many as may be asked for again
};

} // namespace portolan::signin
