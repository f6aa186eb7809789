// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of one incident tells besides its facts.
#pragma once

#include "models/items/qualityvalues.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace portolan::items {

//! One line of the timeline of an incident.
struct IncidentEvent
{
    enum class Kind { Failed, Opened, Joined, Person, Reopened, Resolved, StillFailing };

    QDateTime at; //!< UTC
    Kind kind = Kind::Opened;
    QString what; //!< "Acknowledged"
    QString note; //!< "by Tomasz Wilk"
    QUuid incident; //!< of Joined: the one that joined
};

//! The life of \a incident, oldest first. \a others are all incidents that are known: those under
//! the same root join the root's. \a newest is the newest run of one of its checks, if known.
QList<IncidentEvent> timelineOf(const Incident &incident, const QList<Incident> &others,
                                const std::optional<domain::CheckRun> &newest);

//! One thing that an incident hits.
struct HitRow
{
    QUuid id; //!< of the asset or product; null when nobody knows
    QUuid level; //!< of the service level; null when it has none
    domain::SloState state = domain::SloState::Unknown;
    bool fails = false; //!< checks of it fail, and it has no service level
    QString name;
    QString serviceLevel; //!< "freshness, 39 % left"; "none of its own"
    QString ownerName;
};

//! What \a incident hits: service levels of the asset itself, and what fails or is behind below it
//! as the board knows it. \a others is how many things below are not behind yet.
QList<HitRow> hitsOf(const Incident &incident, const QList<Incident> &incidents,
                     const QualityBoard &board, int &others);

//! What broke in a sentence or two.
QString incidentSentence(const Incident &incident, const QList<Incident> &incidents,
                         const QDateTime &now);

} // namespace portolan::items
