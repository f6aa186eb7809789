// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::tests {

//! A document that is odd in one place.
struct OddJson
{
    QString place; //!< of what is odd: "columns/0/name"
    QByteArray json;

    //! Whether what is odd is, or lies in, one of these members of the document.
    bool isIn(const QStringList &members) const
    {
        return members.contains(place.section(u'/', 0, 0));
    }
};

//! What other releases, other producers and mistakes put where something else is expected.
inline QList<QJsonValue> oddValues()
{
    return {QJsonValue(QJsonValue::Null),
            QJsonValue(QJsonValue::Undefined), // the member is missing
            7,
            -1.5e300,
            QStringLiteral("1700000000000"),
            QString(),
            QString(20'000, u'n'),
            true,
            QJsonArray(),
            QJsonArray{QJsonValue(QJsonValue::Null), 7, QStringLiteral("x"), QJsonArray()},
            QJsonObject(),
            QJsonObject{{QStringLiteral("string"), QStringLiteral("x")}}};
}

//! \a sound with \a value at \a path; what is undefined is taken away.
inline QJsonValue withOdd(const QJsonValue &sound, QStringList path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const auto key = path.takeFirst();
    if (sound.isArray()) {
        auto list = sound.toArray();
        const auto odd = withOdd(list.at(key.toInt()), path, value);
        if (odd.isUndefined())
            list.removeAt(key.toInt());
        else
            list.replace(key.toInt(), odd);
        return list;
    }
    auto object = sound.toObject();
    const auto odd = withOdd(object.value(key), path, value);
    if (odd.isUndefined())
        object.remove(key);
    else
        object.insert(key, odd);
    return object;
}

//! The places in \a value, each before what lies in it.
inline void collectPlaces(const QJsonValue &value, const QStringList &path,
                          QList<QStringList> &places)
{
    if (!path.isEmpty())
        places.append(path);
    if (value.isArray()) {
        for (qsizetype i = 0; i < value.toArray().size(); ++i)
            collectPlaces(value.toArray().at(i), path + QStringList{QString::number(i)}, places);
    } else if (value.isObject()) {
        const auto object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            collectPlaces(*it, path + QStringList{it.key()}, places);
    }
}

//! \a sound, odd in each of its places in each way.
inline QList<OddJson> oddVersionsOf(const QJsonObject &sound)
{
    QList<QStringList> places;
    collectPlaces(sound, {}, places);
    QList<OddJson> odd;
    for (const auto &place : places) {
        for (const auto &value : oddValues()) {
            const auto document = QJsonDocument(withOdd(sound, place, value).toObject());
            odd.append({place.join(u'/'), document.toJson(QJsonDocument::Compact)});
        }
    }
    return odd;
}

} // namespace portolan::tests
