// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/portrow.h"

#include "models/items/displaytext.h"
#include "views/shared/icons.h"
#include "views/shared/painters.h"
#include "views/shared/safetext.h"
#include "views/shared/tokens.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

namespace portolan::views::catalog {

PortRow::PortRow(const QString &iconName, const QString &name, const QString &note, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(iconName)
    , m_name(items::oneLine(name, 200))
    , m_note(items::oneLine(note, 120))
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(m_note.isEmpty() ? m_name : tr("%1, %2").arg(m_name, m_note));
    setToolTip(safeToolTip(m_name));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize PortRow::sizeHint() const
{
    return {size::inspectorLeast, size::row(size::tableRow, QFontMetrics(fontOf(Text::Body)))};
}

void PortRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tokens = tokensOf(this);
    if (underMouse())
        painter.fillRect(rect(), tokens(Colour::Hover));
    const auto place = [this](int x, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height()));
    };
    paintIcon(&painter, place(size::page, size::icon), m_icon, size::icon,
              tokens(Colour::TextSecondary));
    const auto small = fontOf(Text::Small);
    const int note = std::min(QFontMetrics(small).horizontalAdvance(m_note) + 1, width() / 2);
    const int from = size::page + size::icon + size::gap;
    const int to = width() - size::page - note;
    paintText(&painter, place(from, to - from - (note > 1 ? size::gap : 0)), m_name,
              {fontOf(Text::Body), tokens(Colour::Text), Elide::Name});
    paintText(&painter, place(to, note), m_note,
              {small, tokens(Colour::TextSecondary), Elide::Prose});
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect().adjusted(2, 2, -2, -2);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace portolan::views::catalog
