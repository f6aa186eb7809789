// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/datahub/answer.h"

#include <QString>

#include <optional>

namespace portolan::platforms::datahub {

//! What the change log says of one aspect of one thing.
struct Change
{
    QString urn;
    QString aspect;
    bool isDelete = false; //!< of the aspect; of the key aspect: of the thing
    QByteArray value; //!< JSON; empty where there is none
    QByteArray previous; //!< JSON; empty where there was none, or it does not say

    //! Whether the thing itself is gone.
    bool isHardDelete() const { return isDelete && aspect.endsWith(QStringLiteral("Key")); }
};

//! The change that \a message of the topics MetadataChangeLog_… holds; empty where it is none. It
//! is JSON as Avro writes it: optional members are wrapped in an object that names their type, and
//! bytes are a text with one character for each byte.
std::optional<Change> changeOf(const QString &message);

//! How many events lie between two places of a topic of one partition; empty where that cannot be
//! told. Places are opaque otherwise.
std::optional<qint64> distance(const QString &from, const QString &to);

} // namespace portolan::platforms::datahub
