// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/checklistmodel.h"
#include "models/items/dossier.h"
#include "models/items/incidentscope.h"
#include "models/items/measureloader.h"
#include "models/items/servicelevelmodel.h"

#include <QScrollArea>
#include <QTableView>

class QStackedLayout;

namespace portolan::views {
class EmptyState;
class ErrorNote;
class SafeLabel;
class SectionHead;
class StatusLabel;
} // namespace portolan::views

namespace portolan::views::product {

//! How good the data of a product or asset are: its service levels, what is broken now, and its
//! checks, from the same figures as the quality pane.
class QualityTab : public QWidget
{
    Q_OBJECT

public:
    explicit QualityTab(QWidget *parent = nullptr);

    //! \a source outlives this object; without one nothing is shown.
    void setSource(items::QualitySource *source);
    void setDossier(const items::Dossier &dossier);

    bool hasSource() const { return m_loader.hasSource(); }

    //! Empty until the answer is there.
    const std::optional<items::QualityScope> &scope() const { return m_scope; }

    //! Open incidents, as a number; empty when there is none.
    QString note() const;

    //! The page is seen again, whichever tab is in front: a number that was there is seen too.
    void pageShown();

    QTableView *levels() const { return m_levels; }

    QTableView *incidents() const { return m_incidents; }

    QTableView *checks() const { return m_checks; }

Q_SIGNALS:
    //! Shows \a subject ("slo:<id>", "check:<id>", "incident:<id>") in the quality pane.
    void qualityRequested(const QString &subject);
    void scopeChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QTableView *addTable(const QString &name, QAbstractItemModel &model, const QString &kind,
                         int idRole);
    void take(const items::QualityBoard &board, const QList<items::Incident> &incidents);
    void fail(const Error &error);
    void showScope();

    items::MeasureLoader m_loader;
    QSet<QUuid> m_ids;
    QString m_name;
    std::optional<items::QualityScope> m_scope;
    items::ServiceLevelModel m_levelModel;
    items::IncidentTableModel m_incidentModel;
    items::CheckListModel m_checkModel;

    QStackedLayout *m_stack;
    EmptyState *m_empty;
    ErrorNote *m_error;
    QScrollArea *m_scroll;
    StatusLabel *m_state;
    SafeLabel *m_summary;
    SectionHead *m_heads[3];
    SafeLabel *m_none[3];
    QTableView *m_levels;
    QTableView *m_incidents;
    QTableView *m_checks;
};

} // namespace portolan::views::product
