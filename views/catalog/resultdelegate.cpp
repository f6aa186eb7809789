// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/resultdelegate.h"

#include "models/items/catalogmodel.h"
#include "models/items/displaytext.h"
#include "models/items/labels.h"
#include "views/shared/icons.h"
#include "views/shared/painters.h"
#include "views/shared/safetext.h"
#include "views/shared/tokens.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::catalog {
namespace {

using items::CatalogModel;

constexpr int textFrom = 48; //!< where names begin
constexpr int columnGap = 12;
constexpr int placeFrom = 760; //!< least width of a list that has a place column
constexpr int roomy = 960; //!< from here on columns have their full width
constexpr int placeNarrow = 136;
constexpr int factsColumn = 104;
constexpr int factsNarrow = 88;

//! \a pixels, which are meant for text of the usual size, for text of the present one.
int scaled(int pixels)
{
    constexpr int usual = 19; // height of body text at 10 pt and 96 dpi
    return std::max(pixels, pixels * QFontMetrics(fontOf(Text::Body)).height() / usual);
}

QColor secondary(const QStyleOptionViewItem &option)
{
    return tokensOf(option.palette)(Colour::TextSecondary);
}

//! \a rect in the painter's direction of reading.
QRect placed(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

//! How the service levels of the row stand; empty when it has none.
std::optional<Status> sloOf(const QModelIndex &index)
{
    const auto state = index.data(CatalogModel::SloStateRole);
    return state.isValid() ? std::optional(statusOf(domain::SloState(state.toInt())))
                           : std::nullopt;
}

Ground groundOf(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected) ? Ground::Selection : Ground::Content;
}

} // namespace

int ResultDelegate::rowHeight()
{
    const int lines = QFontMetrics(fontOf(Text::Body, true)).height()
        + QFontMetrics(fontOf(Text::Small)).height();
    return std::max(size::twoLineRow, lines + size::gap + size::unit);
}

QSize ResultDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {textFrom * 4, rowHeight()};
}

ResultDelegate::Lines ResultDelegate::linesOf(const QRect &rect)
{
    const int first = QFontMetrics(fontOf(Text::Body, true)).height();
    const int second = QFontMetrics(fontOf(Text::Small)).height();
    const int top = rect.y() + (rect.height() - 1 - first - second) / 2;
    return {{rect.x(), top, rect.width(), first}, {rect.x(), top + first, rect.width(), second}};
}

void ResultDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                           const QModelIndex &index) const
{
    auto option = given;
    option.index = index;
    paintRowGround(painter, option);
    const QRect row = option.rect;
    paintLead(painter, placed(option, {row.x() + size::page, row.y(), size::icon, row.height()}),
              option, index);
    int end = row.right() + 1 - size::page;
    const bool columns = row.width() >= scaled(placeFrom);
    if (columns && !index.data(CatalogModel::LoadingRole).toBool()) {
        const bool wide = row.width() >= scaled(roomy);
        const int facts = scaled(wide ? factsColumn : factsNarrow);
        paintFacts(painter, placed(option, {end - facts, row.y(), facts, row.height()}), option,
                   index);
        end -= facts + columnGap;
        const int place = scaled(wide ? size::placeColumn : placeNarrow);
        paintPlace(painter, placed(option, {end - place, row.y(), place, row.height()}), option,
                   index);
        end -= place + columnGap;
    } else if (const auto slo = sloOf(index)) {
        // Without columns the shape alone; its word is in the tool tip.
        const QRect spot(end - size::inlineIcon, row.y(), size::inlineIcon, row.height());
        paintIcon(painter, placed(option, spot), statusIcon(*slo), size::inlineIcon,
                  statusColour(tokensOf(option.palette), *slo));
        end -= size::inlineIcon + columnGap;
    }
    const int from = row.x() + textFrom;
    paintNames(painter, placed(option, {from, row.y(), end - from, row.height()}), option, index,
               !columns);
    paintRowFocus(painter, option);
}

void ResultDelegate::paintLead(QPainter *painter, const QRect &rect,
                               const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(CatalogModel::LoadingRole).toBool())
        return;
    if (index.data(CatalogModel::MarkedRole).toBool()) {
        QStyleOptionButton box;
        box.palette = option.palette;
        box.state = QStyle::State_On | QStyle::State_Enabled;
        box.rect = QRect(0, 0, size::inlineIcon, size::inlineIcon);
        box.rect.moveCenter(rect.center());
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter,
                                              option.widget);
        return;
    }
    const auto kind = static_cast<domain::EntityKind>(index.data(CatalogModel::KindRole).toInt());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    paintIcon(painter, rect, iconNameOf(kind, index.data(CatalogModel::TypeRole).toString()),
              size::icon, selected ? rowText(option) : secondary(option));
}

