// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons, check boxes, tabs and heads of tables.
#include "views/shared/icons.h"
#include "views/shared/painters.h"
#include "views/shared/style.h"

#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::draw {
namespace {

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

bool showsRing(const QStyleOption *option)
{
    return has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
}

void box(QPainter *painter, const QRectF &rect, const QColor &edge, const QColor &fill, int radius)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge);
    painter->setBrush(fill);
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

QColor buttonFill(const QStyleOption *option, const Tokens &tokens, bool filled)
{
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool hover = has(option, QStyle::State_MouseOver);
    if (!has(option, QStyle::State_Enabled))
        return tokens(Colour::Window);
    if (filled)
        return tokens(down ? Colour::AccentPressed : hover ? Colour::AccentHover : Colour::Accent);
    return tokens(down ? Colour::Pressed : hover ? Colour::HoverWindow : Colour::Base);
}

void pushButton(const QStyleOption *option, QPainter *painter)
{
    const auto tokens = tokensOf(option->palette);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool filled = button != nullptr && button->features & QStyleOptionButton::DefaultButton
        && has(option, QStyle::State_Enabled);
    const auto fill = buttonFill(option, tokens, filled);
    const auto edge =
        tokens(has(option, QStyle::State_Enabled) ? Colour::BorderControl : Colour::BorderStrong);
    box(painter, option->rect, filled ? fill : edge, fill, size::radius);
    if (!showsRing(option))
        return;
    // A thin ground between ring and fill: they have the same colour in the light scheme.
    painter->setPen(QPen(tokens(Colour::Base), 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(2.5, 2.5, -2.5, -2.5), 2, 2);
    ring(painter, option->rect, tokens, size::radius);
}

void toolButton(const QStyleOption *option, QPainter *painter)
{
    const auto tokens = tokensOf(option->palette);
    const bool down = has(option, QStyle::State_On) || has(option, QStyle::State_Sunken);
    const bool hover = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    if (down || hover) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens(down ? Colour::Pressed : Colour::HoverWindow));
        painter->drawRoundedRect(option->rect, size::radius, size::radius);
    }
    if (showsRing(option))
        ring(painter, option->rect, tokens, size::radius);
}

void checkBox(const QStyleOption *option, QPainter *painter, bool round)
{
    const auto tokens = tokensOf(option->palette);
    const bool on = has(option, QStyle::State_On);
    const bool partly = has(option, QStyle::State_NoChange);
    const bool enabled = has(option, QStyle::State_Enabled);
    QRect place(0, 0, size::inlineIcon, size::inlineIcon);
    place.moveCenter(option->rect.center());
    const int radius = round ? size::inlineIcon / 2 : size::tagRadius;
    auto edge = tokens(enabled ? Colour::BorderControl : Colour::BorderStrong);
    auto fill = tokens(has(option, QStyle::State_MouseOver) ? Colour::Hover : Colour::Base);
    if ((on || partly) && enabled)
        edge = fill = tokens(Colour::Accent);
    box(painter, place, edge, fill, radius);
    const auto mark = tokens(enabled ? Colour::TextOnAccent : Colour::TextDisabled);
    painter->setPen(QPen(mark, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF at = place.topLeft();
    if (partly) {
        painter->drawLine(at + QPointF(4.5, 8), at + QPointF(11.5, 8));
    } else if (on && round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark);
        painter->drawEllipse(at + QPointF(8, 8), 3, 3);
    } else if (on) {
        const QPointF tick[]{at + QPointF(4.2, 8.2), at + QPointF(6.9, 10.9),
                             at + QPointF(11.8, 5.4)};
        painter->drawPolyline(tick, 3);
    }
}

void branch(const QStyleOption *option, QPainter *painter)
{
    if (!has(option, QStyle::State_Children))
        return;
    const bool open = has(option, QStyle::State_Open);
    paintIcon(painter, option->rect, open ? u"chevron-down"_s : u"chevron-right"_s, size::chevron,
              tokensOf(option->palette)(Colour::TextSecondary));
}

void arrow(const QStyleOption *option, QPainter *painter, const QString &name)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    paintIcon(painter, option->rect, name, size::chevron,
              tokensOf(option->palette)(enabled ? Colour::TextSecondary : Colour::TextDisabled));
}

