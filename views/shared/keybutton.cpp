// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/keybutton.h"

#include "views/shared/icons.h"
#include "views/shared/painters.h"
#include "views/shared/safetext.h"

#include <QKeySequence>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views {
namespace {

int advance(const QString &words)
{
    return QFontMetrics(fontOf(Text::Body, true)).horizontalAdvance(words) + 1;
}

//! \a key with the modifier as the person's keyboard names it.
QString localKey(const QString &key)
{
    const auto ctrl = QKeySequence(Qt::CTRL | Qt::Key_A).toString(QKeySequence::NativeText);
    return key.startsWith(u"Ctrl+"_s) ? ctrl.chopped(1) + key.mid(5) : key;
}

} // namespace

KeyButton::KeyButton(const QString &iconName, const QString &text, const QString &key,
                     QWidget *parent)
    : QPushButton(parent)
    , m_icon(iconName)
    , m_words(text)
    , m_key(localKey(key))
{
    setAccessibleName(text);
    setSafeToolTip(this, key.isEmpty() ? text : tr("%1 (%2)").arg(text, m_key));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAutoDefault(false);
}

void KeyButton::setWords(const QString &words)
{
    if (words == m_words)
        return;
    m_words = words;
    setAccessibleName(words);
    setSafeToolTip(this, m_key.isEmpty() ? words : tr("%1 (%2)").arg(words, m_key));
    updateGeometry();
    update();
}

void KeyButton::setCompact(bool on)
{
    if (m_compact == on)
        return;
    m_compact = on;
    updateGeometry();
    update();
}

int KeyButton::keyWidth() const
{
    return m_key.isEmpty()
        ? 0
        : QFontMetrics(fontOf(Text::Small)).horizontalAdvance(m_key) + 2 * size::unit + 2;
}

int KeyButton::fullWidth() const
{
    const int key = keyWidth() > 0 ? size::gap + keyWidth() : 0;
    return 2 * size::buttonPadding + size::inlineIcon + size::gap + advance(m_words) + key;
}

QSize KeyButton::sizeHint() const
{
    const int width = m_compact ? 2 * size::buttonPadding + size::inlineIcon : fullWidth();
    return {width, size::row(size::control, QFontMetrics(fontOf(Text::Body)))};
}

void KeyButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
    const auto tokens = tokensOf(this);
    const bool filled = isDefault() && isEnabled();
    const auto colour = tokens(filled            ? Colour::TextOnAccent
                                   : isEnabled() ? Colour::Text
                                                 : Colour::TextDisabled);
    int at = size::buttonPadding;
    const auto place = [&](int wide) {
        const QRect spot(at, 0, wide, height());
        at += wide + size::gap;
        return QStyle::visualRect(layoutDirection(), rect(), spot);
    };
    paintIcon(&painter, place(size::inlineIcon), m_icon, size::inlineIcon, colour);
    if (!m_compact) {
        paintText(&painter, place(advance(m_words)), m_words,
                  {fontOf(Text::Body, filled), colour, Elide::Prose});
    }
    if (keyWidth() > 0 && !m_compact) {
        const auto font = fontOf(Text::Small);
        const int high = QFontMetrics(font).height() + 2;
        auto cap = QRectF(place(keyWidth()));
        cap = QRectF(cap.x() + 0.5, (height() - high) / 2 + 0.5, cap.width() - 1, high - 1);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(filled ? colour : tokens(Colour::BorderStrong));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(cap, size::tagRadius, size::tagRadius);
        painter.setPen(filled ? colour : tokens(Colour::TextSecondary));
        painter.setFont(font);
        painter.drawText(cap, Qt::AlignCenter, m_key);
    }
    if (option.state & QStyle::State_HasFocus) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

void fitWords(const QList<KeyButton *> &buttons, int room)
{
    QList<KeyButton *> shown;
    for (auto *button : buttons) {
        if (!button->isHidden())
            shown.append(button);
    }
    for (const auto *button : std::as_const(shown))
        room -= button->fullWidth() + size::gap;
    std::stable_partition(shown.begin(), shown.end(),
                          [](const auto *button) { return !button->isDefault(); });
    for (auto *button : std::as_const(shown)) {
        const bool compact = room < 0;
        button->setCompact(compact);
        if (compact)
            room += button->fullWidth() - button->sizeHint().width();
    }
}

} // namespace portolan::views
