// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/snippet.h"

#include "models/items/sla.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

// Enough columns to be useful, few enough to be read.
constexpr int mostColumns = 8;

QString word(const domain::Server &server, const QString &key, const QString &otherwise)
{
    const auto value = server.setting(key);
    return value.isEmpty() ? otherwise : value;
}

//! A name as SQL reads it back: quoted when it is no plain word.
QString sqlName(const QString &name)
{
    static const QRegularExpression plain(u"^[A-Za-z_][A-Za-z0-9_$]*$"_s);
    if (plain.match(name).hasMatch())
        return name;
    auto quoted = name;
    return u'"' + quoted.replace(u'"', u"\"\""_s) + u'"';
}

//! A text as a Python string literal.
QString pythonText(const QString &text)
{
    auto escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s);
    escaped.replace(u'\r', u"\\r"_s);
    return u'"' + escaped + u'"';
}

QString fromClause(const SnippetSubject &subject)
{
    QStringList parts;
    // An object may be called by its schema already.
    if (const auto schema = subject.server.setting(u"schema"_s);
        !schema.isEmpty() && !subject.object.contains(u'.'))
        parts.append(sqlName(schema));
    const auto object = subject.object.isEmpty() ? subject.thing.name : subject.object;
    for (const auto &part : object.split(u'.', Qt::SkipEmptyParts))
        parts.append(sqlName(part));
    return parts.join(u'.');
}

//! What the database calls the column.
QString columnOf(const domain::Field &field)
{
    return sqlName(field.physicalName.isEmpty() ? field.name : field.physicalName);
}

QString sqlText(const SnippetSubject &subject)
{
    QStringList columns;
    QString partition;
    for (const auto &field : subject.fields) {
        if (field.partitioned && partition.isEmpty())
            partition = columnOf(field);
        if (!field.path.contains(u'.') && columns.size() < mostColumns)
            columns.append(columnOf(field));
    }
    QString text = u"select "_s + (columns.isEmpty() ? u"*"_s : columns.join(u", "_s))
        + u"\nfrom "_s + fromClause(subject);
    if (!partition.isEmpty()) {
        text += u"\nwhere "_s + partition + u" >= current_date - interval '1' day  -- "_s
            + QCoreApplication::translate("Snippet", "partitioned by this column");
    } else {
        text += u"\nlimit 100"_s;
    }
    return text;
}

QString jdbcUrl(const domain::Server &server)
{
    const auto type = server.type.toLower();
    const auto host = word(server, u"host"_s, u"HOST"_s);
    const auto port = server.setting(u"port"_s);
    const auto place = port.isEmpty() ? host : QString(host + u':' + port);
    const auto database = word(server, u"database"_s, u"DATABASE"_s);
    const auto schema = server.setting(u"schema"_s);
    if (type == u"postgres"_s || type == u"postgresql"_s)
        return u"jdbc:postgresql://"_s + place + u'/' + database
            + (schema.isEmpty() ? QString() : QString(u"?currentSchema="_s + schema));
    if (type == u"redshift"_s)
        return u"jdbc:redshift://"_s + place + u'/' + database;
    if (type == u"mysql"_s)
        return u"jdbc:mysql://"_s + place + u'/' + database;
    if (type == u"sqlserver"_s || type == u"mssql"_s || type == u"azuresql"_s
        || type == u"synapse"_s)
        return u"jdbc:sqlserver://"_s + place + u";databaseName="_s + database;
    if (type == u"oracle"_s)
        return u"jdbc:oracle:thin:@//"_s + place + u'/'
            + word(server, u"serviceName"_s, u"SERVICE"_s);
    if (type == u"snowflake"_s)
        return u"jdbc:snowflake://"_s + word(server, u"account"_s, u"ACCOUNT"_s)
            + u".snowflakecomputing.com/?db="_s + database
            + (schema.isEmpty() ? QString() : QString(u"&schema="_s + schema));
    if (type == u"trino"_s || type == u"presto"_s)
        return u"jdbc:"_s + type + u"://"_s + place + u'/'
            + word(server, u"catalog"_s, u"CATALOG"_s)
            + (schema.isEmpty() ? QString() : QString(u'/' + schema));
    if (type == u"databricks"_s)
        return u"jdbc:databricks://"_s + host + u":443/"_s
            + word(server, u"catalog"_s, u"CATALOG"_s);
    return {};
}

