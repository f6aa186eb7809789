// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualityvalues.h"

#include <QWidget>

namespace portolan::views::quality {

//! The stages of an incident in a row, the one it is at filled.
class IncidentStages final : public QWidget
{
    Q_OBJECT

public:
    explicit IncidentStages(QWidget *parent = nullptr);

    void setState(items::IncidentState state);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList words() const;
    int position() const;
    int widthWith(int line) const;

    items::IncidentState m_state = items::IncidentState::New;
};

} // namespace portolan::views::quality