void pushButtonLabel(const QStyleOptionButton *option, QPainter *painter)
{
    const auto tokens = tokensOf(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool filled = enabled && option->features & QStyleOptionButton::DefaultButton;
    const auto colour = tokens(!enabled     ? Colour::TextDisabled
                                   : filled ? Colour::TextOnAccent
                                            : Colour::Text);
    auto font = painter->font();
    if (filled)
        font.setWeight(QFont::DemiBold);
    auto place = option->rect.adjusted(size::gap, 0, -size::gap, 0);
    if (option->features & QStyleOptionButton::HasMenu) {
        const QRect spot(place.right() - size::chevron + 1, place.top(), size::chevron,
                         place.height());
        paintIcon(painter, QStyle::visualRect(option->direction, option->rect, spot),
                  u"chevron-down"_s, size::chevron, colour);
        place = QStyle::visualRect(option->direction, option->rect,
                                   place.adjusted(0, 0, -size::chevron - size::gap, 0));
    }
    const QFontMetrics metrics(font);
    const int iconRoom =
        option->icon.isNull() ? 0 : size::inlineIcon + (option->text.isEmpty() ? 0 : size::gap);
    const int textWidth = std::min(metrics.size(Qt::TextShowMnemonic, option->text).width(),
                                   place.width() - iconRoom);
    const QRect content(place.x() + (place.width() - iconRoom - textWidth) / 2, place.y(),
                        iconRoom + textWidth, place.height());
    if (!option->icon.isNull()) {
        const auto spot =
            QStyle::visualRect(option->direction, content,
                               QRect(content.topLeft(), QSize(size::inlineIcon, content.height())));
        paintIcon(painter, spot, option->icon.name(), size::inlineIcon, colour);
    }
    painter->setFont(font);
    painter->setPen(colour);
    const auto text =
        QStyle::visualRect(option->direction, content, content.adjusted(iconRoom, 0, 0, 0));
    painter->drawText(text, Qt::AlignCenter | Qt::TextHideMnemonic, option->text);
}

void tabShape(const QStyleOptionTab *option, QPainter *painter)
{
    const auto tokens = tokensOf(option->palette);
    const auto rect = option->rect;
    const bool current = has(option, QStyle::State_Selected);
    const bool hover = has(option, QStyle::State_MouseOver);
    const auto border = tokens(Colour::Border);
    painter->fillRect(rect,
                      tokens(current     ? Colour::Base
                                 : hover ? Colour::HoverWindow
                                         : Colour::Window));
    if (current)
        painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), size::underline),
                          tokens(Colour::Accent));
    else
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), border);
    const int edge = option->direction == Qt::RightToLeft ? rect.left() : rect.right();
    painter->fillRect(QRect(edge, rect.top(), 1, rect.height()), border);
    if (current && showsRing(option))
        ring(painter, rect.adjusted(2, 4, -3, -3), tokens, size::radius);
}

void header(const QStyleOptionHeader *option, QPainter *painter)
{
    const auto tokens = tokensOf(option->palette);
    const auto rect = option->rect;
    const bool hover = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    painter->fillRect(rect, tokens(hover ? Colour::Hover : Colour::Base));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens(Colour::Border));
    const bool first = option->position == QStyleOptionHeader::Beginning
        || option->position == QStyleOptionHeader::OnlyOneSection;
    const bool last = option->position == QStyleOptionHeader::End
        || option->position == QStyleOptionHeader::OnlyOneSection;
    auto place = QStyle::visualRect(
        option->direction, rect,
        rect.adjusted(first ? size::page : size::cell, 0, last ? -size::page : -size::cell, -1));
    const auto font = fontOf(Text::Small);
    const QFontMetrics metrics(font);
    const bool sorted = option->sortIndicator != QStyleOptionHeader::None;
    const int room = place.width() - (sorted ? size::chevron + size::smallGap : 0);
    const auto text = metrics.elidedText(option->text, Qt::ElideRight, room);
    const int width = metrics.horizontalAdvance(text);
    auto align = option->textAlignment & Qt::AlignHorizontal_Mask;
    const bool trailing = align & Qt::AlignRight;
    painter->setFont(font);
    painter->setPen(tokens(Colour::TextSecondary));
    auto words = place;
    words.setWidth(room);
    if (trailing && sorted)
        words.moveRight(place.right() - size::chevron - size::smallGap);
    words = QStyle::visualRect(option->direction, place, words);
    painter->drawText(words, int(align) | Qt::AlignVCenter | Qt::TextSingleLine, text);
    if (sorted) {
        const QRect spot(trailing ? place.right() - size::chevron + 1
                                  : place.left() + width + size::smallGap,
                         place.top(), size::chevron, place.height());
        const bool up = option->sortIndicator == QStyleOptionHeader::SortUp;
        paintIcon(painter, QStyle::visualRect(option->direction, place, spot),
                  up ? u"chevron-down"_s : u"chevron-up"_s, size::chevron,
                  tokens(Colour::TextSecondary));
    }
}

} // namespace

