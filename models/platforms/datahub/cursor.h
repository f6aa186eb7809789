// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace portolan::platforms::datahub {

//! How far a topic of the change log was read.
struct FeedPlace
{
    QString offset; //!< opaque; empty: not known
    QDateTime at; //!< UTC, when it was current

    bool operator==(const FeedPlace &) const = default;
};

//! How far a sweep is.
struct SweepPlace
{
    QString partition; //!< the type of entity that is listed now
    QString scrollId; //!< of the next page in it; worth something for some minutes only
    QDateTime scrolled; //!< UTC, when that was given out
    qint64 received = 0; //!< of the partition, as far as the scroll went
    qint64 expected = -1; //!< of the partition, as the index counts
    QDateTime began; //!< UTC
    QHash<QString, qint64> counts; //!< of the partitions that are done
    bool isPartial = false; //!< something was not listed or could not be read: nothing is removed

    bool operator==(const SweepPlace &) const = default;
};

//! Where the pulls of one account stand: all that is kept between them.
struct Cursor
{
    qint64 sweeps = 0; //!< number of the sweep that was begun last
    std::optional<SweepPlace> sweep; //!< the one that is under way
    QDateTime swept; //!< UTC, when the last one that ended began; null: none did
    QDateTime sweptUntil; //!< UTC, when it ended
    QHash<QString, qint64> counts; //!< what it listed, by type
    bool isSweepDue = false; //!< something happened that a delta cannot follow
    QDateTime jumped; //!< UTC, when the change log last went on behind a gap
    QDateTime observed; //!< UTC, until when it was last said that updates were looked for
    QStringList domains; //!< that were subscribed to
    FeedPlace changes; //!< MetadataChangeLog_Versioned_v1; no offset: there is no feed
    FeedPlace series; //!< MetadataChangeLog_Timeseries_v1

    //! A cursor of another version, or none, is one that knows nothing.
    static Cursor read(const QByteArray &bytes);
    QByteArray bytes() const;

    bool operator==(const Cursor &) const = default;
};

} // namespace portolan::platforms::datahub
