// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "views/shared/tokens.h"

#include <QPainter>
#include <QRectF>

namespace portolan::views::quality {

//! A verdict as a column at the foot of \a place: low is good, high is bad, unknown a dashed
//! outline, so that a strip of them reads without colour.
void paintRunMark(QPainter &painter, const QRectF &place, domain::RunStatus status,
                  const Tokens &tokens);

//! The hatch of what nobody knows.
void paintUnknown(QPainter &painter, const QRectF &place, const Tokens &tokens);

} // namespace portolan::views::quality
