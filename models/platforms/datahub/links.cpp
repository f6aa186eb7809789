// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/links.h"

#include "models/platforms/datahub/queries.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

constexpr int listPage = 1000;
constexpr qsizetype mostAsked = 100; // of one query: each is a search in the server's graph

void addOnce(QStringList &list, const QString &urn)
{
    if (!urn.isEmpty() && !list.contains(urn))
        list.append(urn);
}

} // namespace

Around::~Around() = default;

quint64 shortHash(const QString &urn)
{
    const auto digest = QCryptographicHash::hash(urn.toUtf8(), QCryptographicHash::Md5);
    quint64 hash = 0;
    std::memcpy(&hash, digest.constData(), sizeof(hash));
    return hash;
}

QStringList urnsOf(const Json &list, const Json &edges)
{
    QStringList urns;
    QSet<QString> seen;
    const auto add = [&](const QString &urn) {
        if (urn.isEmpty() || seen.contains(urn))
            return;
        seen.insert(urn);
        urns.append(urn);
    };
    for (const auto &item : json::items(list)) {
        // Some lists are of unions: {"string": "urn:li:…"}.
        simdjson::dom::object wrapped;
        if (item.get(wrapped) != simdjson::SUCCESS) {
            add(json::text(item));
            continue;
        }
        for (const auto entry : wrapped)
            add(json::text(entry.value));
    }
    for (const auto &edge : json::items(edges))
        add(json::text(edge, "destinationUrn"));
    return urns;
}

QStringList assetsOf(const Json &properties)
{
    return urnsOf(json::nullJson(), json::member(properties, "assets"));
}

QStringList inputsOf(const Json &inputOutput)
{
    return urnsOf(json::member(inputOutput, "inputDatasets"),
                  json::member(inputOutput, "inputDatasetEdges"));
}

QStringList outputsOf(const Json &inputOutput)
{
    return urnsOf(json::member(inputOutput, "outputDatasets"),
                  json::member(inputOutput, "outputDatasetEdges"));
}

void ListedAround::take(const Entity &entity)
{
    auto *arrows = &m_contracts;
    QStringList targets;
    if (entity.name.type == u"dataProduct") {
        arrows = &m_products;
        targets = assetsOf(entity.aspect("dataProductProperties"));
    } else if (entity.name.type == u"dataJob") {
        arrows = &m_jobs;
        targets = outputsOf(entity.aspect("dataJobInputOutput"));
    } else {
        targets = {json::text(entity.aspect("dataContractProperties"), "entity")};
    }
    if (entity.isRemoved() || targets.isEmpty())
        return;
    m_urns.push_back(entity.urn.toUtf8());
    for (const auto &target : std::as_const(targets))
        arrows->push_back({shortHash(target), int(m_urns.size()) - 1});
}

Result<void> ListedAround::list(const Api &api, const std::function<void(qint64)> &progress)
{
    const std::pair<QString, QString> lists[] = {
        {u"dataProduct"_s, u"dataProductProperties"_s},
        {u"dataJob"_s, u"dataJobInputOutput"_s},
        {u"dataContract"_s, u"dataContractProperties"_s},
    };
    qint64 done = 0;
    for (const auto &[type, aspect] : lists) {
        const auto listed = api.walk({.type = type,
                                      .moreTypes = {},
                                      .aspects = {aspect, u"status"_s},
                                      .count = listPage,
                                      .scrollId = {},
                                      .values = {}},
                                     [&](const EntityPage &page) {
                                         for (const auto &entity : page.entities)
                                             take(entity);
                                         progress(done += qint64(page.entities.size()));
                                     });
        if (!listed)
            return listed;
    }
    for (auto *arrows : {&m_products, &m_jobs, &m_contracts})
        std::sort(arrows->begin(), arrows->end(),
                  [](const Arrow &left, const Arrow &right) { return left.target < right.target; });
    return {};
}

QStringList ListedAround::sourcesOf(const Arrows &arrows, quint64 target) const
{
    QStringList sources;
    auto arrow =
        std::lower_bound(arrows.begin(), arrows.end(), target,
                         [](const Arrow &one, quint64 wanted) { return one.target < wanted; });
    for (; arrow != arrows.end() && arrow->target == target; ++arrow)
        sources.append(QString::fromUtf8(m_urns[std::size_t(arrow->source)]));
    sources.sort();
    return sources;
}

Result<Links> ListedAround::of(const QStringList &urns)
{
    Links links;
    for (const auto &urn : urns) {
        const auto hash = shortHash(urn);
        if (auto products = sourcesOf(m_products, hash); !products.isEmpty())
            links.products.insert(urn, products);
        if (auto jobs = sourcesOf(m_jobs, hash); !jobs.isEmpty())
            links.jobs.insert(urn, jobs);
        if (auto contracts = sourcesOf(m_contracts, hash); !contracts.isEmpty())
            links.contracts.insert(urn, contracts);
    }
    return links;
}

Result<Links> AskedAround::of(const QStringList &urns)
{
    Links links;
    for (qsizetype from = 0; from < urns.size(); from += mostAsked) {
        const QJsonObject variables{
            {u"urns"_s, QJsonArray::fromStringList(urns.mid(from, mostAsked))}};
        const auto answer = m_api.query(QString::fromLatin1(whatPointsAt), variables);
        if (!answer)
            return tl::unexpected(answer.error());
        for (const auto &entity : json::items(json::member(answer->root(), {"data", "entities"}))) {
            const auto urn = json::text(entity, "urn");
            for (const auto &arrow :
                 json::items(json::member(entity, {"relationships", "relationships"}))) {
                const auto type = json::text(arrow, "type");
                auto &of = type == u"Produces" ? links.jobs
                    : type == u"ContractFor"   ? links.contracts
                                               : links.products;
                addOnce(of[urn], json::text(json::member(arrow, {"entity", "urn"})));
            }
        }
    }
    for (auto *lists : {&links.products, &links.jobs, &links.contracts}) {
        for (auto &list : *lists)
            list.sort();
    }
    return links;
}

} // namespace portolan::platforms::datahub
