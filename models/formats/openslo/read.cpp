// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openslo/read.h"

#include "models/formats/openslo/readparts.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::openslo {
namespace {

using Kind = Object::Kind;

QString scalarOf(const Node &value)
{
    return value.isScalar() && !value.isNull() ? value.text() : QString();
}

Kind kindOf(const QString &word)
{
    static const QHash<QString, Kind> kinds{
        {u"SLO"_s, Kind::Slo},
        {u"SLI"_s, Kind::Sli},
        {u"DataSource"_s, Kind::DataSource},
        {u"Service"_s, Kind::Service},
        {u"AlertPolicy"_s, Kind::AlertPolicy},
        {u"AlertCondition"_s, Kind::AlertCondition},
        {u"AlertNotificationTarget"_s, Kind::AlertNotificationTarget},
    };
    return kinds.value(word, Kind::Other);
}

//! Real documents have capitals in names, and everything works: no error.
void checkName(Checker &checker, const Node &value, const QString &name)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(uR"([a-z0-9][a-z0-9.|/\\-]{0,254})"_s));
    if (name.isEmpty() || pattern.match(name).hasMatch())
        return;
    checker.report(checker.spotOf(value, u"metadata.name"_s), Severity::Warning, u"openslo.name"_s,
                   u"Names have small letters, digits, dots and hyphens only"_s,
                   u"Rename it, and wherever it is referred to"_s);
}

void readDescription(Checker &checker, const Node &value, Object &object)
{
    constexpr qsizetype most = 1050;
    object.description = scalarOf(value);
    if (object.description.size() > most)
        checker.report(checker.spotOf(value, u"spec.description"_s), Severity::Error,
                       u"openslo.description"_s,
                       u"The description has more than %1 characters"_s.arg(most),
                       u"Shorten it, and link to the rest"_s);
}

void readSlo(Checker &checker, const Node &spec, Object &object)
{
    auto &mistake = object.mistake;
    object.service = scalarOf(spec["service"]);
    if (object.service.isEmpty())
        checker.report(checker.spotOf(spec, u"spec.service"_s), Severity::Warning,
                       u"openslo.required"_s, u"The service is missing"_s,
                       u"Name the service that the SLO belongs to"_s);
    object.method =
        checker.required(spec, "budgetingMethod", u"spec"_s, u"The budgetingMethod"_s, mistake);
    if (!object.method.isEmpty())
        checker.word(spec["budgetingMethod"], u"spec.budgetingMethod"_s,
                     {u"Timeslices"_s, u"Occurrences"_s, u"RatioTimeslices"_s}, mistake);
    object.window = windowOf(checker, spec["timeWindow"], mistake);
    object.objectives =
        objectivesOf(checker, spec["objectives"].exists() ? spec["objectives"] : spec, mistake);
    const auto indicator = spec["indicator"];
    object.indicatorReference = scalarOf(spec["indicatorRef"]);
    if (indicator.exists() && spec.has("indicatorRef"))
        checker.refuse(checker.spotOf(spec["indicatorRef"], u"spec.indicatorRef"_s),
                       u"openslo.indicator"_s,
                       u"The SLO has both an indicator and a reference to one"_s,
                       u"Remove one of them"_s, mistake);
    if (indicator.exists())
        object.indicator = indicatorOf(checker, indicator["spec"], u"spec.indicator.spec"_s);
    const auto isComposite =
        std::any_of(object.objectives.begin(), object.objectives.end(),
                    [](const Objective &objective) { return objective.isComposite; });
    if (!indicator.exists() && object.indicatorReference.isEmpty() && !isComposite)
        checker.refuse(checker.spotOf(spec, u"spec.indicator"_s), u"openslo.indicator"_s,
                       u"The SLO has no indicator"_s,
                       u"Write an indicator, or name one with indicatorRef"_s, mistake);
}

void readSpec(Checker &checker, const Node &spec, Object &object)
{
    switch (object.kind) {
    case Kind::Slo:
        readSlo(checker, spec, object);
        break;
    case Kind::Sli:
        object.indicator = indicatorOf(checker, spec, u"spec"_s);
        object.indicator->spot = object.spot;
        break;
    case Kind::DataSource:
        object.sourceType =
            checker.required(spec, "type", u"spec"_s, u"The type"_s, object.mistake);
        break;
    case Kind::AlertPolicy:
        checkAlertPolicy(checker, spec, object.mistake);
        break;
    case Kind::AlertCondition:
        checkAlertCondition(checker, spec, u"spec"_s, object.mistake);
        break;
    case Kind::AlertNotificationTarget:
        checker.required(spec, "target", u"spec"_s, u"The target"_s, object.mistake);
        break;
    case Kind::Service:
    case Kind::Other:
        break;
    }
}

void readObject(Checker &checker, const Node &root, Object &object)
{
    const auto word = scalarOf(root["kind"]);
    object.kind = kindOf(word);
    if (object.kind == Kind::Other) {
        checker.report(checker.spotOf(root.has("kind") ? root["kind"] : root, u"kind"_s),
                       Severity::Error, u"openslo.kind"_s,
                       u"OpenSLO v1 has no such kind of document"_s,
                       u"Write one of SLO, SLI, DataSource, Service, AlertPolicy, AlertCondition, "
                       "AlertNotificationTarget"_s);
        return;
    }
    const auto metadata = root["metadata"];
    object.name = checker.required(metadata.isMapping() ? metadata : root, "name", u"metadata"_s,
                                   u"The name"_s, object.mistake);
    checkName(checker, metadata["name"], object.name);
    object.title = scalarOf(metadata["displayName"]);
    const auto spec = root["spec"];
    if (!spec.isMapping()) {
        checker.refuse(checker.spotOf(spec.exists() ? spec : root, u"spec"_s),
                       u"openslo.required"_s, u"The spec is missing"_s,
                       u"Write what the document declares"_s, object.mistake);
        return;
    }
    readDescription(checker, spec["description"], object);
    readSpec(checker, spec, object);
}

} // namespace

bool looksLike(const Node &root)
{
    const auto version = scalarOf(root["apiVersion"]);
    return version.startsWith(u"openslo/"_s) || version.startsWith(u"openslo.com/"_s);
}

Object read(const QString &file, const Node &root)
{
    Checker checker(file);
    Object object;
    object.spot = checker.spotOf(root, {});
    const auto version = root["apiVersion"];
    if (scalarOf(version) == u"openslo/v1")
        readObject(checker, root, object);
    else
        checker.report(checker.spotOf(version, u"apiVersion"_s), Severity::Info,
                       u"openslo.version"_s,
                       u"This version of OpenSLO is not read, only openslo/v1"_s,
                       u"Write the document as OpenSLO v1"_s);
    object.findings = checker.findings;
    return object;
}

} // namespace portolan::formats::openslo
