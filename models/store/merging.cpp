// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/merging.h"

#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

using domain::Field;
using domain::Record;

template <typename T>
void take(T &scalar, const T &other)
{
    if (scalar.isEmpty())
        scalar = other;
}

template <typename T>
void unite(QList<T> &list, const QList<T> &more)
{
    if (list.isEmpty()) {
        list = more;
        return;
    }
    for (const auto &item : more) {
        if (!list.contains(item))
            list.append(item);
    }
}

void addTo(Record &record, const Record &other)
{
    take(record.type, other.type);
    take(record.direction, other.direction);
    take(record.name, other.name);
    take(record.title, other.title);
    take(record.description, other.description);
    take(record.domain, other.domain);
    // The two halves of one value: a name of one account with the id of another would lie.
    if (record.ownerId.isEmpty() && record.ownerName.isEmpty()) {
        record.ownerId = other.ownerId;
        record.ownerName = other.ownerName;
    }
    take(record.status, other.status);
    take(record.version, other.version);
    take(record.classification, other.classification);
    unite(record.tags, other.tags);
    unite(record.synonyms, other.synonyms);
    take(record.datasetKey, other.datasetKey);
    record.popularity = std::max(record.popularity, other.popularity);
    unite(record.relations, other.relations);
    take(record.terms.purpose, other.terms.purpose);
    take(record.terms.limitations, other.terms.limitations);
    take(record.terms.usage, other.terms.usage);
    unite(record.sla, other.sla);
    unite(record.roles, other.roles);
    unite(record.team, other.team);
    unite(record.support, other.support);
    unite(record.prices, other.prices);
    unite(record.servers, other.servers);
    unite(record.quality, other.quality);
    unite(record.references, other.references);
    unite(record.questions, other.questions);
    unite(record.properties, other.properties);
}

void addTo(Field &field, const Field &other)
{
    take(field.title, other.title);
    take(field.physicalName, other.physicalName);
    take(field.type, other.type);
    take(field.logicalType, other.logicalType);
    take(field.description, other.description);
    take(field.classification, other.classification);
    unite(field.tags, other.tags);
    unite(field.terms, other.terms);
    unite(field.synonyms, other.synonyms);
    unite(field.examples, other.examples);
    unite(field.sources, other.sources);
    take(field.transformation, other.transformation);
    take(field.encryptedName, other.encryptedName);
    take(field.constraints, other.constraints);
    unite(field.references, other.references);
    if (!field.nullable)
        field.nullable = other.nullable;
    field.primaryKey = field.primaryKey || other.primaryKey;
    if (field.primaryKeyPosition == 0)
        field.primaryKeyPosition = other.primaryKeyPosition;
    field.unique = field.unique || other.unique;
    field.partitioned = field.partitioned || other.partitioned;
    field.critical = field.critical || other.critical;
    field.deprecated = field.deprecated || other.deprecated;
}

//! A value of which one account's is shown.
struct Scalar
{
    QString what; //!< member name
    QString (*value)(const Record &);
};

const QList<Scalar> &scalars()
{
    static const QList<Scalar> list{
        {u"type"_s, [](const Record &r) { return r.type; }},
        {u"name"_s, [](const Record &r) { return r.name; }},
        {u"title"_s, [](const Record &r) { return r.title; }},
        {u"description"_s, [](const Record &r) { return r.description; }},
        {u"domain"_s, [](const Record &r) { return domain::domainText(r.domain); }},
        {u"ownerName"_s,
         [](const Record &r) { return r.ownerName.isEmpty() ? r.ownerId : r.ownerName; }},
        {u"status"_s, [](const Record &r) { return r.status; }},
        {u"version"_s, [](const Record &r) { return r.version; }},
        {u"classification"_s, [](const Record &r) { return r.classification; }},
        {u"purpose"_s, [](const Record &r) { return r.terms.purpose; }},
        {u"limitations"_s, [](const Record &r) { return r.terms.limitations; }},
        {u"usage"_s, [](const Record &r) { return r.terms.usage; }},
    };
    return list;
}

//! What \a records have that is not \a shown.
QList<domain::OtherValue> otherValuesOf(const Scalar &scalar, const QString &shown,
                                        const QList<Record> &records,
                                        const QStringList &accountNames)
{
    QList<domain::OtherValue> others;
    for (qsizetype i = 0; i < records.size(); ++i) {
        const auto value = scalar.value(records.at(i));
        const domain::OtherValue other{scalar.what, value, accountNames.value(i)};
        if (!value.isEmpty() && value != shown && !others.contains(other))
            others.append(other);
    }
    return others;
}

} // namespace

Record merged(const QList<Record> &records)
{
    auto result = records.first();
    for (qsizetype i = 1; i < records.size(); ++i)
        addTo(result, records.at(i));
    return result;
}

QList<Field> mergedFields(const QList<QList<Field>> &sources)
{
    QList<Field> result;
    QHash<QString, qsizetype> byPath;
    for (const auto &fields : sources) {
        if (result.isEmpty() && fields.size() > 0 && &fields == &sources.last())
            return fields; // the usual case: one source has fields
        for (const auto &field : fields) {
            const auto path = field.path.toCaseFolded();
            const auto known = byPath.constFind(path);
            if (known != byPath.constEnd()) {
                addTo(result[*known], field);
            } else {
                byPath.insert(path, result.size());
                result.append(field);
            }
        }
    }
    return result;
}

QList<domain::OtherValue> otherValues(const Record &merged, const QList<Record> &records,
                                      const QStringList &accountNames)
{
    QList<domain::OtherValue> others;
    for (const auto &scalar : scalars())
        others.append(otherValuesOf(scalar, scalar.value(merged), records, accountNames));
    return others;
}

QList<domain::ShownValue> shownValues(const QList<Record> &records, const QStringList &accountNames)
{
    QList<domain::ShownValue> shown;
    for (const auto &scalar : scalars()) {
        const auto first = std::find_if(records.cbegin(), records.cend(), [&](const Record &one) {
            return !scalar.value(one).isEmpty();
        });
        if (first == records.cend())
            continue;
        const auto value = scalar.value(*first);
        shown.append({scalar.what, value, accountNames.value(first - records.cbegin()),
                      otherValuesOf(scalar, value, records, accountNames)});
    }
    return shown;
}

EntityRow entityRowOf(const Record &merged)
{
    EntityRow row;
    row.ownerNative = merged.ownerId;
    row.synonyms = merged.synonyms;
    auto &entity = row.entity;
    entity.nativeId = merged.nativeId;
    entity.kind = merged.kind;
    entity.type = merged.type;
    entity.name = merged.name;
    entity.title = merged.title;
    entity.description = merged.description;
    entity.domain = merged.domain;
    entity.ownerName = merged.ownerName;
    entity.status = merged.status;
    entity.version = merged.version;
    entity.classification = merged.classification;
    entity.tags = merged.tags;
    entity.fieldCount = int(merged.fields.size());
    entity.popularity = merged.popularity;
    return row;
}

} // namespace portolan::store
