// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/demo/demotree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

} // namespace

DemoTree::DemoTree(const QString &folder)
{
    const auto files = filesOf(folder);
    for (auto file = files.begin(); file != files.end(); ++file) {
        const auto tool = file.key().section(u'/', 1, 1);
        if (!file.key().startsWith(u"quality/"_s) || file.key().endsWith(u".yaml"_s))
            continue;
        bytes += file->size();
        ++filesOfTool[tool];
        if (tool == u"lineage") {
            readEvents(*file);
            continue;
        }
        const auto root = QJsonDocument::fromJson(*file).object();
        if (root.isEmpty())
            qFatal("%s is no JSON", qPrintable(file.key()));
        if (tool == u"dbt")
            readDbt(root);
        else if (tool == u"gx")
            readExpectations(root);
        else if (tool == u"soda")
            readSoda(root);
        else if (tool == u"datacontract")
            readContract(root);
    }
}

QMap<QString, QByteArray> DemoTree::filesOf(const QString &folder)
{
    QMap<QString, QByteArray> found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            found.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
    }
    return found;
}

void DemoTree::readDbt(const QJsonObject &root)
{
    const auto results = root.value(u"results"_s).toArray();
    for (const auto &value : results) {
        const auto result = value.toObject();
        const auto id = result.value(u"unique_id"_s).toString();
        if (id.startsWith(u"source."_s)) {
            ++sources[id];
            continue;
        }
        const auto ended = result.value(u"timing"_s).toArray().last().toObject();
        dbt[id].insert(timeOf(ended.value(u"completed_at"_s)),
                       result.value(u"status"_s).toString());
    }
}

void DemoTree::readExpectations(const QJsonObject &root)
{
    const auto suite = root.value(u"suite_name"_s).toString();
    const auto time =
        timeOf(root.value(u"meta"_s).toObject().value(u"run_id"_s).toObject().value(u"run_time"_s));
    const auto results = root.value(u"results"_s).toArray();
    for (const auto &value : results) {
        const auto config = value[u"expectation_config"_s].toObject();
        const auto column = config.value(u"kwargs"_s).toObject().value(u"column"_s).toString();
        const QString check = suite % u'/' % config.value(u"type"_s).toString() % u'/' % column;
        expectations[check].insert(time, value[u"success"_s].toBool() ? u"pass"_s : u"fail"_s);
        badPercent[check].insert(time, value[u"result"_s][u"unexpected_percent"_s].toDouble());
    }
}

void DemoTree::readSoda(const QJsonObject &root)
{
    const auto time = timeOf(root.value(u"scanStartTimestamp"_s));
    const auto checks = root.value(u"checks"_s).toArray();
    for (const auto &check : checks)
        soda[check[u"table"_s].toString() % u'/' % check[u"name"_s].toString()].insert(
            time, check[u"outcome"_s].toString());
}

void DemoTree::readContract(const QJsonObject &root)
{
    const auto id = root.value(u"dataContractId"_s).toString();
    const auto time = timeOf(root.value(u"timestampStart"_s));
    const auto checks = root.value(u"checks"_s).toArray();
    for (const auto &check : checks) {
        const auto definition = check[u"qualityDefinition"_s].toString();
        const auto name = definition.section(u"name: "_s, 1, 1).section(u'\n', 0, 0);
        const QString rule = id % u'/' % check[u"model"_s].toString() % u'/' % name;
        rules[rule].insert(time, check[u"result"_s].toString());
        const auto diagnostics = check[u"diagnostics"_s].toObject();
        ruleValues[rule].insert(
            time,
            diagnostics.value(diagnostics.contains(u"percent"_s) ? u"percent"_s : u"value"_s)
                .toDouble());
    }
}

void DemoTree::readEvents(const QByteArray &text)
{
    const auto lines = text.split('\n');
    for (const auto &line : lines) {
        if (line.isEmpty())
            continue;
        ++events;
        const auto event = QJsonDocument::fromJson(line).object();
        const auto outputs = event.value(u"outputs"_s).toArray();
        for (const auto &output : outputs) {
            const auto space = output[u"namespace"_s].toString();
            auto name = output[u"name"_s].toString();
            if (space.startsWith(u"s3://"_s))
                name.prepend(space % u'/');
            updates[name].append(timeOf(event.value(u"eventTime"_s)));
        }
    }
}

qint64 longestGap(QList<QDateTime> moments, const QDateTime &from, const QDateTime &until)
{
    std::sort(moments.begin(), moments.end());
    qint64 longest = 0;
    auto last = from;
    for (const auto &moment : moments) {
        if (moment > from && moment < until)
            longest = std::max(longest, std::exchange(last, moment).secsTo(moment));
    }
    return std::max(longest, last.secsTo(until));
}

double meanOf(const QMap<QDateTime, double> &values, const QDateTime &from, int days)
{
    double sum = 0;
    int count = 0;
    for (auto it = values.lowerBound(from); it != values.end() && it.key() < from.addDays(days);
         ++it) {
        sum += it.value();
        ++count;
    }
    return count == 0 ? -1 : sum / count;
}

} // namespace portolan::tests
