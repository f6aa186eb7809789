// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace portolan::items {

//! One step from an old list to a new one.
struct RowEdit
{
    enum class Kind { Remove, Insert };

    Kind kind = Kind::Remove;
    qint64 at = 0; //!< where, in the list as the steps before left it
    qint64 count = 0; //!< of an insertion: the rows at .. at + count - 1 of the new list

    bool operator==(const RowEdit &) const = default;
};

//! The steps that turn \a before into \a after, as few rows as possible; keys are unique in each.
QList<RowEdit> rowEdits(const QStringList &before, const QStringList &after);

} // namespace portolan::items
