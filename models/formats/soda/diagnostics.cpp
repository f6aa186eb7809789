// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/soda/diagnostics.h"

#include "models/formats/results/words.h"

#include <QStringList>

#include <optional>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::CheckRun;
using portolan::domain::RunStatus;

namespace portolan::formats::soda {
namespace {

using namespace json;
using results::figure;
using results::numberOf;

bool isPercent(const QString &metric)
{
    return metric.endsWith(u"_percent"_s);
}

bool countsBadRows(const QString &metric)
{
    return metric == u"missing_count" || metric == u"invalid_count" || metric == u"duplicate_count"
        || metric == u"reference" || metric == u"failed rows";
}

//! A threshold says when the check fails; this says what it asks for.
QString demandAgainst(const Json &threshold, const QString &unit)
{
    const auto bound = [&](std::string_view key) { return numberOf(member(threshold, key)); };
    const auto say = [&](double number) { return QString(figure(number) % unit); };
    const auto above = bound("greaterThan");
    const auto from = bound("greaterThanOrEqual");
    const auto below = bound("lessThan");
    const auto until = bound("lessThanOrEqual");
    const auto low = above ? above : from; // fails above it
    const auto high = below ? below : until; // fails below it
    if (low && high && *low == *high && above && below)
        return u"exactly "_s + say(*low);
    if (low && high && *low >= *high)
        return u"between %1 and %2"_s.arg(figure(*high), say(*low));
    if (low && high)
        return u"not between %1 and %2"_s.arg(figure(*low), say(*high));
    if (low)
        return (above ? u"at most "_s : u"less than "_s) + say(*low);
    if (high)
        return (below ? u"at least "_s : u"more than "_s) + say(*high);
    return {};
}

//! The thresholds as they stand in the check's definition: "< 1d", or "warn: when > 20h".
QString demandWritten(const QString &definition)
{
    const auto lines = definition.split(u'\n');
    auto first = lines.value(1).trimmed();
    if (const auto end = first.lastIndexOf(u')'); end >= 0 && !first.endsWith(u"):"_s)) {
        first = first.mid(end + 1).trimmed();
        if (first.endsWith(u':'))
            first.chop(1);
        if (!first.isEmpty())
            return first;
    }
    QStringList conditions;
    for (const auto &line : lines) {
        const auto written = line.trimmed();
        if (written.startsWith(u"warn: when"_s) || written.startsWith(u"fail: when"_s))
            conditions.append(QString(written).remove(4, 1));
    }
    return conditions.join(u", "_s);
}

void readValue(const Json &diagnostics, const QString &metric, CheckRun &run)
{
    const auto value = numberOf(member(diagnostics, "value"));
    if (!value)
        return;
    if (metric == u"freshness") {
        run.value = *value / 1000;
        run.observed = results::lengthText(*run.value);
        return;
    }
    run.value = value;
    run.observed = figure(*value) + (isPercent(metric) ? u" %"_s : QString());
}

void readRows(const Json &check, const QString &metric, const Metrics &metrics, CheckRun &run)
{
    if (countsBadRows(metric))
        run.failedRows = results::countOf(member(check, {"diagnostics", "value"}));
    else if (isPercent(metric))
        run.failedRows = metrics.countBeside(check);
    if (!run.failedRows)
        return;
    run.totalRows = metrics.rowsOf(check);
    if (run.totalRows && *run.totalRows < *run.failedRows)
        run.totalRows.reset(); // duplicates are counted as values
}

//! Names of columns that a check of the schema objects to.
QString schemaEvents(const Json &diagnostics)
{
    QStringList events;
    const auto missing = texts(member(diagnostics, "missing_column_names"));
    const auto present = texts(member(diagnostics, "present_column_names"));
    if (!missing.isEmpty())
        events.append(u"missing columns: "_s + missing.join(u", "_s));
    if (!present.isEmpty())
        events.append(u"forbidden columns: "_s + present.join(u", "_s));
    return events.join(u"; "_s);
}

} // namespace

QString demandOf(const Json &check, const QString &metric)
{
    const auto unit = isPercent(metric) ? u" %"_s : QString();
    const auto diagnostics = member(check, "diagnostics");
    const auto fail = demandAgainst(member(diagnostics, "fail"), unit);
    const auto warn = demandAgainst(member(diagnostics, "warn"), unit);
    if (fail.isEmpty() && warn.isEmpty()) {
        if (metric == u"reference" || metric == u"failed rows")
            return u"none"_s;
        return metric == u"schema" ? QString()
                                   : results::oneLine(demandWritten(text(check, "definition")));
    }
    if (warn.isEmpty())
        return fail;
    const QString warns = u"warns unless "_s + warn;
    return fail.isEmpty() ? warns : QString(fail % u", "_s % warns);
}

void readOutcome(const Json &check, const QString &metric, const Metrics &metrics, CheckRun &run)
{
    const auto outcome = text(check, "outcome");
    const auto diagnostics = member(check, "diagnostics");
    run.expected = demandOf(check, metric);
    if (outcome == u"pass")
        run.status = RunStatus::Pass;
    else if (outcome == u"warn")
        run.status = RunStatus::Warn;
    else if (outcome == u"fail")
        run.status = RunStatus::Fail;
    else {
        run.status = RunStatus::Error;
        run.message = u"The check was not evaluated."_s;
        return;
    }
    readValue(diagnostics, metric, run);
    readRows(check, metric, metrics, run);
    if (run.status == RunStatus::Pass)
        return;
    run.message = metric == u"schema" ? results::oneLine(schemaEvents(diagnostics)) : QString();
    if (run.message.isEmpty() && !run.observed.isEmpty() && !run.expected.isEmpty())
        run.message = u"Observed: %1, expected: %2."_s.arg(run.observed, run.expected);
}

} // namespace portolan::formats::soda
