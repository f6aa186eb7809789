// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/soda/scan.h"

#include "models/formats/results/collector.h"
#include "models/formats/results/leftout.h"
#include "models/formats/results/words.h"
#include "models/formats/soda/diagnostics.h"
#include "models/formats/soda/dimensions.h"
#include "models/formats/soda/metrics.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::CheckRun;
using portolan::domain::Finding;
using portolan::domain::RunStatus;

namespace portolan::formats::soda {
namespace {

using namespace json;
using results::Collector;
using results::ResultFile;
using results::timeOf;

bool isScan(const Json &root)
{
    return member(root, "checks").is_array() && member(root, "definitionName").is_string()
        && (!isNull(member(root, "scanStartTimestamp"))
            || !isNull(member(root, "defaultDataSource")));
}

//! Whether \a root names itself a scan, and its checks are no list.
bool isBrokenScan(const Json &root)
{
    return !member(root, "checks").is_array() && member(root, "definitionName").is_string()
        && member(root, "scanStartTimestamp").is_string();
}

//! The identity, or where an older file has none a hash of the definition.
QString identityOf(const Json &check)
{
    const auto own = text(check, "identity");
    if (!own.isEmpty())
        return own;
    const QString words = text(check, "definition") % u'\n' % text(check, "name");
    return results::shortHash(words.toUtf8());
}

QString idOf(const Scan &scan, const Json &check)
{
    QStringList parts{scan.definition, text(check, "table"), text(check, "type")};
    if (const auto column = text(check, "column"); !column.isEmpty())
        parts.append(column);
    parts.append(identityOf(check));
    QString id = parts.join(u'/');
    int number = 1;
    while (scan.checks.contains(number > 1 ? QString(id % u'#' % QString::number(number)) : id))
        ++number;
    return number > 1 ? QString(id % u'#' % QString::number(number)) : id;
}

QString assetOf(const Scan &scan, const Json &check)
{
    const auto table = text(check, "table");
    const auto source = text(check, "dataSource");
    return table.isEmpty()
        ? QString()
        : QString(u"soda:"_s % (source.isEmpty() ? scan.dataSource : source) % u'/' % table);
}

//! A check of freshness saw how new the data were, whatever it says about it.
void addUpdate(const Json &check, const QString &asset, Collector &collector)
{
    const auto diagnostics = member(check, "diagnostics");
    const auto newest = timeOf(text(diagnostics, "maxColumnTimestampUtc"));
    const auto seen = timeOf(text(diagnostics, "nowTimestampUtc"));
    if (newest.isValid() && seen.isValid() && newest <= seen && !asset.isEmpty())
        collector.addUpdate(
            {.asset = asset, .at = newest, .seen = seen, .source = u"soda"_s, .sampled = true});
}

void readCheck(const Json &check, const Metrics &metrics, Scan &scan, Collector &collector)
{
    const auto metric = metrics.nameOf(check);
    const auto asset = assetOf(scan, check);
    const auto id = idOf(scan, check);
    scan.checks.append(id);
    if (!asset.isEmpty())
        collector.addAsset(asset, text(check, "table"),
                           {{u"datasource"_s, asset.section(u':', 1).section(u'/', 0, 0)}});
    collector.addCheck({.id = id,
                        .name = text(check, "name"),
                        .type = metric,
                        .asset = asset,
                        .dimension = dimensionOf(metric),
                        .element = text(check, "column"),
                        .expression = text(check, "definition").trimmed()});
    if (!scan.at.isValid())
        return;
    CheckRun run;
    run.check = id;
    run.at = scan.at;
    run.runId = scan.runId;
    readOutcome(check, metric, metrics, run);
    collector.addRun(run);
    addUpdate(check, asset, collector);
}

QDateTime timeOfScan(const Json &root)
{
    for (const std::string_view key : {"scanStartTimestamp", "dataTimestamp", "scanEndTimestamp"}) {
        const auto at = timeOf(text(root, key));
        if (at.isValid())
            return at;
    }
    return {};
}

void report(const ResultFile &file, const QString &rule, const QString &message,
            const QString &remedy, Collector &collector)
{
    collector.addFinding(
        results::findingOf(file, Finding::Severity::Warning, rule, message, remedy));
}

//! A scan that a bad query ended says neither that checks passed nor that they failed.
void reportErrors(const ResultFile &file, const Json &root, const Scan &scan, Collector &collector)
{
    QString why;
    for (const auto &line : items(member(root, "logs"))) {
        // The message goes on with the statement.
        if (text(line, "level").toLower() == u"error" && why.isEmpty())
            why = results::oneLine(text(line, "message").section(u'\n', 0, 0));
    }
    report(file, u"soda.errors"_s,
           u"The scan \"%1\" had errors, so it did not evaluate all of its checks"_s.arg(
               scan.definition)
               + (why.isEmpty() ? u"."_s : QString(u": "_s % why)),
           u"Correct the check or the data source, and scan again."_s, collector);
}

void readChecks(const ResultFile &file, const Json &root, Scan &scan, Collector &collector)
{
    const Metrics metrics(root);
    results::LeftOut leftOut(u"checks"_s);
    qsizetype index = 0;
    for (const auto &check : items(member(root, "checks"))) {
        if (isObject(check))
            readCheck(check, metrics, scan, collector);
        else
            leftOut.add(index);
        ++index;
    }
    if (const auto finding = leftOut.finding(file, u"soda.check"_s,
                                             u"Scan again, and copy the file as Soda wrote it."_s))
        collector.addFinding(*finding);
}

} // namespace

bool looksLike(std::string_view text)
{
    const auto has = [text](std::string_view word) { return text.find(word) != text.npos; };
    const bool hasTime = has("\"scanStartTimestamp\"");
    if (!has("\"definitionName\"") || !(hasTime || has("\"checks\"")))
        return false;
    const results::ResultDocument document(
        {.bytes = QByteArray::fromRawData(text.data(), qsizetype(text.size()))});
    if (!document.isReadable())
        return hasTime;
    return isScan(document.root()) || isBrokenScan(document.root());
}

Scan read(const ResultFile &file)
{
    Scan scan;
    Collector collector(u"soda"_s);
    const results::ResultDocument document(file);
    for (const auto &finding : document.findings())
        collector.addFinding(finding);
    const auto &root = document.root();
    if (document.isReadable() && !isScan(root))
        report(file, u"soda.shape"_s,
               isBrokenScan(root) ? u"The result of the Soda scan holds no list of checks."_s
                                  : u"The file is no result of a Soda scan."_s,
               u"Let soda scan write it with the option -srf."_s, collector);
    if (document.isReadable() && isScan(root)) {
        scan.definition = text(root, "definitionName");
        scan.dataSource = text(root, "defaultDataSource");
        scan.at = timeOfScan(root);
        scan.runId = text(root, "scanId");
        scan.hasErrors = isTrue(member(root, "hasErrors"));
        if (!scan.at.isValid())
            report(file, u"soda.time"_s,
                   u"The scan does not say when it ran, so it is no evidence."_s,
                   u"Copy the file as Soda wrote it."_s, collector);
        readChecks(file, root, scan, collector);
        if (scan.hasErrors)
            reportErrors(file, root, scan, collector);
    }
    scan.results = collector.take();
    return scan;
}

} // namespace portolan::formats::soda