void ring(QPainter *painter, const QRectF &rect, const Tokens &tokens, int radius)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokens(Colour::FocusRing), size::focusRing));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
}

bool button(QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter,
            const QWidget *widget)
{
    if (element == QStyle::PE_PanelButtonCommand) {
        pushButton(option, painter);
    } else if (element == QStyle::PE_PanelButtonTool) {
        toolButton(option, painter);
    } else if (element == QStyle::PE_FrameFocusRect) {
        // Buttons draw their ring with their panel; rows of item views leave it to their delegates.
        const bool own = widget != nullptr
            && (widget->inherits("QPushButton") || widget->inherits("QToolButton")
                || widget->inherits("QTabBar") || widget->inherits("QComboBox"));
        // A flat tool button has no panel while it is neither under the mouse, pressed nor on.
        const bool isFlat = widget != nullptr && widget->inherits("QToolButton")
            && has(option, QStyle::State_AutoRaise) && !has(option, QStyle::State_MouseOver)
            && !has(option, QStyle::State_On) && !has(option, QStyle::State_Sunken);
        if (isFlat && showsRing(option))
            ring(painter, widget->rect(), tokensOf(option->palette), size::radius);
        else if (!own && has(option, QStyle::State_KeyboardFocusChange))
            ring(painter, option->rect, tokensOf(option->palette), size::tagRadius);
    } else {
        return false;
    }
    return true;
}

bool indicator(QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter)
{
    switch (element) {
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        checkBox(option, painter, false);
        return true;
    case QStyle::PE_IndicatorRadioButton:
        checkBox(option, painter, true);
        return true;
    case QStyle::PE_IndicatorBranch:
        branch(option, painter);
        return true;
    case QStyle::PE_IndicatorArrowDown:
        arrow(option, painter, u"chevron-down"_s);
        return true;
    case QStyle::PE_IndicatorArrowUp:
        arrow(option, painter, u"chevron-up"_s);
        return true;
    case QStyle::PE_IndicatorArrowLeft:
        arrow(option, painter, u"chevron-left"_s);
        return true;
    case QStyle::PE_IndicatorArrowRight:
        arrow(option, painter, u"chevron-right"_s);
        return true;
    case QStyle::PE_IndicatorTabClose:
        if (has(option, QStyle::State_MouseOver))
            toolButton(option, painter);
        paintIcon(painter, option->rect, u"close"_s, size::inlineIcon,
                  tokensOf(option->palette)(Colour::TextSecondary));
        return true;
    default:
        return false;
    }
}

bool control(QStyle::ControlElement element, const QStyleOption *option, QPainter *painter)
{
    painter->save();
    bool drawn = true;
    if (const auto *push = qstyleoption_cast<const QStyleOptionButton *>(option);
        push != nullptr && element == QStyle::CE_PushButtonLabel)
        pushButtonLabel(push, painter);
    else if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
             tab != nullptr && element == QStyle::CE_TabBarTabShape)
        tabShape(tab, painter);
    else if (const auto *head = qstyleoption_cast<const QStyleOptionHeader *>(option);
             head != nullptr && element == QStyle::CE_Header)
        header(head, painter);
    else
        drawn = false;
    painter->restore();
    return drawn;
}

} // namespace portolan::views::draw
