// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/policy.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::domain {
namespace {

using Key = std::string_view;

constexpr std::array onProduct{PolicyScope::Product, PolicyScope::Request};
constexpr std::array onAny{PolicyScope::Product, PolicyScope::Port, PolicyScope::Request};
constexpr std::array onDescribed{PolicyScope::Product, PolicyScope::Port};
constexpr std::array onPort{PolicyScope::Port, PolicyScope::Request};
constexpr std::array onRequest{PolicyScope::Request};

constexpr std::array<Key, 0> none{};
constexpr std::array minimum{Key("minimum")};
constexpr std::array allowed{Key("allowed")};
constexpr std::array properties{Key("properties")};
constexpr std::array share{Key("share")};
constexpr std::array format{Key("of"), Key("standard"), Key("pattern")};
constexpr std::array maxDays{Key("maxDays")};
constexpr std::array classifications{Key("classifications")};

constexpr std::array kinds{
    PolicyKindInfo{PolicyKind::OwnerPresent, u"owner-present", onProduct, none,
                   u"Somebody answers for the product", u"Nobody answers for the product",
                   u"Name an owner in its team"},
    PolicyKindInfo{PolicyKind::DescriptionPresent, u"description-present", onDescribed, minimum,
                   u"It is described", u"It has no description that says enough",
                   u"Write what it holds and what it is for"},
    PolicyKindInfo{PolicyKind::StatusAllowed, u"status-allowed", onAny, allowed,
                   u"Its status is one of those that are allowed",
                   u"Its status is none of those that are allowed",
                   u"Use one that is in force, or change the status"},
    PolicyKindInfo{PolicyKind::ContractPresent, u"contract-present", onPort, none,
                   u"A contract governs the port", u"No contract governs the port",
                   u"Write a contract, and name it in the port's contractId"},
    PolicyKindInfo{PolicyKind::SloPresent, u"slo-present", onPort, properties,
                   u"The contract promises a service level",
                   u"The contract promises no service level that is asked for",
                   u"Add it to the contract's slaProperties"},
    PolicyKindInfo{PolicyKind::SchemaDocumented, u"schema-documented", onPort, share,
                   u"Enough of the fields are described", u"Too few of the fields are described",
                   u"Describe the fields in the contract"},
    PolicyKindInfo{PolicyKind::Format, u"format", onDescribed, format, u"It is written as agreed",
                   u"It is not written as agreed", u"Write it as the policy has it"},
    PolicyKindInfo{PolicyKind::PurposeListed, u"purpose-listed", onRequest, none,
                   u"The purpose is one of the list", u"The purpose is none of the list",
                   u"Choose a purpose of the list"},
    PolicyKindInfo{PolicyKind::JustificationLength, u"justification-length", onRequest, minimum,
                   u"The request is justified", u"The justification is too short",
                   u"Say what the data is needed for"},
    PolicyKindInfo{PolicyKind::PeriodLimit, u"period-limit", onRequest, maxDays,
                   u"The period is within the limits", u"The period is not within the limits",
                   u"Change the first or the last day"},
    PolicyKindInfo{PolicyKind::PurposeForClassified, u"purpose-for-classified", onRequest,
                   classifications, u"The purpose allows the classified fields",
                   u"The purpose does not allow the classified fields",
                   u"Leave them out, or choose a purpose that allows them"},
    PolicyKindInfo{PolicyKind::SecondApprover, u"second-approver", onRequest, classifications,
                   u"A second person decides about such data",
                   u"Such data needs a second person who decides",
                   u"Ask for a role with a second level approver"},
    PolicyKindInfo{PolicyKind::TermsAccepted, u"terms-accepted", onRequest, none,
                   u"The terms of the contract are accepted as they are now",
                   u"The terms of the contract are not accepted as they are now",
                   u"Read and accept the terms"},
};

} // namespace

const Purpose *PolicySet::purpose(const QString &code) const
{
    const auto found = std::find_if(purposes.begin(), purposes.end(),
                                    [&](const Purpose &one) { return one.code == code; });
    return found == purposes.end() ? nullptr : &*found;
}

std::span<const PolicyKindInfo> policyKinds()
{
    return kinds;
}

const PolicyKindInfo *policyKindInfo(PolicyKind kind)
{
    const auto *found = std::find_if(kinds.begin(), kinds.end(),
                                     [kind](const auto &info) { return info.kind == kind; });
    return found == kinds.end() ? nullptr : found;
}

const QStringList &formatStandards()
{
    static const QStringList all{u"semver"_s, u"kebab-case"_s, u"snake-case"_s, u"uuid"_s};
    return all;
}

QString scopeWord(PolicyScope scope)
{
    switch (scope) {
    case PolicyScope::Product:
        break;
    case PolicyScope::Port:
        return u"port"_s;
    case PolicyScope::Request:
        return u"request"_s;
    }
    return u"product"_s;
}

std::optional<PolicyScope> scopeFromWord(QStringView word)
{
    for (const auto scope : onAny) {
        if (scopeWord(scope) == word)
            return scope;
    }
    return {};
}

QString resultWord(PolicyResult result)
{
    switch (result) {
    case PolicyResult::Pass:
        return u"pass"_s;
    case PolicyResult::Warn:
        return u"warn"_s;
    case PolicyResult::Fail:
        return u"fail"_s;
    case PolicyResult::Unknown:
        break;
    }
    return u"unknown"_s;
}

std::optional<PolicyResult> resultFromWord(QStringView word)
{
    for (const auto result :
         {PolicyResult::Pass, PolicyResult::Warn, PolicyResult::Fail, PolicyResult::Unknown}) {
        if (resultWord(result) == word)
            return result;
    }
    return {};
}

} // namespace portolan::domain
