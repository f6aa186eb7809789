// SPDX-License-Identifier: GPL-3.0-or-later
// Requests and agreements as cli.md promises them, and as text.
#include "app/cli/accessdesk.h"
#include "app/cli/entityjson.h"
#include "app/cli/output.h"
#include "models/base/identity.h"
#include "models/domain/approval.h"
#include "models/items/accessreading.h"
#include "models/sync/report.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

using domain::AccessRequest;
using domain::ItemOutcome;

QString dayText(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

QJsonObject consumerJson(const domain::Consumer &consumer)
{
    QJsonObject object{{u"kind"_s, domain::kindWord(consumer.kind)}};
    insertText(object, u"id"_s, consumer.id);
    insertText(object, u"name"_s, consumer.name);
    return object;
}

QJsonArray verdictsJson(const QList<domain::PolicyVerdict> &verdicts)
{
    QJsonArray list;
    for (const auto &one : verdicts) {
        QJsonObject object{{u"policy"_s, one.policy},
                           {u"result"_s, domain::resultWord(one.result)},
                           {u"severity"_s, domain::severityWord(one.severity)},
                           {u"message"_s, one.message}};
        insertText(object, u"remedy"_s, one.remedy);
        insertText(object, u"port"_s, one.port);
        insertText(object, u"field"_s, one.field);
        insertText(object, u"source"_s, one.source);
        insertText(object, u"decisionId"_s, one.decisionId);
        list.append(object);
    }
    return list;
}

QJsonObject stepJson(const domain::ApprovalStep &step,
                     const std::optional<domain::AccessDecision> &decision)
{
    QJsonObject object{{u"role"_s, step.role},
                       {u"approvers"_s, QJsonArray::fromStringList(step.approvers)}};
    if (!decision)
        return object;
    object.insert(u"approver"_s, decision->by.email);
    object.insert(u"decision"_s, domain::decisionWord(decision->kind));
    insertText(object, u"reason"_s, decision->reason);
    object.insert(u"at"_s, timeText(decision->at));
    return object;
}

QJsonObject itemJson(const domain::AccessItem &item)
{
    QJsonObject object{{u"port"_s, item.port},
                       {u"product"_s, item.product},
                       {u"account"_s, item.account},
                       {u"state"_s, domain::stateWord(item.state)}};
    insertText(object, u"role"_s, item.role);
    if (!item.fields.isEmpty())
        object.insert(u"fields"_s, QJsonArray::fromStringList(item.fields));
    insertText(object, u"nativeId"_s, item.nativeId);
    return object;
}

void insertPeriod(QJsonObject &object, QDate from, QDate to)
{
    insertText(object, u"from"_s, dayText(from));
    object.insert(u"to"_s, to.isValid() ? QJsonValue(dayText(to)) : QJsonValue());
}

QJsonObject headJson(const AccessRequest &request)
{
    QJsonObject object{{u"id"_s, idText(request.id)},
                       {u"label"_s, domain::labelOf(request.id)},
                       {u"consumer"_s, consumerJson(request.consumer)},
                       {u"purpose"_s, request.purpose},
                       {u"justification"_s, request.justification},
                       {u"asker"_s, domain::textOf(request.asker)},
                       {u"created"_s, timeText(request.created)},
                       {u"verdicts"_s, verdictsJson(request.verdicts)}};
    insertPeriod(object, request.from, request.to);
    insertText(object, u"exception"_s, request.exception);
    if (!request.renews.isNull())
        object.insert(u"renews"_s, idText(request.renews));
    QJsonArray terms;
    for (const auto &one : request.terms)
        terms.append(
            QJsonObject{{u"id"_s, one.id}, {u"version"_s, one.version}, {u"sha256"_s, one.sha256}});
    object.insert(u"terms"_s, terms);
    return object;
}

QString effectWord(domain::DecisionEffect effect)
{
    switch (effect) {
    case domain::DecisionEffect::Counts:
        return u"counts"_s;
    case domain::DecisionEffect::ByAsker:
        return u"by the asker"_s;
    case domain::DecisionEffect::NoApprover:
        return u"by no approver"_s;
    case domain::DecisionEffect::OtherRequest:
        return u"about another state of the request"_s;
    case domain::DecisionEffect::Replaced:
        return u"replaced"_s;
    case domain::DecisionEffect::TooLate:
        return u"too late"_s;
    case domain::DecisionEffect::UnknownItem:
        break;
    }
    return u"about no item"_s;
}

QJsonArray decisionsJson(const items::AccessCase &one)
{
    QJsonArray list;
    for (const auto &judged : one.outcome.decisions) {
        const auto &decision = judged.decision;
        QString port;
        for (const auto &item : one.request.items) {
            if (item.id == decision.item)
                port = item.port;
        }
        QJsonObject object{{u"id"_s, idText(decision.id)},
                           {u"decision"_s, domain::decisionWord(decision.kind)},
                           {u"by"_s, domain::textOf(decision.by)},
                           {u"at"_s, timeText(decision.at)},
                           {u"effect"_s, effectWord(judged.effect)}};
        insertText(object, u"port"_s, port);
        insertText(object, u"step"_s, decision.step);
        insertText(object, u"reason"_s, decision.reason);
        list.append(object);
    }
    return list;
}

void appendExternal(QJsonArray &list, const AskedFor &asked)
{
    for (const auto &request : asked.external)
        list.append(requestJson(request, asked.pages));
}

//! Where what no account takes is asked for.
void printExternal(const AskedFor &asked)
{
    for (const auto &request : asked.external) {
        for (const auto &item : request.items) {
            const auto page = asked.pages.value(item.port);
            printLine(
                page.isEmpty()
                    ? u"%1 is asked for on its platform's own page; nothing was sent"_s.arg(
                        item.port)
                    : u"%1 is asked for on its platform's own page: %2; nothing was sent"_s.arg(
                        item.port, page));
        }
    }
}

void printCase(const items::AccessCase &one, const items::AccessBoard &board)
{
    const auto &request = one.request;
    printLine(u"%1  %2, asked by %3 for %4"_s.arg(
        domain::labelOf(request.id), domain::stateWord(one.outcome.state),
        domain::textOf(request.asker),
        request.consumer.name.isEmpty() ? request.consumer.id : request.consumer.name));
    printLine(u"  purpose %1, from %2 to %3"_s.arg(
        request.purpose.isEmpty() ? u"-"_s : request.purpose,
        request.from.isValid() ? dayText(request.from) : u"approval"_s,
        request.to.isValid() ? dayText(request.to) : u"no end"_s));
    printLine(u"  "_s + request.justification);
    if (!request.exception.isEmpty())
        printLine(u"  exception: "_s + request.exception);
    for (qsizetype i = 0; i < one.outcome.items.size(); ++i) {
        const auto &item = one.outcome.items.at(i);
        printLine(u"  %1: %2%3"_s.arg(request.items.at(i).port, domain::stateWord(item.state),
                                      item.isContradicted ? u", in conflict"_s : QString()));
        for (const auto &step : item.steps)
            printLine(u"    %1: %2"_s.arg(
                step.step.role,
                step.decision ? u"%1 by %2"_s.arg(domain::decisionWord(step.decision->kind),
                                                  domain::textOf(step.decision->by))
                              : u"waits for "_s + step.step.approvers.join(u", "_s)));
        if (item.agreement)
            printLine(u"    agreement %1: %2"_s.arg(
                idText(item.agreement->id), domain::stateWord(stateOf(*item.agreement, board))));
    }
    for (const auto &judged : one.outcome.decisions) {
        const auto &decision = judged.decision;
        const bool counts = judged.effect == domain::DecisionEffect::Counts;
        printLine(u"  %1 %2: %3%4%5"_s.arg(
            decision.at.toUTC().toString(u"yyyy-MM-dd"_s), domain::textOf(decision.by),
            domain::decisionWord(decision.kind),
            counts ? QString() : u" ("_s + effectWord(judged.effect) + u')',
            decision.reason.isEmpty() ? QString() : u": "_s + decision.reason));
    }
    for (const auto &verdict : request.verdicts) {
        if (verdict.result != domain::PolicyResult::Pass)
            printLine(u"  policy %1 %2: %3"_s.arg(
                verdict.policy, domain::resultWord(verdict.result), verdict.message));
    }
    if (one.outcome.state == domain::RequestState::Draft && !one.waiting.isEmpty())
        printLine(
            u"  a draft, held back; `outbox retry %1` lets it go"_s.arg(one.waiting.first().id));
    else if (!one.waiting.isEmpty())
        printLine(u"  %1 waiting in the outbox; `sync` sends it"_s.arg(one.waiting.size()));
    else if (!one.isShared)
        printLine(u"  written, not shared: commit %1"_s.arg(one.place));
    for (const auto &finding : one.findings)
        printLine(u"  "_s + domain::lineOf(finding));
}

} // namespace

