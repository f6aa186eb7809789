// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagedraft.h"

#include "models/items/lineageclusters.h"
#include "models/items/lineagegroups.h"
#include "models/items/lineagereach.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

using domain::LineageChange;
using domain::LineageGraph;
using domain::LineageLevel;
using domain::LineageLink;

namespace {

//! How a line differs whose links differ by \a changes: as all of them do, else it is changed.
LineageChange unitedChange(const std::array<int, 4> &changes, int count)
{
    for (const auto change : {LineageChange::None, LineageChange::Added, LineageChange::Removed}) {
        if (changes[std::size_t(change)] == count)
            return change;
    }
    return LineageChange::Changed;
}

} // namespace

LineageDraft::LineageDraft(const LineageOrder &order)
{
    m_scene.graph = order.graph;
    m_isByProduct = order.choice.grouping == LineageGrouping::Product
        || order.choice.grouping == LineageGrouping::DomainAndProduct;
    auto grouped = groupLineage(*order.graph, order.choice.grouping);
    m_scene.groups = std::move(grouped.groups);
    m_groupOf = std::move(grouped.of);
    m_kept = chosenNodes(*order.graph, order.choice);
    addBoxes(order);
    countGroups();
    addLines();
    addInput(order);
    addBundles();
}

//! The outermost folded group around \a node, or -1.
int LineageDraft::foldedGroupOf(int node, const LineageChoice &choice) const
{
    int found = -1;
    for (int group = m_groupOf[std::size_t(node)]; group >= 0;
         group = m_scene.groups[std::size_t(group)].parent) {
        if (choice.folded.contains(m_scene.groups[std::size_t(group)].key))
            found = group;
    }
    return found;
}

void LineageDraft::addBoxes(const LineageOrder &order)
{
    m_boxOf.assign(m_kept.size(), -1);
    QHash<int, int> boxOfGroup;
    for (int node = 0; node < int(m_kept.size()); ++node) {
        if (m_kept[std::size_t(node)] == 0)
            continue;
        const int folded = order.choice.folded.isEmpty() ? -1 : foldedGroupOf(node, order.choice);
        const auto known = folded < 0 ? boxOfGroup.constEnd() : boxOfGroup.constFind(folded);
        if (known != boxOfGroup.constEnd()) {
            ++m_scene.boxes[std::size_t(*known)].members;
            m_boxOf[std::size_t(node)] = *known;
            continue;
        }
        m_boxOf[std::size_t(node)] = int(m_scene.boxes.size());
        if (folded >= 0)
            boxOfGroup.insert(folded, int(m_scene.boxes.size()));
        addBox(order, node, folded);
    }
}

void LineageDraft::addBox(const LineageOrder &order, int node, int folded)
{
    const auto &about = m_scene.graph->nodes[std::size_t(node)];
    LineageBox box;
    box.node = node;
    box.folded = folded;
    if (folded < 0) {
        box.label = lineageLabelOf(*m_scene.graph, about);
        box.icon = lineageIconOf(about);
        box.kind = lineageKindOf(about);
        box.group = m_groupOf[std::size_t(node)];
        if (order.choice.open.contains(about.id))
            box.columns = order.columns.value(about.id);
    } else {
        const auto &group = m_scene.groups[std::size_t(folded)];
        box.label = group.label;
        box.icon = group.key.contains(u"product:"_s) ? u"kind-product"_s : u"kind-domain"_s;
        box.kind = LineageKind::Port;
        // An outermost group keeps its lane, its title and its place when it is folded.
        box.group = group.parent < 0 ? folded : group.parent;
    }
    box.rect = QRectF(0, 0, scenesize::boxWidth,
                      scenesize::boxHeight + double(box.columns.size()) * scenesize::columnHeight
                          + (box.columns.empty() ? 0 : scenesize::columnsFoot));
    m_scene.boxes.push_back(std::move(box));
}

void LineageDraft::countGroups()
{
    for (std::size_t node = 0; node < m_kept.size(); ++node) {
        if (m_kept[node] == 0)
            continue;
        for (int group = m_groupOf[node]; group >= 0;
             group = m_scene.groups[std::size_t(group)].parent)
            ++m_scene.groups[std::size_t(group)].shown;
    }
}

int LineageDraft::columnOf(int box, int text) const
{
    return text < 0 ? -1 : m_columnOf.value({box, text}, -1);
}

