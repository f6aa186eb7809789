// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/assets.h"

#include "models/domain/datasetkey.h"
#include "models/platforms/openmetadata/fields.h"
#include "models/platforms/openmetadata/names.h"

#include <QHash>
#include <QSet>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::NamePart;
using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::platforms::openmetadata {
namespace {

using formats::json::member;

//! Databases that know schemas alone: OpenMetadata puts one called "default" above them.
bool hasNoDatabases(const QString &service)
{
    static const QSet<QString> words{u"mysql"_s,       u"mariadb"_s,    u"hive"_s,  u"impala"_s,
                                     u"singlestore"_s, u"clickhouse"_s, u"doris"_s, u"starrocks"_s};
    return words.contains(service.toLower());
}

QString tableKey(const QString &service, const QString &fqn)
{
    auto names = partsOf(fqn);
    names.removeFirst(); // the service: a name that somebody gave, no place
    if (names.size() == 3 && names.first() == u"default" && hasNoDatabases(service))
        names.removeFirst();
    QList<NamePart> parts;
    for (const auto &name : std::as_const(names))
        parts.append({.text = name, .quoted = true});
    return domain::datasetKey(service, {}, parts);
}

//! "s3://bucket/orders/": the bucket is the instance, the path the name.
QString containerKey(const QString &path)
{
    const auto scheme = path.indexOf(u"://"_s);
    if (scheme <= 0)
        return {};
    auto platform = path.left(scheme).toLower();
    if (platform == u"s3a" || platform == u"s3n")
        platform = u"s3"_s;
    auto rest = path.mid(scheme + 3);
    while (rest.endsWith(u'/'))
        rest.chop(1);
    const auto slash = rest.indexOf(u'/');
    if (slash < 0)
        return domain::datasetKey(platform, {}, {{.text = rest, .quoted = true}});
    return domain::datasetKey(platform, rest.left(slash),
                              {{.text = rest.mid(slash + 1), .quoted = true}});
}

void take(Columns columns, Record &record)
{
    record.fields = std::move(columns.fields);
    for (const auto &term : std::as_const(columns.terms))
        relate(record, Relation::Means, term);
    if (record.classification.isEmpty())
        record.classification = columns.classification;
}

void readTable(Reading &reading, Record &record)
{
    const auto kind = reading.text("tableType");
    record.type = kind.contains(u"View"_s, Qt::CaseInsensitive) ? u"view"_s : u"table"_s;
    addProperty(record, u"tableType"_s, kind);
    for (const auto key : {"fileFormat", "locationPath", "retentionPeriod"})
        addProperty(record, QString::fromLatin1(key), reading.text(key));
    auto columns = columnsOf(reading, reading.list("columns"));
    applyConstraints(reading, columns);
    take(std::move(columns), record);
    record.code = reading.text("schemaDefinition");
    if (record.code.isEmpty())
        record.code = reading.text(member(reading.entity(), "dataModel"), "sql");
    record.datasetKey = tableKey(reading.text("serviceType"), reading.fqn());
}

void readTopic(Reading &reading, Record &record)
{
    record.type = u"topic"_s;
    const auto schema = member(reading.entity(), "messageSchema");
    addProperty(record, u"schemaType"_s, reading.text(schema, "schemaType"));
    for (const auto key : {"partitions", "replicationFactor", "retentionTime", "retentionSize",
                           "maximumMessageSize"})
        addProperty(record, QString::fromLatin1(key), reading.text(key));
    addProperty(record, u"cleanupPolicies"_s,
                formats::json::anyText(member(reading.entity(), "cleanupPolicies")));
    take(columnsOf(reading, reading.list(schema, "schemaFields")), record);
    record.datasetKey =
        domain::datasetKey(reading.text("serviceType"), {}, {{.text = record.name}});
}

void readContainer(Reading &reading, Record &record)
{
    record.type = u"file"_s;
    for (const auto key : {"prefix", "fullPath", "numberOfObjects", "size", "retentionPeriod"})
        addProperty(record, QString::fromLatin1(key), reading.text(key));
    addProperty(record, u"fileFormats"_s,
                formats::json::anyText(member(reading.entity(), "fileFormats")));
    const auto model = member(reading.entity(), "dataModel");
    take(columnsOf(reading, reading.list(model, "columns")), record);
    record.datasetKey = containerKey(reading.text("fullPath"));
}

void readDashboard(Reading &reading, Record &record)
{
    record.type = u"dashboard"_s;
    addProperty(record, u"dashboardType"_s, reading.text("dashboardType"));
    addProperty(record, u"project"_s, reading.text("project"));
    for (const auto key : {"charts", "dataModels"}) {
        for (const auto &part : reading.references(key))
            relate(record, Relation::Consumes, part.nativeId());
    }
}

void readDataModel(Reading &reading, Record &record)
{
    addProperty(record, u"dataModelType"_s, reading.text("dataModelType"));
    record.code = reading.text("sql");
    take(columnsOf(reading, reading.list("columns")), record);
}

void readPipeline(Reading &reading, Record &record)
{
    record.type = u"job"_s;
    for (const auto key :
         {"scheduleInterval", "pipelineLocation", "startDate", "endDate", "concurrency", "state"})
        addProperty(record, QString::fromLatin1(key), reading.text(key));
    QStringList tasks;
    for (const auto &task : reading.list("tasks")) {
        tasks.append(reading.text(task, "name"));
        if (const auto sql = reading.text(task, "taskSQL"); !sql.isEmpty())
            record.code += (record.code.isEmpty() ? QString() : u"\n\n"_s) % sql;
    }
    addProperty(record, u"tasks"_s, tasks.join(u", "_s));
    const auto status = member(reading.entity(), "pipelineStatus");
    addProperty(record, u"lastRun"_s, reading.text(status, "executionStatus"));
    if (const auto at = Reading::time(status, "timestamp"); at.isValid())
        addProperty(record, u"lastRunAt"_s, at.toString(Qt::ISODateWithMs));
}

void readModel(Reading &reading, Record &record)
{
    addProperty(record, u"algorithm"_s, reading.text("algorithm"));
    addProperty(record, u"target"_s, reading.text("target"));
    for (const auto &parameter : reading.list("mlHyperParameters"))
        addProperty(record, u"parameter."_s % reading.text(parameter, "name"),
                    reading.text(parameter, "value"));
    QSet<QString> taken;
    for (const auto &feature : reading.list("mlFeatures")) {
        domain::Field field;
        field.name = reading.text(feature, "name");
        field.path = field.name;
        if (field.name.isEmpty() || taken.contains(field.path))
            continue;
        taken.insert(field.path);
        field.type = reading.text(feature, "dataType");
        field.description = reading.text(feature, "description");
        field.transformation = reading.text(feature, "featureAlgorithm");
        for (const auto &source : reading.list(feature, "featureSources")) {
            const auto from = referenceOf(member(source, "dataSource"));
            const auto column = reading.text(source, "fullyQualifiedName");
            field.sources.append(column.isEmpty() ? reading.text(source, "name") : column);
            relate(record, Relation::Consumes, from.nativeId());
        }
        record.fields.append(std::move(field));
    }
    if (const auto dashboard = referenceOf(member(reading.entity(), "dashboard"));
        !dashboard.fqn.isEmpty())
        addProperty(record, u"dashboard"_s, dashboard.label());
}

void readSearchIndex(Reading &reading, Record &record)
{
    addProperty(record, u"indexType"_s, reading.text("indexType"));
    simdjson::dom::object settings;
    if (member(reading.entity(), "searchIndexSettings").get(settings) == simdjson::SUCCESS) {
        for (const auto entry : settings)
            addProperty(record, QString::fromUtf8(entry.key.data(), qsizetype(entry.key.size())),
                        formats::json::anyText(entry.value));
    }
    take(columnsOf(reading, reading.list("fields")), record);
}

void readProcedure(Reading &reading, Record &record)
{
    addProperty(record, u"storedProcedureType"_s, reading.text("storedProcedureType"));
    const auto code = member(reading.entity(), "storedProcedureCode");
    record.code = reading.text(code, "code");
    addProperty(record, u"language"_s, reading.text(code, "language"));
}

//! What an end point answers is its schema; what it takes comes behind it, under "request".
void readEndpoint(Reading &reading, Record &record)
{
    record.type = u"api"_s;
    addProperty(record, u"endpointURL"_s, reading.text("endpointURL"));
    addProperty(record, u"requestMethod"_s, reading.text("requestMethod"));
    const auto answer = member(reading.entity(), "responseSchema");
    take(columnsOf(reading, reading.list(answer, "schemaFields")), record);
    const auto request = member(reading.entity(), "requestSchema");
    auto asked = columnsOf(reading, reading.list(request, "schemaFields"));
    for (auto &field : asked.fields)
        field.path.prepend(u"request."_s);
    auto fields = std::move(record.fields);
    if (!asked.fields.isEmpty())
        fields.append({.path = u"request"_s, .name = u"request"_s, .type = u"object"_s});
    fields.append(asked.fields);
    asked.fields.clear();
    take(std::move(asked), record);
    record.fields = std::move(fields);
}

void readMetric(Reading &reading, Record &record)
{
    record.type = u"metric"_s;
    for (const auto key : {"metricType", "unitOfMeasurement", "granularity"})
        addProperty(record, QString::fromLatin1(key), reading.text(key));
    const auto expression = member(reading.entity(), "metricExpression");
    record.code = reading.text(expression, "code");
    addProperty(record, u"language"_s, reading.text(expression, "language"));
}

void readChart(Reading &reading, Record &record)
{
    addProperty(record, u"chartType"_s, reading.text("chartType"));
}

//! What lies on a drive that people share: files, sheets, and the folders that they are in.
void readOnDrive(Reading &reading, Record &record)
{
    for (const auto key : {"directoryType", "fileType", "mimeType", "path", "size", "rowCount"})
        addProperty(record, QString::fromLatin1(key), reading.text(key));
    for (const auto key : {"directory", "spreadsheet", "parent"}) {
        if (const auto holder = referenceOf(member(reading.entity(), key)); !holder.fqn.isEmpty())
            addProperty(record, QString::fromLatin1(key), holder.label());
    }
    if (formats::json::isTrue(member(reading.entity(), "isShared")))
        addProperty(record, u"isShared"_s, u"true"_s);
    if (const auto link = reading.text("webViewLink"); !link.isEmpty())
        record.references.append({.type = u"source"_s, .url = link, .description = {}});
    take(columnsOf(reading, reading.list("columns")), record);
}

using ReadOne = void (*)(Reading &, Record &);

const QHash<QString, ReadOne> &readers()
{
    static const QHash<QString, ReadOne> all{
        {u"table"_s, readTable},
        {u"topic"_s, readTopic},
        {u"container"_s, readContainer},
        {u"dashboard"_s, readDashboard},
        {u"dashboardDataModel"_s, readDataModel},
        {u"pipeline"_s, readPipeline},
        {u"mlmodel"_s, readModel},
        {u"searchIndex"_s, readSearchIndex},
        {u"storedProcedure"_s, readProcedure},
        {u"apiEndpoint"_s, readEndpoint},
        {u"metric"_s, readMetric},
        {u"chart"_s, readChart},
        {u"directory"_s, readOnDrive},
        {u"file"_s, readOnDrive},
        {u"spreadsheet"_s, readOnDrive},
        {u"worksheet"_s, readOnDrive},
    };
    return all;
}

//! That data came is an event of its own, so that reading it twice tells nothing twice.
void readLifeCycle(Reading &reading, Thing &thing)
{
    const auto cycle = member(reading.entity(), "lifeCycle");
    const auto at = Reading::time(member(cycle, "updated"), "timestamp");
    if (!at.isValid())
        return;
    thing.evidence.updates.append({.asset = thing.record.nativeId,
                                   .at = at,
                                   .seen = at,
                                   .source = u"openmetadata"_s,
                                   .sampled = true});
}

} // namespace

Thing assetOf(Reading &reading)
{
    auto thing = reading.thing(domain::EntityKind::Asset);
    auto &record = thing.record;
    if (record.nativeId.isEmpty())
        return thing;
    record.type = reading.type();
    record.status = reading.text("entityStatus");
    if (record.status == u"Unprocessed")
        record.status.clear();
    const auto service = referenceOf(member(reading.entity(), "service"));
    addProperty(record, u"service"_s, service.label());
    addProperty(record, u"serviceType"_s, reading.text("serviceType"));
    if (const auto read = readers().value(reading.type()))
        read(reading, record);
    const auto usage = member(reading.entity(), {"usageSummary", "weeklyStats"});
    record.popularity = formats::json::text(usage, "count").toInt();
    readLifeCycle(reading, thing);
    return thing;
}

QString portTypeOf(const QString &type)
{
    static const QHash<QString, QString> words{
        {u"table"_s, u"SQL"_s},        {u"topic"_s, u"stream"_s},
        {u"apiEndpoint"_s, u"REST"_s}, {u"apiCollection"_s, u"REST"_s},
        {u"container"_s, u"file"_s},   {u"file"_s, u"file"_s},
        {u"worksheet"_s, u"file"_s},   {u"spreadsheet"_s, u"file"_s},
        {u"directory"_s, u"file"_s},   {u"storedProcedure"_s, u"SQL"_s},
    };
    return words.value(type, type);
}

} // namespace portolan::platforms::openmetadata