QJsonObject requestJson(const AccessRequest &request, const QHash<QString, QString> &pages)
{
    auto object = headJson(request);
    QJsonArray items;
    QList<domain::ItemState> states;
    for (const auto &each : request.items) {
        auto item = each;
        if (item.state != domain::ItemState::External)
            item.state = domain::ItemState::Draft; // as it would be sent, but nothing was
        states.append(item.state);
        auto one = itemJson(item);
        insertText(one, u"page"_s, pages.value(item.port));
        QJsonArray steps;
        for (const auto &step : item.steps)
            steps.append(stepJson(step, {}));
        one.insert(u"steps"_s, steps);
        items.append(one);
    }
    object.insert(u"state"_s, domain::stateWord(domain::derivedState(states)));
    object.insert(u"items"_s, items);
    return object;
}

QJsonObject requestJson(const items::AccessCase &one, const items::AccessBoard &board)
{
    auto object = headJson(one.request);
    object.insert(u"state"_s, domain::stateWord(one.outcome.state));
    QJsonArray items;
    for (qsizetype i = 0; i < one.outcome.items.size(); ++i) {
        const ItemOutcome &outcome = one.outcome.items.at(i);
        auto item = itemJson(one.request.items.at(i));
        item.insert(u"state"_s, domain::stateWord(outcome.state));
        if (outcome.isContradicted)
            item.insert(u"contradicted"_s, true);
        QJsonArray steps;
        for (const auto &step : outcome.steps)
            steps.append(stepJson(step.step, step.decision));
        item.insert(u"steps"_s, steps);
        if (outcome.agreement) {
            QJsonObject agreement{
                {u"id"_s, idText(outcome.agreement->id)},
                {u"state"_s, domain::stateWord(stateOf(*outcome.agreement, board))}};
            insertPeriod(agreement, outcome.agreement->from, outcome.agreement->to);
            item.insert(u"agreement"_s, agreement);
        }
        items.append(item);
    }
    object.insert(u"items"_s, items);
    object.insert(u"decisions"_s, decisionsJson(one));
    object.insert(u"shared"_s, one.isShared);
    insertText(object, u"file"_s, one.place);
    QJsonArray waiting;
    for (const auto &operation : one.waiting)
        waiting.append(QString::number(operation.id));
    object.insert(u"waiting"_s, waiting);
    object.insert(u"findings"_s, sync::findingsJson(one.findings));
    return object;
}

