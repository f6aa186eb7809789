// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/reader.h"

#include "models/platforms/datahub/quality.h"
#include "models/platforms/sortedlist.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

bool isKindWithLinks(const QString &type)
{
    return kindOf(type) == domain::EntityKind::Asset;
}

bool isHeld(const Entity &entity, const Links &links)
{
    return makesInputs(entity.name.type) && links.products.contains(entity.urn);
}

//! Adds the jobs of \a page to \a links that write one of \a urns: the graph may lag behind them.
void addJobsOf(const EntityPage &page, const QStringList &urns, Links &links)
{
    if (urns.isEmpty())
        return;
    for (const auto &entity : page.entities) {
        for (const auto &urn : outputsOf(entity.aspect("dataJobInputOutput"))) {
            if (urns.contains(urn) && !links.jobs.value(urn).contains(entity.urn))
                links.jobs[urn].append(entity.urn);
        }
    }
    for (const auto &urn : urns) {
        if (const auto of = links.jobs.find(urn); of != links.jobs.end())
            of->sort();
    }
}

domain::Finding timelessOf(const domain::Record &incident)
{
    return {.severity = domain::Finding::Severity::Warning,
            .rule = u"datahub.incident"_s,
            .message = u"DataHub does not say since when the incident %1 (%2) is open."_s.arg(
                incident.name, incident.nativeId),
            .remedy = u"It is among the checks, but in no list of incidents."_s};
}

} // namespace

PageReader::PageReader(const Api &api, Names &names, Around &around, ReaderSettings settings)
    : m_api(api)
    , m_names(names)
    , m_around(around)
    , m_settings(std::move(settings))
    , m_unlisted(api)
{
}

Result<Turned> PageReader::read(const EntityPage &page, const QStringList &missing)
{
    if (const auto gathered = gather(page, missing); !gathered)
        return tl::unexpected(gathered.error());
    Turned turned;
    QSet<QString> told;
    const Context context{.names = m_names,
                          .links = m_links,
                          .jobs = m_jobs,
                          .inputs = m_inputs,
                          .ui = m_settings.ui};
    for (const auto &entity : page.entities) {
        auto records = recordsOf(entity, context);
        if (records.isEmpty())
            continue;
        if (m_links.jobs.contains(entity.urn))
            m_unlisted.noteThere(entity.urn);
        if (entity.isRemoved() || !isSubscribed(records.first())) {
            for (const auto &record : std::as_const(records))
                turned.removed.append(record.nativeId);
            continue;
        }
        if (isHeld(entity, m_links))
            m_madeFrom.note(entity.urn, records.first().lineage);
        told.insert(entity.urn);
        if (!addEvidence(entity, turned.evidence, m_stamps.value(entity.urn)))
            turned.findings.append(timelessOf(records.first()));
        turned.records.append(std::move(records));
    }
    for (const auto &urn : std::as_const(m_absent)) {
        if (isWritten(urn))
            turned.records.append(unlistedOf(urn, context));
    }
    if (m_settings.asksForRuns) {
        if (const auto asked = askForRuns(page, told, turned.evidence); !asked)
            return tl::unexpected(asked.error());
    }
    return turned;
}

//! Whether one of \a urns, or what \a path names, is a domain that is subscribed to.
bool PageReader::isIn(const QStringList &path, const QStringList &urns) const
{
    return std::any_of(
        m_settings.domains.begin(), m_settings.domains.end(), [&](const QString &domain) {
            return path.contains(domain, Qt::CaseInsensitive) || urns.contains(domain);
        });
}

//! Whether a job that is kept writes \a urn, of which nothing else is known.
bool PageReader::isWritten(const QString &urn) const
{
    const auto jobs = m_links.jobs.value(urn);
    return std::any_of(jobs.begin(), jobs.end(), [&](const QString &job) {
        if (!m_jobs.value(job).outputs.contains(urn))
            return false;
        const auto of = m_domains.value(job);
        return m_settings.domains.isEmpty()
            || (!of.isEmpty() && isIn(m_names.pathOf(of.first()), of));
    });
}

