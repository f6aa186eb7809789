// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bundle.h"

#include "models/base/logfile.h"
#include "models/base/redaction.h"
#include "models/store/migration.h"
#include "models/sync/pullrun.h"

#include <QFile>
#include <QJsonArray>
#include <QLocale>
#include <QSettings>
#include <QSysInfo>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

constexpr qint64 mostLog = 256 * 1024; // of its end
constexpr qsizetype mostText = 2000; // of one setting

QString shown(const QString &text)
{
    return redacted(text.left(mostText));
}

//! The schema of a database as its header has it, without opening it: it may be damaged. -1 where
//! there is none.
int schemaIn(const QString &path)
{
    constexpr qsizetype versionAt = 60;
    QFile file(path);
    const auto head = file.open(QIODevice::ReadOnly) ? file.read(100) : QByteArray();
    if (!head.startsWith("SQLite format 3") || head.size() < 100)
        return -1;
    return int(qFromBigEndian<quint32>(head.constData() + versionAt));
}

QJsonObject schemas(const store::Profile &profile)
{
    QJsonObject object;
    for (const auto &[schema, path] : {std::pair(store::cacheSchema, profile.cacheFile()),
                                       std::pair(store::historySchema, profile.historyFile()),
                                       std::pair(store::outboxSchema, profile.outboxFile())})
        object.insert(QString::fromLatin1(schema.name),
                      QJsonObject{{u"expected"_s, schema.version},
                                  {u"found"_s, schemaIn(path)},
                                  {u"bytes"_s, QFile(path).size()}});
    return object;
}

QJsonArray findings(const QList<store::Examination> &checks)
{
    QJsonArray list;
    for (const auto &check : checks) {
        QJsonObject object{{u"name"_s, shown(check.name)},
                           {u"ok"_s, check.ok},
                           {u"detail"_s, shown(check.detail)}};
        if (!check.remedy.isEmpty())
            object.insert(u"remedy"_s, shown(check.remedy));
        list.append(object);
    }
    return list;
}

//! Of the options of an account only those that are known to be none of a secret.
QJsonObject optionsOf(const QJsonObject &options)
{
    static const QStringList harmless{u"signIn"_s,     u"issuer"_s,    u"scopes"_s, u"caFile"_s,
                                      u"clientCert"_s, u"clientKey"_s, u"domains"_s};
    QJsonObject object;
    for (const auto &name : harmless) {
        const auto value = options.value(name);
        if (value.isString())
            object.insert(name, shown(value.toString()));
        else if (value.isArray())
            object.insert(name, value.toArray().size());
    }
    object.insert(u"proxy"_s, options.contains(u"proxy"_s));
    return object;
}

QJsonArray accounts(Context &context)
{
    QJsonArray list;
    const auto opened = context.store();
    const auto known = opened ? await((*opened)->accounts().accounts())
                              : Result<QList<store::Account>>(tl::unexpected(opened.error()));
    for (const auto &account : known.value_or(QList<store::Account>()))
        list.append(QJsonObject{{u"name"_s, shown(account.name)},
                                {u"platform"_s, account.platform},
                                {u"folder"_s, shown(account.folder)},
                                {u"url"_s, shown(account.url)},
                                {u"options"_s, optionsOf(account.options)}});
    return list;
}

//! How many operations there are in each state: what they say is the user's own.
QJsonObject outbox(Context &context)
{
    QJsonObject counts;
    const auto opened = context.store();
    const auto known = opened ? await((*opened)->operations().operations())
                              : Result<QList<domain::Operation>>(tl::unexpected(opened.error()));
    for (const auto &operation : known.value_or(QList<domain::Operation>())) {
        const auto state = domain::operationStateWord(operation.state);
        counts.insert(state, counts.value(state).toInt() + 1);
    }
    return counts;
}

QJsonObject settings(const store::Profile &profile)
{
    QJsonObject object;
    const QSettings ini(profile.settingsFile(), QSettings::IniFormat);
    auto keys = ini.allKeys();
    keys.sort();
    for (const auto &key : std::as_const(keys)) {
        // Behind its key, so that what a key calls a secret is taken for one.
        const auto line = shown(QString(key % u'=' % ini.value(key).toStringList().join(u", "_s)));
        object.insert(key, line.mid(key.size() + 1));
    }
    return object;
}

QString logEnd(const store::Profile &profile)
{
    // Once more: what this version takes out, another one may have let through.
    return redacted(QString::fromUtf8(LogFile::end(profile.logFile(), mostLog)));
}

} // namespace

QJsonObject bundleOf(Context &context, const store::Profile &profile,
                     const QList<store::Examination> &checks, bool isSound)
{
    QJsonObject bundle{
        {u"format"_s, u"portolan.bundle/1"_s},
        {u"version"_s, QStringLiteral(PORTOLAN_VERSION)},
        {u"qt"_s, QString::fromLatin1(qVersion())},
        {u"system"_s,
         QString(QSysInfo::prettyProductName() % u", "_s % QSysInfo::kernelType() % u' '
                 % QSysInfo::kernelVersion() % u", "_s % QSysInfo::currentCpuArchitecture())},
        {u"locale"_s, QLocale().name()},
        {u"profile"_s, shown(profile.directory())},
        {u"schemas"_s, schemas(profile)},
        {u"checks"_s, findings(checks)},
        {u"settings"_s, settings(profile)},
        {u"log"_s, logEnd(profile)}};
    if (isSound) {
        bundle.insert(u"accounts"_s, accounts(context));
        bundle.insert(u"outbox"_s, outbox(context));
    }
    return bundle;
}

} // namespace portolan::cli
