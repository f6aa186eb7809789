// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/formats/openlineage/eventtime.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>
#include <utility>

namespace portolan::platforms::marquez {

//! Where an account stands: what a pull hands to the next one.
struct Cursor
{
    qint64 sweep = 0; //!< the last one that was begun
    bool isSweeping = false; //!< it has not come to its end
    QString space; //!< of a sweep: the namespace whose datasets it is at; empty before the first
    qint64 offset = 0; //!< in that namespace
    qint64 total = -1; //!< what it had then
    bool isLeaky = false; //!< the sweep missed something: nothing may be removed at its end
    bool wasLeaky = false; //!< the one before did
    qint64 sweptAtMs = 0; //!< when the last one ended
    qint64 things = 0; //!< that it saw

    //! Of the feed: the time up to which it was read; a stretch before it is read again each time.
    formats::openlineage::Moment position = 0;
    QSet<quint64> seen; //!< digests of the events in that stretch
    qint64 before = -1; //!< events that are older than the stretch; -1: not counted
    qint64 others = -1; //!< events in it that the feed counts and does not list
    bool isDoubtful = false; //!< something happened that the feed does not tell

    QString spaces; //!< the namespaces that it kept, as Subscription::text() says
    QByteArray apart; //!< digest of the names that a person kept apart when it was swept

    QList<domain::Finding> findings; //!< of the last sweep: they hold until the next one

    //! Jobs of which no event tells, by namespace and name: what they do was learned from the list.
    //! More than these are not named, and are learned again by a sweep.
    static constexpr qsizetype mostUntold = 200;
    QList<std::pair<QString, QString>> untold;

    QByteArray toBytes() const;
    //! Empty for bytes that no version of this wrote, or another version.
    static std::optional<Cursor> fromBytes(const QByteArray &bytes);
};

} // namespace portolan::platforms::marquez
