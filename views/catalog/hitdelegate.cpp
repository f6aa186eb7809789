// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/hitdelegate.h"

#include "models/items/platformhitmodel.h"
#include "views/catalog/resultdelegate.h"
#include "views/shared/icons.h"
#include "views/shared/painters.h"
#include "views/shared/safetext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::catalog {
namespace {

using items::PlatformHitModel;

constexpr int textFrom = 48; //!< where names begin, as in the results above
constexpr int columnGap = 12;
constexpr int placeFrom = 720; //!< least width of a list that has a place column

QColor secondary(const QStyleOptionViewItem &option)
{
    return tokensOf(option.palette)(Colour::TextSecondary);
}

QString text(const QModelIndex &index, int role)
{
    return index.data(role).toString();
}

//! \a rect in the painter's direction of reading.
QRect placed(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

//! The two lines of a row, from \a from to \a end.
std::pair<QRect, QRect> linesOf(const QStyleOptionViewItem &option, int from, int end)
{
    const int first = QFontMetrics(fontOf(Text::Body, true)).height();
    const int second = QFontMetrics(fontOf(Text::Small)).height();
    const QRect &row = option.rect;
    const int top = row.y() + (row.height() - 1 - first - second) / 2;
    return {placed(option, {from, top, end - from, first}),
            placed(option, {from, top + first, end - from, second})};
}

//! Shape and colour of how far an account is; that it found something is no verdict.
std::pair<QString, Colour> signOf(PlatformHitModel::State state)
{
    using State = PlatformHitModel::State;
    switch (state) {
    case State::Asking:
        return {u"status-progress"_s, Colour::TextSecondary};
    case State::Found:
        return {u"search"_s, Colour::TextSecondary};
    case State::Nothing:
        return {u"status-info"_s, Colour::TextSecondary};
    case State::Failed:
        return {u"status-warn"_s, Colour::StatusWarn};
    case State::Stopped:
        return {u"status-paused"_s, Colour::TextSecondary};
    }
    return {};
}

} // namespace

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {textFrom * 4, ResultDelegate::rowHeight()};
}

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                        const QModelIndex &index) const
{
    auto option = given;
    option.index = index;
    const bool isHead = index.data(PlatformHitModel::IsHeadRole).toBool();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    paintRowGround(painter, option);
    if (isHead && !isSelected)
        painter->fillRect(option.rect.adjusted(0, 0, 0, -1),
                          tokensOf(option.palette)(Colour::Alternate));
    if (isHead)
        paintHead(painter, option, index);
    else
        paintHit(painter, option, index);
    paintRowFocus(painter, option);
}

void HitDelegate::paintHead(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    const QRect &row = option.rect;
    const auto [icon, colour] =
        signOf(PlatformHitModel::State(index.data(PlatformHitModel::StateRole).toInt()));
    paintIcon(painter, placed(option, {row.x() + size::page, row.y(), size::icon, row.height()}),
              icon, size::icon, tokensOf(option.palette)(colour));
    const auto [first, second] = linesOf(option, row.x() + textFrom, row.right() + 1 - size::page);
    // The platform as a tag behind the name: two accounts may be of one platform.
    const QFontMetrics bold(fontOf(Text::Body, true));
    const auto name = text(index, Qt::DisplayRole);
    const auto platform = text(index, PlatformHitModel::PlatformRole);
    const int room = std::max(first.width() - tagWidth(platform) - columnGap, 0);
    const int used = std::min(bold.horizontalAdvance(name) + 1, room);
    const bool isMirrored = option.direction == Qt::RightToLeft;
    QRect nameRect(first);
    nameRect.setWidth(used);
    QRect tag(first);
    tag.setWidth(first.width() - used - columnGap);
    if (isMirrored)
        nameRect.moveRight(first.right());
    else
        tag.moveLeft(first.left() + used + columnGap);
    paintText(painter, nameRect, name, {fontOf(Text::Body, true), rowText(option), Elide::Name});
    paintTag(painter, tag, platform, option.palette);
    const auto more = text(index, PlatformHitModel::SecondLineRole);
    const auto standing = text(index, PlatformHitModel::StandingRole);
    paintText(painter, second, more.isEmpty() ? standing : standing + u". "_s + more,
              {fontOf(Text::Small), secondary(option), Elide::Prose});
}

