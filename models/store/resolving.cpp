// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/entityreader.h"

#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

//! Collects matches, each once.
class Resolver
{
public:
    Resolver(EntityReader &reader, int limit)
        : m_reader(reader)
        , m_limit(limit)
    {
    }

    QList<Resolved> found;

    void add(qint64 id, const QString &fieldPath = {})
    {
        if (found.size() >= m_limit || m_seen.contains(id))
            return;
        if (auto entity = m_reader.entity(id)) {
            m_seen.insert(id);
            found.append({std::move(*entity), fieldPath});
        }
    }

    //! Adds \a id when it has a field \a path.
    void addField(qint64 id, const QString &path)
    {
        const auto fields = m_reader.fields(id);
        const auto same = [&](Qt::CaseSensitivity sensitivity) {
            return std::find_if(fields.cbegin(), fields.cend(), [&](const domain::Field &field) {
                return field.path.compare(path, sensitivity) == 0;
            });
        };
        auto field = same(Qt::CaseSensitive);
        if (field == fields.cend())
            field = same(Qt::CaseInsensitive);
        if (field != fields.cend())
            add(id, field->path);
    }

    void byOurId(const QString &reference)
    {
        const auto hash = reference.indexOf(u'#');
        const QUuid id(hash < 0 ? reference : reference.left(hash));
        const auto entity = id.isNull() ? std::nullopt : m_reader.find(id);
        if (!entity)
            return;
        if (hash < 0)
            add(*entity);
        else
            addField(*entity, reference.mid(hash + 1));
    }

    QList<qint64> withNativeId(const QString &nativeId)
    {
        QList<std::tuple<int, QUuid, qint64>> hits;
        for (auto it = m_reader.accountRows().cbegin(); it != m_reader.accountRows().cend(); ++it) {
            if (const auto record = m_reader.record(it.key(), nativeId)) {
                hits.append(
                    {m_reader.accounts().positionOf(it.value()), it.value(), record->entity});
            }
        }
        std::sort(hits.begin(), hits.end());
        QList<qint64> entities;
        for (const auto &[position, account, entity] : std::as_const(hits))
            entities.append(entity);
        return entities;
    }

    void byNativeId(const QString &reference)
    {
        for (const auto entity : withNativeId(reference))
            add(entity);
    }

    //! A field is named by its asset's native id, a dot, and its path, or by a hash in place of the
    //! dot, as behind our own ids; which of several it is, is not known.
    void byFieldId(const QString &reference, QChar separator)
    {
        for (auto at = reference.lastIndexOf(separator); at > 0;
             at = reference.lastIndexOf(separator, at - 1)) {
            const auto assets = withNativeId(reference.left(at));
            for (const auto asset : assets)
                addField(asset, reference.mid(at + 1));
            if (!found.isEmpty())
                return;
        }
    }

    //! The id that OpenLineage gives a field: both names in it may hold colons.
    void byDatasetField(const QString &reference)
    {
        const auto prefix = u"datasetField:"_s;
        if (!reference.startsWith(prefix))
            return;
        const QString name = u"dataset:"_s + reference.mid(prefix.size());
        for (auto colon = name.lastIndexOf(u':'); colon > 0 && found.isEmpty();
             colon = name.lastIndexOf(u':', colon - 1)) {
            const auto assets = withNativeId(name.left(colon));
            for (const auto asset : assets)
                addField(asset, name.mid(colon + 1));
        }
    }

    void byName(const QString &reference)
    {
        auto rows = m_reader.entities().named(reference, 1000);
        // The exact name first, then titles, then what differs in case; the popular before others.
        const auto key = [&](const EntityRow &row) {
            const auto &entity = row.entity;
            const int closeness = entity.name == reference ? 0 : entity.title == reference ? 1 : 2;
            return std::tuple(closeness, -entity.popularity, entity.nativeId, row.id);
        };
        std::sort(rows.begin(), rows.end(), [&](const EntityRow &left, const EntityRow &right) {
            return key(left) < key(right);
        });
        for (const auto &row : std::as_const(rows))
            add(row.id);
    }

private:
    EntityReader &m_reader;
    int m_limit;
    QSet<qint64> m_seen;
};

} // namespace

QList<Resolved> resolveReference(EntityReader &reader, const QString &reference, int limit)
{
    Resolver resolver(reader, limit);
    if (reference.isEmpty())
        return {};
    resolver.byOurId(reference);
    resolver.byNativeId(reference);
    for (const auto separator : {u'.', u'#'}) {
        if (resolver.found.isEmpty())
            resolver.byFieldId(reference, separator);
    }
    if (resolver.found.isEmpty())
        resolver.byDatasetField(reference);
    if (resolver.found.isEmpty())
        resolver.byName(reference);
    return resolver.found;
}

} // namespace portolan::store
