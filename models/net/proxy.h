// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httprequest.h"

#include <QByteArray>
#include <QString>

namespace portolan::net {

//! The proxy that a request goes through, and who named it.
struct Proxy
{
    QByteArray address; //!< as it was named, with a user and a password perhaps; empty: none
    QByteArray variable; //!< of the environment that names it; empty where the account does

    //! The address for errors and logs: without user and password.
    QString shown() const;

    bool operator==(const Proxy &) const = default;
};

//! The proxy of the account of \a request; where that says nothing, what the environment says for
//! machines other than this one, read as libcurl reads it: `http_proxy` in small letters alone,
//! `https_proxy` and `all_proxy` in both, none for the hosts and networks of `no_proxy`.
Proxy proxyOf(const HttpRequest &request);

} // namespace portolan::net
