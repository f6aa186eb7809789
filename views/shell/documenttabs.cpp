// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/documenttabs.h"

#include "views/shared/icons.h"
#include "views/shared/painters.h"
#include "views/shared/safetext.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::shell {
namespace {

constexpr int leastTab = 72;
// How far a tab has to be pulled out of the strip before it comes off.
constexpr int tearDistance = 40;

} // namespace

DocumentTabs::DocumentTabs(QWidget *parent)
    : QTabBar(parent)
{
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideRight);
    setMovable(true);
    setUsesScrollButtons(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Open tabs"));
    // The first tab is the pane and stays first.
    connect(this, &QTabBar::tabMoved, this, [this](int from, int to) {
        if (m_puttingBack || (from == 0) == (to == 0))
            return;
        m_puttingBack = true;
        moveTab(to, from);
        m_puttingBack = false;
    });
}

int DocumentTabs::addDocument(const QString &iconName, const QString &title)
{
    const int index = addTab(icon(iconName), title);
    if (index == 0)
        return index;
    auto *close = new QToolButton(this);
    close->setIcon(icon(u"close"_s));
    close->setIconSize({size::chevron + 2, size::chevron + 2});
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::NoFocus);
    close->setAccessibleName(tr("Close tab"));
    setSafeToolTip(close,
                   tr("Close tab (%1)")
                       .arg(QKeySequence(Qt::CTRL | Qt::Key_W).toString(QKeySequence::NativeText)));
    connect(close, &QToolButton::clicked, this, [this, close] {
        for (int i = 1; i < count(); ++i) {
            if (tabButton(i, QTabBar::RightSide) == close)
                return Q_EMIT closeRequested(i);
        }
    });
    setTabButton(index, QTabBar::RightSide, close);
    return index;
}

QSize DocumentTabs::tabSizeHint(int index) const
{
    const int height = size::row(size::tabStrip, fontMetrics());
    const int words = fontMetrics().horizontalAdvance(tabText(index).left(200));
    const int frame = 2 * size::buttonPadding + size::inlineIcon + size::gap;
    const int close = index == 0 ? 0 : size::inlineIcon + size::gap + 4;
    return {std::clamp(words + frame + close, leastTab, size::tabMost), height};
}

QSize DocumentTabs::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void DocumentTabs::mousePressEvent(QMouseEvent *event)
{
    const int index = tabAt(event->position().toPoint());
    if (event->button() == Qt::MiddleButton && index > 0)
        return Q_EMIT closeRequested(index);
    m_pressed = event->button() == Qt::LeftButton ? index : -1;
    QTabBar::mousePressEvent(event);
}

void DocumentTabs::mouseMoveEvent(QMouseEvent *event)
{
    const int y = event->position().toPoint().y();
    const bool out = y < -tearDistance || y > height() + tearDistance;
    if (m_pressed > 0 && out && (event->buttons() & Qt::LeftButton)) {
        m_pressed = -1;
        // The bar has to believe that the drag is over before the tab goes.
        QMouseEvent release(QEvent::MouseButtonRelease, event->position(), event->globalPosition(),
                            Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
        QTabBar::mouseReleaseEvent(&release);
        return Q_EMIT tearOffRequested(currentIndex());
    }
    if (m_pressed != 0)
        QTabBar::mouseMoveEvent(event);
}

void DocumentTabs::mouseReleaseEvent(QMouseEvent *event)
{
    m_pressed = -1;
    QTabBar::mouseReleaseEvent(event);
}

void DocumentTabs::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int index = byKey ? currentIndex() : tabAt(event->pos());
    if (index < 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (index > 0) {
        menu->addAction(icon(u"tear-off"_s), tr("Move to a window of its own"), this,
                        [this, index] { Q_EMIT tearOffRequested(index); });
        menu->addAction(icon(u"close"_s), tr("Close tab"), this,
                        [this, index] { Q_EMIT closeRequested(index); });
    }
    auto *others = menu->addAction(tr("Close other tabs"), this, [this, index] {
        for (int i = count() - 1; i > 0; --i) {
            if (i != index)
                Q_EMIT closeRequested(i);
        }
    });
    others->setEnabled(count() > (index > 0 ? 2 : 1));
    const auto corner = tabRect(index).bottomLeft();
    menu->popup(byKey ? mapToGlobal(corner) : event->globalPos());
}

void DocumentTabs::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const auto tokens = tokensOf(this);
    painter.fillRect(rect(), tokens(Colour::Window));
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens(Colour::Border));
    painter.end();
    QTabBar::paintEvent(event);
}

} // namespace portolan::views::shell
