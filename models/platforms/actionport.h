// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/operation.h"

#include <QByteArray>
#include <QString>

namespace portolan::platforms {

//! What became of an operation that was handed to a platform.
struct ActionOutcome
{
    enum class Kind {
        Applied, //!< it has taken effect, now or in an attempt before
        Conflict, //!< not done: there is something else than the base; \a theirs and \a revision
        Rejected, //!< not done, and will not be: 400, 403, 404, 422
        Later, //!< not done for certain: never arrived, or 408, 425, 429, 5xx before any effect
        SignedOut, //!< not done: 401 after the token was refreshed once
        Ambiguous //!< it left, and no answer came
    };

    Kind kind = Kind::Ambiguous;
    QString nativeId; //!< of what was made or changed, when applied
    QString revision; //!< of it now, when applied or in a conflict; empty where there are none
    QByteArray theirs; //!< JSON, in a conflict
    qint64 afterMs = 0; //!< Retry-After, when later; 0 where the platform asked for nothing
    QString code; //!< the platform's own, such as "HTTP 422"
    QString reason; //!< in words, for a person
    QString requestId; //!< the platform's own
};

//! What a platform knows about an operation of which no answer came.
struct LookUpOutcome
{
    enum class Kind {
        Applied,
        Absent, //!< it has had no effect
        Unknown, //!< nothing could be learned now
        SignedOut
    };

    Kind kind = Kind::Unknown;
    QString nativeId; //!< when applied
    QString revision; //!< when applied
    qint64 afterMs = 0; //!< Retry-After, when unknown
    QString reason;
};

//! Carries out operations on one account. An adapter's session has one where it can write. Used by
//! one thread at a time; may block, never follows redirects, and never repeats by itself.
class ActionPort
{
public:
    virtual ~ActionPort();

    //! Hands over \a operation with its key, which is the same in every attempt. A kind that the
    //! adapter does not know is rejected.
    [[nodiscard]] virtual ActionOutcome send(const domain::Operation &operation) = 0;
    //! Asks whether \a operation has taken effect, by its key or what it made.
    [[nodiscard]] virtual LookUpOutcome lookUp(const domain::Operation &operation) = 0;
    //! Whether the platform does at most once what it gets twice with one key: then what is in
    //! doubt may be repeated at once.
    virtual bool honoursKeys() const = 0;
    //! How long after an attempt a look-up that finds nothing is no proof yet: a request may be
    //! under way that long, and take effect behind it.
    virtual qint64 settlingMs() const = 0;
};

} // namespace portolan::platforms
