// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lineage/look.h"

#include <algorithm>
#include <cmath>

namespace portolan::views::lineage {
namespace {

//! Relative luminance after WCAG 2.1.
double luminanceOf(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrastOf(const QColor &a, const QColor &b)
{
    const auto [least, most] = std::minmax({luminanceOf(a), luminanceOf(b)});
    return (most + 0.05) / (least + 0.05);
}

//! \a colour, as near to \a ground as it can be and be told from it (WCAG 1.4.11: 3 to 1).
QColor palest(const QColor &colour, const QColor &ground)
{
    constexpr double least = 3.2; // 3 is to hold on what is hardly another ground, too
    constexpr int steps = 20;
    const auto mixed = [&](int step) {
        const double part = double(step) / steps;
        const auto of = [part](int mine, int theirs) {
            return int(std::lround(mine * part + theirs * (1 - part)));
        };
        return QColor(of(colour.red(), ground.red()), of(colour.green(), ground.green()),
                      of(colour.blue(), ground.blue()));
    };
    int step = 0;
    while (step < steps && contrastOf(mixed(step), ground) < least)
        ++step;
    return mixed(step);
}

} // namespace

items::LineageLook lookOf(const Tokens &tokens)
{
    using C = Colour;
    items::LineageLook look;
    look.base = tokens(C::Base);
    look.text = tokens(C::Text);
    look.textSecondary = tokens(C::TextSecondary);
    look.accent = tokens(C::Accent);
    look.accentSoft = tokens(C::AccentSoft);
    look.focusRing = tokens(C::FocusRing);
    look.match = tokens(C::Match);
    look.boxFill = tokens(C::NodeFill);
    look.boxBorder = tokens(C::NodeBorder);
    look.gridLine = tokens(C::GridLine);
    look.edge = tokens(C::Edge);
    look.edgeStrong = tokens(C::EdgeStrong);
    look.groupFill = tokens(C::GroupFill);
    look.groupBorder = tokens(C::GroupBorder);
    look.kinds = {tokens(C::NodeSource), tokens(C::NodeTable), tokens(C::NodeModel),
                  tokens(C::NodePort),   tokens(C::NodeJob),   tokens(C::NodeUse)};
    look.changes = {tokens(C::Edge), tokens(C::DiffAdded), tokens(C::DiffRemoved),
                    tokens(C::DiffChanged)};
    look.softChanges = {tokens(C::NodeFill), tokens(C::DiffAddedSoft), tokens(C::DiffRemovedSoft),
                        tokens(C::DiffChangedSoft)};
    look.ranks = {tokens(C::Heat0), tokens(C::Heat1), tokens(C::Heat2), tokens(C::Heat3)};
    look.rankTexts = {tokens(C::HeatText0), tokens(C::HeatText1), tokens(C::HeatText2),
                      tokens(C::HeatText3)};
    look.signs = {tokens(C::Heat0), palest(tokens(C::StatusWarn), tokens(C::NodeFill)),
                  tokens(C::StatusWarn), tokens(C::Heat3)};
    look.rankUnknown = tokens(C::StatusUnknown);
    look.small = fontOf(Text::Small);
    look.body = fontOf(Text::Body);
    look.title = fontOf(Text::Title);
    return look;
}

} // namespace portolan::views::lineage
