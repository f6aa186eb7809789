// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace portolan::platforms::openmetadata {

//! Where pulls of one account stand. Times are milliseconds since 1970, of the server's clock.
struct Cursor
{
    qint64 feedAt = 0; //!< all events until then are taken in; 0: no sweep has ended yet
    QStringList feedIds; //!< events from a second before that on that are taken in: they come again
    qint64 resultsAt = 0; //!< newest test result that was read
    qint64 incidentsAt = 0; //!< until when states of incidents were read

    qint64 sweep = 0; //!< number of the last one, begun or ended
    qint64 sweptAt = 0; //!< when the last one ended; 0: none has
    qint64 sweepFeedAt = 0; //!< of the one under way: events since then are taken in behind it
    QString partition; //!< type that the one under way is at; empty: none is
    QString after; //!< in that partition
    QString domains; //!< that the last one kept, begun or ended
    qint64 partitionCount = 0; //!< things of it that were seen
    qint64 sweepCount = 0; //!< things of all partitions that were seen
    bool isPartial = false; //!< something could not be listed: then nothing counts as gone
    qint64 swept = 0; //!< a sweep that ended, and whose end is not stored yet
    bool hasMissed = false; //!< something could not be read by the one under way, or the last
    QString missed; //!< a sum over what that was
    QString missedBefore; //!< the same of the sweep before
    bool isAgain = false; //!< it is one for what the one before missed: for that it makes none due
    bool isSweepDue = false; //!< something went that no event tells all of

    qint64 lineageAt =
        0; //!< when the last round through the lineage ended; 0: none since the sweep
    QString lineageAfter; //!< in the round under way
    bool hasMissedLineage = false; //!< of something, in the round under way or since the last
    bool isLineageAgain = false; //!< a round for what was missed: it makes no further one due
    QString lineageMissed; //!< a sum over what was, in the round under way and since
    QString lineageGivenUp; //!< the same of what the last round missed although it was one for that
    qint64 lineageDone = 0; //!< assets of it that are done
    qint64 lineageTotal = 0; //!< assets that it goes through

    qint64 release = 0; //!< of the server: 200 is 2.0
    QString me; //!< who is signed in, with their address; empty where the server tells nobody
    QString access; //!< how the list of requests for access was when it was last read
    qint64 accessAt = 0; //!< when all of it was read

    QList<domain::Finding> findings; //!< of the last sweep, since each pull tells all anew

    bool isSweeping() const { return !partition.isEmpty(); }

    //! Notes that \a what could not be read; in any order it is the same.
    void noteMissed(const QString &what);
    void noteMissedLineage(const QString &what);

    //! Bytes for the store.
    QByteArray toBytes() const;
    //! Empty where \a bytes are of another version or broken: then everything is read anew.
    static std::optional<Cursor> fromBytes(const QByteArray &bytes);

    bool operator==(const Cursor &) const = default;
};

} // namespace portolan::platforms::openmetadata
