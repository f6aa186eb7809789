// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/lineagewriters.h"
#include "models/base/result.h"
#include "models/items/lineagescene.h"

#include <memory>

namespace portolan::cli {

//! Where the selected nodes and links stand in the picture that the window would draw of them.
class LineagePicture
{
public:
    //! Lays out what \a document selects, by domain as the window does.
    explicit LineagePicture(const LineageDocument &document);

    //! The place of \a node of the document's graph; null when it has none.
    QRectF rectOf(int node) const { return m_rects.value(node); }

    //! The way of \a link of the document's graph, from its source to its target.
    QList<QPointF> pointsOf(int link) const { return m_points.value(link); }

    qint64 layoutMs() const { return m_scene->layoutMs; }

    //! What a person is told about a picture of \a format; empty where it is what was asked for.
    QString note(const QString &format) const;

    //! Writes the picture as \a format: svg, png or pdf.
    [[nodiscard]] Result<void> write(const QString &format, QIODevice &device) const;

private:
    std::shared_ptr<const items::LineageScene> m_scene;
    QHash<int, QRectF> m_rects;
    QHash<int, QList<QPointF>> m_points;
};

} // namespace portolan::cli
