// SPDX-License-Identifier: GPL-3.0-or-later
// What the contents of operations mean to a person: deeds in words, and their members side by side.
// Pure; any thread.
#pragma once

#include "models/items/outboxsource.h"

#include <QList>
#include <QString>

namespace portolan::items {

//! Whether \a kind makes a request for access.
bool isRequestKind(const QString &kind);
//! Whether \a kind is about a request for access.
bool isAccessKind(const QString &kind);

//! One member of what an operation is about, as three sides have it. Each is plain text, may have
//! several lines, and is empty where a side does not say.
struct OutboxField
{
    QString name; //!< "Purpose"
    QString base;
    QString mine;
    QString theirs;

    bool operator==(const OutboxField &) const = default;
};

//! What an operation sends, and in a conflict what was there before and what is there now.
struct OutboxSides
{
    QList<OutboxField> fields; //!< what is known to us in a fixed order, then the rest
    bool hasBase = false;
    bool hasTheirs = false;

    bool operator==(const OutboxSides &) const = default;
};

//! The sides of \a entry, with the names of \a board. What cannot be read as what its kind says is
//! shown member by member, as it is written.
OutboxSides sidesOf(const OutboxEntry &entry, const OutboxBoard &board);

} // namespace portolan::items
