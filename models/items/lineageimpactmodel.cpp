// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineageimpactmodel.h"

#include "models/items/catalogexport.h"
#include "models/items/displaytext.h"
#include "models/items/labels.h"
#include "models/items/lineagekind.h"

#include <QLocale>

#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

void LineageImpactModel::show(LineageMeshPtr mesh, std::vector<lineage::NodeIndex> starts,
                              lineage::Direction direction)
{
    beginResetModel();
    m_mesh = std::move(mesh);
    m_direction = direction;
    m_reached = m_mesh ? lineageReach(*m_mesh, starts, direction) : std::vector<ReachedNode>();
    m_via.clear();
    for (const auto &entry : m_reached)
        m_via.insert(entry.node, entry.via);
    arrange();
    endResetModel();
}

void LineageImpactModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    beginResetModel();
    m_filter = text;
    arrange();
    endResetModel();
}

ReachCounts LineageImpactModel::counts() const
{
    return m_mesh ? countReach(*m_mesh->graph, m_reached) : ReachCounts();
}

void LineageImpactModel::arrange()
{
    m_rows.clear();
    const auto words = m_filter.split(u' ', Qt::SkipEmptyParts);
    for (quint32 i = 0; i < m_reached.size(); ++i) {
        const bool isKept = std::all_of(words.begin(), words.end(), [&](const QString &word) {
            for (int column = Name; column <= Owner; ++column) {
                if (textOf(m_reached[i], column).contains(word, Qt::CaseInsensitive))
                    return true;
            }
            return false;
        });
        if (isKept)
            m_rows.push_back(i);
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [this](quint32 left, quint32 right) {
        return m_sortOrder == Qt::AscendingOrder ? isBefore(m_reached[left], m_reached[right])
                                                 : isBefore(m_reached[right], m_reached[left]);
    });
}

bool LineageImpactModel::isBefore(const ReachedNode &left, const ReachedNode &right) const
{
    if (m_sortColumn == Distance)
        return left.distance < right.distance;
    return QString::localeAwareCompare(textOf(left, m_sortColumn), textOf(right, m_sortColumn)) < 0;
}

void LineageImpactModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    Q_EMIT layoutAboutToBeChanged();
    const auto before = persistentIndexList();
    std::vector<quint32> entries;
    for (const auto &index : before)
        entries.push_back(m_rows[std::size_t(index.row())]);
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    std::vector<int> rowOf(m_reached.size(), -1);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        rowOf[m_rows[row]] = int(row);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOf[entries[std::size_t(i)]], before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

QString LineageImpactModel::pathOf(const ReachedNode &entry) const
{
    QStringList names;
    for (auto node = entry.via; node != lineage::noNode; node = m_via.value(node, lineage::noNode))
        names.append(lineageLabelOf(*m_mesh->graph, m_mesh->graph->nodes[node]));
    // As the data flows.
    if (m_direction == lineage::Direction::Downstream)
        std::reverse(names.begin(), names.end());
    return names.join(u" › "_s);
}

QString LineageImpactModel::textOf(const ReachedNode &entry, int column) const
{
    const auto &node = m_mesh->graph->nodes[entry.node];
    switch (column) {
    case Name:
        return lineageLabelOf(*m_mesh->graph, node);
    case Kind:
        return node.isKnown ? kindText(node.kind, node.type) : QString();
    case Domain:
        return m_mesh->graph->domains.at(node.domain).join(u" › "_s);
    case Owner:
        return oneLine(node.owner);
    case Distance:
        return QLocale().toString(entry.distance);
    case Path:
        return pathOf(entry);
    default:
        return {};
    }
}

int LineageImpactModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LineageImpactModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LineageImpactModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &entry = m_reached[m_rows[std::size_t(index.row())]];
    const auto &node = m_mesh->graph->nodes[entry.node];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(entry, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == Distance ? Qt::AlignTrailing : Qt::AlignLeading)
                   | Qt::AlignVCenter);
    case IdRole:
        return node.id;
    case IconRole:
        return index.column() == Name ? lineageIconOf(node) : QString();
    case SortRole:
        return index.column() == Distance ? QVariant(entry.distance)
                                          : QVariant(textOf(entry, index.column()));
    default:
        return {};
    }
}

QVariant LineageImpactModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Distance ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
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
    case Distance:
        return tr("Steps");
    case Path:
        return tr("Over");
    default:
        return {};
    }
}

QByteArray LineageImpactModel::csv() const
{
    QByteArray text = "name,nativeId,kind,type,domain,owner,steps,over\r\n";
    for (const auto row : m_rows) {
        const auto &entry = m_reached[row];
        const auto &node = m_mesh->graph->nodes[entry.node];
        const QStringList cells{lineageLabelOf(*m_mesh->graph, node),
                                node.nativeId,
                                domain::kindWord(node.kind),
                                node.type,
                                m_mesh->graph->domains.at(node.domain).join(u'/'),
                                node.owner,
                                QString::number(entry.distance),
                                pathOf(entry)};
        QStringList quoted;
        for (const auto &cell : cells)
            quoted.append(csvCell(cell));
        text += quoted.join(u',').toUtf8() + "\r\n";
    }
    return text;
}

} // namespace portolan::items