QJsonObject grantJson(const domain::Grant &grant)
{
    const auto changeJson = [](const domain::GrantChange &change) {
        QJsonObject object{{u"state"_s, domain::stateWord(change.state)}};
        if (change.at.isValid())
            object.insert(u"at"_s, timeText(change.at));
        insertText(object, u"diagnostics"_s, change.diagnostics);
        return object;
    };
    auto object = changeJson(domain::outcomeOf(grant).now);
    insertText(object, u"platform"_s, grant.platform);
    insertText(object, u"reference"_s, grant.reference);
    QJsonArray history;
    for (const auto &change : grant.changes)
        history.append(changeJson(change));
    object.insert(u"history"_s, history);
    return object;
}

QJsonObject agreementJson(const domain::Agreement &agreement, const items::AccessBoard &board)
{
    QJsonObject object{{u"id"_s, idText(agreement.id)},
                       {u"state"_s, domain::stateWord(stateOf(agreement, board))},
                       {u"port"_s, agreement.port},
                       {u"product"_s, agreement.product},
                       {u"consumer"_s, consumerJson(agreement.consumer)},
                       {u"purpose"_s, agreement.purpose},
                       {u"request"_s, idText(agreement.request)},
                       {u"account"_s, agreement.account}};
    insertText(object, u"role"_s, agreement.role);
    insertPeriod(object, items::beganOn(agreement, board), agreement.to);
    if (!agreement.renews.isNull())
        object.insert(u"renews"_s, idText(agreement.renews));
    if (const auto grant = board.grants.constFind(agreement.id); grant != board.grants.cend())
        object.insert(u"grant"_s, grantJson(*grant));
    return object;
}

int printCases(const QList<items::AccessCase> &cases, const items::AccessBoard &board,
               const Arguments &arguments, const AskedFor &asked)
{
    const int status = asked.external.isEmpty() ? 0 : int(Exit::NotFound);
    if (arguments.json) {
        QJsonArray list;
        for (const auto &one : cases)
            list.append(requestJson(one, board));
        appendExternal(list, asked);
        printDocument({{u"format"_s, u"portolan.request/1"_s}, {u"requests"_s, list}});
        return status;
    }
    if (cases.isEmpty() && asked.external.isEmpty())
        printLine(u"no requests"_s);
    for (const auto &one : cases)
        printCase(one, board);
    printExternal(asked);
    return status;
}

void printVerdicts(const AskedFor &asked, const Arguments &arguments)
{
    const auto &requests = asked.requests;
    if (arguments.json) {
        QJsonArray list;
        for (const auto &request : requests)
            list.append(requestJson(request));
        appendExternal(list, asked);
        printDocument({{u"format"_s, u"portolan.request/1"_s}, {u"requests"_s, list}});
        return;
    }
    printExternal(asked);
    if (requests.isEmpty())
        return;
    QList<QStringList> rows;
    for (const auto &request : requests) {
        const auto account = request.items.value(0).account;
        for (const auto &one : request.verdicts)
            rows.append({domain::resultWord(one.result), account, one.policy, one.port, one.message,
                         one.result == domain::PolicyResult::Pass ? QString() : one.remedy,
                         one.decisionId.isEmpty()
                             ? one.source
                             : u"%1, decision %2"_s.arg(one.source, one.decisionId)});
    }
    QStringList heads{u"RESULT"_s, u"ACCOUNT"_s, u"POLICY"_s, u"PORT"_s,
                      u"WHY"_s,    u"REMEDY"_s,  u"SOURCE"_s};
    if (requests.size() == 1) {
        heads.removeAt(1);
        for (auto &row : rows)
            row.removeAt(1);
    }
    printTable(heads, rows);
}

} // namespace portolan::cli
