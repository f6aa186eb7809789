// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/question.h"

#include "models/policy/askedfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::policy {
namespace {

using domain::PolicyQuestion;
using domain::PolicyResult;
using domain::PolicyVerdict;

constexpr int schemaVersion = 1;

//! Adds what is known: an absent value leaves no member behind.
void put(QJsonObject &object, const QString &name, const std::optional<QString> &value)
{
    if (value)
        object.insert(name, *value);
}

void put(QJsonObject &object, const QString &name, const std::optional<QStringList> &value)
{
    if (value)
        object.insert(name, QJsonArray::fromStringList(*value));
}

void putDay(QJsonObject &object, const QString &name, const QDate &day)
{
    if (day.isValid())
        object.insert(name, day.toString(Qt::ISODate));
}

//! The innermost domain, and the whole way to it.
void putDomain(QJsonObject &object, const std::optional<QStringList> &path)
{
    if (!path)
        return;
    object.insert(u"domain"_s, path->isEmpty() ? QString() : path->last());
    put(object, u"domain_path"_s, path);
}

QJsonObject subjectJson(const domain::Actor &asker, const AskerFacts &facts)
{
    QJsonObject subject{{u"id"_s, asker.email}};
    if (!asker.name.isEmpty())
        subject.insert(u"name"_s, asker.name);
    put(subject, u"teams"_s, facts.teams);
    put(subject, u"team_ids"_s, facts.teamIds);
    putDomain(subject, facts.domain);
    put(subject, u"roles"_s, facts.roles);
    put(subject, u"trainings"_s, facts.trainings);
    return subject;
}

//! How things stand round what is asked for; empty where nothing of it is known.
QJsonObject contextJson(const HealthFacts &health)
{
    using domain::SloState;
    QJsonObject context;
    QJsonObject quality;
    if (health.checks)
        quality.insert(u"checks"_s, *health.checks);
    if (health.openFailures)
        quality.insert(u"open_failures"_s, *health.openFailures);
    if (!quality.isEmpty())
        context.insert(u"quality"_s, quality);
    if (!health.slo)
        return context;
    QJsonObject slo{{u"state"_s, domain::sloStateWord(*health.slo)}};
    if (*health.slo != SloState::Unknown)
        slo.insert(u"burning"_s, *health.slo != SloState::Met);
    context.insert(u"slo"_s, slo);
    return context;
}

QJsonObject productJson(const ProductFacts &product)
{
    QJsonObject object{{u"id"_s, product.id}};
    put(object, u"name"_s, product.name);
    put(object, u"version"_s, product.version);
    put(object, u"status"_s, product.status);
    put(object, u"description"_s, product.description);
    put(object, u"owner"_s, product.owner);
    put(object, u"owner_team"_s, product.ownerTeam);
    putDomain(object, product.domain);
    put(object, u"tags"_s, product.tags);
    return object;
}

QJsonObject portJson(const PortFacts &port)
{
    QJsonObject object{{u"id"_s, port.id}, {u"name"_s, port.name}};
    put(object, u"version"_s, port.version);
    put(object, u"status"_s, port.status);
    put(object, u"description"_s, port.description);
    put(object, u"type"_s, port.type);
    put(object, u"environment"_s, port.environment);
    return object;
}

//! The classifications of those of \a fields that \a paths name, each once; of
//! all when empty.
QStringList classificationsOf(const QList<FieldFacts> &fields, const QStringList &paths)
{
    const AskedFields asked(paths);
    QStringList found;
    for (const auto &field : fields) {
        if (!field.classification.isEmpty() && asked.include(field))
            found.append(field.classification);
    }
    found.removeDuplicates();
    found.sort();
    return found;
}

QJsonArray rolesJson(const QList<domain::Role> &roles)
{
    QJsonArray array;
    for (const auto &role : roles)
        array.append(QJsonObject{{u"role"_s, role.role},
                                 {u"access"_s, role.access},
                                 {u"firstLevelApprovers"_s, role.firstLevelApprovers},
                                 {u"secondLevelApprovers"_s, role.secondLevelApprovers}});
    return array;
}

QJsonObject contractJson(const ContractFacts &contract)
{
    QJsonObject object{{u"id"_s, contract.id}};
    put(object, u"version"_s, contract.version);
    put(object, u"status"_s, contract.status);
    put(object, u"promises"_s, contract.promises);
    if (contract.fields)
        object.insert(u"classifications"_s,
                      QJsonArray::fromStringList(classificationsOf(*contract.fields, {})));
    if (contract.roles)
        object.insert(u"roles"_s, rolesJson(*contract.roles));
    if (contract.retentionDays)
        object.insert(u"retention_days"_s, *contract.retentionDays);
    return object;
}

QJsonObject resourceJson(const ItemFacts &item)
{
    QJsonObject resource;
    if (item.product)
        resource.insert(u"product"_s, productJson(*item.product));
    resource.insert(u"port"_s,
                    item.facts ? portJson(*item.facts) : QJsonObject{{u"id"_s, item.port}});
    if (item.facts && item.facts->contract)
        resource.insert(u"contract"_s, contractJson(*item.facts->contract));
    return resource;
}

QJsonObject consumerJson(const domain::Consumer &consumer)
{
    QJsonObject object{{u"type"_s, domain::kindWord(consumer.kind)}};
    if (!consumer.id.isEmpty())
        object.insert(u"id"_s, consumer.id);
    if (!consumer.name.isEmpty())
        object.insert(u"name"_s, consumer.name);
    return object;
}

//! Whether the terms of the port's contract are accepted as they are; absent
//! where nobody knows.
std::optional<bool> areTermsAccepted(const ItemFacts &item,
                                     const QList<domain::AcceptedTerms> &terms)
{
    if (!item.facts || !item.facts->contract || !item.facts->contract->termsSha256)
        return {};
    const auto &contract = *item.facts->contract;
    return contract.termsSha256->isEmpty()
        || std::any_of(terms.begin(), terms.end(), [&contract](const auto &one) {
               return one.id == contract.id && one.sha256 == *contract.termsSha256;
           });
}

QJsonObject requestJson(const domain::AccessRequest &request, const domain::AccessItem &item,
                        const ItemFacts &facts)
{
    QJsonObject object{{u"purpose"_s, request.justification},
                       {u"purpose_code"_s, request.purpose},
                       {u"consumer"_s, consumerJson(request.consumer)}};
    QJsonArray roles;
    if (!item.role.isEmpty())
        roles.append(item.role);
    object.insert(u"roles"_s, roles);
    putDay(object, u"start"_s, request.from);
    putDay(object, u"end"_s, request.to);
    if (!item.fields.isEmpty())
        object.insert(u"fields"_s, QJsonArray::fromStringList(item.fields));
    // What a field gives away that no contract knows is not known, which is not "nothing".
    if (facts.facts && facts.facts->contract && facts.facts->contract->fields
        && unknownPathIn(item.fields, *facts.facts->contract->fields).isEmpty())
        object.insert(u"classifications"_s,
                      QJsonArray::fromStringList(
                          classificationsOf(*facts.facts->contract->fields, item.fields)));
    if (const auto accepted = areTermsAccepted(facts, request.terms))
        object.insert(u"terms_accepted"_s, *accepted);
    if (!request.renews.isNull())
        object.insert(u"renews"_s, request.renews.toString(QUuid::WithoutBraces));
    return object;
}

QJsonArray fieldsJson(const QList<FieldFacts> &fields)
{
    QJsonArray array;
    for (const auto &field : fields)
        array.append(QJsonObject{{u"object"_s, field.object},
                                 {u"path"_s, field.path},
                                 {u"classification"_s, field.classification},
                                 {u"described"_s, field.isDescribed}});
    return array;
}

//! The steps of a pointer, however it is written: "/request/end",
//! "input.request.end".
QStringList stepsOf(const QString &pointer)
{
    auto steps = pointer.contains(u'/') ? pointer.split(u'/', Qt::SkipEmptyParts)
                                        : pointer.split(u'.', Qt::SkipEmptyParts);
    for (auto &step : steps)
        step.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
    if (!steps.isEmpty() && steps.first() == u"#")
        steps.removeFirst();
    if (steps.size() > 1 && steps.first() == u"input")
        steps.removeFirst();
    return steps;
}

//! The field of the form that \a steps lead to; empty where there is none.
QString formFieldOf(const QStringList &steps, const PolicyQuestion &question)
{
    static const QHash<QString, QString> words{{u"purpose"_s, u"justification"_s},
                                               {u"purpose_code"_s, u"purpose"_s},
                                               {u"start"_s, u"from"_s},
                                               {u"end"_s, u"to"_s},
                                               {u"roles"_s, u"role"_s},
                                               {u"consumer"_s, u"consumer"_s},
                                               {u"terms_accepted"_s, u"terms"_s},
                                               {u"fields"_s, u"fields"_s},
                                               {u"classifications"_s, u"fields"_s}};
    const auto part = steps.value(0);
    const auto member = steps.value(1);
    if (part == u"request") {
        const auto fields = question.input.value(u"request"_s).toObject().value(u"fields"_s);
        bool isNumber = false;
        const int at = steps.value(2).toInt(&isNumber);
        if (member == u"fields" && isNumber && at >= 0 && fields.toArray().size() > at)
            return fields.toArray().at(at).toString();
        return words.value(member);
    }
    if (part == u"resource")
        return member == u"contract" && steps.value(2) == u"classifications" ? u"fields"_s
                                                                             : u"port"_s;
    return {};
}

} // namespace

