// SPDX-License-Identifier: GPL-3.0-or-later
// Colours by role and sizes in device-independent pixels. No other file of the program names a
// colour or a size of its own.
#pragma once

#include <QColor>
#include <QFont>
#include <QFontMetrics>
#include <QPalette>
#include <QWidget>

namespace portolan::views {

//! The three looks of the program.
enum class Scheme { Light, Dark, HighContrast };

//! What a colour is for.
enum class Colour {
    Window,
    Base,
    Alternate,
    Rail,
    Hover,
    HoverWindow,
    Pressed,
    Text,
    TextSecondary,
    TextDisabled,
    TextOnAccent,
    Link,
    Border,
    BorderStrong,
    BorderControl,
    GridLine,
    AxisLine,
    Accent,
    AccentHover,
    AccentPressed,
    AccentSoft,
    Selection,
    SelectionText,
    SelectionInactive,
    FocusRing,
    Match,
    MatchText,
    StatusOk,
    StatusWarn,
    StatusBreach,
    StatusUnknown,
    StatusOkSoft,
    StatusWarnSoft,
    StatusBreachSoft,
    StatusUnknownSoft,
    Chart1,
    Chart2,
    Chart3,
    Chart4,
    Chart5,
    Chart6,
    Heat0,
    Heat1,
    Heat2,
    Heat3,
    Heat4,
    HeatText0,
    HeatText1,
    HeatText2,
    HeatText3,
    HeatText4,
    HeatUnknown,
    HeatHatch,
    NodeSource,
    NodeTable,
    NodeModel,
    NodePort,
    NodeJob,
    NodeUse,
    NodeFill,
    NodeBorder,
    Edge,
    EdgeStrong,
    GroupFill,
    GroupBorder,
    DiffAdded,
    DiffAddedSoft,
    DiffRemoved,
    DiffRemovedSoft,
    DiffChanged,
    DiffChangedSoft,
    Tooltip,
    TooltipText,
    Popup,
    Shadow
};

inline constexpr int colourCount = int(Colour::Shadow) + 1;

//! The colour that \a role has in \a scheme.
QColor colourOf(Scheme scheme, Colour role);

//! The colours of one scheme: tokens(Colour::Text).
class Tokens
{
public:
    explicit Tokens(Scheme scheme)
        : m_scheme(scheme)
    {
    }

    Scheme scheme() const { return m_scheme; }

    QColor operator()(Colour role) const { return colourOf(m_scheme, role); }

private:
    Scheme m_scheme;
};

//! The colours that belong to \a palette, which has to be one of ours: what a delegate is handed
//! is enough to paint with, and a change of the theme needs no second channel.
Tokens tokensOf(const QPalette &palette);
Tokens tokensOf(const QWidget *widget);

//! The palette of \a scheme, for all three groups.
QPalette paletteOf(Scheme scheme);

//! The three sizes of text and the fixed one.
enum class Text { Small, Body, Title, Mono };

//! The application's font in \a size; DemiBold when \a emphasis (titles always are).
QFont fontOf(Text size, bool emphasis = false);

namespace size {

inline constexpr int unit = 4;
inline constexpr int gap = 8; //!< between controls, and between icon and text
inline constexpr int smallGap = 4; //!< inside tags and second-rank facts
inline constexpr int groupGap = 16; //!< between groups
inline constexpr int page = 16; //!< padding of a page, and of the ends of rows
inline constexpr int cell = 8;
inline constexpr int buttonPadding = 12;
inline constexpr int tagPadding = 6;

inline constexpr int treeRow = 24;
inline constexpr int tableRow = 28;
inline constexpr int twoLineRow = 48;
inline constexpr int accountRow = 56;
inline constexpr int paletteRow = 40;
inline constexpr int tabStrip = 32;
inline constexpr int pageTabs = 36;
inline constexpr int topBar = 44;
inline constexpr int paneBar = 48;
inline constexpr int sectionHead = 28;
inline constexpr int control = 28;
inline constexpr int tag = 20;
inline constexpr int statusBar = 24;
inline constexpr int railButton = 40;

inline constexpr int rail = 48;
inline constexpr int facets = 232;
inline constexpr int facetsNarrow = 208;
inline constexpr int inspector = 352;
inline constexpr int inspectorLeast = 288;
inline constexpr int search = 400;
inline constexpr int searchLeast = 200;
inline constexpr int palette = 712;
inline constexpr int tabMost = 216;
inline constexpr int labelColumn = 96;
inline constexpr int stateColumn = 96;
inline constexpr int placeColumn = 144;
inline constexpr int proseMost = 720;

inline constexpr int inlineIcon = 16;
inline constexpr int icon = 20;
inline constexpr int chevron = 12;
inline constexpr int emptyIcon = 32;

inline constexpr int radius = 4; //!< of controls and popups
inline constexpr int tagRadius = 3;
inline constexpr int selectionBar = 3;
inline constexpr int underline = 2;
inline constexpr int focusRing = 2;

inline constexpr int narrowWindow = 1100; //!< below this width actions lose their words

//! \a least, or more where the text needs it: heights of rows are minima, so that large text grows
//! them instead of being cut.
int row(int least, const QFontMetrics &metrics, int lines = 1);

} // namespace size
} // namespace portolan::views
