// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/servicelevelmodel.h"

#include "models/items/catalogexport.h"
#include "models/items/displaytext.h"
#include "models/items/slotext.h"

#include <QCollator>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using Model = ServiceLevelModel;
using domain::SloState;

constexpr double nothing = std::numeric_limits<double>::infinity();

bool isKnown(const ServiceLevel &level)
{
    return level.problem.isEmpty() && level.figures.sli.has_value();
}

std::optional<double> rateOf(const ServiceLevel &level, int column)
{
    const auto &rates = level.figures.burnRates;
    const int number = column - Model::Short;
    return isKnown(level) && number < rates.size() ? rates.at(number).rate : std::nullopt;
}

//! What a column of numbers is sorted by, the worst first; nothing known comes last.
double worth(const ServiceLevel &level, int column)
{
    const auto &figures = level.figures;
    switch (column) {
    case Model::Target:
        return level.row.slo.target;
    case Model::Sli:
        return isKnown(level) ? *figures.sli : nothing;
    case Model::Budget:
        return isKnown(level) ? figures.budget.remaining : nothing;
    case Model::RunsOut:
        if (!isKnown(level))
            return nothing;
        return figures.exhaustion ? double(figures.exhaustion->at) : nothing / 2;
    default:
        const auto rate = rateOf(level, column);
        return rate ? -*rate : nothing;
    }
}

QString textOf(const ServiceLevel &level, int column)
{
    switch (column) {
    case Model::State:
        return stateText(level.state());
    case Model::Level:
        return oneLine(level.title());
    case Model::Domain:
        return domainText(level.row.domain);
    case Model::Target:
        return targetText(level.row.slo.target);
    case Model::Sli:
        return isKnown(level) ? percentText(*level.figures.sli, 2) : u"–"_s;
    case Model::Budget:
        return isKnown(level) ? percentText(level.figures.budget.remaining, 0) : u"–"_s;
    case Model::RunsOut:
        return runsOutText(level);
    case Model::Owner:
        return level.row.ownerName.isEmpty() ? ServiceLevelModel::tr("nobody")
                                             : oneLine(level.row.ownerName);
    default:
        return rateText(rateOf(level, column));
    }
}

bool isNumber(int column)
{
    return column >= Model::Target && column <= Model::Long;
}

//! What the whole row says, for the tool tip: columns may have been taken away.
QString tipOf(const ServiceLevel &level, int column)
{
    if (column == Model::RunsOut) {
        const auto exact = runsOutExactly(level);
        return exact.isEmpty() ? textOf(level, column) : exact;
    }
    const auto number = column - Model::Short;
    if (number >= 0 && number < 3 && number < level.figures.burnRates.size()) {
        const auto &rate = level.figures.burnRates.at(number);
        return ServiceLevelModel::tr("%1 over the last %2; an alert at %3×")
            .arg(rateText(rate.rate), windowWords(rate), QLocale().toString(rate.alertAt, 'f', 2));
    }
    if (column == Model::Budget && isKnown(level)) {
        const auto &budget = level.figures.budget;
        return ServiceLevelModel::tr("%1 left; %2 if all that is unknown was bad")
            .arg(percentText(budget.remaining, 1), percentText(budget.remainingAtWorst, 1));
    }
    return QStringList{textOf(level, Model::Level) + u" · "_s + measureTitle(level.row.slo),
                       oneLine(level.row.slo.name), textOf(level, Model::Domain),
                       ServiceLevelModel::tr("Owner: %1").arg(textOf(level, Model::Owner))}
        .join(u'\n');
}

QByteArray number(const std::optional<double> &value)
{
    return value ? QByteArray::number(*value, 'g', 15) : QByteArray();
}

} // namespace

void ServiceLevelModel::show(std::shared_ptr<const QualityBoard> board)
{
    beginResetModel();
    m_board = std::move(board);
    arrange();
    endResetModel();
}

void ServiceLevelModel::setFilter(const QualityFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    arrange();
    endResetModel();
}

void ServiceLevelModel::arrange()
{
    m_rows.clear();
    for (qsizetype i = 0; m_board && i < m_board->levels.size(); ++i) {
        if (m_filter.isEmpty() || m_filter.matches(subjectOf(m_board->levels.at(i))))
            m_rows.push_back(i);
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [this](qsizetype left, qsizetype right) {
        const auto &a = m_board->levels.at(left);
        const auto &b = m_board->levels.at(right);
        return m_sortOrder == Qt::AscendingOrder ? isBefore(a, b) : isBefore(b, a);
    });
}

