// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/cursor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

constexpr int version = 2; // 1 had no notes of ports

QJsonValue written(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QDateTime timeIn(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QJsonObject written(const QHash<QString, qint64> &counts)
{
    QJsonObject object;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QHash<QString, qint64> countsIn(const QJsonValue &value)
{
    QHash<QString, qint64> counts;
    const auto object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        counts.insert(it.key(), it.value().toInteger());
    return counts;
}

QJsonObject written(const FeedPlace &place)
{
    return {{u"offset"_s, place.offset}, {u"at"_s, written(place.at)}};
}

FeedPlace placeIn(const QJsonValue &value)
{
    const auto object = value.toObject();
    return {.offset = object.value(u"offset"_s).toString(), .at = timeIn(object.value(u"at"_s))};
}

QJsonObject written(const SweepPlace &place)
{
    return {{u"partition"_s, place.partition},        {u"scrollId"_s, place.scrollId},
            {u"scrolled"_s, written(place.scrolled)}, {u"received"_s, place.received},
            {u"expected"_s, place.expected},          {u"began"_s, written(place.began)},
            {u"counts"_s, written(place.counts)},     {u"partial"_s, place.isPartial}};
}

SweepPlace sweepIn(const QJsonObject &object)
{
    return {.partition = object.value(u"partition"_s).toString(),
            .scrollId = object.value(u"scrollId"_s).toString(),
            .scrolled = timeIn(object.value(u"scrolled"_s)),
            .received = object.value(u"received"_s).toInteger(),
            .expected = object.value(u"expected"_s).toInteger(-1),
            .began = timeIn(object.value(u"began"_s)),
            .counts = countsIn(object.value(u"counts"_s)),
            .isPartial = object.value(u"partial"_s).toBool()};
}

} // namespace

Cursor Cursor::read(const QByteArray &bytes)
{
    Cursor cursor;
    const auto object = QJsonDocument::fromJson(bytes).object();
    // Also of a cursor that is of no use otherwise: a number that was used marks records.
    cursor.sweeps = object.value(u"sweeps"_s).toInteger();
    if (object.value(u"datahub"_s).toInt() != version)
        return cursor;
    if (const auto sweep = object.value(u"sweep"_s); sweep.isObject())
        cursor.sweep = sweepIn(sweep.toObject());
    cursor.swept = timeIn(object.value(u"swept"_s));
    cursor.sweptUntil = timeIn(object.value(u"sweptUntil"_s));
    cursor.counts = countsIn(object.value(u"counts"_s));
    cursor.isSweepDue = object.value(u"due"_s).toBool();
    cursor.jumped = timeIn(object.value(u"jumped"_s));
    cursor.observed = timeIn(object.value(u"observed"_s));
    for (const auto &domain : object.value(u"domains"_s).toArray())
        cursor.domains.append(domain.toString());
    cursor.changes = placeIn(object.value(u"changes"_s));
    cursor.series = placeIn(object.value(u"series"_s));
    return cursor;
}

QByteArray Cursor::bytes() const
{
    QJsonObject object{{u"datahub"_s, version},
                       {u"sweeps"_s, sweeps},
                       {u"swept"_s, written(swept)},
                       {u"sweptUntil"_s, written(sweptUntil)},
                       {u"counts"_s, written(counts)},
                       {u"due"_s, isSweepDue},
                       {u"jumped"_s, written(jumped)},
                       {u"observed"_s, written(observed)},
                       {u"domains"_s, QJsonArray::fromStringList(domains)},
                       {u"changes"_s, written(changes)},
                       {u"series"_s, written(series)}};
    if (sweep)
        object.insert(u"sweep"_s, written(*sweep));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace portolan::platforms::datahub
