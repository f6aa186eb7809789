// SPDX-License-Identifier: GPL-3.0-or-later
// The names of lanes in pictures whose lanes may be lower than a line of text.
#pragma once

#include "models/items/lineagelook.h"
#include "models/items/lineagemarks.h"
#include "models/items/lineageview.h"

#include <QFont>
#include <QFontMetricsF>

#include <optional>
#include <span>
#include <vector>

class QPaintDevice;

namespace portolan::items {

//! A title that wants to stand at a height. Lengths are pixels.
struct TitleWish
{
    double middle = 0; //!< where it would stand best
    double height = 0; //!< that it takes
    double slack = 0; //!< so far it may be moved
    double weight = 0; //!< which of two goes first
    bool isOwed = false; //!< its lane has room for it, so that it stands there whatever else does
};

//! The middles at which \a wishes stand between \a top and \a bottom: none over another, in their
//! order, moved as little as that takes. Those that would push another too far have no place.
//! Wishes are given from top to bottom.
std::vector<std::optional<double>> placedTitles(std::span<const TitleWish> wishes, double top,
                                                double bottom);

//! A lane, or a row of one, and the title that it has in a picture. Lengths are pixels.
struct LaneTitle
{
    int group = 0;
    QRectF lane; //!< what is seen of it
    QRectF place; //!< of all that is written
    QString name; //!< as far as there is room
    QString count;
    QFont font; //!< of the name
    bool hasTwoLines = false; //!< the count stands below the name
    bool isOver = false; //!< it stands over the lane, not beside it
    bool isMoved = false; //!< it does not stand within its lane
    double columnEnd = 0; //!< where what leads from titles to lanes ends
};

//! What a group counts: "12", or "3 of 12" where a picture leaves some out.
QString groupCount(const LineageGroup &group);

//! The least rank of which \a overlay counts how many there are.
int leastCounted(LineageOverlay overlay);

//! How wide the counts of ranks are on the screen, as far as \a room goes, worst first.
double rankWidth(const RankCounts &counts, int least, const QFontMetricsF &metrics, double room);

//! The titles of outermost groups in \a view: of all whose lanes are as high as a title, and of as
//! many others as find room, those first that hold most or in which \a ranks tell of most that
//! hurts. They stand on the left of their lanes where there is room, else over them.
std::vector<LaneTitle> laneTitles(const LineageScene &scene, const LineageLook &look,
                                  const LineageView &view, LineageOverlay overlay,
                                  const std::vector<RankCounts> &ranks, QPaintDevice *device);

} // namespace portolan::items
