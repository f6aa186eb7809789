// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lineage/look.h"

namespace portolan::views::lineage {

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
    look.rankUnknown = tokens(C::StatusUnknown);
    look.small = fontOf(Text::Small);
    look.body = fontOf(Text::Body);
    look.title = fontOf(Text::Title);
    return look;
}

} // namespace portolan::views::lineage
