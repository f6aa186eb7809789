// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/filterpopup.h"

#include "views/shared/painters.h"
#include "views/shared/tokens.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>

namespace portolan::views::catalog {
namespace {

using items::FilterCompletion;

constexpr int mostWidth = 360;
constexpr int mostRows = 10;

} // namespace

void ProposalDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                             const QModelIndex &index) const
{
    auto option = given;
    option.index = index;
    const auto tokens = tokensOf(option.palette);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, tokens(Colour::Selection));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, tokens(Colour::Hover));
    const auto small = fontOf(Text::Small);
    const auto count = index.data(FilterCompletion::CountRole);
    const auto end = count.isValid() ? QLocale().toString(count.toLongLong())
                                     : index.data(FilterCompletion::HintRole).toString();
    const int room = QFontMetrics(small).horizontalAdvance(end) + 1;
    const QRect inner = option.rect.adjusted(size::gap, 0, -size::gap, 0);
    QRect text = inner.adjusted(0, 0, -room - size::gap, 0);
    QRect note(inner.right() - room + 1, inner.y(), room, inner.height());
    paintText(painter, QStyle::visualRect(option.direction, option.rect, text),
              index.data().toString(), {fontOf(Text::Body), rowText(option), Elide::Name});
    paintText(painter, QStyle::visualRect(option.direction, option.rect, note), end,
              {small, tokens(Colour::TextSecondary), Elide::Prose});
}

QSize ProposalDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, size::row(size::tableRow, QFontMetrics(fontOf(Text::Body)))};
}

FilterPopup::FilterPopup(QLineEdit &field, FilterCompletion &completion)
    : QListView(&field)
    , m_field(field)
    , m_completion(completion)
{
    setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint);
    setFocusPolicy(Qt::NoFocus);
    setFocusProxy(&field);
    setAccessibleName(tr("Completions"));
    setModel(&completion);
    setItemDelegate(new ProposalDelegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::StyledPanel);
    hide();
    field.installEventFilter(this);
    connect(&field, &QLineEdit::textEdited, this, &FilterPopup::typed);
    connect(&completion, &FilterCompletion::proposalsChanged, this, &FilterPopup::proposalsChanged);
}

void FilterPopup::typed()
{
    m_asked = true;
    m_forced = false;
    m_completion.complete(m_field.text(), m_field.cursorPosition());
}

void FilterPopup::proposalsChanged()
{
    const bool wanted = m_asked && m_field.hasFocus() && m_completion.rowCount() > 0
        && (m_forced || m_completion.isSpecific());
    if (!wanted) {
        hide();
        return;
    }
    place();
    show();
}

void FilterPopup::place()
{
    const int rows = std::min(mostRows, m_completion.rowCount());
    const int height = rows * sizeHintForRow(0) + 2 * frameWidth();
    auto at = m_field.mapToGlobal(QPoint(0, m_field.height() + size::unit));
    if (m_field.layoutDirection() == Qt::RightToLeft)
        at.rx() += m_field.width() - mostWidth;
    setGeometry({at, QSize(std::min(mostWidth, m_field.width()), height)});
}

void FilterPopup::take(int row)
{
    const auto taken = m_completion.completed(row);
    m_field.setText(taken.text);
    m_field.setCursorPosition(taken.cursor);
    m_asked = taken.text.left(taken.cursor).endsWith(u':');
    m_completion.complete(taken.text, taken.cursor);
    Q_EMIT completed(taken.text);
}

bool FilterPopup::keyPressed(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Space && event.modifiers() == Qt::ControlModifier) {
        m_asked = true;
        m_forced = true;
        m_completion.complete(m_field.text(), m_field.cursorPosition());
        return true;
    }
    if (!isVisible())
        return false;
    const int row = currentIndex().isValid() ? currentIndex().row() : -1;
    switch (event.key()) {
    case Qt::Key_Down:
        setCurrentIndex(m_completion.index(std::min(row + 1, m_completion.rowCount() - 1)));
        return true;
    case Qt::Key_Up:
        setCurrentIndex(row > 0 ? m_completion.index(row - 1) : QModelIndex());
        return true;
    case Qt::Key_Escape:
        m_asked = false;
        hide();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row < 0) {
            hide();
            return false;
        }
        take(row);
        return true;
    default:
        return false;
    }
}

bool FilterPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_field) {
        if (event->type() == QEvent::KeyPress)
            return keyPressed(*static_cast<QKeyEvent *>(event));
        if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide
            || event->type() == QEvent::Move)
            hide();
    }
    return QListView::eventFilter(watched, event);
}

void FilterPopup::mouseReleaseEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton)
        take(index.row());
}

} // namespace portolan::views::catalog