QString sqlPython(const SnippetSubject &subject)
{
    auto sql = sqlText(subject);
    const auto comment = sql.indexOf(u"  --"_s);
    if (comment >= 0)
        sql.truncate(comment);
    const auto driver = subject.server.type.isEmpty() ? u"DRIVER"_s : subject.server.type.toLower();
    const auto dialect = driver == u"postgres"_s ? u"postgresql"_s : driver;
    const auto port = subject.server.setting(u"port"_s);
    const QString url = dialect + u"://USER@"_s + word(subject.server, u"host"_s, u"HOST"_s)
        + (port.isEmpty() ? QString() : QString(u':' + port)) + u'/'
        + word(subject.server, u"database"_s, u"DATABASE"_s);
    return u"import pandas as pd\nfrom sqlalchemy import create_engine, text\n\nengine = create_engine("_s
        + pythonText(url)
        + u")\nwith engine.connect() as connection:\n    rows = pd.read_sql(text("_s
        + pythonText(sql.replace(u'\n', u' ')) + u"), connection)"_s;
}

QString streamText(const SnippetSubject &subject)
{
    const auto topic = subject.object.isEmpty() ? subject.thing.name : subject.object;
    return u"from confluent_kafka import Consumer\n\nconsumer = Consumer({\n    \"bootstrap.servers\": "_s
        + pythonText(word(subject.server, u"host"_s, u"HOST:PORT"_s))
        + u",\n    \"group.id\": \"GROUP\",\n    \"auto.offset.reset\": \"earliest\",\n})\n"
          "consumer.subscribe(["_s
        + pythonText(topic)
        + u"])\nwhile True:\n    message = consumer.poll(1.0)\n"
          "    if message is not None and message.error() is None:\n"
          "        print(message.key(), message.value())"_s;
}

QString filePython(const SnippetSubject &subject)
{
    auto location = word(subject.server, u"location"_s, subject.server.setting(u"path"_s));
    if (location.isEmpty())
        location = u"LOCATION"_s;
    const auto format = subject.server.setting(u"format"_s).toLower();
    const auto reader = format == u"csv"_s ? u"read_csv"_s
        : format == u"json"_s              ? u"read_json"_s
                                           : u"read_parquet"_s;
    return u"import pandas as pd\n\nrows = pd."_s + reader + u'(' + pythonText(location) + u')';
}

QString restPython(const SnippetSubject &subject)
{
    auto location = subject.server.setting(u"location"_s);
    if (location.isEmpty())
        location = word(subject.server, u"url"_s, u"https://HOST/PATH"_s);
    return u"import requests\n\nanswer = requests.get("_s + pythonText(location)
        + u", headers={\"Authorization\": \"Bearer TOKEN\"}, timeout=30)\n"
          "answer.raise_for_status()\nrows = answer.json()"_s;
}

//! One line of Markdown that shows \a text as it is.
QString plainInMarkdown(const QString &text)
{
    static const QRegularExpression special(u"([\\\\`*_{}\\[\\]()#+!|<>~])"_s);
    auto line = text.simplified();
    return line.replace(special, u"\\\\1"_s);
}

