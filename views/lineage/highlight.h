// SPDX-License-Identifier: GPL-3.0-or-later
// What a person looks for or picked out in the picture.
#pragma once

#include <QString>
#include <QUuid>

#include <vector>

namespace portolan::views::lineage {

//! What a person picked out in the picture, by ids, so that it outlives the picture.
struct Highlight
{
    enum class Kind { None, Reach, Path };

    Kind kind = Kind::None;
    QUuid from;
    QUuid to; //!< of a path
    bool upstream = false; //!< of a reach
    bool downstream = false;
};

//! What a search found in the picture.
struct Hits
{
    std::vector<int> boxes;
    int at = -1; //!< the one that was gone to last
};

//! The column of the root that the pane was opened at.
struct WantedColumn
{
    QString path;
    bool isAwaited = false; //!< it is to be selected once it is there
};

} // namespace portolan::views::lineage
