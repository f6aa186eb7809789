// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/judge.h"

#include "models/policy/checks.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::policy {
namespace {

using domain::PolicyKind;
using domain::PolicyResult;
using domain::PolicyRule;
using domain::PolicyScope;
using domain::PolicyVerdict;

Answer answerOf(const PolicyRule &rule, const Subject &subject)
{
    switch (rule.kind) {
    case PolicyKind::Unreadable:
        break;
    case PolicyKind::OwnerPresent:
        return ownerPresent(rule, subject);
    case PolicyKind::DescriptionPresent:
        return descriptionPresent(rule, subject);
    case PolicyKind::StatusAllowed:
        return statusAllowed(rule, subject);
    case PolicyKind::ContractPresent:
        return contractPresent(rule, subject);
    case PolicyKind::SloPresent:
        return sloPresent(rule, subject);
    case PolicyKind::SchemaDocumented:
        return schemaDocumented(rule, subject);
    case PolicyKind::Format:
        return writtenAsAgreed(rule, subject);
    case PolicyKind::PurposeListed:
        return purposeListed(rule, subject);
    case PolicyKind::JustificationLength:
        return justificationLength(rule, subject);
    case PolicyKind::PeriodLimit:
        return periodLimit(rule, subject);
    case PolicyKind::PurposeForClassified:
        return purposeForClassified(rule, subject);
    case PolicyKind::SecondApprover:
        return secondApprover(rule, subject);
    case PolicyKind::TermsAccepted:
        return termsAccepted(rule, subject);
    }
    return isUnknown(rule.mistake.isEmpty() ? u"the rule cannot be read"_s : rule.mistake);
}

bool isAboutWholeRequest(PolicyKind kind)
{
    return kind == PolicyKind::PurposeListed || kind == PolicyKind::JustificationLength
        || kind == PolicyKind::PeriodLimit;
}

QString sentence(const QString &text, const QString &detail)
{
    return detail.isEmpty() ? text : QString(text % u" ("_s % detail % u')');
}

PolicyVerdict verdictOf(const PolicyRule &rule, const Answer &answer, const QString &port)
{
    const auto *info = domain::policyKindInfo(rule.kind);
    PolicyVerdict verdict{.policy = rule.id,
                          .severity = rule.severity,
                          .port = port,
                          .field = answer.field,
                          .source = u"local"_s};
    if (answer.held == Answer::Held::Unknown || info == nullptr) {
        verdict.message = sentence(u"This could not be judged"_s, answer.detail);
        return verdict;
    }
    if (answer.held == Answer::Held::Yes) {
        verdict.result = PolicyResult::Pass;
        verdict.message = sentence(info->promise.toString(), answer.detail);
        return verdict;
    }
    verdict.result =
        rule.severity == domain::Finding::Severity::Error ? PolicyResult::Fail : PolicyResult::Warn;
    verdict.message =
        sentence(rule.message.isEmpty() ? info->complaint.toString() : rule.message, answer.detail);
    verdict.remedy = rule.remedy.isEmpty() ? info->remedy.toString() : rule.remedy;
    return verdict;
}

void judgePorts(const PolicyRule &rule, Subject subject, QList<PolicyVerdict> &verdicts)
{
    const auto &ports = subject.product->ports;
    if (!ports || ports->isEmpty()) {
        const auto answer =
            ports ? holds(u"it offers no port"_s) : isUnknown(u"its ports are not known"_s);
        verdicts.append(verdictOf(rule, answer, {}));
        return;
    }
    for (const auto &port : *ports) {
        subject.port = &port;
        verdicts.append(verdictOf(rule, answerOf(rule, subject), port.id));
    }
}

void judgeItems(const PolicyRule &rule, Subject subject, QList<PolicyVerdict> &verdicts)
{
    const auto &items = subject.request->items;
    if (items.isEmpty())
        verdicts.append(verdictOf(rule, isUnknown(u"no port is asked for"_s), {}));
    for (const auto &item : items) {
        subject.item = &item;
        subject.product = item.product ? &*item.product : nullptr;
        subject.port = item.facts ? &*item.facts : nullptr;
        verdicts.append(verdictOf(rule, answerOf(rule, subject), item.port));
    }
}

} // namespace

QList<PolicyVerdict> judgeProduct(const domain::PolicySet &policies, const ProductFacts &product)
{
    QList<PolicyVerdict> verdicts;
    for (const auto &rule : policies.rules) {
        const Subject subject{.policies = &policies, .product = &product};
        if (rule.scope == PolicyScope::Product)
            verdicts.append(verdictOf(rule, answerOf(rule, subject), {}));
        else if (rule.scope == PolicyScope::Port)
            judgePorts(rule, subject, verdicts);
    }
    return verdicts;
}

QList<PolicyVerdict> judgeRequest(const domain::PolicySet &policies, const RequestFacts &request)
{
    QList<PolicyVerdict> verdicts;
    for (const auto &rule : policies.rules) {
        if (rule.scope != PolicyScope::Request)
            continue;
        const Subject subject{.policies = &policies, .request = &request};
        if (isAboutWholeRequest(rule.kind) || rule.kind == PolicyKind::Unreadable)
            verdicts.append(verdictOf(rule, answerOf(rule, subject), {}));
        else
            judgeItems(rule, subject, verdicts);
    }
    return verdicts;
}

PolicyResult worstOf(const QList<PolicyVerdict> &verdicts)
{
    for (const auto result : {PolicyResult::Fail, PolicyResult::Unknown, PolicyResult::Warn}) {
        if (std::any_of(verdicts.begin(), verdicts.end(),
                        [result](const auto &one) { return one.result == result; }))
            return result;
    }
    return PolicyResult::Pass;
}

} // namespace portolan::policy
