// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/tokens.h"

#include <QApplication>
#include <QFontDatabase>

#include <array>

namespace portolan::views {
namespace {

// Light, dark, high contrast, in the order of Colour.
constexpr std::array<std::array<QRgb, 3>, colourCount> table{{
    {{0xFFF3F4F6, 0xFF1B1D20, 0xFF000000}}, // window
    {{0xFFFFFFFF, 0xFF232629, 0xFF000000}}, // base
    {{0xFFF8F9FA, 0xFF272A2E, 0xFF0D0D0D}}, // alternate
    {{0xFFEBEDF0, 0xFF17191B, 0xFF000000}}, // rail
    {{0xFFF6F7F9, 0xFF2A2E32, 0xFF1F1F1F}}, // hover
    {{0xFFE9EBEF, 0xFF26292D, 0xFF1F1F1F}}, // hoverWindow
    {{0xFFDFE2E7, 0xFF31353A, 0xFF333333}}, // pressed
    {{0xFF1D2025, 0xFFE6E8EB, 0xFFFFFFFF}}, // text
    {{0xFF565C66, 0xFFA7AEB8, 0xFFE6E6E6}}, // textSecondary
    {{0xFF8F96A1, 0xFF6B727C, 0xFF9A9A9A}}, // textDisabled
    {{0xFFFFFFFF, 0xFFFFFFFF, 0xFF000000}}, // textOnAccent
    {{0xFF4B42AD, 0xFFADA8F7, 0xFFFFE14D}}, // link
    {{0xFFDADDE2, 0xFF363A40, 0xFF8C8C8C}}, // border
    {{0xFFC3C8CF, 0xFF484D55, 0xFFBFBFBF}}, // borderStrong
    {{0xFF868D98, 0xFF7A818C, 0xFFFFFFFF}}, // borderControl
    {{0xFFE7E9ED, 0xFF31353A, 0xFF4D4D4D}}, // gridLine
    {{0xFF868D98, 0xFF7A818C, 0xFFFFFFFF}}, // axisLine
    {{0xFF4F46B8, 0xFF645CCB, 0xFFFFE14D}}, // accent
    {{0xFF453CA6, 0xFF6D65D3, 0xFFFFEC8A}}, // accentHover
    {{0xFF3A328F, 0xFF564EB8, 0xFFE6C400}}, // accentPressed
    {{0xFFECEAFA, 0xFF2E2D45, 0xFF2E2900}}, // accentSoft
    {{0xFFE3E1F7, 0xFF393661, 0xFF14148C}}, // selection
    {{0xFF1D2025, 0xFFF2F3F5, 0xFFFFFFFF}}, // selectionText
    {{0xFFE6E8EB, 0xFF353A40, 0xFF3D3D3D}}, // selectionInactive
    {{0xFF4F46B8, 0xFFADA8F7, 0xFFFFFFFF}}, // focusRing
    {{0xFFFFE9A8, 0xFF5C4A12, 0xFF5C4A00}}, // match
    {{0xFF1D2025, 0xFFFFF3CF, 0xFFFFFFFF}}, // matchText
    {{0xFF0072B2, 0xFF3DA5F4, 0xFF5CC8FF}}, // statusOk
    {{0xFF9A6700, 0xFFF0B429, 0xFFFFC247}}, // statusWarn
    {{0xFF7A0019, 0xFFF97066, 0xFFFF8A80}}, // statusBreach
    {{0xFF707070, 0xFF9AA4B2, 0xFFD0D0D0}}, // statusUnknown
    {{0xFFE4F0F8, 0xFF1C3447, 0xFF00263B}}, // statusOkSoft
    {{0xFFFBF1DA, 0xFF3D3318, 0xFF332600}}, // statusWarnSoft
    {{0xFFF9E6E8, 0xFF45282A, 0xFF3D0F0B}}, // statusBreachSoft
    {{0xFFEFEFEF, 0xFF33373C, 0xFF262626}}, // statusUnknownSoft
    {{0xFF4A3DB8, 0xFF8279FF, 0xFFFFE14D}}, // chart1
    {{0xFFBF6216, 0xFFE9A35C, 0xFFFF7A1A}}, // chart2
    {{0xFF0A5C46, 0xFFBDF2E8, 0xFFB8FFF2}}, // chart3
    {{0xFF5E1246, 0xFFD14FB4, 0xFFFF6FD0}}, // chart4
    {{0xFF828D99, 0xFF98A1AB, 0xFF9A9A9A}}, // chart5
    {{0xFF1C93E3, 0xFF4FB0FF, 0xFF3D9BFF}}, // chart6
    {{0xFFE3EEF7, 0xFF22384A, 0xFF00334D}}, // heat0
    {{0xFFF8EDCB, 0xFF4A3D18, 0xFF4D3D00}}, // heat1
    {{0xFFE8C36A, 0xFF7A5C14, 0xFF806000}}, // heat2
    {{0xFFAD4A1E, 0xFFD9764C, 0xFFFF9E57}}, // heat3
    {{0xFF7A0019, 0xFFFFA79E, 0xFFFFC4BE}}, // heat4
    {{0xFF1D2025, 0xFFE6E8EB, 0xFFFFFFFF}}, // heatText0
    {{0xFF1D2025, 0xFFE6E8EB, 0xFFFFFFFF}}, // heatText1
    {{0xFF1D2025, 0xFFFFFFFF, 0xFFFFFFFF}}, // heatText2
    {{0xFFFFFFFF, 0xFF1B1D20, 0xFF000000}}, // heatText3
    {{0xFFFFFFFF, 0xFF1B1D20, 0xFF000000}}, // heatText4
    {{0xFFFFFFFF, 0xFF232629, 0xFF000000}}, // heatUnknown
    {{0xFFB9BFC7, 0xFF545A63, 0xFF8C8C8C}}, // heatHatch
    {{0xFF5A6470, 0xFFA7AEB8, 0xFFD0D0D0}}, // nodeSource
    {{0xFF2F6F9F, 0xFF6FB3E0, 0xFF5CC8FF}}, // nodeTable
    {{0xFF0B7A6F, 0xFF3FBFAE, 0xFF5FE3CE}}, // nodeModel
    {{0xFF4F46B8, 0xFFADA8F7, 0xFFFFE14D}}, // nodePort
    {{0xFFB3590B, 0xFFE8924A, 0xFFFF9E57}}, // nodeJob
    {{0xFFA8397A, 0xFFEE8CC4, 0xFFFFA3DB}}, // nodeUse
    {{0xFFFFFFFF, 0xFF2A2D31, 0xFF000000}}, // nodeFill
    {{0xFF868D98, 0xFF7A818C, 0xFFFFFFFF}}, // nodeBorder
    {{0xFF868D98, 0xFF757D88, 0xFFBFBFBF}}, // edge
    {{0xFF4F46B8, 0xFFADA8F7, 0xFFFFE14D}}, // edgeStrong
    {{0xFFFAFAFB, 0xFF202326, 0xFF000000}}, // groupFill
    {{0xFFC3C8CF, 0xFF484D55, 0xFFBFBFBF}}, // groupBorder
    {{0xFF0068A3, 0xFF3DA5F4, 0xFF5CC8FF}}, // diffAdded
    {{0xFFE4F0F8, 0xFF1C3447, 0xFF00263B}}, // diffAddedSoft
    {{0xFF7A0019, 0xFFF97066, 0xFFFF8A80}}, // diffRemoved
    {{0xFFF9E6E8, 0xFF45282A, 0xFF3D0F0B}}, // diffRemovedSoft
    {{0xFF865A00, 0xFFF0B429, 0xFFFFC247}}, // diffChanged
    {{0xFFFBF1DA, 0xFF3D3318, 0xFF332600}}, // diffChangedSoft
    {{0xFF2A2D33, 0xFFE6E8EB, 0xFFFFFFFF}}, // tooltip
    {{0xFFF3F4F6, 0xFF1B1D20, 0xFF000000}}, // tooltipText
    {{0xFFFFFFFF, 0xFF2A2D31, 0xFF000000}}, // popup
    {{0x33000000, 0x80000000, 0x00000000}}, // shadow
}};

struct RoleColour
{
    QPalette::ColorRole role;
    Colour colour;
};

constexpr RoleColour roles[] = {
    {QPalette::Window, Colour::Window},
    {QPalette::WindowText, Colour::Text},
    {QPalette::Base, Colour::Base},
    {QPalette::AlternateBase, Colour::Alternate},
    {QPalette::Text, Colour::Text},
    {QPalette::PlaceholderText, Colour::TextSecondary},
    {QPalette::Button, Colour::Base},
    {QPalette::ButtonText, Colour::Text},
    {QPalette::BrightText, Colour::TextOnAccent},
    {QPalette::Highlight, Colour::Selection},
    {QPalette::HighlightedText, Colour::SelectionText},
    {QPalette::Link, Colour::Link},
    {QPalette::LinkVisited, Colour::Link},
    {QPalette::ToolTipBase, Colour::Tooltip},
    {QPalette::ToolTipText, Colour::TooltipText},
    {QPalette::Light, Colour::Base},
    {QPalette::Midlight, Colour::HoverWindow},
    {QPalette::Mid, Colour::Border},
    {QPalette::Dark, Colour::BorderControl},
    {QPalette::Shadow, Colour::BorderStrong},
};

constexpr double smallScale = 0.9;
constexpr double titleScale = 1.4;
constexpr double leastPoints = 8;

} // namespace

QColor colourOf(Scheme scheme, Colour role)
{
    return QColor::fromRgba(table.at(size_t(role)).at(size_t(scheme)));
}

Tokens tokensOf(const QPalette &palette)
{
    // The colour of links differs between the schemes and is changed by no widget.
    const auto link = palette.color(QPalette::Active, QPalette::Link);
    for (const auto scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
        if (link == colourOf(scheme, Colour::Link))
            return Tokens(scheme);
    }
    return Tokens(palette.color(QPalette::Base).lightness() < 128 ? Scheme::Dark : Scheme::Light);
}

Tokens tokensOf(const QWidget *widget)
{
    return tokensOf(widget->palette());
}

QPalette paletteOf(Scheme scheme)
{
    QPalette palette;
    for (const auto &[role, colour] : roles)
        palette.setColor(QPalette::All, role, colourOf(scheme, colour));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, colourOf(scheme, Colour::TextDisabled));
    palette.setColor(QPalette::Inactive, QPalette::Highlight,
                     colourOf(scheme, Colour::SelectionInactive));
    palette.setColor(QPalette::Inactive, QPalette::HighlightedText, colourOf(scheme, Colour::Text));
    return palette;
}

QFont fontOf(Text text, bool emphasis)
{
    auto font = QApplication::font();
    const auto body = font.pointSizeF();
    if (text == Text::Mono) {
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPointSizeF(std::max(leastPoints, body * smallScale));
    } else if (text == Text::Small) {
        font.setPointSizeF(std::max(leastPoints, body * smallScale));
    } else if (text == Text::Title) {
        font.setPointSizeF(body * titleScale);
    }
    if (emphasis || text == Text::Title)
        font.setWeight(QFont::DemiBold);
    return font;
}

namespace size {

int row(int least, const QFontMetrics &metrics, int lines)
{
    const int padding = lines > 1 ? 12 : least <= treeRow ? 4 : 8;
    return std::max(least, metrics.height() * lines + padding);
}

} // namespace size
} // namespace portolan::views
