// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagesource.h"
#include "views/lineage/canvas.h"

#include <QSet>
#include <QTimer>

namespace portolan::views::lineage {

//! Reads the columns of the boxes in sight when the canvas is zoomed in as far as it goes, and
//! hands them to it: as many as a box has room for are shown in it, and no box grows or moves.
class NearColumns : public QObject
{
    Q_OBJECT

public:
    //! Both outlive this object.
    NearColumns(items::LineageSource &source, Canvas &canvas, QObject *parent);

private:
    void look();
    void take(const QUuid &id, const Result<QList<domain::Field>> &fields);
    void hand();
    void forget();

    items::LineageSource &m_source;
    Canvas &m_canvas;
    QTimer m_pause; //!< asks once the picture stands still
    QHash<QUuid, std::vector<items::LineageColumn>> m_known;
    QSet<QUuid> m_asked;
    quint64 m_question = 0; //!< answers to an older one are dropped
};

} // namespace portolan::views::lineage
