// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace portolan::store {

//! Why one record is the same thing as another.
enum class JoinReason {
    DeclaredProduct, //!< it says which product it is
    SameProductId,
    SameTeam, //!< the team
    SameId, //!< the id, of a contract or a port
    SameTable, //!< the dataset key
    FittingTable, //!< its own dataset key and the one that it fits
    OnlyName, //!< the name that nothing else has
    OtherName, //!< the name that its source calls it as well
    ByHand
};

//! \a reason as a record keeps it: without words, so that it is the same for programs of all
//! languages. \a about is what it is about, as listed above.
QString keptReason(JoinReason reason, const QStringList &about = {});

//! What keptReason() wrote, in words for people. Anything else is shown as it is: earlier versions
//! kept words.
QString reasonInWords(const QString &kept);

} // namespace portolan::store