bool PageReader::isSubscribed(const domain::Record &record) const
{
    if (m_settings.domains.isEmpty())
        return true;
    QStringList domains;
    QStringList subjects;
    for (const auto &[relation, urn] : record.relations) {
        if (relation == domain::Relation::InDomain)
            domains.append(urn);
        else if (relation == domain::Relation::Checks || relation == domain::Relation::Describes)
            subjects.append(urn);
    }
    switch (record.kind) {
    case domain::EntityKind::Asset:
    case domain::EntityKind::Product:
        return isIn(record.domain, domains);
    case domain::EntityKind::Check:
    case domain::EntityKind::Contract:
        return std::any_of(subjects.begin(), subjects.end(), [&](const QString &subject) {
            const auto of = m_domains.value(subject);
            return !of.isEmpty() && isIn(m_names.pathOf(of.first()), of);
        });
    default:
        return true;
    }
}

//! In which domains the things are that checks and contracts of the page are about; where only some
//! domains are subscribed to.
Result<void> PageReader::gatherDomains(const EntityPage &page)
{
    m_domains.clear();
    if (m_settings.domains.isEmpty())
        return {};
    QSet<QString> subjects;
    for (const auto &entity : page.entities) {
        subjects.insert(subjectOf(entity.aspect("assertionInfo")));
        subjects.insert(json::text(entity.aspect("dataContractProperties"), "entity"));
        for (const auto &urn : json::texts(json::member(entity.aspect("incidentInfo"), "entities")))
            subjects.insert(urn);
    }
    Api::Aspects aspects;
    for (auto it = subjects.begin(); it != subjects.end();) {
        const auto type = typeOf(*it);
        if (kindOf(type) == domain::EntityKind::Asset) {
            aspects.insert(type, {u"domains"_s});
            ++it;
        } else {
            it = subjects.erase(it);
        }
    }
    const auto answer = m_api.entities(sorted(subjects), aspects);
    if (!answer)
        return tl::unexpected(answer.error());
    QSet<QString> domains;
    for (const auto &entity : answer->entities) {
        const auto of = json::texts(json::member(entity.aspect("domains"), "domains"));
        m_domains.insert(entity.urn, of);
        domains.unite({of.begin(), of.end()});
    }
    return m_names.require(std::move(domains));
}

//! Everything that the page refers to.
Result<void> PageReader::gather(const EntityPage &page, const QStringList &missing)
{
    QSet<QString> references;
    QSet<QString> assets;
    for (const auto &entity : page.entities) {
        m_names.learn(entity);
        addReferences(entity, references);
        references.insert(entity.urn); // and with it what it is part of
        if (isKindWithLinks(entity.name.type))
            assets.insert(entity.urn);
        for (const auto &asset : assetsOf(entity.aspect("dataProductProperties")))
            assets.insert(asset);
    }
    if (const auto known = m_names.require(std::move(references)); !known)
        return known;
    if (const auto domains = gatherDomains(page); !domains)
        return domains;
    if (const auto stamps = askForStamps(page); !stamps)
        return stamps;
    if (const auto absent = gatherUnlisted(page, missing); !absent)
        return absent;
    assets.unite({m_absent.begin(), m_absent.end()});
    auto links = m_around.of(sorted(assets));
    if (!links)
        return tl::unexpected(links.error());
    m_links = std::move(*links);
    addJobsOf(page, m_absent, m_links);
    if (const auto jobs = gatherJobs(sorted(assets)); !jobs)
        return jobs;
    return gatherInputs(page);
}

