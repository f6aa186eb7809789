// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/workspace/promises.h"

#include "models/formats/odcs/checks.h"
#include "models/formats/odcs/slos.h"
#include "models/formats/openslo/resolve.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Record;

namespace portolan::formats::workspace {
namespace {

QString physicalNameOf(const odcs::Contract &contract, const QString &asset)
{
    for (const auto &record : contract.assets) {
        if (record.nativeId != asset)
            continue;
        for (const auto &[fact, value] : record.properties) {
            if (fact == u"physicalName")
                return value;
        }
    }
    return {};
}

//! How results of datacontract-cli name the rule behind \a check.
datacontract::ContractRule ruleOf(const odcs::Contract &contract, const Record &check,
                                  const domain::QualityRule &rule, const odcs::RulePlace &place)
{
    return {.check = check.nativeId,
            .id = place.id,
            .name = rule.name,
            .metric = rule.metric,
            .object = rule.element.section(u'.', 0, 0),
            .physicalName = physicalNameOf(contract, place.asset),
            .property = rule.element.section(u'.', 1)};
}

} // namespace

void Promises::add(const odcs::Contract &contract)
{
    if (!contract.contract)
        return;
    const auto checks = odcs::checksOf(contract);
    // The checks are those of the rules in their order, but for rules in words.
    auto check = checks.begin();
    const auto &rules = contract.contract->quality;
    auto &known = m_rules[contract.contract->nativeId];
    for (qsizetype i = 0; i < rules.size() && check != checks.end(); ++i) {
        if (rules.at(i).type.compare(u"text", Qt::CaseInsensitive) == 0)
            continue;
        known.append(ruleOf(contract, *check, rules.at(i), contract.rules.at(i)));
        ++check;
    }
    auto declared = odcs::slosOf(contract, checks);
    m_checks.append(checks);
    m_slos.append(std::move(declared.slos));
    m_findings.append(std::move(declared.findings));
}

void Promises::addObjectives(const QList<const KnownFile *> &files)
{
    QList<openslo::Object> objects;
    for (const auto *file : files)
        objects.append(file->objectives);
    auto resolved = openslo::resolve(objects);
    m_slos.append(std::move(resolved.slos));
    m_findings.append(std::move(resolved.findings));
}

} // namespace portolan::formats::workspace
