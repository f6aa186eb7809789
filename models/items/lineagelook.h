// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>

#include <array>

namespace portolan::items {

//! The colours and fonts of a picture of lineage. By itself those of the light theme, in which
//! pictures are written to files; a window puts its own in.
struct LineageLook
{
    QColor base = 0xFFFFFF;
    QColor text = 0x1D2025;
    QColor textSecondary = 0x565C66;
    QColor accent = 0x4F46B8;
    QColor accentSoft = 0xECEAFA;
    QColor focusRing = 0x4F46B8;
    QColor match = 0xFFE9A8;
    QColor boxFill = 0xFFFFFF;
    QColor boxBorder = 0x868D98;
    QColor gridLine = 0xE7E9ED;
    QColor edge = 0x868D98;
    QColor edgeStrong = 0x4F46B8;
    QColor groupFill = 0xFAFAFB;
    QColor groupBorder = 0xC3C8CF;
    std::array<QColor, 6> kinds{0x5A6470, 0x2F6F9F, 0x0B7A6F,
                                0x4F46B8, 0xB3590B, 0xA8397A}; //!< by LineageKind
    std::array<QColor, 4> changes{0x868D98, 0x0068A3, 0x7A0019, 0x865A00}; //!< by LineageChange
    std::array<QColor, 4> softChanges{0xFFFFFF, 0xE4F0F8, 0xF9E6E8, 0xFBF1DA};
    std::array<QColor, 4> ranks{0xE3EEF7, 0xF8EDCB, 0xE8C36A, 0xAD4A1E}; //!< of a classification
    std::array<QColor, 4> rankTexts{0x1D2025, 0x1D2025, 0x1D2025, 0xFFFFFF};
    //! Of the same as signs and lines, that are told from what is behind them by 3 to 1 but for the
    //! first, which is well and has a border.
    std::array<QColor, 4> signs{0xE3EEF7, 0xAE8533, 0x9A6700, 0xAD4A1E};
    QColor rankUnknown = 0x707070;
    QFont small = QFont(QStringLiteral("Noto Sans"), 9);
    QFont body = QFont(QStringLiteral("Noto Sans"), 10);
    QFont title = QFont(QStringLiteral("Noto Sans"), 14, QFont::DemiBold);

    //! The colour of a box of \a rank, -1 for unknown, that is a few pixels high: with a border
    //! nothing of a pale fill would be seen.
    QColor farRank(int rank) const
    {
        auto colour = rank < 0 ? rankUnknown : rank == 0 ? kinds[1] : signs[std::size_t(rank)];
        colour.setAlphaF(rank <= 0 ? 0.35F : 1.0F);
        return colour;
    }

    //! The border of what is filled with the colour of \a rank, -1 for unknown.
    QColor rankLine(int rank) const
    {
        return rank < 0 ? rankUnknown : rank == 0 ? boxBorder : signs[std::size_t(rank)];
    }

    bool operator==(const LineageLook &) const = default;
};

} // namespace portolan::items
