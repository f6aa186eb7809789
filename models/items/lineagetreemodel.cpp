// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagetreemodel.h"

#include "models/items/displaytext.h"
#include "models/items/labels.h"
#include "models/items/lineagetext.h"
#include "models/items/lineagewalk.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

using lineage::Direction;

//! A row. What is below it is made when it is first asked for.
struct LineageTreeModel::Item
{
    enum class Kind { Top, Group, Box, Sources, Targets, Columns, Column, Line };

    Kind kind = Kind::Top;
    int number = -1; //!< box, group or line; of headings and columns their box
    int column = -1; //!< of the box
    std::optional<Direction> way; //!< boxes below a heading go on in its direction only
    Item *parent = nullptr;
    int row = 0;
    bool isFilled = false;
    std::vector<std::unique_ptr<Item>> children;
};

LineageTreeModel::LineageTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_top(std::make_unique<Item>())
{
}

LineageTreeModel::~LineageTreeModel() = default;

void LineageTreeModel::show(std::shared_ptr<const LineageScene> scene, int root)
{
    beginResetModel();
    m_scene = std::move(scene);
    m_root = root;
    m_top = std::make_unique<Item>();
    m_boxesOf.clear();
    endResetModel();
}

void LineageTreeModel::setOverlay(LineageOverlay overlay, const QString &name)
{
    if (overlay == m_overlay && name == m_overlayName)
        return;
    m_overlay = overlay;
    m_overlayName = name;
    Q_EMIT headerDataChanged(Qt::Horizontal, Overlay, Overlay);
    if (const int rows = rowCount(); rows > 0)
        Q_EMIT dataChanged(index(0, Overlay), index(rows - 1, Overlay));
}

LineageTreeModel::Item *LineageTreeModel::itemOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Item *>(index.internalPointer()) : m_top.get();
}

LineageTreeModel::Item &LineageTreeModel::add(Item &parent, int box) const
{
    auto item = std::make_unique<Item>();
    item->kind = Item::Kind::Box;
    item->number = box;
    item->way = parent.way;
    item->parent = &parent;
    item->row = int(parent.children.size());
    parent.children.push_back(std::move(item));
    return *parent.children.back();
}

//! Whether the same box stands above, so that going on would go round in a cycle.
bool LineageTreeModel::isRepeated(const Item &item)
{
    for (const auto *above = item.parent; above != nullptr; above = above->parent) {
        if (above->kind == Item::Kind::Box && above->number == item.number)
            return true;
    }
    return false;
}

void LineageTreeModel::fillTop(Item &top) const
{
    if (m_root >= 0) {
        add(top, m_root);
        return;
    }
    const auto &groups = m_scene->groups;
    for (int group = 0; group < int(groups.size()); ++group) {
        if (groups[std::size_t(group)].parent >= 0 || groups[std::size_t(group)].shown == 0)
            continue;
        auto &item = add(top, group);
        item.kind = Item::Kind::Group;
    }
    for (int box = 0; box < int(m_scene->boxes.size()); ++box) {
        if (m_scene->boxes[std::size_t(box)].group < 0
            && !m_scene->boxes[std::size_t(box)].isFolded())
            add(top, box);
    }
}

int LineageTreeModel::outermostGroupOf(int box) const
{
    const auto &about = m_scene->boxes[std::size_t(box)];
    int group = about.isFolded() ? about.folded : about.group;
    while (group >= 0 && m_scene->groups[std::size_t(group)].parent >= 0)
        group = m_scene->groups[std::size_t(group)].parent;
    return group;
}

void LineageTreeModel::fillGroup(Item &group) const
{
    if (m_boxesOf.empty()) {
        m_boxesOf.resize(m_scene->groups.size());
        for (int box = 0; box < int(m_scene->boxes.size()); ++box) {
            if (const int outermost = outermostGroupOf(box); outermost >= 0)
                m_boxesOf[std::size_t(outermost)].push_back(box);
        }
    }
    for (const int box : m_boxesOf[std::size_t(group.number)])
        add(group, box);
}

