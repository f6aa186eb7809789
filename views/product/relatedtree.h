// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/relatedmodel.h"
#include "views/shared/pane.h"

#include <QTreeView>

namespace portolan::views::product {

//! What hangs on a thing, grouped; as high as its rows, up to a limit.
class RelatedTree : public QTreeView
{
    Q_OBJECT

public:
    explicit RelatedTree(QWidget *parent = nullptr);

    void setGroups(QList<items::RelatedGroup> groups);

    bool isEmpty() const { return m_model.rowCount() == 0; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void openRequested(const QUuid &id, portolan::views::OpenMode mode);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void open(const QModelIndex &index, Qt::KeyboardModifiers modifiers);
    void arrangeColumns();

    items::RelatedModel m_model;
};

} // namespace portolan::views::product