void HitDelegate::paintHit(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index)
{
    const QRect &row = option.rect;
    const auto kind = domain::EntityKind(index.data(PlatformHitModel::KindRole).toInt());
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    paintIcon(painter, placed(option, {row.x() + size::page, row.y(), size::icon, row.height()}),
              iconNameOf(kind, text(index, PlatformHitModel::TypeRole)), size::icon,
              isSelected ? rowText(option) : secondary(option));
    int end = row.right() + 1 - size::page;
    const QFontMetrics body(fontOf(Text::Body));
    const auto place = text(index, PlatformHitModel::PlaceRole);
    const auto kindText = text(index, PlatformHitModel::KindTextRole);
    const bool isCached = !index.data(PlatformHitModel::CachedRole).toUuid().isNull();
    const auto standing = text(index, PlatformHitModel::StandingRole);
    const bool hasColumns = row.width() >= placeFrom * body.height() / 19;
    if (hasColumns) {
        const int standingWidth = body.horizontalAdvance(standing) + size::inlineIcon + size::gap;
        const int column = std::max(standingWidth, body.horizontalAdvance(u'0') * 20);
        const auto [first, second] = linesOf(option, end - column, end);
        QRect sign(first.x(), first.y(), size::inlineIcon, first.height());
        QRect words(first.adjusted(size::inlineIcon + size::gap / 2, 0, 0, 0));
        if (option.direction == Qt::RightToLeft) {
            sign.moveRight(first.right());
            words = first.adjusted(0, 0, -size::inlineIcon - size::gap / 2, 0);
        }
        paintIcon(painter, sign, isCached ? u"pane-catalogue"_s : u"open-external"_s,
                  size::inlineIcon, secondary(option));
        paintText(painter, words, standing, {fontOf(Text::Body), rowText(option), Elide::Prose});
        paintText(painter, second, kindText,
                  {fontOf(Text::Small), secondary(option), Elide::Prose});
        end -= column + columnGap;
        const int placeColumn = std::min(size::placeColumn, (end - row.x() - textFrom) / 3);
        const auto [name, account] = linesOf(option, end - placeColumn, end);
        paintText(painter, name, place, {fontOf(Text::Body), rowText(option), Elide::Name});
        paintText(painter, account, text(index, PlatformHitModel::AccountRole),
                  {fontOf(Text::Small), secondary(option), Elide::Name});
        end -= placeColumn + columnGap;
    }
    const auto [first, second] = linesOf(option, row.x() + textFrom, end);
    paintMarked(painter, first,
                {text(index, Qt::DisplayRole),
                 index.data(PlatformHitModel::NameMarksRole).value<PlatformHitModel::Ranges>()},
                {fontOf(Text::Body, true), rowText(option), Elide::Name}, option.palette);
    const auto snippet = text(index, PlatformHitModel::SecondLineRole);
    if (hasColumns) {
        paintMarked(
            painter, second,
            {snippet,
             index.data(PlatformHitModel::SecondMarksRole).value<PlatformHitModel::Ranges>()},
            {fontOf(Text::Small), secondary(option), Elide::Prose}, option.palette);
        return;
    }
    QStringList facts{standing, place, kindText, snippet};
    facts.removeAll(QString());
    paintText(painter, second, facts.join(u" · "_s),
              {fontOf(Text::Small), secondary(option), Elide::Prose});
}

bool HitDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                            const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const auto *model = qobject_cast<const PlatformHitModel *>(index.model());
    QStringList lines{text(index, Qt::DisplayRole), text(index, PlatformHitModel::SecondLineRole),
                      text(index, PlatformHitModel::PlaceRole),
                      text(index, PlatformHitModel::StandingRole)};
    if (model != nullptr) {
        lines.append(model->whyAbsent(index.row()));
        if (const auto *error = model->errorAt(index.row()))
            lines.append(error->detail);
    }
    lines.removeAll(QString());
    lines.removeDuplicates();
    QToolTip::showText(event->globalPos(), safeToolTip(lines.join(u'\n')), view);
    return true;
}

} // namespace portolan::views::catalog
