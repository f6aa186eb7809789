// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/heatmodel.h"
#include "models/items/servicelevelmodel.h"
#include "models/items/slotext.h"
#include "models/items/trends.h"
#include "views/quality/qualitypage.h"

class QSplitter;

namespace portolan::views {
class FittedTable;
class ElidedLabel;
class IconLabel;
class LinkButton;
class SafeLabel;
} // namespace portolan::views

namespace portolan::views::quality {

class ChartCard;
class HeatMap;
class RootsTree;
class TrendCharts;

//! For a steward on a Monday: what to do first, what hurts, where and since when.
class OverviewPage final : public QualityPage
{
    Q_OBJECT

public:
    explicit OverviewPage(QWidget *parent = nullptr);
    ~OverviewPage() override;

    QString title() const override { return tr("Overview"); }

    void setPeriod(const items::Period &period) override;
    void setFilter(const QString &filter) override;
    void setBoard(const BoardPtr &board) override;
    QByteArray csv() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    QList<QWidget *> parts() const override;

    FittedTable *levels() const { return m_table; }

    ChartCard *heatCard() const { return m_heatCard; }

    ChartCard *trendCard() const { return m_trendCard; }

    TrendCharts *trends() const { return m_trends; }

    HeatMap *heat() const { return m_heat; }

    RootsTree *roots() const { return m_roots; }

    QString firstText() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildFirst();
    QWidget *buildLevels();
    QWidget *buildCharts();
    void showFirst();
    void showCharts();
    void setRootsShown(bool on);
    void arrange();

    items::Period m_period;
    BoardPtr m_board;
    QString m_filterText;
    items::ServiceLevelModel m_levels;
    items::HeatModel m_heatModel;
    items::FirstThing m_first;
    FittedTable *m_table;
    HeatMap *m_heat;
    TrendCharts *m_trends;
    ChartCard *m_heatCard;
    ChartCard *m_trendCard;
    RootsTree *m_roots;
    IconLabel *m_firstIcon = nullptr;
    SafeLabel *m_firstWord = nullptr;
    SafeLabel *m_firstText = nullptr;
    LinkButton *m_firstLink = nullptr;
    ElidedLabel *m_counts = nullptr;
    LinkButton *m_rootsLink = nullptr;
    QSplitter *m_across;
    QSplitter *m_down;
    bool m_rootsNarrow = false; //!< wanted where there is little room
};

} // namespace portolan::views::quality
