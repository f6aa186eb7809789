// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entitykind.h"
#include "views/shared/tokens.h"

#include <QIcon>
#include <QPainter>
#include <QPixmap>
#include <QString>

#include <optional>

namespace portolan::views {

//! Our icon called \a name, in the colours of the application's palette at the time of painting:
//! \a normal by itself, text when checked or selected, grey when disabled.
QIcon icon(const QString &name, std::optional<Colour> normal = {});

//! The icon in one colour; \a size in device-independent pixels. Directional icons are mirrored
//! where the application reads from right to left.
QPixmap iconPixmap(const QString &name, int size, const QColor &colour, qreal ratio = 1);

//! Paints the icon into the middle of \a rect, \a size large.
void paintIcon(QPainter *painter, const QRect &rect, const QString &name, int size,
               const QColor &colour);

//! The name of the icon of a thing of \a kind and \a type ("kind-table", "port-stream").
QString iconNameOf(domain::EntityKind kind, const QString &type = {});

} // namespace portolan::views
