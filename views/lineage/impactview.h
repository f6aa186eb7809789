// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineageimpactmodel.h"
#include "views/shared/pane.h"

#include <QLineEdit>
#include <QTableView>

namespace portolan::views {
class EmptyState;
class SafeLabel;
class Segments;
} // namespace portolan::views

namespace portolan::views::lineage {

//! The impact table: what a thing flows into or is made of, with owners, filter and CSV.
class ImpactView : public QWidget
{
    Q_OBJECT

public:
    explicit ImpactView(QWidget *parent = nullptr);

    //! Shows what hangs on \a starts, called \a name; nothing selected when there are none.
    void show(items::LineageMeshPtr mesh, std::vector<::portolan::lineage::NodeIndex> starts,
              const QString &name);
    using QWidget::show;

    //! Whether the table is of what was asked for last.
    bool isSettled() const { return !m_isAsking; }

    QTableView *table() const { return m_table; }

    QLineEdit *filter() const { return m_filter; }

    const items::LineageImpactModel &model() const { return m_model; }

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

    //! Asks for a file, and writes the table into it.
    void exportCsv();
    void exportTo(const QString &file);

Q_SIGNALS:
    void openRequested(const QUuid &id, portolan::views::OpenMode mode);
    //! As Pane::workBegun.
    void workBegun(portolan::views::LongWork *work);

private:
    QWidget *buildBar();
    void ask();
    void showCount();

    items::LineageImpactModel m_model;
    items::LineageMeshPtr m_mesh;
    std::vector<::portolan::lineage::NodeIndex> m_starts;
    QString m_name;
    quint64 m_question = 0;
    bool m_isAsking = false;
    Segments *m_direction;
    QLineEdit *m_filter;
    SafeLabel *m_count;
    QTableView *m_table;
    EmptyState *m_empty;
};

} // namespace portolan::views::lineage
