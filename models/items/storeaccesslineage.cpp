// SPDX-License-Identifier: GPL-3.0-or-later
// What a decision touches, from the whole lineage.
#include "models/items/storeaccesssource.h"

#include <QtConcurrentRun>

#include <utility>

namespace portolan::items {
namespace {

constexpr qsizetype dependantsKept = 64; // things

} // namespace

//! What was asked for before is answered from memory until something changes: the lineage is read
//! as a whole, and a reviewer walks back and forth.
Result<Dependants> StoreAccessSource::followed(const QList<QUuid> &things)
{
    forgetFollowed();
    QList<QUuid> unknown;
    for (const auto &thing : things) {
        if (!m_dependants.contains(thing) && !unknown.contains(thing))
            unknown.append(thing);
    }
    if (!unknown.isEmpty()) {
        const auto graph = m_store.lineage().takeResult();
        if (!graph)
            return tl::unexpected(graph.error());
        m_dependants.insert(dependantsOf(*graph, unknown));
    }
    Dependants found;
    for (const auto &thing : things)
        found.insert(thing, m_dependants.value(thing));
    return found;
}

void StoreAccessSource::forgetFollowed()
{
    const auto now = m_catalogue.load();
    if (std::exchange(m_followedAt, now) == now && m_dependants.size() <= dependantsKept
        && m_flows.size() <= dependantsKept)
        return;
    m_dependants.clear();
    m_flows.clear();
}

Result<FieldFlows> StoreAccessSource::flowing(const QHash<QUuid, QStringList> &fields)
{
    forgetFollowed();
    QHash<QUuid, QStringList> unknown;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        const auto known = m_flows.value(it.key());
        for (const auto &path : it.value()) {
            if (!known.contains(path))
                unknown[it.key()].append(path);
        }
    }
    if (!unknown.isEmpty()) {
        const auto graph = m_store.lineage({.fields = true}).takeResult();
        if (!graph)
            return tl::unexpected(graph.error());
        const auto found = fieldFlowsOf(*graph, unknown);
        for (auto it = found.cbegin(); it != found.cend(); ++it)
            m_flows[it.key()].insert(it.value());
    }
    FieldFlows flows;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it)
        flows.insert(it.key(), m_flows.value(it.key()));
    return flows;
}

QFuture<Result<FieldFlows>> StoreAccessSource::flows(const QHash<QUuid, QStringList> &fields)
{
    return QtConcurrent::run(&m_following, [this, fields] { return flowing(fields); });
}

QFuture<Result<Dependants>> StoreAccessSource::dependants(const QList<QUuid> &things)
{
    return QtConcurrent::run(&m_following, [this, things] { return followed(things); });
}

} // namespace portolan::items
