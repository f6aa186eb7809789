// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/outbox/outboxlist.h"

#include "views/shared/icons.h"
#include "views/shared/painters.h"
#include "views/shared/safetext.h"
#include "views/shared/timetext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::outbox {
namespace {

using items::OutboxModel;
using items::OutboxStanding;

constexpr int boxSize = 16;
constexpr int textAt = size::page + boxSize + size::buttonPadding;
constexpr int leastLine = 72;

QRect placed(const QStyleOptionViewItem &option, int x, int y, int width, int height)
{
    return QStyle::visualRect(option.direction, option.rect,
                              {option.rect.x() + x, option.rect.y() + y, width, height});
}

int advance(Text text, bool emphasis, const QString &words)
{
    return QFontMetrics(fontOf(text, emphasis)).horizontalAdvance(words) + 1;
}

bool isHead(const QModelIndex &index)
{
    return index.data(OutboxModel::IsHeadRole).toBool();
}

//! A box where it can be ticked, else the icon of how it stands.
void paintBox(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto state = index.data(Qt::CheckStateRole);
    if (!state.isValid()) {
        paintIcon(painter, placed(option, size::page, 0, boxSize, option.rect.height()),
                  standingIcon(index.data(OutboxModel::StandingRole).toInt()), size::inlineIcon,
                  tokensOf(option.palette)(Colour::TextSecondary));
        return;
    }
    QStyleOptionButton box;
    box.rect = placed(option, size::page, (option.rect.height() - boxSize) / 2, boxSize, boxSize);
    box.palette = option.palette;
    box.direction = option.direction;
    box.state = QStyle::State_Enabled
        | (state.toInt() == Qt::Checked ? QStyle::State_On : QStyle::State_Off);
    option.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter,
                                          option.widget);
}

} // namespace

QString standingIcon(int standing)
{
    switch (OutboxStanding(standing)) {
    case OutboxStanding::Recovered:
    case OutboxStanding::Returned:
    case OutboxStanding::Refused:
        return u"status-warn"_s;
    case OutboxStanding::Conflict:
        return u"compare"_s;
    case OutboxStanding::Draft:
        return u"edit"_s;
    case OutboxStanding::Waiting:
        return u"status-queued"_s;
    case OutboxStanding::Behind:
        return u"status-paused"_s;
    case OutboxStanding::Sending:
        return u"status-progress"_s;
    case OutboxStanding::Uncertain:
        return u"status-unknown"_s;
    case OutboxStanding::Sent:
        break;
    }
    return u"approve"_s;
}

QRect OutboxDelegate::boxArea(const QRect &row, Qt::LayoutDirection direction)
{
    return QStyle::visualRect(direction, row,
                              {row.x(), row.y(), textAt - size::unit, row.height()});
}

QSize OutboxDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (isHead(index))
        return {0, size::row(size::sectionHead, QFontMetrics(fontOf(Text::Small)))};
    return {0, size::row(size::twoLineRow, QFontMetrics(fontOf(Text::Body)), 2)};
}

void OutboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    if (isHead(index))
        paintHead(painter, option, index);
    else
        paintOperation(painter, option, index);
    paintRowFocus(painter, option);
}

void OutboxDelegate::paintHead(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const auto tokens = tokensOf(option.palette);
    const auto second = tokens(Colour::TextSecondary);
    const auto isOpen = index.data(OutboxModel::IsOpenRole);
    const bool isHovered = isOpen.isValid() && (option.state & QStyle::State_MouseOver);
    painter->fillRect(option.rect, tokens(isHovered ? Colour::HoverWindow : Colour::Window));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      tokens(Colour::Border));
    const int height = option.rect.height() - 1;
    int left = size::page;
    if (isOpen.isValid()) {
        paintIcon(painter, placed(option, left, 0, size::inlineIcon, height),
                  isOpen.toBool() ? u"chevron-down"_s : u"chevron-right"_s, size::inlineIcon,
                  second);
        left += size::inlineIcon + size::gap;
    }
    paintText(painter, placed(option, left, 0, option.rect.width() - left - size::page, height),
              index.data().toString(), {fontOf(Text::Small, true), second, Elide::Prose});
}

