// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogmodel.h"
#include "views/shared/barbutton.h"
#include "views/shared/filterfield.h"
#include "views/shared/safetext.h"

#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>

namespace portolan::items {
class FilterCompletion;
}

namespace portolan::views::catalog {

//! What stands above the results: the filter with "Save view", then how many there are, their
//! order, comparing, and the inspector's toggle.
class QueryBar : public QWidget
{
    Q_OBJECT

public:
    //! \a completion outlives this widget.
    explicit QueryBar(items::FilterCompletion &completion, QWidget *parent = nullptr);

    FilterField *field() const { return m_field; }

    QToolButton *inspectorToggle() const { return m_inspector; }

    //! The menu behind "…": saved views and what else can be done with the list.
    QMenu *menu() const { return m_menu; }

    void setQuery(const QString &query);
    void setOrder(items::CatalogModel::Order order);
    //! Shows what \a model knows about its answer.
    void showAnswer(const items::CatalogModel &model);
    void showMarks(qsizetype count);
    //! Without the time the answer took, where there is little room.
    void setNarrow(bool narrow);

    //! What an order is called.
    static QString orderText(items::CatalogModel::Order order);

Q_SIGNALS:
    void queryTyped(const QString &query);
    void orderChosen(portolan::items::CatalogModel::Order order);
    void saveRequested();
    void compareRequested();
    void listWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildFilterRow();
    void buildAnswerRow();

    FilterField *m_field;
    QPushButton *m_save;
    QToolButton *m_more;
    QMenu *m_menu;
    SafeLabel *m_count;
    SafeLabel *m_time;
    BarButton *m_sort;
    BarButton *m_compare;
    QToolButton *m_inspector;
    bool m_narrow = false;
};

} // namespace portolan::views::catalog
