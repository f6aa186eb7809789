// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineageimpactmodel.h"

#include "models/items/catalogexport.h"
#include "models/items/displaytext.h"
#include "models/items/labels.h"
#include "models/items/lineagekind.h"

#include <QIODevice>
#include <QLocale>

#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

//! As much of a way as a row tells: whole ways are as long as a chain is, and there is one for each
//! row.
constexpr std::size_t lastStations = 3;
//! The same in a file. It grows with this times the rows; whole ways of a chain of 50,000 were 20
//! GB, and each row names the station before it, from which they can be put together.
constexpr std::size_t mostStations = 32;
constexpr qsizetype bufferSize = 1 << 16;

//! The names of the stations on the way to \a entry, as the data flows. Of more than \a most those
//! next to it; the others are one station that \a more names.
template <typename More>
QString wayTo(const LineageImpact &impact, const ReachedNode &entry, std::size_t most, More more)
{
    QStringList names;
    auto node = entry.via;
    for (std::size_t i = 0; i < most && node != lineage::noNode; ++i) {
        names.append(lineageLabelOf(*impact.mesh->graph, impact.mesh->graph->nodes[node]));
        node = impact.via[node];
    }
    if (const auto others = qsizetype(entry.distance) - names.size(); others > 0)
        names.append(more(int(others)));
    if (impact.direction == lineage::Direction::Downstream)
        std::reverse(names.begin(), names.end());
    return names.join(u" › "_s);
}

QByteArray csvRow(const LineageImpact &impact, const ReachedNode &entry)
{
    const auto &graph = *impact.mesh->graph;
    const auto &node = graph.nodes[entry.node];
    const auto way =
        wayTo(impact, entry, mostStations, [](int others) { return u"(%1 more)"_s.arg(others); });
    const QStringList cells{lineageLabelOf(graph, node),
                            node.nativeId,
                            domain::kindWord(node.kind),
                            node.type,
                            graph.domains.at(node.domain).join(u'/'),
                            node.owner,
                            QString::number(entry.distance),
                            entry.via == lineage::noNode ? QString()
                                                         : graph.nodes[entry.via].nativeId,
                            way};
    QStringList quoted;
    for (const auto &cell : cells)
        quoted.append(csvCell(cell));
    return quoted.join(u',').toUtf8() + "\r\n";
}

} // namespace

LineageImpactPtr lineageImpact(LineageMeshPtr mesh, std::span<const lineage::NodeIndex> starts,
                               lineage::Direction direction)
{
    auto impact = std::make_shared<LineageImpact>();
    impact->mesh = std::move(mesh);
    impact->direction = direction;
    if (!impact->mesh)
        return impact;
    impact->reached = lineageReach(*impact->mesh, starts, direction);
    impact->via.assign(impact->mesh->graph->nodes.size(), lineage::noNode);
    for (const auto &entry : impact->reached)
        impact->via[entry.node] = entry.via;
    impact->counts = countReach(*impact->mesh->graph, impact->reached);
    return impact;
}

void LineageImpactModel::show(LineageImpactPtr impact)
{
    beginResetModel();
    m_impact = std::move(impact);
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

void LineageImpactModel::arrange()
{
    m_rows.clear();
    const auto words = m_filter.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (!words.isEmpty())
        makeHaystacks();
    for (quint32 i = 0; i < m_impact->reached.size(); ++i) {
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
    if (m_haystacks.size() == m_impact->reached.size())
        return;
    m_haystacks.clear();
    m_haystacks.reserve(m_impact->reached.size());
    for (const auto &entry : m_impact->reached) {
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
    m_sortKeys.reserve(m_impact->reached.size());
    const QCollator collator;
    for (const auto &entry : m_impact->reached)
        m_sortKeys.push_back(collator.sortKey(textOf(entry, m_keyColumn)));
}

bool LineageImpactModel::isBefore(quint32 left, quint32 right) const
{
    if (m_sortColumn == Distance)
        return m_impact->reached[left].distance < m_impact->reached[right].distance;
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
    std::vector<int> rowOf(m_impact->reached.size(), -1);
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
    const auto &node = m_impact->mesh->graph->nodes[entry.node];
    switch (column) {
    case Name:
        return lineageLabelOf(*m_impact->mesh->graph, node);
    case Kind:
        return node.isKnown ? kindText(node.kind, node.type) : QString();
    case Domain:
        return m_impact->mesh->graph->domains.at(node.domain).join(u" › "_s);
    case Owner:
        return oneLine(node.owner);
    case Distance:
        return QLocale().toString(entry.distance);
    case Path:
        return wayTo(*m_impact, entry, lastStations,
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
    const auto &entry = m_impact->reached[m_rows[std::size_t(index.row())]];
    const auto &node = m_impact->mesh->graph->nodes[entry.node];
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

LineageImpactModel::CsvWriter LineageImpactModel::csvWriter() const
{
    return [rows = m_rows, impact = m_impact](QIODevice &device, LongJob *job) {
        QByteArray text = "name,nativeId,kind,type,domain,owner,steps,via,over\r\n";
        std::size_t done = 0;
        for (const auto row : rows) {
            text += csvRow(*impact, impact->reached[row]);
            ++done;
            if (text.size() < bufferSize)
                continue;
            if (job != nullptr)
                job->setDone(double(done), double(rows.size()));
            if (device.write(text) != text.size())
                return false;
            text.clear();
        }
        return device.write(text) == text.size();
    };
}

} // namespace portolan::items
