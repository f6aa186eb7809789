// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/entityreader.h"
#include "models/store/slotable.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

namespace portolan::store {

//! On which entities each service level shows. To look that up is far more work than to compare
//! states, so it is kept while the catalogue is written to, and looked up again only for those
//! around which something changed. Belongs to the writer. Throws.
class SloPlacement
{
public:
    //! Begins anew: service levels, the order of accounts, or more than is known changed.
    void forget() { *this = {}; }

    //! Something that is called by one of \a names, or points at it, is another one.
    void noteNames(const QStringList &names);
    //! \a entity is no more.
    void noteGone(qint64 entity);

    //! The entities of each service level, by its row.
    const QHash<qint64, QList<qint64>> &places(EntityReader &reader, const SloTable &slos);

private:
    void place(EntityReader &reader, const SloTable::Row &slo);
    void watch(const QString &name, qint64 slo);

    bool m_isKnown = false;
    QHash<qint64, QList<qint64>> m_places;
    QHash<qint64, QList<qint64>> m_slosAt; //!< by entity
    QHash<QString, QList<qint64>> m_watching; //!< service levels, by native ids in any account
    QSet<qint64> m_stale;
};

} // namespace portolan::store
