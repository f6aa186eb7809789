// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/heatmodel.h"

#include <QTableView>

namespace portolan::views::quality {

//! Domains × dimensions as cells with their number; unknown is hatched. Arrows walk, Enter opens
//! the checks of a cell.
class HeatTable final : public QTableView
{
    Q_OBJECT

public:
    explicit HeatTable(items::HeatModel &model, QWidget *parent = nullptr);

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &filter);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitCells();
};

//! The heat map with its scale below.
class HeatMap final : public QWidget
{
    Q_OBJECT

public:
    explicit HeatMap(items::HeatModel &model, QWidget *parent = nullptr);

    HeatTable *table() const { return m_table; }

private:
    HeatTable *m_table;
};

} // namespace portolan::views::quality
