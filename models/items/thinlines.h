// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QLineF>
#include <QList>
#include <QPainter>

namespace portolan::items {

//! Draws \a lines \a width units of the painter wide with smooth edges in \a colour. Into images of
//! 32 bits without rotation it writes pixels by itself, some twenty times as fast as the painter;
//! what lies outside is cut off.
void drawThinLines(QPainter &painter, const QList<QLineF> &lines, const QColor &colour,
                   double width = 1);

} // namespace portolan::items
