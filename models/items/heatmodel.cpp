// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/heatmodel.h"

#include "models/items/catalogexport.h"
#include "models/items/slotext.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

// Between names, and in no name that a row shows.
constexpr QChar border(0x1f);

QString keyOf(const QStringList &domain, const QString &dimension)
{
    return domain.join(border) + border + border + dimension;
}

int stepOf(double share)
{
    int step = 0;
    for (const auto bound : HeatModel::bounds) {
        if (share >= bound)
            return step;
        ++step;
    }
    return step;
}

} // namespace

void HeatModel::show(std::shared_ptr<const QualityBoard> board)
{
    beginResetModel();
    m_board = std::move(board);
    arrange();
    endResetModel();
}

void HeatModel::setFilter(const QualityFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    arrange();
    endResetModel();
}

void HeatModel::arrange()
{
    m_domains.clear();
    m_cells.clear();
    m_dimensions = domain::dimensions();
    for (qsizetype i = 0; m_board && i < m_board->heat.size(); ++i) {
        const auto &cell = m_board->heat.at(i);
        if (!m_filter.isEmpty()
            && !m_filter.matchesPlace(
                {cell.domain.join(u' '), cell.domain, {}, {}, cell.dimension, {}, {}}))
            continue;
        m_cells.insert(keyOf(cell.domain, cell.dimension), i);
        if (!m_domains.contains(cell.domain))
            m_domains.append(cell.domain);
        if (!m_dimensions.contains(cell.dimension))
            m_dimensions.append(cell.dimension);
    }
    std::sort(m_domains.begin(), m_domains.end(), [](const auto &left, const auto &right) {
        // Assets without a domain stand last.
        return left.isEmpty() != right.isEmpty() ? right.isEmpty() : left < right;
    });
}

const HeatCell *HeatModel::cellAt(int row, int column) const
{
    const auto at = m_cells.constFind(keyOf(m_domains.at(row), m_dimensions.at(column)));
    return at == m_cells.cend() ? nullptr : &m_board->heat.at(*at);
}

QByteArray HeatModel::csv() const
{
    QByteArray csv("domain,dimension,share,good,known,all\r\n");
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            const auto *cell = cellAt(row, column);
            csv += csvCell(m_domains.at(row).join(u'/')).toUtf8() + ','
                + csvCell(m_dimensions.at(column)).toUtf8() + ',';
            if (cell != nullptr && cell->share())
                csv += QByteArray::number(*cell->share(), 'g', 15);
            const auto counts = cell == nullptr ? store::RunCounts() : cell->counts;
            csv += ',' + QByteArray::number(counts.good()) + ','
                + QByteArray::number(counts.known()) + ',' + QByteArray::number(counts.all())
                + "\r\n";
        }
    }
    return csv;
}

int HeatModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_domains.size());
}

int HeatModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_dimensions.size());
}

QVariant HeatModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto *cell = cellAt(index.row(), index.column());
    const auto share = cell == nullptr ? HeatCell().share() : cell->share();
    const QString place = domainText(m_domains.at(index.row())) + u", "_s
        + dimensionText(m_dimensions.at(index.column()));
    switch (role) {
    case Qt::DisplayRole:
        // Rounded down: what is below a bound does not read as if it had reached it.
        if (cell == nullptr)
            return u"–"_s;
        return share ? QLocale().toString(std::floor(*share * 1000 + 1e-9) / 10, 'f', 1) : u"?"_s;
    case Qt::AccessibleTextRole:
        if (cell == nullptr)
            return tr("%1: there is no check").arg(place);
        return share ? tr("%1: %2 good").arg(place, percentText(*share, 1))
                     : tr("%1: unknown").arg(place);
    case Qt::ToolTipRole:
        if (!share)
            return cell == nullptr ? tr("%1: there is no check").arg(place)
                                   : tr("%1: unknown, no run tells").arg(place);
        return tr("%1: %2 good, %3 of %4 runs")
            .arg(place, percentText(*share, 2), QLocale().toString(cell->counts.good()),
                 QLocale().toString(cell->counts.known()));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignCenter);
    case ShareRole:
        return share ? QVariant(*share) : QVariant();
    case StepRole:
        return share ? stepOf(*share) : -1;
    case HasCheckRole:
        return cell != nullptr;
    case FilterRole: {
        const auto &domain = m_domains.at(index.row());
        const QString dimension =
            u"dimension:"_s + domain::quotedValue(m_dimensions.at(index.column()));
        return domain.isEmpty()
            ? dimension
            : u"domain:"_s + domain::quotedValue(domain.join(u'/')) + u' ' + dimension;
    }
    default:
        return {};
    }
}

QVariant HeatModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool across = orientation == Qt::Horizontal;
    if (section < 0 || section >= (across ? columnCount() : rowCount()))
        return {};
    if (role == Qt::DisplayRole)
        return across ? dimensionShort(m_dimensions.at(section))
                      : domainText(m_domains.at(section));
    if (role == Qt::ToolTipRole)
        return across ? dimensionText(m_dimensions.at(section)) : domainText(m_domains.at(section));
    if (role == Qt::TextAlignmentRole)
        return across ? int(Qt::AlignCenter) : int(Qt::AlignLeading | Qt::AlignVCenter);
    return {};
}

} // namespace portolan::items
