// SPDX-License-Identifier: GPL-3.0-or-later
// Policies as they are written down, and what they say about a product or a request (ruling 25).
// What they are judged by stands in models/policy.
#pragma once

#include "models/domain/finding.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace portolan::domain {

//! What a rule is about. With Port it is judged for each output port of a product; with Request
//! once, or for each port that is asked for, as its kind has it.
enum class PolicyScope { Product, Port, Request };

//! The kinds of rule that are built in.
enum class PolicyKind {
    Unreadable, //!< written down so that nobody can say what it means: judges nothing, as unknown
    OwnerPresent,
    DescriptionPresent,
    StatusAllowed,
    ContractPresent,
    SloPresent,
    SchemaDocumented,
    Format,
    PurposeListed,
    JustificationLength,
    PeriodLimit,
    PurposeForClassified,
    SecondApprover,
    TermsAccepted
};

//! What a rule can be told; each kind uses its own (see policyKinds()).
struct PolicyParameters
{
    QStringList allowed; //!< StatusAllowed: words, compared without case
    QStringList properties; //!< SloPresent: one of these; empty: any
    QStringList classifications; //!< which are meant, compared without case
    int minimum = 1; //!< characters, at least 1
    int maxDays = 0; //!< 0: no limit
    double share = 1; //!< of the fields, 0 to 1
    QString of; //!< Format: id, name, version, contract-version or field
    QString standard; //!< Format: one of formatStandards()
    QString pattern; //!< Format: a regular expression for the whole, where no standard is named

    bool operator==(const PolicyParameters &) const = default;
};

//! One rule of a policies file.
struct PolicyRule
{
    QString id;
    PolicyKind kind = PolicyKind::Unreadable;
    PolicyScope scope = PolicyScope::Product;
    Finding::Severity severity = Finding::Severity::Error; //!< of what does not hold to it
    QString message; //!< what to say where it does not hold; empty: the kind's own sentence
    QString remedy; //!< empty: the kind's own
    PolicyParameters parameters;
    QString mistake; //!< why it is unreadable; else empty

    bool operator==(const PolicyRule &) const = default;
};

//! What data may be used for.
struct Purpose
{
    QString code;
    QString title;
    QString description;
    QStringList classifications; //!< which classified fields it allows; others it does not
    int maxDays = 0; //!< longest period, 0: as long as the rules allow

    bool operator==(const Purpose &) const = default;
};

//! All policies of a workspace.
struct PolicySet
{
    QList<PolicyRule> rules; //!< each id once
    QList<Purpose> purposes; //!< each code once
    bool ownRequests = false; //!< whether an approver may decide what they asked for themselves

    //! The purpose with exactly this \a code, or none.
    const Purpose *purpose(const QString &code) const;
    bool operator==(const PolicySet &) const = default;
};

//! Whether a rule holds. Unknown is no good news and no bad one.
enum class PolicyResult { Pass, Warn, Fail, Unknown };

//! What one rule says about one thing.
struct PolicyVerdict
{
    QString policy; //!< id of the rule
    PolicyResult result = PolicyResult::Unknown;
    Finding::Severity severity = Finding::Severity::Error; //!< of the rule
    QString message; //!< one sentence, untranslated
    QString remedy; //!< may be empty
    QString port; //!< native id of the port concerned, where it is one
    QString field; //!< of the form, or path of the data field, where it is one
    QString source; //!< "local" or "opa"
    QString decisionId; //!< of OPA, where it gave one

    bool operator==(const PolicyVerdict &) const = default;
};

//! What the file of a rule has to know about its kind.
struct PolicyKindInfo
{
    PolicyKind kind = PolicyKind::Unreadable;
    QStringView word; //!< in files
    std::span<const PolicyScope> scopes; //!< the first is the one when none is written
    std::span<const std::string_view> parameters; //!< keys that it takes
    QStringView promise; //!< what holds where it passes, one sentence
    QStringView complaint; //!< what is wrong where it does not
    QStringView remedy;
};

//! Every readable kind, in the order of the documentation.
std::span<const PolicyKindInfo> policyKinds();
//! What is known about \a kind; null for Unreadable.
const PolicyKindInfo *policyKindInfo(PolicyKind kind);

//! The names of formats that the kind Format knows: semver, kebab-case, snake-case, uuid.
const QStringList &formatStandards();

//! "product", "port", "request".
QString scopeWord(PolicyScope scope);
std::optional<PolicyScope> scopeFromWord(QStringView word);

//! "pass", "warn", "fail", "unknown".
QString resultWord(PolicyResult result);
std::optional<PolicyResult> resultFromWord(QStringView word);

} // namespace portolan::domain
