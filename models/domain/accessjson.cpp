// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/accessjson.h"

#include "models/base/identity.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace portolan::domain {
namespace {

void put(QJsonObject &object, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

void put(QJsonObject &object, const QString &name, const QUuid &id)
{
    if (!id.isNull())
        object.insert(name, idText(id));
}

void put(QJsonObject &object, const QString &name, QDate day)
{
    if (day.isValid())
        object.insert(name, day.toString(Qt::ISODate));
}

void put(QJsonObject &object, const QString &name, const QDateTime &time)
{
    if (time.isValid())
        object.insert(name, time.toUTC().toString(Qt::ISODateWithMs));
}

void put(QJsonObject &object, const QString &name, const QStringList &texts)
{
    if (!texts.isEmpty())
        object.insert(name, QJsonArray::fromStringList(texts));
}

QString textIn(const QJsonObject &object, const QString &name)
{
    return object.value(name).toString();
}

QUuid idIn(const QJsonObject &object, const QString &name)
{
    return QUuid(textIn(object, name));
}

QDate dayIn(const QJsonObject &object, const QString &name)
{
    return QDate::fromString(textIn(object, name), Qt::ISODate);
}

QDateTime timeIn(const QJsonObject &object, const QString &name)
{
    return QDateTime::fromString(textIn(object, name), Qt::ISODateWithMs).toUTC();
}

QStringList textsIn(const QJsonObject &object, const QString &name)
{
    QStringList texts;
    const auto list = object.value(name).toArray();
    for (const auto &one : list)
        texts.append(one.toString());
    return texts;
}

QJsonObject actorJson(const Actor &actor)
{
    QJsonObject object;
    put(object, u"name"_s, actor.name);
    put(object, u"email"_s, actor.email);
    return object;
}

Actor actorIn(const QJsonObject &object, const QString &name)
{
    const auto actor = object.value(name).toObject();
    return {.name = textIn(actor, u"name"_s), .email = textIn(actor, u"email"_s)};
}

QJsonObject consumerJson(const Consumer &consumer)
{
    QJsonObject object{{u"kind"_s, kindWord(consumer.kind)}};
    put(object, u"id"_s, consumer.id);
    put(object, u"name"_s, consumer.name);
    return object;
}

QJsonArray termsJson(const QList<AcceptedTerms> &terms)
{
    QJsonArray list;
    for (const auto &one : terms) {
        QJsonObject object{{u"id"_s, one.id}, {u"sha256"_s, one.sha256}};
        put(object, u"version"_s, one.version);
        list.append(object);
    }
    return list;
}

QJsonObject itemJson(const AccessItem &item)
{
    QJsonObject object{{u"id"_s, idText(item.id)}, {u"port"_s, item.port}};
    put(object, u"product"_s, item.product);
    put(object, u"account"_s, item.account);
    put(object, u"role"_s, item.role);
    put(object, u"fields"_s, item.fields);
    QJsonArray steps;
    for (const auto &step : item.steps)
        steps.append(QJsonObject{{u"role"_s, step.role},
                                 {u"approvers"_s, QJsonArray::fromStringList(step.approvers)}});
    object.insert(u"steps"_s, steps);
    return object;
}

QJsonObject verdictJson(const PolicyVerdict &verdict)
{
    QJsonObject object{{u"policy"_s, verdict.policy},
                       {u"result"_s, resultWord(verdict.result)},
                       {u"severity"_s, severityWord(verdict.severity)}};
    put(object, u"message"_s, verdict.message);
    put(object, u"remedy"_s, verdict.remedy);
    put(object, u"port"_s, verdict.port);
    put(object, u"field"_s, verdict.field);
    put(object, u"source"_s, verdict.source);
    put(object, u"decisionId"_s, verdict.decisionId);
    return object;
}

AccessItem itemIn(const QJsonObject &object)
{
    AccessItem item{.id = idIn(object, u"id"_s),
                    .port = textIn(object, u"port"_s),
                    .product = textIn(object, u"product"_s),
                    .account = textIn(object, u"account"_s),
                    .role = textIn(object, u"role"_s),
                    .fields = textsIn(object, u"fields"_s),
                    .state = ItemState::Submitted};
    const auto steps = object.value(u"steps"_s).toArray();
    for (const auto &value : steps) {
        const auto step = value.toObject();
        item.steps.append(
            {.role = textIn(step, u"role"_s), .approvers = textsIn(step, u"approvers"_s)});
    }
    return item;
}

PolicyVerdict verdictIn(const QJsonObject &object)
{
    PolicyVerdict verdict{
        .policy = textIn(object, u"policy"_s),
        .result = resultFromWord(textIn(object, u"result"_s)).value_or(PolicyResult::Unknown),
        .message = textIn(object, u"message"_s),
        .remedy = textIn(object, u"remedy"_s),
        .port = textIn(object, u"port"_s),
        .field = textIn(object, u"field"_s),
        .source = textIn(object, u"source"_s),
        .decisionId = textIn(object, u"decisionId"_s)};
    for (const auto one : {Finding::Severity::Warning, Finding::Severity::Info}) {
        if (severityWord(one) == textIn(object, u"severity"_s))
            verdict.severity = one;
    }
    return verdict;
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<QJsonObject> objectIn(const QByteArray &payload)
{
    const auto document = QJsonDocument::fromJson(payload);
    if (!document.isObject())
        return failure(Error::Kind::BadInput, u"the payload is no JSON object"_s);
    return document.object();
}

} // namespace

QString createRequestKind()
{
    return u"request.create"_s;
}

QString decideRequestKind()
{
    return u"request.decide"_s;
}

QByteArray toJson(const AccessRequest &request)
{
    QJsonObject object{{u"id"_s, idText(request.id)},
                       {u"asker"_s, actorJson(request.asker)},
                       {u"consumer"_s, consumerJson(request.consumer)}};
    put(object, u"created"_s, request.created);
    put(object, u"purpose"_s, request.purpose);
    put(object, u"justification"_s, request.justification);
    put(object, u"exception"_s, request.exception);
    put(object, u"from"_s, request.from);
    put(object, u"to"_s, request.to);
    put(object, u"renews"_s, request.renews);
    if (!request.terms.isEmpty())
        object.insert(u"terms"_s, termsJson(request.terms));
    QJsonArray items;
    for (const auto &item : request.items)
        items.append(itemJson(item));
    object.insert(u"items"_s, items);
    QJsonArray verdicts;
    for (const auto &verdict : request.verdicts)
        verdicts.append(verdictJson(verdict));
    if (!verdicts.isEmpty())
        object.insert(u"verdicts"_s, verdicts);
    return bytesOf(object);
}

QByteArray toJson(const AccessDecision &decision)
{
    QJsonObject object{{u"id"_s, idText(decision.id)},
                       {u"item"_s, idText(decision.item)},
                       {u"decision"_s, decisionWord(decision.kind)},
                       {u"by"_s, actorJson(decision.by)}};
    put(object, u"at"_s, decision.at);
    put(object, u"step"_s, decision.step);
    put(object, u"reason"_s, decision.reason);
    put(object, u"asked"_s, decision.asked);
    QStringList replaces;
    for (const auto &id : decision.replaces)
        replaces.append(idText(id));
    put(object, u"replaces"_s, replaces);
    return bytesOf(object);
}

Result<AccessRequest> requestFromJson(const QByteArray &payload)
{
    const auto read = objectIn(payload);
    if (!read)
        return tl::unexpected(read.error());
    const auto &object = *read;
    const auto consumer = object.value(u"consumer"_s).toObject();
    AccessRequest request{
        .id = idIn(object, u"id"_s),
        .consumer = {.kind = kindFromWord(textIn(consumer, u"kind"_s)).value_or(EntityKind::Team),
                     .id = textIn(consumer, u"id"_s),
                     .name = textIn(consumer, u"name"_s)},
        .purpose = textIn(object, u"purpose"_s),
        .justification = textIn(object, u"justification"_s),
        .from = dayIn(object, u"from"_s),
        .to = dayIn(object, u"to"_s),
        .asker = actorIn(object, u"asker"_s),
        .created = timeIn(object, u"created"_s),
        .renews = idIn(object, u"renews"_s),
        .exception = textIn(object, u"exception"_s)};
    const auto terms = object.value(u"terms"_s).toArray();
    for (const auto &value : terms) {
        const auto one = value.toObject();
        request.terms.append({.id = textIn(one, u"id"_s),
                              .version = textIn(one, u"version"_s),
                              .sha256 = textIn(one, u"sha256"_s)});
    }
    const auto items = object.value(u"items"_s).toArray();
    for (const auto &value : items)
        request.items.append(itemIn(value.toObject()));
    const auto verdicts = object.value(u"verdicts"_s).toArray();
    for (const auto &value : verdicts)
        request.verdicts.append(verdictIn(value.toObject()));
    if (request.id.isNull() || request.items.isEmpty())
        return failure(Error::Kind::BadInput, u"the payload is no access request"_s);
    return request;
}

Result<AccessDecision> decisionFromJson(const QByteArray &payload)
{
    const auto read = objectIn(payload);
    if (!read)
        return tl::unexpected(read.error());
    const auto &object = *read;
    const auto kind = decisionFromWord(textIn(object, u"decision"_s));
    AccessDecision decision{.id = idIn(object, u"id"_s),
                            .item = idIn(object, u"item"_s),
                            .kind = kind.value_or(DecisionKind::Ask),
                            .by = actorIn(object, u"by"_s),
                            .at = timeIn(object, u"at"_s),
                            .step = textIn(object, u"step"_s),
                            .reason = textIn(object, u"reason"_s),
                            .asked = textIn(object, u"asked"_s)};
    for (const auto &text : textsIn(object, u"replaces"_s))
        decision.replaces.append(QUuid(text));
    if (!kind || decision.id.isNull() || decision.item.isNull())
        return failure(Error::Kind::BadInput, u"the payload is no decision"_s);
    return decision;
}

} // namespace portolan::domain
