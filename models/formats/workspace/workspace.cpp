// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/workspace/workspace.h"

#include "models/formats/workspace/assembly.h"
#include "models/formats/workspace/cursor.h"
#include "models/formats/workspace/vocabulary.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Record;

namespace portolan::formats::workspace {
namespace {

constexpr qsizetype pageSize = 500;

QList<const KnownFile *> ordered(const Listing &listing, const QHash<QString, KnownFile> &files)
{
    QList<const KnownFile *> list;
    for (const auto &state : listing.files) {
        if (const auto found = files.constFind(state.path); found != files.constEnd())
            list.append(&*found);
    }
    return list;
}

QList<const KnownFile *> artifactsIn(const QList<const KnownFile *> &files)
{
    QList<const KnownFile *> artifacts;
    std::copy_if(files.begin(), files.end(), std::back_inserter(artifacts), [](const auto *file) {
        return file->artifact.kind == dbt::ArtifactKind::Manifest
            || file->artifact.kind == dbt::ArtifactKind::Catalog;
    });
    return artifacts;
}

QList<const KnownFile *> resultFilesIn(const QList<const KnownFile *> &files)
{
    QList<const KnownFile *> results;
    std::copy_if(files.begin(), files.end(), std::back_inserter(results), [](const auto *file) {
        return file->results != ResultKind::None
            || file->artifact.kind == dbt::ArtifactKind::RunResults
            || file->artifact.kind == dbt::ArtifactKind::Sources;
    });
    return results;
}

QList<const KnownFile *> eventFilesIn(const QList<const KnownFile *> &files)
{
    QList<const KnownFile *> found;
    std::copy_if(files.begin(), files.end(), std::back_inserter(found),
                 [](const auto *file) { return file->hasEvents; });
    return found;
}

//! Of all that is beside the files, and changes what they mean.
QByteArray revisionOf(const Listener &listener)
{
    return listener.revision + domain::digestOf(listener.apart);
}

} // namespace

//! Reads every file of \a listing that is new or was written since.
Result<void> Workspace::refresh(const Listing &listing, const Listener &listener)
{
    const auto root = QFileInfo(m_folder).canonicalFilePath();
    QHash<QString, KnownFile> files;
    files.reserve(listing.files.size());
    qint64 done = 0;
    for (const auto &state : listing.files) {
        if (listener.isCancelled())
            return failure(Error::Kind::Cancelled, u"reading the folder was stopped"_s);
        const auto known = m_files.constFind(state.path);
        if (known != m_files.constEnd() && known->state == state && !known->isToRepeat)
            files.insert(state.path, *known);
        else
            files.insert(state.path, readKnownFile(root, state));
        listener.progress(++done, listing.files.size(), state.path);
    }
    m_files = std::move(files);
    return {};
}

Result<Reading> Workspace::read(const QByteArray &cursor, bool full, const Listener &listener)
{
    const auto before = Cursor::fromBytes(cursor);
    const auto listing = listFolder(m_folder, listener.isCancelled);
    if (!listing)
        return tl::unexpected(listing.error());
    if (!full && fingerprintOf(*listing, revisionOf(listener)) == before.fingerprint) {
        Reading unchanged;
        unchanged.unchanged = true;
        unchanged.cursor = cursor;
        unchanged.findings = before.findings;
        return unchanged;
    }
    auto reading = readAll(*listing, before, full || before.fingerprint.isEmpty(), listener);
    if (!reading) {
        // What was handed over may not have arrived.
        m_dbt = {};
        m_events = {};
        m_results = {};
    }
    return reading;
}

Result<Reading> Workspace::readAll(const Listing &listing, const Cursor &before, bool again,
                                   const Listener &listener)
{
    if (auto done = refresh(listing, listener); !done)
        return tl::unexpected(done.error());
    const auto files = ordered(listing, m_files);

    Reading reading;
    reading.findings = listing.findings;
    reading.whole = listing.whole;
    for (const auto *file : files) {
        reading.findings.append(file->findings);
        reading.whole = reading.whole && !file->unreadable;
    }
    Assembly assembly(files);
    reading.findings.append(assembly.findings());
    const auto root = QFileInfo(m_folder).canonicalFilePath();
    const ResultListener results{listener.takeEvidence, listener.isCancelled};
    const auto rulesOf = [&assembly](const QString &id) { return assembly.promises().rulesOf(id); };
    if (auto done =
            m_results.read(root, resultFilesIn(files), before.series, again, rulesOf, results);
        !done)
        return tl::unexpected(done.error());
    reading.findings.append(m_results.findings());
    auto declared = assembly.declaredPorts();
    declared.wantedNames += m_results.assetNames();
    const TakeRecords take = [&](QList<Record> page) {
        placeByTeam(page, declared.teamDomains);
        return listener.take(std::move(page));
    };
    if (auto done = m_dbt.read(root, artifactsIn(files), declared, again, take); !done)
        return tl::unexpected(done.error());
    reading.findings.append(m_dbt.findings());
    if (auto done = m_events.read(
            root, eventFilesIn(files), declared.wantedNames, again,
            {take, listener.takeEvidence, listener.isCancelled, listener.apart, listener.recall});
        !done)
        return tl::unexpected(done.error());
    reading.findings.append(m_events.findings());
    reading.notes = m_events.takeNotes();
    reading.seen = m_dbt.ids() + m_events.ids();
    reading.whole =
        reading.whole && m_dbt.isWhole() && !m_events.isToRepeat() && !m_results.isToRepeat();
    assembly.addPeople(m_dbt.people());
    assembly.expose(m_dbt.behindPorts());
    assembly.addLineage({m_dbt.names(), m_events.names()});

    if (auto done = handOverHistory(assembly.history(), before.history, listener); !done)
        return tl::unexpected(done.error());
    auto records = assembly.records();
    Vocabulary vocabulary = m_dbt.vocabulary();
    vocabulary.add(m_events.vocabulary());
    for (auto &record : records)
        vocabulary.take(record);
    records.append(vocabulary.records());
    records.append(m_results.records(
        {assembly.names(m_results.assetNames()), m_dbt.names(), m_events.names()}, m_dbt.ids()));
    if (auto done = handOver(records, reading, listener); !done)
        return tl::unexpected(done.error());
    if (auto leftOut = m_results.leftOut(m_dbt.ids()); !leftOut.isEmpty()) {
        if (auto done = listener.takeEvidence(std::move(leftOut)); !done)
            return tl::unexpected(done.error());
    }
    // A check that the newest scan could not compute is no check that went away.
    for (const auto &scanned : m_results.series())
        reading.seen += QSet<QString>(scanned.checks.begin(), scanned.checks.end());
    reading.slos = assembly.promises().slos();
    readAccess(files, records, reading, listener);

    std::stable_sort(reading.findings.begin(), reading.findings.end(), domain::comesBefore);
    Cursor after;
    after.fingerprint = fingerprintOf(listing, revisionOf(listener));
    const auto histories = assembly.history().keys();
    after.history = {histories.begin(), histories.end()};
    after.findings = reading.findings;
    after.series = m_results.series();
    if (forgetUnread(files))
        after.fingerprint += '?'; // no folder is like it: the next pull looks again
    reading.cursor = after.toBytes();
    return reading;
}

//! Forgets what is known of files that could not be read just now; answers whether there are any.
bool Workspace::forgetUnread(const QList<const KnownFile *> &files)
{
    bool isAny = std::any_of(files.begin(), files.end(),
                             [](const KnownFile *file) { return file->isToRepeat; });
    const auto forget = [&isAny](auto &set) {
        if (!set.isToRepeat())
            return;
        isAny = true;
        set = {};
    };
    forget(m_dbt);
    forget(m_events);
    forget(m_results);
    return isAny;
}

void Workspace::readAccess(const QList<const KnownFile *> &files, const QList<Record> &records,
                           Reading &reading, const Listener &listener)
{
    AccessSet set;
    for (const auto *file : files) {
        if (file->access)
            set.add(file->state.path, *file->access);
    }
    const auto isShared = [&listener](const QString &path, const QByteArray &bytes) {
        return listener.isShared && listener.isShared(path, bytes);
    };
    reading.access = set.book(records, isShared);
    reading.findings.append(set.findings());
}

Result<void> Workspace::handOver(const QList<Record> &records, Reading &reading,
                                 const Listener &listener)
{
    QList<Record> page;
    for (const auto &record : records) {
        if (reading.seen.contains(record.nativeId))
            continue;
        reading.seen.insert(record.nativeId);
        page.append(record);
        if (page.size() < pageSize)
            continue;
        if (auto done = listener.take(std::exchange(page, {})); !done)
            return done;
    }
    return page.isEmpty() ? Result<void>() : listener.take(std::move(page));
}

// A former state is handed over before the current one, and once: the store keeps each state that
// it saw, so that what it stores last is what is shown.
Result<void> Workspace::handOverHistory(const QHash<QString, QList<QList<Record>>> &history,
                                        const QSet<QString> &known, const Listener &listener)
{
    for (qsizetype age = 0;; ++age) {
        QList<Record> page;
        for (auto it = history.begin(); it != history.end(); ++it) {
            if (age < it->size() && !known.contains(it.key()))
                page.append(it->at(age));
        }
        if (page.isEmpty())
            return {};
        std::sort(page.begin(), page.end(), [](const auto &left, const auto &right) {
            return left.nativeId < right.nativeId;
        });
        if (auto done = listener.takeFormer(std::move(page)); !done)
            return done;
    }
}

Result<Survey> Workspace::survey(const std::function<bool()> &isCancelled)
{
    const auto listing = listFolder(m_folder, isCancelled);
    if (!listing)
        return tl::unexpected(listing.error());
    const auto done = refresh(*listing,
                              {.take = {},
                               .isCancelled = isCancelled,
                               .progress = [](qint64, qint64, const QString &) {}});
    if (!done)
        return tl::unexpected(done.error());
    const auto files = ordered(*listing, m_files);
    Survey survey;
    QList<domain::Finding> findings;
    survey.products = int(productEditions(files, findings).size());
    survey.contracts = int(contractEditions(files, findings).size());
    survey.resultFiles = int(resultFilesIn(files).size());
    for (const auto *file : files) {
        survey.manifests += file->artifact.kind == dbt::ArtifactKind::Manifest ? 1 : 0;
        survey.eventFiles += file->hasEvents ? 1 : 0;
        survey.objectives += int(
            std::count_if(file->objectives.begin(), file->objectives.end(), [](const auto &object) {
                return object.kind == openslo::Object::Kind::Slo;
            }));
        survey.catalogs += file->artifact.kind == dbt::ArtifactKind::Catalog ? 1 : 0;
        survey.problems += int(
            std::count_if(file->findings.begin(), file->findings.end(), [](const auto &finding) {
                return finding.severity == domain::Finding::Severity::Error;
            }));
    }
    return survey;
}

} // namespace portolan::formats::workspace
