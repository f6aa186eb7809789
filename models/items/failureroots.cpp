// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/failureroots.h"

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

bool isBad(const store::CheckRow &check)
{
    return check.last
        && (check.last->status == domain::RunStatus::Fail
            || check.last->status == domain::RunStatus::Error);
}

//! Whether the newest slices of \a level are bad: it fails at this moment.
bool isBadNow(const ServiceLevel &level)
{
    const auto &rates = level.figures.burnRates;
    if (level.row.slo.measure != domain::SloMeasure::Freshness)
        return false;
    if (level.row.slo.target >= 1) // without a budget nothing burns
        return level.state() == domain::SloState::Missed;
    return !rates.isEmpty() && rates.first().shortRate && *rates.first().shortRate > 0;
}

bool isEarlier(const QDateTime &left, const QDateTime &right)
{
    return left.isValid() && (!right.isValid() || left < right);
}

//! Whether what began to fail at \a cause can have made something fail that did so \a since; what
//! is not known may.
bool canCause(const QDateTime &cause, const QDateTime &since)
{
    constexpr qint64 apart = 24 * 60 * 60; // checks do not all run at the same time
    return !cause.isValid() || !since.isValid() || cause <= since.addSecs(apart);
}

} // namespace

QList<Failing> failingNow(const QList<store::CheckRow> &checks, const QList<ServiceLevel> &levels)
{
    QList<Failing> failing;
    for (const auto &check : checks) {
        if (!check.asset.isNull() && isBad(check))
            failing.append({.asset = check.asset,
                            .name = check.assetName,
                            .dimension = check.dimension,
                            .since = check.since.isValid() ? check.since : check.last->at});
    }
    for (const auto &level : levels) {
        if (!level.row.asset.isNull() && isBadNow(level))
            failing.append({.asset = level.row.asset,
                            .name = level.row.assetName,
                            .dimension = level.row.slo.dimension});
    }
    for (const auto &level : levels) {
        const bool wasKnown = level.problem.isEmpty() && level.figures.sli;
        if (!level.row.asset.isNull() && wasKnown && level.state() == domain::SloState::Unknown)
            failing.append({.asset = level.row.asset,
                            .name = level.row.assetName,
                            .dimension = level.row.slo.dimension,
                            .since = {},
                            .isUnknown = true});
    }
    return failing;
}

FailureRoots::FailureRoots(LineageMeshPtr mesh, const QList<Failing> &failing)
    : m_mesh(std::move(mesh))
{
    for (const auto &one : failing) {
        const auto known = m_at.constFind(one.asset);
        if (known == m_at.constEnd()) {
            m_at.insert(one.asset, m_failing.size());
            m_failing.append(one);
        } else if (auto &kept = m_failing[*known];
                   kept.isUnknown == one.isUnknown && isEarlier(one.since, kept.since)) {
            kept = one;
        }
    }
    if (!m_mesh)
        return;
    const auto &nodes = m_mesh->graph->nodes;
    m_marks.assign(nodes.size(), 0);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto found = m_at.constFind(nodes[i].id);
        if (found == m_at.constEnd())
            continue;
        m_nodes.insert(nodes[i].id, lineage::NodeIndex(i));
        m_marks[i] = m_failing.at(*found).isUnknown ? 0 : 1;
    }
    m_origins = std::make_unique<lineage::FailureOrigins>(m_mesh->arcs, m_marks);
}

const Failing &FailureRoots::failingAt(lineage::NodeIndex node) const
{
    return m_failing.at(m_at.value(m_mesh->graph->nodes[node].id));
}

//! The nearest thing upstream of \a node that fails, and can be the cause of what began \a since.
lineage::NodeIndex FailureRoots::nearestCause(lineage::NodeIndex node, const QDateTime &since,
                                              const QSet<lineage::NodeIndex> &known) const
{
    std::vector<lineage::NodeIndex> queue{node};
    QSet<lineage::NodeIndex> seen{node};
    for (std::size_t next = 0; next < queue.size(); ++next) {
        for (const auto source : m_mesh->arcs.sources(queue[next])) {
            if (seen.contains(source))
                continue;
            seen.insert(source);
            queue.push_back(source);
            if (m_marks[source] != 0 && !known.contains(source)
                && canCause(failingAt(source).since, since))
                return source;
        }
    }
    return lineage::noNode;
}

QUuid FailureRoots::rootOf(const QUuid &asset) const
{
    const auto found = m_nodes.constFind(asset);
    if (found == m_nodes.constEnd())
        return asset;
    const auto since = failingAt(*found).since;
    auto root = *found;
    QSet<lineage::NodeIndex> known{root};
    while (!m_origins->isOrigin(root)) {
        const auto cause = nearestCause(root, since, known);
        if (cause == lineage::noNode)
            break;
        known.insert(cause);
        root = cause;
    }
    return m_mesh->graph->nodes[root].id;
}

FailureRoot FailureRoots::rootAt(const Failing &failing) const
{
    FailureRoot root{.asset = failing.asset,
                     .name = failing.name,
                     .dimension = failing.dimension,
                     .since = failing.since,
                     .isUnknown = failing.isUnknown};
    const auto node = m_nodes.constFind(failing.asset);
    if (node == m_nodes.constEnd())
        return root;
    const auto start = *node;
    const auto reached = lineageReach(*m_mesh, {&start, 1}, lineage::Direction::Downstream);
    root.affected = int(reached.size());
    for (const auto &entry : reached) {
        const auto &id = m_mesh->graph->nodes[entry.node].id;
        const auto found = m_at.constFind(id);
        if (found != m_at.constEnd() && canCause(failing.since, m_failing.at(*found).since)) {
            root.hit.append(id);
            root.hitNames.append(m_failing.at(*found).name);
        }
    }
    return root;
}

QList<FailureRoot> FailureRoots::roots() const
{
    QList<FailureRoot> list;
    QSet<QUuid> done;
    for (const auto &failing : m_failing) {
        const auto root = rootOf(failing.asset);
        const auto found = m_at.constFind(root);
        if (done.contains(root) || found == m_at.constEnd())
            continue;
        done.insert(root);
        list.append(rootAt(m_failing.at(*found)));
    }
    std::stable_sort(list.begin(), list.end(), [](const auto &left, const auto &right) {
        const auto key = [](const FailureRoot &root) {
            return std::tuple(root.isUnknown, -root.affected, root.name);
        };
        return key(left) < key(right);
    });
    return list;
}

} // namespace portolan::items
