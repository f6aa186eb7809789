// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace portolan::domain {

//! Who answers for a thing, as one account says it.
struct Owner
{
    QString id; //!< native id of the person or team; empty where only a name is known
    QString name; //!< as people read it

    //! What a person reads.
    const QString &label() const { return name.isEmpty() ? id : name; }

    bool operator==(const Owner &) const = default;
};

using Owners = QList<Owner>;

} // namespace portolan::domain
