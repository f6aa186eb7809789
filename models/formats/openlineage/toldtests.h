// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/openlineage/assertions.h"

#include <QHash>
#include <QString>

#include <functional>
#include <map>

namespace portolan::formats::openlineage {

//! Finds the assertions that tests of the run facet "test" are: one test that is told in two facets
//! is one check and one run. First of all runs with tests are expected, then all runs offered.
class ToldTests
{
public:
    //! Whether a run has a dataset among its inputs and outputs.
    using Uses = std::function<bool(const Name &)>;

    explicit ToldTests(const Assertions &assertions)
        : m_assertions(assertions)
    {
    }

    //! Tests of a run are asked for. \a family is what its run has in common with those that
    //! belong to the same invocation of a tool.
    void expect(const QString &family, const Told &told);
    //! A run that may tell what was expected, as assertions of its datasets.
    void offer(const QString &family, const Told &told);

    //! Whether an assertion says what \a outcome of the test \a number does. A failure that no
    //! assertion tells of is not said: nobody may miss it.
    bool isSaid(const QString &family, const Uses &uses, int number, const Outcome &outcome) const;

private:
    using Matches = std::map<Name, bool>; //!< whether it failed, by dataset

    const Assertions &m_assertions;
    QHash<QString, QHash<QString, Matches>> m_families; //!< by the names of tests
};

} // namespace portolan::formats::openlineage
