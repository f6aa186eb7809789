// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesssource.h"

#include <QList>
#include <QString>
#include <QUuid>

namespace portolan::items {

//! Something about access that a person wants to be told of, once.
struct AccessNews
{
    enum class Kind {
        Review, //!< a request waits for their decision
        Asked, //!< an approver asks them something
        Decided, //!< their request was decided
        Expiring //!< an agreement that they use ends within expiringDays
    };

    QString key; //!< the same for the same event, on every day and in every run
    Kind kind = Kind::Review;
    QUuid request;
    QString text; //!< one line, of what other people wrote: plain text

    bool operator==(const AccessNews &) const = default;
};

//! What \a board has that its people want to be told of, in the order of kinds. Pure; any thread.
QList<AccessNews> newsOf(const AccessBoard &board);

//! What happened, in words: of one, or of \a count of that kind.
QString newsTitle(AccessNews::Kind kind, int count = 1);

} // namespace portolan::items
