// SPDX-License-Identifier: GPL-3.0-or-later
// Fields, frames, bars and what separates panes.
#include "views/shared/icons.h"
#include "views/shared/style.h"

#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::draw {
namespace {

constexpr int slimThumb = 8;
constexpr int leastThumb = 32;
constexpr int barHeight = 4;

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

void progressBar(const QStyleOptionProgressBar *option, QPainter *painter)
{
    const auto tokens = tokensOf(option->palette);
    QRect bed(option->rect.x(), option->rect.y() + (option->rect.height() - barHeight) / 2,
              option->rect.width(), barHeight);
    painter->fillRect(bed, tokens(Colour::Border));
    const auto span = qint64(option->maximum) - option->minimum;
    if (span <= 0) {
        // How far it is, is not known: drawn as absence, and nothing moves by itself.
        painter->fillRect(bed, QBrush(tokens(Colour::Accent), Qt::Dense5Pattern));
        return;
    }
    const auto done = qint64(option->progress) - option->minimum;
    auto chunk = bed;
    chunk.setWidth(int(bed.width() * std::clamp<qint64>(done, 0, span) / span));
    painter->fillRect(QStyle::visualRect(option->direction, bed, chunk), tokens(Colour::Accent));
}

void splitter(const QStyleOption *option, QPainter *painter)
{
    const auto colour = tokensOf(option->palette)(Colour::Border);
    const auto rect = option->rect;
    // A horizontal splitter has an upright line.
    if (has(option, QStyle::State_Horizontal))
        painter->fillRect(QRect(rect.center().x(), rect.top(), 1, rect.height()), colour);
    else
        painter->fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1), colour);
}

void branchGround(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const auto tokens = tokensOf(option->palette);
    const auto rect = option->rect;
    const bool active = has(option, QStyle::State_Active);
    if (has(option, QStyle::State_Selected)) {
        painter->fillRect(rect, tokens(active ? Colour::Selection : Colour::SelectionInactive));
        const QRect bar(rect.topLeft(), QSize(size::selectionBar, rect.height()));
        painter->fillRect(QStyle::visualRect(option->direction, rect, bar),
                          tokens(active ? Colour::Accent : Colour::BorderControl));
        return;
    }
    if (widget == nullptr || !widget->property(rowLinesProperty).toBool())
        return;
    if (has(option, QStyle::State_MouseOver))
        painter->fillRect(rect, tokens(Colour::Hover));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens(Colour::GridLine));
}

//! A text that can be written into has the edge of a field; what only holds content a quieter one.
Colour frameColour(const QStyleOption *option, const QWidget *widget)
{
    const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
    if (text != nullptr && has(option, QStyle::State_HasFocus))
        return Colour::FocusRing;
    return text == nullptr || text->isReadOnly() ? Colour::Border : Colour::BorderControl;
}

void outlined(QPainter *painter, const QRect &rect, const QColor &edge, const QColor &fill)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge);
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), size::radius,
                             size::radius);
}

} // namespace

