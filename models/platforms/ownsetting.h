// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan::platforms {

//! Something that only accounts of one platform can be told, as text. It is kept among the options
//! of the account.
struct OwnSetting
{
    QString name; //!< of the option
    QString title; //!< what it is, for people
    QString byDefault; //!< what holds where nobody says anything

    bool operator==(const OwnSetting &) const = default;
};

} // namespace portolan::platforms
