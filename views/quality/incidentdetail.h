// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/incidenthitmodel.h"
#include "models/items/qualitysource.h"
#include "views/quality/qualitypage.h"

#include <QScrollArea>
#include <QToolButton>

class QBoxLayout;
class QMenu;
class QTableView;

namespace portolan::views {
class ElidedLabel;
class FlowRow;
class IconLabel;
class KeyValueGrid;
class LinkButton;
class SafeLabel;
class SectionHead;
} // namespace portolan::views

namespace portolan::views::quality {

class IncidentChart;
class IncidentStages;
class IncidentTimeline;

//! One incident: how far it is, what broke, the newest runs, who is hit, and its life so far.
class IncidentDetail final : public QScrollArea
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit IncidentDetail(items::QualitySource &source, QWidget *parent = nullptr);

    //! \a all are the incidents that are known, for its root and those below it.
    void setIncident(const items::Incident &incident, const QList<items::Incident> &all);
    void setBoard(const BoardPtr &board);
    void setMenu(const QList<QAction *> &actions);

    const items::Incident &incident() const { return m_incident; }

    QTableView *hits() const { return m_table; }

    IncidentChart *chart() const { return m_chart; }

Q_SIGNALS:
    void openEntity(const QUuid &id);
    void openLevel(const QUuid &id);
    void openCheck(const QUuid &id);
    void openInLineage(const QUuid &id);
    void incidentWanted(const QUuid &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildFacts();
    QWidget *buildHits();
    QWidget *buildTimeline();
    void showHead();
    void showFacts();
    void showHits();
    void fitHits();
    void showTimeline();
    void loadStory();
    void arrange();
    void openHit(const QModelIndex &index);

    items::QualitySource &m_source;
    items::Incident m_incident;
    QList<items::Incident> m_all;
    BoardPtr m_board;
    std::optional<items::CheckStory> m_story; //!< of its first check
    quint64 m_question = 0;
    items::IncidentHitModel m_hits;

    IconLabel *m_shape;
    ElidedLabel *m_title;
    SafeLabel *m_label;
    QToolButton *m_open;
    QToolButton *m_more;
    QMenu *m_menu;
    IncidentStages *m_stages;
    QBoxLayout *m_sides;
    SafeLabel *m_sentence;
    KeyValueGrid *m_facts;
    QWidget *m_chartSide;
    QWidget *m_chartLine;
    SectionHead *m_chartHead;
    IncidentChart *m_chart;
    LinkButton *m_path;
    QTableView *m_table;
    SafeLabel *m_noHits;
    IncidentTimeline *m_timeline;
};

} // namespace portolan::views::quality
