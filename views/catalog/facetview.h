// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/facetmodel.h"

#include <QSet>
#include <QStringList>
#include <QTreeView>

namespace portolan::views::catalog {

//! The filter column. A click on a value turns its filter on or off; on a group or on the chevron
//! of a domain it opens or closes it. Space and Enter do what a click does, minus excludes.
class FacetView : public QTreeView
{
    Q_OBJECT

public:
    //! \a model outlives this view.
    explicit FacetView(items::FacetModel &model, QWidget *parent = nullptr);

    //! The open groups and domains, for keeping them over a restart.
    QStringList expandedPaths() const;
    void setExpandedPaths(const QStringList &paths);

    QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect,
                      const QModelIndex &index) const override;

private:
    void activateNode(const QModelIndex &index);
    void applyExpansion();

    items::FacetModel &m_model;
    QSet<QString> m_open; //!< paths of what is open
    QSet<QString> m_closed; //!< what a person closed though it holds a filter
    QPersistentModelIndex m_pressed;
    bool m_applying = false;
};

} // namespace portolan::views::catalog
