// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/datacontract/outcome.h"

#include "models/formats/results/words.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::CheckRun;
using portolan::domain::RunStatus;

namespace portolan::formats::datacontract {
namespace {

using namespace json;
using results::countOf;
using results::figure;
using results::numberOf;

RunStatus statusOf(const Json &check)
{
    const auto result = text(check, "result");
    const bool evaluated = isObject(member(check, "diagnostics"));
    if (result == u"passed")
        return RunStatus::Pass;
    if (result == u"warning")
        return evaluated ? RunStatus::Warn : RunStatus::Skipped;
    if (result == u"failed") {
        const bool broke = !evaluated && text(check, "reason").startsWith(u"Error"_s);
        return broke ? RunStatus::Error : RunStatus::Fail;
    }
    if (result == u"error")
        return RunStatus::Error;
    return result == u"skipped" ? RunStatus::Skipped : RunStatus::Unknown;
}

void readLengths(const Json &diagnostics, CheckRun &run)
{
    const auto age = numberOf(member(diagnostics, "age_seconds"));
    const auto threshold = numberOf(member(diagnostics, "threshold_seconds"));
    if (age) {
        run.value = age;
        run.observed = results::lengthText(*age);
    }
    if (threshold)
        run.expected = u"at most "_s + results::lengthText(*threshold);
}

void readRows(const Json &diagnostics, CheckRun &run)
{
    const auto metric = text(diagnostics, "metric");
    if (metric == u"row_count")
        return;
    run.totalRows = countOf(member(diagnostics, "row_count"));
    run.failedRows = countOf(member(diagnostics, "failed_rows"));
    const bool inPercent = text(diagnostics, "unit") == u"percent";
    const auto share = numberOf(member(diagnostics, "failed_fraction"));
    if (!run.failedRows && !inPercent && metric.endsWith(u"_count"_s))
        run.failedRows = countOf(member(diagnostics, "value"));
    if (!run.failedRows && run.totalRows && share && *share >= 0 && *share <= 1)
        run.failedRows = std::llround(*share * double(*run.totalRows));
    if (!run.failedRows)
        run.totalRows.reset();
}

void readValue(const Json &diagnostics, CheckRun &run)
{
    const bool inPercent = text(diagnostics, "unit") == u"percent";
    const auto percent = numberOf(member(diagnostics, "percent"));
    const auto value = inPercent && percent ? percent : numberOf(member(diagnostics, "value"));
    const QString unit = inPercent ? u" %"_s : QString();
    if (value) {
        run.value = value;
        run.observed = figure(*value) + unit;
    }
    if (const auto threshold = text(diagnostics, "threshold"); !threshold.isEmpty())
        run.expected = results::oneLine(threshold) + unit;
    if (text(diagnostics, "metric") == u"field_present")
        run.observed = isTrue(member(diagnostics, "present")) ? u"present"_s : u"missing"_s;
    // Only checks of the schema have it: it is a type, never a value.
    if (const auto actual = text(diagnostics, "actual"); !actual.isEmpty())
        run.observed = results::oneLine(actual);
    if (const auto expected = text(diagnostics, "expected"); !expected.isEmpty())
        run.expected = results::oneLine(expected);
}

} // namespace

void readOutcome(const Json &check, CheckRun &run)
{
    run.status = statusOf(check);
    const auto diagnostics = member(check, "diagnostics");
    readValue(diagnostics, run);
    readLengths(diagnostics, run);
    readRows(diagnostics, run);
    if (run.status != RunStatus::Pass)
        run.message = results::oneLine(text(check, "reason"));
}

} // namespace portolan::formats::datacontract
