// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/servicelevels.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

//! The largest of the usual slices of which three fit into the age that is still good: a longer one
//! would hide that the data grew too old in it.
QString sliceFor(double seconds)
{
    constexpr std::array minutes{60, 30, 15, 5};
    for (const auto length : minutes) {
        if (length * 60 <= seconds / 3)
            return length == 60 ? u"1h"_s : QString(QString::number(length) % u'm');
    }
    return u"1m"_s;
}

domain::Slo levelOf(const domain::Record &promise, const QString &end)
{
    domain::Slo slo;
    slo.nativeId = promise.nativeId % u"#sla/"_s % end;
    if (promise.kind == domain::EntityKind::Product)
        slo.product = promise.nativeId;
    else
        slo.contract = promise.nativeId;
    slo.source = u"openmetadata"_s;
    slo.file = promise.native.isEmpty() ? QString() : promise.native.constFirst().file;
    return slo;
}

using Text = QString domain::Slo::*;

constexpr std::pair<const char *, Text> texts[] = {
    {"id", &domain::Slo::nativeId},         {"name", &domain::Slo::name},
    {"asset", &domain::Slo::asset},         {"product", &domain::Slo::product},
    {"contract", &domain::Slo::contract},   {"slice", &domain::Slo::slice},
    {"dimension", &domain::Slo::dimension}, {"source", &domain::Slo::source},
    {"file", &domain::Slo::file},
};

QJsonObject jsonOf(const domain::Slo &slo)
{
    QJsonObject json{{u"measure"_s, int(slo.measure)}, {u"target"_s, slo.target}};
    for (const auto &[key, member] : texts)
        json.insert(QLatin1String(key), slo.*member);
    if (slo.thresholdSeconds)
        json.insert(u"seconds"_s, *slo.thresholdSeconds);
    json.insert(u"checks"_s, QJsonArray::fromStringList(slo.checks));
    return json;
}

domain::Slo sloOf(const QJsonObject &json)
{
    domain::Slo slo;
    for (const auto &[key, member] : texts)
        slo.*member = json.value(QLatin1String(key)).toString();
    if (json.value(u"measure"_s).toInt() == int(domain::SloMeasure::Freshness))
        slo.measure = domain::SloMeasure::Freshness;
    slo.target = json.value(u"target"_s).toDouble();
    if (const auto seconds = json.value(u"seconds"_s); seconds.isDouble())
        slo.thresholdSeconds = seconds.toDouble();
    const auto checks = json.value(u"checks"_s).toArray();
    for (const auto &check : checks)
        slo.checks.append(check.toString());
    return slo;
}

QString nameOf(const QString &nativeId)
{
    return nativeId.mid(nativeId.indexOf(u':') + 1);
}

} // namespace

domain::Slo freshnessLevel(const domain::Record &promise, const QString &property,
                           const QString &asset, double seconds)
{
    // A product promises it of each of its assets, a contract of the one that it is about.
    const auto isOfOne = promise.kind == domain::EntityKind::Contract;
    auto slo = levelOf(promise, isOfOne ? property : QString(property % u'/' % nameOf(asset)));
    slo.name = property % u" of "_s % nameOf(asset);
    slo.asset = asset;
    slo.measure = domain::SloMeasure::Freshness;
    slo.target = 0.99;
    slo.slice = sliceFor(seconds);
    slo.thresholdSeconds = seconds;
    slo.dimension = u"freshness"_s;
    return slo;
}

domain::Slo qualityLevel(const domain::Record &promise, const QString &asset,
                         const QStringList &checks)
{
    auto slo = levelOf(promise, u"quality"_s);
    slo.name = u"quality of "_s % promise.name;
    slo.asset = asset;
    slo.target = 0.95;
    slo.checks = checks;
    return slo;
}

QByteArray toNote(const QList<domain::Slo> &levels)
{
    QJsonArray list;
    for (const auto &level : levels)
        list.append(jsonOf(level));
    return list.isEmpty() ? QByteArray() : QJsonDocument(list).toJson(QJsonDocument::Compact);
}

QList<domain::Slo> levelsOf(const QByteArray &note)
{
    QList<domain::Slo> levels;
    const auto list = QJsonDocument::fromJson(note).array();
    for (const auto &one : list) {
        if (auto level = sloOf(one.toObject()); !level.nativeId.isEmpty())
            levels.append(std::move(level));
    }
    return levels;
}

} // namespace portolan::platforms::openmetadata