void fieldBox(QPainter *painter, const QRect &rect, const QStyleOption *option,
              const QWidget *widget)
{
    const auto tokens = tokensOf(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    auto edge = tokens(enabled ? Colour::BorderControl : Colour::BorderStrong);
    if (widget != nullptr && widget->property(invalidProperty).toBool())
        edge = tokens(Colour::StatusBreach);
    painter->save();
    outlined(painter, rect, edge, tokens(enabled ? Colour::Base : Colour::Window));
    if (has(option, QStyle::State_HasFocus))
        ring(painter, rect, tokens, size::radius);
    painter->restore();
}

bool frame(QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter,
           const QWidget *widget)
{
    const auto tokens = tokensOf(option->palette);
    switch (element) {
    case QStyle::PE_FrameLineEdit:
        return true;
    case QStyle::PE_PanelLineEdit: {
        const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (panel != nullptr && panel->lineWidth > 0)
            fieldBox(painter, option->rect, option, widget);
        return true;
    }
    case QStyle::PE_PanelTipLabel:
        painter->fillRect(option->rect, tokens(Colour::Tooltip));
        return true;
    case QStyle::PE_PanelMenu:
        painter->fillRect(option->rect, tokens(Colour::Popup));
        return true;
    case QStyle::PE_FrameMenu:
        painter->save();
        painter->setPen(tokens(Colour::BorderStrong));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return true;
    case QStyle::PE_Frame:
    case QStyle::PE_FrameGroupBox:
        // What scrolls and is come to by Tab has an edge while it has the focus, and else none.
        if (const auto *scroll = qobject_cast<const QScrollArea *>(widget);
            scroll != nullptr && (scroll->focusPolicy() & Qt::TabFocus)) {
            if (has(option, QStyle::State_HasFocus)) {
                painter->save();
                painter->setPen(tokens(Colour::FocusRing));
                painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
                painter->restore();
            }
            return true;
        }
        painter->save();
        painter->setPen(tokens(frameColour(option, widget)));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return true;
    case QStyle::PE_FrameTabBarBase:
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            tokens(Colour::Border));
        return true;
    case QStyle::PE_FrameStatusBarItem:
        return true;
    case QStyle::PE_PanelItemViewRow:
        branchGround(option, painter, widget);
        return true;
    default:
        return false;
    }
}

bool bar(QStyle::ControlElement element, const QStyleOption *option, QPainter *painter)
{
    const auto tokens = tokensOf(option->palette);
    switch (element) {
    case QStyle::CE_ProgressBar:
        if (const auto *progress = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            progressBar(progress, painter);
        return true;
    case QStyle::CE_Splitter:
        splitter(option, painter);
        return true;
    case QStyle::CE_HeaderEmptyArea:
        painter->fillRect(option->rect, tokens(Colour::Base));
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            tokens(Colour::Border));
        return true;
    default:
        return false;
    }
}

void comboBox(const QStyle *style, const QStyleOptionComboBox *option, QPainter *painter,
              const QWidget *widget)
{
    const auto tokens = tokensOf(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    painter->save();
    if (option->frame) {
        fieldBox(painter, option->rect, option, widget);
    } else if (has(option, QStyle::State_MouseOver) && enabled) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens(Colour::HoverWindow));
        painter->drawRoundedRect(option->rect, size::radius, size::radius);
    }
    if (!option->frame && has(option, QStyle::State_HasFocus)
        && has(option, QStyle::State_KeyboardFocusChange))
        ring(painter, option->rect, tokens, size::radius);
    const auto arrow =
        style->subControlRect(QStyle::CC_ComboBox, option, QStyle::SC_ComboBoxArrow, widget);
    paintIcon(painter, arrow, u"chevron-down"_s, size::chevron,
              tokens(enabled ? Colour::TextSecondary : Colour::TextDisabled));
    painter->restore();
}

