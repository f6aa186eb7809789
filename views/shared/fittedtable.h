// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QList>
#include <QTableView>
#include <QVariantMap>

namespace portolan::views {

//! A table whose widths come from its content at first show, whose columns go in a declared order
//! where there is no room, and whose order and selection survive a restart. What columns it has,
//! the model says.
class FittedTable : public QTableView
{
    Q_OBJECT

public:
    //! How the columns of a table behave; all of them columns of its model.
    struct Columns
    {
        int stretched = 1;
        QList<int> hidden; //!< that are never shown here
        QList<int> firstToGo; //!< where there is little room, in this order
        int sorted = 0; //!< at first
        int idRole = Qt::UserRole;
    };

    FittedTable(const QString &name, QAbstractItemModel &model, const Columns &columns,
                QAbstractItemDelegate *delegate, QWidget *parent = nullptr);

    //! The id of the current row; null when there is none.
    QUuid currentId() const;

    //! Makes the row of \a id the current one, now or when it is there.
    void choose(const QUuid &id);

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    //! Enter or a double click on the row of \a id.
    void chosen(const QUuid &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitColumns();
    void keepCurrent();

    Columns m_columns;
    QUuid m_current; //!< selected again when there are other rows
    bool m_isResetting = false;
    QHash<int, int> m_widths; //!< that the person gave columns
    int m_sorted;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace portolan::views
