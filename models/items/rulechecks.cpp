// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/rulechecks.h"

#include "models/items/clausejudge.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

RuleChecks::RuleChecks(const domain::Page &contract, const QList<store::CheckRow> &checks)
{
    for (const auto &check : checks) {
        const auto end = check.nativeId.indexOf(u"#quality/"_s);
        if (check.source == u"odcs"
            && isContract(contract, check.account, check.nativeId.left(end)))
            m_checks.append(&check);
    }
    // A second one of a name is called "…#2".
    std::sort(m_checks.begin(), m_checks.end(),
              [](const auto *left, const auto *right) { return left->nativeId < right->nativeId; });
}

const store::CheckRow *RuleChecks::take(const domain::QualityRule &rule)
{
    const QString place = u"#quality/"_s % rule.element % u'/';
    const auto word = rule.name.isEmpty() ? rule.metric : rule.name;
    const auto isNamed = [&](const store::CheckRow *check) {
        return check->nativeId.contains(place) && !word.isEmpty() && check->name == word;
    };
    // One without a name may be called by an id that its clause does not show.
    const auto isExpected = [&](const store::CheckRow *check) {
        return check->nativeId.contains(place) && check->expected == rule.expression;
    };
    auto found = std::find_if(m_checks.begin(), m_checks.end(), isNamed);
    if (found == m_checks.end() && rule.name.isEmpty()
        && std::count_if(m_checks.begin(), m_checks.end(), isExpected) == 1)
        found = std::find_if(m_checks.begin(), m_checks.end(), isExpected);
    return found == m_checks.end() ? nullptr : m_checks.takeAt(found - m_checks.begin());
}

} // namespace portolan::items
