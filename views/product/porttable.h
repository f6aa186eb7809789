// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/portmodel.h"
#include "views/shared/pane.h"

#include <QTableView>
#include <QUuid>

namespace portolan::views::product {

//! The ports of one direction as part of a page: as high as its rows, up to a limit. What a cell
//! names is a link.
class PortTable : public QTableView
{
    Q_OBJECT

public:
    explicit PortTable(items::PortModel::Direction direction, QWidget *parent = nullptr);

    void setDossier(const items::Dossier &dossier);

    bool isEmpty() const { return m_model.rowCount() == 0; }

    //! The selected port, else the first; null when there is none.
    QUuid currentPort() const;
    void selectPort(const QUuid &port);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void portChosen(const QUuid &port);
    void openRequested(const QUuid &id, portolan::views::OpenMode mode);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QUuid linkAt(const QModelIndex &index) const;
    void arrangeColumns();

    items::PortModel m_model;
};

} // namespace portolan::views::product
