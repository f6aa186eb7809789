// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/touched.h"

#include "models/platforms/datahub/renamed.h"
#include "models/platforms/datahub/translate.h"
#include "models/platforms/sortedlist.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

QSet<QString> setOf(const QByteArray &bytes, QStringList (*listed)(const Json &))
{
    if (bytes.isEmpty())
        return {};
    const auto answer = Answer::read(bytes, {});
    if (!answer)
        return {};
    const auto list = listed(answer->root());
    return {list.begin(), list.end()};
}

QStringList entityOf(const Json &dataContract)
{
    const auto urn = json::text(dataContract, "entity");
    return urn.isEmpty() ? QStringList() : QStringList{urn};
}

QStringList placeOf(const Json &domain)
{
    return {json::text(domain, "name"), json::text(domain, "parentDomain")};
}

//! What a chart or a dashboard is made from, of the kind that input ports are derived from.
QStringList shownOf(const Json &info)
{
    return urnsOf(json::member(info, "inputs"), json::member(info, "inputEdges"))
        + urnsOf(json::member(info, "datasets"), json::member(info, "datasetEdges"));
}

bool isRemoved(const QByteArray &status)
{
    const auto answer = Answer::read(status.isEmpty() ? "{}" : status, {});
    return answer && json::isTrue(json::member(answer->root(), "removed"));
}

bool isPointer(const QString &type)
{
    return type == u"dataProduct" || type == u"dataJob" || type == u"dataContract";
}

} // namespace

QStringList Touched::urns() const
{
    return sorted(m_urns);
}

void Touched::note(const Change &change)
{
    const auto type = typeOf(change.urn);
    if (!kindOf(type))
        return;
    m_urns.insert(change.urn);
    if (change.isHardDelete()) {
        m_removed.insert(change.urn);
        if (makesInputs(type))
            m_lost.insert(change.urn);
        if (isPointer(type))
            m_sweepReason =
                u"%1 was deleted, and what pointed at it has to be found."_s.arg(change.urn);
        return;
    }
    if (isRenaming(change))
        m_renamed.insert(change.urn);
    if (change.aspect == u"dataProductProperties") {
        const auto before = setOf(change.previous, assetsOf);
        const auto after = setOf(change.value, assetsOf);
        m_urns.unite((before - after) + (after - before));
    } else if (change.aspect == u"upstreamLineage") {
        m_remade.insert(change.urn);
    } else if (change.aspect == u"chartInfo" || change.aspect == u"dashboardInfo") {
        if (setOf(change.previous, shownOf) != setOf(change.value, shownOf))
            m_remade.insert(change.urn);
    } else if (change.aspect == u"dataJobInputOutput") {
        const auto outputs = setOf(change.previous, outputsOf) + setOf(change.value, outputsOf);
        m_urns.unite(outputs);
        m_remade.unite(outputs);
    } else if (change.aspect == u"dataContractProperties") {
        const auto datasets = setOf(change.previous, entityOf) + setOf(change.value, entityOf);
        m_urns.unite(datasets);
        m_remade.unite(datasets);
    } else if (change.aspect == u"status" && isPointer(type)) {
        m_pointers.insert(change.urn);
    } else if (change.aspect == u"status" && makesInputs(type)
               && isRemoved(change.previous) != isRemoved(change.value)) {
        m_remade.insert(change.urn);
    } else if (change.aspect == u"domainProperties" && !change.previous.isEmpty()
               && setOf(change.previous, placeOf) != setOf(change.value, placeOf)) {
        m_sweepReason =
            u"The domain %1 has another name or place, which its things are shown with."_s.arg(
                change.urn);
    }
}

Result<void> Touched::addUsers(const Api &api)
{
    for (const auto &urn : sorted(m_renamed)) {
        const auto added = addUsersOf(urn, api, m_urns);
        if (!added)
            return tl::unexpected(added.error());
        if (!*added)
            m_sweepReason = u"%1 has another name, which many things are shown with."_s.arg(urn);
    }
    return {};
}

Result<void> Touched::widen(const Api &api, Around &around, PortNotes &ports)
{
    if (const auto added = addUsers(api); !added)
        return added;
    const auto page = api.entities(sorted(m_pointers),
                                   {{u"dataProduct"_s, {u"dataProductProperties"_s}},
                                    {u"dataJob"_s, {u"dataJobInputOutput"_s}},
                                    {u"dataContract"_s, {u"dataContractProperties"_s}}});
    if (!page)
        return tl::unexpected(page.error());
    for (const auto &entity : page->entities) {
        const auto assets = assetsOf(entity.aspect("dataProductProperties"))
            + outputsOf(entity.aspect("dataJobInputOutput"))
            + entityOf(entity.aspect("dataContractProperties"));
        m_urns.unite({assets.begin(), assets.end()});
        m_remade.unite({assets.begin(), assets.end()});
    }
    if (!m_remade.isEmpty()) {
        const auto links = around.of(sorted(m_remade));
        if (!links)
            return tl::unexpected(links.error());
        for (const auto &products : links->products)
            m_urns.unite({products.begin(), products.end()});
    }
    // The server's graph has forgotten them.
    if (!m_lost.isEmpty()) {
        if (const auto known = ports.know(); !known)
            return known;
        m_urns.unite(ports.holdersOf(m_lost));
    }
    return {};
}

} // namespace portolan::platforms::datahub
