// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/workspace/resultset.h"

#include "models/formats/dbt/runresults.h"
#include "models/formats/gx/validation.h"
#include "models/formats/soda/scanseries.h"
#include "models/formats/workspace/filebytes.h"

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::Record;

namespace portolan::formats::workspace {
namespace {

// Runs that are handed over together: a page of the store's writer.
constexpr qsizetype pageSize = 5000;

//! The package of dbt in "test.shop.not_null.1a2b" or "freshness:source.shop.raw.orders".
QString packageOf(const QString &id)
{
    return id.section(u'.', 1, 1);
}

QString lastPartOf(const QString &name)
{
    return AssetNames::nameOf(name).section(u'.', -1).section(u'/', -1);
}

//! What two keys of one table have in common: the platform, and the name without its database.
QString tableOf(const QString &nativeId, const QString &datasetKey)
{
    if (datasetKey.isEmpty())
        return nativeId;
    return datasetKey.section(u':', 0, 0) % u':' % datasetKey.section(u':', -1).section(u'.', -2);
}

//! The one asset called \a name, or empty.
QString assetNamed(const QString &name, const QList<AssetNames> &names)
{
    QString found;
    QString table;
    for (const auto &some : names) {
        if (some.isAmbiguous(name))
            return {};
        const auto id = some.find(name);
        if (id.isEmpty())
            continue;
        const auto its = tableOf(id, some.keyOf(name));
        if (!found.isEmpty() && its != table)
            return {};
        if (found.isEmpty()) {
            found = id;
            table = its;
        }
    }
    return found;
}

//! A check of which only its results tell.
Record lonelyCheck(const QString &id)
{
    const bool isFreshness = id.startsWith(u"freshness:"_s);
    Record check;
    check.kind = EntityKind::Check;
    check.nativeId = id;
    check.name =
        isFreshness ? QString(id.section(u'.', -1) % u" freshness"_s) : id.section(u'.', 2, 2);
    check.type = isFreshness ? u"freshness"_s : u"test"_s;
    domain::QualityRule rule;
    rule.name = check.name;
    rule.dimension = isFreshness ? u"freshness"_s : QString();
    check.quality.append(rule);
    check.properties.append({u"source"_s, u"dbt"_s});
    return check;
}

void append(domain::Evidence &to, domain::Evidence from)
{
    to.runs.append(std::move(from.runs));
    to.updates.append(std::move(from.updates));
    to.observations.append(std::move(from.observations));
}

} // namespace

//! One reading: collects evidence until it is a page.
class ResultSet::Reading
{
public:
    Reading(ResultSet &set, const QString &root, const datacontract::RulesOf &rulesOf,
            const ResultListener &listener)
        : m_set(set)
        , m_root(root)
        , m_rulesOf(rulesOf)
        , m_listener(listener)
    {
    }

    [[nodiscard]] Result<void> read(const KnownFile &file)
    {
        if (m_listener.isCancelled())
            return failure(Error::Kind::Cancelled, u"reading the folder was stopped"_s);
        Said said{.state = file.state};
        auto bytes = bytesOf(m_root % u'/' % file.state.path, results::maxResultBytes, m_root);
        if (bytes) {
            take({.file = file.state.path, .bytes = std::move(*bytes)}, file, said);
        } else {
            said.findings.append(unreadable(file.state.path, bytes.error()));
            m_set.m_isToRepeat = m_set.m_isToRepeat || isMomentary(bytes.error());
        }
        m_set.m_files[file.state.path] = std::move(said);
        return handOver(pageSize);
    }

    //! Compares the scans with those before them, and hands over the rest.
    [[nodiscard]] Result<void> finish()
    {
        std::stable_sort(m_scans.begin(), m_scans.end(),
                         [](const auto &left, const auto &right) { return left.at < right.at; });
        QHash<QString, QStringList> known;
        for (auto it = m_set.m_series.begin(); it != m_set.m_series.end(); ++it)
            known.insert(it.key(), it->checks);
        soda::ScanSeries series(known);
        for (const auto &scan : m_scans) {
            auto &until = m_set.m_series[scan.series()].until;
            auto missing = series.add(scan);
            // An older one, read again: it knew nothing of the checks that came later.
            if (until.isValid() && scan.at <= until)
                continue;
            until = scan.at;
            m_evidence.runs.append(std::move(missing));
        }
        for (auto it = series.known().begin(); it != series.known().end(); ++it)
            m_set.m_series[it.key()].checks = *it;
        return handOver(1);
    }

private:
    static domain::Finding unreadable(const QString &path, const Error &error)
    {
        domain::Finding finding;
        finding.file = path;
        finding.line = 1;
        finding.rule = u"results.unreadable"_s;
        finding.message = u"The results cannot be read: "_s % error.detail % u'.';
        finding.remedy = u"Run the tool again and copy the file whole, or remove it."_s;
        return finding;
    }

