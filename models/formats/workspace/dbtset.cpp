// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/workspace/dbtset.h"

#include "models/formats/dbt/catalog.h"
#include "models/formats/dbt/manifest.h"
#include "models/formats/dbt/translate.h"
#include "models/formats/workspace/filebytes.h"

#include <QHash>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Record;

namespace portolan::formats::workspace {
namespace {

constexpr int pageSize = 500;

QString directoryOf(const QString &path)
{
    const auto slash = path.lastIndexOf(u'/');
    return slash < 0 ? QString() : path.left(slash);
}

//! Manifests of one project have this in common. Old ones do not name their project.
QString projectOf(const KnownFile &file)
{
    return file.artifact.project.isEmpty() ? QString(u"/"_s % directoryOf(file.state.path))
                                           : file.artifact.project;
}

domain::Finding info(const QString &path, const QString &rule, const QString &message,
                     const QString &remedy)
{
    domain::Finding finding;
    finding.file = path;
    finding.severity = domain::Finding::Severity::Info;
    finding.rule = rule;
    finding.message = message;
    finding.remedy = remedy;
    return finding;
}

std::size_t commonNodes(const dbt::Manifest &manifest, const dbt::Catalog &catalog)
{
    return static_cast<std::size_t>(
        std::count_if(catalog.entries().begin(), catalog.entries().end(),
                      [&manifest](const auto &entry) { return manifest.contains(entry.key); }));
}

} // namespace

struct DbtSet::OpenCatalog
{
    const KnownFile *file = nullptr;
    dbt::Catalog catalog;
    bool used = false;
};

Result<void> DbtSet::read(const QString &root, const QList<const KnownFile *> &files,
                          const DeclaredPorts &declared, bool again, const TakeRecords &take)
{
    QList<FileState> states;
    for (const auto *file : files)
        states.append(file->state);
    if (!again && states == m_states && declared == m_declared)
        return {};
    m_declared = declared;
    m_productWord.clear();
    m_people.clear();
    m_behindPorts.clear();
    m_states.clear(); // until all of it was handed over
    m_ids.clear();
    m_vocabulary = {};
    m_names = AssetNames(declared.wantedNames);
    m_findings.clear();
    m_whole = true;
    m_isToRepeat = false;

    m_room = maxArtifactBytes;
    std::vector<OpenCatalog> catalogs;
    for (const auto *file : files) {
        dbt::Artifact artifact;
        if (file->artifact.kind != dbt::ArtifactKind::Catalog || !open(root, *file, artifact))
            continue;
        if (auto catalog = dbt::Catalog::open(std::move(artifact)); catalog)
            catalogs.push_back({.file = file, .catalog = std::move(*catalog)});
        else
            m_findings.append(catalog.error());
    }
    m_room = maxArtifactBytes; // a manifest is held alone
    for (const auto &manifests : manifestsByProject(files)) {
        if (auto done = readProject(root, manifests, catalogs, take); !done)
            return done;
    }
    for (const auto &open : catalogs) {
        if (open.used)
            continue;
        if (auto done = readLonelyCatalog(open.catalog, take); !done)
            return done;
    }
    m_states = states;
    return {};
}

//! The manifests of each project, newest first; the project with the newest one first.
QList<QList<const KnownFile *>> DbtSet::manifestsByProject(const QList<const KnownFile *> &files)
{
    QHash<QString, qsizetype> known;
    QList<QList<const KnownFile *>> projects;
    for (const auto *file : files) {
        if (file->artifact.kind != dbt::ArtifactKind::Manifest)
            continue;
        const auto project = projectOf(*file);
        const auto found = known.constFind(project);
        if (found == known.constEnd()) {
            known.insert(project, projects.size());
            projects.append({file});
        } else {
            projects[*found].append(file);
        }
    }
    const auto isNewer = [](const auto *left, const auto *right) {
        return left->artifact.generatedAt > right->artifact.generatedAt;
    };
    for (auto &manifests : projects)
        std::stable_sort(manifests.begin(), manifests.end(), isNewer);
    std::stable_sort(projects.begin(), projects.end(), [&](const auto &left, const auto &right) {
        return isNewer(left.first(), right.first());
    });
    return projects;
}

//! Reads the newest manifest of a project that can be read.
Result<void> DbtSet::readProject(const QString &root, const QList<const KnownFile *> &manifests,
                                 std::vector<OpenCatalog> &catalogs, const TakeRecords &take)
{
    const KnownFile *current = nullptr;
    for (const auto *file : manifests) {
        if (current) {
            m_findings.append(info(
                file->state.path, u"dbt.older-manifest"_s,
                u"This manifest was not imported: %1 is a newer one of the same project."_s.arg(
                    current->state.path),
                u"Remove it, or keep it outside of the folder."_s));
            continue;
        }
        const auto read = readManifest(root, *file, catalogs, take);
        if (!read)
            return tl::unexpected(read.error());
        if (*read)
            current = file;
    }
    // What a broken manifest told before is not gone: dbt may be writing it this very moment.
    m_whole = m_whole && current;
    return {};
}

bool DbtSet::open(const QString &root, const KnownFile &file, dbt::Artifact &artifact)
{
    auto bytes = bytesOf(root % u'/' % file.state.path, m_room, root);
    if (!bytes) {
        m_isToRepeat = m_isToRepeat || isMomentary(bytes.error());
        domain::Finding finding;
        finding.file = file.state.path;
        const bool large = bytes.error().kind == Error::Kind::TooLarge;
        finding.rule = large ? u"files.too-large"_s : u"dbt.unreadable"_s;
        finding.message = large && m_room < maxArtifactBytes
            ? u"The dbt catalogs of the folder have more than %1 MB together; this one was not read."_s
                  .arg(maxArtifactBytes / (1024 * 1024))
            : QString(u"The dbt artifact cannot be read: "_s % bytes.error().detail % u'.');
        finding.remedy = large
            ? u"Leave out what describes no data, or give it a folder of its own."_s
            : u"Let dbt write it again, and copy it whole."_s;
        m_findings.append(finding);
        return false;
    }
    m_room -= file.artifact.kind == dbt::ArtifactKind::Catalog ? bytes->size() : 0;
    artifact = {.file = file.state.path, .bytes = std::move(*bytes)};
    return true;
}

//! Whether it could be read.
Result<bool> DbtSet::readManifest(const QString &root, const KnownFile &file,
                                  std::vector<OpenCatalog> &catalogs, const TakeRecords &take)
{
    dbt::Artifact artifact;
    if (!open(root, file, artifact))
        return false;
    const auto manifest = dbt::Manifest::open(std::move(artifact));
    if (!manifest) {
        m_findings.append(manifest.error());
        return false;
    }
    OpenCatalog *best = nullptr;
    std::tuple<bool, std::size_t, QString> bestScore;
    for (auto &open : catalogs) {
        const auto common = open.used ? 0 : commonNodes(*manifest, open.catalog);
        const std::tuple score(directoryOf(open.file->state.path) == directoryOf(file.state.path),
                               common, open.file->artifact.generatedAt);
        if (common > 0 && (!best || score > bestScore)) {
            best = &open;
            bestScore = score;
        }
    }
    if (best)
        best->used = true;
    Result<void> taken;
    const auto findings = dbt::translate(*manifest, best ? &best->catalog : nullptr, pageSize,
                                         [this, &take, &taken](QList<Record> page) {
                                             taken = take(settled(std::move(page)));
                                             return taken.has_value();
                                         });
    m_findings.append(findings);
    if (!taken)
        return tl::unexpected(taken.error());
    return true;
}

Result<void> DbtSet::readLonelyCatalog(const dbt::Catalog &catalog, const TakeRecords &take)
{
    Result<void> taken;
    bool any = false;
    const auto findings = dbt::translateCatalog(catalog, pageSize, [&, this](QList<Record> page) {
        page = settled(std::move(page));
        any = any || !page.isEmpty();
        taken = take(std::move(page));
        return taken.has_value();
    });
    m_findings.append(findings);
    if (any)
        m_findings.append(info(catalog.artifact().file, u"dbt.lonely-catalog"_s,
                               u"No manifest in the folder has the nodes of this catalog."_s,
                               u"Put the manifest.json of the same run beside it."_s));
    return taken;
}

QString DeclaredPorts::productAndKey(const QString &product, const QString &datasetKey)
{
    return product % u'\n' % datasetKey.section(u':', 0, 0) % u'\n'
        % datasetKey.section(u':', -1, -1);
}

QString DbtSet::declaredPort(const Record &record) const
{
    const auto product = m_productWord.value(record.nativeId.section(u'#', 0, -2));
    if (product.isEmpty())
        return {};
    const auto port =
        m_declared.byTable.value(DeclaredPorts::productAndKey(product, record.datasetKey));
    if (!port.isEmpty())
        return port;
    for (const auto &to : record.relations) {
        if (to.relation == domain::Relation::GovernedBy)
            return m_declared.byContract.value({product, to.nativeId});
    }
    return {};
}

bool DbtSet::isSecondPort(const Record &record)
{
    if (record.kind != domain::EntityKind::Port)
        return false;
    const auto port = declaredPort(record);
    if (port.isEmpty())
        return false;
    for (const auto &to : record.relations) {
        if (to.relation == domain::Relation::Exposes)
            m_behindPorts.append({port, to.nativeId});
    }
    return true;
}

//! The records of \a page that nothing else has, with their words counted.
QList<Record> DbtSet::settled(QList<Record> page)
{
    QList<Record> kept;
    for (auto &record : page) {
        if (record.kind == domain::EntityKind::Product)
            m_productWord.insert(record.nativeId, record.datasetKey);
        if (record.kind == domain::EntityKind::Person) {
            m_people.append(record);
            continue;
        }
        const auto before = m_ids.size();
        if (isSecondPort(record))
            continue;
        m_ids.insert(record.nativeId);
        if (m_ids.size() == before)
            continue;
        m_vocabulary.take(record);
        m_names.offer(record);
        kept.append(std::move(record));
    }
    return kept;
}

} // namespace portolan::formats::workspace
