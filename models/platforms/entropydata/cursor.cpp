// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/cursor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

constexpr int version = 1;

QJsonObject textsJson(const QHash<QString, QString> &texts)
{
    QJsonObject object;
    for (auto it = texts.cbegin(); it != texts.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QHash<QString, QString> textsIn(const QJsonObject &object)
{
    QHash<QString, QString> texts;
    for (auto it = object.begin(); it != object.end(); ++it)
        texts.insert(it.key(), it.value().toString());
    return texts;
}

QStringList listIn(const QJsonValue &value)
{
    QStringList list;
    const auto array = value.toArray();
    for (const auto &one : array)
        list.append(one.toString());
    return list;
}

} // namespace

QStringList Ledger::usersOf(const QString &contract) const
{
    QStringList users;
    for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
        if (it->uses.contains(contract))
            users.append(it.key());
    }
    std::sort(users.begin(), users.end());
    return users;
}

QByteArray Ledger::packed() const
{
    QJsonObject all;
    for (auto it = entries.cbegin(); it != entries.cend(); ++it)
        all.insert(it.key(),
                   QJsonArray{QJsonArray::fromStringList(it->children),
                              QJsonArray::fromStringList(it->uses)});
    const QJsonObject object{{u"entries"_s, all},
                             {u"readers"_s, textsJson(readers)},
                             {u"asked"_s, textsJson(asked)},
                             {u"decided"_s, textsJson(decided)}};
    return qCompress(QJsonDocument(object).toJson(QJsonDocument::Compact)).toBase64();
}

Ledger Ledger::unpacked(const QByteArray &packed)
{
    Ledger ledger;
    const auto object =
        QJsonDocument::fromJson(qUncompress(QByteArray::fromBase64(packed))).object();
    const auto all = object.value(u"entries"_s).toObject();
    for (auto it = all.begin(); it != all.end(); ++it)
        ledger.entries.insert(it.key(),
                              {.children = listIn(it.value().toArray().at(0)),
                               .uses = listIn(it.value().toArray().at(1))});
    ledger.readers = textsIn(object.value(u"readers"_s).toObject());
    ledger.asked = textsIn(object.value(u"asked"_s).toObject());
    ledger.decided = textsIn(object.value(u"decided"_s).toObject());
    return ledger;
}

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
    if (swept.isValid())
        object.insert(u"swept"_s, swept.toString(Qt::ISODateWithMs));
    QJsonObject numbers;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        numbers.insert(it.key(), *it);
    object.insert(u"counts"_s, numbers);
    object.insert(u"ledger"_s, QString::fromLatin1(ledger.packed()));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Cursor> Cursor::fromJson(const QByteArray &text)
{
    const auto object = QJsonDocument::fromJson(text).object();
    if (object.value(u"v"_s).toInt() != version)
        return {};
    Cursor cursor{.feed = object.value(u"feed"_s).toString(),
                  .hasFeed = object.contains(u"feed"_s),
                  .sweep = object.value(u"sweep"_s).toInteger(),
                  .page = object.value(u"page"_s).toInt(),
                  .isPartial = object.value(u"partial"_s).toBool(),
                  .isToRepeat = object.value(u"toRepeat"_s).toBool(),
                  .isRepeated = object.value(u"repeated"_s).toBool(),
                  .swept =
                      QDateTime::fromString(object.value(u"swept"_s).toString(), Qt::ISODateWithMs),
                  .teams = object.value(u"teams"_s).toString(),
                  .ledger = Ledger::unpacked(object.value(u"ledger"_s).toString().toLatin1())};
    if (object.contains(u"part"_s))
        cursor.part = object.value(u"part"_s).toInt();
    const auto numbers = object.value(u"counts"_s).toObject();
    for (auto it = numbers.begin(); it != numbers.end(); ++it)
        cursor.counts.insert(it.key(), it.value().toInteger());
    return cursor;
}

} // namespace portolan::platforms::entropydata