QList<PolicyQuestion> questionsOf(const domain::AccessRequest &request, const RequestFacts &facts,
                                  const QHash<QString, int> &agreements, const QDateTime &now)
{
    const auto subject = subjectJson(request.asker, facts.asker);
    QList<PolicyQuestion> questions;
    for (qsizetype i = 0; i < request.items.size(); ++i) {
        const auto &item = request.items.at(i);
        const auto itemFacts = facts.items.value(i, {.port = item.port});
        QJsonObject input{{u"schema_version"_s, schemaVersion},
                          {u"action"_s, u"request_access"_s},
                          {u"now"_s, now.toUTC().toString(Qt::ISODate)},
                          {u"subject"_s, subject},
                          {u"resource"_s, resourceJson(itemFacts)},
                          {u"request"_s, requestJson(request, item, itemFacts)}};
        auto context = itemFacts.product ? contextJson(itemFacts.product->health) : QJsonObject();
        if (agreements.contains(item.port))
            context.insert(u"existing_agreements"_s, agreements.value(item.port));
        if (!context.isEmpty())
            input.insert(u"context"_s, context);
        questions.append(
            {.about = PolicyQuestion::About::Request, .thing = item.port, .input = input});
    }
    return questions;
}

PolicyQuestion questionOf(const ProductFacts &product, const QByteArray &descriptor)
{
    auto document = productJson(product);
    if (product.ports) {
        QJsonArray ports;
        for (const auto &port : *product.ports) {
            auto one = portJson(port);
            if (port.contract) {
                auto contract = contractJson(*port.contract);
                if (port.contract->fields)
                    contract.insert(u"fields"_s, fieldsJson(*port.contract->fields));
                one.insert(u"contract"_s, contract);
            }
            ports.append(one);
        }
        document.insert(u"ports"_s, ports);
    }
    QJsonObject input{{u"schema_version"_s, schemaVersion},
                      {u"action"_s, u"judge_product"_s},
                      {u"product"_s, document}};
    if (const auto context = contextJson(product.health); !context.isEmpty())
        input.insert(u"context"_s, context);
    const auto written = QJsonDocument::fromJson(descriptor);
    if (written.isObject())
        input.insert(u"descriptor"_s, written.object());
    return {.about = PolicyQuestion::About::Product, .thing = product.id, .input = input};
}

