// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/askedfields.h"
#include "models/policy/checks.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::policy {
namespace {

using domain::PolicyRule;

//! The fields among those asked for that have one of the rule's classifications.
struct Classified
{
    std::optional<Answer> unknown; //!< why nobody can tell
    QList<FieldFacts> fields;
};

Classified classifiedOf(const PolicyRule &rule, const Subject &subject)
{
    const auto *port = subject.port;
    if (port == nullptr || !port->contract || !port->contract->fields)
        return {.unknown = isUnknown(u"the fields of the port are not known"_s)};
    const auto &known = *port->contract->fields;
    const auto &asked = subject.item->fields;
    if (const auto path = unknownPathIn(asked, known); !path.isEmpty()) {
        auto answer = isUnknown(u"the contract has no field \"%1\""_s.arg(path.left(60)));
        answer.field = path;
        return {.unknown = answer};
    }
    Classified result;
    const AskedFields wanted(asked);
    for (const auto &field : known) {
        if (wanted.include(field)
            && rule.parameters.classifications.contains(field.classification.trimmed(),
                                                        Qt::CaseInsensitive))
            result.fields.append(field);
    }
    return result;
}

QString textOf(const FieldFacts &field)
{
    return u"%1 is %2"_s.arg(field.path, field.classification);
}

//! The least of the limits that there are, or 0.
int limitOf(const PolicyRule &rule, const domain::Purpose *purpose)
{
    const auto own = rule.parameters.maxDays;
    const auto other = purpose != nullptr ? purpose->maxDays : 0;
    return own > 0 && other > 0 ? std::min(own, other) : std::max(own, other);
}

} // namespace

Answer purposeListed(const PolicyRule &, const Subject &subject)
{
    const auto &purpose = subject.request->purpose;
    if (purpose.trimmed().isEmpty())
        return isBroken(u"none is given"_s, u"purpose"_s);
    if (subject.policies->purposes.isEmpty())
        return isUnknown(u"the policies list no purposes"_s);
    if (subject.policies->purpose(purpose) == nullptr)
        return isBroken(u"\"%1\""_s.arg(purpose.left(60)), u"purpose"_s);
    return holds(purpose);
}

Answer justificationLength(const PolicyRule &rule, const Subject &subject)
{
    const auto length = subject.request->justification.simplified().size();
    if (length >= rule.parameters.minimum)
        return holds();
    return isBroken(u"%1 characters, %2 are asked for"_s.arg(length).arg(rule.parameters.minimum),
                    u"justification"_s);
}

Answer periodLimit(const PolicyRule &rule, const Subject &subject)
{
    const auto &request = *subject.request;
    if (!request.today.isValid())
        return isUnknown(u"today is not known"_s);
    const auto first = request.from.isValid() ? request.from : request.today;
    if (first < request.today)
        return isBroken(u"the first day is over"_s, u"from"_s);
    const auto limit = limitOf(rule, subject.policies->purpose(request.purpose));
    if (!request.to.isValid())
        return limit == 0 ? holds() : isBroken(u"it has no last day"_s, u"to"_s);
    if (request.to < first)
        return isBroken(u"it ends before it begins"_s, u"to"_s);
    const auto days = first.daysTo(request.to) + 1;
    if (limit > 0 && days > limit)
        return isBroken(u"%1 days, %2 are allowed"_s.arg(days).arg(limit), u"to"_s);
    return holds(u"%1 days"_s.arg(days));
}

Answer purposeForClassified(const PolicyRule &rule, const Subject &subject)
{
    const auto classified = classifiedOf(rule, subject);
    if (classified.unknown)
        return *classified.unknown;
    if (classified.fields.isEmpty())
        return holds(u"no such field is asked for"_s);
    if (subject.policies->purposes.isEmpty())
        return isUnknown(u"the policies list no purposes"_s);
    const auto *purpose = subject.policies->purpose(subject.request->purpose);
    for (const auto &field : classified.fields) {
        const auto isAllowed = purpose != nullptr
            && purpose->classifications.contains(field.classification.trimmed(),
                                                 Qt::CaseInsensitive);
        if (!isAllowed)
            return isBroken(textOf(field), field.path);
    }
    return holds(u"%1 fields"_s.arg(classified.fields.size()));
}

Answer secondApprover(const PolicyRule &rule, const Subject &subject)
{
    const auto classified = classifiedOf(rule, subject);
    if (classified.unknown)
        return *classified.unknown;
    if (classified.fields.isEmpty())
        return holds(u"no such field is asked for"_s);
    const auto &steps = subject.item->steps;
    if (!steps)
        return isUnknown(u"who decides is not known"_s);
    const auto &field = classified.fields.first();
    if (steps->size() < 2)
        return isBroken(u"%1, and one step decides"_s.arg(textOf(field)), field.path);
    // Somebody who stands in both could decide alone.
    const auto &one = steps->first().approvers;
    const auto &other = steps->last().approvers;
    const auto isShared = std::any_of(other.begin(), other.end(), [&one](const QString &address) {
        return one.contains(address, Qt::CaseInsensitive);
    });
    if (other.isEmpty() || one.isEmpty())
        return isBroken(u"nobody is known for one of the steps"_s, field.path);
    return isShared ? isBroken(u"one person stands in both steps"_s, field.path) : holds();
}

Answer termsAccepted(const PolicyRule &, const Subject &subject)
{
    if (subject.port == nullptr || !subject.port->contract || !subject.port->contract->termsSha256)
        return isUnknown(u"the terms of the contract are not known"_s);
    const auto &contract = *subject.port->contract;
    if (contract.termsSha256->isEmpty())
        return holds(u"the contract has none"_s);
    auto isOld = false;
    for (const auto &terms : subject.request->terms) {
        if (terms.id != contract.id)
            continue;
        if (terms.sha256.compare(*contract.termsSha256, Qt::CaseInsensitive) == 0)
            return holds(contract.id);
        isOld = true;
    }
    return isBroken(isOld ? u"they have changed since"_s : QString(), u"terms"_s);
}

} // namespace portolan::policy