void LineageDraft::noteColumns()
{
    QHash<QString, int> texts;
    for (int text = 0; text < int(m_scene.graph->texts.size()); ++text)
        texts.insert(m_scene.graph->texts.at(text), text);
    for (int box = 0; box < int(m_scene.boxes.size()); ++box) {
        const auto &columns = m_scene.boxes[std::size_t(box)].columns;
        for (int column = int(columns.size()) - 1; column >= 0; --column) {
            if (const auto text = texts.constFind(columns[std::size_t(column)].path);
                text != texts.constEnd())
                m_columnOf.insert({box, *text}, column);
        }
    }
}

//! The links that are to be seen, by the ends of their lines. Links inside a folded box are not
//! drawn; they are counted in it.
std::vector<LineageDraft::DrawnLink> LineageDraft::drawnLinks() const
{
    const auto &links = m_scene.graph->links;
    std::vector<DrawnLink> drawn;
    drawn.reserve(links.size());
    for (int i = 0; i < int(links.size()); ++i) {
        const auto &link = links[std::size_t(i)];
        const int from = m_boxOf[std::size_t(link.source)];
        const int to = m_boxOf[std::size_t(link.target)];
        if (from < 0 || to < 0)
            continue;
        const auto &source = m_scene.boxes[std::size_t(from)];
        if (from == to && source.isFolded())
            continue;
        drawn.push_back(
            {from, to, columnOf(from, link.sourceField), columnOf(to, link.targetField), i});
    }
    std::sort(drawn.begin(), drawn.end());
    return drawn;
}

// Links between the same two ends become one line.
void LineageDraft::addLines()
{
    const auto &graph = *m_scene.graph;
    lineage::GraphBuilder arcs(quint32(m_scene.boxes.size()));
    noteColumns();
    const auto drawn = drawnLinks();
    for (std::size_t i = 0; i < drawn.size();) {
        LineageLine line;
        line.from = quint32(drawn[i].from);
        line.to = quint32(drawn[i].to);
        line.fromColumn = drawn[i].fromColumn;
        line.toColumn = drawn[i].toColumn;
        line.firstLink = quint32(m_scene.links.size());
        std::array<int, 4> changes{};
        const auto first = i;
        line.isBridge = true;
        for (; i < drawn.size() && drawn[first].hasEndsOf(drawn[i]); ++i) {
            const auto &link = graph.links[std::size_t(drawn[i].link)];
            m_scene.links.push_back(drawn[i].link);
            ++changes[std::size_t(link.change)];
            line.isBridge = line.isBridge && link.isBridge;
            // Of a whole dataset one masked column says little.
            line.isMasking = line.isMasking
                || (line.toColumn >= 0 && link.transformation >= 0
                    && graph.transformations.at(link.transformation).masking.value_or(false));
        }
        line.linkCount = quint32(i - first);
        line.change = unitedChange(changes, int(line.linkCount));
        arcs.addEdge(line.from, line.to);
        m_scene.lines.push_back(line);
    }
    m_scene.arcs = arcs.build().graph;
    markBoxes();
}

//! A box is new when all its lines are, and gone when all of them are.
void LineageDraft::markBoxes()
{
    std::vector<std::array<int, 4>> changes(m_scene.boxes.size());
    for (const auto &line : m_scene.lines) {
        ++changes[line.from][std::size_t(line.change)];
        ++changes[line.to][std::size_t(line.change)];
    }
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const int all = changes[i][0] + changes[i][1] + changes[i][2] + changes[i][3];
        for (const auto change : {LineageChange::Added, LineageChange::Removed}) {
            if (all > 0 && changes[i][std::size_t(change)] == all)
                m_scene.boxes[i].change = change;
        }
    }
}

