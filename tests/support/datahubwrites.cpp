// SPDX-License-Identifier: GPL-3.0-or-later
// What writes, and the GraphQL documents of the adapter: each is known by its name, and what it
// selects is answered by hand. A document with another name is refused, as one that does not
// validate is.
#include "tests/support/datahubshape.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

QJsonObject failed(const QString &why, int code)
{
    return {{u"errors"_s,
             QJsonArray{QJsonObject{{u"message"_s, why},
                                    {u"extensions"_s, QJsonObject{{u"code"_s, code}}}}}},
            {u"data"_s, QJsonValue()}};
}

QString nameIn(const QString &document)
{
    static const QRegularExpression pattern(u"^\\s*(?:query|mutation)\\s+(\\w+)"_s);
    return pattern.match(document).captured(1);
}

//! Whether \a value names \a urn in the member \a key of one of its objects in \a list.
bool names(const QJsonObject &value, const QString &list, const QString &key, const QString &urn)
{
    const auto items = value.value(list).toArray();
    for (const auto &item : items) {
        if ((key.isEmpty() ? item : item.toObject().value(key)).toString() == urn)
            return true;
    }
    return false;
}

} // namespace

ApiAnswer DataHubShape::write(const QString &urn, const QString &aspectName,
                              const ApiRequest &request)
{
    if (!m_things.contains(urn))
        return jsonOf({{u"message"_s, u"not found"_s}}, 404);
    const auto body = QJsonDocument::fromJson(request.body).object();
    const auto wanted = body.value(u"headers"_s).toObject().value(u"If-Version-Match"_s).toString();
    const bool isThere = m_things.value(urn).contains(aspectName);
    const auto version =
        isThere ? QString::number(m_versions.value(QString(urn + aspectName))) : u"-1"_s;
    if (!wanted.isEmpty() && wanted != version)
        return jsonOf({{u"message"_s, u"Precondition Error"_s}}, 412);
    put(urn, aspectName, body.value(u"value"_s).toObject());
    return jsonOf(view(urn, {aspectName}, true));
}

ApiAnswer DataHubShape::graphql(const ApiRequest &request)
{
    const auto body = QJsonDocument::fromJson(request.body).object();
    const auto name = nameIn(body.value(u"query"_s).toString());
    const auto variables = body.value(u"variables"_s).toObject();
    if (name == u"WhoAmI")
        return jsonOf({{u"data"_s,
                        QJsonObject{{u"me"_s,
                                     QJsonObject{{u"corpUser"_s,
                                                  QJsonObject{{u"urn"_s, u"urn:li:corpuser:maya"_s},
                                                              {u"username"_s, u"maya"_s}}}}}}}});
    if (name == u"AddTags" || name == u"RemoveTags") {
        const bool isAdd = name == u"AddTags";
        if (!mutateTags(variables, isAdd))
            return jsonOf(failed(u"Failed to find the resource or a tag"_s, 400));
        return jsonOf(
            {{u"data"_s, QJsonObject{{isAdd ? u"batchAddTags"_s : u"batchRemoveTags"_s, true}}}});
    }
    if (name == u"AddOwners" || name == u"RemoveOwners") {
        const bool isAdd = name == u"AddOwners";
        if (!mutateOwners(variables, isAdd))
            return jsonOf(failed(u"Failed to find the resource or an owner"_s, 400));
        return jsonOf(
            {{u"data"_s,
              QJsonObject{{isAdd ? u"batchAddOwners"_s : u"batchRemoveOwners"_s, true}}}});
    }
    QJsonArray entities;
    const auto urns = variables.value(u"urns"_s).toArray();
    for (const auto &one : urns) {
        const auto urn = one.toString();
        if (name == u"WhatPointsAt")
            entities.append(pointersAt(urn));
        else if (name == u"AssertionRuns")
            entities.append(runsOf(urn, variables));
        else if (name == u"LastOperations")
            entities.append(operationsOf(urn));
        else
            return jsonOf(failed(u"Validation error: unknown document "_s + name, 400));
    }
    return jsonOf({{u"data"_s, QJsonObject{{u"entities"_s, entities}}}});
}

