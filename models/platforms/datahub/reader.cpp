// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/reader.h"

#include "models/platforms/datahub/quality.h"
#include "models/platforms/datahub/queries.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

constexpr qsizetype mostEvidence = 5000; // of a page, as much as the store writes in one step
constexpr qsizetype assertionsAsked = 50; // of one query: each is a search on the server
constexpr int mostRuns = 500; // of one assertion: three weeks of hourly ones
constexpr int mostOperations = 20;

bool isKindWithLinks(const QString &type)
{
    return kindOf(type) == domain::EntityKind::Asset;
}

bool isHeld(const Entity &entity, const Links &links)
{
    return makesInputs(entity.name.type) && links.products.contains(entity.urn);
}

QStringList sorted(const QSet<QString> &set)
{
    QStringList list(set.begin(), set.end());
    list.sort();
    return list;
}

} // namespace

PageReader::PageReader(const Api &api, Names &names, Around &around, ReaderSettings settings)
    : m_api(api)
    , m_names(names)
    , m_around(around)
    , m_settings(std::move(settings))
{
}

Result<Turned> PageReader::read(const EntityPage &page)
{
    if (const auto gathered = gather(page); !gathered)
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
        if (entity.isRemoved() || !isSubscribed(records.first())) {
            for (const auto &record : std::as_const(records))
                turned.removed.append(record.nativeId);
            continue;
        }
        if (isHeld(entity, m_links))
            m_madeFrom.note(entity.urn, records.first().lineage);
        told.insert(entity.urn);
        turned.records.append(std::move(records));
        addEvidence(entity, turned.evidence);
    }
    if (m_settings.asksForRuns) {
        if (const auto asked = askForRuns(page, told, turned.evidence); !asked)
            return tl::unexpected(asked.error());
    }
    return turned;
}

bool PageReader::isSubscribed(const domain::Record &record) const
{
    const auto isIn = [this](const QStringList &path, const QStringList &urns) {
        return std::any_of(
            m_settings.domains.begin(), m_settings.domains.end(),
            [&](const QString &domain) { return path.contains(domain) || urns.contains(domain); });
    };
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
Result<void> PageReader::gather(const EntityPage &page)
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
    auto links = m_around.of(sorted(assets));
    if (!links)
        return tl::unexpected(links.error());
    m_links = std::move(*links);
    if (const auto jobs = gatherJobs(sorted(assets)); !jobs)
        return jobs;
    return gatherInputs(page);
}

Result<void> PageReader::gatherJobs(const QStringList &assets)
{
    m_jobs.clear();
    QSet<QString> urns;
    for (const auto &asset : assets) {
        for (const auto &job : m_links.jobs.value(asset))
            urns.insert(job);
    }
    const auto page =
        m_api.entities(sorted(urns), {{u"dataJob"_s, {u"dataJobInputOutput"_s, u"status"_s}}});
    if (!page)
        return tl::unexpected(page.error());
    for (const auto &entity : page->entities) {
        if (!entity.isRemoved())
            m_jobs.insert(entity.urn,
                          jobLineageOf(entity.urn, entity.aspect("dataJobInputOutput")));
    }
    return {};
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

//! Results of the assertions of the page, and when the data that they are about changed last.
Result<void> PageReader::askForRuns(const EntityPage &page, const QSet<QString> &told,
                                    domain::Evidence &evidence)
{
    QStringList assertions;
    QSet<QString> subjects;
    for (const auto &entity : page.entities) {
        if (entity.name.type != u"assertion" || !told.contains(entity.urn))
            continue;
        assertions.append(entity.urn);
        const auto subject = subjectOf(entity.aspect("assertionInfo"));
        if (typeOf(subject) == u"dataset")
            subjects.insert(subject);
    }
    const auto ask = [this](const QStringList &urns, const char *document, QJsonObject variables,
                            const auto &take) -> Result<void> {
        for (qsizetype from = 0; from < urns.size(); from += assertionsAsked) {
            variables.insert(u"urns"_s,
                             QJsonArray::fromStringList(urns.mid(from, assertionsAsked)));
            const auto answer = m_api.query(QString::fromLatin1(document), variables);
            if (!answer)
                return tl::unexpected(answer.error());
            for (const auto &entity :
                 json::items(json::member(answer->root(), {"data", "entities"})))
                take(json::text(entity, "urn"), entity);
        }
        return {};
    };
    QJsonObject since{{u"limit"_s, mostRuns}};
    if (m_settings.runsSince.isValid())
        since.insert(u"since"_s, m_settings.runsSince.toMSecsSinceEpoch());
    const auto runs =
        ask(assertions, assertionRuns, since, [&](const QString &urn, const Json &entity) {
            for (const auto &event :
                 json::items(json::member(entity, {"runEvents", "runEvents"}))) {
                if (const auto run = runOf(urn, event))
                    evidence.runs.append(*run);
            }
        });
    if (!runs)
        return runs;
    return ask(sorted(subjects), lastOperations, {{u"limit"_s, mostOperations}},
               [&](const QString &urn, const Json &entity) {
                   for (const auto &event : json::items(json::member(entity, "operations"))) {
                       if (const auto update = updateOf(urn, event))
                           evidence.updates.append(*update);
                   }
               });
}

Result<void> handOver(PageSink &sink, Page page)
{
    auto evidence = std::exchange(page.evidence, {});
    // Evidence first: where a pull ends in between, the cursor has not passed it.
    std::stable_sort(evidence.runs.begin(), evidence.runs.end(),
                     [](const auto &left, const auto &right) { return left.at < right.at; });
    while (evidence.runs.size() + evidence.updates.size() > mostEvidence) {
        domain::Evidence part;
        part.runs = evidence.runs.first(qMin(mostEvidence, evidence.runs.size()));
        part.updates =
            evidence.updates.first(qMin(mostEvidence - part.runs.size(), evidence.updates.size()));
        evidence.runs.remove(0, part.runs.size());
        evidence.updates.remove(0, part.updates.size());
        if (auto done = sink.page({.evidence = std::move(part)}); !done)
            return done;
    }
    page.evidence = std::move(evidence);
    return sink.page(std::move(page));
}

} // namespace portolan::platforms::datahub
