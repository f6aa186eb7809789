// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesscasemodel.h"
#include "models/items/accessreading.h"
#include "models/items/verdictmodel.h"

#include <QScrollArea>

#include <optional>

class QBoxLayout;
class QLayout;
class QVBoxLayout;

namespace portolan::views {
class ElidedLabel;
class IconLabel;
class KeyValueGrid;
class LinkButton;
class SafeLabel;
class SectionHead;
class StatusLabel;
class TagLabel;
} // namespace portolan::views

namespace portolan::views::access {

class CaseHistory;
class CellTable;
class VerdictRows;

//! One request in full: who asks, what for and why, for which ports and which classified fields,
//! what the policies say, who else has it, and what was said so far.
class CaseDetail final : public QScrollArea
{
    Q_OBJECT

public:
    //! For one that is reviewed, its ports can be ticked.
    explicit CaseDetail(bool isReview, QWidget *parent = nullptr);

    void show(const items::AccessCase &one, const items::AccessBoardPtr &board,
              const QDateTime &now);
    //! What is offered behind its ports, once it is known.
    void setOffers(const QList<items::AccessOffer> &offers);
    //! Why that is not known.
    void setNoOffers(const QString &why);
    //! What depends on its ports, by their ids, once it is known.
    void setDependants(const items::Dependants &dependants);
    //! Why that is not known.
    void setNoDependants(const QString &why);
    //! Where its classified fields go already, by the ids of its ports, once it is known.
    void setFlows(const items::FieldFlows &flows);
    //! Why that is not known.
    void setNoFlows(const QString &why);
    //! What the policies of platforms say of it here and now, or why they say nothing.
    void setJudged(const QList<domain::PolicyVerdict> &verdicts);

    const items::AccessCase &shown() const { return m_case; }

    //! The classified fields that are asked for, by our id of their port.
    QHash<QUuid, QStringList> classifiedFields() const;
    //! Our ids of its ports.
    QList<QUuid> portIds() const;
    //! The items that I decide and that are ticked.
    QList<QUuid> tickedItems() const;

    CellTable *ports() const { return m_ports; }

    CellTable *fields() const { return m_fields; }

    const items::VerdictModel &verdicts() const { return m_verdicts; }

Q_SIGNALS:
    void openEntity(const QUuid &id);
    void openInLineage(const QUuid &id);
    //! What waits about the request is to be shown.
    void outboxWanted();
    void ticksChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildLeft();
    QWidget *buildRight();
    QWidget *buildDownstream();
    void showHead();
    void showNotes();
    void showFacts();
    void showPorts();
    void showFields();
    void showVerdicts();
    QList<domain::PolicyVerdict> reviewedVerdicts() const;
    void showHolders();
    void addHolders(const domain::AccessItem &item);
    void showDependants();
    void chainLinks();
    void addDependants(const domain::AccessItem &item);
    void chooseLineage(QWidget *at);
    void arrange();
    void fit();
    QString decidesText(const domain::ItemOutcome &outcome) const;
    QString fieldsText(const domain::AccessItem &item) const;
    QString flowText(const QString &port, const QString &field) const;
    QWidget *readingNote(const domain::AccessItem &item) const;

    bool m_isReview;
    items::AccessCase m_case;
    items::AccessBoardPtr m_board;
    QHash<QString, QList<items::AccessHolder>> m_having; //!< who else has its ports, by port
    QDateTime m_now;
    std::optional<QList<items::AccessOffer>> m_offers;
    QString m_noOffers;
    std::optional<QList<domain::PolicyVerdict>> m_judged;
    std::optional<items::Dependants> m_dependants;
    QString m_noDependants;
    std::optional<items::FieldFlows> m_flows;
    QString m_noFlows;
    items::VerdictModel m_verdicts;

    IconLabel *m_icon;
    ElidedLabel *m_title;
    SafeLabel *m_label;
    TagLabel *m_state;
    ElidedLabel *m_who;
    ElidedLabel *m_sent;
    QVBoxLayout *m_notes;
    QBoxLayout *m_sides;
    SafeLabel *m_why;
    KeyValueGrid *m_facts;
    CellTable *m_ports;
    SectionHead *m_fieldsHead;
    CellTable *m_fields;
    SafeLabel *m_noFields;
    CaseHistory *m_history;
    QWidget *m_right;
    QWidget *m_divide;
    StatusLabel *m_headSum; //!< the same as m_sum, where it is read first
    StatusLabel *m_sum;
    SafeLabel *m_noVerdicts;
    VerdictRows *m_rows;
    QVBoxLayout *m_holders;
    QWidget *m_downstream; //!< all about what depends on the ports
    QVBoxLayout *m_dependantRows;
};

//! Removes everything from \a layout; what has the focus or is painted right now goes later.
void emptyOut(QLayout &layout);

} // namespace portolan::views::access
