// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/figuretable.h"
#include "models/items/qualityfilter.h"
#include "views/quality/periodbutton.h"
#include "views/quality/qualitypage.h"

#include <QTableView>

namespace portolan::views {
class ErrorNote;
class SafeLabel;
class Segments;
} // namespace portolan::views

namespace portolan::views::quality {

//! Two periods side by side: how service levels and shares of good runs were then and are now.
class ComparePage final : public QualityPage
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit ComparePage(items::QualitySource &source, QWidget *parent = nullptr);

    QString title() const override { return tr("Compare"); }

    void setPeriod(const items::Period &period) override;
    void setFilter(const QString &filter) override;
    void setBoard(const BoardPtr &board) override;
    QByteArray csv() const override;
    QList<QWidget *> parts() const override;

    const items::Period &earlier() const { return m_then; }

    items::FigureTable &levels() { return m_levels; }

    items::FigureTable &shares() { return m_shares; }

private:
    void ask();
    void fill();
    void fillLevels();
    void fillShares();
    void fitColumns();

    items::QualitySource &m_source;
    items::Period m_now;
    items::Period m_then;
    BoardPtr m_boardNow;
    BoardPtr m_boardThen;
    items::QualityFilter m_filter;
    items::FigureTable m_levels;
    items::FigureTable m_shares;
    PeriodButton *m_thenButton;
    Segments *m_which;
    QTableView *m_table;
    SafeLabel *m_note;
    ErrorNote *m_error;
    quint64 m_question = 0;
};

} // namespace portolan::views::quality
