// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagemarks.h"

#include "models/items/incidenttext.h"
#include "models/items/lineageaccess.h"
#include "models/items/slotext.h"
#include "models/lineage/closure.h"

#include <QHash>
#include <QLocale>
#include <QMap>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

using lineage::Direction;
using lineage::NodeIndex;

namespace {

//! Picks out \a reached, and the lines between two of them that lead in the direction asked for.
void pickOut(const LineageScene &scene, const std::vector<NodeIndex> &reached, LineageMarks &marks)
{
    marks.boxes.resize(scene.boxes.size());
    marks.lines.resize(scene.lines.size());
    std::vector<quint8> here(scene.boxes.size());
    for (const auto box : reached) {
        here[box] = 1;
        marks.boxes[box] = 1;
    }
    for (std::size_t i = 0; i < scene.lines.size(); ++i) {
        if (here[scene.lines[i].from] != 0 && here[scene.lines[i].to] != 0)
            marks.lines[i] = 1;
    }
}

//! Unknown is no rank between the others: it is drawn as unknown.
int sloRank(domain::SloState state)
{
    switch (state) {
    case domain::SloState::Met:
        return 0;
    case domain::SloState::Burning:
        return 2;
    case domain::SloState::Missed:
        return 3;
    case domain::SloState::Unknown:
        break;
    }
    return -1;
}

//! How old data were at \a at that were new at \a updated.
qint64 ageOf(qint64 updated, const QDateTime &at)
{
    return std::max(at.toMSecsSinceEpoch() - updated, qint64(0));
}

//! Within a day, a week, a month, or more.
int freshnessRank(qint64 updated, const QDateTime &at)
{
    constexpr qint64 day = qint64(24) * 60 * 60 * 1000;
    if (updated == 0)
        return -1;
    const auto age = ageOf(updated, at);
    return age <= day ? 0 : age <= 7 * day ? 1 : age <= 30 * day ? 2 : 3;
}

//! A port without a status has that of its product.
QString statusOf(const domain::LineageGraph &graph, const domain::LineageNode &node)
{
    return node.status.isEmpty() && node.kind == domain::EntityKind::Port
        ? graph.productStatuses.value(node.product)
        : node.status;
}

//! Calls \a visit with each thing in a folded box of \a scene, and the box.
template <typename Visit>
void forEachMember(const LineageScene &scene, Visit visit)
{
    const bool isAnyFolded = std::any_of(scene.boxes.begin(), scene.boxes.end(),
                                         [](const auto &box) { return box.isFolded(); });
    for (std::size_t node = 0; isAnyFolded && node < scene.graph->nodes.size(); ++node) {
        const int box = scene.boxOf(int(node));
        if (box >= 0 && scene.boxes[std::size_t(box)].isFolded())
            visit(box, scene.graph->nodes[node]);
    }
}

} // namespace

int classificationRank(const QString &classification)
{
    static const QHash<QString, int> known{
        {u"public"_s, 0},       {u"open"_s, 0},       {u"internal"_s, 1},
        {u"confidential"_s, 2}, {u"sensitive"_s, 2},  {u"pii"_s, 2},
        {u"personal"_s, 2},     {u"restricted"_s, 3}, {u"strictly confidential"_s, 3},
        {u"secret"_s, 3}};
    return known.value(classification.trimmed().toLower(), -1);
}

int lifecycleRank(const QString &status)
{
    static const QHash<QString, int> known{
        {u"active"_s, 0},      {u"production"_s, 0},     {u"published"_s, 0}, {u"live"_s, 0},
        {u"stable"_s, 0},      {u"draft"_s, 1},          {u"proposed"_s, 1},  {u"planned"_s, 1},
        {u"development"_s, 1}, {u"in development"_s, 1}, {u"testing"_s, 1},   {u"beta"_s, 1},
        {u"deprecated"_s, 2},  {u"retired"_s, 3},        {u"archived"_s, 3},  {u"sunset"_s, 3},
        {u"deleted"_s, 3}};
    return known.value(status.trimmed().toLower(), -1);
}

int overlayRank(const domain::LineageGraph &graph, const domain::LineageNode &node,
                LineageOverlay overlay)
{
    switch (overlay) {
    case LineageOverlay::Classification:
        return classificationRank(node.classification);
    case LineageOverlay::Status:
        return lifecycleRank(statusOf(graph, node));
    case LineageOverlay::ServiceLevel:
        return node.slo ? sloRank(*node.slo) : -1;
    case LineageOverlay::Freshness:
        return freshnessRank(node.updated, graph.at);
    case LineageOverlay::Agreements:
        return accessRank(node.access);
    case LineageOverlay::None:
        break;
    }
    return -1;
}

OverlayValue overlayValue(const domain::LineageGraph &graph, const domain::LineageNode &node,
                          LineageOverlay overlay)
{
    QString text;
    if (overlay == LineageOverlay::Classification)
        text = node.classification;
    else if (overlay == LineageOverlay::Status)
        text = statusOf(graph, node);
    else if (overlay == LineageOverlay::ServiceLevel && node.slo)
        text = stateText(*node.slo);
    else if (overlay == LineageOverlay::Freshness && node.updated != 0)
        text = durationText(ageOf(node.updated, graph.at));
    else if (overlay == LineageOverlay::Agreements)
        text = accessWords(node.access);
    return {overlayRank(graph, node, overlay), text};
}

