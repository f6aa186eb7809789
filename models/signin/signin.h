// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/signin/openid.h"

#include <QObject>
#include <QUrl>

#include <functional>

namespace portolan::signin {

//! Opens an address in the person's own browser; false where there is none.
using OpenUrl = std::function<bool(const QUrl &address)>;

//! What a person types on another device (RFC 8628): to be shown large.
struct DeviceCode
{
    QString code;
    QUrl page; //!< where it is typed
    QUrl pageWithCode; //!< the same with the code in it; empty where the provider has none
    QDateTime ends; //!< UTC
};

//! One sign-in by OpenID Connect, from its start until finished() is emitted, once. Deleting it
//! ends it as well, silently. Lives in the thread of who made it and never waits.
class SignIn : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~SignIn() override;

    virtual void start() = 0;
    //! Ends it as Cancelled, unless it has ended.
    virtual void cancel() = 0;

Q_SIGNALS:
    //! The person goes on at \a address, which is open in the browser unless \a opened is false.
    void browserNeeded(const QUrl &address, bool opened);
    //! The person goes on with \a code, here or on another device.
    void codeNeeded(const portolan::signin::DeviceCode &code);
    //! Unauthorised: refused there; Cancelled: given up, here or there, or not done in time.
    void finished(const portolan::Result<portolan::signin::SignedIn> &result);
};

} // namespace portolan::signin
