// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/gx/observation.h"

#include "models/formats/results/words.h"

#include <optional>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::CheckRun;
using portolan::domain::RunStatus;

namespace portolan::formats::gx {
namespace {

using namespace json;
using results::countOf;
using results::figure;
using results::numberOf;

//! The message of the first exception that was raised; empty optional when none was. There is one
//! object, or, since 0.16, one for each metric.
std::optional<QString> exceptionOf(const Json &info)
{
    if (isTrue(member(info, "raised_exception")))
        return results::oneLine(text(info, "exception_message"));
    simdjson::dom::object byMetric;
    if (info.get(byMetric) != simdjson::SUCCESS)
        return std::nullopt;
    for (const auto entry : byMetric) {
        if (isTrue(member(entry.value, "raised_exception")))
            return results::oneLine(text(entry.value, "exception_message"));
    }
    return std::nullopt;
}

void readObservedValue(const Json &observed, const QString &type, CheckRun &run)
{
    if (const auto number = numberOf(observed)) {
        run.value = number;
        run.observed = figure(*number);
        return;
    }
    // A type or an instant may be shown; any other text is a value of the data.
    const auto written = text(observed);
    const bool isType = type == u"expect_column_values_to_be_of_type"
        || type == u"expect_column_values_to_be_in_type_list";
    if (observed.is_bool() || isType || results::timeOf(written).isValid())
        run.observed = results::oneLine(written);
    else if (observed.is_array())
        run.observed = u"%1 %2"_s.arg(items(observed).size())
                           .arg(type.startsWith(u"expect_table_"_s) ? u"columns"_s : u"values"_s);
}

//! Counts of an expectation that looks at every row.
void readCounts(const Json &outcome, CheckRun &run)
{
    const auto total = countOf(member(outcome, "element_count"));
    const auto unexpected = countOf(member(outcome, "unexpected_count"));
    if (!total)
        return;
    run.totalRows = total;
    run.failedRows = unexpected;
    auto percent = numberOf(member(outcome, "unexpected_percent"));
    if (!percent && unexpected && *total > 0)
        percent = 100.0 * double(*unexpected) / double(*total);
    if (!percent)
        return;
    run.value = 100 - *percent;
    run.observed = figure(*run.value) + u" %"_s;
}

} // namespace

void readOutcome(const Json &result, const QString &type, CheckRun &run)
{
    if (const auto exception = exceptionOf(member(result, "exception_info"))) {
        run.status = RunStatus::Error;
        run.message = exception->isEmpty() ? u"The expectation raised an exception."_s : *exception;
        return;
    }
    const auto success = member(result, "success");
    if (!success.is_bool()) {
        run.status = RunStatus::Error;
        run.message = u"The result says neither that it succeeded nor that it failed."_s;
        return;
    }
    run.status = isTrue(success) ? RunStatus::Pass : RunStatus::Fail;
    const auto outcome = member(result, "result");
    readCounts(outcome, run);
    if (run.observed.isEmpty())
        readObservedValue(member(outcome, "observed_value"), type, run);
    if (run.status == RunStatus::Pass)
        return;
    if (run.failedRows && run.totalRows)
        run.message = u"%1 of %2 values are unexpected."_s.arg(*run.failedRows).arg(*run.totalRows);
    else if (!run.observed.isEmpty())
        run.message = u"Observed: %1."_s.arg(run.observed);
}

} // namespace portolan::formats::gx
