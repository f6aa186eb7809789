// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagescene.h"

#include <QHash>
#include <QList>
#include <QString>

#include <array>
#include <vector>

namespace portolan::items {

//! What is laid over the boxes beside what they are.
enum class LineageOverlay { None, Classification, Status, ServiceLevel, Freshness, Agreements };

//! What an overlay says of a node: 0 to 3, or -1 when it says nothing that is known; and in words,
//! as the source has it.
struct OverlayValue
{
    int rank = -1;
    QString text;
};

//! A port that has no status of its own has that of its product.
OverlayValue overlayValue(const domain::LineageGraph &graph, const domain::LineageNode &node,
                          LineageOverlay overlay);

//! The rank alone: for pictures of many boxes.
int overlayRank(const domain::LineageGraph &graph, const domain::LineageNode &node,
                LineageOverlay overlay);

//! How many things there are of each rank.
using RankCounts = std::array<int, 4>;

//! The rank of each box of \a scene; of what is folded the worst of its members, since what hurts
//! must not be folded away, and of agreements that of all its ports together.
std::vector<qint8> ranksOf(const LineageScene &scene, LineageOverlay overlay);

//! How many members of each rank there are in the folded boxes of \a scene, by box. Agreements are
//! counted by accessOf().
QHash<quint32, RankCounts> foldedRanksOf(const LineageScene &scene, LineageOverlay overlay);

//! What \a overlay says of a box of \a scene, in words; of what is folded how many there are of
//! each that is worse than well, worst first.
QString overlayText(const LineageScene &scene, int box, LineageOverlay overlay);

//! How many agreements and requests each box of \a scene is about; of what is folded those of its
//! ports, each once.
std::vector<domain::LineageAccess> accessOf(const LineageScene &scene);

//! None, and the overlays for which some node of \a graph has a value.
QList<LineageOverlay> overlaysOf(const domain::LineageGraph &graph);

//! The columns of boxes that are not open, by box.
using LineageNearColumns = QHash<quint32, std::vector<LineageColumn>>;

//! What is picked out in a picture.
struct LineageMarks
{
    int root = -1; //!< box that the picture was opened from
    std::vector<quint8> boxes; //!< per box 1 where it is picked out; empty: nothing is
    std::vector<quint8> lines; //!< per line; empty with boxes
    std::vector<quint8> found; //!< per box 1 where a search found it; empty: none is going on
    LineageNearColumns nearColumns; //!< that the nearest zoom shows as far as there is room
    LineageOverlay overlay = LineageOverlay::None;
    std::vector<qint8> ranks; //!< per box what the overlay says
    QHash<quint32, RankCounts> foldedRanks; //!< foldedRanksOf()
    std::vector<domain::LineageAccess> access; //!< accessOf(), where the overlay is of agreements

    bool isPickedOut(quint32 box) const { return boxes.empty() || boxes[box] != 0; }

    //! Whether what the overlay says of each box of a picture is there.
    bool isLaidOver() const { return overlay == LineageOverlay::None || !ranks.empty(); }

    bool isLinePickedOut(quint32 line) const { return !lines.empty() && lines[line] != 0; }
};

//! Fills in what the overlay of \a marks says of each box of \a scene.
void layOver(const LineageScene &scene, LineageMarks &marks);

//! How sensitive \a classification is: 0 public to 3 restricted; -1 when it is empty or no word
//! that is known.
int classificationRank(const QString &classification);

//! Where in its life something is that has \a status: 0 in use, 1 not yet, 2 deprecated, 3 retired;
//! -1 when it is empty or no word that is known.
int lifecycleRank(const QString &status);

//! Everything that flows into \a box, or out of it, or both, with the lines on the way.
LineageMarks marksOfReach(const LineageScene &scene, int box, bool upstream, bool downstream);

//! Every way from \a from downstream to \a to, or the other way round; nothing where there is none.
LineageMarks marksOfPath(const LineageScene &scene, int from, int to);

} // namespace portolan::items
