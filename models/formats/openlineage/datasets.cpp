// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openlineage/datasets.h"

#include "models/domain/datasetkey.h"
#include "models/formats/openlineage/facets.h"

#include <QSet>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Record;

namespace portolan::formats::openlineage {
namespace {

//! A namespace taken apart: "postgres://db.example:5432" → postgres, db.example:5432.
struct Space
{
    QString platform;
    QString instance;
};

Space spaceOf(const QString &space)
{
    const auto scheme = space.indexOf(u"://"_s);
    if (scheme < 0) {
        // A bare word is a platform (bigquery, file, dbfs) or, in older events, a name of its own.
        return {domain::platformWord(space), {}};
    }
    auto instance = space.mid(scheme + 3);
    while (instance.endsWith(u'/'))
        instance.chop(1);
    return {domain::platformWord(space.left(scheme)), instance};
}

bool isStream(const QString &platform)
{
    static const QSet<QString> words{u"kafka"_s, u"pulsar"_s, u"kinesis"_s, u"pubsub"_s};
    return words.contains(platform);
}

bool isFileStore(const QString &platform)
{
    static const QSet<QString> words{u"s3"_s,   u"s3a"_s,  u"s3n"_s,   u"gs"_s,   u"file"_s,
                                     u"hdfs"_s, u"dbfs"_s, u"abfss"_s, u"abfs"_s, u"wasbs"_s};
    return words.contains(platform);
}

bool isDatabase(const QString &platform)
{
    static const QSet<QString> words{
        u"postgres"_s,    u"mysql"_s,      u"redshift"_s,  u"snowflake"_s,  u"bigquery"_s,
        u"duckdb"_s,      u"trino"_s,      u"sqlserver"_s, u"oracle"_s,     u"athena"_s,
        u"hive"_s,        u"databricks"_s, u"teradata"_s,  u"clickhouse"_s, u"db2"_s,
        u"cockroachdb"_s, u"sqlite"_s,     u"awsathena"_s,
    };
    return words.contains(platform);
}

QString typeOf(const Name &name, FacetReader &facets)
{
    const auto stated = facets.text("datasetType", "datasetType").toLower();
    if (!stated.isEmpty())
        return stated;
    const auto platform = spaceOf(name.space).platform;
    return isStream(platform) ? u"topic"_s : isFileStore(platform) ? u"file"_s : u"table"_s;
}

} // namespace

QString shortName(const Name &name)
{
    const auto platform = spaceOf(name.space).platform;
    if (isStream(platform))
        return name.name;
    auto text = name.name;
    while (text.size() > 1 && text.endsWith(u'/'))
        text.chop(1);
    const auto separator = isFileStore(platform) || text.contains(u'/') ? u'/' : u'.';
    const auto last = text.mid(text.lastIndexOf(separator) + 1);
    return last.isEmpty() ? name.name : last;
}

QString datasetKeyOf(const Name &name)
{
    auto [platform, instance] = spaceOf(name.space);
    if (isStream(platform))
        return domain::datasetKey(platform, instance, {{.text = name.name}});
    if (isFileStore(platform)) {
        auto path = name.name;
        if (platform == u"s3a" || platform == u"s3n")
            platform = u"s3"_s;
        while (path.startsWith(u'/') && !instance.isEmpty())
            path.remove(0, 1);
        return domain::datasetKey(platform, instance, {{.text = path, .quoted = true}});
    }
    if (!isDatabase(platform))
        return {};
    // A file's path says where DuckDB or SQLite keep it, not which instance it is.
    if (platform == u"duckdb" || platform == u"sqlite")
        instance.clear();
    return domain::datasetKey(platform, instance, domain::namePartsOf(name.name));
}

Record assetOf(const FoldedDataset &dataset, const QString &file)
{
    FacetReader facets(dataset.facets);
    Record record;
    record.kind = domain::EntityKind::Asset;
    record.nativeId = datasetId(dataset.name);
    record.type = typeOf(dataset.name, facets);
    record.name = shortName(dataset.name);
    if (record.name != dataset.name.name)
        record.synonyms.append(dataset.name.name);
    record.datasetKey = datasetKeyOf(dataset.name);
    record.status = dataset.dropped ? u"dropped"_s : QString();
    record.version = facets.text("version", "datasetVersion");
    record.fields = fieldsOf(facets);
    record.tags = tagsOf(facets);
    addPeopleAndWords(record, facets);
    addFact(record, u"namespace"_s, dataset.name.space);
    addFact(record, u"data source"_s, facets.text("dataSource", "name"));
    addFact(record, u"address"_s, facets.text("dataSource", "uri"));
    addFact(record, u"storage layer"_s, facets.text("storage", "storageLayer"));
    addFact(record, u"file format"_s, facets.text("storage", "fileFormat"));
    addFact(record, u"last change"_s,
            facets.text("lifecycleStateChange", "lifecycleStateChange").toLower());
    addFact(record, u"rows"_s, facets.text("outputStatistics", "rowCount"));
    addFact(record, u"bytes"_s, facets.text("outputStatistics", "size"));
    addFact(record, u"files"_s, facets.text("outputStatistics", "fileCount"));
    if (dataset.written)
        addFact(record, u"last written"_s,
                dateTimeOf(*dataset.written).toString(Qt::ISODateWithMs));
    if (dataset.dataUntil)
        addFact(record, u"data up to"_s,
                dateTimeOf(*dataset.dataUntil).toString(Qt::ISODateWithMs));
    if (!(dataset.canonical == dataset.name))
        record.sameAs = datasetId(dataset.canonical);
    record.native.append({.file = file,
                          .line = dataset.place.line,
                          .json = nativeJson(dataset.name, dataset.facets)});
    return record;
}

} // namespace portolan::formats::openlineage
