// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/barbutton.h"

#include "views/shared/icons.h"
#include "views/shared/painters.h"
#include "views/shared/tokens.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views {
namespace {

int widthOf(const QString &text)
{
    // One pixel more than the advance: fractions are rounded down, and then text is shortened.
    return text.isEmpty() ? 0 : QFontMetrics(fontOf(Text::Body)).horizontalAdvance(text) + 2;
}

} // namespace

BarButton::BarButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void BarButton::setTexts(const QString &label, const QString &value)
{
    m_label = label;
    m_value = value;
    setAccessibleName(value.isEmpty() ? label : label + u' ' + value);
    updateGeometry();
    update();
}

void BarButton::setIconName(const QString &name)
{
    m_icon = name;
    updateGeometry();
}

void BarButton::setKeyHint(const QString &key)
{
    m_key = key;
    updateGeometry();
    update();
}

void BarButton::setChevron(bool on)
{
    m_chevron = on;
    updateGeometry();
}

void BarButton::setCompact(bool on)
{
    m_compact = on && !m_icon.isEmpty();
    updateGeometry();
    update();
}

int BarButton::keyWidth() const
{
    if (m_key.isEmpty())
        return 0;
    return QFontMetrics(fontOf(Text::Small)).horizontalAdvance(m_key) + 2 * size::unit + 2;
}

QSize BarButton::sizeHint() const
{
    int width = 2 * size::cell;
    if (!m_icon.isEmpty())
        width += size::icon + size::gap;
    width += widthOf(shownLabel()) + widthOf(shownValue());
    if (m_compact)
        width -= size::gap;
    if (!shownLabel().isEmpty() && !shownValue().isEmpty())
        width += size::gap;
    if (m_chevron)
        width += size::gap + size::chevron;
    if (keyWidth() > 0)
        width += size::gap + keyWidth();
    return {width, size::row(size::control, QFontMetrics(fontOf(Text::Body)))};
}

void BarButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto tokens = tokensOf(this);
    if (isEnabled() && (underMouse() || isDown() || isChecked())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens(isDown() || isChecked() ? Colour::Pressed : Colour::HoverWindow));
        painter.drawRoundedRect(rect(), size::radius, size::radius);
    }
    int at = size::cell;
    const auto place = [&](int width) {
        const QRect spot(at, 0, width, height());
        at += width + size::gap;
        return QStyle::visualRect(layoutDirection(), rect(), spot);
    };
    const auto second = tokens(isEnabled() ? Colour::TextSecondary : Colour::TextDisabled);
    const auto first = tokens(isEnabled() ? Colour::Text : Colour::TextDisabled);
    const auto font = fontOf(Text::Body);
    if (!m_icon.isEmpty())
        paintIcon(&painter, place(size::icon), m_icon, size::icon, second);
    if (!shownLabel().isEmpty())
        paintText(&painter, place(widthOf(m_label)), m_label, {font, second, Elide::Prose});
    if (!shownValue().isEmpty())
        paintText(&painter, place(widthOf(m_value)), m_value, {font, first, Elide::Prose});
    if (m_chevron)
        paintIcon(&painter, place(size::chevron), u"chevron-down"_s, size::chevron, second);
    if (keyWidth() > 0)
        paintKey(&painter, place(keyWidth()), m_key, palette());
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

bool BarButton::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    return QAbstractButton::event(event);
}

} // namespace portolan::views