QString markdownText(const SnippetSubject &subject)
{
    const auto &thing = subject.thing;
    QStringList lines{
        u"**"_s + plainInMarkdown(thing.label()) + u"**"_s
        + (thing.version.isEmpty() ? QString() : QString(u' ' + plainInMarkdown(thing.version)))};
    const auto fact = [&lines](const QString &head, const QString &text) {
        if (!text.isEmpty())
            lines.append(u"- "_s + head + u": "_s + plainInMarkdown(text));
    };
    fact(QCoreApplication::translate("Snippet", "Domain"), domain::domainText(thing.domain));
    fact(QCoreApplication::translate("Snippet", "Owner"), thing.ownerName);
    fact(QCoreApplication::translate("Snippet", "Status"), thing.status);
    fact(QCoreApplication::translate("Snippet", "Classification"), thing.classification);
    if (!subject.server.type.isEmpty())
        fact(QCoreApplication::translate("Snippet", "Server"), serverText(subject.server));
    lines.append(u"- id: `"_s + QString(thing.nativeId).replace(u'`', u'\'') + u'`');
    return lines.join(u'\n');
}

} // namespace

QString portWordOf(const QString &serverType)
{
    const auto type = serverType.toLower();
    static const QStringList streams{u"kafka"_s,  u"pulsar"_s, u"kinesis"_s,
                                     u"pubsub"_s, u"stream"_s, u"topic"_s};
    static const QStringList files{u"s3"_s, u"azure"_s, u"gcs"_s, u"sftp"_s, u"local"_s, u"file"_s};
    static const QStringList apis{u"api"_s, u"rest"_s};
    if (type.isEmpty() || type == u"custom"_s)
        return {};
    if (streams.contains(type))
        return u"stream"_s;
    if (files.contains(type))
        return u"file"_s;
    return apis.contains(type) ? u"REST"_s : u"SQL"_s;
}

domain::Server serverFor(const QList<domain::Server> &servers, const QString &portType,
                         const QString &line)
{
    const auto named = std::find_if(servers.begin(), servers.end(), [&](const auto &server) {
        return !line.isEmpty() && (serverText(server) == line || line.contains(server.name));
    });
    const auto fits = std::find_if(servers.begin(), servers.end(), [&](const auto &server) {
        return portWordOf(server.type).compare(portType, Qt::CaseInsensitive) == 0;
    });
    if (named != servers.end() && !named->name.isEmpty())
        return *named;
    if (fits != servers.end())
        return *fits;
    return servers.isEmpty() ? domain::Server() : servers.first();
}

QList<Snippet> snippetsFor(const SnippetSubject &subject)
{
    QList<Snippet> list;
    auto use = portWordOf(subject.server.type);
    if (use.isEmpty())
        use = subject.portType;
    if (use == u"SQL"_s) {
        list.append({SnippetKind::Sql, sqlText(subject)});
        list.append({SnippetKind::Python, sqlPython(subject)});
        if (const auto url = jdbcUrl(subject.server); !url.isEmpty())
            list.append({SnippetKind::Jdbc, url});
    } else if (use == u"stream"_s) {
        list.append({SnippetKind::Stream, streamText(subject)});
    } else if (use == u"file"_s) {
        list.append({SnippetKind::Python, filePython(subject)});
    } else if (use == u"REST"_s) {
        list.append({SnippetKind::Python, restPython(subject)});
    }
    list.append({SnippetKind::Urn, subject.thing.nativeId});
    list.append({SnippetKind::Markdown, markdownText(subject)});
    return list;
}

QString snippetTitle(SnippetKind kind)
{
    switch (kind) {
    case SnippetKind::Sql:
        return QCoreApplication::translate("Snippet", "SQL");
    case SnippetKind::Python:
        return QCoreApplication::translate("Snippet", "Python");
    case SnippetKind::Jdbc:
        return QCoreApplication::translate("Snippet", "JDBC URL");
    case SnippetKind::Stream:
        return QCoreApplication::translate("Snippet", "Stream client");
    case SnippetKind::Urn:
        return QCoreApplication::translate("Snippet", "URN");
    case SnippetKind::Markdown:
        break;
    }
    return QCoreApplication::translate("Snippet", "Markdown");
}

} // namespace portolan::items
