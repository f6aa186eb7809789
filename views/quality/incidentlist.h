// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/incidentmodel.h"

#include <QListView>

namespace portolan::views::quality {

//! The list of incidents: a click on a box or Space ticks, a head folds its group, and J and K go
//! from incident to incident over the heads (those keys are actions of the page).
class IncidentList final : public QListView
{
    Q_OBJECT

public:
    //! \a model outlives this object.
    explicit IncidentList(items::IncidentModel &model, QWidget *parent = nullptr);

    //! Of the current row; null on a head.
    QUuid currentIncident() const;
    //! Makes it the current row and shows it; opens its group where it is folded away.
    bool choose(const QUuid &incident);
    //! Goes \a by incidents forward or back; stays where there is none.
    void step(int by);
    //! Ticks the current incident, or takes its tick away; folds or opens a head.
    void toggle();

Q_SIGNALS:
    void currentChangedTo(const QUuid &incident);
    //! Enter: the person wants to read on.
    void detailWanted();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    items::IncidentModel &m_model;
};

} // namespace portolan::views::quality
