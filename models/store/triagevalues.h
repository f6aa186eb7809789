// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QUuid>

namespace portolan::store {

//! What a person did about incidents. The numbers are stored: never renumber.
enum class TriageKind {
    Acknowledge = 1,
    Start = 2, //!< in progress
    Resolve = 3, //!< until it fails again
    Assign = 4, //!< TriageAction::text is the name; empty takes it away
    Snooze = 5, //!< until TriageAction::until
    Note = 6 //!< TriageAction::text
};

//! One of them.
struct TriageAction
{
    QUuid incident;
    TriageKind kind = TriageKind::Acknowledge;
    QDateTime at; //!< UTC
    QString who; //!< of the profile; may be empty
    QString text;
    QDateTime until; //!< UTC
    QUuid asset; //!< that the incident was of; null when that was not known
    QDateTime opened; //!< UTC, when the incident had begun as far as was known then

    bool operator==(const TriageAction &) const = default;
};

} // namespace portolan::store
