// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/lineagetable.h"
#include "models/store/qualityreader.h"
#include "models/store/storeprivate.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

qint64 entityNamed(EntityReader &reader, const QUuid &id)
{
    const auto entity = reader.find(id);
    if (!entity)
        throw Error{Error::Kind::NotFound, u"there is no such entity"_s};
    return *entity;
}

QList<domain::Version> versionsOf(EntityReader &reader, Connection &file, qint64 entity)
{
    History history(file);
    QList<domain::Version> versions;
    for (const auto &alias : reader.aliases(entity)) {
        auto states = history.versions(reader.account(alias.account), alias.nativeId);
        // That a second source knows the thing, too, is no change of it; what it changes later is.
        if (!versions.isEmpty() && !states.isEmpty())
            states.removeLast();
        versions.append(states);
    }
    std::stable_sort(versions.begin(), versions.end(),
                     [](const domain::Version &left, const domain::Version &right) {
                         return left.seen > right.seen;
                     });
    return versions;
}

} // namespace

QFuture<Result<domain::Page>> Store::page(const QUuid &id)
{
    return d->read<domain::Page>([id](EntityReader &reader, ReadFiles &files) {
        const auto entity = entityNamed(reader, id);
        auto page = readPage(reader, entity);
        page.versions = versionsOf(reader, *files.history, entity);
        return page;
    });
}

QFuture<Result<QList<domain::Field>>> Store::fields(const QUuid &asset)
{
    return d->read<QList<domain::Field>>([asset](EntityReader &reader, ReadFiles &) {
        return reader.fields(entityNamed(reader, asset));
    });
}

QFuture<Result<QList<domain::Entity>>> Store::entities(const QList<QUuid> &ids)
{
    return d->read<QList<domain::Entity>>([ids](EntityReader &reader, ReadFiles &) {
        QList<domain::Entity> entities;
        for (const auto &id : ids) {
            const auto row = reader.find(id);
            auto entity = row ? reader.entity(*row) : std::nullopt;
            if (entity)
                entities.append(std::move(*entity));
        }
        return entities;
    });
}

QFuture<Result<QList<Resolved>>> Store::resolve(const QString &reference, int limit)
{
    return d->read<QList<Resolved>>([reference, limit](EntityReader &reader, ReadFiles &) {
        return resolveReference(reader, reference, limit);
    });
}

QFuture<Result<QHash<QString, QUuid>>> Store::known(const QUuid &account,
                                                    const QStringList &nativeIds)
{
    using Ids = QHash<QString, QUuid>;
    return d->read<Ids>([account, nativeIds](EntityReader &reader, ReadFiles &) {
        Ids ids;
        const auto row = CacheAccountTable(reader.connection()).find(account);
        if (!row)
            return ids;
        for (const auto &nativeId : nativeIds) {
            if (const auto id = reader.entities().idOf(*row, nativeId))
                ids.insert(nativeId, *id);
        }
        return ids;
    });
}

QFuture<Result<Counts>> Store::counts(const QUuid &account)
{
    return d->read<Counts>([account](EntityReader &reader, ReadFiles &files) {
        Counts counts;
        LineageTable::EdgeCounts edges;
        const LineageTable lineage(reader.connection());
        if (account.isNull()) {
            counts.perKind = reader.entities().counts();
            edges = lineage.counts(0);
        } else {
            const auto row = CacheAccountTable(reader.connection()).find(account);
            if (row) {
                counts.perKind = reader.records().counts(*row);
                edges = lineage.counts(*row);
            }
        }
        counts.datasetEdges = edges.dataset;
        counts.fieldEdges = edges.field;
        for (const auto &[kind, count] : std::as_const(counts.perKind)) {
            if (kind == domain::EntityKind::Check)
                counts.checks = count;
        }
        if (counts.checks > 0)
            counts.checkRuns =
                QualityReader(reader, *files.history, files.checks).runCount(account);
        return counts;
    });
}

QFuture<Result<QList<PullState>>> Store::pullStates()
{
    return d->read<QList<PullState>>([](EntityReader &reader, ReadFiles &) {
        return PullStateTable(reader.connection()).all();
    });
}

QFuture<Result<QHash<QString, QByteArray>>> Store::pullNotes(const QUuid &account)
{
    return d->read<QHash<QString, QByteArray>>([account](EntityReader &reader, ReadFiles &) {
        return PullStateTable(reader.connection()).notesOf(account);
    });
}

QFuture<Result<QList<domain::Finding>>> Store::findings(const QUuid &account)
{
    return d->read<QList<domain::Finding>>([this, account](EntityReader &reader, ReadFiles &) {
        auto findings = account.isNull() ? d->notices : QList<domain::Finding>();
        FindingTable table(reader.connection());
        for (auto it = reader.accountRows().cbegin(); it != reader.accountRows().cend(); ++it) {
            if (account.isNull() || account == it.value())
                findings.append(table.of(it.key()));
        }
        std::stable_sort(findings.begin(), findings.end(), domain::comesBefore);
        return findings;
    });
}

QFuture<Result<QList<domain::Entity>>> Store::list(domain::EntityKind kind, const QString &after,
                                                   int limit)
{
    return d->read<QList<domain::Entity>>([kind, after, limit](EntityReader &reader, ReadFiles &) {
        QList<domain::Entity> entities;
        for (auto &row : reader.entities().list(kind, after, limit))
            entities.append(reader.entityOf(std::move(row)));
        return entities;
    });
}

} // namespace portolan::store
