// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace portolan::views {

//! A list of rows that are all as high as the delegate says of the first one. Where a row stands is
//! reckoned, not looked up: QListView walks through all rows after each answer, which holds up the
//! window for a tenth of a second at a million. For screen readers it is a QListView like any
//! other. One column, no hidden rows, no icon mode; some 40 million rows (2³¹ pixels).
class RowList : public QListView
{
    Q_OBJECT

public:
    explicit RowList(QWidget *parent = nullptr);

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;

    //! Pixels; at least 1.
    int rowHeight() const { return m_rowHeight; }

protected:
    int horizontalOffset() const override;
    int verticalOffset() const override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void paintEvent(QPaintEvent *event) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    int rowCount() const;
    QModelIndex rowAt(int row) const;
    int measuredHeight() const;

    int m_rowHeight = 1;
};

} // namespace portolan::views
