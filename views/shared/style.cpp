// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/style.h"

#include "views/shared/icons.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QScrollBar>
#include <QSlider>
#include <QTabBar>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views {
namespace {

constexpr int toolTipDelay = 500;
constexpr int scrollBarExtent = 12;
constexpr int splitterGrab = 5;

int rowHeight(int least, const QStyleOption *option)
{
    return size::row(least, option->fontMetrics);
}

} // namespace

void setInvalid(QLineEdit *field, bool invalid)
{
    field->setProperty(invalidProperty, invalid);
    field->update();
}

Style::Style()
    : QProxyStyle(u"fusion"_s)
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    if (draw::button(element, option, painter, widget) || draw::indicator(element, option, painter)
        || draw::frame(element, option, painter, widget))
        return;
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    // Without the arrow that the base class adds for a menu: the label has one.
    if (element == CE_PushButtonBevel)
        return drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        combo != nullptr && element == CE_ComboBoxLabel && !combo->editable) {
        // What does not fit is not cut through a letter.
        auto whole = *combo;
        const int icon = combo->currentIcon.isNull() ? 0 : combo->iconSize.width() + size::unit;
        const int room =
            subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget).width() - 2 - icon;
        whole.currentText = combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, room);
        return QProxyStyle::drawControl(element, &whole, painter, widget);
    }
    if (draw::control(element, option, painter) || draw::bar(element, option, painter))
        return;
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        combo != nullptr && control == CC_ComboBox)
        return draw::comboBox(this, combo, painter, widget);
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        spin != nullptr && control == CC_SpinBox)
        return draw::spinBox(this, spin, painter, widget);
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        slider != nullptr && control == CC_ScrollBar)
        return draw::scrollBar(this, slider, painter, widget);
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        button != nullptr && control == CC_ToolButton && button->text.isEmpty()) {
        // A button that shows only an icon has no room for a second one that says "menu".
        auto plain = *button;
        plain.features &=
            ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
        return QProxyStyle::drawComplexControl(control, &plain, painter, widget);
    }
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        slider != nullptr && control == CC_Slider)
        return draw::slider(this, slider, painter, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl subControl, const QWidget *widget) const
{
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        slider != nullptr && control == CC_ScrollBar)
        return visualRect(option->direction, option->rect, draw::scrollBarPart(slider, subControl));
    auto rect = QProxyStyle::subControlRect(control, option, subControl, widget);
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        combo != nullptr && combo->frame && subControl == SC_ComboBoxEditField)
        rect = visualRect(option->direction, rect, rect.adjusted(size::smallGap, 0, 0, 0));
    return rect;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth:
        return splitterGrab;
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_ScrollView_ScrollBarOverlap:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight:
        return size::inlineIcon;
    case PM_ToolBarIconSize:
        return size::icon;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return size::gap;
    case PM_TreeViewIndentation:
        return size::page;
    case PM_LineEditIconMargin:
        return size::gap;
    case PM_TabBarTabHSpace:
        return 2 * size::buttonPadding;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    // Frame and margin of QLineEdit itself.
    constexpr int own = 3;
    auto rect = QProxyStyle::subElementRect(element, option, widget);
    if (element != SE_LineEditContents)
        return rect;
    // Text begins where that of a combo box does; beside an icon, its margin is enough.
    const auto *line = qobject_cast<const QLineEdit *>(widget);
    if (line != nullptr && line->hasFrame()
        && line->findChild<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly) == nullptr)
        rect.adjust(size::gap - own, 0, own - size::gap, 0);
    return rect;
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ToolTip_WakeUpDelay:
        return toolTipDelay;
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_Widget_Animation_Duration:
    case SH_Widget_Animate:
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_TabBar_CloseButtonPosition:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    auto result = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (button == nullptr)
            break;
        // The DemiBold width is always kept: a button that becomes the default must not grow.
        const QFontMetrics strong(fontOf(Text::Body, true));
        int width = strong.horizontalAdvance(button->text) + 2 * size::buttonPadding;
        if (!button->icon.isNull())
            width += size::inlineIcon + (button->text.isEmpty() ? 0 : size::gap);
        if (button->features & QStyleOptionButton::HasMenu)
            width += size::chevron + size::gap;
        return {width, rowHeight(size::control, option)};
    }
    case CT_ComboBox:
        result.setWidth(result.width() + size::gap);
        [[fallthrough]];
    case CT_LineEdit:
    case CT_SpinBox:
        result.setHeight(rowHeight(size::control, option));
        break;
    case CT_HeaderSection: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        const QFontMetrics small(fontOf(Text::Small));
        if (header != nullptr)
            result.setWidth(small.horizontalAdvance(header->text) + size::page + 2 * size::cell
                            + size::chevron);
        result.setHeight(size::row(size::tableRow, small));
        break;
    }
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item != nullptr && item->menuItemType != QStyleOptionMenuItem::Separator)
            result.setHeight(rowHeight(size::control, option));
        break;
    }
    case CT_ItemViewItem:
        result.setHeight(std::max(result.height(), rowHeight(size::treeRow, option)));
        break;
    default:
        break;
    }
    return result;
}

QIcon Style::standardIcon(StandardPixmap standard, const QStyleOption *option,
                          const QWidget *widget) const
{
    switch (standard) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_TabCloseButton:
        return icon(u"close"_s);
    case SP_MessageBoxWarning:
        return icon(u"status-warn"_s, Colour::StatusWarn);
    case SP_MessageBoxCritical:
        return icon(u"status-breach"_s, Colour::StatusBreach);
    case SP_MessageBoxInformation:
        return icon(u"status-info"_s);
    case SP_DirIcon:
    case SP_DirOpenIcon:
        return icon(u"folder"_s);
    case SP_ArrowLeft:
        return icon(u"chevron-left"_s);
    case SP_ArrowRight:
        return icon(u"chevron-right"_s);
    default:
        return QProxyStyle::standardIcon(standard, option, widget);
    }
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QScrollBar *>(widget)
        || qobject_cast<QSlider *>(widget) || qobject_cast<QTabBar *>(widget)
        || qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
}

} // namespace portolan::views
