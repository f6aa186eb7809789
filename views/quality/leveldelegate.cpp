// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/leveldelegate.h"

#include "models/items/checklistmodel.h"
#include "models/items/servicelevelmodel.h"

#include <algorithm>

namespace portolan::views::quality {
namespace {

using items::CheckListModel;
using items::ServiceLevelModel;

constexpr int barWidth = 64;
constexpr int barHeight = 8;
constexpr int stateRoom = size::inlineIcon + size::unit + 2;

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state & QStyle::State_Selected;
}

//! A cell with the shape and word of \a status.
void paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                const QRect &place, Status status)
{
    painter->setFont(fontOf(Text::Body));
    paintStatus(painter, place, status, index.data().toString(),
                isSelected(option) ? Ground::Selection : Ground::Content, option.palette);
}

} // namespace

Status statusOf(domain::RunStatus status)
{
    switch (status) {
    case domain::RunStatus::Pass:
        return Status::Ok;
    case domain::RunStatus::Warn:
        return Status::Warn;
    case domain::RunStatus::Fail:
        return Status::Breach;
    case domain::RunStatus::Error:
    case domain::RunStatus::Skipped:
    case domain::RunStatus::Unknown:
        break;
    }
    return Status::Unknown;
}

LevelDelegate::LevelDelegate(QObject *parent)
    : RowDelegate(size::tableRow, parent)
{
}

void LevelDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const auto column = index.column();
    if (column != ServiceLevelModel::State && column != ServiceLevelModel::Level
        && column != ServiceLevelModel::Budget)
        return RowDelegate::paint(painter, option, index);
    paintRowGround(painter, option, column == ServiceLevelModel::State);
    if (column == ServiceLevelModel::State)
        paintState(painter, option, index, textRect(option, index),
                   statusOf(domain::SloState(index.data(ServiceLevelModel::StateRole).toInt())));
    else if (column == ServiceLevelModel::Level)
        paintLevel(painter, option, index);
    else
        paintBudget(painter, option, index);
    paintRowFocus(painter, option);
}

void LevelDelegate::paintLevel(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    auto place = textRect(option, index);
    const auto dimension = index.data(ServiceLevelModel::DimensionRole).toString();
    const auto small = fontOf(Text::Body);
    const auto strong = fontOf(Text::Body, true);
    const auto name = index.data().toString();
    const int behind = QFontMetrics(small).horizontalAdvance(dimension) + size::smallGap;
    const int wide = QFontMetrics(strong).horizontalAdvance(name);
    // The name is shortened before the dimension is.
    const int used = std::min(wide, std::max(place.width() - behind, place.width() / 2));
    const auto first = QStyle::visualRect(option.direction, place,
                                          QRect(place.left(), place.top(), used, place.height()));
    paintText(painter, first, name, {strong, rowText(option), Elide::Name});
    const auto rest =
        QStyle::visualRect(option.direction, place, place.adjusted(used + size::smallGap, 0, 0, 0));
    const auto colour =
        isSelected(option) ? rowText(option) : tokensOf(option.palette)(Colour::TextSecondary);
    paintText(painter, rest, dimension, {small, colour, Elide::Prose});
}

void LevelDelegate::paintBudget(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const auto place = textRect(option, index);
    const auto tokens = tokensOf(option.palette);
    paintText(painter, place, index.data().toString(),
              {fontOf(Text::Body), rowText(option), Elide::Prose}, Qt::AlignTrailing);
    const auto remaining = index.data(ServiceLevelModel::RemainingRole);
    if (!remaining.isValid())
        return;
    const QRect spot(place.left(), place.center().y() - barHeight / 2, barWidth, barHeight);
    const auto bar = QStyle::visualRect(option.direction, place, spot);
    painter->save();
    painter->setPen(tokens(Colour::BorderControl));
    painter->setBrush(tokens(Colour::Base));
    painter->drawRect(bar.adjusted(0, 0, -1, -1));
    const auto share = std::clamp(remaining.toDouble(), 0.0, 1.0);
    auto fill = bar.adjusted(1, 1, -1, -1);
    const int filled = qRound(fill.width() * share);
    fill = QStyle::visualRect(option.direction, fill,
                              QRect(fill.left(), fill.top(), filled, fill.height()));
    const auto state = domain::SloState(index.data(ServiceLevelModel::StateRole).toInt());
    painter->fillRect(fill, statusColour(tokens, statusOf(state)));
    painter->restore();
}

QSize LevelDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    auto hint = RowDelegate::sizeHint(option, index);
    if (index.column() == ServiceLevelModel::State)
        hint.rwidth() += stateRoom;
    else if (index.column() == ServiceLevelModel::Budget)
        hint.rwidth() += barWidth + size::gap;
    else if (index.column() == ServiceLevelModel::Level)
        hint.rwidth() +=
            QFontMetrics(fontOf(Text::Body))
                .horizontalAdvance(index.data(ServiceLevelModel::DimensionRole).toString())
            + size::page;
    return hint;
}

CheckDelegate::CheckDelegate(QObject *parent)
    : RowDelegate(size::tableRow, parent)
{
}

void CheckDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    if (index.column() != CheckListModel::State)
        return RowDelegate::paint(painter, option, index);
    paintRowGround(painter, option);
    paintState(painter, option, index, textRect(option, index),
               statusOf(domain::RunStatus(index.data(CheckListModel::StatusRole).toInt())));
    paintRowFocus(painter, option);
}

QSize CheckDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    auto hint = RowDelegate::sizeHint(option, index);
    if (index.column() == CheckListModel::State)
        hint.rwidth() += stateRoom;
    return hint;
}

} // namespace portolan::views::quality
