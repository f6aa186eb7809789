// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QLineF>
#include <QList>
#include <QPainter>

namespace portolan::items {

//! Draws \a lines one device pixel wide with smooth edges in \a colour, in the painter's
//! coordinates. Into images of 32 bits without rotation it writes pixels by itself, some twenty
//! times as fast as the painter; what lies outside is cut off.
void drawThinLines(QPainter &painter, const QList<QLineF> &lines, const QColor &colour);

} // namespace portolan::items