void LineageDraft::addInput(const LineageOrder &order)
{
    m_input.spacing = {.node = 12, .layer = 40, .group = 7};
    m_input.nodes.reserve(m_scene.boxes.size());
    for (const auto &box : m_scene.boxes)
        m_input.nodes.push_back({box.rect.width(), box.rect.height()});
    const auto port = [](int column) {
        return column < 0 ? scenesize::boxHeight / 2
                          : scenesize::boxHeight + (column + 0.5) * scenesize::columnHeight;
    };
    m_input.edges.reserve(m_scene.lines.size());
    for (const auto &line : m_scene.lines)
        m_input.edges.push_back({line.from, line.to, port(line.fromColumn), port(line.toColumn)});
    if (!m_scene.groups.empty()) {
        for (const auto &group : m_scene.groups)
            m_input.groups.push_back(
                {group.parent < 0 ? lineage::noGroup : lineage::GroupIndex(group.parent),
                 scenesize::groupHeader});
        for (const auto &box : m_scene.boxes)
            m_input.groupOf.push_back(box.group < 0 ? lineage::noGroup
                                                    : lineage::GroupIndex(box.group));
    }
    if (order.places.isEmpty())
        return;
    m_input.previous.reserve(m_scene.boxes.size());
    for (int box = 0; box < int(m_scene.boxes.size()); ++box) {
        const auto place = placeBefore(box, order.places);
        if (place)
            m_input.previous.push_back(lineage::Point{place->x(), place->y()});
        else
            m_input.previous.emplace_back();
    }
}

//! Where \a box stood in the picture before. What was folded then stood where its group did, and a
//! group that is folded now stands where its members did: else it would be taken for something new,
//! and its lane would go to the end.
std::optional<QPointF> LineageDraft::placeBefore(int box, const LineagePlaces &places) const
{
    const auto &about = m_scene.boxes[std::size_t(box)];
    if (const auto own = places.constFind(idOf(m_scene, about)); own != places.constEnd())
        return *own;
    for (int group = about.group; group >= 0; group = m_scene.groups[std::size_t(group)].parent) {
        const auto folded = places.constFind(idOfGroup(m_scene.groups[std::size_t(group)].key));
        if (folded != places.constEnd())
            return *folded;
    }
    if (!about.isFolded())
        return {};
    QPointF sum;
    int count = 0;
    for (std::size_t node = 0; node < m_boxOf.size(); ++node) {
        const auto member = places.constFind(m_scene.graph->nodes[node].id);
        if (m_boxOf[node] != box || member == places.constEnd())
            continue;
        sum += *member;
        ++count;
    }
    return count == 0 ? std::nullopt : std::optional(sum / count);
}

//! How many lines lead from each outermost group to each other one.
void LineageDraft::addBundles()
{
    const auto outermost = [this](int group) {
        while (group >= 0 && m_scene.groups[std::size_t(group)].parent >= 0)
            group = m_scene.groups[std::size_t(group)].parent;
        return group;
    };
    QHash<std::pair<int, int>, int> counts;
    for (const auto &line : m_scene.lines) {
        const int from = outermost(m_scene.boxes[line.from].group);
        const int to = outermost(m_scene.boxes[line.to].group);
        if (from >= 0 && to >= 0 && from != to)
            ++counts[{from, to}];
    }
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        m_scene.bundles.push_back({it.key().first, it.key().second, it.value()});
    std::sort(m_scene.bundles.begin(), m_scene.bundles.end(), [](const auto &a, const auto &b) {
        return std::tie(a.from, a.to) < std::tie(b.from, b.to);
    });
}

LineageScene LineageDraft::placed(lineage::Layout layout) const
{
    auto scene = m_scene;
    for (std::size_t i = 0; i < scene.boxes.size(); ++i)
        scene.boxes[i].rect.moveTo(layout.positions[i].x, layout.positions[i].y);
    for (std::size_t i = 0; i < scene.groups.size() && i < layout.groups.size(); ++i) {
        const auto &rect = layout.groups[i];
        scene.groups[i].rect = QRectF(rect.x, rect.y, rect.width, rect.height);
    }
    for (const auto &[group, rect] : layout.groupRows) {
        if (group < scene.groups.size())
            scene.groups[group].rows.emplace_back(rect.x, rect.y, rect.width, rect.height);
    }
    scene.layout = std::move(layout);
    scene.index(m_boxOf);
    if (!m_isByProduct)
        scene.clusters = clustersOf(scene);
    return scene;
}

QUuid LineageDraft::idOf(const LineageScene &scene, const LineageBox &box)
{
    if (!box.isFolded())
        return scene.nodeOf(box).id;
    return idOfGroup(scene.groups[std::size_t(box.folded)].key);
}

QUuid LineageDraft::idOfGroup(const QString &key)
{
    return QUuid::createUuidV5(QUuid(), key);
}

LineagePlaces LineageDraft::placesOf(const LineageScene &scene)
{
    LineagePlaces places;
    places.reserve(qsizetype(scene.boxes.size()));
    for (const auto &box : scene.boxes)
        places.insert(idOf(scene, box), box.rect.topLeft());
    return places;
}

} // namespace portolan::items
