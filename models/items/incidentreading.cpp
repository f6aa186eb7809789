// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/failureroots.h"
#include "models/items/incidentevidence.h"
#include "models/items/lineagereach.h"
#include "models/items/qualityreading.h"

#include <QHash>
#include <QSet>

namespace portolan::items {
namespace {

//! The flips up to \a at, and what was done until then.
template <typename T, typename IsLater>
QList<T> until(QList<T> all, IsLater isLater)
{
    all.removeIf(isLater);
    return all;
}

//! What hangs below each of \a assets.
QHash<QUuid, int> dependentsOf(const LineageMeshPtr &mesh, const QSet<QUuid> &assets)
{
    QHash<QUuid, int> dependents;
    if (!mesh)
        return dependents;
    QHash<QUuid, lineage::NodeIndex> nodes;
    for (std::size_t i = 0; i < mesh->graph->nodes.size(); ++i)
        nodes.insert(mesh->graph->nodes[i].id, lineage::NodeIndex(i));
    for (const auto &asset : assets) {
        const auto node = nodes.constFind(asset);
        if (node == nodes.constEnd())
            continue;
        const auto start = *node;
        dependents.insert(
            asset, int(lineageReach(*mesh, {&start, 1}, lineage::Direction::Downstream).size()));
    }
    return dependents;
}

} // namespace

Result<QList<Incident>> readIncidents(store::Store &store, const Period &period,
                                      const QDateTime &doneUntil)
{
    auto allFlips = store.flips();
    auto allChecks = store.checks({.of = {}, .at = period.to});
    auto lineage = store.lineage();
    auto actions = store.triage().actions().takeResult();
    auto flips = allFlips.takeResult();
    auto checks = allChecks.takeResult();
    auto graph = lineage.takeResult();
    if (!flips || !checks || !actions)
        return tl::unexpected(!flips ? flips.error() : !checks ? checks.error() : actions.error());
    const auto to = period.to.toMSecsSinceEpoch();
    IncidentEvidence evidence;
    evidence.flips =
        until(std::move(*flips), [to](const store::Flip &flip) { return flip.at > to; });
    evidence.actions = until(std::move(*actions), [&doneUntil](const store::TriageAction &action) {
        return doneUntil.isValid() && action.at > doneUntil;
    });
    evidence.checks = std::move(*checks);
    const auto mesh = graph ? lineageMesh(std::move(*graph)) : LineageMeshPtr();
    const auto failing = failingNow(evidence.checks, {});
    QSet<QUuid> assets; // of what is open, and of what began in the period
    for (const auto &one : failing)
        assets.insert(one.asset);
    const auto from = period.from.toMSecsSinceEpoch();
    for (const auto &flip : std::as_const(evidence.flips)) {
        if (flip.bad && flip.at >= from)
            assets.insert(flip.asset);
    }
    evidence.dependents = dependentsOf(mesh, assets);
    const FailureRoots roots(mesh, failing);
    evidence.rootOf = [&roots](const QUuid &asset) { return roots.rootOf(asset); };
    return incidentsOf(evidence, period);
}

} // namespace portolan::items
