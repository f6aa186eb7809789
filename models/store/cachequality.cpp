// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CacheWriter that keeps service levels, and the facts of checks.
#include "models/store/cachewriter.h"
#include "models/store/entityreader.h"

#include <tuple>

namespace portolan::store {

void CacheWriter::writeCheckFact(const domain::Record &merged, const EntityRow &row)
{
    const auto platform = m_accounts->platformOf(accountOf(row.account));
    m_checkFacts.put(row.id, checkFactOf(merged, row.account, platform));
}

void CacheWriter::replaceSlos(const QUuid &account, const QList<domain::Slo> &slos)
{
    if (!m_slos.replace(account, m_accountRows.rowOf(account), slos))
        return;
    m_sloPlaces.forget();
    m_statesDue = true;
    restate();
}

void CacheWriter::putStandings(const QList<SloStanding> &standings)
{
    for (const auto &standing : standings) {
        if (m_slos.put(standing))
            m_statesDue = true;
    }
    restate();
}

//! Gives every entity the worst state of its service levels, of a state the one with the least
//! budget. These are few beside the entities, of which only those are written, and found anew by
//! search, whose state is another one than before.
void CacheWriter::restate()
{
    if (!m_statesDue)
        return;
    QHash<qint64, SloTable::Found> worst;
    const auto found = m_slos.found();
    if (!found.isEmpty()) {
        EntityReader reader(m_cache, m_accounts);
        const auto &places = m_sloPlaces.places(reader, m_slos);
        for (const auto &one : found) {
            for (const auto entity : places.value(one.id)) {
                const auto known = worst.constFind(entity);
                if (known == worst.cend()
                    || std::tie(one.state, one.remaining)
                        < std::tie(known->state, known->remaining))
                    worst.insert(entity, one);
            }
        }
    }
    const auto before = m_entitySlos.all();
    for (auto it = worst.cbegin(); it != worst.cend(); ++it) {
        const auto stored = before.constFind(it.key());
        const EntitySloTable::Worst now{it->state, it->id};
        if (stored != before.cend() && *stored == now)
            continue;
        m_entitySlos.set(it.key(), now);
        if (stored == before.cend() || stored->state != now.state)
            m_changed.insert(it.key());
    }
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (worst.contains(it.key()))
            continue;
        m_entitySlos.set(it.key(), {});
        m_changed.insert(it.key());
    }
    m_statesDue = false;
}

} // namespace portolan::store
