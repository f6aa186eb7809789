// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/topbar.h"

#include "views/shared/icons.h"
#include "views/shared/painters.h"
#include "views/shared/safetext.h"
#include "views/shared/style.h"

#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::shell {

SearchButton::SearchButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setText(tr("Search the mesh"));
    setAccessibleName(text());
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMaximumWidth(size::search);
}

void SearchButton::setShortcutText(const QString &text)
{
    m_shortcut = text;
    update();
}

void SearchButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    draw::fieldBox(&painter, rect(), &option, this);
    const auto colour = tokensOf(this)(Colour::TextSecondary);
    const QRect lens(size::gap, 0, size::inlineIcon, height());
    paintIcon(&painter, QStyle::visualRect(layoutDirection(), rect(), lens), u"search"_s,
              size::inlineIcon, colour);
    const auto inner = rect().adjusted(size::gap, 0, -size::gap, 0);
    const int key = m_shortcut.isEmpty() ? 0 : paintKey(&painter, inner, m_shortcut, palette());
    const auto words =
        rect().adjusted(size::inlineIcon + 2 * size::gap, 0, -key - 2 * size::gap, 0);
    paintText(&painter, QStyle::visualRect(layoutDirection(), rect(), words), text(),
              {font(), colour, Elide::Prose});
}

TopBar::TopBar(const Buttons &buttons, QWidget *parent)
    : QWidget(parent)
    , m_breadcrumb(new Breadcrumb(this))
    , m_search(new SearchButton(this))
{
    setMinimumHeight(size::topBar);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(size::gap, 0, size::page, 1);
    row->setSpacing(size::smallGap);
    row->addWidget(addButton(buttons.back));
    row->addWidget(addButton(buttons.forward));
    row->addSpacing(size::smallGap);
    // Breadcrumb and buttons share what the search leaves, so that it stays near the middle.
    row->addWidget(m_breadcrumb, 5);
    row->addSpacing(size::gap);
    row->addWidget(m_search, 4);
    row->addStretch(3);
    m_collected = addButton(buttons.collected);
    m_collected->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_collected->hide();
    row->addWidget(m_collected);
    row->addWidget(addButton(buttons.theme));
    m_sync = addButton(buttons.sync);
    m_sync->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    row->addWidget(m_sync);
    m_search->setShortcutText(buttons.search->shortcut().toString(QKeySequence::NativeText));
    connect(m_search, &QAbstractButton::clicked, buttons.search, &QAction::trigger);
}

QToolButton *TopBar::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setIconSize({size::icon, size::icon});
    button->setMinimumSize(size::control + 4, size::control + 4);
    button->setFocusPolicy(Qt::TabFocus);
    auto name = action->text();
    button->setAccessibleName(name.remove(u'&'));
    const auto keys = action->shortcut().toString(QKeySequence::NativeText);
    const auto tip = keys.isEmpty() ? name : QString(name + u" ("_s + keys + u')');
    setSafeToolTip(action, tip);
    button->setAccessibleDescription(tip); // else screen readers are given the markup of the tip
    return button;
}

void TopBar::setCollected(int count)
{
    const auto words = tr("%n collected for a request", nullptr, count);
    m_collected->defaultAction()->setEnabled(count > 0);
    m_collected->defaultAction()->setIconText(locale().toString(count));
    m_collected->setText(locale().toString(count));
    m_collected->setAccessibleName(words);
    const auto key = m_collected->defaultAction()->shortcut().toString(QKeySequence::NativeText);
    setSafeToolTip(m_collected->defaultAction(), words + u" ("_s + key + u')');
    m_collected->setAccessibleDescription(words + u" ("_s + key + u')');
    m_collected->setVisible(count > 0);
}

void TopBar::setAge(const QString &age, const QString &toolTip, bool running)
{
    m_sync->setText(age);
    m_sync->defaultAction()->setIcon(icon(running ? u"status-progress"_s : u"sync-now"_s));
    m_sync->defaultAction()->setIconText(age);
    setSafeToolTip(m_sync->defaultAction(), toolTip);
    m_sync->setAccessibleDescription(toolTip);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tokens = tokensOf(this);
    painter.fillRect(rect(), tokens(Colour::Window));
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens(Colour::Border));
}

} // namespace portolan::views::shell
