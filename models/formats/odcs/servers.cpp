// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/odcs/servers.h"

#include "models/domain/datasetkey.h"
#include "models/formats/bitol/parts.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::odcs {
namespace {

using bitol::firstOf;
using bitol::textOf;
using document::Node;
using domain::NamePart;
using domain::Server;

// Said by members of their own, or, as roles, shown with the contract's.
const QSet<QString> &ownMembers()
{
    static const QSet<QString> keys{u"server"_s, u"type"_s, u"environment"_s, u"description"_s};
    return keys;
}

Server serverOf(const Node &node)
{
    Server server{.name = textOf(node, "server"),
                  .type = textOf(node, "type"),
                  .environment = textOf(node, "environment"),
                  .description = textOf(node, "description"),
                  .settings = {}};
    for (const auto value : node) {
        const auto key = textOf(value.key());
        if (key == u"customProperties")
            bitol::addCustomProperties(server.settings, value);
        else if (!ownMembers().contains(key))
            bitol::addProperty(server.settings, key, value);
    }
    return server;
}

//! Version 2.2 knows one server, written into the root.
QList<Server> flatServers(const Node &root)
{
    Server server{.name = textOf(root, "server"),
                  .type = textOf(root, "sourcePlatform"),
                  .environment = {},
                  .description = {},
                  .settings = {}};
    for (const auto key : {"project", "database", "sourceSystem", "driver", "driverVersion"})
        bitol::addProperty(server.settings, QString::fromLatin1(key), root[key]);
    if (server.type.isEmpty())
        server.type = server.setting(u"driver");
    if (server.name.isEmpty() && server.type.isEmpty() && server.settings.isEmpty())
        return {};
    return {server};
}

bool isProduction(const Server &server)
{
    const auto environment = server.environment.toLower();
    return environment == u"prod" || environment == u"production" || environment == u"live"
        || (environment.isEmpty() && server.name.startsWith(u"prod"_s, Qt::CaseInsensitive));
}

bool isFileStore(const QString &platform)
{
    static const QSet<QString> stores{u"s3"_s, u"azure"_s, u"gs"_s, u"sftp"_s, u"local"_s};
    return stores.contains(platform);
}

bool isStream(const QString &platform)
{
    static const QSet<QString> streams{u"kafka"_s, u"pubsub"_s, u"kinesis"_s};
    return streams.contains(platform);
}

//! What a template leaves open names nothing.
bool isPlaceholder(const QString &text)
{
    return text.contains(u'{') || text.startsWith(u"__"_s) || text.contains(u'<');
}

QString firstSetting(const Server &server, std::initializer_list<QStringView> keys)
{
    for (const auto key : keys) {
        const auto value = server.setting(key);
        if (!value.isEmpty() && !isPlaceholder(value))
            return value;
    }
    return {};
}

QString instanceOf(const Server &server)
{
    if (const auto account = firstSetting(server, {u"account", u"region"}); !account.isEmpty())
        return account;
    const auto host = firstSetting(server, {u"host"});
    const auto port = firstSetting(server, {u"port"});
    return host.isEmpty() || port.isEmpty() || host.contains(u':') ? host
                                                                   : QString(host % u':' % port);
}

QString streamKey(const Server &server, const QString &platform, const QString &object)
{
    const auto project = firstSetting(server, {u"project"});
    return domain::datasetKey(platform, instanceOf(server), {{.text = project}, {.text = object}});
}

//! "s3://bucket/orders/{model}.json": the bucket is the instance, the path the name.
QString fileKey(const Server &server, const QString &platform, const QString &object, bool alone)
{
    auto location = server.setting(u"location");
    const auto scheme = location.indexOf(u"://"_s);
    if (platform == u"local" || scheme < 0)
        return {}; // a relative path says nothing about the machine
    const auto open = location.contains(u"{model}"_s) || location.contains(u"{schema}"_s);
    location.replace(u"{model}"_s, object).replace(u"{schema}"_s, object);
    if (isPlaceholder(location) || (!open && !alone))
        return {};
    const auto rest = location.mid(scheme + 3);
    const auto slash = rest.indexOf(u'/');
    if (slash < 0)
        return domain::datasetKey(platform, {}, {{.text = rest, .quoted = true}});
    return domain::datasetKey(platform, rest.left(slash),
                              {{.text = rest.mid(slash + 1), .quoted = true}});
}

QString tableKey(const Server &server, const QString &platform, const QString &object)
{
    auto schema = firstSetting(server, {u"schema", u"dataset", u"namespace"});
    if (schema.isEmpty() && platform == u"duckdb")
        schema = u"main"_s; // where DuckDB puts what names no schema
    QList<NamePart> parts{
        {.text = firstSetting(server, {u"database", u"catalog", u"project", u"serviceName"})},
        {.text = schema}};
    // A qualified name says more than the server does, from the right.
    const auto own = domain::namePartsOf(object);
    while (parts.size() + own.size() > 3 && !parts.isEmpty())
        parts.removeLast();
    return domain::datasetKey(platform, instanceOf(server), parts + own);
}

QString keyOn(const Server &server, const QString &object, bool alone)
{
    const auto platform = domain::platformWord(server.type);
    if (platform.isEmpty() || platform == u"custom" || platform == u"api")
        return {};
    if (isStream(platform))
        return streamKey(server, platform, object);
    if (isFileStore(platform))
        return fileKey(server, platform, object, alone);
    return tableKey(server, platform, object);
}

} // namespace

QList<Server> serversOf(const Node &root)
{
    const auto list = root["servers"];
    if (!list.exists())
        return flatServers(root);
    QList<Server> servers;
    if (!list.isSequence())
        return servers;
    for (const auto item : list) {
        if (item.isMapping())
            servers.append(serverOf(item));
    }
    return servers;
}

QList<Server> productionFirst(const QList<Server> &servers)
{
    auto sorted = servers;
    std::stable_partition(sorted.begin(), sorted.end(), isProduction);
    return sorted;
}

QString assetTypeOn(const Server &server)
{
    const auto platform = domain::platformWord(server.type);
    if (platform.isEmpty() || platform == u"custom")
        return {};
    if (platform == u"api")
        return u"api"_s;
    if (isStream(platform))
        return u"topic"_s;
    return isFileStore(platform) ? u"file"_s : u"table"_s;
}

QString datasetKeyOf(const QList<Server> &servers, const QString &object, bool alone)
{
    for (const auto &server : servers) {
        if (const auto key = keyOn(server, object, alone); !key.isEmpty())
            return key;
    }
    return {};
}

} // namespace portolan::formats::odcs
