// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/outboxreading.h"

#include <QHash>

#include <optional>

namespace portolan::tests {

//! An outbox on Monday, 23 November 2026, at 14:02 UTC: something in every state. Operations go
//! through the states of domain::stateAfter(), and nothing is sent.
class SampleOutbox : public items::OutboxSource
{
    Q_OBJECT

public:
    explicit SampleOutbox(QObject *parent = nullptr);

    QDateTime at{QDate(2026, 11, 23), QTime(14, 2), Qt::UTC}; //!< now
    QList<domain::Operation> operations;
    std::optional<Error> problem; //!< what every question is answered with
    QString obstacle; //!< why nothing can be sent
    QList<items::OutboxObstacle> obstacles;
    QList<QList<domain::Operation>> retried;
    QList<QList<domain::Operation>> removed;
    QList<QList<domain::Operation>> restored;
    int sends = 0;
    int boards = 0; //!< asked for

    //! The number of the operation that is called so.
    static qint64 refusedRequest() { return 11; }

    static qint64 refusedApproval() { return 13; }

    static qint64 rejectionBehind() { return 14; }

    static qint64 conflict() { return 15; }

    static qint64 recovered() { return 16; }

    static qint64 draft() { return 17; }

    static qint64 returned() { return 18; }

    static qint64 waiting() { return 19; }

    static qint64 tried() { return 20; }

    static qint64 uncertain() { return 21; }

    static qint64 ofRemovedAccount() { return 22; }

    static qint64 sent() { return 23; }

    static QUuid contracts(); //!< account
    static QUuid catalogue(); //!< account

    domain::Operation &of(qint64 id);
    items::OutboxBoard now() const;
    //! Makes every text \a text.
    void addHostile(const QString &text);

    void touch() { Q_EMIT changed(); }

    QFuture<Result<items::OutboxBoard>> board() override;
    QFuture<Result<items::OutboxCounts>> counts() override;
    QFuture<Result<void>> retry(const QList<domain::Operation> &chosen) override;
    QFuture<Result<QList<domain::Operation>>>
    remove(const QList<domain::Operation> &chosen) override;
    QFuture<Result<void>> putBack(const QList<domain::Operation> &chosen) override;

    void send() override { ++sends; }

    QString sendObstacle() const override { return obstacle; }

private:
    domain::Operation &add(const QUuid &account, const QString &object, const QString &kind,
                           const QByteArray &payload, domain::OperationState state, int minutes);
    domain::AccessRequest request(const QString &name, const QStringList &ports);
    void addAccess();
    void addEdits();

    items::AccessBoard m_access;
    QHash<QString, items::AccessName> m_names;
    qint64 m_next = 11;
};

} // namespace portolan::tests
