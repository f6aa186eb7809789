// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sloplacement.h"

#include "models/store/sloplaces.h"

#include <utility>

namespace portolan::store {

void SloPlacement::noteNames(const QStringList &names)
{
    if (m_watching.isEmpty())
        return;
    for (const auto &name : names) {
        for (const auto slo : m_watching.value(name))
            m_stale.insert(slo);
    }
}

void SloPlacement::noteGone(qint64 entity)
{
    for (const auto slo : m_slosAt.value(entity))
        m_stale.insert(slo);
}

const QHash<qint64, QList<qint64>> &SloPlacement::places(EntityReader &reader, const SloTable &slos)
{
    if (!m_isKnown) {
        for (const auto &slo : slos.all())
            place(reader, slo);
        m_isKnown = true;
    }
    for (const auto id : std::exchange(m_stale, {})) {
        if (const auto slo = slos.byId(id))
            place(reader, *slo);
    }
    return m_places;
}

void SloPlacement::place(EntityReader &reader, const SloTable::Row &slo)
{
    const auto entities = placesOf(reader, slo.account, slo.slo).all();
    m_places.insert(slo.id, entities);
    watch(slo.slo.asset, slo.id);
    watch(slo.slo.contract, slo.id);
    watch(slo.slo.product, slo.id);
    auto around = entities;
    for (const auto &check : slo.slo.checks) {
        watch(check, slo.id);
        if (const auto entity = entityNamedBy(reader, slo.account, check))
            around.append(*entity);
    }
    for (const auto entity : std::as_const(around)) {
        if (auto &slos = m_slosAt[entity]; !slos.contains(slo.id))
            slos.append(slo.id);
        for (const auto &alias : reader.aliases(entity))
            watch(alias.nativeId, slo.id);
    }
}

void SloPlacement::watch(const QString &name, qint64 slo)
{
    if (name.isEmpty())
        return;
    if (auto &slos = m_watching[name]; !slos.contains(slo))
        slos.append(slo);
}

} // namespace portolan::store
