// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/net/httprequest.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace portolan::net {

//! One complete answer, whatever its status; what did not arrive whole is an error instead.
struct HttpResponse
{
    int status = 0;
    QList<HttpHeader> headers;
    QByteArray body; //!< decoded; empty when it went to a sink
    QByteArray requestId; //!< what was sent as X-Request-Id
    QString asked; //!< method and address as they may be shown
    std::optional<qint64> retryAfterMs; //!< from when it arrived
    std::optional<qint64> clockOffsetMs; //!< our wall clock minus the server's

    //! The first value of \a name, which is compared without regard to case; else empty.
    QByteArray header(QByteArrayView name) const;

    bool isSuccess() const { return status >= 200 && status < 300; }
};

//! What an adapter goes on with: \a response itself when its status is 2xx or 304 (not changed),
//! else an error whose kind says what the user can do about the status (RFC 9110, section 15).
[[nodiscard]] Result<HttpResponse> accepted(HttpResponse response);

//! Milliseconds to wait for a Retry-After of \a value (RFC 9110, 10.2.3), absent when it is
//! malformed; at most a day. A date counts from \a now, the server's own time where it told it, and
//! for at most an hour: clocks go wrong.
std::optional<qint64> retryAfterMs(const QByteArray &value, const QDateTime &now);

//! The time a header names (RFC 9110, 5.6.7) in UTC; invalid when it is malformed.
QDateTime httpDate(const QByteArray &value);

} // namespace portolan::net
