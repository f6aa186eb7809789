// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogmodel.h"
#include "views/shared/pane.h"
#include "views/shared/rowlist.h"

#include <QTimer>
#include <QUuid>

#include <optional>

namespace portolan::views::catalog {

//! The list of results. Tells the model what is visible, and keeps the selected thing and the
//! scroll position where they are when rows come and go above them.
class ResultView : public RowList
{
    Q_OBJECT

public:
    //! \a model outlives this view.
    explicit ResultView(items::CatalogModel &model, QWidget *parent = nullptr);

    //! Our id of the selected thing; null when there is none.
    QUuid selectedId() const { return m_selected; }

    //! Selects \a id and scrolls to \a scroll as soon as the next answer is there.
    void restore(const QUuid &id, int scroll);
    //! The place of the thing at \a index in this view, in global coordinates: for its menu.
    QPoint menuPosition(const QModelIndex &index) const;

    void keyboardSearch(const QString &text) override;

Q_SIGNALS:
    void selectedChanged(const QUuid &id);
    void openRequested(const QUuid &id, portolan::views::OpenMode mode);
    void filterWanted();
    void menuWanted(const QModelIndex &index, const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void tellVisible();
    void rememberAnchor();
    void returnToAnchor();
    void reselect();
    void select(const QModelIndex &index);
    void take(const QUuid &id);
    void open(const QModelIndex &index, OpenMode mode);
    void toggleMark(const QModelIndex &index);

    items::CatalogModel &m_model;
    QTimer m_visible; //!< collects scrolling and resizing into one message to the model
    QUuid m_selected;
    QUuid m_told; //!< what selectedChanged() said last
    QPersistentModelIndex m_anchor; //!< first visible row while rows change
    int m_anchorOffset = 0;
    std::optional<int> m_restoreScroll;
    bool m_changing = false;
    bool m_selecting = false; //!< by ourselves, not by a person
    bool m_chosen = false; //!< a person chose the row; else the first one is shown
    bool m_awaited = false; //!< the current row is not loaded: whose it is comes with its page
};

} // namespace portolan::views::catalog
