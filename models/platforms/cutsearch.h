// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace portolan::platforms {

//! What a RemoteSearch is as well where its server's own list may end before what the adapter tells
//! of it: fewer hits than were asked for are then not all that there are.
class CutSearch
{
public:
    virtual ~CutSearch() = default;

    //! Whether the list of the last search ended because it was long enough for the server.
    virtual bool wasCut() const = 0;
};

} // namespace portolan::platforms
