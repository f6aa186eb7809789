// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/checklistmodel.h"

#include "models/items/catalogexport.h"
#include "models/items/displaytext.h"
#include "models/items/qualitytext.h"
#include "models/items/slotext.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::RunStatus;

RunStatus statusOf(const store::CheckRow &check)
{
    return check.last ? check.last->status : RunStatus::Unknown;
}

//! What hurts most first.
int rankOf(const store::CheckRow &check)
{
    switch (statusOf(check)) {
    case RunStatus::Fail:
        return 0;
    case RunStatus::Error:
        return 1;
    case RunStatus::Warn:
        return 2;
    case RunStatus::Skipped:
        return 3;
    case RunStatus::Unknown:
        return 4;
    case RunStatus::Pass:
        break;
    }
    return 5;
}

//! The asset, and the field of it where it is about one.
QString assetText(const store::CheckRow &check)
{
    return check.field.isEmpty() ? oneLine(check.assetName)
                                 : oneLine(check.assetName + u" › "_s + check.field);
}

qint64 lastRunOf(const store::CheckRow &check)
{
    return check.last ? check.last->at.toMSecsSinceEpoch() : 0;
}

} // namespace

void CheckListModel::show(std::shared_ptr<const QualityBoard> board)
{
    beginResetModel();
    m_board = std::move(board);
    arrange();
    endResetModel();
}

void CheckListModel::setFilter(const QualityFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    arrange();
    endResetModel();
}

void CheckListModel::arrange()
{
    m_rows.clear();
    for (qsizetype i = 0; m_board && i < m_board->checks.size(); ++i) {
        if (m_filter.isEmpty() || m_filter.matches(subjectOf(m_board->checks.at(i))))
            m_rows.push_back(i);
    }
    const bool isText = m_sortColumn != State && m_sortColumn != LastRun && m_sortColumn != Runs;
    std::vector<QCollatorSortKey>
        keys; // of all checks: texts are made once, not at each comparison
    if (isText && m_board) {
        const QCollator collator;
        keys.reserve(std::size_t(m_board->checks.size()));
        for (const auto &check : m_board->checks)
            keys.push_back(collator.sortKey(textOf(check, m_sortColumn)));
    }
    const auto isBefore = [&](qsizetype left, qsizetype right) {
        if (isText)
            return keys[std::size_t(left)].compare(keys[std::size_t(right)]) < 0;
        return isWorse(m_board->checks.at(left), m_board->checks.at(right));
    };
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](qsizetype left, qsizetype right) {
        return m_sortOrder == Qt::AscendingOrder ? isBefore(left, right) : isBefore(right, left);
    });
}

bool CheckListModel::isWorse(const store::CheckRow &left, const store::CheckRow &right) const
{
    if (m_sortColumn == LastRun)
        return lastRunOf(left) > lastRunOf(right);
    if (m_sortColumn == Runs)
        return left.runs > right.runs;
    return rankOf(left) < rankOf(right);
}

void CheckListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    beginResetModel();
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    endResetModel();
}

QString CheckListModel::textOf(const store::CheckRow &check, int column) const
{
    switch (column) {
    case State:
        return check.last ? runText(check.last->status) : tr("Never run");
    case Check:
        return oneLine(check.name);
    case Asset:
        return assetText(check);
    case Dimension:
        return dimensionText(check.dimension);
    case Severity:
        return capitalised(oneLine(check.severity));
    case Source:
        return oneLine(check.source);
    case LastRun:
        return check.last ? agoText(check.last->at, m_board->period.to) : u"–"_s;
    case Expected:
        return oneLine(demandLine(
            check.last && !check.last->expected.isEmpty() ? check.last->expected : check.expected));
    case Observed:
        return check.last ? oneLine(observedText(check.last->observed)) : QString();
    case Runs:
        return QLocale().toString(check.runs);
    default:
        return {};
    }
}

QByteArray CheckListModel::csv() const
{
    QByteArray csv("state,check,asset,field,dimension,severity,source,domain,owner,last_run,"
                   "expected,observed,runs\r\n");
    for (const auto row : m_rows) {
        const auto &check = m_board->checks.at(row);
        const QStringList cells{
            check.last ? domain::statusWord(check.last->status) : QString(),
            check.name,
            check.assetName,
            check.field,
            check.dimension,
            check.severity,
            check.source,
            check.domain.join(u'/'),
            check.ownerName,
            check.last ? check.last->at.toUTC().toString(Qt::ISODate) : QString(),
            check.last && !check.last->expected.isEmpty() ? check.last->expected : check.expected,
            check.last ? check.last->observed : QString()};
        for (const auto &cell : cells)
            csv += csvCell(cell).toUtf8() + ',';
        csv += QByteArray::number(check.runs) + "\r\n";
    }
    return csv;
}

int CheckListModel::rowOf(const QUuid &id) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_board->checks.at(m_rows[row]).id == id)
            return int(row);
    }
    return -1;
}

int CheckListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CheckListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant CheckListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto &check = m_board->checks.at(m_rows[std::size_t(index.row())]);
    switch (role) {
    case Qt::DisplayRole:
        return textOf(check, index.column());
    case Qt::ToolTipRole:
        if (index.column() == LastRun && check.last)
            return QLocale().toString(check.last->at.toLocalTime(), QLocale::LongFormat);
        if (index.column() == State && check.last && !check.last->message.isEmpty())
            return oneLine(check.last->message);
        return QStringList{check.name, assetText(check), domainText(check.domain),
                           check.ownerName.isEmpty() ? tr("Owner: nobody")
                                                     : tr("Owner: %1").arg(check.ownerName)}
            .join(u'\n');
    case Qt::TextAlignmentRole:
        return index.column() == Runs || index.column() == Observed
            ? QVariant(int(Qt::AlignTrailing | Qt::AlignVCenter))
            : QVariant();
    case IdRole:
        return check.id;
    case StatusRole:
        return int(statusOf(check));
    default:
        return {};
    }
}

QVariant CheckListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole && (section == Runs || section == Observed))
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList heads{tr("State"),    tr("Check"),  tr("Asset"),    tr("Dimension"),
                            tr("Severity"), tr("Source"), tr("Last run"), tr("Expected"),
                            tr("Observed"), tr("Runs")};
    return heads.at(section);
}

} // namespace portolan::items
