// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan::platforms {

//! A line of the table of what an adapter can and cannot do.
struct Ability
{
    enum class Extent { Full, Partial, None };

    QString what; //!< "Lineage between columns"
    Extent extent = Extent::None;
    QString note; //!< how far, or why not; may be empty when full

    bool operator==(const Ability &) const = default;
};

} // namespace portolan::platforms