QList<PolicyVerdict> placed(QList<PolicyVerdict> verdicts, const PolicyQuestion &question)
{
    if (question.about == PolicyQuestion::About::Product)
        return verdicts;
    for (auto &verdict : verdicts) {
        const auto steps = stepsOf(verdict.field);
        verdict.field = formFieldOf(steps, question);
        const bool isOfWhole = steps.value(0) == u"subject" || verdict.field == u"purpose"
            || verdict.field == u"justification" || verdict.field == u"from"
            || verdict.field == u"to" || verdict.field == u"consumer";
        verdict.port = isOfWhole ? QString() : question.thing;
    }
    return verdicts;
}

PolicyVerdict notChecked(const QString &account, const QString &why)
{
    return {.policy = account,
            .message = u"This could not be checked (%1)"_s.arg(why),
            .source = u"opa"_s};
}

QList<PolicyVerdict> notAskedYet(const QStringList &accounts)
{
    QList<PolicyVerdict> verdicts;
    for (const auto &account : accounts)
        verdicts.append(notChecked(account, u"it has not answered yet"_s));
    return verdicts;
}

QList<PolicyVerdict> saidOnce(const QList<PolicyVerdict> &verdicts)
{
    QList<PolicyVerdict> once;
    for (const auto &one : verdicts) {
        const auto isSame = [&one](const PolicyVerdict &other) {
            return one.policy == other.policy && one.result == other.result
                && one.message == other.message && one.field == other.field
                && one.port == other.port && one.source == other.source;
        };
        if (std::none_of(once.begin(), once.end(), isSame))
            once.append(one);
    }
    return once;
}

QList<PolicyVerdict> newFailures(const QList<PolicyVerdict> &before,
                                 const QList<PolicyVerdict> &verdicts)
{
    QList<PolicyVerdict> found;
    for (const auto &one : verdicts) {
        const auto isKnown = [&one](const PolicyVerdict &old) {
            return old.result == PolicyResult::Fail && old.policy == one.policy
                && old.port == one.port && old.source == one.source;
        };
        if (one.result == PolicyResult::Fail && std::none_of(before.begin(), before.end(), isKnown))
            found.append(one);
    }
    return found;
}

bool isRemote(const PolicyVerdict &verdict)
{
    return !verdict.source.isEmpty() && verdict.source != u"local";
}

} // namespace portolan::policy