void LineageTreeModel::addNeighbours(Item &item, Direction direction) const
{
    auto neighbours = m_scene->arcs.neighbours(lineage::NodeIndex(item.number), direction);
    std::vector<lineage::NodeIndex> sorted(neighbours.begin(), neighbours.end());
    std::sort(sorted.begin(), sorted.end(), [this](auto left, auto right) {
        return m_scene->boxes[left].label < m_scene->boxes[right].label;
    });
    for (const auto box : sorted)
        add(item, int(box)).way = direction;
}

//! The lines from what stands above to this box, or those of a column.
void LineageTreeModel::addLines(Item &item) const
{
    const bool isColumn = item.kind == Item::Kind::Column;
    const LineageSpot spot{item.number, isColumn ? item.column : -1};
    for (const int line : linesOf(*m_scene, spot)) {
        const auto &about = m_scene->lines[std::size_t(line)];
        const bool goesUp = item.way == Direction::Upstream;
        if (!isColumn
            && (int(goesUp ? about.from : about.to) != item.number
                || int(goesUp ? about.to : about.from) != item.parent->number))
            continue;
        add(item, line).kind = Item::Kind::Line;
    }
}

void LineageTreeModel::addColumns(Item &box) const
{
    if (m_scene->boxes[std::size_t(box.number)].columns.empty())
        return;
    add(box, box.number).kind = Item::Kind::Columns;
}

void LineageTreeModel::fillBox(Item &box) const
{
    if (box.way)
        addLines(box);
    if (isRepeated(box))
        return;
    addColumns(box);
    if (box.way)
        return addNeighbours(box, *box.way);
    for (const auto direction : {Direction::Upstream, Direction::Downstream}) {
        if (m_scene->arcs.neighbours(lineage::NodeIndex(box.number), direction).empty())
            continue;
        auto &heading = add(box, box.number);
        heading.kind = direction == Direction::Upstream ? Item::Kind::Sources : Item::Kind::Targets;
    }
}

void LineageTreeModel::fill(Item &item) const
{
    if (std::exchange(item.isFilled, true) || !m_scene)
        return;
    switch (item.kind) {
    case Item::Kind::Top:
        return fillTop(item);
    case Item::Kind::Group:
        return fillGroup(item);
    case Item::Kind::Box:
        return fillBox(item);
    case Item::Kind::Sources:
        return addNeighbours(item, Direction::Upstream);
    case Item::Kind::Targets:
        return addNeighbours(item, Direction::Downstream);
    case Item::Kind::Columns:
        for (int i = 0; i < int(m_scene->boxes[std::size_t(item.number)].columns.size()); ++i) {
            auto &column = add(item, item.number);
            column.kind = Item::Kind::Column;
            column.column = i;
        }
        return;
    case Item::Kind::Column:
        return addLines(item);
    case Item::Kind::Line:
        return;
    }
}

bool LineageTreeModel::mayHaveChildren(const Item &item) const
{
    if (!m_scene || item.kind == Item::Kind::Line)
        return false;
    if (item.kind == Item::Kind::Column)
        return !linesOf(*m_scene, {item.number, item.column}).empty();
    if (item.kind != Item::Kind::Box || item.way)
        return true;
    const auto box = lineage::NodeIndex(item.number);
    return !m_scene->arcs.sources(box).empty() || !m_scene->arcs.targets(box).empty()
        || !m_scene->boxes[box].columns.empty();
}

QModelIndex LineageTreeModel::indexOf(int box) const
{
    if (!m_scene || box < 0 || box >= int(m_scene->boxes.size()))
        return {};
    fill(*m_top);
    const auto indexIn = [this](const Item &parent, Item::Kind kind, int number) {
        const auto &items = parent.children;
        const auto found = std::find_if(items.begin(), items.end(), [&](const auto &item) {
            return item->kind == kind && item->number == number;
        });
        return found == items.end() ? QModelIndex() : createIndex((*found)->row, 0, found->get());
    };
    const int group = m_root >= 0 ? -1 : outermostGroupOf(box);
    if (group < 0)
        return indexIn(*m_top, Item::Kind::Box, box);
    const auto around = indexIn(*m_top, Item::Kind::Group, group);
    if (!around.isValid())
        return {};
    fill(*itemOf(around));
    return indexIn(*itemOf(around), Item::Kind::Box, box);
}

