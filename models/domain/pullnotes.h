// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace portolan::domain {

//! What an adapter notes for its later pulls, where a cursor would grow with the catalogue: it is
//! kept note by note, so that a page costs what it changes. Nobody else reads them.
struct PullNotes
{
    bool isFresh = false; //!< all that was noted before is forgotten first
    QHash<QString, QByteArray> values; //!< by key; an empty one takes the note away

    bool isEmpty() const { return !isFresh && values.isEmpty(); }

    bool operator==(const PullNotes &) const = default;
};

} // namespace portolan::domain
