// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/cursor.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

// Those of the first carried the whole ledger.
constexpr int version = 2;

} // namespace

QByteArray Cursor::toJson() const
{
    QJsonObject object{{u"v"_s, version}, {u"sweep"_s, sweep}, {u"teams"_s, teams}};
    if (hasFeed)
        object.insert(u"feed"_s, feed);
    if (part) {
        object.insert(u"part"_s, *part);
        object.insert(u"page"_s, page);
    }
    if (isPartial)
        object.insert(u"partial"_s, true);
    if (isToRepeat)
        object.insert(u"toRepeat"_s, true);
    if (isRepeated)
        object.insert(u"repeated"_s, true);
    if (isUnproven)
        object.insert(u"unproven"_s, true);
    if (swept.isValid())
        object.insert(u"swept"_s, swept.toString(Qt::ISODateWithMs));
    if (lineageRead.isValid())
        object.insert(u"lineage"_s, lineageRead.toString(Qt::ISODateWithMs));
    if (lineageEmpty.isValid())
        object.insert(u"lineageEmpty"_s, lineageEmpty.toString(Qt::ISODateWithMs));
    if (!domains.isEmpty())
        object.insert(u"domains"_s, domains);
    if (!apart.isEmpty())
        object.insert(u"apart"_s, apart);
    QJsonObject numbers;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        numbers.insert(it.key(), *it);
    object.insert(u"counts"_s, numbers);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Cursor> Cursor::fromJson(const QByteArray &text)
{
    const auto object = QJsonDocument::fromJson(text).object();
    const auto written = object.value(u"v"_s).toInt();
    if (written < 1 || written > version)
        return {};
    if (written < version)
        return Cursor{.sweep = object.value(u"sweep"_s).toInteger()};
    Cursor cursor{
        .feed = object.value(u"feed"_s).toString(),
        .hasFeed = object.contains(u"feed"_s),
        .sweep = object.value(u"sweep"_s).toInteger(),
        .page = object.value(u"page"_s).toInt(),
        .isPartial = object.value(u"partial"_s).toBool(),
        .isToRepeat = object.value(u"toRepeat"_s).toBool(),
        .isRepeated = object.value(u"repeated"_s).toBool(),
        .isUnproven = object.value(u"unproven"_s).toBool(),
        .swept = QDateTime::fromString(object.value(u"swept"_s).toString(), Qt::ISODateWithMs),
        .teams = object.value(u"teams"_s).toString(),
        .lineageRead =
            QDateTime::fromString(object.value(u"lineage"_s).toString(), Qt::ISODateWithMs),
        .lineageEmpty =
            QDateTime::fromString(object.value(u"lineageEmpty"_s).toString(), Qt::ISODateWithMs),
        .domains = object.value(u"domains"_s).toString(),
        .apart = object.value(u"apart"_s).toString()};
    if (object.contains(u"part"_s))
        cursor.part = object.value(u"part"_s).toInt();
    const auto numbers = object.value(u"counts"_s).toObject();
    for (auto it = numbers.begin(); it != numbers.end(); ++it)
        cursor.counts.insert(it.key(), it.value().toInteger());
    return cursor;
}

} // namespace portolan::platforms::entropydata
