// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/accesssource.h"

#include <QHash>

#include <optional>

namespace portolan::tests {

//! A time that stands still until a test moves it.
class StoppedClock final : public Clock
{
public:
    QDateTime at{QDate(2026, 11, 23), QTime(14, 2), Qt::UTC};

    QDateTime now() const override { return at; }

    qint64 monotonicMs() const override { return 0; }
};

//! Access on Monday, 23 November 2026, as Maya Lindqvist sees it: four requests wait for her, hers
//! are in every state, and a dozen agreements run. What is done is folded by the real rules, waits
//! in an outbox, and can be taken back until send() was called.
class SampleAccess : public items::AccessSource
{
    Q_OBJECT

public:
    explicit SampleAccess(QObject *parent = nullptr);

    QDateTime at{QDate(2026, 11, 23), QTime(14, 2), Qt::UTC}; //!< now
    bool isEmpty = false; //!< nobody has asked for anything
    std::optional<Error> problem; //!< what every question is answered with
    QStringList elsewhere; //!< ports of another account, called "hub"
    bool isHubClosed = false; //!< that account refuses what is asked for
    QList<domain::AccessRequest> asked; //!< by ask(), drafts as well
    QList<QList<domain::AccessDecision>> decided;
    QList<QList<qint64>> undone;
    QList<QList<domain::Operation>> triedAgain;
    QList<QList<qint64>> replacedBy; //!< by askAll()
    QList<qint64> onTheirWay; //!< operations that can be taken back no more
    int boards = 0; //!< asked for
    items::Dependants depends; //!< what the lineage knows, by our ids
    QList<QList<QUuid>> followed; //!< by dependants()
    items::FieldFlows flow; //!< what the lineage knows of fields, by our ids of ports
    QList<QHash<QUuid, QStringList>> flowed; //!< by flows()
    QList<domain::Consumer> known; //!< by knownConsumers()
    QStringList judges; //!< accounts whose policies are asked besides
    QList<domain::PolicyVerdict> judged; //!< what they say
    QString page; //!< address of what no account takes
    QHash<QString, QUuid> consumers; //!< ids of the products that ask, by native id
    QList<items::AccountReading> readings; //!< when accounts were read last

    //! One port of a request.
    struct Port
    {
        QString id;
        QString role;
    };

    //! Adds a request of \a consumer by \a asker, made \a hours ago, for \a days from then on.
    items::AccessCase &add(const QString &consumer, const domain::Actor &asker,
                           const QList<Port> &ports, const QString &purpose, const QString &why,
                           int hours, int days = 365);
    //! Says something about the port number \a port of \a one, \a minutes after it was asked.
    void say(items::AccessCase &one, domain::DecisionKind kind, const domain::Actor &by,
             const QString &reason, int minutes, int port = 0);
    //! Adds a request whose every text is \a text.
    items::AccessCase &addHostile(const QString &text);
    //! Everything in the outbox is sent and shared.
    void send();
    //! The first that waits of \a one is sent, and refused for \a reason.
    void refuse(items::AccessCase &one, const QString &reason);

    //! The outbox is as if another process had written: asks everybody to read anew.
    void touch() { Q_EMIT changed(); }

    items::AccessCase *caseOf(const QUuid &request);
    //! The first request of \a consumer.
    items::AccessCase &of(const QString &consumer);
    static QUuid portIdOf(const QString &port);

    static domain::Actor maya();
    static domain::Actor elif ();
    static domain::Actor ines();

    const QList<items::AccessCase> &cases() const { return m_cases; }

    QFuture<Result<items::AccessBoard>> board() override;
    QFuture<Result<QList<items::AccessOffer>>> offers(const QList<QUuid> &ids) override;
    QFuture<Result<QList<domain::Consumer>>> knownConsumers() override;
    QFuture<Result<domain::AccessRequest>> ask(const domain::AccessRequest &request,
                                               bool isDraft) override;
    QFuture<Result<QList<domain::AccessRequest>>>
    askAll(const QList<domain::AccessRequest> &requests, bool isDraft,
           const QList<qint64> &replaced) override;
    QFuture<Result<items::Dependants>> dependants(const QList<QUuid> &things) override;
    QFuture<Result<QList<domain::PolicyVerdict>>>
    judge(const domain::AccessRequest &request) override;
    QFuture<Result<items::FieldFlows>> flows(const QHash<QUuid, QStringList> &fields) override;
    QFuture<Result<void>> decide(const QList<domain::AccessDecision> &decisions) override;
    QFuture<Result<int>> undo(const QList<qint64> &operations) override;
    QFuture<Result<void>> tryAgain(const QList<domain::Operation> &operations) override;

private:
    void addOffers();
    void addOffer(const QString &port, const QString &type, const QString &product,
                  const QList<domain::Role> &roles, const QList<policy::FieldFacts> &fields,
                  const domain::Terms &terms);
    void addReviews();
    void addMine();
    void addAgreements();
    void fold(items::AccessCase &one);
    void judgeCase(items::AccessCase &one);
    domain::Operation operation(const QUuid &request, domain::OperationState state);

    QList<items::AccessOffer> m_offers;
    QList<items::AccessCase> m_cases; //!< newest first when they are handed out
    QHash<QUuid, QList<domain::AccessDecision>> m_decisions; //!< by request
    QHash<qint64, QUuid> m_operations; //!< the decision that each is about; null: the request
    domain::PolicySet m_policies;
    qint64 m_nextOperation = 1;
    int m_made = 0;
};

} // namespace portolan::tests
