// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/checks.h"
#include "models/policy/formats.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::policy {
namespace {

using domain::PolicyRule;

bool contains(const QStringList &words, const QString &word)
{
    return words.contains(word.trimmed(), Qt::CaseInsensitive);
}

//! What keeps the rule from looking into the contract of \a port: that there is none is known, that
//! it is not at hand is not.
std::optional<Answer> withoutContract(const PortFacts *port)
{
    if (port == nullptr || !port->contractId)
        return isUnknown(u"its contract is not known"_s);
    if (port->contractId->isEmpty())
        return isBroken(u"no contract governs the port"_s);
    if (!port->contract)
        return isUnknown(u"contract \"%1\" is not at hand"_s.arg(*port->contractId));
    return {};
}

Answer statusAnswer(const PolicyRule &rule, const std::optional<QString> &status)
{
    if (!status)
        return isUnknown(u"its status is not known"_s);
    if (status->trimmed().isEmpty())
        return isBroken(u"it has none"_s);
    return contains(rule.parameters.allowed, *status)
        ? holds(*status)
        : isBroken(u"\"%1\", not %2"_s.arg(*status, rule.parameters.allowed.join(u", "_s)));
}

//! The values that a rule of the kind Format is about.
std::optional<QStringList> valuesOf(const QString &of, const Subject &subject)
{
    const auto *port = subject.port;
    const auto *product = subject.product;
    const auto listed = [](const std::optional<QString> &value) {
        return value ? std::optional(QStringList{*value}) : std::nullopt;
    };
    if (of == u"id")
        return QStringList{port != nullptr ? port->id : product->id};
    if (of == u"name")
        return port != nullptr ? QStringList{port->name} : listed(product->name);
    if (of == u"version")
        return listed(port != nullptr ? port->version : product->version);
    if (port == nullptr || !port->contract)
        return {};
    if (of == u"contract-version")
        return listed(port->contract->version);
    if (of != u"field" || !port->contract->fields)
        return {};
    QStringList names;
    for (const auto &field : *port->contract->fields)
        names.append(field.path.section(u'.', -1).remove(u"[]"_s));
    return names;
}

} // namespace

Answer ownerPresent(const PolicyRule &, const Subject &subject)
{
    if (subject.product == nullptr || !subject.product->owner)
        return isUnknown(u"its owner is not known"_s);
    const auto owner = subject.product->owner->trimmed();
    return owner.isEmpty() ? isBroken({}) : holds(owner);
}

Answer descriptionPresent(const PolicyRule &rule, const Subject &subject)
{
    const auto &description =
        subject.port != nullptr ? subject.port->description : subject.product->description;
    if (!description)
        return isUnknown(u"its description is not known"_s);
    const auto length = description->simplified().size();
    if (length >= rule.parameters.minimum)
        return holds();
    return length == 0
        ? isBroken(u"it is empty"_s)
        : isBroken(u"%1 characters, %2 are asked for"_s.arg(length).arg(rule.parameters.minimum));
}

Answer statusAllowed(const PolicyRule &rule, const Subject &subject)
{
    const auto *port = subject.port;
    const auto ofProduct =
        subject.product != nullptr ? subject.product->status : std::optional<QString>();
    if (rule.scope == domain::PolicyScope::Product)
        return statusAnswer(rule, ofProduct);
    if (port == nullptr)
        return isUnknown(u"the port is not known"_s);
    const auto hasOwn = port->status && !port->status->trimmed().isEmpty();
    if (rule.scope == domain::PolicyScope::Request) {
        // Both have to be in force.
        const auto isOver = hasOwn && !contains(rule.parameters.allowed, *port->status);
        return statusAnswer(rule, isOver ? port->status : ofProduct);
    }
    // Few ports have a status of their own; they share that of what governs them.
    if (hasOwn)
        return statusAnswer(rule, port->status);
    if (port->contractId && port->contractId->isEmpty())
        return statusAnswer(rule, ofProduct);
    return statusAnswer(rule, port->contract ? port->contract->status : std::nullopt);
}

Answer contractPresent(const PolicyRule &, const Subject &subject)
{
    if (auto answer = withoutContract(subject.port)) {
        if (answer->held == Answer::Held::No)
            answer->detail.clear();
        return *answer;
    }
    return holds(subject.port->contract->id);
}

Answer sloPresent(const PolicyRule &rule, const Subject &subject)
{
    if (const auto answer = withoutContract(subject.port))
        return *answer;
    const auto &promises = subject.port->contract->promises;
    if (!promises)
        return isUnknown(u"what the contract promises is not known"_s);
    const auto &asked = rule.parameters.properties;
    const auto found = std::find_if(promises->begin(), promises->end(), [&](const auto &one) {
        return !one.trimmed().isEmpty() && (asked.isEmpty() || contains(asked, one));
    });
    if (found != promises->end())
        return holds(*found);
    return isBroken(asked.isEmpty() ? u"it promises none"_s
                                    : u"none of %1"_s.arg(asked.join(u", "_s)));
}

Answer schemaDocumented(const PolicyRule &rule, const Subject &subject)
{
    if (const auto answer = withoutContract(subject.port))
        return *answer;
    const auto &fields = subject.port->contract->fields;
    if (!fields)
        return isUnknown(u"the fields of the contract are not known"_s);
    if (fields->isEmpty())
        return isBroken(u"the contract lists no fields"_s);
    const auto described = std::count_if(fields->begin(), fields->end(),
                                         [](const auto &one) { return one.isDescribed; });
    const auto detail = u"%1 of %2 fields"_s.arg(described).arg(fields->size());
    // A share of 0.7 times 10 fields is a little more than 7 in binary.
    constexpr auto rounding = 1e-9;
    if (double(described) + rounding >= rule.parameters.share * double(fields->size()))
        return holds(detail);
    const auto first = std::find_if(fields->begin(), fields->end(),
                                    [](const auto &one) { return !one.isDescribed; });
    return isBroken(detail, first->path);
}

Answer writtenAsAgreed(const PolicyRule &rule, const Subject &subject)
{
    const auto &of = rule.parameters.of;
    const auto needsContract = of == u"contract-version" || of == u"field";
    if (const auto answer = withoutContract(subject.port); needsContract && answer)
        return *answer;
    const auto values = valuesOf(of, subject);
    if (!values)
        return isUnknown(u"its %1 is not known"_s.arg(of));
    for (const auto &value : *values) {
        if (value.isEmpty())
            return isBroken(u"it has no %1"_s.arg(of));
        const auto isRight = isWrittenAs(rule.parameters, value);
        if (!isRight)
            return isUnknown(u"%1 \"%2\" cannot be compared"_s.arg(of, value.left(60)));
        if (!*isRight)
            return isBroken(u"%1 \"%2\" is not %3"_s.arg(of, value.left(60),
                                                         rule.parameters.standard.isEmpty()
                                                             ? rule.parameters.pattern
                                                             : rule.parameters.standard),
                            of == u"field" ? value : QString());
    }
    return holds();
}

} // namespace portolan::policy
