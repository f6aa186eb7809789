// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/cursor.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

// A sweep that an older one began did not note which columns are lists.
constexpr int version = 3;
// The cursor goes with every page.
constexpr qsizetype mostFindings = 30;

using Number = qint64 Cursor::*;

constexpr std::pair<const char *, Number> numbers[] = {
    {"feedAt", &Cursor::feedAt},
    {"resultsAt", &Cursor::resultsAt},
    {"incidentsAt", &Cursor::incidentsAt},
    {"sweep", &Cursor::sweep},
    {"sweptAt", &Cursor::sweptAt},
    {"sweepFeedAt", &Cursor::sweepFeedAt},
    {"swept", &Cursor::swept},
    {"lineageAt", &Cursor::lineageAt},
    {"partitionCount", &Cursor::partitionCount},
    {"sweepCount", &Cursor::sweepCount},
    {"lineageDone", &Cursor::lineageDone},
    {"lineageTotal", &Cursor::lineageTotal},
    {"release", &Cursor::release},
    {"accessAt", &Cursor::accessAt},
};

using Text = QString Cursor::*;

constexpr std::pair<const char *, Text> texts[] = {
    {"partition", &Cursor::partition},
    {"after", &Cursor::after},
    {"domains", &Cursor::domains},
    {"me", &Cursor::me},
    {"access", &Cursor::access},
    {"lineageAfter", &Cursor::lineageAfter},
    {"missedSum", &Cursor::missed},
    {"missedBefore", &Cursor::missedBefore},
    {"lineageSum", &Cursor::lineageMissed},
    {"lineageGivenUp", &Cursor::lineageGivenUp},
};

QString sumOf(const QString &sum, const QString &what)
{
    const auto hash = QCryptographicHash::hash(what.toUtf8(), QCryptographicHash::Sha1).toHex();
    const auto one = hash.left(16).toULongLong(nullptr, 16);
    return QString::number(sum.toULongLong(nullptr, 16) + one, 16);
}

QJsonArray toJson(const QList<domain::Finding> &findings)
{
    QJsonArray list;
    for (const auto &finding : findings.first(std::min(findings.size(), mostFindings)))
        list.append(QJsonArray{finding.file, int(finding.severity), finding.rule, finding.field,
                               finding.message, finding.remedy});
    return list;
}

domain::Finding findingOf(const QJsonArray &parts)
{
    const auto severity = parts.at(1).toInt();
    return {.file = parts.at(0).toString(),
            .severity = severity == int(domain::Finding::Severity::Info)
                ? domain::Finding::Severity::Info
                : domain::Finding::Severity::Warning,
            .rule = parts.at(2).toString(),
            .field = parts.at(3).toString(),
            .message = parts.at(4).toString(),
            .remedy = parts.at(5).toString()};
}

} // namespace

void Cursor::noteMissed(const QString &what)
{
    hasMissed = true;
    missed = sumOf(missed, what);
}

void Cursor::noteMissedLineage(const QString &what)
{
    hasMissedLineage = true;
    lineageMissed = sumOf(lineageMissed, what);
}

QByteArray Cursor::toBytes() const
{
    QJsonObject json{{u"v"_s, version}};
    for (const auto &[key, member] : numbers) {
        if (this->*member != 0)
            json.insert(QLatin1String(key), this->*member);
    }
    for (const auto &[key, member] : texts) {
        if (!(this->*member).isEmpty())
            json.insert(QLatin1String(key), this->*member);
    }
    if (isSweepDue)
        json.insert(u"due"_s, true);
    if (isPartial)
        json.insert(u"partial"_s, true);
    if (hasMissed)
        json.insert(u"missed"_s, true);
    if (isAgain)
        json.insert(u"again"_s, true);
    if (hasMissedLineage)
        json.insert(u"lineageMissed"_s, true);
    if (isLineageAgain)
        json.insert(u"lineageAgain"_s, true);
    if (!feedIds.isEmpty())
        json.insert(u"feedIds"_s, QJsonArray::fromStringList(feedIds));
    if (!findings.isEmpty())
        json.insert(u"findings"_s, toJson(findings));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Cursor> Cursor::fromBytes(const QByteArray &bytes)
{
    const auto json = QJsonDocument::fromJson(bytes).object();
    if (json.value(u"v"_s).toInt() != version)
        return {};
    Cursor cursor;
    for (const auto &[key, member] : numbers)
        cursor.*member = json.value(QLatin1String(key)).toInteger();
    for (const auto &[key, member] : texts)
        cursor.*member = json.value(QLatin1String(key)).toString();
    cursor.isSweepDue = json.value(u"due"_s).toBool();
    cursor.isPartial = json.value(u"partial"_s).toBool();
    cursor.hasMissed = json.value(u"missed"_s).toBool();
    cursor.isAgain = json.value(u"again"_s).toBool();
    cursor.hasMissedLineage = json.value(u"lineageMissed"_s).toBool();
    cursor.isLineageAgain = json.value(u"lineageAgain"_s).toBool();
    const auto ids = json.value(u"feedIds"_s).toArray();
    for (const auto &id : ids)
        cursor.feedIds.append(id.toString());
    const auto findings = json.value(u"findings"_s).toArray();
    for (const auto &finding : findings)
        cursor.findings.append(findingOf(finding.toArray()));
    return cursor;
}

} // namespace portolan::platforms::openmetadata
