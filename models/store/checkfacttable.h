// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/store/connection.h"

#include <QList>
#include <QString>
#include <QUuid>

#include <functional>
#include <optional>

namespace portolan::store {

//! What lists show of a check, taken out of its document.
struct CheckFact
{
    qint64 assetAccount = 0; //!< row of the cache's account table
    QString asset; //!< native id; empty when nobody knows what it is about
    QString field;
    QString dimension; //!< as the source writes it
    QString severity;
    QString expected;
    QString source;
};

//! The facts of \a check, which is told by an account that is read by the adapter \a platform.
CheckFact checkFactOf(const domain::Record &check, qint64 account, const QString &platform);

//! The check_fact table of cache.db. Throws.
class CheckFactTable
{
public:
    explicit CheckFactTable(Connection &connection)
        : m_connection(connection)
    {
    }

    void put(qint64 entity, const CheckFact &fact);
    void remove(qint64 entity);

    //! A check as the entity table has it, with its facts where it was written since there are any.
    struct Row
    {
        qint64 entity = 0;
        QUuid id;
        qint64 account = 0;
        QString nativeId;
        QString name; //!< the title where there is one
        int aliases = 1;
        std::optional<CheckFact> fact;
    };

    //! Goes over all checks, by native id.
    void forEach(const std::function<void(Row &&)> &take) const;
    //! Empty when \a entity is no check.
    std::optional<Row> of(qint64 entity) const;

private:
    Connection &m_connection;
};

} // namespace portolan::store