void OutboxDelegate::paintOperation(QPainter *painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const auto tokens = tokensOf(option.palette);
    paintRowGround(painter, option);
    paintBox(painter, option, index);

    const QFontMetrics body(fontOf(Text::Body, true));
    const QFontMetrics small(fontOf(Text::Small));
    const int line = std::max(small.height(), int(size::inlineIcon));
    const int top = (option.rect.height() - body.height() - line) / 2;
    const int end = option.rect.width() - size::page;
    // What waits behind the row above is set in.
    const int at =
        textAt + (index.data(OutboxModel::IsNestedRole).toBool() ? int(size::groupGap) : 0);
    const auto colour = rowText(option);
    const auto faint = tokens(Colour::TextSecondary);

    const auto since = asOfText(index.data(OutboxModel::TimeRole).toDateTime(), m_model.now());
    const int sinceWidth = advance(Text::Small, false, since);
    paintText(painter, placed(option, end - sinceWidth, top, sinceWidth, body.height()), since,
              {fontOf(Text::Small), faint, Elide::Prose}, Qt::AlignTrailing);
    paintText(painter, placed(option, at, top, end - sinceWidth - size::gap - at, body.height()),
              index.data().toString(), {fontOf(Text::Body, true), colour, Elide::Prose});

    const int second = top + body.height();
    const auto word = index.data(OutboxModel::StandingTextRole).toString();
    const bool isBad = index.data(OutboxModel::NeedsPersonRole).toBool();
    const int shape = isBad ? size::inlineIcon + size::unit + 2 : 0;
    const int wordWidth =
        std::clamp(advance(Text::Small, false, word) + shape, 0, std::max(0, end - at - leastLine));
    const auto place = placed(option, end - wordWidth, second, wordWidth, line);
    if (isBad) {
        painter->save();
        painter->setFont(fontOf(Text::Small));
        paintStatus(painter, place, Status::Warn, word,
                    option.state & QStyle::State_Selected ? Ground::Selection : Ground::Content,
                    option.palette);
        painter->restore();
    } else {
        paintText(painter, place, word, {fontOf(Text::Small), colour, Elide::Prose},
                  Qt::AlignTrailing);
    }
    paintText(painter, placed(option, at, second, end - wordWidth - size::gap - at, line),
              index.data(OutboxModel::LineRole).toString(),
              {fontOf(Text::Small), faint, Elide::Prose});
}

bool OutboxDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    auto text = index.data(Qt::AccessibleTextRole).toString();
    const auto since = index.data(OutboxModel::TimeRole).toDateTime();
    if (since.isValid())
        text += u'\n' + momentText(since);
    QToolTip::showText(event->globalPos(), safeToolTip(text), view);
    return true;
}

OutboxList::OutboxList(OutboxModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new OutboxDelegate(model, this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAccessibleName(tr("Outbox"));
}

qint64 OutboxList::currentOperation() const
{
    return currentIndex().data(OutboxModel::IdRole).toLongLong();
}

bool OutboxList::choose(qint64 operation)
{
    auto index = m_model.indexOf(operation);
    if (!index.isValid() && m_model.board() && !m_model.isSentShown()) {
        const auto *entry = items::entryOf(*m_model.board(), operation);
        if (entry != nullptr && entry->operation.state == domain::OperationState::Applied) {
            m_model.setSentShown(true);
            index = m_model.indexOf(operation);
        }
    }
    if (index.isValid())
        setCurrentIndex(index);
    return index.isValid();
}

void OutboxList::step(int by)
{
    int row = currentIndex().isValid() ? currentIndex().row() : by > 0 ? -1 : m_model.rowCount();
    do {
        row += by;
    } while (row >= 0 && row < m_model.rowCount() && isHead(m_model.index(row)));
    if (row < 0 || row >= m_model.rowCount())
        return;
    setCurrentIndex(m_model.index(row));
    // The head above the first operation of the list belongs to it.
    if (row == 1)
        scrollToTop();
}

bool OutboxList::fold(const QModelIndex &index)
{
    const auto isOpen = index.data(OutboxModel::IsOpenRole);
    if (isOpen.isValid())
        m_model.setSentShown(!isOpen.toBool());
    return isOpen.isValid();
}

void OutboxList::toggle()
{
    const auto index = currentIndex();
    if (fold(index))
        return;
    const auto state = index.data(Qt::CheckStateRole);
    if (state.isValid())
        m_model.setTicked(currentOperation(), state.toInt() != Qt::Checked);
}

void OutboxList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentChangedTo(currentOperation());
}

void OutboxList::mousePressEvent(QMouseEvent *event)
{
    const auto at = event->position().toPoint();
    const auto index = indexAt(at);
    const bool isBox = index.data(Qt::CheckStateRole).isValid()
        && OutboxDelegate::boxArea(visualRect(index), layoutDirection()).contains(at);
    if (event->button() == Qt::LeftButton
        && (isBox || index.data(OutboxModel::IsOpenRole).isValid())) {
        setFocus(Qt::MouseFocusReason);
        setCurrentIndex(index);
        toggle();
        return;
    }
    QListView::mousePressEvent(event);
}

void OutboxList::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_Space) {
        toggle();
    } else if (event->modifiers() == Qt::NoModifier && isEnter && currentIndex().isValid()) {
        if (!fold(currentIndex()))
            Q_EMIT detailWanted();
    } else {
        QListView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void OutboxList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

} // namespace portolan::views::outbox
