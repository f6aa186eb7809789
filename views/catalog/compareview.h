// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/comparemodel.h"
#include "views/shared/pane.h"
#include "views/shared/safetext.h"

#include <QIdentityProxyModel>
#include <QTableView>
#include <QWidget>

namespace portolan::views::catalog {

//! Two to four results side by side; what differs is emphasised.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    //! \a source outlives this widget.
    explicit CompareView(items::PageSource &source, QWidget *parent = nullptr);

    void compare(const QList<domain::Entity> &entities);

    QWidget *table() const { return m_table; }

Q_SIGNALS:
    void openRequested(const QUuid &id, portolan::views::OpenMode mode);
    //! Back to the list; with \a clear, nothing is chosen for comparing any more.
    void closeRequested(bool clear);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    items::CompareModel m_model;
    SafeLabel *m_title;
    QTableView *m_table;
};

} // namespace portolan::views::catalog
