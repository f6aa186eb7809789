// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cacheindexsource.h"

#include "models/store/packedfields.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

// What changed between two snapshots is in the change log of the generation that was asked for
// first, and comes again with the next refresh.
constexpr qint64 documentsASnapshot = 1000;
// Well below what the writer waits for its readers when its journal has grown: on a busy machine a
// thousand documents take a second, and a journal that is never emptied grows by all that is
// written.
constexpr qint64 snapshotMs = 50;
constexpr int rowidsAtATime = 5000;

} // namespace

CacheIndexSource::CacheIndexSource(Connection &cache, std::shared_ptr<const AccountsNow> accounts,
                                   std::function<bool()> isStopped)
    : m_reader(cache, std::move(accounts))
    , m_changes(cache)
    , m_isStopped(std::move(isStopped))
{
}

Result<qint64> CacheIndexSource::generation()
{
    return guarded([this] { return m_changes.generation(); });
}

Result<qint64> CacheIndexSource::entityCount()
{
    return guarded([this] { return m_reader.entities().count(); });
}

Result<void> CacheIndexSource::all(const std::function<bool(IndexDocument &&)> &take)
{
    // In the order of rows: to sort a million would take more memory than to index them.
    return guarded([&] {
        bool wantsMore = true;
        const auto takeNext = [&](IndexDocument &&document) {
            return wantsMore = take(std::move(document));
        };
        auto rowids = m_reader.entities().behind(0, rowidsAtATime);
        while (wantsMore && !rowids.isEmpty()) {
            readEach(rowids, takeNext);
            rowids = m_reader.entities().behind(rowids.last(), rowidsAtATime);
        }
    });
}

Result<void> CacheIndexSource::documents(const QList<qint64> &rowids,
                                         const std::function<bool(IndexDocument &&)> &take)
{
    return guarded([&] {
        m_reader.renew();
        m_snapshot.start();
        readEach(rowids, take);
    });
}

Result<std::optional<QList<qint64>>> CacheIndexSource::changedSince(qint64 generation)
{
    return guarded([&] { return m_changes.since(generation); });
}

Result<QList<domain::Entity>> CacheIndexSource::entities(const QList<qint64> &rowids)
{
    return guarded([&] {
        QList<domain::Entity> entities;
        for (const auto rowid : rowids) {
            if (auto entity = m_reader.entity(rowid))
                entities.append(std::move(*entity));
        }
        return entities;
    });
}

void CacheIndexSource::readEach(const QList<qint64> &rowids,
                                const std::function<bool(IndexDocument &&)> &take)
{
    for (const auto rowid : rowids) {
        renewInTime();
        if (m_isStopped && m_isStopped())
            throw Error{Error::Kind::Cancelled, u"the program is closing"_s};
        auto next = document(rowid);
        if (next && !take(std::move(*next)))
            return;
    }
}

void CacheIndexSource::renewInTime()
{
    if (m_snapshot.isValid() && m_snapshot.elapsed() < snapshotMs
        && ++m_readOfSnapshot < documentsASnapshot)
        return;
    m_readOfSnapshot = 0;
    m_reader.renew();
    m_snapshot.start();
}

std::optional<IndexDocument> CacheIndexSource::document(qint64 rowid)
{
    const auto row = m_reader.entities().byId(rowid);
    if (!row)
        return std::nullopt;
    auto document = withoutFields(*row);
    document.fields = fields(*row);
    return document;
}

IndexDocument CacheIndexSource::withoutFields(const EntityRow &row)
{
    const auto &entity = row.entity;
    IndexDocument document;
    document.rowid = row.id;
    document.id = entity.id;
    document.kind = entity.kind;
    document.nativeId = entity.nativeId;
    document.type = entity.type;
    document.name = entity.name;
    document.title = entity.title;
    document.description = entity.description;
    document.synonyms = row.synonyms;
    document.domain = entity.domain;
    document.ownerName = entity.ownerName;
    document.status = entity.status;
    document.classification = entity.classification;
    document.tags = entity.tags;
    document.portTypes = entity.portTypes;
    if (entity.sloState)
        document.slo = domain::sloStateWord(*entity.sloState);
    document.popularity = entity.popularity;
    document.changedAt = row.changedAt;
    QSet<qint64> accounts{row.account};
    if (row.aliases > 1) {
        for (const auto &alias : m_reader.aliases(row.id)) {
            accounts.insert(alias.account);
            if (alias.nativeId != entity.nativeId)
                document.aliases.append(alias.nativeId);
        }
    }
    for (const auto account : std::as_const(accounts)) {
        const auto uuid = m_reader.account(account);
        document.accounts.append(m_reader.accounts().nameOf(uuid));
        const auto platform = m_reader.accounts().platformOf(uuid);
        if (!platform.isEmpty() && !document.platforms.contains(platform))
            document.platforms.append(platform);
    }
    return document;
}

void CacheIndexSource::noteDamage(const Result<void> &read)
{
    if (!read && !isDamage(read.error()))
        throw read.error(); // the disk, not the document
    m_sawDamage = m_sawDamage || !read;
}

QList<domain::Field> CacheIndexSource::fields(const EntityRow &row)
{
    if (row.entity.fieldCount == 0)
        return {};
    QList<domain::Field> fields;
    noteDamage(guarded([&] {
        fields = row.aliases == 1 ? m_reader.documents().fields(row.id) : m_reader.fields(row.id);
    }));
    return fields;
}

//! The fields of a row, read when they are wanted.
class CacheIndexSource::RowFields final : public FieldSource
{
public:
    RowFields(CacheIndexSource &source, const EntityRow &row)
        : m_source(source)
        , m_row(row)
        , m_packed([this] { return m_source.m_reader.documents().packedFields(m_row.id); },
                   row.entity.fieldCount)
    {
    }

    StartBits scan(const QByteArrayList &starts, qsizetype most, const Wants &wants,
                   const Take &take) override
    {
        StartBits seen = 0;
        if (m_row.entity.fieldCount == 0)
            return seen;
        m_source.noteDamage(guarded([&] {
            if (m_row.aliases == 1) {
                seen = m_packed.scan(starts, most, wants, take);
            } else {
                if (!m_merged)
                    m_merged = m_source.m_reader.fields(m_row.id);
                seen = FieldList(*m_merged).scan(starts, most, wants, take);
            }
        }));
        return seen;
    }

    qsizetype size() const override { return m_row.entity.fieldCount; }

private:
    CacheIndexSource &m_source;
    const EntityRow &m_row;
    PackedFields m_packed;
    std::optional<QList<domain::Field>> m_merged;
};

std::unique_ptr<FieldSource> CacheIndexSource::fieldSource(const EntityRow &row)
{
    return std::make_unique<RowFields>(*this, row);
}

} // namespace portolan::store
