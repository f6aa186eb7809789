// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/checkrunmodel.h"

#include "models/items/checkstory.h"
#include "models/items/displaytext.h"
#include "models/items/incidenttext.h"
#include "models/items/qualitytext.h"
#include "models/items/slotext.h"

#include <QLocale>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

void CheckRunModel::setRuns(const QList<domain::CheckRun> &runs)
{
    if (runs == m_runs)
        return;
    beginResetModel();
    m_runs = runs;
    endResetModel();
}

QString CheckRunModel::textOf(const QModelIndexList &indexes) const
{
    QStringList heads;
    for (int column = 0; column < ColumnCount; ++column)
        heads.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    QStringList lines{heads.join(u'\t')};
    QSet<int> done;
    for (const auto &index : indexes) {
        if (done.contains(index.row()))
            continue;
        done.insert(index.row());
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(textAt(m_runs.at(index.row()), column));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

int CheckRunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int CheckRunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CheckRunModel::textAt(const domain::CheckRun &run, int column) const
{
    switch (column) {
    case TimeColumn:
        return QLocale().toString(run.at.toLocalTime(), QLocale::ShortFormat);
    case StatusColumn:
        return runText(run.status);
    case ObservedColumn:
        return oneLine(observedText(run.observed), 200);
    case ExpectedColumn:
        return oneLine(demandLine(run.expected), 200);
    case RowsColumn:
        return failedRowsText(run);
    case MessageColumn:
        return oneLine(run.message);
    default:
        return {};
    }
}

QVariant CheckRunModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &run = m_runs.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textAt(run, index.column());
    case Qt::TextAlignmentRole:
        if (index.column() == ObservedColumn || index.column() == RowsColumn)
            return int(Qt::AlignTrailing | Qt::AlignVCenter);
        return {};
    case StatusRole:
        return int(run.status);
    case TimeRole:
        return run.at;
    default:
        return {};
    }
}

QVariant CheckRunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole && (section == ObservedColumn || section == RowsColumn))
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Time"),     tr("Status"),      tr("Observed"),
                              tr("Expected"), tr("Failed rows"), tr("Message")};
    return titles[section];
}

} // namespace portolan::items