void ResultDelegate::paintNames(QPainter *painter, const QRect &rect,
                                const QStyleOptionViewItem &option, const QModelIndex &index,
                                bool withPlace) const
{
    const auto lines = linesOf(rect);
    if (index.data(CatalogModel::LoadingRole).toBool()) {
        paintText(
            painter, rect, index.data().toString(),
            {fontOf(Text::Body), tokensOf(option.palette)(Colour::TextDisabled), Elide::Prose});
        return;
    }
    paintMarked(painter, lines.first,
                {index.data(CatalogModel::NameRole).toString(),
                 index.data(CatalogModel::NameMarksRole).value<items::Ranges>()},
                {fontOf(Text::Body, true), rowText(option), Elide::Name}, option.palette);

    const auto small = fontOf(Text::Small);
    auto second = lines.second;
    const auto place = index.data(CatalogModel::PlaceRole).toString();
    const QFontMetrics metrics(small);
    const bool appends = withPlace && !place.isEmpty();
    // The place is shorter than most descriptions, and what tells two equal names apart: it keeps
    // its room, the description gives way.
    const int room =
        appends ? std::min(metrics.horizontalAdvance(u" · "_s + place) + 1, second.width() / 2) : 0;
    if (option.direction == Qt::RightToLeft)
        second.setLeft(second.left() + room);
    else
        second.setWidth(second.width() - room);
    auto text = index.data(CatalogModel::SecondLineRole).toString();
    if (text.isEmpty())
        text = index.data(CatalogModel::KindTextRole).toString();
    const int used = paintMarked(
        painter, second, {text, index.data(CatalogModel::SecondMarksRole).value<items::Ranges>()},
        {small, secondary(option), Elide::Prose}, option.palette);
    if (!appends)
        return;
    QRect rest(lines.second.x() + used, second.y(), room, second.height());
    if (option.direction == Qt::RightToLeft)
        rest.moveRight(lines.second.right() - used);
    paintText(painter, rest, used > 0 ? u" · "_s + place : place,
              {small, secondary(option), Elide::Name});
}

void ResultDelegate::paintPlace(QPainter *painter, const QRect &rect,
                                const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto lines = linesOf(rect);
    paintText(painter, lines.first, index.data(CatalogModel::PlaceRole).toString(),
              {fontOf(Text::Body), rowText(option), Elide::Name});
    auto below = index.data(CatalogModel::PortTypesTextRole).toString();
    if (below.isEmpty() && !index.data(CatalogModel::SecondLineRole).toString().isEmpty())
        below = index.data(CatalogModel::KindTextRole).toString();
    paintText(painter, lines.second, below, {fontOf(Text::Small), secondary(option), Elide::Prose});
}

void ResultDelegate::paintFacts(QPainter *painter, const QRect &rect,
                                const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto lines = linesOf(rect);
    // How it keeps what it promises says more than who has it; that is told beside the list.
    if (const auto slo = sloOf(index)) {
        painter->setFont(fontOf(Text::Body));
        paintStatus(painter, lines.first, *slo, index.data(CatalogModel::SloTextRole).toString(),
                    groundOf(option), option.palette);
        paintText(painter, lines.second, index.data(CatalogModel::SloFigureRole).toString(),
                  {fontOf(Text::Small), secondary(option), Elide::Prose});
        return;
    }
    const auto status =
        items::facetValueText(u"status"_s, index.data(CatalogModel::StatusRole).toString());
    paintText(painter, lines.first, status, {fontOf(Text::Body), rowText(option), Elide::Prose});
    paintText(painter, lines.second, index.data(CatalogModel::OwnerRole).toString(),
              {fontOf(Text::Small), secondary(option), Elide::Name});
}

bool ResultDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid()
        || index.data(CatalogModel::LoadingRole).toBool())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    auto standing = index.data(CatalogModel::SloTextRole).toString();
    if (!standing.isEmpty())
        standing = tr("Service levels: %1, %2")
                       .arg(standing, index.data(CatalogModel::SloFigureRole).toString());
    QStringList lines{index.data(CatalogModel::NameRole).toString(),
                      index.data(CatalogModel::SecondLineRole).toString(),
                      index.data(CatalogModel::PlaceRole).toString(),
                      index.data(CatalogModel::OwnerRole).toString(), standing};
    lines.removeAll({});
    QToolTip::showText(event->globalPos(), safeToolTip(lines.join(u'\n')), view);
    return true;
}

} // namespace portolan::views::catalog
