// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesssource.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QList>
#include <QSet>
#include <QString>
#include <QUuid>

#include <memory>

namespace portolan::items {

using AccessBoardPtr = std::shared_ptr<const AccessBoard>;

//! Requests as a list: mine, or those in which I decide now. Rows come and go one by one, so that
//! selection and scroll survive a decision.
class AccessCaseModel : public QAbstractListModel
{
    Q_OBJECT

public:
    //! Which requests it has.
    enum class Scope { Mine, ToReview };

    enum Role {
        IdRole = Qt::UserRole, //!< QUuid
        LineRole, //!< second line: what for
        AgeRole, //!< "2 h", "3 days"
        StateRole, //!< "In review"
        StateValueRole, //!< int of domain::RequestState
        DeliveryRole, //!< int of Delivery
        VerdictRole, //!< int of domain::PolicyResult; none was judged: invalid
        VerdictTextRole, //!< "1 rule fails"
        LabelRole, //!< "3fa2b1"
        AskedRole //!< bool: waits for an answer of who asked
    };
    Q_ENUM(Role)

    explicit AccessCaseModel(Scope scope, QObject *parent = nullptr);

    void show(const AccessBoardPtr &board, const QDateTime &now);
    void setFilter(const QString &filter);

    //! How many there are, whatever the filter. To review: without those that wait for an answer.
    int count() const { return m_count; }

    //! How many there are before the filter, all of them.
    int allCount() const { return m_all; }

    const AccessBoardPtr &board() const { return m_board; }

    //! Null when it is not shown.
    const AccessCase *caseAt(const QModelIndex &index) const;
    const AccessCase *caseOf(const QUuid &request) const;
    QModelIndex indexOf(const QUuid &request) const;

    //! Ticked ones that are shown, in the order of the list.
    QList<QUuid> ticked() const;
    void setTicked(const QUuid &request, bool on);
    void clearTicks();

    //! What is said of requests that were judged here; of others it is what they say themselves.
    void setJudged(const QHash<QUuid, QList<domain::PolicyVerdict>> &verdicts);

    const QHash<QUuid, QList<domain::PolicyVerdict>> &judged() const { return m_judged; }

    //! Whether a policy says no to \a request.
    bool fails(const QUuid &request) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void ticksChanged();

private:
    QList<const AccessCase *> wanted();
    void arrange();
    QString titleOf(const AccessCase &one) const;
    QString lineOf(const AccessCase &one) const;
    QString stateWord(const AccessCase &one) const;
    const QList<domain::PolicyVerdict> &verdictsOf(const AccessCase &one) const;
    QString spokenText(const AccessCase &one) const;
    bool matches(const AccessCase &one) const;

    Scope m_scope;
    AccessBoardPtr m_board;
    QDateTime m_now;
    QString m_filter;
    QList<const AccessCase *> m_rows; //!< into m_board
    QSet<QUuid> m_ticked;
    QHash<QUuid, QList<domain::PolicyVerdict>> m_judged; //!< by request
    int m_count = 0;
    int m_all = 0;
};

} // namespace portolan::items
