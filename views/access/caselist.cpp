// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/caselist.h"

#include "views/access/looks.h"
#include "views/shared/icons.h"
#include "views/shared/painters.h"
#include "views/shared/safetext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

using items::AccessCaseModel;

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

void paintBox(QPainter *painter, const QStyleOptionViewItem &option, bool isOn)
{
    QStyleOptionButton box;
    box.rect = placed(option, size::page, (option.rect.height() - boxSize) / 2, boxSize, boxSize);
    box.palette = option.palette;
    box.direction = option.direction;
    box.state = QStyle::State_Enabled | (isOn ? QStyle::State_On : QStyle::State_Off);
    option.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter,
                                          option.widget);
}

} // namespace

QString caseIcon(int state)
{
    using domain::RequestState;
    switch (RequestState(state)) {
    case RequestState::Draft:
        return u"edit"_s;
    case RequestState::Queued:
        return u"status-queued"_s;
    case RequestState::Submitted:
        return u"send"_s;
    case RequestState::InReview:
        return u"status-clock"_s;
    case RequestState::NeedsInfo:
        return u"ask-info"_s;
    case RequestState::Approved:
    case RequestState::PartlyApproved:
        return u"approve"_s;
    case RequestState::Rejected:
        return u"reject"_s;
    case RequestState::Withdrawn:
        return u"withdraw"_s;
    case RequestState::External:
        return u"open-external"_s;
    case RequestState::Conflict:
        break;
    }
    return u"compare"_s;
}

QRect CaseDelegate::boxArea(const QRect &row, Qt::LayoutDirection direction)
{
    return QStyle::visualRect(direction, row,
                              {row.x(), row.y(), textAt - size::unit, row.height()});
}

QSize CaseDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, size::row(size::twoLineRow, QFontMetrics(fontOf(Text::Body)), 2)};
}

void CaseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto tokens = tokensOf(option.palette);
    const bool hasBox = index.data(Qt::CheckStateRole).isValid();
    paintRowGround(painter, option);
    if (hasBox)
        paintBox(painter, option, index.data(Qt::CheckStateRole).toInt() == Qt::Checked);
    else
        paintIcon(painter, placed(option, size::page, 0, boxSize, option.rect.height()),
                  caseIcon(index.data(AccessCaseModel::StateValueRole).toInt()), size::inlineIcon,
                  tokens(Colour::TextSecondary));

    const QFontMetrics body(fontOf(Text::Body, true));
    const QFontMetrics small(fontOf(Text::Small));
    const int line = std::max(small.height(), int(size::inlineIcon));
    const int top = (option.rect.height() - body.height() - line) / 2;
    const int end = option.rect.width() - size::page;
    const auto colour = rowText(option);
    const auto faint = tokens(Colour::TextSecondary);

    const auto age = index.data(AccessCaseModel::AgeRole).toString();
    const int ageWidth = advance(Text::Small, false, age);
    paintText(painter, placed(option, end - ageWidth, top, ageWidth, body.height()), age,
              {fontOf(Text::Small), faint, Elide::Prose}, Qt::AlignTrailing);
    paintText(painter,
              placed(option, textAt, top, end - ageWidth - size::gap - textAt, body.height()),
              index.data().toString(), {fontOf(Text::Body, true), colour, Elide::Prose});

    const int second = top + body.height();
    const bool isAsked = index.data(AccessCaseModel::AskedRole).toBool();
    const bool judged = hasBox && !isAsked && index.data(AccessCaseModel::VerdictRole).isValid();
    const auto word = judged ? index.data(AccessCaseModel::VerdictTextRole).toString()
                             : index.data(AccessCaseModel::StateRole).toString();
    const int shape = judged ? size::inlineIcon + size::unit + 2 : 0;
    const int wordWidth =
        std::clamp(advance(Text::Small, false, word) + shape, 0, end - textAt - leastLine);
    const auto place = placed(option, end - wordWidth, second, wordWidth, line);
    if (judged) {
        painter->save();
        painter->setFont(fontOf(Text::Small));
        const bool isChosen = option.state & QStyle::State_Selected;
        paintStatus(painter, place, statusOf(index.data(AccessCaseModel::VerdictRole).toInt()),
                    word, isChosen ? Ground::Selection : Ground::Content, option.palette);
        painter->restore();
    } else {
        paintText(painter, place, word, {fontOf(Text::Small), colour, Elide::Prose},
                  Qt::AlignTrailing);
    }
    paintText(painter, placed(option, textAt, second, end - wordWidth - size::gap - textAt, line),
              index.data(AccessCaseModel::LineRole).toString(),
              {fontOf(Text::Small), faint, Elide::Prose});
    paintRowFocus(painter, option);
}

bool CaseDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(),
                       safeToolTip(index.data(Qt::AccessibleTextRole).toString()), view);
    return true;
}

CaseList::CaseList(const QString &name, AccessCaseModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new CaseDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAccessibleName(name);
}

QUuid CaseList::currentCase() const
{
    return currentIndex().data(AccessCaseModel::IdRole).toUuid();
}

bool CaseList::choose(const QUuid &request)
{
    const auto index = m_model.indexOf(request);
    if (index.isValid())
        setCurrentIndex(index);
    return index.isValid();
}

void CaseList::step(int by)
{
    const int row = currentIndex().isValid() ? currentIndex().row() + by : 0;
    if (row >= 0 && row < m_model.rowCount())
        setCurrentIndex(m_model.index(row));
}

void CaseList::toggle()
{
    const auto state = currentIndex().data(Qt::CheckStateRole);
    if (state.isValid())
        m_model.setTicked(currentCase(), state.toInt() != Qt::Checked);
}

void CaseList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentChangedTo(currentCase());
}

void CaseList::mousePressEvent(QMouseEvent *event)
{
    const auto at = event->position().toPoint();
    const auto index = indexAt(at);
    if (event->button() == Qt::LeftButton && index.data(Qt::CheckStateRole).isValid()
        && CaseDelegate::boxArea(visualRect(index), layoutDirection()).contains(at)) {
        setFocus(Qt::MouseFocusReason);
        setCurrentIndex(index);
        toggle();
        return;
    }
    QListView::mousePressEvent(event);
}

void CaseList::keyPressEvent(QKeyEvent *event)
{
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Space && currentIndex().data(Qt::CheckStateRole).isValid()) {
        toggle();
    } else if (enters && currentIndex().isValid() && event->modifiers() == Qt::NoModifier) {
        Q_EMIT detailWanted();
    } else {
        QListView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void CaseList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

} // namespace portolan::views::access
