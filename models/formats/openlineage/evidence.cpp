// SPDX-License-Identifier: GPL-3.0-or-later
// What events are evidence of.
//
// - An assertion or test is a check, its result a run of it. dbt-ol says by them what dbt's own
//   run_results say as well. Both stay, as runs of their own checks: nothing in the event tells
//   which test of which project it was, and where they differ (a test that was skipped or broke is
//   "success: false" here) a person should see both.
// - A test of the facet "test" that an assertion tells, too, is that assertion (toldtests.cpp): one
//   check and one run.
// - dataQualityMetrics and outputStatistics judge nothing, so they are no runs. The rows they count
//   are how many the assertions of the same run and dataset looked at, and the nulls of a column
//   how many failed a not_null.
// - Whether lastUpdated makes an update is decided with the runs (foldevidence.cpp).
#include "models/formats/openlineage/evidence.h"

#include <QHash>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::openlineage {
namespace {

//! The newest of what \a told has of \a dataset that \a has.
template <typename Has>
const Measured *newest(const Told &told, const Name &dataset, Has has)
{
    const auto found = told.measured.find(dataset);
    if (found == told.measured.end())
        return nullptr;
    for (auto it = found->second.rbegin(); it != found->second.rend(); ++it) {
        if (has(it->second))
            return &it->second;
    }
    return nullptr;
}

void addRows(domain::CheckRun &run, const Told &told, const Assertion &assertion)
{
    const auto *rows = newest(told, assertion.dataset, [](const Measured &measured) {
        return measured.rows || measured.written;
    });
    if (rows)
        run.totalRows = rows->rows ? rows->rows : rows->written;
    if (dimensionOfAssertion(assertion.assertion) != u"completeness" || assertion.column.isEmpty())
        return;
    const auto *nulls = newest(told, assertion.dataset, [&](const Measured &measured) {
        return measured.nulls.contains(assertion.column);
    });
    if (nulls)
        run.failedRows = nulls->nulls.at(assertion.column);
}

} // namespace

QString evidenceSource()
{
    return u"openlineage"_s;
}

const QHash<QString, QString> &dimensionTable()
{
    static const QHash<QString, QString> dimensions{
        {u"not_null"_s, u"completeness"_s},
        {u"not_null_proportion"_s, u"completeness"_s},
        {u"no_null_values"_s, u"completeness"_s},
        {u"expect_column_values_to_not_be_null"_s, u"completeness"_s},
        {u"unique"_s, u"uniqueness"_s},
        {u"unique_combination_of_columns"_s, u"uniqueness"_s},
        {u"expect_column_values_to_be_unique"_s, u"uniqueness"_s},
        {u"accepted_values"_s, u"validity"_s},
        {u"accepted_range"_s, u"validity"_s},
        {u"regex"_s, u"validity"_s},
        {u"is_string"_s, u"validity"_s},
        {u"not_negative"_s, u"validity"_s},
        {u"expect_column_values_to_be_in_set"_s, u"validity"_s},
        {u"expect_column_values_to_be_between"_s, u"validity"_s},
        {u"expect_column_values_to_match_regex"_s, u"validity"_s},
        {u"expect_column_values_to_be_of_type"_s, u"validity"_s},
        {u"relationships"_s, u"consistency"_s},
        {u"freshness"_s, u"freshness"_s},
        {u"recency"_s, u"freshness"_s},
        {u"row_count"_s, u"volume"_s},
        {u"row_count_equal_to"_s, u"volume"_s},
        {u"expect_table_row_count_to_be_between"_s, u"volume"_s},
        {u"expect_table_row_count_to_equal"_s, u"volume"_s},
    };
    return dimensions;
}

QString dimensionOfAssertion(const QString &assertion)
{
    return dimensionTable().value(assertion.toLower(), domain::canonicalDimension({}));
}

domain::Record checkOf(const Assertion &assertion, const AssertionWords &words,
                       const QStringList &assets)
{
    domain::Record check;
    check.kind = domain::EntityKind::Check;
    check.nativeId = checkId(assertion);
    check.type = words.type.isEmpty() ? assertion.assertion : words.type;
    check.name = assertion.name;
    if (check.name.isEmpty())
        check.name = assertion.column.isEmpty()
            ? assertion.assertion
            : QString(assertion.assertion % u' ' % assertion.column);
    check.description = words.description;
    domain::QualityRule rule;
    rule.name = check.name;
    rule.type = u"library"_s;
    rule.metric = check.type;
    rule.dimension = dimensionOfAssertion(check.type);
    rule.severity = words.severity;
    rule.element = assertion.column;
    rule.expression = words.expression;
    rule.description = words.description;
    check.quality.append(std::move(rule));
    for (const auto &asset : assets)
        check.relations.append({domain::Relation::Checks, asset});
    check.properties.append({u"source"_s, evidenceSource()});
    return check;
}

//! \a observed where it is a figure, a yes or no, or a time; empty for anything else: that may be a
//! value of the data.
static QString measured(const QString &observed)
{
    bool isNumber = false;
    observed.toDouble(&isNumber);
    const bool isFlag = observed == u"true" || observed == u"false";
    return isNumber || isFlag || QDateTime::fromString(observed, Qt::ISODate).isValid() ? observed
                                                                                        : QString();
}

void addRuns(QList<domain::CheckRun> &runs, const Assertions &assertions, const Told &told,
             const QString &runId, const ResolveTest &resolve)
{
    for (auto it = told.outcomes.begin(); it != told.outcomes.end();) {
        const auto number = it->first.first;
        auto at = it->first.second;
        auto outcome = it->second;
        for (++it; it != told.outcomes.end() && it->first.first == number && !runId.isEmpty();
             ++it) {
            if (it->second == outcome)
                continue;
            at = it->first.second;
            outcome = it->second;
        }
        auto assertion = assertions.assertion(number);
        if (assertion.dataset.isEmpty())
            assertion = resolve(number, outcome);
        if (assertion.dataset.isEmpty())
            continue;
        domain::CheckRun run;
        run.check = checkId(assertion);
        run.at = dateTimeOf(at);
        run.runId = runId;
        run.status = outcome.status;
        run.observed = measured(assertions.text(outcome.observed));
        run.expected = assertions.text(outcome.expected);
        bool isNumber = false;
        const auto value = run.observed.toDouble(&isNumber);
        if (isNumber && std::isfinite(value))
            run.value = value;
        addRows(run, told, assertion);
        runs.append(std::move(run));
    }
}

} // namespace portolan::formats::openlineage
