// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/platforms/openmetadata/cursor.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace portolan::platforms::openmetadata {

//! A thing that events speak of, and that is read anew: an event is a hint, no more.
struct Hint
{
    QString type;
    QString key; //!< uuid, or the fully qualified name where \a isName
    bool isName = false;
    QString fqn; //!< as the newest event names it; may be empty
    bool isGone = false;
    bool isHolder = false; //!< no event spoke of it, but of what it shows as a port

    bool operator==(const Hint &) const = default;
};

//! What the change feed says since the last time.
struct FeedAnswer
{
    QList<Hint> hints; //!< each thing once, in the order in which they were last spoken of
    QStringList removed; //!< native ids that are no longer names of anything
    QStringList goneProducts; //!< native ids of products that are gone, with what hangs on them
    bool isSweepDue = false; //!< something changed that no event tells all of
    bool hasMoved = false; //!< something is in another domain now, with all that is about it
    qint64 newestAt = 0; //!< of all events; 0 without any
    QList<std::pair<qint64, QString>> seen; //!< time and id of each event, known or not
    qsizetype events = 0; //!< that were not known yet
};

//! Reads an answer of /v1/events to \a cursor. Protocol where it is none.
[[nodiscard]] Result<FeedAnswer> feedAnswerOf(const QByteArray &body, const QString &asked,
                                              const Cursor &cursor);

//! What the feed is asked for: the types whose events matter. Releases before 1.10 know no drives.
QString feedTypes(bool withDrives);

} // namespace portolan::platforms::openmetadata