    void take(const results::ResultFile &bytes, const KnownFile &file, Said &said)
    {
        switch (file.results) {
        case ResultKind::GreatExpectations:
            return keep(gx::read(bytes), said);
        case ResultKind::DataContract:
            return keep(datacontract::read(bytes, m_rulesOf), said);
        case ResultKind::Soda: {
            auto scan = soda::read(bytes);
            keep(std::exchange(scan.results, {}), said);
            m_scans.append(std::move(scan));
            return;
        }
        case ResultKind::None:
            break;
        }
        if (file.artifact.kind == dbt::ArtifactKind::RunResults)
            takeRuns(dbt::readRunResults(bytes), said);
        else if (file.artifact.kind == dbt::ArtifactKind::Sources)
            takeLook(dbt::readSourceFreshness(bytes), said);
    }

    void keep(results::ToolResults results, Said &said)
    {
        for (auto &record : results.records) {
            said.ids.append(record.nativeId);
            auto id = record.nativeId;
            m_set.m_records.insert_or_assign(std::move(id), std::move(record));
        }
        said.findings = std::move(results.findings);
        append(m_evidence, std::move(results.evidence));
    }

    void takeRuns(dbt::RunResults results, Said &said)
    {
        for (const auto &run : std::as_const(results.runs))
            said.tests.append(run.check);
        said.findings = std::move(results.findings);
        m_evidence.runs.append(std::move(results.runs));
    }

    void takeLook(dbt::SourceFreshness look, Said &said)
    {
        said.tests = look.checks;
        said.findings = std::exchange(look.findings, {});
        append(m_evidence, std::exchange(look.evidence, {}));
        QSet<QString> packages;
        for (const auto &check : std::as_const(look.checks))
            packages.insert(packageOf(check));
        for (const auto &package : std::as_const(packages)) {
            auto &newest = m_set.m_looks[package];
            if (!newest.lookedAt.isValid() || newest.lookedAt < look.lookedAt)
                newest = look;
        }
    }

    [[nodiscard]] Result<void> handOver(qsizetype atLeast)
    {
        if (m_evidence.isEmpty() || m_evidence.runs.size() + m_evidence.updates.size() < atLeast)
            return {};
        return m_listener.take(std::exchange(m_evidence, {}));
    }

    ResultSet &m_set;
    const QString &m_root;
    const datacontract::RulesOf &m_rulesOf;
    const ResultListener &m_listener;
    domain::Evidence m_evidence;
    QList<soda::Scan> m_scans; //!< without what they say
};

Result<void> ResultSet::read(const QString &root, const QList<const KnownFile *> &files,
                             const Series &known, bool again, const datacontract::RulesOf &rulesOf,
                             const ResultListener &listener)
{
    if (m_series.isEmpty())
        m_series = known;
    if (again)
        m_files.clear();
    QSet<QString> paths;
    for (const auto *file : files)
        paths.insert(file->state.path);
    forget(paths);
    Reading reading(*this, root, rulesOf, listener);
    for (const auto *file : files) {
        const auto before = m_files.find(file->state.path);
        if (before != m_files.end() && before->second.state == file->state)
            continue;
        if (auto done = reading.read(*file); !done)
            return done;
    }
    return reading.finish();
}

//! Forgets files other than \a paths, and the checks that only they named.
void ResultSet::forget(const QSet<QString> &paths)
{
    std::erase_if(m_files, [&](const auto &file) { return !paths.contains(file.first); });
    QSet<QString> named;
    for (const auto &[path, said] : m_files)
        named += QSet<QString>(said.ids.begin(), said.ids.end());
    std::erase_if(m_records, [&](const auto &record) { return !named.contains(record.first); });
}

QSet<QString> ResultSet::assetNames() const
{
    QSet<QString> names;
    for (const auto &[id, record] : m_records) {
        if (record.kind == EntityKind::Asset)
            names.insert(lastPartOf(record.name));
    }
    return names;
}

QList<Record> ResultSet::records(const QList<AssetNames> &names, const QSet<QString> &ofDbt) const
{
    QList<Record> list;
    for (const auto &[id, record] : m_records) {
        list.append(record);
        if (record.kind == EntityKind::Asset)
            list.last().sameAs = assetNamed(lastPartOf(record.name), names);
    }
    QSet<QString> lonely;
    for (const auto &[path, said] : m_files)
        lonely += QSet<QString>(said.tests.begin(), said.tests.end());
    lonely -= ofDbt;
    if (lonely.isEmpty())
        return list;
    QSet<QString> packages;
    for (const auto &id : ofDbt)
        packages.insert(packageOf(id));
    auto ids = lonely.values();
    ids.sort();
    for (const auto &id : std::as_const(ids)) {
        if (!packages.contains(packageOf(id)))
            list.append(lonelyCheck(id));
    }
    return list;
}

domain::Evidence ResultSet::leftOut(const QSet<QString> &ofDbt) const
{
    QHash<QString, QStringList> declared;
    for (const auto &id : ofDbt) {
        if (id.startsWith(u"freshness:"_s))
            declared[packageOf(id)].append(id);
    }
    domain::Evidence evidence;
    for (auto look = m_looks.begin(); look != m_looks.end(); ++look)
        evidence.runs.append(dbt::unnamedIn(*look, declared.value(look.key())));
    return evidence;
}

QList<domain::Finding> ResultSet::findings() const
{
    QList<domain::Finding> findings;
    for (const auto &[path, said] : m_files)
        findings.append(said.findings);
    return findings;
}

} // namespace portolan::formats::workspace
