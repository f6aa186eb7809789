// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QStringList>

namespace portolan::platforms {

//! What a platform can do. The engine and the views ask for one of these, never for a name.
enum class Capability {
    Catalogue = 0x1,
    Lineage = 0x2,
    Quality = 0x4,
    Incidents = 0x8,
    AccessRequests = 0x10,
    Policies = 0x20,
    RemoteSearch = 0x40,
    Write = 0x80,
    ChangeFeed = 0x100,
    Files = 0x200,
    WriteOwners = 0x400, //!< beside Write: other owners are taken as well
    WriteFields = 0x800 //!< beside Write: other descriptions of fields are taken as well
};
Q_DECLARE_FLAGS(Capabilities, Capability)
Q_DECLARE_OPERATORS_FOR_FLAGS(Capabilities)

//! Stable words for the capabilities that are set: "catalogue", "lineage", …
QStringList capabilityWords(Capabilities capabilities);

} // namespace portolan::platforms
