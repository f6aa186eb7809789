// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/rail.h"

#include "views/shared/icons.h"
#include "views/shared/safetext.h"
#include "views/shared/style.h"

#include <QKeyEvent>
#include <QTextDocumentFragment>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::shell {
namespace {

constexpr int badgeSize = 16;
constexpr double badgeScale = 0.8;
constexpr int mostShown = 99;

} // namespace

RailButton::RailButton(const QString &iconName, const QString &name, QWidget *parent)
    : QToolButton(parent)
    , m_icon(iconName)
{
    setAccessibleName(name);
    setSafeToolTip(this, name);
    setFocusPolicy(Qt::TabFocus);
}

void RailButton::setBadge(int count, const QString &words)
{
    m_badge = count;
    // Where there is none, screen readers are given the tool tip, markup and all.
    const auto tip = QTextDocumentFragment::fromHtml(toolTip()).toPlainText();
    setAccessibleDescription(count == 0            ? tip
                                 : words.isEmpty() ? tr("%n waiting", nullptr, count)
                                                   : words);
    update();
}

QSize RailButton::sizeHint() const
{
    return {size::rail - 1, size::railButton};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tokens = tokensOf(this);
    const bool current = isChecked();
    const QRect inner(4, 0, width() - 4, height());
    const auto ground = QStyle::visualRect(layoutDirection(), rect(), inner);
    if (current)
        painter.fillRect(ground, tokens(Colour::Base));
    else if (underMouse() || isDown())
        painter.fillRect(ground, tokens(isDown() ? Colour::Pressed : Colour::HoverWindow));
    if (current) {
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(),
                                            QRect(0, 0, size::selectionBar, height())),
                         tokens(Colour::Accent));
    }
    paintIcon(&painter, rect(), m_icon, size::icon,
              tokens(current ? Colour::Link : Colour::TextSecondary));
    if (m_badge > 0) {
        auto font = fontOf(Text::Body, true);
        font.setPointSizeF(font.pointSizeF() * badgeScale);
        const auto text = m_badge > mostShown ? QString(u"99+"_s) : locale().toString(m_badge);
        const int wide = std::max(badgeSize, QFontMetrics(font).horizontalAdvance(text) + 6);
        const auto disc = QStyle::visualRect(layoutDirection(), rect(),
                                             QRect(width() - wide - 4, 4, wide, badgeSize));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens(Colour::Accent));
        painter.drawRoundedRect(disc, badgeSize / 2.0, badgeSize / 2.0);
        painter.setFont(font);
        painter.setPen(tokens(Colour::TextOnAccent));
        painter.drawText(disc, Qt::AlignCenter, text);
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        draw::ring(&painter, ground, tokens, size::radius);
}

Rail::Rail(const QList<PaneInfo> &panes, QWidget *parent)
    : QWidget(parent)
    , m_menuButton(new RailButton(u"menu"_s, tr("Menu"), this))
{
    setFixedWidth(size::rail);
    setAccessibleName(tr("Panes"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 1, 2);
    column->setSpacing(0);
    column->addWidget(m_menuButton);
    const auto addAll = [&](PaneInfo::Place place) {
        for (const auto &pane : panes) {
            if (pane.place != place)
                continue;
            auto *button = new RailButton(pane.iconName, pane.title, this);
            button->setCheckable(true);
            button->setObjectName(u"rail."_s + pane.id);
            connect(button, &QToolButton::clicked, this, [this, id = pane.id] {
                setCurrent(id);
                Q_EMIT chosen(id);
            });
            m_buttons.insert(pane.id, button);
            m_titles.insert(pane.id, pane.title);
            column->addWidget(button);
        }
    };
    addAll(PaneInfo::Place::Top);
    column->addStretch();
    addAll(PaneInfo::Place::Bottom);
    connect(m_menuButton, &QToolButton::clicked, this, &Rail::openMenu);
}

void Rail::setCurrent(const QString &pane)
{
    for (auto it = m_buttons.begin(); it != m_buttons.end(); ++it)
        it.value()->setChecked(it.key() == pane);
}

void Rail::setBadge(const QString &pane, int count, const QString &words)
{
    m_words.insert(pane, words);
    showTip(pane);
    if (auto *button = m_buttons.value(pane))
        button->setBadge(count, words);
}

void Rail::setMenu(std::function<void(QMenu *)> fill)
{
    m_fill = std::move(fill);
}

void Rail::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_fill)
        m_fill(menu);
    menu->popup(m_menuButton->mapToGlobal(QPoint(size::rail, 0)));
}

void Rail::setShortcut(const QString &pane, const QString &shortcut)
{
    m_shortcuts.insert(pane, shortcut);
    showTip(pane);
}

void Rail::showTip(const QString &pane)
{
    auto *button = m_buttons.value(pane);
    if (button == nullptr)
        return;
    auto tip = m_titles.value(pane);
    if (const auto shortcut = m_shortcuts.value(pane); !shortcut.isEmpty())
        tip += u" ("_s + shortcut + u')';
    if (const auto words = m_words.value(pane); !words.isEmpty())
        tip += u'\n' + words;
    setSafeToolTip(button, tip);
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tokens = tokensOf(this);
    painter.fillRect(rect(), tokens(Colour::Rail));
    painter.fillRect(
        QStyle::visualRect(layoutDirection(), rect(), QRect(width() - 1, 0, 1, height())),
        tokens(Colour::Border));
}

void Rail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        focusNextChild();
    else if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else
        QWidget::keyPressEvent(event);
}

} // namespace portolan::views::shell
