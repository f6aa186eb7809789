// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the agreements of the demo where the data lies, as a table.
#pragma once

#include "models/domain/accessstate.h"

#include <array>
#include <span>

namespace portolan::demo {

//! How far those who run a platform said that a grant is; days count from the first start.
struct Told
{
    int day = 0;
    domain::GrantState state = domain::GrantState::None; //!< of a place in the table that is empty
    const char *diagnostics = nullptr;
};

//! What was told of the agreement of one port of a request.
struct Given
{
    const char *request; //!< Asked::name
    int item;
    const char *platform;
    const char *reference; //!< what the platform calls the access
    std::array<Told, 4> told;
};

//! All grants of the demo. Of agreements that are not among them nothing was told.
std::span<const Given> givenAccess();

} // namespace portolan::demo
