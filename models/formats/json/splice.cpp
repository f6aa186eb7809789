// SPDX-License-Identifier: GPL-3.0-or-later
// The document is known to be valid JSON before its bytes are gone through, so that strings and
// brackets are all that has to be told apart.
#include "models/formats/json/splice.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::json {
namespace {

bool isSpace(char one)
{
    return one == ' ' || one == '\n' || one == '\t' || one == '\r';
}

qsizetype behindSpace(const QByteArray &text, qsizetype at)
{
    while (at < text.size() && isSpace(text.at(at)))
        ++at;
    return at;
}

qsizetype behindString(const QByteArray &text, qsizetype at)
{
    for (++at; at < text.size() && text.at(at) != '"'; ++at) {
        if (text.at(at) == '\\')
            ++at;
    }
    return at + 1;
}

qsizetype behindValue(const QByteArray &text, qsizetype at)
{
    qsizetype depth = 0;
    while (at < text.size()) {
        const char one = text.at(at);
        if (one == '"') {
            at = behindString(text, at);
            if (depth == 0)
                return at;
            continue;
        }
        const bool isEnd = one == ',' || one == '}' || one == ']' || isSpace(one);
        if (depth == 0 && isEnd)
            return at; // behind a number or a word
        if (one == '{' || one == '[')
            ++depth;
        else if ((one == '}' || one == ']') && --depth == 0)
            return at + 1;
        ++at;
    }
    return at;
}

QString textOf(const QByteArray &string)
{
    return QJsonDocument::fromJson('[' + string + ']').array().first().toString();
}

//! Where the value of a member stands, or where one can be put.
struct Place
{
    bool isThere = false;
    qsizetype begin = 0; //!< of the value; else of what follows the last member
    qsizetype end = 0;
    bool isFirst = false; //!< no member stands before
};

//! The member \a name of the object that begins at \a at. Of two, the one that readers see: the
//! last.
Place placeOf(const QByteArray &text, qsizetype at, const QString &name)
{
    Place place{.isFirst = true};
    at = behindSpace(text, at + 1);
    while (at < text.size() && text.at(at) != '}') {
        if (text.at(at) == ',')
            at = behindSpace(text, at + 1);
        const auto keyEnd = behindString(text, at);
        const auto key = textOf(text.mid(at, keyEnd - at));
        const auto begin = behindSpace(text, behindSpace(text, keyEnd) + 1); // behind the colon
        const auto end = behindValue(text, begin);
        if (key == name)
            place = {.isThere = true, .begin = begin, .end = end};
        else if (!place.isThere)
            place = {.begin = end, .end = end};
        at = behindSpace(text, end);
    }
    if (place.isFirst)
        place.begin = place.end = at;
    return place;
}

//! The item with the number \a number of the list that begins at \a at.
Place itemOf(const QByteArray &text, qsizetype at, const QString &number)
{
    bool isNumber = false;
    auto left = number.toLongLong(&isNumber);
    at = behindSpace(text, at + 1);
    while (isNumber && left >= 0 && at < text.size() && text.at(at) != ']') {
        if (text.at(at) == ',')
            at = behindSpace(text, at + 1);
        const auto end = behindValue(text, at);
        if (left-- == 0)
            return {.isThere = true, .begin = at, .end = end};
        at = behindSpace(text, end);
    }
    return {};
}

QByteArray keyOf(const QString &name)
{
    const auto list = QJsonDocument(QJsonArray{name}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2) + ':';
}

//! \a value inside of objects with the members \a path, from the outside.
QByteArray wrapped(const QStringList &path, QByteArray value)
{
    for (auto key = path.crbegin(); key != path.crend(); ++key)
        value = '{' + keyOf(*key) + value + '}';
    return value;
}

} // namespace

std::optional<QByteArray> withValue(const QByteArray &document, const QStringList &path,
                                    const QByteArray &value)
{
    if (!QJsonDocument::fromJson(document).isObject() || path.isEmpty())
        return std::nullopt;
    auto at = document.indexOf('{');
    for (qsizetype i = 0; i < path.size(); ++i) {
        const bool isList = document.at(at) == '[';
        const auto place =
            isList ? itemOf(document, at, path.at(i)) : placeOf(document, at, path.at(i));
        if (isList && !place.isThere)
            return std::nullopt;
        if (!place.isThere) {
            const QByteArray made =
                (place.isFirst ? "" : ",") + keyOf(path.at(i)) + wrapped(path.mid(i + 1), value);
            return document.left(place.begin) + made + document.mid(place.end);
        }
        if (i == path.size() - 1)
            return document.left(place.begin) + value + document.mid(place.end);
        // Written as nothing, a member is as good as missing.
        if (document.mid(place.begin, place.end - place.begin) == "null")
            return document.left(place.begin) + wrapped(path.mid(i + 1), value)
                + document.mid(place.end);
        if (document.at(place.begin) != '{' && document.at(place.begin) != '[')
            return std::nullopt;
        at = place.begin;
    }
    return std::nullopt;
}

} // namespace portolan::formats::json
