// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/json/value.h"

#include <QList>
#include <QString>

#include <vector>

namespace portolan::formats::datacontract {

//! A quality rule of a contract, as far as a result can name it.
struct ContractRule
{
    QString check; //!< native id of its check
    QString id; //!< of the rule, where it has one
    QString name;
    QString metric;
    QString object; //!< name of the schema object that it stands under
    QString physicalName; //!< of the object; may be empty
    QString property; //!< empty when it stands under the object itself
};

//! What a result says about the rule behind one of its checks.
struct TestedRule
{
    QString id;
    QString name;
    QString metric;
    QString severity;
    QString model;
    QString field;
    QString definition; //!< as it stands in the contract, YAML

    //! "object" or "object.property".
    QString element() const;
    //! The rule's id, else its name, else its metric.
    QString word() const;
};

//! Whether \a check, an entry of "checks", tests a rule of the contract; the others the tool makes
//! itself of the schema and the service levels.
bool testsRule(const json::Json &check);
TestedRule testedRuleOf(const json::Json &check);

//! Finds the rules of one contract that the checks of one result test. Each rule is handed out
//! once, in the order of the contract, since equal ones are tested in that order.
class RuleMatch
{
public:
    explicit RuleMatch(const QList<ContractRule> &rules)
        : m_rules(rules)
        , m_used(std::size_t(rules.size()), false)
    {
    }

    //! The native id of the check of the rule that \a tested is: by its id, else by name, model and
    //! field, else by metric, model and field; empty when none fits.
    QString checkOf(const TestedRule &tested);

private:
    QList<ContractRule> m_rules;
    std::vector<bool> m_used;
};

} // namespace portolan::formats::datacontract
