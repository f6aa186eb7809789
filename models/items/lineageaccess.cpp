// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineageaccess.h"

#include "models/items/accessreading.h"

#include <QCoreApplication>
#include <QStringList>

#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

struct LineageWords
{
    Q_DECLARE_TR_FUNCTIONS(LineageWords)
};

} // namespace

LineageAccessCounts accessCounts(const AccessBoard &board)
{
    LineageAccessCounts counts;
    const auto add = [&](const QString &port, const QString &product,
                         const domain::LineageAccess &more) {
        for (const auto &native : {port, product}) {
            const auto id = board.names.value(native).id;
            if (!id.isNull())
                counts[id] += more;
        }
    };
    for (const auto &holder : holdersOf(board)) {
        if (domain::isInForce(holder.agreement, board.today))
            add(holder.agreement.port, holder.agreement.product,
                {.active = 1,
                 .expiring = holder.state == domain::AgreementState::Expiring ? 1 : 0});
    }
    for (const auto &one : board.cases) {
        for (const auto &item : one.request.items) {
            if (isOpen(item.state) || item.state == domain::ItemState::Queued)
                add(item.port, item.product, {.pending = 1});
        }
    }
    return counts;
}

void addAccess(domain::LineageGraph &graph, const LineageAccessCounts &counts)
{
    using domain::EntityKind;
    if (counts.isEmpty())
        return;
    for (auto &node : graph.nodes) {
        if (node.kind == EntityKind::Port || node.kind == EntityKind::Product)
            node.access = counts.value(node.id);
    }
    // Links are in the order of their ends, so the same pair does not come twice in a row.
    std::vector<int> before(graph.nodes.size(), -1); // per asset the port that was added last
    for (const auto &link : graph.links) {
        auto &asset = graph.nodes[std::size_t(link.source)];
        const auto &port = graph.nodes[std::size_t(link.target)];
        if (link.level == domain::LineageLevel::Field || asset.kind != EntityKind::Asset
            || port.kind != EntityKind::Port || before[std::size_t(link.source)] == link.target)
            continue;
        before[std::size_t(link.source)] = link.target;
        asset.access += port.access;
    }
}

int accessRank(const domain::LineageAccess &access)
{
    if (access.isEmpty())
        return -1;
    return access.expiring > 0 ? 2 : access.pending > 0 ? 1 : 0;
}

QString accessWords(const domain::LineageAccess &access)
{
    QStringList words;
    if (access.active > 0)
        words.append(LineageWords::tr("%n agreement(s)", nullptr, access.active));
    if (access.expiring > 0)
        words.append(LineageWords::tr("%n end(s) within 30 days", nullptr, access.expiring));
    if (access.pending > 0)
        words.append(LineageWords::tr("%n request(s) wait", nullptr, access.pending));
    return words.join(u", "_s);
}

} // namespace portolan::items