bool ServiceLevelModel::isBefore(const ServiceLevel &left, const ServiceLevel &right) const
{
    if (m_sortColumn == State) {
        // What hurts: the state, then how little budget is left.
        if (left.state() != right.state())
            return int(left.state()) < int(right.state());
        return worth(left, Budget) < worth(right, Budget);
    }
    if (isNumber(m_sortColumn) || m_sortColumn == RunsOut)
        return worth(left, m_sortColumn) < worth(right, m_sortColumn);
    static const QCollator collator;
    return collator.compare(textOf(left, m_sortColumn), textOf(right, m_sortColumn)) < 0;
}

void ServiceLevelModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    Q_EMIT layoutAboutToBeChanged();
    const auto before = persistentIndexList();
    QList<qsizetype> entries;
    for (const auto &index : before)
        entries.append(m_rows[std::size_t(index.row())]);
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const auto place = std::find(m_rows.begin(), m_rows.end(), entries.at(i));
        after.append(index(int(place - m_rows.begin()), before.at(i).column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

QByteArray ServiceLevelModel::csv() const
{
    QByteArray csv("state,service_level,slo,dimension,domain,target,sli,budget_left,burn_short,"
                   "burn_middle,burn_long,runs_out,owner\r\n");
    for (const auto row : m_rows) {
        const auto &level = m_board->levels.at(row);
        const auto &end = level.figures.exhaustion;
        const QStringList names{domain::sloStateWord(level.state()), level.title(),
                                level.row.slo.name, level.row.slo.dimension,
                                level.row.domain.join(u'/')};
        for (const auto &name : names)
            csv += csvCell(name).toUtf8() + ',';
        csv += number(level.row.slo.target) + ',';
        const bool known = isKnown(level);
        csv += number(known ? level.figures.sli : std::nullopt) + ',';
        csv += (known ? number(level.figures.budget.remaining) : QByteArray()) + ',';
        for (int column = Short; column <= Long; ++column)
            csv += number(rateOf(level, column)) + ',';
        if (end)
            csv += QDateTime::fromMSecsSinceEpoch(end->at, Qt::UTC).toString(Qt::ISODate).toUtf8();
        csv += ',' + csvCell(level.row.ownerName).toUtf8() + "\r\n";
    }
    return csv;
}

int ServiceLevelModel::rowOf(const QUuid &id) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_board->levels.at(m_rows[row]).row.id == id)
            return int(row);
    }
    return -1;
}

const ServiceLevel &ServiceLevelModel::levelAt(int row) const
{
    return m_board->levels.at(m_rows.at(std::size_t(row)));
}

int ServiceLevelModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ServiceLevelModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ServiceLevelModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto &level = levelAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(level, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Level
            ? QVariant(QString(textOf(level, Level) + u' ' + measureTitle(level.row.slo)))
            : QVariant();
    case Qt::ToolTipRole:
        return tipOf(level, index.column());
    case Qt::TextAlignmentRole:
        return isNumber(index.column()) ? QVariant(int(Qt::AlignTrailing | Qt::AlignVCenter))
                                        : QVariant();
    case IdRole:
        return level.row.id;
    case StateRole:
        return int(level.state());
    case DimensionRole:
        return measurePhrase(level.row.slo);
    case RemainingRole:
        return isKnown(level) ? QVariant(level.figures.budget.remaining) : QVariant();
    case AssetRole:
        return level.row.product.isNull() ? level.row.asset : level.row.product;
    default:
        return {};
    }
}

QVariant ServiceLevelModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole && isNumber(section))
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section >= Short && section <= Long)
        return tr("Burn rate: 1× spends exactly the budget. The windows depend on the slices: the "
                  "tool tip of a cell says which.");
    if (role != Qt::DisplayRole)
        return {};
    const QStringList heads{tr("State"),
                            tr("Service level"),
                            tr("Domain"),
                            tr("Target"),
                            tr("SLI"),
                            tr("Budget left"),
                            tr("short", "burn rate"),
                            tr("mid", "burn rate"),
                            tr("long", "burn rate"),
                            tr("Runs out"),
                            tr("Owner")};
    return heads.at(section);
}

} // namespace portolan::items
