// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/qualityvalues.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QList>
#include <QSet>
#include <QString>
#include <QUuid>

namespace portolan::items {

//! Incidents as the triage list shows them: under a head for each earliest failing ancestor; what
//! is snoozed and what is resolved stand at the end, folded. Rows come and go one by one, so that
//! selection and scroll survive an action.
class IncidentModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, //!< QUuid of the incident, or of the group
        IsGroupRole, //!< bool: a head
        CountRole, //!< int: incidents of a group
        FoldedRole, //!< bool: of a group
        LabelRole, //!< "INC-3fa2b1"
        SeverityRole, //!< "severe"
        PlaceRole, //!< "Orders › Fulfilment"
        StateRole, //!< "In progress"
        WhoRole, //!< "Ines Moreau, 4 days"
        OpenRole //!< bool: not resolved
    };
    Q_ENUM(Role)

    explicit IncidentModel(QObject *parent = nullptr);

    void setIncidents(QList<Incident> incidents, const QDateTime &now);
    void setFilter(const QString &filter);

    const QList<Incident> &incidents() const { return m_incidents; }

    //! Open and not put aside, whatever the filter.
    int openCount() const;
    //! Those that match the filter, folded ones included.
    int shownCount() const;

    const Incident *incidentAt(const QModelIndex &index) const;
    const Incident *incident(const QUuid &id) const;
    //! Invalid when it is not shown.
    QModelIndex indexOf(const QUuid &id) const;
    //! The next incident (\a by 1 or -1) from \a row on, that row left out; invalid at the end.
    QModelIndex next(int row, int by) const;

    //! Ticked ones that are shown, in the order of the list.
    QList<QUuid> ticked() const;
    void setTicked(const QUuid &id, bool on);
    void clearTicks();
    void setFolded(const QUuid &group, bool on);
    //! Opens the group that \a id is folded away in.
    void unfold(const QUuid &id);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void ticksChanged();

private:
    struct Row
    {
        QUuid id; //!< of the incident, or of the group
        bool head = false;
        int incident = -1; //!< position; -1 for heads, and for what is about to go
        int count = 0; //!< of a head

        std::pair<QUuid, bool> key() const { return {id, head}; }
    };

    QList<Row> wantedRows() const;
    void addGroup(QList<Row> &rows, const QUuid &id, const QList<int> &incidents) const;
    QUuid groupOf(const Incident &incident) const;
    void arrange();
    void findAgain();
    QVariant groupData(const Row &row, int role) const;
    QVariant incidentData(const Incident &incident, int role) const;
    QString groupTitle(const QUuid &id) const;

    QList<Incident> m_incidents;
    QDateTime m_now;
    QString m_filter;
    QList<Row> m_rows;
    QSet<QUuid> m_ticked;
    QSet<QUuid> m_folded;
};

} // namespace portolan::items
