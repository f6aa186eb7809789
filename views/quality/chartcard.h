// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/figuretable.h"
#include "views/quality/saving.h"

#include <QTableView>
#include <QToolButton>
#include <QWidget>

class QHBoxLayout;
class QStackedWidget;

namespace portolan::views {
class ElidedLabel;
class SafeLabel;
} // namespace portolan::views

namespace portolan::views::quality {

//! A chart with its head: what it is, "Show as table", and a menu to copy and save. The table has
//! the exact numbers behind the chart.
class ChartCard : public QWidget
{
    Q_OBJECT

public:
    //! Takes \a chart over.
    ChartCard(const QString &title, QWidget *chart, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    //! What stands behind the title, in second-rank text.
    void setNote(const QString &note);

    //! What the file says about itself: the filter and the time.
    void setSubject(const QString &subject) { m_subject = subject; }

    items::FigureTable &figures() { return m_figures; }

    QTableView *table() const { return m_table; }

    bool isTable() const;
    void showTable(bool on);

    QByteArray csv() const { return m_figures.csv(); }

private:
    void buildHead(const QString &title);
    void openMenu();
    void copyTable() const;
    void save(SavedAs kind);

    items::FigureTable m_figures;
    QString m_subject;
    SafeLabel *m_title;
    ElidedLabel *m_note;
    QToolButton *m_toggle;
    QToolButton *m_more;
    QStackedWidget *m_stack;
    QWidget *m_chart;
    QTableView *m_table;
};

} // namespace portolan::views::quality
