// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/dbt/sourcefreshness.h"

#include "models/formats/results/leftout.h"
#include "models/formats/results/words.h"

using namespace Qt::Literals::StringLiterals;
using portolan::domain::CheckRun;
using portolan::domain::Finding;
using portolan::domain::RunStatus;

namespace portolan::formats::dbt {
namespace {

using namespace json;
using results::ResultFile;
using results::timeOf;

//! "error" is about the data (they are too old), "runtime error" about the look.
RunStatus statusOf(const QString &word)
{
    if (word == u"pass")
        return RunStatus::Pass;
    if (word == u"warn")
        return RunStatus::Warn;
    return word == u"error" || word == u"fail" ? RunStatus::Fail : RunStatus::Error;
}

//! "warn after 12 hour, error after 24 hour", as the check itself says it.
QString limitsOf(const Json &criteria)
{
    QStringList limits;
    for (const auto &[key, words] :
         {std::pair{"warn_after", u"warn after "_s}, std::pair{"error_after", u"error after "_s}}) {
        const auto limit = member(criteria, key);
        if (const auto count = text(limit, "count"); !count.isEmpty())
            limits.append(words + count + u' ' + text(limit, "period"));
    }
    return limits.join(u", "_s);
}

void readAge(const Json &entry, const QDateTime &loaded, CheckRun &run)
{
    const auto age = results::numberOf(member(entry, "max_loaded_at_time_ago_in_s"));
    if (loaded.isNull()) {
        run.observed = u"no rows"_s;
        run.message = u"The source has no rows."_s;
        return;
    }
    if (!age)
        return;
    run.value = age;
    run.observed = results::lengthText(*age);
    if (run.status != RunStatus::Pass)
        run.message = u"The newest data are %1 old."_s.arg(run.observed);
}

//! False when \a entry does not say what it is about, or when.
bool readEntry(const Json &entry, const QDateTime &generatedAt, SourceFreshness &into)
{
    const auto asset = text(entry, "unique_id");
    const auto seen = timeOf(text(entry, "snapshotted_at"));
    CheckRun run;
    run.check = u"freshness:"_s % asset;
    run.at = seen.isValid() ? seen : generatedAt;
    run.runId = into.invocation;
    run.status = statusOf(text(entry, "status"));
    run.expected = limitsOf(member(entry, "criteria"));
    if (asset.isEmpty() || !run.at.isValid())
        return false;
    if (into.checks.contains(run.check))
        return true;
    into.checks.append(run.check);
    auto loaded = timeOf(text(entry, "max_loaded_at"));
    if (run.status == RunStatus::Error || !seen.isValid() || !loaded.isValid()) {
        run.status = RunStatus::Error;
        run.message = results::oneLine(text(entry, "error"));
        if (run.message.isEmpty())
            run.message = u"The source could not be looked at."_s;
    } else {
        // An empty table is as old as the calendar.
        if (loaded.date().year() <= 1)
            loaded = {};
        readAge(entry, loaded, run);
        into.evidence.updates.append(
            {.asset = asset, .at = loaded, .seen = seen, .source = u"dbt"_s, .sampled = true});
        into.evidence.observations.append({.source = u"dbt"_s, .asset = asset, .until = seen});
    }
    into.evidence.runs.append(run);
    if (!into.lookedAt.isValid() || into.lookedAt < seen)
        into.lookedAt = seen;
    return true;
}

} // namespace

SourceFreshness readSourceFreshness(const ResultFile &file)
{
    SourceFreshness read;
    const results::ResultDocument document(file);
    read.findings = document.findings();
    if (!document.isReadable())
        return read;
    const auto metadata = member(document.root(), "metadata");
    read.invocation = text(metadata, "invocation_id");
    const auto generatedAt = timeOf(text(metadata, "generated_at"));
    const auto entries = member(document.root(), "results");
    results::LeftOut leftOut(u"results"_s);
    qsizetype index = 0;
    for (const auto &entry : items(entries)) {
        if (!readEntry(entry, generatedAt, read))
            leftOut.add(index);
        ++index;
    }
    if (!read.lookedAt.isValid())
        read.lookedAt = generatedAt;
    if (leftOut.count() > 0 || !entries.is_array()) {
        auto finding = results::findingOf(
            file, Finding::Severity::Warning, u"dbt.sources"_s,
            entries.is_array()
                ? u"%1 entries name no source or no time and were left out."_s.arg(leftOut.count())
                : u"The file holds no list of results."_s,
            u"Let dbt source freshness write it again, and copy it whole."_s);
        leftOut.place(file, finding);
        read.findings.append(finding);
    }
    return read;
}

QList<CheckRun> unnamedIn(const SourceFreshness &newest, const QStringList &declared)
{
    QList<CheckRun> runs;
    if (!newest.lookedAt.isValid())
        return runs;
    for (const auto &check : declared) {
        if (newest.checks.contains(check))
            continue;
        CheckRun run;
        run.check = check;
        run.at = newest.lookedAt;
        run.runId = newest.invocation;
        run.status = RunStatus::Unknown;
        run.message = u"dbt source freshness did not report this source."_s;
        runs.append(run);
    }
    return runs;
}

} // namespace portolan::formats::dbt
