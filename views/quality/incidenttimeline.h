// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/incidentstory.h"

#include <QGridLayout>
#include <QWidget>

namespace portolan::views::quality {

//! The life of one incident, a line for each event.
class IncidentTimeline final : public QWidget
{
    Q_OBJECT

public:
    explicit IncidentTimeline(QWidget *parent = nullptr);

    void setEvents(const QList<items::IncidentEvent> &events, const QDateTime &now);

Q_SIGNALS:
    //! The person wants to see the incident that joined.
    void incidentWanted(const QUuid &id);

private:
    void add(const items::IncidentEvent &event, const QDateTime &now, int row);

    QGridLayout *m_grid;
};

} // namespace portolan::views::quality
