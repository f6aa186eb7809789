// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/dbt/runresults.h"

#include "models/formats/results/leftout.h"
#include "models/formats/results/words.h"

#include <QSet>

#include <optional>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::CheckRun;
using portolan::domain::Finding;
using portolan::domain::RunStatus;

namespace portolan::formats::dbt {
namespace {

using namespace json;
using results::ResultFile;

bool runsThings(const QString &command)
{
    static const QSet<QString> commands{u"build"_s, u"test"_s,     u"run"_s,
                                        u"seed"_s,  u"snapshot"_s, u"retry"_s};
    return commands.contains(command);
}

std::optional<RunStatus> statusOf(const QString &word)
{
    static const QHash<QString, RunStatus> words{{u"pass"_s, RunStatus::Pass},
                                                 {u"warn"_s, RunStatus::Warn},
                                                 {u"fail"_s, RunStatus::Fail},
                                                 {u"error"_s, RunStatus::Error},
                                                 {u"skipped"_s, RunStatus::Skipped}};
    const auto found = words.find(word);
    return found == words.end() ? std::nullopt : std::optional(*found);
}

//! When the test was done; skipped ones have no timing.
QDateTime doneAt(const Json &result)
{
    for (const auto &step : items(member(result, "timing"))) {
        if (text(step, "name") == u"execute")
            return results::timeOf(text(step, "completed_at"));
    }
    return {};
}

CheckRun runOf(const Json &result, RunStatus status, const RunResults &file)
{
    CheckRun run;
    run.check = text(result, "unique_id");
    run.status = status;
    run.runId = file.invocation;
    run.at = doneAt(result);
    if (!run.at.isValid())
        run.at = file.generatedAt;
    const auto failures = member(result, "failures");
    const bool told = status != RunStatus::Error && status != RunStatus::Skipped;
    if (const auto count = told ? results::countOf(failures) : std::nullopt) {
        run.failedRows = count;
        run.value = double(*count);
        run.observed = QString::number(*count);
    }
    const auto message = text(result, "message");
    // "Got 80 results, configured to fail if != 0": there is no other word on it in this file.
    static const QString configured = u"configured to "_s;
    if (const auto at = message.indexOf(configured); at >= 0)
        run.expected = results::oneLine(message.mid(at + configured.size()));
    if (status == RunStatus::Fail || status == RunStatus::Warn || status == RunStatus::Error)
        run.message = results::oneLine(message);
    return run;
}

//! What \a entry is about: empty where it does not say so.
QString idOf(const Json &entry)
{
    const auto id = member(entry, "unique_id");
    return id.is_string() ? text(id) : QString();
}

void report(const ResultFile &file, Finding::Severity severity, const QString &rule,
            const QString &message, const QString &remedy, RunResults &into)
{
    into.findings.append(results::findingOf(file, severity, rule, message, remedy));
}

void readTests(const ResultFile &file, const std::vector<Json> &entries, RunResults &into)
{
    QSet<QString> seen;
    results::LeftOut leftOut(u"results"_s);
    int undated = 0;
    int unknown = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto &entry = entries[i];
        const auto id = idOf(entry);
        if (id.isEmpty())
            leftOut.add(qsizetype(i), isObject(entry) ? u"unique_id"_s : QString());
        if (!id.startsWith(u"test."_s))
            continue;
        const auto status = statusOf(text(entry, "status"));
        if (!status) {
            ++unknown;
            continue;
        }
        const auto run = runOf(entry, *status, into);
        if (!run.at.isValid()) {
            ++undated;
            continue;
        }
        if (seen.contains(id))
            continue;
        seen.insert(id);
        into.runs.append(run);
    }
    if (const auto finding =
            leftOut.finding(file, u"dbt.entry"_s, u"Let dbt write it again, and copy it whole."_s))
        into.findings.append(*finding);
    if (unknown > 0)
        report(file, Finding::Severity::Info, u"dbt.status"_s,
               u"%1 tests have a status that no test ends with, so they are no evidence."_s.arg(
                   unknown),
               u"Let dbt test write the file."_s, into);
    if (undated > 0)
        report(file, Finding::Severity::Warning, u"dbt.time"_s,
               u"%1 tests do not say when they ran, so they are no evidence."_s.arg(undated),
               u"Copy the file as dbt wrote it."_s, into);
}

} // namespace

RunResults readRunResults(const ResultFile &file)
{
    RunResults read;
    const results::ResultDocument document(file);
    read.findings = document.findings();
    if (!document.isReadable())
        return read;
    const auto &root = document.root();
    const auto metadata = member(root, "metadata");
    read.invocation = text(metadata, "invocation_id");
    read.generatedAt = results::timeOf(text(metadata, "generated_at"));
    read.command = text(member(root, {"args", "which"}));
    if (read.command.isEmpty()) // before 1.0
        read.command = text(member(root, {"args", "rpc_method"}));
    const auto entries = member(root, "results");
    if (!entries.is_array()) {
        report(file, Finding::Severity::Warning, u"dbt.results"_s,
               u"The run results hold no list of results."_s,
               u"Let dbt write the file again (dbt build, dbt test), and copy it whole."_s, read);
        return read;
    }
    if (runsThings(read.command)) {
        readTests(file, items(entries), read);
        return read;
    }
    report(file, Finding::Severity::Info, u"dbt.norun"_s,
           read.command.isEmpty()
               ? u"The run results do not say which command wrote them, so they are no evidence "
                 "of any test."_s
               : u"\"%1\" wrote the run results and ran no test, so they are no evidence."_s.arg(
                   results::oneLine(read.command)),
           u"Copy run_results.json right after dbt build or dbt test."_s, read);
    return read;
}

} // namespace portolan::formats::dbt
