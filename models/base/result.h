// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <QString>

namespace portolan {

//! Why an operation failed, in terms of what the user can do about it.
struct Error
{
    enum class Kind {
        Cancelled, //!< the user stopped it
        Usage, //!< a wrong argument or setting; exit status 2
        NotFound, //!< the thing asked for does not exist; exit status 1
        BadInput, //!< a file or document could not be read as what it claims to be
        TooLarge, //!< more than is read of one thing
        Busy, //!< another process holds what is needed
        Offline, //!< no connection
        Unauthorised, //!< signed out
        Forbidden, //!< signed in, but not allowed
        RateLimited, //!< asked to come back later
        Unavailable, //!< reached, but it cannot answer now
        Untrusted, //!< the other side did not prove who it is, or does not accept our certificate
        NetworkSignIn, //!< the network or its proxy wants a sign-in first
        Conflict, //!< the thing changed on the other side meanwhile
        Protocol, //!< the other side broke its promise
        Store, //!< the local databases
        DiskFull, //!< no room left
        Keychain //!< the desktop's secret service
    };

    Kind kind = Kind::Protocol;
    QString detail; //!< for the log and the "details" box; never translated, never holds a secret

    bool isRetryable() const;
    bool operator==(const Error &) const = default;
};

//! What a function that can fail returns; no function reports failure in any other way.
template <typename T>
using Result = tl::expected<T, Error>;

//! Shorthand for returning an error from a function that returns a Result.
[[nodiscard]] tl::unexpected<Error> failure(Error::Kind kind, QString detail);

} // namespace portolan
