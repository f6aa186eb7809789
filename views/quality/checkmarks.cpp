// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/checkmarks.h"

#include "views/quality/leveldelegate.h"
#include "views/shared/painters.h"

namespace portolan::views::quality {

using domain::RunStatus;

void paintRunMark(QPainter &painter, const QRectF &place, RunStatus status, const Tokens &tokens)
{
    const auto kind = statusOf(status);
    const double share = kind == Status::Breach ? 1
        : kind == Status::Warn                  ? 0.75
        : kind == Status::Unknown               ? 0.55
                                                : 0.375;
    const double height = place.height() * share;
    const QRectF mark(place.x(), place.bottom() - height, std::max(1.0, place.width()), height);
    if (kind != Status::Unknown) {
        painter.fillRect(mark, statusColour(tokens, kind));
        return;
    }
    if (mark.width() < 3) {
        painter.fillRect(mark, tokens(Colour::HeatHatch));
        return;
    }
    painter.save();
    QPen pen(tokens(Colour::StatusUnknown), 1, Qt::CustomDashLine);
    pen.setDashPattern({2, 2});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(mark.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.restore();
}

void paintUnknown(QPainter &painter, const QRectF &place, const Tokens &tokens)
{
    painter.fillRect(place, tokens(Colour::HeatUnknown));
    painter.fillRect(place, QBrush(tokens(Colour::HeatHatch), Qt::BDiagPattern));
}

} // namespace portolan::views::quality
