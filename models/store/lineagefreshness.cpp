// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/lineagefreshness.h"

#include "models/base/identity.h"

#include <QHash>

#include <algorithm>

namespace portolan::store {
namespace {

//! Our id of the thing that \a account calls \a nativeId: that of all its names.
QUuid idOf(EntityReader &reader, const QUuid &account, const QString &nativeId)
{
    static constexpr auto sql = "SELECT e.uuid FROM account a"
                                " JOIN record r ON r.account = a.id AND r.native_id = ?2"
                                " JOIN entity e ON e.id = r.entity WHERE a.uuid = ?1";
    Query query(reader.connection(), sql);
    query.bind(account).bind(nativeId);
    return query.step() ? query.uuid(0) : entityId(account, nativeId);
}

} // namespace

void addFreshness(domain::LineageGraph &graph, EntityReader &reader, Connection &history)
{
    static constexpr auto sql =
        "SELECT account, native_id, newest FROM quality_asset WHERE newest <> 0";
    QHash<QUuid, std::size_t> nodes;
    nodes.reserve(qsizetype(graph.nodes.size()));
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        nodes.insert(graph.nodes[i].id, i);
    Query query(history, sql);
    while (query.step()) {
        const auto node = nodes.constFind(idOf(reader, query.uuid(0), query.text(1)));
        if (node == nodes.constEnd())
            continue;
        auto &updated = graph.nodes[*node].updated;
        updated = std::max(updated, query.integer(2));
    }
}

} // namespace portolan::store