QJsonObject DataHubShape::pointersAt(const QString &urn) const
{
    QJsonArray arrows;
    const auto add = [&](const QString &type, const QString &from) {
        arrows.append(QJsonObject{{u"type"_s, type}, {u"entity"_s, QJsonObject{{u"urn"_s, from}}}});
    };
    for (const auto &product : listed(u"dataProduct"_s)) {
        if (names(aspect(product, u"dataProductProperties"_s), u"assets"_s, u"destinationUrn"_s,
                  urn))
            add(u"DataProductContains"_s, product);
    }
    for (const auto &job : listed(u"dataJob"_s)) {
        if (names(aspect(job, u"dataJobInputOutput"_s), u"outputDatasets"_s, {}, urn))
            add(u"Produces"_s, job);
    }
    for (const auto &contract : listed(u"dataContract"_s)) {
        if (aspect(contract, u"dataContractProperties"_s).value(u"entity"_s).toString() == urn)
            add(u"ContractFor"_s, contract);
    }
    return {{u"urn"_s, urn}, {u"relationships"_s, QJsonObject{{u"relationships"_s, arrows}}}};
}

QJsonObject DataHubShape::runsOf(const QString &urn, const QJsonObject &variables) const
{
    QJsonArray newestFirst;
    const auto since = variables.value(u"since"_s).toInteger();
    const auto runs = m_runs.value(urn);
    for (const auto &run : runs) {
        if (run.value(u"timestampMillis"_s).toInteger() >= since)
            newestFirst.prepend(run);
    }
    return {{u"urn"_s, urn}, {u"runEvents"_s, QJsonObject{{u"runEvents"_s, newestFirst}}}};
}

QJsonObject DataHubShape::operationsOf(const QString &urn) const
{
    QJsonArray newestFirst;
    const auto operations = m_operations.value(urn);
    for (const auto &operation : operations)
        newestFirst.prepend(operation);
    return {{u"urn"_s, urn}, {u"operations"_s, newestFirst}};
}

bool DataHubShape::mutateTags(const QJsonObject &variables, bool isAdd)
{
    const auto tags = variables.value(u"tags"_s).toArray();
    const auto resources = variables.value(u"resources"_s).toArray();
    for (const auto &resource : resources) {
        const auto urn = resource[u"resourceUrn"_s].toString();
        if (!m_things.contains(urn))
            return false;
        auto value = aspect(urn, u"globalTags"_s);
        auto list = value.value(u"tags"_s).toArray();
        for (const auto &tag : tags) {
            if (isAdd && !m_things.contains(tag.toString()))
                return false;
            const QJsonObject entry{{u"tag"_s, tag}};
            for (auto at = list.size() - 1; at >= 0; --at) {
                if (list.at(at) == entry)
                    list.removeAt(at);
            }
            if (isAdd)
                list.append(entry);
        }
        value.insert(u"tags"_s, list);
        put(urn, u"globalTags"_s, value);
    }
    return true;
}

//! Who comes owns in the way that is named; who goes owns in none.
bool DataHubShape::mutateOwners(const QJsonObject &variables, bool isAdd)
{
    const auto owners = variables.value(u"owners"_s).toArray();
    const auto resources = variables.value(u"resources"_s).toArray();
    for (const auto &resource : resources) {
        const auto urn = resource[u"resourceUrn"_s].toString();
        if (!m_things.contains(urn))
            return false;
        auto value = aspect(urn, u"ownership"_s);
        auto list = value.value(u"owners"_s).toArray();
        for (const auto &one : owners) {
            const auto owner = isAdd ? one[u"ownerUrn"_s].toString() : one.toString();
            if (isAdd && !m_things.contains(owner))
                return false;
            if (isAdd) {
                list.append(QJsonObject{{u"owner"_s, owner},
                                        {u"type"_s, u"TECHNICAL_OWNER"_s},
                                        {u"typeUrn"_s, one[u"ownershipTypeUrn"_s]}});
                continue;
            }
            for (auto at = list.size() - 1; at >= 0; --at) {
                if (list.at(at)[u"owner"_s] == owner)
                    list.removeAt(at);
            }
        }
        value.insert(u"owners"_s, list);
        put(urn, u"ownership"_s, value);
    }
    return true;
}

} // namespace portolan::tests
