// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/figuretable.h"

#include "models/items/catalogexport.h"
#include "models/items/slotext.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

// As many digits as tell two doubles apart.
constexpr int exactDigits = 15;

QByteArray machineText(const QVariant &value, FigureTable::Kind kind)
{
    if (!value.isValid())
        return {};
    if (kind == FigureTable::Kind::Text)
        return csvCell(value.toString()).toUtf8();
    if (kind == FigureTable::Kind::Moment)
        return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC)
            .toString(Qt::ISODateWithMs)
            .toUtf8();
    return QByteArray::number(value.toDouble(), 'g', exactDigits);
}

} // namespace

void FigureTable::show(const QList<Column> &columns, int rows, Cell cell)
{
    beginResetModel();
    m_columns = columns;
    m_rows = rows;
    m_cell = std::move(cell);
    endResetModel();
}

QByteArray FigureTable::csv() const
{
    QByteArray csv;
    for (qsizetype column = 0; column < m_columns.size(); ++column)
        csv += (column > 0 ? "," : "") + csvCell(m_columns.at(column).title).toUtf8();
    csv += "\r\n";
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < columnCount(); ++column)
            csv += (column > 0 ? "," : "")
                + machineText(m_cell(row, column), m_columns.at(column).kind);
        csv += "\r\n";
    }
    return csv;
}

QString FigureTable::text(int first, int last) const
{
    QStringList lines;
    QStringList cells;
    for (const auto &column : m_columns)
        cells.append(column.title);
    lines.append(cells.join(u'\t'));
    for (int row = std::max(0, first); row <= std::min(last, m_rows - 1); ++row) {
        cells.clear();
        for (int column = 0; column < columnCount(); ++column)
            cells.append(shown(row, column));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

QString FigureTable::shown(int row, int column) const
{
    const auto value = m_cell(row, column);
    const auto &kind = m_columns.at(column);
    if (!value.isValid())
        return tr("unknown");
    switch (kind.kind) {
    case Kind::Text:
        return value.toString();
    case Kind::Number: {
        const auto scale = std::pow(10, kind.digits);
        const auto rounded = std::round(value.toDouble() * scale) / scale + 0.0; // no minus at zero
        return QLocale().toString(rounded, 'f', kind.digits).replace(u'-', u'−');
    }
    case Kind::Percent:
        return percentText(value.toDouble(), kind.digits);
    case Kind::Moment:
        return timeText(value.toLongLong());
    case Kind::Seconds:
        return spanText(value.toDouble());
    }
    return {};
}

int FigureTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int FigureTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant FigureTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return shown(index.row(), index.column());
    case ValueRole:
        return m_cell(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return m_columns.at(index.column()).kind == Kind::Text
            ? QVariant()
            : QVariant(int(Qt::AlignTrailing | Qt::AlignVCenter));
    default:
        return {};
    }
}

QVariant FigureTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_columns.at(section).title;
    if (role == Qt::TextAlignmentRole && m_columns.at(section).kind != Kind::Text)
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    return {};
}

} // namespace portolan::items
