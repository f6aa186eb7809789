// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/identity.h"
#include "models/formats/access/accessfile.h"
#include "models/formats/access/yamlwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::access {
namespace {

using domain::AcceptedTerms;
using domain::AccessItem;
using domain::Actor;

QString textOf(QDate date)
{
    return date.isValid() ? date.toString(u"yyyy-MM-dd"_s) : QString();
}

QString textOf(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QString textOf(const QUuid &id)
{
    return id.isNull() ? QString() : idText(id);
}

void writeActor(YamlWriter &yaml, std::string_view key, const Actor &actor)
{
    yaml.begin(key);
    yaml.member("name", actor.name);
    yaml.member("email", actor.email);
    yaml.end();
}

void writeConsumer(YamlWriter &yaml, const domain::Consumer &consumer)
{
    yaml.begin("consumer");
    yaml.member("kind", domain::kindWord(consumer.kind));
    yaml.optional("id", consumer.id);
    yaml.optional("name", consumer.name);
    yaml.end();
}

void writeTerms(YamlWriter &yaml, const QList<AcceptedTerms> &terms)
{
    if (terms.isEmpty())
        return;
    yaml.beginList("terms");
    for (const auto &one : terms) {
        yaml.beginItem();
        yaml.member("id", one.id);
        yaml.optional("version", one.version);
        yaml.member("sha256", one.sha256);
        yaml.end();
    }
    yaml.end();
}

void writeItem(YamlWriter &yaml, const AccessItem &item)
{
    yaml.beginItem();
    yaml.member("id", textOf(item.id));
    yaml.member("port", item.port);
    yaml.optional("product", item.product);
    yaml.optional("account", item.account);
    yaml.optional("role", item.role);
    yaml.texts("fields", item.fields);
    if (!item.steps.isEmpty())
        yaml.beginList("steps");
    for (const auto &step : item.steps) {
        yaml.beginItem();
        yaml.member("role", step.role);
        yaml.texts("approvers", step.approvers);
        yaml.end();
    }
    if (!item.steps.isEmpty())
        yaml.end();
    yaml.end();
}

void writeVerdict(YamlWriter &yaml, const domain::PolicyVerdict &verdict)
{
    yaml.beginItem();
    yaml.member("policy", verdict.policy);
    yaml.member("result", domain::resultWord(verdict.result));
    yaml.member("severity", domain::severityWord(verdict.severity));
    yaml.optional("message", verdict.message);
    yaml.optional("remedy", verdict.remedy);
    yaml.optional("port", verdict.port);
    yaml.optional("field", verdict.field);
    yaml.optional("source", verdict.source);
    yaml.optional("decisionId", verdict.decisionId);
    yaml.end();
}

} // namespace

QByteArray write(const domain::AccessRequest &request)
{
    YamlWriter yaml;
    yaml.member("format", u"portolan.access-request/1"_s);
    yaml.member("id", textOf(request.id));
    yaml.member("created", textOf(request.created));
    writeActor(yaml, "asker", request.asker);
    writeConsumer(yaml, request.consumer);
    yaml.optional("purpose", request.purpose);
    yaml.optional("justification", request.justification);
    yaml.optional("exception", request.exception);
    yaml.optional("from", textOf(request.from));
    yaml.optional("to", textOf(request.to));
    yaml.optional("renews", textOf(request.renews));
    writeTerms(yaml, request.terms);
    if (!request.items.isEmpty()) {
        yaml.beginList("items");
        for (const auto &item : request.items)
            writeItem(yaml, item);
        yaml.end();
    }
    if (!request.verdicts.isEmpty()) {
        yaml.beginList("verdicts");
        for (const auto &verdict : request.verdicts)
            writeVerdict(yaml, verdict);
        yaml.end();
    }
    return yaml.bytes();
}

QByteArray write(const domain::AccessDecision &decision)
{
    YamlWriter yaml;
    yaml.member("format", u"portolan.access-decision/1"_s);
    yaml.member("id", textOf(decision.id));
    yaml.member("item", textOf(decision.item));
    yaml.member("decision", domain::decisionWord(decision.kind));
    yaml.optional("step", decision.step);
    writeActor(yaml, "by", decision.by);
    yaml.member("at", textOf(decision.at));
    yaml.optional("reason", decision.reason);
    yaml.optional("asked", decision.asked);
    QStringList replaces;
    for (const auto &id : decision.replaces)
        replaces.append(textOf(id));
    yaml.texts("replaces", replaces);
    return yaml.bytes();
}

QByteArray write(const domain::Agreement &agreement)
{
    YamlWriter yaml;
    yaml.member("format", u"portolan.agreement/1"_s);
    yaml.member("id", textOf(agreement.id));
    yaml.member("request", textOf(agreement.request));
    yaml.member("item", textOf(agreement.item));
    yaml.member("state", domain::standingWord(agreement.standing));
    yaml.member("port", agreement.port);
    yaml.optional("product", agreement.product);
    yaml.optional("account", agreement.account);
    writeConsumer(yaml, agreement.consumer);
    yaml.optional("purpose", agreement.purpose);
    yaml.optional("role", agreement.role);
    yaml.texts("fields", agreement.fields);
    yaml.optional("from", textOf(agreement.from));
    yaml.optional("to", textOf(agreement.to));
    yaml.optional("renews", textOf(agreement.renews));
    writeTerms(yaml, agreement.terms);
    return yaml.bytes();
}

QByteArray write(const domain::Grant &grant)
{
    YamlWriter yaml;
    yaml.member("format", u"portolan.grant/1"_s);
    yaml.member("agreement", textOf(grant.agreement));
    yaml.optional("platform", grant.platform);
    yaml.optional("reference", grant.reference);
    if (grant.changes.isEmpty())
        return yaml.bytes();
    yaml.beginList("states");
    for (const auto &change : grant.changes) {
        yaml.beginItem();
        yaml.member("state", domain::stateWord(change.state));
        yaml.optional("at", textOf(change.at));
        yaml.optional("diagnostics", change.diagnostics);
        yaml.end();
    }
    yaml.end();
    return yaml.bytes();
}

} // namespace portolan::formats::access
