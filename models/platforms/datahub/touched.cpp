// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/touched.h"

#include "models/platforms/datahub/renamed.h"
#include "models/platforms/datahub/translate.h"

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

QStringList sorted(const QSet<QString> &set)
{
    QStringList list(set.begin(), set.end());
    list.sort();
    return list;
}

} // namespace

QStringList Touched::urns() const
{
    return sorted(m_urns);
}

void Touched::noteProduct(const Change &change)
{
    const auto before = setOf(change.previous, assetsOf);
    const auto after = setOf(change.value, assetsOf);
    m_products.insert(change.urn);
    // What stays may have become a port, or no longer be one.
    for (const auto &asset : before + after) {
        if (before.contains(asset) != after.contains(asset))
            m_urns.insert(asset);
        m_removed.insert(outputPortId(change.urn, asset));
    }
    for (const auto &asset : after - before)
        m_removed.insert(inputPortId(change.urn, asset)); // it holds now what it read before
    m_formerMembers.unite(before - after);
}

void Touched::note(const Change &change)
{
    const auto type = typeOf(change.urn);
    if (!kindOf(type))
        return;
    m_urns.insert(change.urn);
    if (change.isHardDelete()) {
        m_removed.insert(change.urn);
        if (isPointer(type))
            m_sweepReason =
                u"%1 was deleted, and what pointed at it has to be found."_s.arg(change.urn);
        return;
    }
    if (isRenaming(change))
        m_renamed.insert(change.urn);
    if (change.aspect == u"dataProductProperties") {
        noteProduct(change);
    } else if (change.aspect == u"upstreamLineage") {
        m_remade.insert(change.urn);
        m_formerInputs.unite(setOf(change.previous, upstreamsOf));
    } else if (change.aspect == u"chartInfo" || change.aspect == u"dashboardInfo") {
        const auto former = setOf(change.previous, shownOf);
        if (former != setOf(change.value, shownOf)) {
            m_remade.insert(change.urn);
            m_formerInputs.unite(former);
        }
    } else if (change.aspect == u"dataJobInputOutput") {
        const auto outputs = setOf(change.previous, outputsOf) + setOf(change.value, outputsOf);
        m_urns.unite(outputs);
        m_remade.unite(outputs);
        m_formerInputs.unite(setOf(change.previous, inputsOf));
    } else if (change.aspect == u"dataContractProperties") {
        const auto datasets = setOf(change.previous, entityOf) + setOf(change.value, entityOf);
        m_urns.unite(datasets);
        m_remade.unite(datasets);
    } else if (change.aspect == u"status" && isPointer(type)) {
        m_pointers.insert(change.urn);
    } else if (change.aspect == u"status" && makesInputs(type)
               && isRemoved(change.previous) != isRemoved(change.value)) {
        m_remade.insert(change.urn);
        m_formerMembers.insert(change.urn);
    } else if (change.aspect == u"domainProperties" && !change.previous.isEmpty()
               && setOf(change.previous, placeOf) != setOf(change.value, placeOf)) {
        m_sweepReason =
            u"The domain %1 has another name or place, which its things are shown with."_s.arg(
                change.urn);
    }
}

//! What the assets that products no longer hold, or that are gone, are made from: input ports that
//! may be gone.
Result<void> Touched::addFormerInputs(const Api &api, const Links &links)
{
    QSet<QString> ask;
    for (const auto &asset : std::as_const(m_formerMembers)) {
        if (makesInputs(typeOf(asset)))
            ask.insert(asset);
        for (const auto &job : links.jobs.value(asset))
            ask.insert(job);
    }
    auto aspects = madeFromAspects();
    aspects.insert(u"dataJob"_s, {u"dataJobInputOutput"_s});
    const auto page = api.entities(sorted(ask), aspects);
    if (!page)
        return tl::unexpected(page.error());
    for (const auto &entity : page->entities) {
        domain::Record record;
        record.nativeId = entity.urn;
        addLineage(record, entity);
        for (const auto &edge : std::as_const(record.lineage))
            m_formerInputs.insert(edge.source);
    }
    return {};
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

Result<void> Touched::widen(const Api &api, Around &around)
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
        const QSet<QString> set(assets.begin(), assets.end());
        m_urns.unite(set);
        m_remade.unite(set);
        if (entity.name.type != u"dataProduct")
            continue;
        m_products.insert(entity.urn);
        m_formerMembers.unite(set); // should it be gone, so are its ports
        for (const auto &asset : set)
            m_removed.insert(outputPortId(entity.urn, asset));
    }
    const auto links = m_remade.isEmpty() && m_formerMembers.isEmpty()
        ? Result<Links>(Links())
        : around.of(sorted(m_remade + m_formerMembers));
    if (!links)
        return tl::unexpected(links.error());
    for (auto it = links->products.cbegin(); it != links->products.cend(); ++it) {
        if (m_remade.contains(it.key()))
            m_products.unite({it->begin(), it->end()});
    }
    if (const auto added = addFormerInputs(api, *links); !added)
        return added;
    m_urns.unite(m_products);
    for (const auto &product : std::as_const(m_products)) {
        for (const auto &input : std::as_const(m_formerInputs))
            m_removed.insert(inputPortId(product, input));
    }
    return {};
}

} // namespace portolan::platforms::datahub
