// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/checkrunmodel.h"
#include "models/items/checkstory.h"
#include "views/quality/qualitypage.h"

#include <QTimer>
#include <QToolButton>

class QStackedLayout;
class QSplitter;
class QTableView;

namespace portolan::views {
class ElidedLabel;
class EmptyState;
class ErrorNote;
class FlowRow;
class IconLabel;
class LinkButton;
class SafeLabel;
class SectionHead;
} // namespace portolan::views

namespace portolan::views::quality {

class CheckChart;

//! One check: its figures, its history as a chart that zooms down to single runs, and the same runs
//! as a table. Each zoom asks the source for what is seen, so that ten million runs cost no more
//! than ten.
class CheckPage final : public QualityPage
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit CheckPage(items::QualitySource &source, QWidget *parent = nullptr);

    QString title() const override;
    void setPeriod(const items::Period &period) override;
    void showThing(const QUuid &id) override;

    QUuid thing() const override { return m_id; }

    void refresh() override;
    QByteArray csv() const override;

    bool isTabular() const override { return true; }

    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    QList<QWidget *> parts() const override;

    QList<QAction *> pageActions() const override { return m_actions; }

    CheckChart *chart() const { return m_chart; }

    QTableView *table() const { return m_table; }

    const items::CheckRunModel &model() const { return m_runs; }

private:
    void build();
    QWidget *buildHead();
    QWidget *buildChart();
    QWidget *buildTable();
    void ask(const items::Period &period);
    void take(Result<items::CheckStory> answer, bool whole);
    void fitColumns();
    void showHead();
    void showFigures();
    void showRange();

    items::QualitySource &m_source;
    items::Period m_period;
    QUuid m_id;
    quint64 m_question = 0;
    std::optional<items::CheckStory> m_story; //!< of the range that is seen
    std::optional<items::CheckFigures> m_figures; //!< of the whole period
    items::CheckRunModel m_runs;
    bool m_fitted = false;
    QTimer m_pause; //!< a turning wheel is answered once it pauses

    QStackedLayout *m_stack;
    QWidget *m_content;
    EmptyState *m_empty;
    ErrorNote *m_error;
    IconLabel *m_shape;
    ElidedLabel *m_title;
    ElidedLabel *m_state;
    LinkButton *m_asset;
    ElidedLabel *m_facts;
    FlowRow *m_figureRow;
    QSplitter *m_split;
    SectionHead *m_chartHead;
    CheckChart *m_chart;
    QToolButton *m_whole;
    SectionHead *m_tableHead;
    QTableView *m_table;
    QList<QAction *> m_actions;
};

} // namespace portolan::views::quality