std::vector<qint8> ranksOf(const LineageScene &scene, LineageOverlay overlay)
{
    std::vector<qint8> ranks(scene.boxes.size());
    if (overlay == LineageOverlay::Agreements) {
        const auto access = accessOf(scene);
        std::transform(access.begin(), access.end(), ranks.begin(),
                       [](const auto &one) { return qint8(accessRank(one)); });
        return ranks;
    }
    std::fill(ranks.begin(), ranks.end(), qint8(-1));
    for (std::size_t box = 0; box < ranks.size(); ++box) {
        if (!scene.boxes[box].isFolded())
            ranks[box] = qint8(overlayRank(*scene.graph, scene.nodeOf(scene.boxes[box]), overlay));
    }
    forEachMember(scene, [&](int box, const domain::LineageNode &node) {
        auto &rank = ranks[std::size_t(box)];
        rank = std::max(rank, qint8(overlayRank(*scene.graph, node, overlay)));
    });
    return ranks;
}

QHash<quint32, RankCounts> foldedRanksOf(const LineageScene &scene, LineageOverlay overlay)
{
    QHash<quint32, RankCounts> counts;
    if (overlay == LineageOverlay::None || overlay == LineageOverlay::Agreements)
        return counts;
    forEachMember(scene, [&](int box, const domain::LineageNode &node) {
        auto &own = counts[quint32(box)];
        if (const int rank = overlayRank(*scene.graph, node, overlay); rank >= 0)
            ++own[std::size_t(rank)];
    });
    return counts;
}

void layOver(const LineageScene &scene, LineageMarks &marks)
{
    marks.ranks.clear();
    marks.foldedRanks.clear();
    marks.access.clear();
    if (marks.overlay == LineageOverlay::None)
        return;
    marks.ranks = ranksOf(scene, marks.overlay);
    marks.foldedRanks = foldedRanksOf(scene, marks.overlay);
    if (marks.overlay == LineageOverlay::Agreements)
        marks.access = accessOf(scene);
}

QString overlayText(const LineageScene &scene, int box, LineageOverlay overlay)
{
    const auto &about = scene.boxes[std::size_t(box)];
    if (!about.isFolded())
        return overlayValue(*scene.graph, scene.nodeOf(about), overlay).text;
    if (overlay == LineageOverlay::Agreements)
        return accessWords(accessOf(scene)[std::size_t(box)]);
    // By what the source calls it: two words of one rank are two things. Of ages the oldest counts.
    std::array<QMap<QString, int>, 4> words;
    const domain::LineageNode *oldest = nullptr;
    forEachMember(scene, [&](int member, const domain::LineageNode &node) {
        const auto value =
            member == box ? overlayValue(*scene.graph, node, overlay) : OverlayValue();
        if (value.rank < 1)
            return;
        ++words[std::size_t(value.rank)][value.text];
        if (oldest == nullptr || node.updated < oldest->updated)
            oldest = &node;
    });
    if (overlay == LineageOverlay::Freshness && oldest != nullptr)
        return overlayValue(*scene.graph, *oldest, overlay).text;
    QStringList parts;
    for (auto rank = words.rbegin(); rank != words.rend(); ++rank) {
        for (auto it = rank->cbegin(); it != rank->cend(); ++it)
            parts.append(it.key() + u' ' + QLocale().toString(it.value()));
    }
    return parts.join(u", "_s);
}

std::vector<domain::LineageAccess> accessOf(const LineageScene &scene)
{
    std::vector<domain::LineageAccess> access(scene.boxes.size());
    for (std::size_t node = 0; node < scene.graph->nodes.size(); ++node) {
        const auto &about = scene.graph->nodes[node];
        if (about.access.isEmpty())
            continue;
        const int box = scene.boxOf(int(node));
        if (box >= 0
            && (!scene.boxes[std::size_t(box)].isFolded()
                || about.kind == domain::EntityKind::Port))
            access[std::size_t(box)] += about.access;
    }
    return access;
}

QList<LineageOverlay> overlaysOf(const domain::LineageGraph &graph)
{
    QList<LineageOverlay> overlays{LineageOverlay::None};
    for (const auto overlay :
         {LineageOverlay::Classification, LineageOverlay::Status, LineageOverlay::ServiceLevel,
          LineageOverlay::Freshness, LineageOverlay::Agreements}) {
        if (std::any_of(graph.nodes.begin(), graph.nodes.end(), [&](const auto &node) {
                return overlayRank(graph, node, overlay) >= 0
                    || (overlay == LineageOverlay::ServiceLevel && node.slo);
            }))
            overlays.append(overlay);
    }
    return overlays;
}

LineageMarks marksOfReach(const LineageScene &scene, int box, bool upstream, bool downstream)
{
    LineageMarks marks;
    if (box < 0)
        return marks;
    const std::array start{NodeIndex(box)};
    if (upstream)
        pickOut(scene, lineage::closure(scene.arcs, start, Direction::Upstream).nodes, marks);
    if (downstream)
        pickOut(scene, lineage::closure(scene.arcs, start, Direction::Downstream).nodes, marks);
    return marks;
}

LineageMarks marksOfPath(const LineageScene &scene, int from, int to)
{
    LineageMarks marks;
    if (from < 0 || to < 0)
        return marks;
    auto nodes = lineage::nodesOnPaths(scene.arcs, NodeIndex(from), NodeIndex(to));
    if (nodes.empty())
        nodes = lineage::nodesOnPaths(scene.arcs, NodeIndex(to), NodeIndex(from));
    if (!nodes.empty())
        pickOut(scene, nodes, marks);
    return marks;
}

} // namespace portolan::items
