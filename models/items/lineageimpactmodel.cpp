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
namespace {

//! As much of a way as is told: whole ways are as long as a chain is, and there is one for each
//! row.
constexpr std::size_t lastStations = 3;

//! The names of the last stations on the way to \a entry, as the data flows; the others are one
//! station that \a more names.
template <typename More>
QString wayTo(const domain::LineageGraph &graph, const std::vector<lineage::NodeIndex> &via,
              lineage::Direction direction, const ReachedNode &entry, More more)
{
    QStringList names;
    auto node = entry.via;
    for (std::size_t i = 0; i < lastStations && node != lineage::noNode; ++i) {
        names.append(lineageLabelOf(graph, graph.nodes[node]));
        node = via[node];
    }
    if (const auto others = qsizetype(entry.distance) - names.size(); others > 0)
        names.append(more(int(others)));
    if (direction == lineage::Direction::Downstream)
        std::reverse(names.begin(), names.end());
    return names.join(u" › "_s);
}

} // namespace

void LineageImpactModel::show(LineageMeshPtr mesh, std::vector<lineage::NodeIndex> starts,
                              lineage::Direction direction)
{
    beginResetModel();
    m_mesh = std::move(mesh);
    m_direction = direction;
    m_reached = m_mesh ? lineageReach(*m_mesh, starts, direction) : std::vector<ReachedNode>();
    m_via.assign(m_mesh ? m_mesh->graph->nodes.size() : 0, lineage::noNode);
    for (const auto &entry : m_reached)
        m_via[entry.node] = entry.via;
    m_keyColumn = -1;
    m_haystacks.clear();
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
    const auto words = m_filter.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (!words.isEmpty())
        makeHaystacks();
    for (quint32 i = 0; i < m_reached.size(); ++i) {
        if (std::all_of(words.begin(), words.end(),
                        [&](const QString &word) { return m_haystacks[i].contains(word); }))
            m_rows.push_back(i);
    }
    makeSortKeys();
    std::stable_sort(m_rows.begin(), m_rows.end(), [this](quint32 left, quint32 right) {
        return m_sortOrder == Qt::AscendingOrder ? isBefore(left, right) : isBefore(right, left);
    });
}

//! What the filter looks in, made once for all the keys that are typed.
void LineageImpactModel::makeHaystacks()
{
    if (m_haystacks.size() == m_reached.size())
        return;
    m_haystacks.clear();
    m_haystacks.reserve(m_reached.size());
    for (const auto &entry : m_reached) {
        QStringList texts;
        for (int column = Name; column <= Owner; ++column)
            texts.append(textOf(entry, column));
        m_haystacks.push_back(texts.join(u'\n').toCaseFolded());
    }
}

void LineageImpactModel::makeSortKeys()
{
    if (m_sortColumn == Distance || m_keyColumn == m_sortColumn)
        return;
    m_keyColumn = m_sortColumn;
    m_sortKeys.clear();
    m_sortKeys.reserve(m_reached.size());
    const QCollator collator;
    for (const auto &entry : m_reached)
        m_sortKeys.push_back(collator.sortKey(textOf(entry, m_keyColumn)));
}

bool LineageImpactModel::isBefore(quint32 left, quint32 right) const
{
    if (m_sortColumn == Distance)
        return m_reached[left].distance < m_reached[right].distance;
    return m_sortKeys[left].compare(m_sortKeys[right]) < 0;
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
        return wayTo(*m_mesh->graph, m_via, m_direction, entry,
                     [](int others) { return tr("%n more", nullptr, others); });
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

std::function<QByteArray()> LineageImpactModel::csvMaker() const
{
    std::vector<ReachedNode> entries;
    entries.reserve(m_rows.size());
    for (const auto row : m_rows)
        entries.push_back(m_reached[row]);
    return [entries = std::move(entries), mesh = m_mesh, via = m_via, direction = m_direction] {
        QByteArray text = "name,nativeId,kind,type,domain,owner,steps,over\r\n";
        for (const auto &entry : entries) {
            const auto &node = mesh->graph->nodes[entry.node];
            const auto way = wayTo(*mesh->graph, via, direction, entry,
                                   [](int others) { return u"(+%1)"_s.arg(others); });
            const QStringList cells{lineageLabelOf(*mesh->graph, node),
                                    node.nativeId,
                                    domain::kindWord(node.kind),
                                    node.type,
                                    mesh->graph->domains.at(node.domain).join(u'/'),
                                    node.owner,
                                    QString::number(entry.distance),
                                    way};
            QStringList quoted;
            for (const auto &cell : cells)
                quoted.append(csvCell(cell));
            text += quoted.join(u',').toUtf8() + "\r\n";
        }
        return text;
    };
}

} // namespace portolan::items
