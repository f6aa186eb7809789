// SPDX-License-Identifier: GPL-3.0-or-later
// Which assertion a test of the facet "test" is.
//
// dbt-ol tells a singular test twice: as an assertion of a dataset, in the run that tests the
// dataset, and in the facet "test" of a run of its own (of the same one, when it reads dbt's
// structured logs). Both runs have the invocation of dbt as their parent. So a test is an assertion
// when
//
// 1. both are told by one run, or by runs of one parent: another invocation tests anew;
// 2. the assertion is about a dataset that the run of the test reads or writes;
// 3. it has the test's name, or the name in its unique id ("test.<package>.<name>[.<hash>]"). The
//    kind of an assertion that has a name or a column is no name: "unique" may stand there twice.
//
// The assertion stays, since it names its dataset. What was handed over as a test before its
// assertion came cannot be taken back.
#include "models/formats/openlineage/toldtests.h"

#include <QStringList>

#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::openlineage {
namespace {

//! What an assertion would call the test \a name.
QString bareName(const QString &name)
{
    if (!name.startsWith(u"test."_s))
        return name;
    const auto parts = name.split(u'.');
    const bool isUniqueId = parts.size() == 3 || parts.size() == 4;
    return isUniqueId && !parts.at(2).isEmpty() ? parts.at(2) : name;
}

QString nameOf(const Assertion &assertion)
{
    return assertion.name.isEmpty() && assertion.column.isEmpty() ? assertion.assertion
                                                                  : assertion.name;
}

bool isFailure(const Outcome &outcome)
{
    return outcome.status == domain::RunStatus::Fail || outcome.status == domain::RunStatus::Error;
}

} // namespace

void ToldTests::expect(const QString &family, const Told &told)
{
    for (const auto &[key, outcome] : told.outcomes) {
        const auto &test = m_assertions.assertion(key.first);
        if (!test.dataset.isEmpty())
            continue;
        auto &names = m_families[family];
        names[test.name];
        names[bareName(test.name)];
    }
}

void ToldTests::offer(const QString &family, const Told &told)
{
    const auto names = m_families.find(family);
    if (names == m_families.end())
        return;
    for (auto it = told.outcomes.begin(); it != told.outcomes.end(); ++it) {
        const auto number = it->first.first;
        const auto next = std::next(it);
        if (next != told.outcomes.end() && next->first.first == number)
            continue; // the newest outcome counts
        const auto &assertion = m_assertions.assertion(number);
        const auto matches =
            assertion.dataset.isEmpty() ? names->end() : names->find(nameOf(assertion));
        if (matches == names->end())
            continue;
        auto &failed = (*matches)[assertion.dataset];
        failed = failed || isFailure(it->second);
    }
}

bool ToldTests::isSaid(const QString &family, const Uses &uses, int number,
                       const Outcome &outcome) const
{
    const auto names = m_families.constFind(family);
    if (names == m_families.constEnd())
        return false;
    const auto test = m_assertions.assertion(number).name;
    for (const auto &name : {test, bareName(test)}) {
        const auto matches = names->value(name);
        for (const auto &[dataset, failed] : matches) {
            if (uses(dataset) && (failed || !isFailure(outcome)))
                return true;
        }
    }
    return false;
}

} // namespace portolan::formats::openlineage
