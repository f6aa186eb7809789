// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/marquez/shownjson.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>
#include <initializer_list>

using namespace Qt::Literals::StringLiterals;
using portolan::formats::json::Json;

namespace portolan::platforms::marquez {
namespace {

QByteArray written(const Json &value)
{
    const auto text = simdjson::minify(value);
    return masked(QByteArray(text.data(), qsizetype(text.size())));
}

bool isUnordered(std::string_view key)
{
    const std::initializer_list<std::string_view> keys{"fields", "inputs", "outputs", "tags",
                                                       "labels"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

QByteArray inOrder(const simdjson::dom::array &list)
{
    QByteArrayList items;
    for (const auto item : list)
        items.append(written(item));
    std::sort(items.begin(), items.end());
    return '[' + items.join(',') + ']';
}

} // namespace

QByteArray masked(const QByteArray &text)
{
    const bool hasAddress = text.contains("://") && text.contains('@');
    if (!hasAddress && !text.contains("passw") && !text.contains("pwd="))
        return text;
    static const QRegularExpression user(uR"((://)[^/@\s"]+@)"_s);
    static const QRegularExpression password(uR"(([?&;](?:password|passwd|pwd)=)[^&;"\s]*)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    auto shown = QString::fromUtf8(text);
    shown.replace(user, u"\\1***@"_s);
    shown.replace(password, u"\\1***"_s);
    return shown.toUtf8();
}

QByteArray shownJson(const Json &value, std::string_view without)
{
    simdjson::dom::object object;
    if (value.get(object) != simdjson::SUCCESS)
        return written(value);
    QByteArray json = "{";
    for (const auto member : object) {
        if (member.key == without)
            continue;
        if (json.size() > 1)
            json += ',';
        std::string_view raw = member.key;
        // Keys come unescaped; what they may hold is escaped again as any text.
        QByteArray key;
        for (const char c : raw) {
            if (c == '"' || c == '\\')
                key += '\\';
            if (static_cast<unsigned char>(c) < 0x20)
                key += "\\u00" + QByteArray::number(c, 16).rightJustified(2, '0');
            else
                key += c;
        }
        simdjson::dom::array list;
        json += '"' + key + "\":";
        json += isUnordered(raw) && member.value.get(list) == simdjson::SUCCESS
            ? inOrder(list)
            : written(member.value);
    }
    return json + '}';
}

} // namespace portolan::platforms::marquez