//! What jobs write and DataHub does not have.
Result<void> PageReader::gatherUnlisted(const EntityPage &page, const QStringList &missing)
{
    auto absent = m_unlisted.writtenOn(page);
    if (!absent)
        return tl::unexpected(absent.error());
    m_absent = std::move(*absent);
    for (const auto &urn : missing) {
        if (typeOf(urn) == u"dataset" && urnOf(urn) && !m_absent.contains(urn))
            m_absent.append(urn);
    }
    return {};
}

Result<void> PageReader::gatherJobs(const QStringList &assets)
{
    m_jobs.clear();
    QSet<QString> urns;
    for (const auto &asset : assets) {
        for (const auto &job : m_links.jobs.value(asset))
            urns.insert(job);
    }
    const auto page = m_api.entities(
        sorted(urns), {{u"dataJob"_s, {u"dataJobInputOutput"_s, u"domains"_s, u"status"_s}}});
    if (!page)
        return tl::unexpected(page.error());
    QSet<QString> domains;
    for (const auto &entity : page->entities) {
        if (entity.isRemoved())
            continue;
        m_jobs.insert(entity.urn, jobLineageOf(entity.urn, entity.aspect("dataJobInputOutput")));
        if (m_settings.domains.isEmpty() || m_absent.isEmpty())
            continue;
        const auto of = json::texts(json::member(entity.aspect("domains"), "domains"));
        m_domains.insert(entity.urn, of);
        domains.unite({of.begin(), of.end()});
    }
    return m_names.require(std::move(domains));
}

//! What the assets of each product are made from, without what it holds itself, and without those
//! that were deleted softly: DataHub's products go on naming them.
Result<void> PageReader::gatherInputs(const EntityPage &page)
{
    m_inputs.clear();
    QHash<QString, QSet<QString>> held; // by product
    QHash<QString, QSet<QString>> sources; // by asset
    QSet<QString> all;
    QSet<QString> unknown;
    for (const auto &entity : page.entities) {
        const auto assets = assetsOf(entity.aspect("dataProductProperties"));
        if (entity.name.type != u"dataProduct" || assets.isEmpty())
            continue;
        held.insert(entity.urn, QSet<QString>(assets.begin(), assets.end()));
        for (const auto &asset : assets) {
            if (!makesInputs(typeOf(asset)))
                continue;
            if (m_gone.contains(asset))
                continue;
            all.insert(asset);
            if (const auto known = m_madeFrom.of(asset))
                sources[asset].unite({known->begin(), known->end()});
            else
                unknown.insert(asset);
        }
    }
    // What the listing did not bring may be deleted softly, in a domain that is not subscribed to,
    // or not in the index yet.
    auto aspects = madeFromAspects();
    for (auto &wanted : aspects)
        wanted.append(u"status"_s);
    const auto answer = m_api.entities(sorted(unknown), aspects);
    if (!answer)
        return tl::unexpected(answer.error());
    for (const auto &entity : answer->entities) {
        if (entity.isRemoved()) {
            m_gone.insert(entity.urn);
            all.remove(entity.urn);
            continue;
        }
        domain::Record record;
        record.nativeId = entity.urn;
        addLineage(record, entity);
        m_madeFrom.note(entity.urn, record.lineage);
        for (const auto &edge : std::as_const(record.lineage))
            sources[entity.urn].insert(edge.source);
    }
    for (const auto &asset : std::as_const(all)) {
        for (const auto &job : m_links.jobs.value(asset)) {
            const auto inputs = m_jobs.value(job).inputs;
            sources[asset].unite({inputs.begin(), inputs.end()});
        }
    }
    for (auto it = held.begin(); it != held.end(); ++it) {
        QSet<QString> inputs;
        for (const auto &asset : *it)
            inputs.unite(sources.value(asset));
        inputs.subtract(*it);
        for (const auto &input : sorted(inputs)) {
            if (typeOf(input) == u"dataset")
                m_inputs[it.key()].append(input);
        }
    }
    return {};
}

} // namespace portolan::platforms::datahub
