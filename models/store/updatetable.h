// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "models/store/connection.h"
#include "models/store/qualityvalues.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QUuid>

#include <utility>

namespace portolan::store {

//! The quality_asset, freshness_update and observation tables of history.db: when data of an asset
//! were new, and until when somebody looked. Throws.
class UpdateTable
{
public:
    explicit UpdateTable(Connection &connection)
        : m_connection(connection)
    {
    }

    void put(const QUuid &account, const domain::FreshnessUpdate &update);
    //! Keeps the newest time of each source.
    void put(const QUuid &account, const domain::Observation &observation);

    //! What is known of \a asset, a series for each source and kind: looks at or behind \a from of
    //! updates before \a to, and the last \a before in front of them.
    QList<UpdatePoints> points(const QUuid &account, const QString &asset, qint64 from, qint64 to,
                               qint64 before) const;

    //! The numbers of assets may have been rolled back.
    void forget() { m_assets.clear(); }

private:
    qint64 assetOf(const QUuid &account, const QString &nativeId);
    qint64 findAsset(const QUuid &account, const QString &nativeId) const;
    void addLooks(qint64 asset, UpdatePoints &points, qint64 from, qint64 to, qint64 before) const;
    qint64 observedUntil(const QUuid &account, const QString &source, const QString &asset) const;

    Connection &m_connection;
    QHash<std::pair<QUuid, QString>, qint64> m_assets; //!< numbers that were looked up lately
};

} // namespace portolan::store