QModelIndex LineageTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, itemOf(parent)->children[std::size_t(row)].get());
}

QModelIndex LineageTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    auto *parent = itemOf(index)->parent;
    return parent == m_top.get() ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int LineageTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    auto *item = itemOf(parent);
    if (!mayHaveChildren(*item))
        return 0;
    fill(*item);
    return int(item->children.size());
}

int LineageTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool LineageTreeModel::hasChildren(const QModelIndex &parent) const
{
    return parent.column() <= 0 && mayHaveChildren(*itemOf(parent));
}

QString LineageTreeModel::nameOf(const Item &item) const
{
    const auto box = lineage::NodeIndex(item.number);
    switch (item.kind) {
    case Item::Kind::Top:
        return {};
    case Item::Kind::Group: {
        const auto &group = m_scene->groups[std::size_t(item.number)];
        return tr("%1   %2").arg(group.label, QLocale().toString(group.shown));
    }
    case Item::Kind::Sources:
        return tr("Made from %1").arg(QLocale().toString(m_scene->arcs.sources(box).size()));
    case Item::Kind::Targets:
        return tr("Read by %1").arg(QLocale().toString(m_scene->arcs.targets(box).size()));
    case Item::Kind::Columns:
        return tr("Columns %1").arg(QLocale().toString(m_scene->boxes[box].columns.size()));
    case Item::Kind::Column:
        return oneLine(m_scene->boxes[box].columns[std::size_t(item.column)].path);
    case Item::Kind::Line: {
        auto parts = lineFacts(*m_scene, item.number);
        parts.prepend(lineText(*m_scene, item.number));
        return parts.join(u" · "_s);
    }
    case Item::Kind::Box:
        break;
    }
    const auto &label = m_scene->boxes[box].label;
    return isRepeated(item) ? tr("%1 (a cycle: shown above)").arg(label) : label;
}

QVariant LineageTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &item = *itemOf(index);
    const bool isBox = item.kind == Item::Kind::Box;
    const bool isColumn = item.kind == Item::Kind::Column;
    const bool isLine = item.kind == Item::Kind::Line;
    if (role == BoxRole)
        return isBox || isColumn ? item.number : -1;
    if (role == ColumnRole)
        return isColumn ? item.column : -1;
    if (role == LineRole)
        return isLine ? item.number : -1;
    if (role == HeadingRole)
        return !isBox && !isColumn && !isLine;
    if (role == Qt::DisplayRole && index.column() == Name)
        return nameOf(item);
    if (isColumn && role == Qt::DisplayRole && index.column() == Kind)
        return oneLine(
            m_scene->boxes[std::size_t(item.number)].columns[std::size_t(item.column)].type);
    if (isColumn && role == Qt::AccessibleTextRole && index.column() == Name)
        return columnText(*m_scene, item.number, item.column);
    return isBox ? boxData(item, index.column(), role) : QVariant();
}

QVariant LineageTreeModel::boxData(const Item &item, int column, int role) const
{
    const auto &box = m_scene->boxes[std::size_t(item.number)];
    const auto &node = m_scene->nodeOf(box);
    if (role == IdRole)
        return box.isFolded() ? QUuid() : node.id;
    if (role == IconRole)
        return column == Name ? box.icon : QString();
    if (role == Qt::DisplayRole && column == Overlay)
        return overlayText(*m_scene, item.number, m_overlay);
    if (role != Qt::DisplayRole || box.isFolded())
        return {};
    switch (column) {
    case Kind:
        return node.isKnown ? kindText(node.kind, node.type) : QString();
    case Domain:
        return m_scene->graph->domains.at(node.domain).join(u" › "_s);
    case Owner:
        return node.owner;
    default:
        return {};
    }
}

QVariant LineageTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case Domain:
        return tr("Domain");
    case Owner:
        return tr("Owner");
    case Overlay:
        return m_overlayName;
    default:
        return {};
    }
}

} // namespace portolan::items
