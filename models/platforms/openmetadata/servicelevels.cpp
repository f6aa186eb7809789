// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/servicelevels.h"

#include <array>

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

} // namespace portolan::platforms::openmetadata