void spinBox(const QStyle *style, const QStyleOptionSpinBox *option, QPainter *painter,
             const QWidget *widget)
{
    const auto tokens = tokensOf(option->palette);
    if (option->frame)
        fieldBox(painter, option->rect, option, widget);
    if (option->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto step = [&](QStyle::SubControl part, const QString &name, bool possible) {
        const auto rect = style->subControlRect(QStyle::CC_SpinBox, option, part, widget);
        paintIcon(painter, rect, name, size::chevron - 2,
                  tokens(possible ? Colour::TextSecondary : Colour::TextDisabled));
    };
    const bool enabled = has(option, QStyle::State_Enabled);
    step(QStyle::SC_SpinBoxUp, u"chevron-up"_s,
         enabled && option->stepEnabled & QAbstractSpinBox::StepUpEnabled);
    step(QStyle::SC_SpinBoxDown, u"chevron-down"_s,
         enabled && option->stepEnabled & QAbstractSpinBox::StepDownEnabled);
}

QRect scrollBarPart(const QStyleOptionSlider *option, QStyle::SubControl part)
{
    const bool across = option->orientation == Qt::Horizontal;
    const auto rect = option->rect;
    const int length = across ? rect.width() : rect.height();
    const auto span = qint64(option->maximum) - option->minimum;
    int thumb = length;
    if (span > 0) {
        const auto share = qint64(option->pageStep) * length / (span + option->pageStep);
        thumb = std::min(length, std::max(leastThumb, int(share)));
    }
    const int start =
        QStyle::sliderPositionFromValue(option->minimum, option->maximum, option->sliderPosition,
                                        length - thumb, option->upsideDown);
    const auto slice = [&](int from, int size) {
        return across ? QRect(rect.x() + from, rect.y(), size, rect.height())
                      : QRect(rect.x(), rect.y() + from, rect.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return slice(start, thumb);
    case QStyle::SC_ScrollBarSubPage:
        return slice(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return slice(start + thumb, length - start - thumb);
    case QStyle::SC_ScrollBarGroove:
        return rect;
    default:
        return {};
    }
}

void scrollBar(const QStyle *style, const QStyleOptionSlider *option, QPainter *painter,
               const QWidget *widget)
{
    const auto tokens = tokensOf(option->palette);
    painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
    if (option->maximum <= option->minimum)
        return;
    auto thumb =
        style->subControlRect(QStyle::CC_ScrollBar, option, QStyle::SC_ScrollBarSlider, widget);
    const bool hover = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    const int inset = hover ? 1 : (option->rect.width() - slimThumb) / 2;
    const int across =
        option->orientation == Qt::Horizontal ? (option->rect.height() - slimThumb) / 2 : inset;
    thumb = option->orientation == Qt::Horizontal
        ? thumb.adjusted(2, hover ? 1 : across, -2, hover ? -1 : -across)
        : thumb.adjusted(inset, 2, -inset, -2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens(hover ? Colour::BorderControl : Colour::BorderStrong));
    painter->drawRoundedRect(thumb, size::radius, size::radius);
    painter->restore();
}

void slider(const QStyle *style, const QStyleOptionSlider *option, QPainter *painter,
            const QWidget *widget)
{
    const auto tokens = tokensOf(option->palette);
    const auto handle =
        style->subControlRect(QStyle::CC_Slider, option, QStyle::SC_SliderHandle, widget);
    const bool across = option->orientation == Qt::Horizontal;
    auto groove = option->rect;
    if (across)
        groove =
            QRect(groove.left(), groove.center().y() - barHeight / 2, groove.width(), barHeight);
    else
        groove =
            QRect(groove.center().x() - barHeight / 2, groove.top(), barHeight, groove.height());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens(Colour::Border));
    painter->drawRoundedRect(groove, 2, 2);
    auto chosen = groove;
    if (!across)
        chosen.setTop(handle.center().y());
    else if (option->upsideDown)
        chosen.setLeft(handle.center().x());
    else
        chosen.setRight(handle.center().x());
    const bool enabled = has(option, QStyle::State_Enabled);
    painter->setBrush(tokens(enabled ? Colour::Accent : Colour::BorderStrong));
    painter->drawRoundedRect(chosen, 2, 2);
    QRectF knob(0, 0, size::inlineIcon, size::inlineIcon);
    knob.moveCenter(QRectF(handle).center());
    painter->setPen(tokens(enabled ? Colour::BorderControl : Colour::BorderStrong));
    painter->setBrush(
        tokens(has(option, QStyle::State_MouseOver) ? Colour::HoverWindow : Colour::Base));
    painter->drawEllipse(knob.adjusted(0.5, 0.5, -0.5, -0.5));
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        ring(painter, knob.adjusted(-2, -2, 2, 2), tokens, size::inlineIcon / 2 + 2);
    painter->restore();
}

} // namespace portolan::views::draw
